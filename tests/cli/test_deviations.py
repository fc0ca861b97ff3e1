"""`vis deviation`: from what went wrong, without a word about whom, to what was done about it and how often it is."""

import json
from pathlib import Path

import pytest

from tests.local import county, forum
from tests.pdfs import assert_accessible
from tests.pdfs import text as text_of
from tests.program import Done, register, vis
from tests.terminal import DOWN, ENTER, Terminal

TODAY = {"VIS_TODAY": "2031-04-15"}
PATH = "registry/deviations/vardplan-ingen-kom-fran-varden.yaml"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county without any deviation."""
    return register(tmp_path, county(), vis_yaml=None)


def run(*arguments: str, cwd: Path) -> Done:
    """Run `vis deviation` on a day in April."""
    return vis("deviation", *arguments, cwd=cwd, env=TODAY)


@pytest.fixture
def reported(here: Path) -> Path:
    """The county with one deviation."""
    done = run(
        *("report", "--agreement", "vårdplan", "--type", "participation", "--title", "Ingen kom från vården"),
        *("--text", "Mötet fick ställas in.", "--area", "Provängen", "--date", "2031-03-20", "--by", "testviks stad"),
        cwd=here,
    )
    assert (done.code, done.out) == (0, f"{PATH}\n"), done.err
    assert done.err == (
        "vardplan-ingen-kom-fran-varden: open; told to nobody; next to tell: Samrådsgruppen för äldre\n"
    )
    return here


def test_a_deviation_is_reported(reported: Path) -> None:
    assert (reported / PATH).read_text() == (
        """\
id: vardplan-ingen-kom-fran-varden
title: Ingen kom från vården
type: participation
date: 2031-03-20
agreement: vardplan
area: provangen
reported_by: testviks-stad
text: Mötet fick ställas in.
"""
    )
    assert vis("check", cwd=reported).code == 0
    assert PATH not in vis("fmt", "--check", cwd=reported).out


def test_a_personal_identity_number_is_never_written(here: Path) -> None:
    done = run(
        *("report", "--agreement", "vardplan", "--type", "plan", "--title", "Plan saknas"),
        *("--text", "Gäller 19121212-1212."),
        cwd=here,
    )
    assert done.code == 1
    assert "VIS802" in done.err
    assert not (here / "registry/deviations").exists()


def test_it_goes_its_way_to_the_group_that_answers_and_on_and_is_closed_when_something_was_done(
    reported: Path,
) -> None:
    for answered in (
        run("route", "ingen kom", cwd=reported),
        run("route", "ingen kom", "--answer", "Vi tar upp det.", cwd=reported),
        run("route", "ingen kom", cwd=reported),
    ):
        assert answered.code == 0, answered.err
    said = (reported / PATH).read_text()
    assert said.endswith(
        """\
route:
  - to: aldregruppen
    date: 2031-04-15
    answer: Vi tar upp det.
  - to: tjanstegruppen
    date: 2031-04-15
"""
    )
    done = run(
        "measure",
        "ingen kom",
        "--text",
        "Kallelse skickas i tid",
        "--by",
        "region",
        "--due",
        "2031-04-10",
        cwd=reported,
    )
    assert done.code == 0, done.err
    assert "measures done: 0 of 1; late: 1" in done.err
    assert json.loads(run("list", "--late", "--json", cwd=reported).out)["items"][0]["computed"]["late_measures"] == [1]
    finished = run("measure", "ingen kom", "--done", "1", "--date", "2031-04-12", cwd=reported)
    assert "measures done: 1 of 1" in finished.err
    closed = run("close", "ingen kom", cwd=reported)
    assert (closed.code, closed.err.splitlines()[-1].split(";")[0]) == (
        0,
        "vardplan-ingen-kom-fran-varden: closed 2031-04-15",
    )
    again = run("measure", "ingen kom", "--text", "Mer", cwd=reported)
    assert again.code == 1
    assert "was closed 2031-04-15" in again.err
    assert run("list", "--open", cwd=reported).out == ""


def test_it_is_shown_with_the_way_it_should_go_in_the_words_of_the_agreement(reported: Path) -> None:
    done = run("show", "ingen kom", cwd=reported)
    assert done.lines[-4:] == [
        "Its way",
        "  - to be told: Samrådsgruppen för äldre, which answers for the agreement",
        "  - to be told: Tjänstestyrgruppen, which the one before reports to",
        "   The agreement says: Brister rapporteras till den grupp som förvaltar överenskommelsen.",
    ]


def test_a_forum_in_the_area_that_is_linked_to_a_group_is_told_first(reported: Path) -> None:
    more = "agreements: [vardplan]\ngroup: tjanstegruppen\nstatus: active\n"
    register(reported, forum("samradet", "sip", "provangen", more=more), vis_yaml=None)
    (item,) = json.loads(run("list", "--json", cwd=reported).out)["items"]
    assert [stage["to"] for stage in item["computed"]["to_tell"]] == ["tjanstegruppen", "aldregruppen"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("route", "ingen kom", "--date", "2031-03-01"), "it happened 2031-03-20, later than that"),
        (("route", "ingen kom", "--date", "2031-05-01"), "2031-05-01 has not come yet"),
        (("measure", "ingen kom", "--done", "1"), "has no measure 1"),
    ],
)
def test_days_that_cannot_be_are_refused(reported: Path, arguments: tuple[str, ...], said: str) -> None:
    before = (reported / PATH).read_text()
    done = run(*arguments, cwd=reported)
    assert done.code in (1, 2)
    assert said in done.err
    assert (reported / PATH).read_text() == before


def test_it_leads_to_a_development_question(reported: Path) -> None:
    register(
        reported,
        {
            "registry/questions/deltagande.yaml": "id: deltagande\ntitle: Deltagande vid SIP\n"
            "steps:\n  - level: regional\n    body: aldregruppen\n"
        },
        vis_yaml=None,
    )
    done = run("measure", "ingen kom", "--question", "deltagande", cwd=reported)
    assert done.code == 0, done.err
    assert (reported / PATH).read_text().endswith("question: deltagande\n")
    assert "led to the question: Deltagande vid SIP" in run("show", "ingen kom", cwd=reported).lines


def many(folder: Path) -> Path:
    """Deviations of two years, two areas and two types."""
    rows = (
        ("ett", "participation", "2030-05-01", "hamnen", 2),
        ("tva", "participation", "2031-02", "sjostaden", 1),
        ("tre", "plan", "2031", "provangen", 4),
        ("fyra", "plan", "[2030..2031]", "provangen", 1),
    )
    return register(
        folder,
        {
            f"registry/deviations/{id}.yaml": f"id: {id}\ntitle: {id.capitalize()}\ntype: {type}\ndate: '{date}'\n"
            f"agreement: vardplan\narea: {area}\ncount: {count}\n"
            for id, type, date, area, count in rows
        },
        vis_yaml=None,
    )


def test_cases_are_counted_by_agreement_area_type_and_year(here: Path) -> None:
    done = run("summary", cwd=many(here))
    assert done.err == "found: 4; cases: 8; open: 4\n"
    words = [line.split() for line in done.lines]
    assert words[0] == ["agreement", "area", "type", "2030", "2031", "?", "total"]
    assert words[1][-6:] == ["plan", "was", "made", "4", "1", "5"]
    assert words[2][-5:] == ["take", "part", "2", "1", "3"]
    assert "Sjöstaden*" in words[2]
    assert words[3] == ["total", "2", "5", "1", "8"]
    assert done.lines[4:] == [
        "* Sjöstaden: also what was reported for Hamnen",
        "? the year is not known",
    ]
    assert run("summary", "--year", "2031", cwd=here).err == "found: 2; cases: 5; open: 2\n"


def test_the_summary_is_a_document(here: Path) -> None:
    many(here)
    assert run("summary", "-o", "out/avvikelser.md", cwd=here).code == 0
    text = (here / "out/avvikelser.md").read_text()
    assert "# Avvikelser till och med 15\xa0april 2031" in text
    assert "| Sjöstaden (med Hamnen) | Bristande deltagande | 2 | 1 | 0 | 3 |" in text
    assert run("summary", "-o", "out/avvikelser.pdf", cwd=here).code == 0
    pdf = (here / "out/avvikelser.pdf").read_bytes()
    assert_accessible(pdf, title="Avvikelser till och med 15\xa0april 2031", tables=True)
    assert "8 fall i 4 rapporter" in " ".join(text_of(pdf).split())


def test_in_a_terminal_what_is_not_given_is_asked(here: Path) -> None:
    terminal = Terminal("deviation", "report", "--agreement", "vardplan", cwd=here, env=TODAY)
    terminal.answer("What went wrong?", DOWN + ENTER)
    terminal.answer("Where?", DOWN + ENTER)
    terminal.answer("What is it about?", "Kallelsen kom inte" + ENTER)
    terminal.answer("What happened?", ENTER)
    assert terminal.end() == 0, terminal.screen
    text = (here / "registry/deviations/vardplan-kallelsen-kom-inte.yaml").read_text()
    assert "type: summons\n" in text
    assert "area: provangen\n" in text


def test_what_is_to_be_done_stands_in_the_year(reported: Path) -> None:
    run("measure", "ingen kom", "--text", "Kallelse i tid", "--due", "2031-09-10", cwd=reported)
    year = vis("plan", "show", "2031", "--group", "äldre", cwd=reported, env=TODAY)
    assert "Measure after a deviation: Kallelse i tid" in year.out, year.err
    document = vis("plan", "show", "2031", "-o", "out/year.md", cwd=reported, env=TODAY)
    assert document.code == 0, document.err
    assert "Kallelse i tid" in (reported / "out/year.md").read_text()
