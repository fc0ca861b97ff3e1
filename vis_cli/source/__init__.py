"""Text and places: where files come from, what they hold, and where in them a value stands."""
