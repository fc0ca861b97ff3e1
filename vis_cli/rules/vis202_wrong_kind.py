"""VIS202: a reference names something of another kind."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.registry import Registry


@rule()
def wrong_kind(registry: Registry) -> Iterator[Problem]:
    """A reference names something of another kind than can stand there.

    *En hänvisning går till något av fel sort.*

    An area, its municipality and the municipality's contact file are three things; only one of them can be a party
    or hold a seat, and each has an id of its own. (002:116-118)

    Wrong:

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby   # VIS202
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    Right:

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```
    """
    ids: dict[str, list[str]] = {}
    for record in registry.entities:
        if registry.dangling.isdisjoint(registry.named(record)):
            continue
        for reference in registry.references_of(record):
            kinds, id = reference.kinds, reference.id
            other = registry.find(id)
            if other is None or registry.find(id, kinds) or registry.is_broken(id, kinds):
                continue
            for kind in kinds:
                ids.setdefault(kind, [record.id for record in registry.of_kind(kind)])
            near = next((found for kind in kinds for found in _longer(ids[kind], id)), "")
            yield Problem(
                reference.place,
                N_("`{id}` is of the kind {found}; what stands here must be of the kind {kind}")
                if len(kinds) == 1
                else N_("`{id}` is of the kind {found}, which cannot stand here"),
                help=N_("did you mean `{near}`?") if near else N_("the kinds that can stand here: {kinds}"),
                related=((other.key("id") if other.base == () else other.key(), N_("this is what it names")),),
                id=id,
                found=Word(other.kind),
                kind=Word(kinds[0]),
                kinds=", ".join(f"`{kind}`" for kind in kinds),
                near=near,
            )


def _longer(ids: Sequence[str], beginning: str) -> Sequence[str]:
    """The first of the sorted ids that continues `beginning` with a hyphen, if any does."""
    index = bisect_left(ids, f"{beginning}-")
    return [id for id in ids[index : index + 1] if id.startswith(f"{beginning}-")]
