internal import Entities

/// Translation memory, TMX 1.4b: a unit a bead that has both sides.
enum TMXFormat {
    static func text(of alignment: ArticleAlignment) -> String {
        var text = """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE tmx SYSTEM "tmx14.dtd">
            <tmx version="1.4">
              <header creationtool="namvar" creationtoolversion="0.1.0" segtype="sentence" o-tmf="namvar" adminlang="en" srclang="en" datatype="plaintext"/>
              <body>

            """
        for (index, bead) in alignment.beads.enumerated() where bead.isTwoSided {
            let (english, persian) = (alignment.englishText(bead), alignment.persianText(bead))
            guard !english.isEmpty, !persian.isEmpty else { continue }
            // Several sentences are more than the header says.
            let kind = bead.english.count + bead.persian.count > 2 ? " segtype=\"block\"" : ""
            text += "    <tu tuid=\"\(index + 1)\"\(kind)>\n"
            text += "      <prop type=\"x-score\">\(bead.score.threeDigits)</prop>\n"
            text += "      <tuv xml:lang=\"en\"><seg>\(XMLText.escaped(english))</seg></tuv>\n"
            text += "      <tuv xml:lang=\"fa\"><seg>\(XMLText.escaped(persian))</seg></tuv>\n"
            text += "    </tu>\n"
        }
        return text + "  </body>\n</tmx>\n"
    }
}
