"""A fictional county with a consultation group on its way, an old forum, and the officials who decide on them."""

from tests.minutes import group, meeting
from tests.program import VIS_YAML

NEW = "registry/groups/nya-gruppen.yaml"
FORUM = "registry/groups/gamla-forumet.yaml"
PEOPLE = "registry/people.yaml"


def county() -> dict[str, str]:
    """All its files."""
    return {
        "registry/vis.yaml": VIS_YAML,
        "registry/organisations.yaml": ORGANISATIONS,
        PEOPLE: _PEOPLE,
        "registry/groups/tjanstegruppen.yaml": group("tjanstegruppen", "Tjänstestyrgruppen"),
        NEW: group("nya-gruppen", "Nya samrådsgruppen", "consultation", "establishing", _NEW),
        "registry/groups/andra-gruppen.yaml": group("andra-gruppen", "Andra samrådsgruppen", "consultation", "decided"),
        FORUM: group("gamla-forumet", "Gamla forumet", "forum", more=_FORUM),
        "registry/meetings/tjanstegruppen/2031-02-20.yaml": meeting("tjanstegruppen", "2031-02-20", "held", _ITEMS),
        "registry/meetings/tjanstegruppen/2031-05-20.yaml": meeting("tjanstegruppen", "2031-05-20", "called"),
        "registry/meetings/gamla-forumet/2029-09-18.yaml": meeting("gamla-forumet", "2029-09-18", "held"),
        "registry/meetings/nya-gruppen/2031-03-05.yaml": meeting("nya-gruppen", "2031-03-05", "held", _OWN),
        "registry/contacts/exempelby.yaml": "id: exempelby\nksa:\n  - person: ann-exempel\n    from: 2030-01-01\n",
        "registry/areas.yaml": AREAS,
        "registry/sources.yaml": "rapport:\n  title: Rapporten\n",
    }


AREAS = "exempelby:\n  name: Exempelby\n  type: municipality\n  municipality: exempelby-kommun\n"
ORGANISATIONS = """\
region-exempel:
  name: Region Exempel
  type: principal
  side: region
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
testvik-kommun:
  name: Testviks kommun
  type: principal
  side: municipality
"""
_PEOPLE = """\
ann-exempel:
  name: Ann Exempel
  posts:
    # den första tjänsten
    - title: socialdirektör
      organisation: exempelby-kommun
      from: 2030-01-01

bo-prov:
  name: Bo Prov
  posts:
    - title: enhetschef
      organisation: region-exempel
cia-test:
  name: Cia Test
  posts:
    - title: samordnare
      organisation: testvik-kommun
"""
MANDATE = """\
mandate:
  adopted: 2031-01-15
  purposes:
    agreements: Förvalta och följa upp.
    questions: Fånga upp utvecklingsfrågor.
    dialogue: Vara arena för dialog.
    transition: Bidra i omställningen.
"""
_NEW = """\
reached:
  on: 2030-11-20
  decision: Tjänstestyrgruppen 2030-11-20, punkt 3
reports_to: tjanstegruppen
members:
  - side: municipality  # delas med Provköping
    person: ann-exempel
    organisation: exempelby-kommun
    from: 2031-01-01
"""
_FORUM = """\
members:
  - side: region
    person: bo-prov
    until: "2030"
responsibilities:
  - id: forum-exempel
    text: Samverkan om exempel
    takers: [nya-gruppen]
  - id: forum-prov
    text: Samverkan om prov
    takers: [andra-gruppen, nya-gruppen]
  - id: forum-rest
    text: Allt det andra
"""
_ITEMS = """\
items:
  - id: bemanning
    number: 1
    heading: Bemanning av samrådsgrupperna
    type: decision
    assignments:
      - id: uppdrag-lista
        text: Ta fram en kontaktlista
        owners: [ann-exempel]
        return_to: tjanstegruppen
  - id: forumet
    number: 2
    heading: Forumet avvecklas
    type: decision
"""
_OWN = """\
items:
  - id: ordforande
    heading: Val av ordförande
    type: decision
"""
