"""VIS272: a version is published, though its text is not in the register."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.texts import transcribed
from vis_cli.facts.versions import versions
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="error")
def published_without_text(registry: Registry) -> Iterator[Problem]:
    """A version is published here, though its text is not in the register.

    *En version är publicerad här, fast texten inte finns i registret.*

    To publish is to record the digest of the text that the parties decide on, so that anyone can tell it from another.
    Without the text there is nothing that the digest is of. That an agreement was made public elsewhere is said with
    `stated_in_force` or in `remarks`, with the source.

    Wrong:

    ```yaml agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    version: '1.0'
    text_state: not-transcribed
    ```

    ```yaml agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    publication:   # VIS272
      date: 2031-03-01
      digest: 53fd3ee78ebfd02d281d105a4fdf4ae4c6613758d494a91c3d4fc1656d115cce
    ```

    Right:

    ```yaml agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    version: '1.0'
    text_state: not-transcribed
    ```

    ```yaml agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    stated_in_force:
      date: 2031-07
      sources: ['rapport:12']
    ```
    """
    for record in registry.all(Agreement):
        if transcribed(record.entity):
            continue
        for version in versions(registry, record.id):
            # The text of an older one is in Git, where it was published.
            if version.entity.publication and record.entity.version in (None, version.entity.version):
                yield Problem(
                    version.at("publication"),
                    N_("version {version} of `{id}` is published, but its text is not in the register"),
                    help=N_("put the text in {path} and publish it, or take the publication away"),
                    version=version.entity.version,
                    id=record.id,
                    path=record.file.path,
                )
