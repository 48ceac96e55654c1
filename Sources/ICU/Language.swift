/// The two languages of the workbench.
public enum Language: String, Sendable, CaseIterable {
    /// English, "en".
    case english = "en"
    /// Persian, "fa".
    case persian = "fa"
}
