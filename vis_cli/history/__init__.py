"""What the register said before, and how it is told something new: Git, of which nothing is ever run."""
