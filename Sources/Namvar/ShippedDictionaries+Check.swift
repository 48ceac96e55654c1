public import Entities
internal import Glibc
public import Lexicon
internal import Transliteration

/// Something in `Dictionaries/` that is not as it should be, with its place and its remedy.
public enum ShippedProblem: Equatable, Sendable, CustomStringConvertible {
    /// A table that breaks the rules of all tables: sorted, no line twice, a source on every line.
    case table(TableError)
    /// A line that stands twice in a table.
    case double(file: String, line: Int, first: Int)
    /// A reading that is none, or that does not come back from what it writes.
    case reading(file: String, line: Int, reading: String, reason: String)
    /// A Latin spelling that cannot be one of the reading's.
    case spelling(file: String, line: Int, reading: String, latin: String)
    /// An entity.
    case entity(EntityProblem)

    /// File, line, what is wrong, and what to do.
    public var description: String {
        switch self {
        case .table(let error): error.description
        case .double(let file, let line, let first): "\(file):\(line): the same as line \(first); take one out"
        case .reading(let file, let line, let reading, let reason): "\(file):\(line): \(reading): \(reason); correct the reading"
        case .spelling(let file, let line, let reading, let latin):
            "\(file):\(line): \"\(latin)\" does not spell \(reading); take it out or correct the reading"
        case .entity(let problem): problem.description
        }
    }

    /// Whether it may stand.
    public var isWarning: Bool {
        switch self {
        case .entity(let problem): problem.severity == .warning
        case .spelling: true
        default: false
        }
    }
}

extension ShippedDictionaries {
    /// What has been looked over.
    public struct CheckSummary: Hashable, Sendable {
        /// Tables.
        public var tables = 0
        /// Lines of tables.
        public var lines = 0
        /// Readings among them.
        public var readings = 0
        /// Entities.
        public var entities = 0
    }

    /// Looks over every table and every entity of `Dictionaries/`; problems go to `report`, in the order of files and lines.
    public static func check(_ folder: String, report: (ShippedProblem) -> Void) throws -> CheckSummary {
        var summary = CheckSummary()
        for path in files(under: folder, ending: ".tsv") {
            do throws(TableError) {
                let (header, rows) = try table(path)
                summary.tables += 1
                summary.lines += rows.count
                check(rows, header, path, report)
                if path.contains("/names/"), let reading = header.firstIndex(of: "reading") {
                    // What is spelt as at home, or translated (Dr., Professor), is no spelling of the reading.
                    let latin = path.hasSuffix("/elements.tsv") || path.hasSuffix("/words.tsv") ? nil : header.firstIndex(of: "latin")
                    summary.readings += rows.count
                    // So are the foreign names and places that we wrote down ourselves: «آلمان» is Germany.
                    let isForeign = path.hasSuffix("/foreign.tsv") || path.hasSuffix("/places.tsv")
                    let source = isForeign ? header.firstIndex(of: "source") : nil
                    let isOurs = { (row: TableFile.Row) in source.map { row[$0] == "namvar" } ?? false }
                    checkReadings(rows.filter { !isOurs($0) }, reading, latin, path, report)
                    checkReadings(rows.filter(isOurs), reading, nil, path, report)
                }
            } catch {
                report(.table(error))
            }
        }
        let dictionary = try EntityCollection(texts: files(under: "\(folder)/entities", ending: ".jsonl")) { report(.entity($0)) }
        for problem in EntityCheck(options: [.sorted, .sourced]).problems(in: dictionary) { report(.entity(problem)) }
        summary.entities = dictionary.entities.count
        return summary
    }

    private static func table(_ path: String) throws(TableError) -> (header: [String], rows: [TableFile.Row]) {
        let bytes: [UInt8]
        do { bytes = try readFile(path) } catch { throw .file(error) }
        let first = bytes.split(separator: UInt8(ascii: "\n")).first { $0.first != UInt8(ascii: "#") } ?? []
        let header = first.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
            String(decoding: $0, as: UTF8.self)
        }
        return (header, try TableFile(bytes, path: path, columns: header).rows)
    }

    private static func check(_ rows: [TableFile.Row], _ header: [String], _ path: String, _ report: (ShippedProblem) -> Void) {
        let source = header.firstIndex(of: "source")
        if source == nil { report(.table(.missingColumn(file: path, column: "source", found: header))) }
        var seen: [[String]: Int] = [:], previous: TableFile.Row?
        for row in rows {
            if let source, row[source].isEmpty {
                report(.table(.cell(file: path, line: row.line, column: "source", found: "", expected: "where the line comes from")))
            }
            if let previous, row[0].utf8.lexicographicallyPrecedes(previous[0].utf8) {
                report(.table(.unsorted(file: path, line: row.line, previous: previous[0], found: row[0])))
            }
            if let first = seen.updateValue(row.line, forKey: row.cells) { report(.double(file: path, line: row.line, first: first)) }
            previous = row
        }
    }

    private static func checkReadings(
        _ rows: [TableFile.Row], _ column: Int, _ latin: Int?, _ path: String, _ report: (ShippedProblem) -> Void
    ) {
        let aligner = ReadingAligner()
        for row in rows {
            let notation = row[column]
            do {
                let reading = try Reading(notation)
                if reading.notation != notation {
                    report(.reading(file: path, line: row.line, reading: notation, reason: "is written \(reading.notation)"))
                }
                for spelling in latin.map({ row[$0].split(separator: "|") }) ?? [] {
                    let text = String(spelling[..<(spelling.lastIndex(of: ":") ?? spelling.endIndex)])
                    if aligner.cost(of: reading, latin: text) == nil {
                        report(.spelling(file: path, line: row.line, reading: notation, latin: text))
                    }
                }
            } catch {
                report(.reading(file: path, line: row.line, reading: notation, reason: "\(error)"))
            }
        }
    }

    /// The files of a folder and the folders in it, sorted by bytes.
    private static func files(under folder: String, ending: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var found: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: entry.pointee.d_name) {
                $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name.hasPrefix(".") { continue }
            let path = "\(folder)/\(name)"
            if name.hasSuffix(ending) { found.append(path) } else if !name.contains(".") { found += files(under: path, ending: ending) }
        }
        return found.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
