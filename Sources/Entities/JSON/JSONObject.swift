/// The members of a JSON object, in order.
public struct JSONObject: Hashable, Sendable, ExpressibleByDictionaryLiteral {
    /// A name and its value.
    public struct Member: Hashable, Sendable {
        /// The name.
        public var key: String
        /// The value.
        public var value: JSON

        /// A name with its value.
        public init(_ key: String, _ value: JSON) {
            self.key = key
            self.value = value
        }
    }

    /// In the order in which they were written.
    public var members: [Member]

    /// An object with these members.
    public init(_ members: [Member] = []) {
        self.members = members
    }

    /// An object with these members.
    public init(dictionaryLiteral elements: (String, JSON)...) {
        members = elements.map { Member($0.0, $0.1) }
    }

    /// Whether it has no member.
    public var isEmpty: Bool { members.isEmpty }

    /// A key that stands twice, if there is one.
    public var doubledKey: String? {
        var seen: Set<String> = []
        // A few members are compared faster than hashed.
        if members.count <= 8 {
            return members.indices.first { index in members[..<index].contains { $0.key == members[index].key } }.map { members[$0].key }
        }
        return members.first { !seen.insert($0.key).inserted }?.key
    }

    /// The value of the first member of a name; setting nil takes the member out.
    public subscript(key: String) -> JSON? {
        get { members.first { $0.key == key }?.value }
        set {
            guard let index = members.firstIndex(where: { $0.key == key }) else {
                if let newValue { members.append(Member(key, newValue)) }
                return
            }
            if let newValue { members[index].value = newValue } else { members.remove(at: index) }
        }
    }
}
