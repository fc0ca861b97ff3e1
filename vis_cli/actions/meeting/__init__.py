"""What is done to a meeting: its agenda, its life."""
