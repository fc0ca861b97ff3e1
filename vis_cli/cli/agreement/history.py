"""`vis agreement history`: the versions of an agreement, and the commits that changed it; who and when."""

from typing import TYPE_CHECKING, Annotated, Any

import typer

from vis_cli.cli.agreement.named import Named
from vis_cli.cli.as_json import print_json
from vis_cli.cli.language import _
from vis_cli.cli.where import Where
from vis_cli.errors import N_

if TYPE_CHECKING:
    from vis_cli.history.commits import Revision
    from vis_cli.history.publication import VersionPast
    from vis_cli.registry import Registry

_TAGS = {
    None: N_("no tag"),
    "right": N_("tagged"),
    "not-annotated": N_("tagged, but not annotated"),
    "wrong": N_("the tag names another text"),
}


def add(app: typer.Typer) -> None:
    """Register the command."""
    app.command("history", help=_(N_("The versions of an agreement, and who changed it when.")))(history)


def history(
    context: typer.Context,
    name: Named,
    json: Annotated[bool, typer.Option("--json", help=_(N_("As JSON.")))] = False,
) -> None:
    from vis_cli.cli.agreement.named import agreement
    from vis_cli.facts.versions import versions
    from vis_cli.history.commits import log
    from vis_cli.history.publication import version_pasts

    where: Where = context.obj
    git = where.repository()
    registry = _registry(where, name)
    record = agreement(registry, name, where)
    below = git.below(where.root)
    folder = "/".join(filter(None, (below, record.file.path.rpartition("/")[0])))
    changes = log(git, folder, first_parent=True)
    known = [item.entity for item in reversed(versions(registry, record.id))]
    pasts = version_pasts(git, record.id, known, "HEAD", below=below)
    if json:
        _print_json(record.id, pasts, changes)
    else:
        _print(where, pasts, changes)


def _registry(where: Where, name: str) -> "Registry":
    """The register; of an agreement that is named by its id, only its folder, since nothing else is asked."""
    from vis_cli.history.agreements import path_of_text
    from vis_cli.registry import load
    from vis_cli.registry.layout import owner
    from vis_cli.source.tree import PartTree

    path = path_of_text(name)
    if owner(path) and (where.root / path).is_file():
        folder = path.rpartition("/")[0] + "/"
        return load(PartTree(where.tree(), lambda name: name.startswith(folder))).registry
    return where.load().registry


def _print(where: Where, pasts: "tuple[VersionPast, ...]", changes: "list[Revision]") -> None:
    from vis_cli.cli.table import table
    from vis_cli.diagnostics.wording import visible

    zone = where.zone()
    rows = []
    for past in pasts:
        day = str(past.version.publication.date) if past.version.publication else _(N_("not published"))
        made = past.published
        words = _(_TAGS[past.state]) if past.version.publication or past.state else ""
        if past.tag:
            words += f" {past.tag.when.astimezone(zone):%Y-%m-%d}, {visible(past.tag.author)}"
        commit = [made.commit[:12], visible(made.author)] if made else ["", ""]
        rows.append([past.version.version, day, *commit, words])
    if rows:
        heads = [N_("version"), N_("published"), N_("commit"), N_("by"), N_("tag")]
        typer.echo(table([_(head) for head in heads], rows) + "\n")
    lines = [
        [f"{item.when.astimezone(zone):%Y-%m-%d %H:%M}", item.commit[:12], visible(item.author), visible(item.subject)]
        for item in changes
    ]
    heads = [N_("when"), N_("commit"), N_("by"), N_("change")]
    typer.echo(table([_(head) for head in heads], lines))


def _print_json(id: str, pasts: "tuple[VersionPast, ...]", changes: "list[Revision]") -> None:
    report = {
        "agreement": id,
        "versions": [_past(past) for past in pasts],
        "revisions": [_revision(item) for item in changes],
    }
    print_json(report)


def _past(past: "VersionPast") -> dict[str, Any]:
    publication, tag = past.version.publication, past.tag
    return {
        "version": past.version.version,
        "published": str(publication.date) if publication else None,
        "digest": publication.digest if publication else None,
        "published_in": _revision(past.published) if past.published else None,
        "tag_state": past.state,
        "tag": {"name": tag.name, "commit": tag.commit, "author": tag.author, "when": tag.when.isoformat()}
        if tag
        else None,
    }


def _revision(item: "Revision") -> dict[str, str]:
    return {"commit": item.commit, "author": item.author, "when": item.when.isoformat(), "subject": item.subject}
