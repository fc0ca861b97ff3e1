"""VIS301: a published version was changed without a new version."""

from collections.abc import Iterator
from typing import Any

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_
from vis_cli.facts.terms_kept import changed_terms
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@change_rule(severity="error")
def published_version_changed(before: Registry, after: Registry) -> Iterator[Problem]:
    """The text or the terms of a published version were changed without a new version.

    *En publicerad version har ändrats utan att bli en ny version.*

    What the parties decide on is a text with its parties, its entry into force, its term and its notice. Once it is
    published it stays as it is, or some would have decided on something else than others. Extensions, parties that join
    later, replies to a referral and recommendations are added to it; what was never said may be filled in. (003:23)

    Wrong:

    ```before agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    parties: [region-exempel, exempelby]
    notice:
      months: 12
    publication:
      date: 2031-03-01
      digest: 53fd3ee78ebfd02d281d105a4fdf4ae4c6613758d494a91c3d4fc1656d115cce
    ```

    ```yaml agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    parties:   # VIS301
      - region-exempel
      - exempelby
      - testvik
    notice:
      months: 6   # VIS301
    publication:
      date: 2031-03-01
      digest: c0ffee0000000000000000000000000000000000000000000000000000000000   # VIS301
    ```

    Right:

    ```before agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    parties: [region-exempel, exempelby]
    term:
      until: 2033-12-31
    publication:
      date: 2031-03-01
      digest: 53fd3ee78ebfd02d281d105a4fdf4ae4c6613758d494a91c3d4fc1656d115cce
    ```

    ```yaml agreements/vardplan/versions/1.0.yaml
    agreement: vardplan
    version: '1.0'
    parties: [region-exempel, exempelby]
    term:
      until: 2033-12-31
      extensions:
        - until: 2035-12-31
          decided: 2033-10-05
    notice:
      months: 12
    publication:
      date: 2031-03-01
      digest: 53fd3ee78ebfd02d281d105a4fdf4ae4c6613758d494a91c3d4fc1656d115cce
    accessions:
      - party: testvik
        date: 2032-01-01
    ```
    """
    for old in before.all(Version):
        new = after.get(Version, old.id)
        publication = old.entity.publication
        if publication is None or new is None:
            continue
        values: dict[str, Any] = {"version": old.entity.version, "id": old.entity.agreement}
        if new.entity.publication is None:
            yield Problem(
                new.at("version"),
                N_("version {version} of `{id}` was published, and no longer is"),
                help=N_("put the publication back; what was published stays"),
                related=((old.at("publication"), N_("it was published here")),),
                **values,
            )
        elif new.entity.publication.digest != publication.digest:
            yield Problem(
                new.at("publication", "digest"),
                N_("the text of version {version} of `{id}` was published, and is now said to be another"),
                help=N_("put the digest back; `vis agreement revise {id}` makes a new version"),
                related=((old.at("publication", "digest"), N_("what was published")),),
                **values,
            )
        for route in changed_terms(before, old, after, new):
            yield Problem(
                new.at(*route),
                N_("`{key}` of version {version} of `{id}` was changed after it was published"),
                help=N_("put it back; `vis agreement revise {id}` makes a new version"),
                related=((old.at(*route), N_("what was published")),),
                key=".".join(map(str, route)),
                **values,
            )
