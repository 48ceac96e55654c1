import Reconciliation

extension Evidence {
    /// What a rule saw, as a person reads it; programs get the rule's name.
    private static let words: [String: String] = [
        "same": "the same word",
        "exact": "spelled just so in the dictionary",
        "attested": "attested as spellings of one name",
        "same-meaning": "the same meaning",
        "sound": "sounds so",
        "spelling": "by habits of spelling",
        "reading": "may be read as one name",
        "slip": "one slip of the hand or of a text reader apart",
        "initial": "an initial",
        "joined": "written as one word or as several",
        "acronym": "first letters",
        "short": "short for the other",
        "part": "one holds the other",
        "known-apart": "known as two different names",
        "left-out": "only in one of the names",
        "left-out-lead": "only in one, where it is often left out",
        "title": "a title, which says nothing of the name",
        "turned": "family name first in one of the names",
        "gender": "a man's name and a woman's",
        "bothLeftOver": "words left over in both names",
        "otherFamily": "two family names",
        "otherNumber": "another of the name",
        "numberLeftOut": "only one says which of the name",
        "bare-family-name": "a family name alone says too little",
        "likelier-another-name": "the Latin spelling stands more often for another name",
        "another-consonant": "a consonant that spelling habits do not explain",
        "other-initials": "an initial that only one of them has",
        "short-form": "a short form stands for several names",
        "initial-only": "an initial alone says too little",
        "initials-only": "initials alone say less than names",
        "otherName": "other proper names",
        "otherTopic": "other fields of work",
        "otherRest": "other words on both sides",
        "otherKind": "other kinds",
        "otherDirection": "other directions",
        "same-property": "as asked for",
        "other-property": "not as asked for",
        "empty": "nothing to compare",
    ]

    /// The evidence as a line for people: weight, part, words, what was seen.
    func line(on terminal: Terminal) -> String {
        let tenths = Int((weight * 10).rounded())
        let sign = tenths > 0 ? "+" : tenths < 0 ? "−" : " "
        let detail = detail.isEmpty ? "" : terminal.isolated(self.detail) + ": "
        return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)  \(part): \(detail)\(Self.words[rule] ?? rule)"
    }
}
