"""VIS118: the inventory's ten facts of a forum are not all there."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.inventory import missing_facts
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} groups with facts of the inventory missing"))
def profile_incomplete(registry: Registry) -> Iterator[Problem]:
    """A fact that the inventory asks of every forum is missing without a reason.

    *En uppgift som inventeringen frågar efter saknas utan att skälet anges.*

    The inventory asked every forum for ten facts; where there was nothing to say, that was noted too
    ("Ej uppdaterat"). Each of them has words, or a reason in `missing`. (000:82-85, 207)

    Wrong:

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: active
    profile:   # VIS118
      target_group:
        text: Barn och unga
    ```

    Right:

    ```yaml registry/groups/exempelforum.yaml
    id: exempelforum
    name: Exempelforum
    type: forum
    level: regional
    status: active
    profile:
      target_group: {text: Barn och unga}
      mission: {missing: Ej uppdaterat}
      participants: {text: Regionen och fyra kommuner}
      structure: {meetings_per_year: 4}
      secretariat: {percent: 25}
      annual_plan: {exists: false}
      agreements: {text: Inga}
      communication: {text: Nyhetsbrev}
      local_groups: {text: Finns i hela länet}
      knowledge_governance: {text: Ingen tydlig koppling}
    ```
    """
    for record in registry.all(Group):
        group = record.entity
        if group.type != "forum" and group.profile is None:
            continue
        if lacking := missing_facts(group.profile):
            yield Problem(
                record.key("profile") if group.profile else record.at("type"),
                N_("of `{id}` the inventory does not tell: {facts}"),
                help=N_("write what is so in `text`, or in `missing` why nothing is said"),
                id=record.id,
                facts=", ".join(f"`{name}`" for name in lacking),
            )
