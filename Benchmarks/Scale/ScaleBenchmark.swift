import Entities
import Glibc
import Lexicon
import Namvar
import Reconciliation

/// How compiling, opening and searching grow with the dictionary, up to a million entities of three names each.
struct ScaleBenchmark {
    /// What was measured at one size; times are processor time, which other work on the machine does not lengthen.
    struct Figures {
        var entities = 0
        var textBytes = 0
        var archiveBytes = 0
        var compiling = 0.0
        var opening = 0.0
        /// Seconds a query.
        var exact = 0.0
        var misspelt = 0.0
        var misspelt99 = 0.0
        /// Of the misspelt queries, those whose person, or a namesake by some spelling, came first; and was among the candidates.
        var first = 0.0
        var found = 0.0
    }

    private let workbench: Workbench
    private let supply: NameSupply
    private let folder: String
    private let keeps: Bool
    /// How many misspelt queries are asked, and at least as many exact ones.
    var queries = 20_000

    /// - Parameters:
    ///   - names: the folder with the tables of names, `Dictionaries/names`.
    ///   - keeps: whether the compiled dictionary stays in `folder`.
    init(names: String, folder: String, keeps: Bool = false) throws {
        self.keeps = keeps
        workbench = try Workbench.shipped()
        supply = try NameSupply(folder: names)
        self.folder = folder
    }

    /// Makes, compiles and asks a dictionary of this many people.
    func measured(_ entities: Int) throws -> Figures {
        var figures = Figures(entities: entities)
        let text = "\(folder)/namvar-scale.jsonl", compiled = "\(folder)/namvar-scale\(keeps ? "-\(entities)" : "").namvar"
        defer { for path in keeps ? [text] : [text, compiled] { unlink(path) } }
        try InventedPeople.write(entities, to: text, supply)
        figures.textBytes = try readFile(text).count
        let start = processorTime()
        var archive = ArchiveBuilder()
        _ = try workbench.compile([text], into: &archive, report: { print($0) })
        try archive.write(to: compiled)
        archive = ArchiveBuilder()
        figures.compiling = processorTime() - start
        figures.opening = try (0..<5).map { _ in try opening(compiled) }.min()!
        let dictionary = try EntityDictionary.open(compiled)
        figures.archiveBytes = dictionary.archive.count
        try ask(dictionary, &figures)
        return figures
    }

    /// Asks a dictionary that is there already.
    func asked(_ compiled: String) throws -> Figures {
        let dictionary = try EntityDictionary.open(compiled)
        var figures = Figures(entities: dictionary.count, archiveBytes: dictionary.archive.count)
        figures.opening = try opening(compiled)
        try ask(dictionary, &figures)
        return figures
    }

    private func opening(_ path: String) throws -> Double {
        let start = processorTime()
        let dictionary = try EntityDictionary.open(path)
        _ = try workbench.reconciler(over: [dictionary])
        return processorTime() - start
    }

    /// Exact and misspelt queries for people drawn from the whole dictionary.
    private func ask(_ dictionary: EntityDictionary, _ figures: inout Figures) throws {
        let reconciler = try workbench.reconciler(over: [dictionary]), normalizer = try workbench.normalizer
        var random = SplitMix(seed: 7)
        var exact: [Query] = [], misspelt: [(query: Query, person: Int)] = []
        while misspelt.count < queries {
            let person = random.below(dictionary.count), aliases = dictionary.aliases(of: person)
            let name = dictionary.text(ofAlias: aliases.lowerBound + random.below(aliases.count)).string
            exact.append(unexplained(Query(name, limit: 1)))
            let other = SpellingHabits.misspelt(name, &random)
            // Some other spelling of somebody, or a mark that does not count, is no misspelling.
            let searchForm = Array(normalizer.normalized(other, for: .search).utf8)
            if dictionary.aliases(spelled: searchForm).isEmpty { misspelt.append((unexplained(Query(other)), person)) }
        }
        var sum = 0
        for query in exact.prefix(1000) { sum += reconciler.reconcile(query).candidates.count }
        figures.exact = measure { for query in exact { sum += reconciler.reconcile(query).candidates.count } } / Double(exact.count)
        var times: [Double] = [], first = 0, found = 0
        for (query, person) in misspelt {
            var candidates: [Reconciliation.Candidate] = []
            times.append(measure { candidates = reconciler.reconcile(query).candidates })
            let place = candidates.firstIndex { isNamesake(dictionary.index(of: $0.id)!, person, dictionary) }
            if place == 0 { first += 1 }
            if place != nil { found += 1 }
        }
        precondition(sum > 0)
        figures.misspelt = times.reduce(0, +) / Double(times.count)
        figures.misspelt99 = times.sorted()[times.count * 99 / 100]
        figures.first = Double(first) / Double(misspelt.count)
        figures.found = Double(found) / Double(misspelt.count)
    }

    private func unexplained(_ query: Query) -> Query {
        var query = query
        query.isExplained = false
        return query
    }

    /// Whether two people share a spelling of their names, so that no search can tell them apart.
    private func isNamesake(_ a: Int, _ b: Int, _ dictionary: EntityDictionary) -> Bool {
        a == b
            || dictionary.aliases(of: a).contains { x in
                dictionary.aliases(of: b).contains { dictionary.text(ofAlias: x) == dictionary.text(ofAlias: $0) }
            }
    }

    private func measure(_ work: () -> Void) -> Double {
        let start = processorTime()
        work()
        return processorTime() - start
    }
}

/// Seconds that this thread has had of a processor.
func processorTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// The most memory that the process has had at once, in bytes.
func peakMemory() -> Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    return usage.ru_maxrss * 1024
}
