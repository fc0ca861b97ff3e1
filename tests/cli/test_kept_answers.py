"""An answer that was given before is given again at once, and is what a check that forgets everything would say."""

import io
import json
import os
import shutil
import sys
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from tests.program import VIS_YAML, Done, register, vis
from tests.test_startup import loaded as imported
from vis_cli.source.kept import MOST_OF_ONE, Answer, Kept
from vis_cli.source.tree import MemoryTree
from vis_cli.source.witness import Witness

PEOPLE = "exempel-person:\n  name: Exempel Person\n"
GROUP = """\
id: grupp-ett
name: Grupp Ett
type: consultation
level: regional
status: active
members:
  - {{person: {}, side: region}}
"""
posix = pytest.mark.skipif(sys.platform == "win32", reason="permissions and links as on POSIX")


def made(place: Path) -> tuple[Path, Path]:
    """A register with one fault, and a folder for what is kept."""
    group = GROUP.format("exempel-annan")
    return register(place / "r", {"registry/people.yaml": PEOPLE, "registry/groups/grupp-ett.yaml": group}), place / "k"


def check(root: Path, cache: Path, *options: str, **env: str) -> Done:
    return vis("check", *options, cwd=root, env={"XDG_CACHE_HOME": str(cache), **env})


def entries(cache: Path) -> list[Path]:
    return sorted((cache / "vis").glob("*")) if (cache / "vis").exists() else []


def test_an_unchanged_register_is_answered_with_the_same_words_and_nothing_is_judged(tmp_path: Path) -> None:
    root, cache = made(tmp_path)
    first = check(root, cache)
    assert first.code == 1 and "VIS201" in first.out
    (entry,) = entries(cache)
    assert check(root, cache) == first
    entry.unlink()
    assert check(root, cache) == first
    assert entries(cache) == [entry]


@pytest.mark.parametrize("ending", ["docx", "txt", "csv", "html"])
def test_a_paper_that_was_changed_is_looked_through_again(tmp_path: Path, ending: str) -> None:
    root, cache = made(tmp_path)
    meeting = "id: grupp-ett-2031-02-20\ngroup: grupp-ett\nstatus: planned\ndate: 2031-02-20\n"
    paper = f"registry/meetings/grupp-ett/2031-02-20/bilaga.{ending}"
    register(root, {"registry/meetings/grupp-ett/2031-02-20.yaml": meeting, paper: written("Utan nummer", ending)})
    first = check(root, cache, "--select", "VIS802")
    assert (first.code, check(root, cache, "--select", "VIS802")) == (0, first)
    about = (root / paper).stat()
    (root / paper).write_bytes(written("19121212-1212", ending))
    os.utime(root / paper, ns=(about.st_atime_ns, about.st_mtime_ns))
    changed = check(root, cache, "--select", "VIS802")
    assert changed.code == 1 and f"bilaga.{ending}:1:1: error[VIS802]" in changed.out
    assert check(root, cache, "--select", "VIS802") == changed
    (root / paper).write_bytes(written("Utan nummer", ending))
    assert check(root, cache, "--select", "VIS802") == first


def written(text: str, ending: str) -> bytes:
    """A text as it is, or as the words of a document; both texts that are given here are of one length."""
    if ending != "docx":
        return text.ljust(13).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        archive.writestr("word/document.xml", f"<w:p><w:r><w:t>{text.ljust(13)}</w:t></w:r></w:p>")
    return made.getvalue()


def test_what_is_answered_again_loads_no_model_and_no_rule(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    root = register(tmp_path / "r")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "k"))
    monkeypatch.delenv("VIS_NO_CACHE", raising=False)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert "pydantic" in imported("-C", str(root), "check")
    assert "pydantic" not in imported("-C", str(root), "check")


@pytest.mark.parametrize("options", [["--no-cache"], ["--format", "sarif"], ["--format", "github"]])
def test_nothing_is_kept_where_it_is_not_wanted(tmp_path: Path, options: list[str]) -> None:
    root, cache = made(tmp_path)
    check(root, cache, *options)
    assert entries(cache) == []


def test_the_variable_forbids_it_and_a_summary_and_a_runner_are_always_answered_anew(tmp_path: Path) -> None:
    root, cache = made(tmp_path)
    check(root, cache, VIS_NO_CACHE="1")
    check(root, cache, GITHUB_ACTIONS="true")
    check(root, cache, "--summary", str(tmp_path / "s.md"))
    assert entries(cache) == []


def test_it_is_never_kept_in_the_register_or_its_repository(tmp_path: Path) -> None:
    root, _ = made(tmp_path)
    (tmp_path / ".git").mkdir()
    for folder in (root / "cache", root, tmp_path):
        check(root, folder)
        assert entries(folder) == []
    (linked := Path(f"{tmp_path}-linked")).symlink_to(root)
    check(root, linked)
    assert entries(linked) == []


def test_a_folder_that_is_named_by_a_relative_path_is_not_used(tmp_path: Path) -> None:
    root, _ = made(tmp_path)
    check(root, Path("cache"))
    assert not (root / "cache").exists()


@posix
def test_only_the_user_can_look_into_it(tmp_path: Path) -> None:
    root, cache = made(tmp_path)
    check(root, cache)
    assert (cache / "vis").stat().st_mode & 0o777 == 0o700
    assert entries(cache)[0].stat().st_mode & 0o777 == 0o600


@posix
def test_a_folder_that_others_can_write_to_or_that_is_a_link_is_not_used(tmp_path: Path) -> None:
    root, cache = made(tmp_path)
    (cache / "vis").mkdir(parents=True)
    (cache / "vis").chmod(0o777)
    first = check(root, cache)
    assert entries(cache) == []
    (cache / "vis").rmdir()
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    (cache / "vis").symlink_to(tmp_path / "elsewhere")
    assert check(root, cache) == first
    assert list((tmp_path / "elsewhere").iterdir()) == []


@posix
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root can give a folder away")
def test_a_folder_of_somebody_else_is_not_used(tmp_path: Path) -> None:
    root, cache = made(tmp_path)
    check(root, cache)
    (entry,) = entries(cache)
    entry.write_text("somebody else's")
    os.chown(cache / "vis", 65534, 65534)
    assert "VIS201" in check(root, cache).out
    assert entry.read_text() == "somebody else's"


def test_whatever_stands_in_an_entry_is_at_worst_ignored(tmp_path: Path) -> None:
    root, cache = made(tmp_path)
    first = check(root, cache)
    (entry,) = entries(cache)
    whole = entry.read_bytes()
    other = json.dumps({"code": 0, "text": "all is well", "proof": json.loads(whole)["proof"]}).encode()
    changed = whole.replace(b"VIS201", b"VIS202")
    for wrong in (
        b"",
        whole[:40],
        b"{}",
        b"[" * 5000,
        b"\xff\x00",
        b"null",
        b'{"code": "0", "text": 3}',
        other,
        changed,
    ):
        entry.write_bytes(wrong)
        assert check(root, cache) == first, wrong
        assert entry.read_bytes() == whole, "the right one stands there again"


@posix
def test_an_entry_that_is_a_link_a_folder_or_a_pipe_is_at_worst_ignored(tmp_path: Path) -> None:
    root, cache = made(tmp_path)
    first = check(root, cache)
    (entry,) = entries(cache)
    (tmp_path / "target").write_bytes(entry.read_bytes())
    entry.unlink()
    entry.symlink_to(tmp_path / "target")
    assert check(root, cache) == first
    entry.unlink()
    os.mkfifo(entry)
    assert check(root, cache) == first
    entry.unlink()
    entry.mkdir()
    assert check(root, cache) == first


@posix
def test_a_full_or_closed_disk_keeps_nothing_and_says_nothing(tmp_path: Path) -> None:
    root, _ = made(tmp_path)
    first = check(root, tmp_path / "k")
    (tmp_path / "file").write_text("")
    for folder in (tmp_path / "file", Path("/proc/nowhere"), Path("/dev/full")):
        assert check(root, folder) == first


def test_another_vis_another_python_and_another_library_judge_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, cache = made(tmp_path)
    package = Path(sys.modules["vis_cli"].__file__ or "").parent
    installed = tmp_path / "site"
    shutil.copytree(package, installed / "vis_cli", ignore=shutil.ignore_patterns("__pycache__", "sample"))
    shutil.copytree(package.parent / "templates", installed / "templates")

    def run() -> int:
        check(root, cache, PYTHONPATH=str(installed))
        return len(entries(cache))

    assert [run(), run()] == [1, 1]
    rule_file = next((installed / "vis_cli/rules").glob("vis201_*.py"))
    about = rule_file.stat()
    text = rule_file.read_text(encoding="utf-8")
    rule_file.write_text(text.replace("there is no", "there IS no", 1), encoding="utf-8")
    os.utime(rule_file, ns=(about.st_atime_ns, about.st_mtime_ns))
    assert rule_file.stat().st_size == about.st_size
    assert [run(), run()] == [2, 2], "an edit that keeps the time and the size is an edit"
    (installed / "vis_cli/locale/sv/LC_MESSAGES/vis.mo").write_bytes(b"")
    assert [run(), run()] == [3, 3], "what is said is a part of vis"
    structure = installed / "templates/agreement.structure.yaml"
    structure.write_text(structure.read_text(encoding="utf-8") + "# more\n", encoding="utf-8")
    assert [run(), run()] == [4, 4], "and so is the standard structure"
    (installed / "exempel-1.0.dist-info").mkdir()
    assert [run(), run()] == [5, 5]
    (installed / "exempel-1.0.dist-info").rename(installed / "exempel-1.1.dist-info")
    assert [run(), run()] == [6, 6], "an upgrade of what it stands on"


def test_the_folder_is_bounded_and_what_was_not_asked_for_longest_goes_first(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vis_cli.source.kept.MOST_OF_ALL", 3000)
    kept = Kept(tmp_path / "vis")
    for number, name in enumerate("abc"):
        kept.put(name, Answer(0, name * 900))
        os.utime(tmp_path / f"vis/{name}.json", (number, number))
    assert kept.get("a") == Answer(0, "a" * 900)  # asked for just now
    kept.put("d", Answer(1, "d" * 900))
    assert [kept.get(name) is not None for name in "abcd"] == [True, False, True, True]
    kept.put("e", Answer(0, "e" * MOST_OF_ONE))
    assert kept.get("e") is None


def test_a_tree_that_changes_while_it_is_read_is_not_answered_for() -> None:
    files = {"registry/vis.yaml": VIS_YAML}
    tree = Witness(MemoryTree(files))
    assert tree.read("registry/vis.yaml") == tree.read("registry/vis.yaml") == VIS_YAML.encode()
    assert tree.steady
    tree._base = MemoryTree({"registry/vis.yaml": "id: other\n"})
    tree.read("registry/vis.yaml")
    assert not tree.steady


def test_names_and_forms_are_a_part_of_what_an_answer_follows_from() -> None:
    a = {"registry/a.yaml": "x", "registry/bilaga.pdf": "1"}
    digests = [
        Witness(MemoryTree(files)).digest for files in (a, {**a, "registry/b.pdf": ""}, {"registry/a.yaml": "x"})
    ]
    assert len(set(digests)) == 3


class Editing(RuleBasedStateMachine):
    """A register that people edit, move, restore and ask about; what is kept is never seen in what is said."""

    names = st.sampled_from(
        [
            "registry/people.yaml",
            "registry/groups/grupp-ett.yaml",
            "registry/groups/b.yaml",
            "registry/vis.yaml",
            "templates/agreement.structure.yaml",
            "registry/groups/.dold.yaml",
            "templates/house.typ",
            "registry/meetings/grupp-ett/2031-05-01/bilaga.txt",
            "registry/meetings/grupp-ett/2031-05-01.yaml",
        ]
    )
    texts = st.sampled_from(
        [
            VIS_YAML,
            PEOPLE,
            GROUP.format("exempel-person"),
            GROUP.format("exempel-annan"),
            "",
            "a: [",
            "id: b\n",
            PEOPLE.replace("Person", "Nosrep"),
            "tel: 20310101-0000\n",
            "exempel-annan:\n  name: Exempel Annan\n",
        ]
    )

    def __init__(self) -> None:
        super().__init__()
        self.place = TemporaryDirectory(prefix="vis-kept-")
        self.root, self.cache = made(Path(self.place.name))
        self.saved = Path(self.place.name) / "saved"
        shutil.copytree(self.root, self.saved)

    def teardown(self) -> None:
        self.place.cleanup()

    @rule(name=names, text=texts)
    def write(self, name: str, text: str) -> None:
        register(self.root, {name: text}, vis_yaml=None)

    @rule(name=names)
    def edit_with_the_same_time_and_size(self, name: str) -> None:
        path = self.root / name
        if path.is_file() and (data := path.read_bytes()):
            about = path.stat()
            path.write_bytes(data.swapcase())
            os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))

    @rule(name=names)
    def touch(self, name: str) -> None:
        if (self.root / name).is_file():
            os.utime(self.root / name)

    @rule(name=names)
    def remove(self, name: str) -> None:
        (self.root / name).unlink(missing_ok=True)

    @rule(name=names, other=names)
    def rename(self, name: str, other: str) -> None:
        if (self.root / name).is_file():
            (self.root / other).parent.mkdir(parents=True, exist_ok=True)
            (self.root / name).replace(self.root / other)

    @rule(name=names)
    def link(self, name: str) -> None:
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.unlink(missing_ok=True)
        path.symlink_to("../people.yaml")

    @rule()
    def switch_to_what_was_saved_and_save_this(self) -> None:
        self.root.rename(aside := self.root.with_name("aside"))
        self.saved.rename(self.root)
        aside.rename(self.saved)

    @rule(
        options=st.sampled_from(
            [
                (),
                ("--format", "concise"),
                ("--format", "json"),
                ("--strict",),
                ("--gaps",),
                ("--select", "VIS2"),
                ("--ignore", "VIS201"),
                ("registry/groups",),
                ("registry/people.yaml",),
                ("--select", "VIS0,VIS2"),
            ]
        ),
        language=st.sampled_from(["en", "sv"]),
    )
    def ask(self, options: tuple[str, ...], language: str) -> None:
        known = check(self.root, self.cache, *options, VIS_LANG=language)
        assert known == check(self.root, self.cache, *options, "--no-cache", VIS_LANG=language)
        assert known == check(self.root, self.cache, *options, VIS_LANG=language)


TestEditing = Editing.TestCase
TestEditing.settings = settings(
    max_examples=6, stateful_step_count=14, deadline=None, suppress_health_check=list(HealthCheck), database=None
)
