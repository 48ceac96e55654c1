import TestSupport
import Testing

/// What the program must give out of the box.
@Suite struct MainJobTests {
    private func reconcile(_ names: [String]) throws -> [(decision: String, ids: [String])] {
        try Program.run(["reconcile", "--format", "jsonl"] + names).objects().map { answer in
            let candidates = answer["candidates"] as? [[String: Any]] ?? []
            return (answer["decision"] as? String ?? "", candidates.compactMap { $0["id"] as? String })
        }
    }

    @Test func `every spelling of one person is him`() throws {
        let bare = try reconcile(["Jahromi", "Jahromy", "جهرمی"])
        let full = try reconcile(["M. J. Azari Jahromi", "محمدجواد آذري جهرمي"])
        #expect(Set((bare + full).map { $0.ids.first }) == ["person:mohammad-javad-azari-jahromi"])
        #expect(full.allSatisfy { $0.decision == "match" })
        #expect(bare.allSatisfy { $0.decision == "review" || $0.decision == "match" })
    }

    @Test func `an acronym in both scripts is one agency`() throws {
        let answers = try reconcile(["IRNA", "ایرنا"])
        #expect(answers.map(\.decision) == ["match", "match"])
        #expect(answers.map { $0.ids.first } == ["organization:irna", "organization:irna"])
    }

    @Test func `a name that nobody has finds nobody`() throws {
        let answers = try reconcile(["Zorpaldin Quxfoori", "ژغپضان ثذخی"])
        #expect(answers.map(\.decision) == ["none", "none"])
    }

    @Test(arguments: [
        ("latin", "محمدجواد آذری جهرمی", "Mohammad-Javad Azari Jahromi"),
        ("latin", "محمود احمدی‌نژاد", "Mahmoud Ahmadinejad"),
        ("latin", "ترامپ", "Trump"),
        ("persian", "Mahmoud Ahmadinejad", "محمود احمدی‌نژاد"),
        ("persian", "Trump", "ترامپ"),
    ])
    func `names in the other script`(script: String, name: String, expected: String) throws {
        let answer = try Program.run(["transliterate", "--to", script, "--format", "jsonl", name]).objects().first
        let candidates = answer?["candidates"] as? [[String: Any]]
        #expect(candidates?.first?["text"] as? String == expected)
    }

    @Test func `the sample articles give beads with names`() throws {
        let folder = "\(checkout)/Examples/articles"
        let beads = try Program.run(
            ["align", "\(folder)/satellite.en.txt", "\(folder)/satellite.fa.txt", "--format", "jsonl"]
        ).objects()
        let names = beads.flatMap { $0["names"] as? [[String: Any]] ?? [] }
        let links = Set(
            names.compactMap { link in
                (link["english"] as? String).flatMap { english in (link["entity"] as? String).map { "\(english) \($0)" } }
            })
        #expect(links.contains("Mohammad Javad Azari Jahromi person:mohammad-javad-azari-jahromi"))
        #expect(links.contains("Jahromi person:mohammad-javad-azari-jahromi"))
        #expect(links.contains("IRNA organization:irna"))
        #expect(
            names.contains { $0["english"] as? String == "February 2, 2009" && ($0["persian"] as? String)?.hasPrefix("۱۴ بهمن") == true })
    }
}
