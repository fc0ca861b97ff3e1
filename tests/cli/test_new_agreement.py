"""`vis agreement new`: asked for in a terminal, by options without one; the files are valid at once."""

from pathlib import Path

import pytest

from tests.cli.agreements import COUNTY
from tests.history.repositories import Repository
from tests.program import Done, register, vis
from tests.terminal import CTRL_C, DOWN, ENTER, SPACE, Terminal

FILE = "agreements/vard-for-aldre/agreement.yaml"
VERSION = "agreements/vard-for-aldre/versions/1.0.yaml"
LEAST = ("--title", "Överenskommelse om vård för äldre", "--type", "agreement", "--rule", "all-parties")


@pytest.fixture
def county(tmp_path: Path) -> Path:
    return register(tmp_path, COUNTY)


def new(county: Path, *arguments: str) -> Done:
    return vis("agreement", "new", *arguments, cwd=county)


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts}


def test_by_options_the_files_are_made_and_their_paths_are_printed(county: Path) -> None:
    done = new(
        county,
        *LEAST,
        *("--owner", "exempelgruppen", "--owner-from", "2031-01", "--concerned", "Provgruppen för barn"),
        *(
            "--target-group",
            "Äldre",
            "--target-group",
            "Anhöriga",
            "--party",
            "region-exempel",
            "--party",
            "Provköping",
        ),
        *(
            "--not-before",
            "2031-07-01",
            "--until",
            "2034-12-31",
            "--notice-months",
            "12",
            "--notice-effect",
            "all-ends",
        ),
    )
    assert (done.code, done.lines) == (0, [FILE, VERSION])
    assert f"next: write the text in `{FILE}`" in done.err
    assert (county / FILE).read_text().partition("sections:")[0] == (
        "id: vard-for-aldre\n"
        "title: Överenskommelse om vård för äldre\n"
        "type: agreement\n"
        "owners:\n"
        "  - group: exempelgruppen\n"
        "    from: 2031-01\n"
        "concerned:\n"
        "  - provgruppen\n"
        "parties:\n"
        "  - region-exempel\n"
        "  - provkoping-kommun\n"
        "target_groups:\n"
        "  - Äldre\n"
        "  - Anhöriga\n"
        "version: '1.0'\n"
        "text_state: original\n"
    ).replace("from: 2031-01", "from: '2031-01'")
    assert (county / VERSION).read_text() == (
        "agreement: vard-for-aldre\n"
        "version: '1.0'\n"
        "entry_into_force:\n"
        "  rule: all-parties\n"
        "  not_before: 2031-07-01\n"
        "term:\n"
        "  until: 2034-12-31\n"
        "notice:\n"
        "  months: 12\n"
        "  effect: all-ends\n"
    )


def test_what_is_made_is_in_order_and_in_the_canonical_form(county: Path) -> None:
    assert new(county, *LEAST).code == 0
    done = vis("check", "--strict", "--format", "concise", FILE, VERSION, cwd=county)
    assert (done.code, [line for line in done.lines if "gap[" not in line and "error" in line]) == (0, [])
    assert vis("fmt", "--check", cwd=county).code == 0


def test_every_section_stands_there_with_what_belongs_in_it(county: Path) -> None:
    new(county, *LEAST)
    text = (county / FILE).read_text()
    assert (
        "  - id: syfte-och-mal\n"
        "    heading: Syfte och mål\n"
        "    # Vad överenskommelsen ska leda till för dem den är till för. Skriv målen så att det går att se\n"
        "    # om de har nåtts.\n"
    ) in text
    assert text.count("  - id: ") == text.count("    heading: ") >= 14


def test_the_users_own_structure_is_used(county: Path) -> None:
    register(
        county,
        {
            "templates/agreement.structure.yaml": (
                "id: agreement\nsections:\n"
                "  - id: allt\n    heading: Allt som sägs\n    prompt: Skriv allt här.\n"
                "  - id: bara-hok\n    heading: Struktur\n    prompt: Skriv inget.\n    types: [main]\n"
            )
        },
    )
    assert new(county, *LEAST).code == 0
    text = (county / FILE).read_text()
    assert text.endswith("  - id: allt\n    heading: Allt som sägs\n    # Skriv allt här.\n")


def test_without_a_terminal_all_missing_options_are_named_at_once(county: Path) -> None:
    done = new(county)
    assert (done.code, done.out) == (2, "")
    assert done.err == (
        "vis: these options are missing: --title, --type, --rule\n     without a terminal nothing is asked\n"
    )
    done = new(county, "--title", "Ett tillägg", "--type", "supplementary", "--rule", "at-least")
    assert "these options are missing: --parent, --at-least" in done.err
    assert "--party is missing" in new(county, "--title", "X", "--type", "optional", "--rule", "each-party").err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("exempelavtalet", *LEAST), "there is an agreement `exempelavtalet` already"),
        (("exempelgruppen", *LEAST), "`exempelgruppen` is the id of something else: Exempelgruppen för äldre"),
        (("Äldre", *LEAST), "`Äldre` cannot be an id"),
        ((*LEAST, "--title", "Det GAMLA  exemplet"), "there is an agreement of that title: `exempelavtalet`"),
        ((*LEAST, "--type", "agrement"), "did you mean `agreement`?"),
        ((*LEAST, "--owner", "exempelgrupen"), "did you mean `exempelgruppen`"),
        ((*LEAST, "--party", "exempelbyy"), "did you mean `exempelby-kommun`"),
        ((*LEAST, "--parent", "exempelavtalet"), "belongs to no other"),
        ((*LEAST, "--at-least", "2"), "--at-least goes with the rule `at-least`"),
        ((*LEAST, "--on-date", "2031-07-01"), "--on-date goes with the rule `fixed-date`"),
        ((*LEAST, "--until", "2031-13-01"), "there is no date `2031-13-01`"),
        ((*LEAST, "--version", "1"), "`1` is not the number of a version"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_the_way_forward(
    county: Path, arguments: tuple[str, ...], said: str
) -> None:
    before = files(county)
    done = new(county, *arguments)
    assert (done.code, done.out) == (2, "")
    assert said in done.err
    assert files(county) == before


def test_a_dry_run_shows_the_files_and_writes_nothing(county: Path) -> None:
    before = files(county)
    done = new(county, *LEAST, "--dry-run")
    assert done.code == 0
    assert "+title: Överenskommelse om vård för äldre" in done.lines
    assert files(county) == before


def test_what_is_made_can_be_committed_at_once(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    register(repository.root, COUNTY)
    repository.commit({}, "Börja registret")
    done = vis("agreement", "new", *LEAST, "--commit", cwd=repository.root, env=repository.environ)
    assert done.code == 0, done.err
    assert repository.git("status", "--short") == ""
    assert repository.git("log", "-1", "--format=%s") == "Begin agreement vard-for-aldre"


def test_in_a_terminal_it_asks_and_shows_what_can_be_chosen(county: Path) -> None:
    terminal = Terminal("agreement", "new", cwd=county)
    terminal.answer("Title", f"Tilläggsöverenskommelse om vård för åldrande på ön{ENTER}")
    terminal.answer("vard-for-aldrande-pa-on", ENTER)
    terminal.answer("local-routine", DOWN * 2 + ENTER)  # from `agreement` past `contract`
    terminal.answer("Exempelavtalet", ENTER)
    terminal.answer("Provgruppen för barn", DOWN + ENTER)
    terminal.answer("Other groups that it concerns", SPACE + ENTER)
    terminal.answer("Äldre i Exempellän", SPACE + ENTER)
    terminal.answer("Other target groups", f"Anhöriga, Ö-bor{ENTER}")
    terminal.answer("Testviks kommun", DOWN * 3 + SPACE + ENTER)  # all are marked; the last is not a party
    terminal.answer("on a fixed date", DOWN * 2 + ENTER)
    terminal.answer("How many parties", f"9{ENTER}")
    terminal.answer("a whole number from 2 to 3", f"\x7f2{ENTER}")
    terminal.answer("Not before", f"2031-07-01{ENTER}")
    terminal.answer("Last day", ENTER)
    terminal.answer("Period of notice", f"6{ENTER}")
    terminal.answer("the agreement ends for all", ENTER)
    terminal.answer("Is it right?", ENTER)
    assert terminal.end() == 0
    folder = county / "agreements/vard-for-aldrande-pa-on"
    assert (folder / "agreement.yaml").read_text().partition("sections:")[0] == (
        "id: vard-for-aldrande-pa-on\n"
        "title: Tilläggsöverenskommelse om vård för åldrande på ön\n"
        "type: supplementary\n"
        "parent: exempelavtalet\n"
        "owners:\n"
        "  - group: exempelgruppen\n"
        "concerned:\n"
        "  - provgruppen\n"
        "parties:\n"
        "  - region-exempel\n"
        "  - exempelby-kommun\n"
        "  - provkoping-kommun\n"
        "target_groups:\n"
        "  - Äldre i Exempellän\n"
        "  - Anhöriga\n"
        "  - Ö-bor\n"
        "version: '1.0'\n"
        "text_state: original\n"
    )
    assert (folder / "versions/1.0.yaml").read_text() == (
        "agreement: vard-for-aldrande-pa-on\n"
        "version: '1.0'\n"
        "entry_into_force:\n"
        "  rule: at-least\n"
        "  not_before: 2031-07-01\n"
        "  at_least: 2\n"
        "notice:\n"
        "  months: 6\n"
        "  effect: rest-continues\n"
    )
    assert vis("check", cwd=county).code == 0


def test_in_a_terminal_only_what_is_missing_is_asked_and_the_parties_are_all_at_first(county: Path) -> None:
    terminal = Terminal("agreement", "new", *LEAST[:4], "--owner", "exempelgruppen", cwd=county)
    terminal.answer("vard-for-aldre", ENTER)
    terminal.answer("Other groups", ENTER)
    terminal.answer("Target groups", ENTER)
    terminal.answer("Other target groups", ENTER)
    terminal.answer("Parties", ENTER)
    for question in ("Enters into force", "Not before", "Last day", "Period of notice", "Is it right?"):
        terminal.answer(question, ENTER)
    assert terminal.end() == 0
    assert "Title" not in terminal.screen
    assert "parties:" not in (county / FILE).read_text()  # which means the region and all municipalities


def test_the_answers_can_be_gone_through_again(county: Path) -> None:
    terminal = Terminal("agreement", "new", *LEAST[2:], "--owner", "exempelgruppen", cwd=county)
    terminal.answer("Title", f"Vård för äldr{ENTER}")
    for question in ("Id", "Other groups", "Target groups", "Other target groups", "Parties"):
        terminal.answer(question, ENTER)
    for question in ("Not before", "Last day", "Period of notice"):
        terminal.answer(question, ENTER)
    terminal.answer("Is it right?", DOWN + ENTER)
    terminal.answer("Vård för äldr", f"e{ENTER}")
    terminal.answer("vard-for-aldr", f"e{ENTER}")
    for question in ("Other groups", "Target groups", "Other target groups", "Parties"):
        terminal.answer(question, ENTER)
    for question in ("Not before", "Last day", "Period of notice", "Is it right?"):
        terminal.answer(question, ENTER)
    assert terminal.end() == 0
    assert "title: Vård för äldre\n" in (county / FILE).read_text()


@pytest.mark.parametrize("keys", [CTRL_C, f"Vård för äldre{ENTER}{CTRL_C}", f"Vård för äldre{ENTER}{ENTER}{CTRL_C}"])
def test_ctrl_c_leaves_nothing_behind(county: Path, keys: str) -> None:
    before = files(county)
    terminal = Terminal("agreement", "new", cwd=county)
    terminal.answer("Title", keys)
    assert terminal.end() == 130
    assert "nothing was written" in terminal.screen
    assert files(county) == before


def test_a_title_or_an_id_that_is_taken_is_said_at_once(county: Path) -> None:
    terminal = Terminal("agreement", "new", cwd=county)
    terminal.answer("Title", f"Exempelavtalet{ENTER}")
    terminal.answer("there is an agreement of that title: `exempelavtalet`", f" nytt{ENTER}")
    terminal.answer("exempelavtalet-nytt", "\x7f" * 5 + ENTER)
    terminal.answer("there is an agreement `exempelavtalet` already", CTRL_C)
    assert terminal.end() == 130
