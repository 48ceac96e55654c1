internal import ICU

/// Finds dates in a row of tokens.
struct DateReader {
    typealias Item = NumberReader.Item

    struct Reading {
        var date: DateReading
        /// How many tokens it takes.
        var count: Int
    }

    /// A date that a single figure holds: `2019-12-15`, `12/15/19`, «۱۳۹۸/۰۹/۲۴».
    static func date(ofFigure scalars: [Unicode.Scalar]) -> DateReading? {
        var numbers: [Int] = [0]
        var widths: [Int] = [0]
        var separator: Unicode.Scalar?
        for scalar in scalars {
            if let digit = Letters.digit(scalar) {
                numbers[numbers.count - 1] = min(numbers[numbers.count - 1] * 10 + digit, 1_000_000)
                widths[widths.count - 1] += 1
            } else {
                guard scalar == "/" || scalar == "-" || scalar == ".", separator == nil || separator == scalar else { return nil }
                separator = scalar
                numbers.append(0)
                widths.append(0)
            }
        }
        guard numbers.count == 3, let separator, widths.allSatisfy({ $0 <= 4 }) else { return nil }
        let (a, b, c) = (numbers[0], numbers[1], numbers[2])
        if (1200...1500).contains(a), valid(b, c) { return .day(.persian, year: a, month: b, day: c) }
        if (1800...2200).contains(a), valid(b, c) { return .day(.gregorian, year: a, month: b, day: c) }
        guard separator == "/" else { return nil }
        if (1200...1500).contains(c), valid(b, a) { return .day(.persian, year: c, month: b, day: a) }
        let isPersian = (0x6F0...0x6F9).contains(scalars[0].value)
        if isPersian, widths[0] == 2, a >= 80, valid(b, c) { return .day(.persian, year: 1300 + a, month: b, day: c) }
        // The American order, unless only the other is possible.
        let year = widths[2] == 2 ? 2000 + c : c
        guard (1800...2200).contains(year) else { return nil }
        if valid(a, b) { return .day(.gregorian, year: year, month: a, day: b) }
        return valid(b, a) ? .day(.gregorian, year: year, month: b, day: a) : nil
    }

    private static func valid(_ month: Int, _ day: Int) -> Bool { (1...12).contains(month) && (1...31).contains(day) }

    /// The date that starts at the first item, or nil.
    /// - Parameter isCapital: whether the first word begins with a capital: "May", "March" and not "may", "march".
    static func english(_ items: ArraySlice<Item>, isCapital: Bool) -> Reading? {
        guard let first = items.first else { return nil }
        let at = items.startIndex
        func item(_ offset: Int) -> Item? { at + offset < items.endIndex ? items[at + offset] : nil }
        if let month = Months.english[first.word] ?? Months.englishPersian[first.word], isCapital {
            let era: Months.Era = Months.english[first.word] == nil ? .persian : .gregorian
            if let day = item(1)?.figure, let day = dayOfMonth(day) {
                var count = 2
                if let suffix = item(2)?.word, ordinals.contains(suffix) { count += 1 }
                if let figure = item(count)?.figure, let year = year(figure, era) {
                    return Reading(date: .day(era, year: year, month: month, day: day), count: count + 1)
                }
                return Reading(date: .day(era, year: nil, month: month, day: day), count: count)
            }
            if let figure = item(1)?.figure, item(1)?.direct == true, let year = year(figure, era) {
                return Reading(date: .month(era, year: year, month: month), count: 2)
            }
            // "Mehr News", "Azar Nafisi": a month's name that begins a longer one.
            if era == .persian, item(1)?.isCapital == true, item(1)?.direct == true { return nil }
            if first.word.bytes.count > 3 || first.word == "may" || era == .persian && !["tir", "dey", "mehr"].contains(first.word) {
                return Reading(date: .month(era, year: nil, month: month), count: 1)
            }
            return nil
        }
        if let figure = first.figure, let day = dayOfMonth(figure) {
            // "from 3 to 12 July"
            if let joint = item(1)?.word, ["to", "and", "through", "until"].contains(joint), let last = item(2)?.figure,
                dayOfMonth(last) != nil,
                let end = english(items[(at + 2)...], isCapital: false), end.count > 1,
                case .day(let era, let year, let month, _) = end.date
            {
                return Reading(date: .day(era, year: year, month: month, day: day), count: 1)
            }
            var count = 1
            if let suffix = item(count)?.word, ordinals.contains(suffix) { count += 1 }
            if item(count)?.word == "of" { count += 1 }
            if let word = item(count)?.word, let month = Months.english[word] ?? Months.englishPersian[word] {
                let era: Months.Era = Months.english[word] == nil ? .persian : .gregorian
                count += 1
                if let figure = item(count)?.figure, let year = year(figure, era) {
                    return Reading(date: .day(era, year: year, month: month, day: day), count: count + 1)
                }
                return Reading(date: .day(era, year: nil, month: month, day: day), count: count)
            }
        }
        if let weekday = Months.englishWeekdays[first.word] { return Reading(date: .weekday(weekday), count: 1) }
        if let days = Months.englishRelative[first.word] { return Reading(date: .relative(days), count: 1) }
        // "Rajab Golabgir": months of the moon are given names, too.
        if isCapital, let month = Months.islamic[first.word], !(item(1)?.isCapital == true && item(1)?.direct == true) {
            return Reading(date: .month(.islamic, year: nil, month: month), count: 1)
        }
        return nil
    }

    /// The date that starts at the first item, or nil.
    static func persian(_ items: ArraySlice<Item>) -> Reading? {
        guard let first = items.first else { return nil }
        let at = items.startIndex
        func item(_ offset: Int) -> Item? { at + offset < items.endIndex ? items[at + offset] : nil }
        let isFirst = first.word == "اول" || first.word == "یکم"
        if let number = first.figure.map({ NumberReader.Reading(value: $0, count: 1, inWords: false) }) ?? NumberReader.persian(items)
            ?? (isFirst ? NumberReader.Reading(value: 1, count: 1, inWords: true) : nil),
            let day = dayOfMonth(number.value)
        {
            var count = number.count
            if let suffix = item(count)?.word, suffix == "ام" || suffix == "م" { count += 1 }
            // «از ۱۳ تا ۲۲ تیر»
            if first.figure != nil, let joint = item(1)?.word, ["تا", "و", "الی"].contains(joint), item(2)?.figure.map(dayOfMonth) != nil,
                let end = persian(items[(at + 2)...]), end.count > 1, case .day(let era, let year, let month, _) = end.date
            {
                return Reading(date: .day(era, year: year, month: month, day: day), count: 1)
            }
            if let word = item(count)?.word, let (era, month) = month(word) {
                count += 1
                if item(count)?.word == "ماه" { count += 1 }
                if item(count)?.word == "سال", item(count + 1)?.figure.flatMap({ year($0, era) }) != nil { count += 1 }
                if let figure = item(count)?.figure, let year = year(figure, era) {
                    return Reading(date: .day(era, year: year, month: month, day: day), count: count + 1)
                }
                return Reading(date: .day(era, year: nil, month: month, day: day), count: count)
            }
        }
        if let days = Months.persianRelative[first.word] { return Reading(date: .relative(days), count: 1) }
        // «پنجشنبه‌شب»
        if first.word.hasSuffix("شنبهشب"), let weekday = Months.persianWeekdays[first.word.dropLast("شب")] {
            return Reading(date: .weekday(weekday), count: 1)
        }
        if let weekday = Months.persianWeekdays[first.word] { return Reading(date: .weekday(weekday), count: 1) }
        if item(1)?.word == "شنبه", item(1)?.direct == true, let weekday = Months.persianCounted[first.word] {
            return Reading(date: .weekday(weekday), count: 2)
        }
        if let (era, month) = month(first.word) {
            let isNamed = item(1)?.word == "ماه"
            if let dated = dated(era, month, after: isNamed ? 2 : 1) { return dated }
            if isNamed { return Reading(date: .month(era, year: nil, month: month), count: 2) }
            if era == .islamic ? first.word != "صفر" : !ambiguous.contains(first.word) {
                return Reading(date: .month(era, year: nil, month: month), count: 1)
            }
        }
        if first.word == "ماه", let word = item(1)?.word, let (era, month) = month(word) {
            return dated(era, month, after: 2) ?? Reading(date: .month(era, year: nil, month: month), count: 2)
        }
        return nil

        /// «خرداد ۱۴۰۲», «مارس سال ۲۰۲۱»
        func dated(_ era: Months.Era, _ month: Int, after count: Int) -> Reading? {
            let count = item(count)?.word == "سال" ? count + 1 : count
            guard let next = item(count), next.direct, let figure = next.figure, let year = year(figure, era) else { return nil }
            return Reading(date: .month(era, year: year, month: month), count: count + 1)
        }
    }

    private static func month(_ word: Word) -> (Months.Era, Int)? {
        if let month = Months.persian[word] { return (.persian, month) }
        if let month = Months.gregorian[word] { return (.gregorian, month) }
        if let month = Months.islamic[word] { return (.islamic, month) }
        // «آذرماه», «ژوئن‌ماه»
        if word.hasSuffix("ماه") { return month(word.dropLast("ماه")) }
        return nil
    }

    /// Months' names that are also everyday words or given names: only with a day or «ماه» beside them.
    private static let ambiguous: Set<Word> = [
        "مه", "می", "تیر", "مهر", "دی", "اذر", "حمل", "ثور", "جوزا", "سرطان", "اسد", "سنبله", "میزان", "عقرب", "قوس", "جدی", "دلو", "حوت",
        "مارچ", "جون", "بهمن",
    ]

    static let ordinals: Set<Word> = ["st", "nd", "rd", "th"]

    private static func dayOfMonth(_ value: Double) -> Int? {
        let day = Int(exactly: value) ?? 0
        return (1...31).contains(day) ? day : nil
    }

    private static func year(_ value: Double, _ era: Months.Era) -> Int? {
        guard let year = Int(exactly: value) else { return nil }
        switch era {
        case .persian:
            if (70...99).contains(year) { return 1300 + year }
            return (1200...1500).contains(year) ? year : nil
        case .gregorian: return (1500...2200).contains(year) ? year : nil
        case .islamic: return (1...1500).contains(year) ? year : nil
        }
    }
}
