"""Who sits in the real groups, and how they are, as their sources say: read off the seeds by hand."""

import datetime as dt
from collections import Counter

import pytest

from tests.real.test_real_registry import ROOT
from vis_cli.facts.activity import activity
from vis_cli.facts.seats import sitting
from vis_cli.facts.statuses import status_on
from vis_cli.facts.transition import resting
from vis_cli.model.group import Group
from vis_cli.registry import Record, Registry, load
from vis_cli.source.tree import WorkTree

REPORT = dt.date(2022, 12, 31)
"""The report of 000 is of autumn 2022."""


@pytest.fixture(scope="module")
def real() -> Registry:
    return load(WorkTree(ROOT)).registry


def group(real: Registry, id: str) -> Record[Group]:
    found = real.get(Group, id)
    assert found, id
    return found


def test_five_consultation_groups_are_none_of_them_known_to_be_established(real: Registry) -> None:
    own = [record for record in real.all(Group) if record.entity.type == "consultation"]  # 000:283-290, 491-497
    assert len(own) == 5
    assert [record.id for record in own if record.entity.status == "established"] == []


def test_six_forums_go_on_or_have_stalled(real: Registry) -> None:
    found = Counter(
        status[0]
        for record in real.all(Group)
        if record.entity.type == "forum" and (status := status_on(record.entity, REPORT))
    )
    assert found == {"active": 5, "stalled": 1}  # 000:119-238; 210: Avstannat arbete


def test_who_sat_in_the_regional_consultation_of_2022(real: Registry) -> None:
    seats = sitting(real, REPORT, groups=("regionala-samradet",))  # 000:133-135
    by_role = Counter((item.seat.role, item.seat.side) for item in seats)
    assert by_role[("adjunct", "external")] == 1
    municipalities = {item.employer for item in seats if item.seat.side == "municipality"} - {"storsthlm"}
    assert municipalities == {"vaxholm-kommun", "sigtuna-kommun", "stockholms-stad", "sodertalje-kommun"}


def test_the_digital_steering_group_last_met_in_february_2021(real: Registry) -> None:
    found = activity(real, group(real, "styrgrupp-digital"), REPORT)  # 000:210-211
    assert (str(found.stated), found.last, found.stale) == ("2021-02", None, True)
    assert found.months == 22


def test_no_responsibility_of_a_forum_rests_on_an_established_group(real: Registry) -> None:
    for record in real.all(Group):
        if record.entity.type == "forum":
            assert all(item.lacks for item in resting(real, record, REPORT)), record.id  # 000:544-547
