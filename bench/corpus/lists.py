"""The lists that are one file each, the collaboration itself and its plan."""

import random

from bench.corpus.plan import ASSOCIATION, MAIN, POLITICAL, REGION, SECRETARIAT, Plan
from bench.corpus.words import TITLES, TOPICS, slug

SOURCES = 60


def cited(rng: random.Random) -> str:
    """A citation, quoted: a source and a line of it."""
    return f'"{rng.randrange(SOURCES):03}:{rng.randint(1, 400)}"'


def collaboration(plan: Plan) -> list[str]:
    """`registry/vis.yaml`."""
    return [
        "# Samverkan mellan en påhittad region och dess kommuner",
        "id: vis",
        "name: Samverkan i Exempellän",
        "short_name: SIE",
        "county: Exempellän",
        "sides:",
        f"  - {{side: region, name: Exempelregionen, organisation: {REGION}}}",
        f"  - {{side: municipality, name: kommunerna, association: {ASSOCIATION}}}",
        f"main_agreement: {MAIN}",
        f"secretariat: {SECRETARIAT}",
        'sources: ["000:1"]',
    ]


def action_plan(plan: Plan) -> list[str]:
    """The action plan with its goal areas."""
    lines = ["id: handlingsplan", "title: Handlingsplan för god och nära vård", 'from: "2022"', 'until: "2030"']
    lines += [f"adopted_by: {POLITICAL}", "goal_areas:"]
    for number, topic in enumerate(TOPICS[:5], 1):
        lines += [f"  - id: malomrade-{number}", f"    number: {number}", f"    name: Bättre {topic.replace('-', ' ')}"]
        lines += [f'    sources: ["001:{number}"]']
    return [*lines, 'sources: ["001:1"]']


def organisations(plan: Plan) -> list[str]:
    """The region, the association, the municipalities, and the administrations where people work."""
    lines = [f"{REGION}:", "  name: Exempelregionen", "  type: principal", "  side: region", '  sources: ["000:2"]', ""]
    lines += [f"{ASSOCIATION}:", "  name: Exempelförbundet", "  type: association", "  side: municipality"]
    lines += ['  sources: ["000:3"]', ""]
    for town in plan.towns:
        lines += [f"{slug(town)}-kommun:", f"  name: {town} kommun", "  type: principal", "  side: municipality"]
        lines += ['  sources: ["000:4"]', ""]
    for index, (id, side) in enumerate(plan.offices):
        parent = REGION if side == "region" else f"{slug(plan.towns[index % len(plan.towns)])}-kommun"
        topic = TOPICS[index % len(TOPICS)].replace("-", " ")
        lines += [f"{id}:", f"  name: Förvaltning {index} för {topic}", "  type: administration", f"  side: {side}"]
        lines += [f"  parent: {parent}", f'  sources: ["000:{index + 5}"]', ""]
    return lines


def people(plan: Plan) -> list[str]:
    """The officials, each with a post."""
    lines = []
    for index, person in enumerate(plan.people):
        lines += [f"{person.id}:", f"  name: {person.name}", "  posts:", f"    - title: {TITLES[index % len(TITLES)]}"]
        lines += [f"      organisation: {person.organisation}", "      from: 2015-01-01"]
        lines += [f'  sources: ["{index % SOURCES:03}:{index + 1}"]', ""]
    return lines


def areas(plan: Plan) -> list[str]:
    """The districts, in as few bytes as they need."""
    lines = []
    for index, area in enumerate(plan.areas):
        lines += [f"{area.id}:", f"  name: {area.name}", "  type: district", f"  municipality: {area.municipality}"]
        lines += [f'  sources: ["{index % SOURCES:03}:{index + 1}"]', ""]
    return lines


def sources(plan: Plan) -> list[str]:
    """The documents that everything is cited from."""
    lines = []
    for number in range(SOURCES):
        topic = TOPICS[number % len(TOPICS)].replace("-", " ")
        lines += [f'"{number:03}":', f"  title: Rapport {number} om {topic}", "  author: Exempelregionen"]
        lines += [f'  date: "{2015 + number % 10}"', f'  sources: ["{number:03}:1"]', ""]
    return lines
