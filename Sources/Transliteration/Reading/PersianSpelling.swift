extension Reading {
    /// The name exactly as Persian writes it, without vowel marks; tanvin on alef is kept.
    public var persian: String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(units.count * 2 + 4)
        appendPersian(to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }

    /// Appends the Persian spelling as UTF-8.
    public func appendPersian(to bytes: inout [UInt8]) {
        var previous: Unit = .boundary(.space)
        for unit in units {
            switch unit {
            case .consonant(let letter), .doubled(let letter), .silent(let letter):
                bytes.append(letter.persian)
            case .vowel(let vowel):
                Self.append(vowel, after: previous, to: &bytes)
            case .boundary(let boundary):
                switch boundary {
                case .space: bytes.append(0x20)
                case .joiner: bytes.appendJoiner()
                case .solid: break
                case .article, .assimilatedArticle:
                    if previous.endsSegment { bytes.append("ا") }
                    bytes.append("ل")
                }
            case .ezafe(.unwritten):
                break
            case .ezafe(.ye):
                if previous == .silent(.he) { bytes.appendJoiner() }
                bytes.append("ی")
            case .ezafe(.hamza):
                bytes.append("\u{0654}")
            }
            previous = unit
        }
    }

    private static func append(_ vowel: Vowel, after previous: Unit, to bytes: inout [UInt8]) {
        let starts = previous.endsSegment
        switch vowel {
        case .a, .e, .o, .unwrittenA:
            if starts { bytes.append("ا") }
        case .longA:
            bytes.append(starts ? "آ" : "ا")
        case .longI:
            if starts { bytes.append("ا") }
            bytes.append("ی")
        case .longU:
            if starts { bytes.append("ا") }
            bytes.append("و")
        case .madda:
            bytes.append("آ")
        case .maksura:
            bytes.append("ی")
        case .tanvinA:
            // Arabic leaves out the alef after ة.
            if previous != .consonant(.teMarbuta) { bytes.append("ا") }
            bytes.append("\u{064B}")
        case .tanvinE, .tanvinO:
            break
        }
    }
}

extension [UInt8] {
    /// Appends a scalar of the Arabic block: two bytes of UTF-8.
    mutating func append(_ scalar: Unicode.Scalar) {
        let value = scalar.value
        append(UInt8(truncatingIfNeeded: 0xC0 | value >> 6))
        append(UInt8(truncatingIfNeeded: 0x80 | value & 0x3F))
    }

    /// Appends U+200C.
    mutating func appendJoiner() {
        append(0xE2)
        append(0x80)
        append(0x8C)
    }
}
