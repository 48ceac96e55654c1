internal import CICU

/// The calendars that dates in Persian and English news are written in.
public enum CivilCalendar: Int32, Sendable, CaseIterable {
    /// The proleptic Gregorian calendar: December 15, 2019.
    case gregorian
    /// The Solar Hijri calendar of Iran and Afghanistan: ۲۴ آذر ۱۳۹۸.
    case persian
    /// The lunar Hijri calendar (Umm al-Qura), which may be a day off the one observed.
    case islamic
}

/// A year, month and day of some calendar, each counted from 1.
public struct CalendarDate: Hashable, Sendable {
    /// The year of the calendar's era.
    public var year: Int
    /// The month, from 1.
    public var month: Int
    /// The day of the month, from 1.
    public var day: Int

    /// A date as written; whether a calendar has it is not checked here.
    public init(year: Int, month: Int, day: Int) {
        self.year = year
        self.month = month
        self.day = day
    }
}

/// A day, whatever the calendar: ۲۴ آذر ۱۳۹۸ and December 15, 2019 are equal.
public struct CalendarDay: Hashable, Comparable, Sendable {
    /// Days since January 1, 1970.
    public var daysSince1970: Int

    /// A day by its distance from January 1, 1970.
    public init(daysSince1970: Int) { self.daysSince1970 = daysSince1970 }

    /// The day of a date; nil when the calendar has no such date, as February 30.
    public init?(_ date: CalendarDate, in calendar: CivilCalendar) {
        guard let year = Int32(exactly: date.year), let month = Int32(exactly: date.month), let day = Int32(exactly: date.day) else {
            return nil
        }
        var days: Int64 = 0
        guard (1...12).contains(month), cicu_day_of_date(calendar.rawValue, year, month, day, &days) <= 0 else { return nil }
        daysSince1970 = Int(days)
    }

    /// The day of a Gregorian date.
    public init?(gregorian year: Int, _ month: Int, _ day: Int) {
        self.init(CalendarDate(year: year, month: month, day: day), in: .gregorian)
    }

    /// The day of a date of the Persian calendar.
    public init?(persian year: Int, _ month: Int, _ day: Int) {
        self.init(CalendarDate(year: year, month: month, day: day), in: .persian)
    }

    /// This day's date in a calendar.
    public func date(in calendar: CivilCalendar) -> CalendarDate {
        var (year, month, day): (Int32, Int32, Int32) = (0, 0, 0)
        let status = cicu_date_of_day(calendar.rawValue, Int64(daysSince1970), &year, &month, &day)
        precondition(status <= 0, "ICU has no date for day \(daysSince1970)")
        return CalendarDate(year: Int(year), month: Int(month), day: Int(day))
    }

    /// The day of the week: 1 is Sunday, 7 Saturday, as ICU counts.
    public var weekday: Int {
        let sinceSunday = (daysSince1970 + 4) % 7
        return (sinceSunday < 0 ? sinceSunday + 7 : sinceSunday) + 1
    }

    /// The Julian day number at noon of this day.
    public var julianDay: Int { daysSince1970 + 2_440_588 }

    /// Whether one day comes before another.
    public static func < (a: CalendarDay, b: CalendarDay) -> Bool { a.daysSince1970 < b.daysSince1970 }
}
