import ICU
import Testing

@Suite struct ServicesTests {
    @Test func `rules rewrite text`() throws {
        let rules = try RuleTransliterator(id: "test", rules: "š > sh;\nā } $ > a;\nž > zh;\n")
        #expect(try rules("šādž") == "shādzh")
        #expect(try rules(String(repeating: "š", count: 1000)) == String(repeating: "sh", count: 1000))
    }

    @Test(arguments: [
        ("a > b;\nb > c;\n\n# comment\nc > d;\nd > e;\ne > $nothing;\nf > g;\n", 7),
        ("a > b;\nb > ;\nc [ > d;\n", 3),
        ("a } > > b;\n", 1),
    ])
    func `a mistake in the rules names its line`(rules: String, line: Int) {
        do {
            _ = try RuleTransliterator(id: "mine.rules", rules: rules)
            Issue.record("the rules were accepted")
        } catch .rules(let id, let found, _, _, _) {
            #expect(id == "mine.rules")
            #expect(found == line)
        } catch {
            Issue.record("\(error)")
        }
    }

    @Test func `Persian sorts as in Persian`() throws {
        let persian = try Collator(.persian)
        let letters = ["آ", "ا", "ب", "پ", "ت", "ج", "چ", "ح", "ک", "گ", "ل", "و", "ه", "ی"]
        for (a, b) in zip(letters, letters.dropFirst()) {
            #expect(try persian.compare(a, b) < 0, "\(a) \(b)")
            #expect(try persian.sortKey(a).lexicographicallyPrecedes(persian.sortKey(b)))
        }
    }

    @Test func `a Cyrillic letter in a Latin word is found`() throws {
        let found = try Confusables.mixedScriptLookAlikes(in: "Аli Hаssan Москва")
        #expect(found.map(\.offset) == [0, 6])
        #expect(found.map(\.latin) == ["A", "a"])
    }

    @Test func `look-alikes share a skeleton`() throws {
        #expect(try Confusables.skeleton(of: "pаypаl") == Confusables.skeleton(of: "paypal"))
    }

    @Test func `scripts and categories`() {
        #expect(Script(of: "ی") == .arabic)
        #expect(Script(of: "é") == .latin)
        #expect(Script(of: "\u{64E}") == .inherited)
        #expect(Script(of: "،") == .common)
        #expect(Script(code: "Cyrl") == .cyrillic)
        #expect(Script(code: "Nope") == nil)
        #expect(Category(of: "\u{64E}") == .mark)
        #expect(Category(of: "«") == .punctuation)
        #expect(Category(of: "۴") == .number)
        #expect(Category(of: "\u{200C}") == .other)
    }

    @Test func `names of countries, languages, months, currencies`() {
        #expect(LocaleNames.country("IR", in: .persian) == "ایران")
        #expect(LocaleNames.country("DE", in: .english) == "Germany")
        #expect(LocaleNames.language("fa", in: .persian) == "فارسی")
        #expect(LocaleNames.month(9, of: .persian, in: .persian) == "آذر")
        #expect(LocaleNames.month(12, of: .gregorian, in: .english) == "December")
        #expect(LocaleNames.weekday(1, in: .english) == "Sunday")
        #expect(LocaleNames.currency("IRR", in: .english) == "Iranian Rial")
        #expect(LocaleNames.country("XQ", in: .english) == nil)
        #expect(LocaleNames.countryCodes.contains("IR"))
    }
}
