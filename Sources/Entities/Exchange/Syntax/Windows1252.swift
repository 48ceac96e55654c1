/// The letters of Windows-1252, which the tables of some publishers are in without saying so.
enum Windows1252 {
    /// What 0x80 to 0x9F stand for; all others are the scalars of their numbers, as are the five that stand for nothing.
    private static let letters = Array("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ".unicodeScalars)

    static func text(_ bytes: [UInt8]) -> String {
        var text = String.UnicodeScalarView()
        for byte in bytes { text.append((0x80..<0xA0).contains(byte) ? letters[Int(byte) - 0x80] : Unicode.Scalar(byte)) }
        return String(text)
    }
}
