/// Lays the words of a name into one run of bytes, each as `ComparableToken` reads it.
struct TokenWriter {
    private(set) var bytes: [UInt8] = []
    /// Whether numbers count as words.
    private let hasNumbers: Bool
    private var letters: [UInt8] = []
    private var skeleton: [UInt8] = []

    /// Longer words are cut: counts are bytes, and no name has so long a word.
    static let longest = 120

    init(hasNumbers: Bool = false) { self.hasNumbers = hasNumbers }

    /// Adds a word in search form, with what is known of it.
    mutating func add(_ word: [UInt8], _ knowledge: NameKnowledge) -> ComparableToken {
        let word = FoldedWord.key(word.count > Self.longest ? Array(word.prefix(Self.longest)) : word)
        letters.removeAll(keepingCapacity: true)
        skeleton.removeAll(keepingCapacity: true)
        if word.first.map({ $0 < 0x80 }) ?? false {
            LatinSpelling.units(of: word, into: &letters)
            // A number has no sounds.
            if letters.isEmpty, hasNumbers { letters = [SpellingUnit.code("?")] }
        } else {
            PersianSpelling.units(ofLetters: String(decoding: word, as: UTF8.self), into: &letters)
        }
        SoundClass.skeleton(of: letters, into: &skeleton)
        var token = ComparableToken()
        token.start = UInt32(bytes.count)
        token.letterCount = UInt8(letters.count)
        token.skeletonCount = UInt8(skeleton.count)
        token.textCount = UInt8(word.count)
        token.sounds = SoundClass.set(of: skeleton)
        token.isPersian = letters.first.map(SpellingUnit.isPersian) ?? false
        bytes += letters
        bytes += skeleton
        bytes += word
        knowledge.complete(&token, word, skeleton, into: &bytes)
        return token
    }

    /// The text of a word that was added.
    func text(_ token: ComparableToken) -> [UInt8] { Array(bytes[token.text]) }
}
