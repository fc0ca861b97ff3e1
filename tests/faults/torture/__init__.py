"""The proofs that nothing is lost: kills, writers at once, a fault at every system call; all with the real program."""
