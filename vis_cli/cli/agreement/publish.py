"""`vis agreement publish` and `vis agreement tag`: a text that from now on does not change, and its name in Git."""

from typing import TYPE_CHECKING, Annotated

import typer

from vis_cli.cli.agreement.named import Named
from vis_cli.cli.language import _
from vis_cli.cli.options import Commit, DryRun
from vis_cli.cli.where import Where
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.history.tagging import ToTag
    from vis_cli.model.version import Version
    from vis_cli.registry import Loaded, Record

Number = Annotated[
    str | None,
    typer.Argument(metavar=_(N_("[VERSION]")), help=_(N_("Which version; without it, the one that the text is of."))),
]


def add(app: typer.Typer) -> None:
    """Register the commands."""
    app.command("publish", help=_(N_("Publish the text: from then on it does not change.")))(publish)
    app.command("tag", help=_(N_("Tag published versions in Git, on main; nothing is pushed.")))(tag)


def publish(
    context: typer.Context,
    name: Named,
    version: Number = None,
    date: Annotated[
        str | None,
        typer.Option("--date", metavar=_(N_("DATE")), help=_(N_("When it is published; without it, today."))),
    ] = None,
    commit: Commit = False,
    dry_run: DryRun = False,
) -> None:
    from vis_cli.actions.agreement.publish import publication
    from vis_cli.actions.step import Step
    from vis_cli.cli.agreement import recording
    from vis_cli.cli.agreement.named import agreement
    from vis_cli.cli.agreement.unready import refuse_unready, refuse_unsaved
    from vis_cli.cli.record import take
    from vis_cli.cli.write import committing

    where: Where = context.obj
    loaded = where.load()
    record = agreement(loaded.registry, name, where)
    wanted = version or record.entity.version or _only(loaded, record.id)
    changes = publication(loaded.registry, record, wanted, where.day(date), where.today())
    refuse_unready(where, loaded, record, changes)
    if committing(where, commit):
        refuse_unsaved(where, record.file.path)
    message = _(N_("Publish version {version} of {name}")).format(version=wanted, name=record.name)
    made = Step(changes, message)
    after = take(where, loaded, made, commit=commit, dry_run=dry_run, read=[record.file.path])
    recording.tell(where, after, record.id, wanted, dry_run=dry_run)
    if not dry_run:
        done = _(N_("version {version} of `{id}` is published; once it is on main: `vis agreement tag {id}`"))
        typer.echo(done.format(version=wanted, id=record.id), err=True)


def _only(loaded: "Loaded", id: str) -> str:
    """The version to speak of where the text does not say; the failure that follows says what to do."""
    from vis_cli.facts.versions import versions

    found = versions(loaded.registry, id)
    return found[-1].entity.version if found else "1.0"


def tag(
    context: typer.Context,
    name: Annotated[
        str | None, typer.Argument(metavar=_(N_("[AGREEMENT]")), help=_(N_("The agreement: its id or its name.")))
    ] = None,
    version: Annotated[
        str | None,
        typer.Argument(metavar=_(N_("[VERSION]")), help=_(N_("Which version; without it, the one last published."))),
    ] = None,
    every: Annotated[bool, typer.Option("--all", help=_(N_("Every published version that has no tag.")))] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help=_(N_("Say which tags; set none.")))] = False,
) -> None:
    from vis_cli.history.tagging import set_tags, to_tag

    where: Where = context.obj
    if every == bool(name):
        raise Failure(N_("name an agreement, or say --all"))
    git = where.repository()
    versions = _published(where, name, version)
    found = to_tag(git, versions, below=git.below(where.root))
    if not dry_run:
        set_tags(git, found, _message(where, found))
    for item in found:
        typer.echo(f"{item.name} {item.commit}")
    if not found:
        typer.echo(_(N_("nothing to tag: every published version has its tag")), err=True)
    elif not dry_run:
        typer.echo(
            _(N_("to share them: git push origin {tags}")).format(tags=" ".join(i.name for i in found)), err=True
        )


def _published(where: Where, name: str | None, given: str | None) -> "list[Version]":
    """The published versions that are meant. Raises Failure where the one that is named is not published."""
    from vis_cli.cli.agreement.named import agreement
    from vis_cli.cli.agreement.named import version as version_named
    from vis_cli.facts.versions import versions
    from vis_cli.model.version import Version

    registry = where.load().registry
    if name is None:
        return [item.entity for item in registry.all(Version) if item.entity.publication]
    record = agreement(registry, name, where)
    done = [item for item in versions(registry, record.id) if item.entity.publication]
    chosen: Record[Version] = done[-1] if done and given is None else version_named(registry, record, given)
    if chosen.entity.publication is None:
        raise Failure(
            N_("version {version} of `{id}` is not published"),
            hint=N_("`vis agreement publish {id} {version}` does that"),
            exit_code=1,
            version=chosen.entity.version,
            id=record.id,
        )
    return [chosen.entity]


def _message(where: Where, found: "tuple[ToTag, ...]") -> dict[str, str]:
    """What each tag says: the title and the version, when it was published, and the digest."""
    from vis_cli.model.agreement import Agreement

    registry = where.load().registry
    texts = {}
    for item in found:
        record = registry.get(Agreement, item.version.agreement)
        publication = item.version.publication
        assert publication is not None  # only such are tagged
        texts[item.name] = _(N_("{title}, version {version}\n\nPublished {day}\nSHA-256 {digest}")).format(
            title=record.entity.title if record else item.version.agreement,
            version=item.version.version,
            day=publication.date,
            digest=publication.digest,
        )
    return texts
