import ICU
import TestSupport
import Testing

@Suite struct CalendarTests {
    private func date(_ text: String) -> CalendarDate {
        let numbers = text.split(separator: "-").map { Int($0)! }
        return CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2])
    }

    @Test(arguments: Cases("days").rows)
    func `one day in both calendars`(row: [String]) throws {
        let day = try #require(CalendarDay(date(row[0]), in: .persian))
        #expect(day == CalendarDay(date(row[1]), in: .gregorian))
        #expect(day.date(in: .gregorian) == date(row[1]))
        #expect(day.date(in: .persian) == date(row[0]))
        #expect(String(day.weekday) == row[2])
    }

    @Test(arguments: [(2019, 2, 29), (2020, 13, 1), (2020, 0, 1), (2020, 4, 31)])
    func `no such Gregorian date`(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(gregorian: year, month, day) == nil)
    }

    @Test(arguments: [(1398, 12, 30), (1400, 7, 31), (1400, 1, 0)])
    func `no such Persian date`(year: Int, month: Int, day: Int) {
        #expect(CalendarDay(persian: year, month, day) == nil)
    }

    @Test func `every day of forty years comes back`() {
        for days in 9000..<24000 {
            let day = CalendarDay(daysSince1970: days)
            for calendar in CivilCalendar.allCases { #expect(CalendarDay(day.date(in: calendar), in: calendar) == day) }
        }
    }
}
