internal import ICU

/// Pairs of words that ICU's own data (CLDR) gives: countries, languages, currencies, months and weekdays in both languages.
public enum LocaleWords {
    /// Pairs in order of their English, each with what it names.
    public static var pairs: [(english: String, persian: String, source: String)] {
        var pairs: [(english: String, persian: String, source: String)] = []
        func add(_ english: String?, _ persian: String?, _ what: String) {
            // An unnamed code comes back as itself.
            guard let english, let persian, persian.unicodeScalars.contains(where: Letters.isArabicScript) else { return }
            pairs.append((plain(english), plain(persian), "cldr \(what)"))
        }
        for code in LocaleNames.countryCodes {
            add(LocaleNames.country(code, in: .english), LocaleNames.country(code, in: .persian), "countries")
        }
        for code in LocaleNames.languageCodes {
            add(LocaleNames.language(code, in: .english), LocaleNames.language(code, in: .persian), "languages")
        }
        for code in currencies {
            add(LocaleNames.currency(code, in: .english), LocaleNames.currency(code, in: .persian), "currencies")
        }
        for calendar in CivilCalendar.allCases {
            for month in 1...12 {
                add(LocaleNames.month(month, of: calendar, in: .english), LocaleNames.month(month, of: calendar, in: .persian), "months")
            }
        }
        for weekday in 1...7 {
            add(LocaleNames.weekday(weekday, in: .english), LocaleNames.weekday(weekday, in: .persian), "weekdays")
        }
        var seen: Set<String> = []
        return pairs.sorted { (Array($0.english.utf8), Array($0.persian.utf8)) < (Array($1.english.utf8), Array($1.persian.utf8)) }
            .filter { seen.insert("\($0.english)\t\($0.persian)").inserted }
    }

    /// Without brackets and what they hold: "Myanmar (Burma)".
    private static func plain(_ name: String) -> String {
        var plain = "", depth = 0
        for scalar in name.unicodeScalars {
            if scalar == "(" || scalar == "[" { depth += 1 }
            if depth == 0 { plain.unicodeScalars.append(scalar) }
            if scalar == ")" || scalar == "]" { depth -= 1 }
        }
        return String(plain.split(separator: " ").joined(separator: " "))
    }

    /// ISO 4217, the currencies of today.
    private static let currencies = """
        AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BHD BIF BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CLP CNY COP CRC CUP
        CVE CZK DJF DKK DOP DZD EGP ERN ETB EUR FJD GBP GEL GHS GMD GNF GTQ GYD HKD HNL HTG HUF IDR ILS INR IQD IRR ISK JMD JOD JPY KES KGS
        KHR KMF KPW KRW KWD KYD KZT LAK LBP LKR LRD LSL LYD MAD MDL MGA MKD MMK MNT MOP MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD OMR
        PAB PEN PGK PHP PKR PLN PYG QAR RON RSD RUB RWF SAR SBD SCR SDG SEK SGD SOS SRD SSP SYP SZL THB TJS TMT TND TOP TRY TTD TWD TZS UAH
        UGX USD UYU UZS VND VUV WST XAF XCD XOF YER ZAR ZMW
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init)
}

/// Tuples of byte strings in byte order.
private func < (a: ([UInt8], [UInt8]), b: ([UInt8], [UInt8])) -> Bool {
    a.0 == b.0 ? a.1.lexicographicallyPrecedes(b.1) : a.0.lexicographicallyPrecedes(b.0)
}
