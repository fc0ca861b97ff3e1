"""The program in Swedish: every message is translated, and the reader's language is the one that is used."""

import ast
import gettext
import re
import string
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from tests.program import register, vis
from vis_cli.reference.__main__ import derived
from vis_cli.reference.catalogue import LOCALE, messages
from vis_cli.reference.commands import helps

ROOT = Path(__file__).parent.parent
MESSAGES = messages(ROOT)
SWEDISH = gettext.GNUTranslations((ROOT / LOCALE / "vis.mo").open("rb")).gettext

SAME = {
    "GSA", "ID", "Id", "KSA", "ORGANISATION", "PERSON", "REV", "STATUS", "TEXT", "VERSION", "[ID]", "[PLAN]",
    "[VERSION]", "Version {version}: {progress}.", "{value} ({when})", "{what}: {text}",
    "alias", "commit", "definition", "dialog", "forum", "id", "information", "kronor", "organisation", "original",
    "2. Representation", "BUS", "FORM", "FORUM", "KSA–GSA", "N", "SIP", "version {version}", "{kronor} kr",
    "{weight} %",
    "{value} ({when}; {sources})", "{when}: {what} ({owner})",
    "period", "person", "plan", "region", "regional", "representation", "status", "text", "version",
    "April", "September", "November", "December",
    "Git", "Git {version}", "Installation", "Python {version}", "Register",
    "git config core.ignorecase true", "git config core.precomposeunicode true",
    'git config --global user.name "…" and git config --global user.email "…"',
}  # fmt: skip
"""What is the same in both languages."""
HELPS = {language: helps(language) for language in ("sv", "en")}


def in_swedish(*arguments: str, cwd: Path, **env: str) -> str:
    done = vis(*arguments, cwd=cwd, env={"VIS_LANG": "sv", "COLUMNS": "80", "TERMINAL_WIDTH": "80", **env})
    return done.out + done.err


def fields(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(template) if name is not None)


def test_the_catalogue_has_every_message_and_no_other() -> None:
    with (ROOT / LOCALE / "vis.po").open("rb") as file:
        known = {str(message.id) for message in read_po(file) if message.id}
    assert known == set(MESSAGES), "run `make generate`"


def test_every_message_that_is_marked_is_found() -> None:
    """A message inside an f-string is not seen by the extraction; it must stand somewhere else too."""
    for path in (ROOT / "vis_cli").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("_", "N_"):
                for argument in node.args:
                    if isinstance(argument, ast.Constant):
                        assert argument.value in MESSAGES, f"{path.relative_to(ROOT)}:{node.lineno}"


def test_every_message_is_translated() -> None:
    assert [message for message in sorted(MESSAGES) if SWEDISH(message) == message and message not in SAME] == []


@pytest.mark.parametrize("message", [message for message in sorted(MESSAGES) if "{" in message])
def test_a_translation_has_the_same_places_for_values(message: str) -> None:
    assert fields(SWEDISH(message)) == fields(message)


def test_a_translation_has_the_same_keys_commands_and_values() -> None:
    """What stands in back-ticks is written into files or typed, and so the same in every language.

    The words of closed vocabularies may be typed in Swedish: they are understood, and told so.
    """
    examples = {"`# vis: allow VIS146 - why`", "`# vis: allow VIS203 - why it is right here`", "`[text](address)`"}
    examples |= {
        "`all`",
        "`vis group join {group} --role process-leader …`",
        "`1=partly: half of them`",
        "`costs=municipality:60,region:40`",
        "`municipality:60,region:40`",
        "`--rule PORTION=per-inhabitant`",
        "`vis fund enter {fund} decided AMOUNT --meeting MEETING`",
        "`vis fund enter {fund} used AMOUNT`",
    }
    for message in MESSAGES:
        wanted = {found for found in re.findall(r"`[^`]+`", message) if found not in examples}
        assert wanted <= set(re.findall(r"`[^`]+`", SWEDISH(message))), message


WEEKDAYS = {"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"}
"""English writes them with a capital, Swedish does not."""


def test_a_translation_begins_and_ends_as_the_message_does() -> None:
    for message in set(MESSAGES) - WEEKDAYS:
        swedish = SWEDISH(message)
        assert swedish == swedish.strip()
        if " " in message:  # else the head of a column, shortened in its own way in each language
            assert swedish.endswith(".") == message.endswith("."), message
        if (
            message[:1].isalpha()
            and swedish[:1].isalpha()
            and not swedish.startswith("Git")
            and not re.match(r"[A-ZÅÄÖ]{2}", swedish)  # an abbreviation: BUS, GSA, NPO
        ):
            assert swedish[0].isupper() == message[0].isupper(), message


def test_what_is_derived_is_as_it_was_written() -> None:
    stale = [path for path, content in derived().items() if (ROOT / path).read_bytes() != content]
    assert stale == [], "run `make generate`"


BROKEN = {
    "registry/groups/exempelgruppen.yaml": """\
id: exempelgruppen
name: Exempelgruppen
type: steering
level: regional
status: aktive
"""
}


def test_a_fault_is_told_in_swedish(tmp_path: Path) -> None:
    out = in_swedish("check", cwd=register(tmp_path, BROKEN))
    assert (
        out
        == """\
registry/groups/exempelgruppen.yaml:5:9: fel[VIS043] `aktive` är inte något av de värden som `status` kan ha
   4 │ level: regional
   5 │ status: aktive
     │         ^^^^^^
   hjälp: menade du `active`? Möjliga är: proposed, decided, establishing, established, active, stalled, discontinued\
  ·  vis explain VIS043

filer: 2, uppgifter: 1, fel: 1, varningar: 0, luckor: 0
"""
    )


def test_a_word_among_the_values_is_told_in_swedish(tmp_path: Path) -> None:
    text = BROKEN["registry/groups/exempelgruppen.yaml"].replace("aktive", "active") + "reports_to: ingen\n"
    out = in_swedish("check", "--select", "VIS201", cwd=register(tmp_path, {next(iter(BROKEN)): text}))
    assert "fel[VIS201] `ingen` finns inte (grupp)" in out


@pytest.mark.parametrize("command", HELPS["sv"])
def test_the_help_is_in_swedish(command: str) -> None:
    out = " ".join(HELPS["sv"][command].split())
    english = [message for message, places in MESSAGES.items() if any("/cli/" in place for place in places)]
    assert [message for message in english if message.endswith(".") and message in out] == []
    out = re.sub(r"--[a-z-]+", "", out)
    assert not re.search(r"\b(the|this|of|and|or|file|folder|KIND|PATH|DIR|FILE|MEETING)\b", out), out


@pytest.mark.parametrize("language", ["sv", "en"])
@pytest.mark.parametrize("command", HELPS["sv"])
def test_no_help_of_a_command_is_cut_at_80_columns(command: str, language: str) -> None:
    out = HELPS[language][command]
    assert [
        line for line in out.splitlines() if line.endswith("...") and not line.startswith(("Usage", "Användning"))
    ] == []


@pytest.mark.parametrize("word", ["överenskommelse", "överenskommelser", "Överenskommelse", "agreement", "agreements"])
@pytest.mark.parametrize("language", ["sv", "en"])
def test_a_kind_has_its_swedish_name_too(word: str, language: str) -> None:
    out = in_swedish("list", word, cwd=ROOT, VIS_LANG=language)
    assert "HÖK" in out


def test_a_list_has_swedish_heads_and_values() -> None:
    assert in_swedish("list", cwd=ROOT).splitlines()[0].split() == ["sort", "antal", "filer"]
    meetings = in_swedish("list", "möten", cwd=ROOT).splitlines()
    assert meetings[0].split() == ["id", "datum", "status", "grupp"]
    assert meetings[1].split()[2] == "fastställt"


def test_json_is_the_same_in_every_language() -> None:
    for arguments in (["list"], ["list", "grupp"], ["show", "hok"]):
        swedish, english = (in_swedish(*arguments, "--json", cwd=ROOT, VIS_LANG=name) for name in ("sv", "en"))
        assert swedish == english


def test_a_failure_is_told_in_swedish(tmp_path: Path) -> None:
    assert in_swedish("show", "bussan", cwd=ROOT).splitlines()[0] == "vis: inget har id `bussan`"
    assert in_swedish("check", cwd=tmp_path).startswith("vis: inget register här")


def test_a_page_begins_with_its_swedish_headline() -> None:
    out = in_swedish("explain", "VIS201", cwd=ROOT)
    assert out.startswith("VIS201 · unknown-reference · fel\n\nEn hänvisning går till något som inte finns.\n\nA ")


@pytest.mark.parametrize(
    ("environment", "swedish"),
    [
        ({"VIS_LANG": "", "LANG": "sv_SE.UTF-8"}, True),
        ({"VIS_LANG": "", "LANG": "en_GB.UTF-8"}, False),
        ({"VIS_LANG": "", "LC_ALL": "sv_SE.UTF-8", "LANG": "en_GB.UTF-8"}, True),
        ({"VIS_LANG": "en", "LANG": "sv_SE.UTF-8"}, False),
        ({"VIS_LANG": "sv", "LANG": "C.UTF-8"}, True),
    ],
)
def test_the_language_is_the_readers(environment: dict[str, str], swedish: bool) -> None:
    out = in_swedish("list", cwd=ROOT, **environment)
    assert out.startswith("sort") == swedish


def test_a_message_within_an_f_string_is_one_of_those_to_translate(tmp_path: Path) -> None:
    (tmp_path / "vis_cli").mkdir()
    (tmp_path / "vis_cli/page.py").write_text(
        "told = f\"{_(N_('within'))}: {1}\"\nN_('one ' 'and')\n", encoding="utf-8"
    )
    assert {"within", "one and"} <= messages(tmp_path).keys()
