"""The reference pages: the commands, the codes, the keys of every file."""

import vis_cli.rules
from vis_cli.check import rulebook
from vis_cli.diagnostics.codes import CODES
from vis_cli.model import ENTITIES
from vis_cli.model.fields import fields
from vis_cli.reference.commands import helps


def pages() -> dict[str, bytes]:
    """Path to content."""
    return {
        "docs/reference/commands.md": _commands().encode(),
        "docs/reference/codes.md": _codes().encode(),
        "docs/reference/files.md": _files().encode(),
    }


def _commands() -> str:
    parts = ["# Commands\n\nThe help of every command, as the program prints it.\n"]
    parts += [f"## vis {name}".rstrip() + f"\n\n```\n{text}\n```\n" for name, text in helps("en").items()]
    return "\n".join(parts)


def _codes() -> str:
    found = {code: (page.name, page.severity, page.text) for code, page in CODES.items()}
    book = rulebook(vis_cli.rules)
    found |= {rule.code: (rule.name, rule.severity, rule.page) for rule in book}
    past = {rule.code for rule in book if rule.change}
    parts = ["# Codes\n\nEvery fault that `vis check` can find. `vis explain CODE` prints the same page.\n"]
    for code, (name, severity, text) in sorted(found.items()):
        when = ", with `vis check --base`" if code in past else ""
        parts.append(f"## {code} {name}\n\n{severity}{when}\n\n{text}\n")
    return "\n".join(parts)


def _files() -> str:
    parts = ["# Files\n\nEvery key that a file can have. `vis explain KIND.KEY` prints the same.\n"]
    for kind, model in ENTITIES.items():
        parts.append(f"## {kind}\n\n`{model.path}`\n\n{(model.__doc__ or '').strip()}\n")
        rows = ["| key | holds | means |", "|---|---|---|"]
        for field in fields():
            if field.path.startswith(f"{kind}."):
                key = field.path.removeprefix(f"{kind}.") + ("" if not field.required else " (required)")
                holds = field.type.replace("|", "\\|")
                rows.append(f"| {key} | {holds} | {field.doc.replace('|', chr(92) + '|')} |")
        parts.append("\n".join(rows) + "\n")
    return "\n".join(parts)
