"""VIS265: its text was published before the parties had been heard."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@rule(severity="warning")
def published_while_referred(registry: Registry) -> Iterator[Problem]:
    """The text of a version was published before its referral for comment was over.

    *Texten publicerades innan remissen var avslutad.*

    The parties are given time to comment on the proposal (001:50-52). From its publication on the text does not
    change, so that no comment could do anything to it any more.

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    referrals:
      - from: 2031-01-07
        until: 2031-03-31
    publication:
      date: 2031-02-01   # VIS265
      digest: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    ```

    Right:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    referrals:
      - from: 2031-01-07
        until: 2031-02-01
    publication:
      date: 2031-02-01
      digest: 0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef
    ```
    """
    for record in registry.all(Version):
        published = record.entity.publication
        if published is None:
            continue
        for index, item in enumerate(record.entity.referrals):
            end = item.until or item.since
            if end and published.date < end.earliest:
                yield Problem(
                    record.at("publication", "date"),
                    N_("published {published}, and the parties had until {until} to comment"),
                    help=N_("correct the date that is wrong"),
                    related=((record.at("referrals", index), N_("the referral")),),
                    published=published.date,
                    until=end,
                )
