/// Words that every sentence holds and that say nothing about which sentence corresponds.
enum StopWords {
    static let english: Set<Word> = words(
        """
        a an the and or but if of to in on at by for from with without about as into onto upon over under than then that this these those there here
        is are was were be been being am do does did done doing have has had having will would shall should may might can could must
        he she it they we i you him her them us me his hers its their theirs our ours your yours my mine himself herself itself themselves ourselves
        who whom whose which what when where why how not no nor so such very too also just only even still yet again ever never once
        all any both each few more most much many other another some same own every either neither
        s t d ll m re ve don doesn didn isn wasn aren weren won wouldn couldn shouldn hasn haven hadn
        up down out off away back now s one while because until since though although whether
        mr mrs ms thou thee thy thine ye hath shall unto
        """)

    static let persian: Set<Word> = words(
        """
        و در به از که این ان را با برای تا یک هم نیز بر یا اما ولی اگر چون چه چرا چگونه کجا کی هر همه هیچ خود خویش وی او انها انان ایشان ما من شما تو
        است بود شد شده می نمی باشد هست نیست نبود باشند هستند بودند شدند کرد کرده کردند کند کنند کنم کنیم دارد دارند داشت داشتند داده داد دهد دهند
        شود شوند خواهد خواهند خواهم خواهیم نخواهد باید نباید شاید بودن شدن کردن داشتن دادن خواستن بودن گردیدن نمودن گشتن
        ها های هایی ای ام ات اش مان تان شان اند ایم اید تر ترین همین همان چنین چنان انچه اینکه انکه وقتی هنگامی زیرا بلکه پس سپس
        دیگر بسیار خیلی فقط تنها حتی هنوز بار روی زیر میان بین نزد سوی بدون جز مگر درباره توسط طی ضمن مورد عنوان اقای خانم یکی
        انجام صورت قرار گرفت گرفته گیرد گرفتن یافت یافته
        """)

    private static func words(_ text: String) -> Set<Word> {
        Set(text.split(whereSeparator: { $0 == " " || $0 == "\n" }).map { Word($0) })
    }
}
