/// Reads figures and number words of both languages as values: `10,000`, `380 هزار`, "fifteen million", «بیست و سه», "second".
struct NumberReader {
    /// A number in a row of tokens.
    struct Reading {
        var value: Double
        /// How many tokens it takes.
        var count: Int
        /// Whether it stands in words or is a bare multiplier ("thousands"): then it says less.
        var inWords: Bool
    }

    /// A word as the reader sees it: its folded letters, or the figure's own.
    struct Item {
        var word: Word
        var figure: Double?
        var direct: Bool
        /// Begins with a capital letter.
        var isCapital = false
    }

    /// The value of a plain figure, or nil for times, dates and scores such as `1-0`.
    static func value(ofFigure scalars: [Unicode.Scalar]) -> Double? {
        var digits = 0.0, fraction = 0.0, scale = 1.0, inFraction = false
        for (index, scalar) in scalars.enumerated() {
            if let digit = Letters.digit(scalar) {
                if inFraction {
                    scale /= 10
                    fraction += Double(digit) * scale
                } else {
                    digits = digits * 10 + Double(digit)
                }
                continue
            }
            let after = scalars[(index + 1)...].prefix { Letters.digit($0) != nil }.count
            switch scalar {
            case ",", "٬", "،": if after != 3 { return nil }
            case "'", "’": if after != 3 { return nil }
            case ".":
                // `10.000` in a Persian article is ten thousand, `7.5` is not; three digits and a leading zero are a fraction.
                if inFraction { return nil }
                inFraction = true
            case "٫", "/":
                // «۷/۵» is how many Persian writers print 7.5; a date has two of them.
                if inFraction || scalars.filter({ $0 == "/" }).count > 1 { return nil }
                inFraction = true
            default: return nil
            }
        }
        return digits + fraction
    }

    /// The number that starts at the first item, or nil.
    static func english(_ items: ArraySlice<Item>) -> Reading? {
        read(items, units: englishUnits, multipliers: englishMultipliers, joining: ["and"])
    }

    /// The number that starts at the first item, or nil.
    static func persian(_ items: ArraySlice<Item>) -> Reading? {
        read(items, units: persianUnits, multipliers: persianMultipliers, joining: ["و"])
    }

    private static func read(
        _ items: ArraySlice<Item>, units: [Word: Double], multipliers: [Word: Double], joining: Set<Word>
    ) -> Reading? {
        var total = 0.0, group: Double?, count = 0, used = 0, words = true, isJoined = false, factorBefore = Double.infinity
        var index = items.startIndex
        while index < items.endIndex {
            let item = items[index]
            if used > 0, !item.direct { break }
            if let figure = item.figure {
                if group != nil || total > 0 && !isJoined { break }
                group = figure
                words = false
            } else if let unit = units[item.word] {
                // "fifty two", «صد و بیست» add up; "two two" does not.
                if let so = group {
                    guard unit < so, so >= 20, so.truncatingRemainder(dividingBy: unit >= 10 ? 100 : 10) == 0 else { break }
                    group = so + unit
                } else {
                    group = unit
                }
            } else if let factor = multipliers[item.word] {
                if factor == 100, let so = group {
                    group = so * 100
                } else {
                    total += (group ?? 1) * factor
                    group = nil
                    factorBefore = factor
                }
            } else if used > 0, joining.contains(item.word), index + 1 < items.endIndex, group == nil, !words,
                let figure = items[index + 1].figure, figure < factorBefore
            {
                // «۳۱ هزار و ۴۰۰»
                isJoined = true
                index += 1
                count += 1
                continue
            } else if used > 0, joining.contains(item.word), index + 1 < items.endIndex,
                words, units[items[index + 1].word] != nil || multipliers[items[index + 1].word] != nil, (group ?? 100) >= 20
            {
                index += 1
                count += 1
                continue
            } else {
                break
            }
            index += 1
            count += 1
            used = count
        }
        guard used > 0 else { return nil }
        return Reading(value: total + (group ?? 0), count: used, inWords: words)
    }

    private static let englishMultipliers: [Word: Double] = [
        "hundred": 100, "hundreds": 100, "thousand": 1e3, "thousands": 1e3, "million": 1e6, "millions": 1e6, "m": 1e6, "billion": 1e9,
        "billions": 1e9, "bn": 1e9, "trillion": 1e12, "trillions": 1e12, "dozen": 12, "dozens": 12,
    ]

    private static let englishUnits: [Word: Double] = [
        "zero": 0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
        "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
        "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
        "twice": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10, "twentieth": 20,
    ]

    private static let persianMultipliers: [Word: Double] = [
        "صد": 100, "صدها": 100, "هزار": 1e3, "هزاران": 1e3, "میلیون": 1e6, "میلیونها": 1e6, "ملیون": 1e6, "میلیارد": 1e9, "میلیاردها": 1e9,
        "تریلیون": 1e12, "بیلیون": 1e12, "دوجین": 12,
    ]

    private static let persianUnits: [Word: Double] = {
        var units: [Word: Double] = ["صفر": 0, "سوم": 3, "سی": 30]
        let plain: [(Word, Double)] = [
            ("دو", 2), ("سه", 3), ("چهار", 4), ("پنج", 5), ("شش", 6), ("هفت", 7), ("هشت", 8), ("نه", 9), ("ده", 10), ("یازده", 11),
            ("دوازده", 12), ("سیزده", 13), ("چهارده", 14), ("پانزده", 15), ("شانزده", 16), ("هفده", 17), ("هجده", 18), ("هیجده", 18),
            ("نوزده", 19), ("بیست", 20), ("سی", 30), ("چهل", 40), ("پنجاه", 50), ("شصت", 60), ("هفتاد", 70), ("هشتاد", 80), ("نود", 90),
            ("دویست", 200), ("سیصد", 300), ("چهارصد", 400), ("پانصد", 500), ("ششصد", 600), ("هفتصد", 700), ("هشتصد", 800), ("نهصد", 900),
        ]
        for (word, value) in plain {
            units[word] = value
            units[word + "م"] = value  // دوم، پنجم
            units[word + "مین"] = value  // دومین
        }
        units["سوم"] = 3
        units["سومین"] = 3
        // «سی‌وپنجمین», «بیست‌ویکم»: written as one word.
        let tens = plain.filter { $0.1 >= 20 && $0.1 < 100 }, ones = plain.filter { $0.1 < 10 }
        for (ten, value) in tens {
            for (one, rest) in ones + [("یک", 1)] {
                let word = ten + "و" + one
                for ending in ["", "م", "مین"] as [Word] { units[word + ending] = value + rest }
                if rest == 3 { units[ten + "وسوم"] = value + rest }
                if rest == 3 { units[ten + "وسومین"] = value + rest }
            }
        }
        // «نه» is also "no", «هم» "also": in running text they are rarely nine.
        units["نه"] = nil
        units["ده"] = 10
        return units
    }()
}
