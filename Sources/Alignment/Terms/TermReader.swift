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
            } else if let date = isPersian ? DateReader.persian(items[at...]) : DateReader.english(items[at...], isCapital: isCapital) {
                term = self.term(of: date.date)
                count = date.count
            } else if let number = isPersian ? NumberReader.persian(items[at...]) : NumberReader.english(items[at...]) {
                term = self.term(of: number)
                count = number.count
            } else if token.kind != .figure {
                // An ending that stands apart belongs to the word before it: «کتاب های».
                term = self.term(of: token, item: items[at], begins: begins, isCapital: isCapital)
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
                        term: term, range: token.range.lowerBound..<end, isCapital: isCapital,
                        followsDirectly: token.followsDirectly && at > 0 && raw[at - 1].kind != .mark))
            }
            begins = false
            at += count
        }
        article.sentences.append(tokens)
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
            word: word, figure: token.kind == .figure ? NumberReader.value(ofFigure: token.scalars) : nil, direct: token.followsDirectly)
    }

    private mutating func term(of key: Key, make: () -> Term) -> Int {
        if let known = index[key] { return known }
        article.terms.append(make())
        index[key] = article.terms.count - 1
        return article.terms.count - 1
    }

    private mutating func term(of date: DateReading) -> Int {
        if case .day(let era, let year?, let month, let day) = date, let day = DateReading.day(era, year, month, day) {
            article.datedDays.append(day)
        }
        return term(of: .date(date)) { Term(kind: .date, form: Word("\(date)"), date: date) }
    }

    private mutating func term(of number: NumberReader.Reading) -> Int {
        let weak = number.inWords || number.value < 10
        return term(of: .number(number.value, isWeak: weak)) {
            Term(kind: .number, form: Word("\(number.value)"), value: number.value, isWeak: weak)
        }
    }

    /// A time, a score, a code: what is written, digit by digit.
    private mutating func term(ofFigure token: RawToken) -> Int {
        let form = Word(
            token.scalars.map { scalar in
                Letters.digit(scalar).map { Unicode.Scalar(UInt8(0x30 + $0)) } ?? (scalar == "٫" ? "." : scalar)
            })
        return term(of: .word(form)) { Term(kind: .word, form: form, keys: [form], isLatin: true) }
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
