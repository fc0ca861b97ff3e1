"""What each key means: the docstrings below the fields, read from the models' source by whoever asks, and not before.

pydantic reads them for every class whenever the program starts; most commands never ask.
"""

import ast
import inspect
import re
import sys
from collections.abc import Mapping
from functools import cache

from vis_cli.model.base import Part


def doc_of(model: type[Part], field: str) -> str:
    """What the docstring below a field says, on one line; empty where there is none."""
    for cls in model.__mro__:
        if cls is Part or not issubclass(cls, Part):
            break
        if found := _docs(cls.__module__).get((cls.__qualname__, field)):
            return found
    return ""


@cache
def _docs(module: str) -> Mapping[tuple[str, str], str]:
    """By (class, field) of a module."""
    found = {}
    for node in ast.parse(inspect.getsource(sys.modules[module])).body:
        if isinstance(node, ast.ClassDef):
            for field, below in zip(node.body, node.body[1:], strict=False):
                if (
                    isinstance(field, ast.AnnAssign)
                    and isinstance(field.target, ast.Name)
                    and isinstance(below, ast.Expr)
                    and isinstance(below.value, ast.Constant)
                    and isinstance(below.value.value, str)
                ):
                    found[node.name, field.target.id] = re.sub(r"\s+", " ", inspect.cleandoc(below.value.value))
    return found
