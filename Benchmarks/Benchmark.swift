import Namvar

/// One thing whose speed is measured, beside a baseline that is measured in the same run.
///
/// Times differ from machine to machine and from hour to hour; ratios to the baseline do not differ much.
struct Benchmark {
    /// What is counted: names, or megabytes.
    enum Unit: String {
        case names = "names/s"
        case megabytes = "MB/s"
    }

    let name: String
    let unit: Unit
    /// How many units one run handles.
    let amount: Double
    let run: () -> Int
    let baseline: (name: String, run: () -> Int)

    /// Measures both and prints one line.
    func report() {
        let own = best(run), other = best(baseline.run)
        let rate = amount / own
        let shown = unit == .names ? "\(Int(rate / 1000))k" : "\(Int(rate))"
        print("\(name): \(shown) \(unit.rawValue), \(rounded(other / own)) × \(baseline.name)")
    }

    /// The shortest of several runs, in seconds.
    private func best(_ run: () -> Int) -> Double {
        let clock = ContinuousClock()
        var best = Double.infinity
        for _ in 0..<7 {
            var sum = 0
            let time = clock.measure { sum = run() }
            // The result is used, so that the work cannot be optimized away.
            precondition(sum > 0)
            best = min(best, Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18)
        }
        return best
    }

    private func rounded(_ ratio: Double) -> Double { (ratio * 10).rounded() / 10 }
}

/// `namvar-benchmarks [PREFIX…]`: runs the benchmarks whose names begin so; all without operands. Add a subject's list here.
/// `namvar-benchmarks scale …` makes, compiles and asks dictionaries of up to a million entities.
@main
enum Benchmarks {
    static func main() throws {
        let prefixes = CommandLine.arguments.dropFirst()
        if prefixes.first == "scale" { return try ScaleCommand.run(Array(prefixes.dropFirst())) }
        let all = try normalization() + reconciliation()
        for benchmark in all where prefixes.isEmpty || prefixes.contains(where: { benchmark.name.hasPrefix($0) }) { benchmark.report() }
    }
}
