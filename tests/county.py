"""A fictional county with a few agreements, for the questions about which there are, what they lack and share."""

ORGANISATIONS = """\
exempelregionen:
  name: Exempelregionen
  type: principal
  side: region
exempelby-kommun:
  name: Exempelby kommun
  aliases: [Exempelby]
  type: principal
  side: municipality
provkoping-kommun:
  name: Provköping
  type: principal
  side: municipality
annan-region:
  name: Region Annorstädes
  type: principal
  side: external
"""

COUNTY = {
    "registry/vis.yaml": """\
id: vis
name: Vård i samverkan Exempellän
short_name: VIS
county: Exempellän
main_agreement: hok
secretariat: sekretariatet
""",
    "registry/organisations.yaml": ORGANISATIONS,
    "registry/people.yaml": """\
ann-exempel:
  name: Ann Exempel
  posts:
    - title: samordnare
      organisation: exempelregionen
""",
    "registry/areas.yaml": """\
exempelby:
  name: Exempelby
  type: municipality
  municipality: exempelby-kommun
provkoping:
  name: Provköping
  type: municipality
  municipality: provkoping-kommun
""",
    "registry/groups/aldregruppen.yaml": """\
id: aldregruppen
name: Samrådsgruppen för äldre
short_name: Äldre
type: consultation
level: regional
status: established
predecessors: [gamla-forumet]
members:
  - role: chair
    side: region
    person: ann-exempel
""",
    "registry/groups/gamla-forumet.yaml": """\
id: gamla-forumet
name: Gamla forumet
type: forum
level: regional
status: active
""",
    "registry/groups/barngruppen.yaml": """\
id: barngruppen
name: Samrådsgruppen för barn
short_name: Barn
type: consultation
level: regional
status: established
subject: barn och skridskor
responsibilities:
  - id: barngruppen-hinder
    text: Röja undan rymdfärder
""",
    "registry/groups/sekretariatet.yaml": """\
id: sekretariatet
name: Sekretariatet
type: secretariat
level: regional
status: active
""",
    "registry/meetings/aldregruppen/2031-02-19.yaml": """\
id: aldregruppen-2031-02-19
group: aldregruppen
status: held
date: 2031-02-19
items:
  - id: boendet
    heading: Läget i boendena
    type: information
    text: Det gicks igenom hur Boendeavtalet följs.
""",
    "agreements/hok/agreement.yaml": """\
id: hok
title: Huvudöverenskommelse om samverkan
short_name: HÖK
type: main
""",
    "agreements/hok/versions/1.0.yaml": """\
agreement: hok
version: "1.0"
entry_into_force:
  rule: fixed-date
  date: 2031-01-01
""",
    "agreements/hjalpmedel/agreement.yaml": """\
id: hjalpmedel
title: Kostnadsansvar för hjälpmedel, överenskommelse mellan regionen och kommunerna
number: 2
type: agreement
aligned_to: "1.0"
owners:
  - group: gamla-forumet
target_groups: [Äldre i särskilt boende]
follow_up:
  interval_months: 12
  next: 2031-03
""",
    "agreements/hjalpmedel/versions/1.0.yaml": """\
agreement: hjalpmedel
version: "1.0"
stated_in_force:
  date: 2030-23
""",
    "agreements/aldres-boende/agreement.yaml": """\
id: aldres-boende
title: Vård i särskilt boende
short_name: Boendeavtalet
aliases: [Överenskommelsen om rullstolar]
number: 1
type: agreement
related: [hjalpmedel]
cluster: Äldre och boende
owners:
  - group: aldregruppen
concerned: [barngruppen]
target_groups: [Äldre i särskilda boenden]
local_consultation: true
summary: Kommunen och regionen delar på **ansvaret** för läkarbesök.
guidance:
  - title: Vägledning om larm
    type: guidance
    version: "3"
    updated: 2030-05-02
  - title: Mall för rond
    type: template
sections:
  - id: ansvar
    heading: Ansvar
    clauses:
      - id: larm
        text: Regionen betalar trygghetslarm enligt [](#rond) och kostnadsansvar för hjälpmedel.
      - id: rond
        heading: Rond
        text: Läkaren går rond.
    definitions:
      - id: boende
        term: boende
        meaning: En plats att bo på.
remarks:
  - text: Om fotvård står inget.
""",
    "agreements/nattronder/agreement.yaml": """\
id: nattronder
title: Ronder på natten
type: partial
parent: aldres-boende
target_groups: [Äldre]
""",
    "agreements/akvarier/agreement.yaml": """\
id: akvarier
title: Överenskommelse - Akvarier (de runda) i väntrum
number: 3
type: agreement
parties: [exempelregionen, provkoping-kommun]
owners:
  - group: gamla-forumet
    until: 2030-12-31
sections:
  - id: text
    heading: Allmänt
    text: Det här är ett utkast, i samma anda som HÖK.
text_state: original
""",
}
