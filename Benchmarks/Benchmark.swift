import Glibc
import Namvar

/// One thing whose speed is measured, beside a baseline that is measured in the same run.
///
/// Times are those of the processor, so that other programs on the machine count little. They differ from machine to machine and from hour to hour; ratios to the baseline do not differ much.
struct Benchmark {
    /// What is counted.
    enum Unit: String {
        case names = "names/s"
        case megabytes = "MB/s"
        case sentences = "sentences/s"
        case articles = "articles/s"
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

    /// The shortest of several runs, in seconds of the processor.
    private func best(_ run: () -> Int) -> Double {
        var best = Double.infinity
        for _ in 0..<7 {
            let start = Self.processorTime
            // The result is used, so that the work cannot be optimized away.
            precondition(run() > 0)
            best = min(best, Self.processorTime - start)
        }
        return best
    }

    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }

    private func rounded(_ ratio: Double) -> Double { ratio < 0.1 ? (ratio * 1000).rounded() / 1000 : (ratio * 10).rounded() / 10 }
}

/// `namvar-benchmarks [PREFIX…]`: runs the benchmarks whose names begin so; all without operands. Add a subject's list here.
/// `namvar-benchmarks names` prints the Persian names of the transliteration benchmark, for other programs to be measured with.
/// `namvar-benchmarks build …` makes a dictionary of a million mentions.
/// `namvar-benchmarks pairing …` finds which of ten thousand articles go with which of ten thousand others.
/// `namvar-benchmarks scale …` makes, compiles and asks dictionaries of up to a million entities; `namvar-benchmarks recall …` says how many
/// true pairs the search compares.
@main
enum Benchmarks {
    static func main() throws {
        let prefixes = CommandLine.arguments.dropFirst()
        if prefixes.first == "names" { return try printNames() }
        if prefixes.first == "recall" { return try BlockingRecall.run(Array(prefixes.dropFirst())) }
        if prefixes.first == "scale" { return try ScaleCommand.run(Array(prefixes.dropFirst())) }
        if prefixes.first == "build" { return try BuildBenchmark.run(Array(prefixes.dropFirst())) }
        if prefixes.first == "pairing" { return try PairingCommand.run(Array(prefixes.dropFirst())) }
        let all = try normalization() + transliteration() + reconciliation() + alignment()
        for benchmark in all where prefixes.isEmpty || prefixes.contains(where: { benchmark.name.hasPrefix($0) }) { benchmark.report() }
    }
}
