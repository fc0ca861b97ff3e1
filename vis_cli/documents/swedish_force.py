"""Whether an agreement applies, in Swedish, as it is printed: with dates, and true on whatever day it is read."""

from vis_cli.documents import swedish
from vis_cli.facts.binding import Stretch, applied
from vis_cli.facts.entry import Entry, entry
from vis_cli.facts.standing import Status
from vis_cli.facts.swedish_dates import in_words, on_day
from vis_cli.facts.versions import adoptions, number, versions
from vis_cli.model.organisation import Organisation
from vis_cli.model.source import Source
from vis_cli.model.values import DAY_LAST
from vis_cli.model.version import EntryRule, Version
from vis_cli.registry import Record, Registry

STATUS: dict[Status, str] = {
    "pending": "Inget beslut registrerat",
    "prepared": "Berett, inte beslutat",
    "adopted": "Antagen",
    "adopted-with-reservation": "Antagen med förbehåll",
    "rejected": "Avslagen",
    "referred-back": "Återremitterad",
    "appealed": "Beslutet är överklagat",
    "revoked": "Beslutet är upphävt",
    "withdrawn": "Uppsagd",
}

MOST_NAMED = 6
"""So many parties are named in a sentence; more are counted."""


def in_force(registry: Registry, version: Record[Version]) -> str:
    """`Gäller från och med 1 juli 2031`; or why it does not yet; or that it is not known."""
    made = entry(registry, version)
    if stretches := applied(registry, version):
        return swedish.sentence("; ".join(map(_applies, stretches)))
    if stated := version.entity.stated_in_force:
        decided = f"{len(made.adopted)} av {made.total} beslut registrerade"
        if not adoptions(registry, version):
            decided += ", eftersom ingen parts beslut finns i registret"
        return f"Trädde enligt källa i kraft {on_day(stated.date)}{_by(registry, stated.sources)}; {decided}"
    if made.rule is None:
        return "Okänt: hur den träder i kraft är inte registrerat"
    if made.entered:
        return "Har inte kommit att gälla"
    return _waits(registry, made)


def rule_in_words(rule: EntryRule) -> str:
    """`när samtliga parter har antagit den, dock tidigast 1 juli 2031`."""
    words = {
        "all-parties": "när samtliga parter har antagit den",
        "each-party": "för varje part när den har antagit den",
        "at-least": f"när minst {swedish.numeral(rule.at_least or 0)} parter har antagit den",
        "fixed-date": f"{on_day(rule.date)}, oavsett parternas beslut"
        if rule.date
        else "ett fast datum som inte är känt",
    }[rule.rule]
    return f"{words}, dock tidigast {in_words(rule.not_before)}" if rule.not_before else words


def successor(registry: Registry, version: Record[Version]) -> Record[Version] | None:
    """The next version of the agreement that has entered into force, if one has."""
    later = (
        item
        for item in versions(registry, version.entity.agreement)
        if number(item.entity.version) > number(version.entity.version)
    )
    return next((item for item in later if applied(registry, item)), None)


def names(registry: Registry, parties: tuple[str, ...]) -> str:
    """`Exempelby, Provköping och Testvik`."""
    found = (registry.get(Organisation, party) for party in parties)
    return swedish.listing([item.entity.name if item else party for item, party in zip(found, parties, strict=True)])


def _by(registry: Registry, sources: tuple[str, ...]) -> str:
    """` (Exempelrapporten, 900:4)`: the titles of the sources, with where in them it stands."""
    titles = {item.partition(":")[0]: registry.get(Source, item.partition(":")[0]) for item in sources}
    words = [found.entity.title for found in titles.values() if found]
    return f" ({', '.join([*words, *sources])})" if sources else ""


def _applies(stretch: Stretch) -> str:
    until = f" till och med {in_words(stretch.until)}" if stretch.until else ""
    if stretch.since is None:
        return f"gäller{until}, okänt sedan när"
    if stretch.since.latest == DAY_LAST:
        return f"gäller {in_words(stretch.since)}, om de beslut som är överklagade står fast"
    return f"gäller från och med {in_words(stretch.since)}{until}"


def _waits(registry: Registry, made: Entry) -> str:
    if made.rule and made.rule.rule == "fixed-date":
        return "Gäller inte än: datumet är inte känt"
    needed = f"{made.total}" if made.needed in (0, made.total) else f"minst {made.needed}"
    words = [f"Gäller inte än: {len(made.adopted)} av {needed} parter har antagit den"]
    if made.missing:
        few = len(made.missing) <= MOST_NAMED
        words.append(f"saknas {names(registry, made.missing) if few else f'{len(made.missing)} parters beslut'}")
    if made.refused:
        words.append(f"nej från {names(registry, made.refused)}")
    if made.earliest:
        words.append(f"tidigast {swedish.short_date(made.earliest)}")
    return "; ".join(words)
