import Foundation
import TestSupport
import Testing

/// Decisions made one by one, and what becomes of a dictionary by them.
@Suite struct DictionaryDecisionTests {
    private let folder = try! Folder()
    private let people: String
    private let log: String

    init() throws {
        let lines = [
            #"{"id":"a","type":"person","names":["Saeed Jalili","سعید جلیلی"]}"#,
            #"{"id":"b","type":"person","names":["Reza Karimi","Hossein Alizadeh","حسین علیزاده"]}"#,
            #"{"id":"c","type":"person","names":[{"text":"Saeid Jalily","sources":["irna"],"count":4}],"refs":{"wikidata":"Q1"}}"#,
        ]
        people = try folder.write("people.jsonl", lines.joined(separator: "\n"))
        log = folder.path("decisions.jsonl")
    }

    private func namvar(_ line: String) throws -> Program.Run {
        try Program.shell(
            line.replacing("PEOPLE", with: people).replacing("LOG", with: "'\(log)'").replacing("FOLDER", with: folder.path("")))
    }

    @Test func decidedIsDoneAndUndoneIsAsBefore() throws {
        let decided = try namvar("namvar dictionary decide c a same --why 'one desk' --who Sara --decisions LOG --dictionary PEOPLE")
        #expect(decided.status == 0, "\(decided.errors)")
        #expect(decided.output.hasPrefix(#"c "Saeid Jalily" | a "Saeed Jalili": same, Sara, 20"#))
        let merged = try namvar("namvar dictionary merge PEOPLE --decisions LOG --output FOLDER/merged.jsonl && cat FOLDER/merged.jsonl")
        #expect(merged.lines[0] == "> a is now c", "\(merged.errors)")
        #expect(merged.lines.contains(#"{"id":"a","redirect":"c"}"#))
        // A second time nothing is left to do.
        #expect(try namvar("namvar dictionary merge FOLDER/merged.jsonl --decisions LOG --output /dev/stdout").lines.count == 3)

        let explained = try namvar("namvar dictionary explain a --dictionary FOLDER/merged.jsonl --decisions LOG")
        #expect(explained.lines.contains("  a was merged into it"))
        #expect(explained.lines.contains("      preferred, Latn, met 4 times, from irna"))
        #expect(explained.lines.contains { $0.hasSuffix("came with a") })
        #expect(
            explained.lines.contains { $0.hasPrefix(#"  person a "Saeed Jalili", by c "Saeid Jalily" | a "Saeed Jalili": same, Sara"#) })
        #expect(explained.lines.contains { $0.hasSuffix("(one desk)") })

        #expect(try namvar("namvar dictionary undo a c --who Sara --decisions LOG").output.hasPrefix("taken back: c "))
        let restored = try namvar(
            """
            namvar dictionary merge FOLDER/merged.jsonl --decisions LOG --output FOLDER/restored.jsonl
            namvar dictionary diff PEOPLE FOLDER/restored.jsonl
            """)
        #expect(restored.output == "< a is by itself again, and no longer c\n")
    }

    @Test func aNameIsTakenAwayAndGivenBack() throws {
        let parted = try namvar(
            """
            namvar dictionary decide b --name 'Reza Karimi' different --who Sara --decisions LOG --dictionary PEOPLE >/dev/null
            namvar dictionary decide a --name 'S. Jalili' same --who Sara --decisions LOG >/dev/null
            namvar dictionary merge PEOPLE --decisions LOG --output FOLDER/parted.jsonl; cat FOLDER/parted.jsonl
            """)
        #expect(parted.errors == "")
        let own = try #require(parted.lines.first { $0.contains("was parted from b") }).split(separator: " ")[1]
        #expect(
            parted.lines.contains { $0.hasPrefix(#"{"id":"\#(own)","type":"person","names":[{"text":"Reza Karimi","role":"preferred"}]"#) })
        #expect(parted.lines.contains { $0.contains(#"{"text":"S. Jalili","sources":["review"],"#) })
        let back = try namvar(
            """
            namvar dictionary undo --who Sara --decisions LOG >/dev/null; namvar dictionary undo --who Sara --decisions LOG >/dev/null
            namvar dictionary merge FOLDER/parted.jsonl --decisions LOG --output FOLDER/back.jsonl >/dev/null
            namvar dictionary diff PEOPLE FOLDER/back.jsonl
            """)
        #expect(back.lines == [#"~ person b "Reza Karimi""#, "    names in another order", "> \(own) leads to b"], "\(back.errors)")
    }

    @Test func whatIsDecidedToBeDifferentIsNotMergedByTheOtherSide() throws {
        let theirs = [
            #"{"id":"a","type":"person","names":["Saeed Jalili","سعید جلیلی","Saeid Jalily"],"refs":{"wikidata":"Q1"}}"#,
            #"{"id":"c","redirect":"a"}"#,
        ]
        try folder.write("theirs.jsonl", theirs.joined(separator: "\n"))
        let run = try namvar(
            """
            namvar dictionary decide a c different --who Sara --decisions LOG >/dev/null
            namvar dictionary merge --base PEOPLE PEOPLE FOLDER/theirs.jsonl --prefer ours --decisions LOG --output FOLDER/merged.jsonl
            cat FOLDER/merged.jsonl
            """)
        #expect(!run.output.contains("redirect"), "\(run.errors)")
        #expect(run.lines.contains { $0.hasPrefix(#"{"id":"c","type":"person","names":[{"text":"Saeid Jalily""#) })
        #expect(!run.lines.contains { $0.hasPrefix(#"{"id":"a""#) && $0.contains("Jalily") })
    }

    @Test func decisionsThatContradictAreTold() throws {
        let run = try namvar(
            """
            for pair in 'a b same' 'b c same' 'a c different'; do
                namvar dictionary decide $pair --who Sara --decisions LOG >/dev/null
            done
            namvar dictionary merge PEOPLE --decisions LOG --output FOLDER/merged.jsonl
            """)
        #expect(run.status == 65)
        #expect(run.output == "> b is now a\n")
        #expect(run.errors.contains("b | c: same, Sara"))
        #expect(run.errors.contains("it would join two that are decided to be different"))
    }

    @Test func wrongUseSaysWhatToDo() throws {
        for (line, status, words) in [
            ("decide a b perhaps", Int32(64), "end with same, different or unsure"),
            ("decide a same", 64, "give two ids, or one and --name"),
            ("decide a a same", 64, "a decision is about two entities"),
            ("decide a nobody same --dictionary PEOPLE", 65, "no entity \"nobody\" in the dictionary"),
            ("undo --who Sara", 1, "has no decision of Sara's to take back"),
            ("undo a b", 1, "no decision on this that holds"),
        ] {
            let run = try namvar("namvar dictionary \(line) --decisions LOG")
            #expect(run.status == status, "\(line): \(run.errors)")
            #expect(run.errors.contains(words), "\(line): \(run.errors)")
        }
        #expect(try namvar("namvar dictionary explain nobody --dictionary PEOPLE").status == 1)
        #expect(try namvar("namvar dictionary merge PEOPLE --decisions FOLDER/none.jsonl --output FOLDER/x").status == 66)
    }

    /// A program that is killed has every decision in the file that it said it had taken, and the file goes on.
    @Test func killedInTheMiddleLosesNothingThatWasTaken() throws {
        let namesakes = (1...40).map { #"{"id":"\#($0)","type":"person","names":["Reza Karimi"]}"# }
        try folder.write("namesakes.jsonl", namesakes.joined(separator: "\n"))
        let run = try namvar(
            """
            for round in 1 2 3; do
                touch FOLDER/said; before=$(grep -c '^→' FOLDER/said)
                (for key in $(seq 1000); do echo d; sleep 0.01; done) 2>/dev/null | "$NAMVAR" \
                    dictionary review FOLDER/namesakes.jsonl --decisions LOG --who Sara >> FOLDER/said 2>/dev/null &
                # $! is the program: it is killed when it has said some decisions, wherever it is then.
                while [ $(grep -c '^→' FOLDER/said) -lt $((before + 3)) ] && kill -0 $! 2>/dev/null; do sleep 0.01; done
                kill -9 $!; wait $! 2>/dev/null
            done
            grep -c '^→ different' FOLDER/said; grep -c . LOG; namvar dictionary undo --who Sara --decisions LOG
            """)
        let said = try #require(Int(run.lines[0])), kept = try #require(Int(run.lines[1]))
        #expect(said > 0)
        // What was said is in the file; at most the last key of each round is there without having been said.
        #expect(kept >= said && kept <= said + 3)
        #expect(run.lines.last?.hasPrefix("taken back: ") == true, "\(run.errors)")
    }
}
