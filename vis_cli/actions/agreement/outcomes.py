"""The outcomes of decisions by the words that people write, Swedish or English."""

import difflib
from typing import get_args

from vis_cli.errors import N_, Failure
from vis_cli.facts.spelling import words
from vis_cli.model.adoption import Outcome

_WORDS = {
    "prepared": ("beredd", "berett", "bereds", "bereder", "tillstyrkt", "tillstyrker"),
    "adopted": (
        "antagen",
        "antaget",
        "antas",
        "antar",
        "anta",
        "bifall",
        "bifallen",
        "bifallet",
        "godkänd",
        "godkänt",
        "ja",
    ),
    "adopted-with-reservation": (
        "antagen med förbehåll",
        "antaget med förbehåll",
        "antar med förbehåll",
        "antas med förbehåll",
        "antagen med reservation",
        "antaget med reservation",
        "ja med förbehåll",
    ),
    "rejected": ("avslagen", "avslaget", "avslag", "avslås", "avslår", "nej"),
    "referred-back": ("återremitterad", "återremitterat", "återremiss", "återremitteras", "återremitterar"),
    "appealed": ("överklagad", "överklagat", "överklagan", "överklagas"),
    "upheld": ("fastställd", "fastställt", "står fast", "överklagan avslagen", "överklagande avslaget"),
    "revoked": ("upphävd", "upphävt", "upphävs"),
    "withdrawn": ("uppsagd", "uppsagt", "uppsägning", "sagt upp"),
}
_BY_WORD = {" ".join(words(word)): outcome for outcome, its in _WORDS.items() for word in (outcome, *its)}
DECISIONS = tuple(outcome for outcome in get_args(Outcome) if outcome != "entered-in-error")
"""What a party can decide, or what becomes of its decision."""


def outcome_named(given: str) -> str:
    """The outcome that is meant by `adopted`, `antagen`, `Bifall`. Raises Failure with what is near."""
    wanted = " ".join(words(given))
    if found := _BY_WORD.get(wanted):
        return found
    near = dict.fromkeys(_BY_WORD[word] for word in difflib.get_close_matches(wanted, _BY_WORD, 3, 0.75))
    raise Failure(
        N_("there is no outcome `{given}`"),
        hint=N_("did you mean {near}?") if near else N_("there is: {outcomes}"),
        given=given,
        near=", ".join(f"`{outcome}`" for outcome in near),
        outcomes=", ".join(DECISIONS),
    )
