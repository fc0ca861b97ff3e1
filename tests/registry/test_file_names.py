"""The file of a paper is named, not searched for: no name leads out of the meeting's folder."""

import json

import pytest

from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree


def codes(name: str) -> list[tuple[str, str]]:
    text = (
        "id: g-2031-02-20\ngroup: g\nstatus: held\ndate: 2031-02-20\n"
        f"attachments:\n  - {{id: a, title: A, file: {json.dumps(name)}}}\n"
    )
    found = load(MemoryTree({"registry/meetings/g/2031-02-20.yaml": text})).diagnostics
    return [(item.code, item.message.format(**item.values)) for item in found if item.code != "VIS031"]


@pytest.mark.parametrize("name", ["a", "Tabell 1 (slutlig).xlsx", "dagordning-åäö.pdf", "a..b", "a."])
def test_a_plain_name_is_taken(name: str) -> None:
    assert codes(name) == []


@pytest.mark.parametrize(
    "name",
    ["../2030-11-19/a.pdf", "a/b.pdf", "/a.pdf", "..", ".", ".a", "a\\b.pdf", "a/", "a\\", " a", "a ", "", "a\tb"],
)
def test_what_is_not_a_plain_name_is_not(name: str) -> None:
    assert codes(name) == [("VIS048", f"`{name}` is not the name of a file")]
