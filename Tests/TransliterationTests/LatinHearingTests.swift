import TestSupport
import Testing

@testable import Transliteration

@Suite struct LatinHearingTests {
    @Test(arguments: Cases("latin-hearing").rows)
    func aWordIsHeardInEveryWayThatItMayBeMeant(_ row: [String]) {
        let (letters, breaks) = LatinLetters.folded(row[0])
        let hearings = LatinHearing.hearings(of: letters, breaks: breaks)
        let heard = hearings.map { hearing in
            var text = ""
            for (place, letter) in hearing.letters.enumerated() {
                if hearing.breaks.contains(place) { text += " " }
                text.unicodeScalars.append(Unicode.Scalar(letter))
            }
            return text
        }
        #expect(heard.joined(separator: "|") == row[1])
        #expect(abs(hearings.reduce(0) { $0 + $1.share } - 1) < 1e-9)
    }
}
