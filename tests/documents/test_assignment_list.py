"""The list of assignments: whose they are, where they come back, how old they are, which are late."""

import datetime as dt
from collections.abc import Mapping

from tests.meeting_papers import COUNTY
from tests.pdfs import assert_accessible
from vis_cli.documents.assignments import assignment_list
from vis_cli.documents.document import Document
from vis_cli.documents.finished import as_markdown, as_pdf
from vis_cli.documents.style import templates
from vis_cli.facts.assignments import tasks
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


def made_on(day: dt.date, registry: Registry = REGISTRY, *, every: bool = False) -> str:
    found = [task for task in tasks(registry, day) if every or task.state == "open"]
    return markdown(assignment_list(registry, found, day, every=every))


def markdown(document: Document) -> str:
    return as_markdown(document, STYLE, None).replace("\u00a0", " ")


def test_open_assignments_with_owner_return_and_age() -> None:
    made = made_on(dt.date(2031, 5, 1))
    assert made.startswith("# Öppna uppdrag 1 maj 2031\n\nTvå öppna uppdrag den 1 maj 2031.\n")
    assert "## Åter till VIS ledningsgrupp" in made
    assert (
        "| Ta fram ett förslag till arbetssätt.<br>*VIS ledningsgrupp 20 februari 2031, punkt 3*"
        " | Exempelregionen och Kommunförbundet i Exempellän | 27 maj 2031<br>Senast 6 maj 2031 | 70 dagar |"
    ) in made
    assert "*VIS ledningsgrupp 20 februari 2031, punkt 3* | Cia Test | Nästa möte, 27 maj 2031 | 70 dagar |" in made


def test_what_should_have_been_back_is_late_until_it_is_postponed() -> None:
    made = made_on(dt.date(2031, 5, 7))
    assert "Två öppna uppdrag den 7 maj 2031, varav ett är försenat." in made
    assert "| **Försenat**<br>27 maj 2031<br>Senast 6 maj 2031 |" in made
    later = made_on(dt.date(2031, 6, 1))
    assert "Försenat" not in later
    assert "punkt 3*<br>Uppskjutet en gång | Exempelregionen och Kommunförbundet i Exempellän | 18 september" in later


def test_the_list_says_whose_it_is() -> None:
    day = dt.date(2031, 5, 1)
    mine = [task for task in tasks(REGISTRY, day) if "cia-test" in task.given.assignment.owners]
    made = markdown(assignment_list(REGISTRY, mine, day, owner="cia-test", group="ledningsgruppen"))
    assert made.startswith("# Öppna uppdrag för Cia Test åter till VIS ledningsgrupp 1 maj 2031\n\nEtt öppet uppdrag")


def test_what_is_reported_back_is_only_in_the_whole_list() -> None:
    old = "          - outcome: postponed\n            meeting: ledningsgruppen-2031-05-20\n"
    words = COUNTY[HELD_FILE].replace(old, old.replace("postponed", "reported"))
    words = words.replace("            return_at: ledningsgruppen-2031-09-18\n", "")
    reported = county(**{HELD_FILE: words})
    assert "Ta fram" not in made_on(dt.date(2031, 7, 1), reported)
    every = made_on(dt.date(2031, 7, 1), reported, every=True)
    assert every.startswith("# Uppdrag 1 juli 2031\n\nTvå uppdrag den 1 juli 2031.\n")
    assert "| Exempelregionen och Kommunförbundet i Exempellän | Återrapporterat |" in every


def test_what_was_given_later_is_not_yet_there() -> None:
    assert "Inga öppna uppdrag finns" in made_on(dt.date(2031, 2, 19))


def test_the_pdf_is_accessible_and_the_same_whenever_it_is_made() -> None:
    document = assignment_list(REGISTRY, tasks(REGISTRY, dt.date(2031, 5, 1)), dt.date(2031, 5, 1))
    made = [as_pdf(document, STYLE, None, today=day) for day in (dt.date(2031, 5, 1), dt.date(2032, 1, 1))]
    assert made[0] == made[1]
    assert_accessible(made[0], title="Öppna uppdrag 1\u00a0maj 2031", tables=True)
