"""What happened to agreements, for a newsletter: on their way, before the parties, in force, at their end."""

from collections.abc import Iterable, Iterator

from vis_cli.documents import swedish
from vis_cli.documents.digest_rows import Part, Row, Telling, days, prose, row, sentences, stop
from vis_cli.facts.entry import entry
from vis_cli.facts.happening import Happening, OfAgreement
from vis_cli.facts.hearing import Hearing
from vis_cli.facts.period_digest import Digest
from vis_cli.facts.swedish_dates import in_words, on_day
from vis_cli.facts.waiting import Waiting
from vis_cli.model.adoption import PartyDecision
from vis_cli.model.agreement import Agreement
from vis_cli.model.follow_up import FollowUpReport
from vis_cli.model.version import Version
from vis_cli.registry import Record

_DECIDED = {
    "prepared": "{party} beredde {what}",
    "adopted": "{party} antog {what}",
    "adopted-with-reservation": "{party} antog {what} med reservation",
    "rejected": "{party} avslog {what}",
    "referred-back": "{party} återremitterade {what}",
    "appealed": "Beslutet i {party} om {what} överklagades",
    "upheld": "Beslutet i {party} om {what} står fast efter överklagande",
    "revoked": "Beslutet i {party} om {what} upphävdes",
    "withdrawn": "{party} sade upp {what}",
}


def agreements(telling: Telling, digest: Digest) -> list[Part]:
    """What happened, agreement by agreement; for a party also what waits for its decision or its reply."""
    by_agreement: dict[str, list[Happening]] = {}
    titles: dict[str, str] = {}
    for item in digest.happened:
        if isinstance(item.what, OfAgreement):
            by_agreement.setdefault(item.what.agreement.id, []).append(item)
            titles[item.what.agreement.id] = _title(item.what.agreement)
    rows = {id: list(_rows(telling, found)) for id, found in by_agreement.items()}
    whose = str(digest.whose.entity.name) if digest.whose else ""
    waits: list[Waiting | Hearing] = [*digest.waits, *digest.asked]
    for one in waits:
        titles[one.agreement.id] = _title(one.agreement)
        rows.setdefault(one.agreement.id, []).append(_waits(telling, one, whose))
    order = sorted(rows, key=lambda id: (swedish.sort_key(titles[id]), id))
    return [{"heading": titles[id], "rows": rows[id]} for id in order]


def _title(agreement: Record[Agreement]) -> str:
    own = agreement.entity
    return f"{own.title} ({own.short_name})" if own.short_name and own.short_name != own.title else own.title


def _rows(telling: Telling, found: Iterable[Happening]) -> Iterator[Row]:
    """The rows of one agreement; those who adopted the same version in one row."""
    happened = list(found)
    adopted: dict[str, list[Happening]] = {}
    touched: dict[str, Record[Version]] = {}
    for item in happened:
        if isinstance(item.what, OfAgreement) and item.what.version and item.kind == "party-decided":
            touched[item.what.version.id] = item.what.version
            if item.what.decision and item.what.decision.outcome == "adopted" and item.certainly_in(telling.period):
                adopted.setdefault(item.what.version.id, []).append(item)
    together = {id: items for id, items in adopted.items() if len(items) > 1}
    told: set[str] = set()
    for item in happened:
        what = item.what
        assert isinstance(what, OfAgreement)  # `agreements` takes no other
        group = together.get(what.version.id if what.version else "", [])
        if item not in group:
            yield telling.row(item, stop(_sentence(telling, item.kind, what)), _reference(what))
        elif _reference(what) not in told:
            told.add(_reference(what))
            yield row(days([one.when for one in group]), _together(telling, group), _reference(what))
    for version in touched.values():
        yield from _progress(telling, version)


def _together(telling: Telling, group: Iterable[Happening]) -> str:
    names = []
    version = ""
    for item in group:
        if isinstance(item.what, OfAgreement) and item.what.party and item.what.decision:
            version = _version(item.what)
            names.append(f"{telling.names.of(item.what.party)} ({in_words(item.when)}{_by(item.what.decision, ', ')})")
    return stop(f"{version} antogs av {swedish.listing(names)}")


def _progress(telling: Telling, version: Record[Version]) -> Iterator[Row]:
    """How many had adopted it when the period ended, while it waits for them."""
    last = telling.period.last
    made = entry(telling.registry, version, last)
    if made.entered is None and made.rule and made.rule.rule != "fixed-date" and made.total:
        text = f"{len(made.adopted)} av {made.total} parter har antagit version {version.entity.version}."
        refused = [telling.names.of(party) for party in made.refused]
        text += f" Nej från {swedish.listing(refused)}." if refused else ""
        yield row(f"Läget {swedish.short_date(last)}", text, _named(version))


def _waits(telling: Telling, one: Waiting | Hearing, party: str) -> Row:
    version = f"version {one.version.entity.version}"
    if isinstance(one, Waiting):
        since = f", sedan {in_words(one.since)}" if one.since else ""
        text = f"{version} väntar på beslut av {party}{since}"
    else:
        until = f", senast {on_day(one.referral.until)}" if one.referral.until else ""
        text = f"Remissen av {version} väntar på svar av {party}{until}"
    return row(f"Läget {swedish.short_date(telling.period.last)}", stop(text), _named(one.version))


def _sentence(telling: Telling, kind: str, what: OfAgreement) -> str:
    version, names = _version(what), telling.names
    party = names.of(what.party) if what.party else ""
    match kind:
        case "party-decided" if what.decision:
            return _decision(party, what.decision, version)
        case "published":
            return f"Texten till {_small(version)} publicerades"
        case "recommended" if what.recommendation:
            item = what.recommendation
            return f"{names.of(item.body)} rekommenderade att {_small(version)} antas" + _aside(item.reference)
        case "referral-began" if what.referral:
            until = what.referral.until
            if until == what.referral.since:
                return f"{version} var på remiss"
            return f"{version} skickades på remiss" + (f", med svar senast {on_day(until)}" if until else "")
        case "referral-ended" if what.referral:
            replies = len(what.referral.replies)
            return f"Remissen av {_small(version)} slutade" + (
                f"; {swedish.numeral(replies, neuter=True)} svar" if replies else ""
            )
        case "entered-into-force":
            disputed = what.version and entry(telling.registry, what.version).disputed
            return f"{version} trädde i kraft" + (", om det som är överklagat står fast" if disputed else "")
        case "bound":
            return f"{version} började gälla för {party}"
        case "left":
            return f"Sista dagen som {_small(version)} gällde för {party}, som har sagt upp den"
        case "extended" if what.until:
            return f"Det beslutades att {_small(version)} gäller längre: sista dagen är {in_words(what.until)}"
        case "ran-out":
            return f"Sista dagen som {_small(version)} gällde"
        case "followed-up" if what.follow_up:
            return _followed_up(telling, what.follow_up.entity)
        case "ending-decided" if what.until:
            return f"Det beslutades att överenskommelsen upphör: sista dagen är {in_words(what.until)}"
    ended = what.agreement.entity.ended
    successor = telling.registry.get(Agreement, ended.successor) if ended else None
    after = f"; den ersätts av {_title(successor)}" if successor else ""
    return f"Sista dagen som överenskommelsen gällde{after}"


def _followed_up(telling: Telling, report: FollowUpReport) -> str:
    """Who followed it up, and how many of the criteria were met."""
    by = f" av {telling.names.of(report.by)}" if report.by else ""
    met = sum(1 for item in report.findings if item.met == "yes")
    total = len(report.findings)
    found = f"; {met} av {total} {'kriterium' if total == 1 else 'kriterier'} uppfyllda" if total else ""
    return f"Överenskommelsen följdes upp{by}{found}"


def _decision(party: str, decision: PartyDecision, version: str) -> str:
    text = _DECIDED[decision.outcome].format(party=party, what=_small(version)) + _by(decision)
    return sentences(
        text,
        f"Reservation: {prose(decision.reservation)}" if decision.reservation else None,
        f"Gäller för parten från {in_words(decision.applies_from)}" if decision.applies_from else None,
        f"Sista dagen är {in_words(decision.last_day)}" if decision.last_day else None,
        f"Skäl: {decision.reason}" if decision.reason else None,
    )


def _by(decision: PartyDecision, before: str = "") -> str:
    """Who decided and where it is noted: in brackets, or after `before`."""
    words = ", ".join(filter(None, [decision.body, decision.reference]))
    return "" if not words else f"{before}{words}" if before else f" ({words})"


def _aside(reference: str | None) -> str:
    return f" ({reference})" if reference else ""


def _version(what: OfAgreement) -> str:
    return f"Version {what.version.entity.version}" if what.version else "Överenskommelsen"


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]


def _reference(what: OfAgreement) -> str:
    return _named(what.version) if what.version else what.agreement.id


def _named(version: Record[Version]) -> str:
    """`vardplan 1.0`: as `vis agreement` takes it."""
    return f"{version.entity.agreement} {version.entity.version}"
