"""From which stage of its life a version can come to which: forwards, and back only to be reworked."""

from collections.abc import Mapping

from vis_cli.facts.stage import ORDER, Stage

_BACK: Mapping[Stage, tuple[Stage, ...]] = {"referral": ("draft",)}
"""After a referral (*remiss*) a text is reworked (*omarbetning*), and is a draft again."""

TRANSITIONS: Mapping[Stage, frozenset[Stage]] = {
    "unknown": frozenset(ORDER),
    **{stage: frozenset((*ORDER[place + 1 :], *_BACK.get(stage, ()))) for place, stage in enumerate(ORDER)},
    "replaced": frozenset(),
    "ended": frozenset({"replaced"}),
}
"""The stages that may follow each. Some may be passed over, since what happened is often registered long after; a
successor may be found for what has ended."""


def may_follow(before: Stage, after: Stage) -> bool:
    """Whether what was in one stage may be in the other now."""
    return before == after or after in TRANSITIONS[before]
