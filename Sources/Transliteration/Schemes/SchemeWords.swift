internal import NameText
internal import Synchronization

/// The words that a scheme has written already, up to a bound.
///
/// ICU costs microseconds a word and holds a lock over the process; a name's words come again and again.
final class SchemeWords: Sendable {
    /// A word and how it was to be written.
    struct Key: Hashable {
        var word: Reading
        var kind: Name.Part.Kind
        var hasCapitals: Bool
    }

    private let known = Mutex<[Key: String]>([:])
    /// Words that are remembered; when there are more, all are forgotten.
    private static let bound = 1 << 15

    /// The word's Latin, written by `write` when it is not known.
    func latin(_ key: Key, _ write: () -> String) -> String {
        if let text = known.withLock({ $0[key] }) { return text }
        let text = write()
        known.withLock { known in
            if known.count >= Self.bound { known.removeAll(keepingCapacity: true) }
            known[key] = text
        }
        return text
    }
}
