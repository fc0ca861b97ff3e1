"""The agenda and the minutes of the meeting of 19 February 2026: every fact is on the page, for everyone to read."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.pdfs import assert_accessible, text

ROOT = Path(__file__).parent.parent.parent
MEETING = "tjanstestyrgruppen-2026-02-19"


def vis(*arguments: str, **environment: str) -> bytes:
    run = [sys.executable, "-m", "vis_cli", "-C", str(ROOT), *arguments]
    return subprocess.run(run, capture_output=True, check=True, env={**os.environ, **environment}).stdout


@pytest.fixture(scope="module")
def minutes() -> str:
    return " ".join(vis("meeting", "minutes", MEETING).decode().replace("\u00a0", " ").split())


def test_the_minutes_begin_with_when_where_and_who(minutes: str) -> None:
    assert "VIS tjänstestyrgrupp: minnesanteckningar 19 februari 2026" in minutes
    assert "Torsdagen den 19 februari 2026, klockan 14.00–16.00" in minutes
    assert "Storsthlms lokal Brunnsviken" in minutes
    present = minutes.split("Närvarande från Region Stockholm")[1].split("Närvarande från kommunerna")[0]
    assert [name in present for name in ("Maria Ohlsson Andersson", "Christoffer Bernsköld", "Maria Andersson")] == (
        [True] * 3
    )
    assert "Peter Vesterholm, verksamhetschef, Storsthlm (ordförande)" in minutes
    absent = minutes.split("Frånvarande från Region Stockholm")[1]
    assert "Anders Ahlsson, hälso- och sjukvårdsdirektör" in absent
    assert "Anette Burman" in absent.split("Frånvarande från kommunerna")[1]
    for name in ("Tina Trygg", "Lisa Minell", "Rebecka Strandberg"):
        assert name in minutes.split("Närvarande från VIS processledning")[1].split("Närvarande från Storsthlm")[0]


def test_the_minutes_have_every_item_with_its_number(minutes: str) -> None:
    for heading in (
        "## 1. Välkommen och inledning",
        "## 2. Minnesanteckningar från föregående möte 17 november",
        "## 3. Statsbidrag God och nära vård",
        "## 4. Projekt - Nytt system för samverkansöverenskommelser",
        "## Beslut om statliga stimulansmedel för psykisk hälsa och suicidprevention",
        "## 5. Beslut att rekommendera VIS politiska styrgrupp att godkänna Rapport Vård i samverkan 2025",
        "## 6. Frågor vidare till VIS politiska styrgrupp",
        "## 7. Strategisk dialog",
        "## 8. Förslag på resa för Tjänstestyrgruppen - en första diskussion",
        "## 9. Övriga frågor",
        "## 10. Nästa möte",
    ):
        assert heading in minutes


def test_the_minutes_give_decisions_in_the_bodys_own_form(minutes: str) -> None:
    assert "VIS tjänstestyrgrupp beslutar att fördela de länsgemensamma stimulansmedlen enligt tabell 1" in minutes
    assert "18 000 000 kronor" in minutes
    assert "VIS tjänstestyrgrupp rekommenderar VIS politiska styrgrupp att godkänna" in minutes
    assert "VIS tjänstestyrgrupp beslutar att dessa frågor tas vidare till VIS politiska styrgrupp" in minutes
    assert minutes.count("**Beslut**") == 4
    assert minutes.count("**Uppdrag**") == 2


def test_the_minutes_lose_no_fact_of_the_discussion(minutes: str) -> None:
    facts = """mars 2025 | 230 miljoner | Dagens samhälle | 24 februari | 17 överenskommelser | 2026–2028
        | åtta delprojekt | delprojekt 1–6 | drygt 81 mnkr | NASP | nordost | 26 kommuner | 2024–2030 | nämnderna
        | Lifecare SP | elevhälsa | civilsamhäll | skolsociala team | 70–75 procent | hemtjänst | 2027
        | efter valet i september | Helsingfors | Malmö/Lund | Visby, Gotland | Köpenhamn | 18 maj"""
    missing = [fact.strip() for fact in facts.split("|") if fact.strip() not in minutes]
    assert missing == []
    for number, points in enumerate((4, 2, 4, 3, 4), 1):
        section = minutes.split(f"### Målområde {number}:")[1].split("###")[0].split("**")[0]
        assert section.count(" - ") == points


@pytest.mark.parametrize(
    ("document", "title"), [("agenda", "kallelse och dagordning"), ("minutes", "minnesanteckningar")]
)
def test_the_pdf_is_accessible_and_says_what_the_markdown_says(document: str, title: str, tmp_path: Path) -> None:
    target = tmp_path / "document.pdf"
    vis("meeting", document, MEETING, "-o", str(target))
    pdf = target.read_bytes()
    assert_accessible(
        pdf, title=f"VIS tjänstestyrgrupp: {title} 19 februari 2026".replace("19 f", "19\u00a0f"), tables=True
    )
    words = " ".join(text(pdf).split())
    assert "Peter Vesterholm" in words
    assert "vis 0.1.0" in words


def test_the_same_data_gives_the_same_bytes_whatever_the_machine_says(tmp_path: Path) -> None:
    made = []
    for number, settings in enumerate(
        (
            {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "VIS_LANG": "en"},
            {"TZ": "America/Anchorage", "LC_ALL": "C.UTF-8", "VIS_LANG": "sv", "SOURCE_DATE_EPOCH": "1"},
        )
    ):
        target = tmp_path / f"{number}.pdf"
        vis("meeting", "agenda", MEETING, "-o", str(target), **settings)
        made.append(target.read_bytes())
    assert made[0] == made[1]
