"""Where failures end: a clear message, a hint and an exit code; a bug is named as one."""

import contextlib
import errno
import gc
import os
import signal
import sys
from typing import NoReturn

from vis_cli.cli.language import _
from vis_cli.errors import N_, Failure

_DISK = {errno.ENOSPC, errno.EROFS, errno.EDQUOT, errno.EIO, errno.EFBIG}


def run() -> NoReturn:
    """Run the command that the arguments name, and exit."""
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # looking for some would run whatever is installed
    gc.disable()  # what is read stays to the end; to look for garbage in it again and again takes as long as to read it
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if any("\udc80" <= character <= "\udcff" for argument in sys.argv for character in argument):
        _stop(Failure(N_("an argument is not UTF-8"), hint=N_("set the terminal to UTF-8")))
    try:
        from vis_cli.cli.app import app

        app(prog_name="vis")
        sys.stdout.flush()
    except Failure as failure:
        _stop(failure)
    except BrokenPipeError:
        _quietly(141)  # whoever read has read enough
    except OSError as error:
        if error.errno not in _DISK:
            _bug()
        _stop(Failure(N_("cannot write: {reason}"), reason=error.strerror or str(error), exit_code=5))
    except (KeyboardInterrupt, EOFError):
        _quietly(130)
    except RecursionError:
        _bug()
    except Exception:
        _bug()
    sys.exit(0)


def _stop(failure: Failure) -> NoReturn:
    from vis_cli.diagnostics.wording import fill

    sys.stderr.write(f"vis: {fill(failure.message, failure.values, _)}\n")
    if failure.hint:
        sys.stderr.write(f"     {fill(failure.hint, failure.values, _)}\n")
    _exit(failure.exit_code)


def _bug() -> NoReturn:
    import traceback

    traceback.print_exc()
    sys.stderr.write("vis: " + _("this is a bug in vis; nothing was written by the step that failed") + "\n")
    _exit(70)


def _quietly(code: int) -> NoReturn:
    with contextlib.suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    if code == 130 and hasattr(signal, "SIGINT"):
        sys.stderr.write("\n")
    _exit(code)


def _exit(code: int) -> NoReturn:
    with contextlib.suppress(OSError, ValueError):
        sys.stdout.flush()
    sys.exit(code)
