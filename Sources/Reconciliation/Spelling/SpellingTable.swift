internal import Lexicon

extension SpellingCosts {
    static let section = "reconciliation.spelling"

    /// Reads the table of costs: columns `left`, `right`, `cost`, and whence it was learnt.
    init(path: String) throws(TableError) {
        self.init()
        for row in try TableFile(path: path, columns: ["left", "right", "cost"], optional: ["source"]).rows {
            let left = row[0].split(separator: " "), right = row[1].split(separator: " ")
            guard let cost = UInt8(row[2]), left.count + right.count <= 3 else {
                throw .cell(file: path, line: row.line, column: "cost", found: row[2], expected: "0 to 255, for at most three units")
            }
            let units = (left + right).compactMap { SpellingUnit(label: $0)?.rawValue }
            guard units.count == left.count + right.count else {
                throw .cell(file: path, line: row.line, column: "left", found: row[0], expected: "units of spelling")
            }
            switch (left.count, right.count) {
            case (2, 1): set(cost, pair: (units[0], units[1]), units[2])
            case (1, 2): set(cost, pair: (units[1], units[2]), units[0])
            case (0, 1): set(cost, 0, units[0])
            case (1, 0): set(cost, units[0], 0)
            default: set(cost, units[0], units[1])
            }
        }
    }

    /// The table as a section of an archive.
    func compiled() -> [UInt8] {
        var bytes = single + pairs
        bytes += joined
        return bytes
    }

    /// The table in a section that `compiled` wrote.
    init(_ bytes: Bytes) {
        let square = SpellingUnit.count * SpellingUnit.count
        let all = bytes.array
        single = Array(all[..<square])
        pairs = Array(all[square..<2 * square])
        joined = Array(all[(2 * square)...])
    }
}
