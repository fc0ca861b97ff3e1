"""An interpreter that lacks what Windows lacks, as far as another system can pretend to.

Modules that Windows has not are not there, nor are functions and flags of `os` and `signal`; no name is opened in an
open folder, no folder is opened at all; a file that vis opens by its number must be opened as bytes; links cannot be
made; a lock is one of `msvcrt`. The standard library and other people's packages are read before that: on Windows they
have their own ways. `main` is a warm process as in `tests.warm`, and the processes that vis starts are hidden too.
"""

import importlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from pathlib import Path
from types import ModuleType
from typing import Any

MODULES = ("fcntl", "resource", "pwd", "grp", "termios", "tty", "pty", "syslog", "spwd", "nis", "crypt", "readline")
OF_OS = (
    *("fork", "forkpty", "register_at_fork", "posix_spawn", "posix_spawnp", "wait", "wait3", "wait4", "waitid"),
    *("O_NOFOLLOW", "O_DIRECTORY", "O_CLOEXEC", "O_NONBLOCK", "O_SYNC", "O_DSYNC", "O_TMPFILE", "O_PATH", "O_NOCTTY"),
    *("fchmod", "chown", "fchown", "lchown", "fchdir", "chroot", "mkfifo", "mknod", "pread", "pwrite", "preadv"),
    *("geteuid", "getuid", "getegid", "getgid", "getgroups", "setuid", "setgid", "seteuid", "setsid", "setpgid"),
    *("getpgid", "getpgrp", "killpg", "nice", "sync", "fdatasync", "statvfs", "fstatvfs", "uname", "ttyname"),
    *("getloadavg", "sysconf", "confstr", "sendfile", "sched_getaffinity", "posix_fallocate", "posix_fadvise"),
)
OF_SIGNAL = (
    *("SIGALRM", "SIGKILL", "SIGXCPU", "SIGXFSZ", "SIGPIPE", "SIGHUP", "SIGQUIT", "SIGCHLD", "SIGUSR1", "SIGUSR2"),
    *("setitimer", "getitimer", "alarm", "pause", "ITIMER_REAL", "pthread_sigmask", "sigwait", "siginterrupt"),
)
_READ_BEFORE = (
    *("asyncio", "ctypes", "multiprocessing.pool", "concurrent.futures.process", "concurrent.futures.thread"),
    *("shutil", "zipfile", "pickle", "traceback", "locale", "gettext", "getpass", "zoneinfo", "webbrowser", "csv"),
    *("typer.main", "typer.testing", "pydantic", "_ruamel_yaml", "ruamel.yaml", "jinja2", "jinja2.sandbox", "git"),
    *("rich.console", "markdown_it", "typst", "openpyxl", "pypdf", "questionary", "prompt_toolkit.output.vt100"),
    *("rapidfuzz.process", "snowballstemmer", "icalendar", "holidays"),
)
_BYTES = 1 << 28
"""What stands for O_BINARY, which other systems have no need of."""
_ROOT = str(Path(__file__).parents[2])


def read_before() -> None:
    """Read what has its own ways on Windows."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
    for name in _READ_BEFORE:
        importlib.import_module(name)


def hide() -> None:
    """Take away what Windows has not. There is no way back."""
    sys.modules["msvcrt"] = _msvcrt()
    for name in MODULES:
        sys.modules[name] = None  # type: ignore[assignment]
    _processes()
    usage = os.statvfs
    shutil._USE_CP_SENDFILE = False  # type: ignore[attr-defined]
    shutil.disk_usage = lambda path: _usage(usage(path))  # type: ignore[assignment, misc]
    for module, names in ((os, OF_OS), (signal, OF_SIGNAL)):
        for name in names:
            if hasattr(module, name):
                delattr(module, name)
    _files()
    sys.platform = "win32"
    sys.getwindowsversion = lambda: (10, 0, 22631, 2, "")  # type: ignore[attr-defined]


def _msvcrt() -> ModuleType:
    import fcntl

    found: Any = ModuleType("msvcrt")
    found.LK_NBLCK, found.LK_LOCK, found.LK_UNLCK = 2, 1, 0

    def locking(descriptor: int, mode: int, _count: int) -> None:
        if mode == found.LK_UNLCK:
            fcntl.flock(descriptor, fcntl.LOCK_UN)
            return
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise PermissionError(13, "Permission denied") from None

    found.locking = locking
    return found


def _usage(found: os.statvfs_result) -> "shutil._ntuple_diskusage":
    """As `shutil` reckons, which asks Windows otherwise."""
    total, free = found.f_blocks * found.f_frsize, found.f_bavail * found.f_frsize
    return shutil._ntuple_diskusage(total, total - free, free)


def _processes() -> None:
    begin = subprocess.Popen.__init__
    kill = signal.SIGKILL

    def limited(self: Any, *given: Any, **options: Any) -> None:
        for name in ("preexec_fn", "pass_fds", "start_new_session", "process_group", "user", "group"):
            if options.get(name):
                raise ValueError(f"{name} is not supported on Windows platforms")
        begin(self, *given, **options)

    subprocess.Popen.__init__ = limited  # type: ignore[method-assign]
    subprocess.Popen.kill = lambda self: self.poll() is None and os.kill(self.pid, kill)  # type: ignore[method-assign]


def _files() -> None:
    real = {name: getattr(os, name) for name in ("open", "stat", "unlink", "mkdir", "rmdir", "replace", "rename")}

    def without_folders(name: str) -> Any:
        def called(*given: Any, **options: Any) -> Any:
            if any(options.pop(key, None) is not None for key in ("dir_fd", "src_dir_fd", "dst_dir_fd")):
                raise NotImplementedError("dir_fd unavailable on this platform")
            return real[name](*given, **options)

        return called

    for name in real:
        setattr(os, name, without_folders(name))

    def opened(path: Any, flags: int, mode: int = 0o777, *, dir_fd: int | None = None) -> int:
        if dir_fd is not None:
            raise NotImplementedError("dir_fd unavailable on this platform")
        if not isinstance(path, int) and os.path.isdir(path):  # noqa: PTH112
            raise PermissionError(13, "Permission denied", path)
        asked_by = sys._getframe(1).f_globals.get("__name__", "")
        if asked_by.startswith("vis_cli") and not flags & _BYTES and not str(path).endswith("lock"):
            raise AssertionError(f"{asked_by} opens {path} as a text, in which Windows would change bytes")
        return real["open"](path, flags & ~_BYTES, mode)  # type: ignore[no-any-return]

    def no_link(*_given: Any, **_options: Any) -> None:
        raise OSError(22, "A required privilege is not held by the client")

    os.O_BINARY = _BYTES  # type: ignore[attr-defined]
    os.open = opened  # type: ignore[assignment]
    os.symlink = no_link
    for name in ("supports_dir_fd", "supports_fd", "supports_follow_symlinks"):
        setattr(os, name, set())
    shutil._use_fd_functions = False  # type: ignore[attr-defined]
    tempfile._O_TMPFILE_WORKS = False  # type: ignore[attr-defined]


def in_children() -> None:
    """Have the processes that vis starts with this interpreter begin by hiding too."""
    real = sys.executable
    folder = Path(tempfile.mkdtemp(prefix="windows-"))
    wrapper = folder / "python"
    wrapper.write_text(f"#!{real}\nimport sys; sys.path.insert(0, {_ROOT!r})\nimport os\n"
                       f"from tests.faults.windows import instead\ninstead({real!r}, sys.argv[1:])\n")  # fmt: skip
    wrapper.chmod(0o700)
    sys.executable = str(wrapper)


def instead(real: str, arguments: list[str]) -> None:
    """Become the interpreter, with a script that hides first."""
    at = arguments.index("-c") + 1
    first = (
        f"import sys; sys.path[:0] = [{_ROOT!r}, *{sys.path[1:]!r}]; from tests.faults.windows import start; start()"
    )
    os.execv(real, [real, *arguments[:at], f"{first}\n{arguments[at]}", *arguments[at + 1 :]])


def start() -> None:
    """For a process that vis has started."""
    read_before()
    hide()


if __name__ == "__main__":
    from tests import warm

    fork = os.fork
    read_before()
    hide()
    in_children()
    warm.fork = fork
    warm._load()
    warm._serve(socket.socket(fileno=int(sys.argv[1])))
