"""VIS299: what a source says of the entry into force cannot be, by the decisions that are recorded."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.entry import entry, since_of
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@rule()
def stated_date_disagrees(registry: Registry) -> Iterator[Problem]:
    """The entry into force that a source states cannot be reconciled with the decisions that are recorded.

    *Det ikraftträdande som en källa anger går inte ihop med de beslut som är registrerade.*

    A stated date is evidence: "HÖK trädde i kraft hösten 2022" (004:16), while it takes the decisions of all parties
    (001:19-20). Once decisions are recorded they must agree with it: nobody can have decided after that day where all
    have to, and where all have decided the computed day must be one that the source can mean.

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    parties:
      - exempelregionen
      - exempelby-kommun
    entry_into_force:
      rule: all-parties
    stated_in_force:
      date: 2031-06   # VIS299
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby-kommun.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby-kommun
    decisions:
      - outcome: adopted
        date: 2031-07-01
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
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

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    parties:
      - exempelregionen
      - exempelby-kommun
    entry_into_force:
      rule: all-parties
    stated_in_force:
      date: 2031-23
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby-kommun.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby-kommun
    decisions:
      - outcome: adopted
        date: 2031-07-01
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
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
    for version in registry.all(Version):
        stated = version.entity.stated_in_force
        if stated is None:
            continue
        made = entry(registry, version)
        place = version.at("stated_in_force", "date")
        if made.entered:
            if made.entered.earliest > stated.date.latest or made.entered.latest < stated.date.earliest:
                yield Problem(
                    place,
                    N_("the source says {stated}, but by the parties' decisions it entered into force {computed}"),
                    help=N_("correct the decision that is wrong, or the stated date; see `vis agreement status`"),
                    stated=str(stated.date),
                    computed=str(made.entered),
                )
            continue
        if made.rule is None or made.rule.rule != "all-parties":
            continue
        if made.refused:
            yield Problem(
                place,
                N_("the source says {stated}, but `{party}` has said no, and it takes all parties"),
                help=N_("correct the decision that is wrong, or the stated date; see `vis agreement status`"),
                severity="warning",
                stated=str(stated.date),
                party=made.refused[0],
            )
            continue
        for item in made.standings:
            if item.consents and since_of(item.consents[0]).earliest > stated.date.latest:
                yield Problem(
                    place,
                    N_("the source says {stated}, but `{party}` adopted it {adopted}"),
                    help=N_("correct the decision that is wrong, or the stated date; see `vis agreement status`"),
                    stated=str(stated.date),
                    party=item.party,
                    adopted=str(item.since),
                )
                break
