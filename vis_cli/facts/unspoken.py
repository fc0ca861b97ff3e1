"""Matters that no agreement speaks of, told by the words of its names, target groups and subject. (003:30)"""

from collections import Counter

from vis_cli.facts.agreements import OWNED
from vis_cli.facts.searchable import names
from vis_cli.facts.stems import stem, telling
from vis_cli.model.agreement import Agreement
from vis_cli.model.collaboration import Collaboration
from vis_cli.registry import Registry

_COMMON = 4
"""A word that one agreement in so many has, as `samverkan`, tells nothing of what any of them is about."""
_PART = 5


def unspoken(registry: Registry, text: str) -> bool:
    """Whether no agreement has any telling word of a text, nor a compound of it, in what it says that it is about."""
    spoken = registry.once(_spoken)
    return not any(_meet(stem(word), other) for word in telling(text) for other in spoken)


def _meet(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= _PART and short in long)


def _spoken(registry: Registry) -> frozenset[str]:
    """The stems of what agreements say that they are about, without the common ones.

    The main agreement settles only how the parties collaborate (001:29-30), and words of what the collaboration itself
    is called say nothing of a matter.
    """
    each = [_about(record.entity) for record in registry.all(Agreement) if record.entity.type in OWNED | {"partial"}]
    count = Counter(found for stems in each for found in stems)
    often = {found for found, times in count.items() if times > 1 and times * _COMMON >= len(each)}
    return frozenset(count) - often - _own_words(registry)


def _own_words(registry: Registry) -> frozenset[str]:
    """The stems of what the collaboration, its county and its sides are called."""
    named = [record.entity for record in registry.all(Collaboration)]
    texts = [text for own in named for text in (own.name, own.county, *(side.name for side in own.sides))]
    return frozenset(stem(word) for text in texts for word in telling(text))


def _about(agreement: Agreement) -> frozenset[str]:
    texts = (*names(agreement), *agreement.target_groups, agreement.subject or "", agreement.summary or "")
    return frozenset(stem(word) for text in texts for word in telling(text))
