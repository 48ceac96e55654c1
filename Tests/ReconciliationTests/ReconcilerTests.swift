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

    @Test func answersTheSameFromManyThreads() async throws {
        let reconciler = try Shipped.reconciler(Self.people)
        let names = ["Javad Zarif", "Ali Rezaei", "ایرنا", "Rezaei Ali", "xyz"]
        let alone = names.map { reconciler.reconcile(Query($0)) }
        await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<8 { group.addTask { names.map { reconciler.reconcile(Query($0)) } == alone } }
            for await same in group { #expect(same) }
        }
    }
}
