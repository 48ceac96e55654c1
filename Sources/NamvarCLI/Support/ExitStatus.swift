/// The program's exit statuses, those of sysexits.h.
enum ExitStatus: Int32 {
    case done = 0
    case noResult = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case cannotWrite = 73
    case inputOutput = 74
}

/// Ends the program with a message and a status.
struct Failure: Error {
    var status: ExitStatus
    /// Lower case, says what to do; nil when everything has been said already.
    var message: String?

    init(_ status: ExitStatus, _ message: String? = nil) {
        self.status = status
        self.message = message
    }
}
