"""VIS521: a contact was verified when it did not hold."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.coverage import EXPECTED
from vis_cli.facts.terms import possible
from vis_cli.model.contact import Contact
from vis_cli.registry import Registry


@rule()
def verified_outside_its_term(registry: Registry) -> Iterator[Problem]:
    """A contact was verified on a day when it did not hold.

    *En kontakt har kontrollerats en dag då den inte gällde.*

    `verified_on` says that on that day somebody made sure that this is the one to turn to. After its last day, or
    before its first, it was not: one of the days is wrong. (000:120-121, 004:83)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    gsa:
      - clinic: Exempelby vårdcentral
        verified_on: 2031-05-02   # VIS521
        until: 2031-04-30
      - clinic: Norra vårdcentralen
        verified_on: 2031-04-01   # VIS521
        from: 2031-05-01
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
        verified_on: 2031-04-30
        until: 2031-04-30
      - clinic: Norra vårdcentralen
        verified_on: 2031-05-02
        from: 2031-05
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
                if holder.verified_on and holder.verified_on not in (term := possible(holder)):
                    late = holder.verified_on > term.last
                    yield Problem(
                        record.at(role, index, "verified_on"),
                        N_("verified {verified}, after it ended {day}")
                        if late
                        else N_("verified {verified}, before it began {day}"),
                        help=N_("correct the day that is wrong"),
                        verified=holder.verified_on,
                        day=holder.until if late else holder.since,
                    )
