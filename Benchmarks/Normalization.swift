import ICU
import NameText
import Namvar

extension Benchmarks {
    /// Normalization of names and of running text, against ICU's NFKC through String.
    static func normalization() throws -> [Benchmark] {
        let normalizer = try Workbench.shipped().normalizer
        let names = persianNames.map { Array($0.utf8) }, latin = latinNames.map { Array($0.utf8) }
        let text = Array(String(repeating: paragraph, count: 20_000).utf8)
        return [
            benchmark("normalize Persian names for search", names, .search, .names, normalizer),
            benchmark("normalize Persian names for display", names, .display, .names, normalizer),
            benchmark("normalize Latin names for search", latin, .search, .names, normalizer),
            benchmark("normalize ASCII text for search", [text], .search, .megabytes, normalizer),
        ]
    }

    private static func benchmark(
        _ name: String, _ texts: [[UInt8]], _ profile: Profile, _ unit: Benchmark.Unit, _ normalizer: Normalizer
    ) -> Benchmark {
        let repeats = unit == .names ? 40 : 1
        let strings = texts.map { String(decoding: $0, as: UTF8.self) }
        let amount = unit == .names ? Double(texts.count * repeats) : Double(texts.reduce(0) { $0 + $1.count }) / 1e6
        let run = {
            var output: [UInt8] = []
            var sum = 0
            for _ in 0..<repeats {
                for text in texts {
                    normalizer.normalize(text, for: profile, into: &output)
                    sum += output.count
                }
            }
            return sum
        }
        let baseline = {
            var sum = 0
            for _ in 0..<repeats {
                for string in strings { sum += string.normalized(to: .nfkc).lowercased().utf8.count }
            }
            return sum
        }
        return Benchmark(name: name, unit: unit, amount: amount, run: run, baseline: ("NFKC and lower case through String", baseline))
    }

    /// Full names as lists hold them: some typed in Arabic letters, with compounds, suffixes, titles, each way of spacing.
    private static let persianNames: [String] = {
        let given = [
            "علی", "محمد", "محمدرضا", "فاطمه", "زهرا", "حسین", "مریم", "امیرحسین", "نرگس", "سید محمد", "رضا", "علي", "مهدی", "عبدالله",
            "سارا", "کیوان",
        ]
        let family = [
            "رضایی", "احمدی نژاد", "حسینی", "کریمی", "آذری جهرمی", "محمدی", "هاشمی رفسنجانی", "قلی پور", "موسوی", "رئیسی", "خامنه‌ای",
            "صالحی", "نوری", "جعفري",
            "كاظمي", "تهرانی", "شریعتی", "میرزایی", "باقری", "فرهادی",
        ]
        return given.flatMap { first in family.map { first + " " + $0 } }
    }()

    private static let latinNames: [String] = {
        let given = [
            "Ali", "Mohammad", "Mohammadreza", "Fatemeh", "Hossein", "Seyyed Ali", "Mohammad Javad", "Gholam-Hossein", "Leila", "Kāmrān",
        ]
        let family = [
            "Rezaei", "Ahmadi-Nejad", "Hosseini", "Azari Jahromi", "Hashemi Rafsanjani", "Gholi Pour", "Ja'fari", "Khamenei", "Salehi",
            "Farhadi",
        ]
        return given.flatMap { first in family.map { first + " " + $0 } }
    }()

    private static let paragraph = """
        The minister said on Sunday that the country's network had been the target of a large attack, and that the damage was small. \
        Mr. Azari Jahromi, who took office in August 2017, told reporters in Tehran that "thirty-three attacks" had been met since the \
        beginning of the year; he did not say where they had come from.

        """
}
