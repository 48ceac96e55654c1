import Glibc

/// A bar on standard error for long work, only on a terminal and only after the first second.
struct ProgressBar {
    private let title: String
    private let total: Int
    private let started = ContinuousClock.now
    private var shown = ContinuousClock.now
    private var isShown = false

    init(_ title: String, total: Int) {
        self.title = title
        self.total = total
    }

    /// Says how much is done; cheap enough to call for every item.
    mutating func update(_ done: Int) {
        guard Terminal.errors.isInteractive, done & 63 == 0 else { return }
        let now = ContinuousClock.now
        guard now - started > .seconds(1), now - shown > .milliseconds(100) else { return }
        shown = now
        isShown = true
        let share = total > 0 ? min(Double(done) / Double(total), 1) : 0
        let filled = Int(share * 30)
        let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
        put("\r\(title) \(bar) \(total > 0 ? "\(Int(share * 100)) %" : "\(done)")\u{1B}[K")
    }

    /// Takes the bar away.
    func finish() {
        if isShown { put("\r\u{1B}[K") }
    }

    private func put(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
    }
}
