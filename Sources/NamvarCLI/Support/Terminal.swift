import Glibc

/// What a stream of output can show: colour and right-to-left isolates on a terminal, neither in a file or pipe.
struct Terminal: Sendable {
    let isInteractive: Bool
    let hasColour: Bool

    init(descriptor: Int32) {
        isInteractive = isatty(descriptor) == 1
        hasColour = isInteractive && getenv("NO_COLOR") == nil && getenv("TERM").map { String(cString: $0) } != "dumb"
    }

    static let output = Terminal(descriptor: STDOUT_FILENO)
    static let errors = Terminal(descriptor: STDERR_FILENO)

    enum Style: String {
        case bold = "1"
        case dim = "2"
        case red = "31"
        case green = "32"
        case yellow = "33"
        case cyan = "36"
    }

    /// The text in a style, where there is colour.
    func styled(_ text: String, _ style: Style) -> String {
        hasColour ? "\u{1B}[\(style.rawValue)m\(text)\u{1B}[0m" : text
    }

    /// The text isolated from the direction of the line around it, so that a Persian name does not reorder its neighbours.
    func isolated(_ text: String) -> String {
        // FIRST STRONG ISOLATE … POP DIRECTIONAL ISOLATE, only where there is something written right to left.
        isInteractive && text.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) } ? "\u{2068}\(text)\u{2069}" : text
    }

    /// A line of Persian, isolated and set from right to left whatever it begins with.
    func rightToLeft(_ text: String) -> String {
        // RIGHT-TO-LEFT ISOLATE … POP DIRECTIONAL ISOLATE
        isInteractive ? "\u{2067}\(text)\u{2069}" : text
    }

    /// How many columns a line has; 80 when unknown.
    var columns: Int {
        var size = winsize()
        return ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 80
    }
}
