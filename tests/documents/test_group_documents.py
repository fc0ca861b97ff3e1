"""The documents of groups: mandate, transition record, organisation chart, inventory."""

import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from tests import pdfs
from tests.old_and_new import county
from tests.program import register, vis

TODAY = {"VIS_TODAY": "2031-09-15"}
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county."""
    return register(tmp_path / "register", county(), vis_yaml=None)


def made(*arguments: str, cwd: Path) -> str:
    """What a command prints, as it is on a day in September."""
    done = vis(*arguments, cwd=cwd, env=TODAY)
    assert done.code == 0, done.err
    return done.out.replace("\N{NO-BREAK SPACE}", " ")


def pdf(*arguments: str, cwd: Path) -> bytes:
    """The file that a command writes."""
    file = cwd.parent / "out.pdf"
    made(*arguments, "-o", str(file), cwd=cwd)
    return file.read_bytes()


def test_the_mandate_document_says_what_is_there_and_what_is_missing(here: Path) -> None:
    text = made("group", "mandate", "äldre", cwd=here)
    for line in (
        "# Uppdragsbeskrivning: Äldre",
        "| **Rapporterar till** | Tjänstestyrgruppen |",
        "| **Läge** | Etablerad sedan 1 mars 2031 |",
        "| **Beslutad** | 20 februari 2031 |",
        "Lyfta **frågor** om äldre.",
        "| Gamla forumet | Samverkan om fallskador | Överlämnat 1 april 2031 |",
        "| Gamla forumet | Samverkan om familjer | Inte överlämnat än; delas med Samrådsgruppen för barn |",
        "*Ingen överenskommelse är känd som gruppen förvaltar.*",
        "| Ordförande (nod) | Regionen | Bo Exempel | – | Beslutar för regionen |",
        "- Södra länet: har ingen plats",
        "| RPO äldres hälsa | Personkoppling | Ann Exempel | – | fallskador |",
        "- Äldrebrevet, fyra per år",
        "### Demens: mot Samrådsgruppen för barn",
        "- Uppdragsbeskrivning: villkoret är uppfyllt",
        "- **Gruppen själv:** koppling till delregional och lokal nivå; "
        "hur behov hos personer med funktionsnedsättning tas med",
    ):
        assert line in text.splitlines(), line
    assert text.splitlines()[-1].startswith("*Uppdragsbeskrivning 1, beslutad 20 februari 2031 · vis ")


def test_a_group_without_a_mandate_gets_a_draft_that_says_so(here: Path) -> None:
    text = made("group", "mandate", "barn", cwd=here)
    assert (
        "Villkoren för en etablerad samrådsgrupp är inte uppfyllda för: "
        "uppdragsbeskrivning, representation samt ordförandeskap och processledning." in text
    )
    assert text.count("*Inte formulerat.*") == 4
    assert text.splitlines()[-1].startswith("*Utkast till uppdragsbeskrivning · vis ")


def test_the_transition_record_of_one_and_of_all(here: Path) -> None:
    one = made("group", "transition", "gamla", "-o", "-", cwd=here)
    assert (
        "| Samverkan om fallskador | Samrådsgruppen för äldre (etablerad) | Överlämnat | 1 april 2031 |"
        in one.splitlines()
    )
    assert "Ansvarsområden: fyra. Överlämnade: ett. Utan utsedd mottagare: ett." in one.splitlines()
    assert "**Gruppen fortsätter: 2 av 4 ansvarsområden saknar en etablerad mottagare.**" in one
    every = made("group", "transition", "-o", "-", cwd=here)
    assert "| Samrådsgruppen för barn (under etablering) | Minst 5 | 1 | 2 | 1 | 1 | – |" in every.splitlines()
    assert (
        "Talen kan växa: 1 ansvarsområde har ännu ingen mottagare och "
        "det är inte känt vad Tysta forumet ansvarar för." in every
    )


def test_the_chart_is_readable_without_seeing_it(here: Path) -> None:
    root = ET.fromstring(made("group", "chart", "--format", "svg", cwd=here))
    assert root.attrib["role"] == "graphics-document document"
    assert [root[0].tag, root[1].tag] == [f"{SVG}title", f"{SVG}desc"]
    assert root[0].text == "Organisationsschema 15 september 2031"
    boxes = [one.attrib["aria-label"] for one in root.iter(f"{SVG}g") if "aria-label" in one.attrib]
    assert boxes == [
        "Politiska styrgruppen: verksam.",
        "Tjänstestyrgruppen: verksam, rapporterar till Politiska styrgruppen.",
        "Barn & <unga>: under etablering, rapporterar till Tjänstestyrgruppen.",
        "Samrådsgruppen för det digitala: beslutad, rapporterar till Tjänstestyrgruppen.",
        "Äldre: etablerad, rapporterar till Tjänstestyrgruppen.",
        "Gamla forumet: verksam, rapporterar till Tjänstestyrgruppen, går över till Äldre och Barn & <unga>.",
        "Tysta forumet: avstannad.",
    ]
    assert str(root[1].text).split() == " ".join(boxes).split()
    words = [one.text for one in root.iter(f"{SVG}text")]
    assert "Under etablering · samrådsgrupp" in words  # the status in words, not by its sign alone
    assert "Ingen mottagare är utsedd" in words


def test_no_box_of_the_chart_is_over_another(here: Path) -> None:
    _assert_apart(here)


def test_nor_in_a_large_county_with_forums_below_forums(here: Path) -> None:
    files = {}
    for number in range(24):
        above = f"grupp-{number - 1}" if number % 3 else "tjanstegruppen"
        kind = "forum" if number % 2 else "working"
        text = f"id: grupp-{number}\nname: Gruppen med det mycket långa namnet nummer {number} i hela Exempellän\n"
        text += f"type: {kind}\nlevel: regional\nstatus: active\nuntil: 2039-12-31\nreports_to: {above}\n"
        files[f"registry/groups/grupp-{number}.yaml"] = text
    register(here, files, vis_yaml=None)
    _assert_apart(here)


def _assert_apart(here: Path) -> None:
    root = ET.fromstring(made("group", "chart", "--format", "svg", cwd=here))
    found = [one.attrib for one in root.iter(f"{SVG}rect")][1:]
    boxes = [tuple(float(box[key]) for key in ("x", "y", "width", "height")) for box in found]
    left, _, width, height = map(float, root.attrib["viewBox"].split())
    for number, (x, y, w, h) in enumerate(boxes):
        assert left <= x and x + w <= left + width and y + h <= height
        for a, b, c, d in boxes[number + 1 :]:
            assert x + w <= a or a + c <= x or y + h <= b or b + d <= y


def test_the_chart_as_mermaid_escapes_names(here: Path) -> None:
    lines = made("group", "chart", "--format", "mermaid", cwd=here).splitlines()
    assert lines[0] == "flowchart TD"
    assert '  g_barngruppen["Barn #amp; #lt;unga#gt;<br/>under etablering"]:::establishing' in lines
    assert "  g_tjanstegruppen --- g_barngruppen" in lines
    assert "  g_gamla_forumet -. går över till .-> g_barngruppen" in lines


def test_the_page_of_the_chart_lists_the_same(here: Path) -> None:
    lines = made("group", "chart", cwd=here).splitlines()
    assert "  - **Tjänstestyrgruppen**: styrgrupp, verksam" in lines
    assert "    - **Samrådsgruppen för äldre**: samrådsgrupp, etablerad" in lines
    assert (
        "| Gamla forumet | Verksam | Samrådsgruppen för äldre (etablerad) och "
        "Samrådsgruppen för barn (under etablering) |" in lines
    )


@pytest.mark.parametrize(
    ("arguments", "title", "tables"),
    [
        (("group", "mandate", "äldre"), "Uppdragsbeskrivning: Äldre", True),
        (("group", "transition"), "Övergång till samrådsgrupper", True),
        (("group", "chart"), "Organisationsschema 15\N{NO-BREAK SPACE}september 2031", True),
        (("report", "inventory"), "Kartläggning av grupper", True),
    ],
)
def test_each_is_a_pdf_for_everyone(here: Path, arguments: tuple[str, ...], title: str, tables: bool) -> None:
    pdfs.assert_accessible(pdf(*arguments, cwd=here), title=title, tables=tables)


def test_the_inventory_has_ten_facts_of_every_group(here: Path) -> None:
    text = made("report", "inventory", cwd=here)
    lines = text.splitlines()
    assert "| Gamla forumet | 5 av 10 | uppdrag (Ej uppdaterat) | sekretariat, " in text
    assert "| Tysta forumet | 0 av 10 | – | alla tio | inte känt |" in lines
    assert "**Uppdrag.** *Saknas: Ej uppdaterat.*" in lines
    assert "**Kommunikation.** Äldrebrevet" in lines
    own = made("report", "inventory", "äldre", cwd=here)
    assert own.startswith("# Kartläggning: Äldre\n")
    assert "Senaste kända möte: 10 augusti 2031" in own


def test_what_cannot_be_written_is_refused(here: Path) -> None:
    done = vis("group", "chart", "-o", "schema.png", cwd=here, env=TODAY)
    assert (done.code, "`schema.png` is no format of the chart" in done.err) == (2, True)
    done = vis("group", "transition", "--json", "-o", "a.md", cwd=here, env=TODAY)
    assert done.code == 2


def test_what_is_lacking_is_told_whatever_is_wrong_and_that_is_said(here: Path) -> None:
    path = here / "registry/groups/aldregruppen.yaml"
    path.write_text(path.read_text().replace("    transition: Ge vård nära.\n", ""), encoding="utf-8")
    for arguments in (("report", "inventory"), ("group", "transition", "-o", "-")):
        done = vis(*arguments, cwd=here, env=TODAY)
        assert (done.code, done.out[:2]) == (0, "# ")
        assert "files with faults, which the report may be wrong by: 1" in done.err
    done = vis("group", "mandate", "äldre", cwd=here, env=TODAY)
    assert (done.code, done.out) == (1, "")
    assert "VIS113" in done.err
