"""Meetings in their order, and what goes on from them."""

import datetime as dt

from vis_cli.facts.matters import assignments, forwarded, open_assignments
from vis_cli.facts.meetings import decisions, neighbours, next_meeting, previous_meeting, timelines
from vis_cli.facts.numbering import breaks
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry, load
from vis_cli.source.tree import MemoryTree

ITEMS = """\
items:
  - id: rapporten
    heading: Rapporten
    type: recommendation
    decisions:
      - id: beslut-1
        type: recommends
        text: godkänna rapporten
        recipient: provgruppen
    assignments:
      - id: uppdrag-1
        text: Ta fram ett exempel
        return_to: exempelgruppen
      - id: uppdrag-2
        text: Ta fram ett prov
        return_to: provgruppen
        reports:
          - outcome: reported
  - id: vidare
    heading: Frågor vidare
    type: forwarding
    forwards:
      - item: rapporten
        kind: decision
        to: provgruppen
        title: Rapporten
      - item: okand
        kind: information
        to: testgruppen
        title: Okänt
"""


def registry(*meetings: tuple[str, str], items: str = "") -> Registry:
    """Meetings of one group, each a date and a status; `items` are those of the first one."""
    files = {}
    for date, status in meetings:
        text = f"id: exempelgruppen-{date}\ngroup: exempelgruppen\nstatus: {status}\ndate: {date}\n"
        files[f"registry/meetings/exempelgruppen/{date}.yaml"] = text + (items if not files else "")
    return load(MemoryTree(files)).registry


YEAR = registry(
    ("2031-02-20", "held"),
    ("2031-03-20", "cancelled"),
    ("2031-05-20", "called"),
    ("2031-09-18", "planned"),
)


def test_a_cancelled_meeting_is_nobodys_neighbour_but_has_neighbours() -> None:
    assert [record.id[-10:] for record in timelines(YEAR)["exempelgruppen"]] == [
        "2031-02-20",
        "2031-05-20",
        "2031-09-18",
    ]
    around = {
        id[-10:]: (each.previous and each.previous.id[-10:], each.next and each.next.id[-10:])
        for id, each in neighbours(YEAR).items()
    }
    assert around == {
        "2031-02-20": (None, "2031-05-20"),
        "2031-03-20": ("2031-02-20", "2031-05-20"),
        "2031-05-20": ("2031-02-20", "2031-09-18"),
        "2031-09-18": ("2031-05-20", None),
    }


def test_the_previous_and_the_next_meeting_are_strictly_before_and_after_a_day() -> None:
    day = dt.date(2031, 5, 20)
    before, after = previous_meeting(YEAR, "exempelgruppen", day), next_meeting(YEAR, "exempelgruppen", day)
    assert before is not None and before.entity.date == dt.date(2031, 2, 20)
    assert after is not None and after.entity.date == dt.date(2031, 9, 18)
    assert next_meeting(YEAR, "exempelgruppen", dt.date(2031, 9, 18)) is None
    assert previous_meeting(YEAR, "okand-grupp", day) is None


MATTERS = registry(("2031-02-20", "held"), items=ITEMS)


def test_open_tasks_are_those_not_reported_back_to_that_body_and_given_by_that_day() -> None:
    assert [given.assignment.id for given in assignments(MATTERS)] == ["uppdrag-1", "uppdrag-2"]
    assert [given.assignment.id for given in open_assignments(MATTERS)] == ["uppdrag-1"]
    assert open_assignments(MATTERS, "provgruppen") == ()
    assert len(open_assignments(MATTERS, "exempelgruppen", dt.date(2031, 2, 20))) == 1
    assert open_assignments(MATTERS, on=dt.date(2031, 2, 19)) == ()


def test_a_forwarded_matter_leads_back_to_the_item_where_it_was_dealt_with() -> None:
    (found,) = forwarded(MATTERS, "provgruppen")
    assert found.item is not None and found.item.heading == "Rapporten"
    assert [each.item for each in forwarded(MATTERS, "testgruppen")] == [None]
    assert found.place.route == ("items", 1, "forwards", 0)


def test_decisions_come_with_their_items() -> None:
    meeting = MATTERS.get(Meeting, "exempelgruppen-2031-02-20")
    assert meeting is not None
    assert [(i, item.id, j, made.id) for i, item, j, made in decisions(meeting.entity)] == [
        (0, "rapporten", 0, "beslut-1")
    ]


def test_one_slip_in_a_row_of_numbers_is_one_break() -> None:
    assert list(breaks([1, 2, 3])) == []
    assert list(breaks([1, 2, 2, 3])) == [(2, 2, 3)]
    assert list(breaks([1, 3, 4])) == [(1, 3, 2)]
    assert list(breaks([2])) == [(0, 2, 1)]
