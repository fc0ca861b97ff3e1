"""Fields of type Markdown: what they may hold, and how their headings fit into a document."""

import pytest

from vis_cli.documents import markdown
from vis_cli.documents.faults import DocumentFault
from vis_cli.facts.markdown import faults

GOOD = """\
# Rubrik

Text med *betoning*, **fetstil** och `kod`, en [länk](https://example.se/a_(b)) och <exempel@example.se>.

## Underrubrik

1. ett
2. två
   - a

| Ändamål | Belopp |
|---|---:|
| Resor | 5 < 6 |

> citat

```
<b>kod</b>
```
"""


def test_a_good_text_has_no_faults() -> None:
    assert faults(GOOD) == []


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ("a\nb <b>c", 2, "raw HTML: `<b>`"),
        ("a\n\n<div>\nx\n</div>", 3, "raw HTML: `<div> x </div>`"),
        ("a <!-- x -->", 1, "raw HTML: `<!-- x -->`"),
        ("| a |\n|---|\n| <br> |", 3, "raw HTML: `<br>`"),
        ("a\n\n![bild](https://example.se/a.png)", 3, "an image"),
        ("[a](javascript:alert(1))", 1, "a link to `javascript:alert(1)`"),
        ("[a](JavaScript:alert(1))", 1, "a link to `JavaScript:alert(1)`"),
        ("[a](data:text/html;base64,eA==)", 1, "a link to `data:text/html;base64,eA==`"),
        ("[a](../b.md)", 1, "a link to `../b.md`"),
        ("<ftp://example.se>", 1, "a link to `ftp://example.se`"),
        ("## a", 1, "the first heading is of level 2"),
        ("# a\n\n### b", 3, "a heading of level 3 follows level 1"),
        ("a\n\n#", 3, "an empty heading"),
        ("a\n---\n", 1, "a heading made by a line under it"),
        ("a\n\n```\nb", 3, "code that has no end"),
        ("[a][b]\n\n[b]: https://example.se", 3, "the link target `b` is defined apart from its link"),
    ],
)
def test_a_fault_is_named_with_its_line(text: str, line: int, message: str) -> None:
    found = [(fault.line, fault.message.format(**fault.values)) for fault in faults(text)]
    assert (line, message) in found


def test_a_field_with_a_fault_is_refused() -> None:
    with pytest.raises(DocumentFault, match="raw HTML"):
        markdown.field("a <b>")


def test_headings_are_moved_down_and_nothing_else_is_touched() -> None:
    text = "# A\n\n- ## B #\n\n> ### C\n\n```\n# kod\n```\n\n#hashtag"
    moved = "### A\n\n- #### B #\n\n> ##### C\n\n```\n# kod\n```\n\n#hashtag"
    assert markdown.field(text, shift=2) == moved


def test_headings_cannot_go_deeper_than_six() -> None:
    found = faults("# a\n## b\n### c", shift=4)
    assert [(fault.line, fault.values) for fault in found] == [(3, {"level": 3, "most": 2})]
