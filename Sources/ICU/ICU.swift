// Room ICU: see ARCHITECTURE.md.
