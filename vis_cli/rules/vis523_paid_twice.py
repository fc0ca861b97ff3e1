"""VIS523: a GSA is paid twice in one way for a year."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.model.contact import Contact
from vis_cli.registry import Registry


@rule()
def paid_twice(registry: Registry) -> Iterator[Problem]:
    """The remuneration of a GSA has one part twice for the same year.

    *Ersättningen till en GSA har samma del två gånger för samma år.*

    A GSA is paid a fixed amount a year, an amount for each inhabitant and one for each hour in meetings: for a year
    each of them has one answer. (002:125-127)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
        remuneration:
          - {basis: fixed, kronor: 100000, year: 2031}
          - {basis: fixed, kronor: 110000, year: 2031}   # VIS523
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    ```

    Right:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
        remuneration:
          - {basis: fixed, kronor: 100000, year: 2031}
          - {basis: fixed, kronor: 110000, year: 2032}
          - {basis: per-hour, kronor: 900, year: 2031}
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    ```
    """
    for record in registry.all(Contact):
        for index, gsa in enumerate(record.entity.gsa):
            known: dict[tuple[str, int | None], int] = {}
            for number, part in enumerate(gsa.remuneration):
                first = known.setdefault((part.basis, part.year), number)
                if first != number:
                    yield Problem(
                        record.at("gsa", index, "remuneration", number),
                        N_("the remuneration has {basis} twice for {year}")
                        if part.year
                        else N_("the remuneration has {basis} twice without a year"),
                        help=N_("keep the one that holds, or write the year of each"),
                        related=((record.at("gsa", index, "remuneration", first), N_("the first time")),),
                        basis=Word(part.basis),
                        year=part.year,
                    )
