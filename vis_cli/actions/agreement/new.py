"""A new agreement: its file in the standard structure, with what belongs in each section, and its first version."""

from typing import Any

from vis_cli.actions.agreement.entry import entry_rule, refuse_backwards
from vis_cli.actions.agreement.sections import to_be_written
from vis_cli.actions.agreement.wish import Wish, judge
from vis_cli.facts.structure import standard_sections
from vis_cli.facts.versions import principals
from vis_cli.registry import Registry
from vis_cli.registry.layout import path_of
from vis_cli.source.emit import emit


def new(registry: Registry, wish: Wish) -> dict[str, str]:
    """Path to text of the two files. Raises Failure where the wish cannot be met; `missing` must name nothing."""
    judge(registry, wish)
    refuse_backwards(wish.date or wish.not_before, wish.until)
    sections = to_be_written(standard_sections(registry, wish.type)) if wish.type else []
    agreement = _agreement(registry, wish) | ({"text_state": "original"} if sections else {})
    return {
        path_of("agreement", wish.id): emit(without_empty(agreement)) + "".join(f"{line}\n" for line in sections),
        path_of("version", f"{wish.id}-{wish.version}"): emit(without_empty(_version(wish))),
    }


def _agreement(registry: Registry, wish: Wish) -> dict[str, Any]:
    everyone = set(wish.parties) == set(principals(registry, None))
    return {
        "id": wish.id,
        "title": " ".join(wish.title.split()),
        "type": wish.type,
        "parent": wish.parent,
        "owners": [without_empty({"group": wish.owner, "from": wish.owner_from})] if wish.owner else None,
        "concerned": list(wish.concerned),
        "parties": [] if everyone and wish.type != "optional" else list(wish.parties),
        "target_groups": list(wish.target_groups),
        "version": wish.version,
    }


def _version(wish: Wish) -> dict[str, Any]:
    rule = (
        entry_rule(wish.rule, not_before=wish.not_before, at_least=wish.at_least, date=wish.date) if wish.rule else {}
    )
    return {
        "agreement": wish.id,
        "version": wish.version,
        "entry_into_force": rule,
        "term": without_empty({"until": wish.until}),
        "notice": without_empty({"months": wish.notice_months, "effect": wish.notice_effect}),
    }


def without_empty(data: dict[str, Any]) -> dict[str, Any]:
    """Without what is not known; dates and texts as they are written."""
    return {
        key: value if isinstance(value, (int, list, dict)) else str(value)
        for key, value in data.items()
        if value is not None and value not in ([], {}, "")
    }
