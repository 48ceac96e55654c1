import Lexicon

/// Names as people misspell them: by the habits of romanization, by lost marks and joiners, by slips of the finger.
enum SpellingHabits {
    /// What one writer puts where another puts something else.
    private static let latin: [(String, String)] = [
        ("ee", "i"), ("i", "ee"), ("i", "y"), ("y", "i"), ("ou", "oo"), ("ou", "u"), ("oo", "ou"), ("u", "oo"), ("o", "u"), ("ei", "ey"),
        ("ei", "ai"), ("ey", "ay"), ("gh", "q"), ("q", "gh"), ("kh", "x"), ("zh", "j"), ("j", "dj"), ("ch", "tch"), ("sh", "ch"),
        ("v", "w"),
        ("eh", "e"), ("eh", "a"), ("ah", "eh"), ("ss", "s"), ("mm", "m"), ("s", "ss"), ("e", "a"), ("a", "e"), ("aei", "ai"),
        ("aei", "aee"),
        ("zadeh", "zade"), ("Mohammad", "Mohamad"), ("Mohammad", "Mohammed"), ("Hossein", "Hussein"), ("-", " "), ("ian", "yan"),
    ]

    private static let persian: [(String, String)] = [
        ("\u{200C}", " "), ("آ", "ا"), ("ئ", "ی"), ("ق", "غ"), ("غ", "ق"), ("ط", "ت"), ("ض", "ز"), ("ذ", "ز"), ("ز", "ذ"), ("ص", "س"),
        ("ح", "ه"), ("ه", "ح"), ("ایی", "ائی"), ("یی", "ی"), ("وو", "و"), ("عبدال", "عبد ال"), ("محمد ", "محمد"),
    ]

    /// A spelling with one habit taken for another, and sometimes a second habit or a slip.
    static func misspelt(_ name: String, _ random: inout SplitMix) -> String {
        let isPersian = name.utf8.contains { $0 > 0xD7 }
        var result = habit(name, isPersian ? persian : latin, &random)
        if random.happens(0.35) { result = habit(result, isPersian ? persian : latin, &random) }
        if result == name || random.happens(0.15) { result = slip(result, &random) }
        return result
    }

    private static func habit(_ name: String, _ habits: [(String, String)], _ random: inout SplitMix) -> String {
        let bytes = Array(name.utf8)
        for _ in 0..<12 {
            let (from, to) = habits[random.below(habits.count)], old = Array(from.utf8)
            guard bytes.count >= old.count else { continue }
            let places = (0...bytes.count - old.count).filter { bytes[$0..<$0 + old.count].elementsEqual(old) }
            guard !places.isEmpty else { continue }
            let place = places[random.below(places.count)]
            return String(decoding: bytes[..<place] + Array(to.utf8) + bytes[(place + old.count)...], as: UTF8.self)
        }
        return name
    }

    /// A letter left out, doubled, or changed with its neighbour, but not the first one.
    private static func slip(_ name: String, _ random: inout SplitMix) -> String {
        var letters = Array(name.unicodeScalars)
        guard letters.count > 3 else { return name }
        let place = 1 + random.below(letters.count - 2)
        switch random.below(3) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        default: letters.swapAt(place, place + 1)
        }
        var result = String.UnicodeScalarView()
        result.append(contentsOf: letters)
        return String(result)
    }
}
