"""The text of an agreement: its numbers, and the references in it."""

from typing import Any

from vis_cli.facts.clauses import numbers, references, resolve
from vis_cli.model.agreement import Agreement


def agreement(*sections: dict[str, Any]) -> Agreement:
    return Agreement.model_validate(
        {"id": "exempelavtalet", "title": "Exempel", "type": "agreement", "sections": list(sections)}
    )


EXEMPEL = agreement(
    {"id": "syfte", "heading": "Syfte"},
    {
        "id": "ansvar",
        "heading": "Ansvar",
        "definitions": [{"id": "exempelvard", "term": "vård_som_*exempel*", "meaning": "Exempel."}],
        "clauses": [{"id": "regionen", "text": "Regionen."}, {"id": "kommunen", "text": "Kommunen."}],
    },
)


def test_sections_and_their_clauses_are_numbered_in_their_order() -> None:
    assert {id: number.words for id, number in numbers(EXEMPEL).items()} == {
        "syfte": "avsnitt 1",
        "ansvar": "avsnitt 2",
        "exempelvard": "vård_som_*exempel*",
        "regionen": "punkt 2.1",
        "kommunen": "punkt 2.2",
    }


def test_a_reference_is_printed_as_the_number_of_what_it_leads_to() -> None:
    assert resolve(EXEMPEL, "Som sägs i [](#ansvar) och [](#kommunen).") == "Som sägs i avsnitt 2 och punkt 2.2."


def test_the_number_follows_when_a_clause_moves() -> None:
    moved = agreement({"id": "ansvar", "heading": "Ansvar", "clauses": [{"id": "kommunen", "text": "Kommunen."}]})
    assert resolve(moved, "Se [](#kommunen).") == "Se punkt 1.1."


def test_words_of_its_own_are_printed_with_the_number_after_them() -> None:
    assert resolve(EXEMPEL, "Se [kommunens\nansvar](#kommunen).") == "Se kommunens\nansvar (punkt 2.2)."


def test_a_definition_is_printed_as_its_term_or_as_the_words_that_the_sentence_needs() -> None:
    text = "För [](#exempelvard) gäller att [exempelvården](#exempelvard) är ett exempel."
    assert resolve(EXEMPEL, text) == r"För vård\_som\_\*exempel\* gäller att exempelvården är ett exempel."


def test_a_reference_that_begins_a_sentence_has_a_capital() -> None:
    assert resolve(
        EXEMPEL, "[](#syfte) gäller alltid. [](#ansvar) gäller också, jfr. [](#regionen), t.ex. [](#syfte)."
    ) == ("Avsnitt 1 gäller alltid. Avsnitt 2 gäller också, jfr. punkt 2.1, t.ex. avsnitt 1.")
    assert resolve(EXEMPEL, "Ett stycke som slutar med\n[](#syfte).\n\n- [](#ansvar)\n\n[](#regionen)") == (
        "Ett stycke som slutar med\navsnitt 1.\n\n- Avsnitt 2\n\nPunkt 2.1"
    )


def test_code_only_looks_like_a_reference() -> None:
    text = "Så skrivs `[](#syfte)`.\n\n```\n[](#syfte)\n```\n\nSe [](#syfte)."
    assert [(found.line, found.id) for found in references(text)] == [(7, "syfte")]
    assert resolve(EXEMPEL, text) == text.replace("Se [](#syfte)", "Se avsnitt 1")


def test_a_reference_to_what_is_not_there_stays_as_it_is_written() -> None:
    assert resolve(EXEMPEL, "Se [](#bilagan) och [](#syfte).") == "Se [](#bilagan) och avsnitt 1."


def test_a_text_without_references_is_left_alone() -> None:
    text = "Se [sidan](https://exempel.se/#syfte) [och så vidare]."
    assert resolve(EXEMPEL, text) == text
