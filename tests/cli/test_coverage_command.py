"""`vis coverage`: what must exist and whether it does, in words, in detail, as data and as a document."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.pdfs import assert_accessible
from tests.program import register, vis

TODAY = {"VIS_TODAY": "2031-05-01"}
FILES = {
    "registry/vis.yaml": """\
id: vis
name: Vård i samverkan Exempellän
short_name: VIS
county: Exempellän
exemptions:
  - {expects: gsa, area: testvik, reason: En egen organisation samordnar vården}
""",
    "registry/organisations.yaml": """\
exempelregionen: {name: Exempelregionen, type: principal, side: region}
exempelby-kommun: {name: Exempelby kommun, aliases: [Exempelby], type: principal, side: municipality}
storstad: {name: Storstad, type: principal, side: municipality}
testviks-kommun: {name: Testviks kommun, type: principal, side: municipality}
""",
    "registry/areas.yaml": """\
exempelby: {name: Exempelby, type: municipality, municipality: exempelby-kommun}
testvik: {name: Testvik, type: municipality, municipality: testviks-kommun}
norr: {name: Norr, type: district, municipality: storstad}
soder: {name: Söder, type: district, municipality: storstad}
""",
    "registry/contacts/exempelby.yaml": "id: exempelby\ngsa: [{clinic: Exempelby vårdcentral}]\n",
    "registry/contacts/norr.yaml": "id: norr\ngsa: [{clinic: Norra vårdcentralen}]\n",
    "registry/contacts/soder.yaml": "id: soder\ngsa: [{clinic: Södra vårdcentralen, until: 2031-06-30}]\n",
    "registry/groups/aldregruppen.yaml": """\
id: aldregruppen
name: Äldregruppen
type: consultation
level: regional
status: established
""",
    "agreements/avtalet/agreement.yaml": """\
id: avtalet
title: Vården av äldre
type: agreement
number: 1
local_consultation: true
owners: [{group: aldregruppen}]
""",
    "agreements/annat/agreement.yaml": "id: annat\ntitle: Färdtjänst\ntype: agreement\nnumber: 2\n",
}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return register(tmp_path, FILES, vis_yaml=None)


def data(here: Path, *arguments: str) -> dict[str, dict[str, Any]]:
    done = vis("coverage", *arguments, "--json", cwd=here, env=TODAY)
    answer = json.loads(done.out)
    assert (done.code, answer["schema_version"]) == (0, 1)
    return {item["expects"]: item for item in answer["expectations"]}


def test_each_thing_is_one_line_in_words(here: Path) -> None:
    done = vis("coverage", cwd=here, env=TODAY)
    assert (done.code, done.err) == (0, "")
    text = " ".join(done.out.split())
    assert text.startswith("Coverage, 2031-05-01")
    assert (
        "- GSA: 2 of 3 municipalities; 3 = 1 municipalities + 2 districts; "
        "exception: Testvik: En egen organisation samordnar vården -"
    ) in text
    assert "- KSA: known in 0 of 3 municipalities; between 0 and 4 of 4 areas; the register says nothing of" in text
    assert "- Group that answers for it: 1 of 2 agreements; missing: Färdtjänst -" in text
    assert "- Local consultation, Vården av äldre: known in 0 of 3 municipalities" in text
    assert "- Action plan of the BUS group: expected of nothing that is in the register" in text


def test_one_thing_lists_each_of_its_subjects(here: Path) -> None:
    out = vis("coverage", "gsa", cwd=here, env=TODAY).out
    assert "  Exempelby  there      Exempelby vårdcentral\n" in out
    assert "  Testvik    excepted   En egen organisation samordnar vården\n" in out
    gaps = vis("coverage", "gsa", "--missing", cwd=here, env=TODAY).out
    assert "nothing is missing" in gaps
    assert "Exempelby vårdcentral" not in gaps


def test_the_answer_is_of_the_day_that_is_asked(here: Path) -> None:
    out = vis("coverage", "gsa", "--on", "2031-07-01", cwd=here).out
    assert "  Söder      missing    Södra vårdcentralen until 2031-06-30, nobody after\n" in out


@pytest.mark.parametrize("words", ["owner", "förvaltande grupp", "agare", "Owner"])
def test_the_thing_can_be_said_in_either_language(here: Path, words: str) -> None:
    assert list(data(here, words)) == ["owner"]


def test_a_municipality_an_area_an_agreement_or_a_group_is_told_with_all_that_is_expected_of_it(here: Path) -> None:
    assert [item["id"] for item in data(here, "Storstad")["gsa"]["subjects"]] == ["norr", "soder"]
    assert list(data(here, "Norr")) == ["ksa", "gsa", "local-consultation"]
    assert list(data(here, "aldregruppen")) == ["annual-plan", "mandate", "knowledge-link"]
    assert data(here, "Färdtjänst")["owner"]["subjects"][0]["state"] == "missing"


def test_a_word_for_nothing_is_refused_with_what_there_is(here: Path) -> None:
    done = vis("coverage", "gsaa", cwd=here, env=TODAY)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("vis: there is no expectation `gsaa`\n     did you mean")


def test_as_data_with_figures_states_and_subjects(here: Path) -> None:
    found = data(here)
    assert list(found) == [
        "ksa", "gsa", "local-consultation", "owner", "follow-up", "parties", "annual-plan", "mandate",
        "knowledge-link", "action-plan",
    ]  # fmt: skip
    gsa = found["gsa"]
    assert gsa["municipalities"] == {"total": 3, "covered": 2, "undivided": 1, "districts": 2}
    assert (gsa["least"], gsa["most"], gsa["expected"], gsa["states"]["excepted"]) == (3, 3, 3, 1)
    only = data(here, "--missing")
    assert "gsa" not in only
    assert [item["id"] for item in only["owner"]["subjects"]] == ["annat"]


def test_as_a_document_with_tables_and_a_sheet_of_signs(here: Path) -> None:
    assert vis("coverage", "-o", "out/c.md", cwd=here, env=TODAY).code == 0
    text = (here / "out/c.md").read_text(encoding="utf-8").replace("\u00a0", " ")
    assert text.startswith("# Täckning 1 maj 2031\n")
    assert "| GSA | 3 av 3 |" in text
    assert "| Testvik | Undantag | En egen organisation samordnar vården |" in text
    assert "| Färdtjänst | **Saknas** |  |" in text
    assert vis("coverage", "-o", "out/c.pdf", cwd=here, env=TODAY).code == 0
    assert_accessible((here / "out/c.pdf").read_bytes(), title="Täckning 1\u00a0maj 2031", tables=True)


def test_no_state_is_told_by_colour_alone(here: Path) -> None:
    import datetime as dt

    from vis_cli.documents.matrix import WORDS, matrix
    from vis_cli.facts.expectations import covered
    from vis_cli.registry import load
    from vis_cli.source.tree import WorkTree

    picture = matrix(covered(load(WorkTree(here)).registry, dt.date(2031, 5, 1)), "Täckning")
    assert picture is not None
    cells = [cell for block in picture.context["blocks"] for cell in block["cells"]]
    assert {cell["state"] for cell in cells} == {"there", "unknown", "excepted", "missing"}
    assert all(cell["title"].endswith(WORDS[cell["state"]]) for cell in cells)
    assert {item["state"] for item in picture.context["key"]} == {cell["state"] for cell in cells}


def test_exemptions_of_other_things_are_checked_too(here: Path) -> None:
    (here / "registry/vis.yaml").write_text(
        FILES["registry/vis.yaml"]
        + "  - {expects: owner, agreement: avtalet, reason: Ingen}\n"
        + "  - {expects: owner, agreement: annat, reason: Ingen}\n"
        + "  - {expects: owner, agreement: annat, reason: Ingen igen}\n"
        + "  - {expects: mandate, reason: Ingen}\n"
        + "  - {expects: mandate, group: aldregruppen, agreement: annat, reason: Ingen}\n"
        + "  - {expects: ksa, agreement: annat, reason: Ingen}\n",
        encoding="utf-8",
    )
    done = vis("check", "--format", "concise", "--select", "VIS236,VIS237,VIS560", cwd=here)
    assert [line.split(" ", 1)[1] for line in done.lines] == [
        "error[VIS236] `avtalet` needs no exemption, for it is there: group that answers for it",
        "error[VIS237] `annat` is exempted twice from the same: group that answers for it",
        "error[VIS560] the exemption names no group that is exempted: mandate",
        "error[VIS560] the exemption names several things: `annat`, `aldregruppen`",
        "error[VIS560] the exemption names the wrong kind of thing, agreement and not area: KSA",
    ]
    shown = vis("show", "annat", cwd=here).out
    assert "no owner expected" in shown
