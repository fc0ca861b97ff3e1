"""VIS133: a list names the same thing twice."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.registry import Registry
from vis_cli.registry.references import collect
from vis_cli.source.span import Route


@rule(severity="warning")
def named_twice(registry: Registry) -> Iterator[Problem]:
    """A list names the same person, group, organisation or agreement twice.

    *Samma person, grupp, organisation eller överenskommelse står två gånger i en lista.*

    Parties and members are counted from such lists (001:19-20); what stands twice is counted twice.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    concerned:
      - exempelgruppen
      - provgruppen
      - exempelgruppen   # VIS133
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    concerned:
      - exempelgruppen
      - provgruppen
    ```
    """
    for record in registry.entities:
        named: list[tuple[tuple[str, ...], str]] = []
        collect(record.entity, named)
        if len(set(named)) == len(named) or not _repeats(named):
            continue
        seen: set[tuple[Route, str]] = set()
        for reference in registry.references_of(record):
            if not isinstance(reference.route[-1], int) or reference.kinds == ("source",):
                continue
            if (reference.route[:-1], reference.id) in seen:
                help = N_("remove one of the two")
                yield Problem(reference.place, N_("`{id}` stands twice in the list"), help=help, id=reference.id)
            seen.add((reference.route[:-1], reference.id))


def _repeats(named: list[tuple[tuple[str, ...], str]]) -> bool:
    """Whether anything but a source is named more than once, in whatever list."""
    ids = [item for item in named if item[0] != ("source",)]
    return len(set(ids)) < len(ids)
