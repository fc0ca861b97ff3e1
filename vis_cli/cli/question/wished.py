"""What is known of a new question before it has a file."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, get_args

from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.model.question import QuestionLevel, Step
    from vis_cli.model.values import When
    from vis_cli.registry import Registry


@dataclass(frozen=True, slots=True)
class Wish:
    """A question that is to be raised, as far as it is known."""

    title: str = ""
    text: str = ""
    by: str = ""
    source_kind: str | None = None
    groups: tuple[str, ...] = ()
    agreements: tuple[str, ...] = ()
    level: "QuestionLevel | None" = None
    body: str | None = None

    def data(self) -> dict[str, Any]:
        """What its file says, beside its id and its steps."""
        return {
            "title": self.title,
            "text": self.text,
            "raised_by": self.by,
            "source_kind": self.source_kind,
            "groups": list(self.groups),
            "agreements": list(self.agreements),
        }

    def first(self, meeting: str | None, date: "When | None") -> "Step":
        """The level at which it begins."""
        from vis_cli.model.question import Step

        assert self.level, "asked for before"
        return Step.model_construct(level=self.level, body=self.body, date=date, meeting=meeting)


def read(
    registry: "Registry",
    where: Where,
    title: str | None,
    text: str | None,
    by: str | None,
    source_kind: str | None,
    groups: Sequence[str] | None,
    agreements: Sequence[str] | None,
    level: str | None,
    body: str | None,
) -> Wish:
    """The options as a wish; the level and the body follow from each other and from the first group. Raises Failure."""
    from vis_cli.actions.step import line
    from vis_cli.cli.agreement.named import agreement
    from vis_cli.cli.meant import choice
    from vis_cli.cli.meeting.named import group
    from vis_cli.cli.question import named
    from vis_cli.model.question import DevelopmentQuestion

    kinds = get_args(get_args(DevelopmentQuestion.model_fields["source_kind"].annotation)[0])
    wish = Wish(
        title=line(title) if title else "",
        text=(text or "").strip(),
        by=line(by) if by else "",
        source_kind=choice(source_kind, kinds, N_("kind")) if source_kind else None,
        groups=tuple(dict.fromkeys(group(registry, each, where).id for each in groups or ())),
        agreements=tuple(dict.fromkeys(agreement(registry, each, where).id for each in agreements or ())),
        level=named.level(level) if level else None,
        body=group(registry, body, where).id if body else None,
    )
    return placed(registry, wish)


def placed(registry: "Registry", wish: Wish) -> Wish:
    """The wish with the level of its body, and the first of its groups that is at its level as its body."""
    from dataclasses import replace

    from vis_cli.facts.questions import level_of
    from vis_cli.model.group import Group

    found = [record for id in (wish.body, *wish.groups) if (record := registry.get(Group, id))]
    level = wish.level or next((level_of(registry, record) for record in found), None)
    at_it = next((record.id for record in found if level_of(registry, record) == level), None)
    return replace(wish, level=level, body=wish.body or at_it)
