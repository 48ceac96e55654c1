internal import Lexicon

/// One line of a table of names: `reading kind gender count latin held_out source`.
struct NameTableLine: Equatable, Sendable {
    var reading: Reading
    var kind: NameEntry.Kind
    var gender = NameEntry.Gender.unknown
    var count: Int
    var latin: [AttestedSpelling]
    var heldOut: Bool
    var source: String

    static let columns = ["reading", "kind", "gender", "count", "latin", "held_out", "source"]

    /// As the table writes it.
    var text: String {
        let spellings = latin.map { "\($0.latin):\($0.count)" }.joined(separator: "|")
        return [reading.notation, kind.code, gender.code, String(count), spellings, heldOut ? "dev" : "", source].joined(separator: "\t")
    }
}

/// What is wrong with a table of names.
public enum NameTableError: Error, Equatable, Sendable, CustomStringConvertible {
    /// The table itself cannot be read.
    case table(String)
    /// A reading that is not one.
    case reading(file: String, line: Int, found: String, because: String)
    /// A cell that is none of what its column may hold.
    case cell(file: String, line: Int, column: String, found: String)

    /// File, line, and what to do.
    public var description: String {
        switch self {
        case .table(let message): message
        case .reading(let file, let line, let found, let because): "\(file):\(line): «\(found)» is no reading: \(because)"
        case .cell(let file, let line, let column, let found): "\(file):\(line): «\(found)» cannot stand in column \(column)"
        }
    }
}

/// The tables of names in a folder of dictionaries.
enum NameTable {
    /// The files, in the order in which their entries are numbered.
    static let files = ["given", "family", "foreign", "places", "words"]

    /// Every line of every table of names in `folder`; a table that is not there is empty.
    static func lines(folder: String) throws(NameTableError) -> [NameTableLine] {
        var lines: [NameTableLine] = []
        for file in files {
            let path = "\(folder)/names/\(file).tsv"
            do {
                lines += try Self.lines(of: TableFile(path: path, columns: NameTableLine.columns))
            } catch let error as NameTableError {
                throw error
            } catch TableError.file(.missing) {
                continue
            } catch {
                throw .table("\(error)")
            }
        }
        return lines
    }

    /// The names of other languages among the elements: whole names, each with its spelling at home. No training sees them.
    static func foreignElements(folder: String) throws(NameTableError) -> [NameTableLine] {
        let table: TableFile
        do {
            table = try TableFile(path: "\(folder)/names/elements.tsv", columns: ["reading", "kind", "gloss", "source", "latin"])
        } catch TableError.file(.missing) {
            return []
        } catch {
            throw .table("\(error)")
        }
        return try foreignElements(in: table)
    }

    /// The same in a table of elements; a mistake in any of its lines is told.
    static func foreignElements(in table: TableFile) throws(NameTableError) -> [NameTableLine] {
        var lines: [NameTableLine] = []
        for row in table.rows {
            let reading: Reading
            do { reading = try Reading(row[0]) } catch {
                throw .reading(file: table.path, line: row.line, found: row[0], because: "\(error)")
            }
            if row[1] != NameEntry.Kind.foreign.code || row[4].isEmpty { continue }
            // Chosen by hand, it counts more than what was seen once.
            let spelling = AttestedSpelling(row[4], count: 5)
            lines.append(NameTableLine(reading: reading, kind: .foreign, count: 5, latin: [spelling], heldOut: false, source: row[3]))
        }
        return lines
    }

    static func lines(of table: TableFile) throws(NameTableError) -> [NameTableLine] {
        var lines: [NameTableLine] = []
        for row in table.rows {
            func bad(_ column: Int) -> NameTableError {
                .cell(file: table.path, line: row.line, column: NameTableLine.columns[column], found: row[column])
            }
            let reading: Reading
            do { reading = try Reading(row[0]) } catch {
                throw .reading(file: table.path, line: row.line, found: row[0], because: "\(error)")
            }
            guard let kind = NameEntry.Kind.allCases.first(where: { $0.code == row[1] }) else { throw bad(1) }
            guard let gender = NameEntry.Gender.allCases.first(where: { $0.code == row[2] }) else { throw bad(2) }
            guard let count = Int(row[3]) else { throw bad(3) }
            var latin: [AttestedSpelling] = []
            for cell in row[4].split(separator: "|") {
                guard let colon = cell.lastIndex(of: ":"), let count = Int(cell[cell.index(after: colon)...]) else { throw bad(4) }
                latin.append(AttestedSpelling(String(cell[..<colon]), count: count))
            }
            guard row[5] == "" || row[5] == "dev" else { throw bad(5) }
            lines.append(
                NameTableLine(
                    reading: reading, kind: kind, gender: gender, count: count, latin: latin, heldOut: row[5] == "dev", source: row[6]))
        }
        return lines
    }
}
