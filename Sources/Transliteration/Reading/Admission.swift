extension Reading {
    /// Whether this reading agrees with Persian text that bears some vowel marks: «مُلکی» admits `molkī` and not `malekī`.
    ///
    /// Letters must be the same, except that ا may stand for any alef, ه for ة, and that joiners and spaces do not count; a letter without marks admits any sound.
    public func admits(_ markedPersian: String) -> Bool {
        guard let given = try? MarkedLetter.letters(of: markedPersian).filter({ !$0.isBoundary }) else { return false }
        let own = writtenLetters
        guard given.count == own.count, zip(given, own).allSatisfy({ Self.mayWrite($0.scalar, $1.scalar) }) else { return false }
        if zip(given, own).allSatisfy({ $0.marks.isSubset(of: $1.marks) }) { return true }
        // The program's own marks, some of which nobody else writes.
        guard let full = try? MarkedLetter.letters(of: vowelled).filter({ !$0.isBoundary }) else { return false }
        return zip(given, zip(own, full)).allSatisfy { $0.marks.isSubset(of: $1.0.marks.union($1.1.marks)) }
    }

    private static func mayWrite(_ given: Unicode.Scalar, _ own: Unicode.Scalar) -> Bool {
        if given == own { return true }
        return switch (given, own) {
        case ("ا", "آ"), ("ا", "أ"), ("ا", "إ"), ("ا", "ٱ"), ("ٱ", "ا"), ("ه", "ة"), ("ی", "ئ"), ("و", "ؤ"), ("أ", "ا"), ("إ", "ا"): true
        default: false
        }
    }

    /// Every written letter with the marks that a writer could put on it.
    private var writtenLetters: [MarkedLetter] {
        var letters: [MarkedLetter] = []
        for index in units.indices {
            let before = letters.count
            append(index, to: &letters)
            guard letters.count > before else { continue }
            letters[letters.count - 1].marks.formUnion(acceptedAfter(index))
        }
        return letters
    }

    private func append(_ index: Int, to letters: inout [MarkedLetter]) {
        let starts = index == 0 || units[index - 1].endsSegment
        func add(_ scalar: Unicode.Scalar, _ marks: Marks = []) {
            letters.append(MarkedLetter(scalar: scalar, marks: marks, offset: index))
        }
        switch units[index] {
        case .consonant(let letter):
            let tashdid =
                index > 0
                && (units[index - 1] == .boundary(.assimilatedArticle) || units[index - 1] == .boundary(.article) && letter == .lam)
            add(letter.persian, tashdid ? .shadda : [])
        case .doubled(let letter): add(letter.persian, .shadda)
        case .silent(let letter): add(letter.persian, [.silent, .sukun])
        case .vowel(let vowel):
            if starts {
                if vowel.isUnwritten { add("ا", Marks.hint(of: vowel)) }
                if vowel == .longI || vowel == .longU { add("ا", Marks.hint(of: vowel)) }
            }
            if !vowel.isUnwritten, vowel != .tanvinA || index == 0 || units[index - 1] != .consonant(.teMarbuta) {
                add(starts && vowel == .longA ? "آ" : vowel.letter, vowel.ownMarks)
            }
        case .boundary(.article), .boundary(.assimilatedArticle):
            if starts { add("ا") }
            add("ل", units[index] == .boundary(.article) ? .sukun : [])
        case .ezafe(.ye): add("ی", .kasra)
        case .ezafe(.hamza): letters[letters.count - 1].marks.insert(.hamza)
        case .boundary, .ezafe(.unwritten): break
        }
    }

    /// The marks that what follows puts on the last letter of a unit.
    private func acceptedAfter(_ index: Int) -> Marks {
        guard index + 1 < units.count else { return .sukun }
        switch units[index + 1] {
        case .vowel(let vowel):
            if case .boundary = units[index] { return [] }
            // ey and ow were once ay and aw: «حُسَیْن».
            if index + 2 < units.count,
                vowel == .e && units[index + 2] == .consonant(.ye) || vowel == .o && units[index + 2] == .consonant(.glide)
            {
                return Marks.hint(of: vowel).union(.fatha)
            }
            return Marks.hint(of: vowel)
        case .ezafe(.unwritten): return .kasra
        case .ezafe(.hamza): return [.hamza, .kasra]
        default:
            if case .vowel = units[index] { return [] }
            return .sukun
        }
    }
}

extension Marks {
    /// The marks that may tell of this vowel on the letter before it.
    fileprivate static func hint(of vowel: Reading.Vowel) -> Marks {
        switch vowel {
        case .a, .longA: .fatha
        case .e, .longI: .kasra
        case .o, .longU: .damma
        case .madda: [.fatha, .sukun]
        case .unwrittenA: [.fatha, .dagger]
        case .maksura: .fatha
        case .tanvinA: [.fathatan, .fatha]
        case .tanvinE: .kasratan
        case .tanvinO: .dammatan
        }
    }
}

extension Reading.Vowel {
    /// The marks that the vowel's own letter may bear.
    fileprivate var ownMarks: Marks {
        switch self {
        case .maksura: .dagger
        case .tanvinA: .fathatan
        case .longI: .longI
        case .longU: .longU
        case .a, .e, .o, .longA, .madda, .unwrittenA, .tanvinE, .tanvinO: []
        }
    }
}
