public import Entities
internal import Glibc

/// What a person said about two entities: a line of a decisions file.
public struct ReviewDecision: Hashable, Sendable {
    /// What can be said.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// Both are one and the same.
        case same
        /// They are two.
        case different
        /// It cannot be told.
        case unsure
        /// The decision before does not hold any more.
        case undo
    }

    /// One entity.
    public var a: EntityID
    /// The other one.
    public var b: EntityID
    /// What was said.
    public var verdict: Verdict
    /// By whom.
    public var who: String
    /// The moment, in UTC: `2026-11-22T16:30:00Z`.
    public var when: String
    /// The reason, where one was given.
    public var why: String?

    /// What somebody says, now unless another moment is given.
    public init(_ a: EntityID, _ b: EntityID, _ verdict: Verdict, who: String, when: String = Self.now, why: String? = nil) {
        self.a = a
        self.b = b
        self.verdict = verdict
        self.who = who
        self.when = when
        self.why = why
    }

    /// The two, in no order.
    public var pair: EntityPair { EntityPair(a, b) }

    /// This moment in UTC, to the second.
    public static var now: String {
        var moment = time(nil), parts = tm()
        gmtime_r(&moment, &parts)
        func digits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
        return "\(day)T\(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec))Z"
    }
}

extension ReviewDecision {
    /// Reads a line of a decisions file.
    ///
    /// - Throws: `DecisionLog.Reason`.
    init(line: some Collection<UInt8>) throws(DecisionLog.Reason) {
        let json: JSON
        do throws(JSONError) { json = try JSON(Array(line)) } catch { throw .notJSON(error) }
        func text(_ member: String) throws(DecisionLog.Reason) -> String {
            guard let text = json.object?[member]?.string, !text.isEmpty else { throw .missing(member) }
            return text
        }
        let word = try text("decision")
        guard let verdict = Verdict(rawValue: word) else { throw .unknownDecision(word) }
        self.init(
            EntityID(try text("a")), EntityID(try text("b")), verdict, who: try text("who"), when: try text("when"),
            why: json.object?["why"]?.string)
    }

    /// The line of a decisions file, without its end.
    var line: [UInt8] {
        var json = JSONWriter()
        json.object {
            $0.member("a", a.rawValue)
            $0.member("b", b.rawValue)
            $0.member("decision", verdict.rawValue)
            $0.member("who", who)
            $0.member("when", when)
            if let why { $0.member("why", why) }
        }
        return json.bytes
    }
}
