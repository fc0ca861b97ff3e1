"""What may stand in the message of a commit or a tag: Git keeps it for ever, and every program shows it."""

from vis_cli.diagnostics.hidden import personal_numbers, secrets
from vis_cli.errors import N_, Failure
from vis_cli.source.text import forbidden

_LONGEST = 16 * 1024


def check_message(message: str) -> None:
    """Raises Failure (exit 1) for what no file may hold either, and (exit 2) for an empty or endless message.

    That is a personal identity number, a secret, and a character that is invisible or acts on a terminal.
    """
    if not message.strip():
        raise Failure(N_("a commit needs a message"))
    if len(message) > _LONGEST:
        raise Failure(N_("the message of the commit is longer than {limit} characters"), limit=_LONGEST)
    if bad := forbidden(message.replace("\t", " ")):
        raise Failure(
            N_("the message of the commit has the character {character}"),
            hint=N_("say it without; nothing was written"),
            exit_code=1,
            character=bad[1],
        )
    if any(personal_numbers(message)):
        raise Failure(
            N_("the message of the commit has a personal identity number"),
            hint=N_("say it without, for Git keeps it for ever; nothing was written"),
            exit_code=1,
        )
    if any(secrets(message)):
        raise Failure(
            N_("the message of the commit has a secret: an access token or a private key"),
            hint=N_("say it without, for Git keeps it for ever; nothing was written"),
            exit_code=1,
        )
