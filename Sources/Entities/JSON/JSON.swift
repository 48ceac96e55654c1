/// A JSON value. Members keep their order and numbers their spelling, so that what is not understood is written as it came.
public enum JSON: Hashable, Sendable {
    /// `null`.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number as it was spelled.
    case number(String)
    /// A text.
    case string(String)
    /// Values in order.
    case array([JSON])
    /// Members in order.
    case object(JSONObject)

    /// A whole number.
    public static func number(_ value: Int) -> JSON { .number(String(value)) }

    /// The text, when it is one.
    public var string: String? { if case .string(let text) = self { text } else { nil } }
    /// The whole number, when it is one.
    public var int: Int? { if case .number(let text) = self { Int(text) } else { nil } }
    /// The number, when it is one.
    public var double: Double? { if case .number(let text) = self { Double(text) } else { nil } }
    /// The elements, when it is an array.
    public var array: [JSON]? { if case .array(let elements) = self { elements } else { nil } }
    /// The object, when it is one.
    public var object: JSONObject? { if case .object(let object) = self { object } else { nil } }

    /// What kind of value it is, in words for messages.
    public var kind: String {
        switch self {
        case .null: "null"
        case .bool: "true or false"
        case .number: "a number"
        case .string: "a text"
        case .array: "a list"
        case .object: "an object"
        }
    }

    /// Its compact spelling.
    public var text: String {
        var json = JSONWriter()
        json.value(self)
        return json.text
    }
}

extension JSONWriter {
    /// Any value.
    public mutating func value(_ json: JSON) {
        switch json {
        case .null: null()
        case .bool(let flag): value(flag)
        case .number(let text): raw(text)
        case .string(let text): value(text)
        case .array(let elements): array(elements) { $0.value($1) }
        case .object(let object): self.object { $0.members(of: object) }
        }
    }

    /// The members of an object, inside the object that is being written.
    public mutating func members(of object: JSONObject) {
        for member in object.members {
            key(member.key)
            value(member.value)
        }
    }
}
