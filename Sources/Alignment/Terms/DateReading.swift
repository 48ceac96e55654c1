internal import ICU

/// A date as a text gives it, before the year is known.
enum DateReading: Hashable {
    case day(Months.Era, year: Int?, month: Int, day: Int)
    case month(Months.Era, year: Int?, month: Int)
    /// Monday is 0.
    case weekday(Int)
    /// Days from the article's own.
    case relative(Int)

    /// The day meant, read from the day on which the article was written: the year nearest to it, the last such weekday.
    func day(writtenOn anchor: CalendarDay?) -> CalendarDay? {
        switch self {
        case .day(let era, let year?, let month, let day): return Self.day(era, year, month, day)
        case .day(let era, nil, let month, let day):
            guard let anchor else { return nil }
            let year = era == .persian ? anchor.date(in: .persian).year : anchor.date(in: .gregorian).year
            let candidates = [year - 1, year, year + 1].compactMap { Self.day(era, $0, month, day) }
            return candidates.min { abs($0.daysSince1970 - anchor.daysSince1970) < abs($1.daysSince1970 - anchor.daysSince1970) }
        case .weekday(let weekday):
            guard let anchor else { return nil }
            let today = (anchor.weekday + 5) % 7  // ICU counts from Sunday as 1; here Monday is 0.
            return CalendarDay(daysSince1970: anchor.daysSince1970 - (today - weekday + 7) % 7)
        case .relative(let days):
            return anchor.map { CalendarDay(daysSince1970: $0.daysSince1970 + days) }
        case .month: return nil
        }
    }

    static func day(_ era: Months.Era, _ year: Int, _ month: Int, _ day: Int) -> CalendarDay? {
        switch era {
        case .gregorian: CalendarDay(gregorian: year, month, day)
        case .persian: CalendarDay(persian: year, month, day)
        case .islamic: CalendarDay(CalendarDate(year: year, month: month, day: day), in: .islamic)
        }
    }

    /// Whether two months of different calendars have days in common.
    private static func share(a: (era: Months.Era, year: Int, month: Int), b: (era: Months.Era, year: Int, month: Int)) -> Bool {
        guard let x = day(a.era, a.year, a.month, 1), let y = day(b.era, b.year, b.month, 1) else { return false }
        return abs(x.daysSince1970 - y.daysSince1970) < 29
    }

    /// How likely two readings mean the same time, 0 when they do not meet.
    /// - Parameter isGuess: whether the day is no date line, so that the article may be of another year.
    static func agreement(_ a: DateReading, _ b: DateReading, writtenOn anchor: CalendarDay?, isGuess: Bool = false) -> Double {
        if a == b { return 0.95 }
        switch (a, b) {
        case (.month(let x, let v, let m), .month(let y, let w, let n)):
            if x == y { return m == n && (v == nil || w == nil || v == w) ? 0.9 : 0 }
            if let v, let w { return share(a: (x, v, m), b: (y, w, n)) ? 0.8 : 0 }
            // A Persian month begins on the 19th to 23rd of a Gregorian one: it meets two.
            guard x != .islamic, y != .islamic else { return 0 }
            let (gregorian, persian) = x == .gregorian ? (m, n) : (n, m)
            return gregorian == (persian + 1) % 12 + 1 || gregorian == (persian + 2) % 12 + 1 ? 0.6 : 0
        case (.weekday(let x), .weekday(let y)): return x == y ? 0.95 : 0
        case (.day(let x, _, let m, let d), .day(let y, _, let n, let e)) where x == y:
            return m == n && d == e ? 0.95 : 0
        default: break
        }
        if let anchor {
            guard let x = a.day(writtenOn: anchor), let y = b.day(writtenOn: anchor) else { return 0 }
            guard x == y else {
                // The year may be another than a date in the text seems to say: the calendars drift by a day.
                guard isGuess, !a.hasYear, !b.hasYear, case .day = a, case .day = b else { return 0 }
                return isSameInSomeYear(a, b, near: anchor) ? 0.7 : 0
            }
            // A date for a date; a weekday or "yesterday" may be any day's by accident.
            if case .day = a, case .day = b { return 0.95 }
            return 0.6
        }
        guard case .day = a, case .day = b, let anchor = CalendarDay(gregorian: 2020, 1, 1) else { return 0 }
        return isSameInSomeYear(a, b, near: anchor) ? 0.8 : 0
    }

    /// Whether a day and a month name the year, too.
    private var hasYear: Bool {
        switch self {
        case .day(_, let year, _, _), .month(_, let year, _): year != nil
        case .weekday, .relative: false
        }
    }

    /// Whether two days are the same in one of the years around a day, leap years among them.
    private static func isSameInSomeYear(_ a: DateReading, _ b: DateReading, near anchor: CalendarDay) -> Bool {
        (-2...2).contains { years in
            let moved = CalendarDay(daysSince1970: anchor.daysSince1970 + years * 365)
            guard let x = a.day(writtenOn: moved), let y = b.day(writtenOn: moved) else { return false }
            return x == y
        }
    }
}
