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
        return candidates(in: list, for: name, to: script, options)
    }

    /// The candidates in `list` with their readings, in the letters of the scheme that was asked for.
    func candidates(in list: CandidateList, for name: String, to script: TargetScript, _ options: TransliterationOptions) -> [Candidate] {
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
        let pieces = pieces(of: name, to: script, options)
        for (index, piece) in pieces.enumerated() {
            if desk.pieces.count == count { desk.pieces.append(WordChoices()) }
            var choices = WordChoices()
            swap(&choices, &desk.pieces[count])
            choose(piece, isLast: index == pieces.count - 1, to: script, options, &memory, into: &choices, on: &desk)
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
        var words = name.split(omittingEmptySubsequences: true) { $0 == " " || $0 == "\u{A0}" || $0 == "\t" }
        if name.utf8.contains(UInt8(ascii: ".")) { words = words.flatMap(Initials.parted) }
        if script == .persian && name.utf8.contains(UInt8(ascii: "-")) { words = words.flatMap(LatinEzafe.parted) }
        guard words.count > 1 else { return words }
        var pieces: [Substring] = []
        var index = 0
        while index < words.count {
            let length = script == .persian ? joinedLength(words[index...], options) : knownLength(words[index...], options)
            pieces.append(name[words[index].startIndex..<words[index + length - 1].endIndex])
            index += length
        }
        return pieces
    }

    /// How many of these Latin words, from the first, are one: a title of several words, or what the Arabic article joins.
    private func joinedLength(_ words: ArraySlice<Substring>, _ options: TransliterationOptions) -> Int {
        let joined = ArticleName.length(words)
        guard joined == 1, words.count > 2, options.knowledge == .lexiconAndModel else { return joined }
        return names.isTitle(spelled: LatinLetters.folded(words.prefix(2).joined()).letters) ? 2 : 1
    }

    /// How many of these Persian words, from the first, the lexicon knows as one name; 1 where it knows no more.
    private func knownLength(_ words: ArraySlice<Substring>, _ options: TransliterationOptions) -> Int {
        guard options.knowledge == .lexiconAndModel, words.count > 1 else { return 1 }
        for length in [3, 2] where words.count >= length {
            let span = words.prefix(length)
            guard let last = span.last, length == 2 || Self.belongsToTheWordBefore(last) else { continue }
            let letters = PersianLetters.codes(of: span.joined(separator: " "))
            guard letters.contains(PersianLetters.space) else { continue }
            if names.isSpelt(letters) { return length }
            if Self.belongsToTheWordBefore(last), names.isSpelt(letters.filter { $0 != PersianLetters.space }) { return length }
        }
        return 1
    }

    /// Whether a word with a space before it is most often the end of the name before: «نعمت الله», «احمدی نژاد».
    private static func belongsToTheWordBefore(_ word: Substring) -> Bool {
        word.hasPrefix("ال") || boundEndings.contains(String(word))
    }

    private static let boundEndings: Set<String> = [
        "آباد", "زاده", "نژاد", "پور", "نیا", "فر", "فرد", "راد", "منش", "دوست", "خواه", "پناه", "پرست", "وند", "لو", "ای", "آبادی",
        "زادگان",
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
                let next = words[index + 1].reading, !next.isConjunction, !names.isParticle(letters[index]),
                !names.isParticle(letters[index + 1]),
                names.isCommonWord(letters[index], reading)
                    || names.isCommonWord(letters[index + 1], next)
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
            // «و» joins no names of one person.
            let isCommon = candidate.words.contains {
                names.isCommonWord(PersianLetters.codes(of: $0.given)) || $0.reading?.isConjunction == true
            }
            var words: [NameWord] = []
            var separator = ""
            let given = withEzafe(candidate.words)
            for (index, word) in given.enumerated() {
                separator += word.before
                if word.after.first == ".", word.given.unicodeScalars.count == 1 {
                    words.append(NameWord(.text(word.given + "."), as: .initial, after: separator))
                    separator = word.after.dropFirst() + " "
                    continue
                }
                var kind = isCommon ? .other : kinds.first { $0.text.contains(word.given) }?.kind ?? .other
                if kind == .family {
                    // Whose son one is, and a rank after the name, are no part of a double family name: «حسین بن منصور حلاج», «میرزا تقی خان امیرکبیر».
                    let followsSon = words.last?.content.reading.map(NameElements.sons.contains) == true
                    let isRank = word.reading.map { NameElements.ranks.contains($0.units) } == true
                    if index + 1 < given.count && (followsSon || isRank) { kind = isRank ? .honorific : .given }
                }
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
