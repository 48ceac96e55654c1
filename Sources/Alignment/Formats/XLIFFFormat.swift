internal import Entities

/// XLIFF 2.0: a unit a bead that has both sides, its names in the glossary module.
enum XLIFFFormat {
    static func text(of alignment: ArticleAlignment, title: String) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:gls="urn:oasis:names:tc:xliff:glossary:2.0" version="2.0" srcLang="en" trgLang="fa">
              <file id="f1" original="\(XMLText.escaped(title))">

            """
        for (index, bead) in alignment.beads.enumerated() where bead.isTwoSided {
            text += "    <unit id=\"u\(index + 1)\">\n"
            let names = bead.names.filter { $0.kind != .date && $0.kind != .number }
            if !names.isEmpty {
                text += "      <gls:glossary>\n"
                for (number, name) in names.enumerated() {
                    text += "        <gls:glossEntry id=\"g\(number + 1)\">\n"
                    text += "          <gls:term>\(XMLText.escaped(name.english.text))</gls:term>\n"
                    text += "          <gls:translation id=\"t\(number + 1)\">\(XMLText.escaped(name.persian.text))</gls:translation>\n"
                    text += "          <gls:definition>\(XMLText.escaped(name.entity ?? name.kind.rawValue))</gls:definition>\n"
                    text += "        </gls:glossEntry>\n"
                }
                text += "      </gls:glossary>\n"
            }
            text += "      <segment>\n"
            text += "        <source>\(XMLText.escaped(alignment.englishText(bead)))</source>\n"
            text += "        <target>\(XMLText.escaped(alignment.persianText(bead)))</target>\n"
            text += "      </segment>\n    </unit>\n"
        }
        return text + "  </file>\n</xliff>\n"
    }
}
