"""What is wrong with the text of an agreement depends on how far it has come: a draft is blamed for less."""

import vis_cli.rules
from vis_cli.check import check, rulebook
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree

STRUCTURE = """\
id: agreement
sections:
  - id: syfte
    heading: Syfte
    prompt: Vad den ska leda till.
  - id: ansvar
    heading: Ansvar
    prompt: Vem som gör vad.
"""
AGREEMENT = """\
id: exempelavtalet
title: Exempel på samverkan
type: agreement
version: '1.0'
text_state: {state}
sections:
  - id: ansvar
    heading: Ansvar
    text: Regionen ansvarar för exemplet.
"""
VERSION = """\
agreement: exempelavtalet
version: '1.0'
"""
PUBLISHED = f"""\
{VERSION}publication:
  date: 2031-02-01
  digest: {"c0ffee00" * 8}
"""


def severities(state: str, version: str) -> dict[str, str]:
    files = {
        "templates/agreement.structure.yaml": STRUCTURE,
        "agreements/exempelavtalet/agreement.yaml": AGREEMENT.format(state=state),
        "agreements/exempelavtalet/versions/1.0.yaml": version,
    }
    codes = ["VIS273", "VIS276", "VIS277", "VIS278", "VIS281", "VIS282", "VIS283"]
    found = check(load(MemoryTree(files)), rulebook(vis_cli.rules), select=codes).diagnostics
    return {item.code: item.severity for item in found}


def test_a_draft_is_warned_of_its_structure_and_has_gaps() -> None:
    assert severities("original", VERSION) == {
        "VIS273": "warning",
        "VIS276": "gap",
        "VIS277": "gap",
        "VIS278": "gap",
        "VIS281": "gap",
        "VIS282": "gap",
        "VIS283": "gap",
    }


def test_what_is_published_has_to_be_whole() -> None:
    assert severities("original", PUBLISHED) == {
        "VIS273": "warning",
        "VIS276": "error",
        "VIS277": "warning",
        "VIS278": "error",
        "VIS281": "warning",
        "VIS282": "warning",
        "VIS283": "warning",
    }


def test_a_transcript_is_not_blamed_for_the_structure_of_what_it_transcribes() -> None:
    assert severities("transcribed", VERSION) == {"VIS273": "gap", "VIS276": "gap", "VIS277": "gap", "VIS278": "gap"}


def test_an_extract_lacks_no_section() -> None:
    assert "VIS273" not in severities("extract", VERSION)
