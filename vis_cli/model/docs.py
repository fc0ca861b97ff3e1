"""What each key means: the docstrings below the fields, read from the models' source by whoever asks, and not before.

pydantic reads them for every class whenever the program starts; most commands never ask.
"""

import ast
import inspect
import re
import sys
from collections.abc import Iterator, Mapping
from functools import cache

from vis_cli.model.base import ENTITIES, Entity, Part


def doc_of(model: type[Part], field: str) -> str:
    """What the docstring below a field says, on one line; empty where there is none."""
    for cls in model.__mro__:
        if cls is Part or not issubclass(cls, Part):
            break
        if found := _docs(cls.__module__).get((cls.__qualname__, field)):
            return found
    return ""


def kind_doc(model: type[Entity]) -> str:
    """What the docstring of a kind says, on one line."""
    return _line(model.__doc__ or "")


def all_docs() -> Iterator[tuple[str, str]]:
    """Every docstring of a kind and of a key, each with the module that it stands in."""
    for kind in ENTITIES.values():
        yield kind_doc(kind), kind.__module__
    for model in _below(Part):
        for (_cls, _field), doc in _docs(model.__module__).items():
            yield doc, model.__module__


def _below(model: type[Part]) -> list[type[Part]]:
    """The classes that are kinds of it, in the order of declaration."""
    found = [cls for direct in model.__subclasses__() for cls in (direct, *_below(direct))]
    return list(dict.fromkeys(found))


def _line(doc: str) -> str:
    return re.sub(r"\s+", " ", inspect.cleandoc(doc))


@cache
def _docs(module: str) -> Mapping[tuple[str, str], str]:
    """By (class, field) of a module."""
    found: dict[tuple[str, str], str] = {}
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
                    found[node.name, field.target.id] = _line(below.value.value)
    return found
