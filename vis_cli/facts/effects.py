"""The effects of a change: everything that holds otherwise, from every domain, what needs an eye of its own first.

`SOURCES` says where they come from; whatever else should be told in words of its own is one more of these. What none of
them tells is told generally, so that nothing is changed in silence.
"""

from collections.abc import Callable, Iterable, Iterator

from vis_cli.facts.effect import TOPICS, Change, Effect
from vis_cli.facts.effect_agreements import adoptions, agreements, versions
from vis_cli.facts.effect_elsewhere import agendas, coverage, duties, loose_ends, today
from vis_cli.facts.effect_force import force
from vis_cli.facts.effect_funds import funds
from vis_cli.facts.effect_meetings import meetings
from vis_cli.facts.effect_people import contacts, groups, people
from vis_cli.facts.effect_rest import allowing, files, only_form, untold
from vis_cli.facts.effect_work import deviations, followed_up, locally, plans, questions

SOURCES: tuple[Callable[[Change], Iterator[Effect]], ...] = (
    *(files, allowing, force, agreements, versions, adoptions),
    *(meetings, questions, plans, followed_up),
    *(groups, contacts, people),
    *(locally, deviations, funds),
    *(today, coverage, duties, agendas, loose_ends),
    only_form,
)


def effects(change: Change) -> tuple[Effect, ...]:
    """All that the change brings, by topic, in each in the order of the sources."""
    found = [item for source in SOURCES for item in source(change)]
    found += untold(change, (told for item in found for told in item.tells))
    return tuple(sorted((item for item in found if item.kind != "told"), key=lambda item: TOPICS.index(item.topic)))


def in_substance(found: Iterable[Effect]) -> tuple[Effect, ...]:
    """Those that change something in what the register says or is checked by."""
    return tuple(item for item in found if item.kind not in ("only-form", "text-reformatted"))
