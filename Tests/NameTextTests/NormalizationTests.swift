import NameText
import TestSupport
import Testing

/// The vocabulary of this checkout's tables.
let vocabulary: Vocabulary = {
    do { return try Vocabulary(folder: checkout + "/Dictionaries") } catch { preconditionFailure("\(error)") }
}()
let normalizer = Normalizer(vocabulary)

struct NormalizationTests {
    @Test(arguments: Cases("display").rows)
    func display(_ row: [String]) {
        expect(normalizer.normalized(row[0], for: .display), row)
    }

    @Test(arguments: Cases("search").rows)
    func search(_ row: [String]) {
        expect(normalizer.normalized(row[0], for: .search), row)
    }

    private func expect(_ found: String, _ row: [String]) {
        // By scalars: String's own equality does not see a joiner's or a mark's place.
        #expect(
            Array(found.unicodeScalars) == Array(row[1].unicodeScalars), "\(row[0]) → \(visible(found)), not \(visible(row[1])): \(row[2])")
    }
}

/// A text with its invisible characters escaped.
func visible(_ text: String) -> String {
    text.unicodeScalars.map { $0.properties.generalCategory == .format ? "\\u{\(String($0.value, radix: 16))}" : String($0) }.joined()
}
