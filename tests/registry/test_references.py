"""References: found by the types of the models, with their places; the other direction; what is not blamed."""

from collections.abc import Mapping

from vis_cli.model import ENTITIES
from vis_cli.registry import Loaded, load
from vis_cli.registry.references import collect, routes
from vis_cli.source.tree import MemoryTree

FILES = {
    "registry/vis.yaml": """\
id: vis
name: Vård i samverkan
short_name: VIS
county: Exempellän
secretariat: exempelgruppen
""",
    "registry/organisations.yaml": """\
exempelregionen:
  name: Exempelregionen
  type: principal
  side: region
  sources: ["003:34", "003"]
""",
    "registry/people.yaml": """\
ann-exempel:
  name: Ann Exempel
  posts:
    - title: direktör
      organisation: exempelregionen
      sources: ["003:1-2,9"]
""",
    "registry/sources.yaml": """\
003:
  title: Exempelprotokollet
""",
    "registry/groups/exempelgruppen.yaml": """\
id: exempelgruppen
name: Exempelgruppen
type: secretariat
level: regional
status: active
reports_to: exempelstyret
predecessors: [exempelforum, exempelstyret]
members:
  - side: region
  - side: region
    person: ann-exempel
    organisation: exempelregionen
responsibilities:
  - id: prova
    text: Att pröva
    takers: [exempelstyret]
profile:
  participants:
    municipalities: [exempelby-kommun]
""",
}


def loaded(files: Mapping[str, str]) -> Loaded:
    """A registry of the files, which must be fine."""
    found = load(MemoryTree(files))
    assert found.diagnostics == ()
    return found


def test_every_reference_of_an_entity_is_found_with_its_route_and_its_kinds() -> None:
    group = loaded(FILES).registry.records["group", "exempelgruppen"]
    assert sorted(routes(group.entity), key=str) == sorted(
        [
            (("reports_to",), ("group",), "exempelstyret"),
            (("predecessors", 0), ("group",), "exempelforum"),
            (("predecessors", 1), ("group",), "exempelstyret"),
            (("members", 1, "person"), ("person",), "ann-exempel"),
            (("members", 1, "organisation"), ("organisation",), "exempelregionen"),
            (("responsibilities", 0, "takers", 0), ("group",), "exempelstyret"),
            (("profile", "participants", "municipalities", 0), ("organisation",), "exempelby-kommun"),
        ],
        key=str,
    )


def test_a_citation_is_a_reference_to_its_source() -> None:
    person = loaded(FILES).registry.records["person", "ann-exempel"]
    assert (("posts", 0, "sources", 0), ("source",), "003") in list(routes(person.entity))


def test_the_quick_way_and_the_way_with_routes_find_the_same() -> None:
    for record in loaded(FILES).registry.records.values():
        assert sorted(collect(record.entity, {})) == sorted((kinds, id) for _, kinds, id in routes(record.entity))


def test_a_reference_knows_its_place_in_the_file() -> None:
    registry = loaded(FILES).registry
    places = {(item.source.id, item.id): str(item.place.span) for item in registry.references()}
    assert places["exempelgruppen", "ann-exempel"] == "registry/groups/exempelgruppen.yaml:11:13"
    assert places["ann-exempel", "exempelregionen"] == "registry/people.yaml:5:21"
    assert places["vis", "exempelgruppen"] == "registry/vis.yaml:5:14"


def test_who_refers_to_a_thing_is_computed() -> None:
    registry = loaded(FILES).registry
    assert [(item.source.kind, item.source.id, item.route) for item in registry.referrers("source", "003")] == [
        ("organisation", "exempelregionen", ("sources", 0)),
        ("organisation", "exempelregionen", ("sources", 1)),
        ("person", "ann-exempel", ("posts", 0, "sources", 0)),
    ]
    assert [item.source.id for item in registry.referrers("group", "exempelgruppen")] == ["vis"]
    assert registry.referrers("group", "exempelstyret") == ()


def test_every_kind_that_a_model_refers_to_exists() -> None:
    kinds = {*ENTITIES} | {kind for model in ENTITIES.values() for kind in model.parts.values()}
    named = {kind for item in loaded(FILES).registry.references() for kind in item.kinds}
    assert named <= kinds
    for model in ENTITIES.values():
        for attribute, kind in model.parts.items():
            assert attribute in model.model_fields
            assert kind in kinds


def test_what_stands_in_a_broken_file_is_known_to_be_broken() -> None:
    broken = {
        **FILES,
        "registry/people.yaml": "ann-exempel: [",
        "registry/organisations.yaml": "exempelregionen:\n  name: Exempelregionen\nexempelby-kommun: {}\n",
        "registry/groups/exempelstyret.yaml": "id: exempelstyret\n",
        "registry/plans/exempel.yaml": "id: exempel\n",
    }
    registry = load(MemoryTree(broken)).registry
    assert registry.is_broken("ann-exempel", ("person",))
    assert registry.is_broken("anybody", ("person",))
    assert registry.is_broken("exempelby-kommun", ("organisation",))
    assert not registry.is_broken("another", ("organisation",))
    assert registry.is_broken("exempelstyret", ("group",))
    assert not registry.is_broken("exempelforum", ("group",))
    assert registry.is_broken("any-goal-area", ("goal-area",))
    assert registry.is_broken("any-responsibility", ("responsibility",))


def test_two_parts_of_one_id_are_reported_with_both_places() -> None:
    group = FILES["registry/groups/exempelgruppen.yaml"]
    other = group.replace("id: exempelgruppen", "id: exempelforum")
    found = load(MemoryTree({**FILES, "registry/groups/exempelforum.yaml": other})).diagnostics
    assert [(item.code, str(item.primary), str(item.related[0].span)) for item in found] == [
        ("VIS032", "registry/groups/exempelgruppen.yaml:14:9", "registry/groups/exempelforum.yaml:14:9")
    ]
