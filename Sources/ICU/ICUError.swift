internal import CICU

/// What went wrong in a service of ICU, and where.
public enum ICUError: Error, Equatable, Sendable, CustomStringConvertible {
    /// A service refused its arguments or failed; `status` is ICU's own name for the failure.
    case failed(service: String, status: String)
    /// Transliteration rules have a mistake at this line and column, both counted from 1.
    case rules(id: String, line: Int, column: Int, near: String, status: String)
    /// A locale, script or property that this ICU does not know.
    case unknown(service: String, name: String)

    /// A sentence for people: lower case, says where and what to do.
    public var description: String {
        switch self {
        case .failed(let service, let status): "ICU's \(service) failed with \(status)"
        case .rules(let id, let line, let column, let near, let status):
            "\(id):\(line):\(column): mistake in the transliteration rules near “\(near)” (\(status)): correct that line"
        case .unknown(let service, let name): "ICU's \(service) does not know “\(name)”"
        }
    }
}

/// Throws when `status` is one of ICU's failures; warnings are negative and pass.
func check(_ status: Int32, _ service: String) throws(ICUError) {
    if status > 0 { throw .failed(service: service, status: String(cString: cicu_error_name(status))) }
}

/// The version of the system's ICU, such as "72.1".
public var icuVersion: String { String(cString: cicu_version()) }
