import ICU
import TestSupport
import Testing

@testable import Alignment

struct ArticleFormTests {
    private static let reader = ArticleReader(abbreviations: [.english: ["gen"]])

    private func article(_ text: String, _ form: ArticleForm) throws -> Article {
        try Self.reader.article(Array(text.utf8), path: "a", form: form, language: .english)
    }

    @Test(arguments: Cases("pages").rows) func `a page holds its story`(_ row: [String]) throws {
        #expect(try article(row[1], .html).sentences.map(\.text).joined(separator: "|") == row[2], "\(row[0])")
    }

    @Test(arguments: Cases("markdown").rows) func `markdown without its marks`(_ row: [String]) throws {
        #expect(try article(row[1], .markdown).sentences.map(\.text).joined(separator: "|") == row[2], "\(row[0])")
    }

    /// Whatever is read, a sentence's place in the file begins and ends with what the sentence begins and ends with.
    @Test(arguments: Cases("pages").rows.map { ($0[1], ArticleForm.html) } + Cases("markdown").rows.map { ($0[1], .markdown) })
    func `places lead back to the file`(_ text: String, _ form: ArticleForm) throws {
        let article = try article(text, form), bytes = Array(text.utf8)
        var last = -1
        for sentence in article.sentences where sentence.text.utf8.allSatisfy({ $0 < 0x80 }) {
            let place = article.origin.range(sentence.range)
            #expect(place.lowerBound >= last || form == .markdown)
            last = place.lowerBound
            let first = Array(sentence.text.utf8.prefix(1)), source = bytes[place]
            #expect(source.starts(with: first) || source.starts(with: "&".utf8), "\(sentence.text)")
            if let end = sentence.text.utf8.last { #expect(source.last == end || source.last == UInt8(ascii: ";"), "\(sentence.text)") }
        }
    }

    @Test func `a saved page whole`() throws {
        let page = try #require(bytes(ofFile: "\(checkout)/Tests/AlignmentTests/Cases/page.html"))
        let article = try Self.reader.article(page, path: "page.html", language: .english)
        #expect(
            article.sentences.map(\.text) == [
                "Canal Found Under Old Bazaar", "Workers near the mosque in Isfahan, 2024.",
                "Iran’s oldest canal was found on Sunday by Mohammad Rezaei, an engineer.", "It is the second within a year.",
                "\"We heard water,\" he said.", "What comes next", "Work goes on in spring.",
            ])
        #expect(article.date == CalendarDay(gregorian: 2024, 5, 12))
        let name = try #require(article.text.utf8.firstRange(of: Array("Mohammad Rezaei".utf8)))
        let range = article.text.utf8.distance(from: article.text.startIndex, to: name.lowerBound)
        #expect(String(decoding: page[article.origin.range(range..<range + 15)], as: UTF8.self) == "Mohammad</b> <i>Rezaei")
    }

    @Test(arguments: [
        ("a.txt", "text", ArticleForm.text), ("a.html", "<p>x", .html), ("a.html", "no tag", .text), ("a.md", "x", .markdown),
        ("a.txt", "<!DOCTYPE HTML>\n<p>x", .html), ("a", " <html><p>", .html), ("a.en", "<i>x</i>", .text), ("a.xlf", "", .xliff),
        ("x.xml", "<?xml version='1.0'?><!-- c --><tmx version='1.4'>", .tmx), ("x", "\u{FEFF}<xliff version=\"1.2\">", .xliff),
        ("a.md", "<html>", .markdown), ("folder.html/a", "x", .text),
    ]) func `the form is seen from name and content`(_ path: String, _ content: String, _ form: ArticleForm) {
        #expect(ArticleForm(path: path, content: Array(content.utf8)) == form)
    }

    @Test func `other charsets are converted`() throws {
        let page = Array("<meta charset=windows-1252><p>Iran".utf8) + [0x92] + Array("s men.</p>".utf8)
        #expect(try Self.reader.article(page, path: "a.html", language: .english).sentences.map(\.text) == ["Iran’s men."])
        let wide: [UInt8] = [0xFF, 0xFE] + "سلام.".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        #expect(try Self.reader.article(wide, path: "a.txt", language: .persian).sentences.map(\.text) == ["سلام."])
    }

    @Test(arguments: [
        (Array("%PDF-1.4".utf8), "a PDF"), ([0x50, 0x4B, 3, 4, 0], "a zip archive"), ([0x41, 0, 0x42], "a binary file"),
        ([0x41, 0xFF, 0x42], "not valid UTF-8"), (Array("<meta charset=klingon>".utf8) + [0xFF], "\"klingon\" is not known"),
        (Array("<tmx><tu><tuv xml:lang='en'><seg>a</seg>".utf8), "breaks off before the end of <tu>"),
        (Array("<tmx><tu><tuv xml:lang='de'><seg>a</seg></tuv></tu></tmx>".utf8), "holds no segment in English or Persian"),
    ]) func `what cannot be read is said`(_ bytes: [UInt8], _ message: String) {
        #expect { try Self.reader.article(bytes, path: "a", language: .english) } throws: { "\($0)".contains(message) }
    }

    @Test func `deep and broken markup ends`() throws {
        let deep = String(repeating: "<div>", count: 20_000) + "<p>One man spoke." + String(repeating: "</div>", count: 5)
        #expect(try article(deep, .html).sentences.map(\.text) == ["One man spoke."])
        #expect(try article(String(repeating: "<", count: 50_000), .html).sentences.count == 1)
        #expect(try article(String(repeating: "[", count: 2_000), .markdown).sentences.count == 1)
    }
}
