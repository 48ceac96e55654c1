import Entities
import Lexicon
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
        let result = try clusterer.entities()
        return (
            Dictionary(
                zip(mentions.map(\.name), numbers.map { result.entities[result.entityOfSpelling[$0]].id.rawValue }),
                uniquingKeysWith: { a, _ in a }),
            result.entities.count
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

    /// Beside the spelling itself, which is found too, one in the other script is far behind.
    @Test func joinsAcrossScriptsWhatIsFarFromEqual() throws {
        for pair in [["Ali Mirfattah", "علی میرفتاح"], ["Majid Agha-Karimi", "مجید آقاکریمی"]] {
            #expect(try groups(pair.map { Mention($0) }).entities == 1, "\(pair)")
        }
    }

    @Test func keepsDifferentGivenIDsApart() throws {
        let (ids, _) = try groups([Mention("Shahram Nazeri", id: "1"), Mention("شهرام ناظری", id: "2")])
        #expect(ids["Shahram Nazeri"] != ids["شهرام ناظری"])
    }

    @Test func joinsWhatHasOneGivenID() throws {
        let (ids, _) = try groups([Mention("Homa Mirafshar", id: "1"), Mention("هما همایون", id: "1")])
        #expect(ids["Homa Mirafshar"] == ids["هما همایون"])
    }

    /// The entity of each mention, by its number.
    private func built(
        _ mentions: [Mention], keeping earlier: [Entity] = [], following decisions: [ReviewDecision] = []
    ) throws -> (ids: [EntityID], result: MentionClusterer.Result) {
        var clusterer = MentionClusterer(Shipped.comparer)
        for entity in earlier { clusterer.keep(.entity(entity)) }
        clusterer.follow(DecisionHistory(decisions))
        let numbers = mentions.map { clusterer.add($0) }, result = try clusterer.entities()
        return (numbers.map { result.entities[result.entityOfSpelling[$0]].id }, result)
    }

    @Test func yearsOfBirthAndGendersThatDifferNeverMeet() throws {
        let years = try built(
            [1965, 1966, 1990].map { Mention("Reza Karimi", birthYear: $0) } + [Mention("رضا کریمی", birthYear: 1990, count: 3)])
        #expect(years.ids[0] == years.ids[1])
        #expect(years.ids[0] != years.ids[2])
        #expect(years.ids[2] == years.ids[3])
        #expect(years.result.entities.contains { $0.birthYear == 1990 && $0.names.count == 2 })
        let genders = try built([
            Mention("Nur Ahmadi", gender: "m"), Mention("Nur Ahmadi", gender: "f"), Mention("Noor Ahmadi", gender: "f"),
        ])
        #expect(genders.ids[0] != genders.ids[1])
        #expect(genders.ids[1] == genders.ids[2])
    }

    @Test func anInitialDoesNotJoinTwo() throws {
        let (ids, _) = try built(["Ali Karimi", "علی کریمی", "A. Karimi", "Amir Karimi", "امیر کریمی"].map { Mention($0) })
        #expect(ids[0] == ids[1])
        #expect(ids[3] == ids[4])
        #expect(ids[0] != ids[3])
    }

    @Test func decisionsOutrankScores() throws {
        let mentions = ["Saeed Jalili", "سعید جلیلی", "Reza Karimi", "Reza Karimy"].map { Mention($0) }
        let plain = try built(mentions)
        #expect(plain.ids[0] == plain.ids[1] && plain.ids[2] == plain.ids[3])
        func decision(_ a: EntityID, _ b: EntityID, _ verdict: ReviewDecision.Verdict, _ names: [String]) -> ReviewDecision {
            ReviewDecision(a, b, verdict, who: "Sara", labels: .init(a: names[0], b: names[1]))
        }
        let together = try built(mentions, following: [decision(plain.ids[2], plain.ids[0], .same, ["Reza Karimi", "Saeed Jalili"])])
        #expect(Set(together.ids) == [plain.ids[2]])
        #expect(together.result.redirects == [plain.ids[0]: plain.ids[2]])
        let apart = try built(
            mentions,
            following: [ReviewDecision(.names(plain.ids[2], ["Reza Karimy"]), .different, who: "Sara", labels: .init(a: "Reza Karimi"))])
        #expect(apart.ids[2] == plain.ids[2] && apart.ids[3] != plain.ids[2])
        // By the ids alone, where the earlier dictionary is given.
        let kept = try built(
            mentions, keeping: apart.result.entities, following: [decision(apart.ids[2], apart.ids[3], .different, ["", ""])])
        #expect(kept.ids == apart.ids)
        // Different ids never meet, unless somebody says so.
        let given = [Mention("Shahram Nazeri", id: "1"), Mention("شهرام ناظری", id: "2")]
        let said = try built(given, following: [decision("2", "1", .same, ["", ""])])
        #expect(said.ids == ["2", "2"])
        #expect(said.result.redirects == ["1": "2"])
        let contradicted = try built(
            given,
            following: [
                decision("2", "1", .same, ["", ""]),
                ReviewDecision(.names("1", ["شهرام ناظری"]), .different, who: "Sara"),
                decision("1", "2", .different, ["", ""]),
            ])
        #expect(contradicted.ids == ["1", "2"])
    }

    @Test func moreMentionsLeaveIDsAsTheyAre() throws {
        let names = Self.people
        let first = try built(names.map { Mention($0) })
        // Each name once more in another spelling, and as many strangers.
        let more = names + names.map { $0.replacing("i", with: "y") } + names.map { String($0.reversed()) }
        let second = try built(more.map { Mention($0) })
        #expect(zip(first.ids, second.ids).allSatisfy { $0 == $1 })
        // With the earlier dictionary, whatever comes: an id stays or redirects.
        let third = try built((more + names.map { "Dr. " + $0 }).map { Mention($0) }, keeping: first.result.entities)
        #expect(zip(first.ids, third.ids).allSatisfy { $0 == $1 || third.result.redirects[$0] == $1 })
    }

    /// Mentions of names put together at random, with ids, years and sources here and there.
    private static func generated(_ count: Int, _ generator: inout SplitMix) -> [Mention] {
        let given = [
            "Ali", "Saeed", "Sa'id", "Mohammad", "Muhammad", "Reza", "Rezā", "Hossein", "علی", "سعید", "محمد", "رضا", "M.", "Dr. Ali",
        ]
        let family = ["Karimi", "Karimy", "Jalili", "Ahmadi", "Hosseini", "Hoseyni", "Nazeri", "کریمی", "جلیلی", "احمدی", "حسینی", "ناظری"]
        func one(in times: Int) -> Bool { Int.random(in: 0..<times, using: &generator) == 0 }
        return (0..<count).map { _ in
            var mention = Mention("\(given.randomElement(using: &generator)!) \(family.randomElement(using: &generator)!)")
            mention.count = Int.random(in: 1...3, using: &generator)
            if one(in: 20) { mention.id = ["x", "y", "z"].randomElement(using: &generator) }
            if one(in: 10) { mention.birthYear = [1950, 1970, 1990].randomElement(using: &generator) }
            if one(in: 4) { mention.source = ["a", "b"].randomElement(using: &generator) }
            return mention
        }
    }

    @Test(arguments: [1, 2] as [UInt64])
    func orderChangesNothingAndMoreLeavesIDs(seed: UInt64) throws {
        var generator = SplitMix(seed: seed)
        let mentions = Self.generated(500, &generator), first = try built(mentions)
        let order = mentions.indices.shuffled(using: &generator)
        let shuffled = try built(order.map { mentions[$0] })
        #expect(shuffled.result.entities == first.result.entities)
        #expect(zip(order, shuffled.ids).allSatisfy { first.ids[$0] == $1 })
        // A tenth more: every id still names an entity or leads to one.
        let more = try built(mentions + Self.generated(50, &generator), keeping: first.result.entities)
        let known = Set(more.result.entities.map(\.id))
        #expect(Set(first.ids).allSatisfy { known.contains($0) || more.result.redirects[$0].map(known.contains) == true })
    }

    @Test func labelsAreFullNamesWithoutTitles() throws {
        let mentions = [Mention("Dr. Javad Zarif", count: 9), Mention("J. Zarif", count: 5), Mention("Javad Zarif"), Mention("جواد ظریف")]
        let (_, result) = try built(mentions)
        #expect(result.entities.map(\.label) == ["Javad Zarif"])
    }
}

extension MentionClustererTests {
    static let people = [
        "Saeed Jalili", "Shahram Nazeri", "Hossein Alizadeh", "Golshifteh Farahani", "Parviz Tanavoli", "Simin Daneshvar", "Ali Daei",
        "Kayhan Kalhor", "Nasrin Sotoudeh", "Asghar Farhadi", "Forough Farrokhzad", "Sohrab Sepehri", "Kimia Alizadeh",
    ]
}
