"""Rows 15, 16, 18, 19 and 20 of reliability.md: data that looks like markup, a formula, an escape or a command.

Each encoder alone, with any text: `tests/documents/test_escaping.py`, `test_page.py`, `test_csv.py`, `test_pdf.py`; the
names of files in every report: `tests/cli/test_bad_files.py`. Here: one register full of such texts, through every
channel that the program has.
"""

import csv
import html
import html.parser
import io
import json
import re
from pathlib import Path

import icalendar
import pytest
from markdown_it import MarkdownIt

from tests.faults.bounds import AGENDA, MEETING, bounded, small
from tests.program import VIS_YAML, register, vis

SIGNS = (
    "{{ group.name }}{% include 'x' %}",
    "<script>alert(1)</script><img src=x onerror=alert(1)>",
    "[x](javascript:alert(1)) ![y](http://ont.example/y.png) <http://ont.example>",
    '# inte *en* _rubrik_ `kod` | cell | ~~~ $x$ @preview #let x = read("/etc/passwd") \\',
    "[/red][link=javascript:alert(1)]x[/link][bold]",
    '=HYPERLINK("http://ont.example","x")',
    "+46 8 1",
    "-1+1",
    "@SUM(1)",
    "＝1+1",
    "::error file=x::ont ##[error]ont %0A::set-output name=x::y",
    "{name} {0} %s %(x)s $(id) `id` ; rm -rf x",
    "BEGIN:VEVENT\\nX-ONT:1;a,b",
)


def hostile(root: Path) -> Path:
    """A register in which every text is one of those above."""
    groups = {
        f"registry/groups/grupp-{number}.yaml": (
            f"id: grupp-{number}\nname: {json.dumps(text, ensure_ascii=False)}\ntype: steering\nlevel: regional\n"
            f"status: active\nsubject: {json.dumps(text, ensure_ascii=False)}\n"
        )
        for number, text in enumerate(SIGNS)
    }
    meetings = {
        f"registry/meetings/grupp-{number}/2031-02-20.yaml": (
            f"id: grupp-{number}-2031-02-20\ngroup: grupp-{number}\nstatus: called\ndate: 2031-02-20\n"
            f"place: {json.dumps(text, ensure_ascii=False)}\nitems:\n  - id: a\n    type: information\n"
            f"    heading: {json.dumps(text, ensure_ascii=False)}\n"
        )
        for number, text in enumerate(SIGNS)
    }
    return register(root, {"registry/vis.yaml": VIS_YAML, **groups, **meetings})


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """It is only read."""
    return hostile(tmp_path_factory.mktemp("hostile"))


@pytest.mark.parametrize(
    "command",
    [
        ("list", "group"),
        ("group", "list"),
        ("meeting", "list"),
        ("show", "grupp-4"),
        ("meeting", "show", "grupp-5-2031-02-20"),
        ("show", SIGNS[4]),
        ("show", "[/red]"),
        ("check", "--gaps"),
        ("check", "[/red]"),
        ("explain", "[/red]"),
        ("list", "[/red]"),
        ("coverage",),
    ],
    ids=lambda command: " ".join(command)[:24],
)
def test_a_terminal_gets_the_text_and_nothing_acts(here: Path, command: tuple[str, ...]) -> None:
    done = bounded(*command, cwd=here, env={"TERM": "xterm-256color", "COLUMNS": "400"})
    assert all(sign == "\n" or sign.isprintable() for sign in done.out + done.err)
    if command == ("list", "group"):
        assert all(text in done.out for text in SIGNS)


def test_markdown_and_pages_say_the_text_and_nothing_else(here: Path, tmp_path: Path) -> None:
    for number, text in enumerate(SIGNS):
        name = f"grupp-{number}-2031-02-20"
        done = vis("meeting", "agenda", name, cwd=here)
        assert done.code == 0, done.err
        made = MarkdownIt("commonmark", {"html": True}).enable("table").parse(done.out)
        inside = [token for block in made for token in (block, *(block.children or ()))]
        assert not [token for token in inside if token.type in ("html_block", "html_inline", "image", "link_open")]
        words = "".join(token.content for token in inside if token.type in ("text", "code_inline", "text_special"))
        assert re.sub(r"\s", "", text) in re.sub(r"\s", "", words), done.out


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "rad <img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](data:text/html,x)",
        "[x](file:///etc/passwd)",
        "![x](https://ont.example/x.png)",
        "<!-- x -->",
    ],
)
def test_a_text_in_markdown_that_holds_what_acts_is_a_fault_and_no_document_is_made_of_it(
    tmp_path: Path, text: str
) -> None:
    meeting = f"{MEETING}    text: {json.dumps(text)}\n"
    register(tmp_path, {**small(), "registry/meetings/exempelgruppen/2031-02-20.yaml": meeting})
    done = bounded("check", "--format", "concise", "--select", "VIS160", cwd=tmp_path)
    assert (done.code, done.found) == (1, ["registry/meetings/exempelgruppen/2031-02-20.yaml:9:11 VIS160"])
    made = bounded(*AGENDA, cwd=tmp_path)
    assert (made.code, made.out) == (1, "")


class _Page(html.parser.HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.acting: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "img", "iframe", "object", "form", "link", "base"):
            self.acting.append(tag)
        self.acting += [f"{key}={value}" for key, value in attrs if key.startswith("on") or "script:" in (value or "")]

    def handle_data(self, data: str) -> None:
        self.text += data


def test_a_page_for_browsers_has_nothing_that_acts(here: Path, tmp_path: Path) -> None:
    out = tmp_path / "d.html"
    done = vis("digest", "--from", "2031-01-01", "--until", "2031-12-31", "-o", str(out), cwd=here)
    assert done.code == 0, done.err
    page = _Page()
    page.feed(out.read_text(encoding="utf-8"))
    assert page.acting == []
    assert "<script" not in out.read_text(encoding="utf-8")


def test_a_pdf_shows_the_text_as_it_is(here: Path, tmp_path: Path) -> None:
    from pypdf import PdfReader

    for number in (0, 1, 3, 4):
        out = tmp_path / f"{number}.pdf"
        done = vis("meeting", "agenda", f"grupp-{number}-2031-02-20", "-o", str(out), cwd=here)
        assert done.code == 0, done.err
        reader = PdfReader(out)
        words = re.sub(r"\s|-", "", "".join(page.extract_text() for page in reader.pages))
        assert re.sub(r"\s|-", "", SIGNS[number][:40]) in words
        links = [str(note.get_object()) for page in reader.pages for note in page.get("/Annots", ())]
        assert not [link for link in links if "javascript" in link or "/JS" in link]


def test_no_cell_of_any_table_is_a_formula(here: Path, tmp_path: Path) -> None:
    done = vis("export", "--format", "csv", "--output", str(tmp_path / "csv"), "--on", "2031-05-01", cwd=here)
    assert done.code == 0, done.err
    cells = []
    for file in (tmp_path / "csv").rglob("*.csv"):
        text = file.read_text(encoding="utf-8-sig")
        dialect = ";" if ";" in text.splitlines()[0] else ","
        cells += [cell for row in csv.reader(io.StringIO(text), delimiter=dialect) for cell in row]
    assert not [cell for cell in cells if cell[:1] in "=+-@＝＋－＠\t\r" and cell and not re.fullmatch(r"-?\d+", cell)]
    assert sum(cell == f"'{SIGNS[5]}" for cell in cells) >= 2


def test_a_calendar_has_one_event_for_each_meeting(here: Path, tmp_path: Path) -> None:
    done = vis("calendar", "-o", str(tmp_path / "a.ics"), cwd=here)
    assert done.code == 0, done.err
    found = icalendar.Calendar.from_ical((tmp_path / "a.ics").read_bytes())
    events = list(found.walk("VEVENT"))
    assert len(events) == len(SIGNS)
    assert not [event for event in events if "X-ONT" in event]


def test_programs_get_json_and_the_values_as_they_are(here: Path) -> None:
    found = json.loads(vis("export", "--on", "2031-05-01", cwd=here).out)
    assert all(json.dumps(text, ensure_ascii=False)[1:-1] in json.dumps(found, ensure_ascii=False) for text in SIGNS)


def test_no_report_for_a_forge_or_a_log_begins_a_command(tmp_path: Path) -> None:
    keys = "".join(f"? {json.dumps(text, ensure_ascii=False)}\n: x\n" for text in SIGNS)
    values = "".join(f"  - {json.dumps(text, ensure_ascii=False)}\n" for text in SIGNS)
    path = "registry/groups/x.yaml"
    register(
        tmp_path,
        {
            "registry/vis.yaml": VIS_YAML,
            path: f"id: x\nstatus: '::stop-commands::x'\n{keys}aliases: 1\nmembers:\n{values}",
        },
    )
    for form in ("text", "concise", "json", "github"):
        done = bounded("check", "--format", form, "--select", "VIS0", cwd=tmp_path)
        assert done.code == 1
        lines = [line.lstrip() for line in done.lines]
        if form == "github":
            assert all(line.startswith(f"::error file={path},line=") for line in lines)
            assert not any("\r" in line or re.search(r"(?<!%25)%0A::", line) for line in lines)
            assert all(line.count(" file=") == 1 or "%3A%3A" not in line.partition("::")[0] for line in lines)
        else:
            assert not [line for line in lines if line.startswith("::")]
        if form == "json":
            json.loads(done.out)


def test_in_actions_the_words_of_an_agenda_are_no_commands(here: Path) -> None:
    done = vis("meeting", "agenda", "grupp-10-2031-02-20", cwd=here, env={"GITHUB_ACTIONS": "true"})
    assert done.code == 0
    assert not [line for line in done.lines if line.lstrip().startswith("::")]
    assert AGENDA
