"""VIS304: something with an id is gone."""

from collections.abc import Iterator

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_, Word
from vis_cli.model import ENTITIES
from vis_cli.model.adoption import Adoption
from vis_cli.model.person import is_forgotten
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry


@change_rule(severity="error")
def id_removed(before: Registry, after: Registry) -> Iterator[Problem]:
    """Something that had an id is no longer in the register.

    *Något som hade ett id finns inte längre i registret.*

    An id never changes and is never taken away: minutes, decisions and links outside the register name it. What is no
    more is ended, with its last day; what is called something else gets another name, and keeps the old one as an
    alias. A version that nobody has seen yet may go; so may persons to whom nothing refers, and those whose name
    `vis person forget` replaces by the role. What must not stay (personal data, a thing that never was) is taken away
    on purpose: then the check is run with `--ignore VIS304`, and the commit says why.

    Wrong:

    ```before registry/areas.yaml
    exempelby:   # VIS304
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    testvik:
      name: Testvik
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/areas.yaml
    testvik:
      name: Testvik
      type: municipality
      municipality: exempelby-kommun
    ```

    Right:

    ```before registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    testvik:
      name: Testvik
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
      until: 2031-12-31
    testvik:
      name: Testvik
      type: municipality
      municipality: exempelby-kommun
    ```
    """
    owners = {kind: model.kind for model in ENTITIES.values() for kind in model.parts.values()}
    gone = [
        record
        for key, record in before.records.items()
        if key not in after.records and not after.is_broken(record.id, (record.kind,)) and not _may_go(record)
    ]
    persons = [record for record in gone if record.kind == "person" and before.referrers("person", record.id)]
    roles = [id for kind, id in after.records.keys() - before.records.keys() if kind == "person" and is_forgotten(id)]
    if len(persons) <= len(roles):
        gone = [record for record in gone if record.kind != "person"]
    files = {record.file.path for record in gone if not record.base}
    for record in gone:
        if record.base and record.kind in owners and record.file.path in files:
            continue  # what it was a part of is gone
        yield Problem(
            record.key() if record.base and record.kind not in owners else record.at("id"),
            N_("the {kind} `{id}` is gone"),
            help=N_("put it back and end it, with its last day; a new name goes with the old id"),
            kind=Word(record.kind),
            id=record.id,
        )


def _may_go(record: Record[object]) -> bool:  # type: ignore[type-var]
    """A version that was never sent to anybody; and a decision, of which another rule tells."""
    entity = record.entity
    if isinstance(entity, Version):
        return not (entity.publication or entity.referrals or entity.recommendations or entity.stated_in_force)
    return isinstance(entity, Adoption)
