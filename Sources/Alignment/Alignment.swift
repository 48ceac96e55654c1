// Room Alignment: see ARCHITECTURE.md.
