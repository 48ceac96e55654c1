/// The forms under which an English word may stand in a lexicon: as written, then without -s, -ed, -ing and the like.
enum EnglishForms {
    /// Keys of a word of lower-case plain letters, the written form first; at most six.
    static func keys(of word: [UInt8]) -> [Word] {
        var keys = [Word(word)]
        func add(_ stem: some Collection<UInt8>, _ ending: String = "") {
            guard stem.count + ending.utf8.count > 1, keys.count < 6 else { return }
            let key = Word(Array(stem) + ending.utf8)
            if !keys.contains(key) { keys.append(key) }
        }
        if let base = irregular[keys[0]] { keys.append(base) }
        func ends(_ ending: String) -> Bool {
            let count = ending.utf8.count
            return word.count > count + 1 && word.suffix(count).elementsEqual(ending.utf8)
        }
        func verbStem(_ stem: ArraySlice<UInt8>) {
            guard stem.count > 1 else { return }
            if stem.count > 2, stem[stem.endIndex - 1] == stem[stem.endIndex - 2] { add(stem.dropLast()) }  // stopped → stop
            add(stem)
            add(stem, "e")
        }
        if ends("ies") || ends("ied") {
            add(word.dropLast(3), "y")
        } else if ends("ing") {
            verbStem(word.dropLast(3))
        } else if ends("ed") {
            verbStem(word.dropLast(2))
        } else if ends("eth") {  // the English of old texts: goeth, believeth
            verbStem(word.dropLast(3))
        } else if ends("es") {
            add(word.dropLast(1))
            add(word.dropLast(2))
        } else if ends("s"), !ends("ss"), !ends("us"), !ends("is") {
            add(word.dropLast(1))
        } else if ends("iest") {
            add(word.dropLast(4), "y")
        } else if ends("ily") {
            add(word.dropLast(3), "y")
        } else if ends("ly") {
            add(word.dropLast(2))
        } else if ends("est") {
            verbStem(word.dropLast(3))
        }
        return keys
    }

    /// The folded word; an acronym that would read as a function word keeps a full stop: "US" and "U.S." are "us.", not "us".
    static func word(_ scalars: [Unicode.Scalar]) -> Word {
        let word = Word(fold(scalars))
        guard scalars.count > 1, StopWords.english.contains(word), scalars.allSatisfy({ $0 == "." || $0.properties.isUppercase }) else {
            return word
        }
        return acronym(word)
    }

    static func acronym(_ stopWord: Word) -> Word { stopWord + "." }

    /// Letters only, lower case, marks dropped; the possessive gone: `O'Hagan's` → `ohagan`.
    static func fold(_ scalars: [Unicode.Scalar]) -> [UInt8] {
        var letters: [UInt8] = []
        letters.reserveCapacity(scalars.count)
        for scalar in scalars {
            if scalar.value < 0x80 {
                let byte = UInt8(scalar.value)
                if byte >= 0x41, byte <= 0x5A {
                    letters.append(byte + 32)
                } else if byte >= 0x61 && byte <= 0x7A || byte >= 0x30 && byte <= 0x39 {
                    letters.append(byte)
                }
            } else if Letters.isLatin(scalar) {
                letters += Letters.plainLatin(scalar).utf8
            }
        }
        if possessiveWidth(scalars) > 0, letters.count > 1 { letters.removeLast() }
        return letters
    }

    /// The UTF-8 bytes that the `'s` at a word's end takes; 0 when there is none.
    static func possessiveWidth(_ scalars: [Unicode.Scalar]) -> Int {
        guard scalars.count > 2, let last = scalars.last, last == "s" || last == "S" else { return 0 }
        let quote = scalars[scalars.count - 2]
        return "'’‘ʼ`".unicodeScalars.contains(quote) ? UTF8.width(quote) + 1 : 0
    }

    private static let irregular: [Word: Word] = {
        var forms: [Word: Word] = [:]
        for line in table.split(separator: "\n") {
            let words = line.split(separator: " ").map { Word($0) }
            for form in words.dropFirst() { forms[form] = words[0] }
        }
        return forms
    }()

    /// Base form first, then its forms that no rule reaches.
    private static let table = """
        arise arose arisen
        awake awoke
        bear bore borne
        beat beaten
        become became
        begin began begun
        bend bent
        bind bound
        bite bit bitten
        bleed bled
        blow blew blown
        break broke broken
        breed bred
        bring brought
        build built
        burn burnt
        buy bought
        catch caught
        child children
        choose chose chosen
        come came cometh camest
        deal dealt
        dig dug
        draw drew drawn
        dream dreamt
        drink drank drunk
        drive drove driven
        eat ate eaten
        fall fell fallen
        feed fed
        feel felt
        fight fought
        find found
        flee fled
        fly flew flown
        foot feet
        forbid forbade forbidden
        foresee foresaw foreseen
        forget forgot forgotten
        forgive forgave forgiven
        freeze froze frozen
        get got gotten
        give gave given givest
        go went gone
        good better best
        bad worse worst
        grow grew grown
        hang hung
        hear heard
        hide hid hidden
        hold held
        keep kept
        kneel knelt
        know knew known
        lay laid
        lead led
        learn learnt
        leave left
        lend lent
        life lives
        light lit
        lose lost
        make made
        man men
        mean meant
        meet met
        mistake mistook mistaken
        mouse mice
        overcome overcame
        oversee oversaw overseen
        overthrow overthrew overthrown
        pay paid
        policeman policemen
        prove proven
        ride rode ridden
        ring rang rung
        rise rose risen
        run ran
        say said saith saidst sayest
        see saw seen
        seek sought
        sell sold
        send sent
        serviceman servicemen
        shake shook shaken
        shine shone
        shoot shot
        show shown
        shrink shrank shrunk
        sing sang sung
        sink sank sunk
        sit sat
        sleep slept
        speak spoke spoken
        speed sped
        spend spent
        spokesman spokesmen
        spring sprang sprung
        stand stood
        steal stole stolen
        stick stuck
        strike struck stricken
        strive strove striven
        swear swore sworn
        sweep swept
        swim swam swum
        swing swung
        take took taken
        teach taught
        tear tore torn
        tell told
        think thought
        throw threw thrown
        tooth teeth
        understand understood
        undertake undertook undertaken
        uphold upheld
        wake woke woken
        wear wore worn
        weep wept
        wife wives
        win won
        wind wound
        withdraw withdrew withdrawn
        withstand withstood
        woman women
        write wrote written
        crisis crises
        analysis analyses
        basis bases
        leaf leaves
        half halves
        thief thieves
        shelf shelves
        knife knives
        wolf wolves
        medium media
        person people
        """
}
