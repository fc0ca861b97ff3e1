"""VIS293: an extension does not lengthen the term."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.version import Version
from vis_cli.registry import Registry


@rule()
def extension_not_longer(registry: Registry) -> Iterator[Problem]:
    """An extension does not lengthen the term.

    *En förlängning förlänger inte giltighetstiden.*

    An extension has a later last day than the term, or the extension, before it; and what has no last day has nothing
    to extend. An earlier end is an end: `ended` of the agreement.

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    term:
      until: 2031-12-31
      extensions:
        - until: 2031-06-30   # VIS293
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    term:
      extensions:   # VIS293
        - until: 2031-06-30
    ```

    Right:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    term:
      until: 2031-12-31
      extensions:
        - until: 2032-12-31
        - until: "2033"
    ```
    """
    for record in registry.all(Version):
        term = record.entity.term
        if term is None or not term.extensions:
            continue
        if term.until is None:
            message = N_("there is no last day that could be extended")
            yield Problem(record.key("term", "extensions"), message, help=N_("write the first last day as `until`"))
            continue
        old, place = term.until, record.at("term", "until")
        for index, extension in enumerate(term.extensions):
            here = record.at("term", "extensions", index, "until")
            if extension.until.latest <= old.earliest:
                yield Problem(
                    here,
                    N_("an extension until {until} does not lengthen what lasts until {old}"),
                    help=N_("correct one of the dates; an earlier end is `ended` of the agreement"),
                    related=((place, N_("the last day before")),),
                    until=extension.until,
                    old=old,
                )
            old, place = extension.until, here
