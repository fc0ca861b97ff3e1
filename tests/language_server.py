"""yaml-language-server, which gives editors faults, hover texts and completions, driven over its standard streams."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

SERVER = shutil.which("yaml-language-server", path=f"{sys.prefix}/editor/node_modules/.bin") or shutil.which(
    "yaml-language-server"
)
needs_server = pytest.mark.skipif(
    SERVER is None or shutil.which("node") is None,
    reason="yaml-language-server is not installed: npm ci in .requirements/editor, or `make test` where there is npm",
)


class Server:
    """The server, started in the folder of a register; nothing is looked up on the network."""

    def __init__(self, root: Path, *, schemas: dict[str, Any] | None = None) -> None:
        assert SERVER
        self.root = root
        self._schemas = {f"{root.as_uri()}/{path}": glob for path, glob in (schemas or {}).items()}
        self._process = subprocess.Popen(
            [SERVER, "--stdio"], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self._calls = 0
        shows = {"hover": {"contentFormat": ["markdown"]}, "completion": {"completionItem": {"snippetSupport": True}}}
        self._call(
            "initialize",
            processId=None,
            rootUri=root.as_uri(),
            workspaceFolders=[{"uri": root.as_uri(), "name": "register"}],
            capabilities={"workspace": {"configuration": True}, "textDocument": shows},
        )
        self._tell("initialized")

    def __enter__(self) -> "Server":
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.communicate()

    def faults(self, path: str) -> list[tuple[int, str]]:
        """(line counted from 1, message) of what is wrong in a file that is opened, by line."""
        text = (self.root / path).read_text(encoding="utf-8")
        document = {"uri": self._uri(path), "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)

        def published(message: Any) -> bool:
            shown = message.get("method") == "textDocument/publishDiagnostics"
            return shown and message["params"]["uri"] == self._uri(path)

        found = self._until(published)["params"]["diagnostics"]
        return sorted((item["range"]["start"]["line"] + 1, item["message"]) for item in found)

    def hover(self, path: str, line: int, column: int) -> str:
        """What is shown over a place of an opened file, as Markdown; both are counted from 1."""
        found = self._call("textDocument/hover", **self._place(path, line, column))
        return found["contents"]["value"] if found else ""

    def completions(self, path: str, line: int, column: int) -> dict[str, str]:
        """What can be put in at a place of an opened file, each with what is said of it."""
        found = self._call("textDocument/completion", **self._place(path, line, column))
        items = found["items"] if isinstance(found, dict) else found
        return {item["label"]: _text(item.get("documentation")) for item in items}

    def _uri(self, path: str) -> str:
        return (self.root / path).as_uri()

    def _place(self, path: str, line: int, column: int) -> dict[str, Any]:
        position = {"line": line - 1, "character": column - 1}
        return {"textDocument": {"uri": self._uri(path)}, "position": position}

    def _call(self, method: str, **params: Any) -> Any:
        self._calls += 1
        number = self._calls
        self._send(id=number, method=method, params=params)
        return self._until(lambda message: message.get("id") == number and "method" not in message).get("result")

    def _tell(self, method: str, **params: Any) -> None:
        self._send(method=method, params=params)

    def _until(self, wanted: Callable[[Any], bool]) -> Any:
        """The first message that is wanted; what the server asks meanwhile is answered."""
        while True:
            message = self._read()
            if "id" in message and "method" in message:
                items = message["params"].get("items", []) if message["method"] == "workspace/configuration" else []
                self._send(id=message["id"], result=[self._setting(item.get("section")) for item in items])
            if wanted(message):
                return message

    def _setting(self, section: str | None) -> Any:
        if section != "yaml":
            return None
        shown = {"validate": True, "hover": True, "completion": True}
        return {**shown, "schemas": self._schemas, "schemaStore": {"enable": False}}

    def _send(self, **message: Any) -> None:
        assert self._process.stdin
        data = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(data) + data)
        self._process.stdin.flush()

    def _read(self) -> Any:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            if name.lower() == b"content-length":
                length = int(value)
        assert length, "the language server has ended"
        return json.loads(self._process.stdout.read(length))


def _text(documentation: Any) -> str:
    return str(documentation.get("value", "")) if isinstance(documentation, dict) else str(documentation or "")
