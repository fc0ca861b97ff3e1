"""VIS526: nobody knows how to reach a contact."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.coverage import EXPECTED, known_holders
from vis_cli.model.contact import Contact
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} contacts without mailbox and telephone"))
def contact_out_of_reach(registry: Registry) -> Iterator[Problem]:
    """A KSA or a GSA has neither a mailbox nor a telephone of its function.

    *En KSA eller GSA har varken brevlåda eller telefon för funktionen.*

    The function is there to be turned to. A mailbox of the function stays when the person changes; a former contact
    is not asked for one. (001:65-67, 004:83)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral   # VIS526
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
      - clinic: Norra vårdcentralen
        until: 2030-12-31
      - clinic: Exempelby vårdcentral
        mailbox: samordning@exempelby-vc.example
        from: 2031-01-01
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
    found = []
    total = 0
    for record in registry.all(Contact):
        for role in EXPECTED:
            known = known_holders(registry, record.id, role)
            for index, holder in enumerate(getattr(record.entity, role)):
                if holder in known and holder.until is None:
                    total += 1
                    if not (holder.mailbox or holder.phone):
                        found.append((record, role, index))
    for record, role, index in found:
        yield Problem(
            record.at(role, index),
            N_("neither mailbox nor telephone is known"),
            help=N_("`vis contact set` records them"),
            total=total,
        )
