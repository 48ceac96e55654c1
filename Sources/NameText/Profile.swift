/// What a text is normalized for.
public enum Profile: String, Sendable, CaseIterable {
    /// What a careful editor would print: letters corrected, joiners right, nothing lost.
    case display
    /// One form for everything that should be found together.
    case search
}
