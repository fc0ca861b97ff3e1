"""VIS801: a mailbox belongs to a private mail service."""

import re
from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.registry import Registry
from vis_cli.registry.parts import parts_with

_DOMAIN = re.compile(r"@([\w-]+(?:\.[\w-]+)+)")
_SERVICES = re.compile(
    "gmail|googlemail|hotmail|outlook|live|msn|icloud|yahoo|ymail|rocketmail|aol|gmx|proton|protonmail"
)
_DOMAINS = re.compile(r"(?:me|mac|mail|telia)\.com|pm\.me|bredband\.net|(?:comhem|spray|tele2)\.se")
_SECOND = frozenset(("co", "com"))


@rule()
def private_mailbox(registry: Registry) -> Iterator[Problem]:
    """A mailbox belongs to a private mail service.

    *En brevlåda ligger hos en privat e-posttjänst.*

    The register holds work data only, and its history cannot forget: a private address stays in Git after it has been
    removed. It holds the mailbox of a function. (004:83)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    ksa:
      - mailbox: exempel.person@gmail.com   # VIS801
    gsa:
      - clinic: Exempelby vårdcentral
        mailbox: exempelby@yahoo.co.uk   # VIS801
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
    gsa:
      - clinic: Exempelby vårdcentral
        mailbox: samordning@gmail.exempelby.example
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
    for record in registry.entities:
        for route, part in parts_with(record.entity, ("mailbox",)):
            if private := next((domain for domain in _DOMAIN.findall(part.mailbox or "") if _is_private(domain)), None):
                yield Problem(
                    record.at(*route, "mailbox"),
                    N_("`{domain}` is a private mail service"),
                    help=N_("write the mailbox of the function; take the private address out of the history too"),
                    domain=private.casefold(),
                )


def _is_private(domain: str) -> bool:
    labels = domain.casefold().split(".")
    if _DOMAINS.fullmatch(".".join(labels[-2:])):
        return True
    country = len(labels) > 2 and labels[-2] in _SECOND
    return bool(_SERVICES.fullmatch(labels[-3 if country else -2]))
