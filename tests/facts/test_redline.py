"""Two wordings and what is between them: phrases of whole words, and both wordings still there."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vis_cli.facts.prose import sentences, shown, words
from vis_cli.facts.redline import inline, phrases, redline


def refer(id: str, after_words: bool) -> str:
    return f"({id})" if after_words else id


def marked(old: str, new: str) -> str:
    """The redline on one line, with marks."""
    marks = {"kept": "{}", "struck": "[-{}-]", "added": "[+{}+]"}
    pieces = inline(redline(words(old, refer), words(new, refer)))
    return "".join(marks[kind].format(text.rstrip()) + text[len(text.rstrip()) :] for kind, text in pieces).rstrip()


def test_a_figure_is_replaced_with_its_unit() -> None:
    assert marked("Betalas inom 30 dagar.", "Betalas inom 14 dagar.") == "Betalas inom [-30 dagar-] [+14 dagar+]."
    assert marked("senast 1 juli 2031.", "senast 1 augusti 2031.") == "senast [-1 juli 2031-] [+1 augusti 2031+]."
    assert marked("med 100 000 kronor", "med 120 000 kronor") == "med [-100 000 kronor-] [+120 000 kronor+]"
    assert marked("högst 25 %.", "högst 30 %.") == "högst [-25 %-] [+30 %+]."


def test_what_kind_of_figure_changed_is_known_where_both_are_one() -> None:
    def kinds(old: str, new: str) -> list[str | None]:
        return [phrase.figure for phrase in phrases(redline(words(old, refer), words(new, refer)))]

    assert kinds("inom 30 dagar", "inom 14 dagar") == ["period"]
    assert kinds("den 2031-07-01 gäller", "den 2031-08-01 gäller") == ["date"]
    assert kinds("inom 30 dagar", "inom 14 kronor") == [None]
    assert kinds("inom 30 dagar", "inom kort") == [None]


def test_a_word_is_never_cut() -> None:
    assert marked("Kommunen kallar dagligen.", "Kommunerna kallar dagligen.") == (
        "[-Kommunen-] [+Kommunerna+] kallar dagligen."
    )
    assert marked("ett hus-läkarbesök", "ett husläkarbesök") == "ett [-hus-läkarbesök-] [+husläkarbesök+]"


def test_neighbouring_changes_are_one_phrase() -> None:
    old = "Kommunen ska inom tre dagar kalla till samordnad individuell planering."
    new = "Kommunen ska senast dagen efter kalla till samordnad individuell planering (SIP)."
    assert marked(old, new) == (
        "Kommunen ska [-inom tre dagar-] [+senast dagen efter+] kalla till samordnad individuell planering [+(SIP)+]."
    )


def test_what_has_next_to_nothing_in_common_is_worded_anew() -> None:
    old, new = "Parterna bär sina egna kostnader och avgifter.", "Regionen betalar allt som kommunen och andra begär."
    assert marked(old, new) == f"[-{old}-] [+{new}+]"


def test_a_paragraph_is_struck_whole() -> None:
    assert marked("Ett stycke.\n\nEtt till.\n\nSista.", "Ett stycke.\n\nSista.") == (
        "Ett stycke.\n[-Ett till.-]\nSista."
    )


def test_how_lines_are_broken_and_what_is_bold_is_no_wording() -> None:
    for new in ("Ett\nstycke\nhär.", "**Ett** stycke *här*.", "**Et**t stycke här.", "Ett  stycke här.\n"):
        assert marked("Ett stycke här.", new) == "Ett stycke här."


def test_a_list_and_a_table_are_read_item_by_item_and_row_by_row() -> None:
    assert marked("- ett\n- två", "- ett\n- tre") == "• ett\n[-• två-] [+• tre+]"
    assert marked("3. ett\n4. två", "3. ett\n4. två\n5. tre") == "3. ett\n4. två\n[+5. tre+]"
    table = "| Vem | Vad |\n|---|---|\n| Regionen | {} |"
    assert marked(table.format("kallar"), table.format("betalar")) == "Vem | Vad\nRegionen | [-kallar-] [+betalar+]"


def test_where_a_link_leads_is_a_part_of_what_is_said() -> None:
    old, new = "[mallen](https://example.org/1) gäller", "[mallen](https://example.org/2) gäller"
    assert marked(old, new) == "mallen ([-https://example.org/1-] [+https://example.org/2+]) gäller"
    assert marked("<https://example.org/1>", "<https://example.org/1>") == "https://example.org/1"


def test_a_reference_whose_place_has_another_number_is_the_same_reference() -> None:
    pieces = redline(
        words("Enligt [](#b) eller [det](#b).", lambda id, after: "(punkt 3.2)" if after else "punkt 3.2"),
        words("Enligt [](#b) eller [det](#b).", lambda id, after: "(punkt 4.1)" if after else "punkt 4.1"),
    )
    assert [(piece.kind, piece.old, piece.new) for piece in pieces] == [
        ("kept", "Enligt punkt 3.2 eller det (punkt 3.2).", "Enligt punkt 4.1 eller det (punkt 4.1).")
    ]


def test_a_sentence_does_not_end_in_an_abbreviation() -> None:
    text = "Det gäller t.ex. Barn och bl.a. unga. Sedan? Ja! så är det."
    assert list(sentences(words(text, refer))) == ["Det gäller t.ex. Barn och bl.a. unga.", "Sedan?", "Ja! så är det."]


WORDS = st.sampled_from(
    ["och", "att", "dag", "natt", ",", ".", "30 dagar", "**fet**", "[](#x)", "(a)", "é", "\n\n", "\n"]
)
TEXTS = st.lists(WORDS, max_size=30).map(" ".join)


@settings(max_examples=300, deadline=None)
@given(TEXTS, TEXTS)
def test_both_wordings_are_in_the_redline_word_for_word(old: str, new: str) -> None:
    before, after = words(old, refer), words(new, refer)
    pieces = redline(before, after)
    assert "".join(piece.old for piece in pieces) == shown(before).removesuffix("\n")
    assert "".join(piece.new for piece in pieces) == shown(after).removesuffix("\n")
    assert all(piece.kind == "kept" or not (piece.old and piece.new) for piece in pieces)


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_between_a_text_and_itself_there_is_nothing(text: str) -> None:
    assert all(piece.kind == "kept" for piece in redline(words(text, refer), words(text, refer)))


@pytest.mark.alone
def test_a_text_of_one_word_repeated_takes_no_time() -> None:
    began = time.process_time()
    redline(words("och " * 15_000, refer), words("att " + "och " * 14_000, refer))
    assert time.process_time() - began < 2
