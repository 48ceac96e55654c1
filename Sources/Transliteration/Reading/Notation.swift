extension Reading {
    /// The text form: NFC, lower case; `Reading(notation)` gives this reading back.
    public var notation: String {
        var text = ""
        var previous: Unit?
        for index in units.indices {
            let unit = units[index]
            switch unit {
            case .consonant(let letter):
                if needsSeparator(previous, letter) { text += "·" }
                text += letter.sign
            case .doubled(let letter):
                if needsSeparator(previous, letter) { text += "·" }
                text += letter.sign + letter.sign
            case .silent(let letter):
                text += "(\(letter.sign))"
            case .vowel(let vowel):
                // «ءا» is two letters, آ one.
                if vowel == .longA, previous == .consonant(.hamza) || previous == .doubled(.hamza) { text += "·" }
                if vowel == .madda, previous == .consonant(.hamza) || previous == .doubled(.hamza) { text += "·" }
                text += vowel.sign
            case .boundary(.space): text += " "
            case .boundary(.joiner): text += looksLikeEzafe(after: index) ? "-·" : "-"
            case .boundary(.solid): text += "+"
            case .boundary(.article): text += "l="
            case .boundary(.assimilatedArticle): text += (units[index + 1].letter?.sign ?? "l") + "="
            case .ezafe(.unwritten): text += "-e"
            case .ezafe(.ye): text += "-ye"
            case .ezafe(.hamza): text += "-ʾe"
            }
            previous = unit
        }
        return text
    }

    /// Whether the segment after a joiner is just e, ye or ʾe, which would be read as ezafe.
    private func looksLikeEzafe(after joiner: Int) -> Bool {
        let segment = units[(joiner + 1)...].prefix { !$0.endsSegment && $0 != .ezafe(.unwritten) && $0 != .ezafe(.ye) }
        switch Array(segment) {
        case [.vowel(.e)], [.consonant(.ye), .vowel(.e)], [.consonant(.hamza), .vowel(.e)]: return true
        default: return false
        }
    }

    private func needsSeparator(_ previous: Unit?, _ letter: Letter) -> Bool {
        previous == .consonant(letter) || previous == .doubled(letter)
    }
}
