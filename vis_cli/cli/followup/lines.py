"""Follow-up of agreements in lines, and as data: by whom, by what, when last and when next."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from vis_cli.cli.dates import in_words, on_day, spoken
from vis_cli.cli.language import _
from vis_cli.cli.lines import called, heading, item, wrapped
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.follow_ups import Following
    from vis_cli.model.follow_up import FollowUpReport
    from vis_cli.registry import Record, Registry

MET = {
    "yes": N_("met"),
    "partly": N_("met in part"),
    "no": N_("not met"),
    "unknown": N_("not known whether met"),
}
_IN = "   "


def status(registry: "Registry", found: "Sequence[Following]") -> Iterator[str]:
    """The agreements, those that are overdue first and those that nobody has said anything of last."""
    sections = (
        ("overdue", N_("Overdue")),
        ("perhaps", N_("Perhaps overdue: the day is not known so exactly")),
        ("coming", N_("To come")),
        ("unknown", N_("Nobody has said when")),
    )
    first = True
    for due, head in sections:
        those = [each for each in found if each.due == due]
        if due in ("overdue", "coming", "perhaps"):
            those.sort(key=lambda each: each.next.earliest.isoformat() if each.next else "")
        if not those:
            continue
        if not first:
            yield ""
        first = False
        yield heading(f"{_(head)} ({len(those)})")
        for each in those:
            yield from item(called(each.agreement), tuple(_notes(registry, each)))


def _notes(registry: "Registry", each: "Following") -> Iterator[str]:
    owner = registry.find(each.by, ("group",)) if each.by else None
    words = [fill(N_("followed up by {group}"), {"group": owner.name}, _) if owner else _(N_("nobody answers for it"))]
    words += [
        fill(N_("criteria: {count}"), {"count": len(each.criteria)}, _) if each.criteria else _(N_("no criteria"))
    ]
    yield "; ".join(words)
    yield when(each)


def when(each: "Following") -> str:
    """`last 1 March 2031; next 1 March 2033, every 24 months`."""
    last = each.last.entity.date if each.last else None
    words = [fill(N_("last {date}"), {"date": spoken(last)}, _) if last else _(N_("no follow-up is known"))]
    if each.next:
        words += [fill(N_("next {date}"), {"date": spoken(each.next)}, _)]
    else:
        words += [_(N_("the next is not said"))]
    if each.interval:
        words += [fill(N_("every {months} months"), {"months": each.interval}, _)]
    if each.due == "overdue":
        words += [fill(N_("overdue by {days} days"), {"days": each.days}, _)]
    return "; ".join(words)


def page(registry: "Registry", record: "Record[FollowUpReport]") -> Iterator[str]:
    """One follow-up in full."""
    from vis_cli.facts.follow_ups import unsaid
    from vis_cli.facts.names import name_of
    from vis_cli.model.agreement import Agreement

    own = record.entity
    agreement = registry.get(Agreement, own.agreement)
    yield heading(f"{called(agreement) if agreement else own.agreement}: {spoken(own.date)}")
    words = [record.id]
    words += [fill(N_("version {version}"), {"version": own.version}, _)] if own.version else []
    words += [fill(N_("of {period}"), {"period": in_words(own.period)}, _)] if own.period else []
    words += [name_of(registry, own.by, "group", "organisation", "person")] if own.by else []
    words += [own.presented.meeting] if own.presented else []
    yield from wrapped(" · ".join(words), _IN)
    yield ""
    for finding in own.findings:
        yield from item(f"{finding.criterion}: {_(MET[finding.met])}", (finding.text,) if finding.text else ())
    criteria = agreement.entity.follow_up.criteria if agreement and agreement.entity.follow_up else ()
    for criterion in unsaid(own, criteria):
        yield from item(fill(N_("{criterion}: nothing is said of it"), {"criterion": criterion}, _))
    for head, text in ((N_("Promotive and preventive work"), own.prevention), (N_("Further"), own.text)):
        if text:
            yield from ("", heading(_(head)), *wrapped(text, _IN))
    if own.proposals:
        yield from ("", heading(_(N_("Proposals"))))
        for proposal in own.proposals:
            yield from item(proposal)


def outcome(registry: "Registry", record: "Record[FollowUpReport]", each: "Following") -> str:
    """`vardplan: followed up on 2031-04-15; met: 1 of 2; next 15 April 2033`."""
    own = record.entity
    met = sum(1 for finding in own.findings if finding.met == "yes")
    words = [fill(N_("followed up {date}"), {"date": on_day(own.date)}, _)]
    if own.findings:
        words += [fill(N_("met: {met} of {total}"), {"met": met, "total": len(own.findings)}, _)]
    if each.next:
        words += [fill(N_("next {date}"), {"date": spoken(each.next)}, _)]
    else:
        words += [_(N_("the next is not said"))]
    return f"{own.agreement}: {'; '.join(words)}"


def as_data(each: "Following") -> dict[str, Any]:
    """How the follow-up of an agreement stands, for programs."""
    return {
        "agreement": each.agreement.id,
        "title": each.agreement.entity.title,
        "by": each.by,
        "criteria": list(each.criteria),
        "interval_months": each.interval,
        "last": {"id": each.last.id, "date": each.last.entity.date.isoformat()} if each.last else None,
        "next": str(each.next) if each.next else None,
        "due": each.due,
        "overdue_days": each.days if each.due == "overdue" else 0,
    }
