"""Wishes turned into changed texts, and the one place that writes them."""
