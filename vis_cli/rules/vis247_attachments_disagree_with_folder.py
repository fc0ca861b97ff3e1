"""VIS247: the papers that a meeting names and the files beside it do not agree."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.meeting import Meeting
from vis_cli.registry import Place, Registry
from vis_cli.source.file import YamlFile


@rule()
def attachments_disagree_with_folder(registry: Registry) -> Iterator[Problem]:
    """The papers that a meeting names and the files in its folder do not agree.

    *Mötets förteckning över underlag stämmer inte med filerna i mappen.*

    Papers that the minutes refer to are found with them (003:26, 003:34). A named file that is not there, or that is
    there although it is said to be missing, is an error; a file that no paper names is a warning.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attachments:
      - id: bild
        title: Bilder
        file: bilder.pdf   # VIS247
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attachments:   # VIS247
      - id: tabell
        title: Tabell
    ```

    ```text registry/meetings/exempelgruppen/2031-02-20/bild.pdf
    innehåll
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attachments:
      - id: bild
        title: Bilder
        file: bild.pdf
        missing: Saknas   # VIS247
    ```

    ```text registry/meetings/exempelgruppen/2031-02-20/bild.pdf
    innehåll
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: held
    date: 2031-02-20
    attachments:
      - id: bild
        title: Bilder
        file: bild.pdf
    ```

    ```text registry/meetings/exempelgruppen/2031-02-20/bild.pdf
    innehåll
    ```
    """
    unnamed = set(registry.attachments)
    for record in registry.all(Meeting):
        folder = record.file.path.removesuffix(".yaml")
        for index, paper in enumerate(record.entity.attachments):
            path = f"{folder}/{paper.file or ''}"
            unnamed.discard(path)
            if paper.file and not paper.missing and path not in registry.attachments:
                yield Problem(
                    record.at("attachments", index, "file"),
                    N_("there is no file `{path}`"),
                    help=N_("put it there, correct the name, or write `missing:` with why it is not here"),
                    path=path,
                )
            elif paper.missing and path in registry.attachments:
                help = N_("remove `missing:`")
                place = record.at("attachments", index, "missing")
                yield Problem(place, N_("`{path}` is said to be missing, but it is here"), help=help, path=path)
    for path in sorted(unnamed):
        group, date, name = path.split("/")[-3:]
        meeting = registry.get(Meeting, f"{group}-{date}")
        if meeting is not None:
            help = N_("add it to `attachments:`, or remove the file")
            message = N_("no paper of the meeting names the file `{name}`")
            yield Problem(meeting.key("attachments"), message, help=help, severity="warning", name=name)
        elif not registry.is_broken(f"{group}-{date}", ("meeting",)):
            help = N_("move it to the folder of its meeting, or remove it")
            place = Place(YamlFile(path, "", None))
            yield Problem(place, N_("there is no meeting that this file belongs to"), help=help, severity="warning")
