"""The proofs that nothing is lost: kills, writers at once, and a fault at every system call, against the real program."""
