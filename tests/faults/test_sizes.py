"""Rows 2 and 28 of reliability.md: a register or a repository that is too large to be one.

A single file: `tests/cli/test_bad_files.py`; ten thousand files in reasonable time: `bench/`.
"""

from pathlib import Path

import pytest

from tests.faults.bounds import GROUP, MIB, bounded, small
from tests.history.repositories import Repository
from tests.program import VIS_YAML, register, vis

REFUSED = "the register has more than 20000 files or 64 MiB, and was not read"


@pytest.mark.slow
def test_more_files_than_a_register_can_have_are_not_read(tmp_path: Path) -> None:
    folder = register(tmp_path, small()) / "registry/groups"
    for number in range(20_001):
        (folder / f"g{number}.yaml").touch()
    done = vis("check", cwd=tmp_path, timeout=60)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"vis: {REFUSED}\n")
    for number in range(20_001):
        (folder / f"g{number}.yaml").unlink()
    done = vis("check", "--select", "VIS0", cwd=tmp_path)
    assert done.code == 0


@pytest.mark.slow
def test_more_bytes_than_a_register_can_have_are_not_read(tmp_path: Path) -> None:
    folder = register(tmp_path, small()) / "registry/groups"
    line = b"# " + b"x" * 4_000 + b"\n"
    for number in range(290):
        (folder / f"g{number}.yaml").write_bytes(f"id: g{number}\n{GROUP}".encode() + line * 60)
    done = bounded("check", cwd=tmp_path, seconds=10, memory=1024 * MIB)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"vis: {REFUSED}\n")


@pytest.mark.slow
def test_a_commit_of_many_bytes_or_of_one_huge_file_is_no_burden(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    first = repository.commit(small())
    huge = repository.root / "registry/groups/huge.yaml"
    with huge.open("wb") as file:
        file.truncate(600 * MIB)
    second = repository.commit({})
    huge.unlink()
    repository.commit({})
    done = bounded("check", "--base", second, cwd=repository.root, memory=512 * MIB, seconds=10)
    assert done.code in (0, 1)
    assert "files that had faults there, and may not have been compared: registry/groups/huge.yaml" in done.err
    line = "# " + "x" * 4_000 + "\n"
    texts = {f"registry/groups/g{n}.yaml": f"id: g{n}\n{GROUP}# {n}\n{line * 60}" for n in range(290)}
    repository.commit(texts)
    many = repository.git("rev-parse", "HEAD")
    repository.git("reset", "-q", "--hard", first)
    done = bounded("list", "group", "--at", many, cwd=repository.root, memory=512 * MIB, seconds=10)
    assert (done.code, done.out) == (1, "")
    assert REFUSED in done.err


def test_templates_are_held_to_the_same_size(tmp_path: Path) -> None:
    register(tmp_path, {**small(), "templates/agenda.md.j2": ""})
    with (tmp_path / "templates/agenda.md.j2").open("wb") as file:
        file.truncate(3 * 1024 * MIB)
    done = bounded("meeting", "agenda", "exempelgruppen-2031-02-20", cwd=tmp_path, memory=1024 * MIB)
    assert (done.code, done.out) == (1, "")
    assert REFUSED in done.err


def test_folders_of_attachments_are_not_read_unless_they_are_text(tmp_path: Path) -> None:
    folder = "registry/meetings/exempelgruppen/2031-02-20"
    register(tmp_path, {**small(), f"{folder}/film.pdf": b"", "registry/vis.yaml": VIS_YAML})
    with (tmp_path / folder / "film.pdf").open("wb") as file:
        file.truncate(8 * 1024 * MIB)
    assert bounded("check", "--select", "VIS0,VIS8", cwd=tmp_path, memory=384 * MIB).code == 0
