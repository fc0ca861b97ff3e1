"""Agreements that wait for nobody and yet do not apply: by a no, an appeal, or a day that is not known."""

import datetime as dt
from collections.abc import Iterator

from vis_cli.facts.force import Answer, applies
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


def stuck(registry: Registry, on: dt.date, agreement: str | None = None, party: str | None = None) -> list[Answer]:
    """The answers of a day that will not become another by waiting; of one agreement, or those due to one party."""
    return [item for item in _all(registry, on, agreement) if party is None or party in causes(item)]


def causes(answer: Answer) -> tuple[str, ...]:
    """The parties whose decision it is due to."""
    made = answer.entry if answer.coming is None else answer.coming
    if made is None:
        return ()
    return made.refused if made.barred else made.disputed or made.undated


def _all(registry: Registry, on: dt.date, wanted: str | None) -> Iterator[Answer]:
    for record in registry.all(Agreement):
        if wanted not in (None, record.id):
            continue
        answer = applies(registry, record, on)
        made = answer.entry
        coming = answer.coming
        barred = (answer.state == "not-yet" and made and made.barred) or (coming and coming.barred)
        unclear = answer.state == "unknown" and not answer.unreadable and made is not None and bool(made.adopted)
        if barred or unclear:
            yield answer
