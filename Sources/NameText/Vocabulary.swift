/// The words that the normalizer knows: titles, affixes, compounds, abbreviations.
public struct Vocabulary: Sendable {
    init() {}
}
