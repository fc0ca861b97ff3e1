"""`vis agreement show`: the page that a person wants to read of an agreement."""

import datetime as dt
import shutil
import textwrap
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from vis_cli.cli.agreement import words
from vis_cli.cli.dates import on_day, spoken
from vis_cli.cli.language import _
from vis_cli.diagnostics.wording import fill, visible
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.facts.entry import Entry
    from vis_cli.model.agreement import Agreement
    from vis_cli.model.version import Version
    from vis_cli.registry import Record, Registry

_LABEL = 20
_BY = {"region": N_("The region"), "municipality": N_("The municipality"), "both": N_("Both together")}
_STATES = {
    "not-transcribed": N_("Not transcribed: the text is not in the register."),
    "original": N_("The original text."),
    "transcribed": N_("Transcribed from the original."),
    "consolidated": N_("Consolidated: the original with its changes put in."),
    "extract": N_("An extract: not the whole text."),
}


class Page:
    """The lines of the page, as wide as the terminal."""

    def __init__(self, registry: "Registry", record: "Record[Agreement]", on: dt.date) -> None:
        self.registry = registry
        self.record = record
        self.entity = record.entity
        self.on = on
        self.width = min(shutil.get_terminal_size((80, 24)).columns, 100)

    def lines(self) -> Iterator[str]:
        """All of them."""
        yield from self.head()
        yield from self.status()
        yield from self.meaning()
        yield from self.people()
        yield from self.related()
        yield from self.text()
        yield from self.way()
        yield from self.upkeep()

    def head(self) -> Iterator[str]:
        own = self.entity
        title = own.title if not own.short_name else f"{own.short_name}: {own.title}"
        yield from self.wrapped(title, "")
        yield f"{_(own.type)} · {self.record.id} · {self.record.file.path}"

    def status(self) -> Iterator[str]:
        """Whether it applies, since when and why."""
        from vis_cli.facts.force import applies

        found = applies(self.registry, self.record, self.on)
        yield ""
        for sentence in words.answer(self.registry, found):
            yield from self.wrapped(sentence, "")
        made = found.coming or (found.entry if found.state in ("not-yet", "stated", "unknown") else None)
        if made and made.total:
            yield f"{bar(made, self.width - 12)} {len(made.adopted)}/{made.total}"
        if self.entity.review:
            since = self.entity.review.since
            yield from self.wrapped(
                _(N_("It is being overhauled; it applies meanwhile."))
                if since is None
                else fill(N_("It is being overhauled since {date}; it applies meanwhile."), {"date": spoken(since)}, _),
                "",
            )

    def meaning(self) -> Iterator[str]:
        own = self.entity
        if own.summary:
            yield from self.heading(N_("In brief"))
            yield from self.prose(own.summary)
        rows = [(_(N_("For whom")), ", ".join(own.target_groups)), (_(N_("Ages")), self.ages())]
        rows += [
            (_(N_("Subject")), own.subject or ""),
            (_(N_("Demanded by law")), "; ".join(b.text for b in own.legal_basis)),
        ]
        rows = [(label, value) for label, value in rows if value]
        if rows:
            yield ""
            yield from self.rows(rows)
        if own.responsibilities:
            yield from self.heading(N_("Who does what"))
            for by, label in _BY.items():
                tasks = [item for item in own.responsibilities if item.by == by]
                for index, item in enumerate(tasks):
                    task = f"{item.task} ({_('assumed')})" if item.assumed else item.task
                    yield from self.rows([("" if index else _(label), task)], "  ")
        if own.cost_responsibility:
            yield from self.heading(N_("Who pays"))
            yield from self.prose(own.cost_responsibility.text)

    def ages(self) -> str:
        ages = self.entity.ages
        if ages is None:
            return ""
        if ages.oldest is None:
            return fill(N_("from {youngest}"), {"youngest": ages.youngest}, _)
        if ages.youngest is None:
            return fill(N_("up to {oldest}"), {"oldest": ages.oldest}, _)
        return f"{ages.youngest}–{ages.oldest}"

    def people(self) -> Iterator[str]:
        """Whom to ask."""
        from vis_cli.facts.agreements import owner
        from vis_cli.facts.terms import holds
        from vis_cli.model.group import Group

        yield from self.heading(N_("Whom to ask"))
        group = owner(self.registry, self.record, self.on)
        assumed = any(o.assumed for o in self.entity.owners if holds(o, self.on))
        name = self.named(group, "group") if group else _(N_("no group is known to answer for it"))
        if group and assumed:
            name += f" ({_('assumed')})"
        yield from self.rows([(_(N_("Answers for it")), name)], "  ")
        if not group and (asked := self.secretariat()):
            yield from self.rows([(_(N_("Ask instead")), asked)], "  ")
        found = self.registry.get(Group, group)
        for seat in found.entity.members if found else ():
            if (
                seat.role in ("chair", "vice-chair", "secretary", "process-leader")
                and holds(seat, self.on) is not False
            ):
                who = self.named(seat.person, "person") if seat.person else ""
                where = self.named(seat.organisation, "organisation") if seat.organisation else ""
                if who or where:
                    yield from self.rows([(_(seat.role), ", ".join(filter(None, (who, where))))], "  ")
        if self.entity.concerned:
            concerned = "; ".join(self.named(item, "group") for item in self.entity.concerned)
            yield from self.rows([(_(N_("Also concerns")), concerned)], "  ")

    def secretariat(self) -> str:
        from vis_cli.model.collaboration import Collaboration

        own = next((item.entity.secretariat for item in self.registry.all(Collaboration)), None)
        return self.named(own, "group") if own else ""

    def related(self) -> Iterator[str]:
        from vis_cli.facts.agreements import children, parent

        rows = []
        if above := parent(self.registry, self.record):
            rows.append((_(N_("Belongs to")), f"{above.name} ({above.id})"))
        rows += [
            (_(item.entity.type), f"{item.name} ({item.id})")
            for item in children(self.registry).get(self.record.id, ())
        ]
        rows += [(_(N_("See also")), self.named(item, "agreement")) for item in self.entity.related]
        rows += [
            (_(item.type), " · ".join(filter(None, (item.title, item.version, str(item.updated or ""), item.link))))
            for item in self.entity.guidance
        ]
        if rows:
            yield from self.heading(N_("Belongs together with"))
            yield from self.rows(rows, "  ")

    def text(self) -> Iterator[str]:
        yield from self.heading(N_("The text"))
        written = any(item.text or item.clauses or item.definitions for item in self.entity.sections)
        state = _STATES[self.entity.text_state] if written or not self.entity.sections else N_("Not written yet.")
        yield from self.wrapped(_(state), "  ")
        for number, section in enumerate(self.entity.sections, 1):
            yield from self.wrapped(f"{number}. {section.heading}", "  ", "     ")
        if self.entity.sections:
            yield from self.wrapped(
                _(N_("Read it: {command}")).format(command=f"vis agreement text {self.record.id}"), "  "
            )

    def way(self) -> Iterator[str]:
        """What each version went through, the newest first."""
        from vis_cli.facts.versions import versions

        found = versions(self.registry, self.record.id)
        if found:
            yield from self.heading(N_("Versions"))
        for record in reversed(found):
            steps = list(self.steps(record.entity))
            yield from self.rows([(record.entity.version, "; ".join(steps) or _(N_("draft")))], "  ")

    def steps(self, version: "Version") -> Iterator[str]:
        for referral in version.referrals:
            if referral.since:
                yield fill(N_("out for comment {date}"), {"date": on_day(referral.since)}, _)
        if version.publication:
            yield fill(N_("text published {date}"), {"date": spoken(version.publication.date)}, _)
        for item in version.recommendations:
            values = {"body": self.named(item.body, ""), "date": on_day(item.date) if item.date else ""}
            yield fill(N_("recommended by {body} {date}"), values, _).rstrip()
        if version.stated_in_force:
            yield fill(N_("in force {date}, according to a source"), {"date": on_day(version.stated_in_force.date)}, _)
        if version.term and version.term.until:
            last = version.term.extensions[-1].until if version.term.extensions else version.term.until
            yield fill(N_("term until {date}"), {"date": spoken(last)}, _)

    def upkeep(self) -> Iterator[str]:
        from vis_cli.facts.follow_ups import next_follow_up, reports

        own = self.entity
        rows = []
        if own.follow_up:
            rows += [(_(N_("Followed up by")), "; ".join(own.follow_up.criteria))] if own.follow_up.criteria else []
            last = next(reversed(reports(self.registry, self.record.id)), None)
            rows += [(_(N_("Last follow-up")), f"{spoken(last.entity.date)} ({last.id})")] if last else []
            coming = next_follow_up(self.registry, self.record)
            rows += [(_(N_("Next follow-up")), spoken(coming))] if coming else []
        rows += [(_(N_("Next review")), spoken(own.next_review))] if own.next_review else []
        rows += [(_(N_("Sources")), ", ".join(own.sources))] if own.sources else []
        if rows:
            yield ""
            yield from self.rows(rows)
        if own.remarks:
            more = fill(
                N_("{count} further facts: `vis show {id}`"), {"count": len(own.remarks), "id": self.record.id}, _
            )
            yield from self.wrapped(more, "")

    def named(self, id: str, kind: str) -> str:
        from vis_cli.facts.names import name_of

        return name_of(self.registry, id, *([kind] if kind else []))

    def prose(self, text: str) -> Iterator[str]:
        """A Markdown text, its paragraphs apart and each item of a list for itself."""
        from vis_cli.cli.portrait import paragraphs

        for index, block in enumerate(text.strip().split("\n\n")):
            if index:
                yield ""
            for paragraph in paragraphs(block):
                yield from self.wrapped(paragraph, "  ", "    " if paragraph.startswith(("- ", "* ")) else "  ")

    def heading(self, text: str) -> Iterator[str]:
        yield ""
        yield _(text)

    def rows(self, rows: Sequence[tuple[str, str]], indent: str = "") -> Iterator[str]:
        for label, value in rows:
            head = f"{indent}{label:<{_LABEL - len(indent)}} "
            yield from self.wrapped(value, head, " " * (_LABEL + 1))

    def wrapped(self, text: str, first: str, rest: str | None = None) -> list[str]:
        indent = first if rest is None else rest
        found = textwrap.wrap(
            visible(text),
            self.width,
            initial_indent=first,
            subsequent_indent=indent,
            break_on_hyphens=False,
            break_long_words=False,
        )
        return found or [first.rstrip()]


def bar(made: "Entry", width: int) -> str:
    """How many have adopted, as a bar: `████████░░░░` ; a party that has said no is `x`."""
    cells = max(min(width, made.total * 2), 8)
    yes = cells * len(made.adopted) // made.total
    no = -(-cells * len(made.refused) // made.total)
    return "█" * yes + "x" * no + "░" * (cells - yes - no)
