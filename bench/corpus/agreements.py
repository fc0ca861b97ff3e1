"""Agreements: one main agreement, and agreements with supplements, parts and optional ones."""

import random

from bench.corpus.lists import cited
from bench.corpus.plan import MAIN, REGION, Plan
from bench.corpus.words import TARGETS, TOPICS, folded, literal, sentence, slug

_TYPES = ("agreement", "agreement", "agreement", "supplementary", "partial", "optional")


def agreement_id(index: int) -> str:
    """The id of an agreement; the first is the main one."""
    return f"overenskommelse-{index:04}" if index else MAIN


def agreement(plan: Plan, index: int, rng: random.Random) -> list[str]:
    """The file of an agreement."""
    type = _TYPES[index % len(_TYPES)] if index else "main"
    topic = TOPICS[index % len(TOPICS)].replace("-", " ")
    kind = "Överenskommelse" if index else "Huvudöverenskommelse"
    lines = ["# Texten beslutas av parterna; här står vad som hör till den", f"id: {agreement_id(index)}"]
    lines += [f'title: "{kind} {index} om {topic}"', f"short_name: ÖK{index}"]
    lines += [f"aliases: [Avtal {index} om {topic}, Samverkan {index}]", f"type: {type}"]
    if type in ("supplementary", "partial"):
        lines.append(f"parent: {agreement_id(index - index % len(_TYPES) + 1)}")
    if type == "optional":
        town = slug(plan.towns[index % len(plan.towns)])
        lines += ["parties:  # bara de som har valt den", f"  - {REGION}", f"  - {town}-kommun"]
    others = len(plan.groups) - 3
    owner, *concerned = (plan.groups[3 + (index * 3 + k) % others] for k in range(3))
    if type != "main":
        lines += [
            "owners:",
            f"  - group: {owner}",
            f"    from: {2019 + index % 5}-06-01",
            f"    sources: [{cited(rng)}]",
        ]
        lines.append(f"concerned: [{', '.join(concerned)}]")
    targets = [name.replace("-", " ") for name in rng.sample(TARGETS, 2)]
    subject = [f"subject: {topic}"] if type != "main" else []
    lines += [f"target_groups: [{', '.join(targets)}]", *subject, f"cluster: Paraply {index % 7 + 1}"]
    lines += ["legal_basis:", *folded("- text", ["Lagen om exempel kräver en överenskommelse", "mellan parterna"], 2)]
    lines += [f"    sources: [{cited(rng)}]", "local_consultation: false"]
    if index % 4 == 1:
        lines += ["review:", "  from: 2025-01-15", f"  sources: [{cited(rng)}]"]
    lines.append("remarks:")
    least = rng.randint(40, 66)
    while len(lines) < least:
        body = [f"Bakgrund {len(lines)}", "", *(f"- {sentence(rng)}" for _ in range(rng.randint(2, 4)))]
        lines += [*literal("- text", body, 2), f"    sources: [{cited(rng)}, {cited(rng)}]"]
        lines += [*folded("- text", [sentence(rng), sentence(rng)], 2), f"    sources: [{cited(rng)}]"]
    return [*(line.rstrip() for line in lines), f"sources: [{cited(rng)}, {cited(rng)}]"]
