"""VIS186: the subprojects of a project have numbers that they cannot have."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.project import Project
from vis_cli.registry import Registry


@rule()
def subprojects_misnumbered(registry: Registry) -> Iterator[Problem]:
    """Two subprojects have one number, or a number is higher than there are subprojects.

    *Två delprojekt har samma nummer, eller ett nummer är högre än antalet delprojekt.*

    Minutes name subprojects by their numbers only: "delprojekt 1–6" of eight (003:23). A number that two have, or that
    none can have, names nothing.

    Wrong:

    ```yaml registry/projects/exempelprojektet.yaml
    id: exempelprojektet
    title: Exempelprojektet
    subproject_count: 3
    subprojects:
      - id: forsta
        number: 1
      - id: andra
        number: 1   # VIS186
      - id: fjarde
        number: 4   # VIS186
    ```

    Right:

    ```yaml registry/projects/exempelprojektet.yaml
    id: exempelprojektet
    title: Exempelprojektet
    subproject_count: 3
    subprojects:
      - id: forsta
        number: 1
      - id: tredje
        number: 3
    ```
    """
    for record in registry.all(Project):
        most = record.entity.subproject_count
        seen: dict[int, str] = {}
        for index, item in enumerate(record.entity.subprojects):
            place = record.at("subprojects", index, "number")
            if (other := seen.setdefault(item.number, item.id)) != item.id:
                message = N_("`{other}` is number {number} already")
                yield Problem(place, message, help=N_("correct one of them"), number=item.number, other=other)
            elif most is not None and item.number > most:
                yield Problem(
                    place,
                    N_("number {number} of {count} subprojects"),
                    help=N_("correct the number, or `subproject_count`"),
                    number=item.number,
                    count=most,
                )
