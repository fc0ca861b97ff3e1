"""VIS520: a substitute names nobody."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.coverage import EXPECTED
from vis_cli.model.contact import Contact
from vis_cli.registry import Registry

_WHO = ("person", "function", "organisation", "mailbox", "phone")


@rule()
def substitute_names_nobody(registry: Registry) -> Iterator[Problem]:
    """A substitute of a contact names nobody.

    *En ersättare för en kontakt anger ingen.*

    A substitute is there to be turned to when the holder cannot answer. One without person, function, organisation,
    mailbox and telephone helps nobody. (004:83)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    ksa:
      - mailbox: ksa@exempelby.example
        substitutes:
          - from: 2031-01-01   # VIS520
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
    ksa:
      - mailbox: ksa@exempelby.example
        substitutes:
          - from: 2031-01-01
            function: enhetschef
            phone: '08-123 45 67'
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
        for role in EXPECTED:
            for index, holder in enumerate(getattr(record.entity, role)):
                for number, substitute in enumerate(holder.substitutes):
                    if not any(getattr(substitute, key) for key in _WHO):
                        yield Problem(
                            record.at(role, index, "substitutes", number),
                            N_("the substitute names nobody"),
                            help=N_("write a function, a mailbox or a telephone, or take it out"),
                        )
