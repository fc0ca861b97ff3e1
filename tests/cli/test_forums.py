"""`vis forum`: where there are local forums, where there are none, and what nobody knows."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.local import county, forum
from tests.pdfs import assert_accessible
from tests.pdfs import text as text_of
from tests.program import Done, register, vis
from tests.terminal import DOWN, ENTER, SPACE, Terminal

TODAY = {"VIS_TODAY": "2031-04-15"}
COUNTED = "number: {number}\nas_of: 2030-12\nstatus: active\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county without any forum."""
    return register(tmp_path, county(), vis_yaml=None)


def run(*arguments: str, cwd: Path) -> Done:
    """Run `vis forum` on a day in April."""
    return vis("forum", *arguments, cwd=cwd, env=TODAY)


def with_centres(folder: Path) -> Path:
    """Family centres, counted in three of the four districts of Testvik, and none in the fourth."""
    files: dict[str, str] = {}
    for area, number in (("provangen", 2), ("sjostaden", 3), ("skisslunden", 1), ("utkastberget", 0)):
        files |= forum(f"familjecentraler-{area}", "family-centre", area, more=COUNTED.format(number=number))
    return register(folder, files, vis_yaml=None)


def counted(folder: Path, *arguments: str) -> dict[str, Any]:
    """What the matrix counts in the districts, as JSON."""
    found = json.loads(run("matrix", "--json", *arguments, cwd=folder).out)["types"]
    answer: dict[str, Any] = next(item for item in found if item["municipality"])
    return answer


def test_a_matrix_says_in_plain_words_how_many_there_are_and_where_there_is_none(here: Path) -> None:
    done = run("matrix", "--type", "family-centre", cwd=with_centres(here))
    assert done.code == 0, done.err
    assert done.out == (
        """\
              fam.centre
Provängen     2
Sjöstaden     3
Skisslunden   1
Utkastberget  no

6 family centres in 3 of 4 districts in Testviks stad (December 2030).
   None in: Utkastberget.

Nothing is known in these areas (1): Exempelby.
"""
    )
    listed = run("list", "--type", "familjecentraler", cwd=here)
    assert listed.lines[-2:] == [
        "6 family centres in 3 of 4 districts in Testviks stad (December 2030).",
        "   None in: Utkastberget.",
    ]


def test_what_is_only_said_of_most_areas_gives_bounds_with_the_words_of_the_source_and_never_a_figure(
    here: Path,
) -> None:
    extent = "extent:\n  within: testviks-stad\n  text: de flesta stadsdelar\n  least: 3\n  most: 4\n"
    folder = register(here, forum("samrad", "local-consultation", more=extent), vis_yaml=None)
    done = run("matrix", "--type", "lokalt samråd", cwd=folder)
    assert done.lines == [
        "Local consultations in at least 3 and at most 4 of 4 districts in Testviks stad.",
        '   Stated: "de flesta stadsdelar": at least 3, at most 4; which they are is not said.',
    ]
    found = counted(folder, "--type", "local-consultation")
    assert (found["least"], found["most"], found["number"]) == (3, 4, None)
    assert len(found["not_known"]) == 4
    one = run("matrix", "--type", "local-consultation", "--area", "Provängen", cwd=folder)
    assert "at least" not in one.out


def test_what_is_said_of_every_area_holds_in_each(here: Path) -> None:
    extent = "extent:\n  within: testviks-stad\n  text: i alla stadsdelar\n  least: 4\n  most: 4\n"
    folder = register(here, forum("bus", "bus", more=extent), vis_yaml=None)
    done = run("matrix", "--type", "bus", cwd=folder)
    assert "BUS groups in all 4 districts in Testviks stad." in done.lines
    assert "Provängen     yes" in done.lines


def test_what_is_said_and_what_is_known_may_disagree_and_then_that_is_said(here: Path) -> None:
    extent = "extent:\n  within: testviks-stad\n  text: alla stadsdelar\n  least: 4\n  most: 4\n"
    none = forum("inget", "sip", "sjostaden", more=COUNTED.format(number=0))
    folder = register(
        here, forum("samrad", "sip", more=extent) | forum("ett", "sip", "provangen") | none, vis_yaml=None
    )
    found = counted(folder, "--type", "sip")
    assert (found["agree"], found["least"], found["most"]) == (False, 1, 3)


def test_what_is_said_of_some_areas_may_be_others_than_those_that_are_known(here: Path) -> None:
    extent = "extent:\n  within: testviks-stad\n  text: i två områden\n  least: 2\n  most: 2\n"
    files = forum("samrad", "sip", more=extent) | forum("ett", "sip", "provangen")
    found = counted(register(here, files, vis_yaml=None), "--type", "sip")
    assert (found["agree"], found["least"], found["most"]) == (True, 2, 3)


def test_a_forum_entered_for_an_old_area_counts_for_the_one_that_took_over_and_is_marked(here: Path) -> None:
    folder = register(here, forum("natverket", "network", "hamnen", name="Nätverket"), vis_yaml=None)
    done = run("matrix", "--type", "network", cwd=folder)
    assert "Sjöstaden  yes*" in done.lines, done.out
    assert "* Sjöstaden, network: entered for Hamnen" in done.lines
    assert "   where: Hamnen (now Sjöstaden)" in run("list", "--area", "sjöstaden", cwd=folder).lines
    before = run("matrix", "--type", "network", "--on", "2028-06-01", cwd=folder)
    assert "Hamnen  yes" in before.lines


def test_that_there_is_none_in_a_part_of_an_area_says_nothing_of_the_rest_of_it(here: Path) -> None:
    none = 'number: 0\nas_of: "2028"\n'
    other = forum("natverket", "network", "provangen")
    folder = register(here, {**forum("ingen-i-hamnen", "network", "hamnen", more=none), **other}, vis_yaml=None)
    done = run("matrix", "--type", "network", "--all", "--on", "2029-06-01", cwd=folder)
    assert "Sjöstaden     ?" in done.lines, done.out
    assert "None in" not in done.out
    register(here, forum("ingen-i-kajen", "network", "kajen", more=none), vis_yaml=None)
    done = run("matrix", "--type", "network", "--all", "--on", "2029-06-01", cwd=folder)
    assert "Sjöstaden     no*" in done.lines, done.out
    assert "   None in: Sjöstaden." in done.lines


def test_a_forum_that_areas_share_is_one_forum(here: Path) -> None:
    folder = register(here, forum("samradet", "local-consultation", "provangen", "skisslunden"), vis_yaml=None)
    done = run("matrix", "--type", "local-consultation", cwd=folder)
    assert "Provängen    shared" in done.lines, done.out
    assert "Local consultation, shared: Provängen, Skisslunden" in done.lines


def test_a_matrix_of_all_types_is_no_wider_than_a_narrow_terminal(here: Path) -> None:
    types = "ksa-gsa gsa-cluster discharge sip bus local-consultation complex-needs disability physicians family-centre"
    files: dict[str, str] = {}
    for type in f"{types} youth-clinic home-visits personal-ombudsman hygiene steering network civil-society".split():
        files |= forum(f"forumet-{type}", type, "provangen", more="status: planned\n")
    done = run("matrix", cwd=register(here, files, vis_yaml=None))
    grid = [line for line in done.lines if line.startswith("Provängen  planned")]
    assert len(grid) == 3
    assert max(len(line) for line in done.lines) <= 100
    assert max(map(len, grid)) <= 80
    assert "Nothing is known of: other forums." in done.lines


def test_what_is_out_of_date_is_asked_with_what_lacks_most_first(here: Path) -> None:
    fine = "convener: region-exempel\nrhythm:\n  text: Varje månad\nstatus: active\nverified: {day}\n"
    files = {
        **forum("fragan", "network", "provangen", more="convening_function: Varierar\n", name="Frågan"),
        **forum("gammal", "sip", "provangen", more=fine.format(day="2029-05-01"), name="Gammal"),
        **forum("ny", "sip", "skisslunden", more=fine.format(day="2031-01-10"), name="Ny"),
        **forum("slut", "sip", "skisslunden", more="status: discontinued\n", name="Slut"),
        **forum("centralen", "family-centre", "provangen", more="status: active\nverified: 2031-01\n"),
    }
    folder = register(here, files, vis_yaml=None)
    done = run("stale", cwd=folder)
    assert done.out == (
        """\
Frågan
   fragan · network
  - whether it is active is not known
  - who convenes it is said to be "Varierar"
  - how often it meets is not said
  - nobody has made sure that this is right

Gammal
   gammal · SIP forum
  - last made sure of 1 May 2029
"""
    )
    assert done.err == "to ask of: 2 of 5 forums\n"
    assert "Ny" in run("stale", "--months", "2", cwd=folder).lines


def test_a_forum_is_entered_by_options_made_sure_of_and_ended(here: Path) -> None:
    entered = run(
        *("new", "--name", "BUS i Provängen", "--type", "BUS-grupp", "--area", "provängen"),
        *(
            "--convener",
            "testviks stad",
            "--rhythm",
            "4 gånger per år",
            "--agreement",
            "vardplan",
            "--status",
            "active",
        ),
        cwd=here,
    )
    path = "registry/forums/bus-i-provangen.yaml"
    assert (entered.code, entered.out) == (0, f"{path}\n"), entered.err
    assert entered.err == "bus-i-provangen: active; Provängen\n"
    assert (here / path).read_text() == (
        """\
id: bus-i-provangen
name: BUS i Provängen
type: bus
areas:
  - provangen
convener: testviks-stad
rhythm:
  text: 4 gånger per år
agreements:
  - vardplan
status: active
"""
    )
    verified = run("verify", "BUS", "--rhythm", "2 gånger per år", cwd=here)
    assert (verified.code, verified.err) == (0, "bus-i-provangen: active\n")
    assert "  text: 2 gånger per år\n" in (here / path).read_text()
    assert (here / path).read_text().endswith("status: active\nverified: 2031-04-15\n")
    ended = run("end", "bus-i-provangen", "--date", "2031-03", "--why", "Skolan tog över", cwd=here)
    assert (ended.code, ended.err) == (0, "bus-i-provangen: discontinued until 2031-03\n")
    assert "status: discontinued\n" in (here / path).read_text()
    again = run("end", "bus-i-provangen", cwd=here)
    assert again.code == 1
    assert "`bus-i-provangen` has ended already" in again.err
    assert "Provängen  ended" in run("matrix", "--type", "bus", cwd=here).lines
    assert vis("check", cwd=here).code == 0
    assert "registry/f" not in vis("fmt", "--check", cwd=here).out


def test_what_a_source_says_of_most_areas_is_entered_with_its_words_and_bounds(here: Path) -> None:
    what = ("new", "--name", "Samråden", "--type", "local-consultation", "--extent", "de flesta stadsdelar")
    part = run(*what, "--within", "testviks stad", cwd=here)
    assert (part.code, "missing: --least, --most" in part.err) == (2, True)
    done = run(*what, "--within", "testviks stad", "--least", "3", "--most", "4", cwd=here)
    assert done.code == 0, done.err
    assert (
        (here / "registry/forums/samraden.yaml")
        .read_text()
        .endswith(
            """\
extent:
  within: testviks-stad
  text: de flesta stadsdelar
  least: 3
  most: 4
"""
        )
    )
    wrong = run(*what, "--id", "fel", "--within", "testviks stad", "--least", "4", "--most", "3", cwd=here)
    assert (wrong.code, "VIS531" in wrong.err) == (1, True)


def test_who_convenes_must_be_one_answer(here: Path) -> None:
    done = run(
        *("new", "--name", "Samrådet", "--type", "sip", "--area", "exempelby"),
        *("--convening-function", "Det varierar"),
        cwd=here,
    )
    assert done.code == 1
    assert "who convenes must be one answer" in done.err


def test_a_second_forum_of_a_type_in_an_area_is_noted(here: Path) -> None:
    register(here, forum("natverket", "network", "exempelby"), vis_yaml=None)
    done = run("new", "--name", "Nya nätverket", "--type", "network", "--area", "Exempelby", cwd=here)
    assert done.err.startswith("note: there is a forum of that type in the area already: `natverket`, Natverket\n")


def test_without_a_terminal_what_is_missing_is_named(here: Path) -> None:
    done = run("new", "--name", "Samrådet", cwd=here)
    assert done.code == 2
    assert "missing: --type, --area" in done.err


def test_in_a_terminal_what_is_not_given_is_asked(here: Path) -> None:
    terminal = Terminal("forum", "new", "--type", "network", cwd=here, env=TODAY)
    terminal.answer("For which areas?", DOWN + SPACE + ENTER)
    terminal.answer("What is it called?", ENTER)
    terminal.answer("How does it stand?", DOWN + DOWN + ENTER)
    terminal.answer("Who convenes it?", ENTER)
    terminal.answer("Which function convenes it?", "Samordnaren" + ENTER)
    terminal.answer("How often does it meet?", ENTER)
    terminal.answer("Which agreements does it follow from?", ENTER)
    assert terminal.end() == 0, terminal.screen
    assert (here / "registry/forums/network-sjostaden.yaml").read_text() == (
        """\
id: network-sjostaden
name: Network, Sjöstaden
type: network
areas:
  - sjostaden
convening_function: Samordnaren
status: active
"""
    )


def test_a_forum_is_shown_with_its_open_deviations_and_what_to_ask(here: Path) -> None:
    files = forum("natverket", "network", "exempelby", more="status: active\nverified: 2031-04-01\n") | {
        "registry/deviations/brist.yaml": "id: brist\ntitle: Ingen kom\ntype: participation\ndate: 2031-02-01\n"
        "agreement: vardplan\nforum: natverket\n"
    }
    done = run("show", "natverket", cwd=register(here, files, vis_yaml=None))
    assert done.lines[-6:] == [
        "Open deviations",
        "  - brist: Ingen kom",
        "",
        "To ask",
        "  - nobody is said to convene it",
        "  - how often it meets is not said",
    ]


def test_the_matrix_is_a_document(here: Path) -> None:
    extent = "extent:\n  within: testviks-stad\n  text: de flesta stadsdelar\n  least: 3\n  most: 4\n"
    files = forum("samrad", "local-consultation", more=extent) | forum("natverket", "network", "hamnen", "provangen")
    register(with_centres(here), files | forum("lanets", "hygiene", name="Länets hygienforum"), vis_yaml=None)
    assert run("matrix", "-o", "out/m.md", cwd=here).code == 0
    text = (here / "out/m.md").read_text()
    assert "| Sjöstaden | 3 | delat med Provängen ¹ |" in text
    assert "- Sjöstaden, nätverk: infört för Hamnen, före sammanslagningen" in text
    assert "### 6 familjecentraler i 3 av 4 stadsdelsområden i Testviks stad (december 2030)" in text
    assert "Källan säger ”de flesta stadsdelar”: minst 3 och högst 4. Vilka det är sägs inte." in text
    assert "- Länets hygienforum (forum om vårdhygien)" in text
    assert "Inget är känt om Exempelby." in text
    assert run("matrix", "-o", "out/m.pdf", cwd=here).code == 0
    pdf = (here / "out/m.pdf").read_bytes()
    assert_accessible(pdf, title="Lokala samverkansforum 15\xa0april 2031", tables=True)
    assert "6 familjecentraler i 3 av 4" in " ".join(text_of(pdf).split())
