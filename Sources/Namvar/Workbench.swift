public import Alignment
internal import CDictionaries
public import Entities
internal import ICU
public import Lexicon
public import NameText
public import Reconciliation
public import Transliteration

/// The library's front door: opens dictionaries and models once, and offers what can be done with names.
///
/// Opening costs nothing to speak of: archives are memory-mapped or embedded, and each part is made at its first use. A workbench
/// may be used from several threads at once.
public final class Workbench: Sendable {
    /// Letters, titles, affixes, readings and schemes, as `ShippedDictionaries` compiles them.
    public let lexicon: Archive
    /// What says which words correspond: costs, meanings and what is known of words, for comparing names and aligning articles.
    public let comparison: Archive
    /// The trained reading models, where there are any.
    public let models: Archive?
    private let sharedVocabulary: Lazy<Vocabulary>
    private let sharedTransliterator: Lazy<Transliterator>
    private let sharedDictionary: Lazy<EntityDictionary>
    private let sharedSchemes: Lazy<SchemeSet>
    private let sharedComparer: Lazy<NameComparer>
    private let sharedReconciler: Lazy<Reconciler>
    private let sharedAligner: Lazy<Aligner>

    /// A workbench over archives of one's own.
    ///
    /// - Parameter entities: a compiled dictionary, opened at its first use.
    public init(
        lexicon: Archive, comparison: Archive, models: Archive?,
        entities: @escaping @Sendable () throws -> EntityDictionary = { throw WorkbenchError.noDictionary }
    ) {
        self.lexicon = lexicon
        self.comparison = comparison
        self.models = models
        let dictionary = Lazy(entities), vocabulary = Lazy { try Vocabulary(lexicon) }
        let transliterator = Lazy { try Transliterator(lexicon: lexicon, models: models) }
        let comparer = Lazy {
            let vocabulary = try vocabulary.get()
            return try NameComparer(comparison, vocabulary: vocabulary, normalizer: Normalizer(vocabulary)) { try? transliterator.get() }
        }
        sharedDictionary = dictionary
        sharedVocabulary = vocabulary
        sharedComparer = comparer
        let reconciler = Lazy { try Reconciler([try dictionary.get()], comparer: comparer.get()) }
        sharedReconciler = reconciler
        sharedAligner = Lazy {
            let gazetteer = Gazetteer(
                [try dictionary.get()], reconciler: try reconciler.get(), normalizer: Normalizer(try vocabulary.get()))
            return Aligner(words: try WordLexicon(comparison), gazetteer: gazetteer)
        }
        sharedSchemes = Lazy { try SchemeSet(lexicon) }
        sharedTransliterator = transliterator
    }

    /// The workbench over the dictionaries that ship with the package.
    public static func shipped() throws -> Workbench { try theShipped.get() }

    private static let theShipped = Lazy<Workbench> {
        let models = namvar_shipped_models()
        return Workbench(
            lexicon: try Archive(namvar_shipped_lexicon(), named: "lexicon.namvar"),
            comparison: try Archive(namvar_shipped_comparison(), named: "comparison.namvar"),
            models: models.count == 0 ? nil : try Archive(models, named: "models.namvar"),
            entities: { try EntityDictionary(Archive(namvar_shipped_entities(), named: "entities.namvar")) })
    }

    private static let theNames = Lazy { try EntityDictionary(Archive(namvar_shipped_names(), named: "names.namvar")) }

    /// The names that ship, as entities of type `name`. They stand apart from the other entities, so that a bare family name
    /// is looked for among people.
    public static func shippedNames() throws -> EntityDictionary { try theNames.get() }

    /// Titles, affixes, compounds and abbreviations.
    public var vocabulary: Vocabulary { get throws { try sharedVocabulary.get() } }

    /// Normalization of names and of running text.
    public var normalizer: Normalizer { get throws { Normalizer(try vocabulary) } }

    /// The entities that names are reconciled with.
    public var dictionary: EntityDictionary { get throws { try sharedDictionary.get() } }

    /// The romanization schemes.
    public var schemes: SchemeSet { get throws { try sharedSchemes.get() } }

    /// Names from one script into the other.
    public var transliterator: Transliterator { get throws { try sharedTransliterator.get() } }

    /// Whether two spellings are the same name.
    public var comparer: NameComparer { get throws { try sharedComparer.get() } }

    /// Names to the entities of the shipped dictionary.
    public var reconciler: Reconciler { get throws { try sharedReconciler.get() } }

    /// Names to the entities of dictionaries of one's own; where two have an entity of the same id, the first one's counts.
    public func reconciler(over dictionaries: [EntityDictionary]) throws -> Reconciler { try Reconciler(dictionaries, comparer: comparer) }

    /// English articles with the Persian ones that tell the same story: sentences, names, dates.
    public var aligner: Aligner { get throws { try sharedAligner.get() } }

    /// An aligner that links names to dictionaries of one's own, or to the shipped one.
    public func aligner(over dictionaries: [EntityDictionary]?) throws -> Aligner {
        guard let dictionaries else { return try aligner }
        let gazetteer = Gazetteer(dictionaries, reconciler: try reconciler(over: dictionaries), normalizer: try normalizer)
        return Aligner(words: try WordLexicon(comparison), gazetteer: gazetteer)
    }

    /// An aligner of sentences alone, which opens no dictionary of entities.
    public var sentenceAligner: Aligner { get throws { Aligner(words: try WordLexicon(comparison)) } }

    /// Cuts running text into articles' sentences.
    public var articleReader: ArticleReader {
        get throws {
            let vocabulary = try vocabulary
            var abbreviations: [Language: [String]] = [:]
            for language in Language.allCases { abbreviations[language] = vocabulary.abbreviations(of: language.rawValue) }
            return ArticleReader(abbreviations: abbreviations)
        }
    }

    /// Compiles dictionaries of entities so that a reconciler can search them.
    public var compiler: DictionaryCompiler {
        get throws { DictionaryCompiler(try comparer, vocabulary: try vocabulary, normalizer: try normalizer) }
    }
}

/// What a workbench has not got.
public enum WorkbenchError: Error, Equatable, Sendable, CustomStringConvertible {
    /// It was made without a dictionary of entities.
    case noDictionary

    /// Says what to do.
    public var description: String {
        switch self {
        case .noDictionary: "this workbench was made without a dictionary of entities: give one to its initializer"
        }
    }
}

extension Archive {
    /// An archive embedded in the program.
    fileprivate convenience init(_ embedded: namvar_bytes, named name: String) throws(ArchiveError) {
        try self.init(embedded: UnsafeRawBufferPointer(start: embedded.start, count: embedded.count), named: name)
    }
}
