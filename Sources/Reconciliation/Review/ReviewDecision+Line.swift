public import Entities

extension ReviewDecision {
    /// Reads a line of a decisions file.
    ///
    /// - Throws: `DecisionLog.Reason`.
    init(line: some Collection<UInt8>) throws(DecisionLog.Reason) {
        let json: JSON
        do throws(JSONError) { json = try JSON(Array(line)) } catch { throw .notJSON(error) }
        try self.init(json.object ?? [:])
    }

    /// Reads a decision's object.
    init(_ object: JSONObject) throws(DecisionLog.Reason) {
        func text(_ member: String) throws(DecisionLog.Reason) -> String {
            guard let text = object[member]?.string, !text.isEmpty else { throw .missing(member) }
            return text
        }
        let word = try text("decision")
        guard let verdict = Verdict(rawValue: word) else { throw .unknownDecision(word) }
        let names = object["names"]?.array?.compactMap(\.string) ?? []
        let a = EntityID(try text("a"))
        let labels = Labels(a: object["aName"]?.string, b: object["bName"]?.string)
        let who = try text("who"), when = try text("when"), why = object["why"]?.string
        if names.isEmpty {
            self.init(a, EntityID(try text("b")), verdict, who: who, when: when, why: why, labels: labels)
        } else {
            self.init(.names(a, names), verdict, who: who, when: when, why: why, labels: labels)
        }
    }

    /// Writes the members of the decision's object.
    public func write(to json: inout JSONWriter) {
        json.member("a", a.rawValue)
        if let b { json.member("b", b.rawValue) } else { json.member("names", names) }
        json.member("decision", verdict.rawValue)
        json.member("who", who)
        json.member("when", when)
        if let why { json.member("why", why) }
        if let name = labels.a { json.member("aName", name) }
        if let name = labels.b { json.member("bName", name) }
    }

    /// The line of a decisions file, without its end.
    var line: [UInt8] {
        var json = JSONWriter()
        json.object { write(to: &$0) }
        return json.bytes
    }

    /// The decision's object.
    var object: JSONObject { (try? JSON(line).object) ?? [:] }
}
