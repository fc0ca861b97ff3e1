"""vis: a register of collaboration in health and social care, kept as plain files in Git."""

__version__ = "0.1.0"
