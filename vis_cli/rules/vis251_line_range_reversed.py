"""VIS251: a citation ends before it begins."""

import re
from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.fields import marked, records_where
from vis_cli.model.values import Cites
from vis_cli.registry import Registry

_RANGE = re.compile(r":[\d,-]*\d-\d")
_LINES = re.compile(r"(\d+)-(\d+)")


@rule()
def line_range_reversed(registry: Registry) -> Iterator[Problem]:
    """A citation names a range of lines that ends before it begins.

    *En källhänvisning anger ett radintervall som slutar före det börjar.*

    A citation is followed to the line (002:163); one that runs backwards was mistyped, and leads nowhere.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    sources:
      - "prov:34-31"   # VIS251
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    sources:
      - "prov:31-34,40"
    ```
    """
    for record in records_where(registry, _RANGE.search):
        for route, citation in marked(record.entity, Cites):
            for first, last in _LINES.findall(citation.partition(":")[2]):
                if int(last) < int(first):
                    yield Problem(
                        record.at(*route),
                        N_("`{citation}` names the lines {first} to {last}, which run backwards"),
                        help=N_("write the first line first"),
                        citation=citation,
                        first=first,
                        last=last,
                    )
