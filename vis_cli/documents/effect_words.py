"""The effects of a change in Swedish sentences: one template for each kind; what needs more has a function below."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from vis_cli.documents import amounts, text_changes
from vis_cli.documents.due import WORDS as DUE
from vis_cli.documents.effect_details import details
from vis_cli.documents.effect_templates import EXPECTED, OUTCOMES, STATUSES, TEMPLATES, WORK
from vis_cli.documents.effect_values import Voice, called, head_of, listed, say, short, words
from vis_cli.documents.fact_changes import tell_fact
from vis_cli.documents.swedish import numeral, sentence
from vis_cli.documents.telling import Telling
from vis_cli.facts.differences import Difference
from vis_cli.facts.due_values import Due, folded
from vis_cli.facts.effect import Effect
from vis_cli.facts.swedish_dates import in_words


@dataclass(frozen=True, slots=True)
class Told:
    """An effect in words: a sentence, and what stands below it."""

    text: str
    below: tuple[str, ...] = ()


def told(effect: Effect, voice: Voice) -> Told:
    """An effect in words."""
    made = _SPECIAL.get(effect.kind)
    found = made(effect, voice) if made else Told(_plain(effect, voice))
    below = [*found.below, *(stop(told(item, voice).text) for item in effect.touches)]
    return Told(stop(sentence(voice.hide(found.text))), tuple(map(voice.hide, below)))


def stop(text: str) -> str:
    """With its full stop."""
    return text if text.endswith((".", "!", "?", "…", ":")) else f"{text}."


def _plain(effect: Effect, voice: Voice, template: str | None = None) -> str:
    subject = called(effect.subject, voice) if effect.subject else ""
    one = effect.values.get("only") or not effect.values.get("version")
    what = subject if one else f"version {effect.values['version']} av {subject}"
    values = {"subject": subject, "what": what, **effect.values}
    if isinstance(effect.values.get("text"), str):
        values["text"] = effect.values["text"].rstrip(".")
    return say(template or TEMPLATES[effect.kind], values, voice)


def _force(effect: Effect, voice: Voice) -> Told:
    values = effect.values
    by_day = values["rule"] == "fixed-date"
    counted = "datumet är bestämt, oavsett parternas beslut" if by_day else "{count} av {total} parter har antagit"
    it = " det" if values["only"] else " den"
    said = f"({counted}{'' if by_day else it})"
    begins = "gäller från och med" if values["past"] else "börjar gälla"
    falls = "gäller inte längre (tidigare: från och med" if values["past"] else "börjar inte längre gälla (tidigare:"
    unsure = values["was"] and values["when"] and values["was"].earliest == values["when"].earliest
    instead = ", vilket inte var säkert tidigare" if unsure else " i stället för {was}"
    template = {
        "force-comes": f"{{what}} {begins} {{when}} {said}[ och ersätter då version {{replaces}}]",
        "force-moves": f"{{what}} {begins} {{when}}{instead} {said}",
        "force-falls": f"{{what}} {falls} {{was}}): {said[1:-1]}",
        "force-waits": f"{{what}}: {counted}{it}",
        "force-barred": f"{{what}} kan inte börja gälla: för många har sagt nej {said}",
    }[effect.kind]
    rest = ["fattas: {missing}"] if values["missing"] and effect.kind not in ("force-comes", "force-moves") else []
    rest += ["har inte antagit: {missing}"] if values["missing"] and effect.kind == "force-comes" and not by_day else []
    rest += ["nej från {refused}"] if values["refused"] else []
    rest += ["överklagat: {disputed}"] if values["disputed"] else []
    rest += ["kan tidigast gälla {on_earliest}"] if values["earliest"] and effect.kind == "force-waits" else []
    return Told(_plain(effect, voice, "; ".join([template, *rest])))


def _party(effect: Effect, voice: Voice) -> Told:
    made, outcome = effect.values["made"], effect.values["outcome"]
    verb = OUTCOMES[outcome.removeprefix("corrected-")][len(made) > 1]
    lead = "Rättelse: " if outcome.startswith("corrected-") else ""
    what = _plain(effect, voice, "{what}") if effect.subject else effect.values["id"]
    if len(made) == 1:
        own = made[0].decision
        facts = [in_words(own.date) if own.date else "", own.body or "", own.reference or ""]
        aside = short(", ".join(filter(None, facts)))
        return Told(f"{lead}{made[0].party} {verb} {what}{f' ({aside})' if aside else ''}")
    names = listed([item.party for item in made], 30)
    return Told(f"{lead}{numeral(len(made))} parter {verb} {what}: {names}")


def _text(effect: Effect, voice: Voice) -> Told:
    version = effect.values["version"]
    found = text_changes.tell(effect.values["changes"], _telling(voice))
    lines = [line for item in found for line in item.sentences]
    return Told(
        f"Texten i {_plain(effect, voice, '{subject}')}{f' (version {version})' if version else ''} ändras:",
        tuple(head_of(lines, 12)),
    )


def _facts(effect: Effect, voice: Voice) -> Told:
    number = effect.values["version"]
    of = f"{_plain(effect, voice, '{subject}')}{f' {number}' if number else ''}"
    found = [line for fact in effect.values["facts"] for line in tell_fact(fact, _telling(voice))]
    if len(found) == 1:
        return Told(f"{of}: {_within(found[0])}")
    return Told(f"{of}:", tuple(head_of(found, 12)))


def _within(line: str) -> str:
    """A sentence after a colon."""
    return line[:1].lower() + line[1:] if line[1:2].islower() else line


def _telling(voice: Voice) -> Telling:
    return Telling(voice.translate, lambda id, kind: voice.name(id, kind), in_words)


_NEW = {"n": "Ny", "t": "Nytt", "p": "Nya"}
_GENDERS = {"forum": "t", "project": "t", "area": "t", "fund": "p", "meeting": "t", "adoption": "t"}


def _kind(effect: Effect, voice: Voice) -> str:
    assert effect.subject
    return voice.translate(effect.subject.kind)


def _new(effect: Effect, voice: Voice) -> Told:
    assert effect.subject
    word = _NEW[_GENDERS.get(effect.subject.kind, "n")]
    return Told(f"{word} {_kind(effect, voice)}: {_plain(effect, voice, '{subject}')}")


def _agreement_new(effect: Effect, voice: Voice) -> Told:
    kind = words(effect.values["type"], voice)
    return Told(f"Nytt i registret: {_plain(effect, voice, '{subject}')} ({kind})")


def _gone(effect: Effect, voice: Voice) -> Told:
    return Told(f"Tas bort ur registret: {_plain(effect, voice, '{subject}')} ({_kind(effect, voice)})")


def _altered(effect: Effect, voice: Voice) -> Told:
    found: tuple[Difference, ...] = effect.values["differences"]
    phrases = head_of([short(phrase, 400) for phrase in details(found, voice)], 8)
    what = f"{_plain(effect, voice, '{subject}')} ({_kind(effect, voice)})"
    if len(phrases) <= 2 and sum(map(len, phrases)) < 160:
        return Told(f"{what}: {'; '.join(phrases)}")
    return Told(f"{what}: uppgifter ändras:", tuple(phrases))


def _contact_left(effect: Effect, voice: Voice) -> Told:
    role = effect.values["role"]
    after = f"; {effect.values['area']} står då utan {role}" if effect.values["alone"] else ""
    return Told(_plain(effect, voice, "{area}: {left} är inte längre {role}[ efter {until}]") + after)


def _posts(effect: Effect, voice: Voice) -> Told:
    name, parts = _plain(effect, voice, "{subject}"), []
    for title, house, since in effect.values["came"]:
        parts.append(f"blir {title}, {house}{f', från och med {in_words(since)}' if since else ''}")
    for title, house, until in effect.values["left"]:
        parts.append(f"slutar som {title}, {house}, efter {in_words(until)}")
    return Told(f"{name} {' och '.join(parts)}")


def _person_touches(effect: Effect, voice: Voice) -> Told:
    found = [WORK[work].format_map({"place": place}) for work, place in effect.values["places"]]
    return Told(f"Att se över för {_plain(effect, voice, '{subject}')}: {listed(found)}")


def _meeting_new(effect: Effect, voice: Voice) -> Told:
    items = effect.values["items"]
    below = (f"Dagordning: {words(items, voice)}",) if items else ()
    return Told(_plain(effect, voice), tuple(map(stop, below)))


def _meeting_status(effect: Effect, voice: Voice) -> Told:
    return Told(_plain(effect, voice, "{group}: mötet {date} ") + STATUSES[str(effect.values["status"])])


def _allocation(effect: Effect, voice: Voice) -> Told:
    lines = []
    for portion, to, was, now in effect.values["moved"]:
        what = f"{portion}, {to}" if to else portion
        old, new = (amounts.in_words(item) if item else "okänt" for item in (was, now))
        lines.append(f"{what}: {new}" if was is None else f"{what}: från {old} till {new}")
    return Told(f"Fördelningen av {_plain(effect, voice, '{subject}')} ändras:", tuple(head_of(lines, 12)))


_NEUTER = {"planned": "planerat", "active": "aktivt", "stalled": "avstannat", "discontinued": "avvecklat"}


def _forum_new(effect: Effect, voice: Voice) -> Told:
    status = _NEUTER.get(str(effect.values["status"]))
    return Told(_plain(effect, voice) + (f" ({status})" if status else ""))


def _fund_new(effect: Effect, voice: Voice) -> Told:
    lines = [
        f"{portion}{f', {to}' if to else ''}: {amounts.in_words(money)}"
        for portion, to, money in effect.values["shares"]
    ]
    return Told(_plain(effect, voice), tuple(head_of(lines, 12)))


def _follow_up(effect: Effect, voice: Voice) -> Told:
    values = effect.values
    if not values["count"]:
        return Told(_plain(effect, voice))
    rest = [f"[, {{{key}}} {how}]" for key, how in (("partly", "delvis"), ("unmet", "inte")) if values[key]]
    template = "".join(("{met} av {count} kriterier uppfyllda", *rest))
    return Told(f"{_plain(effect, voice)}: {say(template, values, voice)}")


def _coverage(effect: Effect, voice: Voice) -> Told:
    what, opened, closed = EXPECTED[effect.values["key"]]
    was, now = effect.values["was"], effect.values["now"]
    parts = [f"{what}: {_figure(now)}{f' (var {_figure(was)})' if was[2] else ''}" if was != now else what]
    parts += [f"{listed(effect.values['opened'])} {opened}"] if effect.values["opened"] else []
    parts += [f"{listed(effect.values['closed'])} {closed}"] if effect.values["closed"] else []
    return Told("; ".join(parts))


def _figure(found: tuple[int, int, int]) -> str:
    least, most, total = found
    return f"{least} av {total}" if least == most else f"mellan {least} och {most} av {total}"


def _due(effect: Effect, voice: Voice) -> Told:
    found = folded(effect.values["items"])
    lines = [_duty(items, voice) for items in found]
    lead = "Blir att göra" if effect.kind == "due-new" else "Behöver inte längre göras"
    if len(lines) == 1:
        return Told(f"{lead}: {lines[0]}")
    return Told(f"{lead}:", tuple(head_of(lines, 8)))


def _duty(items: tuple[Due, ...], voice: Voice) -> str:
    item = items[0]
    names = []
    for one in items:
        subject = called(one.record, voice)
        names.append(f"{one.title}, {subject}" if one.title and one.title != subject else subject)
    what = DUE[item.kind]
    return f"{what.removesuffix(' senast')}: {listed(names)}, senast {in_words(item.when)}"


def _loose(effect: Effect, voice: Voice) -> Told:
    names = listed([f"{called(record, voice)} ({voice.translate(record.kind)})" for record in effect.values["by"]])
    return Told(f"”{effect.values['name']}” finns inte i registret, men nämns av {names}")


def _only_form(effect: Effect, voice: Voice) -> Told:
    paths = effect.values["paths"]
    count = "En fil" if len(paths) == 1 else f"{len(paths)} filer"
    return Told(f"{count} ändras bara i form eller kommentarer: {listed(paths)}")


def _moved(effect: Effect, voice: Voice) -> Told:
    lines = [f"{_duty((item,), voice)} (var: {in_words(was)})" for item, was in effect.values["moved"]]
    return Told("Får en annan sista dag:", tuple(head_of(lines, 8)))


def _today(effect: Effect, voice: Voice) -> Told:
    values = {**effect.values, "date": effect.values["on"]}
    return Told(_plain(replace(effect, values=values), voice))


_SPECIAL: Mapping[str, Callable[[Effect, Voice], Told]] = {
    **dict.fromkeys(("force-comes", "force-moves", "force-falls", "force-waits", "force-barred"), _force),
    **dict.fromkeys(("applies-today", "applies-no-longer"), _today),
    **dict.fromkeys(("due-new", "due-gone"), _due),
    **dict.fromkeys(("meeting-new", "meeting-held"), _meeting_new),
    "agreement-new": _agreement_new,
    "allocation": _allocation,
    "due-moved": _moved,
    "altered": _altered,
    "contact-left": _contact_left,
    "coverage": _coverage,
    "facts": _facts,
    "follow-up-new": _follow_up,
    "forum-new": _forum_new,
    "fund-new": _fund_new,
    "gone": _gone,
    "loose-end": _loose,
    "meeting-status": _meeting_status,
    "new": _new,
    "only-form": _only_form,
    "party-decided": _party,
    "person-posts": _posts,
    "person-touches": _person_touches,
    "text-changed": _text,
}
