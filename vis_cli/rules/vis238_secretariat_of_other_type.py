"""VIS238: the secretariat is a group of another type, or is not named."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.group import Group
from vis_cli.registry import Registry


@rule()
def secretariat_of_other_type(registry: Registry) -> Iterator[Problem]:
    """The secretariat is a group of another type, or is not named.

    *Sekretariatet är en grupp av annan typ, eller är inte angivet.*

    One joint secretariat prepares and follows up the work (000:582-593). Documents print its name for those who are at
    a meeting on its behalf. If `registry/vis.yaml` names none though there is one, that is a warning.

    Wrong:

    ```yaml registry/vis.yaml
    id: vis
    name: Exempelsamverkan
    short_name: EXS
    county: Exempellän
    secretariat: exempelgruppen   # VIS238
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    ```

    ```yaml registry/vis.yaml
    id: vis   # VIS238
    name: Exempelsamverkan
    short_name: EXS
    county: Exempellän
    ```

    ```yaml registry/groups/exempelsekretariatet.yaml
    id: exempelsekretariatet
    name: Exempelsekretariatet
    type: secretariat
    level: regional
    status: active
    ```

    Right:

    ```yaml registry/vis.yaml
    id: vis
    name: Exempelsamverkan
    short_name: EXS
    county: Exempellän
    secretariat: exempelsekretariatet
    ```

    ```yaml registry/groups/exempelsekretariatet.yaml
    id: exempelsekretariatet
    name: Exempelsekretariatet
    type: secretariat
    level: regional
    status: active
    ```
    """
    known = [
        record
        for record in registry.all(Group)
        if record.entity.type == "secretariat" and record.entity.status != "discontinued"
    ]
    for about in registry.all(Collaboration):
        named = registry.get(Group, about.entity.secretariat)
        if named is not None and named.entity.type != "secretariat":
            yield Problem(
                about.at("secretariat"),
                N_("`{id}` is the secretariat, but its type is `{type}`"),
                help=N_("name the group of the type `secretariat`, or correct the type"),
                related=((named.at("type"), N_("its type stands here")),),
                id=named.id,
                type=named.entity.type,
            )
        elif known and about.entity.secretariat is None:
            yield Problem(
                about.at("id"),
                N_("no secretariat is named, but `{id}` is of the type `secretariat`"),
                help=N_("write `secretariat: {id}`"),
                related=((known[0].at("type"), N_("its type stands here")),),
                severity="warning",
                id=known[0].id,
            )
