"""VIS291: it was recommended before the parties had been heard."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@rule(severity="warning")
def recommended_before_referral(registry: Registry) -> Iterator[Problem]:
    """A version was recommended before the parties had been heard.

    *En version rekommenderades innan remissen var avslutad.*

    The municipalities are given time to comment on the proposal before anyone recommends them to adopt it. (001:50-52)

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    referrals:
      - from: 2031-03-01
        until: 2031-05-31
    recommendations:
      - body: exempelforbundet
        date: 2031-04-14   # VIS291
    ```

    Right:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    referrals:
      - from: 2031-03-01
        until: 2031-05-31
    recommendations:
      - body: exempelforbundet
        date: "2031"
    ```
    """
    for record in registry.all(Version):
        ends = [item.until or item.since for item in record.entity.referrals]
        known = [end.earliest for end in ends if end]
        for index, item in enumerate(record.entity.recommendations):
            if known and all(ends) and item.date and item.date.latest < min(known):
                yield Problem(
                    record.at("recommendations", index, "date"),
                    N_("recommended {date}, and the parties had until {until} to comment"),
                    help=N_("correct the date that is wrong"),
                    related=((record.at("referrals", 0), N_("the referral")),),
                    date=item.date,
                    until=min(known),
                )
