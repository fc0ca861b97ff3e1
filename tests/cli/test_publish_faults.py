"""`vis agreement publish` tells all that stands in the way in one run, and where to mend it."""

from pathlib import Path

import pytest

from tests.agreements import AGREEMENT, VERSION, county, text, version
from tests.cli.steps import Register
from tests.program import register

BARE = """\
id: vardplan
title: Överenskommelse om vårdplan
type: agreement
target_groups: [Äldre]
version: '1.0'
text_state: original
sections:
  - id: syfte
    heading: Syfte
  - id: bilagor
    heading: Bilagor
"""
STRUCTURE = """\
id: agreement
sections:
  - {id: syfte, heading: Syfte, prompt: Vad den ska leda till.}
  - {id: ansvar, heading: Ansvar, prompt: Vem som gör vad.}
  - {id: bilagor, heading: Bilagor, prompt: Vad som hör till., required: false}
"""


@pytest.fixture
def bare(tmp_path: Path) -> Register:
    """A draft that lacks much of what a published text has."""
    files = {**county(), AGREEMENT: BARE, "templates/agreement.structure.yaml": STRUCTURE}
    return Register(register(tmp_path, files))


def test_all_faults_are_told_at_once(bare: Register) -> None:
    said = bare.refuses("publish", "vardplan")
    assert "these sections of `vardplan` are empty: Syfte, Bilagor\n" in said
    assert "these sections are missing in `vardplan`: Ansvar\n" in said
    assert "error[VIS276]" in said and "error[VIS278]" in said
    assert "error[VIS275]" not in said  # said of all of them in one line
    assert said.endswith("it is not published, because of these faults\n")


def test_a_section_that_is_not_demanded_may_be_removed(bare: Register) -> None:
    said = bare.refuses("publish", "vardplan")
    assert "not all must be there: Bilagor can be removed, from its line `- id:` to the next one" in said


def test_what_should_stand_beside_the_text_is_told_there(bare: Register) -> None:
    said = bare.refuses("publish", "vardplan")
    assert f"{AGREEMENT}:7:1: error[VIS276]" in said  # sections:
    assert f"{AGREEMENT}:7:1: error[VIS278]" in said


def test_dates_that_are_out_of_order_are_told_when_it_is_published(tmp_path: Path) -> None:
    early = "recommendations:\n  - body: region-exempel\n    date: 2031-02-01\n"
    late = "referrals:\n  - from: 2031-01-01\n    until: 2031-03-31\n"
    files = {**county(), AGREEMENT: text(), VERSION.format("1.0"): version(more=late + early)}
    said = Register(register(tmp_path, files)).records("publish", "vardplan", "--date", "2031-03-01")
    assert "warning[VIS264] recommended 2031-02-01, before the text was published, 2031-03-01" in said
    assert "warning[VIS265] published 2031-03-01, and the parties had until 2031-03-31 to comment" in said
    assert "Överenskommelse om vårdplan 1.0 · " in said
    assert "Does not apply yet: 0 of 4 parties have adopted." in said
