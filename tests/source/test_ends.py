"""Where the nodes of a text end: just after their last character of content."""

import pytest

from vis_cli.source.nodes import compose


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("a: |\n  x\n\n\n# c\nb: 1\n", "|\n  x"),
        ("a: |+\n  x\n\n\n# c\nb: 1\n", "|+\n  x\n\n"),
        ("a: |2\n    x\n  y\n\nb: 1\n", "|2\n    x\n  y"),
        ("a: |\n  x\n     \n \nb: 1\n", "|\n  x\n     "),
        ("a: |\n\n\nb: 1\n", "|"),
        ("a: |\n  x", "|\n  x"),
        ("a:\n  b:\n  c : # c\n\nd: 1\n", "b:\n  c :"),
        ("a:\n  - b\n  - # c\n\nd: 1\n", "- b\n  -"),
    ],
)
def test_a_value_ends_with_its_content(text: str, content: str) -> None:
    _, node = compose(text).pairs[0]
    assert text[node.start : node.end] == content
