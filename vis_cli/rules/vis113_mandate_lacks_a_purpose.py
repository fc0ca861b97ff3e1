"""VIS113: a mandate leaves out one of the four purposes."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.establishment import binds
from vis_cli.model.group import Group, Purposes
from vis_cli.registry import Registry


@rule()
def mandate_lacks_a_purpose(registry: Registry) -> Iterator[Problem]:
    """A mandate leaves out one of the four purposes of a consultation group.

    *En uppdragsbeskrivning utelämnar något av samrådsgruppens fyra syften.*

    The mandate takes its start from the four purposes in the guideline: agreements, development questions, dialogue
    on knowledge governance, transition. A draft may leave some open. (000:294-300, 602-608)

    Wrong:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    mandate:
      adopted: 2031-02-19
      purposes:   # VIS113
        agreements: Förvalta och följa upp överenskommelserna om exempel.
        questions: Fånga upp utvecklingsfrågor om exempel.
        transition: Bidra i omställningen till God och nära vård.
    ```

    Right:

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: consultation
    level: regional
    status: establishing
    mandate:
      adopted: 2031-02-19
      purposes:
        agreements: Förvalta och följa upp överenskommelserna om exempel.
        questions: Fånga upp utvecklingsfrågor om exempel.
        dialogue: Vara arena för dialog om kunskapsstyrning.
        transition: Bidra i omställningen till God och nära vård.
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if group.type != "consultation" or group.mandate is None or not (binds(group) or group.mandate.adopted):
            continue
        purposes = group.mandate.purposes
        if lacking := [name for name in Purposes.model_fields if not getattr(purposes, name)]:
            yield Problem(
                record.key("mandate", "purposes"),
                N_("the mandate of `{id}` says nothing of {purposes}"),
                help=N_("say under each of the four purposes what the group shall do"),
                id=record.id,
                purposes=", ".join(f"`{name}`" for name in lacking),
            )
