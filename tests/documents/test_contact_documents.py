"""Contacts on paper and in other programs: cards, tables, the contact list, a KSA's mandate, the sheet of a GSA."""

import csv
import io
from pathlib import Path

import pytest
import vobject

from tests.contacts import contact, county
from tests.pdfs import assert_accessible


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The county; it is only read."""
    return county(tmp_path_factory.mktemp("county"))


def written(here: Path, *arguments: str) -> str:
    done = contact(here, *arguments)
    assert done.code == 0, done.err
    return done.out.replace("\u00a0", " ")


def file(here: Path, tmp_path: Path, name: str, *arguments: str) -> bytes:
    done = contact(here, *arguments, "-o", str(tmp_path / name))
    assert done.code == 0, done.err
    return (tmp_path / name).read_bytes()


def test_another_program_reads_the_cards(here: Path, tmp_path: Path) -> None:
    data = file(here, tmp_path, "kontakter.vcf", "export")
    cards = list(vobject.readComponents(data.decode()))
    assert len(cards) == 7
    ksa = next(card for card in cards if card.fn.value.startswith("KSA Exempelby"))
    assert (ksa.version.value, ksa.kind.value) == ("4.0", "org")
    assert ksa.org.value == ["Omsorgsförvaltningen", "Utvecklingsenheten"]
    assert [email.value for email in ksa.email_list] == ["ksa@exempelby.example", "enhetschef@exempelby.example"]
    assert ksa.tel.value == "08-123 45 67"
    person = next(card for card in cards if card.fn.value == "Ann Exempel")
    assert (person.kind.value, person.n.value.family, person.n.value.given) == ("individual", "Exempel", "Ann")
    assert person.email.value == "ksa@exempelby.example"  # of the function: a person has none of her own
    assert person.related.value == ksa.uid.value


def test_the_cards_of_functions_come_before_those_of_persons(here: Path, tmp_path: Path) -> None:
    made = file(here, tmp_path, "kort.vcf", "export").decode()
    kinds = [line for line in made.splitlines() if line.startswith("KIND:")]
    assert kinds == ["KIND:org"] * 5 + ["KIND:individual"] * 2


def test_long_lines_are_folded_and_signs_escaped(here: Path, tmp_path: Path) -> None:
    mine = county(tmp_path)
    name = "Åsö, Öster; och \\ Ängens vårdcentral med ett namn som är så långt att ingen rad rymmer det i sin helhet"
    assert contact(mine, "set", "testvik", "gsa", "--clinic", name).code == 0
    data = file(mine, tmp_path, "kort.vcf", "export")
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))
    assert data.count(b"\n") == data.count(b"\r\n")
    card = next(card for card in vobject.readComponents(data.decode()) if card.fn.value.startswith("GSA Testvik"))
    assert card.org.value == [name]


def test_a_card_is_the_same_card_the_next_time(here: Path, tmp_path: Path) -> None:
    assert file(here, tmp_path, "a.vcf", "export") == file(here, tmp_path, "b.vcf", "export")


def test_the_table_has_a_row_for_each_contact_and_each_gap(here: Path, tmp_path: Path) -> None:
    data = file(here, tmp_path, "kontakter.csv", "export")
    assert data.startswith(b"\xef\xbb\xbf")
    rows = list(csv.DictReader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 10
    gsa = next(row for row in rows if (row["område"], row["funktion"]) == ("Exempelby", "GSA"))
    assert (gsa["organisation eller vårdcentral"], gsa["person"]) == ("Provvården Backens vårdcentral", "Bo Prov")
    assert gsa["från"] == "2031-01-01"
    lacking = [(row["område"], row["funktion"], row["saknas"]) for row in rows if row["saknas"]]
    assert ("Testvik", "GSA", "väntas inte: Testvik har en egen ordning.") in lacking
    assert ("Järvö", "KSA", "okänd") in lacking


def test_no_cell_of_the_table_is_a_formula(here: Path, tmp_path: Path) -> None:
    mine = county(tmp_path)
    assert contact(mine, "set", "testvik", "gsa", "--clinic", "=HYPERLINK(A1)", "--phone", "+46 8 123").code == 0
    text = file(mine, tmp_path, "kontakter.csv", "export", "--comma", "--no-bom").decode()
    assert ",GSA,'=HYPERLINK(A1),,,'+46 8 123," in text


def test_a_file_that_vis_did_not_make_is_not_written_over(here: Path, tmp_path: Path) -> None:
    (tmp_path / "mina.vcf").write_text("mina egna\n")
    assert contact(here, "export", "-o", str(tmp_path / "mina.vcf")).code == 2
    for _ in range(2):
        file(here, tmp_path, "kontakter.vcf", "export")


def test_the_contact_list_says_who_and_what_is_lacking(here: Path) -> None:
    made = written(here, "document")
    assert made.startswith("# Kontaktlista för Exempellän 1 september 2031\n")
    assert "## Kommuner\n" in made
    assert "## Stadsdelar i Exempelstads stad\n" in made
    assert (
        "| **Exempelby** | **Omsorgsförvaltningen, Utvecklingsenheten**<br>ksa@exempelby.example<br>08-123 45 67"
        "<br>Ann Exempel<br>Ersättare: enhetschef, enhetschef@exempelby.example<br>*Från 1 februari 2031*"
        "<br>*Kontrollerad 1 mars 2031* |"
    ) in made
    assert "| **Testvik** | Okänd | Väntas inte: Testvik har en egen ordning. |" in made
    assert "Tidigare: Kisa vårdcentral (Rinkby-Kisa) och Tenstads vårdcentral (Tenstad)" in made
    assert "- Ingen GSA är känd (1 av 5 områden): Järvö." in made


def test_the_contact_list_of_a_part_says_so(here: Path) -> None:
    assert written(here, "document", "--subregion", "norra länet").startswith("# Kontaktlista för Norra länet 1 sep")
    made = written(here, "document", "--municipality", "exempelstad")
    assert made.startswith("# Kontaktlista för Exempelstads stad 1 september 2031\n")


def test_the_countywide_mandate_says_what_deviates_where(here: Path, tmp_path: Path) -> None:
    mine = county(tmp_path)
    mandate = ("--mandate-version", "1.0", "--mandate-adopted", "2031-03", "--mandate-deviations", "Även **skolan**.")
    assert contact(mine, "set", "exempelby", "ksa", *mandate, "--field", "school").code == 0
    made = written(mine, "mandate")
    assert made.startswith("# Uppdragsbeskrivning för kommunal samordnande funktion (KSA)\n")
    assert "- deltar i lokala samverkansmöten med samordnande vårdcentral" in made
    assert "| **Exempelby** | 1.0 | mars 2031 | Ja, se nedan |" in made
    assert "### Avvikelser i Exempelby\n\nÄven **skolan**.\n" in made
    assert "I 4 av 5 områden är det inte känt om någon uppdragsbeskrivning gäller." in made
    own = written(mine, "mandate", "exempelby")
    assert "| **Verksamhetsområden** | Skola |" in own
    assert "#### Avvikelser från den länsgemensamma\n\nÄven **skolan**.\n" in own


def test_the_sheet_of_a_gsa_says_what_is_known_and_what_is_not(here: Path) -> None:
    made = written(here, "sheet", "exempelby")
    assert "| **Driftsform** | Privat regi, Provvården AB |" in made
    assert "| **Mandat** | Inte angivet |" in made
    assert "| **Närområdesplan** | Uppdaterad januari 2030 |" in made
    assert "| Per timme vid samverkansmöten med kommunen | Inte känt |" in made
    assert "Om de behöll uppdraget är inte känt." in written(here, "sheet", "jarvo")


@pytest.mark.parametrize(
    ("arguments", "title"),
    [
        (["document"], "Kontaktlista för Exempellän 1 september 2031"),
        (["mandate"], "Uppdragsbeskrivning för kommunal samordnande funktion (KSA)"),
        (["mandate", "exempelby"], "Uppdragsbeskrivning för kommunal samordnande funktion (KSA) i Exempelby"),
        (["sheet", "exempelby"], "Geografiskt samordnande vårdcentral (GSA) i Exempelby"),
    ],
)
def test_each_is_an_accessible_pdf(here: Path, tmp_path: Path, arguments: list[str], title: str) -> None:
    pdf = file(here, tmp_path, "ut.pdf", *arguments)
    assert_accessible(pdf, title=title.replace("1 september 2031", "1\u00a0september 2031"))
