"""VIS264: it was recommended before its text was published."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@rule(severity="warning")
def recommended_before_publication(registry: Registry) -> Iterator[Problem]:
    """A version was recommended before its text was published.

    *En version rekommenderades innan dess text var publicerad.*

    From its publication on the text does not change. What was recommended before may have been other words than those
    that the parties then decide about (001:24-25): compare them, or correct the date that is wrong.

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    recommendations:
      - body: exempelforbundet
        date: 2031-01-14   # VIS264
    publication:
      date: 2031-02-01
      digest: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    ```

    Right:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    recommendations:
      - body: exempelforbundet
        date: 2031-02-01
      - body: exempelgruppen
        date: 2031-02
    publication:
      date: 2031-02-01
      digest: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    ```
    """
    for record in registry.all(Version):
        published = record.entity.publication
        for index, item in enumerate(record.entity.recommendations if published else ()):
            if published and item.date and item.date.latest < published.date:
                yield Problem(
                    record.at("recommendations", index, "date"),
                    N_("recommended {date}, before the text was published, {published}"),
                    help=N_("see whether the same words were recommended; correct the date if that is wrong"),
                    related=((record.at("publication", "date"), N_("published here")),),
                    date=item.date,
                    published=published.date,
                )
