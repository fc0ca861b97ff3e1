"""VIS233: there are days on which an area had no KSA or GSA that is known."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.coverage import EXPECTED, coverages
from vis_cli.model.values import DAY_LAST
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} times without a known KSA or GSA between those that are known"))
def uncovered_stretch(registry: Registry) -> Iterator[Problem]:
    """There are days on which an area had no KSA or GSA that is known.

    *Det finns dagar då ett område inte hade någon känd KSA eller GSA.*

    The area is covered only as long as somebody holds the function; changes of persons are what makes collaboration
    hard. Imprecise dates count as long as they can. (001:76-77, 002:78-80, 004:83)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:   # VIS233
      - clinic: Exempelby vårdcentral
        until: 2030-12-31
      - clinic: Provköpings vårdcentral
        from: 2031-03-01
    ```

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

    Right:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
        until: 2030-12-31
      - clinic: Provköpings vårdcentral
        from: "2031"
    ```

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
    if registry.has_broken("collaboration"):
        return  # it is not known what is exempted
    for expects in EXPECTED:
        for area, found in coverages(registry, expects):
            for stretch in () if found.exempt else found.stretches:
                if stretch.last == DAY_LAST:
                    message = N_("from {first} on no {what} is known for `{id}`")
                else:
                    message = N_("{first} to {last} no {what} is known for `{id}`")
                yield Problem(
                    registry.records["contact", area.id].key(expects),
                    message,
                    help=N_("add who held it then, or correct `from` and `until`"),
                    first=stretch.first,
                    last=stretch.last,
                    what=expects.upper(),
                    id=area.id,
                )
