"""VIS279: it is not known that an agreement is in line with the main agreement."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.agreements import OWNED, main_agreement
from vis_cli.facts.drafting import once_published
from vis_cli.facts.versions import version_of, versions
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} agreements not known to be in line with the main agreement"))
def not_aligned(registry: Registry) -> Iterator[Problem]:
    """An agreement does not say with which version of the main agreement it is in line, or names one that is not there.

    *Överenskommelsen anger inte vilken version av huvudöverenskommelsen den är anpassad till, eller en som inte finns.*

    All agreements are looked over to bring them in line with the main agreement (000:343-345). While an agreement is
    drafted, and where the sources do not tell, this is a gap; in a published one a warning.

    Wrong:

    ```yaml agreements/exempel-hok/agreement.yaml
    id: exempel-hok
    title: Exempel på huvudöverenskommelse
    type: main
    ```

    ```yaml agreements/exempel-hok/versions/1.0.yaml
    agreement: exempel-hok
    version: '1.0'
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement   # VIS279
    ```

    ```yaml agreements/provavtalet/agreement.yaml
    id: provavtalet
    title: Provavtalet
    type: agreement
    aligned_to: '7.0'   # VIS279
    ```

    Right:

    ```yaml agreements/exempel-hok/agreement.yaml
    id: exempel-hok
    title: Exempel på huvudöverenskommelse
    type: main
    ```

    ```yaml agreements/exempel-hok/versions/1.0.yaml
    agreement: exempel-hok
    version: '1.0'
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    aligned_to: '1.0'
    ```
    """
    main = main_agreement(registry)
    if main is None:
        return
    expected = [record for record in registry.all(Agreement) if record.entity.type in OWNED]
    for record in expected:
        name = record.entity.aligned_to
        if name is None:
            yield Problem(
                record.at("type"),
                N_("it is not said with which version of `{main}` it is in line"),
                help=N_("write `aligned_to:` with the version, once it has been compared"),
                severity=once_published(registry, record, "warning"),
                main=main.id,
                total=len(expected),
            )
        elif version_of(registry, main.id, name) is None and not registry.has_broken("version"):
            known = ", ".join(version.entity.version for version in versions(registry, main.id))
            yield Problem(
                record.at("aligned_to"),
                N_("`{main}` has no version {version}"),
                help=N_("its versions are: {known}") if known else N_("it has no versions in the register"),
                severity="error",
                main=main.id,
                version=name,
                known=known,
                total=len(expected),
            )
