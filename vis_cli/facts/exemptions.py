"""Exemptions: what is not expected of an area, an agreement, a group or a forum, and why."""

from collections.abc import Mapping
from typing import Literal

from vis_cli.errors import N_
from vis_cli.facts.settings import collaboration
from vis_cli.model.collaboration import Exemption, Expected
from vis_cli.registry import Registry

SubjectKind = Literal["area", "agreement", "group", "forum"]
KINDS: tuple[SubjectKind, ...] = ("area", "agreement", "group", "forum")
"""What an exemption can be of; each is a key of it."""

OF: Mapping[Expected, SubjectKind] = {
    "ksa": "area",
    "gsa": "area",
    "local-consultation": "area",
    "owner": "agreement",
    "follow-up": "agreement",
    "parties": "agreement",
    "annual-plan": "group",
    "mandate": "group",
    "knowledge-link": "group",
    "action-plan": "forum",
}
"""Of what each thing is expected."""

NAMES: Mapping[Expected, str] = {
    "ksa": N_("KSA"),
    "gsa": N_("GSA"),
    "local-consultation": N_("local consultation"),
    "owner": N_("group that answers for it"),
    "follow-up": N_("follow-up"),
    "parties": N_("decisions of the parties"),
    "annual-plan": N_("annual plan"),
    "mandate": N_("mandate"),
    "knowledge-link": N_("link to knowledge governance"),
    "action-plan": N_("action plan of the BUS group"),
}
"""What the things are called."""


def named(exemption: Exemption) -> tuple[tuple[SubjectKind, str], ...]:
    """(kind, id) of all that it names; it should be one, of the kind that `OF` says."""
    return tuple((kind, id) for kind in KINDS if (id := getattr(exemption, kind)) is not None)


def subject(exemption: Exemption) -> str | None:
    """The id of what it is of; None where it names none, several, or one of a kind that this is not expected of."""
    found = named(exemption)
    return found[0][1] if len(found) == 1 and found[0][0] == OF[exemption.expects] else None


def exemptions(registry: Registry) -> Mapping[tuple[Expected, str], Exemption]:
    """All of them, by what is not expected and the id of what it is not expected of."""
    return {
        (exemption.expects, id): exemption
        for record in collaboration(registry)
        for exemption in record.entity.exemptions
        if (id := subject(exemption)) is not None
    }
