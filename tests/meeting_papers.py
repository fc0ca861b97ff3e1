"""A fictional county whose bodies meet: the files of its register, for the documents of meetings."""

COUNTY = {
    "registry/vis.yaml": """\
id: vis
name: Vård i samverkan
short_name: VIS
county: Exempellän
sides:
  - side: region
    name: Exempelregionen
    organisation: exempelregionen
  - side: municipality
    name: kommunerna
    association: kommunforbundet
secretariat: sekretariatet
""",
    "registry/organisations.yaml": """\
exempelregionen:
  name: Exempelregionen
  type: principal
  side: region
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
socialforvaltningen-exempelby:
  name: Socialförvaltningen
  type: administration
  side: municipality
  parent: exempelby-kommun
kommunforbundet:
  name: Kommunförbundet i Exempellän
  type: association
  side: municipality
""",
    "registry/people.yaml": """\
anna-exempel:
  name: Anna Exempel
  posts:
    - title: hälso- och sjukvårdsdirektör
      organisation: exempelregionen
bo-prov:
  name: Bo Prov
  posts:
    - title: socialdirektör
      organisation: socialforvaltningen-exempelby
cia-test:
  name: Cia Test
  posts:
    - title: processledare
      organisation: kommunforbundet
dag-mall:
  name: Dag Mall
  posts:
    - title: utredare
      organisation: kommunforbundet
""",
    "registry/groups/politiska-gruppen.yaml": """\
id: politiska-gruppen
name: VIS politiska exempelgrupp
type: steering
level: regional
elected: true
status: active
""",
    "registry/groups/ledningsgruppen.yaml": """\
id: ledningsgruppen
name: VIS ledningsgrupp
type: steering
level: regional
status: active
reports_to: politiska-gruppen
members:
  - role: chair
    side: municipality
    person: bo-prov
  - side: region
    person: anna-exempel
  - side: region
    function: primärvårdschef
    organisation: exempelregionen
  - role: substitute
    side: municipality
    organisation: exempelby-kommun
    until: 2030-12-31
""",
    "registry/groups/aldregruppen.yaml": """\
id: aldregruppen
name: Samrådsgruppen för äldres hälsa
type: consultation
level: regional
status: establishing
reports_to: ledningsgruppen
members:
  - role: chair
    side: region
    person: anna-exempel
  - side: municipality
    person: bo-prov
""",
    "registry/groups/barngruppen.yaml": """\
id: barngruppen
name: Samrådsgruppen för barn
type: consultation
level: regional
status: proposed
reports_to: ledningsgruppen
""",
    "registry/groups/sekretariatet.yaml": """\
id: sekretariatet
name: VIS processledning
type: secretariat
level: regional
status: active
reports_to: ledningsgruppen
""",
    "registry/plans/handlingsplanen.yaml": """\
id: handlingsplanen
title: Handlingsplanen 2029–2035
goal_areas:
  - id: malomrade-1
    number: 1
    name: Sömlös vård
  - id: malomrade-2
    number: 2
    name: Personens behov
""",
    "registry/questions/hemgang.yaml": """\
id: hemgang
title: Trygg hemgång på helger
groups:
  - aldregruppen
goal_areas:
  - malomrade-1
steps:
  - level: regional
    body: aldregruppen
    date: 2031-01-10
""",
    "registry/meetings/aldregruppen/2031-01-22.yaml": """\
id: aldregruppen-2031-01-22
group: aldregruppen
status: held
date: 2031-01-22
attendance:
  - person: anna-exempel
    capacity: region
    present: true
    role: chair
  - person: bo-prov
    capacity: municipality
    present: true
items:
  - id: inledning
    number: 1
    heading: Välkommen
    type: opening
  - id: hemgang
    number: 2
    heading: Trygg hemgång på helger
    type: dialogue
    text: Gruppen ser samma behov i hela länet.
  - id: lakemedel
    number: 3
    heading: Läkemedelsgenomgångar
    type: information
    text: Information gavs.
  - id: vidare
    number: 4
    heading: Frågor vidare
    type: forwarding
    decisions:
      - id: beslut-vidare
        type: decides
        text: frågan tas vidare till VIS ledningsgrupp
    forwards:
      - item: hemgang
        kind: information
        to: ledningsgruppen
        title: Trygg hemgång på helger
""",
    "registry/meetings/aldregruppen/2031-04-10.yaml": """\
id: aldregruppen-2031-04-10
group: aldregruppen
status: planned
date: 2031-04-10
items:
  - id: demens
    number: 1
    heading: Demensvård i hemmet
    type: discussion
""",
    "registry/meetings/ledningsgruppen/2030-11-20.yaml": """\
id: ledningsgruppen-2030-11-20
group: ledningsgruppen
status: approved
date: 2030-11-20
approval:
  meeting: ledningsgruppen-2031-02-20
""",
    "registry/meetings/ledningsgruppen/2031-02-20.yaml": """\
id: ledningsgruppen-2031-02-20
group: ledningsgruppen
status: sent
date: 2031-02-20
start: '14:00'
end: '16:00'
form: in-person
place: Exempelsalen
minutes_sent: 2031-03-03
attendance:
  - person: bo-prov
    capacity: municipality
    present: true
    role: chair
  - person: anna-exempel
    capacity: region
    present: true
  - person: cia-test
    capacity: secretariat
    present: true
    role: secretary
  - person: dag-mall
    capacity: association
    present: false
    guest: true
items:
  - id: inledning
    number: 1
    heading: Välkommen
    type: opening
    presenters:
      - bo-prov
  - id: foregaende
    number: 2
    heading: Minnesanteckningar från föregående möte
    type: previous-minutes
    previous: ledningsgruppen-2030-11-20
    decisions:
      - id: beslut-foregaende
        type: approves
        text: minnesanteckningarna och lägger dem till handlingarna
  - id: hemgang
    number: 3
    heading: Trygg hemgång på helger
    type: dialogue
    about:
      - hemgang
    origin:
      kind: forwarded
      meeting: aldregruppen-2031-01-22
      item: hemgang
      why: Samrådsgruppen för äldres hälsa har fört frågan vidare.
    text: |-
      # Läget

      Hemgång på helger tar i dag **två dygn** längre.
    topics:
      - Vad hindrar oss?
    questions:
      - question: Gäller det hela länet?
        asked_by: Exempelregionen
        answer: Ja.
    contributions:
      - id: medskick-1
        text: Börja med korttidsboenden.
        by: Exempelby kommun
        goal_area: malomrade-1
      - id: medskick-2
        text: Fråga de anhöriga.
        goal_area: malomrade-2
    closing: Frågan återkommer till hösten.
    assignments:
      - id: uppdrag-hemgang
        text: Ta fram ett förslag till arbetssätt
        owners:
          - exempelregionen
          - kommunforbundet
        return_to: ledningsgruppen
        return_at: ledningsgruppen-2031-05-20
        due: 2031-05-06
        reports:
          - outcome: postponed
            meeting: ledningsgruppen-2031-05-20
            return_at: ledningsgruppen-2031-09-18
      - id: uppdrag-underlag
        text: Räkna på kostnaden.
        owners:
          - cia-test
        return_to: ledningsgruppen
  - id: medel
    number: 4
    heading: Fördelning av exempelmedel
    type: decision
    presenters:
      - cia-test
    text: Länet får drygt 12 miljoner kronor.
    amounts:
      - kronor: 12000000
        qualifier: more-than
        purpose: Exempelmedel till länet
    papers:
      - underlag
    proposals:
      - fördela exempelmedlen enligt tabell 1
    decisions:
      - id: beslut-medel
        type: decides
        text: fördela exempelmedlen enligt tabell 1
        basis:
          - underlag
        amounts:
          - kronor: 2000000
            purpose: Gemensamma satsningar
          - kronor: 5000000
            purpose: Exempelregionen
          - kronor: 5000000
            purpose: kommunerna
      - id: beslut-medel-2
        type: decides
        text: fördelningen följs upp i november
        basis:
          - underlag
      - id: beslut-medel-3
        type: decides
        text: uppföljningen delges samrådsgrupperna.
        basis:
          - underlag
  - id: rapporten
    number: 5
    heading: Årsrapporten 2030
    type: recommendation
    papers:
      - rapport
    decisions:
      - id: beslut-rapport
        type: recommends
        text: godkänna årsrapporten 2030
        recipient: politiska-gruppen
        basis:
          - rapport
  - id: vidare
    number: 6
    heading: Frågor vidare till VIS politiska exempelgrupp
    type: forwarding
    decisions:
      - id: beslut-vidare
        type: decides
        text: dessa frågor tas vidare till VIS politiska exempelgrupp
    forwards:
      - item: rapporten
        kind: decision
        to: politiska-gruppen
        title: Godkännande av årsrapporten 2030
      - item: hemgang
        kind: information
        to: politiska-gruppen
        title: Trygg hemgång på helger
attachments:
  - id: underlag
    title: Tabell 1 över exempelmedlen
    missing: inte bifogad
  - id: rapport
    title: Årsrapporten 2030
    missing: inte bifogad
  - id: allmant
    title: Årsplanen
    missing: inte bifogad
""",
    "registry/meetings/ledningsgruppen/2031-05-20.yaml": """\
id: ledningsgruppen-2031-05-20
group: ledningsgruppen
status: called
date: 2031-05-27
start: '13:00'
end: '15:00'
form: digital
moves:
  - date: 2031-05-20
    start: '14:00'
    end: '16:00'
    place: Exempelsalen
    reason: Krock med en nationell konferens
  - date: 2031-05-27
    start: '09:00'
    end: '11:00'
    reason: Ordföranden kan inte på förmiddagen.
notice:
  sent: 2031-05-12
items:
  - id: inledning
    number: 1
    heading: Välkommen
    type: opening
    origin:
      kind: standing
      why: Stående punkt
  - id: foregaende
    number: 2
    heading: Minnesanteckningar från föregående möte
    type: previous-minutes
    previous: ledningsgruppen-2031-02-20
    origin:
      kind: previous-minutes
      meeting: ledningsgruppen-2031-02-20
      why: Minnesanteckningarna från den 20 februari är inte fastställda.
  - id: svar-rapporten
    number: 3
    heading: Svar om årsrapporten 2030
    type: information
    origin:
      kind: answer
      meeting: politiska-gruppen-2031-03-12
      item: rapporten
      why: VIS politiska exempelgrupp har svarat.
  - id: hemgang
    number: 4
    heading: Förslag till arbetssätt för trygg hemgång
    type: decision
    presenters:
      - anna-exempel
      - cia-test
    about:
      - hemgang
    papers:
      - forslag
    amounts:
      - kronor: 300000
        purpose: Samordnare
      - kronor: 200000
        purpose: Utbildning
      - kronor: 250000
        purpose: Uppföljning
    proposals:
      - anta arbetssättet
      - införa det från och med den 1 september 2031
    origin:
      kind: assignment
      meeting: ledningsgruppen-2031-02-20
      item: uppdrag-hemgang
      why: Uppdraget ska återrapporteras.
dropped:
  - heading: Översyn av exempelavtalet
    origin:
      kind: question
      of: hemgang
      why: Frågan ligger på den här nivån.
    reason: Underlaget är inte klart
attachments:
  - id: forslag
    title: Förslag till arbetssätt
    missing: skickas senare
""",
    "registry/meetings/ledningsgruppen/2031-09-18.yaml": """\
id: ledningsgruppen-2031-09-18
group: ledningsgruppen
status: planned
date: 2031-09-18
""",
    "registry/meetings/ledningsgruppen/2031-12-04.yaml": """\
id: ledningsgruppen-2031-12-04
group: ledningsgruppen
status: cancelled
reason: För få kunde komma
date: 2031-12-04
start: '14:00'
items:
  - id: inledning
    number: 1
    heading: Välkommen
    type: opening
""",
    "registry/meetings/politiska-gruppen/2031-03-12.yaml": """\
id: politiska-gruppen-2031-03-12
group: politiska-gruppen
status: approved
date: 2031-03-12
approval:
  meeting: politiska-gruppen-2031-06-11
attendance:
  - person: anna-exempel
    capacity: region
    present: true
    role: chair
  - person: bo-prov
    capacity: municipality
    present: true
items:
  - id: rapporten
    number: 1
    heading: Godkännande av årsrapporten 2030
    type: decision
    origin:
      kind: forwarded
      meeting: ledningsgruppen-2031-02-20
      item: rapporten
      why: VIS ledningsgrupp rekommenderar det.
    papers:
      - rapport
    decisions:
      - id: beslut-rapport
        type: decides
        text: godkänna årsrapporten 2030
        basis:
          - rapport
attachments:
  - id: rapport
    title: Årsrapporten 2030
    missing: inte bifogad
""",
    "registry/meetings/politiska-gruppen/2031-06-11.yaml": """\
id: politiska-gruppen-2031-06-11
group: politiska-gruppen
status: drafted
date: 2031-06-11
attendance:
  - person: anna-exempel
    capacity: region
    present: true
    role: chair
  - person: bo-prov
    capacity: municipality
    present: true
items:
  - id: foregaende
    number: 1
    heading: Föregående minnesanteckningar
    type: previous-minutes
    previous: politiska-gruppen-2031-03-12
    decisions:
      - id: beslut-foregaende
        type: approves
        text: minnesanteckningarna
""",
}
