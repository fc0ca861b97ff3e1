"""VIS289: municipalities adopted what had not been recommended to them."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.standing import ADOPTED, effective
from vis_cli.facts.versions import adoptions, parties, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.organisation import Organisation
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry


@rule(severity="warning")
def adopted_before_recommendation(registry: Registry) -> Iterator[Problem]:
    """A municipality adopted what had not been recommended to it.

    *En kommun antog innan någon rekommendation till kommunerna fanns.*

    The board of the municipalities' association recommends the municipalities to adopt, and then each of them decides
    (001:24-25). What is an agreement with one municipality alone is recommended by nobody.

    Wrong:

    ```yaml registry/organisations.yaml
    exempelby:
      name: Exempelby kommun
      type: principal
      side: municipality
    provkoping:
      name: Provköpings kommun
      type: principal
      side: municipality
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    parties:
      - exempelby
      - provkoping
    recommendations:
      - body: exempelforbundet
        date: 2031-03-14
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03   # VIS289
    ```

    ```yaml registry/organisations.yaml
    exempelby:
      name: Exempelby kommun
      type: principal
      side: municipality
    provkoping:
      name: Provköpings kommun
      type: principal
      side: municipality
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"   # VIS289
    parties:
      - exempelby
      - provkoping
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
    ```

    Right:

    ```yaml registry/organisations.yaml
    exempelby:
      name: Exempelby kommun
      type: principal
      side: municipality
    provkoping:
      name: Provköpings kommun
      type: principal
      side: municipality
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    parties:
      - exempelby
      - provkoping
    recommendations:
      - body: exempelforbundet
        date: 2031-01-14
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
    ```
    """
    for agreement in registry.all(Agreement):
        for version in versions(registry, agreement.id):
            towns = {id for id in parties(registry, version) if _is_municipality(registry, id)}
            if len(towns) > 1:
                yield from _of(registry, version, towns)


def _of(registry: Registry, version: Record[Version], towns: set[str]) -> Iterator[Problem]:
    dates = [item.date for item in version.entity.recommendations]
    first = min((date.earliest for date in dates if date), default=None)
    for party, record in adoptions(registry, version).items():
        adopted = [entry for entry in effective(record.entity) if entry.decision.outcome in ADOPTED]
        if party not in towns or not adopted:
            continue
        if not dates:
            yield Problem(
                version.at("version"),
                N_("municipalities have adopted it, and no recommendation to them is recorded"),
                help=N_("`vis agreement recommend` records it"),
                related=((record.at("decisions", adopted[0].index - 1), N_("adopted here")),),
            )
            return
        date = adopted[0].decision.date
        if first and date and all(dates) and date.latest < first:
            yield Problem(
                record.at("decisions", adopted[0].index - 1, "date"),
                N_("adopted {date}, before anyone recommended it, {recommended}"),
                help=N_("correct the date that is wrong"),
                related=((version.at("recommendations", 0), N_("the recommendation")),),
                date=date,
                recommended=first,
            )


def _is_municipality(registry: Registry, id: str) -> bool:
    found = registry.get(Organisation, id)
    return found is not None and found.entity.type == "principal" and found.entity.side == "municipality"
