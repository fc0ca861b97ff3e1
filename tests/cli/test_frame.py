"""What typer says of itself is said in the reader's language: the frame of help pages, and what is wrong with a use."""

import re
from pathlib import Path

import pytest

from tests.program import Done, vis
from vis_cli.reference.commands import helps

FRAME = re.compile(
    r"Usage|Options|Commands|Arguments|Show this message|OPTIONS|COMMAND|ARGS|\[required|\[default"
    r"|<(?:str|int)|Error|Try '|Missing|No such|Did you mean|Possible options|Invalid value|Choose from|is not"
    r"|requires|does not|Got unexpected"
)
"""English that typer has of its own."""
PAGES = helps("sv")


def swedish(here: Path, *arguments: str) -> Done:
    return vis(*arguments, cwd=here, env={"VIS_LANG": "sv"})


@pytest.mark.parametrize("command", PAGES)
def test_the_frame_of_every_help_page_is_in_swedish(command: str) -> None:
    assert FRAME.findall(PAGES[command]) == []
    assert PAGES[command].startswith(f"Användning: vis {command}".rstrip())


def test_a_help_page_is_as_typer_lays_it_out(tmp_path: Path) -> None:
    done = swedish(tmp_path, "show", "--help")
    assert (done.code, done.err) == (0, "")
    assert (
        done.out
        == """\
Användning: vis show [FLAGGOR] {ID}

  Visa en uppgift i sin helhet och vad som hänvisar till den.

Argument:
  ID  Ett id, ett namn eller sökvägen till en fil.  [obligatoriskt]

Flaggor:
  --json          Som JSON.
  --at DATUM|REV  Vad registret sa när en dag (ÅÅÅÅ-MM-DD) var slut, eller vid
                  en tagg, gren eller commit i Git.
  --help          Visa denna hjälp och avsluta.
"""
    )


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("agreement", "decidee"), "Det finns inget kommando 'decidee'. Menade du 'decide'?"),
        (("xyz",), "Det finns inget kommando 'xyz'."),
        (
            ("agreement", "decide", "--outcom", "x"),
            "Det finns ingen flagga --outcom (möjliga är: --commit, --outcome)",
        ),
        (("show", "--xyz"), "Det finns ingen flagga --xyz"),
        (("agreement", "show"), "Argumentet 'ÖVERENSKOMMELSE' saknas."),
        (("agreement", "correct", "hok"), "Flaggan '--party' saknas."),
        (("list", "--at"), "Flaggan '--at' ska följas av ett värde."),
        (("check", "--strict=5"), "Flaggan '--strict' tar inget värde."),
        (("show", "a", "b"), "Det är för många argument: b"),
        (
            ("meeting", "agenda", "x", "--format", "doc"),
            "Värdet för '--format' är fel: 'doc' är inte något av 'md', 'pdf'.",
        ),
        (
            ("agreement", "correct", "hok", "--party", "a", "--reason", "b", "--entry", "ett"),
            "Värdet för '--entry' är fel: 'ett' är inte ett heltal.",
        ),
        (
            ("agreement", "correct", "hok", "--party", "a", "--reason", "b", "--entry", "0"),
            "Värdet för '--entry' är fel: 0 är inte tillåtet; det ska vara minst 1.",
        ),
        (
            ("agreement", "new", "--at-least", "ett"),
            "Värdet för '--at-least' är fel: 'ett' är inte ett heltal.",
        ),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_a_wrong_use_is_told_in_swedish(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    done = swedish(tmp_path, *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.splitlines()[-1] == f"Fel: {said}"
    assert FRAME.findall(done.err) == []


def test_a_wrong_use_names_the_way_to_the_help(tmp_path: Path) -> None:
    done = swedish(tmp_path, "agreement", "show")
    assert done.err.splitlines()[:3] == [
        "Användning: vis agreement show [FLAGGOR] {ÖVERENSKOMMELSE}",
        "'vis agreement show --help' visar hjälpen.",
        "",
    ]


@pytest.mark.parametrize("arguments", [(), ("agreement",), ("meeting",)])
def test_a_noun_alone_shows_its_help_as_wrong_use(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = swedish(tmp_path, *arguments)
    assert (done.code, done.out) == (2, "")
    assert done.err.rstrip().startswith("Användning: vis")
    assert FRAME.findall(done.err) == []


def test_a_wrong_use_is_told_in_english_as_typer_has_it(tmp_path: Path) -> None:
    done = vis("agreement", "decidee", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert (
        done.err
        == """\
Usage: vis agreement [OPTIONS] COMMAND [ARGS]...
Try 'vis agreement --help' for help.

Error: No such command 'decidee'. Did you mean 'decide'?
"""
    )


@pytest.mark.parametrize(
    ("arguments", "command"),
    [
        (("show", ""), "vis show ''"),
        (("agreement", "show", ""), "vis agreement show ''"),
        (("agreement", "verify", ""), "vis agreement verify ''"),
        (("agreement", "applies", "hok", "--party", " "), "vis agreement applies hok --party ' '"),
        (("meeting", "agenda", ""), "vis meeting agenda ''"),
        (("check", ""), "vis check ''"),
        (("fmt", ""), "vis fmt ''"),
        (("list", ""), "vis list ''"),
        (("explain", ""), "vis explain ''"),
        (("-C", "", "list"), "vis -C '' list"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_an_empty_argument_is_wrong_use_and_is_shown(tmp_path: Path, arguments: tuple[str, ...], command: str) -> None:
    done = vis(*arguments, cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert (
        done.err
        == f"""\
vis: an argument is empty: {command}
     write between the quotes what is meant, or leave the argument out
"""
    )


def test_a_list_of_commands_says_whole_sentences_and_a_range_is_in_words() -> None:
    group, listed = (
        next(page for name, page in PAGES.items() if name.split()[-len(words) :] == words)
        for words in (["group"], ["group", "list"])
    )
    assert "..." not in group.partition("Kommandon:")[2]
    assert "1–120" in listed
