"""What is told of two texts of an agreement: names, labels, the date, and all that differs."""

from collections.abc import Callable

from vis_cli.cli.agreement.texts import Wording
from vis_cli.cli.where import Where
from vis_cli.diagnostics.wording import Translate
from vis_cli.documents.comparison import Compared
from vis_cli.documents.telling import Telling
from vis_cli.errors import N_
from vis_cli.facts.beside import beside
from vis_cli.facts.comparison import compare
from vis_cli.facts.names import name_of
from vis_cli.facts.stage import stage_of
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import When
from vis_cli.registry.single import single


def telling(where: Where, before: Wording, after: Wording, translate: Translate, day: Callable[[When], str]) -> Telling:
    """The newer register knows most names; of what it no longer has, the older one does."""

    def name(id: str, kind: str) -> str:
        for side in (after.side, before.side):
            if side.registry.find(id, (kind,)):
                return name_of(side.registry, id, kind)
        return _agreement_name(where, id) if kind == "agreement" else id

    return Telling(translate, name, day)


def _agreement_name(where: Where, id: str) -> str:
    """What another agreement is called: it alone is read."""
    path = Agreement.path.format(id=id)
    try:
        found = single(Agreement, path, where.tree().read(path))[0]
    except OSError:
        return id
    return (found.short_name or found.title) if found else id


def compared(before: Wording, after: Wording, voice: Telling) -> Compared:
    """What differs between the two; without a text on either side, only the facts beside it."""
    names = [_label(text, voice) for text in (before, after)]
    version = after.side.version
    in_force = after.name and version and stage_of(after.side.registry, version) == "in-force"
    missing = [name for name, text in zip(names, (before, after), strict=True) if not text.agreement.sections]
    return Compared(
        agreement=after.agreement,
        before=names[0],
        after=names[1],
        proposed=bool(before.name and not in_force and not after.known),
        day=after.known.day if after.known else after.published,
        changes=() if missing else compare(before.agreement, after.agreement),
        facts=beside(before.side, after.side),
        missing=tuple(missing),
    )


def _label(text: Wording, voice: Telling) -> str:
    """What a text is called: by its version, by the commit it was asked for, or as a draft."""
    if text.known and text.known.day:
        day = voice.day(When.parse(text.known.day.isoformat()))
        return voice.say(N_("commit {commit} of {day}"), commit=text.known.short, day=day)
    if text.known:
        return f"commit {text.known.short}"  # as below, the same in both languages
    if text.name:
        return f"version {text.name}"
    version = text.side.version
    if version and not version.entity.publication:
        return voice.say(N_("the draft of version {version}"), version=version.entity.version)
    return voice.say(N_("the text as it is now"))
