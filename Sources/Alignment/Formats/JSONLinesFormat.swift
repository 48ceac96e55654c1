internal import Entities

/// A JSON object a bead: indices, score, names with what they are and where they stand.
enum JSONLinesFormat {
    static func text(of alignment: ArticleAlignment) -> String {
        var text = "", json = JSONWriter()
        for bead in alignment.beads {
            json.removeAll()
            json.object { json in
                json.key("english")
                json.array(bead.english) { $0.value($1) }
                json.key("persian")
                json.array(bead.persian) { $0.value($1) }
                json.key("score")
                json.raw(bead.score.threeDigits)
                json.key("names")
                json.array(bead.names) { name(&$0, $1, alignment) }
                json.key("offsets")
                json.object { json in
                    json.key("english")
                    json.array(bead.english) { $0.offsets(alignment.english.sentences[$1].range, in: alignment.english) }
                    json.key("persian")
                    json.array(bead.persian) { $0.offsets(alignment.persian.sentences[$1].range, in: alignment.persian) }
                }
            }
            text += String(decoding: json.bytes, as: UTF8.self) + "\n"
        }
        return text
    }

    private static func name(_ json: inout JSONWriter, _ link: NameLink, _ alignment: ArticleAlignment) {
        json.object { json in
            json.member("english", link.english.text)
            json.member("persian", link.persian.text)
            json.member("kind", link.kind.rawValue)
            json.key("entity")
            if let entity = link.entity { json.value(entity) } else { json.null() }
            json.key("score")
            json.raw(link.score.threeDigits)
            if link.group > 0 { json.member("group", link.group) }
            json.key("englishRange")
            json.offsets(link.english.range, in: alignment.english)
            json.key("persianRange")
            json.offsets(link.persian.range, in: alignment.persian)
        }
    }
}

extension JSONWriter {
    /// Where a range of an article's text begins and ends in the file that it was read from.
    fileprivate mutating func offsets(_ range: Range<Int>, in article: Article) {
        let range = article.origin.range(range)
        array([range.lowerBound, range.upperBound]) { $0.value($1) }
    }
}
