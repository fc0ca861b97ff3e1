"""A fictional county for the questions of whom to turn to: municipalities, districts that were merged, agreements."""

from pathlib import Path

from tests.program import Done, register, vis

TODAY = "2031-09-01"

CONTACTS = {
    "registry/vis.yaml": """\
id: vis
name: Vård i samverkan Exempellän
short_name: VIS
county: Exempellän
sides:
  - side: region
    name: Exempelregionen
    organisation: exempelregionen
secretariat: processledningen
main_agreement: hok
exemptions:
  - expects: gsa
    area: testvik
    reason: Testvik har en egen ordning.
""",
    "registry/organisations.yaml": """\
exempelregionen: {name: Exempelregionen, type: principal, side: region}
exempelby-kommun: {name: Exempelby kommun, aliases: [Exempelby], type: principal, side: municipality}
exempelstad-kommun: {name: Exempelstads stad, short_name: Exempelstad, type: principal, side: municipality}
norrtuna-kommun: {name: Norrtuna kommun, type: principal, side: municipality}
testvik-kommun: {name: Testviks kommun, type: principal, side: municipality}
omsorgen:
  {name: Omsorgsförvaltningen, type: administration, side: municipality, parent: exempelby-kommun}
provvarden: {name: Provvården AB, type: private-provider, side: external}
""",
    "registry/people.yaml": """\
ann-exempel:
  name: Ann Exempel
  posts: [{title: utvecklare, organisation: omsorgen}]
bo-prov:
  name: Bo Prov
  posts: [{title: verksamhetschef, organisation: provvarden}]
""",
    "registry/areas.yaml": """\
exempelby:
  name: Exempelby
  type: municipality
  municipality: exempelby-kommun
  subregion: Norra länet
norrtuna:
  name: Norrtuna
  type: municipality
  municipality: norrtuna-kommun
  subregion: Norra länet
testvik:
  name: Testvik
  type: municipality
  municipality: testvik-kommun
hasselon-alvasen:
  name: Hässelön-Älvåsen
  aliases: [Hässelöns stadsdel]
  type: district
  municipality: exempelstad-kommun
  subregion: Exempelstad
rinkby-kisa:
  name: Rinkby-Kisa
  type: district
  municipality: exempelstad-kommun
  until: 2030-12-31
  successors: [{area: jarvo}]
tenstad:
  name: Tenstad
  type: district
  municipality: exempelstad-kommun
  until: 2030-12-31
  successors: [{area: jarvo}]
jarvo:
  name: Järvö
  type: district
  municipality: exempelstad-kommun
  from: 2031-01-01
""",
    "registry/contacts/exempelby.yaml": """\
id: exempelby
ksa:
  - organisation: omsorgen
    placement: Utvecklingsenheten
    person: ann-exempel
    base_role: utvecklare
    mailbox: ksa@exempelby.example
    phone: '08-123 45 67'
    substitutes:
      - function: enhetschef
        mailbox: enhetschef@exempelby.example
    verified_on: 2031-03-01
    from: 2031-02-01
gsa:
  - clinic: Gamla torgets vårdcentral
    until: 2030-12-31
  - clinic: Provvården Backens vårdcentral
    run_by: private
    organisation: provvarden
    person: bo-prov
    phone: '08-765 43 21'
    area_plan: {updated: 2030-01}
    from: 2031-01-01
""",
    "registry/contacts/norrtuna.yaml": """\
id: norrtuna
ksa:
  - organisation: norrtuna-kommun
    mailbox: samverkan@norrtuna.example
    verified_on: 2030-01-15
gsa:
  - clinic: Norrtuna vårdcentral
""",
    "registry/contacts/hasselon-alvasen.yaml": """\
id: hasselon-alvasen
gsa:
  - clinic: To Vård Husläkarmottagning Holmen
""",
    "registry/contacts/rinkby-kisa.yaml": "id: rinkby-kisa\ngsa:\n  - clinic: Kisa vårdcentral\n",
    "registry/contacts/tenstad.yaml": "id: tenstad\ngsa:\n  - clinic: Tenstads vårdcentral\n",
    "registry/groups/barngruppen.yaml": """\
id: barngruppen
name: Samrådsgruppen för barn och unga
type: consultation
level: regional
status: establishing
reports_to: styrgruppen
""",
    "registry/groups/styrgruppen.yaml": """\
id: styrgruppen
name: Exempelläns styrgrupp
type: steering
level: regional
status: active
""",
    "registry/groups/processledningen.yaml": """\
id: processledningen
name: VIS processledning
type: secretariat
level: regional
status: active
""",
    "registry/forums/bus-exempelby.yaml": """\
id: bus-exempelby
name: BUS-gruppen i Exempelby
type: bus
areas: [exempelby]
agreements: [bus]
convening_function: BUS-samordnaren
rhythm: {text: fyra gånger per år}
status: active
""",
    "registry/forums/lss-exempelby.yaml": """\
id: lss-exempelby
name: LSS-forum
type: disability
areas: [exempelby]
convener: exempelby-kommun
status: active
""",
    "agreements/bus/agreement.yaml": """\
id: bus
title: Samverkan kring barn i behov av särskilt stöd
short_name: BUS
type: agreement
owners: [{group: barngruppen}]
""",
    "agreements/utskrivning/agreement.yaml": """\
id: utskrivning
title: Samverkan vid utskrivning från sluten vård
type: agreement
""",
    "agreements/hok/agreement.yaml": """\
id: hok
title: Huvudöverenskommelse om samverkan
short_name: HÖK
type: main
""",
}


def county(folder: Path) -> Path:
    """The county on disk."""
    return register(folder, CONTACTS, vis_yaml=None)


def contact(here: Path, *arguments: str, today: str = TODAY, language: str = "en") -> Done:
    """Any `vis contact`, whatever comes of it."""
    return vis("contact", *arguments, cwd=here, env={"VIS_TODAY": today, "VIS_LANG": language})


def answered(here: Path, *arguments: str) -> list[str]:
    """The lines of an answer."""
    done = contact(here, *arguments)
    assert done.code == 0, done.err
    return [line.strip() for line in done.lines]
