"""Random YAML texts for the property tests: random data, written in random styles with comments in random places."""

import re
from dataclasses import dataclass, field
from typing import Any

from hypothesis import strategies as st

from vis_cli.places import Route
from vis_cli.source.text import forbidden
from vis_cli.source.yaml import parse

SENTENCES = [
    "Exempelgruppen möts varje månad, i regel den första tisdagen, och rapporterar till styrgruppen efter varje möte",
    "Text med  dubbla  mellanslag, kolon: och # nummertecken som inte är en kommentar, lång nog för att brytas",
    "en rad\noch en till",
    "en rad\n\nefter en tom\n",
    "  indragen\nsedan inte",
    "med tomma rader efter\n\n\n",
    "rad med blank \ni slutet",
    "# inte en kommentar\n- inte en punkt\n",
    "tabb\there",
]
WORDS = [
    "exempel", "a-b", "14:00", "2026-02-19", "2022-23", "2022", "1.50", "no", "Y", "null", "~", "", " ", "a: b", "a #b",
    "a:", "# c", "- x", "?", "[a", "b]", "{", "x, y", "it's", '"q"', "\\", "åäö", "–", "0x1F", "010", "1_000", "=",
    "<<", ".5", "...", "---", "*a", "&a", "!t", "%x", "@x", "`x", "|", ">", "a?", "https://exempel.se/a?b=c#d",
    "2026-13-45", "+46 8 00", "1:30", "012-345 67 89", "true", "off", ".inf", "1e5", "nej 😀",
]  # fmt: skip


def _allowed(text: str) -> bool:
    return forbidden(text) is None


text_values = st.one_of(
    st.sampled_from(WORDS),
    st.sampled_from(SENTENCES),
    st.text(st.sampled_from("ab 1-:#,'\"\n[]{}?åé.&*|>%\\~=")),
    st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t")).filter(_allowed),
)
scalars = st.one_of(
    text_values, st.integers(-(10**17), 10**17), st.integers(-9, 99), st.booleans(), st.none(), st.floats(width=32)
)
keys = st.one_of(
    st.sampled_from(["id", "name", "members", "from", "until", "role", "notes", "på svenska"]),
    text_values.filter(lambda text: text != "<<" and len(text) < 200),
)
plain_data = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
)
# In documents under edit the data is milder, so that examples are small and shrink well.
_mild = st.one_of(
    st.sampled_from(["exempel", "b", "x y", "no", "14:00", "2026-02-19", "a: b"]), st.sampled_from(SENTENCES)
)
_leaf = st.one_of(_mild, st.integers(0, 99), st.none(), st.booleans())
_names = st.sampled_from(["id", "name", "members", "from", "until", "role", "on", "a b"])
values = st.recursive(
    _leaf, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_names, inner, max_size=3), max_leaves=6
)
roots = st.dictionaries(_names, values, min_size=1, max_size=4) | st.lists(values, min_size=1, max_size=3)


@dataclass
class _Writer:
    """Writes data in styles drawn from `draw`: what a person might have typed."""

    draw: Any
    lines: list[str] = field(default_factory=list)
    count: int = 0

    def chance(self, one_in: int) -> bool:
        return bool(self.draw(st.integers(1, one_in)) == one_in)

    def comment(self) -> str:
        self.count += 1
        return f"# c{self.count}" + self.draw(st.sampled_from(["", " x", ": 'y", " # - z"]))

    def beside(self) -> str:
        return "  " * self.draw(st.integers(0, 1)) + " " + self.comment() if self.chance(4) else ""

    def between(self, column: int) -> None:
        while self.chance(4):
            shift = self.draw(st.sampled_from([0, 0, 0, -2, 2, 1]))
            if self.chance(3):
                self.lines.append("")
            self.lines.append(" " * max(0, column + shift) + self.comment())

    def block(self, data: Any, column: int) -> None:
        """The lines of a block at `column`; the first may be joined to a dash by the caller."""
        step = self.draw(st.sampled_from([2, 2, 2, 4, 3]))
        for name, item in data.items() if isinstance(data, dict) else [(None, item) for item in data]:
            head = self.text(name) + ":" if name is not None else "-"
            if self.chance(15) and name is not None:
                head = f"? {self.text(name)}\n{' ' * column}:"
            self.child(head, item, column, step)
            self.between(column)

    def child(self, head: str, item: Any, column: int, step: int) -> None:
        pad = " " * column
        if isinstance(item, (dict, list)) and item and not self.chance(4):
            if head == "-" and not self.chance(3):
                at = len(self.lines)
                gap = self.draw(st.integers(1, 3))
                self.block(item, column + 1 + gap)
                if self.lines[at].lstrip(" ").startswith("?"):
                    self.lines.insert(at, pad + "-")
                else:
                    self.lines[at] = pad + "-" + self.lines[at][column + 1 :]
                return
            self.lines.append(pad + head + self.beside())
            zero = head != "-" and isinstance(item, list) and self.chance(4)
            self.between(column + (0 if zero else step))
            self.block(item, column + (0 if zero else step))
        elif item is None and self.chance(2):
            self.lines.append(pad + head + self.beside())
        else:
            if self.chance(10):
                self.lines.append(pad + head + self.beside())
                self.between(column + step)
                head, pad = "", " " * (column + step)
                first, *rest = self.scalar(item, column + step)
            else:
                first, *rest = self.scalar(item, column + step)
                first = " " * self.draw(st.sampled_from([1, 1, 2])) + first
            self.lines += [pad + head + first, *rest]
            if not rest:
                self.lines[-1] += self.beside()

    def scalar(self, item: Any, column: int) -> list[str]:
        pad = " " * column
        if isinstance(item, str) and not self.chance(4):
            body = item.rstrip("\n")
            rows = [pad + row if row else "" for row in body.split("\n")]
            odd = "\t" in item or not body.strip() or item[0] in " \n"
            if "\n" in item and not odd:
                ends = len(item) - len(body)
                header = "|" + ("-" if not ends else "" if ends == 1 else "+") + self.beside()
                extra = [""] * (ends - 1) if ends > 1 else [""] * self.draw(st.sampled_from([0, 0, 1]))
                return [header, *rows, *extra]
            if "\n" not in item and not odd and item[-1] != " " and self.chance(2):
                words = re.split(r"(?<=[^ ]) (?=[^ ])", item)
                cut = self.draw(st.integers(0, len(words)))
                halves = [" ".join(part) for part in (words[:cut], words[cut:]) if part]
                return [self.draw(st.sampled_from([">-", ">-"])) + self.beside(), *(pad + half for half in halves)]
        if isinstance(item, (dict, list)) and item and self.chance(3):
            return self.long_flow(item, column)
        return [self.flow(item)]

    def long_flow(self, data: Any, column: int) -> list[str]:
        rows = ["[" if isinstance(data, list) else "{"]
        rows[0] += self.beside()
        pad = " " * (column + 1)
        for name, item in data.items() if isinstance(data, dict) else [(None, item) for item in data]:
            if self.chance(5):
                rows.append(pad + self.comment())
            words = self.flow(item)
            rows.append(pad + (f"{self.text(name)}: {words}" if name is not None else words) + ",")
            rows[-1] += self.beside()
        return [*rows, " " * column + ("]" if isinstance(data, list) else "}")]

    def flow(self, data: Any) -> str:
        if isinstance(data, dict):
            pairs = [f"{self.text(name)}: {self.flow(item)}" for name, item in data.items()]
            return "{" + self.draw(st.sampled_from([", ", ",", " , "])).join(pairs) + "}"
        if isinstance(data, list):
            items = [self.flow(item) for item in data]
            end = "," if items and self.chance(5) else ""
            return "[" + self.draw(st.sampled_from([", ", ",", " , "])).join(items) + end + "]"
        if isinstance(data, str):
            return self.text(data)
        return {None: self.draw(st.sampled_from(["null", "~"])), True: "true", False: "false"}.get(
            data if data is None or isinstance(data, bool) else "", str(data)
        )

    def text(self, data: str) -> str:
        if re.fullmatch("[a-z]{1,9}|2026-02-19", data) and not self.chance(3):
            return data
        if "\n" in data or "\t" in data or self.chance(2):
            escaped = data.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t")
            return f'"{escaped}"'
        return "'" + data.replace("'", "''") + "'"


@st.composite
def documents(draw: Any) -> tuple[str, Any]:
    """A text with comments `# c1`, `# c2` … and the data in it."""
    data = draw(roots)
    writer = _Writer(draw)
    if writer.chance(8):
        writer.lines.append("---" + writer.beside())
    writer.between(0)
    if writer.chance(8):
        writer.lines += writer.scalar(data, 0)
    else:
        writer.block(data, 0)
    writer.between(0)
    text = "\n".join(writer.lines) + draw(st.sampled_from(["\n", "\n", "\n", "", "\n\n"]))
    found, faults = parse(text)  # it differs where a blank line or comment came to stand in a block text
    assert not faults
    return text, found


def routes(data: Any, kind: type | tuple[type, ...] = object) -> list[Route]:
    """Every route in the data to a value of that kind."""
    found: list[Route] = [()] if isinstance(data, kind) else []
    steps = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    for step, value in steps:
        found += [(step, *rest) for rest in routes(value, kind)]
    return found


def at(data: Any, route: Route) -> Any:
    """The value at a route."""
    for step in route:
        data = data[step]
    return data
