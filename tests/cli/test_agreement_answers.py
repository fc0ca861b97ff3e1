"""`vis agreement show`, `applies` and `status`: the answers in words, through the real program."""

import json
from pathlib import Path

from tests.facts.county import ALL, EACH, EXEMPELBY, PROVKOPING, REGION, TESTVIK, County
from tests.history.repositories import Repository, repository  # noqa: F401 - a fixture
from tests.program import Done, vis

SWEDISH = {"VIS_LANG": "sv"}


def laid(county: County, folder: Path) -> Path:
    """The county's files on disk."""
    tree = county.tree()
    for root in ("registry", "agreements"):
        for entry in tree.entries(root):
            path = folder / entry.path
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(tree.read(entry.path))
    return folder


def ask(folder: Path, *arguments: str, swedish: bool = False) -> Done:
    done = vis("agreement", *arguments, cwd=folder, env=SWEDISH if swedish else None)
    assert done.code == 0, done.err
    return done


def half(**more: object) -> County:
    county = County().version(rule={**ALL, "not_before": "2031-07-01"}, **more)
    return county.decided(REGION, "2031-02-03").decided(EXEMPELBY, "2031-03-10")


def test_what_it_waits_for_is_said_in_swedish(tmp_path: Path) -> None:
    laid(half(), tmp_path)
    said = ask(tmp_path, "applies", "avtalet", "--on", "2031-05-01", swedish=True)
    assert said.lines == [
        "Gäller inte än: 2 av 4 parter har antagit; saknas: Provköpings kommun och Testviks kommun; "
        "tidigast 1 juli 2031.",
        "Den träder i kraft när alla parter har antagit den, tidigast 1 juli 2031.",
    ]


def test_what_applies_and_why(tmp_path: Path) -> None:
    county = half()
    county.decided(PROVKOPING, "2031-08-25")
    last = {"outcome": "adopted", "date": "2031-09-15", "body": "Kommunfullmäktige", "reference": "§ 77"}
    laid(county.decided(TESTVIK, last), tmp_path)
    assert ask(tmp_path, "applies", "Exempelavtalet", "--on", "2031-12-01").lines == [
        "Version 1.0 applies since 15 September 2031.",
        "4 of 4 parties have adopted it.",
        "The last was Testviks kommun, 15 September 2031 (Kommunfullmäktige, § 77).",
    ]


def test_what_a_source_states_is_said_with_its_source(tmp_path: Path) -> None:
    county = County().version(rule=ALL, stated_in_force={"date": "2022-23", "sources": ["prov:16"]})
    county.files["registry/sources.yaml"] = {"prov": {"title": "Provkällan"}}
    laid(county, tmp_path)
    said = ask(tmp_path, "applies", "avtalet", "--on", "2026-11-22", swedish=True).lines[0]
    assert said == "Gäller enligt källa: i kraft hösten 2022 (Provkällan, prov:16); 0 av 4 beslut registrerade."


def test_each_party_has_an_answer_of_its_own(tmp_path: Path) -> None:
    county = half().version("2.0", EACH)
    for party in (PROVKOPING, TESTVIK):
        county.decided(party, "2031-04-01")
    for party in (REGION, EXEMPELBY):
        county.decided(party, "2033-02-06", version="2.0")
    laid(county, tmp_path)
    new = ask(tmp_path, "applies", "avtalet", "--on", "2033-03-01", "--party", "Exempelby").lines
    old = ask(tmp_path, "applies", "avtalet", "--on", "2033-03-01", "--party", "testvik").lines
    assert new[0] == "Version 2.0 applies since 6 February 2033."
    assert old[0] == "Version 1.0 applies since 1 July 2031."
    both = ask(tmp_path, "applies", "avtalet", "--on", "2033-03-01").lines
    assert "Version 1.0 still binds Provköpings kommun and Testviks kommun." in both


def test_as_json_every_part_of_the_answer_is_there(tmp_path: Path) -> None:
    laid(half(), tmp_path)
    report = json.loads(ask(tmp_path, "applies", "--on", "2031-05-01", "--json").out)
    answer = report["answers"][0]
    assert (report["schema_version"], answer["state"], answer["missing"]) == (1, "not-yet", [PROVKOPING, TESTVIK])
    assert answer["earliest"] == "2031-07-01"


def test_what_waits_for_whom_and_since_when(tmp_path: Path) -> None:
    county = half(recommendations=[{"body": REGION, "date": "2031-01-15"}])
    laid(county.decided(TESTVIK, {"outcome": "prepared", "date": "2031-04-01"}), tmp_path)
    said = ask(tmp_path, "status", "--on", "2031-05-01").out
    assert "Exempelavtalet 1.0 · since 15 January 2031 (106 days)" in said
    assert "waits for Provköpings kommun and Testviks kommun" in said
    assert "prepared by Testviks kommun" in said
    assert (
        ask(tmp_path, "status", "--on", "2031-05-01", "--party", EXEMPELBY).out
        == "Nothing waits for Exempelby kommun.\n"
    )


def test_the_status_of_one_agreement_lists_its_parties(tmp_path: Path) -> None:
    laid(half(), tmp_path)
    said = ask(tmp_path, "status", "avtalet", "--on", "2031-05-01").out
    assert "2 of 4 parties have adopted" in said
    assert "Exempelby kommun" in said and "10 March 2031" in said


def test_a_correction_a_year_later_leaves_both_answers_right(repository: Repository) -> None:  # noqa: F811
    """What applied on a day, as it is known now and as it was known then."""
    county = half(publication={"date": "2031-01-02", "digest": "0" * 64}).decided(PROVKOPING, "2031-05-05")
    wrong = {"outcome": "adopted", "date": "2031-08-12"}
    laid(county.decided(TESTVIK, wrong), repository.root)
    repository.commit({}, "Testvik har antagit", day="2031-08-20")
    right = {"outcome": "adopted", "date": "2031-09-12", "corrects": 1, "reason": "Fel månad"}
    laid(county.decided(TESTVIK, wrong, right), repository.root)
    repository.commit({}, "Testviks datum rättat", day="2032-08-20")
    ask_then = ("applies", "avtalet", "--on", "2031-08-31")
    now = ask(repository.root, *ask_then).lines[0]
    then = ask(repository.root, *ask_then, "--at", "2032-01-01")
    assert now == "Does not apply yet: it enters into force 12 September 2031."
    assert then.lines[0] == "Version 1.0 applies since 12 August 2031."
    assert "as the register was in commit" in then.err


def test_the_page_of_an_agreement_says_what_a_reader_wants_to_know(tmp_path: Path) -> None:
    county = half()
    county.agreement |= {
        "summary": "Den som behöver hjälp ska få den på ett ställe.",
        "target_groups": ["Äldre"],
        "ages": {"youngest": 65},
        "responsibilities": [{"task": "Läkarinsatser", "by": "region"}, {"task": "Hemtjänst", "by": "municipality"}],
    }
    laid(county, tmp_path)
    said = ask(tmp_path, "show", "avtalet", "--on", "2031-05-01", swedish=True).out
    for words in (
        "Exempelavtalet",
        "Gäller inte än",
        "2/4",
        "Den som behöver hjälp",
        "Vem gör vad",
        "Läkarinsatser",
        "Inte avskriven",
    ):
        assert words in said, words
    assert all(len(line) <= 80 for line in said.splitlines())


def whole() -> County:
    county = half()
    return county.decided(PROVKOPING, "2031-08-25").decided(TESTVIK, "2031-09-15")


def test_a_file_that_cannot_be_understood_makes_the_answer_unknown(tmp_path: Path) -> None:
    folder = laid(whole(), tmp_path)
    path = "agreements/avtalet/adoptions/1.0/testvik.yaml"
    (folder / path).write_text((folder / path).read_text(encoding="utf-8").replace("adopted", "adoptd"), "utf-8")
    done = ask(folder, "applies", "avtalet", "--on", "2031-12-01")
    assert done.lines == [f"Not known: {path} cannot be understood; `vis check` says why."]
    assert json.loads(ask(folder, "applies", "avtalet", "--json").out)["answers"][0]["state"] == "unknown"
    assert path in ask(folder, "list").err
    assert "in force" not in ask(folder, "list").out
    refused = vis("agreement", "text", "avtalet", cwd=folder)
    assert (refused.code, refused.out) == (1, "")
    assert path in refused.err


def test_a_no_is_told_beside_what_the_source_states(tmp_path: Path) -> None:
    county = County().version(rule=ALL, stated_in_force={"date": "2022-23"}).decided(EXEMPELBY, "2022-05-01")
    county.decided(REGION, {"outcome": "rejected", "date": "2022-06-14"})
    said = ask(laid(county, tmp_path), "applies", "avtalet", "--on", "2026-11-22").lines
    assert "2 of 4 decisions recorded" in said[0]
    assert "Not recorded: Provköpings kommun and Testviks kommun." in said
    assert "Exempelregionen said no, which the source does not tell." in said
    found = vis("check", "--format", "concise", cwd=tmp_path).out
    assert "VIS299" in found and "has said no" in found


def test_who_has_left_is_told(tmp_path: Path) -> None:
    county = half(notice={"months": 6}).decided(PROVKOPING, "2031-08-25")
    county.decided(TESTVIK, "2031-09-15", {"outcome": "withdrawn", "date": "2033-01-10"})
    folder = laid(county, tmp_path)
    assert (
        "Testviks kommun has given notice: its last day is 10 July 2033; for the others it goes on."
        in ask(folder, "applies", "avtalet", "--on", "2033-05-01").lines
    )
    said = ask(folder, "applies", "avtalet", "--on", "2034-01-01").lines
    assert "It no longer binds Testviks kommun: the last day was 10 July 2033." in said


def test_a_party_is_told_of_its_own_decision(tmp_path: Path) -> None:
    decision = {"outcome": "adopted", "date": "2031-04-01", "body": "Kommunfullmäktige", "reference": "§ 5"}
    county = County().version(rule=EACH).decided(REGION, "2031-02-03").decided(TESTVIK, decision)
    said = ask(laid(county, tmp_path), "applies", "avtalet", "--on", "2031-06-01", "--party", "Testvik").lines
    assert "Testviks kommun adopted it 1 April 2031 (Kommunfullmäktige, § 5)." in said


def test_one_who_has_joined_and_not_decided_is_told_so(tmp_path: Path) -> None:
    county = County().version(rule=ALL, parties=[REGION, EXEMPELBY], accessions=[{"party": TESTVIK}])
    county.decided(REGION, "2031-02-03").decided(EXEMPELBY, "2031-03-10")
    said = ask(laid(county, tmp_path), "applies", "avtalet", "--on", "2031-06-01", "--party", "Testvik").lines
    assert said[0] == "Does not apply: no decision of Testviks kommun is recorded."


def test_an_agreement_that_ended_before_it_began(tmp_path: Path) -> None:
    county = whole()
    county.agreement["ended"] = {"last_day": "2030-12-31"}
    said = ask(laid(county, tmp_path), "applies", "avtalet", "--on", "2032-01-01").lines
    assert said[0] == "Ended before it entered into force."


def test_of_no_agreement_that_is_said_too(tmp_path: Path) -> None:
    folder = laid(County(), tmp_path)
    (folder / "agreements/avtalet/agreement.yaml").unlink()
    done = ask(folder, "applies")
    assert (done.out, done.err) == ("", "there is no agreement that this can be said of\n")


def test_a_text_of_empty_sections_is_not_called_the_original(tmp_path: Path) -> None:
    draft = {"text_state": "original", "version": "1.0", "sections": [{"id": "syfte", "heading": "Syfte"}]}
    said = ask(laid(County(**draft).version(rule=ALL), tmp_path), "show", "avtalet").out
    assert "Not written yet." in said
    assert "The original text." not in said
