"""VIS804: a seat or a contact goes on that is held by somebody whose name was replaced by the role."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.personal import parts_to
from vis_cli.model.base import Term
from vis_cli.model.person import Person, is_forgotten
from vis_cli.registry import Registry


@rule(severity="warning")
def role_without_name_goes_on(registry: Registry) -> Iterator[Problem]:
    """A seat or a contact that goes on is held by somebody whose name was replaced by the role.

    *En plats eller ett kontaktuppdrag pågår men innehas av någon vars namn har ersatts av rollen.*

    `vis person forget` is for those who have left: it keeps the days of their seats, so that there was somebody in the
    role can be told ever after. Nobody can be reached in a seat without a name. Whoever holds it is a person of the
    register; where nobody is known to hold it, the seat says no person. (004:83)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    ksa:
      - person: tidigare-1   # VIS804
        mailbox: ksa@exempelby.example
    ```

    ```yaml registry/people.yaml
    tidigare-1:
      name: tidigare KSA i Exempelby
      posts: [{title: samordnare, organisation: exempelby-kommun}]
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
      - person: tidigare-1
        until: 2030-12-31
      - mailbox: ksa@exempelby.example
        from: 2031-01-01
    ```

    ```yaml registry/people.yaml
    tidigare-1:
      name: tidigare KSA i Exempelby
      posts: [{title: samordnare, organisation: exempelby-kommun}]
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
    for person in registry.all(Person):
        for reference in registry.referrers("person", person.id) if is_forgotten(person.id) else ():
            terms = [part for part in parts_to(reference) if isinstance(part, Term)]
            if terms and not any(part.until for part in terms):
                yield Problem(
                    reference.place,
                    N_("`{id}` stands for somebody who has left, and this goes on"),
                    help=N_("write its last day in `until`, or who holds it now in `person`"),
                    id=person.id,
                )
