import Entities
import ICU
import Lexicon
import Namvar
import Reconciliation

/// How many true pairs of spellings the search lets through to comparing, before anything is scored: what it misses here no score can save.
///
/// `namvar-benchmarks recall [DICTIONARY.jsonl…] [--misses]`: each entity's Persian names are looked for in a dictionary of all Latin names, and the other way
/// round. A pair is true where both are the entity's preferred names, or its only ones in their script.
enum BlockingRecall {
    static func run(_ arguments: [String]) throws {
        let paths = arguments.filter { !$0.hasPrefix("--") }
        let all = ["people", "organizations", "places"].map { "Dictionaries/entities/\($0).jsonl" }
        for path in paths.isEmpty ? all : paths {
            for (asked, known) in [(Script.latin, Script.arabic), (.arabic, .latin)] {
                try measure(path, asked, known, showsMisses: arguments.contains("--misses"))
            }
        }
    }

    private static func measure(_ path: String, _ asked: Script, _ known: Script, showsMisses: Bool) throws {
        let workbench = try Workbench.shipped()
        var file = EntityFile([path]), text: [UInt8] = [], queries: [(name: String, entity: Entity)] = []
        while let (line, _) = try file.next({ print($0) }) {
            guard case .entity(var entity) = line, let name = entity.label(in: asked), let other = entity.label(in: known) else { continue }
            queries.append((name, entity))
            entity.names = [Alias(other, role: .preferred)]
            text += Array(EntityLine.entity(entity).json.utf8) + [UInt8(ascii: "\n")]
        }
        let folder = "/tmp/namvar-recall.jsonl"
        try writeFile(text, to: folder)
        var archive = ArchiveBuilder()
        _ = try workbench.compile([folder], into: &archive, report: { _ in })
        let dictionary = try EntityDictionary(Archive(bytes: archive.bytes()))
        let reconciler = try workbench.reconciler(over: [dictionary])
        var among = 0, first = 0, listed = 0
        for (name, entity) in queries {
            let query = Query(name, type: entity.type)
            if reconciler.gathered(query).contains(entity.id) {
                among += 1
            } else if showsMisses {
                print("missed\t\(name)\t\(entity.label(in: known)!)")
            }
            let candidates = reconciler.reconcile(query).candidates
            if candidates.first?.id == entity.id { first += 1 }
            if candidates.contains(where: { $0.id == entity.id }) { listed += 1 }
        }
        func share(_ count: Int) -> String { "\((Double(count) / Double(queries.count) * 10000).rounded() / 10000)" }
        print(
            "\(path): \(asked.code) asked, \(known.code) known: \(queries.count) pairs; compared \(share(among)), among 5 \(share(listed)), first \(share(first))"
        )
    }
}
