"""What the program does where it cannot work as usual: no register, no Git, nowhere to write, an odd terminal."""

import fcntl
import os
import shutil
import signal
import struct
import subprocess
import termios
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.program import PROGRAM, environment, interrupted, register, vis
from vis_cli.cli.where import Where

FINE = "files: 1, entities: 1, errors: 0, warnings: 0, gaps: 0\n"
CHECK = ("check", "--select", "VIS0")
ASCII = {
    "LANG": "C",
    "LC_ALL": "C",
    "PYTHONIOENCODING": "ascii",
    "PYTHONUTF8": "0",
    "PYTHONCOERCECLOCALE": "0",
}


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A register with nothing but its `vis.yaml`."""
    return register(tmp_path / "here")


@pytest.fixture
def full() -> Iterator[int]:
    """An output that has no room."""
    device = Path("/dev/full")
    if not device.is_char_device():
        pytest.skip("there is no /dev/full here")
    descriptor = os.open(device, os.O_WRONLY)
    yield descriptor
    os.close(descriptor)


def test_a_folder_that_is_no_register_is_wrong_use_and_the_hint_says_where_to_go(tmp_path: Path) -> None:
    done = vis("check", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert (
        done.err
        == """\
vis: no register here: neither `.` nor a folder above it has a folder `registry`
     go to the register's folder, name it with -C, or begin one with `vis init`
"""
    )


def test_an_empty_register_is_not_called_fine(tmp_path: Path) -> None:
    (tmp_path / "registry").mkdir()
    done = vis(*CHECK, "--format", "concise", cwd=tmp_path)
    assert (done.code, done.out) == (1, "registry:1:1: error[VIS029] there is no file to check\n")


def test_a_register_without_vis_yaml_is_told_so(tmp_path: Path) -> None:
    done = vis(*CHECK, "--format", "concise", cwd=register(tmp_path, {"registry/people.yaml": "{}\n"}, vis_yaml=None))
    assert done.code == 1
    assert done.out == (
        "registry/vis.yaml:1:1: error[VIS031] `registry/vis.yaml` is missing; it says what collaboration this is\n"
    )


def test_the_register_is_found_from_below_and_by_c(here: Path) -> None:
    assert vis(*CHECK, cwd=here / "registry").out == FINE
    assert vis("-C", "here/registry", *CHECK, cwd=here.parent).out == FINE


@pytest.mark.skipif(not shutil.which("git"), reason="needs Git")
def test_a_repository_without_a_commit_is_checked(here: Path) -> None:
    subprocess.run(["git", "init", "-q", str(here)], check=True, env=environment(here))
    done = vis(*CHECK, cwd=here)
    assert (done.code, done.out) == (0, FINE)


@pytest.mark.parametrize("path", ["", "/nonexistent"])
def test_git_need_not_be_installed(here: Path, path: str) -> None:
    for command in (CHECK, ("show", "vis")):
        done = vis(*command, cwd=here, env={"PATH": path})
        assert (done.code, done.err) == (0, "")


def test_checking_writes_nothing(here: Path) -> None:
    for folder in (here / "registry", here):
        folder.chmod(0o555)
    before = sorted(here.rglob("*"))
    from tests.cli.test_bad_files import without_privileges

    assert vis(*CHECK, cwd=here, prepare=without_privileges).out == FINE
    assert sorted(here.rglob("*")) == before
    for folder in (here, here / "registry"):
        folder.chmod(0o755)


def test_a_terminal_without_utf8_gets_utf8_and_no_traceback(tmp_path: Path) -> None:
    register(tmp_path, {"registry/people.yaml": "åke: 3\nexempel: {name: Å, posts: 3, ålder: 4}\n"})
    done = vis(*CHECK, cwd=tmp_path, env=ASCII)
    assert done.code == 1
    assert "error[VIS044] `åke` is not an id" in done.out
    assert "│ exempel: {name: Å" in done.out


def test_an_argument_that_is_not_utf8_is_wrong_use(here: Path) -> None:
    for arguments in (("show", b"\xff"), ("-C", b"\xe5", "check"), ("check", b"registry/\xe5.yaml")):
        done = vis(*arguments, cwd=here)
        assert (done.code, done.out) == (2, "")
        assert done.err == "vis: an argument is not UTF-8\n     set the terminal to UTF-8\n"


def test_closed_streams_do_not_matter(here: Path) -> None:
    assert vis(*CHECK, cwd=here, prepare=lambda: os.close(0)).out == FINE
    assert vis(*CHECK, cwd=here, prepare=lambda: os.close(1)).code == 0
    assert vis(*CHECK, cwd=here, prepare=lambda: os.close(2)).out == FINE
    assert vis("check", "nowhere", cwd=here, prepare=lambda: os.closerange(0, 3)).code == 2
    assert vis("--version", cwd=here, prepare=lambda: os.close(1)).code == 0


@pytest.mark.parametrize("arguments", [CHECK, ("explain",), ("--help",), ("--version",)])
def test_whoever_has_read_enough_is_no_trouble(here: Path, arguments: tuple[str, ...]) -> None:
    reads, writes = os.pipe()
    os.close(reads)
    done = vis(*arguments, cwd=here, stdout=writes)
    os.close(writes)
    assert (done.code, done.err) == (141, "")


@pytest.mark.parametrize("arguments", [CHECK, ("explain",), ("--help",), ("--version",)])
def test_output_without_room_is_told_and_fails(here: Path, full: int, arguments: tuple[str, ...]) -> None:
    done = vis(*arguments, cwd=here, stdout=full)
    assert (done.code, done.err) == (5, "vis: cannot write: No space left on device\n")


def test_output_that_may_not_be_written_is_told_and_fails(here: Path) -> None:
    descriptor = os.open(os.devnull, os.O_RDONLY)
    done = vis("list", cwd=here, stdout=descriptor)
    os.close(descriptor)
    assert (done.code, done.err) == (5, "vis: cannot write: Bad file descriptor\n")


def test_a_message_without_room_keeps_its_exit_code(here: Path, full: int) -> None:
    assert vis("check", "nowhere", cwd=here, prepare=lambda: os.dup2(full, 2)).code == 2
    assert vis(*CHECK, cwd=here, prepare=lambda: os.dup2(full, 2)).code == 0


def test_a_folder_that_is_gone_is_told(tmp_path: Path, here: Path) -> None:
    gone = tmp_path / "gone"
    gone.mkdir()
    done = vis("check", cwd=gone, prepare=gone.rmdir)
    assert done.code == 2
    assert done.err == "vis: the folder that you are in is gone\n     go to the register's folder\n"
    gone.mkdir()
    assert vis("-C", here, *CHECK, "registry", cwd=gone, prepare=gone.rmdir).out == FINE


def test_ctrl_c_ends_it_at_once_even_where_nobody_reads(tmp_path: Path) -> None:
    register(tmp_path, {f"registry/{'x' * 200}-{number}": "" for number in range(800)})
    process = subprocess.Popen(
        [*PROGRAM, *CHECK],
        cwd=tmp_path,
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        preexec_fn=heeding,
    )
    assert process.stdout is not None and process.stderr is not None
    with process.stdout, process.stderr:
        until = time.monotonic() + 20
        while waiting(process.stdout.fileno()) < 65_536 and time.monotonic() < until:
            time.sleep(0.01)
        assert interrupted(process) == 130
        assert process.stderr.read() == b""


def heeding() -> None:
    """Let Ctrl-C through: what a shell begins in the background is told to pass it over."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def waiting(descriptor: int) -> int:
    """How many bytes of a pipe nobody has read yet."""
    found: int = struct.unpack("i", fcntl.ioctl(descriptor, termios.FIONREAD, b"\0\0\0\0"))[0]
    return found


def test_ctrl_c_at_a_question_ends_it(tmp_path: Path) -> None:
    """The question is asked of a terminal, so a terminal is made."""
    import pty

    child, terminal = pty.fork()
    if child == 0:
        heeding()
        os.chdir(tmp_path)
        os.execve(PROGRAM[0], [*PROGRAM, "init", "nytt"], environment(tmp_path))
    while b":" not in os.read(terminal, 1024):
        pass
    time.sleep(0.3)  # Python would not see a signal of the instant in which it begins to read before the next key
    os.write(terminal, b"\x03")
    until = time.monotonic() + 20
    while time.monotonic() < until:
        ended, status = os.waitpid(child, os.WNOHANG)
        if ended:
            break
        time.sleep(0.01)
    else:
        os.kill(child, signal.SIGKILL)
    os.close(terminal)
    assert os.waitstatus_to_exitcode(status) == 130
    assert not (tmp_path / "nytt").exists()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("-C", "registry/vis.yaml", "check"), "there is no folder `registry/vis.yaml`"),
        (("-C", "no/such", "check"), "there is no folder `no/such`"),
        (("-C", "x" * 5_000, "check"), f"there is no folder `{'x' * 5_000}`"),
        (("check", "no/such"), "there is no file or folder `no/such`"),
        (("check", ".."), "`..` is not in the register"),
        (("check", "/"), "`/` is not in the register"),
        (("check", "--select", "VIS777"), "there is no rule VIS777\n     `vis explain` lists the codes"),
        (("check", "--ignore", "VIS0,spelling"), "there is no rule SPELLING\n     `vis explain` lists the codes"),
        (("list", "gruop"), "there is no kind `gruop`\n     did you mean `group`?"),
        (("show", "viss"), "there is nothing with the id `viss`\n     did you mean `vis`?"),
        (
            ("show", "a\x1b[31m\nb"),
            r"there is nothing with the id `a\x1b[31m\x0ab`" "\n     `vis list` shows what there is",
        ),
        (("explain", "VIS999"), "there is no rule VIS999\n     `vis explain` lists the codes"),
    ],
    ids=lambda value: " ".join(value)[:30].encode("ascii", "replace").decode() if isinstance(value, tuple) else "",
)
def test_wrong_use_is_told_in_one_line_and_a_hint(here: Path, arguments: tuple[str, ...], message: str) -> None:
    done = vis(*arguments, cwd=here)
    assert (done.code, done.out, done.err) == (2, "", f"vis: {message}\n")


@pytest.mark.parametrize(
    "arguments",
    [(), ("chekc",), ("check", "--nope"), ("check", "--format", "xml"), ("show",), ("meeting",), ("list", "a", "b")],
    ids=" ".join,
)
def test_an_unknown_option_or_command_is_wrong_use_and_help_goes_where_messages_go(
    here: Path, arguments: tuple[str, ...]
) -> None:
    done = vis(*arguments, cwd=here)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("Usage: vis")


@pytest.mark.parametrize("arguments", [(), ("check",), ("meeting",), ("meeting", "agenda")], ids=" ".join)
def test_help_needs_no_register(tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = vis(*arguments, "--help", cwd=tmp_path)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Usage: vis")


def test_a_path_through_a_link_is_the_path_that_it_leads_to(tmp_path: Path, here: Path) -> None:
    (tmp_path / "link").symlink_to(here)
    for place in ("link", "link/registry", "link/registry/vis.yaml"):
        assert Where(here).relative(tmp_path / place) == place.replace("link", ".", 1).removeprefix("./")
    assert vis("-C", tmp_path / "link", *CHECK, tmp_path / "link/registry", cwd=tmp_path).out == FINE
