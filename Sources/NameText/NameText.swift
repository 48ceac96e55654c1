// Room NameText: see ARCHITECTURE.md.
