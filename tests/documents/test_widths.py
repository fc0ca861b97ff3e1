"""The widths of a document's tables and headings: no date is divided, nor a heading of one word."""

from vis_cli.documents.writer import to_typst


def test_a_column_of_dates_is_as_wide_as_a_date() -> None:
    made = to_typst("| Senast | Gäller |\n|---|---|\n| 31 december 2031 | Allt det som ska göras i länet |\n")
    assert "columns: (auto, " in made


def test_a_heading_of_one_word_is_not_divided() -> None:
    head = "| Grupp | Överenskommelser | A | B |\n|---|---:|---|---|\n"
    made = to_typst(f"{head}| Samrådsgruppen för allt det som provas | 3 | – | – |\n")
    assert "auto, auto, auto, )" in made


def test_a_date_in_a_heading_stays_in_one_line() -> None:
    assert "22\N{NO-BREAK SPACE}november\N{NO-BREAK SPACE}2031" in to_typst("# Läget 22 november 2031\n")
