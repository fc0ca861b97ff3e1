"""The outcomes of decisions by the words that people write, Swedish or English."""

from collections.abc import Mapping

from vis_cli.errors import N_
from vis_cli.facts.vocabulary import one_of
from vis_cli.model.adoption import Outcome

WORDS: Mapping[Outcome, tuple[str, ...]] = {
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
    "upheld": (
        "fastställd",
        "fastställd efter överklagande",
        "fastställt",
        "står fast",
        "överklagan avslagen",
        "överklagande avslaget",
    ),
    "revoked": ("upphävd", "upphävt", "upphävs"),
    "withdrawn": ("uppsagd", "uppsagt", "uppsägning", "sagt upp"),
}
"""What a party can decide, or what becomes of its decision, and the words that people write for it."""


def outcome_named(given: str) -> Outcome:
    """The outcome that is meant by `adopted`, `antagen`, `Bifall`. Raises Failure with what is near."""
    return one_of(given, WORDS, N_("outcome"))
