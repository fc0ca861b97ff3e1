"""Where a question can be taken up locally: the forums of an area, by agreement and by the words of the question."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from vis_cli.facts.areas import areas_before
from vis_cli.facts.forums import at_work
from vis_cli.facts.stems import fold, forms
from vis_cli.model.area import Area
from vis_cli.model.forum import Forum, ForumType
from vis_cli.registry import Record, Registry

_SAID: Mapping[ForumType, str] = {
    "ksa-gsa": "samverkansmöte ksa gsa kommunal samordnande vårdcentral",
    "gsa-cluster": "gsa kluster vårdcentraler",
    "discharge": "utskrivning sluten vård hemgång samordnad planering",
    "sip": "sip samordnad individuell plan",
    "bus": "bus barn unga särskilt stöd",
    "local-consultation": "lokalt samråd psykisk ohälsa beroende",
    "complex-needs": "samsjuklighet komplexa behov beroende",
    "disability": "lss funktionsnedsättning habilitering",
    "physicians": "läkare läkarorganisation särskilt boende säbo",
    "family-centre": "familjecentral förskola barnavårdscentral",
    "youth-clinic": "ungdomsmottagning umo",
    "home-visits": "hembesök hembesöksprogram",
    "personal-ombudsman": "personligt ombud",
    "hygiene": "vårdhygien smitta",
    "steering": "styrgrupp",
    "network": "nätverk",
    "civil-society": "civilsamhälle föreningar kyrka",
    "other": "",
}
"""The words that people use for each kind of forum."""


@dataclass(frozen=True, slots=True)
class LocalForum:
    """A forum in which a question can be taken up."""

    forum: Record[Forum]
    sure: bool
    """Whether it is certain that it is at work on the day."""
    by_agreement: bool
    """Whether it follows from the agreement; else it is found by the words."""


def forums_of(registry: Registry, area: Record[Area], on: dt.date) -> tuple[Record[Forum], ...]:
    """The forums of an area on a day, those that came with the areas that it was made of too."""
    here = {area.id, *(before.id for before in areas_before(registry, area))}
    return tuple(
        record
        for record in registry.all(Forum)
        if here.intersection(record.entity.areas) and at_work(record.entity, on) is not False
    )


def local_forums(
    registry: Registry, area: Record[Area], agreement: str | None, asked: Sequence[str], on: dt.date
) -> tuple[LocalForum, ...]:
    """The forums of an area where a question can be taken up: those of the agreement first, then those by its words."""
    found = []
    for record in forums_of(registry, area, on):
        by_agreement = agreement is not None and agreement in record.entity.agreements
        if by_agreement or (asked and speaks_of(record.entity, asked)):
            found.append(LocalForum(record, bool(at_work(record.entity, on)), by_agreement))
    return tuple(sorted(found, key=lambda item: (not item.by_agreement, not item.sure, item.forum.id)))


def speaks_of(forum: Forum, asked: Sequence[str]) -> bool:
    """Whether a forum is for the question: every word of it is in what the forum is called and does."""
    own = (forum.name, *forum.aliases, *forum.matters, forum.purpose or "", forum.target_group or "", _SAID[forum.type])
    text = f" {fold(' '.join(own))} "
    return all(any(f" {form}" in text or (len(form) > 4 and form in text) for form in forms(word)) for word in asked)
