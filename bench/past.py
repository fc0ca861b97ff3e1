"""A generated repository: a register of agreements with a long history, made by `git fast-import`."""

import random
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from bench.corpus.words import sentence
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry.digest import digest
from vis_cli.registry.single import single

ASKED = 7
"""The agreement that is asked about: its version 1.0 was published early, is tagged nowhere, and has been revised."""
DAY = "2028-06-01"
"""A day about halfway."""
_BEGUN = 1_704_067_200  # 2024-01-01; a commit each eighth hour
_PUBLISHED = 3
"""Which revision of each agreement is published as 1.0."""
_PARTIES = ("exempelregionen", *(f"exempelort-{number:02}" for number in range(1, 27)))


@dataclass(frozen=True, slots=True)
class _Text:
    """An agreement at a revision."""

    index: int
    revision: int = 0

    @property
    def id(self) -> str:
        return agreement_id(self.index)

    @property
    def version(self) -> str:
        return "1.0" if self.revision <= _PUBLISHED else "1.1"

    def yaml(self) -> str:
        rng = random.Random(f"{self.index}")
        lines = [f"id: {self.id}", f"title: Överenskommelse {self.index} om exempel", "type: agreement"]
        lines += [f"version: '{self.version}'", "text_state: transcribed"]
        lines += [
            "follow_up:",
            "  criteria: [Hur många som är med]",
            "deviations:",
            "  text: De meddelas.",
            "sections:",
        ]
        for section in range(1, 9):
            lines += [f"  - id: avsnitt-{section}", f"    heading: Avsnitt {section}", "    clauses:"]
            for clause in range(1, 4):
                lines += [f"      - id: klausul-{section}-{clause}", f"        text: {sentence(rng)}"]
        lines += ["  - id: sist", "    heading: Sist", f"    text: Omarbetad {self.revision} gånger."]
        return "\n".join(lines) + "\n"


def agreement_id(index: int) -> str:
    """The id of an agreement."""
    return f"overenskommelse-{index:04}"


def write_past(root: Path, commits: int, agreements: int) -> None:
    """Make the repository in `root`, with its last commit checked out."""
    root.mkdir(parents=True)
    commands = ("init -q -b main", "fast-import --quiet", "repack -adq", "reset -q --hard")  # packed like a clone
    for command in map(str.split, commands):
        stream = b"".join(_stream(commits, agreements)) if command[0] == "fast-import" else b""
        subprocess.run(["git", *command], cwd=root, input=stream, check=True)


def commit(root: Path) -> None:
    """Make a repository of a folder, with all that is in it committed."""
    who = ("-c", "user.name=Exempel Person", "-c", "user.email=exempel.person@example.org")
    for command in (("init", "-q", "-b", "main"), ("add", "-A"), (*who, "commit", "-q", "-m", "Börja registret")):
        subprocess.run(["git", *command], cwd=root, check=True)


def _stream(commits: int, agreements: int) -> Iterator[bytes]:
    texts = [_Text(index) for index in range(agreements)]
    files = dict(_start())
    for text in texts:
        files |= {_path(text): text.yaml(), _version_path(text, "1.0"): _version(text, "1.0")}
    yield _commit(0, "Börja registret", files)
    for number in range(1, commits):
        index = (number - 1) % agreements
        texts[index] = text = replace(texts[index], revision=texts[index].revision + 1)
        files = {_path(text): text.yaml()}
        if text.revision == _PUBLISHED:
            found, _ = single(Agreement, _path(text), text.yaml().encode())
            assert found is not None
            files[_version_path(text, "1.0")] = _version(text, "1.0", digest(found))
        elif text.revision == _PUBLISHED + 1:
            files[_version_path(text, "1.1")] = _version(text, "1.1")
        yield _commit(number, f"Omarbeta {text.id}", files)


def _start() -> Iterator[tuple[str, str]]:
    yield "registry/vis.yaml", "id: vis\nname: Samverkan i Exempellän\nshort_name: SAM\ncounty: Exempellän\n"
    kinds = {party: "municipality" if "-" in party else "region" for party in _PARTIES}
    principals = (f"{id}:\n  name: {id}\n  type: principal\n  side: {side}\n" for id, side in kinds.items())
    yield "registry/organisations.yaml", "".join(principals)


def _path(text: _Text) -> str:
    return Agreement.path.format(id=text.id)


def _version_path(text: _Text, number: str) -> str:
    return Version.path.format(agreement=text.id, version=number)


def _version(text: _Text, number: str, digest: str = "") -> str:
    lines = [f"agreement: {text.id}", f"version: '{number}'", f"parties: [{', '.join(_PARTIES)}]"]
    lines += ["entry_into_force:", "  rule: all-parties"]
    if digest:
        lines += ["publication:", "  date: 2026-01-01", f"  digest: '{digest}'"]
    return "\n".join(lines) + "\n"


def _commit(number: int, message: str, files: dict[str, str]) -> bytes:
    when = f"Exempel Person <exempel.person@example.org> {_BEGUN + number * 28_800} +0000"
    parts = [f"commit refs/heads/main\nauthor {when}\ncommitter {when}\n".encode(), _data(message)]
    for path, text in files.items():
        parts += [f"M 100644 inline {path}\n".encode(), _data(text)]
    return b"".join(parts)


def _data(text: str) -> bytes:
    data = text.encode()
    return b"data %d\n%s\n" % (len(data), data)
