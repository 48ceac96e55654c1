/// Names of months and of days of the week in both languages and all three calendars, letters folded.
enum Months {
    enum Era { case gregorian, persian, islamic }

    static let english: [Word: Int] = [
        "january": 1, "february": 2, "march": 3, "april": 4, "may": 5, "june": 6, "july": 7, "august": 8, "september": 9, "october": 10,
        "november": 11, "december": 12, "jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8, "sept": 9, "sep": 9,
        "oct": 10,
        "nov": 11, "dec": 12,
    ]

    /// Persian months as English writes them.
    static let englishPersian: [Word: Int] = [
        "farvardin": 1, "ordibehesht": 2, "khordad": 3, "tir": 4, "mordad": 5, "shahrivar": 6, "mehr": 7, "aban": 8, "azar": 9, "dey": 10,
        "bahman": 11, "esfand": 12,
    ]

    static let gregorian: [Word: Int] = [
        "ژانویه": 1, "جنوری": 1, "فوریه": 2, "فبروری": 2, "مارس": 3, "مارچ": 3, "اوریل": 4, "اپریل": 4, "مه": 5, "می": 5, "ژوین": 6,
        "ژوئن": 6,
        "جون": 6, "ژوییه": 7, "ژولای": 7, "جولای": 7, "جولایی": 7, "اوت": 8, "اگوست": 8, "اگست": 8, "سپتامبر": 9, "سپتمبر": 9, "اکتبر": 10,
        "اکتوبر": 10, "نوامبر": 11, "نومبر": 11, "دسامبر": 12, "دسمبر": 12,
    ]

    static let persian: [Word: Int] = [
        "فروردین": 1, "اردیبهشت": 2, "خرداد": 3, "تیر": 4, "مرداد": 5, "امرداد": 5, "شهریور": 6, "مهر": 7, "ابان": 8, "اذر": 9, "دی": 10,
        "بهمن": 11, "اسفند": 12,
        // As Afghanistan names them.
        "حمل": 1, "ثور": 2, "جوزا": 3, "سرطان": 4, "اسد": 5, "سنبله": 6, "میزان": 7, "عقرب": 8, "قوس": 9, "جدی": 10, "دلو": 11, "حوت": 12,
    ]

    /// Months of the moon, in both scripts; they meet each other, not other calendars.
    static let islamic: [Word: Int] = [
        "محرم": 1, "صفر": 2, "رمضان": 9, "شعبان": 8, "شوال": 10, "رجب": 7, "ذیحجه": 12, "ذیقعده": 11,
        "muharram": 1, "moharram": 1, "safar": 2, "rajab": 7, "shaban": 8, "ramadan": 9, "ramazan": 9, "shawwal": 10,
    ]

    /// Days from Monday (0) to Sunday (6).
    static let englishWeekdays: [Word: Int] = [
        "monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4, "saturday": 5, "sunday": 6,
    ]

    static let persianWeekdays: [Word: Int] = [
        "دوشنبه": 0, "سهشنبه": 1, "چهارشنبه": 2, "پنجشنبه": 3, "جمعه": 4, "ادینه": 4, "شنبه": 5, "یکشنبه": 6,
    ]

    /// Words before «شنبه» when it stands apart: «سه شنبه».
    static let persianCounted: [Word: Int] = ["یک": 6, "دو": 0, "سه": 1, "چهار": 2, "پنج": 3]

    /// Days from today.
    static let englishRelative: [Word: Int] = ["today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1]
    static let persianRelative: [Word: Int] = ["امروز": 0, "امشب": 0, "دیروز": -1, "دیشب": -1, "فردا": 1, "پریروز": -2]
}
