"""What gives a person away in a text: a name however it is written, ids made of it, e-mail, telephone numbers."""

import re
import unicodedata
from collections.abc import Iterable
from typing import Any

from vis_cli.facts.meetings import is_held
from vis_cli.facts.versions import versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.base import Part
from vis_cli.model.contact import Contact, Gsa, Ksa, Substitute
from vis_cli.model.meeting import Meeting
from vis_cli.model.person import Person
from vis_cli.registry import Record, Reference, Registry

_SAID_AND_DONE = frozenset({"adoption", "version", "local-agreement", "follow-up", "deviation", "fund"})
"""Decisions of parties, signed agreements, what was reported, and accounts."""
_DIGITS = re.compile(r"\+?[0-9][0-9\s()/+–-]*")
_BETWEEN = r"[\s,._#-]+"
"""What may stand between the words of a name: a blank, the sign of an id or an address, a comment's next line."""
_BEFORE, _AFTER = r"(?<![^\W_])", r"(?![^\W_])"
HIDDEN = "•••"
"""What stands in what is printed for what is not to be told."""
LEAST = 4
"""A value of fewer signs would be found everywhere."""


def values_of(registry: Registry, person: Record[Person]) -> tuple[str, ...]:
    """All by which the register knows a person: the id, names, and the person's own mailboxes and telephones."""
    others = (person.id, *person.entity.aliases)
    own = [person.entity.name, *(word for word in others if re.search(r"\w[\s-]\w", word))]  # "Anna" is many people
    details = []
    for reference in registry.referrers("person", person.id):
        if reference.source.kind == "contact":
            part: Any = parts_to(reference)[-1]
            details += [str(getattr(part, key)) for key in details_of(registry, part, own)]
    return tuple(dict.fromkeys(own + details))


def parts_to(reference: Reference) -> list[Part]:
    """The entity and the parts inside it that lead to a reference."""
    value: Any = reference.source.entity
    found = [value]
    for step in reference.route:
        value = value[step] if isinstance(step, int) else getattr(value, step)
        if isinstance(value, Part):
            found.append(value)
    return found


def details_of(registry: Registry, part: Ksa | Gsa | Substitute, names: Iterable[str]) -> list[str]:
    """The keys of a contact's mailbox and telephone that are the holder's own and not the function's.

    A mailbox is a function's where nothing of the name stands in it; a telephone where another holder has it too.
    """
    found = []
    if part.mailbox and pattern(names, loose=True).search(part.mailbox.partition("@")[0]):
        found.append("mailbox")
    if part.phone:
        holders: list[Ksa | Gsa] = []
        for contact in registry.all(Contact):
            holders += [*contact.entity.ksa, *contact.entity.gsa]
        same = [item for holder in holders for item in (holder, *holder.substitutes) if item.phone == part.phone]
        if all(item.person == part.person for item in same):
            found.append("phone")
    return found


def is_public_record(registry: Registry, record: Record[Any]) -> bool:
    """Whether an entity tells what was said and done: minutes, decisions, published and signed agreements, accounts.

    The names in them are part of what a public authority keeps; they are taken out by a decision on disposal
    (*gallringsbeslut*), if at all.
    """
    if isinstance(record.entity, Meeting):
        return is_held(record.entity)
    if isinstance(record.entity, Agreement):
        return any(item.entity.publication for item in versions(registry, record.id))
    return record.kind in _SAID_AND_DONE


def pattern(values: Iterable[str], *, whole: bool = False, loose: bool = False) -> re.Pattern[str]:
    """What finds each of the values in a text, as it may be written.

    `whole` leaves out what may be a part of another name (`Ann Prov-Exempel`); `loose` finds a single word of one too.
    """
    before, after = (_BEFORE + r"(?<![^\W_]-)", _AFTER + r"(?!-[^\W_])") if whole else (_BEFORE, _AFTER)
    forms: list[str] = []
    for value in values:
        words = unicodedata.normalize("NFC", value).strip()
        if "@" in words:
            forms.append(rf"(?<![\w.-]){_letters(words)}(?![\w-])")
        elif _DIGITS.fullmatch(words):
            forms.append(_number(re.sub(r"\D", "", words), international=words.startswith("+")))
        else:
            plain = [part for part in re.split(r"[\s._-]+", words) if part]
            parts = [_letters(part) for part in plain]
            orders = [parts, [parts[-1], *parts[:-1]]] if len(parts) > 1 else [parts]
            forms += [rf"{before}{_BETWEEN.join(order)}s?{after}" for order in orders]
            if loose:
                forms += [_letters(part) for part in plain if len(part) >= LEAST]
    return re.compile("|".join(dict.fromkeys(forms)), re.IGNORECASE)


def _letters(word: str) -> str:
    """A word in any of the forms of its letters: composed or not, or without the marks, as in ids and addresses."""
    found = []
    for letter in word:
        apart = unicodedata.normalize("NFD", letter)
        forms = f"(?:{re.escape(letter)}|{apart[:1]}[{apart[1:]}]?)"
        found.append(forms if len(apart) > 1 else re.escape(letter))
    return "".join(found)


def _number(digits: str, *, international: bool) -> str:
    """A telephone number with or without the country, or a personal number with or without the century."""
    between = r"[\s()/+–-]*"
    if international and digits.startswith("46"):
        digits = f"0{digits[2:].removeprefix('0')}"
    if digits.startswith("0"):
        return rf"(?<!\d)(?:(?:\+|00)46{between}0?|0){between}{between.join(digits[1:])}(?!\d)"
    if len(digits) == 12 and digits[:2] in ("18", "19", "20"):
        digits = digits[2:]
    century = r"(?:18|19|20)?" if len(digits) == 10 else ""
    return rf"(?<!\d){century}{between.join(digits)}(?!\d)"
