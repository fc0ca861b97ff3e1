"""The two wordings of a comparison in Markdown: whatever they hold, it is read as it stands, changes in bold."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from vis_cli.documents.comparison import Compared, comparison
from vis_cli.documents.environment import render
from vis_cli.documents.style import templates
from vis_cli.documents.telling import Telling
from vis_cli.facts import markdown
from vis_cli.facts.comparison import compare
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry

TEMPLATES = {name: data.decode() for name, data in templates({}).items() if name.endswith(".j2")}
TELLING = Telling(str, lambda id, kind: id, str)


def agreement(text: str) -> Agreement:
    clause = {"id": "punkt", "text": text}
    sections = [{"id": "ett", "heading": "Ett", "clauses": [clause]}]
    return Agreement.model_validate({"id": "prov", "title": "Exempel", "type": "agreement", "sections": sections})


def cells(old: str, new: str) -> list[str]:
    """The two cells of the one row, bold in brackets."""
    before, after = agreement(old), agreement(new)
    day = dt.date(2031, 1, 1)
    compared = Compared(after, "version 1.0", "version 2.0", True, day, compare(before, after), ())
    document = comparison(Registry(), compared, TELLING, "comparison.md.j2", "a.yaml")
    tokens = markdown.parse(render(TEMPLATES, document.template, document.context))
    inside = [tokens[i + 1] for i, token in enumerate(tokens) if token.type == "td_open"]
    signs = {"strong_open": "[", "strong_close": "]", "html_inline": "\n"}
    return ["".join(signs.get(t.type, t.content) for t in cell.children or ()) for cell in inside[-2:]]


def test_what_differs_is_bold_from_space_to_space() -> None:
    assert cells("Inom 30 dagar, alltid.", "Inom 14 dagar, alltid.") == [
        "Inom [30 dagar,] alltid.",
        "Inom [14 dagar,] alltid.",
    ]
    assert cells("Ett (två) tre.", "Ett (fyra) tre.") == ["Ett [(två)] tre.", "Ett [(fyra)] tre."]
    assert cells("Ett.\n\nTvå tre.", "Ett.\n\nTvå fyra.") == ["Ett.\nTvå [tre.]", "Ett.\nTvå [fyra.]"]


PARTS = st.sampled_from(
    ["ord", "annat", "*", "`a`", "|", "\\|", "\\*", "_x_", "&amp;", "(a)", ",", ".", "\\<b>", "\n\n", "1."]
)
TEXTS = st.lists(PARTS, min_size=1, max_size=12).map(" ".join).filter(lambda text: text.strip())


@settings(max_examples=150, deadline=None)
@given(TEXTS, TEXTS)
def test_each_cell_reads_as_its_wording(old: str, new: str) -> None:
    before, after = agreement(old), agreement(new)
    change = next((item for item in compare(before, after) if item.type == "reworded"), None)
    if change is None:
        return
    for cell, side in zip(cells(old, new), ("old", "new"), strict=True):
        wording = "".join(getattr(piece, side) for piece in change.pieces) or "–"
        plain = cell.replace("[", "").replace("]", "")
        assert " ".join(plain.split()) == " ".join(wording.split())
