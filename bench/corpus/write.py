"""The files of a generated registry, and writing them."""

from collections.abc import Iterator
from pathlib import Path

from bench.corpus import lists
from bench.corpus.agreements import agreement, agreement_id
from bench.corpus.contacts import contact
from bench.corpus.groups import group
from bench.corpus.meetings import meeting
from bench.corpus.plan import Plan

SEED = 7
SMALLEST = 100
"""Below this there are too few people for the groups."""


def files(size: int, seed: int = SEED) -> Iterator[tuple[str, str]]:
    """(path, text) of `size` files of 40 to 80 lines, and of the lists that they refer to."""
    if size < SMALLEST:
        raise ValueError(f"at least {SMALLEST} files")
    plan = Plan(size, seed)
    for path, lines in _lines(plan):
        yield path, "\n".join(lines).rstrip("\n") + "\n"


def write(root: Path, size: int, seed: int = SEED) -> None:
    """Write the registry below `root`."""
    for path, text in files(size, seed):
        place = root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(text, encoding="utf-8", newline="\n")


def _lines(plan: Plan) -> Iterator[tuple[str, list[str]]]:
    yield "registry/vis.yaml", lists.collaboration(plan)
    yield "registry/plans/handlingsplan.yaml", lists.action_plan(plan)
    for name in ("organisations", "people", "areas", "sources"):
        yield f"registry/{name}.yaml", getattr(lists, name)(plan)
    for index, id in enumerate(plan.groups):
        path = f"registry/groups/{id}.yaml"
        yield path, group(plan, index, plan.rng(path))
        for number, day in enumerate(plan.meetings[index]):
            path = f"registry/meetings/{id}/{day}.yaml"
            yield path, meeting(plan, index, number, plan.rng(path))
    for index in range(plan.agreement_count):
        path = f"agreements/{agreement_id(index)}/agreement.yaml"
        yield path, agreement(plan, index, plan.rng(path))
    for index, area in enumerate(plan.areas):
        path = f"registry/contacts/{area.id}.yaml"
        yield path, contact(plan, index, plan.rng(path))
