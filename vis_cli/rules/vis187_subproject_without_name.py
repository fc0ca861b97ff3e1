"""VIS187: what a subproject is called is not known."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.project import Project
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} subprojects without a name"))
def subproject_without_name(registry: Registry) -> Iterator[Problem]:
    """A subproject is known by its number only.

    *Ett delprojekt är bara känt genom sitt nummer.*

    The minutes say how many there are, not what they are called (003:23).

    Wrong:

    ```yaml registry/projects/exempelprojektet.yaml
    id: exempelprojektet
    title: Exempelprojektet
    subprojects:
      - id: forsta
        number: 1   # VIS187
    ```

    Right:

    ```yaml registry/projects/exempelprojektet.yaml
    id: exempelprojektet
    title: Exempelprojektet
    subprojects:
      - id: forsta
        number: 1
        name: Gemensam struktur
    ```
    """
    total = sum(len(record.entity.subprojects) for record in registry.all(Project))
    for record in registry.all(Project):
        for index, item in enumerate(record.entity.subprojects):
            if item.name is None:
                yield Problem(
                    record.at("subprojects", index, "number"),
                    N_("subproject {number} has no name"),
                    help=N_("write its `name` once a source gives it"),
                    number=item.number,
                    total=total,
                )
