"""Real repositories to test with: made from nothing, and deaf to the settings of whoever runs the tests."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

import vis_cli
from vis_cli.history.git import Git

IDENTITY = {
    "GIT_AUTHOR_NAME": "Exempel Person",
    "GIT_AUTHOR_EMAIL": "exempel.person@example.org",
    "GIT_COMMITTER_NAME": "Exempel Person",
    "GIT_COMMITTER_EMAIL": "exempel.person@example.org",
}


class Repository:
    """A repository in `root`, with a `git` for what people do beside vis."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.environ: dict[str, str] = {
            "PATH": os.environ["PATH"],
            "HOME": str(root.parent),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_NOSYSTEM": "1",
            **IDENTITY,
        }
        root.mkdir(exist_ok=True)
        self.git("init", "-q", "-b", "main")

    def git(self, *arguments: str | bytes, stdin: bytes | None = None, day: str | None = None) -> str:
        stamp = f"{day}T12:00:00+01:00" if day else "2026-01-01T12:00:00+01:00"
        environ = {**self.environ, "GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp}
        done = subprocess.run(["git", *arguments], cwd=self.root, env=environ, input=stdin, capture_output=True)
        if done.returncode:
            raise AssertionError(done.stderr.decode())
        return done.stdout.decode("utf-8", "surrogateescape").removesuffix("\n")

    def write(self, path: str, text: str | bytes) -> Path:
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    def commit(self, files: Mapping[str, str | bytes], message: str = "Exempel", day: str | None = None) -> str:
        for path, text in files.items():
            self.write(path, text)
        self.git("add", "-A")
        self.git("commit", "-q", "--allow-empty", "-m", message, day=day)
        return self.git("rev-parse", "HEAD")

    def open(self, **more: str) -> Git:
        return Git(self.root, {**self.environ, **more})

    def snapshot(self) -> dict[str, bytes | str]:
        """All that a refused write must leave as it is."""
        found: dict[str, bytes | str] = {
            str(file.relative_to(self.root)): file.read_bytes()
            for file in self.root.rglob("*")
            if file.is_file() and not file.is_symlink()
            if not f"{file.relative_to(self.root)}".startswith((".git/", ".vis/state/"))
        }
        index = self.root / ".git/index"
        return found | {
            "refs": self.git("for-each-ref"),
            "HEAD": (self.root / ".git/HEAD").read_bytes(),
            "index": index.read_bytes() if index.exists() else b"",
            "config": (self.root / ".git/config").read_bytes(),
        }

    def python(self, script: str, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        """Run a script in a process of its own, which may then be killed."""
        return subprocess.run(
            [sys.executable, "-c", script, str(self.root), *arguments],
            env=self.child_environ(),
            capture_output=True,
            text=True,
            check=False,
            **options,  # type: ignore[call-overload]
        )

    def child_environ(self) -> dict[str, str]:
        return {**self.environ, "PYTHONPATH": str(Path(vis_cli.__file__).parents[1]), "PYTHONDONTWRITEBYTECODE": "1"}


HOOKS = (
    *("pre-commit", "prepare-commit-msg", "commit-msg", "post-commit", "reference-transaction", "post-index-change"),
    *("post-checkout", "pre-auto-gc", "post-rewrite", "fsmonitor-watchman"),
)


def plant(repository: Repository) -> Path:
    """Everything that git can be told to run, told to leave a mark."""
    mark = repository.root.parent / "mark"
    script = repository.root.parent / "run-me"
    script.write_text(f"#!/bin/sh\necho \"$0 $*\" >> '{mark}'\ncat\n")
    script.chmod(0o755)
    hooks = repository.root / ".git/hooks"
    hooks.mkdir(exist_ok=True)
    for hook in HOOKS:
        (hooks / hook).unlink(missing_ok=True)
        (hooks / hook).symlink_to(script)
    settings = {
        "core.fsmonitor": f"{script}",
        "core.pager": f"{script}",
        "pager.log": f"{script}",
        "core.editor": f"{script}",
        "core.askPass": f"{script}",
        "core.sshCommand": f"{script}",
        "core.alternateRefsCommand": f"{script}",
        "diff.external": f"{script}",
        "diff.exempel.textconv": f"{script}",
        "diff.exempel.command": f"{script}",
        "filter.exempel.clean": f"{script}",
        "filter.exempel.smudge": f"{script}",
        "filter.exempel.process": f"{script}",
        "merge.exempel.driver": f"{script}",
        "gpg.program": f"{script}",
        "gpg.ssh.program": f"{script}",
        "commit.gpgSign": "true",
        "tag.gpgSign": "true",
        "log.showSignature": "true",
        "credential.helper": f"!{script}",
        "uploadpack.packObjectsHook": f"{script}",
        "alias.rev-parse": f"!{script}",
    }
    for name, value in settings.items():
        repository.git("config", name, value)
    (repository.root / ".git/info").mkdir(exist_ok=True)
    (repository.root / ".git/info/attributes").write_text("*.md filter=exempel diff=exempel merge=exempel\n")
    # Planting has itself run some of it.
    mark.unlink(missing_ok=True)
    return mark


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """An empty repository."""
    return Repository(tmp_path / "register")


@pytest.fixture
def register(repository: Repository) -> Repository:
    """A repository with one commit of three files."""
    repository.commit(
        {
            "registry/people.yaml": "exempel-a: {}\n",
            "registry/groups/exempelgruppen.yaml": "name: Exempelgruppen\n",
            "README.md": "# Exempel\n",
        },
        "Börja registret",
        day="2026-01-10",
    )
    return repository
