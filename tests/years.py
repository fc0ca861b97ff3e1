"""A fictional county's year 2031: four bodies, their meetings, plans and agreements. Dates are set by hand."""

from collections.abc import Iterable

VIS = """\
id: vis
name: Vård i samverkan Exempellän
short_name: VIS
county: Exempellän
sides:
  - side: region
    name: Exempelregionen
  - side: municipality
    name: kommunerna
"""
ORGANISATIONS = """\
exempelregionen:
  name: Exempelregionen
  type: principal
  side: region
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
"""
PEOPLE = "".join(
    f"""\
{id}:
  name: {name}
  posts:
    - title: {title}
      organisation: {organisation}
"""
    for id, name, title, organisation in (
        ("ann-exempel", "Ann Exempel", "avdelningschef", "exempelregionen"),
        ("bo-prov", "Bo Prov", "socialdirektör", "exempelby-kommun"),
        ("cia-mall", "Cia Mall", "enhetschef", "exempelregionen"),
    )
)


def group(id: str, name: str, short: str, type: str, *lines: str) -> str:
    """The file of a body."""
    head = f"id: {id}\nname: {name}\nshort_name: {short}\ntype: {type}\nlevel: regional\nstatus: active\n"
    return head + "".join(f"{line}\n" for line in lines)


def meeting(group: str, day: str, status: str = "planned", *lines: str, first: str | None = None) -> dict[str, str]:
    """The file of a meeting; `first` is the day that it was first planned on, where it was moved."""
    id = f"{group}-{first or day}"
    more = "".join(f"{line}\n" for line in lines)
    text = f"id: {id}\ngroup: {group}\nstatus: {status}\ndate: {day}\n{more}"
    return {f"registry/meetings/{group}/{first or day}.yaml": text}


def meetings(group: str, days: Iterable[str]) -> dict[str, str]:
    """The files of planned meetings, each `MM-DD` in 2031."""
    return {path: text for day in days for path, text in meeting(group, f"2031-{day}").items()}


GROUPS = {
    "registry/groups/politikerna.yaml": group(
        "politikerna",
        "VIS politiska styrgrupp",
        "Politiska styrgruppen",
        "steering",
        "elected: true",
        "procedure:",
        "  meetings_per_year: 4",
        "  notice_days: 14",
        "  papers_days: 10",
        "  start: '13:00'",
        "  end: '15:00'",
        "  place: Exempelhuset",
    ),
    "registry/groups/tjanstemannen.yaml": group(
        "tjanstemannen",
        "VIS tjänstestyrgrupp",
        "Tjänstestyrgruppen",
        "steering",
        "reports_to: politikerna",
        "members:",
        "  - {role: chair, side: region, person: ann-exempel, from: '2030-01-01'}",
        "  - {side: municipality, person: bo-prov, from: '2030-01-01'}",
        "procedure:",
        "  meetings_per_year: 8",
        "  notice_days: 14",
        "  papers_days: 7",
        "  minutes_days: 14",
        "  start: '14:00'",
        "  end: '16:00'",
        "  place: Exempelhuset",
    ),
    "registry/groups/aldre.yaml": group(
        "aldre",
        "Länssamverkan om äldres hälsa och kommunal hälso- och sjukvård",
        "Äldres hälsa",
        "consultation",
        "reports_to: tjanstemannen",
        "members:",
        "  - {role: chair, side: municipality, person: bo-prov, from: '2030-01-01', until: '2031-08-31'}",
        "procedure:",
        "  meetings_per_year: 9",
        "  notice_days: 10",
    ),
    "registry/groups/barn.yaml": group(
        "barn",
        "Länssamverkan om barn och ungas hälsa",
        "Barn & ungas hälsa",
        "consultation",
        "reports_to: tjanstemannen",
        "members:",
        "  - {role: chair, side: region, person: cia-mall, from: '2030-01-01'}",
    ),
}
MEETINGS = {
    **meetings("politikerna", ["03-14", "06-05", "09-25", "12-11"]),
    **meeting("tjanstemannen", "2031-01-23", "held"),
    **meetings("tjanstemannen", ["02-27", "04-03", "05-23", "08-28", "10-09", "11-20"]),
    **meeting(
        "tjanstemannen",
        "2031-06-24",
        "planned",
        "moves:",
        "  - date: 2031-06-19",
        "    reason: Ledamöterna var på väg till midsommar",
        first="2031-06-19",
    ),
    **meetings("aldre", ["01-09", "02-12", "03-19", "05-02", "06-20", "08-14", "09-18", "10-30", "12-03"]),
    **meetings("barn", ["01-14", "02-18", "03-25", "05-06", "08-19", "09-30", "11-11", "12-09"]),
    **meeting("barn", "2031-06-03", "cancelled", "reason: För få anmälda"),
}
PLANS = {
    "registry/plans/handlingsplan.yaml": """\
id: handlingsplan
title: God vård i Exempellän 2030–2035
type: action-plan
from: '2030'
until: '2035'
goal_areas:
  - id: malomrade-somlos
    number: 1
    name: Sömlös vård och omsorg
  - id: malomrade-person
    number: 2
    name: Personcentrerad vård och omsorg
  - id: malomrade-jamlik
    number: 3
    name: Jämlik tillgång
""",
    "registry/plans/aldre/2031.yaml": """\
group: aldre
year: 2031
status: adopted
adopted_at: aldre-2031-01-09
decision_points:
  - id: trygg-hemgang
    title: Revidering av riktlinjen för trygg hemgång
    meeting: aldre-2031-03-19
    about: [trygg]
    forward_to: tjanstemannen
  - id: inventering
    title: Inventering av korttidsplatser
    type: information
    when: 2031-23
  - id: mandat
    title: Ny uppdragsbeskrivning
activities: [utbildning]
events:
  - id: redovisning
    title: Redovisning av stimulansmedlen
    when: 2031-10-01
    kind: funds
  - id: formote
    title: Förmöte med kommunerna
    when: 2031-02
    kind: pre-meeting
""",
    "registry/activities/utbildning.yaml": """\
id: utbildning
title: Gemensam utbildning i trygg hemgång
plan: handlingsplan
goal_areas: [malomrade-somlos]
owners: [aldre]
status: ongoing
from: 2030-09
until: 2031-05-31
""",
    "registry/activities/natverk.yaml": """\
id: natverk
title: Nätverk för barn med insatser från flera huvudmän
plan: handlingsplan
goal_areas: [malomrade-person]
group: barn
status: not-started
from: 2031-23
until: 2033-12-31
""",
}
AGREEMENTS = {
    "agreements/trygg/agreement.yaml": """\
id: trygg
title: Överenskommelse om trygg hemgång i Exempellän
short_name: Trygg hemgång
type: agreement
owners:
  - group: aldre
    from: 2030-01-01
follow_up:
  interval_months: 12
  next: 2031-11
version: '1.0'
""",
    "agreements/trygg/versions/1.0.yaml": """\
agreement: trygg
version: '1.0'
entry_into_force:
  rule: fixed-date
  date: 2029-01-01
term:
  until: 2031-12-31
""",
    "agreements/elevhalsa/agreement.yaml": """\
id: elevhalsa
title: Överenskommelse om elevhälsa
short_name: Elevhälsan
type: agreement
owners:
  - group: barn
    from: 2030-01-01
next_review: 2031-23
follow_up:
  next: 2030-05
version: '1.0'
""",
    "agreements/elevhalsa/versions/1.0.yaml": """\
agreement: elevhalsa
version: '1.0'
referrals:
  - from: 2031-03-01
    until: 2031-04-30
""",
}
COUNTY = {
    "registry/vis.yaml": VIS,
    "registry/organisations.yaml": ORGANISATIONS,
    "registry/people.yaml": PEOPLE,
    **GROUPS,
    **MEETINGS,
    **PLANS,
    **AGREEMENTS,
}
