internal import Entities
internal import ICU
internal import Lexicon
internal import NameText

/// Makes names ready for comparison.
struct NamePreparer: Sendable {
    let vocabulary: Vocabulary
    let normalizer: Normalizer
    let knowledge: NameKnowledge
    let words: NameWords
    let acronyms: AttestedAcronyms

    /// More words than this are not looked at.
    static let mostTokens = PartAlignment.longest

    /// A name's words with all that comparing needs of them; `kind` is inferred when it is not given.
    func prepare(_ text: String, kind: ComparableName.Kind? = nil) -> ComparableName {
        let text = Self.bounded(text), words = searchWords(of: text)
        let kind = kind ?? inferredKind(of: words)
        switch kind {
        case .person:
            guard let text = Self.rewritten(text, words) else { return person(text, words) }
            return person(text, searchWords(of: text))
        case .organization, .place: return self.words(of: words.words, kind)
        }
    }

    /// What is beyond this length is no name; the bound keeps a line of ten million letters from costing more than one of a thousand.
    private static func bounded(_ text: String) -> [UInt8] { Array(text.utf8.count > 1024 ? String(text.prefix(400)).utf8 : text.utf8) }

    /// A person, unless its words say that it is an organization or a place.
    func inferredKind(of text: String) -> ComparableName.Kind { inferredKind(of: searchWords(of: Self.bounded(text))) }

    private func inferredKind(of text: SearchWords) -> ComparableName.Kind {
        let words = text.words
        var shared = 0, isPlace = false
        // «سیستان و بلوچستان»: nobody's name has such a word in it.
        if words.count > 2, words.dropFirst().dropLast().contains(where: Self.conjunctions.contains) { return .organization }
        // «بی‌بی‌سی فارسی»
        if text.spellsLetters { return .organization }
        // "North Khorasan": Persian has its directions behind, and among its family names.
        if words.count > 1, let first = words.first, let concept = self.words.exactConcept(of: FoldedWord.key(first)),
            concept.kind == .direction, !concept.isPersian
        {
            return .place
        }
        for (place, word) in words.enumerated() {
            // An ending may make a family name of the word: بانکی, میدانی.
            let concept = self.words.exactConcept(of: FoldedWord.key(word))
            switch concept?.kind {
            case .head:
                // «شهاب گردان» is a person: a Persian noun that says what something is comes first.
                if concept!.isPersian, place > 0, words.count == 2, knowledge.isGivenName(words[0]) { continue }
                return .organization
            case .legal where word.count > 2: return .organization
            case .genericPlace: isPlace = true
            case .generic, .topic, .place: shared += 1
            default: break
            }
        }
        if isPlace { return .place }
        // «انقلاب اسلامی» names nobody; one such word may: Shahid, Emam, Azadi.
        return shared > 1 && 2 * shared >= words.count ? .organization : .person
    }

    /// Whether two single words are the names that two languages have for one place.
    func haveOneMeaning(_ a: String, _ b: String) -> Bool {
        func meaning(_ text: String) -> NameWords.Concept? {
            let words = searchWords(of: Self.bounded(text)).words
            return words.count == 1 ? self.words.exactConcept(of: FoldedWord.key(words[0])) : nil
        }
        guard let concept = meaning(a), concept.kind == .name || concept.kind == .place else { return false }
        return meaning(b)?.number == concept.number
    }

    private static let conjunctions = Set(["and", "of", "for", "و", "برای"].map { Array($0.utf8) })

    private func person(_ text: [UInt8], _ words: SearchWords) -> ComparableName {
        var name = ComparableName(kind: .person), writer = TokenWriter()
        var given: [ComparableToken] = [], family: [ComparableToken] = []
        let halves = Self.halves(of: text)
        var parts = parts(text, halves.given, isFamily: false)
        if let half = halves.family { parts += self.parts(text, half, isFamily: true) }
        for (part, range, isFamily) in parts {
            for word in LatinArticle.joined(words.words(in: range)).flatMap(unglued) {
                // The ezafe of Torbat-e Heydariyeh.
                if word.count < 3, Self.ezafe.contains(word), part.kind != .initial { continue }
                let role = self.words.role(of: word)
                if let number = role?.number, !given.isEmpty || !family.isEmpty {
                    name.number = number
                    continue
                }
                var token = writer.add(word, knowledge)
                guard token.letterCount > 0 else { continue }
                token.role = Self.role(of: part.kind)
                if halves.family != nil, token.role != .title, token.role != .particle {
                    token.role = isFamily ? .family : token.role == .family ? .given : token.role
                }
                token.isLead = role == .lead
                if role == .honorific, token.role != .family || parts.count > 1 { token.role = .title }
                if token.letterCount == 1 { token.role = .initial }
                switch token.role {
                case .title: name.titles.append(token)
                case .family, .particle: family.append(token)
                default: given.append(token)
                }
            }
        }
        name.tokens = Array(joinedSuffix(given + family, &writer).prefix(Self.mostTokens))
        if name.tokens.isEmpty {
            // «سید» or «حاجی» alone is a name after all.
            name.tokens = Array(name.titles.suffix(1))
            name.titles.removeLast(name.titles.isEmpty ? 0 : 1)
        }
        name.family = family.isEmpty ? max(0, name.tokens.count - 1) : min(given.count, name.tokens.count - 1)
        for index in name.tokens.indices where index >= name.family && index > 0 && name.tokens[index].role != .particle {
            name.tokens[index].role = self.words.role(of: writer.text(name.tokens[index])) == .suffix ? .suffix : .family
        }
        name.bytes = Bytes(writer.bytes)
        return name
    }

    private static func role(of kind: Name.Part.Kind) -> ComparableToken.Role {
        switch kind {
        case .title, .honorific, .suffix: .title
        case .given: .given
        case .initial: .initial
        case .particle: .particle
        case .family: .family
        case .other: .other
        }
    }

    /// A suffix at the end belongs to the family name before it, unless that is somebody's given name and the suffix all there is of the family name:
    /// Mahmoud Ahmadi Nejad, Jafari Tabar; but Mehdi Rad.
    private func joinedSuffix(_ tokens: [ComparableToken], _ writer: inout TokenWriter) -> [ComparableToken] {
        guard tokens.count > 2 || tokens.count == 2 && tokens[0].gender == .unknown, let last = tokens.last,
            words.role(of: writer.text(last)) == .suffix, let before = tokens.dropLast().last,
            before.isPersian == last.isPersian, before.role != .initial
        else { return tokens }
        var joined = writer.add(writer.text(before) + writer.text(last), knowledge)
        joined.role = before.role
        return tokens.dropLast(2) + [joined]
    }

    /// A title or an article written with an unknown word whose rest is known stands apart: سیدجواد, Alhosseini, Seyedolhosseini.
    private func unglued(_ word: [UInt8]) -> [[UInt8]] {
        guard word.count > 5, !knowledge.knows(word) else { return [word] }
        var rest = word[...], parts: [[UInt8]] = []
        if let title = words.honorificPrefix(of: word), !Self.isEnding(word[title...]) {
            parts.append(Array(word[..<title]))
            rest = word[title...]
        }
        for article in Self.articles where rest.count > 5 && rest.starts(with: article) && knowledge.knows(Array(rest.dropFirst(2))) {
            return parts + [Array(rest.dropFirst(2))]
        }
        // What is left of Mirzayi is an ending, though somewhere a Yi is somebody's name.
        let letters = rest[rest.startIndex] < 0x80 ? rest.count : rest.count / 2
        return letters > 2 && knowledge.knows(Array(rest)) ? parts + [Array(rest)] : [word]
    }

    /// Whether what follows a title is the end of a family name that the title begins, whoever else is called so: Mirzayi, Mirzaian, «میرزایان».
    private static func isEnding(_ rest: ArraySlice<UInt8>) -> Bool {
        let letters = rest.first.map { $0 < 0x80 } == true ? rest.count : rest.count / 2
        return letters < 3 || endings.contains(Array(rest))
    }

    private static let endings = Set(
        [
            "ian", "yan", "iyan", "ean", "zad", "zadeh", "far", "fard", "nia", "pur", "pour", "poor", "rad", "vand", "nejad", "یان", "ئیان",
            "زاد", "زاده", "پور", "نیا", "فرد", "راد", "وند", "نژاد",
        ]
        .map { Array($0.utf8) })

    private static let articles = ["al", "ol", "el", "ul"].map { Array($0.utf8) }

    /// The parts of a stretch of a text, and where they lie in it.
    private func parts(_ text: [UInt8], _ range: Range<Int>, isFamily: Bool) -> [(Name.Part, Range<Int>, isFamily: Bool)] {
        Name(String(decoding: text[range], as: UTF8.self), vocabulary).parts.map { part in
            (part, part.range.lowerBound + range.lowerBound..<part.range.upperBound + range.lowerBound, isFamily)
        }
    }

    /// The two halves of "ZARIF, Mohammad Javad", or the name as one.
    private static func halves(of text: [UInt8]) -> (given: Range<Int>, family: Range<Int>?) {
        guard let comma = text.firstIndex(of: UInt8(ascii: ",")), text.lastIndex(of: UInt8(ascii: ",")) == comma else {
            return (text.indices, nil)
        }
        let halves = [0..<comma, comma + 1..<text.count]
        guard halves.allSatisfy({ !SearchWords.isBlank(text, $0) }) else { return (text.indices, nil) }
        return (halves[1], halves[0])
    }

    /// A person's name as Latin has it where Persian or Arabic writes a part of it as several words: initials that are spelled out, as in
    /// «جورج دبلیو بوش», and Zayn al-Abidin; nil for any other name.
    private static func rewritten(_ text: [UInt8], _ words: SearchWords) -> [UInt8]? {
        let inner = words.words.dropFirst().dropLast()
        guard
            inner.contains(where: { LetterNames.initial(of: $0) != nil }) || words.words.dropLast(2).contains(where: LatinArticle.isServant)
        else { return nil }
        var written = String(decoding: text, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
        for place in written.indices.dropFirst().dropLast() {
            if let letter = LetterNames.initial(of: Array(written[place].utf8)) {
                written[place] = String(UnicodeScalar(letter - 32)) + "."
            }
        }
        return Array(LatinArticle.servantsJoined(written).joined(separator: " ").utf8)
    }

    private func words(of searched: [[UInt8]], _ kind: ComparableName.Kind) -> ComparableName {
        var name = ComparableName(kind: kind), writer = TokenWriter(hasNumbers: true)
        var shared: Set<UInt32> = []
        for word in terms(expanded(Self.spelledOut(searched))) {
            let concept = words.concept(of: word)
            if concept?.kind == .function { continue }
            // "Islamic Revolutionary Guard Corps (IRGC)" says it twice.
            if let concept, concept.kind != .legal, !shared.insert(concept.number).inserted { continue }
            var token = writer.add(word, knowledge)
            guard token.letterCount > 0 else { continue }
            token.concept = concept
            name.tokens.append(token)
            if concept?.kind != .legal { name.acronym.append(word[0]) }
        }
        name.tokens = Array(name.tokens.prefix(Self.mostTokens))
        name.bytes = Bytes(writer.bytes)
        return name
    }

    /// Words with attested acronyms written out.
    private func expanded(_ words: [[UInt8]]) -> [[UInt8]] {
        guard words.contains(where: { acronyms.name(of: $0) != nil }) else { return words }
        return words.flatMap { word in
            guard self.words.exactConcept(of: FoldedWord.key(word)) == nil, let name = acronyms.name(of: word) else { return [word] }
            return searchWords(of: Array(name.utf8)).words
        }
    }

    /// A word by itself, as a name of one word.
    func word(_ word: [UInt8]) -> ComparableName {
        var writer = TokenWriter()
        let token = writer.add(word, knowledge)
        return ComparableName(kind: .person, tokens: [token], bytes: Bytes(writer.bytes))
    }

    /// Words that are one term, as sarmaye gozari is and university of technology, stand joined.
    private func terms(_ words: [[UInt8]]) -> [[UInt8]] {
        var result: [[UInt8]] = [], at = 0
        while at < words.count {
            let lengths = [4, 3, 2].filter { at + $0 <= words.count }
            let term = lengths.lazy.compactMap { length -> ([UInt8], Int)? in
                let joined = words[at..<at + length].filter { $0 != Self.of }.reduce([], +)
                return self.words.exactConcept(of: FoldedWord.key(joined)) == nil || joined == words[at] ? nil : (joined, length)
            }.first
            result.append(term?.0 ?? words[at])
            at += term?.1 ?? 1
        }
        return result
    }

    private static let of = Array("of".utf8)

    private static let ezafe: Set<[UInt8]> = [Array("e".utf8), Array("ye".utf8), Array("i".utf8)]

    /// Single letters in a row are one acronym: P.C.C. is pcc.
    private static func spelledOut(_ words: [[UInt8]]) -> [[UInt8]] {
        var result: [[UInt8]] = [], letters: [UInt8] = []
        for word in words + [[]] {
            if word.count == 1, word[0] < 0x80 {
                letters += word
                continue
            }
            if !letters.isEmpty { result.append(letters) }
            letters = []
            if !word.isEmpty { result.append(word) }
        }
        return result
    }
}
