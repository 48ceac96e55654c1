internal import ICU
internal import Lexicon
internal import Transliteration

/// The attested names of `Dictionaries/names`: a reading, who bears it, how often, and its counted Latin spellings.
struct AttestedName: Sendable {
    var reading: String
    /// The folded Persian spelling, without joiners, as a word of a name in search form.
    var persian: String
    var gender: NameGender
    var count: Double
    var latin: [(spelling: String, count: Double)]
    /// Held out to measure how the program does on names that it has not seen; nothing is learnt from it.
    var isHeldOut: Bool
    var isForeign: Bool
    var isGiven: Bool

    /// Reads the tables of names in a folder.
    static func read(folder: String) throws(TableError) -> [AttestedName] {
        var names: [AttestedName] = []
        for file in ["given", "family", "foreign"] {
            let path = "\(folder)/\(file).tsv"
            let columns = ["reading", "gender", "count", "latin", "held_out"]
            for row in try TableFile(path: path, columns: columns, optional: ["kind", "source"]).rows {
                guard let reading = try? Reading(row[0]) else {
                    throw .cell(file: path, line: row.line, column: "reading", found: row[0], expected: "the notation of readings")
                }
                var gender = NameGender.unknown
                if row[1].contains("m") { gender.formUnion(.male) }
                if row[1].contains("f") { gender.formUnion(.female) }
                let latin = row[3].split(separator: "|").map { spelling -> (String, Double) in
                    let parts = spelling.split(separator: ":")
                    return (foldedLatin(String(parts[0])), parts.count > 1 ? Double(parts[1]) ?? 1 : 1)
                }
                names.append(
                    AttestedName(
                        reading: row[0], persian: FoldedWord.key(reading.persian), gender: gender, count: Double(row[2]) ?? 1,
                        latin: latin.filter { !$0.0.isEmpty }, isHeldOut: !row[4].isEmpty, isForeign: file == "foreign",
                        isGiven: file == "given"))
            }
        }
        return names
    }

    /// Names of people in other languages: the elements that have their spelling at home, and the counterparts in `reconciliation/`, the names that one
    /// language has for another's (Isaac, اسحاق) or tells apart (Vladimir, Volodymyr). Nothing is learnt from them.
    static func readForeign(folder: String) throws(TableError) -> [AttestedName] {
        var names: [AttestedName] = []
        func add(_ path: String, _ row: TableFile.Row, _ latin: String) throws(TableError) {
            guard let reading = try? Reading(row[0]) else {
                throw .cell(file: path, line: row.line, column: "reading", found: row[0], expected: "the notation of readings")
            }
            names.append(
                AttestedName(
                    reading: row[0], persian: FoldedWord.key(reading.persian), gender: .unknown, count: 1,
                    latin: latin.split(separator: "|").map { (foldedLatin(String($0)), 1) }, isHeldOut: false, isForeign: true,
                    isGiven: false))
        }
        let elements = folder + "/names/elements.tsv", counterparts = folder + "/reconciliation/counterparts.tsv"
        for row in try TableFile(path: elements, columns: ["reading", "kind", "gloss", "latin"], optional: ["source"]).rows
        where row[1] == "foreign" && !row[3].isEmpty && !row[2].hasPrefix("company") && !row[2].hasPrefix("place") {
            try add(elements, row, row[3])
        }
        for row in try TableFile(path: counterparts, columns: ["reading", "latin"], optional: ["source"]).rows {
            try add(counterparts, row, row[1])
        }
        return names
    }

    /// Lower-case letters only.
    static func foldedLatin(_ text: String) -> String {
        String(decoding: text.lowercased().normalized(to: .nfkd).utf8.filter { $0 >= 0x61 && $0 <= 0x7A }, as: UTF8.self)
    }

}
