import TestSupport
import Testing

@Suite struct AlignInputTests {
    private let english = "\(checkout)/Examples/articles/isfahan.en.txt"
    private let persian = "\(checkout)/Examples/articles/isfahan.fa.txt"

    @Test func `a saved page, its offsets in the page`() throws {
        let page = "\(checkout)/Tests/AlignmentTests/Cases/page.html"
        let content = try #require(bytes(ofFile: page))
        let folder = try Folder()
        let other = try folder.write(
            "fa.md", "# کشف قنات زیر بازار\n\nقدیمی‌ترین قنات را روز یکشنبه **محمد رضایی**، مهندس، یافت. این دومین قنات در یک سال است.\n")
        let run = try Program.run(["align", page, other, "--format", "jsonl"])
        #expect(run.status == 0, "\(run.errors)")
        let names = try run.objects().flatMap { $0["names"] as? [[String: Any]] ?? [] }
        let rezaei = try #require(names.first { $0["english"] as? String == "Mohammad Rezaei" })
        let range = try #require(rezaei["englishRange"] as? [Int])
        #expect(String(decoding: content[range[0]..<range[1]], as: UTF8.self) == "Mohammad</b> <i>Rezaei")
        let offsets = try #require(try run.objects().first?["offsets"] as? [String: [[Int]]])
        #expect(offsets["persian"] == [[2, 2 + "کشف قنات زیر بازار".utf8.count]])
    }

    @Test func `a memory keeps its pairs, gets names, and can be aligned anew`() throws {
        let folder = try Folder()
        let made = try Program.run(["align", english, persian, "--format", "tmx", "--output", folder.path("m.tmx")])
        #expect(made.status == 0 && made.output.isEmpty)
        let kept = try Program.run(["align", folder.path("m.tmx"), "--format", "jsonl"])
        #expect(kept.status == 0, "\(kept.errors)")
        let beads = try kept.objects()
        #expect(
            beads.allSatisfy {
                ($0["english"] as? [Int])?.count == 1 && ($0["persian"] as? [Int])?.count == 1 && $0["score"] as? Double == 1
            })
        #expect(beads.contains { !($0["names"] as? [Any] ?? []).isEmpty })
        let anew = try Program.run(["align", folder.path("m.tmx"), "--realign", "--format", "jsonl"])
        #expect(try anew.objects().contains { $0["score"] as? Double ?? 1 < 1 })
        // One side of it beside a plain file.
        let side = try Program.run(["align", folder.path("m.tmx"), persian, "--format", "jsonl"])
        #expect(side.status == 0 && side.output.contains("Tehran") == made.output.contains("Tehran") || !side.output.isEmpty)
        let xliff = try Program.run(["align", folder.path("m.tmx"), "--format", "xliff", "--output", folder.path("m.xlf")])
        #expect(xliff.status == 0)
        let again = try Program.run(["align", folder.path("m.xlf"), "--format", "tsv"])
        #expect(again.lines.count == beads.count + 1)
    }

    @Test func `the form may be forced`() throws {
        let folder = try Folder()
        let odd = try folder.write("odd", "<p>Iran spoke.</p><p>Two came.</p>"), other = try folder.write("fa", "ایران سخن گفت.\n")
        let plain = try Program.run(["align", odd, other, "--format", "tsv"])
        #expect(plain.output.contains("<p>"))
        let page = try Program.run(["align", odd, other, "--format", "tsv", "--input", "html"])
        #expect(!page.output.contains("<p>") && page.output.contains("Iran spoke."))
        #expect(try Program.run(["align", odd, other, "--lines", "--input", "html"]).status == 64)
        #expect(try Program.run(["align", odd, other, "--input", "pdf"]).status == 64)
    }

    @Test func `two columns as wide as is asked`() throws {
        for width in [24, 60, 80, 137] {
            let run = try Program.run(["align", english, persian, "--width", "\(width)"])
            #expect(run.status == 0)
            let sentences = run.lines.filter { $0.contains("│") }
            #expect((width < 60) == sentences.isEmpty)
            // No joiner takes a column, and every other letter takes one.
            func columns(_ line: String) -> Int {
                line.unicodeScalars.count { $0 != "\u{200C}" && $0.properties.generalCategory != .nonspacingMark }
            }
            #expect(sentences.allSatisfy { columns($0) <= width }, "\(width)")
        }
        #expect(try Program.run(["align", english, persian, "--width", "5"]).status == 64)
    }
}

@Suite struct AlignFolderTests {
    private let articles = "\(checkout)/Tests/AlignmentTests/Cases/articles"

    /// The own pairs in two folders under names that say nothing, some of them on one side alone.
    private func folders(in folder: Folder, english: [String], persian: [String]) throws -> (String, String) {
        for (numbers, side) in [(english, "en"), (persian, "fa")] {
            for (index, number) in numbers.enumerated() {
                let text = try #require(contents(ofFile: "\(articles)/\(number).\(side).txt"))
                try folder.write("\(side)/\(side == "en" ? "story" : "خبر")-\(index).txt", text)
            }
        }
        return (folder.path("en"), folder.path("fa"))
    }

    @Test func `pairs are found, aligned, and mined`() throws {
        let folder = try Folder()
        let (en, fa) = try folders(
            in: folder, english: ["04-football", "07-saffron-rail", "01-book-fair"],
            persian: ["01-book-fair", "09-chess", "07-saffron-rail"])
        let run = try Program.run([
            "align", "--folder", en, fa, "--format", "tmx", "--output", folder.path("out"), "--mine", folder.path("new.jsonl"),
        ])
        #expect(run.status == 0, "\(run.errors)")
        let table = try #require(contents(ofFile: folder.path("out/pairs.tsv"))).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(
            Set(table.dropFirst().map { "\($0[0].split(separator: "/").last ?? "") \($0[1].split(separator: "/").last ?? "")" }) == [
                "story-1.txt خبر-2.txt", "story-2.txt خبر-0.txt", "story-0.txt ", " خبر-1.txt",
            ])
        #expect(try #require(contents(ofFile: folder.path("out/story-1.tmx"))).contains("<tmx"))
        #expect(contents(ofFile: folder.path("out/story-0.tmx")) == nil)
        #expect(run.output.contains("without a counterpart"))
        #expect(try #require(contents(ofFile: folder.path("new.jsonl"))).contains("Zereshkian"))
    }

    @Test func `without an output the pairs are listed`() throws {
        let folder = try Folder()
        let (en, fa) = try folders(in: folder, english: ["05-cinema", "08-rudaki-evening"], persian: ["08-rudaki-evening", "05-cinema"])
        let run = try Program.run(["align", "--folder", en, fa, "--format", "jsonl"])
        #expect(run.status == 0)
        #expect(try run.objects().allSatisfy { $0["confidence"] as? Double ?? 0 > 0.5 && $0["beads"] as? Int ?? 0 > 5 })
        let swapped = try Program.run(["align", "--folder", fa, en, "--format", "jsonl"])
        #expect(swapped.errors.contains("taken the other way round"))
        #expect(swapped.output == run.output)
        #expect(try Program.run(["align", "--folder", en, fa, "--format", "html"]).status == 64)
        #expect(try Program.run(["align", "--folder", en]).status == 64)
    }

    @Test func `a file that is no article is named, and the rest goes on`() throws {
        let folder = try Folder()
        let (en, fa) = try folders(in: folder, english: ["05-cinema"], persian: ["05-cinema"])
        try folder.write("en/picture.png", [0x89, 0x50, 0x4E, 0x47, 0])
        let run = try Program.run(["align", "--folder", en, fa, "--format", "tsv"])
        #expect(run.status == 65)
        #expect(run.errors.contains("picture.png: this is a picture"))
        #expect(run.lines.count == 2)
        #expect(try Program.run(["align", "--folder", folder.path("none"), fa]).status == 66)
        #expect(try Program.run(["align", "--folder", folder.path("en/story-0.txt"), fa]).status == 66)
    }
}

@Suite struct AlignMiningTests {
    @Test func `what is mined can be checked, merged and found`() throws {
        let folder = try Folder()
        let dictionary = try folder.write(
            "ours.jsonl",
            #"{"id":"p:rezaei","type":"person","names":[{"text":"Mohammad Reza Rezaei"},{"text":"محمدرضا رضایی"}]}"# + "\n")
        let compiled = folder.path("ours.namvar")
        #expect(try Program.run(["dictionary", "compile", dictionary, "--output", compiled]).status == 0)
        let english = try folder.write(
            "a.en",
            "Mohamad-Reza Rezayee met Ghobad Zereshkian in Khaf on May 12.\nZereshkian harvested 180 tons in 2023.\nRezayee sold 49 of them in Herat.\n"
        )
        let persian = try folder.write(
            "a.fa",
            "محمدرضا رضایی ۲۲ اردیبهشت با قباد زرشکیان در خواف دیدار کرد.\nزرشکیان سال ۲۰۲۳ ۱۸۰ تن برداشت کرد.\nرضایی ۴۹ تن آن را در هرات فروخت.\n"
        )
        let mined = folder.path("mined.jsonl")
        let run = try Program.run(["align", english, persian, "--lines", "--dictionary", compiled, "--mine", mined])
        #expect(run.status == 0, "\(run.errors)")
        let lines = try #require(contents(ofFile: mined))
        #expect(
            lines.contains(#"{"id":"p:rezaei","type":"person","names":[{"text":"Mohamad-Reza Rezayee","role":"alias","sources":["#),
            "\(lines)")
        #expect(lines.contains(#"{"text":"Zereshkian","role":"weak","sources":["#), "\(lines)")
        #expect(
            lines.contains(
                #""evidence":[{"english":"\#(english)","persian":"\#(persian)","englishSentences":[0],"persianSentences":[0],"score":"#))
        let check = try Program.run(["dictionary", "check", "--sourced", mined])
        #expect(check.status == 0 && check.output.contains("0 errors, 0 warnings"), "\(check.output)\(check.errors)")
        let merge = try Program.run(["dictionary", "merge", dictionary, mined, "--output", folder.path("new.jsonl")])
        #expect(merge.status == 0, "\(merge.errors)")
        #expect(try Program.run(["dictionary", "compile", folder.path("new.jsonl"), "--output", folder.path("new.namvar")]).status == 0)
        let found = try Program.run([
            "reconcile", "--dictionary", folder.path("new.namvar"), "--format", "jsonl", "Ghobad Zereshkian", "Mohamad-Reza Rezayee",
        ])
        let answers = try found.objects()
        #expect(answers.allSatisfy { $0["decision"] as? String == "match" }, "\(found.output)")
        #expect((answers[1]["candidates"] as? [[String: Any]])?.first?["id"] as? String == "p:rezaei")
        // What the dictionary has by now is not mined again.
        let again = try Program.run([
            "align", english, persian, "--lines", "--dictionary", folder.path("new.namvar"), "--mine", mined, "--format", "vecalign",
        ])
        #expect(again.status == 0)
        #expect(contents(ofFile: mined) == "")
    }
}

@Suite struct AlignBadInputTests {
    private let english = "\(checkout)/Examples/articles/isfahan.en.txt"
    private let persian = "\(checkout)/Examples/articles/isfahan.fa.txt"

    @Test func `a missing file in a list, and the others go on`() throws {
        let folder = try Folder()
        let good = "\(english)\t\(persian)\t\(folder.path("good"))"
        let list = try folder.write("list.tsv", "/none\t\(persian)\t\(folder.path("bad"))\n\(good)\n\n")
        let run = try Program.run(["align", "--pairs", list, "--format", "vecalign"])
        #expect(run.status == 66)
        #expect(run.errors.contains("list.tsv, line 1: /none: no such file"))
        #expect(contents(ofFile: folder.path("good"))?.hasPrefix("[0]:") == true)
        try folder.write("list.tsv", "/none\tx\ty\nonly one cell\n\(good)\r\n")
        let mixed = try Program.run(["align", "--pairs", list, "--format", "vecalign"])
        #expect(mixed.status == 65)
        #expect(mixed.errors.contains("line 2: want English file, Persian file and output file"))
    }

    @Test(arguments: [
        ("%PDF-1.4\n", "this is a PDF"), ("PK\u{3}\u{4}", "a word processor's document"), ("a\u{0}b", "NUL"),
        ("<tmx><body><tu>", "breaks off"),
    ]) func `what is no text is said`(_ content: String, _ message: String) throws {
        let folder = try Folder()
        let run = try Program.run(["align", try folder.write("a", content), persian])
        #expect(run.status == 65)
        #expect(run.errors.contains(message) && run.output.isEmpty)
    }

    @Test func `one article is not a pair`() throws {
        let run = try Program.run(["align", english])
        #expect(run.status == 64)
        #expect(run.errors.contains("give the other side too"))
    }

    @Test func `nothing in common is said, and every sentence stands alone`() throws {
        let folder = try Folder()
        let other = try folder.write("b.txt", "هوا امروز بارانی است.\nقیمت نان در بازار بالا رفت.\n")
        let run = try Program.run([
            "align", try folder.write("a.txt", "The striker scored two goals.\nHe went home.\n"), other, "--format", "vecalign",
        ])
        #expect(run.status == 0)
        #expect(run.errors.contains("have nothing in common"))
        #expect(run.lines == ["[0]:[]", "[1]:[]", "[]:[0]", "[]:[1]"])
        for format in ["jsonl", "tsv", "tmx", "xliff", "html", "hunalign", "text"] {
            #expect(try Program.run(["align", folder.path("a.txt"), other, "--format", format]).status == 0, "\(format)")
        }
    }

    @Test func `pages in the wrong order are exchanged, with their offsets`() throws {
        let folder = try Folder()
        let page = try folder.write("fa.html", "<p><b>رضا رضایی</b> روز یکشنبه در تهران بود.</p>")
        let other = try folder.write("en.html", "<p><i>Reza Rezaei</i> was in Tehran on Sunday.</p>")
        let run = try Program.run(["align", page, other, "--format", "jsonl"])
        #expect(run.status == 0 && run.errors.contains("taken the other way round"))
        let offsets = try #require(try run.objects().first?["offsets"] as? [String: [[Int]]])
        #expect(offsets["english"] == [[6, 46]])
        #expect(offsets["persian"]?[0][0] == 6)
    }

    @Test func `a sentence of a hundred thousand words`() throws {
        let folder = try Folder()
        let words = (0..<100_000).map { "word\($0 % 7_919)" }.joined(separator: " ")
        let persian = (0..<100_000).map { ["سلام", "جهان", "خبر", "تهران", "شهر"][$0 % 5] }.joined(separator: " ")
        let run = try Program.run(["align", try folder.write("a", words), try folder.write("b", persian), "--format", "jsonl"])
        #expect(run.status == 0)
        #expect(try run.objects().count <= 2)
    }

    @Test func `an output that cannot be written`() throws {
        let run = try Program.run(["align", english, persian, "--output", "/none/x.txt"])
        #expect(run.status == 73)
        #expect(try Program.run(["align", english, persian, "--mine", "/none/x.jsonl", "--format", "vecalign"]).status == 73)
    }
}
