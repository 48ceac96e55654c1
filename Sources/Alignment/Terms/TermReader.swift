internal import ICU

/// Reads an article into terms.
struct TermReader {
    private var article: TermedArticle
    private var index: [Key: Int] = [:]

    /// What makes two tokens one term.
    private enum Key: Hashable {
        case word(Word)
        case number(Double, isWeak: Bool)
        case date(DateReading)
    }

    static func terms(of article: Article) -> TermedArticle {
        var reader = TermReader(article: TermedArticle(language: article.language))
        reader.article.sentences.reserveCapacity(article.sentences.count)
        for sentence in article.sentences { reader.read(sentence) }
        return reader.article
    }

    private init(article: TermedArticle) { self.article = article }

    private mutating func read(_ sentence: Article.Sentence) {
        let raw = Scanner.tokens(of: Substring(sentence.text).unicodeScalars, from: sentence.range.lowerBound)
        var length = 0
        let items = raw.map { token in
            length += token.scalars.count
            return item(of: token)
        }
        article.lengths.append(length)
        article.quotes.append(quotation(raw))
        var tokens: [TermToken] = []
        tokens.reserveCapacity(raw.count)
        let isHeadline = article.language == .english && Self.isHeadline(raw)
        var at = 0
        var begins = true  // A capital says nothing at the start of a sentence or of a quotation.
        while at < raw.count {
            let token = raw[at]
            let isPersian = article.language == .persian
            let isCapital = token.kind == .latin && token.scalars[0].properties.isUppercase
            var count = 1
            var term: Int?
            if token.kind == .mark {
                at += 1
                begins = true
                continue
            }
            if token.kind == .figure, let date = DateReader.date(ofFigure: token.scalars) {
                term = self.term(of: date)
            } else if isPersian, let score = score(raw, items, at) {
                term = score
                count = 3
            } else if let date = isPersian ? DateReader.persian(items[at...]) : DateReader.english(items[at...], isCapital: isCapital) {
                term = self.term(of: date.date, word: date.count == 1 ? items[at].word : nil)
                count = date.count
            } else if let number = isPersian ? NumberReader.persian(items[at...]) : NumberReader.english(items[at...]) {
                term = self.term(of: number, word: isPersian && number.count == 1 && token.kind == .persian ? items[at].word : nil)
                count = number.count
                // "88th"
                if !isPersian, at + count < raw.count, raw[at + count].range.lowerBound == raw[at + count - 1].range.upperBound,
                    DateReader.ordinals.contains(items[at + count].word)
                {
                    count += 1
                }
            } else if token.kind != .figure {
                // An ending that stands apart belongs to the word before it: «کتاب های».
                term = self.term(of: token, item: items[at], begins: begins || isHeadline, isCapital: isCapital)
            } else {
                term = self.term(ofFigure: token)
            }
            if let term {
                // "Tehran's": the name ends before the apostrophe.
                var end = raw[at + count - 1].range.upperBound
                if count == 1 { end -= EnglishForms.possessiveWidth(token.scalars) }
                article.terms[term].count += 1
                tokens.append(
                    TermToken(
                        term: term, range: token.range.lowerBound..<end, isCapital: isCapital, isInitial: begins || isHeadline,
                        followsDirectly: token.followsDirectly && at > 0 && raw[at - 1].kind != .mark, isHyphenated: token.isHyphenated))
            }
            begins = false
            at += count
        }
        article.sentences.append(tokens)
    }

    /// Whether every longer word has a capital, as some papers set their headlines.
    private static func isHeadline(_ raw: [RawToken]) -> Bool {
        let long = raw.dropFirst().filter { $0.kind == .latin && $0.scalars.count > 4 }
        return long.count > 2 && long.allSatisfy { $0.scalars[0].properties.isUppercase }
    }

    /// «۲ بر ۱», which English writes `2-1`.
    private mutating func score(_ raw: [RawToken], _ items: [NumberReader.Item], _ at: Int) -> Int? {
        guard at + 2 < items.count, items[at + 1].word == "بر", items[at + 1].direct, items[at + 2].direct,
            let ours = items[at].figure ?? NumberReader.persian(items[at...at])?.value,
            let theirs = items[at + 2].figure ?? NumberReader.persian(items[(at + 2)...(at + 2)])?.value,
            let first = Int(exactly: ours), let second = Int(exactly: theirs), first < 200, second < 200
        else { return nil }
        return term(ofFigure: Word("\(first)-\(second)"))
    }

    /// Follows quotation marks from sentence to sentence.
    private func quotation(_ raw: [RawToken]) -> Quotation {
        var quotation = Quotation()
        quotation.opensBefore = article.quotes.last?.opensAfter ?? false
        var isOpen = quotation.opensBefore
        for (index, token) in raw.enumerated() where token.kind == .mark {
            switch token.scalars[0] {
            case "«", "“", "„": isOpen = true
            case "»", "”": isOpen = false
            case "\"":
                // A paragraph that begins with a mark opens one, whatever was left open before.
                if index == 0, isOpen { quotation.opensBefore = false } else { isOpen.toggle() }
            default: continue
            }
            quotation.isThere = true
        }
        quotation.opensAfter = isOpen
        return quotation
    }

    private func item(of token: RawToken) -> NumberReader.Item {
        let word =
            switch token.kind {
            case .latin: EnglishForms.word(token.scalars)
            case .persian: PersianForms.word(token.scalars)
            case .figure, .mark: Word([UInt8]())
            }
        return NumberReader.Item(
            word: word, figure: token.kind == .figure ? NumberReader.value(ofFigure: token.scalars) : nil, direct: token.followsDirectly,
            isCapital: token.kind == .latin && token.scalars[0].properties.isUppercase)
    }

    private mutating func term(of key: Key, make: () -> Term) -> Int {
        if let known = index[key] { return known }
        article.terms.append(make())
        index[key] = article.terms.count - 1
        return article.terms.count - 1
    }

    private mutating func term(of date: DateReading, word: Word? = nil) -> Int {
        if case .day(let era, let year?, let month, let day) = date, let day = DateReading.day(era, year, month, day) {
            article.datedDays.append(day)
        }
        return term(of: .date(date)) { Term(kind: .date, form: word ?? Word("\(date)"), keys: word.map { [$0] } ?? [], date: date) }
    }

    private mutating func term(of number: NumberReader.Reading, word: Word?) -> Int {
        let weak = number.inWords || number.value < 10
        return term(of: .number(number.value, isWeak: weak)) {
            Term(
                kind: .number, form: word ?? Word("\(number.value)"), keys: word.map { [$0] } ?? [], value: number.value, isWeak: weak)
        }
    }

    /// A time, a score, a code: what is written, digit by digit.
    private mutating func term(ofFigure token: RawToken) -> Int {
        let form = Word(
            token.scalars.map { scalar in
                Letters.digit(scalar).map { Unicode.Scalar(UInt8(0x30 + $0)) } ?? (scalar == "٫" ? "." : scalar)
            })
        return term(ofFigure: form)
    }

    private mutating func term(ofFigure form: Word) -> Int {
        term(of: .word(form)) { Term(kind: .word, form: form, keys: [form], isLatin: true) }
    }

    private mutating func term(of token: RawToken, item: NumberReader.Item, begins: Bool, isCapital: Bool) -> Int? {
        guard !item.word.isEmpty else { return nil }
        let isLatin = token.kind == .latin
        let known = index[.word(item.word)]
        let found =
            known
            ?? term(of: .word(item.word)) {
                if isLatin {
                    return Term(
                        kind: .word, form: item.word, keys: EnglishForms.keys(of: item.word.bytes),
                        isStop: StopWords.english.contains(item.word), isLatin: true)
                }
                let keys = PersianForms.keys(of: PersianForms.parts(of: token.scalars))
                return Term(
                    kind: .word, form: item.word, keys: keys,
                    isStop: keys.prefix(2).contains { StopWords.persian.contains($0) })
            }
        if isLatin, !begins {
            if isCapital { article.terms[found].capitals += 1 } else { article.terms[found].lowers += 1 }
        } else if isLatin, !isCapital {
            article.terms[found].lowers += 1
        }
        return found
    }
}
