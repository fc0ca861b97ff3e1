"""The interview of `vis question raise`: what is not given is asked."""

from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from vis_cli.cli import asking, questions
from vis_cli.cli.language import _
from vis_cli.cli.question import named
from vis_cli.cli.question.wished import Wish, placed
from vis_cli.documents.swedish import sort_key
from vis_cli.errors import N_
from vis_cli.facts.questions import level_of
from vis_cli.facts.titles import brief
from vis_cli.model.agreement import Agreement
from vis_cli.model.group import Group
from vis_cli.model.question import DevelopmentQuestion

if TYPE_CHECKING:
    from vis_cli.registry import Registry


def ask(registry: "Registry", given: Wish) -> Wish:
    """The whole wish. What was given as an option is not asked. Raises KeyboardInterrupt."""
    wish = given
    if not wish.title:
        wish = replace(wish, title=questions.text(N_("What is the question?"), check=asking.something))
    if not wish.text:
        wish = replace(wish, text=questions.text(N_("What is it about?"), hint=N_("may be empty")))
    if not wish.by:
        wish = replace(wish, by=questions.text(N_("Who raises it?"), hint=N_("may be empty")))
    if wish.source_kind is None:
        kinds = get_args(get_args(DevelopmentQuestion.model_fields["source_kind"].annotation)[0])
        choices = {"": _(N_("not known"))} | {kind: _(kind) for kind in kinds}
        wish = replace(wish, source_kind=questions.one(N_("Where does it come from?"), choices) or None)
    if not wish.groups and (groups := named.groups(registry)):
        wish = replace(wish, groups=questions.many(N_("Which groups does it concern?"), groups))
    if not wish.agreements and (agreements := _agreements(registry)):
        wish = replace(wish, agreements=questions.many(N_("Which agreements does it touch?"), agreements))
    if given.level is None:
        likely = placed(registry, wish).level or ""
        chosen = questions.one(N_("At which level is it?"), named.levels(), likely)
        wish = replace(wish, level=named.level(chosen))
    return _body(registry, placed(registry, wish))


def _body(registry: "Registry", wish: Wish) -> Wish:
    """The body that has it there, asked for where the register has any at that level."""
    if wish.body or wish.level is None:
        return wish
    names = named.groups(registry)
    there = [record for record in registry.all(Group) if record.id in names]
    choices = {record.id: names[record.id] for record in there if level_of(registry, record) == wish.level}
    if not choices:
        return wish
    return replace(wish, body=questions.one(N_("Who has it there?"), {"": _(N_("not known")), **choices}) or None)


def _agreements(registry: "Registry") -> dict[str, str]:
    found = {record.id: brief(record) for record in registry.all(Agreement)}
    return dict(sorted(found.items(), key=lambda item: sort_key(item[1])))
