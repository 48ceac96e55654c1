internal import Lexicon

/// The ending of Russian family names, which Persian writes as it is heard, or as it is meant: Aliyev, علی‌اف and علی‌یف; Karimov, کریموف and کریم‌اف.
enum SlavicEnding {
    /// What it costs that the endings are written in different ways.
    static let cost: UInt16 = 4

    private static let v = SpellingUnit.code("v"), f = SpellingUnit.code("f"), e = SpellingUnit.code("e"), o = SpellingUnit.code("o"),
        y = SpellingUnit.code("y"), i = SpellingUnit.code("i"), fe = SpellingUnit.code("ف"), alef = SpellingUnit.code("ا"),
        vav = SpellingUnit.code("و"), ye = SpellingUnit.code("ی")

    /// What stands before the ending in a Latin word and in a Persian one; nil unless both have it.
    static func stems(_ latin: ComparableToken, _ x: Bytes, _ persian: ComparableToken, _ y: Bytes) -> (
        latin: Range<Int>, persian: Range<Int>
    )? {
        var a = latin.letters, b = persian.letters
        guard a.count > 4, b.count > 3, y[b.upperBound - 1] == fe, x[a.upperBound - 1] == v || x[a.upperBound - 1] == f,
            x[a.upperBound - 2] == e || x[a.upperBound - 2] == o
        else { return nil }
        a = a.lowerBound..<a.upperBound - 2
        // The glide of -yev.
        if x[a.upperBound - 1] == self.y, a.count > 3 { a = a.lowerBound..<a.upperBound - 1 }
        b = b.lowerBound..<b.upperBound - 1
        if [alef, vav].contains(y[b.upperBound - 1]) {
            b = b.lowerBound..<b.upperBound - 1
        } else if y[b.upperBound - 1] == ye, x[a.upperBound - 1] != i {
            b = b.lowerBound..<b.upperBound - 1
        }
        return b.count > 1 ? (a, b) : nil
    }
}
