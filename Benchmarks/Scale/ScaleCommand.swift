import Glibc

/// `namvar-benchmarks scale [--names FOLDER] [--entities N] [--picture FILE.svg]`
enum ScaleCommand {
    static func run(_ arguments: [String]) throws {
        var options = ["--names": "Dictionaries/names", "--entities": "1000000", "--folder": "/tmp"]
        for (name, value) in zip(arguments, arguments.dropFirst()) where name.hasPrefix("--") { options[name] = value }
        let largest = Int(options["--entities"]!) ?? 1_000_000
        let benchmark = try ScaleBenchmark(names: options["--names"]!, folder: options["--folder"]!)
        var all: [ScaleBenchmark.Figures] = []
        for entities in [10_000, 30_000, 100_000, 300_000, 1_000_000] where entities <= largest {
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
