"""What a change does to what applies: entry into force that comes, moves or falls, how far it is, who is bound."""

from collections.abc import Iterator

from vis_cli.facts.binding import applied, bound
from vis_cli.facts.effect import Change, Effect
from vis_cli.facts.effect_agreements import numbered
from vis_cli.facts.entry import Entry, entry, everyone
from vis_cli.facts.force import unreadable
from vis_cli.facts.versions import versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import When
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry


def force(change: Change) -> Iterator[Effect]:
    """Version by version: whether and from when it applies; of one that cannot be read in full, nothing."""
    for agreement in change.after.all(Agreement):
        if unreadable(change.after, agreement.id) or unreadable(change.before, agreement.id):
            continue
        every = versions(change.after, agreement.id)
        comes = False
        for version in reversed(every):  # what is new is told before what ends by it
            old = change.before.get(Version, version.id)
            was, now = _made(change.before, old), entry(change.after, version)
            found = _entry(change, agreement, version, was, now)
            if found:
                yield found
            if old and not comes and not _ends_otherwise(change, agreement):
                yield from _stops(change, agreement, old, version)
            if old:
                yield from _parties(change, agreement, old, version)
            comes = comes or bool(found and found.kind == "force-comes")


def _made(registry: Registry, version: Record[Version] | None) -> Entry | None:
    return entry(registry, version) if version else None


def _ends_otherwise(change: Change, agreement: Record[Agreement]) -> bool:
    """Whether the agreement itself ends now, or on another day: that is told of it."""
    old = change.before.get(Agreement, agreement.id)
    return old is not None and old.entity.ended != agreement.entity.ended


def _entered(made: Entry | None) -> When | None:
    sure = made and (made.adopted or (made.rule and made.rule.rule == "fixed-date"))
    return made.entered if made and sure else None


def _entry(
    change: Change, agreement: Record[Agreement], version: Record[Version], was: Entry | None, now: Entry
) -> Effect | None:
    """What became of its entry into force."""
    old, new = _entered(was), _entered(now)
    day = new or old
    values = {
        **numbered(change, version),
        "when": new,
        "was": old,
        "count": len(now.adopted),
        "total": now.total,
        "missing": tuple(change.name(id, "organisation") for id in now.missing),
        "refused": tuple(change.name(id, "organisation") for id in now.refused),
        "disputed": tuple(change.name(id, "organisation") for id in now.disputed),
        "needed": now.needed,
        "earliest": now.earliest,
        "rule": now.rule.rule if now.rule else "",
        "past": bool(day and day.latest <= change.on),
        "replaces": _replaced(change, version),
    }
    if new and not old:
        return Effect("applies", "force-comes", agreement, values)
    if old and not new:
        return Effect("applies", "force-falls", agreement, values)
    if old and new and old != new:
        return Effect("applies", "force-moves", agreement, values)
    counted = (now.adopted, now.refused) != ((was.adopted, was.refused) if was else ((), ()))
    if not new and counted and now.rule:
        return Effect("applies", "force-barred" if now.barred else "force-waits", agreement, values)
    return None


def _replaced(change: Change, version: Record[Version]) -> str:
    """The version that applied until this one came, by the change."""
    every = versions(change.after, version.entity.agreement)
    for earlier in reversed(every[: every.index(version)]):
        stretches = applied(change.after, earlier)
        before = change.before.get(Version, earlier.id)
        if stretches and before and stretches != applied(change.before, before):
            return earlier.entity.version
    return ""


def _stops(
    change: Change, agreement: Record[Agreement], old: Record[Version], new: Record[Version]
) -> Iterator[Effect]:
    """A version that stops to apply on another day, or no longer does."""
    was, now = applied(change.before, old), applied(change.after, new)
    if was and now and was[-1].until != now[-1].until:
        values = {**numbered(change, new), "until": now[-1].until, "was": was[-1].until}
        yield Effect("applies", "stops" if now[-1].until else "goes-on", agreement, values)


def _parties(
    change: Change, agreement: Record[Agreement], old: Record[Version], new: Record[Version]
) -> Iterator[Effect]:
    """Parties that are bound at another time than the rest, and by the change."""
    if applied(change.before, old) != applied(change.after, new):
        return  # told of all together
    for standing in everyone(change.after, new):
        was, now = bound(change.before, old, standing.party), bound(change.after, new, standing.party)
        if was == now:
            continue
        values = {
            **numbered(change, new),
            "party": change.name(standing.party, "organisation"),
            "since": now[0].since if now else None,
            "until": now[-1].until if now else None,
        }
        kind = (
            "party-not-bound"
            if not now
            else "party-leaves"
            if was and now[-1].until != was[-1].until
            else "party-bound"
        )
        yield Effect("applies", kind, agreement, values)
