import Entities
import Reconciliation
import Testing

@Suite struct ReconcilerTests {
    static let people = [
        #"{"id":"z","type":"person","names":[{"text":"Mohammad Javad Zarif"}],"properties":{"birthYear":1960}}"#,
        #"{"id":"a1","type":"person","names":[{"text":"Ali Rezaei"}],"properties":{"birthYear":1950}}"#,
        #"{"id":"a2","type":"person","names":[{"text":"علی رضایی"}],"properties":{"birthYear":1980}}"#,
        #"{"id":"irna","type":"organization","names":[{"text":"Islamic Republic News Agency"},{"text":"ایرنا"}]}"#,
    ]

    @Test(arguments: [
        ("محمدجواد ظریف", "z"), ("Javad Zareef", "z"), ("ZARIF, Mohammad Javad", "z"), ("IRNA", "irna"), ("خبرگزاری جمهوری اسلامی", "irna"),
    ])
    func finds(_ name: String, _ id: String) throws {
        let found = try Shipped.reconciler(Self.people).reconcile(Query(name))
        #expect(found.candidates.first?.id.rawValue == id)
    }

    @Test func leavesNamesakesToAPerson() throws {
        let found = try Shipped.reconciler(Self.people).reconcile(Query("Ali Rezaee"))
        #expect(found.decision == .review)
        #expect(Set(found.candidates.map(\.id.rawValue)) == ["a1", "a2"])
    }

    @Test func tellsNamesakesApartByBirthYear() throws {
        let found = try Shipped.reconciler(Self.people).reconcile(Query("Ali Rezaee", birthYear: 1980))
        #expect(found.decision == .match)
        #expect(found.candidates.first?.id.rawValue == "a2")
    }

    @Test func findsNothingForAnotherName() throws {
        #expect(try Shipped.reconciler(Self.people).reconcile(Query("Shahram Nazeri")).decision == .none)
    }

    @Test(arguments: ["Omid", "امید"])
    func takesNoNameOfPeopleForAFirm(_ name: String) throws {
        let firm = #"{"id":"insurance","type":"organization","names":[{"text":"Omid Insurance"},{"text":"بیمه امید"}]}"#
        let found = try Shipped.reconciler([firm]).reconcile(Query(name))
        #expect(found.decision == .review && found.candidates.first?.id == "insurance")
        #expect(try Shipped.reconciler([firm]).reconcile(Query("Omid Insurance Co.")).decision == .match)
    }

    @Test func looksOnlyAtTheTypeAskedFor() throws {
        let found = try Shipped.reconciler(Self.people).reconcile(Query("IRNA", type: .person))
        #expect(!found.candidates.contains { $0.id == "irna" })
    }

    @Test func letsTheFirstDictionaryDecide() throws {
        let ours = try Shipped.dictionary([#"{"id":"z","type":"person","names":[{"text":"Javad Zarif"}]}"#])
        let reconciler = try Reconciler([ours, try Shipped.dictionary(Self.people)], comparer: Shipped.comparer)
        let found = reconciler.reconcile(Query("Javad Zarif"))
        #expect(found.candidates.map(\.id.rawValue) == ["z"])
        #expect(found.candidates.first?.name == "Javad Zarif")
    }

    @Test func leavesOutTheReasonsWhereNobodyAsks() throws {
        let reconciler = try Shipped.reconciler(Self.people)
        for name in ["Javad Zareef", "Mohammad Javad Zarif"] {
            var query = Query(name, limit: 1)
            let explained = reconciler.reconcile(query)
            query.isExplained = false
            let bare = reconciler.reconcile(query)
            #expect(!explained.candidates[0].evidence.isEmpty)
            #expect(bare.candidates[0].evidence.isEmpty)
            #expect(bare.candidates[0].score == explained.candidates[0].score)
            #expect(bare.decision == explained.decision)
        }
    }

    @Test func givesEveryNamesakeOfAnExactName() throws {
        let namesakes = (1...40).map {
            #"{"id":"n\#($0 + 100)","type":"person","names":["Kambiz Forouzandeh"],"properties":{"birthYear":\#(1900 + $0)}}"#
        }
        let reconciler = try Shipped.reconciler(namesakes)
        let found = reconciler.reconcile(Query("Kambiz Forouzandeh", limit: 3))
        #expect(found.decision == .review)
        #expect(found.candidates.map(\.id.rawValue) == ["n101", "n102", "n103"])
        #expect(reconciler.reconcile(Query("Kambiz Foruzande", limit: 50)).candidates.count == 40)
        let born = reconciler.reconcile(Query("Kambiz Foruzande", limit: 1, birthYear: 1940)).candidates
        #expect(born.map(\.id.rawValue) == ["n140"], "n139 was born a year before, which calendars may make of one")
    }

    @Test func asksLaterDictionariesOnlyForWhatEarlierOnesDoNotKnow() throws {
        let changes = try Shipped.dictionary([
            #"{"id":"z","type":"person","names":["Somebody Different"]}"#, #"{"id":"a1","removed":true}"#,
        ])
        let reconciler = try Reconciler([changes, try Shipped.dictionary(Self.people)], comparer: Shipped.comparer)
        // The first dictionary has another z, so the second one's is not to be found by any of its names.
        #expect(!reconciler.reconcile(Query("Mohammad Javad Zarif")).candidates.contains { $0.id == "z" })
        #expect(!reconciler.reconcile(Query("Mohammad Javad Zarif", limit: 1)).candidates.contains { $0.id == "z" })
        #expect(!reconciler.reconcile(Query("Ali Rezaei")).candidates.contains { $0.id == "a1" })
    }
}
