"""What a step has come to is said as `vis agreement applies` and `status` say it, for the rest too."""

import json
from pathlib import Path

import pytest

from tests.cli.steps import ADOPTION, EXEMPELBY, ON_THE_DAY, Register, decided, laid, undecided  # noqa: F401 - fixtures
from tests.facts.county import ALL, EACH, PROVKOPING, REGION, TESTVIK, County
from tests.facts.county import EXEMPELBY as TOWN

APRIL = {"outcome": "adopted", "date": "2031-04-01", "body": "Kommunfullmäktige", "reference": "§ 9"}


def in_force(folder: Path, **more: object) -> Register:
    """Version 1.0, that all have adopted."""
    county = County().version(rule=ALL, **more)
    for party in (REGION, TOWN, PROVKOPING, TESTVIK):
        county.decided(party, APRIL)
    return laid(folder, county)


def test_a_referral_and_its_replies_say_who_is_still_to_answer(here: Register) -> None:
    said = here.records("refer", "avtalet", "--from", "2031-08-20", "--until", "2031-10-31")
    assert said.splitlines() == [
        "EXA 1.0 · out for comment",
        "Replies to the referral: 0 of 3; missing: Exempelregionen, Exempelby kommun and Provköpings kommun; "
        "the last day is 31 October 2031.",
        "Does not apply yet: 0 of 3 parties have adopted.",
        "Its last day is 31 December 2032.",
        "It enters into force when all parties have adopted it.",
    ]
    said = here.records("refer", "avtalet", "--reply", "Provköping", "--date", "2031-08-30")
    assert "Replies to the referral: 1 of 3; missing: Exempelregionen and Exempelby kommun;" in said


def test_a_recommendation_says_the_stage_that_is_reached(here: Register) -> None:
    said = here.records("recommend", "avtalet", "--body", "exempelregionen", "--date", "2031-01-14")
    assert "EXA 1.0 · recommended\nDoes not apply yet: 0 of 3 parties have adopted." in said


def test_a_decision_says_what_applies_in_the_words_of_applies(adopted: Register) -> None:
    said = adopted.records("adopt", "avtalet", "--party", "provkoping", "--date", "2031-05-05")
    answer = adopted.step("applies", "avtalet").out
    assert said.endswith(f"EXA 1.0 · being adopted\n{answer}")
    assert "Does not apply yet: 2 of 3 parties have adopted; missing: Exempelregionen" in answer
    said = adopted.records("adopt", "avtalet", "--party", "exempelregionen", "--date", "2031-06-01")
    assert "EXA 1.0 · in force\nVersion 1.0 applies since 1 June 2031, until 31 December 2032." in said


def test_a_no_says_that_it_cannot_enter_into_force(here: Register) -> None:
    said = here.records("decide", *ON_THE_DAY, "--outcome", "avslagen")
    assert "It cannot enter into force unless Exempelby kommun decide otherwise." in said


def test_notice_says_the_last_day_and_what_becomes_of_the_rest(tmp_path: Path) -> None:
    withdraw = ("withdraw", *EXEMPELBY, "--date", "2031-08-15")
    said = in_force(tmp_path / "a", notice={"months": 3}).records(*withdraw)
    assert "Exempelby kommun has given notice: its last day is 15 November 2031; for the others it goes on." in said
    assert "Exempelby kommun: Version 1.0 applies since 1 April 2031, until 15 November 2031." in said
    said = in_force(tmp_path / "b", notice={"months": 3, "effect": "all-ends"}).records(*withdraw)
    assert "Version 1.0 applies since 1 April 2031, until 15 November 2031." in said
    assert "its last day is 15 November 2031, and then it ends for all." in said


def test_who_joins_is_told_that_its_own_decision_is_missing(tmp_path: Path) -> None:
    county = County().version(rule=ALL, parties=[REGION, TOWN]).decided(REGION, APRIL).decided(TOWN, APRIL)
    said = laid(tmp_path, county).records("join", "avtalet", "--party", "Testvik", "--date", "2031-08-01")
    assert "Version 1.0 applies since 1 April 2031." in said
    assert "Testviks kommun: Does not apply: no decision of Testviks kommun is recorded." in said


def test_where_each_party_has_its_own_day_that_day_is_said(tmp_path: Path) -> None:
    county = County().version(rule=EACH)
    for party in (REGION, TOWN):
        county.decided(party, APRIL)
    said = laid(tmp_path, county).records("adopt", "avtalet", "--party", "Testvik", "--date", "2031-08-01")
    assert "Version 1.0 applies since 1 April 2031." in said
    assert "Testviks kommun: Version 1.0 applies since 1 August 2031." in said


def test_how_long_it_lasts_is_said_after_it_is_changed(tmp_path: Path) -> None:
    register = in_force(tmp_path, term={"until": "2031-12-31"})
    said = register.records("extend", "avtalet", "--until", "2034-12-31", "--date", "2031-08-05")
    assert "Version 1.0 applies since 1 April 2031, until 31 December 2034." in said
    register.write("agreements/nya/agreement.yaml", "id: nya\ntitle: Nya avtalet\ntype: agreement\n")
    said = register.records("replace", "avtalet", "--by", "nya", "--last-day", "2032-06-30")
    assert "Version 1.0 applies since 1 April 2031, until 30 June 2032." in said
    assert "After that Nya avtalet takes its place." in said


def test_the_end_of_what_does_not_apply_yet_is_said_too(here: Register) -> None:
    said = here.records("terminate", "avtalet", "--last-day", "2032-06-30")
    assert "Its last day is 30 June 2032." in said


def test_status_lists_what_no_waiting_helps_and_the_replies_that_are_missing(sample: Path) -> None:
    said = Register(sample).step("status", today="2026-03-01").out
    assert "  out for comment until 17 April 2026: waits for replies from Exempelregionen, Exempelby kommun" in said
    assert "  Does not apply yet: 3 of 4 parties have adopted; refused: Provköpings kommun." in said
    assert "  Not known: when Provköpings kommun adopted it is not registered." in said
    assert "  Not known: the decision of Testviks kommun is appealed." in said
    mine = Register(sample).step("status", "--party", "testvik-kommun", today="2026-03-01").out
    assert "the decision of Testviks kommun is appealed" in mine
    assert "refused: Provköpings kommun" not in mine
    told = json.loads(Register(sample).step("status", "--json", today="2026-03-01").out)
    assert [item["agreement"] for item in told["replies"]] == ["remissen"]
    assert [item["agreement"] for item in told["stuck"]] == [
        "den-overklagade",
        "den-som-sa-nej",
        "den-upphavda",
        "det-okanda-datumet",
    ]


def test_the_status_of_one_says_how_its_referral_goes(sample: Path) -> None:
    said = Register(sample).step("status", "remissen", today="2026-03-01").out
    assert "Replies to the referral: 0 of 8; missing: Exempelregionen, " in said


@pytest.mark.parametrize("outcome", ["antagen", "Återremitterad", "referred-back", "aterremitterad"])
def test_an_outcome_is_known_in_swedish_whatever_the_language(here: Register, outcome: str) -> None:
    here.records("decide", *ON_THE_DAY, "--outcome", outcome)
    recorded = "adopted" if outcome == "antagen" else "referred-back"
    assert f"outcome: {recorded}\n" in here.read(ADOPTION)


def test_every_outcome_is_known_by_the_word_that_vis_itself_says(here: Register) -> None:
    from vis_cli.actions.agreement.outcomes import WORDS, outcome_named
    from vis_cli.cli.language import translations

    said = translations("sv").gettext
    assert {outcome: outcome_named(said(outcome)) for outcome in WORDS} == {outcome: outcome for outcome in WORDS}
    assert (
        "det finns: beredd, antagen, antagen med förbehåll, avslagen"
        in here.step("decide", *ON_THE_DAY, "--outcome", "månsken", language="sv").err
    )


@pytest.mark.parametrize(("word", "kind"), [("tillägg", "supplementary"), ("del", "partial"), ("huvud", "main")])
def test_a_type_is_known_by_the_word_in_the_list(here: Register, word: str, kind: str) -> None:
    parent = () if kind == "main" else ("--parent", "avtalet")
    new = ("new", "nytt", "--title", "Nytt avtal", "--type", word, *parent, "--rule", "alla parter")
    assert {f"+type: {kind}", "+  rule: all-parties"} <= {*here.changes(*new)}


def test_what_cannot_be_begun_is_refused_with_the_reason(here: Register) -> None:
    new = ("new", "--type", "agreement", "--title")
    said = here.refuses(*new, "Exempel två", "--rule", "at-least", "--at-least", "0", code=2)
    assert "--at-least 0 is too few: an agreement is between at least 2" in said
    said = here.refuses(*new, "!!!", "--rule", "all-parties", code=2)
    assert "no id can be made of the title `!!!`" in said
    assert "`vis agreement new an-id --title …`" in said
    assert "there is no rule `alltid`" in here.refuses(*new, "Exempel två", "--rule", "alltid", code=2)


def test_a_version_that_there_is_not_is_begun_with_revise(here: Register, tmp_path: Path) -> None:
    said = here.refuses("adopt", "avtalet", "2.0", "--party", "exempelby", "--date", "2031-02-03", code=2)
    assert "there is: 1.0; `vis agreement revise avtalet --version 2.0` begins a later one" in said
    none = laid(tmp_path / "utan", County())
    said = none.refuses("adopt", *ON_THE_DAY, code=2)
    assert "`vis agreement revise avtalet --version 1.0` begins it" in said


def test_who_decides_later_is_told_that_a_matter_can_be_prepared(here: Register) -> None:
    said = here.refuses("adopt", *EXEMPELBY, "--date", "2031-09-02")
    assert "record it when it has been made; until then the matter can be `prepared`" in said
