"""Many decisions at once from a spreadsheet: all or nothing, every fault with its row and column."""

import datetime as dt
import io
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.steps import Register, laid
from tests.facts.county import ALL, County

HEADER = "part;utfall;datum;organ;referens;förbehåll\n"


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A region and three municipalities; nobody has decided."""
    return laid(tmp_path / "register", County().version(rule=ALL)).root


def workbook(path: Path, *rows: list[Any]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def table(folder: Path, text: str | bytes, name: str = "beslut.csv") -> Path:
    path = folder.parent / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def taken(folder: Path, path: Path, *options: str) -> str:
    done = Register(folder).step("decide", "avtalet", "--from-file", str(path), *options)
    assert done.code == 0, done.err
    return done.out


def refused(folder: Path, path: Path, *options: str, code: int = 1) -> list[str]:
    """What it says; nothing is written."""
    before = Register(folder).files()
    done = Register(folder).step("decide", "avtalet", "--from-file", str(path), *options)
    assert (done.code, done.out) == (code, "")
    assert Register(folder).files() == before
    return done.err.splitlines()


def read(folder: Path, party: str) -> str:
    text = (folder / f"agreements/avtalet/adoptions/1.0/{party}.yaml").read_text()
    return text.partition("decisions:\n")[2]


def test_a_table_is_recorded_row_by_row(here: Path) -> None:
    rows = "Exempelby;Antagen;2031-02-03;Kommunstyrelsen;§ 14;\nProvköping;Återremitterad;2031-02;;KS 2031/9;\n"
    rows += "testvik;antagen med förbehåll;2031-03-03;Kommunfullmäktige;;Kostnaden prövas i budgeten\n"
    assert taken(here, table(here, HEADER + rows)).splitlines() == [
        "agreements/avtalet/adoptions/1.0/exempelby.yaml",
        "agreements/avtalet/adoptions/1.0/provkoping.yaml",
        "agreements/avtalet/adoptions/1.0/testvik.yaml",
    ]
    assert read(here, "exempelby") == (
        "  - outcome: adopted\n    date: 2031-02-03\n    body: Kommunstyrelsen\n    reference: § 14\n"
    )
    assert read(here, "provkoping") == "  - outcome: referred-back\n    date: '2031-02'\n    reference: KS 2031/9\n"
    assert "reservation: Kostnaden prövas i budgeten" in read(here, "testvik")


def test_a_date_that_is_not_known_is_said_so_in_its_cell(here: Path) -> None:
    rows = "Exempelby;antagen;okänt;KF;;\nProvköping;antagen;unknown;;;\nTestvik;antagen; Ej  känt;;;\n"
    taken(here, table(here, HEADER + rows))
    assert read(here, "exempelby") == "  - outcome: adopted\n    body: KF\n"
    assert read(here, "provkoping") == read(here, "testvik") == "  - outcome: adopted\n"


def test_every_fault_is_told_in_one_run_and_nothing_is_written(here: Path) -> None:
    path = workbook(
        here.parent / "beslut.xlsx",
        ["Part", "Utfall", "Datum", "Organ"],
        ["Exempelby", "antagen", dt.date(2031, 2, 3), "Kommunstyrelsen"],
        ["Provkoping", "antagen", "3 februari", "Kommunstyrelsen"],
        [],
        ["Månstad", "antagen", dt.date(2031, 2, 3), ""],
        ["Testvik", "antagn", dt.date(2031, 2, 3), ""],
        ["Exempelregionen", "fastställd", dt.date(2031, 2, 3), ""],
        ["Exempelby", "antagen", dt.date(2031, 9, 3), ""],
        ["Exempelby", None, "=TODAY()", ""],
    )
    said = [line for line in refused(here, path) if line.startswith("beslut.xlsx")]
    assert said == [
        'beslut.xlsx, row 3, column C "Datum": there is no date `3 februari`',
        'beslut.xlsx, row 5, column A "Part": there is no party `Månstad`',
        'beslut.xlsx, row 6, column B "Utfall": there is no outcome `antagn`',
        'beslut.xlsx, row 7, column B "Utfall": the decision of Exempelregionen is not appealed, so it '
        "cannot be upheld",
        'beslut.xlsx, row 8, column C "Datum": the decision is of 2031-09-03, and today is 2031-09-01',
        'beslut.xlsx, row 9, column C "Datum": the cell holds a formula',
    ]


def test_the_number_of_faults_is_told_last(here: Path) -> None:
    said = refused(here, table(here, HEADER + "Månstad;antagen;2031-02-03;;;\n"))
    assert said[-1] == "vis: nothing was recorded: faults in the table: 1"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_a_csv_is_read_however_it_was_saved(here: Path, encoding: str, delimiter: str) -> None:
    text = "part;utfall;datum;organ\r\nProvköping;antagen;2031-02-03;Kommunstyrelsen\r\n".replace(";", delimiter)
    taken(here, table(here, text.encode(encoding)))
    assert "body: Kommunstyrelsen" in read(here, "provkoping")


def test_what_is_the_same_for_all_rows_is_given_once(here: Path) -> None:
    path = table(here, "kommun,paragraf\nExempelby,§ 14\nTestvik,§ 7\n")
    done = Register(here).step("adopt", "avtalet", "--date", "2031-02-03", "--body", "KS", "--from-file", str(path))
    assert done.code == 0, done.err
    assert "2 of 4 parties have adopted" in done.err
    assert read(here, "testvik") == "  - outcome: adopted\n    date: 2031-02-03\n    body: KS\n    reference: § 7\n"


def test_columns_that_are_not_known_twice_or_missing_are_told(here: Path) -> None:
    said = refused(here, table(here, "part;utfal;datum;när;beslutsdatum\nExempelby;antagen;2031-02-03;;\n"))
    assert 'beslut.csv, row 1, column B "utfal": no such column is known' in said
    assert "   help: did you mean `utfall`?" in said
    assert 'beslut.csv, row 1, column D "när": no such column is known' in said
    assert 'beslut.csv, row 1, column E "beslutsdatum": column C says the same already' in said
    assert "beslut.csv, row 1: the column `datum` is missing" in refused(
        here, table(here, "part;utfall\nExempelby;ja\n")
    )


def test_a_cell_that_is_empty_or_stands_outside_is_told(here: Path) -> None:
    said = refused(here, table(here, "part;utfall;datum\nExempelby;antagen;\nTestvik;antagen;2031-02-03;mer\n"))
    assert 'beslut.csv, row 2, column C "datum": the cell is empty' in said
    assert 'beslut.csv, row 3, column D "": the column has no header' in said


@pytest.mark.parametrize("header", ["Part;Beslut;Datum;Instans;Beteckning", "part;status;datum;Beslutat av;beteckning"])
def test_the_words_of_printed_tables_name_columns_too(here: Path, header: str) -> None:
    taken(here, table(here, f"{header}\nTestvik;Antagen;2031-02-03;Kommunfullmäktige;§ 7\n"))
    assert read(here, "testvik").endswith("    body: Kommunfullmäktige\n    reference: § 7\n")


def test_every_fault_of_a_row_is_told_in_its_own_column(here: Path) -> None:
    row = "Månstad;antagn;2031-02-03;Kommun\x07styrelsen;§\x01 7;med\x02 mer\n"
    said = [line for line in refused(here, table(here, HEADER + row)) if line.startswith("beslut.csv")]
    assert [line.partition(":")[0] for line in said] == [
        f'beslut.csv, row 2, column {column} "{name}"'
        for column, name in zip("ABDEF", ("part", "utfall", "organ", "referens", "förbehåll"), strict=True)
    ]


def test_rows_follow_on_each_other(here: Path) -> None:
    rows = "part;utfall;datum\nTestvik;beredd;2031-01-20\nTestvik;antagen;2031-02-03\n"
    taken(here, table(here, rows))
    assert read(here, "testvik").count("outcome") == 2
    said = refused(here, table(here, rows.replace("beredd", "antagen").replace("Testvik", "Exempelby")))
    assert 'beslut.csv, row 3, column B "utfall": Exempelby kommun is `adopted` already, since 2031-01-20' in said


def test_a_row_can_name_its_version(tmp_path: Path) -> None:
    folder = laid(tmp_path / "register", County().version(rule=ALL).version("2.0", rule=ALL)).root
    path = workbook(
        folder.parent / "beslut.xlsx",
        ["part", "version", "utfall", "datum"],
        ["Testvik", 1, "antagen", dt.date(2031, 2, 3)],
        ["Testvik", "2.0", "antagen", dt.date(2031, 3, 3)],
        ["Testvik", "3.0", "antagen", dt.date(2031, 3, 3)],
    )
    assert 'beslut.xlsx, row 4, column B "version": `avtalet` has no version `3.0`' in refused(folder, path)


def test_a_dry_run_shows_all_files_and_writes_none(here: Path) -> None:
    before = Register(here).files()
    path = table(here, HEADER + "Exempelby;antagen;2031-02-03;;;\nTestvik;antagen;2031-02-03;;;\n")
    out = taken(here, path, "--dry-run")
    assert out.count("+++ b/agreements/avtalet/adoptions/1.0/") == 2
    assert Register(here).files() == before


# --- files that are no table, or too much of one ----------------------------------------------------------------------


def test_what_is_no_table_is_refused(here: Path) -> None:
    assert "vis: the file is neither CSV nor XLSX" in refused(here, table(here, b"\x00\x01\x02\x81\x8d"), code=2)
    assert "vis: the table is empty" in refused(here, table(here, ""), code=2)
    assert "vis: the table has a header and nothing below it" in refused(here, table(here, HEADER), code=2)
    assert "there is no file" in refused(here, here / "saknas.csv", code=2)[0]
    assert "old or a locked Excel file" in refused(here, table(here, b"\xd0\xcf\x11\xe0" + b"0" * 99), code=2)[0]
    assert "the workbook cannot be read" in refused(here, table(here, b"PK\x03\x04rubbish"), code=2)[0]
    assert "the CSV cannot be read" in refused(here, table(here, HEADER + '"Exempelby;antagen'), code=2)[0]


def test_a_workbook_that_unpacks_to_too_much_is_not_unpacked(here: Path) -> None:
    path = workbook(here.parent / "bomb.xlsx", ["part"])
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        new.writestr("xl/media/noll", b"\0" * 30 * 1024 * 1024)
    assert "the workbook unpacks to more than 20 MiB" in refused(here, table(here, packed.getvalue()), code=2)[0]


def test_a_table_with_too_many_rows_or_columns_is_refused(here: Path) -> None:
    many = HEADER + "Exempelby;antagen;2031-02-03;;;\n" * 5001
    assert "the table has more than 5000 rows" in refused(here, table(here, many), code=2)[0]
    wide = "part;utfall;datum" + ";x" * 60 + "\n"
    assert "row 1 has more than 50 columns" in refused(here, table(here, wide), code=2)[0]
    assert "the table is larger than 5 MiB" in refused(here, table(here, b"x" * 6 * 1024 * 1024), code=2)[0]


def test_a_row_far_down_a_sheet_does_not_take_forever(here: Path) -> None:
    path = workbook(here.parent / "langt.xlsx", ["part", "utfall", "datum"])
    packed = io.BytesIO()
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(packed, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            far = b'<row r="99999999999"><c r="A99999999999"><v>1</v></c></row></sheetData>'
            new.writestr(name, data.replace(b"</sheetData>", far) if "sheet1" in name else data)
    assert "the table has more than 100000 rows" in refused(here, table(here, packed.getvalue()), code=2)[0]


def test_a_second_sheet_with_data_is_not_passed_over(here: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["part", "utfall", "datum"])
    book.create_sheet("Region").append(["part", "utfall", "datum"])
    book.save(here.parent / "tva.xlsx")
    assert (
        "the workbook has several sheets with data: Sheet, Region" in refused(here, here.parent / "tva.xlsx", code=2)[0]
    )
