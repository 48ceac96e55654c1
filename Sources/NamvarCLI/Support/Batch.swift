import ArgumentParser
import Entities
import Lexicon

/// How answers are written.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people.
    case text
    /// For programs: one JSON object a line.
    case jsonl
}

/// One answer, in both of its forms.
protocol Answer {
    /// Writes the members of the answer's object.
    func write(to json: inout JSONWriter)
    /// What a person reads: one line or several.
    func text(on terminal: Terminal) -> String
}

/// Why an item has no answer; said beside the item, and the rest goes on.
struct ItemError: Error {
    var message: String
    init(_ message: String) { self.message = message }
}

/// What every command that answers items has in common: operands or standard input, and a format.
struct Batch: ParsableArguments {
    @Option(help: ArgumentHelp("How to write answers.", valueName: "text|jsonl"))
    var format: OutputFormat = .text

    /// No name is longer; a line that is has most likely lost its line breaks.
    static let nameLimit = 10_000

    /// Answers each operand or, without operands, each line of standard input, in order and as soon as it can.
    ///
    /// - Parameter limit: the bytes an item may have.
    /// - Throws: `Failure(.badData)` at the end when some item had no answer.
    func answer<A: Answer>(_ operands: [String], limit: Int = nameLimit, itemKey: String = "input", _ answer: (String) throws -> A) throws {
        var output = Output()
        var json = JSONWriter()
        var failed = 0

        func write(_ item: Result<String, ItemError>, shown: String, place: String) throws {
            do {
                let answer = try answer(try item.get())
                switch format {
                case .text: try output.line(answer.text(on: .output))
                case .jsonl:
                    json.removeAll()
                    json.object { answer.write(to: &$0) }
                    try output.line(json.bytes)
                }
            } catch let error as ItemError {
                failed += 1
                switch format {
                case .text: try output.line("error: \(error.message)")
                case .jsonl:
                    json.removeAll()
                    json.object {
                        $0.member(itemKey, shown)
                        $0.member("error", error.message)
                    }
                    try output.line(json.bytes)
                }
                try output.flush()
                complain("\(place): \(error.message)")
            }
        }

        if operands.isEmpty {
            var lines = try LineReader("-")
            // Beside answers that go to a file or a pipe; on the terminal itself they show well enough how far the work is.
            var progress = ProgressBar("answered", total: lines.expectedByteCount)
            defer { progress.finish() }
            while true {
                if !lines.hasLine { try output.flush() }
                guard let line = try lines.next() else { break }
                let (item, shown) = Self.item(Array(line), limit: limit)
                try write(item, shown: shown, place: "line \(lines.line)")
                if !Terminal.output.isInteractive { progress.update(lines.byteCount) }
            }
        } else {
            for (index, operand) in operands.enumerated() {
                let (item, shown) = Self.item(Array(operand.utf8), limit: limit)
                try write(item, shown: shown, place: "name \(index + 1)")
            }
        }
        try output.flush()
        if failed > 0 { throw Failure(.badData, failed == 1 ? nil : "\(failed) items had no answer") }
    }

    private static func item(_ bytes: [UInt8], limit: Int) -> (Result<String, ItemError>, shown: String) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            return (
                .failure(ItemError("not valid UTF-8: convert the input, for example with iconv")), String(decoding: bytes, as: UTF8.self)
            )
        }
        if bytes.contains(0) { return (.failure(ItemError("holds a NUL character: this is not text")), text) }
        if bytes.count > limit {
            return (.failure(ItemError("\(bytes.count) bytes, and \(limit) is the most: is a line break missing?")), text)
        }
        return (.success(text), text)
    }
}
