internal import Lexicon

/// The keys under which a name is filed and looked up: what is likely to survive of it in another spelling.
///
/// A key is a letter for its sort and then sound classes; see docs/reconciliation.md for what each sort adds.
enum SearchKeys {
    /// Any two words of the name, in either order.
    static let pair = UInt8(ascii: "2")
    /// One word.
    static let word = UInt8(ascii: "1")
    /// All words run together.
    static let joined = UInt8(ascii: "*")
    /// The first letter of the name with its last word.
    static let initial = UInt8(ascii: ".")
    /// The first letters of all words.
    static let acronym = UInt8(ascii: "^")
    private static let separator = UInt8(ascii: " ")

    static func pair(_ a: [UInt8], _ b: [UInt8], into key: inout [UInt8]) {
        key.removeAll(keepingCapacity: true)
        key.append(pair)
        let ordered = !b.lexicographicallyPrecedes(a)
        key += ordered ? a : b
        key.append(separator)
        key += ordered ? b : a
    }

    static func word(_ a: [UInt8], into key: inout [UInt8]) {
        key.removeAll(keepingCapacity: true)
        key.append(word)
        key += a
    }

    static func initial(_ first: UInt8, _ last: [UInt8], into key: inout [UInt8]) {
        key.removeAll(keepingCapacity: true)
        key.append(initial)
        key.append(first)
        key += last
    }

    /// All keys of a name.
    static func all(of name: ComparableName, _ visit: ([UInt8]) -> Void) {
        var key: [UInt8] = []
        let tokens = name.tokens.filter { $0.role != .particle && $0.concept?.kind != .legal },
            skeletons = tokens.map { searchSkeleton($0, name) }
        let full = zip(skeletons, tokens).filter { !$0.1.isInitial }.map(\.0)
        for (index, skeleton) in full.enumerated() {
            word(skeleton, into: &key)
            visit(key)
            // Another spelling may write the two as one word.
            if index > 0, full.count > 2 || name.kind != .person {
                word(runTogether([full[index - 1], skeleton]), into: &key)
                visit(key)
            }
            for other in full[..<index] {
                pair(other, skeleton, into: &key)
                visit(key)
            }
        }
        // A name of one word too: it is then told apart from the many names that only have the word in them.
        if !full.isEmpty { visit([joined] + runTogether(full)) }
        soundedTogether(name, visit)
        if let first = skeletons.first?.first, skeletons.count > 1, name.kind == .person, let last = skeletons.last {
            initial(first, last, into: &key)
            visit(key)
        }
        if name.kind != .person || isAcronymLike(name) { acronyms(of: name, visit) }
    }

    /// Keys by sound alone of words that another spelling may write as one, where a word's meaning or its silent end stands in other keys: Kian Shahr and
    /// «کیان‌شهر», Simineh Rud and «سیمینه‌رود», where the h is heard as a letter inside the word.
    private static func soundedTogether(_ name: ComparableName, _ visit: ([UInt8]) -> Void) {
        var key: [UInt8] = []
        // "Ab" is a legal form in Swedish, and water in names of places.
        let tokens = spoken(name).filter { name.kind == .place || $0.concept?.kind != .legal }
        let sounded = tokens.map { sounds($0, name) }
        if tokens.contains(where: standsForMeaning) {
            visit([joined] + runTogether(sounded))
            for index in sounded.indices.dropFirst() {
                word(runTogether([sounded[index - 1], sounded[index]]), into: &key)
                visit(key)
            }
        }
        guard tokens.dropLast().contains(where: { endsInSilentH($0, name) }) else { return }
        visit([joined] + runTogether(zip(tokens, sounded).map { endsInSilentH($0, name) ? $1 + [UInt8(ascii: "h")] : $1 }))
    }

    /// The words that are heard in a name.
    static func spoken(_ name: ComparableName) -> [ComparableToken] { name.tokens.filter { !$0.isInitial && $0.role != .particle } }

    private static let silentH = [SpellingUnit.code("h·"), SpellingUnit.code("ه·")]

    private static func endsInSilentH(_ token: ComparableToken, _ name: ComparableName) -> Bool {
        token.letterCount > 0 && silentH.contains(name.bytes[token.letters.upperBound - 1])
    }

    /// The skeleton of words written as one: what only a first sound leaves is lost inside.
    static func runTogether(_ skeletons: [[UInt8]]) -> [UInt8] {
        var result: [UInt8] = []
        for skeleton in skeletons {
            let isInner = skeleton.first.map { $0 == UInt8(ascii: "A") || $0 == UInt8(ascii: "y") || $0 == UInt8(ascii: "v") } ?? false
            for key in result.isEmpty || !isInner ? skeleton[...] : skeleton.dropFirst() where result.last != key { result.append(key) }
        }
        return result
    }

    /// One short Latin word: it may be an acronym, whatever else it may be.
    static func isAcronymLike(_ name: ComparableName) -> Bool {
        name.tokens.count == 1 && name.tokens[0].textCount <= 7 && !name.tokens[0].isPersian
    }

    /// A short word may take its letters from a longer name's words, in order, as SAIRAN and IMIDRO do: any three of the words'
    /// first letters beginning with the first, or the first two, make a key.
    private static func acronyms(of name: ComparableName, _ visit: ([UInt8]) -> Void) {
        var letters: [UInt8]
        if name.tokens.count > 1 {
            letters = name.acronym
            if letters.count == 2 { visit([acronym] + letters) }
        } else {
            letters = name.tokens.first.map(name.textBytes) ?? []
            guard letters.allSatisfy({ $0 < 0x80 }) else { return }
            for second in Set(letters.dropFirst()).sorted() { visit([acronym, letters[0], second]) }
        }
        letters = Array(letters.prefix(9))
        guard letters.count > 2 else { return }
        var seen: Set<[UInt8]> = []
        for second in 1..<letters.count - 1 {
            for third in second + 1..<letters.count {
                let key = [acronym, letters[0], letters[second], letters[third]]
                if seen.insert(key).inserted { visit(key) }
            }
        }
    }

    private static func standsForMeaning(_ token: ComparableToken) -> Bool { token.concept.map { $0.kind != .function } ?? false }

    private static let c = SpellingUnit.code("c"), s = SpellingUnit.code("s"), x = SpellingUnit.code("x")
    private static let front = ["e", "ee", "i", "y", "y·"].map(SpellingUnit.code)

    /// The sound classes of a word, and such as languages take for one another as one: c is s before e and i, x is ks, ch is sh in French, gh is often
    /// written g, and Persian puts a vowel before an s that begins with another consonant (Steve, «استیو»).
    static func sounds(_ token: ComparableToken, _ name: ComparableName) -> [UInt8] {
        var units = name.bytes[token.letters].array, sounds: [UInt8] = []
        for index in units.indices.reversed() {
            if units[index] == c, index + 1 < units.count, front.contains(units[index + 1]) { units[index] = s }
            // Its class is that of k.
            if units[index] == x { units.insert(s, at: index + 1) }
        }
        SoundClass.skeleton(of: units, into: &sounds)
        if sounds.count > 2, sounds[0] == UInt8(ascii: "A"), sounds[1] == UInt8(ascii: "s") { sounds.removeFirst() }
        for index in sounds.indices {
            if sounds[index] == UInt8(ascii: "c") { sounds[index] = UInt8(ascii: "S") }
            if sounds[index] == UInt8(ascii: "q") { sounds[index] = UInt8(ascii: "g") }
        }
        return sounds
    }

    /// The sound classes of a word; for one with a shared meaning, the meaning.
    static func searchSkeleton(_ token: ComparableToken, _ name: ComparableName) -> [UInt8] {
        guard standsForMeaning(token), let concept = token.concept else { return sounds(token, name) }
        return [UInt8(ascii: "#"), UInt8(concept.number & 127) | 128, UInt8(truncatingIfNeeded: concept.number >> 7) | 128]
    }

    /// A skeleton with one class left out, each in turn, and itself: two skeletons one slip apart share one of these.
    static func neighbourhood(_ skeleton: [UInt8], _ visit: ([UInt8]) -> Void) {
        visit(skeleton)
        guard skeleton.count > 1 else { return }
        var shorter = Array(skeleton.dropFirst())
        visit(shorter)
        for index in 1..<skeleton.count {
            shorter[index - 1] = skeleton[index - 1]
            visit(shorter)
        }
    }
}
