import Entities
import Transliteration

extension Explanation {
    /// The words and what decided, as members of the object being written.
    func write(to json: inout JSONWriter) {
        json.member("decided", decided)
        json.key("words")
        json.array(words) { json, word in word.write(to: &json) }
    }

    /// A block for a person to read.
    func text(for name: String, on terminal: Terminal) -> String {
        let best = candidates.first
        var lines = [terminal.styled(terminal.isolated(best?.text ?? name), .bold) + (best.map { "   \(Self.percent($0.score))" } ?? "")]
        for word in words {
            lines.append(
                "  \(terminal.isolated(word.given)) → \(terminal.isolated(word.text))" + (word.reading.map { "   \($0.notation)" } ?? ""))
            lines.append("      \(word.provenance(on: terminal))")
            if words.count > 1, !word.others.isEmpty {
                lines.append("      or " + word.others.map { Self.other($0, than: word.reading, terminal) }.joined(separator: "; "))
            }
        }
        for candidate in candidates.dropFirst() {
            lines.append("  or " + Self.other((candidate.text, candidate.reading, candidate.score), than: best?.reading, terminal))
        }
        lines.append("  decided: \(decided)")
        return lines.joined(separator: "\n")
    }

    /// A runner-up, with its reading where that is another one.
    private static func other(_ other: (text: String, reading: Reading?, share: Double), than best: Reading?, _ terminal: Terminal)
        -> String
    {
        "\(terminal.isolated(other.text)) \(Self.percent(other.share))"
            + (other.reading == best ? "" : other.reading.map { " (\($0.notation))" } ?? "")
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }

    fileprivate static func rounded(_ share: Double) -> Double { (share * 10_000).rounded() / 10_000 }
}

extension Explanation.Word {
    fileprivate func write(to json: inout JSONWriter) {
        json.object { json in
            json.member("given", given)
            json.member("text", text)
            if let reading { json.member("reading", reading.notation) }
            json.member("origin", origin.rawValue)
            json.member("score", Explanation.rounded(share))
            if let entry {
                json.member("kind", entry.kind.code)
                if entry.gender != .unknown { json.member("gender", entry.gender.code) }
                json.member("count", entry.count)
            }
            if !elements.isEmpty {
                json.key("elements")
                json.array(elements) { json, element in
                    json.object {
                        $0.member("text", element.persian)
                        if let reading = element.reading { $0.member("reading", reading.notation) }
                        $0.member("kind", element.kind)
                    }
                }
            }
            json.key("others")
            json.array(others) { json, other in
                json.object {
                    $0.member("text", other.text)
                    $0.member("score", Explanation.rounded(other.share))
                    if let reading = other.reading { $0.member("reading", reading.notation) }
                }
            }
        }
    }

    /// Where the reading of a word came from, as a phrase.
    fileprivate func provenance(on terminal: Terminal) -> String {
        switch origin {
        case .lexicon:
            guard let entry else { return "in the lexicon" }
            let whose =
                switch entry.gender {
                case .female: " of women"
                case .male: " of men"
                case .either: " of women and men"
                case .unknown: ""
                }
            let kind =
                switch entry.kind {
                case .given: "given name\(whose)"
                case .family: "family name"
                case .name: "name"
                case .foreign: "foreign name"
                case .place: "name of a place"
                case .title: "title"
                case .common: "common word of organizations and places"
                case .particle: "particle"
                }
            return "lexicon: \(kind), \(entry.count > 0 ? "met \(entry.count) times" : "not counted")"
        case .compound:
            let parts = elements.map { element in
                "\(terminal.isolated(element.persian)) \(element.reading.map { $0.notation + " " } ?? "")(\(element.kind))"
            }
            return "models, which know \(parts.joined(separator: " + "))"
        case .model where given.unicodeScalars.count == 1: return "an initial"
        case .model: return "models, which know no element of it"
        case .copied: return "as it stands"
        }
    }
}
