"""A comparison on the terminal: in colour without marks, no wider than the page, long texts only around a change."""

import datetime as dt
import re

from vis_cli.cli.agreement.redlines import lines
from vis_cli.documents.comparison import Compared
from vis_cli.documents.telling import Telling
from vis_cli.facts.comparison import compare
from vis_cli.model.agreement import Agreement


def page(old: str, new: str, *, colour: bool = False, width: int | None = 60) -> list[str]:
    before, after = (
        Agreement.model_validate(
            {
                "id": "prov",
                "title": "Exempel",
                "type": "agreement",
                "sections": [{"id": "ett", "heading": "Ett", "clauses": [{"id": "a", "text": text}]}],
            }
        )
        for text in (old, new)
    )
    compared = Compared(after, "version 1.0", "version 2.0", True, dt.date.min, compare(before, after), ())
    return lines(compared, Telling(str, lambda id, kind: id, str), colour, width)


LONG = " ".join(f"ord{n}" for n in range(40))


def test_far_from_a_change_there_are_dots() -> None:
    found = page(f"{LONG} gammalt {LONG} slut.", f"{LONG} nytt {LONG} slut.", width=None)
    assert found[5] == (
        "      … " + " ".join(f"ord{n}" for n in range(28, 40)) + " [-gammalt-] {+nytt+} "
        "" + " ".join(f"ord{n}" for n in range(12)) + " …"
    )


def test_no_line_is_wider_than_the_page() -> None:
    found = page(f"{LONG} gammalt {LONG}", f"{LONG} nytt och {LONG}")
    assert max(map(len, found)) <= 60
    coloured = page(f"{LONG} gammalt {LONG}", f"{LONG} nytt och {LONG}", colour=True)
    assert max(len(re.sub("\x1b\\[[0-9;]*m", "", line)) for line in coloured) <= 60


def test_in_colour_the_struck_is_struck_and_the_added_underlined() -> None:
    found = "\n".join(page("Ett två tre fyra.", "Ett två fem fyra.", colour=True))
    assert "\x1b[9;31mtre\x1b[0m \x1b[4;32mfem\x1b[0m" in found
    assert "[-" not in found


def test_what_a_terminal_would_act_on_is_written_out() -> None:
    found = "\n".join(page("Ett två tre fyra.", "Ett två \x1b[31mröd\u202e fyra.", colour=True))
    assert "\x1b[31m" not in found.replace("\x1b[9;31m", "")
    assert "\\x1b" in found
    assert "\\u202e" in found
