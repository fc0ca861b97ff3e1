"""All else that a change says: whatever no source has words of its own for, so that nothing is changed in silence."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from vis_cli.facts.effect import Change, Effect, Topic
from vis_cli.model import ENTITIES
from vis_cli.registry import Registry
from vis_cli.registry.layout import path_of

_TOPICS: dict[str, Topic] = {
    **dict.fromkeys(("collaboration", "structure"), "attention"),
    **dict.fromkeys(("agreement", "version"), "applies"),
    **dict.fromkeys(("adoption", "plan", "follow-up", "question"), "decisions"),
    **dict.fromkeys(("group", "contact", "person"), "people"),
    **dict.fromkeys(("meeting", "annual-plan", "activity"), "meetings"),
    **dict.fromkeys(("forum", "local-agreement", "deviation", "area"), "local"),
    "fund": "money",
}
_SAID = ("remarks", "sources", "assumed")
"""What steers nothing, wherever it stands."""
_ALLOWS = re.compile(r"(?:^|\s)#[ ]*vis:[ ]*allow\b([^\n]*)", re.MULTILINE)


def untold(change: Change, told: Iterable[object]) -> Iterator[Effect]:
    """Every record that came or went and every difference that no effect tells."""
    known = set(map(id, told))
    for record in change.all_added:
        if id(record) not in known:
            yield Effect(_TOPICS.get(record.kind, "rest"), "new", record, tells=(record,))
    for record in change.all_removed:
        if id(record) not in known:
            by = _referrers(change, record.kind, record.id)
            touches = (Effect("elsewhere", "gone-touches", record, {"by": by}),) if by else ()
            yield Effect(_TOPICS.get(record.kind, "rest"), "gone", record, {}, touches, (record,))
    for path in sorted(unread(change.before) - unread(change.after)):
        if path in change.after.files:
            yield Effect("rest", "readable-again", None, {"path": path})
    for altered in change.all_altered:
        left = tuple(item for item in altered.differences if id(item) not in known)
        topic = _TOPICS.get(altered.after.kind, "rest")
        said = tuple(item for item in left if item.path[0] in _SAID) if topic == "attention" else ()
        for where, found in ((topic, tuple(item for item in left if item not in said)), ("rest", said)):
            if found:
                yield Effect(where, "altered", altered.after, {"differences": found}, tells=found)


def unread(registry: Registry) -> set[str]:
    """The files with something in them that could not be understood."""
    known = ((ENTITIES[kind], kind, name) for kind, name in registry.broken if kind in ENTITIES)
    found = {path_of(kind, name) if name != "*" and not model.listed else model.path for model, kind, name in known}
    return {path for path in found if "{" not in path}


def _referrers(change: Change, kind: str, id: str) -> tuple[object, ...]:
    """Who still refers to something that is gone."""
    found = {
        (item.source.kind, item.source.id): change.after.records.get((item.source.kind, item.source.id))
        for item in change.before.referrers(kind, id)
    }
    return tuple(
        record for record in found.values() if record and any(named == id for _, named in change.after.named(record))
    )


def allowing(change: Change) -> Iterator[Effect]:
    """Comments that allow a fault, and that were not there before."""
    was, now = _allowed(change.before), _allowed(change.after)
    for (path, what), count in sorted((now - was).items()):
        yield Effect("attention", "allow", None, {"path": path, "what": what.strip(), "count": count})


def _allowed(registry: Registry) -> Counter[tuple[str, str]]:
    return Counter((path, found[1]) for path, file in registry.files.items() for found in _ALLOWS.finditer(file.text))


def only_form(change: Change) -> Iterator[Effect]:
    """Files of which the text is another, but that say the same."""
    touched = {record.file.path for record in (*change.all_added, *change.all_removed)}
    touched |= {altered.after.file.path for altered in change.all_altered}
    touched |= unread(change.before) | unread(change.after)
    found = tuple(
        path
        for path, file in sorted(change.after.files.items())
        if path not in touched and path in change.before.files and change.before.files[path].text != file.text
    )
    if found:
        yield Effect("rest", "only-form", None, {"paths": found})


def files(change: Change) -> Iterator[Effect]:
    """Files beside the data: what acts needs an eye of its own, the rest is only named."""
    for acting in (True, False):
        for state in ("new", "altered", "gone", "executable", "plain"):
            found = tuple(item.path for item in change.files if (item.state, item.acting) == (state, acting))
            if found:
                kind = f"{'acting' if acting else 'file'}-{state}"
                yield Effect("attention" if acting else "rest", kind, None, {"paths": found, "count": len(found)})
