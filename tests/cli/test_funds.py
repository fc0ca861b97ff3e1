"""`vis fund`: grants and shared costs are allocated to the krona, accounted for, and reported."""

import csv
import io
import json
from pathlib import Path

import pypdf
import pytest

from tests.money import PATH, county
from tests.program import Done, vis
from tests.terminal import DOWN, ENTER, Terminal

TODAY = {"VIS_TODAY": "2031-05-02"}
DECIDE = ("decide", "stimulansmedel", "--meeting", "tjänstestyrgruppen 2031-02-19", "--item", "stimulansmedel")
PER_INHABITANT = ("--rule", "kommunerna=per-inhabitant", "--figure", "Folkmängd")


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county."""
    return county(tmp_path)


def fund(*arguments: str, cwd: Path, language: str = "en") -> Done:
    """Run `vis fund` on a day in May."""
    return vis("fund", *arguments, cwd=cwd, env={**TODAY, "VIS_LANG": language})


def rows(done: Done) -> dict[str, list[str]]:
    """The cells of a table by the first one of each row."""
    assert done.code == 0, done.err
    cells = [[cell for cell in line.split("  ") if cell.strip()] for line in done.lines]
    return {row[0].strip(): [cell.strip() for cell in row[1:]] for row in cells if row}


def test_what_is_left_of_a_grant_that_is_only_known_to_be_more_is_shared_as_a_lower_bound(here: Path) -> None:
    found = rows(fund("allocate", "stimulansmedel", cwd=here))
    assert found["Länsgemensamma satsningar"] == ["a fixed amount", "18 000 000 kr"]
    assert found["Resterande medel"] == ["equal parts", "more than 63 000 000 kr"]
    assert found["Provregionen"] == found["kommunerna"] == ["1 of 2", "more than 31 500 000 kr"]


def test_a_shared_cost_has_its_shares_before_anybody_knows_the_amount(here: Path) -> None:
    found = rows(fund("allocate", "resurscentrum", cwd=here))
    assert [found[who][0] for who in ("kommunerna", "Provregionen", "Provmyndigheten")] == ["50 %", "25 %", "25 %"]
    assert "Kostnaden: the total is not known" in found
    tried = fund("allocate", "resurscentrum", "--total", "1000003", "--json", cwd=here)
    parts = json.loads(tried.out)["tried"]["portions"][0]["shares"]
    assert [part["amount"]["kronor"] for part in parts] == [500_001, 250_001, 250_001]
    assert [(part["exactly"], part["rounding"]) for part in parts] == [
        ("1000003/2", "-1/2"),
        ("1000003/4", "1/4"),
        ("1000003/4", "1/4"),
    ]


def test_an_allocation_that_nobody_decided_is_a_proposal_wherever_it_is_shown(here: Path) -> None:
    shown = ("list", "show stimulansmedel", "allocate stimulansmedel", "allocate stimulansmedel -o -")
    for words in shown[:3]:
        assert "propos" in fund(*words.split(), cwd=here).out
    assert "**Förslag.** Inget organ är känt" in fund(*shown[3].split(), cwd=here).out
    done = fund(*DECIDE, cwd=here)
    assert (done.code, done.out) == (0, f"{PATH}\n"), done.err
    assert done.err == "stimulansmedel: decided 2031-02-19 by Tjänstestyrgruppen\n"
    text = (here / PATH).read_text()
    assert "decided:\n  meeting: tjanstegruppen-2031-02-19\n  item: stimulansmedel\ngroup:" in text
    assert text.startswith("# Statens medel till länet\n")
    for words in shown[1:3]:
        assert "propos" not in fund(*words.split(), cwd=here).out
    assert " decided " in next(line for line in fund("list", cwd=here).lines if "Stimulans" in line)
    paper = fund(*shown[3].split(), cwd=here).out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Beslutad av Tjänstestyrgruppen 19 februari 2031, Stimulansmedel 2031." in paper
    assert "18 000 000 kronor avsätts till länsgemensamma satsningar och resten delas lika" in paper


def test_a_decided_allocation_is_not_decided_or_changed_again(here: Path) -> None:
    assert fund(*DECIDE, cwd=here).code == 0
    before = (here / PATH).read_text()
    for again in (
        DECIDE,
        ("allocate", "stimulansmedel", "--fixed", "gemensamt=20 mnkr", "--save"),
        ("portion", "stimulansmedel", "--text", "Ny", "--rule", "rest"),
    ):
        done = fund(*again, cwd=here)
        assert (done.code, "the allocation was decided 2031-02-19 and is not changed" in done.err) == (1, True)
    assert (here / PATH).read_text() == before


def test_a_decision_is_only_recorded_where_one_was_made(here: Path) -> None:
    for where in (("2031-02-19", "information"), ("2031-05-20", "stimulansmedel")):
        done = fund(
            *("decide", "stimulansmedel", "--meeting", f"tjanstegruppen-{where[0]}", "--item", where[1]), cwd=here
        )
        assert (done.code, "has not decided it there" in done.err) == (1, True)
    assert fund("decide", "stimulansmedel", cwd=here).err.startswith("vis: missing: --meeting")


def test_small_municipalities_see_what_they_would_get_by_themselves_and_together(here: Path) -> None:
    before = (here / PATH).read_bytes()
    done = fund(
        *("allocate", "stimulansmedel", "--total", "81 mnkr", *PER_INHABITANT, "--pooled", "Ängsby,exempelby"), cwd=here
    )
    found = rows(done)
    assert found["Provköpings kommun"] == ["–", "5 040 000 kr", "–"]
    assert found["Testviks kommun"] == ["–", "25 200 000 kr", "–"]  # both its districts
    assert found["together: Exempelby kommun, Ängsby kommun"] == ["–", "1 260 000 kr", "–"]
    assert found["Exempelby kommun"] == ["–", "by itself 693 000 kr"]
    assert found["Ängsby kommun"] == ["–", "by itself 567 000 kr"]
    assert 5_040_000 + 25_200_000 + 1_260_000 == 31_500_000
    assert (here / PATH).read_bytes() == before


def test_another_total_and_another_fixed_amount_stand_beside_what_holds_now(here: Path) -> None:
    done = fund("allocate", "stimulansmedel", "--total", "80 000 001", "--fixed", "gemensamt=20 mnkr", cwd=here)
    found = rows(done)
    assert found["the whole"] == ["more than 81 000 000 kr", "80 000 001 kr", "less than −999 999 kr"]
    assert found["Länsgemensamma satsningar"] == ["18 000 000 kr", "20 000 000 kr", "+2 000 000 kr"]
    assert found["Provregionen"][1:] == ["30 000 001 kr", "less than −1 499 999 kr"]
    assert "Provregionen: 30 000 000.5 + 0.5, before rounding" in done.lines
    assert "kommunerna: 30 000 000.5 − 0.5, before rounding" in done.lines


def test_other_shares_are_tried(here: Path) -> None:
    data = json.loads(
        fund(
            "allocate", "resurs", "--total", "1 mnkr", "--shares", "kostnaden=kommuner:60,region:40", "--json", cwd=here
        ).out
    )
    assert [share["amount"]["kronor"] for share in data["tried"]["portions"][0]["shares"]] == [600_000, 400_000]
    assert [share["weight"] for share in data["now"]["portions"][0]["shares"]] == [50, 25, 25]


def test_what_is_tried_can_be_saved_as_the_proposal(here: Path) -> None:
    done = fund("allocate", "stimulansmedel", "--fixed", "gemensamt=20 mnkr", *PER_INHABITANT, "--save", cwd=here)
    assert (done.code, done.out) == (0, f"{PATH}\n"), done.err
    assert done.err == "stimulansmedel: proposal: nobody is known to have decided it\n"
    assert """\
    kronor: 20000000
  - id: resten
    text: Resterande medel
    rule: equal
  - id: municipality
    text: Kommunernas del
    of: resten
    side: municipality
    rule: per-inhabitant
    figure: befolkning-2030
""" in (here / PATH).read_text()
    assert rows(fund("allocate", "stimulansmedel", cwd=here))["Testviks kommun"] == [
        "400 000 of 500 000 inhabitants",
        "more than 24 400 000 kr",
    ]
    decided = fund(*DECIDE, cwd=here)  # at 18 million
    assert (decided.code, "VIS555" in decided.err) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("stimulansmedel", "--rule", "kommunerna=per-inhabitant"), 2, "there is no source for how many inhabitants"),
        (("stimulansmedel", "--pooled", "angsby,exempelby"), 2, "there is nothing to keep together"),
        (("stimulansmedel", "--fixed", "gemensamt=100 mnkr", "--total", "81 mnkr"), 2, "more is taken than there is"),
        (("stimulansmedel", "--fixed", "gemensamt=100 mnkr"), 2, "more is taken than is known to be there"),
        (("stimulansmedel", "--fixed", "gemensamt=drygt 2 mnkr"), 2, "a fixed amount is exact"),
        (("stimulansmedel", "--fixed", "gemensamt"), 2, "--fixed is written as PORTION=…"),
        (("stimulansmedel", "--fixed", "annat=1"), 2, "there is no portion `annat`"),
        (("stimulansmedel", "--rule", "gemensamt=lotteri"), 2, "there is no rule `lotteri`"),
        (("stimulansmedel", "--total", "många"), 2, "`många` is no amount in whole kronor"),
        (("stimulansmedel", "--total", "1,5 kr"), 2, "is no amount in whole kronor"),
        (("resurscentrum", "--shares", "kostnaden=region:60,kommuner:30"), 2, "not 100 per cent"),
        (("resurscentrum", "--shares", "kostnaden=region"), 2, "`region` is no share"),
        (("stimulansmedel", "--save"), 2, "nothing is tried"),
        (("stimulansmedel", "--what-if", "annat"), 2, "nothing is tried"),
        (("stimulansmedlet",), 2, "did you mean `stimulansmedel`?"),
    ],
)
def test_what_cannot_be_reckoned_or_meant_is_refused(
    here: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    done = fund("allocate", *arguments, cwd=here)
    assert (done.code, done.out) == (code, "")
    assert message in done.err


def test_a_population_that_says_nothing_of_a_municipality_makes_no_shares(here: Path) -> None:
    figure = here / "registry/figures/befolkning-2030.yaml"
    figure.write_text(figure.read_text().replace("  - area: testvik-sodra\n    value: 250000\n", ""))
    done = fund("allocate", "stimulansmedel", *PER_INHABITANT, cwd=here)
    assert (done.code, "does not say how many live in Testviks kommun" in done.err) == (2, True)


def test_a_population_from_before_districts_were_merged_is_that_of_the_districts_there_were(here: Path) -> None:
    areas = here / "registry/areas.yaml"
    old = "testvik-{0}:\n  name: Testvik {1}\n  type: district\n  municipality: testvik-kommun\n"
    over = "  until: 2031-01-31\n  successors:\n    - area: testvik-nya\n"
    text = areas.read_text(encoding="utf-8")
    for which in (("norra", "norra"), ("sodra", "södra")):
        assert old.format(*which) in text
        text = text.replace(old.format(*which), old.format(*which) + over)
    areas.write_text(text + old.format("nya", "nya") + "  from: 2031-02-01\n", encoding="utf-8")
    done = fund("allocate", "stimulansmedel", *PER_INHABITANT, cwd=here)
    assert (done.code, done.err) == (0, "")
    assert any(line.split()[:2] == ["Testviks", "kommun"] and "25 200 000" in line for line in done.lines), done.out


def test_the_account_says_what_is_left_and_what_lacks_its_ground(here: Path) -> None:
    for arguments in (
        "received;81 000 010;--date;2031-03-01",
        "decided;700 000;--portion;gemensamt;--meeting;tjanstegruppen-2031-02-19;--item;stimulansmedel",
        "used;500 000;--portion;gemensamt;--purpose;samsjuklighet;--by;exempelby;--text;=1+1",
        "använt;300 000;--portion;länsgem;--purpose;suicidprevention",
        "reported;900000;--portion;gemensamt",
        "returned;10",
    ):
        done = fund("enter", "stimulansmedel", *arguments.split(";"), cwd=here)
        assert (done.code, done.out) == (0, f"{PATH}\n"), done.err
    assert done.err.endswith("stimulansmedel: 800 000 kr used, 900 000 kr of it reported; left: 80 200 000 kr\n")
    account = fund("account", "stimulansmedel", cwd=here)
    found = rows(account)
    assert found["Länsgemensamma satsningar"] == ["0", "700 000", "800 000", "900 000", "0", "−100 000"]
    assert found["the whole"] == ["81 000 010", "700 000", "800 000", "900 000", "10", "80 200 000"]
    assert account.lines[-2:] == [
        "Länsgemensamma satsningar: 100 000 kr used without a decision",
        "Länsgemensamma satsningar: 100 000 kr reported without use",
    ]
    codes = vis("check", "--select", "VIS55", "--format", "concise", cwd=here).out
    assert "VIS552" in codes and "VIS553" in codes and "VIS551" not in codes
    entry = """\
  - id: anvant-1
    type: used
    date: 2031-05-02
    money:
      kronor: 500000
    portion: gemensamt
    purpose: samsjuklighet
    by: exempelby-kommun
    text: =1+1
"""
    assert entry in (here / PATH).read_text()


def test_the_account_is_a_sheet_that_no_spreadsheet_reckons_with_and_a_paper(here: Path, tmp_path: Path) -> None:
    fund("enter", "stimulansmedel", "used", "500 tkr", "--purpose", "samsjuklighet", "--text", "=1+1", cwd=here)
    sheet, paper = tmp_path / "konto.csv", tmp_path / "konto.pdf"
    assert fund("account", "stimulansmedel", "-o", str(sheet), cwd=here).code == 0
    (row,) = csv.DictReader(io.StringIO(sheet.read_bytes().decode("utf-8-sig"), newline=""), delimiter=";")
    assert (row["kronor"], row["ändamål"], row["avser"]) == ("500000", "Samsjuklighet", "'=1+1")
    assert fund("account", "stimulansmedel", "-o", str(paper), cwd=here).code == 0
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(paper).pages)
    assert "Redovisning av Stimulansmedel psykisk hälsa 2031 " in (text := " ".join(text.split()))
    assert "500 000 kronor är använt utan beslut" in text


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (("used", "1", "--purpose", "utbildning"), 2, "may not be used for `utbildning`"),
        (("used", "1", "--portion", "annat"), 2, "there is no portion `annat`"),
        (("used", "1", "--date", "2031-05-03"), 1, "2031-05-03 has not come yet"),
        (("vunnet", "1"), 2, "there is no line `vunnet`"),
        (("used", "en slant"), 2, "is no amount in whole kronor"),
        (("used", "1", "--item", "a"), 2, "--item needs --meeting"),
    ],
)
def test_a_line_that_is_not_of_the_fund_is_refused(
    here: Path, arguments: tuple[str, ...], code: int, message: str
) -> None:
    before = (here / PATH).read_bytes()
    done = fund("enter", "stimulansmedel", *arguments, cwd=here)
    assert (done.code, message in done.err) == (code, True), done.err
    assert (here / PATH).read_bytes() == before


def test_a_report_to_the_giver_is_due_until_it_is_done(here: Path) -> None:
    due = fund("due", cwd=here)
    assert " ".join(due.out.split()) == (
        "2031-04-30, late: Stimulansmedel psykisk hälsa 2031, Slutredovisning (Tjänstestyrgruppen) "
        "2031-05, may be late: Stimulansmedel psykisk hälsa 2031, the planning of the years after begins "
        "(Tjänstestyrgruppen)"
    )
    assert due.err == "found: 2; late: 1\n"
    added = fund(
        "duty", "stimulansmedel", "--text", "Delårsrapport", "--due", "2031-09", "--owner", "exempelby", cwd=here
    )
    assert added.err == "2031-09: Stimulansmedel psykisk hälsa 2031, Delårsrapport (Exempelby kommun)\n"
    done = fund("report", "stimulansmedel", "slut", "--reference", "Dnr 14", "--date", "2031-04-28", cwd=here)
    assert (done.code, done.out) == (0, f"{PATH}\n"), done.err
    assert "    done: 2031-04-28\n    report: Dnr 14\n" in (here / PATH).read_text()
    again = fund("report", "stimulansmedel", "slutredovisning", cwd=here)
    assert (again.code, "was reported 2031-04-28 already" in again.err) == (1, True)
    items = json.loads(fund("due", "--all", "--json", cwd=here).out)["items"]
    assert [(item["duty"], item["state"]) for item in items] == [
        ("slutredovisning", "done"),
        (None, "perhaps-late"),
        ("delarsrapport", "coming"),
    ]


def test_what_is_due_comes_onto_the_agenda_and_into_the_plan_of_the_year(here: Path) -> None:
    composed = vis("meeting", "compose", "tjanstegruppen-2031-05-20", "--only", "fund", cwd=here, env=TODAY)
    assert composed.code == 0, composed.err
    agenda = (here / "registry/meetings/tjanstegruppen/2031-05-20.yaml").read_text()
    assert (
        """\
      kind: fund
      item: slutredovisning
      of: stimulansmedel
      due: 2031-04-30
      why: Ska redovisas senast den 30 april 2031
"""
        in agenda
    )
    assert "heading: 'Stimulansmedel psykisk hälsa 2031: planeringen av 2032 börjar'" in agenda
    again = vis("meeting", "compose", "tjanstegruppen-2031-05-20", "--only", "fund", cwd=here, env=TODAY)
    assert again.err == "nothing is due that is not on the agenda\n"
    year = vis("plan", "show", "2031", cwd=here, env=TODAY).out
    assert "Stimulansmedel psykisk hälsa 2031: Slutredovisning" in year
    assert "planeringen av 2032 börjar" in year


def test_how_much_of_a_grant_can_be_used_is_kronor_only_where_it_is_known_what_is_received(here: Path) -> None:
    conditions = """\
conditions:
  - id: hallbart
    text: Kan användas hållbart
    receiver: exempelby-kommun
    usable_percent_least: 70
    usable_percent_most: 75
    usable_about: true
  - id: hela
    text: Kan användas alls
    usable_percent_least: 70
    usable_percent_most: 75
duties:
"""
    path = here / PATH
    path.write_text(path.read_text().replace("duties:\n", conditions))
    shown = " ".join(fund("show", "stimulansmedel", cwd=here).out.split())
    assert (
        "usable by Exempelby kommun: about 70–75 %; in kronor not known, because it is not known what is received"
        in shown
    )
    assert "usable: 70–75 %, of more than 81 000 000 kr that is more than 56 700 000 kr" in shown
    path.write_text(path.read_text().replace("  qualifier: more-than\n", ""))
    shown = " ".join(fund("show", "stimulansmedel", cwd=here).out.split())
    assert "usable: 70–75 %, of 81 000 000 kr that is 56 700 000 kr to 60 750 000 kr" in shown


def test_a_fund_is_registered_with_its_portions(here: Path) -> None:
    done = fund(
        *("new", "--name", "Omställningsbidraget", "--type", "statsbidrag", "--years", "2031-2032"),
        *("--total", "cirka 230 mnkr", "--purpose", "Omställning", "--group", "tjänste", "--source", "prov:4"),
        cwd=here,
    )
    path = "registry/funds/omstallningsbidraget.yaml"
    assert (done.code, done.out) == (0, f"{path}\n"), done.err
    assert (
        (here / path).read_text()
        == """\
id: omstallningsbidraget
name: Omställningsbidraget
type: grant
first_year: 2031
last_year: 2032
total:
  kronor: 230000000
  qualifier: about
purposes:
  - id: omstallning
    text: Omställning
group: tjanstegruppen
sources:
  - prov:4
"""
    )
    for arguments in (
        ("--text", "Till kommunerna", "--id", "kommuner", "--rule", "per-inhabitant", "--figure", "befolkning-2030"),
        ("--text", "Till kommunerna", "--id", "kommuner", "--rule", "rest"),
    ):
        done = fund("portion", "omstallningsbidraget", *arguments, cwd=here)
    assert (done.code, "has `kommuner` already" in done.err) == (1, True)
    assert rows(fund("allocate", "omst", cwd=here))["Testviks kommun"] == [
        "400 000 of 500 000 inhabitants",
        "about 184 000 000 kr",
    ]
    assert fund("new", cwd=here).err.startswith("vis: missing: --name, --type")
    taken = fund("new", "--name", "Stimulansmedel", "--type", "grant", cwd=here)
    assert (taken.code, "`stimulansmedel` is the id of something else" in taken.err) == (2, True)


def test_a_dry_run_writes_nothing(here: Path) -> None:
    before = (here / PATH).read_bytes()
    done = fund("enter", "stimulansmedel", "received", "81 mnkr", "--dry-run", cwd=here)
    assert "+    type: received" in done.lines
    assert "would then be: stimulansmedel: 0 kr used" in done.err
    assert (here / PATH).read_bytes() == before


def test_the_decision_paper_has_the_attempt_beside_what_holds(here: Path, tmp_path: Path) -> None:
    paper = tmp_path / "beslutsunderlag.pdf"
    done = fund(
        *("allocate", "stimulansmedel", "--total", "81 mnkr", *PER_INHABITANT, "--pooled", "angsby,exempelby"),
        *("--what-if", "gemensamt i nordost", "-o", str(paper)),
        cwd=here,
    )
    assert done.code == 0, done.err
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(paper).pages).replace("\N{NO-BREAK SPACE}", " ")
    for words in (
        "Tabell 1. Fördelning",
        "Tabell 2. Alternativ: gemensamt i nordost",
        "varken föreslaget eller beslutat",
        "drygt 31 500 000",
        "var för sig 567 000",
        "Folkmängd, 31 december 2030",
    ):
        assert words in text


def test_in_a_terminal_a_fund_and_its_portion_are_registered_by_what_is_answered(here: Path) -> None:
    terminal = Terminal("fund", "new", cwd=here, env=TODAY)
    terminal.answer("What is it called?", f"Prov-medel{ENTER}")
    terminal.answer("What is it?", ENTER)
    terminal.answer("How much is it altogether?", f"drygt 2 mnkr{ENTER}")
    terminal.answer("What may it be used for?", f"Stöd; Utbildning{ENTER}")
    assert terminal.end() == 0, terminal.screen
    terminal = Terminal("fund", "portion", "prov-medel", cwd=here, env=TODAY)
    terminal.answer("What is it for?", f"Lika{ENTER}")
    terminal.answer("How is it found?", f"{DOWN * 2}{ENTER}")
    assert terminal.end() == 0, terminal.screen
    assert (
        (here / "registry/funds/prov-medel.yaml").read_text()
        == """\
id: prov-medel
name: Prov-medel
type: grant
total:
  kronor: 2000000
  qualifier: more-than
purposes:
  - id: stod
    text: Stöd
  - id: utbildning
    text: Utbildning
portions:
  - id: lika
    text: Lika
    rule: equal
"""
    )


def test_money_that_came_and_was_reported_is_told_in_the_newsletter(here: Path) -> None:
    for what, amount, more in (
        ("received", "drygt 81 mnkr", ()),
        ("used", "500 tkr", ("--by", "exempelby")),
        ("reported", "400 tkr", ("--by", "exempelby")),
    ):
        fund("enter", "stimulansmedel", what, amount, *more, cwd=here)
    told = vis("digest", "--from", "2031-05-01", "--until", "2031-05-02", cwd=here, env=TODAY)
    assert told.code == 0, told.err
    text = told.out.replace("\N{NO-BREAK SPACE}", " ")
    assert "Stimulansmedel psykisk hälsa 2031: drygt 81 000 000 kronor mottaget." in text
    assert "Stimulansmedel psykisk hälsa 2031: 400 000 kronor återredovisat (Exempelby kommun)." in text
    assert "500 000" not in text
    mine = vis("digest", "--from", "2031-05-01", "--for", "exempelby-kommun", "--json", cwd=here, env=TODAY)
    entered = [item for item in json.loads(mine.out)["happened"] if item["kind"] == "money-entered"]
    assert [(item["type"], item["kronor"]) for item in entered] == [("reported", 400_000)]
