"""A small fictional county with one agreement, as files: for tests of what becomes of it."""

from tests.program import VIS_YAML

PARTIES = ("region-exempel", "exempelby", "provkoping", "testvik")

ORGANISATIONS = """\
region-exempel:
  name: Region Exempel
  type: principal
  side: region
exempelby:
  name: Exempelby kommun
  type: principal
  side: municipality
provkoping:
  name: Provköpings kommun
  type: principal
  side: municipality
testvik:
  name: Testviks kommun
  type: principal
  side: municipality
"""
AGREEMENT = "agreements/vardplan/agreement.yaml"
VERSION = "agreements/vardplan/versions/{}.yaml"
ADOPTION = "agreements/vardplan/adoptions/{}/{}.yaml"


def text(version: str = "1.0", purpose: str = "Alla ska få en vårdplan.", *, more: str = "") -> str:
    """The agreement's file, with two clauses."""
    return f"""\
id: vardplan
title: Överenskommelse om vårdplan
type: agreement
target_groups: [Äldre]
version: '{version}'
text_state: transcribed
{more}follow_up:
  criteria: [Andel med en vårdplan]
deviations:
  text: Avvikelser rapporteras till styrgruppen.
sections:
  - id: syfte
    heading: Syfte
    text: {purpose}
  - id: ansvar
    heading: Ansvar
    clauses:
      - id: regionens-ansvar
        text: Regionen upprättar planen.
      - id: kommunens-ansvar
        text: Kommunen bidrar till planen.
"""


def version(number: str = "1.0", *, more: str = "") -> str:
    """The file of a version."""
    rule = "entry_into_force:\n  rule: all-parties\n  not_before: 2031-07-01\n"
    return f"agreement: vardplan\nversion: '{number}'\n{rule}{more}"


def adoption(party: str, day: str = "2031-05-20", number: str = "1.0", *, more: str = "") -> str:
    """The file of what a party decided."""
    decision = f"decisions:\n  - outcome: adopted\n    date: {day}\n    body: Kommunfullmäktige\n"
    return f"agreement: vardplan\nversion: '{number}'\nparty: {party}\n{decision}{more}"


def county() -> dict[str, str]:
    """All its files, with version 1.0 as a draft."""
    return {
        "registry/vis.yaml": VIS_YAML,
        "registry/organisations.yaml": ORGANISATIONS,
        AGREEMENT: text(),
        VERSION.format("1.0"): version(),
    }
