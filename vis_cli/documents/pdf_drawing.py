"""What is drawn in a PDF, part by part: equal for two files that show the same, however each of them was saved.

A file that is saved anew has other object numbers, another order, other compression. What every stream decodes to,
and what refers to what, must be the same. Only the metadata are left out, which no reader sees on a page.
"""

import hashlib
from collections.abc import Iterator
from typing import Any

CONTENT, ANNOTATIONS, FONTS, PICTURES, PAGE, REST = "content", "annotations", "fonts", "pictures", "page", "rest"
"""The parts: five of each page, and what goes along with all of them."""

_PACKED = ("/Length", "/Filter", "/DecodeParms", "/DL")
"""How a stream is stored."""
_UNSEEN = ("/Pages", "/Metadata", "/Version", "/Extensions")
_OF_A_PAGE = ("/Parent", "/Contents", "/Annots", "/Resources")


def drawn(reader: Any) -> dict[str, str]:
    """The digest of each part: `rest`, and for each page `3 content`, `3 annotations` … where it has any."""
    return dict(_Drawing(reader).parts())


class _Drawing:
    def __init__(self, reader: Any) -> None:
        self.reader = reader
        self.pages = list(reader.pages)
        refs = [page.indirect_reference for page in self.pages]
        self.numbers = {(ref.idnum, ref.generation): index for index, ref in enumerate(refs, 1)}
        self.known: dict[tuple[int, int], str] = {}

    def parts(self) -> Iterator[tuple[str, str]]:
        for number, page in enumerate(self.pages, 1):
            resources = dict(page["/Resources"].items()) if "/Resources" in page else {}
            yield f"{number} {CONTENT}", _digest(_content(page))
            for part, value in (
                (ANNOTATIONS, page.get("/Annots")),
                (FONTS, resources.pop("/Font", None)),
                (PICTURES, resources.pop("/XObject", None)),
            ):
                if found := self.each(value):
                    yield f"{number} {part}", _digest("".join(found).encode())
            yield f"{number} {PAGE}", self.digest(resources) + self.digest(_without(page, _OF_A_PAGE))
        yield REST, self.digest(_without(self.reader.root_object, _UNSEEN))

    def each(self, value: Any) -> list[str]:
        """The digests of what stands in an array or a dictionary, each read once however many pages have it."""
        value = value.get_object() if value is not None else None
        if isinstance(value, dict):
            return [f"{name} {self.digest(part)}" for name, part in sorted(value.items())]
        return [self.digest(part) for part in value or ()]

    def digest(self, value: Any) -> str:
        """The digest of a value and of all that it refers to."""
        key = _key(value)
        if key is None:
            return self._digest(value)
        if key not in self.known:
            self.known[key] = self._digest(value)
        return self.known[key]

    def _digest(self, value: Any) -> str:
        made, seen, queue = hashlib.sha256(), {}, [value]
        if key := _key(value):
            seen[key] = 0
        for item in queue:
            for piece in self.written(item.get_object() if _key(item) else item, seen, queue):
                made.update(piece)
        return made.hexdigest()

    def written(self, value: Any, seen: dict[tuple[int, int], int], queue: list[Any]) -> Iterator[bytes]:
        """A value in one way of writing it; what it refers to is numbered in the order of its first mention."""
        if key := _key(value):
            if key in self.numbers:
                yield b"page %d " % self.numbers[key]
                return
            if key not in seen:
                seen[key] = len(queue)
                queue.append(value)
            yield b"ref %d " % seen[key]
        elif isinstance(value, dict):
            data = value.get_data() if hasattr(value, "get_data") else None
            yield b"<<"
            for name, part in sorted(value.items()):
                if data is None or name not in _PACKED:
                    yield str(name).encode() + b" "
                    yield from self.written(part, seen, queue)
            yield b">>" if data is None else b">>%d:%s" % (len(data), data)
        elif isinstance(value, list):
            yield b"["
            for part in value:
                yield from self.written(part, seen, queue)
            yield b"]"
        else:
            yield _plain(value)


def _content(page: Any) -> bytes:
    """What is drawn on a page by itself, which may be stored in several streams."""
    found = page["/Contents"].get_object() if "/Contents" in page else []
    streams = found if isinstance(found, list) else [found]
    return b"\n".join(stream.get_object().get_data() for stream in streams)


def _plain(value: Any) -> bytes:
    """A string by its bytes, a number by its value, a name by its letters."""
    if isinstance(value, bytes):
        return b"%d:%s" % (len(value), value)
    original = getattr(value, "original_bytes", None)
    if isinstance(original, bytes):
        return b"%d:%s" % (len(original), original)
    if isinstance(value, (int, float)):
        return f"{float(value):.6f} ".encode()
    return f"{value} ".encode("utf-8", "surrogatepass")


def _without(value: Any, names: tuple[str, ...]) -> dict[str, Any]:
    return {name: part for name, part in value.items() if name not in names}


def _key(value: Any) -> tuple[int, int] | None:
    """The number of an object that is referred to; None of one that stands where it is used."""
    return (value.idnum, value.generation) if hasattr(value, "idnum") else None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
