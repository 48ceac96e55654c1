// Room Transliteration: see ARCHITECTURE.md.
