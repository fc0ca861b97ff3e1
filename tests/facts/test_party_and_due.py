"""A party on a page and what is due: the same answers as the commands that they are made of."""

import datetime as dt
from collections.abc import Mapping

from tests.facts.test_expectations import found, registry
from vis_cli.facts.due import due
from vis_cli.facts.follow_ups import followings
from vis_cli.facts.forum_stale import stale
from vis_cli.facts.party_page import PartyPage, party_page
from vis_cli.model.organisation import Organisation

DAY = dt.date(2031, 5, 1)
AGREEMENT = """\
id: avtalet
title: Vården av äldre
type: agreement
follow_up: {criteria: [Möten hålls], interval_months: 12}
"""
REPORT = "id: avtalet-2030\nagreement: avtalet\ndate: 2030-10-01\n"
OLD_GROUP = """\
id: gamla
name: Gamla gruppen
type: consultation
level: regional
status: discontinued
reached: {on: 2031-03-01}
earlier: [{status: established, on: 2029-01-01}]
members:
  - {side: municipality, organisation: testviks-kommun, from: 2029-01-01}
"""
MERGED = """\
testvik: {name: Testvik, type: municipality, municipality: testviks-kommun, from: 2030-01-01}
testby: {name: Testby, type: municipality, municipality: testviks-kommun, until: 2029-12-31,
         successors: [{area: testvik}]}
"""
FORUM = "id: motet\nname: Mötet\ntype: ksa-gsa\nstatus: active\nareas: [{area}]\n"


def page(files: Mapping[str, str], on: dt.date = DAY, areas: str = MERGED) -> PartyPage:
    known = registry(files, areas=areas)
    party = known.get(Organisation, "testviks-kommun")
    assert party
    return party_page(known, party, on)


def test_coverage_has_the_next_follow_up_as_the_follow_ups_have_it() -> None:
    known = registry({"agreements/avtalet/agreement.yaml": AGREEMENT, "registry/follow-ups/avtalet-2030.yaml": REPORT})
    (own,) = followings(known, DAY)
    (subject,) = found(known, "follow-up").subjects
    assert (str(own.next), subject.state, str(subject.values["date"])) == ("2031-10-01", "there", "2031-10-01")
    (late,) = found(known, "follow-up", dt.date(2031, 10, 2)).subjects
    assert late.state == "missing"


def test_a_party_sat_in_a_group_until_the_day_it_ended_and_not_after() -> None:
    files = {"registry/groups/gamla.yaml": OLD_GROUP}
    before, after = (page(files, dt.date(2031, month, 1)) for month in (2, 4))
    assert [item.group.id for item in before.seats] == ["gamla"]
    assert (after.seats, after.unknown) == ((), ())


def test_a_forum_that_came_with_an_old_area_is_the_forum_of_the_party() -> None:
    found = page({"registry/forums/motet.yaml": FORUM.replace("{area}", "testby")})
    assert [item.id for item in found.forums] == ["motet"]


def test_a_forum_that_is_said_not_to_be_waits_for_nobody() -> None:
    for number, asked in (("", 1), ("number: 0\n", 0)):
        known = registry({"registry/forums/motet.yaml": FORUM.replace("{area}", "testvik") + number})
        assert len([item for item in due(known, DAY, 30).waits if item.kind == "forum"]) == asked
        assert len(stale(known, DAY)) == asked


def test_a_measure_that_was_promised_is_due_though_the_case_is_closed() -> None:
    deviation = """\
id: fallet
title: Kallelse uteblev
agreement: avtalet
type: summons
date: 2031-01-10
text: Ingen kallades.
measures: [{text: Skriv en rutin, due: 2031-04-01}]
closed: 2031-02-01
"""
    known = registry({"agreements/avtalet/agreement.yaml": AGREEMENT, "registry/deviations/fallet.yaml": deviation})
    assert [item.title for item in due(known, DAY, 30).late if item.kind == "measure"] == ["Skriv en rutin"]
