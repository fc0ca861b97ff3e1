"""Set many agreements as PDF in one process, as `vis agreement texts` does: `python bench/many_agreements.py COUNT`."""

import os
import random
import sys
from datetime import date

from bench.corpus.words import sentence
from vis_cli.documents.agreement import agreement_text
from vis_cli.documents.many import as_pdfs
from vis_cli.documents.style import templates
from vis_cli.model.agreement import Agreement
from vis_cli.registry import load
from vis_cli.source.emit import emit
from vis_cli.source.tree import MemoryTree

SECTIONS, CLAUSES = 4, 2
PARTIES = 27
TODAY = date(2031, 1, 1)


def main() -> None:
    """Make as many agreements, each of three pages and adopted by 27 parties, and set each."""
    texts = register(int(sys.argv[1]))
    registry = load(MemoryTree(texts)).registry
    style = templates({})
    documents = (
        (agreement_text(registry, record, texts[record.file.path].encode()), None) for record in registry.all(Agreement)
    )
    made = as_pdfs(documents, style, today=TODAY, workers=os.cpu_count() or 1)
    print(sum(len(found) for found in made if isinstance(found, bytes)), "bytes")


def register(count: int) -> dict[str, str]:
    """The files of a register with so many agreements."""
    parties = [f"part-{index:02}" for index in range(PARTIES)]
    found = {
        "registry/vis.yaml": emit({"id": "vis", "name": "VIS", "short_name": "VIS", "county": "Exempellän"}),
        "registry/organisations.yaml": emit(
            {
                party: {
                    "name": f"Exempelparten {party[-2:]}",
                    "type": "principal",
                    "side": "municipality" if index else "region",
                }
                for index, party in enumerate(parties)
            }
        ),
    }
    for index in range(count):
        found |= _agreement(f"avtal-{index:03}", random.Random(index), parties)
    return found


def _agreement(id: str, rng: random.Random, parties: list[str]) -> dict[str, str]:
    sections = [
        {
            "id": f"avsnitt-{number}",
            "heading": f"Avsnitt om {number}",
            "text": " ".join(sentence(rng) for _ in range(4)),
            "clauses": [
                {"id": f"punkt-{number}-{part}", "text": f"{sentence(rng)} Se [](#avsnitt-{number}). {sentence(rng)}"}
                for part in range(CLAUSES)
            ],
        }
        for number in range(SECTIONS)
    ]
    agreement = {"id": id, "title": f"Överenskommelse {id}", "type": "agreement", "version": "1.0"}
    agreement |= {"summary": sentence(rng), "sections": sections}
    version = {"agreement": id, "version": "1.0", "entry_into_force": {"rule": "all-parties"}}
    adoption = {"agreement": id, "version": "1.0"}
    decisions = [{"outcome": "adopted", "date": "2031-03-01", "body": "Fullmäktige", "reference": "§ 7"}]
    return {
        f"agreements/{id}/agreement.yaml": emit(agreement),
        f"agreements/{id}/versions/1.0.yaml": emit(version),
    } | {
        f"agreements/{id}/adoptions/1.0/{party}.yaml": emit({**adoption, "party": party, "decisions": decisions})
        for party in parties
    }


if __name__ == "__main__":
    main()
