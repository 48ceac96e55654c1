import Namvar
import TestSupport
import Testing

@Suite struct WorkbenchTests {
    @Test func `the verbs of the front door`() throws {
        let namvar = try Workbench.shipped()
        #expect(try namvar.normalized("محمود احمدي نژاد") == "محمود احمدی\u{200C}نژاد")
        #expect(try namvar.normalized("Ahmadi-Nejad", for: .search) == namvar.normalized("AHMADI NEJAD", for: .search))
        #expect(try namvar.romanized("محمود احمدی\u{200C}نژاد") == "Mahmoud Ahmadinejad")
        #expect(try namvar.persian("Ahmadinejad") == "احمدی\u{200C}نژاد")
        #expect(try namvar.compare("Qasem Soleimani", "قاسم سليماني").decision == .match)
        #expect(try namvar.reconcile("ایرنا").candidates.first?.id == "organization:irna")
    }

    @Test func `one shipped workbench is shared, from any thread`() async throws {
        let shared = try Workbench.shipped()
        let answers = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<8 {
                group.addTask {
                    guard let one = try? Workbench.shipped(), one === shared else { return nil }
                    return try? one.romanized("حسین امیرعبداللهیان")
                }
            }
            return await group.reduce(into: [String?]()) { $0.append($1) }
        }
        #expect(answers.count == 8)
        #expect(Set(answers).count == 1 && answers[0] != nil)
    }

    @Test func `a workbench without entities says so`() throws {
        let shipped = try Workbench.shipped()
        let namvar = Workbench(lexicon: shipped.lexicon, comparison: shipped.comparison, models: nil)
        #expect(throws: WorkbenchError.noDictionary) { try namvar.dictionary }
    }
}
