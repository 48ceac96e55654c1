import Lexicon
import TestSupport
import Testing

@testable import Transliteration

@Suite struct NameLexiconTests {
    /// The shipped tables.
    static let lines: [NameTableLine] = (try? NameTable.lines(folder: "\(checkout)/Dictionaries")) ?? []

    @Test func everyReadingRendersBackToTheSpellingThatFindsIt() throws {
        let lexicon = try Self.lexicon()
        #expect(lexicon.count == Self.lines.count)
        for line in Self.lines {
            let found = lexicon.readings(ofPersian: line.reading.persian)
            #expect(found.contains { $0.reading == line.reading && $0.count == line.count }, "\(line.reading)")
        }
    }

    @Test func everyLatinSpellingFindsItsReading() throws {
        let lexicon = try Self.lexicon()
        for line in Self.lines {
            for spelling in line.latin {
                #expect(lexicon.entries(spelledLatin: spelling.latin).contains { $0.reading == line.reading }, "\(spelling.latin)")
            }
        }
    }

    @Test(arguments: [
        ("مریم", NameEntry.Gender.female), ("Maryam", .female), ("حسین", .male), ("Hossein", .male), ("محمدرضا", .male), ("نصرت", .either),
        ("احمدی‌نژاد", .unknown), ("Qzxw", .unknown),
    ])
    func knowsWhoseGivenNameItIs(_ name: String, _ gender: NameEntry.Gender) throws {
        #expect(try Self.lexicon().gender(ofGiven: name) == gender)
    }

    @Test func theModelsSeeEveryReadingWhole() throws {
        // Names of several words that an ezafe joins («بندر انزلی») are beyond the models, which read words.
        func isJoined(_ line: NameTableLine) -> Bool {
            line.reading.units.contains { if case .ezafe = $0 { true } else { false } }
        }
        for line in Self.lines where line.kind != .foreign && !line.kind.isWord && !isJoined(line) {
            let sounds = try #require(LetterSounds(line.reading), "\(line.reading)")
            #expect(sounds.letters == PersianLetters.codes(of: line.reading.persian))
            let again = ReadingBuilder.reading(sounds.letters, sounds.sounds, beginsPart: sounds.beginsPart)
            #expect(again.map { PersianLetters.codes(of: $0.persian) } == sounds.letters, "\(line.reading)")
        }
    }

    @Test func everyElementIsRead() throws {
        #expect(try NameTable.foreignElements(folder: "\(checkout)/Dictionaries").count > 1000)
    }

    @Test func aWrongElementIsToldWithFileAndLine() throws {
        let lines = "reading\tkind\tgloss\tsource\tlatin\ngol\tword\tflower\tnamvar\t\ngöl\tword\tlake\tnamvar\t\n"
        let table = try TableFile(Array(lines.utf8), path: "elements.tsv", columns: ["reading", "kind", "gloss", "source", "latin"])
        #expect {
            try NameTable.foreignElements(in: table)
        } throws: { error in
            guard case NameTableError.reading(_, 3, "göl", _) = error else { return false }
            return true
        }
    }

    static func lexicon() throws -> NameLexicon {
        var builder = ArchiveBuilder()
        NameLexicon.compile(lines, into: &builder)
        return try NameLexicon(Archive(bytes: builder.bytes()))
    }
}
