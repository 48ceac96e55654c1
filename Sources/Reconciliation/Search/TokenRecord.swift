internal import Lexicon

/// A prepared word as it lies in a compiled dictionary.
enum TokenRecord {
    /// Lengths are bytes: no prepared word is longer than that.
    static func write(_ token: ComparableToken, into bytes: inout [UInt8]) {
        func put(_ part: [UInt8]) {
            let part = part.prefix(255)
            bytes.append(UInt8(part.count))
            bytes += part
        }
        bytes += [token.rarity, token.gender.rawValue, UInt8(token.readings.count), UInt8(min(255, token.known.count))]
        put(token.letters)
        put(token.skeleton)
        put(token.text)
        for reading in token.readings { put(reading) }
        for name in token.known.prefix(255) {
            bytes.append(littleEndian: name.id)
            bytes.append(name.share)
        }
    }

    static func read(_ bytes: Bytes) -> ComparableToken {
        var at = 4
        func take() -> [UInt8] {
            let count = Int(bytes[at])
            defer { at += 1 + count }
            return bytes[at + 1..<at + 1 + count].array
        }
        let letters = take(), skeleton = take(), text = take()
        var token = ComparableToken(text: text, letters: letters, skeleton: skeleton)
        token.rarity = bytes[0]
        token.gender = NameGender(rawValue: bytes[1])
        for _ in 0..<bytes[2] { token.readings.append(take()) }
        for _ in 0..<bytes[3] {
            token.known.append(KnownSpelling(id: bytes.u32(at: at), share: bytes[at + 4]))
            at += 5
        }
        return token
    }
}
