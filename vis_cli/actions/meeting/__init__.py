"""What is done with meetings: each step of their lives, from a wish to changed texts."""
