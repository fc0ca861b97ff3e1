"""VIS292: it is not known whether the parties were heard."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} versions recommended without a known referral"))
def referral_not_known(registry: Registry) -> Iterator[Problem]:
    """It is not known whether the parties were heard before a version was recommended.

    *Det är inte känt om en version gick på remiss innan den rekommenderades.*

    A proposal is sent to the municipalities for comment before it is recommended, with a time to reply and what was
    replied. (001:50-52)

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    recommendations:   # VIS292
      - body: exempelforbundet
        date: 2031-04-14
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
        date: 2031-06-14
    ```
    """
    for record in registry.all(Version):
        if record.entity.recommendations and not record.entity.referrals:
            yield Problem(
                record.key("recommendations"),
                N_("no referral is known before the recommendation of `{version}`"),
                help=N_("`vis agreement refer` records it"),
                version=record.id,
            )
