"""`vis local`: local agreements and routines, and how they differ from area to area."""

import json
from pathlib import Path

import pytest

from tests.local import county
from tests.pdfs import assert_accessible
from tests.pdfs import text as text_of
from tests.program import Done, register, vis
from tests.terminal import ENTER, SPACE, Terminal

TODAY = {"VIS_TODAY": "2031-04-15"}
HEAD = "id: {id}\ntitle: Rutin i {area}\ntype: routine\nareas: [{area}]\nagreement: vardplan\n"
MORE = {
    "provangen": "rhythm:\n  text: 4 gånger per år\nconvener: testviks-stad\nfunctions: [GSA, KSA, MAS]\n"
    "verified: 2031-01-10\n",
    "skisslunden": "rhythm:\n  text: 4 gånger per år\nconvener: region-exempel\nfunctions: [KSA, GSA]\n",
    "hamnen": "rhythm:\n  text: En gång per termin\nfunctions: [GSA, KSA, MAR]\n",
}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county, with routines in three areas."""
    files = {
        f"registry/local-agreements/rutin-{area}.yaml": HEAD.format(id=f"rutin-{area}", area=area) + more
        for area, more in MORE.items()
    }
    return register(tmp_path, county() | files, vis_yaml=None)


def run(*arguments: str, cwd: Path) -> Done:
    """Run `vis local` on a day in April."""
    return vis("local", *arguments, cwd=cwd, env=TODAY)


def test_a_comparison_marks_what_differs_and_what_is_missing(here: Path) -> None:
    done = run("compare", cwd=here)
    assert done.code == 0, done.err
    assert done.out == (
        """\
             how often  who convenes  functions  matters  parties  verified
Hamnen       ≠          –             ≠          –        –        –
Provängen    =          ≠             ≠          –        –        +
Skisslunden  =          ≠             ≠          –        –        –

= as the others, or most of them
≠ otherwise than most, or each its own way
– not said
+ said

How often: 2 different ways
  - 4 gånger per år
    Provängen, Skisslunden
  - En gång per termin
    Hamnen

Who convenes: 2 different ways, not said by 1
  - Testviks stad
    Provängen
  - Region Exempel
    Skisslunden
  - not said
    Hamnen

Functions: 3 different ways
   all have: GSA; KSA
  - MAR
    Hamnen
  - MAS
    Provängen
  - nothing more
    Skisslunden

Matters: said by none

Parties: said by none

Verified: not said by 2
  - 2031-01-10
    Provängen
  - not said
    Hamnen, Skisslunden
"""
    )


def test_those_to_compare_are_named_or_chosen(here: Path) -> None:
    named = json.loads(run("compare", "rutin-hamnen", "rutin-provangen", "--json", cwd=here).out)
    assert [item["id"] for item in named["items"]] == ["rutin-hamnen", "rutin-provangen"]
    chosen = json.loads(run("compare", "--area", "sjöstaden", "--area", "skisslunden", "--json", cwd=here).out)
    assert [item["id"] for item in chosen["items"]] == ["rutin-hamnen", "rutin-skisslunden"]
    assert chosen["fields"][2]["common"] == ["GSA", "KSA"]
    alone = run("compare", "rutin-hamnen", cwd=here)
    assert (alone.code, "a comparison needs two" in alone.err) == (2, True)


def test_the_comparison_is_a_document(here: Path) -> None:
    assert run("compare", "-o", "out/j.md", cwd=here).code == 0
    text = (here / "out/j.md").read_text()
    assert "| Hamnen | **avviker** | **saknas** | **avviker** |" in text
    assert "På tre olika sätt. Alla har: GSA; KSA." in text
    assert run("compare", "-o", "out/j.pdf", cwd=here).code == 0
    pdf = (here / "out/j.pdf").read_bytes()
    assert_accessible(pdf, title="Lokala överenskommelser jämförda 15\xa0april 2031", tables=True)
    assert "En gång per termin" in " ".join(text_of(pdf).split())


def test_one_is_listed_by_the_area_that_took_over_and_says_what_it_lacks(here: Path) -> None:
    done = run("list", "--area", "Sjöstaden", cwd=here)
    assert done.lines == [
        "Rutin i hamnen",
        "   rutin-hamnen · routine",
        "   where: Hamnen (now Sjöstaden)",
        "   carries out: Överenskommelse om vårdplan",
        "   how often: En gång per termin",
        "   who convenes: not said",
        "   functions: GSA; KSA; MAR",
        "   matters: not said",
        "   parties: not said",
        "   made sure of: not said",
    ]


def test_one_is_entered_by_options_and_what_it_does_not_say_is_noted(here: Path) -> None:
    done = run(
        *("new", "--title", "Rutin i Exempelby", "--type", "rutin", "--area", "exempelby", "--from", "2031-01"),
        *("--rhythm", "Varje månad", "--convening-function", "Samordnaren", "--function", "KSA", "--function", "GSA"),
        cwd=here,
    )
    path = "registry/local-agreements/rutin-i-exempelby.yaml"
    assert (done.code, done.out) == (0, f"{path}\n"), done.err
    assert done.err == "note: it does not say what is taken up\nrutin-i-exempelby: routine\n"
    assert vis("check", cwd=here).code == 0
    assert path not in vis("fmt", "--check", cwd=here).out


def test_in_a_terminal_what_every_one_should_say_is_asked(here: Path) -> None:
    terminal = Terminal("local", "new", "--title", "Ramverk", "--type", "framework", cwd=here, env=TODAY)
    terminal.answer("For which areas?", SPACE + ENTER)
    terminal.answer("Who made it?", ENTER)
    terminal.answer("Which agreement of the county", ENTER)
    terminal.answer("How often does one meet?", "Varje år" + ENTER)
    terminal.answer("Which function convenes?", "Samordnaren" + ENTER)
    terminal.answer("Which functions take part?", "KSA, GSA" + ENTER)
    terminal.answer("What is taken up?", ENTER)
    assert terminal.end() == 0, terminal.screen
    text = (here / "registry/local-agreements/ramverk.yaml").read_text()
    assert "functions:\n  - KSA\n  - GSA\n" in text
