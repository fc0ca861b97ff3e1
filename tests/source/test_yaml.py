"""Text to data: the YAML 1.2 core rules, nothing but data or a fault from any text, and the same as another reader."""

import math
import time
from typing import Any

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from ruamel.yaml import YAML
from ruamel.yaml.error import YAMLError

from vis_cli.diagnostics.github import as_github
from vis_cli.diagnostics.report import Report
from vis_cli.diagnostics.text import TextReport
from vis_cli.source.file import read
from vis_cli.source.yaml import MAX_DEPTH, MAX_VALUES, YamlFault, parse, resolve

NOTHING, TRUE, FALSE = None, True, False


@pytest.mark.parametrize(
    ("text", "value"),
    [
        *((text, NOTHING) for text in ("", "~", "null", "Null", "NULL")),
        *((text, TRUE) for text in ("true", "True", "TRUE")),
        *((text, FALSE) for text in ("false", "False", "FALSE")),
        *(("0", 0), ("010", 10), ("-07", -7), ("+12", 12), ("0o17", 15), ("0x1f", 31), ("0xFF", 255)),
        ("123456789012345678", 123_456_789_012_345_678),
        *((".5", 0.5), ("1.", 1.0), ("1.50", 1.5), ("1e3", 1000.0), ("-1.5E-3", -0.0015), ("+.5", 0.5)),
        *((".inf", math.inf), ("-.INF", -math.inf), ("+.Inf", math.inf), ("1e999", math.inf), ("-1e999", -math.inf)),
        # What YAML 1.1 and other readers take for something else is text.
        *((text, text) for text in ("no", "No", "NO", "yes", "on", "off", "y", "n", "nULL", "tRUE", "none", "nil")),
        *((text, text) for text in ("12:30", "1:2:3", "2031-02-19", "2031-02-19T12:00:00Z")),
        *((text, text) for text in ("1_000", "0b101", "0o8", "0xg", "1e", "e3", "1e1000", "-", "+", ".", "..", "--1")),
        *(
            (text, text)
            for text in ("-0x1f", "+0o7", "1.2.3", "046-123", "+46 8 123", "inf", "nan", "٣", "１", "=", "<<")
        ),
    ],
)
def test_a_plain_value_is_read_by_the_core_schema(text: str, value: object) -> None:
    found = resolve(text)
    assert (type(found), found) == (type(value), value)
    if text not in ("", "-"):  # a dash alone begins a list
        assert parse(f"a: {text}\n") == ({"a": value}, [])


def test_not_a_number_is_a_float() -> None:
    assert math.isnan(resolve(".nan"))


@pytest.mark.parametrize("digits", [18, 19, 300, 10_000])
def test_a_long_number_is_read_at_once_and_never_as_a_huge_one(digits: int) -> None:
    begun = time.monotonic()
    found = resolve("9" * digits)
    assert time.monotonic() - begun < 0.1
    assert isinstance(found, int if digits <= 18 else float)


@pytest.mark.parametrize("text", ["no", "~", "010", "true", "1.5", "", "12:30", ".nan"])
def test_what_is_quoted_is_text(text: str) -> None:
    quoted = f"a: '{text}'\nb: \"{text}\"\n'{text}': c\n"
    assert parse(quoted) == ({"a": text, "b": text, text: "c"}, [])


def test_keys_are_text_as_they_are_written() -> None:
    assert parse("1: a\nno: b\n010: c\n~: d\n1.50: e\n")[0] == {"1": "a", "no": "b", "010": "c", "~": "d", "1.50": "e"}


def test_values_of_every_style_are_read() -> None:
    text = """\
plain: a b
folded over lines: a
  b
  c
single: 'it''s'
double: "å \\u00e5 \\
  b"
literal: |
  a
   b

folded: >-
  a
  b

  c
kept: |+
  a

empty:
flow: [a, {b: c, d: }, "e", ]
list:
- a
-
- - b
  - c: d
    e: f
"""
    assert parse(text) == (
        {
            "plain": "a b",
            "folded over lines": "a b c",
            "single": "it's",
            "double": "å å b",
            "literal": "a\n b\n",
            "folded": "a b\nc",
            "kept": "a\n\n",
            "empty": None,
            "flow": ["a", {"b": "c", "d": None}, "e"],
            "list": ["a", None, ["b", {"c": "d", "e": "f"}]],
        },
        [],
    )


def test_all_faults_that_leave_the_text_readable_are_found() -> None:
    _, faults = parse("a: &x 1\nb: *x\nc: !t 2\na: 3\n<<: 4\n")
    assert [(fault.code, fault.start) for fault in faults] == [
        ("VIS011", 3),
        ("VIS012", 11),
        ("VIS013", 17),
        ("VIS010", 22),
        ("VIS014", 27),
    ]


def test_the_limits_are_where_they_are_said_to_be() -> None:
    assert parse("[" * MAX_DEPTH + "]" * MAX_DEPTH)[1] == []
    with pytest.raises(YamlFault, match="nested deeper"):
        parse("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1))
    assert len(parse("- x\n" * MAX_VALUES)[0]) == MAX_VALUES
    with pytest.raises(YamlFault, match="more than"):
        parse("- x\n" * (MAX_VALUES + 1))


FRAGMENTS = [
    *("a", "b", "1", "å", " ", "  ", "\n", "\n  ", "\n- ", "a: ", "- ", "? ", ": ", ":", "-", "?", "#", " # x", "\n\n"),
    *("[", "]", "{", "}", ",", "[a, ", "{a: ", "'", '"', "''", "\\", '"\\', "\\u202e", "\\x", "|", ">", "|+\n", ">-\n"),
    *("|9\n", "&", "&a ", "*", "*a", "!", "!! ", "!!str ", "!<x> ", "<<: ", "%", "%YAML 1.2\n", "%TAG ! x\n", "---"),
    *("\n---\n", "\n...\n", "...", "@", "`", "~", "null", "true", "0x1f", ".nan", "1e999", "12:30", "=", "\t", "\r"),
    *("\x85", "\u2028", "\ufeff", "\0", "\x1b", "\u202e", "a\u030a", "\U0001f600", "\ufffe", "\ue000"),
]
punctuated = st.lists(st.sampled_from(FRAGMENTS), max_size=60).map("".join)
anything = st.one_of(punctuated, st.text(max_size=200), st.text("-:?[]{},#&*!|>'\"%@` \na1", max_size=200))


@settings(max_examples=500, deadline=2000, suppress_health_check=[HealthCheck.too_slow])
@given(anything)
def test_any_text_gives_data_or_a_fault_within_two_seconds(text: str) -> None:
    try:
        data, faults = parse(text)
    except YamlFault as fault:
        assert fault.code.startswith("VIS0")
        assert 0 <= fault.start <= fault.end <= len(text) + 3
        fault.message.format(**fault.values)
        fault.help.format(**fault.values)
        return
    assert_plain(data)
    for fault in faults:
        assert 0 <= fault.start <= fault.end <= len(text)
        fault.message.format(**fault.values)


def assert_plain(data: Any) -> None:
    """Nothing but what YAML's core schema has."""
    assert type(data) in (dict, list, str, int, float, bool, type(None))
    if isinstance(data, dict):
        assert all(type(key) is str for key in data)
        for value in data.values():
            assert_plain(value)
    elif isinstance(data, list):
        for value in data:
            assert_plain(value)


words = st.sampled_from(
    [
        "a",
        "no",
        "~",
        "null",
        "true",
        "Exempelby",
        "två ord",
        "12",
        "-3",
        "0",
        "'q'",
        '"d"',
        "''",
        "a#b",
        "it's",
        "x-y",
        "",
    ]
)
documents = st.recursive(
    words.map(lambda word: [word]),
    lambda inner: st.one_of(
        st.lists(inner, min_size=1, max_size=4).map(
            lambda items: [f"- {t[0]}" if len(t) == 1 else nested("-", t) for t in items]
        ),
        st.dictionaries(st.sampled_from(["a", "b", "id", "namn", "'x y'"]), inner, min_size=1, max_size=4).map(
            lambda pairs: [f"{k}: {t[0]}" if len(t) == 1 else nested(f"{k}:", t) for k, t in pairs.items()]
        ),
        st.lists(words.filter(bool), max_size=4).map(lambda items: [f"[{', '.join(items)}]"]),
    ),
    max_leaves=12,
)


def nested(head: str, lines: list[str]) -> str:
    """A block below its key or dash."""
    return "\n".join([head, *(f"  {line}" for block in lines for line in block.split("\n"))])


@settings(max_examples=300, deadline=2000, suppress_health_check=[HealthCheck.too_slow])
@given(documents.map("\n".join))
def test_another_reader_of_yaml_1_2_finds_the_same_data(text: str) -> None:
    try:
        other = YAML(typ="safe", pure=True).load(text)
        ours, faults = parse(text)
    except (YAMLError, YamlFault, ValueError):
        assume(False)
        return
    assert faults == []
    assert ours == with_text_keys(other)


def with_text_keys(data: Any) -> Any:
    """The data of a reader that resolves keys too, where ours leaves them as they are written."""
    if isinstance(data, dict):
        return {key if isinstance(key, str) else str(key): with_text_keys(value) for key, value in data.items()}
    return [with_text_keys(item) for item in data] if isinstance(data, list) else data


@settings(max_examples=500, deadline=2000, suppress_health_check=[HealthCheck.too_slow])
@given(st.one_of(anything.map(lambda text: text.encode("utf-8", "surrogatepass")), st.binary(max_size=100)))
def test_any_bytes_give_a_file_with_places_or_faults_that_can_be_shown(data: bytes) -> None:
    file, found = read("registry/exempel.yaml", data)
    assert file is not None or any(item.severity == "error" for item in found)
    if file is not None:
        ends = [(node.start, node.end) for node in file.root.scalars()]
        assert all(0 <= start <= end <= len(file.text) for start, end in ends)
        assert str(file.span(())).startswith("registry/exempel.yaml:")
    lines = data.decode("utf-8", "replace").split("\n")
    report = "\n".join(TextReport(str, lambda path, revision: lines).full(found))
    assert all(character in "\n\xa0\u202f\u2009" or character.isprintable() for character in report)
    reported = Report(found, [str(index) for index in range(len(found))], str, lambda path, revision: lines)
    assert len(commands := list(as_github(reported))) == len(found)
    assert all(command.startswith("::") and "\n" not in command for command in commands)
