"""The options of agreements that take one of a few words: each as vis itself says it, in Swedish or in English."""

from typing import get_args

from vis_cli.actions.agreement.wish import NoticeEffect
from vis_cli.cli.meant import choice
from vis_cli.errors import N_
from vis_cli.facts.overview import RULES, TYPES
from vis_cli.model.agreement import AgreementKind
from vis_cli.model.version import EntryRuleName


def kind_of(given: str) -> AgreementKind:
    """The type of agreement that was named: `supplementary`, `supplement`, `tillägg`. Raises Failure."""
    kinds: tuple[AgreementKind, ...] = get_args(AgreementKind)
    return choice(given, {kind: [TYPES[kind]] if kind in TYPES else [] for kind in kinds}, N_("type"))


def rule_of(given: str) -> EntryRuleName:
    """The rule of entry into force that was named: `all-parties`, `alla parter`. Raises Failure."""
    return choice(given, {rule: [words] for rule, words in RULES.items()}, N_("rule"))


def effect_of(given: str) -> NoticeEffect:
    """What notice by one party means for the others: `all-ends`, `upphör för alla`. Raises Failure."""
    effects: tuple[NoticeEffect, ...] = get_args(NoticeEffect)
    return choice(given, effects, N_("effect"))
