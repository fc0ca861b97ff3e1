"""Documents in templates that did not come with vis: made in a process of its own, under limits.

A register's own templates and house style can come from anyone. They are given plain data and answer bytes, in an empty
folder and an empty environment, without a net; one that is made to go on for ever or to fill the memory harms nobody
but its own process. Templates that are those of vis, byte for byte, are filled in here.
"""

import json
import os
import pickle
import subprocess
import sys
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from vis_cli.documents import finished
from vis_cli.documents.document import Document, Picture
from vis_cli.documents.faults import DocumentFault, TemplateFault
from vis_cli.documents.folder import folder_of_its_own
from vis_cli.documents.pdf import HOUSE
from vis_cli.documents.style import foreign
from vis_cli.errors import N_
from vis_cli.facts.markdown import MarkdownFault
from vis_cli.history.state import Provenance

SECONDS = 20
"""The most time that one document may take, by the clock on the wall."""
RECKONING = 10
"""The most time that it may reckon."""
MEMORY = 2 * 1024 * 1024 * 1024
"""The most memory, in bytes, where the system can hold it to that."""
LARGEST = 32 * 1024 * 1024
"""The most bytes that it may come to."""

_BEGINNING = 10
"""So many seconds more it may take to begin, and to say which template was at work."""
_ANSWER, _STAGE = "answer", "stage"
_NOWHERE = "http://127.0.0.1:9"


def as_markdown(document: Document, style: Mapping[str, bytes], provenance: Provenance | None) -> str:
    """`finished.as_markdown`, apart where the templates are not those of vis."""
    return _made("as_markdown", document.template, style, document, style, provenance).decode()


def as_page(document: Document, style: Mapping[str, bytes], provenance: Provenance | None) -> str:
    """`finished.as_page`, apart where the templates are not those of vis."""
    return _made("as_page", document.template, style, document, style, provenance).decode()


def as_picture(picture: Picture, style: Mapping[str, bytes]) -> str:
    """`finished.as_picture`, apart where the templates are not those of vis."""
    return _made("as_picture", picture.template, style, picture, style).decode()


def as_pdf(document: Document, style: Mapping[str, bytes], provenance: Provenance | None, *, today: date) -> bytes:
    """`finished.as_pdf`, apart where the templates or the house style are not those of vis."""
    return _made("as_pdf", document.template, style, document, style, provenance, today)


def bare(template: str, context: Mapping[str, Any], style: Mapping[str, bytes], *, pdf: bool) -> bytes:
    """`finished.bare`, apart where the templates or the house style are not those of vis."""
    return _made("bare", template, style, template, context, style, pdf)


def unreadable(names: Sequence[str], style: Mapping[str, bytes]) -> tuple[TemplateFault, ...]:
    """The faults of templates that cannot be read, apart where they are not those of vis. Nothing is filled in."""
    try:
        found = json.loads(_made("unreadable", names[0], style, names, style))
    except TemplateFault as fault:  # it took more than it may, only to be read
        return (fault,)
    return tuple(TemplateFault(**each) for each in found)


def _made(what: str, template: str, style: Mapping[str, bytes], *given: Any) -> bytes:
    """What a function of `finished` makes, here or apart. Raises TemplateFault, DocumentFault."""
    strange = foreign(style)
    if not strange:
        return _bytes(getattr(finished, what)(*given))
    with folder_of_its_own() as folder:
        call = folder / "call"
        call.write_bytes(pickle.dumps((what, given)))
        stopped = _run(folder, call)
        call.unlink()
        answer = folder / _ANSWER
        if not stopped and answer.is_file() and answer.stat().st_size <= LARGEST + 1024:
            head, _, made = answer.read_bytes().partition(b"\n")
            return _opened(json.loads(head), made, template)
        setting = (folder / _STAGE).exists()
    raise _too_much(template, strange, setting=setting)


def _run(folder: Path, call: Path) -> bool:
    """Let a process make it; whether it had to be stopped."""
    paths = [path for path in sys.path if os.path.isabs(path)]  # noqa: PTH117 - a path to import from is a string
    script = f"import sys; sys.path[:] = {paths!r}; from {__name__} import main; main()"
    environment = {"TMPDIR": str(folder), "TEMP": str(folder), "TMP": str(folder)}
    environment |= dict.fromkeys(("http_proxy", "https_proxy", "all_proxy", "HTTPS_PROXY", "ALL_PROXY"), _NOWHERE)
    if os.name == "nt":
        environment["SYSTEMROOT"] = os.environ.get("SYSTEMROOT", "")  # no program starts without it
    quiet = subprocess.DEVNULL
    with call.open("rb") as given:
        process = subprocess.Popen(
            [sys.executable, "-I", "-B", "-X", "utf8", "-c", script],
            stdin=given,
            stdout=quiet,
            stderr=quiet,
            cwd=folder,
            env=environment,
        )
        try:
            return process.wait(SECONDS + _BEGINNING) != 0
        except subprocess.TimeoutExpired:
            return True
        finally:
            process.kill()
            process.wait()


def _opened(found: dict[str, Any], made: bytes, template: str) -> bytes:
    """The bytes that were made, or the fault that was found instead."""
    if "template" in found:
        raise TemplateFault(**found["template"])
    if "document" in found:
        faults = [MarkdownFault(**fault) for fault in found["document"]["faults"]]
        raise DocumentFault(faults, name=found["document"]["name"])
    if "unknown" in found:
        raise TemplateFault(template, 1, N_("this cannot be computed: {reason}"), {"reason": found["unknown"]})
    return made


def _too_much(template: str, strange: frozenset[str], *, setting: bool) -> TemplateFault | DocumentFault:
    """What is said of a process that was stopped: of the house style, logo or fonts if they were at work, else of the
    template.
    """
    message = N_("it takes more than {seconds} seconds, or more memory or bytes than a document may")
    values = {"seconds": RECKONING}
    looks = sorted((name for name in strange if not name.endswith(".j2")), key=lambda name: name != HOUSE)
    if setting and looks:
        return DocumentFault([MarkdownFault(1, message, values)], name=looks[0])
    name = template if template in strange else min(strange)
    return TemplateFault(name, 1, message, values, unreadable=True)


def main() -> None:
    """Make the document that standard input asks for; run as a program, in the folder that is all it may write in."""
    from vis_cli.documents.confined import confine

    confine(Path.cwd(), seconds=RECKONING, clock=SECONDS, memory=MEMORY, largest=LARGEST)
    what, given = pickle.load(sys.stdin.buffer)
    if what == "as_pdf":
        finished.SETTING.append(lambda: Path(_STAGE).touch())
    made = b""
    try:
        made = _bytes(getattr(finished, what)(*given))
        head: dict[str, Any] = {}
    except TemplateFault as fault:
        head = {"template": fault.as_data}
    except DocumentFault as fault:
        parts = ("line", "message", "values", "help")
        faults = [{word: getattr(one, word) for word in parts} for one in fault.faults]
        head = {"document": {"name": fault.name, "faults": faults}}
    except MemoryError:
        os._exit(1)
    except Exception as error:  # whatever a hostile template makes of a program, it is told as its fault
        head = {"unknown": type(error).__name__}
    Path(_ANSWER).write_bytes(json.dumps(head, default=str).encode() + b"\n" + made)
    os._exit(0)


def _bytes(made: str | bytes) -> bytes:
    return made.encode() if isinstance(made, str) else made
