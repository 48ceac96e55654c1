// Room Entities: see ARCHITECTURE.md.
