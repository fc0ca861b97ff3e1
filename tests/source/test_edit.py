"""Changes to a text: what is meant is changed, everything else stays as it was."""

import re
from copy import deepcopy
from functools import partial
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from yaml_texts import at, documents, routes, values

from vis_cli.errors import Failure
from vis_cli.source.comments import comments
from vis_cli.source.edit import EditError, add_key, append_item, apply_edits, insert_item, move_item, remove, set_value
from vis_cli.source.nodes import compose, find
from vis_cli.source.proof import prove
from vis_cli.source.yaml import YamlFault, parse

GROUP = """\
# Exempelgruppen

id: exempelgruppen
# who is in it
members:
  - person: exempel-person-a  # founder
    role: chair

  # came later
  - person: exempel-person-b
    role: member
  # end of members
purpose: |
  To meet.

  To talk.
until:
"""


def test_a_value_is_replaced_and_the_comment_beside_it_stays() -> None:
    assert set_value(GROUP, ("members", 0, "person"), "exempel-person-c") == GROUP.replace(
        "exempel-person-a", "exempel-person-c"
    )
    assert set_value("a: 1  # one\n", ("a",), "14:00") == "a: '14:00'  # one\n"
    assert set_value("a: | # why\n  x\n  y\nb: 2\n", ("a",), "x") == "a: x # why\nb: 2\n"


def test_a_key_without_a_value_is_given_one() -> None:
    assert set_value(GROUP, ("until",), "2026-02-19") == GROUP.replace("until:", "until: 2026-02-19")
    assert set_value("until:  # open\nid: a\n", ("until",), "2026") == "until: '2026'  # open\nid: a\n"
    assert set_value("-\n- b\n", (0,), "a") == "- a\n- b\n"


def test_a_scalar_becomes_a_list_or_a_map_and_back() -> None:
    assert set_value("a: 1  # one\nb: 2\n", ("a",), [1, {"b": 1, "c": 2}]) == (
        "a:  # one\n  - 1\n  - b: 1\n    c: 2\nb: 2\n"
    )
    assert set_value("a:  # one\n  # first\n  - 1\n  - 2\n# b\nb: 2\n", ("a",), "x") == "a: x  # one\n# b\nb: 2\n"
    assert set_value("- a: 1\n  b: 2 # two\n- c\n", (0,), "x") == "- x # two\n- c\n"
    assert set_value("- x # two\n- c\n", (0,), {"a": 1, "b": 2}) == "- a: 1 # two\n  b: 2\n- c\n"


def test_a_text_of_several_lines_is_written_as_a_block() -> None:
    assert set_value("a: 1  # one\nb: 2\n", ("a",), "x\ny") == "a: |-  # one\n  x\n  y\nb: 2\n"
    assert set_value(GROUP, ("purpose",), "To meet.\n") == GROUP.replace("\n\n  To talk.", "")


def test_an_item_comes_after_the_last_one_and_before_a_closing_comment() -> None:
    assert append_item(GROUP, ("members",), {"person": "exempel-person-c", "role": "member"}) == GROUP.replace(
        "  # end of members\n", "  - person: exempel-person-c\n    role: member\n  # end of members\n"
    )


def test_an_item_comes_before_the_comment_that_introduces_the_next() -> None:
    assert insert_item(GROUP, ("members",), 1, "x") == GROUP.replace("role: chair\n", "role: chair\n  - x\n")
    assert insert_item("a:\n  # one\n  - 1\n", ("a",), 0, 0) == "a:\n  - 0\n  # one\n  - 1\n"
    assert insert_item("- - b\n  - c\n", (0,), 0, "a") == "- - a\n  - b\n  - c\n"


@pytest.mark.parametrize("empty", ["[]", "", "null", "~", "[ ]"])
def test_an_empty_list_gets_its_first_item(empty: str) -> None:
    before = f"a: {empty}".rstrip() + "  # none\nb: 2\n"
    assert append_item(before, ("a",), "x") == "a:  # none\n  - x\nb: 2\n"


def test_a_list_in_brackets_stays_in_brackets_while_it_fits() -> None:
    assert append_item("a: [x, b] # two\n", ("a",), "no") == "a: [x, b, 'no'] # two\n"
    assert append_item("a: [x, c]\n", ("a",), {"b": 1}) == "a:\n  - x\n  - c\n  - b: 1\n"
    assert append_item("a: [x, # c\n  y,\n  ]\n", ("a",), "z") == "a: [x, # c\n  y, z,\n  ]\n"
    assert insert_item("a: {b: [x]}\n", ("a", "b"), 0, {"c": [1]}) == "a: {b: [{c: [1]}, x]}\n"


def test_a_block_text_at_the_end_keeps_its_end() -> None:
    assert append_item("- |\n  x\n\n# c\n", (), "b") == "- |\n  x\n- b\n\n# c\n"
    assert append_item("- |+\n  x\n\n- >-\n  y", (), "z") == "- |+\n  x\n\n- >-\n  y\n- z\n"
    assert append_item("- |\n  x", (), "b") == "- |-\n  x\n- b\n"


def test_a_key_is_put_in_its_place() -> None:
    order = ("id", "name", "members", "until")
    assert add_key(GROUP, (), "name", "Exempelgruppen", order=order) == GROUP.replace(
        "id: exempelgruppen\n", "id: exempelgruppen\nname: Exempelgruppen\n"
    )
    assert add_key(GROUP, ("members", 0), "from", "2022", after="person") == GROUP.replace(
        "founder\n", "founder\n    from: '2022'\n"
    )
    assert add_key("# about a\na: 1\n", (), "id", "x", order=["id"]) == "# about a\na: 1\nid: x\n"
    assert add_key("# the file\nname: a\n", (), "id", "x", order=order) == "# the file\nid: x\nname: a\n"
    assert add_key("- name: a\n", (0,), "id", "x", order=order) == "- id: x\n  name: a\n"
    assert add_key("a: {x: 1}\n", ("a",), "b", 2) == "a: {x: 1, b: 2}\n"
    assert add_key("a:\n", ("a",), "b", [2]) == "a:\n  b:\n    - 2\n"


def test_a_new_key_comes_after_what_is_noted_below_the_key_before() -> None:
    assert add_key("a:\n  - 1\n  # that is all\n# about b\nb: 2\n", (), "c", 3, after="a") == (
        "a:\n  - 1\n  # that is all\nc: 3\n# about b\nb: 2\n"
    )


def test_an_item_goes_with_the_comment_directly_above_it() -> None:
    assert remove(GROUP, ("members", 1)) == GROUP.replace(
        "\n  # came later\n  - person: exempel-person-b\n    role: member\n", "\n"
    )
    assert remove(GROUP, ("purpose",)) == GROUP.replace("purpose: |\n  To meet.\n\n  To talk.\n", "")
    assert remove("- a: 1 # one\n  # two\n  b: 2\n", (0, "a")) == "-\n  # two\n  b: 2\n"
    assert remove("- a: 1 # one\n  b: 2\n", (0, "a")) == "- b: 2\n"


def test_the_last_item_leaves_an_empty_list() -> None:
    assert remove("a: # why\n  # one\n  - 1\nb: 2\n", ("a", 0)) == "a: [] # why\nb: 2\n"
    assert remove("- - 1\n- 2\n", (0, 0)) == "- []\n- 2\n"
    assert remove("# head\n\n# a\na: 1\n# foot\n", ("a",)) == "# head\n\n{}\n# foot\n"


def test_an_item_moves_with_its_comments_and_nothing_else_does() -> None:
    first = "  # who is in it\n  - a: 1  # one\n    b: 2\n"
    second, third = "  - c\n", "  # three\n  - d: |\n      x\n"
    end = "  # end\ne: 5\n"
    text = f"f:\n{first}{second}{third}{end}"
    assert move_item(text, ("f",), 0, 2) == f"f:\n{second}{third}{first}{end}"
    assert move_item(text, ("f",), 2, 0) == f"f:\n{third}{first}{second}{end}"
    assert move_item(text, ("f",), 1, 1) == text
    assert move_item("a: [1, {b: 2}, 3]  # all\n", ("a",), 0, 2) == "a: [{b: 2}, 3, 1]  # all\n"
    assert move_item("- - a\n  - b  # two\n- c\n", (0,), 1, 0) == "- - b  # two\n  - a\n- c\n"
    for place in (-1, 3):
        with pytest.raises(KeyError):
            move_item(text, ("f",), 0, place)


def test_blank_lines_do_not_pile_up() -> None:
    assert remove("a: 1\n\nb: 2\n\nc: 3\n", ("b",)) == "a: 1\n\nc: 3\n"
    assert remove("a: 1\n\nb: 2\n", ("b",)) == "a: 1\n"
    assert remove("a: |+\n  x\n\nb: 2\n", ("b",)) == "a: |+\n  x\n\n"


@pytest.mark.parametrize(
    ("before", "index", "after"),
    [
        ("a: [x, y, z]\n", 1, "a: [x, z]\n"),
        ("a: [x, y, z]\n", 2, "a: [x, y]\n"),
        ("a: [x, y, z]\n", 0, "a: [y, z]\n"),
        ("a: [x,]\n", 0, "a: []\n"),
        ("a: [x, # c\n y]\n", 0, "a: [ # c\n y]\n"),
        ("a: [x, # c\n y]\n", 1, "a: [x, # c\n ]\n"),
        ("a: [\n  x\n  , z]\n", 0, "a: [\n  z]\n"),
        ("a: [\n  x, # c\n  # d\n  y, # e\n]\n", 1, "a: [\n  x, # c\n]\n"),
    ],
)
def test_an_item_in_brackets_goes_with_its_comma(before: str, index: int, after: str) -> None:
    assert remove(before, ("a", index)) == after


def test_changes_can_be_made_one_after_the_other() -> None:
    edits = [(set_value, ("a",), []), (append_item, ("a",), 1), (partial(add_key, after="a"), (), "b", 2)]
    assert apply_edits("a:\nc: 3", edits) == "a:\n  - 1\nb: 2\nc: 3\n"


def test_a_style_that_splices_do_not_know_is_brought_into_form_first() -> None:
    assert append_item("? a\n: [b: 1]\n", ("a",), 2) == "a: [{b: 1}, 2]\n"


def test_a_route_that_is_not_there_is_refused() -> None:
    for edit in (
        lambda: set_value("a: 1\n", ("b",), 1),
        lambda: remove("a: [1]\n", ("a", 1)),
        lambda: remove("a: [1]\n", ()),
        lambda: append_item("a: 1\n", ("a",), 1),
        lambda: insert_item("a: [1]\n", ("a",), 2, 1),
        lambda: add_key("a: 1\n", (), "a", 1),
        lambda: add_key("a: 1\n", (), "b", 1, after="c"),
    ):
        with pytest.raises(KeyError):
            edit()


def test_a_text_with_faults_and_a_value_that_may_not_stand_in_a_file_are_refused() -> None:
    with pytest.raises(YamlFault):
        set_value("a: &x 1\n", ("a",), 2)
    with pytest.raises(Failure, match="U\\+202E"):
        set_value("a: 1\n", ("a",), "\u202e")


def test_values_are_written_in_composed_characters() -> None:
    assert set_value("a: 1\n", ("a",), "o\u0308") == "a: ö\n"


def test_a_result_that_is_not_what_was_meant_never_comes_out() -> None:
    with pytest.raises(EditError):
        prove("a: 1\n", {"a": "1"}, [])
    with pytest.raises(EditError):
        prove("a: 1\n", {"a": 1}, comments("a: 1 # x\n", compose("a: 1 # x\n")))


# Any text, any change.

many = settings(max_examples=200, deadline=None, suppress_health_check=list(HealthCheck))


def words(text: str) -> list[str]:
    return [comment.text for comment in comments(text, compose(text))]


def is_part(few: list[str], all_lines: list[str]) -> bool:
    """Whether the lines are all there, in their order; blank lines aside."""
    rest = iter(all_lines)
    return all(line in rest for line in few if line.strip(" -"))


def touched(text: str, route: Any) -> tuple[int, int]:
    """The lines, counted from 0, from the key or the dash of a value to its end."""
    root = compose(text)
    key, node, _ = find(root, route)
    start = (key or node).start
    if key is None and route:
        _, owner, _ = find(root, route[:-1])
        start = max([owner.start, *(item.end for item in owner.items if item.end < node.start)])
    return text.count("\n", 0, start), text.count("\n", 0, node.end)


def check(text: str, result: str, want: Any, route: Any, *, above: bool = False) -> None:
    """The data is as wanted; outside the lines of `route` no comment is lost and no line is changed."""
    have, faults = parse(result)
    assert not faults
    assert repr(have) == repr(want)
    if re.search(r"^[ -]*\? ", text, re.MULTILINE) or repr(parse(text + "\n")) != repr(parse(text)):
        return  # a style, or a block text without a line end, that had to be changed first
    first, last = touched(text, route)
    lines = text.split("\n")
    while above and first and lines[first - 1].lstrip().startswith("#"):
        first -= 1
    while above and last + 1 < len(lines) and re.match(r" +#|\s*$", lines[last + 1]):
        last += 1
    others = [*lines[:first], *lines[last + 1 :]]
    if not text.endswith("\n"):
        others = others[:-1]
    if above:  # the next item may move up beside the dash
        others = [line.lstrip(" -") for line in others]
        assert is_part(others, [line.lstrip(" -") for line in result.split("\n")])
    else:
        assert is_part(others, result.split("\n"))
    inside = "\n".join(lines[first : last + 1])
    assert [comment for comment in words(text) if comment not in words(result) and comment not in inside] == []


def a_document(data: st.DataObject) -> tuple[str, Any]:
    try:
        return data.draw(documents())
    except (YamlFault, AssertionError):
        assume(False)
        raise


def a_route(data: st.DataObject, plain: Any, kind: Any = object) -> Any:
    found = routes(plain, kind)
    assume(found)
    return data.draw(st.sampled_from(found))


@many
@given(st.data(), values)
def test_any_value_can_be_set(data: st.DataObject, value: Any) -> None:
    text, plain = a_document(data)
    route = a_route(data, plain)
    assume(route or isinstance(value, (dict, list)))
    want = deepcopy(plain)
    if route:
        at(want, route[:-1])[route[-1]] = value
    else:
        want = value
    check(text, set_value(text, route, value), want, route, above=True)


@many
@given(st.data(), values)
def test_any_list_can_be_added_to(data: st.DataObject, value: Any) -> None:
    text, plain = a_document(data)
    route = a_route(data, plain, (list, type(None)))
    items = at(plain, route) or []
    index = data.draw(st.integers(0, len(items)))
    want = deepcopy(plain)
    if route:
        at(want, route[:-1])[route[-1]] = [*items[:index], value, *items[index:]]
    else:
        want = [*items[:index], value, *items[index:]]
    result = insert_item(text, route, index, value)
    check(text, result, want, route)
    assert set(words(text)) <= set(words(result))
    if index == len(items):
        assert append_item(text, route, value) == result


@many
@given(st.data(), values)
def test_any_map_can_be_added_to(data: st.DataObject, value: Any) -> None:
    text, plain = a_document(data)
    route = a_route(data, plain, (dict, type(None)))
    pairs = list((at(plain, route) or {}).items())
    index = data.draw(st.integers(0, len(pairs)))
    names = [name for name, _ in pairs]
    pairs.insert(index, ("new", value))
    want = deepcopy(plain)
    if route:
        at(want, route[:-1])[route[-1]] = dict(pairs)
    else:
        want = dict(pairs)
    result = add_key(text, route, "new", value, order=[name for name, _ in pairs])
    check(text, result, want, route)
    assert set(words(text)) <= set(words(result))
    if index:
        assert add_key(text, route, "new", value, after=names[index - 1]) == result


@many
@given(st.data())
def test_any_value_can_be_removed(data: st.DataObject) -> None:
    text, plain = a_document(data)
    route = a_route(data, plain)
    assume(route)
    want = deepcopy(plain)
    del at(want, route[:-1])[route[-1]]
    result = remove(text, route)
    sole = not at(want, route[:-1])
    check(text, result, want, route[:-1] if sole else route, above=True)


@many
@given(st.data())
def test_any_item_can_be_moved(data: st.DataObject) -> None:
    text, plain = a_document(data)
    route = a_route(data, plain, list)
    items = at(plain, route)
    assume(len(items) > 1)
    index, to = (data.draw(st.integers(0, len(items) - 1)) for _ in range(2))
    want = deepcopy(plain)
    held = at(want, route)
    held.insert(to, held.pop(index))
    result = move_item(text, route, index, to)
    assert repr(parse(result)[0]) == repr(want)
    assert sorted(words(text)) == sorted(words(result))
