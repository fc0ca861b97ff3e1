"""Any text comes out as itself, wherever in a document it is put."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it.tree import SyntaxTreeNode as Node

from vis_cli.documents import markdown
from vis_cli.documents.environment import render
from vis_cli.documents.escaping import escape, plain

NASTY = [
    "#",
    "# rubrik",
    "C#",
    "C #",
    "$x$",
    "]",
    "[a](b)",
    "![a](b)",
    "[a]: http://example.se",
    "exempel@example.se",
    "<exempel@example.se>",
    "{{ x }}",
    "{% x %}",
    "*",
    "**a**",
    "_a_",
    "a_b_c",
    "<b>",
    "<!-- x -->",
    "&amp;",
    "&#35;",
    "R&D",
    "a | b",
    "\\",
    "\\|",
    "a\\",
    "`kod`",
    "```",
    "~~~",
    "~~a~~",
    "- a",
    "-",
    "---",
    "+46 8 123",
    "+",
    "=",
    "===",
    "> a",
    "1. a",
    "1.",
    "2026.",
    "12) a",
    "19 februari",
    "Hej!",
    "a  b\nc\td",
    "\u00a0a",
    "http://example.se/a_b_c",
    '"a"',
    "'a'",
    "→ é å ä ö – …",
]

PLACES = {
    "paragraph": "{{ x }}",
    "middle": "före {{ x }} efter",
    "second line": "före\n{{ x }}",
    "heading": "# {{ x }}",
    "list item": "- {{ x }}",
    "ordered list item": "1. {{ x }}",
    "quotation": "> {{ x }}",
    "bold": "**före {{ x }} efter**",
    "cell": "| a | b |\n|---|---|\n| {{ x }} | c |",
    "tight cell": "| a | b |\n|---|---|\n|{{ x }}|c|",
}

NOT_TEXT = ("html_inline", "html_block", "link", "image", "code_inline", "fence", "code_block", "em", "hr", "s")


def read(text: str) -> str:
    """The text that a reader sees."""
    words = []
    for part in list(Node(markdown.parse(text)).walk())[1:]:
        assert part.type not in NOT_TEXT
        words.append({"text": part.content if part.type == "text" else "", "softbreak": "\n"}.get(part.type, ""))
    return "".join(words)


def seen(place: str, value: str) -> str:
    return read(render({"t": PLACES[place]}, "t", {"x": value}))


def expected(place: str, value: str) -> str:
    text = plain(value).strip()
    return {"middle": f"före {plain(value)} efter", "bold": f"före {plain(value)} efter"}.get(place, text)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("value", NASTY)
def test_text_that_looks_like_markdown_is_text(place: str, value: str) -> None:
    found = seen(place, value)
    if place == "second line":
        assert found == f"före\n{plain(value).strip(' ')}"
    elif "cell" in place:
        assert found == f"ab{expected(place, value)}c"
    else:
        assert found == expected(place, value)


signs = st.text(alphabet="#*_[]()<>!|`~-+=.:&;\\ \n\t1aå\"'{}$@/%^,?", min_size=1, max_size=20)
letters = st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=40)


@given(st.sampled_from(sorted(PLACES)), signs | letters)
@example("paragraph", "1" * 9 + ".")
def test_any_text_is_text_anywhere(place: str, value: str) -> None:
    found = seen(place, value)
    assert expected(place, value).strip() in found
    assert escape(value).count("\n") == 0


@given(signs | letters)
def test_text_does_not_change_what_stands_around_it(value: str) -> None:
    types = [token.type for token in markdown.parse(f"## {escape('a' + value)}\n\n- {escape('b' + value)}\n\nslut")]
    assert types == [token.type for token in markdown.parse("## a\n\n- b\n\nslut")]
