import ArgumentParser

/// `namvar dictionary`: everything that is done with dictionaries of entities.
struct DictionaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dictionary",
        abstract: "Compile, check, review, compare, merge and exchange dictionaries of entities.",
        discussion: """
            A dictionary's text form is a line an entity:
              {"id":"p1","type":"person","names":[{"text":"Javad Azari"},{"text":"جواد آذری"}],"refs":{"wikidata":"Q1"}}

            Examples:
              namvar dictionary check people.jsonl
              namvar dictionary compile people.jsonl places.jsonl --output ours.namvar
              namvar dictionary diff old.jsonl new.jsonl
              namvar dictionary merge --base old.jsonl ours.jsonl theirs.jsonl --output merged.jsonl
              namvar dictionary export people.jsonl --to skos-turtle --output people.ttl
            """,
        subcommands: [
            DictionaryBuildCommand.self,
            DictionaryCheckCommand.self,
            DictionaryCompileCommand.self,
            DictionaryConfusablesCommand.self,
            DictionaryDecideCommand.self,
            DictionaryDiffCommand.self,
            DictionaryExplainCommand.self,
            DictionaryExportCommand.self,
            DictionaryGatherNamesCommand.self,
            DictionaryImportCommand.self,
            DictionaryMergeCommand.self,
            DictionaryReviewCommand.self,
            DictionaryStatsCommand.self,
            DictionaryUndoCommand.self,
        ])
}
