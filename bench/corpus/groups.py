"""Groups: two steering groups, a secretariat, and consultation groups that are established."""

import random

from bench.corpus.lists import cited
from bench.corpus.plan import POLITICAL, SECRETARIAT, STEERING, Plan
from bench.corpus.words import TOPICS, folded, literal, sentence

_ROLES = ("chair", "vice-chair", "process-leader", "secretary", "member", "member", "member", "member")
_FIXED = {
    STEERING: ("Tjänstestyrgruppen", "steering", "active"),
    POLITICAL: ("Politiska styrgruppen", "steering", "active"),
    SECRETARIAT: ("Processledningen", "secretariat", "active"),
}


def group(plan: Plan, index: int, rng: random.Random) -> list[str]:
    """The file of a group."""
    id = plan.groups[index]
    topic = TOPICS[index % len(TOPICS)].replace("-", " ")
    name, type, status = _FIXED.get(id, (f"Samrådsgrupp {index} om {topic}", "consultation", "established"))
    lines = ["# Gruppens uppgifter hålls aktuella av kansliet", f"id: {id}", f'name: "{name}"']
    if type == "consultation":
        lines += [f"short_name: S{index}", f"aliases: [Samråd {index}, Grupp {index}]"]
    lines += [f"type: {type}", "level: regional"]
    if id == POLITICAL:
        lines.append("elected: true")
    lines += [f"status: {status}", "from: 2019-01-01"]
    if type == "consultation":
        lines += [f"subject: {topic}", f"reports_to: {STEERING}"]
        lines += folded("local_link", [sentence(rng), sentence(rng)])
        lines += folded("disability_perspective", [sentence(rng)])
    elif id == STEERING:
        lines.append(f"reports_to: {POLITICAL}")
    lines.append("members:  # ordförande och vice ordförande först")
    leads = 4 if type == "secretariat" else 1
    for seat, person in enumerate(plan.sitting(index)):
        role = "process-leader" if type == "secretariat" and seat < leads else _ROLES[seat]
        lines.append(f"  - {{role: {role}, side: {person.side}, person: {person.id}, from: 2020-01-01")
        lines[-1] += ", node: true}" if role == "process-leader" else "}"
    if type == "consultation":
        lines += _mandate(rng)
        lines += ["knowledge_governance:", *folded("mission", [sentence(rng)], 4), *folded("none", [sentence(rng)], 4)]
    lines.append("responsibilities:")
    for number in range(5 if type == "secretariat" else 2):
        lines += [f"  - id: ansvar-{id}-{number}", *folded("text", [sentence(rng), sentence(rng)], 4)]
        lines.append(f"    sources: [{cited(rng)}]")
    lines.append("remarks:")
    while len(lines) < 44:
        lines += [*literal("- text", [sentence(rng), sentence(rng)], 2), f"    sources: [{cited(rng)}]"]
    lines += [*literal("- text", [sentence(rng)], 2), f"    sources: [{cited(rng)}]"]
    return [*lines, f"sources: [{cited(rng)}, {cited(rng)}]"]


def _mandate(rng: random.Random) -> list[str]:
    lines = ["mandate:", '  version: "1.0"', "  adopted: 2020-03-15", "  purposes:"]
    for purpose in ("agreements", "questions", "dialogue", "transition"):
        lines += folded(purpose, [sentence(rng)], 4)
    return [*lines, f"  sources: [{cited(rng)}]"]
