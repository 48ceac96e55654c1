internal import CICU

/// ICU's own names (CLDR) of countries, languages, currencies, months and weekdays.
public enum LocaleNames {
    /// ISO 3166 codes of two letters.
    public static var countryCodes: [String] { list(cicu_country_codes()) }

    /// ISO 639 codes.
    public static var languageCodes: [String] { list(cicu_language_codes()) }

    /// A country's name, such as "Iran" or «ایران»; nil when CLDR has none in that language.
    public static func country(_ code: String, in language: Language) -> String? {
        name { cicu_country_name(code, language.rawValue, $0, $1, $2) }
    }

    /// A language's name, such as "Persian" or «فارسی».
    public static func language(_ code: String, in language: Language) -> String? {
        name { cicu_language_name(code, language.rawValue, $0, $1, $2) }
    }

    /// A currency's long name by its ISO 4217 code, such as "Iranian Rial" or «ریال ایران».
    public static func currency(_ code: String, in language: Language) -> String? {
        name { cicu_currency_name(code, language.rawValue, $0, $1, $2) }
    }

    /// A month's name, such as "December" or «آذر»; months count from 1.
    public static func month(_ month: Int, of calendar: CivilCalendar, in language: Language) -> String? {
        guard (1...12).contains(month) else { return nil }
        return name { cicu_month_name(calendar.rawValue, Int32(month), language.rawValue, $0, $1, $2) }
    }

    /// A weekday's name; 1 is Sunday, as in `CalendarDay.weekday`.
    public static func weekday(_ weekday: Int, in language: Language) -> String? {
        guard (1...7).contains(weekday) else { return nil }
        return name { cicu_weekday_name(Int32(weekday), language.rawValue, $0, $1, $2) }
    }

    private static func name(_ ask: (UnsafeMutablePointer<UInt16>, Int32, UnsafeMutablePointer<Int32>) -> Int32) -> String? {
        var buffer = [UInt16](repeating: 0, count: 256)
        var count: Int32 = 0
        let status = ask(&buffer, Int32(buffer.count), &count)
        guard status <= 0, count > 0 else { return nil }
        return String(decoding: buffer[..<Int(count)], as: UTF16.self)
    }

    private static func list(_ codes: UnsafePointer<UnsafePointer<CChar>?>?) -> [String] {
        guard var next = codes else { return [] }
        var result: [String] = []
        while let code = next.pointee {
            result.append(String(cString: code))
            next += 1
        }
        return result
    }
}
