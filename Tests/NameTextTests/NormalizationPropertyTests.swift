import ICU
import Lexicon
import NameText
import TestSupport
import Testing

/// What must hold for any text whatever: texts are made at random, from seeds, so that a failure can be had again.
struct NormalizationPropertyTests {
    private static let texts: [String] = {
        var generator = SplitMix(seed: 14)
        var texts = (0..<3_000).map { _ in RandomText.mixed(using: &generator) }
        texts += (0..<3_000).map { _ in RandomText.words(using: &generator) }
        texts += (Cases("display").rows + Cases("search").rows).map { $0[0] }
        return texts
    }()

    @Test(arguments: Profile.allCases)
    func normalizingTwiceIsNormalizingOnce(_ profile: Profile) {
        for text in Self.texts {
            let once = normalizer.normalized(text, for: profile)
            let twice = normalizer.normalized(once, for: profile)
            guard !same(once, twice) else { continue }
            Issue.record("\(codes(text)) → \(codes(once)) → \(codes(twice))")
            return
        }
    }

    @Test func searchDoesNotTellATextFromItsDisplay() {
        for text in Self.texts {
            let direct = normalizer.normalized(text, for: .search)
            let displayed = normalizer.normalized(text, for: .display)
            guard !same(direct, normalizer.normalized(displayed, for: .search)) else { continue }
            Issue.record(
                "\(codes(text)) → \(codes(direct)); \(codes(displayed)) → \(codes(normalizer.normalized(displayed, for: .search)))")
            return
        }
    }

    /// Display may change a letter into its Persian fellow, but each letter leaves a letter.
    @Test func displayLosesNoLetter() {
        for text in Self.texts where !text.contains("&") {
            let before = letters(text.normalized(to: .nfkc)),
                after = letters(normalizer.normalized(text, for: .display).normalized(to: .nfkc))
            // A loose hamza becomes a mark; a mark over ye becomes part of the letter.
            guard after.count < before.count - text.unicodeScalars.count(where: { $0 == "ء" || $0.value >= 0xFE70 }) else { continue }
            Issue.record("\(codes(text)) → \(codes(normalizer.normalized(text, for: .display)))")
            return
        }
    }

    @Test func unknownScriptsStay() {
        var generator = SplitMix(seed: 3)
        for _ in 0..<500 {
            let text = RandomText.foreign(using: &generator)
            #expect(same(normalizer.normalized(text, for: .display), text.normalized(to: .nfc)), "\(codes(text))")
        }
    }

    @Test func everyChangeIsExplained() {
        for text in Self.texts.suffix(1_500) {
            for profile in Profile.allCases {
                let changes = normalizer.changes(in: text, for: profile)
                if profile == .display {
                    #expect(changes.isEmpty == same(normalizer.normalized(text, for: profile), text), "\(codes(text)): \(changes)")
                }
                #expect(changes.allSatisfy { $0.range.upperBound <= text.utf8.count && Rule.all.contains($0.rule) }, "\(codes(text))")
            }
        }
    }

    private func same(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }
    private func letters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0.properties.isAlphabetic && $0 != "\u{0640}" && $0.properties.generalCategory != .nonspacingMark }
    }
    private func codes(_ text: String) -> String {
        "«\(text.replacing("\n", with: "⏎"))» "
            + text.unicodeScalars.map { String($0.value, radix: 16, uppercase: true) }.joined(separator: " ")
    }
}

/// Texts at random: letters, marks, joiners, spaces and signs in any order, of the scripts of names and of all others.
enum RandomText {
    private static let persian = Array("ابپتجحخدرزسشصعغفقکگلمنوهیآأؤئءةيىكہھےۂۃەێۆګۍېٹڈٱ".unicodeScalars)
    private static let marks = Array("\u{064E}\u{064F}\u{0650}\u{0651}\u{064B}\u{0652}\u{0670}\u{0653}\u{0654}\u{0655}".unicodeScalars)
    private static let silent = Array("\u{200C}\u{200D}\u{200E}\u{202B}\u{FEFF}\u{0640}\u{00AD}\u{200B}\u{009D}".unicodeScalars)
    private static let latin = Array("abcABCzZeEéÉİıßÆşĞʿ'’`-.,‐".unicodeScalars)
    private static let signs = Array("  \t\n\u{00A0}\u{2003},;?!.:%\"«»()/،؛؟…0189۰۹٣٫+".unicodeScalars)
    private static let words = [
        "محمد", "رضا", "علی", "علیرضا", "محمدرضا", "احمدی", "نژاد", "حسین", "زاده", "پور", "خامنه", "ای", "آیت", "الله", "شد", "در", "و",
        "می", "روند", "ها",
        "عبد", "الرضا", "نیا", "علی‌اکبر", "ایت‌الله", "حجة", "الاسلام", "المسلمین", "ی", "دکتر", "سید", "بهاء", "الدین", "مُحَمَّد", "خانه",
        "خانه‌ئی", "1398", "Ali", "REZA",
        "ZARIF", "Mohammad", "Mohammadreza", "Ahmadi", "Nejad", "ahmadi-nejad", "Abd", "ol", "Karim", "the", "IRNA", "M.", "Peyman",
        "JEBELLI", "Za\u{0440}if", "ﻣﺤﻤﺪ", "ﷲ",
    ]

    static func mixed(using generator: inout SplitMix) -> String {
        var text = String.UnicodeScalarView()
        let spread = Int.random(in: 1...5, using: &generator)
        for _ in 0..<Int.random(in: 0...14, using: &generator) {
            let pool = [persian, persian, marks, silent, signs, latin][Int.random(in: 0...spread, using: &generator)]
            text.append(
                Int.random(in: 0..<40, using: &generator) == 0 ? anyScalar(using: &generator) : pool.randomElement(using: &generator)!)
        }
        return String(text)
    }

    static func words(using generator: inout SplitMix) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 1...11, using: &generator) {
            text += words.randomElement(using: &generator)!
            text += [" ", " ", " ", " ", "  ", "\u{200C}", "", ", ", "، ", "-", ".", "\n"].randomElement(using: &generator)!
        }
        return text
    }

    static func anyScalar(using generator: inout SplitMix) -> Unicode.Scalar {
        while true {
            let bound: UInt32 = [0x3000, 0x1_0000, 0x11_0000].randomElement(using: &generator)!
            if let scalar = Unicode.Scalar(UInt32.random(in: 0x80..<bound, using: &generator)) { return scalar }
        }
    }

    static func foreign(using generator: inout SplitMix) -> String {
        let blocks: [ClosedRange<UInt32>] = [
            0x0905...0x0939, 0x0E01...0x0E2E, 0x10D0...0x10F0, 0x4E00...0x9F00, 0xAC00...0xD7A3, 0x0430...0x044F, 0x05D0...0x05EA,
            0x1F600...0x1F64F,
        ]
        let block = blocks.randomElement(using: &generator)!
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 1...12, using: &generator) { text.append(Unicode.Scalar(UInt32.random(in: block, using: &generator))!) }
        return String(text)
    }
}
