"""VIS285: a decision is recorded of someone who is not a party."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.binding import predecessors
from vis_cli.facts.versions import parties, version_of
from vis_cli.model.adoption import Adoption
from vis_cli.registry import Registry


@rule()
def adoption_of_no_party(registry: Registry) -> Iterator[Problem]:
    """A decision is recorded of an organisation that is not a party of the version.

    *Ett beslut är registrerat för en organisation som inte är part.*

    Who is bound is said by the version: its parties, and those who joined later. The decision of anyone else counts for
    nothing, and is most often in the wrong file. Whoever took the place of a party may decide for it. (001:19-20)

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    parties:
      - provkoping
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby   # VIS285
    decisions:
      - outcome: adopted
        date: 2031-02-03
    ```

    Right:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    parties:
      - provkoping
    accessions:
      - party: exempelby
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
        adoption = record.entity
        version = version_of(registry, adoption.agreement, adoption.version)
        if version is None or registry.has_broken("organisation"):
            continue
        every = {*parties(registry, version), *(item.party for item in version.entity.accessions)}
        if (
            not every
            or adoption.party in every
            or any(item.id in every for item in predecessors(registry, adoption.party))
        ):
            continue
        yield Problem(
            record.at("party"),
            N_("`{party}` is not a party of version {version} of `{agreement}`"),
            help=N_("a party that joined later stands in the `accessions` of the version"),
            related=((version.at("parties" if version.entity.parties else "version"), N_("its parties")),),
            party=adoption.party,
            version=adoption.version,
            agreement=adoption.agreement,
        )
