public import Lexicon
public import NameText

/// Compiles dictionaries from their text form: reads, checks, lays out; one entity in memory at a time.
public struct EntityCompiler: Sendable {
    /// What went in.
    public struct Summary: Hashable, Sendable {
        /// Entities taken.
        public var entities = 0
        /// Spellings taken.
        public var aliases = 0
        /// Redirects taken.
        public var redirects = 0
        /// Removals taken.
        public var removals = 0
        /// Lines and spellings left out.
        public var errors = 0
        /// Suspects kept.
        public var warnings = 0
    }

    private let normalizer: Normalizer
    private let vocabulary: Vocabulary?

    /// A compiler whose exact lookup goes by the normalizer's search form; with a vocabulary, names of only titles are left out.
    public init(_ normalizer: Normalizer, vocabulary: Vocabulary? = nil) {
        self.normalizer = normalizer
        self.vocabulary = vocabulary
    }

    /// Adds the sections of a dictionary made of `files` to an archive.
    ///
    /// Every problem goes to `report` and the rest goes through. `each` sees every entity that is taken with the indices of its aliases,
    /// so that other rooms can gather sections of their own.
    ///
    /// - Parameter bases: dictionaries that the new one will stand in front of. An entity that one of them has is taken over with what the
    ///   files add to it, and an id may be redirected to one of their entities; so a few changes need no dictionary compiled anew.
    public func compile(
        _ files: [String], addedTo bases: [EntityDictionary] = [], into archive: inout ArchiveBuilder, report: (EntityProblem) -> Void,
        each: (Entity, Range<Int>) -> Void = { _, _ in }
    ) throws(FileError) -> Summary {
        var builder = EntityDictionaryBuilder(normalizer)
        var summary = Summary()
        var redirects = Redirects(), indices: [EntityID: Int] = [:]
        var file = EntityFile(files, vocabulary: vocabulary)
        func note(_ problem: EntityProblem) {
            if problem.severity == .error { summary.errors += 1 } else { summary.warnings += 1 }
            report(problem)
        }
        var changes = EntityChanges(to: bases)
        while let (line, place) = try file.next(note) {
            switch line {
            case .entity(let entity) where bases.isEmpty:
                indices[entity.id] = builder.count
                each(entity, builder.add(entity))
            case .entity(let entity): changes.add(entity)
            case .redirect(let from, let to): redirects.add(from, to, at: place)
            case .removed(let id):
                builder.remove(id)
                changes.remove(id)
                summary.removals += 1
            }
        }
        let resolved = redirects.resolved(among: { indices[$0] != nil || changes.has($0) }, note)
        for (from, to) in resolved { changes.redirect(from, to) }
        for entity in changes.entities {
            indices[entity.id] = builder.count
            each(entity, builder.add(entity))
        }
        for (from, to) in resolved {
            builder.redirect(from, to: indices[changes.current(to)]!)
            summary.redirects += 1
        }
        summary.entities = builder.count
        summary.aliases = builder.aliasCount
        builder.finish(into: &archive)
        return summary
    }
}
