import Glibc

/// Single keys from standard input: on a terminal without Enter and without showing them, otherwise letter by letter.
///
/// A terminal is put back as it was when the reader goes.
struct KeyReader: ~Copyable {
    private let before: termios?
    private var waiting: [Unicode.Scalar] = []

    init() {
        var settings = termios()
        guard isatty(STDIN_FILENO) == 1, tcgetattr(STDIN_FILENO, &settings) == 0 else {
            before = nil
            return
        }
        before = settings
        // Being told to end must not leave the terminal changed: it interrupts waiting for a key, without SA_RESTART.
        var action = sigaction()
        action.__sigaction_handler.sa_handler = { _ in }
        for signal in [SIGTERM, SIGHUP] { sigaction(signal, &action, nil) }
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG)
        tcsetattr(STDIN_FILENO, TCSANOW, &settings)
    }

    deinit {
        if var before { tcsetattr(STDIN_FILENO, TCSANOW, &before) }
    }

    /// The next key that is no space, or nil at the end of input, at Control-C and Control-D.
    mutating func next() -> Unicode.Scalar? {
        while true {
            if waiting.isEmpty, !read() { return nil }
            let key = waiting.removeFirst()
            if key == "\u{1B}" { passOverSequence() }
            if before != nil, key.value == 3 || key.value == 4 { return nil }
            if key.value > 0x20 { return key }
        }
    }

    /// Arrows and function keys come as an escape, `[` or `O`, and signs up to a letter, which is not the key of that letter.
    private mutating func passOverSequence() {
        guard let first = waiting.first, first == "[" || first == "O" else { return }
        waiting.removeFirst()
        let end = waiting.firstIndex { (0x40...0x7E).contains($0.value) }
        waiting.removeFirst(end.map { $0 + 1 } ?? waiting.count)
    }

    private mutating func read() -> Bool {
        var bytes = [UInt8](repeating: 0, count: 64), letter: [UInt8] = []
        repeat {
            // From a pipe one byte at a time: what is not used stays for the next program.
            let count = Glibc.read(STDIN_FILENO, &bytes, before == nil ? 1 : bytes.count)
            guard count > 0 else { return false }
            letter += bytes[..<count]
        } while String(validating: letter, as: UTF8.self) == nil && letter.count < 4
        waiting += String(decoding: letter, as: UTF8.self).unicodeScalars
        return !waiting.isEmpty || read()
    }
}
