/// `&amp;`, `&#1575;`, `&#x200C;`, `&zwnj;`: what a reference stands for.
enum CharacterReference {
    /// The reference that begins at an ampersand: its scalar and how many bytes it takes; nil when there is none.
    static func read(_ bytes: ArraySlice<UInt8>) -> (scalar: Unicode.Scalar, width: Int)? {
        let body = bytes.dropFirst()
        let end = body.prefix(12).firstIndex(of: UInt8(ascii: ";"))
        let name = body[..<(end ?? body.prefix(12).firstIndex { !isNamePart($0) } ?? min(body.startIndex + 12, body.endIndex))]
        let width = name.count + (end == nil ? 1 : 2)
        let text = String(decoding: name, as: UTF8.self)
        if text.hasPrefix("#") {
            let isHexadecimal = text.dropFirst().first == "x" || text.dropFirst().first == "X"
            guard let value = UInt32(text.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10) else { return nil }
            // Numbers of Windows' code page are what pages mean by them (HTML, "numeric character reference end state").
            return (windows[value] ?? Unicode.Scalar(value) ?? "\u{FFFD}", width)
        }
        guard let scalar = named[text], end != nil || old.contains(text) else { return nil }
        return (scalar, width)
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "#")
    }

    /// A text with all its references resolved.
    static func resolved(_ bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "&")) else { return String(decoding: bytes, as: UTF8.self) }
        var result: [UInt8] = []
        var at = bytes.startIndex
        while at < bytes.endIndex {
            if bytes[at] == UInt8(ascii: "&"), let (scalar, width) = read(bytes[at...]) {
                result.append(contentsOf: UTF8.encode(scalar)!)
                at += width
            } else {
                result.append(bytes[at])
                at += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Names that are understood without their semicolon too.
    private static let old: Set<String> = ["amp", "lt", "gt", "quot", "nbsp", "copy", "reg", "laquo", "raquo", "shy"]

    /// The names that news pages use: those of Latin-1 in their order, and those of punctuation and direction.
    private static let named: [String: Unicode.Scalar] = {
        let latin = """
            nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot
            cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml
            Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig
            agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute
            ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml
            """.split { $0 == " " || $0 == "\n" }
        var named: [String: Unicode.Scalar] = [
            "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "zwnj": "\u{200C}", "zwj": "\u{200D}", "lrm": "\u{200E}",
            "rlm": "\u{200F}", "ndash": "–", "mdash": "—", "lsquo": "‘", "rsquo": "’", "sbquo": "‚", "ldquo": "“", "rdquo": "”",
            "bdquo": "„", "hellip": "…", "bull": "•", "prime": "′", "Prime": "″", "lsaquo": "‹", "rsaquo": "›", "euro": "€",
            "trade": "™", "minus": "−", "ensp": "\u{2002}", "emsp": "\u{2003}", "thinsp": "\u{2009}", "Scaron": "Š", "scaron": "š",
            "OElig": "Œ", "oelig": "œ", "Yuml": "Ÿ", "rarr": "→", "larr": "←", "permil": "‰", "ZeroWidthSpace": "\u{200B}",
            "NewLine": "\n", "Tab": "\t", "num": "#", "percnt": "%", "lpar": "(", "rpar": ")", "colon": ":", "comma": ",", "period": ".",
            "excl": "!", "quest": "?", "sol": "/", "lowbar": "_", "hyphen": "‐", "dash": "‐",
        ]
        for (offset, name) in latin.enumerated() { named[String(name)] = Unicode.Scalar(UInt8(0xA0 + offset)) }
        return named
    }()

    private static let windows: [UInt32: Unicode.Scalar] = [
        0x80: "€", 0x82: "‚", 0x83: "ƒ", 0x84: "„", 0x85: "…", 0x86: "†", 0x87: "‡", 0x88: "ˆ", 0x89: "‰", 0x8A: "Š", 0x8B: "‹", 0x8C: "Œ",
        0x8E: "Ž", 0x91: "‘", 0x92: "’", 0x93: "“", 0x94: "”", 0x95: "•", 0x96: "–", 0x97: "—", 0x98: "˜", 0x99: "™", 0x9A: "š", 0x9B: "›",
        0x9C: "œ", 0x9E: "ž", 0x9F: "Ÿ",
    ]
}
