"""Rows 9 to 12 of reliability.md: links, devices and submodules, paths that lead out, names that collide or act.

On disk: `tests/cli/test_bad_files.py`; in a commit: `tests/history/test_reading.py`; in a write:
`tests/actions/test_apply.py`, `tests/history/test_commit.py`. Here: the whole program, with what an attacker gives.
"""

import os
import sys
from pathlib import Path

import pytest

from tests.faults.bounds import AGENDA, GROUP, bounded, everything, small
from tests.history.repositories import Repository
from tests.program import register, vis

OUT = ("../../../etc/passwd", "/etc/passwd", "../utanför", "..", ".git/config", "con", "a/../../b", "a\\..\\b", "-x")


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    made = Repository(tmp_path / "register")
    made.commit(small())
    return made


def test_an_id_that_leads_out_is_no_id(tmp_path: Path) -> None:
    register(tmp_path / "register", small())
    (tmp_path / "utanför").mkdir()
    before = everything(tmp_path)
    for given in OUT:
        for command in (
            ("group", "new", "--name", "Exempel", "--type", "working", f"--id={given}"),
            ("agreement", "new", f"--title=Exempel {given}", "--type", "agreement", "--", given),
            ("show", "--", given),
            ("meeting", "show", "--", given),
        ):
            done = bounded(*command, cwd=tmp_path / "register")
            if done.code == 0:  # a reserved name is only refused where a file would be made of it
                assert command[0] == "show", command
            assert "root:" not in done.out + done.err
    assert everything(tmp_path) == before


@pytest.mark.parametrize("text", ["id: ../../x\n", "id: a/b\n", "id: /etc/passwd\n", "id: exempelgruppen/..\n"])
def test_an_id_in_a_file_never_makes_a_path(tmp_path: Path, text: str) -> None:
    register(tmp_path, {**small(), "registry/groups/x.yaml": text + GROUP})
    done = bounded("check", "--format", "concise", "--select", "VIS0", cwd=tmp_path)
    assert done.code == 1
    assert {place.split(":")[0] for place in done.found} == {"registry/groups/x.yaml"}


def test_a_paper_s_name_cannot_lead_out_of_its_meeting(tmp_path: Path) -> None:
    path = "registry/meetings/exempelgruppen/2031-02-20.yaml"
    files = small()
    for given in ("../../../../etc/passwd", "/etc/passwd", "a/b.pdf", "../2031-02-20.yaml"):
        files[path] = f"{small()[path]!s}papers:\n  - id: a\n    title: A\n    file: {given}\n"
        register(tmp_path, files)
        done = bounded("check", "--format", "concise", cwd=tmp_path)
        assert (done.code, done.found[0].split(":")[0]) == (1, path)


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
def test_a_document_is_never_written_through_a_link_into_the_register_or_over_what_git_keeps(
    repository: Repository,
) -> None:
    (repository.root.parent / "link.md").symlink_to(repository.root / "registry/vis.yaml")
    (repository.root.parent / "dir").symlink_to(repository.root / ".git")
    before = everything(repository.root)
    for target in ("../link.md", "../dir/config.md", ".git/hooks/x.md", "registry/x.md", "templates/../registry/x.md"):
        done = vis(*AGENDA, "-o", target, cwd=repository.root)
        assert done.code == 2, target
    assert everything(repository.root) == before


@pytest.mark.skipif(sys.platform == "win32", reason="needs links")
@pytest.mark.parametrize("template", ["agenda.md.j2", "house.typ", "fonts/x.otf"])
def test_a_template_that_is_a_link_is_not_read(tmp_path: Path, template: str) -> None:
    secret = tmp_path / "hemligt"
    secret.write_text("HEMLIGT", encoding="utf-8")
    here = register(tmp_path / "register", small())
    (here / "templates" / template).parent.mkdir(parents=True)
    (here / "templates" / template).symlink_to(secret)
    done = bounded(*AGENDA, cwd=here)
    assert (done.code, done.out) == (1, "")
    assert f"`templates/{template}` is a link or a device" in done.err


@pytest.mark.skipif(sys.platform == "win32", reason="needs links and any bytes as names")
def test_a_commit_with_links_submodules_and_odd_names_is_judged_from_and_nothing_is_left_out(
    repository: Repository,
) -> None:
    base = repository.git("rev-parse", "HEAD")
    repository.git("checkout", "-q", "-b", "gren")
    for name in (b"m\xf6te.yaml", b"new\n::error::x.yaml", b":(top)x.yaml", b"-x.yaml"):
        Path(os.fsdecode(os.fsencode(repository.root / "registry/groups") + b"/" + name)).write_text(GROUP)
    (repository.root / "registry/groups/link.yaml").symlink_to("/etc/passwd")
    repository.git("add", "-A")
    submodule = f"160000 {'1' * 40}\tregistry/groups/module\0".encode()
    repository.git("update-index", "-z", "--index-info", stdin=submodule)
    repository.git("commit", "-q", "-m", "Allt")
    done = bounded("check", "--base", base, "--format", "concise", cwd=repository.root)
    assert done.code == 1
    here = "registry/groups"
    assert [place for place in done.found if place.startswith(f"{here}/") or "\\" in place] == [
        f"{here}/-x.yaml:1:1 VIS030",
        f"{here}/:(top)x.yaml:1:1 VIS030",
        f"{here}/link.yaml:1:1 VIS023",
        f"{here}/module:1:1 VIS905",
        f"{here}/m\\xf6te.yaml:1:1 VIS030",
        f"{here}/new\\x0a::error::x.yaml:1:1 VIS030",
    ]
    past = bounded("list", "group", "--at", "gren", cwd=repository.root)
    assert "root:" not in past.out


def test_a_file_added_under_a_name_that_collides_is_found_against_a_base(repository: Repository) -> None:
    base = repository.git("rev-parse", "HEAD")
    repository.commit(
        {"registry/groups/EXEMPELGRUPPEN.yaml": GROUP, "registry/möten/a": "", "registry/mo\u0308ten/b": ""}
    )
    done = bounded("check", "--base", base, "--format", "concise", "--select", "VIS025", cwd=repository.root)
    assert done.code == 1
    assert len(done.found) == 2
