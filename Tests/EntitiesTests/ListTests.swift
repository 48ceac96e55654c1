import Entities
import Lexicon
import TestSupport
import Testing

@Suite struct ListTests {
    private static let lists = checkout + "/Tests/EntitiesTests/Cases/lists/"
    private let folder = try! Folder()

    private func read(
        _ format: ExchangeFormat, _ paths: [String], _ selection: ExchangeFormat.Selection = .init(languages: ["fa", "en"], needed: ["fa"])
    ) throws -> (lines: [String], said: [String]) {
        var lines: [String] = [], said: [String] = []
        try format.read(paths, selection, report: { said.append($0.description) }) { lines.append($0.json) }
        return (lines, said)
    }

    @Test(arguments: Cases("lists").rows)
    func listIsRead(row: [String]) throws {
        let format = try #require(ExchangeFormat(rawValue: row[0]))
        let (lines, said) = try read(format, row[1].split(separator: "|").map { Self.lists + $0 })
        let expected = try #require(contents(ofFile: Self.lists + row[2]))
        #expect(lines == expected.split(separator: "\n").map(String.init))
        #expect(said == row[3].split(separator: "|").map { Self.lists + $0 })
    }

    @Test func geoNamesTableIsWrittenAsItIsRead() throws {
        let (lines, _) = try read(.geonames, [Self.lists + "alternateNames.txt"], .init())
        var dictionary = EntityCollection(), text = ""
        for line in lines {
            let place = EntityProblem.Place(file: "", line: 0)
            guard case .entity(let entity)? = EntityParser().line(Array(line.utf8), at: place, { Issue.record("\($0)") }) else { continue }
            dictionary.entities.append(entity)
        }
        try ExchangeFormat.geonames.write(dictionary, report: { Issue.record("\($0)") }) { text += $0 }
        let (again, said) = try read(.geonames, [try folder.write("again.txt", text)], .init())
        #expect(said == [])
        #expect(again == dictionary.lines.map(\.json))
    }

    /// Tags, letters and references that lie across the blocks in which a file is read.
    @Test func listLongerThanABlockIsReadWhole() throws {
        let entities = (0..<6000).map { number in
            "<sanctionEntity euReferenceNumber='EU.\(number)'><!-- \(number) --><subjectType code='person'/>"
                + "<nameAlias wholeName='رضا روان &amp; \(number)'/><remark><![CDATA[\(number)]]></remark></sanctionEntity>\n"
        }
        let path = try folder.write("eu.xml", "<export>\n" + entities.joined() + "</export>\n")
        let (lines, said) = try read(.europeanUnion, [path])
        #expect(said == [])
        #expect(
            lines
                == (0..<6000).map {
                    #"{"id":"eu:EU.\#($0)","type":"person","names":[{"text":"رضا روان & \#($0)","role":"preferred"}],"#
                        + #""refs":{"eu":"EU.\#($0)"},"properties":{"remark":"\#($0)"},"sources":["eu"]}"#
                })
        // Cut off between two of them.
        let cut = try folder.write("cut.xml", "<export>\n" + entities.prefix(3000).joined())
        #expect(throws: ExchangeProblem(.malformed(expected: "</export> before the file's end"), file: cut, line: 3002)) {
            try read(.europeanUnion, [cut])
        }
    }

    @Test(arguments: ["gzip", "bzip2"])
    func packedDumpIsReadOnTheWay(program: String) throws {
        let packed = folder.path(program == "gzip" ? "dump.json.gz" : "dump.json.bz2")
        try #require(try Program.shell("\(program) -c '\(Self.lists)dump.json' > '\(packed)'").status == 0)
        #expect(try read(.wikidata, [packed]).lines == read(.wikidata, [Self.lists + "dump.json"]).lines)
    }

    @Test func damagedPackedDumpIsRefused() throws {
        let path = try folder.write("dump.json.gz", "not packed")
        #expect(throws: FileError.unpacking(path: path, program: "gzip")) { try read(.wikidata, [path]) }
    }
}
