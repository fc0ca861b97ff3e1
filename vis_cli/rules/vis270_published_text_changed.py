"""VIS270: the text is of a published version, but is not the text that was published."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.texts import published_version, transcribed
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry
from vis_cli.registry.digest import digest


@rule(severity="error")
def published_text_changed(registry: Registry) -> Iterator[Problem]:
    """The text of a published version is not the text that was published.

    *Texten är inte den som publicerades.*

    The parties decide on a text, and the publication records its digest: SHA-256 of the title and the sections. From
    then on any change, however small, is a new version. `vis agreement history` shows the commits that changed it, and
    the tag of the version still names the text that was published. (003:23)

    Wrong:

    ```yaml agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    version: '1.0'   # VIS270
    text_state: original
    sections:
      - id: syfte
        heading: Syfte
        text: Alla ska få en vårdplan inom en månad.
    ```

    ```yaml agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    publication:
      date: 2031-03-01
      digest: 53fd3ee78ebfd02d281d105a4fdf4ae4c6613758d494a91c3d4fc1656d115cce
    ```

    Right:

    ```yaml agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    version: '1.0'
    text_state: original
    sections:
      - id: syfte
        heading: Syfte
        text: Alla ska få en vårdplan.
    ```

    ```yaml agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    publication:
      date: 2031-03-01
      digest: 53fd3ee78ebfd02d281d105a4fdf4ae4c6613758d494a91c3d4fc1656d115cce
    ```
    """
    for record in registry.all(Agreement):
        version = published_version(registry, record)
        if version is None or not transcribed(record.entity):
            continue
        assert version.entity.publication is not None  # `published_version` has seen to it
        if digest(record.entity) != version.entity.publication.digest:
            yield Problem(
                record.at("version"),
                N_("the text is not the one that was published as version {version} of `{id}` on {day}"),
                help=N_("`vis agreement revise {id}` makes a new version of it; otherwise put the text back"),
                related=((version.at("publication", "digest"), N_("the digest of what was published")),),
                version=version.entity.version,
                id=record.id,
                day=version.entity.publication.date,
            )
