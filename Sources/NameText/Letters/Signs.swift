/// What is neither letter nor mark: spaces, joiners, digits, punctuation.
enum Signs {
    /// Nothing in print. Direction is the business of whoever shows the text, not of the name.
    static let controls = "\u{200E}\u{200F}\u{061C}\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}\u{FEFF}\u{2060}"

    static let spaces =
        "\t \u{00A0}\u{1680}\u{2000}\u{2001}\u{2002}\u{2003}\u{2004}\u{2005}\u{2006}\u{2007}\u{2008}\u{2009}\u{200A}\u{202F}\u{205F}\u{3000}"

    static let newlines = "\n\r\u{0085}\u{2028}\u{2029}"

    /// Soft hyphen, zero-width space, and byte 9D of Windows-1256 read as Latin-1: all have stood for the joiner.
    static let brokenJoiners = "\u{00AD}\u{200B}\u{009D}"

    /// Digits of the three kinds, from zero.
    static let digits = (latin: "0123456789", persian: "۰۱۲۳۴۵۶۷۸۹", arabic: "٠١٢٣٤٥٦٧٨٩")

    /// Apostrophes, the signs of hamza and ʿayn, and what stands for them.
    static let apostrophes = "'`´‘’‛′‵ʹʻʼʽʾʿˈˊˋˮ"
    /// Those that are only a slip of the keyboard: between letters an editor writes '.
    static let wrongApostrophes = "`´′‵ʹˈˊˋ‛"

    static let hyphens = "-\u{2010}\u{2011}‒–—―−"
    /// Hyphens that print as - does.
    static let plainHyphens = "\u{2010}\u{2011}"

    /// Signs that part words.
    static let punctuation = "!\"#%&()*,/:;?@[\\]_{}" + "،؛؟٪٭۔«»‹›“”„‟†‡•…·¡¿§¶؍؎؏٬﴾﴿、。「」『』"
}
