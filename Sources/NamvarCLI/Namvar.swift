import ArgumentParser

@main
struct NamvarCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "namvar", abstract: "The workbench for Persian names.")
}
