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
            case .boundary(.joiner): text += "-"
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

    private func needsSeparator(_ previous: Unit?, _ letter: Letter) -> Bool {
        previous == .consonant(letter) || previous == .doubled(letter)
    }
}
