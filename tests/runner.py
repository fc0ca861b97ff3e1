"""A runner of GitHub Actions as far as it reads what a step prints: an account of its rules, by nobody who writes it.

A line whose first characters are `::` is a command; so is one with `##[` anywhere in it.
"""

from dataclasses import dataclass, field

COMMANDS = {
    *("error", "warning", "notice", "debug", "group", "endgroup", "add-mask", "add-path", "add-matcher"),
    *("remove-matcher", "set-env", "set-output", "save-state", "stop-commands", "echo"),
}
_PROPERTY = {"%0d": "\r", "%0a": "\n", "%3a": ":", "%2c": ",", "%25": "%"}
_DATA = {"%0d": "\r", "%0a": "\n", "%25": "%"}


@dataclass(frozen=True)
class Command:
    """What the runner is told to do."""

    name: str
    properties: dict[str, str] = field(default_factory=dict)
    data: str = ""


def commands(log: str) -> list[Command]:
    """Every command in the log of a step."""
    return [found for line in log.splitlines() if (found := _second(line) or _first(line))]


def _second(line: str) -> Command | None:
    line = line.lstrip()
    if not line.startswith("::") or "::" not in line[2:]:
        return None
    head, data = line[2:].split("::", 1)
    name, _, rest = head.partition(" ")
    if name not in COMMANDS:
        return None
    pairs = [pair.split("=", 1) for pair in rest.strip().split(",") if pair]
    return Command(
        name,
        {pair[0]: _unescape(pair[1], _PROPERTY) for pair in pairs if len(pair) == 2 and pair[1]},
        _unescape(data, _DATA),
    )


def _first(line: str) -> Command | None:
    at = line.find("##[")
    end = line.find("]", at)
    if at < 0 or end < 0:
        return None
    name = line[at + 3 : end].partition(" ")[0]
    return Command(name, {}, line[end + 1 :]) if name in COMMANDS else None


def _unescape(text: str, signs: dict[str, str]) -> str:
    for sign, meant in signs.items():
        text = text.replace(sign.upper(), meant)
    return text
