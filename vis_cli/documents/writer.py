"""Markdown as Typst: walks the tree of a document, and names by its line what a document cannot hold."""

import re
from collections.abc import Callable, Sequence

from markdown_it.tree import SyntaxTreeNode as Node

from vis_cli.documents import tables
from vis_cli.documents.faults import DocumentFault
from vis_cli.documents.typst import at, call, joined, string
from vis_cli.errors import N_
from vis_cli.facts import markdown
from vis_cli.facts.markdown import MarkdownFault

_BREAK = re.compile(r"<br ?/?>")
"""The one piece of HTML a document may hold, since Markdown has no other line break within a table cell."""

_DATE = re.compile(r"\b\d{1,2}[ \xa0][a-zåäö]{3,9} \d{4}\b")
"""`20 februari 2031`."""

LONG = 1500
"""A block set apart that holds more characters may go on on the next page."""


def to_typst(text: str) -> str:
    """Typst source, in code mode, of a Markdown document. Raises DocumentFault with everything it cannot hold.

    It calls Typst's own elements and four of the house style: `callout(label, body)` for a block quote that begins
    with a line in bold, `lead(body)` for a paragraph that is one, `facts(header, ..rows)` for a table of labels and
    values, `rule()` for a line across.
    """
    writer = _Writer()
    source = writer.blocks(Node(markdown.parse(text)).children)
    if writer.faults:
        raise DocumentFault(sorted(writer.faults, key=lambda fault: fault.line))
    return source


class _Writer:
    """One method for each construct; a construct without a method is a fault."""

    def __init__(self) -> None:
        self.faults: list[MarkdownFault] = []
        self.line = 1
        self.level = 0
        self.glued = False
        """Whether a date is kept in one line, as it is in a heading."""

    def blocks(self, nodes: Sequence[Node]) -> str:
        return joined(at(self._line(node), self.node(node)) for node in nodes)

    def inline(self, nodes: Sequence[Node]) -> str:
        return joined(self.node(node) for node in nodes)

    def node(self, node: Node) -> str:
        self._line(node)
        method: Callable[[Node], str] | None = getattr(self, f"_{node.type}", None)
        if method is None:
            self._fault(
                MarkdownFault(self.line, N_("{construct} has no place in a document"), {"construct": node.type})
            )
            return "[]"
        return method(node)

    def _line(self, node: Node) -> int:
        """The line where `node` stands; what has no place of its own stands where the last one did."""
        if node.map:
            self.line = node.map[0] + 1
        return self.line

    def _fault(self, fault: MarkdownFault) -> None:
        self.faults.append(fault)

    # Blocks

    def _heading(self, node: Node) -> str:
        level = int(node.tag[1])
        if level > self.level + 1:
            self._fault(markdown.level_skipped(self.line, level, self.level))
        self.level = level
        if not tables.text_of(node).strip():
            self._fault(markdown.empty_heading(self.line))
        self.glued = True
        content = self.inline(node.children)
        self.glued = False
        return call("heading", content, level=str(level))

    def _paragraph(self, node: Node) -> str:
        content = self.inline(node.children)
        if node.hidden:
            return content
        if _is_lead(node):
            return call("lead", content)
        made = call("par", content)
        return call("block", made, sticky="true", spacing="1em") if _leads_on(node) else made

    def _inline(self, node: Node) -> str:
        return self.inline(node.children)

    def _bullet_list(self, node: Node) -> str:
        return self._list("list", node)

    def _ordered_list(self, node: Node) -> str:
        start = node.attrs.get("start", 1)
        return self._list("enum", node, start=str(start), numbering=string(f"1{node.markup}"))

    def _list(self, function: str, node: Node, **named: str) -> str:
        tight = all(child.hidden for item in node.children for child in item.children if child.type == "paragraph")
        items = (self.blocks(item.children) for item in node.children)
        return call(function, *items, tight="true" if tight else "false", **named)

    def _blockquote(self, node: Node) -> str:
        label, rest = _label(node)
        if label is None:
            return call("quote", self.blocks(node.children), block="true")
        self._line(node)
        body = [call("par", self.inline(rest))] if rest else []
        body += [at(self._line(child), self.node(child)) for child in node.children[1:]]
        long = "true" if len(tables.text_of(node)) > LONG else "false"
        return call("callout", self.inline(label.children), joined(body), long=long)

    def _table(self, node: Node) -> str:
        return tables.table(node, lambda cell: self.inline(cell.children))

    def _fence(self, node: Node) -> str:
        return call("raw", string(node.content.removesuffix("\n")), block="true")

    _code_block = _fence

    def _hr(self, node: Node) -> str:
        return "rule()"

    def _html_block(self, node: Node) -> str:
        self._fault(markdown.no_html(self.line, node.content))
        return "[]"

    # Inside a line

    def _text(self, node: Node) -> str:
        text = (
            _DATE.sub(lambda date: date[0].replace(" ", "\N{NO-BREAK SPACE}"), node.content)
            if self.glued
            else node.content
        )
        return call("text", string(text))  # a bare string would have no place in Typst's reports

    def _softbreak(self, node: Node) -> str:
        self.line += 1
        return '" "'

    def _hardbreak(self, node: Node) -> str:
        self.line += 1
        return "linebreak()"

    def _strong(self, node: Node) -> str:
        return call("strong", self.inline(node.children))

    def _em(self, node: Node) -> str:
        return call("emph", self.inline(node.children))

    def _code_inline(self, node: Node) -> str:
        return call("raw", string(node.content))

    def _link(self, node: Node) -> str:
        url = str(node.attrs["href"])
        if markdown.link_refused(url):
            self._fault(markdown.no_such_link(self.line, url))
        elif not tables.text_of(node).strip():
            self._fault(MarkdownFault(self.line, N_("a link without a text"), {}, N_("write [text](address)")))
        return call("link", string(url), self.inline(node.children))

    def _image(self, node: Node) -> str:
        self._fault(markdown.no_image(self.line))
        return "[]"

    def _html_inline(self, node: Node) -> str:
        if _BREAK.fullmatch(node.content):
            return "linebreak()"
        self._fault(markdown.no_html(self.line, node.content))
        return "[]"


def _label(quote: Node) -> tuple[Node | None, Sequence[Node]]:
    """The line in bold that a block quote begins with, if any, and what follows it in its paragraph."""
    first = quote.children[0] if quote.children else None
    if first is None or first.type != "paragraph":
        return None, ()
    label, *rest = tables.marks(first)
    if label.type != "strong" or (rest and rest[0].type not in ("softbreak", "hardbreak")):
        return None, ()
    return label, rest[1:]


def _is_lead(node: Node) -> bool:
    """Whether a paragraph is a line in bold with something below it, so that the two belong together."""
    return [mark.type for mark in tables.marks(node)] == ["strong"] and node.next_sibling is not None


def _leads_on(node: Node) -> bool:
    """Whether a paragraph goes with what comes after it: in italics below a heading, words before a list or a table."""
    after, before = node.next_sibling, node.previous_sibling
    if node.parent is None or node.parent.type != "root" or after is None:
        return False
    italic = [mark.type for mark in tables.marks(node)] == ["em"] and before is not None and before.type == "heading"
    return italic or (
        after.type in ("bullet_list", "ordered_list", "table") and tables.text_of(node).rstrip().endswith(":")
    )
