"""`vis agreement` records steps: each a small edit, or refused with the way forward and nothing written."""

import sys
from pathlib import Path

import pytest

from tests.facts.county import ALL, County
from tests.program import Done, vis

sys.path.insert(0, str(Path(__file__).parents[1] / "history"))
from repositories import IDENTITY, Repository

TODAY = "2031-09-01"
ADOPTED = {"outcome": "adopted", "date": "2031-02-03", "body": "Kommunstyrelsen", "reference": "§ 14"}
VERSION = """\
agreement: avtalet
version: '1.0'
parties:  # de som var med från början
  - exempelregionen
  - exempelby
  - provkoping
# testvik tillkom senare
entry_into_force:
  rule: all-parties
term:
  until: 2032-12-31
notice:
  months: 12  # räknat från dagen för uppsägningen
"""


def written(folder: Path, county: County, files: dict[str, str] | None = None) -> Path:
    tree = county.tree()
    texts = {entry.path: tree.read(entry.path) for root in ("registry", "agreements") for entry in tree.entries(root)}
    for path, text in {**texts, **{path: text.encode() for path, text in (files or {}).items()}}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(text)
    return folder


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """An agreement between a region and two municipalities, that a third may join; nobody has decided."""
    agreement = "id: avtalet\ntitle: Exempelavtalet\nshort_name: EXA\ntype: agreement\n"
    files = {"agreements/avtalet/agreement.yaml": agreement, "agreements/avtalet/versions/1.0.yaml": VERSION}
    return written(tmp_path, County(), files)


@pytest.fixture
def adopted(here: Path) -> Path:
    """The same; Exempelby has adopted it."""
    path = "agreements/avtalet/adoptions/1.0/exempelby.yaml"
    (here / path).parent.mkdir(parents=True)
    (here / path).write_text(
        """\
agreement: avtalet
version: '1.0'
party: exempelby
decisions:
  # protokollet kom i mars
  - outcome: adopted
    date: 2031-02-03  # justerat dagen efter
    body: Kommunstyrelsen
    reference: § 14
"""
    )
    return here


def step(folder: Path, *arguments: str, today: str = TODAY) -> Done:
    return vis("agreement", *arguments, cwd=folder, env={**IDENTITY, "VIS_TODAY": today})


def refused(folder: Path, *arguments: str, code: int = 1) -> str:
    """What it says; nothing is written."""
    before = everything(folder)
    done = step(folder, *arguments)
    assert (done.code, done.out) == (code, "")
    assert everything(folder) == before
    return done.err


def everything(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file() and ".git" not in path.parts}


def difference(folder: Path, *arguments: str) -> list[str]:
    """The lines that a dry run would take away and add; it writes nothing."""
    before = everything(folder)
    done = step(folder, *arguments, "--dry-run")
    assert done.code == 0, done.err
    assert everything(folder) == before
    return [line for line in done.lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def in_order(folder: Path) -> bool:
    """Whether all is valid, and written as `vis fmt` writes it."""
    done = vis("check", cwd=folder)
    assert done.code == 0, done.out
    return vis("fmt", "--check", "agreements", cwd=folder).code == 0


# --- decisions --------------------------------------------------------------------------------------------------------


def test_an_adoption_makes_the_file_of_the_party(here: Path) -> None:
    done = step(
        here, "adopt", "avtalet", "--party", "Exempelby", "--date", "2031-02-03", "--body", "Kommunstyrelsen",
        "--reference", "§ 14",
    )  # fmt: skip
    assert (done.code, done.out) == (0, "agreements/avtalet/adoptions/1.0/exempelby.yaml\n")
    assert "1 of 3 parties have adopted; missing: Exempelregionen and Provköpings kommun" in done.err
    assert (
        (here / "agreements/avtalet/adoptions/1.0/exempelby.yaml").read_text()
        == """\
agreement: avtalet
version: '1.0'
party: exempelby
decisions:
  - outcome: adopted
    date: 2031-02-03
    body: Kommunstyrelsen
    reference: § 14
"""
    )
    assert in_order(here)


@pytest.mark.parametrize("given", ["exempelby", "Exempelby kommun", "EXEMPELBY", "Exempelbys kommun"])
def test_a_party_is_known_by_its_id_or_its_name_however_written(here: Path, given: str) -> None:
    assert step(here, "adopt", "EXA", "1.0", "--party", given, "--date", "2031-02-03").code == 0
    assert (here / "agreements/avtalet/adoptions/1.0/exempelby.yaml").exists()


def test_an_unknown_party_is_asked_about(here: Path) -> None:
    said = refused(here, "adopt", "avtalet", "--party", "Exemplby", "--date", "2031-02-03", code=2)
    assert "there is no party `Exemplby`" in said
    assert "did you mean `exempelby`?" in said


def test_options_that_are_missing_are_named(here: Path) -> None:
    assert "missing: --party, --date" in refused(here, "adopt", "avtalet", code=2)
    assert "missing: --outcome" in refused(
        here, "decide", "avtalet", "--party", "exempelby", "--date", "2031-02-03", code=2
    )


def test_a_further_decision_is_added_and_every_comment_stays(adopted: Path) -> None:
    arguments = ("decide", "avtalet", "--party", "exempelby", "--outcome", "överklagad", "--date", "2031-02-20")
    assert difference(adopted, *arguments, "--body", "Förvaltningsrätten") == [
        "+  - outcome: appealed",
        "+    date: 2031-02-20",
        "+    body: Förvaltningsrätten",
    ]
    assert step(adopted, *arguments).code == 0
    text = (adopted / "agreements/avtalet/adoptions/1.0/exempelby.yaml").read_text()
    assert "# protokollet kom i mars" in text
    assert "# justerat dagen efter" in text
    assert in_order(adopted)


def test_what_is_adopted_is_not_adopted_again(adopted: Path) -> None:
    said = refused(adopted, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-03-03")
    assert "Exempelby kommun is `adopted` already, since 2031-02-03" in said
    assert "vis agreement correct avtalet 1.0 --party exempelby --entry 1" in said


@pytest.mark.parametrize(
    ("outcome", "message"),
    [
        ("upheld", "is not appealed, so it cannot be upheld"),
        ("appealed", "has made no decision that can be `appealed`: it is `pending`"),
        ("revoked", "has made no decision that can be `revoked`"),
        ("withdrawn", "there is nothing to give notice of"),
    ],
)
def test_what_needs_a_decision_before_it_is_refused_without_one(here: Path, outcome: str, message: str) -> None:
    assert message in refused(
        here, "decide", "avtalet", "--party", "exempelby", "--outcome", outcome, "--date", "2031-02-03"
    )


def test_an_adoption_becomes_no_rejection(adopted: Path) -> None:
    said = refused(adopted, "decide", "avtalet", "--party", "exempelby", "--outcome", "avslag", "--date", "2031-03-03")
    assert "Exempelby kommun is `adopted` since 2031-02-03, and that cannot become `rejected`" in said
    assert "vis agreement withdraw" in said


def test_nothing_is_decided_in_the_future(here: Path) -> None:
    said = refused(here, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-09-02")
    assert "the decision is of 2031-09-02, and today is 2031-09-01" in said
    assert step(here, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-09").code == 0


def test_a_date_that_is_none_and_an_outcome_that_is_none_are_refused(here: Path) -> None:
    said = refused(here, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-02-30", code=2)
    assert "there is no date `2031-02-30`" in said
    arguments = ("decide", "avtalet", "--party", "exempelby", "--date", "2031-02-03", "--outcome")
    assert "did you mean `adopted`" in refused(here, *arguments, "antagn", code=2)
    assert "there is: prepared, adopted" in refused(here, *arguments, "månsken", code=2)


def test_a_reservation_is_said_what_it_is(here: Path) -> None:
    arguments = ("decide", "avtalet", "--party", "exempelby", "--date", "2031-02-03", "--outcome")
    assert "--reservation" in refused(here, *arguments, "antagen med förbehåll")
    assert "`reservation` says nothing of a decision that is `rejected`" in refused(
        here, *arguments, "rejected", "--reservation", "Kostnaden"
    )
    assert difference(
        here, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-02-03", "--reservation", "Kostnaden"
    )[4:] == ["+  - outcome: adopted-with-reservation", "+    date: 2031-02-03", "+    reservation: Kostnaden"]


def test_who_is_no_party_is_told_how_to_join(here: Path) -> None:
    said = refused(here, "adopt", "avtalet", "--party", "Testvik", "--date", "2031-02-03")
    assert "`testvik` is not a party of version 1.0 of `avtalet`" in said
    assert "vis agreement join avtalet --party testvik" in said


def test_what_looks_odd_is_recorded_with_a_word_about_it(here: Path) -> None:
    done = step(here, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-02-03")
    assert done.code == 0
    assert "note: version 1.0 of `avtalet` is not published" in done.err
    assert "warning[VIS289] municipalities have adopted it, and no recommendation to them is recorded" in done.err
    again = step(here, "adopt", "avtalet", "--party", "provkoping", "--date", "2031-02-03")
    assert "VIS289" not in again.err


def test_an_agreement_without_versions_has_nothing_to_decide_about(tmp_path: Path) -> None:
    folder = written(tmp_path, County())
    said = refused(folder, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-02-03", code=2)
    assert "no version of `avtalet` is registered" in said


def test_a_file_that_cannot_be_understood_is_not_written_over(adopted: Path) -> None:
    path = adopted / "agreements/avtalet/adoptions/1.0/exempelby.yaml"
    path.write_text("decisions: [\n")
    said = refused(adopted, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-02-03", code=2)
    assert "agreements/avtalet/adoptions/1.0/exempelby.yaml` cannot be understood" in said


# --- corrections ------------------------------------------------------------------------------------------------------


def test_a_correction_stands_in_for_an_entry_that_stays(adopted: Path) -> None:
    arguments = ("correct", "avtalet", "--party", "exempelby", "--date", "2031-02-04", "--reason", "Fel dag")
    assert difference(adopted, *arguments) == [
        "+  - outcome: adopted",
        "+    date: 2031-02-04",
        "+    body: Kommunstyrelsen",
        "+    reference: § 14",
        "+    reason: Fel dag",
        "+    corrects: 1",
    ]
    assert step(adopted, *arguments).code == 0
    assert in_order(adopted)
    assert "there is no entry 1 of Exempelby kommun that holds" in refused(
        adopted, "correct", "avtalet", "--party", "exempelby", "--entry", "1", "--date", "2031-02-05", "--reason", "Nej"
    )


def test_an_entry_can_be_taken_back(adopted: Path) -> None:
    arguments = ("correct", "avtalet", "--party", "exempelby", "--entered-in-error", "--reason", "Annat ärende")
    assert difference(adopted, *arguments) == [
        "+  - outcome: entered-in-error",
        "+    reason: Annat ärende",
        "+    corrects: 1",
    ]
    done = step(adopted, *arguments)
    assert done.code == 0
    assert "0 of 3 parties have adopted" in done.err
    assert step(adopted, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-05-05").code == 0


@pytest.mark.parametrize("word", ["unknown", "okänt"])
def test_a_correction_can_say_that_the_day_is_not_known(adopted: Path, word: str) -> None:
    done = step(adopted, "correct", "avtalet", "--party", "exempelby", "--date", word, "--reason", "Protokollet saknas")
    assert done.code == 0, done.err
    entry = (adopted / "agreements/avtalet/adoptions/1.0/exempelby.yaml").read_text().rpartition("  - ")[2]
    assert "date:" not in entry
    assert "reason: Protokollet saknas\n    corrects: 1\n" in entry


def test_a_correction_needs_a_reason_and_something_to_correct(adopted: Path) -> None:
    arguments = ("correct", "avtalet", "--party")
    assert "--reason" in refused(adopted, *arguments, "exempelby", "--date", "2031-02-04", code=2)
    assert "says that already" in refused(adopted, *arguments, "exempelby", "--reason", "Fel")
    assert "nothing is recorded of Provköpings kommun" in refused(adopted, *arguments, "provkoping", "--reason", "Fel")
    assert "there is no entry 7" in refused(adopted, *arguments, "exempelby", "--entry", "7", "--reason", "Fel")


def test_a_correction_that_leaves_nothing_to_follow_is_refused(adopted: Path) -> None:
    step(adopted, "decide", "avtalet", "--party", "exempelby", "--outcome", "appealed", "--date", "2031-03-03")
    said = refused(
        adopted, "correct", "avtalet", "--party", "exempelby", "--entry", "1", "--entered-in-error", "--reason", "Fel"
    )
    assert "has made no decision that can be `appealed`" in said


# --- before the decisions ---------------------------------------------------------------------------------------------


def test_a_referral_its_reply_and_the_recommendation(here: Path) -> None:
    refer = ("refer", "avtalet", "--from", "2030-09-01", "--until", "2030-11-30")
    assert difference(here, *refer) == ["+referrals:", "+  - from: 2030-09-01", "+    until: 2030-11-30"]
    assert step(here, *refer).code == 0
    reply = ("refer", "avtalet", "--reply", "Provköping", "--date", "2030-12-02", "--reference", "KS 2030/77")
    assert difference(here, *reply) == [
        "-  - from: 2030-09-01",
        "+  - replies:",
        "+      - organisation: provkoping",
        "+        date: 2030-12-02",
        "+        reference: KS 2030/77",
        "+    from: 2030-09-01",
    ]
    done = step(here, *reply)
    assert done.code == 0
    assert "the reply came after the last day, 2030-11-30" in done.err
    assert "Provköpings kommun has replied already, 2030-12-02" in refused(here, *reply)
    recommend = ("recommend", "avtalet", "--body", "exempelregionen", "--date", "2031-01-14", "--reference", "§ 3")
    assert difference(here, *recommend) == [
        "+recommendations:",
        "+  - body: exempelregionen",
        "+    date: 2031-01-14",
        "+    reference: § 3",
    ]
    done = step(here, *recommend)
    assert (done.code, done.err) == (0, "")
    assert "is recorded already" in refused(here, *recommend)
    assert in_order(here)


def test_a_reply_needs_a_referral(here: Path) -> None:
    said = refused(here, "refer", "avtalet", "--reply", "Provköping", "--date", "2030-12-02")
    assert "is not recorded as referred for comment" in said
    assert "vis agreement refer avtalet 1.0 --from" in said


def test_a_referral_that_ends_before_it_begins_is_refused(here: Path) -> None:
    said = refused(here, "refer", "avtalet", "--from", "2030-09-01", "--until", "2030-08-31")
    assert "the last day to reply, 2030-08-31, comes before the referral begins, 2030-09-01" in said


def test_a_referral_and_a_reply_are_not_recorded_in_one(here: Path) -> None:
    said = refused(here, "refer", "avtalet", "--from", "2030-09-01", "--reply", "exempelby", code=2)
    assert "do not go together" in said


def test_a_recommendation_without_a_referral_is_recorded_with_a_word_about_it(here: Path) -> None:
    done = step(here, "recommend", "avtalet", "--body", "exempelregionen", "--date", "2031-01-14")
    assert done.code == 0
    assert "no referral for comment is recorded before the recommendation" in done.err


# --- parties that come and go -----------------------------------------------------------------------------------------


def test_a_late_joiner_joins_and_then_adopts(adopted: Path) -> None:
    join = ("join", "avtalet", "--party", "Testvik", "--date", "2031-07-01", "--body", "Styrgruppen")
    assert difference(adopted, *join) == [
        "+accessions:",
        "+  - party: testvik",
        "+    date: 2031-07-01",
        "+    body: Styrgruppen",
    ]
    done = step(adopted, *join)
    assert done.code == 0
    assert "vis agreement adopt avtalet 1.0 --party testvik" in done.err
    assert step(adopted, "adopt", "avtalet", "--party", "Testvik", "--date", "2031-07-01").code == 0
    assert "is a party of version 1.0 of `avtalet` already" in refused(adopted, *join)
    assert in_order(adopted)


def test_notice_ends_when_the_period_of_notice_has_run_out(adopted: Path) -> None:
    withdraw = ("withdraw", "avtalet", "--party", "exempelby", "--date", "2031-06-15")
    assert difference(adopted, *withdraw) == [
        "+  - outcome: withdrawn",
        "+    date: 2031-06-15",
        "+    last_day: 2032-06-15",
    ]
    assert "the earliest last day is 2032-06-15" in refused(adopted, *withdraw, "--last-day", "2032-06-14")
    assert step(adopted, *withdraw, "--last-day", "2032-12-31").code == 0
    assert "is `withdrawn` already" in refused(adopted, *withdraw)
    assert in_order(adopted)


def test_notice_without_a_known_period_needs_a_last_day(tmp_path: Path) -> None:
    county = County().version(rule=ALL).decided("exempelby", ADOPTED)
    folder = written(tmp_path, county)
    withdraw = ("withdraw", "avtalet", "--party", "exempelby", "--date", "2031-06-15")
    assert "give it with --last-day" in refused(folder, *withdraw)
    assert step(folder, *withdraw, "--last-day", "2031-12-31").code == 0


def test_notice_is_given_of_the_version_that_the_party_has_adopted(tmp_path: Path) -> None:
    county = County().version(rule=ALL, notice={"months": 3}).decided("exempelby", ADOPTED).version("2.0", rule=ALL)
    folder = written(tmp_path, county)
    done = step(folder, "withdraw", "avtalet", "--party", "exempelby", "--date", "2031-06-15")
    assert (done.code, done.out) == (0, "agreements/avtalet/adoptions/1.0/exempelby.yaml\n")


# --- how long it lasts ------------------------------------------------------------------------------------------------


def test_a_term_is_extended(here: Path) -> None:
    extend = ("extend", "avtalet", "--until", "2034-12-31", "--date", "2031-05-05", "--body", "Styrgruppen")
    assert difference(here, *extend) == [
        "+  extensions:",
        "+    - decided: 2031-05-05",
        "+      body: Styrgruppen",
        "+      until: 2034-12-31",
    ]
    assert step(here, *extend).code == 0
    assert "lasts until 2034-12-31" in refused(here, *extend[:2], "--until", "2033-12-31", *extend[4:])
    assert in_order(here)


def test_an_extension_that_came_too_late_leaves_a_gap_and_says_so(here: Path) -> None:
    done = step(here, "extend", "avtalet", "--until", "2034-12-31", "--date", "2033-05-05", today="2033-06-01")
    assert done.code == 0
    assert "it ran out 2032-12-31 and goes on 2033-05-05: between them it does not apply" in done.err


def test_what_has_no_last_day_is_not_extended(tmp_path: Path) -> None:
    folder = written(tmp_path, County().version(rule=ALL))
    assert "has no last day, so there is nothing to extend" in refused(
        folder, "extend", "avtalet", "--until", "2034-12-31", "--date", "2031-05-05"
    )


def test_an_agreement_is_terminated_once(here: Path) -> None:
    end = ("terminate", "avtalet", "--last-day", "2031-12-31", "--date", "2031-05-05", "--reason", "Behövs inte")
    assert difference(here, *end) == [
        "+ended:",
        "+  last_day: 2031-12-31",
        "+  decided: 2031-05-05",
        "+  reason: Behövs inte",
    ]
    assert step(here, *end).code == 0
    assert "`avtalet` is ended already: its last day is 2031-12-31" in refused(here, *end)
    assert in_order(here)


def test_an_agreement_is_replaced_by_another_that_does_not_lead_back(here: Path) -> None:
    (here / "agreements/nya-avtalet").mkdir()
    (here / "agreements/nya-avtalet/agreement.yaml").write_text(
        "id: nya-avtalet\ntitle: Nya exempelavtalet\ntype: agreement\n"
    )
    replace = ("replace", "avtalet", "--last-day", "2031-12-31", "--by")
    assert "leads back to itself" in refused(here, *replace, "avtalet")
    assert "there is no agreement `nyaste`" in refused(here, *replace, "nyaste", code=2)
    done = step(here, *replace, "Nya exempelavtalet")
    assert done.code == 0
    assert "`nya-avtalet` is not known to apply on 2032-01-01, the day after" in done.err
    assert "  successor: nya-avtalet\n" in (here / "agreements/avtalet/agreement.yaml").read_text()
    assert "leads back to itself" in refused(
        here, "replace", "nya-avtalet", "--by", "avtalet", "--last-day", "2033-12-31"
    )


# --- Git --------------------------------------------------------------------------------------------------------------


def test_a_step_is_one_commit_with_a_message_in_swedish(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    written(repository.root, County().version(rule=ALL))
    repository.commit({})
    done = vis(
        "agreement", "adopt", "avtalet", "--party", "exempelby", "--date", "2031-02-03", "--body", "KS",
        "--reference", "§ 14", "--commit",
        cwd=repository.root,
        env={**IDENTITY, "VIS_TODAY": TODAY},
    )  # fmt: skip
    assert done.code == 0, done.err
    assert repository.git("log", "-1", "--format=%s") == (
        "avtalet 1.0: Exempelby kommun har antagit (KS § 14, 2031-02-03)"
    )
    assert repository.git("show", "--format=", "--name-only") == "agreements/avtalet/adoptions/1.0/exempelby.yaml"
    assert repository.git("status", "--porcelain") == ""


def test_what_is_not_committed_yet_is_not_swept_along(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    written(repository.root, County().version(rule=ALL))
    repository.commit({})
    assert step(repository.root, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-02-03").code == 0
    said = refused(
        repository.root, "decide", "avtalet", "--party", "exempelby", "--outcome", "appealed", "--date", "2031-03-03",
        "--commit", code=3,
    )  # fmt: skip
    assert "adoptions/1.0/exempelby.yaml` exists and is not committed" in said


def test_two_parties_recorded_on_two_branches_merge_without_a_conflict(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    written(repository.root, County().version(rule=ALL))
    repository.commit({})
    for party in ("exempelby", "testvik"):
        repository.git("switch", "-q", "-c", party, "main")
        assert step(repository.root, "adopt", "avtalet", "--party", party, "--date", "2031-02-03").code == 0
        repository.commit({})
    repository.git("switch", "-q", "main")
    for party in ("exempelby", "testvik"):
        repository.git("merge", "-q", "--no-edit", party)
    done = step(repository.root, "adopt", "avtalet", "--party", "provkoping", "--date", "2031-02-03")
    assert "3 of 4 parties have adopted" in done.err


# --- what the rules of the register refuse ----------------------------------------------------------------------------


def test_a_text_that_the_register_may_not_hold_is_refused_with_its_place(here: Path) -> None:
    said = refused(
        here, "adopt", "avtalet", "--party", "exempelby", "--date", "2031-02-03", "--reservation", "<b>Nej</b>"
    )
    assert "agreements/avtalet/adoptions/1.0/exempelby.yaml:7:18: error[VIS160]" in said
    assert "the change is refused, because the register would not be in order" in said
