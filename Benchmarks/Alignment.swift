import Alignment
import ICU
import Namvar

extension Benchmarks {
    /// Aligning one pair as long as a book, and many of the length of news, against dynamic programming over lengths alone.
    static func alignment() throws -> [Benchmark] {
        let aligner = try Workbench.shipped().sentenceAligner
        let book = ArticlePairs.invented(sentences: 2000, seed: 1)
        let news = (0..<100).map { ArticlePairs.invented(sentences: 20, seed: $0 + 2) }
        func aligned(_ pairs: [(english: Article, persian: Article)]) -> () -> Int {
            {
                pairs.reduce(1) { sum, pair in
                    sum + aligner.align(pair.english, pair.persian, AlignmentOptions(linksNames: false)).beads.count
                }
            }
        }
        func byLength(_ pairs: [(english: Article, persian: Article)]) -> () -> Int {
            { pairs.reduce(1) { $0 + ArticlePairs.cheapestPath($1.english, $1.persian) } }
        }
        return [
            Benchmark(
                name: "align 2,000 with 2,000 sentences", unit: .sentences, amount: 2000, run: aligned([book]),
                baseline: ("lengths alone", byLength([book]))),
            Benchmark(
                name: "align articles of 20 sentences", unit: .articles, amount: 100, run: aligned(news),
                baseline: ("lengths alone", byLength(news))),
        ]
    }
}

/// Invented articles: sentences of names, words and figures, some dropped and some merged on the Persian side.
private enum ArticlePairs {
    static func invented(sentences: Int, seed: Int) -> (english: Article, persian: Article) {
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        var english: [String] = [], persian: [String] = []
        for _ in 0..<sentences {
            var (e, f) = ([String](), [String]())
            for _ in 0..<8 + next(12) {
                let (left, right) = next(4) == 0 ? names[next(names.count)] : words[next(words.count)]
                e.append(left)
                f.append(right)
            }
            if next(4) == 0 {
                let figure = 10 + next(5000)
                e.append("\(figure)")
                f.append("\(figure)")
            }
            english.append(e.joined(separator: " ") + ".")
            switch next(10) {
            case 0: continue
            case 1 where !persian.isEmpty: persian[persian.count - 1] += " " + f.joined(separator: " ") + "."
            default: persian.append(f.joined(separator: " ") + ".")
            }
        }
        return (
            Article(lines: english.joined(separator: "\n"), language: .english),
            Article(lines: persian.joined(separator: "\n"), language: .persian)
        )
    }

    /// The cost of the best path by sentence lengths, every cell of the table visited.
    static func cheapestPath(_ english: Article, _ persian: Article) -> Int {
        let a = english.sentences.map { $0.text.utf8.count }, b = persian.sentences.map { $0.text.utf8.count / 2 }
        var row = (0...b.count).map { $0 * 20 }
        for length in a {
            var left = row[0] + 20, before = row[0]
            row[0] = left
            for j in b.indices {
                let above = row[j + 1]
                left = min(above + 20, left + 20, before + abs(length - b[j]))
                before = above
                row[j + 1] = left
            }
        }
        return row[b.count]
    }

    private static let names = [
        ("Sturridge", "استوریج"), ("Kovacic", "کواچیچ"), ("Nugroho", "نوگروهو"), ("Hazard", "هازارد"), ("Rouhani", "روحانی"),
        ("Trump", "ترامپ"),
        ("Jahromi", "جهرمی"), ("Tehran", "تهران"), ("Isfahan", "اصفهان"), ("Kashan", "کاشان"), ("Zabol", "زابل"), ("Tabriz", "تبریز"),
        ("Zarrinkafsh", "زرین‌کفش"), ("Khoshkeshtian", "خوش‌کشتیان"), ("Wijetunge", "ویجه‌تونگه"), ("Abtahi", "ابطحی"),
    ]

    private static let words = [
        ("minister", "وزیر"), ("country", "کشور"), ("attack", "حمله"), ("city", "شهر"), ("people", "مردم"), ("water", "آب"),
        ("fire", "آتش"),
        ("court", "دادگاه"), ("teacher", "معلم"), ("book", "کتاب"), ("river", "رود"), ("bridge", "پل"), ("train", "قطار"), ("price", "بها"),
        ("doctor", "پزشک"), ("school", "مدرسه"), ("winter", "زمستان"), ("mountain", "کوه"), ("election", "انتخابات"), ("goal", "گل"),
        ("the", "را"), ("said", "گفت"), ("of", "از"), ("new", "تازه"), ("old", "کهنه"), ("small", "کوچک"), ("big", "بزرگ"),
        ("house", "خانه"),
        ("army", "ارتش"), ("police", "پلیس"), ("market", "بازار"), ("oil", "نفت"), ("gas", "گاز"), ("wind", "باد"), ("earthquake", "زلزله"),
    ]
}
