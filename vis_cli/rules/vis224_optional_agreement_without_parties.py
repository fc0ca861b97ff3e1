"""VIS224: an optional agreement does not name the region and a municipality."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.model.agreement import Agreement
from vis_cli.model.organisation import Organisation
from vis_cli.registry import Registry


@rule()
def optional_agreement_without_parties(registry: Registry) -> Iterator[Problem]:
    """An optional agreement does not name the region and at least one municipality as parties.

    *En valbar överenskommelse saknar regionen eller någon kommun som part.*

    Optional agreements are made between the region and single municipalities (003:23). With no parties named, an
    agreement binds all of them.

    Wrong:

    ```yaml agreements/exempelvalet/agreement.yaml
    id: exempelvalet
    title: Exempelvalet
    type: optional
    parties:   # VIS224
      - exempelregionen
    ```

    ```yaml registry/organisations.yaml
    exempelregionen:
      name: Exempelregionen
      type: principal
      side: region
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    ```yaml agreements/exempelvalet/agreement.yaml
    id: exempelvalet
    title: Exempelvalet
    type: optional   # VIS224
    ```

    ```yaml registry/organisations.yaml
    exempelregionen:
      name: Exempelregionen
      type: principal
      side: region
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```

    Right:

    ```yaml agreements/exempelvalet/agreement.yaml
    id: exempelvalet
    title: Exempelvalet
    type: optional
    parties:
      - exempelregionen
      - exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelregionen:
      name: Exempelregionen
      type: principal
      side: region
    exempelby-kommun:
      name: Exempelby kommun
      type: principal
      side: municipality
    ```
    """
    for record in registry.all(Agreement):
        if record.entity.type != "optional":
            continue
        help = N_("write `parties:` with the region and the municipalities that chose it")
        parties = [registry.get(Organisation, id) for id in record.entity.parties]
        if not parties:
            yield Problem(record.at("type"), N_("an optional agreement names no parties"), help=help)
        elif None not in parties:
            sides = {party.entity.side for party in parties if party}
            for side, name in (("region", N_("the region")), ("municipality", N_("any municipality"))):
                if side not in sides:
                    message = N_("an optional agreement lacks {side} among its parties")
                    yield Problem(record.key("parties"), message, help=help, side=Word(name))
