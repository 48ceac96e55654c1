/// Brings names and running text to one of two forms: see `Profile`.
///
/// Idempotent, and `search(display(x)) == search(x)`. Safe to share between threads.
public struct Normalizer: Sendable {
    private let vocabulary: Vocabulary

    /// A normalizer that joins, parts and recognises words by `vocabulary`.
    public init(_ vocabulary: Vocabulary) {
        self.vocabulary = vocabulary
    }

    /// The text in the form that `profile` asks for.
    public func normalized(_ text: String, for profile: Profile) -> String {
        var output: [UInt8] = []
        normalize(Array(text.utf8), for: profile, into: &output)
        return String(decoding: output, as: UTF8.self)
    }

    /// Replaces `output` by the form of `utf8` (valid UTF-8) that `profile` asks for; for inner loops, which keep one buffer.
    public func normalize(_ utf8: [UInt8], for profile: Profile, into output: inout [UInt8]) {
        output.removeAll(keepingCapacity: true)
        output += utf8
    }

    /// Every change that normalizing `text` makes, in the order of the text.
    public func changes(in text: String, for profile: Profile) -> [Change] {
        []
    }
}
