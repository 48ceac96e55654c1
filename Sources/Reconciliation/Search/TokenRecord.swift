internal import Lexicon

/// A prepared word as it lies in a compiled dictionary: what a token holds, then its run of bytes, which is compared where it lies.
enum TokenRecord {
    /// Bytes before the run.
    static let header = 12
    /// Where the rarity stands.
    static let rarity = 5

    static func write(_ token: ComparableToken, _ source: Bytes, into bytes: inout [UInt8]) {
        bytes += [token.letterCount, token.skeletonCount, token.textCount, token.knownCount, token.readingCount, token.rarity]
        bytes += [token.gender.rawValue, (token.isPersian ? 1 : 0) | (token.isLead ? 2 : 0)]
        bytes.append(littleEndian: token.sounds)
        bytes += source[token.letters.lowerBound..<token.end(source)].array
    }

    /// The word whose record begins at an offset.
    static func read(_ bytes: Bytes, at offset: Int) -> ComparableToken {
        var token = ComparableToken()
        token.start = UInt32(offset + header)
        token.letterCount = bytes[offset]
        token.skeletonCount = bytes[offset + 1]
        token.textCount = bytes[offset + 2]
        token.knownCount = bytes[offset + 3]
        token.readingCount = bytes[offset + 4]
        token.rarity = bytes[offset + rarity]
        token.gender = NameGender(rawValue: bytes[offset + 6])
        token.isPersian = bytes[offset + 7] & 1 != 0
        token.isLead = bytes[offset + 7] & 2 != 0
        token.sounds = bytes.u32(at: offset + 8)
        return token
    }
}
