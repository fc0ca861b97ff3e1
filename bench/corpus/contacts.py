"""Contacts of an area: its KSA and GSA over the years, without a gap."""

import random

from bench.corpus.lists import cited
from bench.corpus.plan import Plan
from bench.corpus.words import folded, literal, sentence

_TIMES = ((2018, 2020), (2021, 2023), (2024, None))
_CLINICS = ("{} vårdcentral", "Hälsohuset i {}", "Torgets läkarmottagning i {}")


def contact(plan: Plan, index: int, rng: random.Random) -> list[str]:
    """The file of an area's contacts."""
    area = plan.areas[index]
    officials = [person for person in plan.people if person.side == "municipality"]
    lines = ["# Kontaktvägar, de senaste sist", f"id: {area.id}", "ksa:"]
    for turn, (first, last) in enumerate(_TIMES):
        holder = officials[(index * len(_TIMES) + turn) % len(officials)]
        lines += [f"  - person: {holder.id}", f"    organisation: {area.municipality}"]
        lines += [f'    mailbox: "ksa.{area.id}@kommun.example"', "    base_role: biståndshandläggare"]
        lines += _term(first, last, rng)
    lines.append("gsa:")
    for (first, last), clinic in zip(_TIMES, _CLINICS, strict=True):
        lines += [f"  - clinic: {clinic.format(area.name)}", "    run_by: region"]
        lines += [f'    mailbox: "gsa.{area.id}@region.example"', *_term(first, last, rng)]
    lines.append("remarks:")
    for _ in range(rng.randint(1, 3)):
        lines += [*literal("- text", [sentence(rng), sentence(rng)], 2), f"    sources: [{cited(rng)}]"]
    lines += [*folded("- text", [sentence(rng), sentence(rng)], 2), f"    sources: [{cited(rng)}]"]
    return [*lines, f"sources: [{cited(rng)}, {cited(rng)}]"]


def _term(first: int, last: int | None, rng: random.Random) -> list[str]:
    lines = [f"    from: {first}-01-01", *([f"    until: {last}-12-31"] if last else [])]
    return [*lines, f"    verified_on: {first}-{rng.randint(2, 12):02}-15", f"    sources: [{cited(rng)}]"]
