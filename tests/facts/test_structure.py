"""The standard structure: the one that comes with vis, or the register's own."""

from vis_cli.facts.structure import misplaced_sections, missing_sections, standard_sections, structure
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry, load
from vis_cli.source.tree import MemoryTree

OWN = """\
id: agreement
sections:
  - id: syfte
    heading: Syfte
    prompt: Vad den ska leda till.
  - id: ordning
    heading: Ordning
    prompt: Hur samverkan är ordnad.
    types: [main]
  - id: ansvar
    heading: Ansvar
    prompt: Vem som gör vad.
  - id: bilagor
    heading: Bilagor
    prompt: Vilka bilagor som hör till.
    required: false
"""


def register(structure: str | None = OWN) -> Registry:
    loaded = load(MemoryTree({} if structure is None else {"templates/agreement.structure.yaml": structure}))
    return loaded.registry


def agreement(*ids: str, type: str = "agreement") -> Agreement:
    sections = [{"id": id, "heading": id} for id in ids]
    return Agreement.model_validate({"id": "exempelavtalet", "title": "Exempel", "type": type, "sections": sections})


def test_the_structure_that_comes_with_vis_asks_for_what_every_agreement_must_say() -> None:
    required = {section.id for section in structure(register(None)).sections if section.required}
    assert required >= {"syfte-och-mal", "parter", "malgrupp", "ansvar", "uppfoljning", "avvikelser", "giltighet"}
    assert all(section.prompt.endswith(".") for section in structure(register(None)).sections)


def test_the_registers_own_structure_stands_in_its_place() -> None:
    assert [section.id for section in structure(register()).sections] == ["syfte", "ordning", "ansvar", "bilagor"]


def test_a_section_can_be_of_some_types_of_agreements_only() -> None:
    assert [section.id for section in standard_sections(register(), "agreement")] == ["syfte", "ansvar", "bilagor"]
    assert "ordning" in [section.id for section in standard_sections(register(), "main")]


def test_a_section_that_need_not_be_there_is_not_missing() -> None:
    assert [section.id for section in missing_sections(register(), agreement("syfte", "eget"))] == ["ansvar"]
    assert [section.id for section in missing_sections(register(), agreement(type="main"))] == [
        "syfte",
        "ordning",
        "ansvar",
    ]


def test_of_sections_in_disorder_as_few_as_possible_are_misplaced() -> None:
    found = misplaced_sections(register(), agreement("ansvar", "syfte", "eget", "bilagor"))
    assert len(found) == 1
    assert misplaced_sections(register(), agreement("eget", "syfte", "eget-till", "ansvar")) == ()
    (last,) = misplaced_sections(register(), agreement("ansvar", "bilagor", "syfte"))
    assert (last.index, last.other, last.before) == (2, 0, True)
