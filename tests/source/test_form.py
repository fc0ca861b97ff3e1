"""The canonical form: one style, the same data, every comment where it belongs."""

import unicodedata
from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from yaml_texts import documents, plain_data

from vis_cli.places import Route
from vis_cli.source.comments import comments
from vis_cli.source.emit import emit
from vis_cli.source.form import canonical
from vis_cli.source.nodes import compose
from vis_cli.source.yaml import YamlFault, parse

TYPED = """\
---
# Exempelgruppen

# the id never changes
id:   'exempel'   # kebab-case
members:   # who
- person: "exempel-person-a"  # since the beginning,
                              # and still
  role:   chair


# came later
-   person: exempel-person-b
    days: [ mon,tue ,   "no"]
  # end of members
notes: >
     folded
     by hand

empty:
  # none yet
places: [room, # the small one
   # about the hall
   hall]   # in the house
time: 14:00
figure: 1.50
# end"""

FORM = """\
# Exempelgruppen

# the id never changes
id: exempel   # kebab-case
members:   # who
  - person: exempel-person-a  # since the beginning,
                              # and still
    role: chair

  # came later
  - person: exempel-person-b
    days: [mon, tue, 'no']
    # end of members
notes: >
  folded
  by hand

empty:
  # none yet
places:
  - room # the small one
  # about the hall
  - hall   # in the house
time: '14:00'
figure: 1.50
# end
"""


def test_a_text_typed_by_hand_is_brought_into_form() -> None:
    assert canonical(TYPED) == FORM
    assert canonical(FORM) == FORM


def test_line_ends_characters_and_blanks_are_mended() -> None:
    assert canonical("\r\na: o\u0308  \r\n\r\n\r\n\r\nb: 1\r\n\r\n") == "a: ö\n\nb: 1\n"


@pytest.mark.parametrize(
    ("typed", "form"),
    [
        ("a: yes\n", "a: 'yes'\n"),
        ('a: "x"\n', "a: x\n"),
        ("a: 010\n", "a: 10\n"),
        ("a: ~\nb: True\n", "a: null\nb: true\n"),
        ("a: one\n  two\n", "a: one two\n"),
        ("a:\n    b: 1\n    c:\n    - 2\n", "a:\n  b: 1\n  c:\n    - 2\n"),
        ("-   - 1\n    - 2\n", "- - 1\n  - 2\n"),
        ("? a\n: b\n", "a: b\n"),
        ("{a: 1,b: [c: 2]}\n", "{a: 1, b: [{c: 2}]}\n"),
        ("a: |4\n      x\n     y\n", "a: |2\n    x\n   y\n"),
        ("a: |\n    x\n\n\n    y", "a: |-\n  x\n\n\n  y\n"),
        ("a: |+\n x\n\n\n\nb: 1\n", "a: |+\n  x\n\n\n\nb: 1\n"),
        ("a: 1\n...\n# end\n", "a: 1\n# end\n"),
        ("a: [" + "exempel, " * 12 + "b]\n", "a:\n" + "  - exempel\n" * 12 + "  - b\n"),
        ("a: # c\n  b\n", "a: # c\n  b\n"),
        ("a: | # c\n  b\n", "a: | # c\n  b\n"),
        ("-\n  # c\n  a: 1\n", "-\n  # c\n  a: 1\n"),
        ("a: [ # c\n]\n", "a: [] # c\n"),
    ],
)
def test_one_way_to_write_each_thing(typed: str, form: str) -> None:
    assert canonical(typed) == form
    assert canonical(form) == form


def test_keys_are_put_in_order_with_their_comments() -> None:
    typed = "# the file\n\n# about b\nb: 1 # one\n\n# other\nx: 2\nid: a\n# noted later\n"
    assert canonical(typed, lambda route, names: ["id", "b"]) == (
        "# the file\n\nid: a\n# about b\nb: 1 # one\n\n# other\nx: 2\n# noted later\n"
    )


def test_the_order_depends_on_the_route() -> None:
    def order(route: Route, names: Sequence[str]) -> Sequence[str]:
        return ["b", "a"] if route == ("list", 1) else []

    typed = "list:\n  - a: 1\n    b: 2\n  - a: 1\n    # about b\n    b: 2\n"
    assert canonical(typed, order) == "list:\n  - a: 1\n    b: 2\n  -\n    # about b\n    b: 2\n    a: 1\n"


def test_what_cannot_be_read_is_left_to_the_caller() -> None:
    for text in ("a: [\n", "a: &x 1\n", "a: 1\na: 2\n", ""):
        with pytest.raises(YamlFault):
            canonical(text)


many = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))


def is_form(text: str, data: Any) -> None:
    form = canonical(text)
    have, faults = parse(form)
    assert not faults
    assert repr(have) == repr(data)
    assert canonical(form) == form
    assert words(form) == words(text)
    assert "\n\n\n" not in form or any("\n\n" in scalar.value for scalar in compose(form).scalars())
    assert not form.startswith("\n")


def words(text: str) -> Counter[str]:
    return Counter(comment.text for comment in comments(text, compose(text)))


@many
@given(st.data())
def test_any_text_has_one_form_with_the_same_data_and_comments(data: st.DataObject) -> None:
    text, plain = a_document(data)
    is_form(text, plain)


@many
@given(st.data(), st.permutations(["id", "name", "members", "from", "until", "role", "on", "a b"]))
def test_any_text_can_be_ordered(data: st.DataObject, names: list[str]) -> None:
    text, _ = a_document(data)
    form = canonical(text, lambda route, found: names[:6])
    assert canonical(form, lambda route, found: names[:6]) == form
    assert canonical(form) == form
    assert words(form) == words(text)


@many
@given(plain_data)
def test_what_is_emitted_is_in_form(data: Any) -> None:
    assume(data is not None)
    assert canonical(emit(data)) == unicodedata.normalize("NFC", emit(data))


def a_document(data: st.DataObject) -> tuple[str, Any]:
    try:
        return data.draw(documents())
    except (YamlFault, AssertionError):
        assume(False)
        raise
