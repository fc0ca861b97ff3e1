"""A meeting like those that are held, judged by all rules on meetings; and what changes with its status."""

import vis_cli.rules
from vis_cli.check import check, rulebook
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree

GROUP = """\
id: exempelgruppen
name: Exempelgruppen
type: steering
level: regional
status: active
reports_to: provgruppen
"""

BEFORE = """\
id: exempelgruppen-2030-11-19
group: exempelgruppen
status: approved
date: 2030-11-19
approval:
  meeting: exempelgruppen-2031-02-20
"""

MEETING = """\
id: exempelgruppen-2031-02-20
group: exempelgruppen
status: sent
date: 2031-02-20
weekday: thursday
start: "14:00"
end: "16:00"
form: in-person
previous: exempelgruppen-2030-11-19
next: exempelgruppen-2031-05-20
attendance:
  - person: exempel-person
    capacity: region
    present: true
  - person: prov-person
    capacity: municipality
    present: true
    role: chair
  - person: saknad-person
    capacity: municipality
    present: false
  - person: test-person
    capacity: secretariat
    present: true
items:
  - id: inledning
    number: 1
    heading: Välkommen och inledning
    type: opening
    presenters:
      - prov-person
  - id: foregaende
    number: 2
    heading: Minnesanteckningar från föregående möte
    type: previous-minutes
    previous: exempelgruppen-2030-11-19
    decisions:
      - id: beslut-1
        type: approves
        text: Minnesanteckningarna fastställs och läggs till handlingarna
  - id: bidraget
    number: 3
    heading: Exempelbidraget
    type: information
    text: Se <https://exempel.se/bidrag>.
  - id: medel
    heading: Beslut om exempelmedel
    type: decision
    papers:
      - underlag
    contributions:
      - id: medskick-1
        text: Beloppen blir små för små kommuner
    decisions:
      - id: beslut-2
        type: decides
        text: Fördela medlen enligt tabell 1
  - id: rapporten
    number: 4
    heading: Beslut att rekommendera Provgruppen att godkänna rapporten
    type: recommendation
    papers:
      - rapport
    decisions:
      - id: beslut-3
        type: recommends
        text: godkänna rapporten och lägga den till handlingarna
        recipient: provgruppen
  - id: vidare
    number: 5
    heading: Frågor vidare till Provgruppen
    type: forwarding
    decisions:
      - id: beslut-4
        type: decides
        text: dessa frågor tas vidare till Provgruppen
    forwards:
      - item: bidraget
        kind: information
        to: provgruppen
        title: Exempelbidraget
      - item: rapporten
        kind: decision
        to: provgruppen
        title: Godkännande av rapporten
  - id: dialog
    number: 6
    heading: Strategisk dialog
    type: dialogue
    assignments:
      - id: uppdrag-1
        text: Ta fram en struktur
        owners:
          - exempelby-kommun
        return_to: exempelgruppen
        return_at: exempelgruppen-2031-05-20
  - id: ovrigt
    number: 7
    heading: Övriga frågor
    type: other-business
  - id: nasta
    number: 8
    heading: Nästa möte
    type: next-meeting
attachments:
  - id: underlag
    title: Tabell 1
    missing: Finns inte bland källorna
  - id: rapport
    title: Rapporten
    missing: Finns inte bland källorna
"""

AFTER = """\
id: exempelgruppen-2031-05-20
group: exempelgruppen
status: planned
date: 2031-05-20
"""


def judged(meeting: str, before: str = BEFORE) -> list[str]:
    """The codes of the faults (gaps left out) in a year with this meeting in the middle."""
    folder = "registry/meetings/exempelgruppen"
    files = {
        "registry/groups/exempelgruppen.yaml": GROUP,
        f"{folder}/2030-11-19.yaml": before,
        f"{folder}/2031-02-20.yaml": meeting,
        f"{folder}/2031-05-20.yaml": AFTER,
    }
    verdict = check(load(MemoryTree(files)), rulebook(vis_cli.rules), select=["VIS0", "VIS1", "VIS24", "VIS228"])
    return sorted(item.code for item in verdict.diagnostics if item.severity != "gap" and item.code != "VIS031")


def test_a_meeting_as_they_are_held_has_one_fault_the_heading_without_a_number() -> None:
    assert judged(MEETING) == ["VIS146"]


AGENDA = """\
id: exempelgruppen-2031-02-20
group: exempelgruppen
status: planned
date: 2031-02-20
items:
  - id: inledning
    heading: Välkommen och inledning
    type: opening
  - id: medel
    heading: Beslut om exempelmedel
    type: decision
"""


def test_a_planned_meeting_is_not_blamed_for_what_a_called_or_held_one_must_have() -> None:
    before = BEFORE.partition("approval:")[0].replace("approved", "sent")
    assert judged(AGENDA, before) == []
    called = AGENDA.replace("planned", "called")
    assert judged(called, before) == ["VIS145", "VIS146", "VIS146", "VIS150"]
    held = AGENDA.replace("planned", "held")
    assert judged(held, before) == ["VIS145", "VIS146", "VIS146", "VIS149", "VIS150"]


def test_a_held_meeting_of_which_nothing_more_is_known_has_no_fault() -> None:
    assert judged(AGENDA.partition("items:")[0].replace("planned", "held")) == []


def test_the_wrong_previous_minutes_are_seen_from_both_meetings() -> None:
    wrong = MEETING.replace("    previous: exempelgruppen-2030-11-19", "    previous: exempelgruppen-2030-09-17")
    assert judged(wrong) == ["VIS146", "VIS244", "VIS249"]


def test_a_recommendation_that_is_not_forwarded_is_seen() -> None:
    wrong = MEETING.replace("        kind: decision\n", "        kind: information\n")
    assert judged(wrong) == ["VIS146", "VIS155"]
