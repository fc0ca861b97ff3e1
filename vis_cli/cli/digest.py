"""`vis digest`: what was decided, taken on and adopted in a period, for a newsletter."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from vis_cli.cli.as_json import as_json
from vis_cli.cli.language import _
from vis_cli.cli.options import At, Json
from vis_cli.cli.overwriting import Force
from vis_cli.cli.where import Known, Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.period_digest import Digest
    from vis_cli.facts.terms import Period
    from vis_cli.registry import Loaded, Record, Registry

HELP = N_("What was decided, forwarded and adopted, for a newsletter.")

From = Annotated[str, typer.Option("--from", metavar=_(N_("DATE")), help=_(N_("The first day (YYYY-MM-DD).")))]
Until = Annotated[
    str | None,
    typer.Option("--until", metavar=_(N_("DATE")), help=_(N_("The last day (YYYY-MM-DD); without it, today."))),
]
For = Annotated[
    str | None,
    typer.Option(
        "--for",
        metavar=_(N_("PARTY|GROUP")),
        help=_(N_("Only what concerns this organisation or this group, by its id or a name of it.")),
    ),
]
Output = Annotated[
    Path | None,
    typer.Option("--output", "-o", metavar=_(N_("FILE")), help=_(N_("Write to this file: .md, .html or .pdf."))),
]

_TELLING = frozenset(
    (
        "meeting",
        "agreement",
        "version",
        "adoption",
        "question",
        "plan",
        "annual-plan",
        "group",
        "organisation",
        "person",
    )
)
"""The kinds that a digest tells of, or names."""

_FORMATS = {".md": "md", ".html": "html", ".pdf": "pdf"}


def digest(
    context: typer.Context,
    since: From,
    until: Until = None,
    whose: For = None,
    output: Output = None,
    json: Json = False,
    at: At = None,
    force: Force = False,
) -> None:
    from vis_cli.facts.period_digest import digest as made

    where: Where = context.obj
    format = _format_of(output, json)
    loaded, known = where.load_at(at)
    _whole(loaded)
    found = made(loaded.registry, _period(where, since, until, known), _named(loaded.registry, whose, where))
    _told(loaded.registry, found)
    if json:
        _print_json(where, loaded.registry, found, output, force=force)
    else:
        _write(where, loaded, found, output, format, known, force=force)


def _format_of(output: Path | None, json: bool) -> str:
    if output is None or json or str(output) == "-":
        return "md"
    if output.suffix not in _FORMATS:
        raise Failure(
            N_("`{suffix}` is no format of newsletters"),
            hint=N_("let the file end in .md, .html or .pdf"),
            suffix=output.suffix or output.name,
        )
    return _FORMATS[output.suffix]


def _period(where: Where, since: str, until: str | None, known: Known | None) -> "Period":
    """Without a last day: until today, or the day of the commit that is asked. Raises Failure."""
    from vis_cli.facts.terms import Period

    day = known.day if known and until is None else None
    period = Period(where.day(since), day or where.day(until))
    if not period:
        raise Failure(
            N_("the period ends {until}, before it begins {since}"), since=str(period.first), until=str(period.last)
        )
    return period


def _named(registry: "Registry", given: str | None, where: Where) -> "Record[Any] | None":
    """The group or the organisation that was meant. Raises Failure with what is near."""
    from vis_cli.cli.meant import the_one

    if given is None:
        return None
    found: list[Record[Any]] = []
    failures: list[Failure] = []
    for kind in ("organisation", "group"):
        try:
            found.append(the_one(registry, given, kind, where))
        except Failure as failure:
            failures.append(failure)
    if exact := [record for record in found if record.id == given] or found[: len(found) == 1]:
        return exact[0]
    if found:
        raise Failure(
            N_("`{given}` can be several: {ids}"),
            hint=N_("write the id of the one that you mean"),
            given=given,
            ids=", ".join(f"`{record.id}`" for record in found),
        )
    best = max(failures, key=lambda failure: ("ids" in failure.values, bool(failure.values.get("near"))))
    if best.values.get("near") or "ids" in best.values:
        raise best
    raise Failure(
        N_("there is no organisation or group `{given}`"),
        hint=N_("`vis list organisation` and `vis list group` show what there is"),
        given=given,
    )


def _whole(loaded: "Loaded") -> None:
    """Raise Failure where a file could not be understood: nobody would know what the digest leaves out."""
    from vis_cli.model import ENTITIES
    from vis_cli.registry.layout import path_of

    broken = [(kind, id) for kind, id in loaded.registry.broken if kind in _TELLING]
    if paths := sorted({path_of(kind, id) if id != "*" else ENTITIES[kind].path for kind, id in broken}):
        raise Failure(
            N_("no digest is made, because {paths} cannot be understood"),
            hint=N_("`vis check` says why"),
            exit_code=1,
            paths=", ".join(paths),
        )


def _told(registry: "Registry", found: "Digest") -> None:
    """Say on standard error what cannot be known of a party: which bodies it may sit in."""
    from vis_cli.facts.concerning import seatless

    if found.whose and found.whose.kind == "organisation" and (unknown := seatless(registry)):
        text = _(N_("who sits in these is not known, so their decisions may be missing: {groups}"))
        typer.echo(f"{_(N_('note'))}: {text.format(groups=', '.join(unknown))}", err=True)


def _print_json(where: Where, registry: "Registry", found: "Digest", output: Path | None, *, force: bool) -> None:
    from vis_cli.cli.digest_json import report
    from vis_cli.cli.render import target
    from vis_cli.cli.texts import deliver

    deliver(as_json(report(registry, found)) + "\n", target(where, output, force=force))


def _write(
    where: Where,
    loaded: "Loaded",
    found: "Digest",
    output: Path | None,
    format: str,
    known: Known | None,
    *,
    force: bool,
) -> None:
    """What is known to be wrong on disk is not told; what the register once said is told as it was."""
    from vis_cli.cli.render import finish, produce_all
    from vis_cli.documents.digest import newsletter

    template: Literal["md", "html"] = "html" if format == "html" else "md"
    document = newsletter(loaded.registry, found, template)
    if known is None:
        produce_all(where, loaded, document, output, format=format, force=force)
    else:
        finish(where, document, output, format, force=force, commit=known.commit)
