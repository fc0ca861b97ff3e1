"""Generated registries: valid, of any size, always the same. Everything in them is made up."""

from bench.corpus.write import files, write

__all__ = ["files", "write"]
