"""VIS271: the text says that it is of a version that is not there, or is older than the one last published."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.versions import number, version_of, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@rule(severity="warning")
def text_of_no_version(registry: Registry) -> Iterator[Problem]:
    """The text is of a version that has no file, or of an older version than the one last published.

    *Texten är av en version som saknar fil, eller av en äldre version än den senast publicerade.*

    A version's file says whom it binds and how it enters into force; without it nothing is known of the text but the
    words. And `agreement.yaml` holds the text that is being worked on, or the one last published: the older ones are in
    Git, where `vis agreement text` finds them.

    Wrong:

    ```yaml agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    version: '1.1'   # VIS271
    ```

    ```yaml agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    ```

    Right:

    ```yaml agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    version: '1.1'
    ```

    ```yaml agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    ```

    ```yaml agreements/vardplan/versions/1.1.yaml
    agreement: vardplan
    version: '1.1'
    ```
    """
    for record in registry.all(Agreement):
        own = record.entity.version
        if own is None:
            continue
        path = Version.path.format(agreement=record.id, version=own)
        if version_of(registry, record.id, own) is None and not registry.is_broken(f"{record.id}-{own}", ("version",)):
            yield Problem(
                record.at("version"),
                N_("the text of `{id}` is of version {version}, which has no file"),
                help=N_("write {path}: whom it binds, and how it enters into force"),
                id=record.id,
                version=own,
                path=path,
            )
        done = [item for item in versions(registry, record.id) if item.entity.publication]
        if done and number(done[-1].entity.version) > number(own):
            yield Problem(
                record.at("version"),
                N_("the text of `{id}` is of version {version}, but version {newer} is published"),
                help=N_("put the text of {newer} here, from its tag if there is one"),
                related=((done[-1].at("publication"), N_("here")),),
                id=record.id,
                version=own,
                newer=done[-1].entity.version,
            )
