public import Entities
internal import Lexicon

/// Makes entities of bare mentions: gathers spellings, finds which are the same name, joins them where nothing speaks against it.
///
/// Holds each spelling once, however often it is met. The same mentions in another order give the same entities and ids.
public struct MentionClusterer: Sendable {
    /// What a build came to.
    public struct Result: Sendable {
        /// The entities, in the order of their first spellings.
        public var entities: [Entity] = []
        /// Which of them each spelling belongs to, by the numbers that `add` gave.
        public var entityOfSpelling: [Int] = []
        /// Ids of an earlier dictionary, of mentions or of decisions that are now another's.
        public var redirects: [EntityID: EntityID] = [:]
        /// Decisions that others contradict.
        public var obstacles: [Settlement.Obstacle] = []
    }

    let comparer: NameComparer
    /// The score from which on two spellings may be joined.
    public var threshold = 0.8
    /// The spelling that a scheme writes for a Persian name: of Latin spellings that are met equally often it is the label.
    public var romanized: (@Sendable (_ persian: String) -> String?)?
    private var spellings: [Spelling] = []
    private var numbers: [Spelling.Key: Int] = [:]
    private var earlier = EarlierIDs()
    private var decisions: [ReviewDecision] = []

    /// A clusterer without mentions.
    public init(_ comparer: NameComparer) { self.comparer = comparer }

    /// How many spellings there are so far.
    public var spellingCount: Int { spellings.count }

    /// Takes in a mention and gives the number of its spelling.
    @discardableResult
    public mutating func add(_ mention: Mention) -> Int {
        var spelling = Spelling(mention)
        let key = Spelling.Key(spelling)
        if let number = numbers[key] {
            spellings[number].count += mention.count
            if let source = mention.source { spellings[number].sources.insert(source) }
            // The least, so that order does not matter.
            if let language = mention.language { spellings[number].language = min(language, spellings[number].language ?? language) }
            return number
        }
        spelling.count = mention.count
        if let source = mention.source { spelling.sources.insert(source) }
        numbers[key] = spellings.count
        spellings.append(spelling)
        return spellings.count - 1
    }

    /// Lets the entities of an earlier dictionary keep their ids: an entity takes the id that most of its spellings had.
    public mutating func keep(_ line: EntityLine) { earlier.add(line) }

    /// Lets what people decided outrank every score.
    public mutating func follow(_ history: DecisionHistory) { decisions += history.decisions }

    /// The entities, and which of them each spelling belongs to. `progress` hears how many spellings were looked up.
    public func entities(progress: (Int) -> Void = { _ in }) throws -> Result {
        // Order must not matter, so everything goes by the bytes of the spellings.
        let order = spellings.indices.sorted { Spelling.precedes(spellings[$0], spellings[$1]) }
        let sorted = order.map { spellings[$0] }
        let index = try SpellingIndex(sorted, comparer)
        var groups = SpellingGroups(sorted, genders: index.genders), result = Result()
        let decided = DecidedSpellings(decisions, sorted, earlier)
        result.obstacles = decided.apply(to: &groups)
        for edge in index.edges(from: threshold, progress: progress) { groups.join(edge, agree: index.agree) }
        var ids = EntityNaming(sorted, index, earlier, decided), maker = EntityMaker(index, romanized)
        result.entityOfSpelling = [Int](repeating: 0, count: spellings.count)
        let members = groups.members()
        for (group, id) in zip(members, ids.names(of: members)) {
            for member in group { result.entityOfSpelling[order[member]] = result.entities.count }
            result.entities.append(maker.entity(id, group, sorted))
        }
        result.redirects = ids.redirects(members)
        return result
    }
}
