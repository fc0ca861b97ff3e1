"""VIS306: a new version has a number that does not come after those before it."""

from collections.abc import Iterator

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_
from vis_cli.facts.texts import published_version
from vis_cli.facts.versions import number, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry
from vis_cli.registry.digest import digest


@change_rule(severity="error")
def version_not_increasing(before: Registry, after: Registry) -> Iterator[Problem]:
    """A new version has a number that does not come after the others, or the text went back to an older number.

    *En ny version har ett nummer som inte är högre än de tidigare.*

    The number tells which of two texts is the later. An older version may be registered late: then its publication says
    that it is older. A draft may be given up, and the text that was published put back. (003:23)

    Wrong:

    ```before agreements/vardplan/versions/1.2.yaml
    agreement: vardplan
    version: '1.2'
    ```

    ```yaml agreements/vardplan/versions/1.2.yaml
    agreement: vardplan
    version: '1.2'
    ```

    ```yaml agreements/vardplan/versions/1.1.yaml
    agreement: vardplan
    version: '1.1'   # VIS306
    ```

    ```before agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    version: '1.2'
    ```

    ```yaml agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    version: '1.1'   # VIS306
    ```

    Right:

    ```before agreements/vardplan/versions/1.9.yaml
    agreement: vardplan
    version: '1.9'
    ```

    ```yaml agreements/vardplan/versions/1.9.yaml
    agreement: vardplan
    version: '1.9'
    ```

    ```yaml agreements/vardplan/versions/1.10.yaml
    agreement: vardplan
    version: '1.10'
    ```
    """
    for new in after.all(Version):
        known = versions(before, new.entity.agreement)
        if before.get(Version, new.id) or before.is_broken(new.id, (Version.kind,)):
            continue
        higher = [item for item in known if number(item.entity.version) > number(new.entity.version)]
        if higher and not _older(new, higher[0]):
            yield Problem(
                new.at("version"),
                N_("version {version} of `{id}` is new, but {higher} was there before it"),
                help=N_("give it a number above {highest}"),
                related=((higher[0].at("version"), N_("it was there")),),
                version=new.entity.version,
                id=new.entity.agreement,
                higher=higher[0].entity.version,
                highest=known[-1].entity.version,
            )
    for old in before.all(Agreement):
        text = after.get(Agreement, old.id)
        was = old.entity.version
        if text is None or was is None or _put_back(after, text):
            continue
        now = text.entity.version
        if now is None or number(now) < number(was):
            yield Problem(
                text.at("version") if now else text.at("id"),
                N_("the text of `{id}` was of version {before}, and is now of {after}")
                if now
                else N_("the text of `{id}` was of version {before}, and no longer says of which it is"),
                help=N_("`vis agreement revise {id}` begins the next version"),
                related=((old.at("version"), N_("it was of this one")),),
                id=text.id,
                before=was,
                after=now,
            )


def _older(new: Record[Version], higher: Record[Version]) -> bool:
    """Whether a version is known to be older than one that was registered before it."""
    own, other = new.entity.publication, higher.entity.publication
    return own is not None and other is not None and own.date <= other.date


def _put_back(after: Registry, text: Record[Agreement]) -> bool:
    """Whether the text is one that was published, word for word."""
    version = published_version(after, text)
    publication = version.entity.publication if version else None
    return publication is not None and digest(text.entity) == publication.digest
