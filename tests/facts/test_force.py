"""Entry into force and what applied on a day: every awkward history, with the dates worked out by hand."""

import datetime as dt

import pytest

from tests.facts.county import (
    ALL,
    EACH,
    EVERYONE,
    EXEMPELBY,
    PROVKOPING,
    REGION,
    TESTVIK,
    County,
    agreement,
)
from vis_cli.facts.binding import bound
from vis_cli.facts.entry import Entry, entry
from vis_cli.facts.force import Answer, applies
from vis_cli.facts.standing import standing
from vis_cli.facts.versions import version_of


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def made(county: County, version: str = "1.0", on: str | None = None) -> Entry:
    registry = county.registry()
    found = version_of(registry, "avtalet", version)
    assert found
    return entry(registry, found, day(on) if on else None)


def on(county: County, date: str, party: str | None = None) -> Answer:
    registry = county.registry()
    return applies(registry, agreement(registry), day(date), party)


def told(county: County, date: str, party: str | None = None) -> str:
    """State and version in short: `applies 1.0`."""
    answer = on(county, date, party)
    return f"{answer.state} {answer.version.entity.version}" if answer.version else answer.state


def everyone(county: County, *dates: str, version: str = "1.0") -> County:
    for party, date in zip(EVERYONE, dates, strict=False):
        county.decided(party, date, version=version)
    return county


FOUR = ("2031-02-03", "2031-03-10", "2031-04-21", "2031-05-12")


# --- the rules --------------------------------------------------------------------------------------------------------


def test_all_parties_means_the_day_of_the_last_decision() -> None:
    county = everyone(County().version(rule=ALL), *FOUR)
    assert str(made(county).entered) == "2031-05-12"
    assert told(county, "2031-05-11") == "not-yet 1.0"
    assert told(county, "2031-05-12") == "applies 1.0"
    assert str(on(county, "2031-06-01", EXEMPELBY).since) == "2031-05-12"


def test_all_parties_not_before_a_date() -> None:
    county = everyone(County().version(rule={**ALL, "not_before": "2031-07-01"}), *FOUR)
    assert str(made(county).entered) == "2031-07-01"
    late = everyone(County().version(rule={**ALL, "not_before": "2031-04-01"}), *FOUR)
    assert str(made(late).entered) == "2031-05-12"


def test_one_late_party_keeps_all_waiting() -> None:
    county = everyone(County().version(rule={**ALL, "not_before": "2031-07-01"}), *FOUR[:3])
    answer = on(county, "2031-05-01")
    assert answer.state == "not-yet"
    assert answer.entry and answer.entry.entered is None
    assert (len(answer.entry.adopted), answer.entry.total) == (3, 4)
    assert answer.entry.missing == (TESTVIK,)
    assert answer.entry.earliest == day("2031-07-01")


def test_what_is_decided_later_is_not_counted_on_the_day() -> None:
    county = everyone(County().version(rule=ALL), *FOUR)
    answer = on(county, "2031-03-15")
    assert answer.state == "not-yet"
    assert answer.entry and answer.entry.adopted == (REGION, EXEMPELBY)
    assert answer.entry.missing == (PROVKOPING, TESTVIK)


def test_each_party_from_its_own_date() -> None:
    county = County().version(rule={**EACH, "not_before": "2031-03-01"})
    county.decided(REGION, "2031-01-15").decided(EXEMPELBY, "2031-02-20").decided(PROVKOPING, "2031-06-09")
    assert told(county, "2031-02-28", EXEMPELBY) == "not-yet 1.0"
    assert told(county, "2031-03-01", EXEMPELBY) == "applies 1.0"
    assert told(county, "2031-06-08", PROVKOPING) == "not-yet 1.0"
    assert told(county, "2031-06-09", PROVKOPING) == "applies 1.0"
    assert told(county, "2040-01-01", TESTVIK) == "not-yet 1.0"
    assert str(made(county).entered) == "2031-03-01"


def test_a_party_may_state_a_first_day_of_its_own() -> None:
    county = County().version(rule=EACH).decided(REGION, "2031-01-15")
    county.decided(EXEMPELBY, {"outcome": "adopted", "date": "2031-02-20", "applies_from": "2031-09-01"})
    assert told(county, "2031-08-31", EXEMPELBY) == "not-yet 1.0"
    assert told(county, "2031-09-01", EXEMPELBY) == "applies 1.0"


def test_at_least_so_many_parties() -> None:
    county = everyone(County().version(rule={"rule": "at-least", "at_least": 3}), *FOUR)
    assert str(made(county).entered) == "2031-04-21"
    assert told(county, "2031-04-21", EXEMPELBY) == "applies 1.0"
    assert told(county, "2031-04-30", TESTVIK) == "not-yet 1.0"
    assert told(county, "2031-05-12", TESTVIK) == "applies 1.0"
    two = everyone(County().version(rule={"rule": "at-least", "at_least": 3}), *FOUR[:2])
    assert made(two).entered is None
    assert made(two).needed == 3


def test_a_fixed_date_whatever_the_parties_decide() -> None:
    county = County().version(rule={"rule": "fixed-date", "date": "2031-01-01"})
    county.decided(PROVKOPING, {"outcome": "rejected", "date": "2030-12-01"})
    assert told(county, "2030-12-31") == "not-yet 1.0"
    assert told(county, "2031-01-01") == "applies 1.0"
    assert told(county, "2031-01-01", EXEMPELBY) == "applies 1.0"
    assert told(county, "2031-01-01", PROVKOPING) == "not-yet 1.0"


def test_without_a_rule_nothing_is_guessed() -> None:
    county = everyone(County().version(), *FOUR)
    assert made(county).entered is None
    assert told(county, "2031-12-31") == "unknown 1.0"


def test_without_a_version_nothing_is_known() -> None:
    assert told(County(), "2031-12-31") == "no-version"


def test_one_who_is_no_party_is_told_so() -> None:
    county = everyone(County().version(rule=ALL, parties=[REGION, EXEMPELBY]), *FOUR[:2])
    assert told(county, "2031-12-31", TESTVIK) == "not-a-party"
    assert told(county, "2031-12-31") == "applies 1.0"


# --- outcomes ---------------------------------------------------------------------------------------------------------


def test_silence_is_not_refusal() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:2])
    county.decided(PROVKOPING, {"outcome": "rejected", "date": "2031-04-01"})
    found = made(county)
    assert found.refused == (PROVKOPING,)
    assert found.missing == (TESTVIK,)


@pytest.mark.parametrize("outcome", ["prepared", "referred-back"])
def test_prepared_and_referred_back_are_no_decisions_yet(outcome: str) -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    county.decided(TESTVIK, {"outcome": outcome, "date": "2031-04-01"})
    assert made(county).missing == (TESTVIK,)
    assert made(county).entered is None


def test_referred_back_and_then_adopted() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    county.decided(TESTVIK, {"outcome": "referred-back", "date": "2031-04-01"}, "2031-06-16")
    assert str(made(county).entered) == "2031-06-16"


def test_rejected_and_then_adopted() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    county.decided(TESTVIK, {"outcome": "rejected", "date": "2031-04-01"}, "2031-09-15")
    assert str(made(county).entered) == "2031-09-15"
    assert made(county, on="2031-05-01").refused == (TESTVIK,)


def test_a_reservation_is_an_adoption_with_its_own_words() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    county.decided(
        TESTVIK, {"outcome": "adopted-with-reservation", "date": "2031-05-12", "reservation": "Utom avsnitt 4."}
    )
    found = made(county)
    assert str(found.entered) == "2031-05-12"
    assert found.standings[3].status == "adopted-with-reservation"


def test_while_an_appeal_is_open_nobody_knows() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    appealed = {"outcome": "appealed", "date": "2031-05-30"}
    county.decided(TESTVIK, {"outcome": "adopted", "date": "2031-05-12"}, appealed)
    assert told(county, "2031-05-11") == "not-yet 1.0"
    assert told(county, "2031-07-01") == "unknown 1.0"
    assert on(county, "2031-07-01").entry.disputed == (TESTVIK,)  # type: ignore[union-attr]


def test_an_appeal_that_failed_leaves_the_first_day_as_it_was() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    history = [
        {"outcome": "adopted", "date": "2031-05-12"},
        {"outcome": "appealed", "date": "2031-05-30"},
        {"outcome": "upheld", "date": "2031-11-03"},
    ]
    county.decided(TESTVIK, *history)
    assert str(made(county).entered) == "2031-05-12"
    assert told(county, "2031-06-15") == "applies 1.0"


def test_a_decision_that_was_revoked_never_counted() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    county.decided(
        TESTVIK,
        {"outcome": "adopted", "date": "2031-05-12"},
        {"outcome": "appealed", "date": "2031-05-30"},
        {"outcome": "revoked", "date": "2031-11-03"},
    )
    found = made(county)
    assert found.entered is None
    assert found.refused == (TESTVIK,)
    assert told(county, "2031-12-01") == "not-yet 1.0"


def test_a_decision_from_before_the_final_text_counts_and_the_rules_speak_of_it() -> None:
    publication = {"date": "2031-03-01", "digest": "0" * 64}
    county = everyone(County().version(rule=ALL, publication=publication), *FOUR)
    assert str(made(county).entered) == "2031-05-12"


# --- dates that are not known, or imprecise ---------------------------------------------------------------------------


def test_a_decision_without_a_date_leaves_the_first_day_unknown() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    county.decided(TESTVIK, {"outcome": "adopted"})
    assert told(county, "2031-04-20") == "not-yet 1.0"
    assert told(county, "2031-04-21") == "unknown 1.0"
    assert made(county).undated == (TESTVIK,)


def test_an_imprecise_date_leaves_the_days_that_it_can_mean_unknown() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3], "2031-06")
    assert told(county, "2031-05-31") == "not-yet 1.0"
    assert told(county, "2031-06-15") == "unknown 1.0"
    assert told(county, "2031-06-30") == "applies 1.0"
    assert str(made(county).entered) == "2031-06"


def test_an_imprecise_date_does_not_matter_where_a_later_one_decides() -> None:
    county = everyone(County().version(rule=ALL), "2030", "2031-01", "2031-04-21", "2031-05-12")
    assert str(made(county).entered) == "2031-05-12"


def test_a_date_that_was_corrected_counts_as_corrected() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    wrong = {"outcome": "adopted", "date": "2031-05-12"}
    right = {"outcome": "adopted", "date": "2031-06-16", "corrects": 1, "reason": "Fel datum"}
    assert told(county.decided(TESTVIK, wrong), "2031-06-01") == "applies 1.0"
    assert told(county.decided(TESTVIK, wrong, right), "2031-06-01") == "not-yet 1.0"
    assert str(made(county).entered) == "2031-06-16"


def test_an_entry_in_error_is_as_if_it_had_not_been() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    error = {"outcome": "entered-in-error", "corrects": 1, "reason": "Fel kommun"}
    county.decided(TESTVIK, {"outcome": "adopted", "date": "2031-05-12"}, error)
    assert made(county).missing == (TESTVIK,)


def test_a_correction_of_a_correction_stands_in_the_first_ones_place() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    county.decided(
        TESTVIK,
        {"outcome": "adopted", "date": "2031-05-12"},
        {"outcome": "adopted", "date": "2031-06-16", "corrects": 1, "reason": "Fel datum"},
        {"outcome": "adopted", "date": "2031-05-19", "corrects": 2, "reason": "Fel datum igen"},
    )
    assert str(made(county).entered) == "2031-05-19"


# --- joining and leaving ----------------------------------------------------------------------------------------------


def test_a_late_joiner_is_bound_from_its_own_decision() -> None:
    parties = [REGION, EXEMPELBY, PROVKOPING]
    county = everyone(County().version(rule=ALL, parties=parties, accessions=[{"party": TESTVIK}]), *FOUR[:3])
    county.decided(TESTVIK, "2032-02-09")
    assert str(made(county).entered) == "2031-04-21"
    assert told(county, "2032-02-08", TESTVIK) == "not-yet 1.0"
    assert told(county, "2032-02-09", TESTVIK) == "applies 1.0"


def test_a_late_joiner_from_an_agreed_day() -> None:
    parties = [REGION, EXEMPELBY, PROVKOPING]
    joins = [{"party": TESTVIK, "date": "2032-07-01"}]
    county = everyone(County().version(rule=ALL, parties=parties, accessions=joins), *FOUR[:3])
    county.decided(TESTVIK, "2032-02-09")
    assert told(county, "2032-06-30", TESTVIK) == "not-yet 1.0"
    assert told(county, "2032-07-01", TESTVIK) == "applies 1.0"


NOTICE = {"months": 12, "effect": "rest-continues"}
LEAVES = {"outcome": "withdrawn", "date": "2033-01-10"}


def test_notice_by_one_party_and_the_rest_goes_on() -> None:
    county = everyone(County().version(rule=ALL, notice=NOTICE), *FOUR[:3])
    county.decided(TESTVIK, {"outcome": "adopted", "date": "2031-05-12"}, LEAVES)
    assert told(county, "2034-01-10", TESTVIK) == "applies 1.0"
    assert told(county, "2034-01-11", TESTVIK) == "ended 1.0"
    assert told(county, "2034-01-11", EXEMPELBY) == "applies 1.0"
    assert told(county, "2034-01-11") == "applies 1.0"


def test_notice_by_one_party_ends_it_for_all() -> None:
    county = everyone(County().version(rule=ALL, notice={**NOTICE, "effect": "all-ends"}), *FOUR[:3])
    county.decided(TESTVIK, {"outcome": "adopted", "date": "2031-05-12"}, {**LEAVES, "last_day": "2033-12-31"})
    assert told(county, "2033-12-31", EXEMPELBY) == "applies 1.0"
    assert told(county, "2034-01-01", EXEMPELBY) == "ended 1.0"
    assert told(county, "2034-01-01") == "ended 1.0"


def test_notice_without_a_known_period_leaves_the_end_unknown() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    county.decided(TESTVIK, {"outcome": "adopted", "date": "2031-05-12"}, LEAVES)
    assert told(county, "2033-01-10", TESTVIK) == "applies 1.0"
    assert told(county, "2035-01-01", TESTVIK) == "unknown 1.0"


def test_a_party_that_left_and_came_back() -> None:
    county = everyone(County().version(rule=ALL, notice=NOTICE), *FOUR[:3])
    county.decided(TESTVIK, {"outcome": "adopted", "date": "2031-05-12"}, LEAVES, "2035-03-05")
    assert told(county, "2033-06-01", TESTVIK) == "applies 1.0"
    assert told(county, "2034-06-01", TESTVIK) == "gap 1.0"
    assert told(county, "2035-03-05", TESTVIK) == "applies 1.0"
    assert str(made(county).entered) == "2031-05-12"


def test_a_notice_that_is_taken_back_in_time_changes_nothing() -> None:
    county = everyone(County().version(rule=ALL, notice=NOTICE), *FOUR[:3])
    county.decided(TESTVIK, {"outcome": "adopted", "date": "2031-05-12"}, LEAVES, "2033-09-01")
    assert told(county, "2034-06-01", TESTVIK) == "applies 1.0"
    assert str(on(county, "2034-06-01", TESTVIK).since) == "2031-05-12"


def test_one_who_left_before_it_came_into_force_does_not_count() -> None:
    county = everyone(County().version(rule=ALL), *FOUR[:3])
    left = {"outcome": "withdrawn", "date": "2031-03-01", "last_day": "2031-03-31"}
    county.decided(REGION, "2031-02-03", left).decided(TESTVIK, "2031-05-12")
    assert made(county).entered is None
    assert made(county).refused == (REGION,)


# --- terms ------------------------------------------------------------------------------------------------------------


def term(**extension: str) -> dict[str, object]:
    return {"until": "2033-12-31", **({"extensions": [extension]} if extension else {})}


def test_a_term_runs_out() -> None:
    county = everyone(County().version(rule=ALL, term=term()), *FOUR)
    assert told(county, "2033-12-31") == "applies 1.0"
    assert told(county, "2034-01-01") == "ended 1.0"
    assert str(on(county, "2033-01-01").until) == "2033-12-31"


def test_an_extension_decided_in_time_goes_on_without_a_gap() -> None:
    county = everyone(County().version(rule=ALL, term=term(decided="2033-11-15", until="2035-12-31")), *FOUR)
    assert told(county, "2034-01-01") == "applies 1.0"
    assert str(on(county, "2034-01-01").since) == "2031-05-12"
    assert told(county, "2036-01-01") == "ended 1.0"


def test_an_extension_decided_too_late_leaves_a_gap_that_shows() -> None:
    county = everyone(County().version(rule=ALL, term=term(decided="2034-02-20", until="2035-12-31")), *FOUR)
    assert told(county, "2034-01-01") == "gap 1.0"
    assert told(county, "2034-02-19", EXEMPELBY) == "gap 1.0"
    assert told(county, "2034-02-20") == "applies 1.0"
    assert str(on(county, "2034-03-01").since) == "2034-02-20"


def test_an_extension_decided_too_late_may_reach_back_where_it_says_so() -> None:
    late = {"decided": "2034-02-20", "from": "2034-01-01", "until": "2035-12-31"}
    county = everyone(County().version(rule=ALL, term=term(**late)), *FOUR)
    assert told(county, "2034-01-01") == "applies 1.0"


def test_a_term_that_is_renewed_by_itself_does_not_run_out() -> None:
    county = everyone(County().version(rule=ALL, term={**term(), "renewal_months": 24}), *FOUR)
    assert told(county, "2034-01-01") == "applies 1.0"


def test_an_agreement_that_is_ended_or_replaced() -> None:
    ended = {"last_day": "2032-12-31", "decided": "2032-06-01"}
    county = everyone(County(ended=ended).version(rule=ALL), *FOUR)
    assert told(county, "2032-12-31") == "applies 1.0"
    assert told(county, "2033-01-01") == "ended 1.0"
    assert told(county, "2033-01-01", TESTVIK) == "ended 1.0"


# --- versions ---------------------------------------------------------------------------------------------------------


def test_version_two_takes_over_for_all_on_one_day() -> None:
    county = everyone(County().version("1.0", ALL).version("2.0", ALL), *FOUR)
    everyone(county, "2033-01-09", "2033-02-06", "2033-03-06", "2033-04-03", version="2.0")
    assert told(county, "2033-04-02") == "applies 1.0"
    assert told(county, "2033-04-03") == "applies 2.0"
    assert str(on(county, "2033-04-02").until) == "2033-04-02"


def test_while_version_two_waits_version_one_applies() -> None:
    county = everyone(County().version("1.0", ALL).version("2.0", ALL), *FOUR)
    everyone(county, "2033-01-09", "2033-02-06", version="2.0")
    answer = on(county, "2033-05-01")
    assert (answer.state, answer.version.entity.version) == ("applies", "1.0")  # type: ignore[union-attr]
    assert answer.coming and answer.coming.missing == (PROVKOPING, TESTVIK)


def test_version_two_binds_some_while_version_one_binds_the_others() -> None:
    county = everyone(County().version("1.0", ALL).version("2.0", EACH), *FOUR)
    everyone(county, "2033-01-09", "2033-02-06", version="2.0")
    assert told(county, "2033-03-01", EXEMPELBY) == "applies 2.0"
    assert told(county, "2033-03-01", TESTVIK) == "applies 1.0"
    answer = on(county, "2033-03-01")
    assert answer.version and answer.version.entity.version == "2.0"
    assert [item.entity.version for item in answer.beside] == ["1.0"]
    assert str(on(county, "2033-01-01", EXEMPELBY).until) == "2033-02-05"


# --- parties that change ----------------------------------------------------------------------------------------------


def merged(county: County) -> County:
    """Provköping and Testvik become Nystad on New Year's Day 2033."""
    for party in (PROVKOPING, TESTVIK):
        county.organisations[party] |= {"until": "2032-12-31", "successors": ["nystad"]}
    nystad = {"name": "Nystads kommun", "type": "principal", "side": "municipality", "from": "2033-01-01"}
    county.organisations["nystad"] = nystad
    return county


def test_what_is_merged_takes_over_what_was_adopted() -> None:
    county = merged(everyone(County().version(rule=ALL), *FOUR))
    assert told(county, "2032-12-31", TESTVIK) == "applies 1.0"
    assert told(county, "2033-01-01", TESTVIK) == "ended 1.0"
    answer = on(county, "2033-01-01", "nystad")
    assert (answer.state, str(answer.since)) == ("applies", "2033-01-01")
    assert answer.inherited == (PROVKOPING, TESTVIK)
    assert told(county, "2032-12-31", "nystad") == "not-yet 1.0"
    assert told(county, "2033-01-01") == "applies 1.0"


def test_of_two_that_are_merged_only_one_was_bound() -> None:
    county = merged(everyone(County().version(rule=EACH), *FOUR[:3]))
    assert told(county, "2033-01-01", "nystad") == "unknown 1.0"


def test_what_is_merged_before_it_decided_decides_in_their_place() -> None:
    county = merged(everyone(County().version(rule=ALL), "2032-09-01", "2032-10-01"))
    assert made(county, on="2032-11-01").missing == (PROVKOPING, TESTVIK)
    assert made(county, on="2033-02-01").missing == ("nystad",)
    county.decided("nystad", "2033-03-07")
    assert str(made(county).entered) == "2033-03-07"
    assert told(county, "2033-03-07", "nystad") == "applies 1.0"


def test_a_party_that_is_renamed_is_the_same_party() -> None:
    county = everyone(County().version(rule=ALL), *FOUR)
    county.organisations[TESTVIK] |= {"name": "Testviks stad", "aliases": ["Testviks kommun"]}
    assert told(county, "2031-12-31", TESTVIK) == "applies 1.0"


# --- what a source says -----------------------------------------------------------------------------------------------


def stated(**rule: str) -> County:
    return County().version(rule={**ALL, "not_before": "2022-07-01"} | rule, stated_in_force={"date": "2022-23"})


def test_what_a_source_states_is_said_as_such() -> None:
    answer = on(stated(), "2026-11-22")
    assert answer.state == "stated"
    assert str(answer.since) == "2022-23"
    assert answer.entry and (len(answer.entry.adopted), answer.entry.total) == (0, 4)


def test_before_and_within_the_stated_time() -> None:
    assert on(stated(), "2022-06-30").state == "not-yet"
    assert on(stated(), "2022-09-01").state == "unknown"
    assert on(stated(), "2022-12-31").state == "stated"


def test_what_is_computed_goes_before_what_is_stated() -> None:
    county = everyone(stated(), "2022-05-01", "2022-06-01", "2022-09-12", "2022-10-03")
    answer = on(county, "2022-11-01")
    assert (answer.state, str(answer.since)) == ("applies", "2022-10-03")


def test_twenty_four_of_twenty_seven() -> None:
    county = County()
    towns = [f"ort-{number}" for number in range(1, 27)]
    for town in towns:
        county.organisations[town] = {"name": town, "type": "principal", "side": "municipality"}
    county.version(rule={**ALL, "not_before": "2031-07-01"}, parties=[REGION, *towns])
    for party in [REGION, *towns[:23]]:
        county.decided(party, "2031-02-03")
    answer = on(county, "2031-06-01")
    assert answer.entry and (len(answer.entry.adopted), answer.entry.total) == (24, 27)
    assert answer.entry.missing == ("ort-24", "ort-25", "ort-26")
    for party in towns[23:]:
        county.decided(party, "2031-08-25")
    assert told(county, "2031-08-25") == "applies 1.0"


def test_a_standing_on_a_day_leaves_out_what_came_later() -> None:
    county = County().version(rule=ALL)
    county.decided(TESTVIK, {"outcome": "prepared", "date": "2031-03-01"}, "2031-05-12")
    registry = county.registry()
    version = version_of(registry, "avtalet", "1.0")
    assert version
    assert standing(registry, version, TESTVIK, day("2031-04-01")).status == "prepared"
    assert standing(registry, version, TESTVIK).status == "adopted"
    assert standing(registry, version, EXEMPELBY).status == "pending"
    assert bound(registry, version, EXEMPELBY) == ()


def test_the_region_of_another_county_is_no_party_of_what_binds_all() -> None:
    county = County().version(rule=ALL, parties=[])
    county.organisations["grannregionen"] = {"name": "Grannregionen", "type": "principal", "side": "external"}
    everyone(county, *FOUR)
    assert made(county).total == 4
    assert told(county, FOUR[-1]) == "applies 1.0"
