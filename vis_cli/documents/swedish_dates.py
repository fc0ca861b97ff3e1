"""Dates of the register in Swedish, for documents: the words are those of the facts."""

from vis_cli.facts.swedish_dates import in_words as in_words
from vis_cli.facts.swedish_dates import on_day as on_day
