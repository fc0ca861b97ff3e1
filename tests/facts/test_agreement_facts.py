"""What belongs to what, and who answers for it on a day."""

import datetime as dt

from vis_cli.facts.agreements import children, family, owner, parent, root
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Record, Registry, load
from vis_cli.source.tree import MemoryTree


def registry(**texts: str) -> Registry:
    """Agreements by id (`_` for `-`), each with what stands after its id and title."""
    files = {}
    for name, text in texts.items():
        id = name.replace("_", "-")
        files[f"agreements/{id}/agreement.yaml"] = f"id: {id}\ntitle: Exempel {id}\n{text}"
    return load(MemoryTree(files)).registry


def agreement(registry: Registry, id: str) -> Record[Agreement]:
    found = registry.get(Agreement, id)
    assert found is not None
    return found


FAMILY = registry(
    hel="type: agreement\nowners:\n  - group: gamla-gruppen\n    until: 2030-12-31\n"
    "  - group: nya-gruppen\n    from: 2031-01-01\n",
    del_a="type: partial\nparent: hel\n",
    del_b="type: partial\nparent: hel\nowners:\n  - group: egen-gruppen\n",
    tillagg="type: supplementary\nparent: hel\n",
    annan="type: agreement\n",
)


def test_a_family_is_the_one_at_the_top_and_all_that_hangs_under_it() -> None:
    assert [record.id for record in family(FAMILY, agreement(FAMILY, "del-b"))] == ["hel", "del-a", "del-b", "tillagg"]
    assert [record.id for record in family(FAMILY, agreement(FAMILY, "annan"))] == ["annan"]
    assert {id: len(found) for id, found in children(FAMILY).items()} == {"hel": 3}


def test_parents_that_run_in_a_ring_have_a_top_all_the_same() -> None:
    ring = registry(ett="type: local-routine\nparent: tva\n", tva="type: local-routine\nparent: ett\n")
    assert {record.id for record in family(ring, agreement(ring, "ett"))} == {"ett", "tva"}
    assert root(ring, agreement(ring, "ett")).id == "tva"


def test_a_parent_that_does_not_exist_is_none() -> None:
    lone = registry(del_a="type: partial\nparent: hel\n")
    assert parent(lone, agreement(lone, "del-a")) is None
    assert root(lone, agreement(lone, "del-a")).id == "del-a"


def test_the_owner_is_the_one_of_that_day() -> None:
    whole = agreement(FAMILY, "hel")
    assert owner(FAMILY, whole, dt.date(2030, 12, 31)) == "gamla-gruppen"
    assert owner(FAMILY, whole, dt.date(2031, 1, 1)) == "nya-gruppen"


def test_a_partial_agreement_has_its_parents_owner_and_a_supplementary_one_has_not() -> None:
    on = dt.date(2031, 5, 1)
    assert owner(FAMILY, agreement(FAMILY, "del-a"), on) == "nya-gruppen"
    assert owner(FAMILY, agreement(FAMILY, "del-b"), on) == "egen-gruppen"
    assert owner(FAMILY, agreement(FAMILY, "tillagg"), on) is None


def test_an_owner_that_is_uncertain_or_disputed_is_not_known() -> None:
    vague = registry(
        kanske='type: agreement\nowners:\n  - group: exempelgruppen\n    from: "2031"\n',
        tvist="type: agreement\nowners:\n  - group: exempelgruppen\n  - group: provgruppen\n",
    )
    assert owner(vague, agreement(vague, "kanske"), dt.date(2031, 6, 1)) is None
    assert owner(vague, agreement(vague, "kanske"), dt.date(2032, 1, 1)) == "exempelgruppen"
    assert owner(vague, agreement(vague, "tvist"), dt.date(2031, 6, 1)) is None
