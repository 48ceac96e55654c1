// One import is enough for those who use the library: the types of every room come with its front door.
@_exported public import Alignment
@_exported public import Entities
@_exported public import Lexicon
@_exported public import NameText
@_exported public import Reconciliation
@_exported public import Transliteration
