// Room Reconciliation: see ARCHITECTURE.md.
