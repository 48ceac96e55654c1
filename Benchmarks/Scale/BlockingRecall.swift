import Entities
import ICU
import Lexicon
import Namvar
import Reconciliation
import Transliteration

/// How many true pairs of spellings the search lets through to comparing, before anything is scored: what it misses here no score can save.
///
/// `namvar-benchmarks recall [DICTIONARY.jsonl…] [--people TABLE.tsv] [--misses]`: one spelling is looked for in a dictionary of all the others' other spellings, and
/// the other way round. Three sorts of pairs: an entity's labels in two scripts; attested names of `Dictionaries/names`, a word each; and people of a table with
/// the columns `split`, `persian` and `latin`, of which the rows of split `train` count.
///
/// Each spelling that is looked for, and all spellings of the other side that go with it, make one entity: to find any of them is to find it.
///
/// Labels of one entity may be other names altogether (translations, noms de guerre), and no search by spelling can find those. Of the same name are the pairs that
/// the comparer, given both, does not call different; it knows nothing of the search.
enum BlockingRecall {
    /// What is looked for, and a name of the entity in the dictionary.
    private struct Pair {
        var asked: String
        var known: String
        var type: EntityType
    }

    static func run(_ arguments: [String]) throws {
        let options = zip(arguments, arguments.dropFirst()).first { $0.0 == "--people" }
        let showsMisses = arguments.contains("--misses")
        let paths = arguments.filter { !$0.hasPrefix("--") && $0 != options?.1 }
        for path in paths.isEmpty ? ["people", "organizations", "places"].map({ "Dictionaries/entities/\($0).jsonl" }) : paths {
            try measure(path, labels(path), showsMisses)
        }
        if paths.isEmpty { try measure("Dictionaries/names", attestedNames("Dictionaries/names"), showsMisses) }
        if let table = options?.1 { try measure(table, people(table), showsMisses) }
    }

    /// Latin labels with the Persian ones.
    private static func labels(_ path: String) throws -> [Pair] {
        var file = EntityFile([path]), pairs: [Pair] = []
        while let (line, _) = try file.next({ print($0) }) {
            guard case .entity(let entity) = line, let latin = entity.label(in: .latin), let persian = entity.label(in: .arabic) else {
                continue
            }
            pairs.append(Pair(asked: latin, known: persian, type: entity.type))
        }
        return pairs
    }

    /// Latin spellings that were met more than once with the Persian one of their reading.
    private static func attestedNames(_ folder: String) throws -> [Pair] {
        var pairs: [Pair] = []
        for file in ["given", "family"] {
            for row in try TableFile(
                path: "\(folder)/\(file).tsv", columns: ["reading", "latin"], optional: ["kind", "gender", "count", "held_out", "source"]
            ).rows {
                guard let reading = try? Reading(row[0]) else { continue }
                for counted in row[1].split(separator: "|") {
                    let parts = counted.split(separator: ":")
                    guard parts.count > 1, let count = Int(parts[1]), count > 1 else { continue }
                    pairs.append(Pair(asked: String(parts[0]), known: reading.persian, type: .person))
                }
            }
        }
        return pairs
    }

    private static func people(_ path: String) throws -> [Pair] {
        try TableFile(path: path, columns: ["split", "persian", "latin"]).rows.filter { $0[0] == "train" }.flatMap { row in
            row[2].split(separator: "|").map { Pair(asked: String($0), known: row[1], type: .person) }
        }
    }

    private static func measure(_ name: String, _ pairs: [Pair], _ showsMisses: Bool) throws {
        let comparer = try Workbench.shipped().comparer
        let isSame = pairs.map { comparer.compare($0.asked, $0.known, type: $0.type, explained: false).decision != .different }
        try measure("\(name), Latin asked", pairs, by: \.known, isSame, showsMisses)
        let turned = pairs.map { Pair(asked: $0.known, known: $0.asked, type: $0.type) }
        try measure("\(name), Persian asked", turned, by: \.asked, isSame, showsMisses)
    }

    /// - Parameter by: the side of a pair that all spellings of an entity share.
    private static func measure(
        _ name: String, _ pairs: [Pair], by: KeyPath<Pair, String>, _ isSame: [Bool], _ showsMisses: Bool
    ) throws {
        let reconciler = try reconciler(over: pairs, by)
        var compared = 0, comparedSame = 0, first = 0, listed = 0
        for (number, pair) in pairs.enumerated() {
            var query = Query(pair.asked, type: pair.type)
            query.isExplained = false
            if reconciler.gathered(query).contains(id(pair, by)) {
                compared += 1
                if isSame[number] { comparedSame += 1 }
            } else if showsMisses {
                print("missed\t\(isSame[number] ? "same" : "other")\t\(pair.asked)\t\(pair.known)")
            }
            let candidates = reconciler.reconcile(query).candidates
            if candidates.first?.id == id(pair, by) { first += 1 }
            if candidates.contains(where: { $0.id == id(pair, by) }) { listed += 1 }
        }
        let same = isSame.count { $0 }
        func share(_ count: Int, _ all: Int) -> String { "\((Double(count) / Double(max(1, all)) * 10000).rounded() / 10000)" }
        print(
            "\(name): \(pairs.count) pairs: compared \(share(compared, pairs.count)), among 5 \(share(listed, pairs.count)), first "
                + "\(share(first, pairs.count)); of the \(same) of the same name compared \(share(comparedSame, same))")
    }

    private static func id(_ pair: Pair, _ by: KeyPath<Pair, String>) -> EntityID { EntityID(pair.type.text + " " + pair[keyPath: by]) }

    private static func reconciler(over pairs: [Pair], _ by: KeyPath<Pair, String>) throws -> Reconciler {
        var entities: [EntityID: Entity] = [:], order: [EntityID] = []
        for pair in pairs {
            let id = id(pair, by)
            if entities[id] == nil { order.append(id) }
            var entity = entities[id] ?? Entity(id: id, type: pair.type, names: [])
            if !entity.names.contains(where: { $0.text == pair.known }) { entity.names.append(Alias(pair.known)) }
            entities[id] = entity
        }
        let text = order.flatMap { Array(EntityLine.entity(entities[$0]!).json.utf8) + [UInt8(ascii: "\n")] }
        let workbench = try Workbench.shipped(), path = "/tmp/namvar-recall.jsonl"
        try writeFile(text, to: path)
        var archive = ArchiveBuilder()
        _ = try workbench.compile([path], into: &archive, report: { _ in })
        return try workbench.reconciler(over: [EntityDictionary(Archive(bytes: archive.bytes()))])
    }
}
