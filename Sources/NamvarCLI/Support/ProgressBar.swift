import Glibc

/// A bar on standard error for long work, only on a terminal and only after the first second.
struct ProgressBar {
    private let title: String
    private let total: Int
    private let started = ContinuousClock.now
    private var shown = ContinuousClock.now
    private var isShown = false
    private var calls = 0
    private let isOnTerminal = Terminal.errors.isInteractive

    init(_ title: String, total: Int) {
        self.title = title
        self.total = total
    }

    /// Says how much is done; cheap enough to call for every item.
    mutating func update(_ done: Int) {
        calls &+= 1
        guard isOnTerminal, calls & 63 == 0 else { return }
        let now = ContinuousClock.now
        guard now - started > .seconds(1), now - shown > .milliseconds(100) else { return }
        shown = now
        isShown = true
        guard total > 0 else { return put("\r\(title) \(done)\u{1B}[K") }
        let share = min(Double(done) / Double(total), 1)
        let filled = Int(share * 30)
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
        put("\r\(title) \(bar) \(Int(share * 100)) %\u{1B}[K")
    }

    /// Takes the bar away.
    func finish() {
        if isShown { put("\r\u{1B}[K") }
    }

    private func put(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
