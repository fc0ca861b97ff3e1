"""Ids and titles while a command is typed: in real shells, in a hurry, and never in the way."""

import subprocess
import time
from pathlib import Path

import pytest

from tests.program import PROGRAM, environment, register, vis
from tests.shells import bash, fish, home, needs_fish, needs_zsh, typed
from vis_cli.cli.titles import FILES_OF
from vis_cli.model import ENTITIES

HOK = "id: exempel-hok\ntitle: Huvudöverenskommelse i Exempellän\nshort_name: HÖK\ntype: main\nsources: ['s:1']\n"
GROUP = "id: exempelgruppen\nname: Exempelgruppen\ntype: steering\nlevel: regional\n"
PEOPLE = """\
ann-exempel:
  name: Ann Exempel
bo-prov:
  name: "Bo\\e[31m $(touch hack) `touch hack`"
"""
FILES = {
    "agreements/exempel-hok/agreement.yaml": HOK,
    "agreements/exempel-rehab/agreement.yaml": "id: exempel-rehab\ntitle: 'Rehab: en överenskommelse'\n",
    "agreements/trasig/agreement.yaml": "id: [trasig\n",
    "registry/groups/exempelgruppen.yaml": GROUP,
    "registry/groups/$(touch hack).yaml": "id: x\n",
    "registry/meetings/exempelgruppen/2031-02-19.yaml": "group: exempelgruppen\ndate: 2031-02-19\nstatus: planned\n",
    "registry/people.yaml": PEOPLE,
    "registry/areas.yaml": "aby:\n  name: Åby\n  type: municipality\n  municipality: aby-kommun\n",
    "registry/contacts/aby.yaml": "id: aby\n",
    "registry/figures/befolkning-2030.yaml": "id: befolkning-2030\ntitle: Folkmängd\n",
    "registry/sources.yaml": "rapporten:\n  title: Rapporten\n",
}


@pytest.fixture(scope="module")
def at(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return home(tmp_path_factory.mktemp("shells"))


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return register(tmp_path, FILES)


def answered(*words: str, cwd: Path, **env: str) -> list[list[str]]:
    done = vis(*words, cwd=cwd, env={"_VIS_COMPLETE": "1", **env})
    assert (done.code, done.err) == (0, "")
    return [line.split("\t") for line in done.lines]


def test_an_agreement_is_completed_with_its_title(here: Path) -> None:
    assert answered("agreement", "show", "ex", cwd=here) == [
        ["exempel-hok", "HÖK, Huvudöverenskommelse i Exempellän"],
        ["exempel-rehab", "Rehab: en överenskommelse"],
    ]


def test_what_cannot_be_read_is_there_without_a_title(here: Path) -> None:
    assert answered("agreement", "show", "tr", cwd=here) == [["trasig"]]


def test_a_meeting_is_completed_with_its_day_and_how_it_stands(here: Path) -> None:
    found = answered("meeting", "agenda", "", cwd=here, VIS_LANG="sv")
    assert found == [["exempelgruppen-2031-02-19", "2031-02-19, planerat"]]


@pytest.mark.parametrize(
    ("words", "id"),
    [
        (("calendar", "--person", ""), "ann-exempel"),
        (("calendar", "--group", "exem"), "exempelgruppen"),
        (("meeting", "list", ""), "exempelgruppen"),
        (("show", "åb"), "aby"),
        (("show", "ann"), "ann-exempel"),
        (("list", "gro"), "group"),
        (("explain", "gro"), "group"),
        (("schema", "gro"), "group"),
        (("completion", "z"), "zsh"),
        (("coverage", "gs"), "gsa"),
        (("coverage", "exempelg"), "exempelgruppen"),
        (("fund", "portion", "medlen", "--figure", "bef"), "befolkning-2030"),
        (("forum", "new", "--source", "rap"), "rapporten"),
    ],
)
def test_what_an_argument_takes_is_known_by_its_name(here: Path, words: tuple[str, ...], id: str) -> None:
    for language in ("sv", "en"):
        assert answered(*words, cwd=here, VIS_LANG=language)[0][0] == id


def test_commands_and_options_are_completed_with_their_help(here: Path) -> None:
    assert answered("", cwd=here)[0] == ["check", "Check the register: every fault with file, line and remedy."]
    assert "--strict" in [found[0] for found in answered("check", "--", cwd=here)]
    assert [found[0] for found in answered("agreement", "ap", cwd=here)] == ["applies"]


def test_files_are_left_to_the_shell_and_new_ids_to_the_user(here: Path) -> None:
    assert answered("check", "", cwd=here) == [[":files"]]
    assert answered("agreement", "new", "", cwd=here) == []


def test_the_register_is_the_one_that_the_line_names(here: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    away = tmp_path_factory.mktemp("away")
    assert answered("-C", str(here), "agreement", "show", "exempel-h", cwd=away)[0][0] == "exempel-hok"


@pytest.mark.parametrize(
    "words",
    [("show", "x"), ("-C", "nowhere", "show", ""), ("nosuch", ""), ("show", "--nosuch", ""), ("'", "")],
)
def test_there_is_no_answer_and_no_fault_where_nothing_is_known(tmp_path: Path, words: tuple[str, ...]) -> None:
    assert answered(*words, cwd=tmp_path) == []


def test_nothing_in_the_register_reaches_the_shell_as_a_command(here: Path, at: Path) -> None:
    assert [found[0] for found in answered("calendar", "--group", "", cwd=here)] == ["exempelgruppen"]
    (title,) = [found[1] for found in answered("calendar", "--person", "bo", cwd=here)]
    assert "\x1b" not in title
    bash(at, "vis calendar --person ", cwd=here, listed=True)
    assert not (here / "hack").exists()


def test_the_paths_of_the_kinds_are_those_of_the_models() -> None:
    assert {kind: ENTITIES[kind].path for kind in FILES_OF} == FILES_OF


def test_bash_puts_ids_in_and_lists_them_with_titles(here: Path, at: Path) -> None:
    assert bash(at, "vis agreement show ex", cwd=here) == ["exempel-hok", "exempel-rehab"]
    assert bash(at, "vis agreement show ex", cwd=here, listed=True) == [
        "exempel-hok  (HÖK, Huvudöverenskommelse i Exempellän)",
        "exempel-rehab  (Rehab: en överenskommelse)",
    ]
    assert bash(at, "vis meeting list --at HEAD ex", cwd=here) == ["exempelgruppen"]
    assert bash(at, "vis calendar --group=exem", cwd=here) == ["exempelgruppen"]
    assert bash(at, "vis check ", cwd=here) == ["files"]


def test_a_person_at_bash_sees_titles_after_more_tabs_and_the_id_after_enough_letters(here: Path, at: Path) -> None:
    screen = typed(at, "bash", "vis agreement show ex\t\t\t", "(Rehab: en överenskommelse)", cwd=here)
    assert "exempel-hok  (HÖK, Huvudöverenskommelse i Exempellän)" in screen
    typed(at, "bash", "vis agreement show exempel-r\t", "show exempel-rehab ", cwd=here)


@needs_zsh
def test_a_person_at_zsh_sees_titles_and_gets_the_id(here: Path, at: Path) -> None:
    screen = typed(at, "zsh", "vis agreement show ex\t\t", "Rehab: en överenskommelse", cwd=here)
    assert "exempel-hok" in screen and "HÖK, Huvudöverenskommelse i Exempellän" in screen
    typed(at, "zsh", "vis agreement show exempel-r\t", "show exempel-rehab ", cwd=here)


@needs_fish
def test_fish_offers_ids_with_titles(here: Path, at: Path) -> None:
    assert fish(at, "vis agreement show ex", cwd=here) == [
        "exempel-hok\tHÖK, Huvudöverenskommelse i Exempellän",
        "exempel-rehab\tRehab: en överenskommelse",
    ]
    assert "registry/" in fish(at, "vis check reg", cwd=here)


def test_an_unknown_shell_is_wrong_use(tmp_path: Path) -> None:
    done = vis("completion", "tcsh", cwd=tmp_path)
    assert (done.code, done.err) == (2, "vis: there is no completion for `tcsh`\n     it is for bash, zsh, fish\n")


@pytest.mark.alone
@pytest.mark.parametrize("words", [("agreement", "show", ""), ("show", ""), ("meeting", "agenda", ""), ("",)])
def test_an_answer_comes_within_half_a_second_from_the_real_register(words: tuple[str, ...]) -> None:
    root = Path(__file__).parent.parent.parent
    env = environment(root, {"_VIS_COMPLETE": "1"})
    times = []
    for _ in range(5):
        begun = time.perf_counter()
        subprocess.run([*PROGRAM, *words], cwd=root, env=env, stdout=subprocess.DEVNULL, check=True)
        times.append(time.perf_counter() - begun)
    assert min(times) < 0.5
