"""Which decisions are asked for: by words, body, agreement, time, type."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, get_args

import typer

from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.diagnostics.wording import fill
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.decision_search import Spoken
    from vis_cli.facts.decisions import Decided
    from vis_cli.registry import Registry

    Keep = Callable[[Decided], bool]


def speaking(registry: "Registry", asked: str, *, strict: bool) -> "Spoken":
    """The decisions that speak of it; all where nothing is asked. Raises Failure where none does and it is `strict`."""
    from vis_cli.facts.decision_search import Spoken, speaking_of
    from vis_cli.facts.decisions import log

    if not asked:
        return Spoken(log(registry), {}, ())
    if not any(sign.isalnum() for sign in asked):
        raise Failure(N_("there is no word to look for in `{words}`"), words=asked)
    answer = speaking_of(registry, asked)
    if answer.missing and strict:
        raise Failure(
            N_("no decision speaks of {words}"),
            hint=N_("try another word for it; `vis decision list` shows all"),
            exit_code=1,
            words=", ".join(f"`{word}`" for word in answer.missing),
        )
    return answer


def of_body(registry: "Registry", given: str | None, where: Where) -> "Keep":
    """Those of a body."""
    if given is None:
        return lambda decided: True
    from vis_cli.cli.meeting.named import group

    body = group(registry, given, where).id
    return lambda decided: decided.meeting.entity.group == body


def about(registry: "Registry", given: str | None, where: Where) -> "Keep":
    """Those about an agreement."""
    if given is None:
        return lambda decided: True
    from vis_cli.cli.agreement.named import agreement

    id = agreement(registry, given, where).id
    return lambda decided: id in decided.about


def between(where: Where, since: str | None, until: str | None, year: int | None) -> "Keep":
    """Those of a time."""
    if year is not None and (since or until):
        raise Failure(N_("--year does not go with --from and --until"), hint=N_("leave one of them out"))
    first = where.day(since) if since else None
    last = where.day(until) if until else None
    if first and last and last < first:
        raise Failure(N_("the time ends {last}, before it begins, {first}"), first=first, last=last)
    return lambda decided: (
        (first is None or first <= decided.day)
        and (last is None or decided.day <= last)
        and year in (None, decided.day.year)
    )


def of_type(given: str | None) -> "Keep":
    """Those of a type, in English or as it is translated."""
    if given is None:
        return lambda decided: True
    from vis_cli.cli.meant import choice
    from vis_cli.model.item import Decision

    types = get_args(Decision.model_fields["type"].annotation)
    type = choice(given, types, N_("type"))
    return lambda decided: decided.decision.type == type


def say(count: int, like: Mapping[str, tuple[str, ...]]) -> None:
    """Say on standard error how many there are, and what was taken for a word that no decision has."""
    for word, near in like.items():
        values = {"word": word, "near": ", ".join(f"`{other}`" for other in near)}
        typer.echo(fill(N_("no decision has `{word}`; looked for {near}"), values, _), err=True)
    message = N_("found: {count}") if count else N_("no decision is like that")
    typer.echo(fill(message, {"count": count}, _), err=True)
