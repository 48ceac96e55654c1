/// Where folding stands: how far it has written, in which word, and what came last. A local of the loop.
struct FoldingWriter {
    /// How many bytes are written.
    var count = 0
    /// Whether a word is in progress; where it starts in the output and in the text it comes from; its hash.
    var isInWord = false
    var start = 0
    var source = 0
    var hash = WordTable.emptyHash
    var hasDigit = false
    /// What stands before the next word.
    var separator: UInt8 = 0
    /// The kind of the last scalar that left something, and whether a Persian letter or its mark came last.
    var last = Kind.space
    var afterPersian = false
    /// The words, when they are kept.
    var tokens: [Token] = []
    /// Whether some word may have to be joined or parted.
    var isInteresting = false
    /// Whether there is a compound given name.
    var hasCompound = false
    /// Whether letters of other scripts lost their case.
    var hasNewCase = false

    /// The last Persian letter of the word, if nothing else came after it, and how often it has come again.
    private var lastLetter = PackedText.none
    private var repeats = 0
    private var isHashStale = false

    @inline(__always)
    mutating func came(_ kind: Kind) {
        last = kind
        afterPersian = false
    }

    @inline(__always)
    private mutating func startWord(at source: Int, _ out: inout MutableSpan<UInt8>) {
        if separator != 0 && count > 0 {
            out[count] = separator
            count &+= 1
        }
        start = count
        self.source = source
        hash = WordTable.emptyHash
        hasDigit = false
        isInWord = true
        lastLetter = .none
    }

    @inline(__always)
    mutating func write(_ byte: UInt8, at source: Int, _ out: inout MutableSpan<UInt8>) {
        if !isInWord { startWord(at: source, &out) }
        out[count] = byte
        count &+= 1
        hash = WordTable.hash(hash, byte)
        lastLetter = .none
    }

    @inline(__always)
    mutating func write(_ packed: PackedText, at source: Int, _ out: inout MutableSpan<UInt8>) {
        var left = packed.count
        if left == 0 { return }
        if !isInWord { startWord(at: source, &out) }
        var rest = packed.bits
        while left > 0 {
            let byte = UInt8(truncatingIfNeeded: rest)
            out[count] = byte
            count &+= 1
            hash = WordTable.hash(hash, byte)
            rest >>= 8
            left &-= 1
        }
        lastLetter = .none
    }

    /// A run of ASCII that search keeps, in lower case; returns where it ends.
    @inline(__always)
    mutating func writeASCII(_ text: Span<UInt8>, _ from: Int, _ ascii: Span<UInt8>, _ out: inout MutableSpan<UInt8>) -> Int {
        if !isInWord { startWord(at: from, &out) }
        var i = from, written = count, hash = hash
        while i < text.count {
            let byte = text[i]
            if byte >= 0x80 { break }
            let folded = ascii[Int(byte)]
            if folded == 0 { break }
            out[written] = folded
            written &+= 1
            hash = WordTable.hash(hash, folded)
            i &+= 1
        }
        count = written
        self.hash = hash
        lastLetter = .none
        came(.latin)
        return i
    }

    /// A Persian letter. Three of a kind in a row are emphasis, «سلاممم», and count for one: no word has them.
    @inline(__always)
    mutating func writeLetter(_ entry: ScalarTable.Entry, at source: Int, _ out: inout MutableSpan<UInt8>) {
        let packed = entry.search
        last = entry.kind
        afterPersian = true
        if packed.count == 0 { return }
        var again = 0
        if isInWord && packed == lastLetter {
            again = repeats &+ 1
            if again >= 2 {
                if again == 2 {
                    count &-= packed.count
                    isHashStale = true
                }
                repeats = again
                return
            }
        }
        write(packed, at: source, &out)
        lastLetter = packed
        repeats = again
    }

    mutating func copy(_ text: Span<UInt8>, _ range: Range<Int>, _ out: inout MutableSpan<UInt8>) {
        for i in range { write(text[i], at: range.lowerBound, &out) }
    }

    /// A character that no table names: kept, in lower case.
    mutating func writeUnknown(
        _ value: UInt32, _ text: Span<UInt8>, _ range: Range<Int>, _ table: ScalarTable, _ out: inout MutableSpan<UInt8>
    ) {
        if value >= 0x80, let scalar = Unicode.Scalar(value), scalar.properties.changesWhenLowercased {
            hasNewCase = true
            for small in scalar.properties.lowercaseMapping.unicodeScalars {
                let entry = table[small.value]
                write(entry.kind == .latin ? entry.search : PackedText(String(small)), at: range.lowerBound, &out)
            }
        } else {
            copy(text, range, &out)
        }
        came(.unknown)
    }

    /// Ends the word in progress: its hash is right afterwards.
    @inline(__always)
    mutating func endWord(_ out: inout MutableSpan<UInt8>) {
        isInWord = false
        if out[count &- 1] == 0x8C { foldOldHeEnding(&out) }
        if isHashStale {
            hash = WordTable.emptyHash
            for i in start..<count { hash = WordTable.hash(hash, out[i]) }
            isHashStale = false
        }
    }

    /// Writes something else in place of the word that has ended.
    mutating func replaceWord(by text: ArraySlice<UInt8>, _ out: inout MutableSpan<UInt8>) {
        count = start
        for byte in text {
            out[count] = byte
            count &+= 1
        }
    }

    /// «خامنه‌ئی» and «خامنه‌یی» are older spellings of «خامنه‌ای».
    private mutating func foldOldHeEnding(_ out: inout MutableSpan<UInt8>) {
        // ه ی ی
        guard count - start >= 8, out[count - 2] == 0xDB, out[count - 3] == 0x8C, out[count - 4] == 0xDB, out[count - 5] == 0x87,
            out[count - 6] == 0xD9
        else { return }
        // ا
        out[count - 4] = 0xD8
        out[count - 3] = 0xA7
        isHashStale = true
    }
}
