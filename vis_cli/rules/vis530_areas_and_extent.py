"""VIS530: a forum names its areas and also says in how many there is one."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.forum import Forum
from vis_cli.registry import Registry


@rule()
def areas_and_extent(registry: Registry) -> Iterator[Problem]:
    """A forum names its areas and also says in how many areas there is one.

    *Ett forum anger både sina områden och i hur många områden det finns.*

    `extent` is for what a source says without naming the areas, "most districts" (002:480-481). Where they are named,
    they are counted; both together would be counted twice.

    Wrong:

    ```yaml registry/forums/exempelsamradet.yaml
    id: exempelsamradet
    name: Exempelsamrådet
    type: local-consultation
    areas: [exempelby]
    extent:   # VIS530
      within: exempelby-kommun
      text: de flesta
      least: 1
      most: 2
    ```

    Right:

    ```yaml registry/forums/exempelsamradet.yaml
    id: exempelsamradet
    name: Exempelsamrådet
    type: local-consultation
    extent:
      within: exempelby-kommun
      text: de flesta
      least: 1
      most: 2
    ```
    """
    for record in registry.all(Forum):
        if record.entity.areas and record.entity.extent:
            yield Problem(
                record.key("extent"),
                N_("the forum names its areas, and also says in how many there is one"),
                help=N_("keep `areas` if they are known by name, or else `extent`"),
                related=((record.key("areas"), N_("the areas")),),
            )
