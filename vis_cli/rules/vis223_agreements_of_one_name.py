"""VIS223: two agreements go by the same name."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Place, Registry


@rule(severity="warning")
def agreements_of_one_name(registry: Registry) -> Iterator[Problem]:
    """Two agreements go by the same name.

    *Två överenskommelser har samma namn.*

    A name in a text or a search must lead to one agreement; titles already vary between documents (000:117-118).

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Samverkan i Exempelby
    type: agreement
    ```

    ```yaml agreements/provavtalet/agreement.yaml
    id: provavtalet
    title: Provavtalet
    type: agreement
    aliases:
      - samverkan i Exempelby   # VIS223
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Samverkan i Exempelby
    type: agreement
    ```

    ```yaml agreements/provavtalet/agreement.yaml
    id: provavtalet
    title: Provavtalet
    type: agreement
    aliases:
      - Samverkan i Provköping
    ```
    """
    seen: dict[str, tuple[str, Place]] = {}
    for record in registry.all(Agreement):
        agreement = record.entity
        named = [(agreement.title, record.at("title")), (agreement.short_name, record.at("short_name"))]
        named += [(alias, record.at("aliases", i)) for i, alias in enumerate(agreement.aliases)]
        for name, place in named:
            if not name:
                continue
            id, first = seen.setdefault(" ".join(name.casefold().split()), (record.id, place))
            if id != record.id:
                yield Problem(
                    place,
                    N_("`{other}` goes by the name `{name}` too"),
                    help=N_("keep the name where it belongs, or make it more exact"),
                    related=((first, N_("it stands here first")),),
                    other=id,
                    name=name,
                )
