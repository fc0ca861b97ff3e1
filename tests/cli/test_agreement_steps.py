"""`vis agreement` records steps: each a small edit, or refused with the way forward and nothing written."""

from pathlib import Path

from tests.cli.steps import ADOPTION, EXEMPELBY, FILE, Register, decided, laid, undecided  # noqa: F401 - fixtures
from tests.facts.county import ALL, County

ADOPTED = {"outcome": "adopted", "date": "2031-02-03", "body": "Kommunstyrelsen", "reference": "§ 14"}

# --- before the decisions ---------------------------------------------------------------------------------------------


def test_a_referral_its_reply_and_the_recommendation(here: Register) -> None:
    refer = ("refer", "avtalet", "--from", "2030-09-01", "--until", "2030-11-30")
    assert here.changes(*refer) == ["+referrals:", "+  - from: 2030-09-01", "+    until: 2030-11-30"]
    here.records(*refer)
    reply = ("refer", "avtalet", "--reply", "Provköping", "--date", "2030-12-02", "--reference", "KS 2030/77")
    assert here.changes(*reply) == [
        "+    replies:",
        "+      - organisation: provkoping",
        "+        date: 2030-12-02",
        "+        reference: KS 2030/77",
    ]
    said = here.records(*reply)
    assert "the reply came after the last day, 2030-11-30" in said
    assert "Provköpings kommun has replied already, 2030-12-02" in here.refuses(*reply)
    recommend = ("recommend", "avtalet", "--body", "exempelregionen", "--date", "2031-01-14", "--reference", "§ 3")
    assert here.changes(*recommend) == [
        "+recommendations:",
        "+  - body: exempelregionen",
        "+    date: 2031-01-14",
        "+    reference: § 3",
    ]
    said = here.records(*recommend)
    assert "note:" not in said and "warning" not in said
    assert "is recorded already" in here.refuses(*recommend)
    assert here.in_order()


def test_a_reply_needs_a_referral(here: Register) -> None:
    said = here.refuses("refer", "avtalet", "--reply", "Provköping", "--date", "2030-12-02")
    assert "is not recorded as referred for comment" in said
    assert "vis agreement refer avtalet 1.0 --from" in said


def test_a_referral_that_ends_before_it_begins_is_refused(here: Register) -> None:
    said = here.refuses("refer", "avtalet", "--from", "2030-09-01", "--until", "2030-08-31")
    assert "the last day to reply, 2030-08-31, comes before the referral begins, 2030-09-01" in said


def test_a_referral_and_a_reply_are_not_recorded_in_one(here: Register) -> None:
    said = here.refuses("refer", "avtalet", "--from", "2030-09-01", "--reply", "exempelby", code=2)
    assert "do not go together" in said


def test_a_recommendation_without_a_referral_is_recorded_with_a_word_about_it(here: Register) -> None:
    said = here.records("recommend", "avtalet", "--body", "exempelregionen", "--date", "2031-01-14")
    assert "no referral for comment is recorded before the recommendation" in said


# --- parties that come and go -----------------------------------------------------------------------------------------


def test_a_late_joiner_joins_and_then_adopts(adopted: Register) -> None:
    join = ("join", "avtalet", "--party", "Testvik", "--date", "2031-07-01", "--body", "Styrgruppen")
    assert adopted.changes(*join) == [
        "+accessions:",
        "+  - party: testvik",
        "+    date: 2031-07-01",
        "+    body: Styrgruppen",
    ]
    said = adopted.records(*join)
    assert "vis agreement adopt avtalet 1.0 --party testvik" in said
    adopted.records("adopt", "avtalet", "--party", "Testvik", "--date", "2031-07-01")
    assert "is a party of version 1.0 of `avtalet` already" in adopted.refuses(*join)
    assert adopted.in_order()


def test_notice_ends_when_the_period_of_notice_has_run_out(adopted: Register) -> None:
    withdraw = ("withdraw", *EXEMPELBY, "--date", "2031-06-15")
    assert adopted.changes(*withdraw) == [
        "+  - outcome: withdrawn",
        "+    date: 2031-06-15",
        "+    last_day: 2032-06-15",
    ]
    assert "the earliest last day is 2032-06-15" in adopted.refuses(*withdraw, "--last-day", "2032-06-14")
    adopted.records(*withdraw, "--last-day", "2032-12-31")
    assert "is `withdrawn` already" in adopted.refuses(*withdraw)
    assert adopted.in_order()


def test_notice_without_a_known_period_needs_a_last_day(tmp_path: Path) -> None:
    county = County().version(rule=ALL).decided("exempelby", ADOPTED)
    folder = laid(tmp_path, county)
    withdraw = ("withdraw", *EXEMPELBY, "--date", "2031-06-15")
    assert "give it with --last-day" in folder.refuses(*withdraw)
    folder.records(*withdraw, "--last-day", "2031-12-31")


def test_notice_is_given_of_the_version_that_the_party_has_adopted(tmp_path: Path) -> None:
    county = County().version(rule=ALL, notice={"months": 3}).decided("exempelby", ADOPTED).version("2.0", rule=ALL)
    folder = laid(tmp_path, county)
    done = folder.step("withdraw", *EXEMPELBY, "--date", "2031-06-15")
    assert (done.code, done.out) == (0, f"{ADOPTION}\n")


# --- how long it lasts ------------------------------------------------------------------------------------------------


def test_a_term_is_extended(here: Register) -> None:
    extend = ("extend", "avtalet", "--until", "2034-12-31", "--date", "2031-05-05", "--body", "Styrgruppen")
    assert here.changes(*extend) == [
        "+  extensions:",
        "+    - until: 2034-12-31",
        "+      decided: 2031-05-05",
        "+      body: Styrgruppen",
    ]
    here.records(*extend)
    assert "lasts until 2034-12-31" in here.refuses(*extend[:2], "--until", "2033-12-31", *extend[4:])
    assert here.in_order()


def test_an_extension_that_came_too_late_leaves_a_gap_and_says_so(here: Register) -> None:
    said = here.records("extend", "avtalet", "--until", "2034-12-31", "--date", "2033-05-05", today="2033-06-01")
    assert "it ran out 2032-12-31 and goes on 2033-05-05: between them it does not apply" in said


def test_what_has_no_last_day_is_not_extended(tmp_path: Path) -> None:
    folder = laid(tmp_path, County().version(rule=ALL))
    assert "has no last day, so there is nothing to extend" in folder.refuses(
        "extend", "avtalet", "--until", "2034-12-31", "--date", "2031-05-05"
    )


def test_an_agreement_is_terminated_once(here: Register) -> None:
    end = ("terminate", "avtalet", "--last-day", "2031-12-31", "--date", "2031-05-05", "--reason", "Behövs inte")
    assert here.changes(*end) == [
        "+ended:",
        "+  last_day: 2031-12-31",
        "+  decided: 2031-05-05",
        "+  reason: Behövs inte",
    ]
    here.records(*end)
    assert "`avtalet` is ended already: its last day is 2031-12-31" in here.refuses(*end)
    assert here.in_order()


def test_an_agreement_is_replaced_by_another_that_does_not_lead_back(here: Register) -> None:
    here.write("agreements/nya-avtalet/agreement.yaml", "id: nya-avtalet\ntitle: Nya exempelavtalet\ntype: agreement\n")
    replace = ("replace", "avtalet", "--last-day", "2031-12-31", "--by")
    assert "leads back to itself" in here.refuses(*replace, "avtalet")
    assert "there is no agreement `nyaste`" in here.refuses(*replace, "nyaste", code=2)
    said = here.records(*replace, "Nya exempelavtalet")
    assert "`nya-avtalet` is not known to apply on 2032-01-01, the day after" in said
    assert "  successor: nya-avtalet\n" in here.read(FILE)
    assert "leads back to itself" in here.refuses(
        "replace", "nya-avtalet", "--by", "avtalet", "--last-day", "2033-12-31"
    )
