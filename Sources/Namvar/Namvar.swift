// Room Namvar: see ARCHITECTURE.md.
