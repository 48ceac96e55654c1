public import Lexicon
internal import NameText

/// Writes names in the other script: the lexicon's readings first, the models' for the rest.
public struct Transliterator: Sendable {
    /// The names that are known.
    public let names: NameLexicon
    /// Tells by which reading one spelling spells another.
    public let aligner: ReadingAligner
    let vocabulary: Vocabulary?
    let models: ReadingModels?
    let plain: PlainReader
    let desks = ReadingDesks()

    /// A transliterator over a compiled lexicon and, when there are any, compiled models.
    public init(lexicon: Archive, models: Archive?) throws(ArchiveError) {
        names = try NameLexicon(lexicon)
        aligner = ReadingAligner(lexicon)
        plain = PlainReader(aligner: aligner)
        vocabulary = try? Vocabulary(lexicon)
        self.models = models.map(ReadingModels.init)
    }

    /// Whether there are trained models; without them unknown names are read letter by letter.
    public var hasModels: Bool { models?.persian != nil }

    /// How a whole name is written in `script`, best first.
    ///
    /// The score is the probability that the whole name is written so: the product of its words'.
    public func candidates(for name: String, to script: TargetScript, _ options: TransliterationOptions = .init()) -> [Candidate] {
        var desk = desks.take(), memory = WordMemory.none, list = CandidateList()
        swap(&list, &desk.list)
        defer {
            swap(&list, &desk.list)
            desks.put(back: desk)
        }
        list.removeAll()
        transliterate(name, to: script, options, &memory, on: &desk, into: &list)
        let candidates = (0..<list.count).map { list.candidate($0, names) }
        guard let scheme = options.scheme, script == .latin else { return candidates }
        return Array(romanized(candidates, name, scheme).prefix(options.limit))
    }

    /// Appends the candidates for a whole name to `list`.
    func transliterate(
        _ name: String, to script: TargetScript, _ options: TransliterationOptions, _ memory: inout WordMemory, on desk: inout ReadingDesk,
        into list: inout CandidateList
    ) {
        var count = 0
        for piece in pieces(of: name, to: script, options) {
            if desk.pieces.count == count { desk.pieces.append(WordChoices()) }
            var choices = WordChoices()
            swap(&choices, &desk.pieces[count])
            choose(piece, to: script, options, &memory, into: &choices, on: &desk)
            // A particle has a capital only where it begins the name: Ibn Sina, Ahmad ibn Hanbal.
            if count == 0 && script == .latin && choices.origin == .lexicon { choices.capitalize() }
            swap(&choices, &desk.pieces[count])
            count += 1
        }
        if count == 0 {
            list.append(Candidate(text: name, score: 1, reading: nil, origin: .copied))
            return
        }
        if script == .persian { Self.restoreQuotationMarks(around: &desk.pieces[..<count]) }
        // A scheme may write the same what differs in the spelling of the press.
        let limit = options.scheme != nil && script == .latin ? max(options.limit, 5) : options.limit
        desk.combinations.combine(desk.pieces[..<count], limit: max(options.limit, 5))
        for end in desk.combinations.ends.prefix(limit) {
            let (score, origin) = desk.combinations.follow(end)
            list.append(desk.pieces[..<count], desk.combinations.choices, score: score, origin: origin)
        }
    }

    /// The words of a name; words that the lexicon knows as one name stay together, and so do those that an Arabic article joins.
    private func pieces(of name: String, to script: TargetScript, _ options: TransliterationOptions) -> [Substring] {
        let words = name.split(omittingEmptySubsequences: true) { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
        guard words.count > 1 else { return words }
        var pieces: [Substring] = []
        var index = 0
        while index < words.count {
            let length = script == .persian ? ArticleName.length(words[index...]) : areOne(words[index...], options) ? 2 : 1
            pieces.append(name[words[index].startIndex..<words[index + length - 1].endIndex])
            index += length
        }
        return pieces
    }

    /// Whether the lexicon knows the first two of these Persian words as one name.
    private func areOne(_ words: ArraySlice<Substring>, _ options: TransliterationOptions) -> Bool {
        guard options.knowledge == .lexiconAndModel, let first = words.first, let second = words.dropFirst().first else { return false }
        let letters = PersianLetters.codes(of: "\(first) \(second)")
        return letters.contains(PersianLetters.space)
            && (names.isSpelt(letters)
                || Self.belongsToTheWordBefore(second) && names.isSpelt(letters.filter { $0 != PersianLetters.space }))
    }

    /// Whether a word with a space before it is most often the end of the name before: «نعمت الله», «احمدی نژاد».
    private static func belongsToTheWordBefore(_ word: Substring) -> Bool {
        word.hasPrefix("ال") || boundEndings.contains(String(word))
    }

    private static let boundEndings: Set<String> = [
        "زاده", "نژاد", "پور", "نیا", "فر", "فرد", "راد", "منش", "دوست", "خواه", "پناه", "پرست", "وند", "لو", "ای", "آبادی", "زادگان",
    ]

    /// Compiles the tables of names under `folder` into the lexicon's archive.
    public static func compile(folder: String, into builder: inout ArchiveBuilder) throws(NameTableError) {
        let lines = try NameTable.lines(folder: folder)
        NameLexicon.compile(lines + (try NameTable.foreignElements(folder: folder)), into: &builder)
        builder.add(ReadingAligner.section, ReadingAligner.trained(on: lines).bytes)
    }
}

extension Transliterator {
    /// The words with the ezafe that nobody writes after the common words of organizations and places: «دانشگاه تهران», «آذربایجان شرقی».
    private func withEzafe(_ words: [Candidate.Word]) -> [Candidate.Word] {
        guard words.count > 1 else { return words }
        let letters = words.map { PersianLetters.codes(of: $0.given) }
        var result = words
        for index in words.indices.dropLast() {
            guard let reading = words[index].reading, !reading.endsInEzafe, words[index].after.isEmpty,
                let next = words[index + 1].reading, !next.isConjunction,
                names.isCommonWord(letters[index])
                    || names.isCommonWord(letters[index + 1])
                        && (names.isPlace(letters[index]) || index > 0 && names.isCommonWord(letters[index - 1]))
            else { continue }
            result[index].reading = (try? Reading(units: reading.units + [.ezafe(.unwritten)])) ?? reading
        }
        return result
    }

    /// The candidates in a scheme's letters; those that come out the same are one.
    private func romanized(_ candidates: [Candidate], _ name: String, _ scheme: Scheme) -> [Candidate] {
        let kinds = vocabulary.map { Name(name, $0).parts } ?? []
        var result: [Candidate] = []
        for candidate in candidates {
            var romanized = candidate
            let isCommon = candidate.words.contains { names.isCommonWord(PersianLetters.codes(of: $0.given)) }
            var words: [NameWord] = []
            var separator = ""
            for word in withEzafe(candidate.words) {
                separator += word.before
                if word.after.first == ".", word.given.unicodeScalars.count == 1 {
                    words.append(NameWord(.text(word.given + "."), as: .initial, after: separator))
                    separator = word.after.dropFirst() + " "
                    continue
                }
                let kind = isCommon ? .other : kinds.first { $0.text.contains(word.given) }?.kind ?? .other
                words.append(NameWord(word.reading.map(NameWord.Content.reading) ?? .text(word.given), as: kind, after: separator))
                separator = word.after + " "
            }
            if separator.utf8.count > 1 { words.append(NameWord(.text(""), after: String(separator.dropLast()))) }
            romanized.text = scheme.romanized(words)
            if let known = result.firstIndex(where: { $0.text == romanized.text }) {
                result[known].score += romanized.score
            } else {
                result.append(romanized)
            }
        }
        return result
    }
}
