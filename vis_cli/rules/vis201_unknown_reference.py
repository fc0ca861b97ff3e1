"""VIS201: a reference names nothing."""

import difflib
from collections.abc import Iterator, Mapping

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.registry import Registry

_SEVERAL: Mapping[tuple[str, ...], str] = {
    ("person", "group", "organisation"): N_("person, group or organisation"),
    ("agreement", "question", "activity", "annual-plan"): N_("agreement, question, activity or annual plan"),
    ("agreement", "question", "activity", "project", "plan"): N_("agreement, question, activity, project or plan"),
}
"""How the kinds are called that one reference can be to."""


@rule()
def unknown_reference(registry: Registry) -> Iterator[Problem]:
    """A reference names something that does not exist.

    *En hänvisning går till något som inte finns.*

    Documents print names, not ids; with an id that leads nowhere there is no name to print.
    Where the file of what is named could not be understood, that fault is reported instead.

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        person: exempel-persn   # VIS201
    ```

    ```yaml registry/people.yaml
    exempel-person:
      name: Exempel Person
      posts:
        - title: direktör
          organisation: exempelregionen
    ```

    ```yaml registry/organisations.yaml
    exempelregionen:
      name: Exempelregionen
      type: principal
      side: region
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: inledning
        heading: Exempel
        type: opening
        presenters:
          - okand   # VIS201
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    members:
      - side: region
        person: exempel-person
    ```

    ```yaml registry/people.yaml
    exempel-person:
      name: Exempel Person
      posts:
        - title: direktör
          organisation: exempelregionen
    ```

    ```yaml registry/organisations.yaml
    exempelregionen:
      name: Exempelregionen
      type: principal
      side: region
    ```
    """
    searches = 100  # a register with more unknown ids than this has another trouble than spelling
    for record in registry.entities:
        if registry.dangling.isdisjoint(registry.named(record)):
            continue
        for reference in registry.references_of(record):
            kinds, id = reference.kinds, reference.id
            if registry.find(id, kinds) or registry.find(id) or registry.is_broken(id, kinds):
                continue
            known = [other.id for kind in kinds for other in registry.of_kind(kind)] if searches > 0 else []
            near = difflib.get_close_matches(id, known, 1) if searches > 0 else []
            searches -= 1
            yield Problem(
                reference.place,
                N_("there is no {kind} `{id}`"),
                help=N_("did you mean `{near}`?")
                if near
                else N_("`vis list {kinds}` shows those that exist")
                if len(kinds) == 1
                else N_("possible are those that these show: {commands}"),
                kind=Word(_SEVERAL.get(kinds, kinds[0])),
                kinds=kinds[0],
                commands=", ".join(f"`vis list {kind}`" for kind in kinds),
                id=id,
                near=near[0] if near else "",
            )
