"""VIS298: a decision is recorded of a version that is not there."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.versions import version_of, versions
from vis_cli.model.adoption import Adoption
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@rule()
def adoption_of_no_version(registry: Registry) -> Iterator[Problem]:
    """A decision is recorded of a version that has no file.

    *Ett beslut är registrerat för en version som saknar fil.*

    A decision counts for the version that it names. Where no file says whom that version binds and how it enters into
    force, the decision counts for nothing, and is most often in the wrong folder.
    Where the file of the version could not be understood, that fault is reported instead.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    ```

    ```yaml agreements/exempelavtalet/adoptions/9.9/exempelby.yaml
    agreement: exempelavtalet
    version: "9.9"   # VIS298
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02-03
    ```
    """
    for record in registry.all(Adoption):
        id, number = record.entity.agreement, record.entity.version
        if registry.get(Agreement, id) is None:
            continue  # VIS201 says so, or the faults of the agreement's file
        if version_of(registry, id, number) or registry.is_broken(f"{id}-{number}", (Version.kind,)):
            continue
        known = ", ".join(item.entity.version for item in versions(registry, id))
        yield Problem(
            record.at("version"),
            N_("there is no version {version} of `{agreement}`"),
            help=N_("there are {known}; move the file to the one that was decided about, or write {path}")
            if known
            else N_("write {path}: whom it binds, and how it enters into force"),
            version=number,
            agreement=id,
            known=known,
            path=Version.path.format(agreement=id, version=number),
        )
