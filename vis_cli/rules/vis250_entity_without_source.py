"""VIS250: an entity names no source."""

from collections.abc import Iterator
from typing import Any

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.model.meeting import Meeting
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry


@rule(severity="gap", gap=N_("{count} of {total} entities name no source"))
def entity_without_source(registry: Registry) -> Iterator[Problem]:
    """An entity does not say where its facts come from.

    *Uppgiften saknar källa.*

    What is stated in a document can be checked there; a fact without a source cannot. Two counts of the county's
    agreements differ (002:163, 003:22); their sources tell why. Meetings that lie ahead, published versions, decisions
    of parties, and whatever says why it is assumed, need none.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet   # VIS250
    title: Exempel
    type: agreement
    ```

    ```yaml registry/groups/exempelgruppen.yaml
    id: exempelgruppen
    name: Exempelgruppen
    type: steering
    level: regional
    status: active
    sources:
      - "prov:12"
    ```

    ```yaml registry/sources.yaml
    prov:
      title: Provkällan
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    sources:
      - prov
    ```

    ```yaml registry/sources.yaml
    prov:
      title: Provkällan
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ```
    """
    if not registry.of_kind("source"):
        return
    expected = [record for record in registry.entities if _has_sources(record)]
    for record in expected:
        if not any(kinds[0] == "source" for kinds, _ in registry.named(record)) and not record.entity.assumed:
            yield Problem(
                record.key(),
                N_("{kind} `{id}` names no source"),
                help=N_(
                    "write `sources:` with the id of a source and the line, or `assumed:` with why it is thought so"
                ),
                kind=Word(record.kind),
                id=record.id,
                total=len(expected),
            )


def _has_sources(record: Record[Any]) -> bool:
    if isinstance(record.entity, Meeting):
        return record.entity.status not in ("planned", "called")
    if isinstance(record.entity, Version) and record.entity.publication:
        return False  # the text itself is the source
    return record.kind not in ("source", "collaboration", "structure", "adoption")
