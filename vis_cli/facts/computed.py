"""What follows from the register for an entity on a day, as plain data: for whoever reads the register by a program."""

import datetime as dt
from typing import Any

from vis_cli.facts.force import Answer, applies
from vis_cli.facts.responsibility import answerable, parts
from vis_cli.facts.versions import parties
from vis_cli.model.agreement import Agreement
from vis_cli.model.group import Group
from vis_cli.registry import Registry

Computed = dict[tuple[str, str], dict[str, Any]]


def computed(registry: Registry, on: dt.date) -> Computed:
    """By (kind, id): what applies of each agreement and for whom, who answers for it, and each group's agreements.

    A state is one of `facts.force.State`; `unknown` is an answer.
    """
    found: Computed = {}
    for agreement in registry.all(Agreement):
        whole = applies(registry, agreement, on)
        who = answerable(registry, agreement, on)
        found["agreement", agreement.id] = {
            "applies": _applies(whole),
            "parties": {
                party: _applies(applies(registry, agreement, on, party))
                for party in sorted(parties(registry, whole.version) if whole.version else ())
            },
            "owner": who.owner,
            "owner_inherited": who.inherited,
            "possible_owners": list(who.possible),
        }
    mine = parts(registry, on)
    for group in registry.all(Group):
        agreements = {agreement: part for (agreement, of), part in sorted(mine.items()) if of == group.id}
        found["group", group.id] = {"agreements": agreements}
    return found


def _applies(answer: Answer) -> dict[str, Any]:
    return {
        "state": answer.state,
        "version": answer.version.entity.version if answer.version else None,
        "from": str(answer.since) if answer.since else None,
        "until": str(answer.until) if answer.until else None,
    }
