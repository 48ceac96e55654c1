import Entities
import Reconciliation
import Testing

@Suite struct MentionClustererTests {
    static let mentions = [
        "Mohammad Javad Zarif", "محمدجواد ظریف", "Javad Zarif", "Shahram Nazeri", "شهرام ناظری", "Saeed Jalili", "سعید جلیلی",
        "Saeed Jamili",
    ]

    private func groups(_ mentions: [Mention]) throws -> (ids: [String: String], entities: Int) {
        var clusterer = MentionClusterer(Shipped.comparer)
        let numbers = mentions.map { clusterer.add($0) }
        let (entities, entityOfSpelling) = try clusterer.entities()
        return (
            Dictionary(
                zip(mentions.map(\.name), numbers.map { entities[entityOfSpelling[$0]].id.rawValue }), uniquingKeysWith: { a, _ in a }),
            entities.count
        )
    }

    @Test func joinsSpellingsOfOneName() throws {
        let (ids, entities) = try groups(Self.mentions.map { Mention($0) })
        #expect(entities == 4)
        #expect(ids["Javad Zarif"] == ids["محمدجواد ظریف"])
        #expect(ids["Saeed Jalili"] == ids["سعید جلیلی"])
        #expect(ids["Saeed Jalili"] != ids["Saeed Jamili"])
    }

    @Test func givesTheSameIDsInAnyOrder() throws {
        let there = try groups(Self.mentions.map { Mention($0) }).ids
        #expect(try groups(Self.mentions.reversed().map { Mention($0) }).ids == there)
    }

    @Test func keepsDifferentGivenIDsApart() throws {
        let (ids, _) = try groups([Mention("Shahram Nazeri", id: "1"), Mention("شهرام ناظری", id: "2")])
        #expect(ids["Shahram Nazeri"] != ids["شهرام ناظری"])
    }

    @Test func joinsWhatHasOneGivenID() throws {
        let (ids, _) = try groups([Mention("Homa Mirafshar", id: "1"), Mention("هما همایون", id: "1")])
        #expect(ids["Homa Mirafshar"] == ids["هما همایون"])
    }
}
