/// Words that names of institutions and places share, with the Persian ones that stand for them: "University of Oslo" is «دانشگاه اسلو».
///
/// They link names with `--no-lexicon` too, and say what a name names.
enum GenericWords {
    /// What a name with the word in it names; nil where the word says nothing of that.
    static func kind(_ word: Word) -> NameLink.Kind? { entries[word]?.kind }

    /// Whether the word stands in names of institutions, works or places in translation.
    static func contains(_ word: Word) -> Bool { entries[word] != nil }

    /// Whether a Persian term may stand for the word.
    static func isRendering(_ term: Term, of word: Word) -> Bool {
        guard let renderings = entries[word]?.persian else { return false }
        return term.keys.contains { renderings.contains($0) }
    }

    /// What a Persian word before a name says of it: «شهر», «روزنامه».
    static func kind(persian term: Term) -> NameLink.Kind? { term.keys.lazy.compactMap { heads[$0] }.first }

    private typealias Entry = (kind: NameLink.Kind?, persian: Set<Word>)

    private static let entries: [Word: Entry] = {
        var entries: [Word: Entry] = [:]
        for (kind, table) in [(NameLink.Kind.organization, institutions), (.place, places), (.other, works), (nil, qualities)] {
            for line in table.split(separator: "\n") {
                let words = line.split(separator: " ")
                entries[Word(words[0])] = (kind, Set(words.dropFirst().map { PersianForms.word(Array($0.unicodeScalars)) }))
            }
        }
        return entries
    }()

    private static let heads: [Word: NameLink.Kind] = {
        var heads: [Word: NameLink.Kind] = [:]
        for (kind, persian) in entries.values where kind != nil && kind != .other {
            for word in persian { heads[word] = heads[word] == nil || heads[word] == kind ? kind : .other }
        }
        for word in ["سخنگوی", "گروه", "خانه", "جهاد", "بنیاد", "نشر", "مجله", "شبکه", "سایت"] as [Word] { heads[word] = .organization }
        for word in ["پایتخت", "کشور", "حومه", "اهالی", "شمال", "جنوب", "مرز", "ولسوالی", "ولایت", "بخش"] as [Word] { heads[word] = .place }
        return heads.filter { $0.value != .other }
    }()

    private static let institutions = """
        academy آکادمی فرهنگستان
        administration سازمان اداره
        agency آژانس خبرگزاری سازمان
        airlines هواپیمایی
        airways هواپیمایی
        army ارتش
        assembly مجلس مجمع
        association انجمن کانون اتحادیه
        authority سازمان اداره
        bank بانک
        brigade تیپ
        broadcasting صداوسیما
        bureau دفتر اداره
        center مرکز کانون
        centre مرکز کانون
        chamber اتاق
        club باشگاه
        college دانشکده کالج
        command فرماندهی قرارگاه
        commission کمیسیون
        committee کمیته
        company شرکت کمپانی
        confederation کنفدراسیون
        congress کنگره
        corporation شرکت
        corps سپاه
        council شورا
        court دادگاه دیوان
        department وزارت اداره سازمان
        conservatory هنرستان
        embassy سفارت
        ensemble گروه
        exchange بورس
        faculty دانشکده
        fc باشگاه
        federation فدراسیون
        force نیرو
        forces نیرو
        foundation بنیاد
        front جبهه
        fund صندوق
        group گروه
        guard سپاه گارد
        guards سپاه
        hospital بیمارستان
        house خانه کاخ
        inc
        institute موسسه پژوهشگاه پژوهشکده انستیتو
        institution موسسه نهاد
        laboratory آزمایشگاه
        league لیگ جامعه اتحادیه
        library کتابخانه
        ltd
        magazine مجله ماهنامه هفته‌نامه
        ministry وزارت وزارتخانه
        movement جنبش نهضت
        museum موزه
        navy نیروی
        network شبکه
        news خبرگزاری
        newspaper روزنامه
        observatory رصدخانه
        office دفتر اداره
        orchestra ارکستر
        organisation سازمان
        organization سازمان
        parliament پارلمان مجلس
        party حزب
        petrochemical پتروشیمی
        police پلیس
        press خبرگزاری انتشارات
        publications انتشارات نشر
        publishers انتشارات نشر
        publishing نشر انتشارات
        radio رادیو
        school مدرسه دبیرستان دبستان
        senate سنا
        society انجمن جمعیت جامعه
        syndicate سندیکا
        team تیم
        television تلویزیون
        theater تئاتر تماشاخانه
        theatre تئاتر تماشاخانه
        tribunal دادگاه دیوان
        union اتحادیه کانون اتحاد
        university دانشگاه
        """

    private static let places = """
        airport فرودگاه
        avenue خیابان
        bay خلیج
        bazaar بازار
        boulevard بلوار
        bridge پل
        canal آبراه کانال
        castle قلعه دژ
        cemetery گورستان قبرستان آرامستان
        city شهر
        coast ساحل
        county شهرستان
        dam سد
        desert کویر بیابان
        district ناحیه منطقه ولسوالی بخش
        forest جنگل
        gate دروازه
        gulf خلیج
        hall تالار
        hotel هتل
        island جزیره
        islands جزیره جزایر
        kingdom پادشاهی
        lake دریاچه
        mine معدن
        mosalla مصلا مصلای
        mosque مسجد
        mount کوه
        mountain کوه
        mountains کوه
        neighborhood محله
        ocean اقیانوس
        palace کاخ
        park پارک بوستان
        peninsula شبه‌جزیره
        plain دشت
        plant نیروگاه کارخانه
        port بندر
        prison زندان
        province استان ولایت
        refinery پالایشگاه
        region منطقه
        republic جمهوری
        river رود رودخانه
        road جاده
        sea دریا
        shrine حرم آرامگاه آستان
        square میدان
        stadium ورزشگاه استادیوم
        station ایستگاه
        strait تنگه
        street خیابان
        tomb آرامگاه
        tower برج
        town شهر شهرک
        valley دره
        village روستا ده
        """

    private static let works = """
        award جایزه
        championship مسابقات قهرمانی رقابتها مسابقه
        championships مسابقات قهرمانی رقابتها مسابقه
        conference کنفرانس همایش
        cup جام
        day روز
        exhibition نمایشگاه
        fair نمایشگاه
        festival جشنواره
        games بازی بازیها
        medal مدال
        olympics المپیک
        prize جایزه
        program برنامه
        summit اجلاس نشست
        tournament مسابقات جام
        war جنگ
        week هفته
        year سال
        """

    private static let qualities = """
        affairs امور
        agricultural کشاورزی
        agriculture کشاورزی
        appeals تجدیدنظر
        atomic اتمی
        central مرکزی
        civil مدنی
        commerce بازرگانی تجارت
        crescent هلال
        criminal کیفری
        cultural فرهنگی
        culture فرهنگ
        customs گمرک
        defence دفاع
        defense دفاع
        development توسعه
        east شرق شرقی خاور
        eastern شرقی
        economic اقتصادی
        economy اقتصاد
        education آموزش پرورش
        energy انرژی نیرو
        environment محیط
        european اروپا اروپایی
        finance دارایی مالیه
        football فوتبال
        foreign خارجه
        geophysics ژئوفیزیک
        great بزرگ
        guidance ارشاد
        health بهداشت
        heritage میراث
        high عالی
        housing مسکن
        human بشر
        industry صنعت صنایع
        intelligence اطلاعات
        interior کشور داخله
        international بین‌المللی جهانی
        investment سرمایه‌گذاری
        islamic اسلامی
        justice دادگستری
        labor کار
        labour کار
        management مدیریت
        medical پزشکی
        medicine پزشکی
        meteorological هواشناسی
        monetary پول
        municipality شهرداری
        national ملی
        nations ملل
        north شمال شمالی
        northern شمالی
        nuclear هسته‌ای
        oil نفت
        olympic المپیک
        petroleum نفت
        public عمومی
        red احمر سرخ
        relations روابط
        research پژوهش پژوهشی تحقیقات پژوهشگاه
        revolution انقلاب
        revolutionary انقلاب
        rights حقوق
        roads راه
        royal سلطنتی
        science علوم علم
        sciences علوم
        security امنیت
        shipping کشتیرانی
        silk ابریشم
        social اجتماعی
        south جنوب جنوبی
        southern جنوبی
        space فضایی فضا
        sport ورزش
        sports ورزش
        state دولتی
        statistical آمار
        stock بورس
        students دانشجویان
        supreme عالی
        technical فنی
        technology فناوری صنعتی
        tourism گردشگری
        trade تجارت بازرگانی
        transport ترابری
        transportation ترابری
        united متحد
        urban شهری
        volleyball والیبال
        welfare رفاه بهزیستی
        west غرب غربی
        western غربی
        women زنان
        workers کارگران
        world جهانی جهان
        wrestling کشتی
        writers نویسندگان
        youth جوانان
        """
}
