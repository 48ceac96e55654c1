/// The pieces of a scheme, found by letting it write each unit in every surrounding.
struct PieceTable: Sendable {
    /// The pieces by the first scalar of their Latin.
    private var pieces: [Unicode.Scalar: [SchemePiece]] = [:]

    /// The pieces that may start with this scalar.
    subscript(first: Unicode.Scalar) -> [SchemePiece] { pieces[first] ?? [] }

    init(_ scheme: Scheme) {
        for letter in Reading.Letter.allCases where letter != .alef && letter != .glide {
            let rare = letter == .teMarbuta ? 3.0 : 0
            add(scheme, [.consonant(letter)], rare)
            add(scheme, [.doubled(letter)], rare + 0.1)
        }
        for vowel in Reading.Vowel.allCases { add(scheme, [.vowel(vowel)], Self.cost(of: vowel)) }
        for (notation, cost) in Self.clusters {
            if let reading = try? Reading(notation) { add(scheme, reading.units, cost) }
        }
        addSilentHe(scheme)
        addJoins(scheme)
        addArticles(scheme)
        addEzafe(scheme)
    }

    private static func cost(of vowel: Reading.Vowel) -> Double {
        switch vowel {
        case .a, .e, .o, .longA, .longI, .longU, .madda: 0
        case .maksura: 1
        case .unwrittenA: 2
        case .tanvinA: 1.5
        case .tanvinE, .tanvinO: 3
        }
    }

    /// Units that schemes write together, with what each costs more than its parts.
    private static let clusters: [(notation: String, cost: Double)] = [
        ("ow", 0), ("ey", 0), ("eyy", 0.2), ("seyyed", -0.5), ("raḥmân", -0.5), ("xo(v)ršīd", -0.5), ("xo(v)š", -0.3), ("x(v)ā", 0),
        ("x(v)o", 1), ("x(v)ī", 1), ("xo(v)", 0.6), ("o(v)", 1.5),
        ("āyī", 0), ("ūyī", 0), ("īā", 0), ("īa", 0.1), ("īe", 0.1), ("īo", 0.2), ("īū", 0), ("kh", 0), ("sh", 0), ("zh", 0), ("gh", 0),
        ("k+h", 0.3), ("s+h", 0.3), ("z+h", 0.3), ("g+h", 0.3), ("k-h", 0.2), ("s-h", 0.2), ("z-h", 0.2), ("g-h", 0.2), ("ov", 0.5),
        ("owv", 0.3), ("avv", 0), ("ovv", 0.2),
    ]

    /// Adds what a scheme writes for these units in different surroundings.
    private mutating func add(_ scheme: Scheme, _ units: [Reading.Unit], _ cost: Double) {
        let b = Reading.Unit.consonant(.be), a = Reading.Unit.vowel(.longA)
        for (before, after) in [
            ([b, a, b], [b]), ([b, a], [a, b]), ([], [b]), ([], [a]), ([b, a, b], []), ([b, a], [b]), ([b, a, b], [a]),
        ] {
            guard let whole = try? Reading(units: before + units + after), let latin = Self.cut(scheme, whole, before, after) else {
                continue
            }
            insert(SchemePiece(latin: latin, units: units, cost: cost))
        }
    }

    /// The Latin of `whole` without that of what stands around.
    private static func cut(_ scheme: Scheme, _ whole: Reading, _ before: [Reading.Unit], _ after: [Reading.Unit]) -> [Unicode.Scalar]? {
        let start = Array(scheme.romanized(Reading(checked: before)).unicodeScalars)
        let end = Array(scheme.romanized(Reading(checked: after)).unicodeScalars)
        let latin = Array(scheme.romanized(whole).unicodeScalars)
        guard latin.count > start.count + end.count, latin.starts(with: start), latin.reversed().starts(with: end.reversed()) else {
            return nil
        }
        return Array(latin[start.count..<latin.count - end.count])
    }

    private mutating func insert(_ piece: SchemePiece) {
        guard let first = piece.latin.first else { return }
        let known = pieces[first, default: []].contains { $0.latin == piece.latin && $0.units == piece.units && $0.place == piece.place }
        if !known { pieces[first, default: []].append(piece) }
    }

    private mutating func insert(_ latin: String, _ units: [Reading.Unit], _ cost: Double, _ place: SchemePiece.Place = .anywhere) {
        insert(SchemePiece(latin: Array(latin.unicodeScalars), units: units, cost: cost, place: place))
    }
}

extension PieceTable {
    /// Silent he at the end of a word or before an ending.
    private mutating func addSilentHe(_ scheme: Scheme) {
        for (vowel, cost) in [(Reading.Vowel.e, -0.2), (.a, 1.2)] {
            let units: [Reading.Unit] = [.vowel(vowel), .silent(.he)]
            let b = [Reading.Unit.consonant(.be)]
            if let latin = Self.cut(scheme, Reading(checked: b + units), b, []) {
                insert(SchemePiece(latin: latin, units: units, cost: cost, place: .atEnd))
            }
            let adjective: [Reading.Unit] = [.vowel(.longI)] + units
            if let latin = Self.cut(scheme, Reading(checked: b + adjective), b, []) {
                insert(SchemePiece(latin: latin, units: adjective, cost: cost, place: .atEnd))
            }
            let ending: [Reading.Unit] = units + [.boundary(.joiner), .vowel(.longI)]
            if let latin = Self.cut(scheme, Reading(checked: b + ending), b, []) {
                insert(SchemePiece(latin: latin, units: ending, cost: cost))
            }
        }
    }

    /// Spaces, hyphens, primes, and suffixes that stand solid in Latin.
    private mutating func addJoins(_ scheme: Scheme) {
        let style = scheme.style
        insert(style.space, [.boundary(.space)], 0, .inside)
        for (text, cost) in [(style.compoundGiven, 0.6), (style.suffix, 0), (style.joiner, 0.05), (style.ending, 0)] where !text.isEmpty {
            insert(text, [.boundary(.joiner)], cost, .inside)
        }
        let and = scheme.romanized(Reading(checked: [.silent(.vav), .vowel(.o)]))
        insert(and + style.space, [.silent(.vav), .vowel(.o), .boundary(.space)], -0.3, .atStart)
        if !style.compoundGiven.isEmpty { insert(style.compoundGiven, [.boundary(.solid)], 0.5, .inside) }
        for suffix in NameElements.suffixes.union(NameElements.endings) {
            let latin = scheme.romanized(Reading(checked: suffix))
            // A long suffix, or one in a vowel, which would else lose its alef, hardly stands there by chance.
            let isPlain = NameElements.endings.contains(suffix) || suffix.count < 4
            insert(latin, [.boundary(.joiner)] + suffix, isPlain ? 1.5 : -0.3, .atEnd)
            if case .vowel = suffix[0], !isPlain {
                insert(latin, [.boundary(.solid)] + suffix, -0.2, .atEnd)
            } else {
                insert(latin, [.boundary(.solid)] + suffix, isPlain ? 2 : 0.4, .atEnd)
            }
        }
    }

    private mutating func addArticles(_ scheme: Scheme) {
        let style = scheme.style
        let allah: [Reading.Unit] = [.boundary(.article), .consonant(.lam), .vowel(.unwrittenA), .consonant(.he)]
        insert(scheme.romanized(Reading(checked: [.vowel(.a)] + allah)), [.vowel(.a)] + allah, -0.5, .atStart)
        for (boundary, cost) in [(Reading.Boundary.solid, 0.0), (.joiner, 0.6), (.space, 0.9)] {
            if let text = style.allah { insert(text, [.boundary(boundary), .vowel(.o)] + allah, cost - 0.5, .inside) }
        }
        let heard: [Reading.Unit] = [.boundary(.article)]
        guard style.article.contains("*") else {
            insert(String(style.article.drop { $0 == " " || $0 == "-" }), [.vowel(.a)] + heard, 0, .atStart)
            for (boundary, cost) in [(Reading.Boundary.joiner, 0.2), (.solid, 0.3), (.space, 0.8)] {
                insert(style.article, [.boundary(boundary), .vowel(.o)] + heard, cost - 0.4, .inside)
            }
            return
        }
        for vowel in [Reading.Vowel.o, .a, .e, nil] {
            for letter in Reading.Letter.allCases where letter.isSun || letter == .lam {
                let start = vowel.map { [Reading.Unit.vowel($0)] } ?? []
                let text = scheme.romanized(Reading(checked: start)) + scheme.romanized(Reading(checked: [.consonant(letter)]))
                let whole = style.article.replacing("*", with: text)
                insert(String(whole.drop { $0 == " " || $0 == "-" }), start + heard, vowel == .a ? 0.3 : 1, .atStart)
                for (boundary, cost) in [(Reading.Boundary.joiner, 0.2), (.solid, 0.3), (.space, 0.8)] {
                    insert(whole, [.boundary(boundary)] + start + heard, cost + (vowel == .o ? -0.4 : 0.6), .inside)
                }
            }
        }
    }

    private mutating func addEzafe(_ scheme: Scheme) {
        let forms = scheme.style.ezafe
        for text in Set([forms.afterConsonant, forms.afterVowel, forms.unwrittenAfterSilentHe].compactMap { $0 }) {
            insert(text, [.ezafe(.unwritten)], 0, .atEnd)
        }
        insert(forms.afterSilentHe, [.ezafe(.hamza)], -0.1, .atEnd)
        insert(forms.written ?? forms.afterVowel, [.ezafe(.ye)], -0.05, .atEnd)
    }
}

extension Reading.Letter {
    /// Whether the article's lam sounds as this letter.
    var isSun: Bool {
        switch self {
        case .te, .se, .dal, .zal, .re, .ze, .sin, .shin, .sad, .zad, .ta, .za, .nun: true
        default: false
        }
    }
}
