internal import Entities
internal import ICU

/// What an article can be found by in the other language: its names by sound, its numbers and days, the translations of its words.
public struct ArticleSignature: Sendable {
    /// Something an article says, and the keys of any of which the other side may say it.
    struct Unit: Sendable {
        var weight: Float
        var keys: Range<Int>
    }

    /// What the article says; of a Persian one every unit has one key.
    private(set) var units: [Unit] = []
    private(set) var keys: [UInt64] = []
    /// How much each key is worth of its unit's weight.
    private(set) var strengths: [Float] = []

    init() {}

    mutating func add(_ weight: Float, _ found: [(key: UInt64, strength: Float)]) {
        guard !found.isEmpty else { return }
        let start = keys.count
        for (key, strength) in found {
            keys.append(key)
            strengths.append(strength)
        }
        units.append(Unit(weight: weight, keys: start..<keys.count))
    }
}

/// Reads articles into signatures.
public struct SignatureReader {
    private let words: WordLexicon?
    private let gazetteer: Gazetteer?
    private let knowledge: AlignmentOptions.Knowledge
    /// The keys of the Persian names of entities that English articles have named.
    private var persianNames: [Gazetteer.Known: [UInt64]] = [:]

    init(words: WordLexicon?, gazetteer: Gazetteer?, knowledge: AlignmentOptions.Knowledge) {
        self.knowledge = knowledge
        self.words = words
        self.gazetteer = gazetteer
    }

    /// The signature of an article, by the language it is held to be in.
    public mutating func signature(of article: Article) -> ArticleSignature {
        let terms = TermReader.terms(of: article)
        let anchor = article.date ?? terms.datedDays.first
        var signature = ArticleSignature()
        for term in terms.terms where !term.isStop {
            switch article.language {
            case .english: addEnglish(term, anchor, to: &signature)
            case .persian: addPersian(term, anchor, to: &signature)
            }
        }
        if article.language == .english { addEntities(article, terms, to: &signature) }
        return signature
    }

    // MARK: Keys

    private enum Kind: UInt64 { case word = 1, sound, number, day, latin, name }

    private static func key(_ kind: Kind, _ value: UInt64) -> UInt64 { (value &* 0x9E37_79B9_7F4A_7C15) << 4 | kind.rawValue }

    private static func key(_ kind: Kind, _ bytes: [UInt8]) -> UInt64 {
        key(kind, bytes.reduce(7) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }

    /// The key of a figure or of a day of the year; nil for what any article may hold.
    private static func key(ofFigure term: Term, _ anchor: CalendarDay?) -> UInt64? {
        switch term.kind {
        case .number: return term.isWeak ? nil : key(.number, term.value.bitPattern)
        case .date:
            guard let date = term.date, case .day = date, let day = date.day(writtenOn: anchor ?? CalendarDay(gregorian: 2020, 7, 1)) else {
                return nil
            }
            let gregorian = day.date(in: .gregorian)
            return key(.day, UInt64(gregorian.month * 32 + gregorian.day))
        case .word: return nil
        }
    }

    private func addEnglish(_ term: Term, _ anchor: CalendarDay?, to signature: inout ArticleSignature) {
        guard term.kind == .word else {
            if let key = Self.key(ofFigure: term, anchor) { signature.add(1, [(key, 1)]) }
            return
        }
        var found: [(key: UInt64, strength: Float)] = [], isKnown = false
        for key in term.keys.prefix(3) {
            for translation in words?.translations(of: key) ?? [] where translation.strength > 0.08 && found.count < 8 {
                if knowledge == .withoutWords, !translation.isName { continue }
                found.append((Self.key(.word, UInt64(translation.word)), translation.isName ? 1 : 0.35 + 0.4 * translation.strength))
                isKnown = true
            }
        }
        // A word that is never without its capital is a name, and one that no lexicon has may be one.
        if term.isNameLike || !isKnown && term.lowers == 0 {
            for skeleton in NameSkeleton.latin(term.form.bytes) where NameSkeleton.count(skeleton) > 1 {
                found.append((Self.key(.sound, skeleton), NameSkeleton.count(skeleton) > 2 ? 1 : 0.5))
            }
        }
        if term.isNameLike || !isKnown { found.append((Self.key(.latin, term.form.bytes), 1.2)) }
        signature.add(term.isNameLike ? 1 : 0.7, found)
    }

    private func addPersian(_ term: Term, _ anchor: CalendarDay?, to signature: inout ArticleSignature) {
        guard term.kind == .word else {
            if let key = Self.key(ofFigure: term, anchor) { signature.add(1, [(key, 1)]) }
            return
        }
        if term.isLatin { return signature.add(1, [(Self.key(.latin, term.form.bytes), 1)]) }
        var found: [UInt64] = [Self.key(.name, term.form.bytes)]
        for key in term.keys {
            if let number = words?.persian(key) { found.append(Self.key(.word, UInt64(number))) }
        }
        for key in term.keys.prefix(2) {
            let skeleton = NameSkeleton.persian(key)
            if NameSkeleton.count(skeleton) > 1 { found.append(Self.key(.sound, skeleton)) }
        }
        for key in found { signature.add(1, [(key, 1)]) }
    }

    /// Entities of the dictionary that an English article names, by the words of their Persian names.
    private mutating func addEntities(_ article: Article, _ terms: TermedArticle, to signature: inout ArticleSignature) {
        guard let gazetteer else { return }
        let bytes = Array(article.text.utf8)
        var seen: Set<Range<Int>> = [], met: Set<Gazetteer.Known> = [], texts: Set<[UInt8]> = []
        for sentence in terms.sentences {
            var start = 0
            while start < sentence.count {
                guard sentence[start].isCapital else {
                    start += 1
                    continue
                }
                var end = start + 1
                while end < sentence.count, end - start < 6, sentence[end].followsDirectly { end += 1 }
                while end > start + 1, !sentence[end - 1].isCapital { end -= 1 }
                var taken = start + 1
                for last in stride(from: end, to: start, by: -1) where last - start > 1 {
                    let range = sentence[start].range.lowerBound..<sentence[last - 1].range.upperBound
                    guard seen.insert(range).inserted, texts.insert(Array(bytes[range])).inserted else { continue }
                    let known = gazetteer.entities(spelled: String(decoding: bytes[range], as: UTF8.self))
                    guard let first = known.first else { continue }
                    if met.insert(first).inserted {
                        for key in keys(of: first, gazetteer) { signature.add(0.8, [(key, 1)]) }
                    }
                    taken = last
                    break
                }
                start = taken
            }
        }
    }

    private mutating func keys(of entity: Gazetteer.Known, _ gazetteer: Gazetteer) -> [UInt64] {
        if let known = persianNames[entity] { return known }
        let names = gazetteer.entity(entity).names.filter { $0.script == .arabic && $0.role == .preferred }
        let keys = names.prefix(1).flatMap { name in
            name.text.split { $0 == " " }.map { Self.key(.name, PersianForms.word(Array($0.unicodeScalars)).bytes) }
        }
        persianNames[entity] = keys
        return keys
    }
}

extension Aligner {
    /// A reader of signatures that knows what the aligner knows.
    public func signatureReader(_ knowledge: AlignmentOptions.Knowledge = .everything) -> SignatureReader {
        SignatureReader(words: words, gazetteer: gazetteer, knowledge: knowledge)
    }
}
