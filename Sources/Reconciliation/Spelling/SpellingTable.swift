internal import Lexicon

extension SpellingCosts {
    static let section = "reconciliation.spelling"

    /// Reads the table of costs: columns `left`, `right`, `cost`, and whence it was learnt; and one of habits of other languages, which cost no
    /// more than it says.
    init(path: String, habits: String) throws(TableError) {
        self.init()
        try read(path)
        for row in try TableFile(path: habits, columns: ["left", "right", "cost"], optional: ["languages", "source"]).rows {
            guard let left = SpellingUnit(label: row[0])?.rawValue, let right = SpellingUnit(label: row[1])?.rawValue,
                let cost = UInt8(row[2])
            else {
                throw .cell(
                    file: habits, line: row.line, column: "left", found: row[0], expected: "a unit of spelling, another, and a cost")
            }
            set(min(cost, UInt8(self.cost(left, right))), left, right)
        }
    }

    private mutating func read(_ path: String) throws(TableError) {
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
