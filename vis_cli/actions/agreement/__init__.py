"""What is done to agreements: a registry and a wish in, changed texts out; nothing is written here."""
