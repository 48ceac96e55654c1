import ArgumentParser
import Entities
import Glibc
import Lexicon
import Reconciliation

/// Where decisions are kept, and who decides.
struct DecisionOptions: ParsableArguments {
    @Option(help: "The file of decisions; begun if it is not there.", completion: .file()) var decisions = "decisions.jsonl"
    @Option(help: "Who decides; the user's name unless given.") var who: String?

    /// The one who decides; nil where neither the option nor the system says.
    var person: String? {
        if let who { return who.isEmpty ? nil : who }
        if let user = getenv("USER").map({ String(cString: $0) }), !user.isEmpty { return user }
        return getpwuid(geteuid()).map { String(cString: $0.pointee.pw_name) }
    }

    func validate() throws {
        if person == nil { throw ValidationError("give --who, the name of the one who decides") }
    }

    /// The file, opened and read; lines that say nothing are said.
    func open() throws -> DecisionLog {
        var log = try DecisionLog(decisions)
        for problem in try log.refresh() { complain("\(problem)") }
        return log
    }
}

/// The entities of dictionaries in either form, looked up by id through their redirects.
struct KnownEntities {
    private var collection = EntityCollection()
    private var byID: [EntityID: Entity] = [:]
    private var compiled: [EntityDictionary] = []

    init(_ files: [String], _ log: ProblemLog) throws {
        var texts: [String] = []
        for file in files {
            if Archive.isArchive(file) { compiled.append(try EntityDictionary.open(file)) } else { texts.append(file) }
        }
        collection = try EntityCollection(texts: texts, log.report)
        byID = collection.byID
    }

    init(_ dictionary: EntityDictionary) { compiled = [dictionary] }

    /// The entity that an id stands for, merged or not.
    func entity(_ id: EntityID) -> Entity? {
        var at = id, steps = 0
        while byID[at] == nil, let next = collection.redirects[at], steps < 100 { (at, steps) = (next, steps + 1) }
        if let entity = byID[at] { return entity }
        for dictionary in compiled { if let entity = dictionary.entity(id) { return entity } }
        return nil
    }

    /// The ids that were merged into an entity.
    func redirects(to id: EntityID) -> [EntityID] {
        let pairs = collection.redirects.map { ($0.key, $0.value) } + compiled.flatMap { $0.redirects.map { ($0.from, $0.to) } }
        return pairs.filter { $0.1 == id }.map(\.0).sorted()
    }
}
