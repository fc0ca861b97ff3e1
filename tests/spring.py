"""A fictional county in which everything that a newsletter can tell of happened in the spring of 2031."""

from tests.agreements import ORGANISATIONS
from tests.program import VIS_YAML

SINCE, UNTIL = "2031-02-01", "2031-04-30"

_ADMINISTRATION = """\
omsorgsforvaltningen:
  name: Omsorgsförvaltningen
  type: administration
  side: municipality
  parent: exempelby
"""
_PEOPLE = """\
ann-exempel:
  name: Ann Exempel
  posts:
    - title: chef
      organisation: omsorgsforvaltningen
"""
_AGE_GROUP = """\
id: aldregruppen
name: Äldregruppen
type: consultation
level: regional
status: active
reports_to: tjanstegruppen
members:
  - side: municipality
    person: ann-exempel
  - side: region
    organisation: region-exempel
"""
_OFFICIALS = """\
id: tjanstegruppen
name: Tjänstegruppen
type: steering
level: regional
status: active
reports_to: politikergruppen
members:
  - side: region
    organisation: region-exempel
"""
_POLITICAL = """\
id: politikergruppen
name: Politikergruppen
type: steering
level: regional
elected: true
status: active
"""
_AGE_JANUARY = """\
id: aldregruppen-2031-01-15
group: aldregruppen
status: approved
date: 2031-01-15
items:
  - id: fallskador
    number: 1
    heading: Fallskador
    type: discussion
    contributions:
      - id: medskick-1
        text: Börja i det lilla.
    decisions:
      - id: rekommendation
        type: recommends
        recipient: tjanstegruppen
        text: ta fram en gemensam rutin mot fallskador
    assignments:
      - id: rutin
        text: ta fram en rutin för fallskador
        owners: [ann-exempel]
        return_to: aldregruppen
        due: 2031-03-01
  - id: vidare
    number: 2
    heading: Frågor vidare
    type: forwarding
    decisions:
      - id: beslut-vidare
        type: decides
        text: frågan tas vidare
    forwards:
      - item: fallskador
        kind: decision
        to: tjanstegruppen
        title: Gemensam rutin mot fallskador
approval:
  meeting: aldregruppen-2031-03-12
"""
_OFFICIALS_FEBRUARY = """\
id: tjanstegruppen-2031-02-20
group: tjanstegruppen
status: sent
date: 2031-02-20
items:
  - id: fallskador
    number: 1
    heading: Rutin mot fallskador
    type: decision
    origin:
      kind: forwarded
      meeting: aldregruppen-2031-01-15
      item: fallskador
      why: Från Äldregruppen
    contributions:
      - id: medskick-2
        text: Tänk på de privata utförarna.
    decisions:
      - id: beslut-fallskador
        type: recommends
        recipient: politikergruppen
        text: införa rutinen
  - id: vardplan
    number: 2
    heading: Vårdplan
    type: decision
    about: [vardplan]
    decisions:
      - id: beslut-vardplan
        type: decides
        text: rekommendera parterna att anta överenskommelsen om vårdplan
        agreement: vardplan
        version: '1.0'
    assignments:
      - id: underlag
        text: sammanställa kostnaderna
        owners: [exempelby]
        return_to: tjanstegruppen
        return_at: tjanstegruppen-2031-04-10
        reports:
          - outcome: postponed
            meeting: tjanstegruppen-2031-04-10
            text: Underlagen från **två** kommuner saknas.
            return_at: tjanstegruppen-2031-06-12
      - id: inbjudan
        text: bjuda in patientföreningarna
        owners: [aldregruppen]
        return_to: tjanstegruppen
        reports:
          - outcome: closed
            date: '2031-03'
            text: De är inbjudna
  - id: vidare
    number: 3
    heading: Frågor vidare
    type: forwarding
    decisions:
      - id: beslut-vidare-upp
        type: decides
        text: frågan tas vidare till Politikergruppen
    forwards:
      - item: fallskador
        kind: decision
        to: politikergruppen
        title: Länsgemensam rutin mot fallskador
"""
_POLITICAL_MARCH = """\
id: politikergruppen-2031-03-10
group: politikergruppen
status: sent
date: 2031-03-10
items:
  - id: fallskador
    number: 1
    heading: Rutin mot fallskador
    type: decision
    origin:
      kind: forwarded
      meeting: tjanstegruppen-2031-02-20
      item: fallskador
      why: Från Tjänstegruppen
    decisions:
      - id: beslut-rutin
        type: decides
        text: införa rutinen i hela länet
"""
_AGE_MARCH = """\
id: aldregruppen-2031-03-12
group: aldregruppen
status: sent
date: 2031-03-12
items:
  - id: foregaende
    number: 1
    heading: Föregående minnesanteckningar
    type: previous-minutes
    previous: aldregruppen-2031-01-15
  - id: svar
    number: 2
    heading: Svar om fallskador
    type: information
    origin:
      kind: answer
      meeting: tjanstegruppen-2031-02-20
      item: fallskador
      why: Svar från Tjänstegruppen
  - id: lakemedel
    number: 3
    heading: Läkemedelsgenomgångar
    type: discussion
"""
_OFFICIALS_APRIL = """\
id: tjanstegruppen-2031-04-10
group: tjanstegruppen
status: held
date: 2031-04-10
items:
  - id: natter
    number: 1
    heading: Nattbemanning
    type: discussion
    about: [nattbemanning]
"""
_CANCELLED = """\
id: aldregruppen-2031-04-20
group: aldregruppen
status: cancelled
reason: för få kunde komma
date: 2031-04-20
"""
_MOVED = """\
id: aldregruppen-2031-05-07
group: aldregruppen
status: planned
date: 2031-05-14
start: '09:00'
end: '11:00'
form: digital
moves:
  - date: 2031-05-07
    decided: 2031-04-02
    reason: krockade med en konferens
items:
  - id: oppnande
    number: 1
    heading: Mötet öppnas
    type: opening
  - id: nutrition
    number: 2
    heading: Nutrition
    type: discussion
"""
_CALLED = """\
id: tjanstegruppen-2031-06-12
group: tjanstegruppen
status: called
date: 2031-06-12
start: '13:00'
place: Sal A
notice:
  sent: 2031-04-28
items:
  - id: kostnader
    number: 1
    heading: Kostnaderna för vårdplan
    type: decision
"""
_LATER = """\
id: politikergruppen-2031-09-01
group: politikergruppen
status: planned
date: 2031-09-01
"""
_QUESTION = """\
id: nattbemanning
title: Nattbemanning i hemtjänsten
raised_by: Testviks kommun
groups: [aldregruppen]
steps:
  - level: local
    date: 2031-02-05
  - level: steering
    body: tjanstegruppen
    meeting: tjanstegruppen-2031-02-20
    why: Frågan rör *hela* länet.
outcome:
  meeting: tjanstegruppen-2031-04-10
  result: answered
  text: Parterna bemannar var för sig.
"""
_PLAN = """\
id: handlingsplan
title: Handlingsplan 2031–2035
adopted_by: politikergruppen
adoptions:
  - body: Politikergruppen
    meeting: politikergruppen-2031-03-10
    reference: § 7
"""
_YEAR = """\
group: tjanstegruppen
year: 2032
status: adopted
adopted_at: tjanstegruppen-2031-04-10
"""
_AGREEMENT = """\
id: {id}
title: {title}
type: agreement
owners:
  - group: aldregruppen
    from: 2030-01-01
{more}"""
_VARDPLAN_1 = """\
agreement: vardplan
version: '1.0'
entry_into_force:
  rule: all-parties
  not_before: 2031-07-01
referrals:
  - from: 2031-02-03
    until: 2031-02-14
    replies:
      - organisation: testvik
        date: 2031-02-10
recommendations:
  - body: tjanstegruppen
    date: 2031-02-20
"""
_HEMVARD_1 = """\
agreement: hemvard
version: '1.0'
entry_into_force:
  rule: fixed-date
  date: 2031-03-01
term:
  until: 2032-02-29
  extensions:
    - until: 2033-02-28
      decided: 2031-04
      body: Politikergruppen
"""
_GAMLA_1 = """\
agreement: gamla
version: '1.0'
entry_into_force:
  rule: fixed-date
  date: 2021-01-01
"""
_TIDEN_1 = """\
agreement: tiden
version: '1.0'
entry_into_force:
  rule: fixed-date
  date: 2021-01-01
term:
  until: 2031-04-15
"""


def adoption(agreement: str, party: str, date: str, outcome: str = "adopted", more: str = "") -> str:
    """The file of what a party decided."""
    decision = f"decisions:\n  - outcome: {outcome}\n    date: {date}\n    body: Fullmäktige\n{more}"
    return f"agreement: {agreement}\nversion: '1.0'\nparty: {party}\n{decision}"


def county() -> dict[str, str]:
    """All its files."""
    ended = "ended:\n  last_day: 2031-03-31\n  decided: 2031-02-15\n  successor: vardplan\n"
    reservation = "    reservation: Kostnaden följs upp.\n    reference: § 14\n"
    return {
        "registry/vis.yaml": VIS_YAML,
        "registry/organisations.yaml": ORGANISATIONS + _ADMINISTRATION,
        "registry/people.yaml": _PEOPLE,
        "registry/groups/aldregruppen.yaml": _AGE_GROUP,
        "registry/groups/tjanstegruppen.yaml": _OFFICIALS,
        "registry/groups/politikergruppen.yaml": _POLITICAL,
        "registry/meetings/aldregruppen/2031-01-15.yaml": _AGE_JANUARY,
        "registry/meetings/tjanstegruppen/2031-02-20.yaml": _OFFICIALS_FEBRUARY,
        "registry/meetings/politikergruppen/2031-03-10.yaml": _POLITICAL_MARCH,
        "registry/meetings/aldregruppen/2031-03-12.yaml": _AGE_MARCH,
        "registry/meetings/tjanstegruppen/2031-04-10.yaml": _OFFICIALS_APRIL,
        "registry/meetings/aldregruppen/2031-04-20.yaml": _CANCELLED,
        "registry/meetings/aldregruppen/2031-05-07.yaml": _MOVED,
        "registry/meetings/tjanstegruppen/2031-06-12.yaml": _CALLED,
        "registry/meetings/politikergruppen/2031-09-01.yaml": _LATER,
        "registry/questions/nattbemanning.yaml": _QUESTION,
        "registry/plans/handlingsplan.yaml": _PLAN,
        "registry/plans/tjanstegruppen/2032.yaml": _YEAR,
        "agreements/vardplan/agreement.yaml": _AGREEMENT.format(id="vardplan", title="Vårdplan", more=""),
        "agreements/vardplan/versions/1.0.yaml": _VARDPLAN_1,
        "agreements/vardplan/adoptions/1.0/region-exempel.yaml": adoption("vardplan", "region-exempel", "2031-03-20"),
        "agreements/vardplan/adoptions/1.0/exempelby.yaml": adoption("vardplan", "exempelby", "2031-03-25"),
        "agreements/vardplan/adoptions/1.0/provkoping.yaml": adoption(
            "vardplan", "provkoping", "2031-04-01", "adopted-with-reservation", reservation
        ),
        "agreements/hemvard/agreement.yaml": _AGREEMENT.format(
            id="hemvard", title="Hemsjukvård", more="parties: [region-exempel, provkoping]\n"
        ),
        "agreements/hemvard/versions/1.0.yaml": _HEMVARD_1,
        "agreements/hemvard/adoptions/1.0/provkoping.yaml": adoption("hemvard", "provkoping", "2031-21"),
        "agreements/gamla/agreement.yaml": _AGREEMENT.format(id="gamla", title="Gamla avtalet", more=ended),
        "agreements/gamla/versions/1.0.yaml": _GAMLA_1,
        "agreements/tiden/agreement.yaml": _AGREEMENT.format(id="tiden", title="Tiden ut", more=""),
        "agreements/tiden/versions/1.0.yaml": _TIDEN_1,
    }
