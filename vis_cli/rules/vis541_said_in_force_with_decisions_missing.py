"""VIS541: a version is said to be in force, and not all whose decision it takes are known to have decided."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.entry import entry
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@rule(severity="warning")
def said_in_force_with_decisions_missing(registry: Registry) -> Iterator[Problem]:
    """A version is said to be in force, some of its parties have decided, and others are not known to have.

    *En version sägs gälla, några parter har antagit den, och om andra finns inget beslut registrerat.*

    Where it takes all parties, 26 of 27 are not enough (001:19-20). Either a decision is not recorded yet, or the
    source is wrong. As long as no decision at all is recorded, the source is all that is known.

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
      date: 2031-23   # VIS541
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
        if version.entity.stated_in_force is None:
            continue
        made = entry(registry, version)
        if made.rule is None or made.rule.rule != "all-parties" or not (made.adopted and made.missing):
            continue
        yield Problem(
            version.at("stated_in_force", "date"),
            N_("a source says that it is in force, but only {adopted} of {total} have adopted it: not `{party}`"),
            help=N_("record the decision that is missing, or correct what the source says; see `vis agreement status`"),
            adopted=len(made.adopted),
            total=made.total,
            party=made.missing[0],
        )
