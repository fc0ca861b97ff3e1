"""The documents of a meeting, as a secretary makes them: the notice, the basis of a decision, the minutes, extracts."""

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.meeting_papers import COUNTY
from tests.pdfs import assert_accessible, failures, text
from tests.program import Done, vis
from tests.program import register as write

HELD = "ledningsgruppen-2031-02-20"
CALLED = "ledningsgruppen-2031-05-20"
HELD_FILE = "registry/meetings/ledningsgruppen/2031-02-20.yaml"
CALLED_FILE = "registry/meetings/ledningsgruppen/2031-05-20.yaml"
POLITICAL_FILE = "registry/meetings/politiska-gruppen/2031-03-12.yaml"


@pytest.fixture(scope="module")
def county(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("county"), COUNTY, vis_yaml=None)


def changed(folder: Path, path: str, *pairs: tuple[str, str]) -> Path:
    """The county with some words of one of its files replaced."""
    words = COUNTY[path]
    for old, new in pairs:
        assert old in words
        words = words.replace(old, new)
    files: Mapping[str, str] = {**COUNTY, path: words}
    return write(folder, files, vis_yaml=None)


def plain(done: Done) -> str:
    assert (done.code, done.err) == (0, "")
    return done.out.replace("\u00a0", " ")


def row(markdown: str, label: str) -> str:
    """The value beside a label in a table of facts."""
    return (
        next(line for line in markdown.splitlines() if line.startswith(f"| **{label}**")).split(" | ")[1].rstrip(" |")
    )


def section(markdown: str, heading: str) -> str:
    return markdown.split(f"\n## {heading}\n")[1].split("\n## ")[0].split("\n---")[0].strip()


# The notice and agenda


@pytest.fixture(scope="module")
def agenda(county: Path) -> str:
    return plain(vis("meeting", "agenda", CALLED, cwd=county))


def test_the_agenda_says_when_the_meeting_is_and_what_it_was_moved_from(agenda: str) -> None:
    assert row(agenda, "Tid") == "Tisdagen den 27 maj 2031, klockan 13.00–15.00"
    assert row(agenda, "Plats") == "Digitalt möte"
    first, second = row(agenda, "Ändrat").split("<br>")
    assert first.startswith("Flyttat från tisdagen den 20 maj 2031, klockan 14.00–16.00, tidigare plats Exempelsalen:")
    assert second == "Tidigare klockan 09.00–11.00: Ordföranden kan inte på förmiddagen."
    assert row(agenda, "Kallelse") == "Skickad 12 maj 2031"


def test_whoever_sits_in_the_body_on_that_day_is_called_by_side(agenda: str) -> None:
    assert row(agenda, "Ordförande").startswith("Bo Prov, socialdirektör")
    region = row(agenda, "Kallade från Exempelregionen").split("<br>")
    assert region == ["Anna Exempel, hälso- och sjukvårdsdirektör, Exempelregionen", "Primärvårdschef, Exempelregionen"]
    assert row(agenda, "Kallade från kommunerna").count("<br>") == 0  # the substitute's term has ended


@pytest.mark.parametrize(
    ("seat", "proposal"),
    [
        ("  - side: region\n", "Förslag: Exempelregionen (ordförandeskapet växlar)"),
        (
            "  - role: vice-chair\n    side: region\n",
            "Förslag: Anna Exempel, hälso- och sjukvårdsdirektör, Exempelregionen (ordförandeskapet växlar)",
        ),
    ],
)
def test_where_the_chair_alternates_the_other_side_is_proposed(tmp_path: Path, seat: str, proposal: str) -> None:
    group = "registry/groups/ledningsgruppen.yaml"
    region = "  - side: region\n    person: anna-exempel\n"
    there = (region, region.replace("  - side: region\n", seat))
    one = changed(tmp_path, group, there, ("members:\n", "alternates: true\nmembers:\n"))
    assert row(plain(vis("meeting", "agenda", CALLED, cwd=one)), "Ordförande") == proposal


def test_the_agenda_says_of_each_item_why_it_stands_there_and_what_belongs_to_it(agenda: str) -> None:
    rows = section(agenda, "Dagordning").splitlines()
    assert rows[2] == "| 1 | **Välkommen** | Inledning |"  # that it is a standing item says nothing
    assert "<br>*Minnesanteckningarna från den 20 februari är inte fastställda.* | Fastställande |" in rows[3]
    assert rows[5] == (
        "| 4 | **Förslag till arbetssätt för trygg hemgång**<br>*Uppdraget ska återrapporteras.*"
        "<br>Föredragande: Anna Exempel och Cia Test<br>Underlag: Förslag till arbetssätt | **Beslut** |"
    )


def test_the_agenda_lists_what_was_dropped_and_the_papers(agenda: str) -> None:
    assert section(agenda, "Utgår") == "- Översyn av exempelavtalet: Underlaget är inte klart"
    assert section(agenda, "Handlingar") == "- Förslag till arbetssätt, till punkt 4 (skickas senare)"
    assert section(agenda, "Nästa möte") == "Torsdagen den 18 september 2031."


def test_the_steering_groups_agenda_has_what_the_groups_below_take_up(county: Path) -> None:
    agenda = plain(vis("meeting", "agenda", HELD, cwd=county))
    annex = section(agenda, "Bilaga: vad grupperna tar upp")
    assert (
        "| Samrådsgruppen för äldres hälsa | 22 januari 2031 | "
        "Trygg hemgång på helger **(vidare hit)**<br>Läkemedelsgenomgångar |"
    ) in annex
    assert "| Samrådsgruppen för äldres hälsa | 10 april 2031<br>(kommande) | Demensvård i hemmet |" in annex
    assert "Ingen dagordning finns i registret för Samrådsgruppen för barn." in annex
    assert "VIS processledning |" not in annex
    below = plain(vis("meeting", "agenda", "aldregruppen-2031-04-10", cwd=county))
    assert "Bilaga" not in below


def test_a_cancelled_meeting_says_so_first(county: Path) -> None:
    agenda = plain(vis("meeting", "agenda", "ledningsgruppen-2031-12-04", cwd=county))
    assert agenda.index("> **Mötet är inställt**\n>\n> För få kunde komma") < agenda.index("| **Tid**")
    assert "Bilaga" not in agenda


def test_a_planned_meeting_of_which_little_is_known(county: Path) -> None:
    agenda = plain(vis("meeting", "agenda", "ledningsgruppen-2031-09-18", cwd=county))
    assert row(agenda, "Kallelse") == "Inte skickad: mötet är bara planerat"
    assert section(agenda, "Dagordning") == "Ärenden är ännu inte satta."


# The minutes


@pytest.fixture(scope="module")
def minutes(county: Path) -> str:
    return plain(vis("meeting", "minutes", HELD, cwd=county))


def test_the_minutes_say_who_was_there_and_how_they_stand(minutes: str) -> None:
    assert row(minutes, "Närvarande från Exempelregionen").startswith("Anna Exempel, ")
    assert row(minutes, "Närvarande från kommunerna").endswith("Socialförvaltningen, Exempelby kommun (ordförande)")
    assert row(minutes, "Närvarande från VIS processledning").endswith("(sekreterare)")
    assert row(minutes, "Frånvarande från Kommunförbundet i Exempellän").endswith("(adjungerad)")
    assert row(minutes, "Status") == "Utsända den 3 mars 2031, inte fastställda"


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("held", "Genomfört möte, anteckningarna är inte färdiga"),
        ("drafted", "Utkast, inte fastställda"),
        (
            "approved\napproval:\n  meeting: politiska-gruppen-2031-06-11",
            "Fastställda den 11 juni 2031 av VIS politiska",
        ),
    ],
)
def test_the_minutes_say_in_which_state_they_are(tmp_path: Path, status: str, words: str) -> None:
    old = "status: approved\ndate: 2031-03-12\napproval:\n  meeting: politiska-gruppen-2031-06-11\n"
    one = changed(tmp_path, POLITICAL_FILE, (old, f"status: {status}\ndate: 2031-03-12\n"))
    june = one / "registry/meetings/politiska-gruppen/2031-06-11.yaml"
    if "approved" not in status:
        june.unlink()
    made = plain(vis("meeting", "minutes", "politiska-gruppen-2031-03-12", cwd=one))
    assert row(made, "Status").startswith(words)
    assert f"*{words}" in made.splitlines()[-1]


def test_contributions_stand_apart_from_decisions_by_goal_area(minutes: str) -> None:
    item = section(minutes, "3. Trygg hemgång på helger")
    order = [
        "*Kommer från Samrådsgruppen för äldres hälsa 22 januari 2031, punkt 2*",
        "### Läget",
        "- Vad hindrar oss?",
        "### Reflektioner och medskick",
        "#### Målområde 1: Sömlös vård\n\n- Börja med korttidsboenden. (Exempelby kommun)",
        "#### Målområde 2: Personens behov\n\n- Fråga de anhöriga.",
        "**Fråga från Exempelregionen**\n\nGäller det hela länet?\n\n**Svar**\n\nJa.",
        "### Vidare under punkten\n\nFrågan återkommer till hösten.",
        "> **Uppdrag**",
    ]
    places = [item.index(words) for words in order]
    assert places == sorted(places)


def test_decisions_that_begin_alike_and_rest_on_the_same_are_one_block(minutes: str) -> None:
    item = section(minutes, "4. Fördelning av exempelmedel")
    assert item.count("> **Beslut**") == 2
    assert (
        "> VIS ledningsgrupp beslutar att\n>\n"
        "> - fördelningen följs upp i november.\n> - uppföljningen delges samrådsgrupperna.\n>\n"
        "> Underlag: Tabell 1 över exempelmedlen"
    ) in item


def test_a_decision_with_several_amounts_has_a_table_with_their_sum(minutes: str) -> None:
    item = section(minutes, "4. Fördelning av exempelmedel")
    assert "|:---|---:|\n| Gemensamma satsningar | 2 000 000 |" in item
    assert "| **Summa** | **12 000 000** |" in item


def test_assignments_have_owners_and_where_they_come_back(minutes: str) -> None:
    assert (
        "> Exempelregionen och Kommunförbundet i Exempellän: Ta fram ett förslag till arbetssätt.\n>\n"
        "> Åter till VIS ledningsgrupp 27 maj 2031\n>\n> Senast 6 maj 2031"
    ) in minutes
    assert "> Cia Test: Räkna på kostnaden.\n>\n> Åter till VIS ledningsgrupp\n" in minutes


def test_what_goes_on_is_listed_by_kind(minutes: str) -> None:
    item = section(minutes, "6. Frågor vidare till VIS politiska exempelgrupp")
    assert "### Informationsärenden till VIS politiska exempelgrupp\n\n- Trygg hemgång på helger" in item
    assert "### Beslutsärenden till VIS politiska exempelgrupp\n\n- Godkännande av årsrapporten 2030" in item


def test_the_next_meeting_is_named_where_no_item_tells_of_it(minutes: str) -> None:
    assert section(minutes, "Nästa möte") == "Tisdagen den 27 maj 2031, klockan 13.00–15.00, digitalt möte."


def test_an_answer_from_above_stands_in_the_body_that_asked(tmp_path: Path) -> None:
    attendance = COUNTY[POLITICAL_FILE].partition("attendance:")[2].partition("items:")[0]
    held = changed(
        tmp_path,
        CALLED_FILE,
        ("status: called", "status: held"),
        ("type: decision\n", "type: discussion\n"),
        ("items:\n", f"attendance:{attendance}items:\n"),
    )
    item = section(plain(vis("meeting", "minutes", CALLED, cwd=held)), "3. Svar om årsrapporten 2030")
    assert "> **Svar från VIS politiska exempelgrupp, 12 mars 2031**" in item
    assert "> VIS politiska exempelgrupp beslutar att godkänna årsrapporten 2030." in item
    assert "*Kommer från VIS politiska exempelgrupp 12 mars 2031, punkt 1*" in item


# The decision basis


def test_before_the_meeting_the_basis_holds_the_proposal(county: Path) -> None:
    made = plain(vis("meeting", "basis", CALLED, "4", cwd=county))
    assert made.startswith("# Beslutsunderlag: Förslag till arbetssätt för trygg hemgång\n")
    assert row(made, "Till") == "VIS ledningsgrupp, punkt 4"
    assert row(made, "Gäller") == "Utvecklingsfråga: Trygg hemgång på helger<br>Målområde 1: Sömlös vård"
    assert row(made, "Kommer från") == "VIS ledningsgrupp 20 februari 2031, punkt 3"
    assert "> **Förslag till beslut**\n>\n> VIS ledningsgrupp beslutar att\n>\n> - anta arbetssättet." in made
    assert "| **Summa** | **750 000** |" in made
    assert section(made, "Underlag") == "- Förslag till arbetssätt (skickas senare)"


def test_after_the_meeting_the_basis_holds_the_decision(county: Path) -> None:
    made = plain(vis("meeting", "basis", "ledningsgruppen 2031-02-20", "medel", cwd=county))
    assert "> **Beslut**\n>\n> VIS ledningsgrupp beslutar att fördela exempelmedlen enligt tabell 1." in made
    assert "| Exempelmedel till länet | drygt 12 000 000 |" in made
    assert made.count("Summa") == 1  # of what was decided; not of what is not exact
    onward = plain(vis("meeting", "basis", HELD, "Årsrapporten", cwd=county))
    expected = "VIS politiska exempelgrupp, för beslut: Godkännande av årsrapporten 2030"
    assert row(onward, "Går vidare till") == expected


def test_what_the_body_below_recommends_is_the_proposal_to_the_one_above(tmp_path: Path) -> None:
    recommended = COUNTY[POLITICAL_FILE]
    before = recommended.replace("status: approved", "status: called").partition("approval:")[0]
    items = recommended.partition("items:")[2].partition("    decisions:")[0]
    papers = recommended.partition("attachments:")[2]
    files = {**COUNTY, POLITICAL_FILE: f"{before}items:{items}attachments:{papers}"}
    del files["registry/meetings/politiska-gruppen/2031-06-11.yaml"]
    called = write(tmp_path, files, vis_yaml=None)
    made = plain(vis("meeting", "basis", "politiska-gruppen-2031-03-12", "1", cwd=called))
    assert "> **Förslag till beslut, enligt rekommendation av VIS ledningsgrupp**" in made
    assert "> VIS politiska exempelgrupp beslutar att godkänna årsrapporten 2030." in made


def test_a_matter_of_which_nothing_is_known_says_so(tmp_path: Path) -> None:
    words = COUNTY[CALLED_FILE].partition("    amounts:")[2].partition("    origin:")[0]
    bare = changed(tmp_path, CALLED_FILE, (f"    amounts:{words}", ""))
    made = plain(vis("meeting", "basis", CALLED, "4", cwd=bare))
    assert "Inget förslag till beslut finns i registret." in made
    assert "Ingen beskrivning av ärendet finns i registret." in made
    told = plain(vis("meeting", "basis", CALLED, "3", cwd=bare))
    assert "förslag till beslut finns" not in told  # an information item needs none


# The extract


def test_an_extract_is_one_item_with_the_meetings_header(county: Path) -> None:
    made = plain(vis("meeting", "extract", HELD, "5", cwd=county))
    assert made.startswith("# VIS ledningsgrupp: utdrag ur minnesanteckningar 20 februari 2031, punkt 5\n")
    assert "> **Inte fastställda**" in made
    assert row(made, "Minnesanteckningar") == "Utsända den 3 mars 2031, inte fastställda"
    assert row(made, "Utdraget är till") == "VIS politiska exempelgrupp"
    assert row(made, "Närvarande från Exempelregionen").startswith("Anna Exempel")
    assert made.count("> **Beslut**") == 1
    assert "Fördelning" not in made
    assert section(made, "Ärendet går vidare").endswith("för beslut: Godkännande av årsrapporten 2030")
    assert section(made, "Underlag") == "- Årsrapporten 2030 (inte bifogad)"


def test_an_extract_of_approved_minutes_is_for_those_who_asked(county: Path) -> None:
    made = plain(vis("meeting", "extract", "politiska-gruppen-2031-03-12", "rapporten", cwd=county))
    assert "Inte fastställda" not in made
    assert row(made, "Minnesanteckningar") == "Fastställda den 11 juni 2031 av VIS politiska exempelgrupp"
    assert row(made, "Utdraget är till") == "VIS ledningsgrupp"


def test_an_item_without_a_number_is_named_by_its_heading(tmp_path: Path) -> None:
    one = changed(tmp_path, POLITICAL_FILE, ("    number: 1\n", ""))
    made = vis("meeting", "extract", "politiska-gruppen-2031-03-12", "rapporten", cwd=one)
    assert made.out.replace("\u00a0", " ").splitlines()[0].endswith("12 mars 2031, ”Godkännande av årsrapporten 2030”")
    assert "\n## Godkännande av årsrapporten 2030\n" in made.out


def test_there_is_no_extract_before_the_meeting(county: Path) -> None:
    done = vis("meeting", "extract", CALLED, "4", cwd=county)
    assert (done.code, done.out) == (1, "")
    assert "there are no minutes of `ledningsgruppen-2031-05-20`: it has only been called" in done.err


@pytest.mark.parametrize("given", ["4", "medel", "Fördelning av exempelmedel", "exempelmedel", "fordelning"])
def test_an_item_is_named_by_its_number_its_id_or_its_words(county: Path, given: str) -> None:
    assert "punkt 4" in plain(vis("meeting", "extract", HELD, given, cwd=county)).splitlines()[0]


def test_an_item_that_is_not_there_or_is_several_is_said(county: Path) -> None:
    none = vis("meeting", "extract", HELD, "99", cwd=county)
    assert (none.code, none.out) == (2, "")
    assert "`ledningsgruppen-2031-02-20` has no item `99`" in none.err
    assert "`medel`" in none.err
    several = vis("meeting", "extract", HELD, "frågor", cwd=county)
    assert several.code == 0
    both = vis("meeting", "extract", HELD, "på", cwd=county)
    assert both.code == 0
    many = vis("meeting", "basis", CALLED, "för", cwd=county)
    assert many.code == 2
    assert "can be several items" in many.err


# The list of assignments


def test_the_list_of_assignments_is_a_document_too(county: Path, tmp_path: Path) -> None:
    on = ("--on", "2031-05-07")
    target = tmp_path / "uppdrag.md"
    done = vis("assignment", "list", "--open", *on, "-o", target, cwd=county)
    assert (done.code, done.out) == (0, "")
    assert target.read_text(encoding="utf-8").replace("\u00a0", " ").startswith("# Öppna uppdrag 7 maj 2031\n")
    owned = tmp_path / "uppdrag.pdf"
    assert vis("assignment", "list", "--owner", "Cia Test", *on, "-o", owned, cwd=county).code == 0
    assert_accessible(owned.read_bytes(), title="Uppdrag för Cia Test 7\u00a0maj 2031", tables=True)
    assert vis("assignment", "list", "--json", "-o", target, cwd=county).code == 2


# All of them


@pytest.mark.parametrize(
    ("arguments", "title", "holds"),
    [
        (("agenda", CALLED), "VIS ledningsgrupp: kallelse och dagordning 27\u00a0maj 2031", "Ordföranden kan inte"),
        (
            ("minutes", HELD),
            "VIS ledningsgrupp: minnesanteckningar 20\u00a0februari 2031",
            "Börja med korttidsboenden.",
        ),
        (("basis", CALLED, "4"), "Beslutsunderlag: Förslag till arbetssätt för trygg hemgång", "Samordnare"),
        (
            ("extract", HELD, "4"),
            "VIS ledningsgrupp: utdrag ur minnesanteckningar 20\u00a0februari 2031, punkt 4",
            "Gemensamma satsningar",
        ),
    ],
)
def test_each_pdf_is_accessible_and_the_same_whenever_it_is_made(
    county: Path, tmp_path: Path, arguments: tuple[str, ...], title: str, holds: str
) -> None:
    made = []
    for day in ("2031-06-01", "2032-01-01"):
        target = tmp_path / f"{day}.pdf"
        done = vis("meeting", *arguments, "-o", target, cwd=county, env={"VIS_TODAY": day})
        assert done.code == 0
        made.append(target.read_bytes())
    assert made[0] == made[1]
    assert_accessible(made[0], title=title, tables=True)
    assert holds in " ".join(text(made[0]).split())


def test_long_tables_many_people_and_long_words_can_be_set(tmp_path: Path) -> None:
    people = "".join(
        f"person-{i}:\n  name: Förnamn{i} Efternamnsson\n  posts:\n    - title: verksamhetschef\n"
        "      organisation: exempelregionen\n"
        for i in range(60)
    )
    called = "".join(f"  - person: person-{i}\n    capacity: region\n    present: true\n" for i in range(60))
    amounts = "".join(f"          - kronor: {1000 + i}\n            purpose: Kommun nummer {i}\n" for i in range(60))
    long = f"Beslut om {'hälsoochsjukvårdssamordningsförutsättningar' * 3} och en mycket lång rubrik {'till ' * 40}sist"
    words = (
        COUNTY[HELD_FILE]
        .replace("heading: Fördelning av exempelmedel", f"heading: {long}")
        .replace("attendance:\n", f"attendance:\n{called}")
        .replace(
            "        amounts:\n          - kronor: 2000000\n",
            f"        amounts:\n{amounts}          - kronor: 2000000\n",
        )
    )
    files = {**COUNTY, HELD_FILE: words, "registry/people.yaml": COUNTY["registry/people.yaml"] + people}
    big = write(tmp_path, files, vis_yaml=None)
    for name in ("agenda", "minutes"):
        target = tmp_path / f"{name}.pdf"
        assert vis("meeting", name, HELD, "-o", target, cwd=big).code == 0
        assert failures(target.read_bytes(), "ua1", "2a") == []
        assert "Förnamn59 Efternamnsson" in text(target.read_bytes())
