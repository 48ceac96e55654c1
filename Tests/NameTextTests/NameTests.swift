import ICU
import Lexicon
import NameText
import TestSupport
import Testing

struct NameTests {
    @Test(arguments: Cases("names").rows)
    func parts(_ row: [String]) {
        let name = Name(row[0], vocabulary)
        #expect(name.parts.map { "\($0.kind.rawValue):\($0.text)" }.joined(separator: "|") == row[1], "\(row[2])")
    }

    /// Parts stand where they say, in order, and no letter stands outside them.
    @Test func nothingIsLost() {
        var generator = SplitMix(seed: 5)
        let names = Cases("names").rows.map { $0[0] } + (0..<1_000).map { _ in RandomText.words(using: &generator) }
        for text in names {
            let utf8 = Array(text.utf8)
            var end = 0
            for part in Name(text, vocabulary).parts {
                #expect(part.range.lowerBound >= end && utf8[part.range].elementsEqual(part.text.utf8), "\(text)")
                let between = String(decoding: utf8[end..<max(end, part.range.lowerBound)], as: UTF8.self)
                #expect(!between.unicodeScalars.contains { $0.properties.isAlphabetic }, "\(text): «\(between)»")
                end = part.range.upperBound
            }
            #expect(!String(decoding: utf8[end...], as: UTF8.self).unicodeScalars.contains { $0.properties.isAlphabetic }, "\(text)")
        }
    }

    @Test func script() {
        #expect(Name("محمد", vocabulary).script == .arabic)
        #expect(Name("Zarif", vocabulary).script == .latin)
        #expect(Name("۱۲", vocabulary).script == .common)
    }
}
