import TestSupport
import Testing

@Suite struct ProgramTests {
    @Test func `version and help`() throws {
        #expect(try Program.run(["--version"]).output == "0.1.0\n")
        let help = try Program.run(["--help"])
        #expect(help.status == 0)
        #expect(help.output.contains("The workbench for Persian names."))
    }

    @Test func `an unknown command is a mistake in usage`() throws {
        let run = try Program.run(["frobnicate"])
        #expect(run.status == 64)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains("frobnicate"))
    }
}
