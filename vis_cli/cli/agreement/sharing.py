"""What agreements share: target groups that several are for, and a matrix of agreements and groups."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, item, width, wrapped
from vis_cli.diagnostics.wording import visible
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.overlap import Shared
    from vis_cli.facts.responsibility import Part
    from vis_cli.registry import Registry

_MARKS: "Mapping[Part, str]" = {
    "owner": N_("O (answers for it)"),
    "concerned": N_("C (is concerned)"),
    "listed": N_("+ (lists it)"),
}
"""What a mark in the matrix means; its first letter is the mark."""


def as_lines(
    registry: "Registry", found: "tuple[Shared, ...]", matrix: "Mapping[tuple[str, str], Part]"
) -> Iterator[str]:
    """The target groups that several agreements are for, then who has to do with what."""
    yield heading(_(N_("Target groups that several agreements are for: {count}")).format(count=len(found)))
    for shared in found:
        yield from item(shared.name)
        for agreement in shared.agreements:
            yield from wrapped(called(agreement), "      ", first="    · ")
        for agreement, group in shared.narrower:
            text = _(N_("{agreement}, for: {group}")).format(agreement=called(agreement), group=group)
            yield from wrapped(text, "      ", first="    · ")
    yield ""
    yield from _matrix(registry, matrix)


def _matrix(registry: "Registry", matrix: "Mapping[tuple[str, str], Part]") -> Iterator[str]:
    from vis_cli.facts.alphabet import alphabetical, in_order
    from vis_cli.facts.titles import brief
    from vis_cli.model.agreement import Agreement
    from vis_cli.model.group import Group

    groups = sorted(
        (record for record in registry.all(Group) if any(id == record.id for _, id in matrix)),
        key=lambda record: alphabetical(record.name),
    )
    known = {id for id, _group in matrix}
    agreements = in_order(record for record in registry.all(Agreement))
    untold = [record for record in agreements if record.id not in known]
    yield heading(_(N_("Agreements and groups")))
    if not groups:
        yield "  " + _(N_("no group is tied to any agreement"))
        return
    for letter, group in zip(_letters(len(groups)), groups, strict=True):
        yield from wrapped(group.name, "     ", first=f"  {letter:<2} ")
    marks = (_(mark) for mark in _MARKS.values())
    yield from wrapped(", ".join(marks), "  ")
    yield ""
    longest = max((len(visible(brief(record))) for record in agreements if record.id in known), default=0)
    name = min(max(width() - 6 - 3 * len(groups), 20), longest)
    yield f"{'':<{name + 6}}" + "".join(f"{letter:>3}" for letter in _letters(len(groups)))
    for record in agreements:
        if record.id in known:
            number = str(record.entity.number or "")
            cells = (matrix.get((record.id, group.id)) for group in groups)
            row = "".join(f"{_(_MARKS[cell])[0] if cell else '·':>3}" for cell in cells)
            yield f"  {number:>2}  {_cut(visible(brief(record)), name):<{name}}{row}"
    if untold:
        yield ""
        yield _(N_("Tied to no group: {count} of {total}")).format(count=len(untold), total=len(agreements))


def _letters(count: int) -> list[str]:
    """a, b … z, aa, ab …"""
    alphabet = "abcdefghijklmnopqrstuvwxyz"
    return [alphabet[i] if i < 26 else alphabet[i // 26 - 1] + alphabet[i % 26] for i in range(count)]


def _cut(text: str, most: int) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def as_data(found: "tuple[Shared, ...]", matrix: "Mapping[tuple[str, str], Part]") -> dict[str, Any]:
    """The same for programs."""
    return {
        "target_groups": [
            {
                "name": shared.name,
                "agreements": [record.id for record in shared.agreements],
                "narrower": [{"id": record.id, "target_group": group} for record, group in shared.narrower],
            }
            for shared in found
        ],
        "matrix": [
            {"agreement": agreement, "group": group, "part": part}
            for (agreement, group), part in sorted(matrix.items())
        ],
    }
