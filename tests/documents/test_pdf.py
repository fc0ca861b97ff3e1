"""PDFs: accessible, archivable, the same everywhere, and with clear words for what cannot be set."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests.documents.demo import ABOUT, demo_markdown
from tests.documents.test_escaping import NASTY
from tests.pdfs import assert_accessible, text
from vis_cli.documents.environment import render
from vis_cli.documents.escaping import plain
from vis_cli.documents.faults import DocumentFault, as_diagnostics
from vis_cli.documents.pdf import About, to_pdf
from vis_cli.documents.style import templates

STYLE = templates({})
PLAIN = About(title="Prov", day=date(2026, 2, 19), organisation="Exempelby kommun")

EVERYTHING = """\
# Allt på en gång

Text med *betoning*, **fetstil**, ***båda***, `kod`, [länk](https://example.se/a?b=c&d) och <exempel@example.se>.\\
Ny rad.

**Ingress**

3. tre
4. fyra
   1. underpunkt

      med ett stycke till
   2. underpunkt
5. fem

   > citat i en lista

- löst

- satt
  - djupt
    - djupare

1) ett
2) två

---

| Smal | Bredare kolumn med mycket text | Tal |
|---|:---:|---:|
| a | Lorem ipsum dolor sit amet, consectetur adipiscing elit | 1 |
| | `kod` och **fet** | 2<br>3 |

| Uppgift | Innehåll |
|---|---|
| **Tid** | nu |
| **Plats** | *här* |

| Bara |
|---|

> **Beslut**
>
> - att a
> - att b

> **Uppdrag**
> på nästa rad

> Citat

```
kod  med   mellanrum
```

    indragen kod

## Två

### Tre

#### Fyra

##### Fem

###### Sex
"""


def faults(markdown: str, about: About = PLAIN, style: Mapping[str, bytes] = STYLE) -> list[tuple[str, int, str]]:
    with pytest.raises(DocumentFault) as raised:
        to_pdf(markdown, about, style)
    name = raised.value.name
    return [(name, one.line, one.message.format(**one.values)) for one in raised.value.faults]


def test_minutes_are_accessible_and_archivable() -> None:
    pdf = to_pdf(demo_markdown(), ABOUT, STYLE)
    assert_accessible(pdf, title=ABOUT.title, tables=True)
    words = text(pdf)
    assert "Tjänstestyrgruppen beslutar att" in words
    assert "projektets sida" in words


def test_every_construct_is_accessible() -> None:
    pdf = to_pdf(EVERYTHING, PLAIN, STYLE)
    assert_accessible(pdf, title="Prov", tables=True)
    for words in ("underpunkt", "djupare", "kod  med   mellanrum", "på nästa rad", "att b"):
        assert words in text(pdf).replace("\u00a0", " ")


def test_a_long_table_and_a_long_cell_go_on_on_the_next_page() -> None:
    rows = "".join(f"| {n} | {'ord ' * (400 if n == 7 else 12)}|\n" for n in range(60))
    pdf = to_pdf(f"# Lång\n\n| Nr | Text |\n|---|---|\n{rows}", PLAIN, STYLE)
    assert_accessible(pdf, title="Prov", tables=True)
    assert text(pdf).count("ord") == 59 * 12 + 400


def test_a_document_without_logo_and_headings_is_accessible() -> None:
    style = {name: data for name, data in STYLE.items() if name != "logo.svg"}
    pdf = to_pdf("Bara text.", PLAIN, style)
    assert "Bara text." in text(pdf)


def test_the_same_document_is_the_same_bytes_anywhere(tmp_path: Path) -> None:
    script = (
        "import sys\n"
        "from tests.documents.demo import ABOUT, demo_markdown\n"
        "from vis_cli.documents.pdf import to_pdf\n"
        "from vis_cli.documents.style import templates\n"
        "sys.stdout.buffer.write(to_pdf(demo_markdown(), ABOUT, templates({})))\n"
    )
    root = str(Path(__file__).parents[2])
    elsewhere = tmp_path / "å b"
    elsewhere.mkdir()

    def made(cwd: Path, **environment: str) -> bytes:
        clean = {name: value for name, value in os.environ.items() if name not in ("SOURCE_DATE_EPOCH", "LC_ALL", "TZ")}
        env = {**clean, "PYTHONPATH": root, **environment}
        return subprocess.run([sys.executable, "-c", script], cwd=cwd, env=env, check=True, capture_output=True).stdout

    one = made(tmp_path, TZ="Pacific/Kiritimati", LC_ALL="C", PYTHONHASHSEED="1")
    other = made(elsewhere, TZ="America/Los_Angeles", LC_ALL="sv_SE.UTF-8", PYTHONHASHSEED="2", SOURCE_DATE_EPOCH="1")
    assert one.startswith(b"%PDF-")
    assert one == other


def test_text_reaches_the_page_as_it_is() -> None:
    rows = "".join(f"före {{{{ values[{i}] }}}} efter\n\n" for i in range(len(NASTY)))
    markdown = render({"t": f"# Prov\n\n{rows}"}, "t", {"values": NASTY})
    pdf = to_pdf(markdown, PLAIN, STYLE)
    assert_accessible(pdf, title="Prov")
    shown = text(pdf).split("\n")
    for value in NASTY:
        assert f"före {plain(value)} efter" in shown


def test_what_a_document_says_of_itself_is_text_too() -> None:
    title = 'A "#b" \\ $c$ ] exempel@example.se'
    about = replace(
        PLAIN, title=title, footer_line='#panic("x")', running_header="*[", organisation='"} #', subject="\\u{7}"
    )
    assert_accessible(to_pdf("# A", about, STYLE), title=title)


@pytest.mark.parametrize(
    ("character", "named"),
    [("🙂", "🙂 (U+1F642)"), ("漢", "漢 (U+6F22)"), ("\x07", "U+0007"), ("\ue000", "U+E000")],
)
def test_a_character_that_no_font_has_is_named_with_its_line(character: str, named: str) -> None:
    found = faults(f"# A\n\nText\n\n| a |\n|---|\n| b |\n| hej {character} |")
    assert found == [("", 8, f"no font here has the character {named}")]


def test_all_missing_characters_are_named_at_once() -> None:
    assert [line for _, line, _ in faults("# A 🙂\n\n- b\n- 漢 字")] == [1, 4, 4]


def test_a_missing_character_in_the_title_is_named() -> None:
    found = faults("# A", replace(PLAIN, footer_line="hej 🙂"))
    assert found == [("", 1, "no font here has the character 🙂 (U+1F642)")]


@pytest.mark.parametrize(
    ("markdown", "line", "message"),
    [
        ("# A\n\n![b](c.png)", 3, "an image"),
        ("# A\n\nb\nc <b>d", 4, "raw HTML: `<b>`"),
        ("# A\n\n<div>", 3, "raw HTML: `<div>`"),
        ("# A\n\n[b](file:///etc/passwd)", 3, "a link to `file:///etc/passwd`"),
        ("# A\n\n[](https://example.se)", 3, "a link without a text"),
        ("## A", 1, "the first heading is of level 2"),
        ("# A\n\n### B", 3, "a heading of level 3 follows level 1"),
        ("# A\n\n##", 3, "an empty heading"),
    ],
)
def test_what_a_document_cannot_hold_is_named_with_its_line(markdown: str, line: int, message: str) -> None:
    assert faults(markdown) == [("", line, message)]


def test_a_faulty_house_style_is_named_with_its_line() -> None:
    broken = faults("# A", style={**STYLE, "house.typ": b"\n#let house(\n"})
    assert broken == [("house.typ", 2, "not a house style: unclosed delimiter")]
    packaged = faults("# A", style={**STYLE, "house.typ": b'\n#import "@preview/cetz:0.3.4"\n'})
    assert packaged == [("house.typ", 2, "the house style imports a package")]
    incomplete = faults("# A", style={**STYLE, "house.typ": b"#let house(body) = body\n"})
    assert incomplete[0][0] == "house.typ"


@pytest.mark.parametrize("path", ["/etc/passwd", "../secret", "secret"])
def test_a_house_style_reads_nothing_but_itself(path: str, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("x")
    style = {**STYLE, "house.typ": STYLE["house.typ"] + f'\n#let x = read("{path}")\n'.encode()}
    assert faults("# A", style=style)[0][0] == "house.typ"


def test_faults_become_diagnostics() -> None:
    with pytest.raises(DocumentFault) as raised:
        to_pdf("# A\n\n🙂", PLAIN, STYLE)
    (found,) = as_diagnostics(raised.value, "out/agenda.md")
    assert (found.code, str(found.primary)) == ("VIS403", "out/agenda.md:3:1")


def test_a_repository_replaces_the_templates_it_has_of_its_own() -> None:
    mine = templates({"logo.svg": b"<svg/>", "own.md.j2": b"x"})
    assert mine["logo.svg"] == b"<svg/>"
    assert mine["own.md.j2"] == b"x"
    assert mine["house.typ"] == STYLE["house.typ"]
    assert "fonts/OFL.txt" in mine


@pytest.mark.slow
@pytest.mark.alone
def test_two_hundred_documents_take_less_than_five_seconds() -> None:
    template = "# Möte {{ n }}\n\n| Nr | Ärende |\n|---|---|\n" + "".join(
        f"| {i} | {{{{ title }}}} {i} av {{{{ n }}}} |\n" for i in range(20)
    )
    taken = []
    for n in range(60):
        start = time.process_time()
        markdown = render({"t": template}, "t", {"n": n, "title": "Föregående minnesanteckningar"})
        to_pdf(markdown, replace(PLAIN, title=f"Möte {n}", footer_line=f"Version {n}"), STYLE)
        taken.append(time.process_time() - start)
    assert 200 * sorted(taken)[15] < 5  # the faster ones: how busy the machine is must not matter
