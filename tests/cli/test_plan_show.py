"""The year of a fictional county: in the terminal, as data, as documents, and as a wheel to hang on the wall."""

import io
import json
import math
import re
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

import pikepdf
import pytest

from tests.pdfs import assert_accessible
from tests.program import register, vis
from tests.terminal import Terminal
from tests.years import COUNTY, GROUPS, ORGANISATIONS, PEOPLE, VIS, group, meetings

SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return register(tmp_path / "county", COUNTY, vis_yaml=None)


def shown(folder: Path, *options: str) -> str:
    done = vis("plan", "show", "2031", *options, cwd=folder)
    assert done.code == 0, done.err
    return done.out


def written(folder: Path, name: str, *options: str) -> bytes:
    file = folder.parent / name
    done = vis("plan", "show", "2031", "-o", file, *options, cwd=folder, env={"VIS_TODAY": "2030-12-01"})
    assert done.code == 0, done.err
    return file.read_bytes()


def data(folder: Path, *options: str) -> dict[str, list[dict[str, object]]]:
    found: dict[str, list[dict[str, object]]] = json.loads(shown(folder, "--json", *options))
    return found


def test_a_month_shows_what_is_on_each_day_and_where_it_goes_on(county: Path) -> None:
    february = shown(county).partition("February 2031\n")[2].partition("\n\n")[0]
    assert (
        february
        == """\
          Preparatory meeting: Förmöte med kommunerna (Äldres hälsa)
  Thu  6  Last day for the minutes: Tjänstestyrgruppen, the meeting Thu 23 January
  Wed 12  Meeting: Äldres hälsa
          goes on to Tjänstestyrgruppen Thu 27 February → Politiska styrgruppen Fri 14 March
  Thu 13  Last day for the notice: Tjänstestyrgruppen, the meeting Thu 27 February
  Tue 18  Meeting: Barn & ungas hälsa
          goes on to Tjänstestyrgruppen Thu 27 February → Politiska styrgruppen Fri 14 March
  Thu 20  Last day for the papers: Tjänstestyrgruppen, the meeting Thu 27 February
  Thu 27  Meeting: Tjänstestyrgruppen
          goes on to Politiska styrgruppen Fri 14 March
  Fri 28  Last day for the notice: Politiska styrgruppen, the meeting Fri 14 March"""
    )


def test_a_notice_that_would_be_due_on_a_sunday_is_due_on_the_friday(county: Path) -> None:
    # The meeting is on 12 February; ten days before is Sunday 2 February.
    meeting = next(item for item in data(county)["meetings"] if item["id"] == "aldre-2031-02-12")
    assert meeting["notice_by"] == "2031-01-31"


def test_what_leaves_a_meeting_too_late_for_the_papers_waits_for_the_next(county: Path) -> None:
    onward = {str(item["id"]): item["onward"] for item in data(county)["meetings"]}
    assert onward["tjanstemannen-2031-02-27"] == ["politikerna-2031-03-14"]
    # The politicians' papers for 5 June go out on 26 May, those of the officials for 24 June on 17 June.
    assert onward["tjanstemannen-2031-05-23"] == ["politikerna-2031-06-05"]
    assert onward["aldre-2031-06-20"] == ["tjanstemannen-2031-08-28", "politikerna-2031-09-25"]
    assert onward["barn-2031-12-09"] == []


def test_a_season_stays_a_season_and_is_in_no_month(county: Path) -> None:
    out = shown(county)
    assert "autumn 2031: To be taken up: Inventering av korttidsplatser (Äldres hälsa)" in out
    seasons = [item for item in data(county)["dates"] if item["when"] == "2031-23"]
    assert [(item["kind"], item["month"]) for item in seasons] == [("decision-point", None), ("review", None)]


def test_what_is_missing_is_said(county: Path) -> None:
    missing = shown(county).partition("What is missing\n")[2]
    assert (
        missing
        == """\
  - Elevhälsan: the follow-up should have been May 2030
  - “Ny uppdragsbeskrivning” is to be taken up by Äldres hälsa, and nobody has said when
  - no annual plan for 2031: Barn & ungas hälsa, Politiska styrgruppen, Tjänstestyrgruppen
"""
    )


def test_activities_stand_under_their_goal_areas_and_what_nothing_serves_is_seen(county: Path) -> None:
    areas = {item["goal_area"]: item["activities"] for item in data(county)["goal_areas"]}
    assert areas == {"malomrade-somlos": ["utbildning"], "malomrade-person": ["natverk"], "malomrade-jamlik": []}


def test_one_group_sees_its_own_year(county: Path) -> None:
    found = data(county, "--group", "Äldres hälsa")
    assert {item["group"] for item in found["meetings"]} == {"aldre"}
    assert {item["group"] for item in found["dates"]} == {"aldre"}
    assert [item["goal_area"] for item in found["goal_areas"]] == ["malomrade-somlos"]
    assert found["without_annual_plan"] == []


def test_no_line_is_longer_than_a_terminal_of_eighty_columns(county: Path) -> None:
    terminal = Terminal("plan", "show", "2031", cwd=county, env={"COLUMNS": "80"})
    assert terminal.end() == 0
    lines = terminal.screen.split("\n")
    assert "          goes on to Tjänstestyrgruppen Thu 27 February → Politiska styrgruppen" in lines
    assert max(map(len, lines)) <= 80


def test_the_document_has_everything_in_swedish(county: Path) -> None:
    text = written(county, "year.md").decode()
    assert text.startswith("# Sammanhållande årsplanering 2031\n")
    for line in (
        "29 möten i fyra organ, ett är flyttat, därutöver är ett inställt.",
        "| **Januari**<br>tors\N{NO-BREAK SPACE}9\N{NO-BREAK SPACE}jan | **Äldres hälsa** |",
        "| tors\N{NO-BREAK SPACE}27\N{NO-BREAK SPACE}feb | **Tjänstestyrgruppen**<br>14:00–16:00, Exempelhuset "
        "| Politiska styrgruppen 14\N{NO-BREAK SPACE}mar |",
        "inställt, för få anmälda",
        "flyttat från 19\N{NO-BREAK SPACE}jun",
        "| hösten 2031 | Inventering av korttidsplatser | Information | Äldres hälsa |  |",
        "| inte bestämt | Ny uppdragsbeskrivning | Beslut | Äldres hälsa |  |",
        "| 31 december | Trygg hemgång | Giltighetstiden löper ut | Äldres hälsa |",
        "| 1 oktober | Redovisning av stimulansmedlen | Medel | Äldres hälsa |",
        "- Hur långt före mötet kallelse och handlingar ska skickas är inte känt för ",
        "- Årsplan för 2031 saknas för Barn & ungas hälsa, Politiska styrgruppen och Tjänstestyrgruppen.",
        "- Elevhälsan: uppföljning skulle ha gjorts maj 2030.",
        "- Inga aktiviteter är kända för målområde 3.",
    ):
        assert line in text


def test_a_groups_plan_is_a_document_of_its_own(county: Path) -> None:
    text = written(county, "group.md", "--group", "aldre").decode()
    assert text.startswith("# Årsplan 2031: Äldres hälsa\n")
    assert "*Antagen årsplan · vis" in text
    assert "Planen antogs den 9\N{NO-BREAK SPACE}januari 2031." in text
    assert "| 19 mars | Revidering av riktlinjen för trygg hemgång | Beslut | Tjänstestyrgruppen |" in text
    assert "Barn & ungas" not in text


def test_the_pdf_is_accessible_and_begins_with_the_wheel_as_a_drawing(county: Path) -> None:
    pdf = written(county, "year.pdf")
    assert_accessible(pdf, title="Sammanhållande årsplanering 2031", tables=True)
    with pikepdf.open(io.BytesIO(pdf)) as opened:
        first, second = opened.pages[0], opened.pages[1]
        assert first.mediabox[2] > first.mediabox[3]
        assert second.mediabox[2] < second.mediabox[3]
        assert not first.get_images()  # no picture of dots: lines and letters
    assert pdf == written(county, "again.pdf")


def test_the_alternative_text_says_what_the_wheel_shows(county: Path) -> None:
    with pikepdf.open(io.BytesIO(written(county, "year.pdf"))) as opened:
        alts = [str(item.Alt) for item in opened.objects if isinstance(item, pikepdf.Dictionary) and "/Alt" in item]
    (alt,) = [text for text in alts if "årshjul" in text]
    assert alt.startswith("Sammanhållande årsplanering 2031, som årshjul. Ringarna visar Barn & ungas hälsa,")


def wheel(svg: bytes) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def test_the_wheel_alone_tells_what_it_is_to_whoever_cannot_see_it(county: Path) -> None:
    svg = written(county, "wheel.svg")
    root = wheel(svg)
    assert root.get("role") == "img"
    assert root.get("{http://www.w3.org/XML/1998/namespace}lang") or root.get("lang") == "sv"
    assert root.findtext(f"{SVG}title") == "Sammanhållande årsplanering 2031"
    described = root.findtext(f"{SVG}desc") or ""
    assert "Politiska styrgruppen: 14 mars, 5 juni, 25 september och 11 december." in described
    assert "3 juni, inställt" in described
    assert "24 juni, flyttat från 19 juni" in described
    assert "hösten 2031: Översyn: Elevhälsan" in described
    months = [item.text for item in root.iter(f"{SVG}textPath")]
    assert months[:12:11] == ["januari", "december"]
    assert "3  Inventering av korttidsplatser" in months  # along its arc
    assert "7  Uppföljning: Trygg hemgång" not in months  # a month is too short an arc for it
    assert svg == written(county, "again.svg")


def marks(root: ElementTree.Element) -> list[tuple[float, float, float]]:
    """The middle and the half width of every mark that stands on a day."""
    found = [(float(c.get("cx", 0)), float(c.get("cy", 0)), float(c.get("r", 0))) for c in root.iter(f"{SVG}circle")]
    for rect in root.iter(f"{SVG}rect"):
        if rect.get("rx") == "4":
            half = float(rect.get("width", 0)) / 2
            found.append((float(rect.get("x", 0)) + half, float(rect.get("y", 0)) + half, half))
    return found


def many(bodies: int, each: int) -> dict[str, str]:
    """A county of so many bodies with so many meetings each, only three days apart."""
    files = {"registry/vis.yaml": VIS, "registry/organisations.yaml": ORGANISATIONS, "registry/people.yaml": PEOPLE}
    for number in range(bodies):
        id = f"grupp-{number}"
        files[f"registry/groups/{id}.yaml"] = group(id, f"Samrådsgruppen nummer {number}", id, "consultation")
        days = [f"{1 + 3 * n // 28:02}-{1 + 3 * n % 28:02}" for n in range(each)]
        files |= meetings(id, days)
    return files


@pytest.mark.parametrize(("bodies", "each"), [(1, 40), (4, 10), (8, 12), (12, 8)])
def test_no_mark_stands_on_another_however_many_there_are(tmp_path: Path, bodies: int, each: int) -> None:
    folder = register(tmp_path / "many", many(bodies, each), vis_yaml=None)
    found = marks(wheel(written(folder, "wheel.svg")))
    assert len(found) == bodies * each
    for (a, b, r), (c, d, s) in combinations(found, 2):
        assert math.hypot(a - c, b - d) >= r + s


def test_the_list_beside_the_wheel_stays_on_the_sheet(tmp_path: Path) -> None:
    folder = register(tmp_path / "many", many(12, 12), vis_yaml=None)
    root = wheel(written(folder, "wheel.svg"))
    height = float((root.get("viewBox") or "").split()[3])
    lines = [item for item in root.findall(f"{SVG}text") if item.get("x")]
    assert lines
    assert all(float(item.get("y", 0)) < height for item in lines)


def luminance(colour: str) -> float:
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    r, g, b = (c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_every_text_of_the_wheel_can_be_read_on_what_it_stands_on(tmp_path: Path) -> None:
    folder = register(tmp_path / "many", many(8, 2) | GROUPS, vis_yaml=None)
    svg = written(folder, "wheel.svg").decode()
    inks = set(re.findall(r'<text[^>]* fill="(#[0-9a-f]{6})"', svg)) - {"#ffffff"}
    assert len(inks) > 8
    for ink in inks:
        for ground in ("#ffffff", "#f1f5f6"):
            assert contrast(ink, ground) >= 4.5
    for fill in set(re.findall(r'<circle[^>]* fill="(#[0-9a-f]{6})"', svg)) - {"#ffffff"}:
        assert contrast("#ffffff", fill) >= 4.5


def test_a_year_of_which_nothing_is_known_is_a_document_too(tmp_path: Path) -> None:
    folder = register(tmp_path / "empty")
    assert "Inga möten är satta." in written(folder, "year.md").decode()
    assert_accessible(written(folder, "year.pdf"), title="Sammanhållande årsplanering 2031")


@pytest.mark.parametrize("name", ["year.docx", "year"])
def test_a_format_that_there_is_not_is_refused(county: Path, name: str) -> None:
    done = vis("plan", "show", "2031", "-o", county.parent / name, cwd=county)
    assert done.code == 2
    assert ".md, .pdf or .svg" in done.err


def test_a_year_with_a_fault_in_its_data_is_not_printed(county: Path) -> None:
    path = county / "registry/plans/aldre/2031.yaml"
    path.write_text(path.read_text().replace("about: [trygg]", "about: [tryggg]"))
    done = vis("plan", "show", "2031", "-o", county.parent / "year.md", cwd=county)
    assert done.code == 1
    assert "VIS201" in done.err
