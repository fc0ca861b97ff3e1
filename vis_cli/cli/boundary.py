"""Where failures end: a clear message, a hint and an exit code; a bug is named as one."""

import contextlib
import errno
import gc
import os
import sys
import warnings
from typing import NoReturn

from vis_cli.errors import N_, Failure, reason_of

_DISK = {errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO, errno.EFBIG}
_REFUSED = {errno.EACCES, errno.EPERM, errno.EBADF}
"""What a stream says that may not be written to; of a file they are dealt with where it is opened."""
COMPLETE = "_VIS_COMPLETE"
"""Set by the scripts of `vis completion`."""
_MOST_LINES = 100
"""So much is told of a bug; one that comes of calling itself without end would fill the screen."""
_MOST = 32 * 1024
"""So many characters at most are said of one failure, whatever was given: a log is read by people."""
_STOPPED, _UNREAD = 130, 141
"""What a shell says of a program that was ended by Ctrl-C, and of one whose reader went away."""


def run() -> NoReturn:
    """Run the command that the arguments name, and exit."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some would run whatever is installed
    if not sys.warnoptions:
        warnings.simplefilter("ignore")  # those of libraries are for whoever writes vis, and print values
    gc.disable()  # what is read stays to the end; to look for garbage in it again and again takes as long as to read it
    _open_streams()
    try:
        code = _completed() if COMPLETE in os.environ else _command()
        sys.stdout.flush()
    except Failure as failure:
        code = _failed(failure)
    except BrokenPipeError:
        code = _UNREAD  # whoever read has read enough
    except OSError as error:
        code = _failed_at_disk(error)
    except KeyboardInterrupt:
        code = _STOPPED
    except Exception:
        code = _bug()
    if code in (_STOPPED, _UNREAD):
        _discard(sys.stdout)
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except OSError:
            _discard(stream)
    os._exit(code)  # all is written and closed; to give back every object, one by one, would only take time


def _completed() -> int:
    """Answer a shell that asks how the line can go on; it is never told of a fault."""
    from vis_cli.cli.completing import answer

    answer(sys.argv[1:])
    return 0


def _command() -> int:
    """Run the command; its exit code. Raises Failure, OSError, KeyboardInterrupt, and whatever is a bug."""
    if any("\udc80" <= character <= "\udcff" for argument in sys.argv for character in argument):
        raise Failure(N_("an argument is not UTF-8"), hint=N_("set the terminal to UTF-8"))
    if not all(argument.strip() for argument in sys.argv[1:]):
        import shlex

        raise Failure(
            N_("an argument is empty: {command}"),
            hint=N_("write between the quotes what is meant, or leave the argument out"),
            command=shlex.join(["vis", *sys.argv[1:]]),
        )
    if sys.argv[1:] == ["--version"]:  # at once, before anything heavy is loaded
        from vis_cli import __version__

        sys.stdout.write(f"vis {__version__}\n")
        return 0
    from typer import Abort, TyperException

    from vis_cli.cli.frame import program, wrong_use

    try:
        code = program()(prog_name="vis", standalone_mode=False)
    except TyperException as error:
        _say(wrong_use(error))
        return error.exit_code
    except Abort:
        return _STOPPED
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            raise end.__context__ from None
        return end.code if isinstance(end.code, int) else 0
    return code if isinstance(code, int) else 0


def _open_streams() -> None:
    """Let every standard stream take UTF-8; one that is closed goes nowhere."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - the lowest free number
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if os.environ.get("GITHUB_ACTIONS") == "true":
        from vis_cli.cli.runner_log import RunnerLog

        buffer = sys.stderr.detach()  # type: ignore[union-attr]  # so that nobody else closes it
        sys.stderr = RunnerLog(buffer)
    elif sys.stderr.isatty():
        from vis_cli.cli.narrow import NarrowLog

        sys.stderr = NarrowLog(sys.stderr.detach())  # type: ignore[union-attr]


def _failed(failure: Failure) -> int:
    from vis_cli.cli.language import _
    from vis_cli.diagnostics.wording import fill

    _say(f"vis: {fill(failure.message, failure.values, _)}\n")
    if failure.hint:
        _say(f"     {fill(failure.hint, failure.values, _)}\n")
    return failure.exit_code


def _failed_at_disk(error: OSError) -> int:
    if error.errno == errno.ENAMETOOLONG:
        return _failed(Failure(N_("an argument is too long to be the name of anything")))
    if error.errno not in _DISK and (error.errno not in _REFUSED or error.filename is not None):
        return _bug()
    return _failed(Failure(N_("cannot write: {reason}"), reason=reason_of(error), exit_code=5))


def _bug() -> int:
    """Say where it went wrong, and nothing of the data: what an exception says often is a value out of a file."""
    import traceback

    from vis_cli.cli.language import _

    lines = ["Traceback (most recent call first, without values):"]
    seen = sys.exc_info()[1]
    while seen is not None and len(lines) < _MOST_LINES:
        lines.append(f"{type(seen).__module__}.{type(seen).__qualname__}".removeprefix("builtins."))
        frames = traceback.extract_tb(seen.__traceback__)
        lines += [f"  {_module(frame.filename)}:{frame.lineno} {frame.name}" for frame in reversed(frames)]
        seen = seen.__cause__ or (None if seen.__suppress_context__ else seen.__context__)
    _say("\n".join(lines) + "\n")
    _say("vis: " + _(N_("this is a bug in vis; nothing was written by the step that failed")) + "\n")
    return 70


def _module(file: str) -> str:
    """A file of the program without the folder that it is installed in: that often has somebody's name."""
    parts = file.replace(os.sep, "/").split("/")
    for top in ("site-packages", "vis_cli"):
        if top in parts:
            return "/".join(parts[parts.index(top) + (top == "site-packages") :])
    return parts[-1]


def _say(text: str) -> None:
    if len(text) > _MOST:
        text = f"{text[: _MOST // 2]} […] {text[-_MOST // 2 :]}"
    with contextlib.suppress(OSError):
        sys.stderr.write(text)


def _discard(stream: object) -> None:
    """Let what the stream still holds go nowhere: Python would try it again at the very end."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())  # type: ignore[attr-defined]
