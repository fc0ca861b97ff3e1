"""`vis agreement list` and `search`: which agreements there are, and which speak of something."""

import json
import os
import pty
import time
from pathlib import Path

import pytest

from tests.county import COUNTY
from tests.program import PROGRAM, VIS_YAML, environment, register, vis

ON = ("--on", "2031-06-01")


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county."""
    return register(tmp_path_factory.mktemp("county"), COUNTY, vis_yaml=None)


def ids(done_out: str) -> list[str]:
    """The ids of a list as JSON."""
    return [item["id"] for item in json.loads(done_out)["items"]]


def test_the_list_is_by_number_and_then_by_name_with_status_and_owner(here: Path) -> None:
    done = vis("agreement", "list", *ON, cwd=here)
    assert (done.code, done.err) == (0, "")
    assert (
        done.out
        == """\
no.  agreement                      type       status                answered for by
1    Boendeavtalet                  agreement  not known             Äldre
2    Kostnadsansvar för hjälpmedel  agreement  in force by a source  Gamla forumet
3    Akvarier i väntrum             agreement  draft
     HÖK                            main one   in force
     Ronder på natten               part       not known             Äldre
"""
    )


def test_the_list_of_the_kind_is_the_same(here: Path) -> None:
    assert vis("list", "agreement", cwd=here).out == vis("agreement", "list", cwd=here).out


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--status", "in force"), ["hok"]),
        (("--owner", "aldregruppen"), ["aldres-boende", "nattronder"]),
        (("--owner", "Gamla"), ["hjalpmedel"]),
        (("--owner", "aldre"), ["aldres-boende", "nattronder"]),
        (("--party", "exempelby"), ["aldres-boende", "hjalpmedel", "hok", "nattronder"]),
        (("--party", "Provkoping"), ["aldres-boende", "hjalpmedel", "akvarier", "hok", "nattronder"]),
        (("--party", "annan-region"), []),
        (("--cluster", "aldre och boende"), ["aldres-boende"]),
        (("--target-group", "äldre"), ["aldres-boende", "hjalpmedel", "nattronder"]),
        (("--target-group", "särskilt boende"), ["aldres-boende", "hjalpmedel"]),
        (("--target-group", "äldre med rullator"), ["nattronder"]),
        (("--owner", "Äldre", "--cluster", "Äldre och boende"), ["aldres-boende"]),
    ],
)
def test_a_filter_keeps_those_that_were_asked_for(here: Path, options: tuple[str, ...], expected: list[str]) -> None:
    done = vis("agreement", "list", *ON, *options, "--json", cwd=here)
    assert (done.code, ids(done.out)) == (0, expected)


def test_the_owner_is_that_of_the_day(here: Path) -> None:
    done = vis("agreement", "list", "--on", "2030-06-01", "--owner", "gamla-forumet", "--json", cwd=here)
    assert ids(done.out) == ["hjalpmedel", "akvarier"]


def test_nothing_left_is_said_aside(here: Path) -> None:
    done = vis("agreement", "list", "--status", "ended", cwd=here)
    assert (done.code, done.out, done.err) == (0, "", "no agreement is like that\n")


@pytest.mark.parametrize(
    ("options", "code", "message"),
    [
        (("--status", "in forse"), 2, "there is no status `in forse`\n     did you mean `in force`?"),
        (("--owner", "äldregrupen"), 2, "there is no group `äldregrupen`\n     did you mean `aldregruppen`?"),
        (("--party", "provköpng"), 2, "there is no organisation `provköpng`\n     did you mean `provkoping-kommun`?"),
        (("--cluster", "alder"), 2, "there is no cluster `alder`\n     did you mean `Äldre och boende`?"),
        (("--target-group", "äldrre"), 1, "no agreement names the target group `äldrre`\n     did you mean `Äldre`?"),
        (
            ("--target-group", "papegojor"),
            1,
            "no agreement names the target group `papegojor`\n     target groups are told of 3 of 5 agreements",
        ),
        (("--owner", "samrådsgruppen"), 2, "`samrådsgruppen` can be several: `aldregruppen`, `barngruppen`"),
        (("--on", "2031-02-30"), 2, "there is no day `2031-02-30`"),
    ],
)
def test_what_is_not_there_is_answered_with_what_is_near(
    here: Path, options: tuple[str, ...], code: int, message: str
) -> None:
    done = vis("agreement", "list", *options, cwd=here)
    assert (done.code, message in done.err) == (code, True), done.err


def test_in_a_narrow_terminal_no_line_is_too_long_and_no_name_is_cut(here: Path) -> None:
    main, worker = pty.openpty()
    pid = os.fork()
    if not pid:
        os.close(main)
        os.dup2(worker, 1)
        os.chdir(here)
        os.execve(
            PROGRAM[0], [*PROGRAM, "agreement", "list", "--on", "2031-06-01"], environment(here, {"COLUMNS": "60"})
        )
    os.close(worker)
    out = b""
    try:
        while piece := os.read(main, 4096):
            out += piece
    except OSError:
        pass  # so a terminal ends
    os.waitpid(pid, 0)
    lines = out.decode().splitlines()
    assert max(map(len, lines)) <= 60
    assert "…" not in out.decode()
    assert any(line.startswith("2    Kostnadsansvar") for line in lines)


@pytest.mark.parametrize(
    ("words", "expected", "why"),
    [
        ("hjälpmedel", ["hjalpmedel", "aldres-boende"], "title: Kostnadsansvar för **hjälpmedel**, överenskommelse"),
        ("hjalpmedel", ["hjalpmedel", "aldres-boende"], "title: Kostnadsansvar för **hjälpmedel**,"),
        ("hjälpmedlen", ["hjalpmedel", "aldres-boende"], "**hjälpmedel**"),
        ("hjälpmdel", ["hjalpmedel", "aldres-boende"], "kostnadsansvar för **hjälpmedel**. · like `hjälpmdel`"),
        ("hjälpmedelskostnad", ["hjalpmedel", "aldres-boende"], "like `hjälpmedelskostnad`"),
        ("larm", ["aldres-boende"], "clause 1.1: Regionen betalar **trygghetslarm** enligt punkt 1.2 och"),
        ("rullstol", ["aldres-boende"], "alias: Överenskommelsen om **rullstolar**"),
        ("läkarna", ["aldres-boende"], "summary: Kommunen och regionen delar på ansvaret för **läkarbesök**."),
        ("vägledningen", ["aldres-boende"], "guidance: **Vägledning** om larm"),
        ("platser", ["aldres-boende"], "section 1, definition: boende: En **plats** att bo på."),
        ("fotvård", ["aldres-boende"], "remark: Om **fotvård** står inget."),
        ("rond", ["nattronder", "aldres-boende"], "title: **Ronder** på natten"),
        ("3", ["akvarier"], "number: **3**"),
        ("vem betalar larmet?", ["aldres-boende"], "clause 1.1: Regionen **betalar** **trygghetslarm** enligt"),
        ("akvarier zeppelinare", ["akvarier"], "in no agreement: `zeppelinare`"),
    ],
)
def test_words_are_found_in_every_form_and_the_answer_says_where(
    here: Path, words: str, expected: list[str], why: str
) -> None:
    found = json.loads(vis("agreement", "search", words, "--json", cwd=here).out)["found"]
    assert [item["id"] for item in found] == expected
    done = vis("agreement", "search", words, cwd=here)
    assert (done.code, done.err) == (0, "")
    assert why in done.out


def test_what_has_all_the_words_comes_before_what_has_more_of_one(tmp_path: Path) -> None:
    def agreement(id: str, title: str, more: str) -> dict[str, str]:
        return {f"agreements/{id}/agreement.yaml": f"id: {id}\ntitle: {title}\ntype: agreement\n{more}"}

    here = register(
        tmp_path,
        agreement("a-titel", "Fotvård", "aliases: [Fotvården]\nsummary: Fotvård.\n")
        | agreement("b-allt", "Ett", "remarks: [{text: Om fotvård och skor.}]\n")
        | agreement("c-dem", "Två", "remarks: [{text: Om dem och om andra.}]\n")
        | agreement("d-ord", "Demensboende", ""),
    )
    found = json.loads(vis("agreement", "search", "fotvård skor", "--json", cwd=here).out)["found"]
    assert [(item["id"], item["lacking"]) for item in found] == [("b-allt", []), ("a-titel", ["skor"])]
    found = json.loads(vis("agreement", "search", "demens", "--json", cwd=here).out)["found"]
    assert [item["id"] for item in found] == ["d-ord"]
    found = json.loads(vis("agreement", "search", "dem", "--json", cwd=here).out)["found"]
    assert "c-dem" in [item["id"] for item in found]


def test_a_name_weighs_more_than_an_alias_a_summary_and_a_clause(tmp_path: Path) -> None:
    def agreement(id: str, title: str, more: str) -> dict[str, str]:
        return {f"agreements/{id}/agreement.yaml": f"id: {id}\ntitle: {title}\ntype: agreement\n{more}"}

    clause = "sections:\n  - id: a\n    heading: Annat\n    clauses: [{id: b, text: Om fotvård.}]\n"
    here = register(
        tmp_path,
        agreement("a-punkt", "Ett", clause)
        | agreement("b-rubrik", "Två", "sections: [{id: a, heading: Fotvård}]\n")
        | agreement("c-sammanfattning", "Tre", "summary: Om fotvård för alla.\n")
        | agreement("d-alias", "Fyra", "aliases: [Fotvård i länet]\n")
        | agreement("e-titel", "Fotvård i hela länet", "")
        | agreement("f-anmarkning", "Fem", "remarks: [{text: Om fotvård.}]\n"),
    )
    found = json.loads(vis("agreement", "search", "fotvård", "--json", cwd=here).out)["found"]
    assert [item["id"][0] for item in found] == ["e", "d", "c", "b", "a", "f"]
    assert found[1]["why"][0] == {
        "field": "alias",
        "place": None,
        "text": "Fotvård i länet",
        "hits": [[0, 7]],
        "words": ["fotvård"],
        "like": [],
    }


def test_a_long_text_is_shown_around_the_hit(tmp_path: Path) -> None:
    text = f"{'Före det. ' * 30}Sedan kommer fotvården till slut. {'Efter det. ' * 30}"
    here = register(
        tmp_path,
        {"agreements/x/agreement.yaml": f"id: x\ntitle: Fötter\ntype: agreement\nsummary: {text.strip()}\n"},
    )
    line = vis("agreement", "search", "fotvård", cwd=here).lines[1]
    assert line.startswith("   summary: …")
    assert "Sedan kommer **fotvården** till slut." in line
    assert line.endswith("…")
    assert len(line) <= 100


def test_when_nothing_is_found_the_exit_code_says_so_and_near_words_are_named(here: Path) -> None:
    done = vis("agreement", "search", "akvamarin", cwd=here)
    assert (done.code, done.out) == (1, "")
    assert done.err == "vis: no agreement speaks of `akvamarin`\n     words that are near: akvarier\n"
    done = vis("agreement", "search", "xyzzy", cwd=here)
    assert done.err.endswith("try another word for it; `vis agreement list` shows all\n")
    done = vis("agreement", "search", "xyzzy", "--json", cwd=here)
    assert (done.code, json.loads(done.out)["found"], done.err) == (1, [], "")
    assert vis("agreement", "search", "?!", cwd=here).code == 2


def test_only_the_ten_best_are_shown_until_all_are_asked_for(tmp_path: Path) -> None:
    files = {f"agreements/x{i}/agreement.yaml": f"id: x{i}\ntitle: Fotvård {i}\ntype: agreement\n" for i in range(12)}
    here = register(tmp_path, files)
    assert vis("agreement", "search", "fotvård", cwd=here).out.endswith("found: 12\n2 more with --all\n")
    assert vis("agreement", "search", "fotvård", "--all", cwd=here).out.count("title: **Fotvård**") == 12


@pytest.mark.parametrize("words", ["(", "a*b[", "\\d", "ä" * 500, "%s {x}", "İSTANBUL ß ŉ", "\N{COMBINING DIAERESIS}a"])
def test_whatever_is_asked_is_answered(here: Path, words: str) -> None:
    assert vis("agreement", "search", "--", words, cwd=here).code in (0, 1, 2)


@pytest.mark.slow
def test_500_agreements_are_searched_in_little_more_than_it_takes_to_read_them(tmp_path: Path) -> None:
    clauses = "".join(
        f"      - id: punkt-{j}\n        text: {'Parterna samverkar om insatser i fråga. ' * 5}\n" for j in range(20)
    )
    files = {
        f"agreements/x{i}/agreement.yaml": f"id: x{i}\ntitle: Fråga {i}\ntype: agreement\nsections:\n"
        f"  - id: text\n    heading: Texten\n    clauses:\n{clauses}"
        for i in range(500)
    }
    here = register(tmp_path, files, vis_yaml=VIS_YAML)
    began = time.monotonic()
    vis("list", "agreement", cwd=here)
    read = time.monotonic() - began
    assert vis("agreement", "search", "insatsers", cwd=here).code == 0
    assert time.monotonic() - began - read < 2 * read + 1
