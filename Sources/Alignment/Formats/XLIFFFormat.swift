internal import Entities

/// XLIFF 2.0: a unit a bead that has both sides; its names are terms of the glossary module, marked where they stand in the source.
enum XLIFFFormat {
    static func text(of alignment: ArticleAlignment, title: String) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.0" srcLang="en" trgLang="fa">
              <file id="f1" original="\(XMLText.escaped(title.isEmpty ? "articles" : title))">

            """
        var units = 0
        for (index, bead) in alignment.beads.enumerated() where bead.isTwoSided {
            text += unit(bead, number: index + 1, of: alignment)
            units += 1
        }
        // A file without a unit is not valid.
        if units == 0 { text += "    <unit id=\"u0\" translate=\"no\"><segment><source></source></segment></unit>\n" }
        return text + "  </file>\n</xliff>\n"
    }

    private static func unit(_ bead: Bead, number: Int, of alignment: ArticleAlignment) -> String {
        let names = bead.names.filter { $0.kind != .date && $0.kind != .number }
        var text = "    <unit id=\"u\(number)\">\n"
        if !names.isEmpty {
            text += "      <gls:glossary>\n"
            for (index, name) in names.enumerated() {
                text += "        <gls:glossEntry id=\"g\(index + 1)\" ref=\"#m\(index + 1)\">\n"
                text += "          <gls:term>\(XMLText.escaped(name.english.text))</gls:term>\n"
                text += "          <gls:translation id=\"t\(index + 1)\">\(XMLText.escaped(name.persian.text))</gls:translation>\n"
                text +=
                    "          <gls:definition>\(XMLText.escaped([name.kind.rawValue, name.entity].compactMap { $0 }.joined(separator: ", ")))"
                text += "</gls:definition>\n        </gls:glossEntry>\n"
            }
            text += "      </gls:glossary>\n"
        }
        text += "      <mda:metadata><mda:metaGroup category=\"alignment\"><mda:meta type=\"score\">\(bead.score.threeDigits)</mda:meta>"
        text += "</mda:metaGroup></mda:metadata>\n      <segment state=\"translated\">\n"
        text += "        <source>\(source(bead, names, alignment.english))</source>\n"
        text += "        <target>\(XMLText.escaped(alignment.persianText(bead)))</target>\n"
        return text + "      </segment>\n    </unit>\n"
    }

    /// The English sentences with a mark around every name that the glossary has.
    private static func source(_ bead: Bead, _ names: [NameLink], _ english: Article) -> String {
        bead.english.map { index in
            let sentence = english.sentences[index], start = sentence.range.lowerBound
            let bytes = Array(sentence.text.utf8)
            var text = "", at = 0
            func plain(_ range: Range<Int>) -> String { XMLText.escaped(String(decoding: bytes[range], as: UTF8.self).withoutLineBreaks) }
            for (number, name) in names.enumerated().sorted(by: {
                $0.element.english.range.lowerBound < $1.element.english.range.lowerBound
            }) {
                let range = name.english.range
                guard range.lowerBound >= start + at, range.upperBound <= sentence.range.upperBound else { continue }
                text += plain(at..<range.lowerBound - start) + "<mrk id=\"m\(number + 1)\" type=\"term\">"
                text += plain(range.lowerBound - start..<range.upperBound - start) + "</mrk>"
                at = range.upperBound - start
            }
            return text + plain(at..<bytes.count)
        }.joined(separator: " ")
    }
}
