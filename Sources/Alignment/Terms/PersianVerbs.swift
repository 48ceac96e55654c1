/// Simple verbs of written Persian by their two stems, and the infinitive of any of their forms.
enum PersianVerbs {
    /// The infinitive of a form such as «می‌نویسد», «نوشته‌اند», «ننوشت», or nil when it is no form of a verb known here.
    static func infinitive(ofParts parts: [[Unicode.Scalar]]) -> Word? {
        var rest = parts[...]
        var letters = rest.first ?? []
        if rest.count > 1, prefixes.contains(Word(letters)) {
            rest = rest.dropFirst()
            letters = rest.first ?? []
            return infinitive(letters, after: .imperfective)
        }
        if rest.count > 1 {
            letters = auxiliaries.contains(Word(rest.last!)) ? rest.dropLast().flatMap { $0 } : rest.flatMap { $0 }
        }
        return infinitive(letters, after: .none)
    }

    private enum Prefix { case none, imperfective }
    private static let prefixes: Set<Word> = ["می", "نمی", "همی"]
    private static let auxiliaries: Set<Word> = ["ام", "ای", "است", "ایم", "اید", "اند"]

    private static func infinitive(_ word: [Unicode.Scalar], after prefix: Prefix) -> Word? {
        guard word.count >= 2, word.count <= 12 else { return nil }
        if let found = finite(word[...], bare: prefix == .none) { return found }
        guard prefix == .none else { return nil }
        // Attached می and نمی, then the prefixes of negation and of the subjunctive.
        for lead in ["نمی", "می"] where word.count > lead.unicodeScalars.count + 2 && word.starts(with: lead.unicodeScalars) {
            if let found = finite(word.dropFirst(lead.unicodeScalars.count), bare: false) { return found }
        }
        for lead in ["ن", "ب"] as [Unicode.Scalar] where word.count > 2 && word[0] == lead {
            var rest = word.dropFirst()
            if let found = finite(rest, bare: false) { return found }
            // «بیابد», «نیامد»: a ی stands between the prefix and a vowel.
            if rest.first == "ی" {
                rest = rest.dropFirst()
                if let found = finite(["ا"] + rest, bare: false) ?? finite(rest, bare: false) { return found }
            }
        }
        return nil
    }

    private static func finite(_ word: ArraySlice<Unicode.Scalar>, bare: Bool) -> Word? {
        if let found = pastStems[Word(word)] { return found }
        if word.last == "ن", let found = pastStems[Word(word.dropLast())] { return found }
        for ending in endings where word.count > ending.count {
            guard word.suffix(ending.count).elementsEqual(ending) else { continue }
            let stem = Word(word.dropLast(ending.count))
            if let found = pastStems[stem] { return found }
            // A bare present form is rare in prose and meets nouns («گیرد» but also «دارم»): only with a person's ending of two letters, or د.
            if let found = presentStems[stem], !bare || ending.count > 1 || ending == ["د"] { return found }
        }
        return bare ? nil : presentStems[Word(word)]
    }

    private static let endings: [[Unicode.Scalar]] = ["ند", "یم", "ید", "نده", "ه", "د", "م", "ی"].map { Array($0.unicodeScalars) }

    private static let pastStems: [Word: Word] = {
        var stems: [Word: Word] = [:]
        for (past, _) in table { stems[Word(past)] = Word(past + "ن") }
        return stems
    }()

    private static let presentStems: [Word: Word] = {
        var stems: [Word: Word] = [:]
        for (past, present) in table where !present.isEmpty {
            for stem in present.split(separator: "/") { stems[Word(stem)] = Word(past + "ن") }
        }
        return stems
    }()

    /// Past stem, then present stem or stems; letters folded (آ is ا).
    private static let table: [(String, String)] = [
        ("کرد", "کن"), ("شد", "شو"), ("بود", "باش"), ("داشت", "دار"), ("داد", "ده"), ("گفت", "گوی/گو"), ("رفت", "رو"), ("امد", "ای"),
        ("دید", "بین"), ("دانست", "دان"), ("خواست", "خواه"), ("توانست", "توان"), ("گرفت", "گیر"), ("یافت", "یاب"), ("ساخت", "ساز"),
        ("نوشت", "نویس"), ("خواند", "خوان"), ("نامید", "نام"), ("ماند", "مان"), ("رسید", "رس"), ("رساند", "رسان"), ("کشت", "کش"),
        ("کشید", "کش"),
        ("افزود", "افزای/افزا"), ("کاست", "کاه"), ("پذیرفت", "پذیر"), ("پرداخت", "پرداز"), ("شناخت", "شناس"), ("انداخت", "انداز"),
        ("اموخت", "اموز"),
        ("باخت", "باز"), ("برد", "بر"), ("خورد", "خور"), ("مرد", "میر"), ("زد", "زن"), ("ایستاد", "ایست"), ("افتاد", "افت"),
        ("فرستاد", "فرست"),
        ("نهاد", "نه"), ("گذاشت", "گذار"), ("گذشت", "گذر"), ("گشت", "گرد"), ("گردید", "گرد"), ("نگاشت", "نگار"), ("کاشت", "کار"),
        ("پنداشت", "پندار"),
        ("برداشت", "بردار"), ("نشست", "نشین"), ("شکست", "شکن"), ("بست", "بند"), ("جست", "جوی/جو"), ("شست", "شوی/شو"), ("پیوست", "پیوند"),
        ("فروخت", "فروش"), ("خرید", "خر"), ("کوشید", "کوش"), ("پوشید", "پوش"), ("نوشید", "نوش"), ("جوشید", "جوش"), ("پرسید", "پرس"),
        ("ترسید", "ترس"), ("بخشید", "بخش"), ("کشاند", "کشان"), ("چرخید", "چرخ"), ("خندید", "خند"), ("جنگید", "جنگ"), ("دوید", "دو"),
        ("شنید", "شنو"),
        ("برید", "بر"), ("پرید", "پر"), ("چید", "چین"), ("خوابید", "خواب"), ("رنجید", "رنج"), ("لرزید", "لرز"), ("ورزید", "ورز"),
        ("تابید", "تاب"),
        ("افرید", "افرین"), ("اورد", "اور"), ("ازرد", "ازار"), ("سپرد", "سپار"), ("شمرد", "شمار"), ("فشرد", "فشار"), ("گسترد", "گستر"),
        ("پرورد", "پرور"), ("گزید", "گزین"), ("برگزید", "برگزین"), ("رهانید", "رهان"), ("گنجید", "گنج"), ("سنجید", "سنج"),
        ("انجامید", "انجام"),
        ("نمود", "نمای/نما"), ("فرمود", "فرمای/فرما"), ("ازمود", "ازمای/ازما"), ("سرود", "سرای"), ("ربود", "ربای/ربا"),
        ("گشود", "گشای/گشا"),
        ("ستود", "ستای"), ("پیمود", "پیمای"), ("الود", "الای"), ("اسود", "اسای"), ("کوفت", "کوب"), ("شتافت", "شتاب"), ("تافت", "تاب"),
        ("بافت", "باف"),
        ("شکافت", "شکاف"), ("فریفت", "فریب"), ("گریخت", "گریز"), ("ریخت", "ریز"), ("امیخت", "امیز"), ("انگیخت", "انگیز"), ("اویخت", "اویز"),
        ("پرهیخت", "پرهیز"), ("افروخت", "افروز"), ("دوخت", "دوز"), ("سوخت", "سوز"), ("سوزاند", "سوزان"), ("تاخت", "تاز"), ("نواخت", "نواز"),
        ("گداخت", "گداز"), ("اندوخت", "اندوز"), ("خاست", "خیز"), ("برخاست", "برخیز"), ("اراست", "ارای/ارا"), ("پیراست", "پیرای"),
        ("زیست", "زی"),
        ("گریست", "گری"), ("نگریست", "نگر"), ("زیبید", "زیب"), ("تراشید", "تراش"), ("پاشید", "پاش"), ("خراشید", "خراش"), ("درخشید", "درخش"),
        ("کاوید", "کاو"), ("جوید", "جو"), ("روید", "روی"), ("بویید", "بوی"), ("پویید", "پوی"), ("شورید", "شور"), ("بلعید", "بلع"),
        ("طلبید", "طلب"),
        ("فهمید", "فهم"), ("رقصید", "رقص"), ("دزدید", "دزد"), ("پیچید", "پیچ"), ("چسبید", "چسب"), ("گندید", "گند"), ("مکید", "مک"),
        ("لغزید", "لغز"),
        ("غلتید", "غلت"), ("خزید", "خز"), ("وزید", "وز"), ("سنجاند", "سنجان"), ("ترساند", "ترسان"), ("پوشاند", "پوشان"),
        ("گرداند", "گردان"),
        ("چرخاند", "چرخان"), ("نشاند", "نشان"), ("راند", "ران"), ("گذراند", "گذران"), ("شکاند", "شکان"), ("فهماند", "فهمان"),
        ("خواباند", "خوابان"),
        ("لرزاند", "لرزان"), ("گنجاند", "گنجان"), ("بازداشت", "بازدار"), ("درگذشت", "درگذر"), ("دریافت", "دریاب"), ("برخورد", "برخور"),
        ("گماشت", "گمار"), ("انباشت", "انبار"), ("بایست", "بای"), ("شایست", "شای"), ("گروید", "گرو"), ("یازید", "یاز"),
        ("توفید", "توف"), ("خروشید", "خروش"), ("تپید", "تپ"), ("چکید", "چک"), ("چشید", "چش"), ("خمید", "خم"), ("دمید", "دم"),
        ("رمید", "رم"),
        ("شتابید", "شتاب"), ("فرسود", "فرسای"), ("نالید", "نال"), ("بالید", "بال"), ("مالید", "مال"), ("بارید", "بار"), ("خارید", "خار"),
        ("گزارد", "گزار"), ("نگهداشت", "نگهدار"), ("بازگشت", "بازگرد"), ("برگشت", "برگرد"), ("بازگرداند", "بازگردان"),
        ("برگرداند", "برگردان"),
        ("فراخواند", "فراخوان"), ("برانگیخت", "برانگیز"), ("برافراشت", "برافراز"), ("درخواست", "درخواه"), ("بازیافت", "بازیاب"),
        ("واداشت", "وادار"),
    ]
}
