"""A fictional county with a grant, a shared cost, who lives where, and the meeting that decided."""

from pathlib import Path

from tests.program import register

VIS = """\
id: vis
name: Provsamverkan
short_name: PS
county: Provlän
sides:
  - side: region
    name: Provregionen
    organisation: provregionen
  - side: municipality
    name: kommunerna
"""
ORGANISATIONS = """\
provregionen:
  name: Provregionen
  type: principal
  side: region
angsby-kommun:
  name: Ängsby kommun
  type: principal
  side: municipality
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
provkoping-kommun:
  name: Provköpings kommun
  type: principal
  side: municipality
testvik-kommun:
  name: Testviks kommun
  type: principal
  side: municipality
provmyndigheten:
  name: Provmyndigheten
  type: authority
  side: external
"""
AREAS = """\
angsby:
  name: Ängsby
  type: municipality
  municipality: angsby-kommun
exempelby:
  name: Exempelby
  type: municipality
  municipality: exempelby-kommun
provkoping:
  name: Provköping
  type: municipality
  municipality: provkoping-kommun
testvik-norra:
  name: Testvik norra
  type: district
  municipality: testvik-kommun
testvik-sodra:
  name: Testvik södra
  type: district
  municipality: testvik-kommun
"""
FIGURE = """\
id: befolkning-2030
title: Folkmängd
unit: invånare
as_of: 2030-12-31
values:
  - area: angsby
    value: 9000
  - area: exempelby
    value: 11000
  - area: provkoping
    value: 80000
  - area: testvik-norra
    value: 150000
  - area: testvik-sodra
    value: 250000
sources:
  - prov:3
"""
GROUP = """\
id: tjanstegruppen
name: Tjänstestyrgruppen
type: steering
level: regional
status: active
"""
MEETING = """\
id: tjanstegruppen-2031-02-19
group: tjanstegruppen
status: held
date: 2031-02-19
items:
  - id: stimulansmedel
    heading: Stimulansmedel 2031
    type: decision
    about: [stimulansmedel]
    decisions:
      - id: beslut-1
        type: decides
        text: 18 000 000 kronor avsätts till länsgemensamma satsningar och resten delas lika
        amounts:
          - kronor: 18000000
            purpose: Länsgemensamma satsningar
  - id: information
    heading: Information
    type: information
"""
NEXT = """\
id: tjanstegruppen-2031-05-20
group: tjanstegruppen
status: planned
date: 2031-05-20
"""
GRANT = """\
# Statens medel till länet
id: stimulansmedel
name: Stimulansmedel psykisk hälsa 2031
type: grant
first_year: 2031
last_year: 2031
total:
  kronor: 81000000
  qualifier: more-than
purposes:
  - id: samsjuklighet
    text: Samsjuklighet
  - id: suicidprevention
    text: Suicidprevention
duties:
  - id: slutredovisning
    text: Slutredovisning
    due: 2031-04-30
    owner: tjanstegruppen
portions:
  - id: gemensamt
    text: Länsgemensamma satsningar
    rule: fixed
    kronor: 18000000
  - id: resten
    text: Resterande medel
    rule: equal
group: tjanstegruppen
plan_by: 2031-05
sources:
  - prov:1
"""
CENTRE = """\
id: resurscentrum
name: Resurscentrum
type: shared-cost
portions:
  - id: kostnaden
    text: Kostnaden
    rule: shares
    shares:
      - side: municipality
        percent: 50
      - to: provregionen
        percent: 25
      - to: provmyndigheten
        percent: 25
sources:
  - prov:2
"""
SOURCES = "prov:\n  title: Provkällan\n"
PATH = "registry/funds/stimulansmedel.yaml"


def files() -> dict[str, str]:
    """The files of the county."""
    return {
        "registry/vis.yaml": VIS,
        "registry/organisations.yaml": ORGANISATIONS,
        "registry/areas.yaml": AREAS,
        "registry/sources.yaml": SOURCES,
        "registry/figures/befolkning-2030.yaml": FIGURE,
        "registry/groups/tjanstegruppen.yaml": GROUP,
        "registry/meetings/tjanstegruppen/2031-02-19.yaml": MEETING,
        "registry/meetings/tjanstegruppen/2031-05-20.yaml": NEXT,
        PATH: GRANT,
        "registry/funds/resurscentrum.yaml": CENTRE,
    }


def county(folder: Path, **changes: str) -> Path:
    """The county in a folder; `changes` put other words into the grant's file."""
    found = files()
    for old, new in changes.items():
        assert old in found[PATH]
        found[PATH] = found[PATH].replace(old, new)
    return register(folder, found, vis_yaml=None)
