"""Two texts, clause by clause: what a change is called, and that nothing is called what it is not."""

import random
import time
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vis_cli.facts.comparison import Change, compare
from vis_cli.facts.order import moved
from vis_cli.model.agreement import Agreement


def text(*sections: Any, title: str = "Exempel") -> Agreement:
    """A text of sections, each (id, its clauses by id) or a map."""
    made = [item if isinstance(item, dict) else section(item[0], **item[1]) for item in sections]
    return Agreement.model_validate({"id": "prov", "title": title, "type": "agreement", "sections": made})


def section(section_id: str, /, **clauses: str) -> dict[str, Any]:
    return {
        "id": section_id,
        "heading": section_id.capitalize(),
        "clauses": [{"id": id, "text": text} for id, text in clauses.items()],
    }


def said(old: Agreement, new: Agreement) -> list[str]:
    return [line(change) for change in compare(old, new)]


def line(change: Change) -> str:
    before, after = (spot.number if spot else "" for spot in (change.before, change.after))
    return f"{change.type} {change.element} {change.id} {before}→{after}"


A, B, C, D = "Första punkten.", "Andra punkten.", "Tredje punkten.", "Fjärde punkten."


def test_the_same_text_has_no_changes() -> None:
    one = text(("ett", {"a": A, "b": B}), ("tva", {"c": C}))
    assert said(one, one) == []


def test_an_insertion_renumbers_and_moves_nothing() -> None:
    old, new = text(("ett", {"a": A, "b": B, "c": C})), text(("ett", {"ny": D, "a": A, "b": B, "c": C}))
    assert said(old, new) == [
        "added clause ny →1.1",
        "renumbered clause a 1.1→1.2",
        "renumbered clause b 1.2→1.3",
        "renumbered clause c 1.3→1.4",
    ]


def test_a_removal_stands_where_it_stood() -> None:
    old, new = text(("ett", {"a": A, "b": B, "c": C})), text(("ett", {"a": A, "c": C}))
    assert said(old, new) == ["removed clause b 1.2→", "renumbered clause c 1.3→1.2"]


def test_only_what_moved_has_moved() -> None:
    old, new = text(("ett", {"a": A, "b": B, "c": C, "d": D})), text(("ett", {"d": D, "a": A, "b": B, "c": C}))
    assert said(old, new) == [
        "moved clause d 1.4→1.1",
        "renumbered clause a 1.1→1.2",
        "renumbered clause b 1.2→1.3",
        "renumbered clause c 1.3→1.4",
    ]


def test_of_three_that_are_reversed_the_one_in_the_middle_has_not_moved() -> None:
    assert moved("abc", "cba") == {"a", "c"}
    assert moved("abcd", "abcd") == set()
    assert moved("abcd", "bcda") == {"a"}
    assert moved("axb", "ayb") == set()


def test_a_clause_in_another_section_has_moved() -> None:
    old, new = text(("ett", {"a": A, "b": B}), ("tva", {"c": C})), text(("ett", {"a": A}), ("tva", {"b": B, "c": C}))
    assert said(old, new) == ["moved clause b 1.2→2.1", "renumbered clause c 2.1→2.2"]


def test_a_section_that_changes_places_takes_its_clauses_along() -> None:
    old, new = text(("ett", {"a": A}), ("tva", {"b": B})), text(("tva", {"b": B}), ("ett", {"a": A}))
    assert said(old, new) == [
        "renumbered section tva 2→1",
        "renumbered clause b 2.1→1.1",
        "moved section ett 1→2",
        "renumbered clause a 1.1→2.1",
    ]


def test_the_same_words_under_another_id_are_no_move() -> None:
    old, new = text(("ett", {"a": A, "b": B})), text(("ett", {"a": A, "annan": B}))
    assert sorted(said(old, new)) == ["added clause annan →1.2", "removed clause b 1.2→"]


def test_a_heading_a_term_and_a_title_can_change() -> None:
    old, new = section("ett", a=A), section("ett", a=A)
    old |= {"definitions": [{"id": "enskild", "term": "enskild", "meaning": "Den som får insatser."}]}
    new |= {"definitions": [{"id": "enskild", "term": "den enskilde", "meaning": "Den som får insatser."}]}
    new["heading"] = "Annat"
    assert said(text(old), text(new, title="Annan")) == [
        "renamed title  →",
        "renamed section ett 1→1",
        "renamed definition enskild →",
    ]


def test_only_the_form_of_a_text_can_change() -> None:
    old, new = text(("ett", {"a": "Regionen ska kalla."})), text(("ett", {"a": "Regionen **ska** kalla."}))
    assert said(old, new) == ["reformatted clause a 1.1→1.1"]


def test_a_reference_to_what_was_renumbered_is_not_reworded() -> None:
    old = text(("ett", {"a": "Se [](#b).", "b": B}))
    new = text(("ett", {"a": "Se [](#b).", "ny": C, "b": B}))
    assert said(old, new) == ["added clause ny →1.2", "renumbered clause b 1.2→1.3"]


KEPT = "Parterna följer upp överenskommelsen en gång varje år."
OUT = "Resultatet redovisas för samrådsgruppen i oktober månad."


def reused(old: Agreement, new: Agreement) -> list[tuple[str, str, int]]:
    return [(item.id, found.target.id, found.sentences) for item in compare(old, new) for found in item.reused]


def test_a_sentence_that_stands_in_a_new_clause_is_found_there() -> None:
    old = text(("ett", {"a": f"{KEPT} {OUT}"}))
    assert reused(old, text(("ett", {"a": KEPT, "ny": OUT}))) == [("a", "ny", 1)]
    assert reused(old, text(("ett", {"ny": f"{OUT} Något nytt.", "mer": f"- {KEPT}"}))) == [("a", "ny", 1)]
    assert reused(old, text(("ett", {"ny": f"{OUT}\n\n{KEPT}"}))) == [("a", "ny", 2)]


def test_a_sentence_that_only_resembles_one_is_not_the_same() -> None:
    old = text(("ett", {"a": f"{KEPT} {OUT}", "b": B}))
    assert reused(old, text(("ett", {"a": KEPT, "b": B, "ny": OUT.replace("oktober", "november")}))) == []
    assert reused(old, text(("ett", {"a": KEPT, "b": f"{B} {OUT}"}))) == [], "b is not new"
    assert reused(old, text(("ett", {"a": f"{KEPT} {OUT}", "b": B, "ny": OUT}))) == [], "nothing was lost"
    short = text(("ett", {"a": f"{KEPT} Tvist löses."}))
    assert reused(short, text(("ett", {"a": KEPT, "ny": "Tvist löses."}))) == [], "short sentences are common"


def test_two_parts_with_one_id_are_both_compared() -> None:
    old = text({**section("ett", a=A), "clauses": [{"id": "a", "text": A}, {"id": "a", "text": B}]})
    assert said(old, text(("ett", {"a": A}))) == ["removed clause a 1.2→"]


IDS = [f"id{n}" for n in range(8)]


@settings(max_examples=200, deadline=None)
@given(st.permutations(IDS), st.permutations(IDS))
def test_another_order_of_the_same_clauses_only_moves_and_renumbers(first: list[str], second: list[str]) -> None:
    texts = {id: f"Punkten {id}." for id in IDS}
    old, new = (text(("ett", {id: texts[id] for id in order})) for order in (first, second))
    found = compare(old, new)
    assert {change.type for change in found} <= {"moved", "renumbered"}
    gone = {change.id for change in found if change.type == "moved"}
    assert [id for id in first if id not in gone] == [id for id in second if id not in gone]
    assert (not gone) == (first == second)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(IDS), unique=True), st.lists(st.sampled_from(IDS), unique=True))
def test_nothing_is_added_removed_or_moved_but_by_its_id(first: list[str], second: list[str]) -> None:
    old, new = (text(("ett", dict.fromkeys(order, A)), ("tva", {})) for order in (first, second))
    found = {(change.type, change.id) for change in compare(old, new)}
    assert {id for kind, id in found if kind == "added"} == set(second) - set(first)
    assert {id for kind, id in found if kind == "removed"} == set(first) - set(second)
    common = [id for id in first if id in second]
    assert any(kind == "moved" for kind, _ in found) == (common != [id for id in second if id in first])


@pytest.mark.alone
def test_two_hundred_clauses_of_which_all_are_reworded_are_compared_at_once() -> None:
    chance = random.Random(1)
    vocabulary = [
        f"{a}{b}" for a in ("kommun", "region", "vård", "plan", "ansvar") for b in ("", "en", "er", "s", "ens")
    ]
    texts = {f"c{n}": " ".join(chance.choices(vocabulary, k=60)) + "." for n in range(200)}
    shuffled = chance.sample(sorted(texts), 200)
    old = text(*((f"s{n}", {id: texts[id] for id in list(texts)[n * 20 : n * 20 + 20]}) for n in range(10)))
    new = text(*((f"s{n}", {id: f"{texts[id]} Nytt." for id in shuffled[n * 20 : n * 20 + 20]}) for n in range(10)))
    taken = []
    for _ in range(5):
        began = time.process_time()
        assert len(compare(old, new)) > 300
        taken.append(time.process_time() - began)
    assert min(taken) < 0.3  # the fastest: how busy the machine is must not matter
