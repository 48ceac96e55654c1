import Entities
import Testing

@Suite struct JSONTests {
    @Test(arguments: [
        #"{"b":1,"a":[true,false,null],"c":{}}"#, #"[]"#, #""آذری \"x\" \\ é""#, #"-12.50e+3"#, #"[[[1]],{"a":{"a":0}}]"#,
    ])
    func compactTextComesBack(text: String) throws {
        #expect(try JSON(text).text == text)
    }

    @Test func escapesAreRead() throws {
        #expect(try JSON(#""\u0622\/\n\ud83d\ude00\t""#) == .string("آ/\n😀\t"))
        #expect(try JSON(" [ 1 , 2 ] \n").array?.compactMap(\.int) == [1, 2])
    }

    @Test(arguments: [
        ("", 1, "a value, and the line ends here"), ("{", 2, "a member's name in quotes"), (#"{"a" 1}"#, 6, "a colon"),
        (#"{"a":1,}"#, 8, "a member's name in quotes"), ("[1 2]", 4, "a comma or ]"), ("01", 2, "nothing after the value"),
        ("1.", 3, "a digit"), (#""a"#, 3, "the text's closing quote"), (#""\x""#, 3, "one of \" \\ / b f n r t u after a backslash"),
        (#""\ud800""#, 8, "two surrogates, not one"), ("\"a\tb\"", 3, "no bare control character in a text; write it as \\u00…"),
        ("nul", 1, "null"), ("{} {}", 4, "nothing after the value"), (#""\u12g4""#, 4, "four hexadecimal digits"),
    ])
    func mistakeIsPlaced(text: String, column: Int, expected: String) {
        let error = #expect(throws: JSONError.self) { try JSON(text) }
        #expect(error == JSONError(column: column, expected: expected))
    }

    @Test func deepNestingIsRefusedNotFatal() {
        let error = #expect(throws: JSONError.self) { try JSON([UInt8](repeating: UInt8(ascii: "["), count: 1_000_000)) }
        #expect(error?.expected == "at most 64 levels")
    }

    @Test func otherEncodingIsRefused() {
        let error = #expect(throws: JSONError.self) { try JSON([0x22, 0xE6, 0xED, 0x22]) }
        #expect(error == JSONError(column: 2, expected: "UTF-8 text"))
    }

    @Test func settingAMember() {
        var object: JSONObject = ["a": .number(1), "b": .null]
        object["a"] = .string("x")
        object["c"] = .bool(true)
        object["b"] = nil
        #expect(JSON.object(object).text == #"{"a":"x","c":true}"#)
    }
}
