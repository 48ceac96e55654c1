// Room Lexicon: see ARCHITECTURE.md.
