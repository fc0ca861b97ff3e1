"""The list of assignments: whose they are, where they come back, how old they are, which are late."""

import datetime as dt
from collections.abc import Mapping

import pytest

from tests.meeting_papers import COUNTY
from tests.pdfs import assert_accessible
from vis_cli.documents.assignments import assignment_list
from vis_cli.documents.document import Document
from vis_cli.documents.finished import as_markdown, as_pdf
from vis_cli.documents.style import templates
from vis_cli.registry import Registry, load
from vis_cli.source.tree import MemoryTree

STYLE = templates({})
HELD_FILE = "registry/meetings/ledningsgruppen/2031-02-20.yaml"


def county(**replaced: str) -> Registry:
    files: Mapping[str, str] = {**COUNTY, **replaced}
    loaded = load(MemoryTree({path: words.encode() for path, words in files.items()}))
    assert not loaded.diagnostics
    return loaded.registry


REGISTRY = county()


def markdown(document: Document) -> str:
    return as_markdown(document, STYLE, None).replace("\u00a0", " ")


def test_open_assignments_with_owner_return_and_age() -> None:
    made = markdown(assignment_list(REGISTRY, dt.date(2031, 5, 1)))
    assert made.startswith("# Öppna uppdrag 1 maj 2031\n\nTvå öppna uppdrag den 1 maj 2031.\n")
    assert "## Åter till VIS ledningsgrupp" in made
    assert (
        "| Ta fram ett förslag till arbetssätt.<br>*VIS ledningsgrupp 20 februari 2031, punkt 3*<br>Uppskjutet 1 gång"
        " | Exempelregionen och Kommunförbundet i Exempellän"
        " | 18 september 2031<br>senast 6 maj 2031 | 70 dagar |"
    ) in made
    assert "| Räkna på kostnaden.<br>*VIS ledningsgrupp 20 februari 2031, punkt 3* | Cia Test | inte satt |" in made


def test_what_should_have_been_back_is_late() -> None:
    made = markdown(assignment_list(REGISTRY, dt.date(2031, 5, 7)))
    assert "Två öppna uppdrag den 7 maj 2031, varav ett är försenat." in made
    assert "| **Försenat**<br>18 september 2031<br>senast 6 maj 2031 |" in made
    words = COUNTY[HELD_FILE].replace("        due: 2031-05-06\n", "").partition("        reports:")
    held = county(**{HELD_FILE: words[0] + words[2].partition("      - id: uppdrag-underlag")[2].join(["", ""])})
    assert "Försenat" not in markdown(assignment_list(held, dt.date(2031, 5, 7)))


@pytest.mark.parametrize(
    ("owner", "group", "title", "count"),
    [
        ("cia-test", None, "Öppna uppdrag för Cia Test 1 maj 2031", 1),
        (None, "ledningsgruppen", "Öppna uppdrag åter till VIS ledningsgrupp 1 maj 2031", 2),
        ("exempelregionen", "ledningsgruppen", "för Exempelregionen åter till VIS ledningsgrupp 1 maj 2031", 1),
        ("exempelby-kommun", None, "Öppna uppdrag för Exempelby kommun 1 maj 2031", 0),
    ],
)
def test_the_list_is_kept_to_an_owner_or_a_body(owner: str | None, group: str | None, title: str, count: int) -> None:
    document = assignment_list(REGISTRY, dt.date(2031, 5, 1), owner=owner, group=group)
    made = markdown(document)
    assert title in made.splitlines()[0]
    assert made.count("*VIS ledningsgrupp 20 februari 2031") == count
    assert ("Inga öppna uppdrag" in made) == (count == 0)


def test_what_is_reported_back_is_only_in_the_whole_list() -> None:
    old = "          - outcome: postponed\n            meeting: ledningsgruppen-2031-05-20\n"
    words = COUNTY[HELD_FILE].replace(old, old.replace("postponed", "reported"))
    words = words.replace("            return_at: ledningsgruppen-2031-09-18\n", "")
    reported = county(**{HELD_FILE: words})
    assert "Ta fram" not in markdown(assignment_list(reported, dt.date(2031, 7, 1)))
    every = markdown(assignment_list(reported, dt.date(2031, 7, 1), every=True))
    assert every.startswith("# Uppdrag 1 juli 2031\n")
    assert (
        "Ta fram ett förslag till arbetssätt.<br>*VIS ledningsgrupp 20 februari 2031, punkt 3*<br>Återrapporterat |"
        in every
    )
    assert "Försenat" not in every


def test_what_was_given_later_is_not_yet_there() -> None:
    assert "Inga öppna uppdrag finns" in markdown(assignment_list(REGISTRY, dt.date(2031, 2, 19)))


def test_the_pdf_is_accessible_and_the_same_whenever_it_is_made() -> None:
    document = assignment_list(REGISTRY, dt.date(2031, 5, 1))
    made = [as_pdf(document, STYLE, None, today=day) for day in (dt.date(2031, 5, 1), dt.date(2032, 1, 1))]
    assert made[0] == made[1]
    assert_accessible(made[0], title="Öppna uppdrag 1\u00a0maj 2031", tables=True)
