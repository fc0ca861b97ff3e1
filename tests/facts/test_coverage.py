"""Whether an area has its KSA and its GSA, on a day and over all its time."""

import datetime as dt

from vis_cli.facts.coverage import coverage, holders_on, uncovered_areas
from vis_cli.facts.terms import Period
from vis_cli.model.area import Area
from vis_cli.model.values import DAY_LAST
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree


def day(text: str) -> dt.date:
    return dt.date.fromisoformat(text)


def area(id: str, *more: str) -> str:
    return "\n  ".join([f"{id}:", f"name: {id}", "type: district", "municipality: exempelby-kommun", *more]) + "\n"


def registry(areas: str, vis: str = "", **contacts: str):
    files = {"registry/areas.yaml": areas}
    for id, text in contacts.items():
        files[f"registry/contacts/{id}.yaml"] = f"id: {id}\n{text}"
    if vis:
        files["registry/vis.yaml"] = f"id: vis\nname: Exempel\nshort_name: E\ncounty: Exempellän\n{vis}"
    loaded = load(MemoryTree(files))
    assert [item for item in loaded.diagnostics if item.code != "VIS031"] == []
    return loaded.registry


def stretches(found, id: str = "exempelby", expects: str = "gsa"):
    return coverage(found, found.get(Area, id), expects).stretches


def test_an_area_whose_gsa_has_no_dates_is_covered_throughout() -> None:
    assert stretches(registry(area("exempelby"), exempelby="gsa: [{clinic: Vårdcentralen}]\n")) == ()


def test_the_days_between_two_gsa_are_uncovered() -> None:
    found = registry(
        area("exempelby"),
        exempelby="gsa:\n  - {clinic: A, until: 2030-12-31}\n  - {clinic: B, from: 2031-03-01}\n",
    )
    assert stretches(found) == (Period(day("2031-01-01"), day("2031-02-28")),)


def test_imprecise_dates_cover_as_long_as_they_can() -> None:
    found = registry(
        area("exempelby"), exempelby='gsa:\n  - {clinic: A, until: "2030"}\n  - {clinic: B, from: "2031"}\n'
    )
    assert stretches(found) == ()


def test_after_the_last_one_the_area_is_uncovered_while_it_lasts() -> None:
    open_ended = registry(area("exempelby"), exempelby="gsa: [{clinic: A, until: 2030-12-31}]\n")
    assert stretches(open_ended) == (Period(day("2031-01-01"), DAY_LAST),)
    ended = registry(area("exempelby", "until: 2030-12-31"), exempelby="gsa: [{clinic: A, until: 2030-12-31}]\n")
    assert stretches(ended) == ()


def test_before_the_first_one_only_an_area_whose_first_day_is_known_is_uncovered() -> None:
    contacts = "ksa: [{mailbox: ksa@exempelby.example, from: 2031-03-01}]\n"
    assert stretches(registry(area("exempelby"), exempelby=contacts), expects="ksa") == ()
    young = registry(area("exempelby", "from: 2031-01-01"), exempelby=contacts)
    assert stretches(young, expects="ksa") == (Period(day("2031-01-01"), day("2031-02-28")),)


def test_two_can_share_the_function_and_cover_for_each_other() -> None:
    found = registry(
        area("exempelby"),
        exempelby="ksa:\n  - {person: a, until: 2031-06-30}\n  - {person: b, from: 2030-01-01}\n",
    )
    assert stretches(found, expects="ksa") == ()


def test_a_function_that_nobody_is_named_for_is_not_known() -> None:
    found = registry(area("exempelby"), exempelby="ksa: [{base_role: utredare}]\n")
    assert coverage(found, found.get(Area, "exempelby"), "ksa").missing


def test_an_exemption_with_its_reason_is_no_gap() -> None:
    vis = "exemptions:\n  - {expects: gsa, area: exempelby, reason: Egen organisation}\n"
    found = registry(area("exempelby"), vis)
    assert coverage(found, found.get(Area, "exempelby"), "gsa").exempt == "Egen organisation"
    assert not coverage(found, found.get(Area, "exempelby"), "gsa").missing
    assert coverage(found, found.get(Area, "exempelby"), "ksa").missing


def test_the_holder_on_a_day_is_certain_possible_or_none() -> None:
    found = registry(
        area("exempelby", "until: 2032-12-31"),
        exempelby='gsa:\n  - {clinic: A, until: "2031"}\n  - {clinic: B, from: 2032-01-01}\n',
    )

    def on(date: str) -> list[tuple[str, bool]]:
        return [(holder.clinic, sure) for holder, sure in holders_on(found, "exempelby", "gsa", day(date))]

    assert on("2030-05-01") == [("A", True)]
    assert on("2031-05-01") == [("A", False)]
    assert on("2032-05-01") == [("B", True)]
    assert on("2033-05-01") == []


MERGED = (
    area("gamla", "until: 2030-12-31", "successors: [{area: nya}]")
    + area("garden", "until: 2030-12-31", "successors: [{area: nya}]")
    + area("nya", "from: 2031-01-01")
)


def gaps(found, expects: str):
    return [(record.id, after, before) for record, after, before in uncovered_areas(found, expects)]


def test_an_area_that_took_over_is_folded_into_those_before_it_when_all_lack_the_same() -> None:
    assert gaps(registry(MERGED), "ksa") == [("gamla", ("nya",), ()), ("garden", ("nya",), ())]


def test_an_area_that_took_over_stands_by_itself_when_those_before_it_had_one() -> None:
    found = registry(MERGED, gamla="gsa: [{clinic: A}]\n", garden="gsa: [{clinic: B}]\n")
    assert gaps(found, "gsa") == [("nya", (), ("gamla", "garden"))]


def test_an_area_that_took_over_from_one_with_and_one_without_stands_by_itself() -> None:
    found = registry(MERGED, gamla="gsa: [{clinic: A}]\n")
    assert gaps(found, "gsa") == [("garden", ("nya",), ()), ("nya", (), ("gamla", "garden"))]
