import Testing

@testable import Transliteration

@Suite struct ReadingPropertyTests {
    @Test func notationGivesTheReadingBack() throws {
        for reading in RandomReadings(seed: 1).prefix(20000) {
            let again = try Reading(reading.notation)
            #expect(again == reading, "\(reading.units)")
        }
    }

    @Test func vowelledPersianGivesTheReadingBack() throws {
        for reading in RandomReadings(seed: 2).prefix(20000) {
            do {
                let again = try Reading(vowelled: reading.vowelled)
                #expect(again == reading, "\(reading.vowelled.unicodeScalars.map { String($0.value, radix: 16) })")
            } catch {
                Issue.record("\(reading): \(error)")
            }
        }
    }

    @Test func vowelledPersianIsThePersianSpellingWithMarks() {
        for reading in RandomReadings(seed: 3).prefix(5000) {
            #expect(unmarked(reading.vowelled) == Array(reading.persian.unicodeScalars.filter { $0 != "\u{64B}" }), "\(reading)")
        }
    }

    @Test func aReadingAdmitsItsOwnSpellings() {
        for reading in RandomReadings(seed: 4).prefix(5000) {
            #expect(reading.admits(reading.persian), "\(reading)")
        }
    }

    @Test func codesGiveUnitsBack() {
        for code in UInt8.min...UInt8.max {
            if let unit = Reading.Unit(code: code) { #expect(unit.code == code) }
        }
    }

    private func unmarked(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.compactMap { scalar in
            if scalar == "ٱ" { return "ا" }
            if scalar == "\u{2060}" || Marks(scalar) != nil && scalar != "\u{654}" { return nil }
            return scalar
        }
    }
}

/// Readings of units in any order that Persian can write, from a seed.
struct RandomReadings: Sequence, IteratorProtocol {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9e37_79b9_7f4a_7c15 }

    private mutating func number(below bound: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % bound
    }

    private mutating func unit() -> Reading.Unit {
        // Vowels and the letters of glides more often, so that they meet.
        func letter(_ number: Int) -> Reading.Letter { Reading.Letter(rawValue: UInt8(number))! }
        switch number(below: 16) {
        case 0...3: return .consonant(letter(number(below: 38)))
        case 4: return .consonant([.vav, .glide, .ye, .he, .hamza, .lam][number(below: 6)])
        case 5: return .doubled(letter(number(below: 38)))
        case 6: return .silent([.vav, .he, .alef, .ye, .lam, .teMarbuta][number(below: 6)])
        case 7...11: return .vowel(Reading.Vowel(rawValue: UInt8(number(below: 12)))!)
        case 12, 13: return .boundary(Reading.Boundary(rawValue: UInt8(number(below: 5)))!)
        case 14: return .ezafe(Reading.Ezafe(rawValue: UInt8(number(below: 3)))!)
        default: return .vowel([.a, .e, .o][number(below: 3)])
        }
    }

    mutating func next() -> Reading? {
        while true {
            var units: [Reading.Unit] = []
            for _ in 0..<(1 + number(below: 9)) {
                // A unit that cannot stand here is drawn anew.
                for _ in 0..<8 {
                    let unit = unit()
                    if (try? Reading.check(units + [unit])) != nil || unit.endsSegment {
                        units.append(unit)
                        break
                    }
                }
            }
            if let reading = try? Reading(units: units) { return reading }
        }
    }
}
