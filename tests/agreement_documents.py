"""A small register with one agreement in full, all of it fictional: for the tests of what is made of agreements."""

from vis_cli.model.agreement import Agreement
from vis_cli.registry.digest import digest
from vis_cli.registry.single import single

AGREEMENT = "agreements/exempelavtalet/agreement.yaml"
VERSION = "agreements/exempelavtalet/versions/1.0.yaml"

TEXT = """\
id: exempelavtalet
title: Överenskommelse om exempel för äldre
short_name: Exempelavtalet
aliases:
  - Äldreexemplet
type: agreement
summary: |
  Den som bor på ett särskilt boende får hjälp av **en** läkare, som kommer dit.

  Hjälpen kostar inget.
owners:
  - group: exempelgruppen
    from: '2030'
concerned:
  - provgruppen
target_groups:
  - Personer på särskilt boende
  - Närstående
ages:
  youngest: 65
legal_basis:
  - text: Exempellagen (2029:1) 3 §
    sources:
      - '900:4'
responsibilities:
  - task: Utse en läkare
    by: region
  - task: Ta emot läkaren
    by: municipality
  - task: Följa upp
    by: both
cost_responsibility:
  text: Regionen betalar läkaren, kommunen lokalen.
follow_up:
  criteria:
    - Andel boenden med en namngiven läkare
    - Antal besök
  interval_months: 12
  next: '2033-03'
  responsible: exempelgruppen
prevention:
  text: Fallprevention följs upp varje år.
deviations:
  text: Brister rapporteras till den egna verksamheten inom *två* dagar.
guidance:
  - title: Vägledning för läkare på boenden
    type: guidance
    version: '2'
    updated: '2031-02'
    link: https://example.se/vagledning
next_review: '2034'
version: '1.0'
text_state: original
sections:
  - id: syfte
    heading: Syfte och mål
    text: |
      Parterna vill att den enskilde ska få **god vård** där hen bor. Målen är att

      - alla boenden har en läkare
      - ingen behöver åka till akuten i onödan

      Se även [](#ansvar) och [](#lakare).
  - id: definitioner
    heading: Definitioner
    definitions:
      - id: boende
        term: boende
        meaning: Ett särskilt boende för äldre.
      - id: lakare
        term: läkare med ansvar för boendet
        meaning: |
          Den läkare som regionen har utsett.

          Det kan vara flera.
  - id: ansvar
    heading: Ansvarsfördelning
    text: Ansvaret delas så här.
    clauses:
      - id: regionens-ansvar
        heading: Regionens ansvar
        text: |
          Regionen utser en läkare för varje [](#boende).

          1. Läkaren besöker boendet varje vecka.
          2. Läkaren nås per telefon.
      - id: kommunens-ansvar
        text: Kommunen tar emot läkaren enligt [](#regionens-ansvar), och ger läkaren tillgång till lokaler och journaler.
      - id: gemensamt
        text: |
          - båda följer upp
          - båda utbildar
  - id: kostnader
    heading: Kostnadsansvar
    text: Regionen betalar läkaren och kommunen lokalen, om inget annat följer av [punkten om ansvar](#kommunens-ansvar).
sources:
  - '900:1-12'
"""

ORGANISATIONS = """\
exempelregionen:
  name: Exempelregionen
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


STRUCTURE = """\
id: agreement
sections:
  - id: syfte
    heading: Syfte och mål
    prompt: Varför.
  - id: definitioner
    heading: Definitioner
    prompt: Ord.
  - id: ansvar
    heading: Ansvarsfördelning
    prompt: Vem.
  - id: kostnader
    heading: Kostnadsansvar
    prompt: Vem betalar.
"""


def digest_of(text: str) -> str:
    """The digest of an agreement by the text of its file."""
    agreement, faults = single(Agreement, AGREEMENT, text.encode())
    assert agreement, faults
    return digest(agreement)


def version_file(text: str = TEXT, number: str = "1.0", more: str = "", published: str = "2031-01-15") -> str:
    """The file of a version whose published text is `text`."""
    return f"""\
agreement: exempelavtalet
version: '{number}'
entry_into_force:
  rule: all-parties
  not_before: 2031-07-01
referrals:
  - from: 2030-03-01
    until: 2030-06-30
recommendations:
  - body: exempelgruppen
    date: 2030-12-04
    reference: EX 2030/17
publication:
  date: {published}
  digest: {digest_of(text)}
{more}"""


def adoption_file(party: str, date: str, number: str = "1.0") -> str:
    """The file of an adoption."""
    return f"""\
agreement: exempelavtalet
version: '{number}'
party: {party}
decisions:
  - outcome: adopted
    date: {date}
    body: Fullmäktige
    reference: § 12, dnr 2031/44
"""


def group(id: str, name: str) -> str:
    return f"id: {id}\nname: {name}\ntype: consultation\nlevel: regional\nstatus: establishing\n"


def adoptions(number: str = "1.0", year: int = 2031) -> dict[str, str]:
    """All four parties' adoptions of a version."""
    dates = {"exempelregionen": "02-03", "exempelby": "03-10", "provkoping": "04-21", "testvik": "05-12"}
    return {
        f"agreements/exempelavtalet/adoptions/{number}/{party}.yaml": adoption_file(party, f"{year}-{day}", number)
        for party, day in dates.items()
    }


FILES = {
    "registry/vis.yaml": (
        "id: vis\nname: Vård i samverkan Exempellän\nshort_name: VIS\ncounty: Exempellän\n"
        "sides:\n  - side: region\n    name: Exempelregionen\n    organisation: exempelregionen\n"
        "  - side: municipality\n    name: kommunerna\n"
    ),
    "registry/organisations.yaml": ORGANISATIONS,
    "registry/groups/exempelgruppen.yaml": group("exempelgruppen", "Exempelgruppen"),
    "registry/groups/provgruppen.yaml": group("provgruppen", "Provgruppen"),
    "registry/sources.yaml": "'900':\n  title: Exempelrapporten\n",
    "templates/agreement.structure.yaml": STRUCTURE,
    AGREEMENT: TEXT,
    VERSION: version_file(),
    **adoptions(),
}
"""The register, with version 1.0 published and adopted by all four."""
