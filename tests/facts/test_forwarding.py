"""What became of the items that were taken on: up two levels and the answer back, and never round in a circle."""

from vis_cli.facts.forwarding import Course, courses
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree


def meeting(group: str, date: str, items: str, status: str = "held") -> dict[str, str]:
    """A meeting with its items."""
    head = f"id: {group}-{date}\ngroup: {group}\nstatus: {status}\ndate: {date}\nitems:\n"
    return {f"registry/meetings/{group}/{date}.yaml": head + items}


def item(id: str, origin: str = "", to: str = "", decision: str = "", kind: str = "forwarded") -> str:
    """An item that follows from another one (`meeting#item`), is decided on, and is taken on."""
    text = f"  - id: {id}\n    heading: Exempel\n    type: decision\n"
    if origin:
        meeting, _sign, of = origin.partition("#")
        text += f"    origin: {{kind: {kind}, meeting: {meeting}, item: {of}, why: Exempel}}\n"
    if decision:
        text += f"    decisions:\n      - {{id: {decision}, type: decides, text: genomföra det}}\n"
    if to:
        text += f"    forwards:\n      - {{item: {id}, kind: decision, to: {to}, title: Exempel}}\n"
    return text


def followed(*meetings: dict[str, str]) -> dict[str, Course]:
    """The courses by the group that took the item on."""
    files = {path: text for found in meetings for path, text in found.items()}
    return {item.forwarded.meeting.entity.group: item for item in courses(load(MemoryTree(files)).registry)}


def test_an_item_is_followed_up_two_levels_and_its_answer_back() -> None:
    found = followed(
        meeting("samrad", "2031-01-15", item("a", to="tjanstemannen")),
        meeting("tjanstemannen", "2031-02-20", item("b", "samrad-2031-01-15#a", to="politikerna")),
        meeting("politikerna", "2031-03-20", item("c", "tjanstemannen-2031-02-20#b", decision="beslut-1")),
        meeting("tjanstemannen", "2031-04-20", item("d", "politikerna-2031-03-20#c", kind="answer")),
    )
    first, second = found["samrad"], found["tjanstemannen"]
    assert (first.state, first.answer, first.returned) == ("dealt-with", (), None)
    assert [further.answer[0].id for further in first.onward] == ["beslut-1"]
    assert (second.state, [made.id for made in second.answer]) == ("dealt-with", ["beslut-1"])
    assert second.returned is not None
    assert second.returned.meeting.id == "tjanstemannen-2031-04-20"


def test_an_answer_that_was_dropped_has_come_back_with_the_later_one() -> None:
    dropped = (
        "dropped:\n  - heading: Svar\n    origin: {kind: answer, meeting: tjanstemannen-2031-02-20, item: b, why: Ja}\n"
    )
    before = (
        meeting("samrad", "2031-01-15", item("a", to="tjanstemannen")),
        meeting("tjanstemannen", "2031-02-20", item("b", "samrad-2031-01-15#a", to="politikerna", decision="beslut-1")),
        meeting("politikerna", "2031-03-20", item("c", "tjanstemannen-2031-02-20#b", decision="beslut-1")),
        meeting("samrad", "2031-04-01", item("x") + dropped + "    reason: Politikernas svar dröjer\n"),
        meeting("tjanstemannen", "2031-04-20", item("d", "politikerna-2031-03-20#c", kind="answer")),
    )
    assert followed(*before)["samrad"].returned is None
    after = meeting("samrad", "2031-05-15", item("e", "tjanstemannen-2031-04-20#d", kind="answer"))
    returned = followed(*before, after)["samrad"].returned
    assert returned is not None
    assert returned.meeting.id == "samrad-2031-05-15"


def test_the_meeting_that_decided_is_the_answer_though_the_item_came_up_again() -> None:
    found = followed(
        meeting("samrad", "2031-01-15", item("a", to="tjanstemannen")),
        meeting("tjanstemannen", "2031-02-20", item("b", "samrad-2031-01-15#a")),
        meeting("tjanstemannen", "2031-03-20", item("c", "samrad-2031-01-15#a", decision="beslut-1")),
        meeting("tjanstemannen", "2031-04-20", item("d", "samrad-2031-01-15#a")),
    )["samrad"]
    assert found.meeting is not None
    assert (found.meeting.id, [made.id for made in found.answer]) == ("tjanstemannen-2031-03-20", ["beslut-1"])


def test_meetings_before_it_without_items_or_cancelled_did_not_pass_it_over() -> None:
    found = followed(
        meeting("samrad", "2031-01-15", item("a", to="tjanstemannen")),
        meeting("tjanstemannen", "2031-01-15", item("x")),
        meeting("tjanstemannen", "2031-02-20", "  []\n"),
        meeting("tjanstemannen", "2031-03-20", item("x"), "cancelled"),
        meeting("tjanstemannen", "2031-04-20", item("x"), "planned"),
    )["samrad"]
    assert (found.state, found.passed) == ("waiting", ())
    assert found.meeting is not None
    assert found.meeting.id == "tjanstemannen-2031-04-20"


def test_a_circle_comes_to_an_end() -> None:
    found = followed(
        meeting("samrad", "2031-01-15", item("a", "tjanstemannen-2031-02-20#b", to="tjanstemannen")),
        meeting("tjanstemannen", "2031-02-20", item("b", "samrad-2031-01-15#a", to="samrad")),
    )
    assert [len(each.onward) for each in found.values()] == [1, 1]
