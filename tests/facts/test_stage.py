"""Where an agreement is in its life, computed from what is recorded."""

import datetime as dt

from tests.facts.county import ALL, EVERYONE, EXEMPELBY, REGION, County, agreement
from vis_cli.facts.stage import stage, stage_of
from vis_cli.facts.versions import version_of

WRITTEN = {
    "text_state": "original",
    "version": "1.0",
    "sections": [{"id": "syfte", "heading": "Syfte", "text": "Ett exempel."}],
}
SENT = [{"from": "2031-01-10", "until": "2031-03-10"}]
RECOMMENDED = [{"body": REGION, "date": "2031-05-05"}]
PUBLISHED = {"date": "2031-04-01", "digest": "0" * 64}


def stages(county: County, on: str | None = None) -> str:
    registry = county.registry()
    return stage(registry, agreement(registry), dt.date.fromisoformat(on) if on else None)


def test_an_agreement_of_which_nothing_is_known() -> None:
    assert stages(County()) == "unknown"


def test_it_goes_from_draft_to_force_and_to_its_end() -> None:
    county = County(**WRITTEN)
    assert stages(county) == "draft"
    assert stages(county.version(rule=ALL)) == "draft"
    assert stages(county.version(rule=ALL, referrals=SENT)) == "referral"
    assert stages(county.version(rule=ALL, referrals=SENT, publication=PUBLISHED)) == "published"
    county.version(rule=ALL, referrals=SENT, publication=PUBLISHED, recommendations=RECOMMENDED)
    assert stages(county) == "recommended"
    county.decided(EXEMPELBY, {"outcome": "prepared", "date": "2031-06-01"})
    assert stages(county) == "recommended"
    county.decided(EXEMPELBY, "2031-06-15")
    assert stages(county) == "adoption"
    for party in EVERYONE:
        county.decided(party, "2031-09-15")
    assert stages(county, "2031-09-14") == "recommended"
    assert stages(county, "2031-09-15") == "in-force"
    assert stages(county) == "in-force"
    county.agreement["ended"] = {"last_day": "2034-12-31"}
    assert stages(county, "2034-12-31") == "in-force"
    assert stages(county) == "ended"


def test_adopted_by_all_but_not_before_a_day() -> None:
    county = County(**WRITTEN).version(rule={**ALL, "not_before": "2032-01-01"})
    for party in EVERYONE:
        county.decided(party, "2031-09-15")
    assert stages(county, "2031-10-01") == "adopted"
    assert stages(county, "2032-01-01") == "in-force"


def test_one_that_is_being_revised_is_in_force_meanwhile() -> None:
    county = County(**WRITTEN).version(rule=ALL).version("2.0", ALL, referrals=SENT)
    for party in EVERYONE:
        county.decided(party, "2030-09-15")
    assert stages(county) == "in-force"
    registry = county.registry()
    second = version_of(registry, "avtalet", "2.0")
    assert second and stage_of(registry, second) == "referral"


def test_one_that_is_replaced() -> None:
    county = County(**WRITTEN, ended={"last_day": "2031-12-31", "successor": "avtalet"})
    assert stages(county) == "replaced"
