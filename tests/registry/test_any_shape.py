"""Any data in any file of any kind: a registry and faults that can be shown, never an exception."""

import json
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import vis_cli.rules
from vis_cli.check import check, rulebook
from vis_cli.diagnostics.text import TextReport
from vis_cli.model import ENTITIES
from vis_cli.model.fields import fields
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree

RULES = rulebook(vis_cli.rules)
NAMES = {
    "id": "exempel",
    "group": "exempel",
    "year": "2031",
    "date": "2031-02-19",
    "agreement": "exempel",
    "version": "1.0",
    "party": "exempel",
}
PATHS = {kind: model.path.format(**NAMES) for kind, model in ENTITIES.items()}
KEYS = {kind: sorted({f.path.split(".")[-1] for f in fields() if f.path.startswith(f"{kind}.")}) for kind in ENTITIES}
WORDS = [
    *(
        "exempel",
        "exempel-2031-02-19",
        "region",
        "steering",
        "active",
        "held",
        "2031-02-19",
        "2031-02-30",
        "2031",
        "9999-24",
    ),
    *(
        "[..2031]",
        "[2032..2031]",
        "0000",
        "0000-01-01",
        "003:34",
        "14:00",
        "",
        " ",
        "TBD",
        "a|b",
        "å",
        "x" * 70,
        "{0}",
        "{name}",
    ),
]
leaves = st.one_of(
    st.sampled_from(WORDS),
    st.none(),
    st.booleans(),
    st.integers(-2, 200),
    st.floats(),
    st.integers(),
    st.text(max_size=5),
)


def data_of(kind: str) -> st.SearchStrategy[Any]:
    """Maps with the kind's own keys, but any values in them."""
    inner = st.recursive(
        leaves,
        lambda deeper: st.one_of(
            st.lists(deeper, max_size=3),
            st.dictionaries(st.sampled_from(KEYS[kind]), deeper, max_size=6),
        ),
        max_leaves=25,
    )
    whole = st.dictionaries(st.sampled_from(KEYS[kind]), inner, max_size=8)
    return st.one_of(whole, st.dictionaries(st.sampled_from(["exempel", "Å", "x-y", ""]), whole, max_size=3), inner)


@pytest.mark.parametrize("kind", ENTITIES)
@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_any_data_of_a_kind_is_judged_and_never_raises(kind: str, data: st.DataObject) -> None:
    text = json.dumps(data.draw(data_of(kind)), ensure_ascii=True)
    verdict = check(load(MemoryTree({PATHS[kind]: text})), RULES)
    report = list(TextReport(str, lambda path, revision: [text]).full(verdict.diagnostics))
    assert all("{message}" not in line for line in report)
