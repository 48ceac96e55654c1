public import Entities
public import Lexicon
internal import Reconciliation

extension Workbench {
    /// Compiles dictionaries in text form, with everything that reconciling with them needs, into one archive.
    ///
    /// What must be left out goes to `report`, with file and line, and the rest goes through. `progress` hears the number of entities taken
    /// so far. With `bases`, the files say only what is new or different, and the dictionary goes in front of those when reconciling.
    public func compile(
        _ files: [String], addedTo bases: [EntityDictionary] = [], into archive: inout ArchiveBuilder, report: (EntityProblem) -> Void,
        progress: (Int) -> Void = { _ in }
    ) throws -> EntityCompiler.Summary {
        let compiler = try compiler
        for base in bases { try compiler.check(base) }
        return try compiler.compile(files, addedTo: bases, into: &archive, report: report, progress: progress)
    }
}
