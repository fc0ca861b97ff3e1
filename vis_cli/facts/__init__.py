"""Answers computed from a registry: pure functions, never stored. Unknown is an answer."""
