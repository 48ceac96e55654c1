extension Reading {
    /// A letter of Persian as a reading keeps it: hamza by its seat, and vav twice, since it sounds as a consonant or as a glide.
    public enum Letter: UInt8, Hashable, Sendable, CaseIterable {
        case hamza, yehHamza, vavHamza, alefHamzaAbove, alefHamzaBelow
        case be, pe, te, se, jim, che, heHotti, khe, dal, zal, re, ze, zhe, sin, shin, sad, zad, ta, za, eyn, gheyn
        case fe, qaf, kaf, gaf, lam, mim, nun, vav, glide, he, ye, teMarbuta
        /// Written only to be silent, as in foreign names: «باراک» is `ba(ā)rāk`.
        case alef
    }
}

extension Reading.Letter {
    /// Sign and letter of each case, in the order of the cases.
    private static let table: [(sign: String, persian: Unicode.Scalar)] = [
        ("ʾ", "ء"), ("ʾʸ", "ئ"), ("ʾʷ", "ؤ"), ("ʾᵃ", "أ"), ("ʾᵢ", "إ"),
        ("b", "ب"), ("p", "پ"), ("t", "ت"), ("s̱", "ث"), ("j", "ج"), ("č", "چ"), ("ḥ", "ح"), ("x", "خ"),
        ("d", "د"), ("ẕ", "ذ"), ("r", "ر"), ("z", "ز"), ("ž", "ژ"), ("s", "س"), ("š", "ش"), ("ṣ", "ص"), ("ż", "ض"),
        ("ṭ", "ط"), ("ẓ", "ظ"), ("ʿ", "ع"), ("ġ", "غ"), ("f", "ف"), ("q", "ق"), ("k", "ک"), ("g", "گ"),
        ("l", "ل"), ("m", "م"), ("n", "ن"), ("v", "و"), ("w", "و"), ("h", "ه"), ("y", "ی"), ("ẗ", "ة"),
        ("ā", "ا"),
    ]

    /// The sign of this letter in the notation.
    public var sign: String { Self.table[Int(rawValue)].sign }

    /// The letter as Persian writes it.
    public var persian: Unicode.Scalar { Self.table[Int(rawValue)].persian }

    /// The letter of a Persian scalar; و is the consonant.
    public init?(persian scalar: Unicode.Scalar) {
        guard let index = Self.table.firstIndex(where: { $0.persian == scalar }) else { return nil }
        self.init(rawValue: UInt8(index))
    }

    /// Letters that sound alike in Persian share a sound: س ث ص, ز ذ ض ظ, ت ط ة, ح ه, غ ق, ع and the hamzas.
    public var sound: Reading.Letter {
        switch self {
        case .se, .sad: .sin
        case .zal, .zad, .za: .ze
        case .ta, .teMarbuta: .te
        case .heHotti: .he
        case .gheyn: .qaf
        case .eyn, .yehHamza, .vavHamza, .alefHamzaAbove, .alefHamzaBelow: .hamza
        default: self
        }
    }
}
