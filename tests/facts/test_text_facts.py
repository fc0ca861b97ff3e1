"""What stands in texts: Markdown that cannot be shown, personal identity numbers, marked fields."""

import re

import pytest

from vis_cli.diagnostics.hidden import masked, personal_numbers
from vis_cli.facts.fields import marked, records_where
from vis_cli.facts.markdown import faults, has_headings, suspect
from vis_cli.model.group import Group
from vis_cli.model.values import Cites, IsMarkdown
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Se <b>här</b>", ["raw HTML: `<b>`", "raw HTML: `</b>`"]),
        ("<script>\nalert(1)\n</script>", ["raw HTML: `<script> alert(1) </script>`"]),
        ("<!-- dolt -->", ["raw HTML: `<!-- dolt -->`"]),
        ("![bild](https://exempel.se/a.png)", ["an image"]),
        ("[här](javascript:alert(1))", ["a link to `javascript:alert(1)`"]),
        ("[här](../fil.docx)", ["a link to `../fil.docx`"]),
        ("[här](//exempel.se)", ["a link to `//exempel.se`"]),
        ("text\n\n```\nkod", ["code that has no end"]),
        ("> ~~~\n> kod\n\ntext", ["code that has no end"]),
        ("<file:///c:/fil>", ["a link to `file:///c:/fil`"]),
        ("- **[inuti](data:text/html,x)**", ["a link to `data:text/html,x`"]),
        ("| a |\n|---|\n| <i> |", ["raw HTML: `<i>`"]),
    ],
)
def test_html_images_and_foreign_links_are_found(text: str, found: list[str]) -> None:
    assert [fault.message.format(**fault.values) for fault in faults(text)] == found
    assert suspect(text)


@pytest.mark.parametrize(
    "text",
    [
        "3 < 4 och 5 > 4, a<4",
        "[sidan](https://exempel.se) och <https://exempel.se> och [brev](MAILTO:exempel@exempel.se)",
        "`<b>` i kod",
        "```\n<b>\n```",
        "> ~~~\n> <b>\n> ~~~",
        r"\<b>",
        "[hakparentes] (utan länk)",
        "**fet**, *kursiv*\n\n- punkt\n\n> citat",
    ],
)
def test_plain_markdown_is_let_through(text: str) -> None:
    assert faults(text) == []


def test_an_escaped_bracket_does_not_hide_html_from_the_quick_look() -> None:
    assert suspect(r'text: "\x3cscript>"')


def test_headings_are_judged_by_their_level_and_the_level_above() -> None:
    text = "# Ett\n\ntext # inte\n\nTvå\n---\n\n#### Fyra\n\n- # I en lista\n"
    assert [(fault.line, fault.message.format(**fault.values), fault.heading) for fault in faults(text, shift=3)] == [
        (5, "a heading made by a line under it", True),
        (8, "a heading of level 4 follows level 2", True),
        (8, "a heading of level 4, where 3 is the deepest", True),
    ]
    assert has_headings(text)
    assert faults("Nummer #1, och ett streck\n\n---\n\n    # kod\n") == []


@pytest.mark.parametrize(
    "number",
    [
        *("121212-1212", "19121212-1212", "191212121212", "1212121212", "121212+1212", "701063-2391"),
        *("19121212 1212", "19121212\u00a01212", "20120229 2395"),
    ],
)
def test_personal_and_coordination_numbers_are_found_in_every_form(number: str) -> None:
    text = f"Ärendet gäller {number}."
    assert [text[start:end] for start, end in personal_numbers(text)] == [number]
    assert list(personal_numbers(f"pnr:{number}"))


@pytest.mark.parametrize(
    "text",
    [
        "121212-1213",  # wrong check digit
        "123112-1212",  # no such month
        "190229-0000",  # no such day in 2019 or 1919
        "232100-0016",  # an organisation
        "2031-02-20 14:00",
        "121212 1212",  # without a century it may be a telephone number
        "20121212 1451",  # a day and a time
        "1212121212121",
        "sha256:aa1212121212bb",
        "12121212-1212-4abc-9def-000000000000",
        "3.1212121212",
    ],
)
def test_other_numbers_are_not(text: str) -> None:
    assert list(personal_numbers(text)) == []


def test_a_masked_number_keeps_the_year_alone() -> None:
    assert masked("19121212-1212") == "1912****-****"
    assert masked("121212+1212") == "12****+****"


FILES = {
    "registry/groups/exempelgruppen.yaml": """\
id: exempelgruppen
name: Exempelgruppen
type: steering
level: regional
status: active
sources:
  - "prov:1"
mandate:
  sources:
    - "prov:2-3"
  purposes:
    dialogue: En *arena*
remarks:
  - text: Ett påpekande
""",
    "registry/groups/provgruppen.yaml": """\
id: provgruppen
name: Provgruppen
type: steering
level: regional
status: active
""",
}


def test_marked_fields_are_found_however_deep_they_lie() -> None:
    registry = load(MemoryTree(FILES)).registry
    group = registry.get(Group, "exempelgruppen")
    assert group is not None
    assert sorted(marked(group.entity, IsMarkdown)) == [
        (("mandate", "purposes", "dialogue"), "En *arena*"),
        (("remarks", 0, "text"), "Ett påpekande"),
    ]
    assert sorted(text for _, text in marked(group.entity, Cites)) == ["prov:1", "prov:2-3"]


def test_only_records_of_files_that_match_are_looked_at() -> None:
    registry = load(MemoryTree(FILES)).registry
    assert [record.id for record in records_where(registry, re.compile("arena").search)] == ["exempelgruppen"]
