/// Something that both sides of a merge changed in different ways.
public struct MergeConflict: Hashable, Sendable, CustomStringConvertible {
    /// The entity.
    public var id: EntityID
    /// Its name, for people.
    public var label: String
    /// What of it: `type`, `birthYear`, `"Jahromy", role`.
    public var member: String
    /// Before; nil when it was not there.
    public var base: JSON?
    /// On our side.
    public var ours: JSON?
    /// On theirs.
    public var theirs: JSON?

    /// In words, with what to do.
    public var description: String {
        "\(id) \"\(label)\": \(member): \(shown(ours)) here, \(shown(theirs)) there, \(shown(base)) before; "
            + "edit one side, or give --prefer ours or --prefer theirs"
    }

    private func shown(_ value: JSON?) -> String { value.map { $0.string ?? $0.text } ?? "nothing" }
}
