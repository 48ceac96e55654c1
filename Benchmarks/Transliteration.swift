import Entities
import ICU
import Namvar
import Transliteration

extension Benchmarks {
    /// Transliteration both ways, by the lexicon and by the models, against ICU's own transliterators for the two scripts.
    static func transliteration() throws -> [Benchmark] {
        let transliterator = try Workbench.shipped().transliterator
        let persianToLatin = try RuleTransliterator(id: "persian-latin", rules: ":: Persian-Latin/BGN;")
        let latinToArabic = try RuleTransliterator(id: "latin-arabic", rules: ":: Latin-Arabic;")
        var benchmarks: [Benchmark] = []
        for script in TargetScript.allCases {
            let words = try words(for: script)
            let known = words.filter { transliterator.candidates(for: $0, to: script).first?.origin == .lexicon }
            func add(_ names: [String], _ knowledge: Knowledge, limit: Int, remembering: Int) {
                let repeats = knowledge == .modelOnly && remembering == 0 ? 1 : 10
                let subject = knowledge == .modelOnly ? "by the model" : "by the lexicon"
                let memory = knowledge == .modelOnly ? (remembering == 0 ? ", none remembered" : ", words remembered") : ""
                let options = TransliterationOptions(limit: limit, knowledge: knowledge)
                let run = {
                    var batch = transliterator.batch(to: script, options, remembering: remembering)
                    var sum = 0
                    for _ in 0..<repeats {
                        for name in names {
                            batch.append(name)
                            sum += batch.texts.count
                            batch.removeAll()
                        }
                    }
                    return sum
                }
                let baseline = {
                    var sum = 0
                    for _ in 0..<repeats {
                        for name in names {
                            let text = script == .latin ? try? persianToLatin(name) : try? latinToArabic(name)
                            sum += text?.utf8.count ?? 0
                        }
                    }
                    return sum
                }
                benchmarks.append(
                    Benchmark(
                        name: "transliterate to \(script) \(subject), \(limit == 1 ? "the best" : "five")\(memory)", unit: .names,
                        amount: Double(names.count * repeats), run: run,
                        baseline: (script == .latin ? "ICU Persian-Latin/BGN" : "ICU Latin-Arabic", baseline)))
            }
            for limit in [1, 5] {
                add(known, .lexiconAndModel, limit: limit, remembering: 0)
                add(words, .modelOnly, limit: limit, remembering: 0)
                add(words, .modelOnly, limit: limit, remembering: 8192)
            }
        }
        return benchmarks
    }

    /// Different words of people's names in the script that is not written in.
    private static func words(for script: TargetScript) throws -> [String] {
        let dictionary = try Workbench.shipped().dictionary
        var seen: Set<Substring> = []
        var words: [String] = []
        for index in 0..<dictionary.count where dictionary.type(at: index) == .person {
            let entity: Entity = dictionary.entity(at: index)
            guard let label = entity.label(in: script == .latin ? .arabic : .latin) else { continue }
            for word in label.split(separator: " ") where word.utf8.count > 3 && seen.insert(word).inserted { words.append(String(word)) }
            if words.count >= 4000 { break }
        }
        return words
    }

    /// Prints the Persian names that are measured, a line each.
    static func printNames() throws {
        for word in try words(for: .latin) { print(word) }
    }
}
