"""Which faults were there before a change: the base's own faults are the baseline, and nothing is kept in a file.

A fault was there before when the same rule said the same of the same value in the base, whatever its line. They are
counted: of three such faults where the base has two, one is new. So what was there before can only become less.
"""

import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from vis_cli.diagnostics import Diagnostic
from vis_cli.diagnostics.wording import fill
from vis_cli.source.file import YamlFile
from vis_cli.source.nodes import names_at, names_of

Signature = tuple[str, ...]


def signature(item: Diagnostic, files: Mapping[str, YamlFile]) -> Signature:
    """What makes it the same fault: its code, file and value, and what is said of it; no line."""
    span = item.primary
    said = fill(item.message, item.values, str)
    file = files.get(span.path)
    if file is None or file.revision != span.revision:
        return (item.code, span.path, said)
    if item.route:
        return (item.code, span.path, said, *names_of(file.root, item.route))
    names = names_at(file.root, span.start) if item.severity != "gap" else ()  # a gap is of a whole file, or of a value
    return (item.code, span.path, said, *names)


def _placed(item: Diagnostic, files: Mapping[str, YamlFile], others: Mapping[str, YamlFile]) -> Signature | None:
    """The signature in a file that is the same on both sides, where a place is its own name: nothing is looked up."""
    span = item.primary
    file, other = files.get(span.path), others.get(span.path)
    if file is None or other is None or file.revision != span.revision or file.text != other.text:
        return None
    place = map(repr, item.route) if item.route or item.severity == "gap" else (str(span.start),)
    return (item.code, span.path, fill(item.message, item.values, str), "", *place)


def known(
    found: Sequence[Diagnostic],
    files: Mapping[str, YamlFile],
    before: Iterable[Diagnostic],
    files_before: Mapping[str, YamlFile],
) -> frozenset[int]:
    """The indexes of those of `found` that were there before."""
    return _matched(
        (_placed(item, files, files_before) or signature(item, files) for item in found),
        (_placed(item, files_before, files) or signature(item, files_before) for item in before),
    )


def introduced(found: Sequence[Diagnostic], before: Iterable[Diagnostic]) -> list[Diagnostic]:
    """Those that a write would bring; each is known by what it says, because its place may have moved."""
    old = _matched(map(_said, found), map(_said, before))
    return [item for index, item in enumerate(found) if index not in old]


def _said(item: Diagnostic) -> Signature:
    return item.code, item.primary.path, item.message, repr(sorted(item.values.items(), key=lambda pair: pair[0]))


def _matched(found: Iterable[Signature], before: Iterable[Signature]) -> frozenset[int]:
    """The indexes of those that were there before: of three where there were two, the first two."""
    left = Counter(before)
    old = set()
    for index, key in enumerate(found):
        if left[key] > 0:
            left[key] -= 1
            old.add(index)
    return frozenset(old)


def fingerprints(found: Iterable[Diagnostic], files: Mapping[str, YamlFile]) -> list[str]:
    """A name for each fault that other programs know it by from one commit to the next; no two are the same."""
    seen: Counter[Signature] = Counter()
    names = []
    for item in found:
        key = signature(item, files)
        seen[key] += 1
        text = "\0".join((*key, str(seen[key])))
        names.append(hashlib.sha256(text.encode("utf-8", "surrogateescape")).hexdigest())
    return names
