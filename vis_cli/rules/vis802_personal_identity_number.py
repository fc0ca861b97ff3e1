"""VIS802: a personal identity number stands in a file."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.diagnostics.hidden import masked, personal_numbers
from vis_cli.errors import N_
from vis_cli.registry import Registry, Stretch
from vis_cli.source.file import YamlFile


@rule()
def personal_identity_number(registry: Registry) -> Iterator[Problem]:
    """A personal identity number stands in a file.

    *Ett personnummer eller samordningsnummer står i en fil.*

    The register holds what officials do in their work, and nothing of that needs a personal identity number. What has
    once been committed to Git stays in its history: it must be kept out before, or the history rewritten. Numbers of
    organisations are not meant.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: information
        heading: Exempel
        type: information
        text: Ärendet gäller 19121212-1212.   # VIS802
    ```

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel   # 121212-1212   # VIS802
    type: agreement
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    items:
      - id: information
        heading: Exempel
        type: information
        text: Organisationsnummer 232100-0016, ärende 2031-1234.
    ```
    """
    for file in registry.texts():
        for start, end in personal_numbers(file.text):
            yield Problem(
                Stretch(file, start=start, end=end),
                N_("`{number}` is a personal identity number"),
                help=N_("remove it before it is committed; if it has been, the history of the repository has it too"),
                secret=True,
                number=masked(file.text[start:end]),
            )
    for path in sorted({*registry.files, *registry.beside, *registry.attachments}):
        for name, (start, end) in ((part, found) for part in path.split("/") for found in personal_numbers(part)):
            yield Problem(
                Stretch(YamlFile(path, "", None)),
                N_("the file's name has `{number}`, a personal identity number"),
                help=N_("rename it before it is committed; if it has been, the history of the repository has it too"),
                secret=True,
                number=masked(name[start:end]),
            )
