"""VIS226: the main agreement is of another type or not named, or there are two."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Registry


@rule()
def not_one_main_agreement(registry: Registry) -> Iterator[Problem]:
    """The main agreement is not of that type or not named, or there is more than one.

    *Huvudöverenskommelsen är av fel typ eller inte angiven, eller så finns det fler än en.*

    All of the county's agreements are aligned to one main agreement (000:345), which `registry/vis.yaml` names. If it
    names none though there is one, that is a warning.

    Wrong:

    ```yaml registry/vis.yaml
    id: vis
    name: Exempelsamverkan
    short_name: EXS
    county: Exempellän
    main_agreement: exempelavtalet   # VIS226
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ```

    ```yaml agreements/exempel-hok/agreement.yaml
    id: exempel-hok
    title: Exempel hok
    type: main
    ```

    ```yaml agreements/prov-hok/agreement.yaml
    id: prov-hok
    title: Prov hok
    type: main   # VIS226
    ```

    ```yaml registry/vis.yaml
    id: vis   # VIS226
    name: Exempelsamverkan
    short_name: EXS
    county: Exempellän
    ```

    ```yaml agreements/exempel-hok/agreement.yaml
    id: exempel-hok
    title: Exempel hok
    type: main
    ```

    Right:

    ```yaml registry/vis.yaml
    id: vis
    name: Exempelsamverkan
    short_name: EXS
    county: Exempellän
    main_agreement: exempel-hok
    ```

    ```yaml agreements/exempel-hok/agreement.yaml
    id: exempel-hok
    title: Exempel hok
    type: main
    ```
    """
    mains = [record for record in registry.all(Agreement) if record.entity.type == "main"]
    for about in registry.all(Collaboration):
        named = registry.get(Agreement, about.entity.main_agreement)
        if named is not None and named.entity.type != "main":
            yield Problem(
                about.at("main_agreement"),
                N_("`{id}` is the main agreement, but its type is `{type}`"),
                help=N_("name the agreement of the type `main`, or correct the type"),
                related=((named.at("type"), N_("its type stands here")),),
                id=named.id,
                type=named.entity.type,
            )
        elif mains and about.entity.main_agreement is None:
            yield Problem(
                about.at("id"),
                N_("no main agreement is named, but `{id}` is of the type `main`"),
                help=N_("write `main_agreement: {id}`"),
                related=((mains[0].at("type"), N_("its type stands here")),),
                severity="warning",
                id=mains[0].id,
            )
    for record in mains[1:]:
        yield Problem(
            record.at("type"),
            N_("`{id}` and `{other}` are both of the type `main`"),
            help=N_("there is one main agreement; a newer version of it has the same id"),
            related=((mains[0].at("type"), N_("the other one")),),
            id=record.id,
            other=mains[0].id,
        )
