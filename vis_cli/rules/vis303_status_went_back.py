"""VIS303: a version or an agreement went back to an earlier stage of its life."""

from collections.abc import Iterator

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_, Word
from vis_cli.facts.life import may_follow
from vis_cli.facts.overview import STATUSES
from vis_cli.facts.stage import Stage, stage_of
from vis_cli.facts.versions import adoptions
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry

_SAID_BY: dict[str, str] = {"referral": "referrals", "recommended": "recommendations", "in-force": "stated_in_force"}
"""The key that a stage follows from, where one key says it."""


@change_rule(severity="error")
def status_went_back(before: Registry, after: Registry) -> Iterator[Problem]:
    """A version of an agreement went back to an earlier stage of its life, or an ended agreement came to life again.

    *En version har gått tillbaka till ett tidigare skede, eller en upphörd överenskommelse gäller igen.*

    The life of a version goes one way: draft, referral (*remiss*), published, recommended, adoption, in force. Only
    after a referral is it a draft again, to be reworked. The stage follows from what is recorded, so it goes back where
    something was taken away. A decision entered in error is corrected by a further entry, and that is no fault here.
    Something else that never was true is taken away with a comment beside it that allows it, and says why.

    Wrong:

    ```before agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    recommendations:
      - body: styrgruppen
        date: 2031-03-01
    ```

    ```yaml agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'   # VIS303
    ```

    ```before agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    ended:
      last_day: 2033-12-31
    ```

    ```yaml agreements/vardplan/agreement.yaml
    id: vardplan   # VIS303
    title: Överenskommelse om vårdplan
    type: agreement
    ```

    Right:

    ```before agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    referrals:
      - from: 2031-01-15
        until: 2031-02-15
    ```

    ```yaml agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    ```
    """
    for old in before.all(Version):
        new = after.get(Version, old.id)
        if new is None or (old.entity.publication and not new.entity.publication):
            continue  # another rule says so
        was, now = stage_of(before, old), stage_of(after, new)
        if not may_follow(was, now) and not _decisions_differ(before, old, after, new):
            yield Problem(
                new.at("version"),
                N_("version {version} of `{id}` went from {before} back to {after}"),
                help=N_("put back what said so; a decision entered in error is corrected by `vis agreement correct`"),
                related=((old.at(_SAID_BY.get(was, "version")), N_("it stood here")),),
                version=new.entity.version,
                id=new.entity.agreement,
                before=Word(STATUSES[was]),
                after=Word(STATUSES[now]),
            )
    for ended in before.all(Agreement):
        there = after.get(Agreement, ended.id)
        if there and ended.entity.ended and not may_follow(_end(ended), _end(there)):
            yield Problem(
                there.at("ended") if there.entity.ended else there.at("id"),
                N_("`{id}` went from {before} back to {after}"),
                help=N_("put its end back; what takes up again where it left off is a new agreement"),
                related=((ended.at("ended"), N_("it stood here")),),
                id=there.id,
                before=Word(STATUSES[_end(ended)]),
                after=Word(STATUSES[_end(there)]),
            )


def _end(agreement: Record[Agreement]) -> Stage:
    ended = agreement.entity.ended
    return "in-force" if ended is None else "replaced" if ended.successor else "ended"


def _decisions_differ(before: Registry, old: Record[Version], after: Registry, new: Record[Version]) -> bool:
    """Whether entries were added, which is how a mistake is mended, or else changed, which another rule tells."""
    was = {party: record.entity.decisions for party, record in adoptions(before, old).items()}
    return was != {party: record.entity.decisions for party, record in adoptions(after, new).items()}
