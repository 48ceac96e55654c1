import Lexicon

/// The program's exit statuses, those of sysexits.h.
enum ExitStatus: Int32 {
    case done = 0
    case noResult = 1
    case usage = 64
    case badData = 65
    case noInput = 66
    case cannotWrite = 73
    case inputOutput = 74

    /// The status for an error of a lower room: a file that is not there is no input, one that cannot be written cannot, and anything else
    /// that stops a command is in the data.
    static func of(_ error: any Error) -> ExitStatus {
        switch error {
        case let error as FileError: error.isAboutWriting ? .cannotWrite : .noInput
        case ArchiveError.notFound, ArchiveError.directory: .noInput
        case ArchiveError.unreadable: .inputOutput
        default: .badData
        }
    }
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
