internal import Lexicon

extension SpellingCosts {
    /// Whether the first word is a short form of the second: it begins it (Shahab, Shahabeddin), or its beginning with an -i (Kami, Kamyab).
    ///
    /// Mohammad and Ali are no short forms of the many names that begin with them.
    func isShortForm(_ short: ComparableToken, _ x: Bytes, _ long: ComparableToken, _ y: Bytes) -> Bool {
        let length = Int(short.letterCount)
        guard length > 2, length < long.letterCount, short.isPersian == long.isPersian, !short.isLead, !short.isInitial,
            !short.gender.contradicts(long.gender), short.sounds & ~long.sounds == 0,
            x[short.letters.lowerBound] == y[long.letters.lowerBound]
        else { return false }
        let begins = long.letters.lowerBound..<long.letters.lowerBound + length
        if short.skeletonCount > 2, distance(UnitRun(x, short.letters), UnitRun(y, begins), limit: 20) < 20 { return true }
        if length + 1 < long.letterCount, x.holdsSame(short.letters, y, begins) { return true }
        let last = x[short.letters.upperBound - 1]
        guard Self.diminutives.contains(last), short.skeletonCount > 1 else { return false }
        return x.holdsSame(short.letters.dropLast(), y, begins.dropLast())
    }

    private static let diminutives = ["i", "y·", "ee", "ی"].map(SpellingUnit.code)
}
