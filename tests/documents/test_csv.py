"""A table as CSV opens in a spreadsheet as what it is: no cell is a formula, and nothing of it is lost."""

import csv
import io

import pytest

from vis_cli.documents.csv import cell, table

FORMULAS = ["=1+1", "+46 8 123", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", " =1", "\ufeff=1", "\u200b=1", "\u00a0=1"]
FULL_WIDTH = ["＝1+1", "＋1", "－1", "＠SUM(A1)", "﹣1", "−1", "|calc", "%0A"]


@pytest.mark.parametrize("text", FORMULAS + FULL_WIDTH)
def test_a_cell_that_a_spreadsheet_would_reckon_with_is_marked_as_text(text: str) -> None:
    assert cell(text) == f"'{text}"


@pytest.mark.parametrize("text", ["", "Exempelby", "a=b", "1-2", "08-123 45 67", "Å & Ö", 'a "b"; c', "å\nä"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert cell(text) == text


def test_a_whole_number_keeps_its_sign() -> None:
    assert (cell(-5), cell(0), cell(None)) == ("-5", "0", "")


def test_control_signs_are_left_out() -> None:
    assert cell("a\0b\x1b[1mc") == "ab[1mc"


@pytest.mark.parametrize("delimiter", [",", ";"])
def test_what_is_written_is_what_is_read(delimiter: str) -> None:
    rows = [["Exempelby", 'a "b"; c, d', "två\nrader", 3], ["", None, "ÅÄÖ", -1]]
    written = table(["område", "a", "b", "c"], rows, delimiter=delimiter, bom=False)  # type: ignore[arg-type]
    assert b"\r\n" in written
    read = list(csv.reader(io.StringIO(written.decode(), newline=""), delimiter=delimiter))
    assert read == [
        ["område", "a", "b", "c"],
        ["Exempelby", 'a "b"; c, d', "två\nrader", "3"],
        ["", "", "ÅÄÖ", "-1"],
    ]


def test_excel_gets_a_byte_order_mark_and_semicolons() -> None:
    assert table(["a", "b"], [["1", "2"]]) == b"\xef\xbb\xbfa;b\r\n1;2\r\n"
