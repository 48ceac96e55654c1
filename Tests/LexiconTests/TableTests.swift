import Lexicon
import TestSupport
import Testing

@Suite struct TableTests {
    @Test func stringsComeBackByIndex() {
        var builder = StringTableBuilder()
        let words = ["", "رضا", "Reza", "می\u{200C}رود", "رضا"]
        for (index, word) in words.enumerated() { #expect(builder.append(word) == index) }
        let table = StringTable(Bytes(builder.bytes()))
        #expect(table.count == words.count)
        #expect(words.indices.map(table.string) == words)
    }

    @Test func knownStringKeepsItsIndex() {
        var builder = StringTableBuilder()
        #expect(["ofac", "un", "ofac"].map { builder.index(of: $0) } == [0, 1, 0])
        #expect(builder.count == 2)
    }

    /// Many keys, some with several values: each is found with its values in order, and no other key is.
    @Test func keysFindTheirValues() {
        var builder = KeyTableBuilder(), expected: [String: Set<UInt32>] = [:]
        var generator = SplitMix(seed: 7)
        for _ in 0..<5000 {
            let key = "نام\(generator.next() % 2000)", value = UInt32(generator.next() % 50)
            builder.insert(key, value)
            expected[key, default: []].insert(value)
        }
        let table = KeyTable(Bytes(builder.bytes()))
        #expect(table.count == expected.count)
        for (key, values) in expected { #expect(Array(table[Array(key.utf8)]) == values.sorted()) }
        for number in 2000..<4000 { #expect(table[Array("نام\(number)".utf8)].isEmpty) }
        let keys = (0..<table.count).map { table.key(at: $0) }
        #expect(keys == keys.sorted())
    }

    @Test func emptyTableFindsNothing() {
        let table = KeyTable(Bytes(KeyTableBuilder().bytes()))
        #expect(table.count == 0)
        #expect(table[Array("رضا".utf8)].isEmpty)
        #expect(table[[]].isEmpty)
    }

    @Test func emptyKeyIsAKey() {
        var builder = KeyTableBuilder()
        builder.insert("", 4)
        #expect(Array(KeyTable(Bytes(builder.bytes()))[[]]) == [4])
    }

    @Test func keysThatBeginAlikeStandTogether() {
        var builder = KeyTableBuilder()
        for (index, key) in ["al", "ali", "alireza", "am", "b", "a"].enumerated() { builder.insert(key, UInt32(index)) }
        let table = KeyTable(Bytes(builder.bytes()))
        func keys(_ prefix: String) -> [String] { table.entries(beginningWith: Array(prefix.utf8)).map { table.key(at: $0).string } }
        #expect(keys("al") == ["al", "ali", "alireza"])
        #expect(keys("") == ["a", "al", "ali", "alireza", "am", "b"])
        #expect(keys("c") == [])
        #expect(keys("alirezaa") == [])
    }

    @Test func orderOfInsertionDoesNotMatter() {
        let pairs: [(String, UInt32)] = [("x", 3), ("y", 1), ("x", 1), ("x", 3)]
        var forward = KeyTableBuilder(), backward = KeyTableBuilder()
        for (key, value) in pairs { forward.insert(key, value) }
        for (key, value) in pairs.reversed() { backward.insert(key, value) }
        #expect(forward.bytes() == backward.bytes())
    }

    /// The hash is part of the format: these values never change.
    @Test func hashStaysTheSame() {
        #expect(StableHash.hash(Array("نامور".utf8)) == StableHash.hash(Bytes(Array("نامور".utf8))))
        #expect(StableHash.hash([]) == 0xDAF7_7C36_31B8_8465)
        #expect(StableHash.hash(Array("namvar".utf8)) == 0xAFEF_32B0_3A3D_2721)
        #expect(StableHash.hash(Array("محمدجواد آذری جهرمی".utf8)) == 0x0420_4A9D_3E5B_4441)
    }
}

@Suite struct SplitMixTests {
    /// The first numbers that the authors' program gives for this seed.
    @Test func givesThePublishedNumbers() {
        var random = SplitMix(seed: 1_234_567)
        #expect((0..<3).map { _ in random.next() } == [6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423])
    }
}
