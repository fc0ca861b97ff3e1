"""`vis agreement decide`, `adopt` and `correct`: what parties decided is added, or refused with the way forward."""

from pathlib import Path

import pytest

from tests.cli.steps import ADOPTION, EXEMPELBY, ON_THE_DAY, Register, decided, laid, undecided  # noqa: F401 - fixtures
from tests.facts.county import County

# --- decisions --------------------------------------------------------------------------------------------------------


def test_an_adoption_makes_the_file_of_the_party(here: Register) -> None:
    done = here.step("adopt", "avtalet", "--party", "Exempelby", "--date", "2031-02-03", "--body", "Kommunstyrelsen",
        "--reference", "§ 14",
    )  # fmt: skip
    assert (done.code, done.out) == (0, f"{ADOPTION}\n")
    assert "1 of 3 parties have adopted; missing: Exempelregionen and Provköpings kommun" in done.err
    assert (
        here.read(ADOPTION)
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
    assert here.in_order()


@pytest.mark.parametrize("given", ["exempelby", "Exempelby kommun", "EXEMPELBY", "Exempelbys kommun"])
def test_a_party_is_known_by_its_id_or_its_name_however_written(here: Register, given: str) -> None:
    here.records("adopt", "EXA", "1.0", "--party", given, "--date", "2031-02-03")
    assert here.read(ADOPTION)


def test_an_unknown_party_is_asked_about(here: Register) -> None:
    said = here.refuses("adopt", "avtalet", "--party", "Exemplby", "--date", "2031-02-03", code=2)
    assert "there is no party `Exemplby`" in said
    assert "did you mean `exempelby`?" in said


def test_options_that_are_missing_are_named(here: Register) -> None:
    assert "missing: --party, --date" in here.refuses("adopt", "avtalet", code=2)
    assert "missing: --outcome" in here.refuses("decide", *ON_THE_DAY, code=2)


def test_a_further_decision_is_added_and_every_comment_stays(adopted: Register) -> None:
    arguments = ("decide", *EXEMPELBY, "--outcome", "överklagad", "--date", "2031-02-20")
    assert adopted.changes(*arguments, "--body", "Förvaltningsrätten") == [
        "+  - outcome: appealed",
        "+    date: 2031-02-20",
        "+    body: Förvaltningsrätten",
    ]
    adopted.records(*arguments)
    text = adopted.read(ADOPTION)
    assert "# protokollet kom i mars" in text
    assert "# justerat dagen efter" in text
    assert adopted.in_order()


def test_what_is_adopted_is_not_adopted_again(adopted: Register) -> None:
    said = adopted.refuses("adopt", *EXEMPELBY, "--date", "2031-03-03")
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
def test_what_needs_a_decision_before_it_is_refused_without_one(here: Register, outcome: str, message: str) -> None:
    assert message in here.refuses("decide", *EXEMPELBY, "--outcome", outcome, "--date", "2031-02-03")


def test_an_adoption_becomes_no_rejection(adopted: Register) -> None:
    said = adopted.refuses("decide", *EXEMPELBY, "--outcome", "avslag", "--date", "2031-03-03")
    assert "Exempelby kommun is `adopted` since 2031-02-03, and that cannot become `rejected`" in said
    assert "vis agreement withdraw" in said


def test_nothing_is_decided_in_the_future(here: Register) -> None:
    said = here.refuses("adopt", *EXEMPELBY, "--date", "2031-09-02")
    assert "the decision is of 2031-09-02, and today is 2031-09-01" in said
    here.records("adopt", *EXEMPELBY, "--date", "2031-09")


def test_a_date_that_is_none_and_an_outcome_that_is_none_are_refused(here: Register) -> None:
    said = here.refuses("adopt", *EXEMPELBY, "--date", "2031-02-30", code=2)
    assert "there is no date `2031-02-30`" in said
    arguments = ("decide", *ON_THE_DAY, "--outcome")
    assert "did you mean `adopted`" in here.refuses(*arguments, "antagn", code=2)
    assert "there are: prepared, adopted" in here.refuses(*arguments, "månsken", code=2)


def test_a_reservation_is_said_what_it_is(here: Register) -> None:
    arguments = ("decide", *ON_THE_DAY, "--outcome")
    assert "--reservation" in here.refuses(*arguments, "antagen med förbehåll")
    assert "`reservation` says nothing of a decision that is `rejected`" in here.refuses(
        *arguments, "rejected", "--reservation", "Kostnaden"
    )
    assert here.changes("adopt", *ON_THE_DAY, "--reservation", "Kostnaden")[4:] == [
        "+  - outcome: adopted-with-reservation",
        "+    date: 2031-02-03",
        "+    reservation: Kostnaden",
    ]


def test_who_is_no_party_is_told_how_to_join(here: Register) -> None:
    said = here.refuses("adopt", "avtalet", "--party", "Testvik", "--date", "2031-02-03")
    assert "`testvik` is not a party of version 1.0 of `avtalet`" in said
    assert "vis agreement join avtalet --party testvik" in said


def test_what_looks_odd_is_recorded_with_a_word_about_it(here: Register) -> None:
    said = here.records("adopt", *ON_THE_DAY)
    assert "note: version 1.0 of `avtalet` is not published" in said
    assert "warning[VIS289] municipalities have adopted it, and no recommendation to them is recorded" in said
    again = here.step("adopt", "avtalet", "--party", "provkoping", "--date", "2031-02-03")
    assert "VIS289" not in again.err


def test_an_agreement_without_versions_has_nothing_to_decide_about(tmp_path: Path) -> None:
    folder = laid(tmp_path, County())
    said = folder.refuses("adopt", *ON_THE_DAY, code=2)
    assert "no version of `avtalet` is registered" in said


def test_a_file_that_cannot_be_understood_is_not_written_over(adopted: Register) -> None:
    adopted.write(ADOPTION, "decisions: [\n")
    said = adopted.refuses("adopt", *ON_THE_DAY, code=2)
    assert f"{ADOPTION}` cannot be understood" in said


# --- corrections ------------------------------------------------------------------------------------------------------


def test_a_correction_stands_in_for_an_entry_that_stays(adopted: Register) -> None:
    arguments = ("correct", *EXEMPELBY, "--date", "2031-02-04", "--reason", "Fel dag")
    assert adopted.changes(*arguments) == [
        "+  - outcome: adopted",
        "+    date: 2031-02-04",
        "+    body: Kommunstyrelsen",
        "+    reference: § 14",
        "+    reason: Fel dag",
        "+    corrects: 1",
    ]
    adopted.records(*arguments)
    assert adopted.in_order()
    assert "there is no entry 1 of Exempelby kommun that holds" in adopted.refuses(
        "correct", *EXEMPELBY, "--entry", "1", "--date", "2031-02-05", "--reason", "Nej"
    )


def test_an_entry_can_be_taken_back(adopted: Register) -> None:
    arguments = ("correct", *EXEMPELBY, "--entered-in-error", "--reason", "Annat ärende")
    assert adopted.changes(*arguments) == [
        "+  - outcome: entered-in-error",
        "+    reason: Annat ärende",
        "+    corrects: 1",
    ]
    said = adopted.records(*arguments)
    assert "0 of 3 parties have adopted" in said
    adopted.records("adopt", *EXEMPELBY, "--date", "2031-05-05")


@pytest.mark.parametrize("word", ["unknown", "okänt"])
def test_a_correction_can_say_that_the_day_is_not_known(adopted: Register, word: str) -> None:
    adopted.records("correct", *EXEMPELBY, "--date", word, "--reason", "Protokollet saknas")
    entry = adopted.read(ADOPTION).rpartition("  - ")[2]
    assert "date:" not in entry
    assert "reason: Protokollet saknas\n    corrects: 1\n" in entry


def test_a_correction_needs_a_reason_and_something_to_correct(adopted: Register) -> None:
    arguments = ("correct", "avtalet", "--party")
    assert "--reason" in adopted.refuses(*arguments, "exempelby", "--date", "2031-02-04", code=2)
    assert "says that already" in adopted.refuses(*arguments, "exempelby", "--reason", "Fel")
    assert "nothing is recorded of Provköpings kommun" in adopted.refuses(*arguments, "provkoping", "--reason", "Fel")
    assert "there is no entry 7" in adopted.refuses(*arguments, "exempelby", "--entry", "7", "--reason", "Fel")


def test_a_correction_that_leaves_nothing_to_follow_is_refused(adopted: Register) -> None:
    adopted.step("decide", *EXEMPELBY, "--outcome", "appealed", "--date", "2031-03-03")
    said = adopted.refuses("correct", *EXEMPELBY, "--entry", "1", "--entered-in-error", "--reason", "Fel")
    assert "has made no decision that can be `appealed`" in said


# --- what the rules of the register refuse ----------------------------------------------------------------------------


def test_a_text_that_the_register_may_not_hold_is_refused_with_its_place(here: Register) -> None:
    said = here.refuses("adopt", *ON_THE_DAY, "--reservation", "<b>Nej</b>")
    assert f"{ADOPTION}:7:18: error[VIS160]" in said
    assert "the change is refused, because the register would not be in order" in said
