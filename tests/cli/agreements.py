"""A small fictional county to begin agreements in."""

ORGANISATIONS = """\
region-exempel:
  name: Region Exempel
  type: principal
  side: region
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
"""
GROUP = """\
id: {id}
name: {name}
type: consultation
level: regional
status: proposed
"""
PARENT = """\
id: exempelavtalet
title: Exempelavtalet
aliases:
  - Det gamla exemplet
type: agreement
target_groups:
  - Äldre i Exempellän
"""
COUNTY = {
    "registry/organisations.yaml": ORGANISATIONS,
    "registry/groups/exempelgruppen.yaml": GROUP.format(id="exempelgruppen", name="Exempelgruppen för äldre"),
    "registry/groups/provgruppen.yaml": GROUP.format(id="provgruppen", name="Provgruppen för barn"),
    "agreements/exempelavtalet/agreement.yaml": PARENT,
}
"""A region, three municipalities, two groups and an agreement."""
