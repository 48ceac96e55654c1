internal import Synchronization

/// Where words are read: everything that is written down on the way from a word to its candidates, kept to be used again for the next word.
struct ReadingDesk: Sendable {
    var places: [WordPlace] = []
    var evidence = ElementEvidence()
    var lattice = Lattice()
    var trace = LetterNetwork.Trace()
    var beam = BeamSearch()
    /// The tags of the way at hand.
    var tags: [UInt16] = []
    var spellings = Spellings()
    /// The choices for each piece of the name at hand.
    var pieces: [WordChoices] = []
    var combinations = NameCombinations()
    /// The candidates of the name at hand, for one who asks for one name.
    var list = CandidateList()
}

/// Desks that stand ready, as many as threads have read at the same time.
final class ReadingDesks: Sendable {
    private let free = Mutex<[ReadingDesk]>([])

    /// A desk for the one who asks.
    func take() -> ReadingDesk { free.withLock { $0.popLast() } ?? ReadingDesk() }

    /// The desk is free again.
    func put(back desk: consuming ReadingDesk) {
        let desk = desk
        free.withLock { $0.append(desk) }
    }
}
