import Entities
import Lexicon
import TestSupport
import Testing

@Suite struct ExchangeTests {
    private let folder = try! Folder()

    /// A dictionary with everything that the text form can say.
    private static let everything = EntityCollection(
        [
            Entity(
                id: "p:1", type: .person,
                names: [
                    Alias("Javad \"Jay\" Azari", role: .preferred, language: "en", sources: ["news", "a|b"], count: 12),
                    Alias("جواد آذری‌جهرمی", role: .preferred), Alias("Azari, J.", role: .weak), Alias("Jawad Asari", role: .misspelling),
                    Alias("Rezā\u{301}", role: .historical, properties: ["seen": .array([.number(1), .string("x")])]),
                ],
                refs: ["wikidata": "Q1", "geonames": "12"],
                properties: [
                    "birthYear": .string("1981"), "gender": .string("male"), "role": .array([.string("minister")]),
                    "country": .string("IR"),
                ],
                sources: ["namvar"], fields: ["note": .object(["a": .null])]),
            Entity(id: "o 2", type: .organization, names: [Alias("ایرنا", role: .preferred), Alias("IRNA & <Co>", role: .preferred)]),
            Entity(
                id: "x", names: [Alias("Ρέζα", role: .preferred), Alias("Երևան", role: .preferred)], properties: ["empty": .string("")]),
            Entity(id: "تهران", type: .place, names: [Alias("Tehran\\Teheran", role: .preferred, count: 3)], refs: ["geonames": "112931"]),
        ], redirects: ["old id": "p:1"], removed: ["gone"])

    private func text(_ dictionary: EntityCollection, as format: ExchangeFormat) throws -> (text: String, said: [String]) {
        var text = "", said: [String] = []
        try format.write(dictionary, report: { said.append($0.description) }) { text += $0 }
        return (text, said)
    }

    private func dictionary(
        _ text: String, as format: ExchangeFormat, _ selection: ExchangeFormat.Selection = .init(), name: String = "file"
    ) throws -> (dictionary: EntityCollection, said: [String]) {
        var result = EntityCollection(), said: [String] = []
        try format.read([try folder.write(name, text)], selection, report: { said.append($0.description) }) { line in
            switch line {
            case .entity(let entity): result.entities.append(entity)
            case .redirect(let from, let to): result.redirects[from] = to
            case .removed(let id): result.removed.insert(id)
            }
        }
        return (result, said)
    }

    @Test(arguments: [ExchangeFormat.table, .csv, .openRefine, .followTheMoney, .skosTurtle, .skosJSON, .tbx])
    func whatIsWrittenIsReadBackWhole(format: ExchangeFormat) throws {
        let (text, said) = try text(Self.everything, as: format)
        let (back, problems) = try dictionary(text, as: format)
        #expect(problems == [])
        let differences = EntityDifference.between(Self.everything, back).map(\.description)
        let lost: [(what: String, difference: String)] =
            switch format {
            case .skosTurtle, .skosJSON: []
            case .followTheMoney: [("removed ids", "- gone is no longer taken out of dictionaries behind this one")]
            default:
                [
                    ("removed ids", "- gone is no longer taken out of dictionaries behind this one"),
                    ("redirects", "> old id no longer leads to p:1"),
                ]
            }
        #expect(differences == lost.map(\.difference), "\(format)")
        // What is lost is said.
        #expect(Set(said.compactMap { $0.split(separator: ": ").dropFirst().first }) == Set(lost.map { "no place for \($0.what)" }))
    }

    @Test func bareListOfNamesIsATable() throws {
        let (read, said) = try dictionary("name\nReza\n\nرضا\n", as: .table)
        #expect(said == [])
        #expect(read.entities.map(\.id) == ["Reza", "رضا"])
    }

    @Test func unknownColumnIsKept() throws {
        let (read, _) = try dictionary("id,name,colour,entity:born in\n1,Reza,red,Rey\n", as: .csv)
        #expect(read.lines.map(\.json) == [#"{"id":"1","names":[{"text":"Reza","role":"preferred","colour":"red"}],"born in":"Rey"}"#])
        #expect(try text(read, as: .csv).text.contains("colour"))
    }

    @Test func semicolonsOfASpreadsheetAreSeen() throws {
        let (read, said) = try dictionary("\u{FEFF}id;name;role\r\n1;\"Reza; R\";weak\r\n", as: .csv)
        #expect(said == [])
        #expect(read.lines.map(\.json) == [#"{"id":"1","names":[{"text":"Reza; R","role":"weak"}]}"#])
        #expect(throws: ExchangeProblem.self) { try dictionary("id,name,name\n1,a,b\n", as: .csv) }
    }

    @Test func recordsBelongToTheRowAbove() throws {
        let (read, said) = try dictionary("id,type,name\n1,person,Reza\n,,\"Riza, \"\"R\"\"\"\n2,,Ali\n", as: .openRefine)
        #expect(said == [])
        #expect(
            read.lines.map(\.json) == [
                #"{"id":"1","type":"person","names":[{"text":"Reza","role":"preferred"},{"text":"Riza, \"R\""}]}"#,
                #"{"id":"2","names":[{"text":"Ali","role":"preferred"}]}"#,
            ])
    }

    @Test func mistakesInTablesAreSaidWithTheirLine() throws {
        let path = folder.path("file")
        let (read, said) = try dictionary("id\tname\trole\n1\tReza\t\n2\n3\t\t\n4\tAli\tboss\n", as: .table)
        #expect(read.entities.map(\.id) == ["1"])
        #expect(
            said == [
                "\(path):3: 3 cells, not 1, expected; correct it, or give the file's own format with --from",
                "\(path):4: \"3\" has no name; left out",
                "\(path):5: role is \"boss\", not one of preferred, alias, weak, historical, misspelling",
            ])
        #expect(throws: ExchangeProblem(.missingMember("name", found: ["a", "b"]), file: path, line: 1)) {
            try dictionary("a\tb\n1\t2\n", as: .table)
        }
    }

    @Test func followTheMoneyOfOthersIsUnderstood() throws {
        let line = #"""
            {"id":"NK-1","schema":"Company","caption":"x","properties":{"name":["Bank Melli","بانک ملی"],"alias":["BMI"],"previousName":["Bank Melli Iran"],"jurisdiction":["ir"],"country":["ir"]},"datasets":["us_ofac_sdn"]}
            """#
        let (read, said) = try dictionary(
            line + "\n" + #"{"id":"s","schema":"Sanction","properties":{"entity":["NK-1"]}}"# + "\nnonsense\n", as: .followTheMoney)
        let path = folder.path("file")
        #expect(
            said == [
                "\(path):3: an object with id, schema and properties expected; correct it, or give the file's own format with --from",
                "\(path): no place for records of schema Sanction, without names: 1 left out",
            ])
        #expect(
            read.lines.map(\.json) == [
                #"{"id":"NK-1","type":"organization","names":[{"text":"Bank Melli","role":"preferred"},{"text":"بانک ملی","role":"preferred"},{"text":"BMI"},{"text":"Bank Melli Iran","role":"historical"}],"properties":{"country":"IR"},"schema":"Company","ftm":{"jurisdiction":["ir"]},"caption":"x","datasets":["us_ofac_sdn"]}"#
            ])
        // What it did not understand goes back as it came.
        let again = try JSON(try text(read, as: .followTheMoney).text.split(separator: "\n").first.map(String.init) ?? "").object
        #expect(again?["schema"] == .string("Company"))
        #expect(again?["properties"]?.object?["jurisdiction"] == .array([.string("ir")]))
        #expect(again?["datasets"] == .array([.string("us_ofac_sdn")]))
    }

    /// The `followthemoney` package refuses such a date; the year stays among our own members.
    @Test func yearBeforeOneThousandIsNoDate() throws {
        let ferdowsi = EntityCollection([
            Entity(id: "f", type: .person, names: [Alias("Ferdowsi", role: .preferred)], properties: ["birthYear": .string("940")])
        ])
        let line = try text(ferdowsi, as: .followTheMoney).text
        #expect(try JSON(line).object?["properties"]?.object?["birthDate"] == nil)
        #expect(try dictionary(line, as: .followTheMoney).dictionary.lines == ferdowsi.lines)
    }

    /// Two names of one entity may differ in the joiner alone.
    @Test func namesThatDifferInTheJoinerStayTwo() throws {
        let facebook = EntityCollection([Entity(id: "f", names: [Alias("فیس\u{200C}بوک", role: .preferred), Alias("فیسبوک")])])
        let line = try text(facebook, as: .followTheMoney).text
        #expect(try dictionary(line, as: .followTheMoney).dictionary.lines == facebook.lines)
    }

    /// The `followthemoney` package takes the joiner out of names when it cleans them.
    @Test func joinerThatFollowTheMoneyTakesOutIsPutBack() throws {
        let line = try text(Self.everything, as: .followTheMoney).text.split(separator: "\n")[0]
        let cleaned = line.split(separator: #","namvar""#)
        let (read, _) = try dictionary(cleaned[0].replacing("\u{200C}", with: "") + #","namvar""# + cleaned[1], as: .followTheMoney)
        #expect(read.entities.first?.names.map(\.text) == Self.everything.entities[0].names.map(\.text))
    }

    @Test func turtleOfOthersIsUnderstood() throws {
        let turtle = """
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            PREFIX ex: <http://example.org/>
            @base <http://example.org/> .
            # a comment
            ex:tehran a skos:Concept ; skos:prefLabel "Tehran"@en , 'تهران'@fa ;
                skos:altLabel '''Teheran'''@de, "\\u0637هران" ; skos:broader <iran> ; ex:population 8.7e6, 8700000, true ;
                skos:exactMatch <http://www.wikidata.org/entity/Q3616> ; ex:node [ ex:a "b" ] .
            <iran> skos:prefLabel "Iran" .
            """
        let (read, said) = try dictionary(turtle, as: .skosTurtle)
        #expect(said == [])
        #expect(read.entities.map(\.id) == ["http://example.org/tehran", "http://example.org/iran"])
        #expect(
            read.entities[0].names.map { "\($0.text) \($0.language ?? "-") \($0.role)" } == [
                "Tehran en preferred", "تهران fa preferred", "Teheran de alias", "طهران - alias",
            ])
        #expect(read.entities[0].refs == ["wikidata": "Q3616"])
        #expect(read.entities[0].fields["rdf"]?.object?["http://example.org/population"]?.array?.count == 3)
        let again = try dictionary(try text(read, as: .skosTurtle).text, as: .skosTurtle).dictionary
        #expect(EntityDifference.between(read, again).filter { if case .added = $0 { false } else { true } }.isEmpty)
    }

    @Test(arguments: [
        ("<a> <b> \"c .", "the literal's closing quote"), ("<a> ex:b \"c\" .", "a declared prefix, not ex:"),
        ("<a> <b> (1 2) .", "no collection"), ("<a> <b> <c>", "a full stop"), ("<a> <b> \"\\q\" .", "an escape such as \\n or \\u0622"),
    ])
    func mistakeInTurtleSaysWhere(turtle: String, expected: String) throws {
        let path = folder.path("file")
        #expect(throws: ExchangeProblem(.malformed(expected: expected), file: path, line: 2)) {
            try dictionary("\n" + turtle, as: .skosTurtle)
        }
    }

    @Test func firstEditionOfTBXIsRead() throws {
        let tbx = """
            <?xml version="1.0"?><!-- a --><martif><text><body><termEntry id="t1"><descrip type="subjectField">city</descrip>
            <langSet xml:lang="en"><tig><term>Rey &amp; Co</term></tig></langSet><langSet xml:lang="fa"><ntig><termGrp><term><![CDATA[ری]]></term>
            </termGrp></ntig></langSet></termEntry><termEntry id="t2"/></body></text></martif>
            """
        let (read, said) = try dictionary(tbx, as: .tbx)
        #expect(
            read.lines.map(\.json) == [
                #"{"id":"t1","names":[{"text":"Rey & Co","role":"alias","language":"en"},{"text":"ری","role":"alias","language":"fa"}],"properties":{"subjectField":"city"}}"#
            ])
        #expect(said == ["\(folder.path("file")):3: \"t2\" has no name; left out"])
    }

    @Test(arguments: [
        ("<a><conceptEntry></a>", "</conceptEntry>, not </a>"),
        ("<conceptEntry>&nbsp;</conceptEntry>", "one of &lt; &gt; &amp; &quot; &apos; &#…;, not &nbsp;"),
        ("<conceptEntry><a b=c></conceptEntry>", "an attribute's value in quotes"),
        ("<conceptEntry>", "</conceptEntry> before the file's end"),
        ("<tbx><conceptEntry></conceptEntry>", "</tbx> before the file's end"), ("<tbx></body>", "no </body>"), ("", "XML"),
    ])
    func mistakeInXMLSaysWhere(xml: String, expected: String) throws {
        let path = folder.path("file")
        #expect(throws: ExchangeProblem(.malformed(expected: expected), file: path, line: 2)) { try dictionary("\n" + xml, as: .tbx) }
    }

    @Test func deepXMLIsRefusedNotFatal() throws {
        #expect(throws: ExchangeProblem.self) {
            try dictionary("<conceptEntry>" + String(repeating: "<a>", count: 100_000), as: .tbx)
        }
    }
}
