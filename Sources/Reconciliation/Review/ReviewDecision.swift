public import Entities
internal import Glibc

/// What a person said: a line of a decisions file.
public struct ReviewDecision: Hashable, Sendable {
    /// What can be said.
    public enum Verdict: String, Hashable, Sendable, CaseIterable {
        /// Both are one and the same; the names are the entity's.
        case same
        /// They are two; the names are somebody else's.
        case different
        /// It cannot be told.
        case unsure
        /// The decision before does not hold any more.
        case undo
    }

    /// The entity; of two that are one, the one whose id stays.
    public var a: EntityID
    /// The other one; nil where it is about names.
    public var b: EntityID?
    /// The names that it is about; empty where it is about two entities.
    public var names: [String]
    /// What was said.
    public var verdict: Verdict
    /// By whom.
    public var who: String
    /// The moment, in UTC: `2026-11-22T16:30:00Z`.
    public var when: String
    /// The reason, where one was given.
    public var why: String?
    /// How the entities were called then: by these names a dictionary that is built anew finds them.
    public var labels = Labels()

    /// A name of each entity.
    public struct Labels: Hashable, Sendable {
        /// Of `a`.
        public var a: String?
        /// Of `b`.
        public var b: String?

        /// The names, where they are known.
        public init(a: String? = nil, b: String? = nil) {
            self.a = a
            self.b = b
        }
    }

    /// What somebody says of a subject, now unless another moment is given.
    public init(
        _ subject: ReviewSubject, _ verdict: Verdict, who: String, when: String = Self.now, why: String? = nil, labels: Labels = Labels()
    ) {
        switch subject {
        case .pair(let pair): (a, b, names) = (pair.first, pair.second, [])
        case .names(let id, let texts): (a, b, names) = (id, nil, texts)
        }
        self.verdict = verdict
        self.who = who
        self.when = when
        self.why = why
        self.labels = labels
    }

    /// What somebody says of two entities.
    public init(
        _ a: EntityID, _ b: EntityID, _ verdict: Verdict, who: String, when: String = Self.now, why: String? = nil,
        labels: Labels = Labels()
    ) {
        self.init(.pair(a, b), verdict, who: who, when: when, why: why, labels: labels)
        (self.a, self.b) = (a, b)
    }

    /// The decision that takes this one back.
    public func undone(by who: String, why: String? = nil) -> ReviewDecision {
        var undo = self
        (undo.verdict, undo.who, undo.when, undo.why, undo.labels) = (.undo, who, Self.now, why, Labels())
        return undo
    }

    /// What it is about.
    public var subject: ReviewSubject {
        if let b { return .pair(a, b) }
        return .names(a, names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) })
    }

    /// This moment in UTC, to the second.
    public static var now: String {
        var moment = time(nil), parts = tm()
        gmtime_r(&moment, &parts)
        func digits(_ number: Int32) -> String { number < 10 ? "0\(number)" : "\(number)" }
        let day = "\(parts.tm_year + 1900)-\(digits(parts.tm_mon + 1))-\(digits(parts.tm_mday))"
        return "\(day)T\(digits(parts.tm_hour)):\(digits(parts.tm_min)):\(digits(parts.tm_sec))Z"
    }
}
