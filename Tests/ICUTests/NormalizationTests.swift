import ICU
import TestSupport
import Testing

@Suite struct NormalizationTests {
    @Test(arguments: Cases("normalization").rows)
    func `text in each form`(row: [String]) {
        for (form, expected) in zip(NormalizationForm.allCases, row[1...]) {
            // Compared as scalars: canonically equivalent Strings are equal.
            #expect(Array(row[0].normalized(to: form).unicodeScalars) == Array(expected.unicodeScalars), "\(form)")
        }
    }

    @Test func `long text takes the heap and comes out whole`() {
        let text = String(repeating: "ﷲ ا\u{653} ", count: 20_000)
        #expect(text.normalized(to: .nfkc).unicodeScalars.count == 20_000 * 7)
    }

    @Test func `a NUL is a character like others`() {
        #expect("a\0e\u{301}".normalized(to: .nfc).utf8.elementsEqual("a\0é".utf8))
    }
}
