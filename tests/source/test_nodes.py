"""Places: where a route points in a text that a person has written."""

import pytest

from vis_cli.places import Route
from vis_cli.source.file import YamlFile, read

TEXT = """\
# The group of the example.
id: exempelgruppen
name: "Exempelgruppen: en grupp"   # quoted
aliases: [Gruppen, 'EG', {kort: E}]
members:
  # The chair comes first.
  - side: region
    role: chair

  - side: municipality   # and then the other
    person:
  -
mandate:
  purposes:
    agreements: |
      Första stycket.

      Andra stycket.

    questions: >-
      En fråga
      till.
remarks: []
reached: {on: 2031-03}
until:
"""


def file() -> YamlFile:
    made, found = read("registry/groups/exempelgruppen.yaml", TEXT.encode())
    assert made is not None, found
    return made


def pointed_at(route: Route, at_key: bool = False) -> str:
    """`line:column text` that a route points at."""
    made = file()
    span = made.span(route, at_key=at_key)
    assert span.path == made.path
    return f"{span.line}:{span.column} {made.text[span.start : span.end]}"


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("id",), "2:5 exempelgruppen"),
        (("name",), '3:7 "Exempelgruppen: en grupp"'),
        (("aliases",), "4:10 [Gruppen, 'EG', {kort: E}]"),
        (("aliases", 0), "4:11 Gruppen"),
        (("aliases", 1), "4:20 'EG'"),
        (("aliases", 2), "4:26 {kort: E}"),
        (("aliases", 2, "kort"), "4:33 E"),
        (("members",), "5:1 members"),
        (("members", 0), "7:5 side"),
        (("members", 0, "side"), "7:11 region"),
        (("members", 0, "role"), "8:11 chair"),
        (("members", 1), "10:5 side"),
        (("members", 1, "side"), "10:11 municipality"),
        (("members", 1, "person"), "11:5 person"),
        (("mandate",), "13:1 mandate"),
        (("mandate", "purposes", "agreements"), "15:17 |"),
        (("mandate", "purposes", "questions"), "20:16 >-"),
        (("remarks",), "23:10 []"),
        (("reached", "on"), "24:15 2031-03"),
        (("until",), "25:1 until"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_route_points_at_its_value_or_at_its_key_where_that_says_more(route: Route, expected: str) -> None:
    assert pointed_at(route) == expected


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("name",), "3:1 name"),
        (("members",), "5:1 members"),
        (("members", 1, "side"), "10:5 side"),
        (("aliases", 2, "kort"), "4:27 kort"),
        (("aliases", 0), "4:11 Gruppen"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_route_points_at_its_key_when_that_is_asked_for(route: Route, expected: str) -> None:
    assert pointed_at(route, at_key=True) == expected


@pytest.mark.parametrize(
    ("route", "expected"),
    [
        (("nope",), "2:1 id"),
        (("members", 0, "nope"), "7:5 side"),
        (("members", 7), "5:1 members"),
        (("members", "side"), "5:1 members"),
        (("members", -1), "5:1 members"),
        (("id", "deeper", 3), "2:5 exempelgruppen"),
        ((), "2:1 id"),
    ],
    ids=lambda value: ".".join(map(str, value)) if isinstance(value, tuple) else "",
)
def test_a_route_that_leads_nowhere_points_at_the_nearest_above(route: Route, expected: str) -> None:
    assert pointed_at(route) == expected


def test_the_text_of_a_block_ends_with_its_last_line() -> None:
    made = file()
    nodes = {node.start: node for node in made.root.scalars()}
    block = nodes[made.span(("mandate", "purposes", "agreements")).start]
    assert made.text[block.start : block.end] == "|\n      Första stycket.\n\n      Andra stycket."


def test_every_scalar_is_visited_in_the_order_of_the_text() -> None:
    starts = [node.start for node in file().root.scalars()]
    assert starts == sorted(starts)
    assert len(starts) > 30


def test_a_span_tells_line_and_column_in_characters_not_in_bytes() -> None:
    made, _ = read("x.yaml", "a: 😀å\nåäö: {😀: b}\n".encode())
    assert made is not None
    span = made.span(("åäö", "😀"))
    assert (str(span), made.text[span.start : span.end]) == ("x.yaml:2:10", "b")
