public import Entities
public import Lexicon
public import NameText

/// Compiles dictionaries of entities with the index by which `Reconciler` searches them.
public struct DictionaryCompiler: Sendable {
    private let comparer: NameComparer
    private let compiler: EntityCompiler

    /// A compiler that prepares names as `comparer` does.
    public init(_ comparer: NameComparer, vocabulary: Vocabulary, normalizer: Normalizer) {
        self.comparer = comparer
        compiler = EntityCompiler(normalizer, vocabulary: vocabulary)
    }

    /// Throws unless a compiled dictionary was made with the lexicon that this compiler goes by, so that both can be searched together.
    public func check(_ dictionary: EntityDictionary) throws(ArchiveError) {
        try comparer.preparer.knowledge.stamp.check(dictionary.archive)
    }

    /// Reads the files, in the order given, and adds the dictionary and its index to `archive`.
    ///
    /// A line that is wrong goes to `report` and the rest goes through. `progress` hears the number of entities taken so far. With `bases`,
    /// the files say only what is new or different, and the dictionary that they make goes in front of those: see `EntityCompiler`.
    public func compile(
        _ files: [String], addedTo bases: [EntityDictionary] = [], into archive: inout ArchiveBuilder, report: (EntityProblem) -> Void,
        progress: (Int) -> Void = { _ in }
    ) throws(FileError) -> EntityCompiler.Summary {
        var index = NameIndexBuilder(), done = 0
        let summary = try compiler.compile(files, addedTo: bases, into: &archive, report: report) { entity, aliases in
            for name in entity.names { index.add(comparer.prepare(name.text, as: entity.type)) }
            done += 1
            progress(done)
        }
        index.finish(into: &archive)
        comparer.preparer.knowledge.stamp.write(into: &archive)
        return summary
    }
}
