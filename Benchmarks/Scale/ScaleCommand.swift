import Glibc

/// `namvar-benchmarks scale [--names FOLDER] [--entities N] [--only N] [--picture FILE.svg] [--folder FOLDER] [--keep 1] [--queries N]`: `--only` measures
/// one size, `--keep` leaves the compiled dictionaries in the folder; `namvar-benchmarks scale --ask FILE.namvar` asks a dictionary that is there already.
enum ScaleCommand {
    static func run(_ arguments: [String]) throws {
        var options = ["--names": "Dictionaries/names", "--entities": "1000000", "--folder": "/tmp"]
        for (name, value) in zip(arguments, arguments.dropFirst()) where name.hasPrefix("--") { options[name] = value }
        let largest = Int(options["--entities"]!) ?? 1_000_000
        var benchmark = try ScaleBenchmark(names: options["--names"]!, folder: options["--folder"]!, keeps: options["--keep"] != nil)
        if let queries = options["--queries"].flatMap({ Int($0) }) { benchmark.queries = queries }
        if let compiled = options["--ask"] { return print(line(try benchmark.asked(compiled))) }
        var all: [ScaleBenchmark.Figures] = []
        let sizes = options["--only"].flatMap { Int($0) }.map { [$0] } ?? [10_000, 30_000, 100_000, 300_000, 1_000_000]
        for entities in sizes where entities <= largest {
            all.append(try benchmark.measured(entities))
            print(line(all[all.count - 1]))
        }
        print("most memory at once: \(decimal(Double(peakMemory()) / 1e9)) GB")
        if let path = options["--picture"] { try ScalePicture(all).write(to: path) }
    }

    private static func line(_ figures: ScaleBenchmark.Figures) -> String {
        """
        \(figures.entities) entities: compiled in \(decimal(figures.compiling)) s, opened in \(decimal(figures.opening * 1000)) ms, \
        \(figures.archiveBytes / (3 * figures.entities)) bytes an alias (text \(figures.textBytes / (3 * figures.entities))); \
        exact \(Int(1 / figures.exact))/s; misspelt \(Int(1 / figures.misspelt))/s, p99 \(decimal(figures.misspelt99 * 1000)) ms, \
        first \(decimal(figures.first * 100)) %, among the candidates \(decimal(figures.found * 100)) %
        """
    }

    private static func decimal(_ number: Double) -> String { "\((number * 100).rounded() / 100)" }
}
