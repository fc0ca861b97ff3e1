"""A fictional county with old forums and new groups: for who sits where, what passes to whom, what is missing."""

ORGANISATIONS = """\
exempelregionen:
  name: Exempelregionen
  type: principal
  side: region
kommunforbundet:
  name: Kommunförbundet Exempellän
  type: association
  side: municipality
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
exempelby-social:
  name: Socialförvaltningen
  type: administration
  side: municipality
  parent: exempelby-kommun
provkoping-kommun:
  name: Provköpings kommun
  type: principal
  side: municipality
testvik-kommun:
  name: Testviks kommun
  type: principal
  side: municipality
"""

PEOPLE = """\
ann-exempel:
  name: Ann Exempel
  posts:
    - title: socialchef
      organisation: exempelby-social
bo-exempel:
  name: Bo Exempel
  posts:
    - title: chef
      organisation: exempelregionen
cai-exempel:
  name: Cai Exempel
  posts:
    - title: handläggare
      organisation: testvik-kommun
"""

AREAS = """\
exempelby:
  name: Exempelby
  type: municipality
  municipality: exempelby-kommun
  subregion: norra länet
provkoping:
  name: Provköping
  type: municipality
  municipality: provkoping-kommun
  subregion: södra länet
testvik:
  name: Testvik
  type: municipality
  municipality: testvik-kommun
"""

GROUPS = {
    "politikergruppen": """\
id: politikergruppen
name: Politiska styrgruppen
type: steering
level: regional
elected: true
status: active
members:
  - role: chair
    side: region
    person: bo-exempel
""",
    "tjanstegruppen": """\
id: tjanstegruppen
name: Tjänstestyrgruppen
type: steering
level: regional
status: active
reports_to: politikergruppen
members:
  - role: chair
    side: region
    person: bo-exempel
  - side: municipality
    person: ann-exempel
    from: 2031-01-01
  - side: municipality
    person: cai-exempel
    organisation: testvik-kommun
    until: 2030-12-31
""",
    "aldregruppen": """\
id: aldregruppen
name: Samrådsgruppen för äldre
short_name: Äldre
type: consultation
level: regional
status: established
reached: {on: 2031-03-01, decision: "Tjänstestyrgruppen 2031-02-20"}
target_group: Personer från 65 år
reports_to: tjanstegruppen
alternates: true
members:
  - role: chair
    side: region
    person: bo-exempel
    node: true
    mandate: Beslutar för regionen
  - side: municipality
    person: ann-exempel
    mandate: Bereder för kommunerna
  - role: process-leader
    side: joint
    organisation: kommunforbundet
mandate:
  version: '1'
  adopted: 2031-02-20
  purposes:
    agreements: Förvalta överenskommelserna om äldre.
    questions: Lyfta **frågor** om äldre.
    dialogue: Tala om kunskap.
    transition: Ge vård nära.
knowledge_governance:
  mission: Sprida kunskap om äldre
  links:
    - body: rpo
      name: äldres hälsa
      link: person
      person: ann-exempel
      questions: [fallskador]
channels:
  - name: Äldrebrevet
    type: newsletter
    per_year: 4
boundaries:
  - matter: demens
    group: barngruppen
    text: Frågor om demens före 65 år tas här.
""",
    "barngruppen": """\
id: barngruppen
name: Samrådsgruppen för barn
short_name: Barn & <unga>
type: consultation
level: regional
status: establishing
reports_to: tjanstegruppen
""",
    "digitalgruppen": """\
id: digitalgruppen
name: Samrådsgruppen för det digitala
type: consultation
level: regional
status: decided
reports_to: tjanstegruppen
""",
    "gamla-forumet": """\
id: gamla-forumet
name: Gamla forumet
type: forum
level: regional
status: active
reports_to: tjanstegruppen
members:
  - side: municipality
    organisation: exempelby-kommun
  - side: municipality
    organisation: provkoping-kommun
  - side: municipality
    function: socialdirektör
  - role: adjunct
    side: external
    function: sakkunnig
responsibilities:
  - id: forumet-fall
    text: Samverkan om fallskador
    takers: [aldregruppen]
    handovers:
      - {to: aldregruppen, on: 2031-04-01}
  - id: forumet-bada
    text: Samverkan om familjer
    takers: [aldregruppen, barngruppen]
  - id: forumet-barn
    text: Samverkan om barn
    takers: [barngruppen]
    assumed: Källan säger det inte rent ut
  - id: forumet-ingen
    text: Samverkan om det som blir över
profile:
  target_group: {text: Alla}
  mission: {missing: Ej uppdaterat}
  structure: {meetings_per_year: 4, last_meeting: 2030-11}
  annual_plan: {exists: false}
""",
    "tysta-forumet": """\
id: tysta-forumet
name: Tysta forumet
type: forum
level: regional
status: stalled
""",
}

AGREEMENT = """\
id: vardplan
title: Överenskommelse om vårdplan
type: agreement
owners:
  - group: gamla-forumet
"""

VIS = """\
id: vis
name: Vård i samverkan Exempellän
short_name: VIS
county: Exempellän
subregions: [norra länet, södra länet]
"""


def county() -> dict[str, str]:
    """All its files."""
    return {
        "registry/vis.yaml": VIS,
        "registry/organisations.yaml": ORGANISATIONS,
        "registry/people.yaml": PEOPLE,
        "registry/areas.yaml": AREAS,
        "agreements/vardplan/agreement.yaml": AGREEMENT,
        **{f"registry/groups/{id}.yaml": text for id, text in GROUPS.items()},
        **{f"registry/meetings/aldregruppen/{day}.yaml": _meeting(day, who) for day, who in CHAIRS.items()},
    }


CHAIRS = {"2031-03-10": "bo-exempel", "2031-05-10": "ann-exempel", "2031-08-10": "ann-exempel"}
"""Who chaired the meetings of the group for the elderly."""


def _meeting(day: str, chair: str) -> str:
    sides = {"bo-exempel": "region", "ann-exempel": "municipality"}
    people = "".join(
        f"  - person: {person}\n    capacity: {side}\n    present: {str(person == chair or day < '2031-08').lower()}\n"
        + ("    role: chair\n" if person == chair else "")
        for person, side in sides.items()
    )
    return f"id: aldregruppen-{day}\ngroup: aldregruppen\nstatus: held\ndate: {day}\nattendance:\n{people}"
