"""VIS297: a party joins that is one already."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.versions import parties
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@rule()
def joined_already(registry: Registry) -> Iterator[Problem]:
    """An organisation joins a version that it is a party of already.

    *En organisation ansluter sig till en version som den redan är part i.*

    Who was a party from the beginning counts for the entry into force; who joins later does not. Nobody is
    both. (002:5-8)

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    parties:
      - exempelby
    accessions:
      - party: exempelby   # VIS297
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    parties:
      - provkoping
    accessions:
      - party: exempelby
      - party: exempelby   # VIS297
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
    """
    for record in registry.all(Version):
        seen = set(parties(registry, record))
        for index, accession in enumerate(record.entity.accessions):
            if accession.party in seen:
                yield Problem(
                    record.at("accessions", index, "party"),
                    N_("`{party}` is a party already"),
                    help=N_("take it out here, or out of `parties`"),
                    party=accession.party,
                )
            seen.add(accession.party)
