"""The words of local forums: their types, alone and many, and short enough for the head of a column."""

from vis_cli.cli.language import _
from vis_cli.errors import N_
from vis_cli.facts.forum_stale import Question
from vis_cli.facts.forums import State
from vis_cli.model.forum import ForumType

ONE: dict[ForumType, str] = {
    "ksa-gsa": N_("KSA–GSA meeting"),
    "gsa-cluster": N_("cluster of health centres"),
    "discharge": N_("meeting on discharge"),
    "sip": N_("SIP forum"),
    "bus": N_("BUS group"),
    "local-consultation": N_("local consultation"),
    "complex-needs": N_("forum on complex needs"),
    "disability": N_("forum on disability"),
    "physicians": N_("meeting with physicians' organisations"),
    "family-centre": N_("family centre"),
    "youth-clinic": N_("youth clinic"),
    "home-visits": N_("home-visit programme"),
    "personal-ombudsman": N_("forum on personal ombudsmen"),
    "hygiene": N_("forum on hygiene"),
    "steering": N_("local steering group"),
    "network": N_("network"),
    "civil-society": N_("forum with civil society"),
    "other": N_("other forum"),
}
MANY: dict[ForumType, str] = {
    "ksa-gsa": N_("KSA–GSA meetings"),
    "gsa-cluster": N_("clusters of health centres"),
    "discharge": N_("meetings on discharge"),
    "sip": N_("SIP forums"),
    "bus": N_("BUS groups"),
    "local-consultation": N_("local consultations"),
    "complex-needs": N_("forums on complex needs"),
    "disability": N_("forums on disability"),
    "physicians": N_("meetings with physicians' organisations"),
    "family-centre": N_("family centres"),
    "youth-clinic": N_("youth clinics"),
    "home-visits": N_("home-visit programmes"),
    "personal-ombudsman": N_("forums on personal ombudsmen"),
    "hygiene": N_("forums on hygiene"),
    "steering": N_("local steering groups"),
    "network": N_("networks"),
    "civil-society": N_("forums with civil society"),
    "other": N_("other forums"),
}
SHORT: dict[ForumType, str] = {
    "ksa-gsa": N_("KSA–GSA"),
    "gsa-cluster": N_("clusters"),
    "discharge": N_("discharge"),
    "sip": N_("SIP"),
    "bus": N_("BUS"),
    "local-consultation": N_("consult."),
    "complex-needs": N_("complex"),
    "disability": N_("disabil."),
    "physicians": N_("physicians"),
    "family-centre": N_("fam.centre"),
    "youth-clinic": N_("youth cl."),
    "home-visits": N_("visits"),
    "personal-ombudsman": N_("ombudsman"),
    "hygiene": N_("hygiene"),
    "steering": N_("steering"),
    "network": N_("network"),
    "civil-society": N_("civil soc."),
    "other": N_("other"),
}
STATES: dict[State, str] = {
    "yes": N_("yes"),
    "planned": N_("planned"),
    "stalled": N_("stalled"),
    "no": N_("no"),
    "ended": N_("ended"),
    "unknown": "?",
}
STATUSES = {
    "planned": N_("planned"),
    "active": N_("active"),
    "stalled": N_("stalled"),
    "discontinued": N_("discontinued"),
}
QUESTIONS: dict[Question, str] = {
    "status": N_("whether it is active is not known"),
    "convener": N_("nobody is said to convene it"),
    "rhythm": N_("how often it meets is not said"),
    "never-verified": N_("nobody has made sure that this is right"),
    "verified-long-ago": N_("last made sure of {date}"),
}


def capital(text: str) -> str:
    """With a capital first letter."""
    return text[:1].upper() + text[1:]


def type_named(given: str) -> ForumType:
    """The type that was named, alone, many or in brief, in either language. Raises Failure with what is near."""
    from vis_cli.cli.meant import choice
    from vis_cli.documents import forum_words as swedish

    words: dict[ForumType, tuple[str, ...]] = {
        type: (ONE[type], MANY[type], SHORT[type], swedish.ONE[type], swedish.MANY[type], swedish.SHORT[type])
        for type in ONE
    }
    return choice(given, words, N_("type of forum"))


def types() -> dict[str, str]:
    """The types to choose from."""
    return {str(type): _(word) for type, word in ONE.items()}
