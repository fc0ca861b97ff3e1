"""What is done with groups: made, established, staffed, handed over from, discontinued."""
