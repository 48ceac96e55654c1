/// How letters of Latin spellings may be written in Persian, and what each choice costs (0 is the usual one, 1 a wrong letter).
///
/// Made for any name that the press writes by ear, not for Persian names alone: Sturridge استوریج, Nugroho نوگروهو, Xi شی.
enum SoundTable {
    /// Latin letters, then the Persian letters that may stand for them; `-` is nothing.
    static let lines = """
        a      ا:0 -:.1 ه:.2 ی:.3 ع:.2 و:.5 عا:.1 یا:.5
        aa     ا:0
        ae     ا:.1 ی:.1 ای:0
        ai     ی:0 ای:0 ایی:.05 ه:.3
        ay     ی:0 ای:0 -:.3 ایی:.1
        au     او:.05 و:0 ا:.1
        aw     او:0 و:0 ا:.1
        augh   و:.1 اف:.2
        b      ب:0
        bb     ب:0
        c      ک:0 س:0 چ:.2 ش:.3 ق:.3 ص:.2 ج:.4
        cc     ک:0 چ:.1 کس:.1
        ch     چ:0 ش:.05 ک:.05 خ:.1 ج:.3
        ck     ک:0
        cz     چ:.05 ز:.3
        ci     سی:0 چی:.1 چ:.1 ش:.2
        d      د:0 ض:.2 ذ:.3 ظ:.3 ت:.4
        dd     د:0
        dh     د:.1 ذ:.1 ظ:.2
        dj     ج:0
        dg     ج:.05 دگ:.1
        dge    ج:0
        dz     ز:.2 دز:.1
        e      -:0 ی:.15 ا:.1 ه:.1 ع:.1 ای:.2 و:.5
        ea     ی:0 یا:.1 ا:.2 ئا:.2
        ee     ی:0 ای:.1
        ei     ی:0 ای:.0 ایی:.1
        eigh   ی:.05 ای:.1
        eu     و:.1 یو:.05 او:.2 وی:.2
        ew     یو:0 و:.1
        ey     ی:0 ای:.1
        eh     ه:0 -:.2
        f      ف:0 و:.4
        ff     ف:0
        g      گ:0 ج:.05 غ:.1 ژ:.2 خ:.3 ق:.2 -:.5
        gg     گ:0 ج:.1
        gh     غ:0 ق:0 گ:.1 -:.3 ف:.3
        gu     گ:0 گو:0 گا:.2
        gn     نی:.1 گن:.1 ین:.1
        h      ه:0 ح:.05 -:.3 خ:.3
        i      ی:0 -:.1 ای:0 ا:.3 ه:.3 ع:.2 ایی:.2
        ia     یا:0 ی:.2 یه:.15
        ie     ی:0 یه:.1 ای:.2
        ii     ی:0 یی:0
        igh    ای:.05
        j      ج:0 ژ:.05 ی:.1 خ:.15 ه:.3 ز:.4
        jj     ج:0
        k      ک:0 ق:.1 خ:.4
        kh     خ:0 ک:.2 ق:.3 ح:.15
        kk     ک:0
        kn     ن:.2
        l      ل:0
        ll     ل:0 ی:.3
        m      م:0
        mb     مب:0 م:.2
        mm     م:0
        mc     مک:0
        n      ن:0
        nn     ن:0
        o      و:0 ا:.1 -:.15 او:.05 ع:.2 ه:.4
        oa     و:.05 وا:.1 ا:.2
        oe     و:.1 و:.1 ی:.3 وی:.2
        oh     و:.05 ه:.2 وه:0
        oi     وی:0 وا:.15
        oo     و:0 او:.1
        ou     و:0 او:.05 -:.2 ا:.2
        ough   و:.2 اف:.2
        ow     و:.05 او:.1
        oy     وی:0
        p      پ:0 ب:.3 ف:.3
        pp     پ:0
        ph     ف:0
        q      ق:0 ک:.05 غ:.1 چ:.4
        qu     کو:0 ک:.1 ق:.1 قو:.1
        r      ر:0
        rr     ر:0
        s      س:0 ز:.1 ص:.05 ش:.2 ث:.1 -:.6 ژ:.4
        ss     س:0 ص:.1
        sc     سک:0 س:.1 ش:.2 اسک:0
        sch    ش:0 سک:.1
        sh     ش:0 سه:.2
        shch   شچ:0
        sk     سک:0 اسک:0
        sl     سل:0 اسل:0
        sm     سم:0 اسم:0
        sn     سن:0 اسن:0
        sp     سپ:0 اسپ:0 شپ:.1 اشپ:.1 اسف:.3
        st     ست:0 است:0 شت:.1 اشت:.1
        sw     سو:0 اسو:0
        sz     س:.1 ش:.2
        sy     سی:0 سو:.1
        t      ت:0 ط:.05 -:.6 د:.4 ث:.4
        tt     ت:0 ط:.1
        th     ت:0 ث:.05 د:.1 ط:.1 س:.2 ذ:.2
        tch    چ:0
        ti     تی:0 شی:.2 ش:.3
        tion   شن:0 سیون:0 شون:.1
        sion   ژن:.05 شن:0 سیون:0
        ts     تس:0 س:.2 ز:.2 تز:.1
        tz     تس:0 ز:.1 تز:0
        u      و:0 ا:.15 -:.15 یو:.05 او:.05 ی:.3
        ue     و:.05 -:.2 یو:.1 وه:.3
        ui     وی:0 ی:.2 یو:.2
        uh     و:.2 وه:0
        vv     و:0
        v      و:0 ف:.15 ب:.4
        w      و:0 وو:.05 -:.4 ف:.3
        wh     و:.05 ه:.2
        wr     ر:.1
        x      کس:0 اکس:.2 ز:.1 خ:.2 ش:.1 گز:.1 س:.3
        xi     شی:0 کسی:.1
        y      ی:0 ای:.05 -:.2 ه:.4 ا:.3 یی:.1
        ya     یا:0 ی:.2 یه:.2 ا:.3
        ye     ی:.05 یه:.1 یی:.1
        yu     یو:0
        z      ز:0 ذ:.1 ض:.1 ظ:.1 س:.2 تس:.1 ث:.4
        zz     تس:.05 ز:.05 تز:.05
        zh     ژ:0 ج:.1 ز:.2
        zs     ژ:.1
        """

    /// The letters of Persian that spellings by ear use; the code of a letter is its place here, from 1.
    static let alphabet = Array("ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی".unicodeScalars)

    static let code: [Unicode.Scalar: UInt8] = {
        var codes: [Unicode.Scalar: UInt8] = [:]
        for (index, letter) in alphabet.enumerated() { codes[letter] = UInt8(index + 1) }
        return codes
    }()

    /// What a wrongly placed Persian letter costs: vowels' letters little, consonants a whole.
    static let extra: [Float] = {
        var costs = [Float](repeating: 1, count: alphabet.count + 1)
        for (letter, cost) in [("ا", 0.35), ("و", 0.35), ("ی", 0.35), ("ه", 0.45), ("ع", 0.35)] as [(Unicode.Scalar, Float)] {
            costs[Int(code[letter]!)] = cost
        }
        return costs
    }()

    /// One way to write some Latin letters.
    struct Choice {
        var letters: [UInt8]
        var cost: Float
    }

    /// Letters of the longest row.
    static let longest = 4

    /// What a group of Latin letters may be written as.
    static func choices(_ letters: ArraySlice<UInt8>) -> [Choice] { table[key(letters)] ?? [] }

    private static func key(_ letters: some Sequence<UInt8>) -> UInt32 { letters.reduce(0) { $0 << 8 | UInt32($1) } }

    private static let table: [UInt32: [Choice]] = {
        var choices: [UInt32: [Choice]] = [:]
        for line in lines.split(separator: "\n") {
            let cells = line.split(separator: " ")
            precondition(cells[0].utf8.count <= longest)
            choices[key(cells[0].utf8)] = cells.dropFirst().map { cell in
                let sides = cell.split(separator: ":")
                let letters = sides[0] == "-" ? [] : sides[0].unicodeScalars.compactMap { code[$0 == "ئ" ? "ی" : $0] }
                precondition(letters.count <= 4)
                return Choice(letters: letters, cost: Float("0" + sides[1])!)
            }
        }
        return choices
    }()
}
