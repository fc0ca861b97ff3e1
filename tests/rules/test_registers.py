"""Whole registers judged by several rules: what is found, and what is left alone."""

import pytest

import vis_cli.rules
from vis_cli.check import check, rulebook
from vis_cli.facts.names import SEVERAL
from vis_cli.model import values
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree

RULES = rulebook(vis_cli.rules)


def judge(files: dict[str, str], *codes: str):
    verdict = check(load(MemoryTree(files)), RULES, select=["VIS0", *codes], ignore=["VIS031"])
    return [(item.code, item.severity, item.message.format(**item.values)) for item in verdict.diagnostics]


def group(id: str, *more: str, type: str = "consultation", status: str = "established") -> dict[str, str]:
    lines = [f"id: {id}", f"name: {id}", f"type: {type}", "level: regional", f"status: {status}", *more]
    return {f"registry/groups/{id}.yaml": "\n".join(lines) + "\n"}


def area(id: str, *more: str) -> str:
    return "\n  ".join([f"{id}:", f"name: {id}", "type: district", "municipality: exempelby-kommun", *more]) + "\n"


def people(**names: str) -> dict[str, str]:
    posts = "posts: [{title: chef, organisation: exempelby-kommun}]"
    text = "".join(f"{id.replace('_', '-')}:\n  name: {name}\n  {posts}\n" for id, name in names.items())
    return {"registry/people.yaml": text}


MERGED = (
    area("gamla", "until: 2030-12-31", "successors: [{area: nya}]")
    + area("garden", "until: 2030-12-31", "successors: [{area: nya}]")
    + area("nya", "from: 2031-01-01")
    + area("exempelby")
)


def test_districts_that_were_merged_are_one_gap_each_and_the_new_one_none_of_its_own() -> None:
    assert judge({"registry/areas.yaml": MERGED}, "VIS231") == [
        ("VIS231", "gap", "no KSA is known for `gamla`, nor after it for `nya`"),
        ("VIS231", "gap", "no KSA is known for `garden`, nor after it for `nya`"),
        ("VIS231", "gap", "no KSA is known for `exempelby`"),
    ]


def test_nobody_says_which_health_centre_continues_after_a_merger() -> None:
    files = {
        "registry/areas.yaml": MERGED,
        "registry/contacts/gamla.yaml": "id: gamla\ngsa: [{clinic: Gamla vårdcentral}]\n",
        "registry/contacts/garden.yaml": "id: garden\ngsa: [{clinic: Gårdens vårdcentral}]\n",
        "registry/contacts/exempelby.yaml": "id: exempelby\ngsa: [{clinic: Exempelby vårdcentral}]\n",
    }
    assert judge(files, "VIS23") == [
        ("VIS231", "gap", "no KSA is known for `gamla`, nor after it for `nya`"),
        ("VIS231", "gap", "no KSA is known for `garden`, nor after it for `nya`"),
        (
            "VIS232",
            "gap",
            "no GSA is known for `nya`; it is not known who continues after `gamla`, `garden`",
        ),
        ("VIS231", "gap", "no KSA is known for `exempelby`"),
    ]


def test_a_health_centre_that_goes_on_in_the_merged_area_is_not_at_two_places_at_once() -> None:
    files = {
        "registry/areas.yaml": MERGED,
        "registry/contacts/gamla.yaml": "id: gamla\ngsa: [{clinic: Gamla vårdcentral}]\n",
        "registry/contacts/nya.yaml": "id: nya\ngsa: [{clinic: Gamla vårdcentral}]\n",
    }
    assert judge(files, "VIS234", "VIS235") == []


def test_a_contact_file_that_cannot_be_read_is_no_gap() -> None:
    files = {"registry/areas.yaml": area("exempelby"), "registry/contacts/exempelby.yaml": "id: exempelby\nksa: 5\n"}
    assert [code for code, _, _ in judge(files, "VIS2") if code in ("VIS231", "VIS232")] == []


@pytest.mark.parametrize("status", ["proposed", "decided", "establishing"])
def test_a_group_that_is_not_established_is_not_blamed_for_what_binds_only_then(status: str) -> None:
    found = judge(group("exempelgruppen", status=status), "VIS11", "VIS21")
    assert [item for item in found if item[1] != "gap"] == []


def test_an_established_group_with_nothing_lacks_each_thing_once() -> None:
    found = judge(group("exempelgruppen"), "VIS11", "VIS21")
    errors = [code for code, severity, _ in found if severity == "error"]
    assert errors == ["VIS110", "VIS111", "VIS112", "VIS115", "VIS210"]


def test_a_forum_whose_responsibilities_rest_on_the_secretariat_may_end() -> None:
    files = {
        **group(
            "exempelforum",
            "responsibilities: [{id: exempelansvaret, text: Exempel, takers: [exempelsekretariatet]}]",
            type="forum",
            status="discontinued",
        ),
        **group("exempelsekretariatet", type="secretariat", status="active"),
    }
    assert judge(files, "VIS211") == []


def test_a_forum_that_ended_before_its_taker_was_there_left_something_undone() -> None:
    files = {
        **group(
            "exempelforum",
            "until: 2030-12-31",
            "responsibilities: [{id: exempelansvaret, text: Exempel, takers: [exempelgruppen]}]",
            type="forum",
            status="discontinued",
        ),
        **group("exempelgruppen", "reached: {on: 2031-03-01}"),
    }
    assert judge(files, "VIS211") == [
        (
            "VIS211",
            "error",
            "`exempelforum` ended 2030-12-31, before `exempelgruppen`, which takes over `exempelansvaret`, was there",
        )
    ]


def test_a_taker_that_does_not_exist_is_reported_once() -> None:
    files = group(
        "exempelforum",
        "responsibilities: [{id: exempelansvaret, text: Exempel, takers: [okand]}]",
        type="forum",
        status="discontinued",
    )
    assert [code for code, _, _ in judge(files, "VIS201", "VIS211")] == ["VIS201"]


def test_people_with_one_name_more_are_two() -> None:
    files = people(maria_andersson="Maria Andersson", maria_ohlsson_andersson="Maria Ohlsson Andersson")
    assert judge(files, "VIS205") == []


def test_people_who_were_at_one_meeting_are_two_however_alike_their_names() -> None:
    files = people(kristina_provsson="Kristina Provsson", christina_provsson="Christina Provsson")
    assert [code for code, _, _ in judge(files, "VIS205")] == ["VIS205"]
    files["registry/meetings/g/2031-02-19.yaml"] = (
        "id: g-2031-02-19\ngroup: g\nstatus: held\ndate: 2031-02-19\nattendance:\n"
        "  - {person: kristina-provsson, capacity: region, present: true}\n"
        "  - {person: christina-provsson, capacity: municipality, present: true}\n"
    )
    assert judge(files, "VIS205") == []


def test_boards_of_two_municipalities_may_have_one_name() -> None:
    board = "  name: Socialnämnden\n  type: board\n  side: municipality\n"
    two = f"a:\n{board}  parent: exempelby-kommun\nb:\n{board}  parent: provkopings-kommun\n"
    assert judge({"registry/organisations.yaml": two}, "VIS205") == []
    one = two.replace("provkopings-kommun", "exempelby-kommun")
    assert [code for code, _, _ in judge({"registry/organisations.yaml": one}, "VIS205")] == ["VIS205"]


@pytest.mark.parametrize(
    ("chain", "circle"),
    [
        ({"a": "reports_to: b", "b": "reports_to: a"}, "`a` leads back to itself: `a` → `b` → `a`"),
        ({"a": "predecessors: [b]", "b": "predecessors: [a]"}, "`a` leads back to itself: `a` → `b` → `a`"),
        ({"a": "reports_to: a"}, "`a` leads back to itself: `a` → `a`"),
    ],
)
def test_groups_do_not_follow_themselves(chain: dict[str, str], circle: str) -> None:
    files = {path: text for id, line in chain.items() for path, text in group(id, line).items()}
    assert judge(files, "VIS204") == [("VIS204", "error", circle)]


def test_areas_do_not_follow_themselves() -> None:
    files = {
        "registry/areas.yaml": area("a", "successors: [{area: b}]") + area("b", "successors: [{area: a}]"),
    }
    assert judge(files, "VIS204") == [("VIS204", "error", "`a` leads back to itself: `a` → `b` → `a`")]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("from: 2031-01-01", "`nya-namnden` ended 2030-06-30; this begins 2031-01-01"),
        ("until: 2019-12-31", "`nya-namnden` began 2020; this ended 2019-12-31"),
    ],
)
def test_a_post_lies_in_the_time_of_its_organisation(line: str, message: str) -> None:
    files = {
        "registry/organisations.yaml": (
            "nya-namnden:\n  name: Nya nämnden\n  type: board\n  side: municipality\n"
            '  from: "2020"\n  until: 2030-06-30\n'
        ),
        "registry/people.yaml": (
            "exempel-person:\n  name: Exempel Person\n"
            f"  posts:\n    - {{title: chef, organisation: nya-namnden, {line}}}\n"
        ),
    }
    assert judge(files, "VIS203") == [("VIS203", "error", message)]


def test_what_a_group_replaced_had_ended_and_that_is_as_it_should_be() -> None:
    files = {
        **group("exempelforum", "until: 2030-12-31", type="forum", status="discontinued"),
        **group("exempelgruppen", "from: 2031-01-01", "predecessors: [exempelforum]"),
    }
    assert judge(files, "VIS203") == []


def test_a_seat_after_the_end_of_its_group_is_outside_it() -> None:
    files = group("exempelgruppen", "until: 2030-12-31", "members: [{side: region, from: 2031-02-01}]")
    assert judge(files, "VIS203") == [("VIS203", "error", "`exempelgruppen` ended 2030-12-31; this begins 2031-02-01")]


def test_a_secretariat_with_three_known_persons_is_a_gap_and_not_a_fault() -> None:
    files = group(
        "exempelsekretariatet",
        "members:",
        "  - {role: process-leader, side: region}",
        "  - {role: process-leader, side: municipality}",
        "  - {role: process-leader, side: municipality}",
        type="secretariat",
        status="active",
    )
    assert judge(files, "VIS107") == [
        ("VIS107", "gap", "`exempelsekretariatet` is known to be staffed 1 + 2 (region + municipalities), not 2 + 2")
    ]


def test_a_chair_of_each_side_is_allowed_and_two_of_one_side_where_it_alternates() -> None:
    seats = ["members:", "  - {role: chair, side: region}", "  - {role: chair, side: region}"]
    assert [code for code, _, _ in judge(group("a", *seats), "VIS207")] == ["VIS207"]
    assert judge(group("a", "alternates: true", *seats), "VIS207") == []
    assert judge(group("a", *seats[:2], "  - {role: chair, side: municipality}"), "VIS207") == []


def test_a_person_whom_only_a_broken_file_names_is_not_called_unused() -> None:
    files = {**people(exempel_person="Exempel Person"), **group("exempelgruppen", "members: 5")}
    assert "VIS206" not in [code for code, _, _ in judge(files, "VIS206")]


def test_an_exemption_for_an_area_that_does_not_exist_is_an_unknown_reference() -> None:
    vis = (
        "id: vis\nname: Exempel\nshort_name: E\ncounty: Exempellän\n"
        "exemptions: [{expects: gsa, area: okand, reason: Egen organisation}]\n"
    )
    assert [code for code, _, _ in judge({"registry/vis.yaml": vis}, "VIS2")] == ["VIS201"]


VIS = "id: vis\nname: Exempelsamverkan\nshort_name: ES\ncounty: Exempellän\n"
BROKEN = "id: 5\n"


def agreement(id: str, *more: str) -> dict[str, str]:
    return {f"agreements/{id}/agreement.yaml": "\n".join([f"id: {id}", f"title: {id}", "type: agreement", *more, ""])}


def meeting(day: str, *more: str, status: str = "held") -> dict[str, str]:
    lines = [f"id: g-{day}", "group: g", f"status: {status}", f"date: {day}", *more, ""]
    return {f"registry/meetings/g/{day}.yaml": "\n".join(lines)}


def test_no_number_is_missing_that_an_agreement_may_have_that_cannot_be_read() -> None:
    files = {**agreement("a", "number: 1"), **agreement("c", "number: 3")}
    assert [code for code, _, _ in judge(files, "VIS225")] == ["VIS225"]
    hidden = {"agreements/b/agreement.yaml": BROKEN}
    assert "VIS225" not in [code for code, _, _ in judge({**files, **hidden}, "VIS225")]
    twice = {**agreement("a", "number: 1"), **agreement("c", "number: 1")}
    assert "VIS225" in [code for code, _, _ in judge({**twice, **hidden}, "VIS225")]


def test_nothing_is_uncovered_where_it_cannot_be_read_what_is_exempted() -> None:
    contact = "id: garden\ngsa: [{clinic: A, until: 2030-12-31}]\nksa: [{mailbox: ksa@exempelby.example}]\n"
    files = {
        "registry/areas.yaml": area("exempelby") + area("garden"),
        "registry/contacts/garden.yaml": contact,
        "registry/vis.yaml": VIS,
    }
    codes = {"VIS231", "VIS232", "VIS233"}
    assert {code for code, _, _ in judge(files, "VIS23")} == codes
    files["registry/vis.yaml"] = f"{VIS}exemptions: 5\n"
    assert not codes & {code for code, _, _ in judge(files, "VIS23")}


def test_a_meeting_that_cannot_be_read_may_be_the_previous_one() -> None:
    item = "items: [{id: minutes, heading: Exempel, type: previous-minutes}]"
    files = {**meeting("2030-09-17"), **meeting("2031-02-20", item)}
    assert judge(files, "VIS244") == [
        ("VIS244", "error", "the item on previous minutes does not say which meeting's they are")
    ]
    files["registry/meetings/g/2030-11-19.yaml"] = BROKEN
    assert "VIS244" not in [code for code, _, _ in judge(files, "VIS244")]


def test_an_item_on_the_minutes_of_nobody_knows_which_meeting_is_a_warning_while_it_is_planned() -> None:
    item = "items: [{id: minutes, heading: Exempel, type: previous-minutes}]"
    files = {**meeting("2030-09-17"), **meeting("2031-02-20", item, status="planned")}
    assert [severity for _, severity, _ in judge(files, "VIS244")] == ["warning"]


def test_a_meeting_that_cannot_be_read_may_tell_when_a_group_last_met_and_who_was_there() -> None:
    files = {
        **group("g", status="stalled"),
        **people(kristina_provsson="Kristina Provsson", christina_provsson="Christina Provsson"),
    }
    codes = {"VIS109", "VIS205"}
    assert {code for code, _, _ in judge(files, *codes)} == codes
    files["registry/meetings/g/2031-02-19.yaml"] = BROKEN
    assert not codes & {code for code, _, _ in judge(files, *codes)}


def test_a_meeting_in_a_file_of_the_wrong_name_was_not_moved() -> None:
    (text,) = meeting("2031-02-20", status="planned").values()
    assert [code for code, _, _ in judge({"registry/meetings/g/2031-02-27.yaml": text}, "VIS137")] == ["VIS024"]
    moved = text.replace("date: 2031-02-20", "date: 2031-02-27")
    assert [code for code, _, _ in judge({"registry/meetings/g/2031-02-20.yaml": moved}, "VIS137")] == ["VIS137"]


def test_a_secretariat_or_main_agreement_that_is_not_named_is_a_warning() -> None:
    files = {
        "registry/vis.yaml": VIS,
        **group("g", type="secretariat", status="active"),
        "agreements/hok/agreement.yaml": "id: hok\ntitle: Hok\ntype: main\n",
    }
    assert judge(files, "VIS226", "VIS238") == [
        ("VIS226", "warning", "no main agreement is named, but `hok` is of the type `main`"),
        ("VIS238", "warning", "no secretariat is named, but `g` is of the type `secretariat`"),
    ]
    ended = {"registry/vis.yaml": VIS, **group("g", type="secretariat", status="discontinued")}
    assert judge(ended, "VIS238") == []


def test_whoever_can_do_something_is_looked_for_among_all_kinds_that_can() -> None:
    files = meeting("2031-02-20", "items: [{id: a, heading: A, type: opening, presenters: [okand]}]", status="planned")
    files |= group("g")
    assert judge(files, "VIS201") == [("VIS201", "error", "there is no person, group or organisation `okand`")]


def test_there_is_a_name_for_every_choice_of_kinds() -> None:
    marks = [mark for value in vars(values).values() for mark in getattr(value, "__metadata__", ())]
    choices = {mark.kinds for mark in marks if isinstance(mark, values.RefTo) and len(mark.kinds) > 1}
    assert choices
    assert choices == set(SEVERAL)
