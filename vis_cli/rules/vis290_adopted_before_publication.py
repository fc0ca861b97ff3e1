"""VIS290: a text was adopted before it was published."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.standing import ADOPTED, effective
from vis_cli.facts.versions import version_of
from vis_cli.model.adoption import Adoption
from vis_cli.registry import Registry


@rule(severity="warning")
def adopted_before_publication(registry: Registry) -> Iterator[Problem]:
    """A party adopted a version before its text was published.

    *En part antog en version innan dess text var publicerad.*

    From its publication on the text does not change, so that all parties decide about the same words. Who decided
    before may have decided about other words: compare what it had before it with what was published.

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    publication:
      date: 2031-02-01
      digest: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-01-20   # VIS290
    ```

    Right:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    publication:
      date: 2031-02-01
      digest: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    ```

    ```yaml agreements/exempelavtalet/adoptions/1.0/exempelby.yaml
    agreement: exempelavtalet
    version: "1.0"
    party: exempelby
    decisions:
      - outcome: adopted
        date: 2031-02
    ```
    """
    for record in registry.all(Adoption):
        version = version_of(registry, record.entity.agreement, record.entity.version)
        published = version.entity.publication if version else None
        if version is None or published is None:
            continue
        for entry in effective(record.entity):
            date = entry.decision.date
            if entry.decision.outcome in ADOPTED and date and date.latest < published.date:
                yield Problem(
                    record.at("decisions", entry.index - 1, "date"),
                    N_("adopted {date}, before the text was published, {published}"),
                    help=N_("see whether it decided about the same words; correct the date if that is wrong"),
                    related=((version.at("publication", "date"), N_("published here")),),
                    date=date,
                    published=published.date,
                )
