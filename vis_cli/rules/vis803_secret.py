"""VIS803: a secret of a machine stands in a file."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.diagnostics.hidden import secrets
from vis_cli.errors import N_, Word
from vis_cli.registry import Registry, Stretch

_KINDS = {"private key": N_("a private key"), "access token": N_("an access token")}


@rule()
def secret(registry: Registry) -> Iterator[Problem]:
    """A secret stands in a file: a private key or an access token.

    *En hemlighet står i en fil: en privat nyckel eller en åtkomstnyckel.*

    Whoever can read the register can then do what its owner can, and Git keeps it in the history after it was removed.
    Only what can hardly be anything else is reported: the first line of a private key, and the tokens that begin as
    their issuers let them begin (GitHub, GitLab, Amazon, Google, Slack, npm, PyPI, signed JSON Web Tokens).

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
        text: Logga in med AKIAEXEMPELEXEMPELEX.   # VIS803
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
        text: Inloggningen finns hos sekretariatet.
    ```
    """
    for file in registry.texts():
        for start, end, what in secrets(file.text):
            yield Problem(
                Stretch(file, start=start, end=end),
                N_("this is a secret: {what}"),
                help=N_("have it withdrawn by whoever issued it, for Git keeps it in the history; then remove it here"),
                secret=True,
                what=Word(_KINDS[what]),
            )
