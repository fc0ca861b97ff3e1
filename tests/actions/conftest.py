import sys
from pathlib import Path

# The repositories that the tests of history are made with serve here too.
sys.path.insert(0, str(Path(__file__).parents[1] / "history"))

from repositories import register, repository

__all__ = ["register", "repository"]
