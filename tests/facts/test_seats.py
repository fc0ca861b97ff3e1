"""Who sat where, which status a group had, on whom its responsibilities rest, when it last met: on any day."""

import datetime as dt
from typing import Any

import pytest

from tests.bodies import FORUM, NEW, county
from vis_cli.facts.activity import activity
from vis_cli.facts.restaffing import restaffing
from vis_cli.facts.seats import existed, left_empty, seats_ever, sitting
from vis_cli.facts.statuses import status_on
from vis_cli.facts.touched import touched
from vis_cli.facts.transition import lacking, resting
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry, load
from vis_cli.source.tree import MemoryTree
from vis_cli.source.yaml import parse


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def group(text: str, **more: Any) -> Group:
    data, _ = parse("id: exempel\nname: Exempel\ntype: forum\nlevel: regional\nstatus: active\n")
    return Group.model_validate({**data, **parse(text)[0], **more} if text else {**data, **more})


def registry(**files: str) -> Registry:
    return load(MemoryTree({**county(), **files})).registry


def record(of: Registry, id: str) -> Record[Group]:
    found = of.get(Group, id)
    assert found
    return found


LIFE = """\
status: discontinued
reached: {on: 2032-01-31}
earlier:
  - {status: proposed}
  - {status: decided, on: 2030-11-20}
  - {status: established, on: "2031"}
"""


@pytest.mark.parametrize(
    ("on", "status"),
    [
        ("2029-01-01", ("proposed", True)),
        ("2030-11-20", ("decided", True)),
        ("2031-06-30", ("established", False)),
        ("2031-12-31", ("established", True)),
        ("2032-01-31", ("discontinued", True)),
    ],
)
def test_a_status_lasts_until_the_next_and_is_certain_where_the_days_tell(on: str, status: tuple[str, bool]) -> None:
    assert status_on(group(LIFE), day(on)) == status


def test_a_status_whose_day_nobody_knows_came_in_its_turn() -> None:
    own = group("status: established\nearlier:\n  - {status: decided, on: 2030-11-20}\n")
    assert status_on(own, day("2030-11-19")) is None
    assert status_on(own, day("2031-01-01")) == ("established", False)


def test_a_seat_lasts_no_longer_than_its_group() -> None:
    ended = group("status: discontinued\nreached: {on: 2031-02}\nmembers: [{side: region, function: chef}]\n")
    assert [existed(ended, day(on)) for on in ("2031-01-31", "2031-02-15", "2031-03-01")] == [True, None, False]
    text = county()[FORUM].replace("status: active", "status: discontinued\nuntil: 2029-12-31")
    found = registry(**{FORUM: text})
    assert [item.sure for item in sitting(found, day("2029-12-31"), people=("bo-prov",))] == [True]
    assert sitting(found, day("2030-01-01"), people=("bo-prov",)) == ()


def test_seats_are_found_by_group_person_and_organisation_with_its_parts() -> None:
    part = "ordningsnamnden:\n  name: Nämnden\n  type: board\n  side: municipality\n  parent: exempelby-kommun\n"
    organisations = "registry/organisations.yaml"
    member = "  - side: municipality\n    organisation: ordningsnamnden\n"
    found = registry(**{organisations: county()[organisations] + part, NEW: county()[NEW] + member})
    on = day("2031-03-01")
    assert [item.employer for item in sitting(found, on, organisations=("exempelby-kommun",))] == [
        "exempelby-kommun",
        "ordningsnamnden",
    ]
    (ann,) = sitting(found, on, people=("ann-exempel",))
    assert (ann.group.id, ann.title, ann.named, ann.sure) == ("nya-gruppen", "socialdirektör", True, True)
    assert [(item[0].id, item[1]) for item in seats_ever(found, "ann-exempel")] == [("nya-gruppen", 0)]


def test_a_place_is_empty_when_its_holder_has_left_and_nobody_has_come() -> None:
    seats = "members:\n  - {side: region, function: chef, until: 2031-01-31}\n"
    assert left_empty(group(seats), day("2031-01-31")) == ()
    assert [seat.function for seat in left_empty(group(seats), day("2031-02-01"))] == ["chef"]
    taken = seats + "  - {side: region, function: chef, from: 2031-02}\n"
    assert left_empty(group(taken), day("2031-02-01")) == ()


def test_a_responsibility_rests_on_whoever_is_established_on_the_day() -> None:
    text = county()[NEW].replace(
        "status: establishing\nreached:\n  on: 2030-11-20", "status: established\nreached:\n  on: 2031-02-20"
    )
    found = registry(**{NEW: text})
    forum = record(found, "gamla-forumet")
    states = [item.state for item in resting(found, forum, day("2031-02-20"))]
    assert states == ["ready", "ready", "unassigned"]
    before = registry()
    waiting = resting(before, record(before, "gamla-forumet"), day("2031-02-20"))
    assert [item.state for item in waiting] == ["waiting", "waiting", "unassigned"]
    assert [item.responsibility.id for item in lacking(found, forum, day("2031-02-20"))] == ["forum-rest"]


def test_a_group_that_has_not_met_for_a_year_seems_to_have_stalled_unless_it_will_meet() -> None:
    found = registry()
    forum = record(found, "gamla-forumet")
    assert activity(found, forum, day("2030-09-17")).stale is False
    late = activity(found, forum, day("2030-09-18"))
    assert (late.stale, late.months) == (True, 12)
    officials = record(found, "tjanstegruppen")
    assert activity(found, officials, day("2031-05-20"), months=1).stale is False
    assert activity(found, officials, day("2032-05-20")).stale is True
    assert activity(found, record(found, "andra-gruppen"), day("2031-05-20")).stale is None


def test_what_is_past_is_not_touched_when_somebody_changes_post() -> None:
    found = registry()
    assert [item.work for item in touched(found, "ann-exempel", day("2031-05-01"))] == ["seat", "ksa", "assignment"]
    contact = "id: exempelby\nksa:\n  - person: ann-exempel\n    until: 2030-12-31\n"
    over = registry(**{"registry/contacts/exempelby.yaml": contact})
    assert [item.work for item in touched(over, "ann-exempel", day("2031-05-01"))] == ["seat", "assignment"]


def test_a_seat_is_known_again_when_a_name_is_filled_in_or_a_role_changes() -> None:
    old = group("members:\n  - {side: region, organisation: exempel}\n  - {side: region, person: a}\n")
    new = group(
        "members:\n  - {side: region, organisation: exempel, person: b}\n"
        "  - {side: region, person: a, until: 2031-02-28}\n"
        "  - {side: region, person: a, role: chair, from: 2031-03-01}\n"
        "  - {side: region, person: c}\n"
    )
    found = restaffing(old, new)
    assert (found.came, found.ended, found.gone) == ((3,), (), ())
    replaced = restaffing(
        old, group("members:\n  - {side: region, organisation: exempel}\n  - {side: region, person: d}\n")
    )
    assert (replaced.came, replaced.gone) == ((1,), (1,))
