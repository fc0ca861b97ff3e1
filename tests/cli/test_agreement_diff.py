"""`vis agreement diff`: two texts in a real repository, in every format that it can be had in."""

import json
from pathlib import Path

import pytest

from tests import pdfs
from tests.history.repositories import Repository
from tests.program import VIS_YAML, Done, vis
from vis_cli.model.agreement import Agreement
from vis_cli.registry import load
from vis_cli.registry.digest import digest
from vis_cli.source.tree import MemoryTree

AGREEMENT = "agreements/provavtal/agreement.yaml"
ORGANISATIONS = """\
exempelregionen: {name: Exempelregionen, type: principal, side: region}
exempelby: {name: Exempelby kommun, type: principal, side: municipality}
provkoping: {name: Provköpings kommun, type: principal, side: municipality}
testvik: {name: Testviks kommun, type: principal, side: municipality}
"""
STRUCTURE = """\
id: agreement
sections:
  - id: ansvar
    heading: Ansvar
    prompt: Vem som gör vad.
"""
FIRST = """\
id: provavtal
title: Överenskommelse om samverkan vid exempel
short_name: Provavtalet
type: agreement
target_groups: [barn i exempelåldern]
follow_up:
  criteria: [Andel planeringar inom tiden]
deviations:
  text: Avvikelser rapporteras varje kvartal.
responsibilities:
  - task: Kallar till planering
    by: region
amounts:
  - kronor: 100000
    purpose: utbildning
version: "1.0"
text_state: original
sections:
  - id: ansvar
    heading: Ansvar
    clauses:
      - id: kallelse
        heading: Kallelse
        text: Regionen ska kalla till planering inom 30 dagar efter att behovet blev känt.
      - id: tvist
        text: Tvist löses i samråd.
  - id: uppfoljning
    heading: Uppföljning
    clauses:
      - id: arlig
        text: >-
          Parterna följer upp överenskommelsen varje år. Resultatet redovisas för samrådsgruppen i oktober.
"""
SECOND = """\
id: provavtal
title: Överenskommelse om samverkan vid exempel
short_name: Provavtalet
type: agreement
target_groups: [barn i exempelåldern]
follow_up:
  criteria: [Andel planeringar inom tiden]
deviations:
  text: Avvikelser rapporteras varje kvartal.
responsibilities:
  - task: Kallar till planering
    by: both
amounts:
  - kronor: 120000
    purpose: utbildning
version: "2.0"
text_state: original
sections:
  - id: ansvar
    heading: Ansvar
    clauses:
      - id: barn
        heading: <b>Barn</b> & *unga* | _alla_
        text: Barnets bästa ska utredas, 1 \\< 2 &amp; `<script>`.
      - id: kallelse
        heading: Kallelse
        text: Regionen ska kalla till planering inom 14 dagar efter att behovet blev känt.
  - id: uppfoljning
    heading: Uppföljning och lärande
    clauses:
      - id: arlig
        text: Parterna följer upp överenskommelsen varje år.
      - id: resultat
        text: Resultatet redovisas för samrådsgruppen i oktober.
      - id: tvist
        text: Tvist löses i samråd.
"""


def version(name: str, text: str, parties: str, more: str = "") -> str:
    entity = load(MemoryTree({AGREEMENT: text})).registry.get(Agreement, "provavtal")
    assert entity is not None
    return (
        f'agreement: provavtal\nversion: "{name}"\nparties: [{parties}]\n{more}'
        f"publication: {{date: 2031-03-01, digest: {digest(entity.entity)}}}\n"
    )


ONE = version("1.0", FIRST, "exempelregionen, exempelby", "entry_into_force: {rule: all-parties}\n")
TWO = version("2.0", SECOND, "exempelregionen, testvik", "entry_into_force: {rule: each-party}\nnotice: {months: 6}\n")


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Repository:
    """Version 1.0, tagged, then 2.0."""
    found = Repository(tmp_path_factory.mktemp("diff") / "register")
    shared = {
        "registry/vis.yaml": VIS_YAML,
        "registry/organisations.yaml": ORGANISATIONS,
        "templates/agreement.structure.yaml": STRUCTURE,
    }
    one = {AGREEMENT: FIRST, "agreements/provavtal/versions/1.0.yaml": ONE}
    found.commit({**shared, **one}, "Publicera 1.0", day="2031-03-01")
    found.git("tag", "-a", "-m", "1.0", "agreement/provavtal/1.0")
    found.commit({AGREEMENT: SECOND, "agreements/provavtal/versions/2.0.yaml": TWO}, "Publicera 2.0", day="2031-05-01")
    return found


def diff(repository: Repository, *arguments: str, cwd: Path | None = None) -> Done:
    return vis("agreement", "diff", *arguments, cwd=cwd or repository.root, env=repository.environ)


EXPECTED = """\
Överenskommelse om samverkan vid exempel
from version 1.0 to version 2.0

The text
  Clause 1.1 <b>Barn</b> & *unga* | _alla_ has been added.
      {+Barnets bästa ska utredas, 1 < 2 & <script>.+}
  Clause 1.1 Kallelse is now clause 1.2.
  Clause 1.2 Kallelse (formerly 1.1): “30 dagar” is replaced by “14 dagar”.
      Regionen ska kalla till planering inom [-30 dagar-] {+14 dagar+} efter att behovet blev känt.
  Section 2: the heading “Uppföljning” is now “Uppföljning och lärande”.
  Clause 2.1: “Resultatet redovisas för samrådsgruppen i oktober.” is struck.
  One sentence of clause 2.1 stands word for word in clause 2.2, which has been added.
      Parterna följer upp överenskommelsen varje år. [-Resultatet redovisas för samrådsgruppen i oktober.-]
  Clause 2.2 has been added.
      {+Resultatet redovisas för samrådsgruppen i oktober.+}
  Clause 1.2 has moved from section 1 to section 2 and is now clause 2.3.

Beside the text
  Testviks kommun is a new party.
  Exempelby kommun is no longer a party.
  The rule of entry into force changes from “all parties must have adopted it” to \
“for each party once it has adopted it”.
  The period of notice is now stated: 6 months.
  The amount for utbildning changes from 100 000 kronor to 120 000 kronor.
  Who does what: “Kallar till planering” was done by the region and is now done by the region \
and the municipality together.
"""


def test_two_versions_are_compared_in_sentences(repository: Repository) -> None:
    done = diff(repository, "provavtal", "1.0", "2.0")
    assert done.out.replace("\N{NO-BREAK SPACE}", " ") == EXPECTED
    assert (done.code, done.err) == (0, "")


def test_without_versions_the_text_now_is_compared_with_the_version_before(repository: Repository) -> None:
    assert diff(repository, "provavtal").out == diff(repository, "provavtal", "1.0", "2.0").out


def test_a_commit_and_a_day_are_texts_too(repository: Repository) -> None:
    commit = repository.git("rev-parse", "HEAD~1")[:12]
    by_commit, by_day = diff(repository, "provavtal", "HEAD~1"), diff(repository, "provavtal", "2031-04-01")
    assert by_commit.out == by_day.out
    assert by_commit.out.splitlines()[1] == f"from commit {commit} of 1 March 2031 to version 2.0"
    assert by_commit.out.splitlines()[2:] == diff(repository, "provavtal", "1.0").out.splitlines()[2:]
    assert "Word for word the same" in diff(repository, "provavtal", "HEAD~1", "1.0").out


def test_a_text_that_is_being_worked_on_is_compared_with_the_one_published(tmp_path: Path) -> None:
    register = Repository(tmp_path / "register")
    files = {"registry/vis.yaml": VIS_YAML, "registry/organisations.yaml": ORGANISATIONS, AGREEMENT: FIRST}
    register.commit({**files, "agreements/provavtal/versions/1.0.yaml": ONE}, day="2031-03-01")
    register.git("tag", "-a", "-m", "1.0", "agreement/provavtal/1.0")
    register.write(AGREEMENT, FIRST.replace("30 dagar", "20 dagar"))
    out = diff(register, "provavtal").out
    assert "from version 1.0 to the text as it is now" in out
    assert "“30 dagar” is replaced by “20 dagar”" in out
    register.write("agreements/provavtal/versions/2.0.yaml", 'agreement: provavtal\nversion: "2.0"\n')
    register.write(AGREEMENT, SECOND)
    assert "to the draft of version 2.0" in diff(register, "provavtal").out


def test_a_version_whose_tag_is_lost_is_found_and_that_is_said(tmp_path: Path) -> None:
    register = Repository(tmp_path / "register")
    files = {"registry/vis.yaml": VIS_YAML, "registry/organisations.yaml": ORGANISATIONS, AGREEMENT: FIRST}
    register.commit({**files, "agreements/provavtal/versions/1.0.yaml": ONE}, day="2031-03-01")
    register.commit({AGREEMENT: SECOND, "agreements/provavtal/versions/2.0.yaml": TWO}, day="2031-05-01")
    done = diff(register, "provavtal")
    assert done.out.replace("\N{NO-BREAK SPACE}", " ") == EXPECTED
    assert "there is no tag `agreement/provavtal/1.0`" in done.err


def test_as_json_nothing_is_said_that_a_program_would_have_to_read(repository: Repository) -> None:
    report = json.loads(diff(repository, "provavtal", "--json").out)
    assert report["schema_version"] == 1
    assert (report["before"]["version"], report["after"]["version"]) == ("1.0", "2.0")
    moved = next(item for item in report["changes"] if item["type"] == "moved")
    assert moved == {
        "type": "moved",
        "element": "clause",
        "id": "tvist",
        "before": {"number": "1.2", "name": None, "section": "ansvar"},
        "after": {"number": "2.3", "name": None, "section": "uppfoljning"},
    }
    assert {"type": "changed", "field": "amounts", "key": "utbildning"}.items() <= report["facts"][4].items()
    assert report["facts"][4]["after"] == ["exact", 120000]


def test_as_markdown_the_wordings_stand_beside_each_other(repository: Repository, tmp_path: Path) -> None:
    made = diff(repository, "provavtal", "--format", "md").out
    assert "# Provavtalet: jämförelse av version 1.0 och version 2.0" in made
    assert "| Ställe | Nuvarande lydelse (version 1.0) | Föreslagen lydelse (version 2.0) |" in made
    assert "inom **30 dagar** efter att behovet blev känt. | Regionen" in made
    assert "inom **14 dagar** efter att behovet blev känt. |" in made
    assert "1 \\< 2 & \\<script\\>" in made or "1 \\< 2 & \\<script>" in made
    target = tmp_path / "jämförelse.md"
    assert diff(repository, "provavtal", "-o", str(target)).code == 0
    assert target.read_text(encoding="utf-8") == made


def test_the_pdf_is_for_everyone_to_read_with_a_table_of_two_wordings(repository: Repository, tmp_path: Path) -> None:
    target = tmp_path / "a.pdf"
    assert diff(repository, "provavtal", "-o", str(target)).code == 0
    made = target.read_bytes()
    pdfs.assert_accessible(made, title="Provavtalet: jämförelse av version 1.0 och version 2.0", tables=True)
    text = " ".join(pdfs.text(made).split())
    assert "Nuvarande lydelse (version 1.0) Föreslagen lydelse (version 2.0)" in text
    assert "14 dagar" in text
    again = tmp_path / "b.pdf"
    diff(repository, "provavtal", "-o", str(again))
    assert again.read_bytes() == made


def test_the_web_page_stands_alone_and_says_what_a_line_through_a_word_does_not(
    repository: Repository, tmp_path: Path
) -> None:
    target = tmp_path / "a.html"
    assert diff(repository, "provavtal", "-o", str(target)).code == 0
    page = target.read_text(encoding="utf-8")
    assert page.startswith('<!DOCTYPE html>\n<html lang="sv">')
    assert (
        'inom <del><span class="unseen">[utgår: </span>30 dagar<span class="unseen">]</span></del> '
        '<ins><span class="unseen">[nytt: </span>14 dagar<span class="unseen">]</span></ins> efter'
    ) in page
    assert "&lt;b&gt;Barn&lt;/b&gt; &amp; *unga* | _alla_" in page
    assert "1 &lt; 2 &amp; &lt;script&gt;." in page
    assert "<script" not in page
    assert "<b>" not in page
    assert "src=" not in page
    assert "href=" not in page
    assert "http" not in page.replace("http-equiv", "")


def test_a_text_file_and_json_are_written_too(repository: Repository, tmp_path: Path) -> None:
    diff(repository, "provavtal", "-o", str(tmp_path / "a.txt"))
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == diff(repository, "provavtal").out
    diff(repository, "provavtal", "--json", "-o", str(tmp_path / "a.json"))
    assert (tmp_path / "a.json").read_text(encoding="utf-8") == diff(repository, "provavtal", "--json").out


def test_a_text_that_the_register_does_not_have_is_not_compared(tmp_path: Path) -> None:
    register = Repository(tmp_path / "register")
    empty = FIRST.partition("sections:")[0].replace("text_state: original\n", "")
    register.commit({"registry/vis.yaml": VIS_YAML, AGREEMENT: empty}, day="2031-03-01")
    register.write(AGREEMENT, FIRST)
    out = diff(register, "provavtal", "HEAD").out
    assert "The text of commit" in out
    assert "is not in the register.\n" in out
    assert "has been added" not in out
    assert "The texts were not compared." in out
    assert json.loads(diff(register, "provavtal", "HEAD", "--json").out)["changes"] is None
    assert "Texten i commit" in diff(register, "provavtal", "HEAD", "--format", "md").out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("provavtal", "3.0"), "has no version `3.0`"),
        (("provavtal", "saknas"), "there is no commit `saknas`"),
        (("exempelby",), "there is no agreement `exempelby`"),
        (("provavtal", "-o", "a.docx"), "`.docx` is no format of comparisons"),
        (("provavtal", "-o", "agreements/a.md"), "inside the register"),
        (("provavtal", "-o", "agreements/a.txt"), "inside the register"),
        (("provavtal", "--json", "-o", "agreements/a.json"), "inside the register"),
    ],
)
def test_what_cannot_be_compared_is_said(repository: Repository, arguments: tuple[str, ...], words: str) -> None:
    done = diff(repository, *arguments)
    assert (done.code, done.out) == (2, "")
    assert words in done.err


def test_before_anything_is_published_two_texts_must_be_named(tmp_path: Path) -> None:
    register = Repository(tmp_path / "register")
    register.commit({"registry/vis.yaml": VIS_YAML, AGREEMENT: FIRST})
    done = diff(register, "provavtal")
    assert done.code == 2
    assert "no version of `provavtal` is published" in done.err
    assert "`vis agreement diff provavtal HEAD~1`" in done.err


def test_dates_are_told_as_people_say_them(tmp_path: Path) -> None:
    found = Repository(tmp_path / "register")
    other = {"registry/vis.yaml": VIS_YAML, "registry/organisations.yaml": ORGANISATIONS}
    found.commit({**other, AGREEMENT: FIRST + "next_review: 2032-03\n"}, day="2031-03-01")
    found.commit({AGREEMENT: FIRST + "next_review: '2033-05-01'\n"}, day="2031-04-01")
    assert "The next review changes from March 2032 to 1 May 2033." in diff(found, "provavtal", "HEAD~1").out
    swedish = vis("agreement", "diff", "provavtal", "HEAD~1", cwd=found.root, env={**found.environ, "VIS_LANG": "sv"})
    assert "mars 2032" in swedish.out
    assert "1 maj 2033" in swedish.out


def test_a_clause_with_another_id_is_said_to_be_likely_the_same(tmp_path: Path) -> None:
    """It is told as removed and added all the same: a part is known by its id and nothing else."""
    found = Repository(tmp_path / "register")
    found.commit({"registry/vis.yaml": VIS_YAML, AGREEMENT: FIRST}, day="2031-03-01")
    renamed = FIRST.replace("id: kallelse", "id: kallelse-till-planering").replace("inom 30 dagar", "inom 14 dagar")
    found.commit({AGREEMENT: renamed}, day="2031-04-01")
    done = diff(found, "provavtal", "HEAD~1")
    assert "Clause 1.1 Kallelse is removed." in done.out
    assert (
        "Nearly the same stands in clause 1.1 Kallelse: the id seems to have changed from `kallelse` to "
        "`kallelse-till-planering`." in done.out
    )
    found.commit({AGREEMENT: FIRST.replace("id: arlig", "id: arligen")}, day="2031-05-01")
    done = diff(found, "provavtal", "HEAD~2")
    assert "The same stands in clause 2.1: the id seems to have changed from `arlig` to `arligen`." in done.out
    assert "sentences of" not in done.out
    removed = next(item for item in json.loads(diff(found, "provavtal", "HEAD~2", "--json").out)["changes"])
    assert removed["nearly_the_same_in"] == {"id": "arligen"}
