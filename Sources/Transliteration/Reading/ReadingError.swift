/// What is wrong with a reading, and where.
public enum ReadingError: Error, Equatable, Sendable {
    /// There is no reading in an empty text.
    case empty
    /// The notation has no such sign.
    case unknownSign(String, offset: Int)
    /// A parenthesis that does not hold exactly one letter, such as `(v)`.
    case silentLetter(offset: Int)
    /// Two vowels meet that Persian cannot write without a letter between them.
    case hiatus(String, offset: Int)
    /// This vowel cannot start a segment.
    case initialVowel(String, offset: Int)
    /// Nothing stands between two boundaries, or beside one.
    case emptyPart(offset: Int)
    /// `=` needs a vowel and a consonant before it at the start of a segment, and a consonant of the same sound, or `l`, after it.
    case article(offset: Int)
    /// An ezafe ends a word; `-ʾe` needs a silent he before it.
    case ezafe(offset: Int)
    /// A letter of vowelled Persian lacks the mark without which it cannot be read.
    case unmarked(String, offset: Int)
    /// This mark or letter has no place in vowelled Persian where it stands.
    case unknownMark(String, offset: Int)
}

extension ReadingError: CustomStringConvertible {
    /// What to do, for a person; offsets count from 0, in UTF-8 of the text that was read, or in units.
    public var description: String {
        switch self {
        case .empty: "empty reading: write at least one sign"
        case .unknownSign(let sign, let offset): "unknown sign «\(sign)» at offset \(offset): see docs/reading.md for the signs"
        case .silentLetter(let offset): "one letter belongs between parentheses at offset \(offset), as in x(v)āje(h)"
        case .hiatus(let vowels, let offset): "two vowels «\(vowels)» at offset \(offset): put the letter between them"
        case .initialVowel(let vowel, let offset): "«\(vowel)» at offset \(offset) cannot start a segment"
        case .emptyPart(let offset): "nothing stands before or after the boundary at offset \(offset)"
        case .article(let offset): "misplaced article at offset \(offset): write it as in šams-od=dīn"
        case .ezafe(let offset): "misplaced ezafe at offset \(offset): it ends a word, and -ʾe follows (h)"
        case .unmarked(let letter, let offset): "«\(letter)» at offset \(offset) needs its vowel mark"
        case .unknownMark(let mark, let offset): "«\(mark)» at offset \(offset) has no place there in vowelled Persian"
        }
    }
}
