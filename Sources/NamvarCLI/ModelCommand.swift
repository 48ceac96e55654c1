import ArgumentParser

/// `namvar model …`
struct ModelCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "model", abstract: "Train what the program learns from data.",
        subcommands: [
            ModelTrainCommand.self,
            ModelLexiconCommand.self,
            LocaleWordsCommand.self,
            TrainLexiconCommand.self,
        ])
}
