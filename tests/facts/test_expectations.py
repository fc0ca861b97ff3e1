"""What must exist and how it stands: there, shared, excepted, missing, not known; figures and bounds."""

import datetime as dt
from collections.abc import Mapping

from vis_cli.facts.coverage_told import parts_of, said, sentences
from vis_cli.facts.expectations import by_municipality, concerning, covered
from vis_cli.facts.expected import Found
from vis_cli.model.collaboration import Expected
from vis_cli.registry import Registry, load
from vis_cli.source.tree import MemoryTree

DAY = dt.date(2031, 5, 1)
ORGANISATIONS = """\
exempelregionen: {name: Exempelregionen, type: principal, side: region}
exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
storstad: {name: Storstad, type: principal, side: municipality}
testviks-kommun: {name: Testviks kommun, type: principal, side: municipality}
"""
AREAS = """\
exempelby: {name: Exempelby, type: municipality, municipality: exempelby-kommun}
testvik: {name: Testvik, type: municipality, municipality: testviks-kommun}
norr: {name: Norr, type: district, municipality: storstad}
soder: {name: Söder, type: district, municipality: storstad}
"""
VIS = "id: vis\nname: Exempel\nshort_name: E\ncounty: Exempellän\n"


def registry(files: Mapping[str, str] | None = None, *, areas: str = AREAS, exemptions: str = "") -> Registry:
    made = {
        "registry/vis.yaml": VIS + (f"exemptions:\n{exemptions}" if exemptions else ""),
        "registry/organisations.yaml": ORGANISATIONS,
        "registry/areas.yaml": areas,
        **(files or {}),
    }
    loaded = load(MemoryTree(made))
    assert not [item for item in loaded.diagnostics if item.severity == "error"], loaded.diagnostics
    return loaded.registry


def found(known: Registry, key: Expected, on: dt.date = DAY) -> Found:
    (item,) = covered(known, on, key)
    return item


def states(item: Found) -> dict[str, str]:
    return {subject.record.id: subject.state for subject in item.subjects}


def told(known: Registry, item: Found) -> str:
    def fill(template: str, values: Mapping[str, object]) -> str:
        shown = {key: ", ".join(value) if isinstance(value, list) else value for key, value in values.items()}
        return template.format(**shown)

    return "; ".join(said(sentence, fill) for sentence in sentences(known, item))


def gsa(**clinics: str) -> dict[str, str]:
    return {f"registry/contacts/{id}.yaml": f"id: {id}\ngsa:\n  - {text}\n" for id, text in clinics.items()}


def test_municipalities_that_are_divided_are_covered_by_their_districts() -> None:
    known = registry(gsa(exempelby="clinic: A", norr="clinic: B", soder="clinic: C"))
    counted = by_municipality(found(known, "gsa"))
    assert (counted.municipalities, counted.covered, counted.whole, counted.districts) == (3, 2, 1, 2)
    assert counted.partly == {}
    known = registry(gsa(exempelby="clinic: A", norr="clinic: B"))
    assert by_municipality(found(known, "gsa")).partly == {"storstad": (1, 2)}


def test_a_divided_municipality_is_not_also_expected_as_a_whole() -> None:
    whole = AREAS + "storstad-hela: {name: Storstad, type: municipality, municipality: storstad}\n"
    assert "storstad-hela" not in states(found(registry(areas=whole), "gsa"))
    districts_ended = whole.replace("municipality: storstad}", "municipality: storstad, until: 2030-12-31}", 2)
    assert set(states(found(registry(areas=districts_ended), "gsa"))) == {"exempelby", "testvik", "storstad-hela"}


def test_what_nobody_has_said_is_a_bound_and_what_ended_is_missing() -> None:
    known = registry(gsa(exempelby="clinic: A", testvik="{clinic: B, until: 2030-12-31}"))
    item = found(known, "gsa")
    assert states(item) == {"exempelby": "there", "testvik": "missing", "norr": "unknown", "soder": "unknown"}
    assert (item.least, item.most, item.expected) == (1, 3, 4)
    assert told(known, item) == (
        "known in 1 of 3 municipalities; between 1 and 3 of 4 areas; the register says nothing of Norr, Söder; "
        "missing: Testvik"
    )


def test_an_imprecise_date_leaves_it_open_who_holds_it() -> None:
    item = found(registry(gsa(exempelby='{clinic: A, until: "2031"}')), "gsa")
    assert states(item)["exempelby"] == "unknown"
    assert item.subjects[0].values == {"names": ["A"]}


def test_an_exception_is_told_with_its_reason_and_covers_only_its_own() -> None:
    known = registry(
        gsa(exempelby="clinic: A", norr="clinic: B", soder="clinic: C"),
        exemptions="  - {expects: gsa, area: testvik, reason: Egen organisation., assumed: Av listan.}\n",
    )
    item = found(known, "gsa")
    assert states(item)["testvik"] == "excepted"
    assert states(found(known, "ksa"))["testvik"] == "unknown"
    assert (item.least, item.most, item.expected) == (3, 3, 3)
    assert told(known, item) == (
        "2 of 3 municipalities; 3 = 1 municipalities + 2 districts; exception: Testvik: Egen organisation"
    )
    assert item.of("excepted")[0].note == "{reason} (assumed)"


MERGED = """\
gamla-a: {name: Gamla A, type: district, municipality: storstad, until: "2031", successors: [{area: nya}]}
gamla-b: {name: Gamla B, type: district, municipality: storstad, until: "2031", successors: [{area: nya}]}
nya: {name: Nya, type: district, municipality: storstad, from: "2031"}
"""


def test_areas_that_merged_on_a_day_nobody_knows_are_never_counted_twice() -> None:
    known = registry(gsa(**{"gamla-a": "clinic: A", "gamla-b": "clinic: B"}), areas=MERGED)
    before, amid, after = (found(known, "gsa", dt.date(year, 6, 1)) for year in (2030, 2031, 2032))
    assert (states(before), before.least, before.most) == ({"gamla-a": "there", "gamla-b": "there"}, 2, 2)
    assert (amid.least, amid.most) == (0, 2)
    assert [subject.certain for subject in amid.subjects] == [False, False, False]
    assert (states(after), after.least, after.most) == ({"nya": "inherited"}, 0, 1)
    assert "Gamla A: A" in after.subjects[0].values["names"]


AGREEMENT = "id: {id}\ntitle: {title}\ntype: agreement\n"


def agreement(id: str, more: str = "") -> dict[str, str]:
    return {f"agreements/{id}/agreement.yaml": AGREEMENT.format(id=id, title=id.capitalize()) + more}


def forum(id: str, more: str) -> dict[str, str]:
    return {f"registry/forums/{id}.yaml": f"id: {id}\nname: {id.capitalize()}\ntype: local-consultation\n{more}"}


def test_a_shared_consultation_counts_and_one_for_another_agreement_does_not() -> None:
    known = registry(
        {
            **agreement("avtalet", "local_consultation: true\n"),
            **agreement("annat"),
            **forum("egen", "areas: [exempelby]\nagreements: [avtalet]\n"),
            **forum("delad", "areas: [norr, soder]\n"),
            **forum("fel", "areas: [testvik]\nagreements: [annat]\n"),
        }
    )
    item = found(known, "local-consultation")
    assert states(item) == {"exempelby": "there", "norr": "shared", "soder": "shared", "testvik": "unknown"}
    assert item.of("shared")[0].values == {"names": ["Delad"], "areas": ["Söder"]}
    assert [about.id for about, _part in parts_of(item) if about] == ["avtalet"]


def test_a_count_of_districts_without_their_names_gives_a_bound() -> None:
    extent = "extent: {within: storstad, text: den ena stadsdelen, least: 1, most: 1}\n"
    known = registry({**agreement("avtalet", "local_consultation: true\n"), **forum("stad", extent)})
    item = found(known, "local-consultation")
    assert (item.least, item.most) == (1, 3)
    assert "stated without saying which: den ena stadsdelen (at least 1, at most 1; Stad)" in told(known, item)


def test_statements_on_the_same_districts_are_not_added_up() -> None:
    all_of_it = "extent: {within: storstad, text: alla, least: 2, most: 2}\n"
    some = "extent: {within: storstad, text: någon, least: 1, most: 2}\n"
    files = {**agreement("avtalet", "local_consultation: true\n"), **forum("alla", all_of_it), **forum("nagon", some)}
    item = found(registry(files), "local-consultation")
    assert (item.least, item.most) == (2, 4)
    assert by_municipality(item).covered == 1


def test_a_forum_that_is_said_not_to_be_there_is_missing_and_one_that_stalled_not_known() -> None:
    known = registry(
        {
            **agreement("avtalet", "local_consultation: true\n"),
            **forum("ingen", "areas: [exempelby]\nnumber: 0\n"),
            **forum("stilla", "areas: [testvik]\nstatus: stalled\n"),
        }
    )
    assert states(found(known, "local-consultation")) | {} == {
        "exempelby": "missing", "testvik": "unknown", "norr": "unknown", "soder": "unknown",
    }  # fmt: skip


GROUP = "id: {id}\nname: {id}\ntype: {type}\nlevel: regional\nstatus: {status}\n"


def group(id: str, more: str = "", *, type: str = "consultation", status: str = "established") -> dict[str, str]:
    return {f"registry/groups/{id}.yaml": GROUP.format(id=id, type=type, status=status) + more}


def test_the_owner_of_an_agreement_is_one_for_certain_or_a_bound() -> None:
    known = registry(
        {
            **group("gruppen"),
            **group("andra"),
            **agreement("agt", "owners: [{group: gruppen}]\n"),
            **agreement("oklart", 'owners: [{group: gruppen, until: "2031"}, {group: andra, from: "2031"}]\n'),
            **agreement("forra", "owners: [{group: gruppen, until: 2030-12-31}]\n"),
            **agreement("ensamt"),
            **agreement("undantaget"),
            **agreement("slut", "ended: {last_day: 2030-12-31}\n"),
        },
        exemptions="  - {expects: owner, agreement: undantaget, reason: Förvaltas nationellt}\n",
    )
    item = found(known, "owner")
    assert states(item) == {
        "agt": "there", "oklart": "unknown", "forra": "missing", "ensamt": "missing", "undantaget": "excepted",
    }  # fmt: skip
    assert (item.least, item.most, item.expected) == (1, 2, 4)


def test_a_follow_up_needs_criteria_and_a_date_that_is_not_past() -> None:
    known = registry(
        {
            **agreement("ratt", "follow_up: {criteria: [Möten hålls], next: 2031-10-01}\n"),
            **agreement("sen", "follow_up: {criteria: [Möten hålls], next: 2031-01-01}\n"),
            **agreement("gjord", "follow_up: {criteria: [Möten hålls], next: 2031-01-01}\n"),
            **agreement("utan", "follow_up: {next: 2031-10-01}\n"),
            **agreement("inget"),
            "registry/follow-ups/gjord-2031.yaml": "id: gjord-2031\nagreement: gjord\ndate: 2031-02-01\n",
        }
    )
    assert states(found(known, "follow-up")) == {
        "ratt": "there", "sen": "missing", "gjord": "there", "utan": "missing", "inget": "missing",
    }  # fmt: skip


def test_what_each_party_decided_is_known_or_waits_or_cannot_be_known() -> None:
    version = "agreement: {id}\nversion: '1.0'\nparties: [exempelregionen, exempelby-kommun]\n"
    rule = "entry_into_force: {rule: all-parties}\npublication: {date: 2031-01-10, digest: '" + "0" * 64 + "'}\n"
    stated = "stated_in_force: {date: '2030'}\n"
    decided = (
        "agreement: sant\nversion: '1.0'\nparty: exempelby-kommun\ndecisions: [{outcome: adopted, date: 2031-02-01}]\n"
    )
    known = registry(
        {
            **agreement("sant", "version: '1.0'\n"),
            "agreements/sant/versions/1.0.yaml": version.format(id="sant") + rule,
            "agreements/sant/adoptions/1.0/exempelby-kommun.yaml": decided,
            **agreement("kant"),
            "agreements/kant/versions/1.0.yaml": version.format(id="kant") + stated,
        }
    )
    item = found(known, "parties")
    assert {(subject.record.id, subject.beside.id): subject.state for subject in item.subjects if subject.beside} == {
        ("kant", "exempelregionen"): "unknown",
        ("kant", "exempelby-kommun"): "unknown",
        ("sant", "exempelregionen"): "missing",
        ("sant", "exempelby-kommun"): "there",
    }
    assert (item.least, item.most, item.expected) == (1, 3, 4)


def test_groups_have_plans_mandates_and_links_or_lack_them() -> None:
    purposes = "mandate: {version: '1.0', until: 2031-12-31, purposes: {agreements: Förvalta avtalen}}\n"
    links = "knowledge_governance: {links: [{body: rpo, name: psykisk hälsa, link: formal}]}\n"
    known = registry(
        {
            **group("fardig", purposes + links),
            **group("tom"),
            **group("ensam", "knowledge_governance: {none: Inget område motsvarar}\n"),
            **group("styr", type="steering"),
            **group("kommande", status="proposed"),
            "registry/plans/fardig/2031.yaml": "group: fardig\nyear: 2031\nstatus: draft\n",
        }
    )
    assert states(found(known, "mandate")) == {"ensam": "missing", "fardig": "there", "tom": "missing"}
    assert states(found(known, "knowledge-link")) == {"ensam": "excepted", "fardig": "there", "tom": "unknown"}
    assert states(found(known, "annual-plan")) == {
        "styr": "missing", "ensam": "missing", "fardig": "there", "tom": "missing",
    }  # fmt: skip
    assert states(found(known, "mandate", dt.date(2032, 1, 1)))["fardig"] == "missing"


def test_a_bus_group_has_a_joint_plan_that_is_not_over() -> None:
    plans = {
        "a": "plan: {title: Plan, joint: true, until: 2032-12-31}\n",
        "b": "plan: {title: Plan, until: 2030-12-31}\n",
        "c": "plan: {title: Plan, joint: false}\n",
        "d": "",
        "e": "status: discontinued\n",
    }
    known = registry(
        {f"registry/forums/{id}.yaml": f"id: {id}\nname: {id}\ntype: bus\n{more}" for id, more in plans.items()}
    )
    assert states(found(known, "action-plan")) == {"a": "there", "b": "missing", "c": "missing", "d": "unknown"}


def test_all_that_is_expected_of_one_municipality_is_that_of_its_districts() -> None:
    known = registry(gsa(norr="clinic: A"))
    own = concerning(covered(known, DAY), known.records["organisation", "storstad"])
    assert [item.expectation.key for item in own] == ["ksa", "gsa"]
    assert all(set(states(item)) == {"norr", "soder"} for item in own)
