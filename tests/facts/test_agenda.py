"""What belongs on an agenda, worked out by hand from what other meetings, agreements and plans say."""

from collections.abc import Mapping
from typing import Any

import pytest

from tests.meetings import COUNTY, GROUP, OFFICIALS, POLITICIANS, forwarding, item, meeting, origin, registry
from vis_cli.facts.agenda import due, missing, numbers, place, standing
from vis_cli.facts.proposal import Proposal, shortened
from vis_cli.model.meeting import Meeting
from vis_cli.source.emit import emit

FRAME = {"opening", "forwarding", "other-business", "next-meeting"}


def proposals(id: str, *files: Mapping[str, str]) -> tuple[Proposal, ...]:
    found = registry(*files)
    record = found.get(Meeting, id)
    assert record
    return due(found, record.entity)


def headings(id: str, *files: Mapping[str, str]) -> list[str]:
    """The headings of what is due beside the standing items."""
    return [each.heading for each in proposals(id, *files) if each.type not in FRAME]


def whys(id: str, *files: Mapping[str, str]) -> list[str]:
    return [each.origin.why for each in proposals(id, *files) if each.type not in FRAME]


def test_the_standing_items_come_in_the_order_of_the_minutes() -> None:  # 003:13-118
    found = proposals(f"{OFFICIALS}-2031-05-20", meeting(OFFICIALS, "2031-05-20"))
    assert [(each.type, each.heading, each.origin.why) for each in found] == [
        ("opening", "Välkommen och inledning", "Stående punkt"),
        ("forwarding", "Frågor vidare till VIS politiska grupp", "Stående punkt"),
        ("other-business", "Övriga frågor", "Stående punkt"),
        ("next-meeting", "Nästa möte", "Stående punkt"),
    ]


def test_a_body_with_nobody_above_it_forwards_nothing() -> None:
    found = proposals(f"{POLITICIANS}-2031-05-20", meeting(POLITICIANS, "2031-05-20"))
    assert [each.type for each in found] == ["opening", "other-business", "next-meeting"]


def test_a_body_with_standing_items_of_its_own_has_those_and_the_matters_before_the_last_of_them() -> None:
    own = """\
procedure:
  standing_items:
    - heading: Vi börjar
      type: opening
    - heading: Läget i länet
      type: information
      presenters: [rut-region]
    - heading: Vi slutar
      type: next-meeting
"""
    path = f"registry/groups/{OFFICIALS}.yaml"
    found = proposals(
        f"{OFFICIALS}-2031-05-20",
        {path: COUNTY[path] + own},
        meeting(OFFICIALS, "2031-02-20", "sent", TASK),
        meeting(OFFICIALS, "2031-05-20"),
    )
    assert [(each.heading, each.presenters) for each in found] == [
        ("Vi börjar", ()),
        ("Minnesanteckningar från föregående möte 20 februari", ()),
        ("Läget i länet", ("rut-region",)),
        ("Återrapportering: Ta fram ett exempel", ("rut-region",)),
        ("Vi slutar", ()),
    ]


TASK = item(
    "exemplet",
    "Exemplet",
    assignments=[{"id": "uppdrag-1", "text": "Ta fram ett exempel", "owners": ["rut-region"], "return_to": OFFICIALS}],
)


# Minutes


def test_minutes_wait_for_approval_until_a_meeting_takes_them_up() -> None:
    held = (
        *(meeting(GROUP, "2030-03-01", "sent"), meeting(GROUP, "2031-02-20", "drafted")),
        meeting(GROUP, "2031-04-01", "approved", approval={"meeting": f"{GROUP}-2031-05-20"}),
        meeting(GROUP, "2031-05-20"),
    )
    assert headings(f"{GROUP}-2031-05-20", *held) == [
        "Minnesanteckningar från mötet 20 februari",
        "Minnesanteckningar från mötet 1 mars 2030",
    ]


@pytest.mark.parametrize(("status", "left"), [("planned", False), ("held", False), ("cancelled", True)])
def test_minutes_on_another_agenda_are_left_to_it_unless_that_meeting_was_cancelled(status: str, left: bool) -> None:
    february = f"{GROUP}-2031-02-20"
    taken_up = item("minnet", "Förra mötet", "previous-minutes", previous=february)
    files = (
        *(meeting(GROUP, "2031-02-20", "sent"), meeting(GROUP, "2031-05-20")),
        meeting(GROUP, "2031-03-20", status, taken_up, **({"reason": "Snö"} if status == "cancelled" else {})),
    )
    found = headings(f"{GROUP}-2031-05-20", *files)
    assert ("Minnesanteckningar från föregående möte 20 februari" in found) is left


def test_minutes_wait_for_the_next_meeting_and_not_for_one_after_it() -> None:
    files = (
        *(meeting(GROUP, "2031-02-20", "sent"), meeting(GROUP, "2031-03-20", "planned")),
        *(meeting(GROUP, "2031-04-20", "cancelled", reason="Snö"), meeting(GROUP, "2031-05-20")),
    )
    assert headings(f"{GROUP}-2031-05-20", *files) == []
    assert headings(f"{GROUP}-2031-03-20", *files) == ["Minnesanteckningar från föregående möte 20 februari"]


def test_minutes_of_a_cancelled_or_a_later_meeting_are_nobodys_matter() -> None:
    files = (meeting(GROUP, "2031-02-20", "cancelled", reason="Snö"), meeting(GROUP, "2031-09-01", "sent"))
    assert headings(f"{GROUP}-2031-05-20", *files, meeting(GROUP, "2031-05-20")) == []


# What was forwarded, and the answer


MATTER = item("rapporten", "Rapporten", "recommendation", number=1)
SENT = meeting(
    GROUP,
    "2031-02-20",
    "approved",
    MATTER,
    item("laget", "Läget"),
    forwarding(("rapporten", "decision", OFFICIALS, "Rapport 2030"), ("laget", "information", OFFICIALS, "Läget")),
    approval={"meeting": f"{GROUP}-2031-04-01"},
)


def test_what_was_forwarded_comes_as_it_was_forwarded_information_first() -> None:
    found = proposals(f"{OFFICIALS}-2031-05-20", SENT, meeting(OFFICIALS, "2031-05-20"))
    assert [(each.type, each.heading, each.origin.why) for each in found if each.type not in FRAME] == [
        (
            "information",
            "Läget",
            "Samrådsgruppen för äldre förde den 20 februari 2031 (punkt 2) ärendet vidare hit för information",
        ),
        (
            "decision",
            "Rapport 2030",
            "Samrådsgruppen för äldre förde den 20 februari 2031 (punkt 1) ärendet vidare hit för beslut",
        ),
    ]


def taken_up(status: str, date: str = "2031-03-20", **more: Any) -> dict[str, str]:
    """A meeting of the officials that has the report on its agenda."""
    matter = item("rapport-2030", "Rapporten", "decision", **origin("forwarded", f"{GROUP}-2031-02-20", "rapporten"))
    return meeting(OFFICIALS, date, status, matter | more, **({"reason": "Snö"} if status == "cancelled" else {}))


@pytest.mark.parametrize(
    ("status", "again"), [("planned", False), ("called", False), ("held", False), ("cancelled", True)]
)
def test_what_stands_on_an_agenda_does_not_come_again_unless_that_meeting_is_cancelled(
    status: str, again: bool
) -> None:
    found = headings(f"{OFFICIALS}-2031-05-20", SENT, taken_up(status), meeting(OFFICIALS, "2031-05-20"))
    assert ("Rapport 2030" in found) is again


def test_what_was_forwarded_twice_is_one_matter_for_decision() -> None:
    twice = forwarding(("rapporten", "information", OFFICIALS, "Läs"), ("rapporten", "decision", OFFICIALS, "Besluta"))
    sent = meeting(GROUP, "2031-02-20", "held", MATTER, twice)
    assert headings(MAY, sent, meeting(OFFICIALS, "2031-05-20")) == ["Besluta"]
    assert len(headings(HERE, sent, taken_up("held"), meeting(GROUP, "2031-05-20"))) == 2  # the minutes, one answer


def test_two_meetings_that_each_took_up_what_the_other_forwarded_are_no_circle_without_end() -> None:
    """Nobody can answer what is forwarded later; a slip in a date must not stop the program."""
    back = item("svar", "Svar", **origin("forwarded", f"{OFFICIALS}-2031-03-20", "rapport-2030"))
    first = meeting(GROUP, "2031-02-20", "held", MATTER | back, forwarding(("svar", "decision", OFFICIALS, "R")))
    other = item("rapport-2030", "R", **origin("forwarded", f"{GROUP}-2031-02-20", "svar"))
    second = meeting(OFFICIALS, "2031-03-20", "held", other, forwarding(("rapport-2030", "decision", GROUP, "R")))
    found = headings(HERE, first, second, meeting(GROUP, "2031-05-20"))
    assert "Svar från VIS tjänstegrupp: R" in found


def test_what_was_dropped_does_not_come_again() -> None:
    dropped = {"heading": "Rapporten", **origin("forwarded", f"{GROUP}-2031-02-20", "rapporten"), "reason": "Onödig"}
    files = (SENT, meeting(OFFICIALS, "2031-03-20", "held", dropped=[dropped]), meeting(OFFICIALS, "2031-05-20"))
    assert "Rapport 2030" not in headings(f"{OFFICIALS}-2031-05-20", *files)


def test_what_is_forwarded_later_or_at_a_meeting_that_was_not_held_does_not_come() -> None:
    sent = meeting(GROUP, "2031-06-01", "held", MATTER, forwarding(("rapporten", "decision", OFFICIALS, "R")))
    assert headings(f"{OFFICIALS}-2031-05-20", sent, meeting(OFFICIALS, "2031-05-20")) == []


def test_on_one_day_a_meeting_is_before_another_where_their_times_say_so() -> None:
    forwards = forwarding(("rapporten", "decision", OFFICIALS, "Rapporten"))
    morning = meeting(GROUP, "2031-05-20", "held", MATTER, forwards, start="09:00", end="11:00")
    assert headings(f"{OFFICIALS}-2031-05-20", morning, meeting(OFFICIALS, "2031-05-20", start="11:00")) == [
        "Rapporten"
    ]
    assert headings(f"{OFFICIALS}-2031-05-20", morning, meeting(OFFICIALS, "2031-05-20", start="10:00")) == []
    assert headings(f"{OFFICIALS}-2031-05-20", morning, meeting(OFFICIALS, "2031-05-20")) == []


def test_the_answer_comes_back_once_when_the_body_above_has_dealt_with_it() -> None:
    here = meeting(GROUP, "2031-05-20")
    assert headings(f"{GROUP}-2031-05-20", SENT, taken_up("called"), here) == []
    (answer,) = [
        each for each in proposals(f"{GROUP}-2031-05-20", SENT, taken_up("held"), here) if each.type not in FRAME
    ]
    assert answer.heading == "Svar från VIS tjänstegrupp: Rapport 2030"
    assert answer.origin.why == (
        "VIS tjänstegrupp behandlade den 20 mars 2031 (punkt 1) det som togs vidare härifrån den 20 februari 2031"
    )
    brought = item("svaret", "Svaret", **origin("answer", f"{OFFICIALS}-2031-03-20", "rapport-2030"))
    back = meeting(GROUP, "2031-04-01", "approved", brought, approval={"meeting": f"{GROUP}-2031-05-20"})
    assert headings(f"{GROUP}-2031-05-20", SENT, taken_up("held"), back, here) == []


def test_information_is_answered_only_where_something_came_of_it() -> None:
    here, from_us = meeting(GROUP, "2031-05-20"), origin("forwarded", f"{GROUP}-2031-02-20", "laget")
    silent = meeting(OFFICIALS, "2031-03-20", "held", item("laget", "Läget", **from_us))
    assert headings(f"{GROUP}-2031-05-20", SENT, silent, here) == []
    said = {"contributions": [{"id": "m1", "text": "Bra gjort"}]}
    spoken = meeting(OFFICIALS, "2031-03-20", "held", item("laget", "Läget", **from_us, **said))
    assert headings(f"{GROUP}-2031-05-20", SENT, spoken, here) == ["Svar från VIS tjänstegrupp: Läget"]


def test_an_answer_comes_down_two_levels() -> None:
    up = meeting(
        OFFICIALS,
        "2031-03-20",
        "approved",
        item("rapport-2030", "Rapporten", "recommendation", **origin("forwarded", f"{GROUP}-2031-02-20", "rapporten")),
        forwarding(("rapport-2030", "decision", POLITICIANS, "Rapporten")),
        approval={"meeting": f"{OFFICIALS}-2031-05-05"},
    )
    top = meeting(
        POLITICIANS,
        "2031-04-20",
        "held",
        item("rapporten", "Rapporten", "decision", **origin("forwarded", f"{OFFICIALS}-2031-03-20", "rapport-2030")),
    )
    officials = meeting(OFFICIALS, "2031-05-05")
    assert headings(f"{OFFICIALS}-2031-05-05", SENT, up, top, officials) == [
        "Läget",
        "Svar från VIS politiska grupp: Rapporten",
    ]
    first, here = meeting(GROUP, "2031-04-25", "planned"), meeting(GROUP, "2031-05-20")
    assert whys(f"{GROUP}-2031-04-25", SENT, up, top, first) == [
        "VIS tjänstegrupp behandlade den 20 mars 2031 (punkt 1) det som togs vidare härifrån den 20 februari 2031, "
        "och tog det vidare till VIS politiska grupp"
    ]
    brought = item("svaret", "Svaret", **origin("answer", f"{POLITICIANS}-2031-04-20", "rapporten"))
    heard = item("mellansvar", "Svar", **origin("answer", f"{OFFICIALS}-2031-03-20", "rapport-2030"))
    down = meeting(OFFICIALS, "2031-05-05", "held", brought)
    first = meeting(GROUP, "2031-04-25", "approved", heard, approval={"meeting": f"{GROUP}-2031-05-20"})
    assert [
        (each.heading, each.origin.meeting, each.origin.item)
        for each in proposals(f"{GROUP}-2031-05-20", SENT, up, top, down, first, here)
        if each.type not in FRAME
    ] == [("Svar från VIS tjänstegrupp: Rapport 2030", f"{OFFICIALS}-2031-05-05", "svaret")]


# Tasks


def given(*reports: Mapping[str, Any], **more: Any) -> dict[str, str]:
    """A held meeting of the officials that gave a task."""
    task = dict(TASK["assignments"][0]) | more | ({"reports": list(reports)} if reports else {})
    approval = {"meeting": f"{OFFICIALS}-2031-03-20"}
    return meeting(OFFICIALS, "2031-02-20", "approved", TASK | {"assignments": [task]}, approval=approval)


MARCH, MAY, SEPTEMBER = (f"{OFFICIALS}-2031-{day}" for day in ("03-20", "05-20", "09-18"))
THE_TASK = "Återrapportering: Ta fram ett exempel"


def test_an_open_task_comes_back_with_who_has_it() -> None:
    (task,) = [each for each in proposals(MAY, given(), meeting(OFFICIALS, "2031-05-20")) if each.type not in FRAME]
    assert (task.heading, task.type, task.presenters) == (THE_TASK, "information", ("rut-region",))
    assert task.origin.why == "Uppdrag från VIS tjänstegrupp den 20 februari 2031 (punkt 1), ska återrapporteras här"


def test_a_task_waits_for_the_meeting_that_it_comes_back_at_and_no_longer() -> None:
    files = (given(return_at=SEPTEMBER), meeting(OFFICIALS, "2031-05-20"), meeting(OFFICIALS, "2031-09-18"))
    assert headings(MAY, *files) == []
    assert headings(SEPTEMBER, *files) == [THE_TASK]
    assert headings(SEPTEMBER, given(return_at=MAY), *files[1:]) == [THE_TASK]


def test_a_task_that_is_reported_or_closed_does_not_come_again() -> None:
    for outcome in ("reported", "closed"):
        assert headings(MAY, given({"outcome": outcome}), meeting(OFFICIALS, "2031-05-20")) == []


def test_a_task_that_is_late_twice_comes_again_each_time() -> None:
    late = (
        {"outcome": "postponed", "meeting": MARCH},
        {"outcome": "postponed", "meeting": MAY, "return_at": SEPTEMBER},
    )
    on_agenda = item("uppdrag", THE_TASK, **origin("assignment", f"{OFFICIALS}-2031-02-20", "uppdrag-1"))
    march = meeting(OFFICIALS, "2031-03-20", "approved", on_agenda, approval={"meeting": MAY})
    may = meeting(OFFICIALS, "2031-05-20", "approved", on_agenda, approval={"meeting": SEPTEMBER})
    september = meeting(OFFICIALS, "2031-09-18")
    assert headings(MAY, given(late[0]), march, meeting(OFFICIALS, "2031-05-20")) == [THE_TASK]
    assert whys(SEPTEMBER, given(*late), march, may, september) == [
        "Uppdrag från VIS tjänstegrupp den 20 februari 2031 (punkt 1), ska återrapporteras här, uppskjutet två gånger"
    ]


def test_a_task_on_an_agenda_that_is_still_to_come_is_left_to_it_until_it_is_cancelled_or_drops_it() -> None:
    from_task = origin("assignment", f"{OFFICIALS}-2031-02-20", "uppdrag-1")
    on_agenda, may = item("uppdrag", THE_TASK, **from_task), meeting(OFFICIALS, "2031-05-20")
    assert headings(MAY, given(), meeting(OFFICIALS, "2031-03-20", "called", on_agenda), may) == []
    cancelled = meeting(OFFICIALS, "2031-03-20", "cancelled", on_agenda, reason="Snö")
    assert headings(MAY, given(), cancelled, may) == [THE_TASK]
    dropped = meeting(OFFICIALS, "2031-03-20", dropped=[{"heading": THE_TASK, **from_task, "reason": "Trångt"}])
    assert headings(MAY, given(), dropped, may) == [THE_TASK]


def test_a_task_for_another_body_does_not_come_here() -> None:
    assert headings(MAY, given(return_to=POLITICIANS), meeting(OFFICIALS, "2031-05-20")) == []


# Agreements


def agreement(id: str = "boendet", owner: str = GROUP, **more: Any) -> dict[str, str]:
    data = {"id": id, "title": "Boendeavtalet", "type": "agreement", "owners": [{"group": owner}]} | more
    return {f"agreements/{id}/agreement.yaml": emit(data)}


def version(id: str = "boendet", number: str = "1.0", **more: Any) -> dict[str, str]:
    data = {"agreement": id, "version": number} | more
    return {f"agreements/{id}/versions/{number}.yaml": emit(data)}


HERE = f"{GROUP}-2031-05-20"


@pytest.mark.parametrize(
    ("due", "comes"),
    [("2029", True), ("2031-05-20", True), ("2031-08", True), ("2031-08-18", True), ("2031-08-19", False)],
)
def test_what_is_due_before_the_next_meeting_should_be_comes_here(due: str, comes: bool) -> None:
    """Four meetings a year: the next one is 91 days after 20 May, on 19 August."""
    found = headings(HERE, agreement(next_review=due), meeting(GROUP, "2031-05-20"))
    assert (found == ["Boendeavtalet: översyn"]) is comes


def test_what_is_due_on_or_after_the_next_meeting_that_is_planned_is_left_to_it() -> None:
    files = (agreement(next_review="2031-06-20"), meeting(GROUP, "2031-05-20"), meeting(GROUP, "2031-06-20"))
    assert headings(HERE, *files) == []
    assert headings(f"{GROUP}-2031-06-20", *files) == ["Boendeavtalet: översyn"]


def test_a_body_that_does_not_say_how_often_it_meets_looks_four_months_ahead() -> None:
    ahead = (agreement(owner=OFFICIALS, next_review="2031-09-16"), meeting(OFFICIALS, "2031-05-20"))
    assert headings(MAY, *ahead) == ["Boendeavtalet: översyn"]
    assert headings(MAY, agreement(owner=OFFICIALS, next_review="2031-09-17"), ahead[1]) == []


def test_dates_on_one_day_are_one_item() -> None:
    found = agreement(next_review="2031-06", follow_up={"next": "2031-06"})
    (one,) = [each for each in proposals(HERE, found, meeting(GROUP, "2031-05-20")) if each.type not in FRAME]
    assert (one.heading, one.type, one.about) == ("Boendeavtalet: översyn och uppföljning", "discussion", ("boendet",))
    assert one.origin.why == "Nästa översyn: juni 2031; nästa uppföljning: juni 2031"


def test_a_date_that_was_brought_or_dropped_once_does_not_come_again_but_a_new_one_does() -> None:
    brought = {"kind": "agreement", "of": "boendet", "due": "2031-06", "why": "Provat"}
    april = meeting(
        *(GROUP, "2031-04-01", "approved", item("avtalet", "Avtalet", origin=brought)), approval={"meeting": HERE}
    )
    here = meeting(GROUP, "2031-05-20")
    assert headings(HERE, agreement(next_review="2031-06"), april, here) == []
    assert headings(HERE, agreement(next_review="2031-07"), april, here) == ["Boendeavtalet: översyn"]


def test_a_follow_up_comes_to_the_group_that_does_it() -> None:
    mine = agreement(follow_up={"next": "2031-06", "responsible": OFFICIALS})
    assert headings(HERE, mine, meeting(GROUP, "2031-05-20")) == []
    assert headings(MAY, mine, meeting(OFFICIALS, "2031-05-20")) == ["Boendeavtalet: uppföljning"]


def test_a_term_that_runs_out_comes_in_time_and_afterwards_but_not_where_another_version_takes_over() -> None:
    fixed = {"rule": "fixed-date", "date": "2030-01-01"}
    ends, here = version(entry_into_force=fixed, term={"until": "2031-06-30"}), meeting(GROUP, "2031-05-20")
    (one,) = [each for each in proposals(HERE, agreement(), ends, here) if each.type not in FRAME]
    assert (one.heading, one.type) == ("Boendeavtalet: giltighetstiden går ut", "decision")
    assert one.origin.why == "Gäller till och med den 30 juni 2031"
    over = version(entry_into_force=fixed, term={"until": "2031-03-31"})
    assert headings(HERE, agreement(), over, here) == ["Boendeavtalet: giltighetstiden går ut"]
    following = version(number="2.0", entry_into_force={"rule": "fixed-date", "date": "2031-07-01"})
    assert headings(HERE, agreement(), ends, following, here) == []
    longer = version(entry_into_force=fixed, term={"until": "2031-06-30", "renewal_months": 12})
    assert headings(HERE, agreement(), longer, here) == []
    stated = version(stated_in_force={"date": "2030"}, term={"until": "2031-06-30"})
    assert headings(HERE, agreement(), stated, here) == ["Boendeavtalet: giltighetstiden går ut"]
    ended = agreement(ended={"last_day": "2031-06-30"})
    assert headings(HERE, ended, ends, here) == []


def test_a_version_whose_referral_is_over_comes_to_the_steering_group_for_recommendation() -> None:
    over = version(referrals=[{"from": "2031-02-01", "until": "2031-04-30"}])
    (one,) = [
        each for each in proposals(MAY, agreement(), over, meeting(OFFICIALS, "2031-05-20")) if each.type not in FRAME
    ]
    assert (one.heading, one.type) == ("Boendeavtalet: rekommendation att anta version 1.0", "recommendation")
    assert one.origin.why == ("Remissen av version 1.0 pågick till den 30 april 2031, och ingen har rekommenderat den")
    assert headings(HERE, agreement(), over, meeting(GROUP, "2031-05-20")) == []
    ongoing = version(referrals=[{"from": "2031-02-01", "until": "2031-05-20"}])
    assert headings(MAY, agreement(), ongoing, meeting(OFFICIALS, "2031-05-20")) == []
    done = version(referrals=[{"until": "2031-04-30"}], recommendations=[{"body": OFFICIALS, "date": "2031-05-02"}])
    assert headings(MAY, agreement(), done, meeting(OFFICIALS, "2031-05-20")) == []


def test_an_agreement_of_another_group_does_not_come_here() -> None:
    found = agreement(owner=OFFICIALS, next_review="2031-06")
    assert headings(HERE, found, meeting(GROUP, "2031-05-20")) == []


# Annual plans and development questions


def plan(*points: Mapping[str, Any], year: int = 2031) -> dict[str, str]:
    data = {"group": GROUP, "year": year, "decision_points": list(points)}
    return {f"registry/plans/{GROUP}/{year}.yaml": emit(data)}


POINT = {"id": "planen", "title": "Nästa års plan", "presenters": ["rut-region"], "forward_to": OFFICIALS}


@pytest.mark.parametrize(
    ("when", "at"),
    [
        ("2031-05-20", "05-20"),
        ("2031-05", "05-20"),
        ("2031-04-10", "02-20"),  # before the next meeting, so at the one before it
        ("2031-21", "02-20"),  # in spring: the first meeting in it
        ("2031-01", "02-20"),  # overdue
        ("2031-12", ""),
    ],
)
def test_a_decision_point_comes_at_the_first_meeting_in_its_time_or_the_last_before_it(when: str, at: str) -> None:
    february, may = meeting(GROUP, "2031-02-20"), meeting(GROUP, "2031-05-20")
    files = (plan(POINT | {"when": when}), february, may)
    assert (headings(f"{GROUP}-2031-02-20", *files) == ["Nästa års plan"]) is (at == "02-20")
    if at != "02-20":
        assert (headings(HERE, *files) == ["Nästa års plan"]) is (at == "05-20")


def test_a_decision_point_says_where_it_goes_and_who_presents_it() -> None:
    (one,) = [
        each
        for each in proposals(HERE, plan(POINT | {"meeting": HERE}), meeting(GROUP, "2031-05-20"))
        if each.type not in FRAME
    ]
    assert (one.type, one.presenters, one.origin.of, one.origin.item) == (
        *("decision", ("rut-region",)),
        *(f"{GROUP}-2031", "planen"),
    )
    assert one.origin.why == "Beslutspunkt i årsplanen för 2031, den 20 maj 2031, ska vidare till VIS tjänstegrupp"


def test_a_decision_point_of_a_cancelled_meeting_comes_at_the_next_and_one_that_was_had_by_hand_does_not() -> None:
    points = plan(POINT | {"meeting": f"{GROUP}-2031-02-20"})
    gone = meeting(GROUP, "2031-02-20", "cancelled", reason="Snö")
    assert headings(HERE, points, gone, meeting(GROUP, "2031-05-20")) == ["Nästa års plan"]
    held = meeting(
        *(GROUP, "2031-02-20", "approved", item("planen", "Nästa års plan", "decision")), approval={"meeting": HERE}
    )
    assert headings(HERE, points, held, meeting(GROUP, "2031-05-20")) == []


def question(*steps: Mapping[str, Any], **more: Any) -> dict[str, str]:
    data = {"id": "larmen", "title": "Larm på natten", "steps": list(steps)} | more
    return {"registry/questions/larmen.yaml": emit(data)}


RAISED = {"level": "regional", "body": GROUP, "date": "2031-03-01"}


def test_a_development_question_comes_where_it_is_now_and_once_for_each_time_that_it_comes_there() -> None:
    here = meeting(GROUP, "2031-05-20")
    (one,) = [each for each in proposals(HERE, question(RAISED), here) if each.type not in FRAME]
    assert (one.heading, one.type, one.about) == ("Larm på natten", "discussion", ("larmen",))
    assert one.origin.why == "Utvecklingsfråga som ligger här sedan den 1 mars 2031"
    about = item("larm", "Larmen", "discussion", about=["larmen"])
    april = meeting(GROUP, "2031-04-01", "approved", about, approval={"meeting": HERE})
    assert headings(HERE, question(RAISED), april, here) == []
    up, back = {"level": "steering", "body": OFFICIALS}, RAISED | {"date": "2031-05-01"}
    assert headings(HERE, question(RAISED, up), april, here) == []
    assert headings(HERE, question(RAISED, up, back), april, here) == ["Larm på natten"]
    closed = question(RAISED, outcome={"result": "answered", "text": "Det är löst."})
    assert headings(HERE, closed, here) == []


def test_a_question_that_was_forwarded_comes_once() -> None:
    about = item("larm", "Larmen", "discussion", about=["larmen"])
    sent = meeting(GROUP, "2031-03-01", "held", about, forwarding(("larm", "decision", OFFICIALS, "Larm på natten")))
    here = question({"level": "steering", "body": OFFICIALS, "date": "2031-03-01"})
    found = [each.origin.kind for each in proposals(MAY, sent, here, meeting(OFFICIALS, "2031-05-20"))]
    assert [kind for kind in found if kind != "standing"] == ["forwarded"]


# The order, and what is there already


def test_matters_stand_by_type_and_then_by_age() -> None:
    files = (
        *(SENT, agreement(owner=OFFICIALS, next_review="2030"), given()),
        version(referrals=[{"until": "2031-04-30"}]),
        meeting(OFFICIALS, "2031-03-20", "approved", approval={"meeting": MAY}),
        meeting(OFFICIALS, "2031-05-20"),
    )
    assert headings(MAY, *files) == [
        "Läget",
        THE_TASK,
        "Rapport 2030",
        "Boendeavtalet: rekommendation att anta version 1.0",
        "Boendeavtalet: översyn",
    ]


def test_what_people_wrote_themselves_is_there_already() -> None:
    here = meeting(
        OFFICIALS,
        "2031-05-20",
        "planned",
        item("hej", "Hej och välkomna", "opening"),
        item("rapport", "RAPPORT 2030", "discussion"),
        item("slut", "Slut", "next-meeting"),
    )
    found = registry(SENT, here)
    record = found.get(Meeting, MAY)
    assert record
    assert [each.heading for each in missing(found, record.entity)] == [
        "Läget",
        "Frågor vidare till VIS politiska grupp",
        "Övriga frågor",
    ]


def test_an_item_goes_after_what_comes_before_it_wherever_people_put_the_rest() -> None:
    here = meeting(
        OFFICIALS,
        "2031-05-20",
        "planned",
        item("a", "Inledning", "opening"),
        item("b", "Läget", "information"),
        item("c", "Vidare", "forwarding"),
        item("d", "Samtal", "dialogue"),
        item("e", "Nästa möte", "next-meeting"),
    )
    found = registry(here)
    record = found.get(Meeting, MAY)
    assert record
    order, items = standing(found, record.entity), record.entity.items
    kinds = ("previous-minutes", "information", "decision", "discussion", "forwarding", "other-business")
    assert [place(order, items, kind, "Nytt") for kind in kinds] == [1, 2, 2, 4, 4, 4]  # type: ignore[arg-type]
    assert place(order, (), "decision", "Nytt") == 0


def test_only_numbers_that_are_wrong_are_changed() -> None:
    found = registry(meeting(GROUP, "2031-05-20", "planned", item("a", "A"), item("b", "B"), item("c", "C")))
    record = found.get(Meeting, HERE)
    assert record
    one, two, three = record.entity.items
    bare = two.model_copy(update={"number": None})
    assert numbers([one, two, three]) == []
    assert numbers([two, one, three]) == [(0, 1), (1, 2)]
    assert numbers([one, bare, three]) == [(2, 2)]
    assert numbers([bare, bare]) == [(0, 1), (1, 2)]


def test_a_long_task_is_a_short_heading() -> None:
    assert shortened("Ta fram ett exempel; börja nu") == "Ta fram ett exempel; börja nu"
    assert shortened(f"Ta fram ett exempel; {'mycket ' * 20}".strip()) == "Ta fram ett exempel"
    assert shortened("Ta fram ett exempel och " + "mer " * 40) == "Ta fram ett exempel och " + "mer " * 24 + "…"
