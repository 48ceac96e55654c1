public import Lexicon

extension ModelTraining {
    /// Into how many parts the names are shared out for cross-validation.
    public static let folds = 5

    /// How well models that were trained without them read held-out names.
    public struct Report: Sendable {
        /// How many names were held out.
        public var count = 0
        /// Names whose first candidate is an attested spelling.
        public var first = 0
        /// Names with an attested spelling among the first five candidates.
        public var firstFive = 0
        /// By tenth of probability: how many candidates were given one in it, and how many of them were right.
        public var calibration = [(given: Int, right: Int)](repeating: (0, 0), count: 10)

        mutating func add(_ spellings: borrowing Spellings, wanted: Set<[UInt8]>) {
            count += 1
            var isFound = false
            for index in spellings.items.indices {
                let isRight = wanted.contains(Report.folded(spellings[index]))
                let tenth = max(0, min(9, Int(spellings.items[index].share * 10)))
                calibration[tenth].given += 1
                guard isRight else { continue }
                calibration[tenth].right += 1
                if index == 0 { first += 1 }
                isFound = true
            }
            if isFound { firstFive += 1 }
        }

        /// Letters as they are compared: the seats of hamza do not count. Latin letters stay as they are.
        static func folded(_ letters: some Sequence<UInt8>) -> [UInt8] {
            letters.compactMap { $0 >= UInt8(ascii: "a") ? $0 : $0 == PersianLetters.hamza ? nil : PersianLetters.withoutHamza($0) }
        }
    }

    /// Trains without the names of each of the first `used` folds in turn, and reads these.
    public func crossValidated(_ direction: Direction, folds used: Int) throws(ArchiveError) -> Report {
        var report = Report()
        for fold in 0..<min(used, Self.folds) { try add(fold, direction, to: &report) }
        return report
    }

    private func add(_ fold: Int, _ direction: Direction, to report: inout Report) throws(ArchiveError) {
        let kept = weighedNames.filter { $0.fold != fold }
        let models = ReadingModels(try Archive(bytes: archive([direction], kept).bytes(), named: "training"))
        var wanted: [[UInt8]: Set<[UInt8]>] = [:]
        for name in names where name.fold == fold && name.isMeasured && name.weight > 0 {
            let latin = name.tags.flatMap { TagSet.standard.tags[$0].latin }
            switch direction {
            case .fromPersian: wanted[name.letters, default: []].insert(latin)
            case .fromLatin: wanted[latin, default: []].insert(Report.folded(name.letters))
            }
        }
        var desk = ReadingDesk()
        for (source, targets) in wanted {
            switch direction {
            case .fromPersian: models.persian?.spell(source, limit: 5, on: &desk)
            case .fromLatin: models.latin?.spell(source, breaks: [], limit: 5, on: &desk)
            }
            report.add(desk.spellings, wanted: targets)
        }
    }
}
