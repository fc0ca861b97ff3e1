"""The standard structure of agreements (000:346): the register's own, or the one that comes with vis."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from vis_cli.model.agreement import Agreement, AgreementKind
from vis_cli.model.clause import Section
from vis_cli.model.structure import StandardSection, Structure
from vis_cli.registry import Registry
from vis_cli.source.defaults import default_template
from vis_cli.source.yaml import parse

FILE = "agreement.structure.yaml"


def structure(registry: Registry) -> Structure:
    """The standard structure that holds in a register."""
    holds = registry.steering or registry
    return next((record.entity for record in holds.all(Structure)), None) or _default()


def standard_sections(registry: Registry, type: AgreementKind) -> tuple[StandardSection, ...]:
    """The sections that an agreement of a type has or can have, in their order."""
    return tuple(item for item in structure(registry).sections if not item.types or type in item.types)


def missing_sections(registry: Registry, agreement: Agreement) -> tuple[StandardSection, ...]:
    """The sections that it must have, and does not."""
    there = {section.id for section in agreement.sections}
    expected = standard_sections(registry, agreement.type)
    return tuple(item for item in expected if item.required and item.id not in there)


@dataclass(frozen=True, slots=True)
class Misplaced:
    """A section out of its place: it belongs before or after another, which is in its place."""

    index: int
    section: Section
    other: int
    before: bool


def misplaced_sections(registry: Registry, agreement: Agreement) -> tuple[Misplaced, ...]:
    """As few sections as explain that the order is not the structure's; others than its own may stand anywhere."""
    rank = {item.id: place for place, item in enumerate(structure(registry).sections)}
    ranks = {index: rank[item.id] for index, item in enumerate(agreement.sections) if item.id in rank}
    kept = _longest_rising(ranks)
    found = []
    for index in sorted(ranks.keys() - kept):
        above = [other for other in kept if other < index and ranks[other] > ranks[index]]
        below = [other for other in kept if other > index and ranks[other] < ranks[index]]
        other = min(above) if above else max(below)
        found.append(Misplaced(index, agreement.sections[index], other, bool(above)))
    return tuple(found)


def _longest_rising(ranks: Mapping[int, int]) -> frozenset[int]:
    """The most of them that stand in the order of the structure."""
    chains: list[list[int]] = [[]]
    for index, rank in ranks.items():
        longest = max((chain for chain in chains if not chain or ranks[chain[-1]] <= rank), key=len)
        chains.append([*longest, index])
    best = max(chains, key=len)
    return frozenset(best)


@cache
def _default() -> Structure:
    data, _ = parse(default_template(FILE).decode())
    return Structure.model_validate(data)
