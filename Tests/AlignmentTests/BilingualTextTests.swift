import ICU
import TestSupport
import Testing

@testable import Alignment

struct BilingualTextTests {
    private func units(_ text: String) throws -> [String] {
        let both = try BilingualText(Array(text.utf8))
        return both.units.map { unit in
            (unit.english.map { both.english.sentences[$0].text } ?? "–") + "|"
                + (unit.persian.map { both.persian.sentences[$0].text } ?? "–")
        }
    }

    @Test func `translation memory`() throws {
        let text = """
            <?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd" [ <!ENTITY x "y"> ]>
            <tmx version="1.4"><header srclang="en"><note>no</note></header><body>
            <tu tuid="1"><note>a note</note><prop type="x">p</prop>
              <tuv xml:lang="EN-us"><seg>A <bpt i="1">&lt;b></bpt>bold<ept i="1">&lt;/b></ept> man
                 &amp; <hi>more</hi>.</seg></tuv><tuv xml:lang="fa-IR"><seg>مردی.</seg></tuv><tuv xml:lang="de"><seg>Nein</seg></tuv></tu>
            <tu><tuv lang="en"><seg>Alone.</seg></tuv><tuv lang="fa"><seg/></tuv></tu>
            <tu><tuv xml:lang="prs"><seg><![CDATA[دری & <x>]]></seg></tuv><tuv xml:lang="de"><seg>Nein</seg></tuv></tu>
            </body></tmx>
            """
        #expect(try units(text) == ["A bold man & more.|مردی.", "Alone.|–", "–|دری & <x>"])
        let both = try BilingualText(Array(text.utf8)), bytes = Array(text.utf8)
        #expect(String(decoding: bytes[both.persian.origin.range(both.persian.sentences[0].range)], as: UTF8.self) == "مردی.")
        #expect(both.beads.map { "\($0.english):\($0.persian)" } == ["[0]:[0]", "[1]:[]", "[]:[1]"])
    }

    @Test func `xliff 1.2`() throws {
        let text = """
            <xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="fa" original="x">
            <header><note>no</note></header><body><group><trans-unit id="1"><source>One <g id="1">man</g><x id="2"/>.</source>
            <seg-source><mrk mtype="seg" mid="0">One man.</mrk></seg-source><target><mrk mtype="seg" mid="0">یک مرد.</mrk></target>
            <alt-trans><source>no</source><target>نه</target></alt-trans></trans-unit></group>
            <trans-unit id="2"><source>Two.</source></trans-unit><trans-unit id="3"><source>Three.</source><target/></trans-unit>
            </body></file></xliff>
            """
        #expect(try units(text) == ["One man.|یک مرد.", "Two.|–", "Three.|–"])
    }

    @Test func `xliff 2 from Persian`() throws {
        let text = """
            <xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mtc="urn:m" version="2.0" srcLang="fa" trgLang="en"><file id="f">
            <unit id="u"><mtc:matches><mtc:match ref="#s"><source>نه</source><target>no</target></mtc:match></mtc:matches>
            <originalData><data id="d">&lt;b></data></originalData>
            <segment><source>یک <pc id="1">مرد</pc>.</source><target>One <mrk id="m" type="term">man</mrk><ph id="2"/>.</target></segment>
            <ignorable><source> </source></ignorable><segment><source>دو.</source><target>Two.</target></segment></unit></file></xliff>
            """
        #expect(try units(text) == ["One man.|یک مرد.", "Two.|دو."])
    }

    @Test func `what is written as xliff and as a memory is read again`() throws {
        let english = Article(lines: "A & B met <C>.\nAlone.\nTwo.", language: .english)
        let persian = Article(lines: "الف و ب.\nدو.", language: .persian)
        let alignment = ArticleAlignment(
            english: english, persian: persian,
            beads: [
                Bead(english: [0], persian: [0], score: 1), Bead(english: [1], persian: [], score: 1),
                Bead(english: [2], persian: [1], score: 1),
            ])
        for format in [AlignmentFormat.tmx, .xliff] {
            #expect(try units(format.text(of: alignment)) == ["A & B met <C>.|الف و ب.", "Two.|دو."])
        }
    }
}
