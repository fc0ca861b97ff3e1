"""What the bodies below a steering group take up, since it last met and next."""

from tests.meeting_papers import COUNTY
from vis_cli.facts.below import below, matters
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry, load
from vis_cli.source.tree import MemoryTree


def county(*more: tuple[str, str]) -> Registry:
    return load(MemoryTree({path: words.encode() for path, words in {**COUNTY, **dict(more)}.items()})).registry


def seen(registry: Registry, id: str) -> dict[str, list[str]]:
    record = registry.get(Meeting, id)
    assert record
    return {one.group.id: [str(meeting.entity.date) for meeting in one.meetings] for one in below(registry, record)}


def held(day: str, group: str = "aldregruppen") -> tuple[str, str]:
    words = f"id: {group}-{day}\ngroup: {group}\nstatus: held\ndate: {day}\nitems:\n"
    item = "  - id: fraga\n    heading: En fråga\n    type: dialogue\n"
    return f"registry/meetings/{group}/{day}.yaml", words + item


def test_meetings_since_the_last_one_and_the_next() -> None:
    registry = county(held("2030-12-03"), held("2030-10-01"), held("2031-06-30"))
    assert seen(registry, "ledningsgruppen-2031-02-20") == {
        "aldregruppen": ["2030-12-03", "2031-01-22", "2031-04-10"],
        "barngruppen": [],
    }


def test_of_a_body_that_has_not_met_since_its_last_meeting() -> None:
    assert seen(county(), "ledningsgruppen-2031-09-18")["aldregruppen"] == ["2031-04-10"]


def test_the_political_group_sees_the_officials() -> None:
    assert list(seen(county(), "politiska-gruppen-2031-03-12")) == ["ledningsgruppen"]


def test_routine_items_say_nothing() -> None:
    record = county().get(Meeting, "ledningsgruppen-2031-02-20")
    assert record
    assert [item.id for item in matters(record.entity)] == ["hemgang", "medel", "rapporten"]
