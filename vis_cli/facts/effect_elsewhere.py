"""What a change brings elsewhere: figures of coverage, what becomes due or no longer is, agendas, loose ends."""

from collections.abc import Iterator

from vis_cli.facts.agenda import missing
from vis_cli.facts.due import due
from vis_cli.facts.due_values import Due
from vis_cli.facts.effect import Change, Effect, Titles
from vis_cli.facts.expectations import covered
from vis_cli.facts.expected import COVERED, LACKING, Found, Subject
from vis_cli.facts.force import Answer, applies, unreadable
from vis_cli.facts.matters import key_of
from vis_cli.facts.titles import brief
from vis_cli.facts.versions import versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.collaboration import Expected
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Registry

SOON = 90
"""So many days ahead it is asked what is due."""


_EVERYWHERE = ("area", "organisation", "collaboration")
_KINDS: dict[Expected, tuple[str, ...]] = {
    "ksa": ("contact",),
    "gsa": ("contact",),
    "local-consultation": ("forum", "agreement"),
    "owner": ("agreement", "group"),
    "follow-up": ("agreement",),
    "annual-plan": ("annual-plan", "group"),
    "mandate": ("group",),
    "knowledge-link": ("group",),
    "action-plan": ("forum",),
}
"""What has to be readable for a figure to mean anything."""


def coverage(change: Change) -> Iterator[Effect]:
    """Figures of what must exist that are others than before, with who has it now and who no longer does.

    How many parties have decided is told of each agreement.
    """
    for was, now in zip(covered(change.before, change.on), covered(change.after, change.on), strict=True):
        key = now.expectation.key
        if key == "parties" or not change.readable(*_EVERYWHERE, *_KINDS[key]):
            continue
        lacked, lacks = _lacking(was), _lacking(now)
        there = {_key(item) for item in now.subjects if item.state in COVERED}
        closed = [name for one, name in lacked.items() if one in there]
        opened = [name for one, name in lacks.items() if one not in lacked]
        same = set(map(_key, was.subjects)) == set(map(_key, now.subjects))
        if opened or closed or (same and _figure(was) != _figure(now)):
            values = {
                "key": key,
                "was": _figure(was),
                "now": _figure(now),
                "opened": tuple(dict.fromkeys(opened)),
                "closed": tuple(dict.fromkeys(closed)),
            }
            yield Effect("elsewhere", "coverage", None, values)


def _figure(found: Found) -> tuple[int, int, int]:
    return found.least, found.most, max(found.expected, found.most)


def _lacking(found: Found) -> dict[tuple[str, str], str]:
    return {_key(item): _called(item) for item in found.subjects if item.state in LACKING and item.certain}


def _key(item: Subject) -> tuple[str, str]:
    return item.record.id, item.beside.id if item.beside else ""


def _called(item: Subject) -> str:
    name = brief(item.record) if item.record.kind == "agreement" else item.record.name
    return f"{name} ({item.beside.name})" if item.beside else name


def duties(change: Change) -> Iterator[Effect]:
    """What is late or comes soon by the change, and what no longer is."""
    if not change.readable():
        return
    was, now = _due(change.before, change), _due(change.after, change)
    gone = {(record.kind, record.id) for record in change.all_removed}
    moved = tuple((item, was[key].when) for key, item in now.items() if key in was and was[key].when != item.when)
    if moved:
        yield Effect("elsewhere", "due-moved", None, {"moved": moved})
    came = tuple(item for key, item in now.items() if key not in was)
    over = tuple(item for key, item in was.items() if key not in now and (item.record.kind, item.record.id) not in gone)
    for kind, items in (("due-new", came), ("due-gone", over)):
        if items:
            yield Effect("elsewhere", kind, None, {"items": items})


def _due(registry: Registry, change: Change) -> dict[tuple[str, ...], Due]:
    """By what it is; of what comes several times, the first."""
    found: dict[tuple[str, ...], Due] = {}
    agenda = due(registry, change.on, SOON)
    for item in (*agenda.late, *agenda.coming):
        if item.kind != "meeting":
            found.setdefault((item.kind, item.record.kind, item.record.id, item.part, item.title), item)
    return found


def agendas(change: Change) -> Iterator[Effect]:
    """What belongs on the agenda of a meeting to come that did not before."""
    if not change.readable():
        return
    for record in change.after.all(Meeting):
        old, new = change.before.get(Meeting, record.id), record.entity
        if old is None or new.status not in ("planned", "called") or new.date < change.on:
            continue
        known = {key_of(item.origin) for item in missing(change.before, old.entity)}
        known |= {key_of(item.origin) for item in old.entity.items if item.origin}
        fresh = [item for item in missing(change.after, new) if key_of(item.origin) not in known]
        if fresh:
            values = {
                "group": change.name(new.group, "group"),
                "date": new.date,
                "names": Titles(item.heading for item in fresh),
            }
            yield Effect("elsewhere", "agenda", record, values)


def today(change: Change) -> Iterator[Effect]:
    """Agreements of which something else applies already on the day."""
    for record in change.after.all(Agreement):
        old = change.before.get(Agreement, record.id)
        if old is None or unreadable(change.before, record.id) or unreadable(change.after, record.id):
            continue
        was, now = applies(change.before, old, change.on), applies(change.after, record, change.on)
        if _short(was) != _short(now) and "applies" in (was.state, now.state):
            version = now.version.entity.version if now.version else ""
            kind = "applies-today" if now.state == "applies" else "applies-no-longer"
            earlier = was.version.entity.version if was.version and was.state == "applies" else ""
            only = len(versions(change.after, record.id)) == 1
            values = {"on": change.on, "version": version, "was": earlier, "only": only}
            yield Effect("elsewhere", kind, record, values)


def _short(answer: Answer) -> tuple[str, str]:
    return answer.state, answer.version.id if answer.version and answer.state == "applies" else ""


def loose_ends(change: Change) -> Iterator[Effect]:
    """What is referred to and is not there, since the change; what could not be read on either side is not known."""
    for kinds, id in sorted(change.after.dangling - change.before.dangling):
        gone = any(record.id == id and record.kind in kinds for record in change.all_removed)
        if gone or change.after.is_broken(id, kinds):  # what is gone is told of as such
            continue
        by = [record for record in change.after.entities if (kinds, id) in change.after.named(record)]
        name = change.name(id, *kinds)
        yield Effect("elsewhere", "loose-end", None, {"id": id, "name": name, "by": tuple(by)})
