public import Entities
public import Lexicon
internal import Reconciliation

extension Workbench {
    /// Compiles dictionaries in text form, with everything that reconciling with them needs, into one archive.
    ///
    /// What must be left out goes to `report`, with file and line, and the rest goes through. `progress` hears the number of entities taken
    /// so far.
    public func compile(
        _ files: [String], into archive: inout ArchiveBuilder, report: (EntityProblem) -> Void, progress: (Int) -> Void = { _ in }
    ) throws -> EntityCompiler.Summary {
        try compiler.compile(files, into: &archive, report: report, progress: progress)
    }
}
