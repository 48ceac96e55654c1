/// The presentation forms of the Arabic script: one character a shape, as old encodings stored text.
enum PresentationForms {
    /// How a shape meets its neighbours.
    struct Shape: OptionSet {
        let rawValue: UInt8
        /// Reaches to the letter before.
        static let back = Shape(rawValue: 1)
        /// Reaches to the letter after.
        static let forward = Shape(rawValue: 2)
    }

    /// Blocks in code order: each letter has its isolated and final shapes, or these two with initial and medial.
    private static let blocks: [(start: UInt32, letters: String)] = [
        (0xFB50, "ٱ2 ٻ4 پ4 ڀ4 ٺ4 ٿ4 ٹ4 ڤ4 ڦ4 ڄ4 ڃ4 چ4 ڇ4 ڍ2 ڌ2 ڎ2 ڈ2 ژ2 ڑ2 ک4 گ4 ڳ4 ڱ4 ں2 ڻ4 ۀ2 ہ4 ھ4 ے2 ۓ2"),
        (0xFBD3, "ڭ4 ۇ2 ۆ2 ۈ2 ٷ1 ۋ2 ۅ2 ۉ2 ې4"),
        (0xFBFC, "ی4"),
        (
            0xFE80,
            "ء1 آ2 أ2 ؤ2 إ2 ئ4 ا2 ب4 ة2 ت4 ث4 ج4 ح4 خ4 د2 ذ2 ر2 ز2 س4 ش4 ص4 ض4 ط4 ظ4 ع4 غ4 ف4 ق4 ك4 ل4 م4 ن4 ه4 و2 ى2 ي4 لآ2 لأ2 لإ2 لا2"
        ),
    ]

    /// Words and phrases that have one character, where Unicode gives no decomposition or one with a stray space.
    private static let phrases: [Unicode.Scalar: String] = [
        "﷽": "بسم الله الرحمن الرحیم", "ﷲ": "الله", "ﷳ": "اکبر", "ﷴ": "محمد", "ﷺ": "صلی الله علیه وسلم", "ﷻ": "جل جلاله",
        "ﷵ": "صلعم", "ﷶ": "رسول", "ﷷ": "علیه", "ﷸ": "وسلم", "ﷹ": "صلی", "﷼": "ریال",
    ]

    private static let shaped: [UInt32: (letters: String, shape: Shape)] = {
        var table: [UInt32: (letters: String, shape: Shape)] = [:]
        for block in blocks {
            var code = block.start
            for item in block.letters.split(separator: " ") {
                let shapes: [Shape] = [[], .back, .forward, [.back, .forward]]
                for shape in shapes.prefix(Int(String(item.last!))!) {
                    table[code] = (String(item.dropLast()), shape)
                    code += 1
                }
            }
        }
        return table
    }()

    /// Whether a scalar is a form that hides letters.
    static func contains(_ value: UInt32) -> Bool {
        switch value {
        case 0xFB50...0xFDFF: value < 0xFBB2 || value > 0xFBC2 && value != 0xFD3E && value != 0xFD3F
        case 0xFE70...0xFEFC, 0xFF01...0xFF5E, 0xFB00...0xFB06: true
        default: false
        }
    }

    /// How the form meets its neighbours, when it is the shape of one letter or of ل with ا.
    static func shape(of value: UInt32) -> Shape? { shaped[value]?.shape }

    /// The letters of a form that the tables here name; nil leaves it to Unicode's own decomposition.
    static func letters(of value: UInt32) -> String? {
        shaped[value]?.letters ?? Unicode.Scalar(value).flatMap { phrases[$0] }
    }
}
