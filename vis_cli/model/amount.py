"""Amounts of money, as exact as they are stated."""

from typing import Literal

from pydantic import Field

from vis_cli.model.base import Sourced
from vis_cli.model.values import Text


class Amount(Sourced):
    """An amount in whole kronor, as exact as it is stated."""

    kronor: int = Field(ge=0)
    """Whole kronor."""
    qualifier: Literal["exact", "about", "more-than", "less-than"] = "exact"
    """Exact, about (*cirka*), more than (*drygt*), less than."""
    purpose: Text
    """What for."""
