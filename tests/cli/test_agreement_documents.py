"""An agreement as a document: what it says, what goes along inside it, and what it never makes up."""

import datetime as dt
from pathlib import Path

import pikepdf
import pytest

from tests.agreement_documents import AGREEMENT, FILES, TEXT, VERSION, adoptions, digest_of, version_file
from tests.history.repositories import Repository
from tests.pdfs import assert_accessible, inside
from tests.pdfs import text as words
from tests.program import Done, vis

TITLE = "Överenskommelse om exempel för äldre"
SECOND = TEXT.replace("version: '1.0'", "version: '2.0'").replace("varje vecka", "varje dag")


@pytest.fixture
def register(tmp_path: Path) -> Repository:
    repository = Repository(tmp_path / "register")
    repository.commit(FILES, day="2031-06-01")
    return repository


def second(repository: Repository) -> None:
    """Version 2.0 is published and adopted by all, two years later."""
    version = version_file(SECOND, "2.0", published="2033-01-15").replace("2031-07-01", "2033-07-01")
    files = {AGREEMENT: SECOND, VERSION.replace("1.0", "2.0"): version}
    repository.commit(files | adoptions("2.0", 2033), day="2033-06-01")


def markdown(repository: Repository, *arguments: str) -> str:
    done = vis("agreement", *arguments, cwd=repository.root)
    assert done.code == 0, done.err
    return done.out.replace("\N{NO-BREAK SPACE}", " ")


def test_references_are_numbers_where_they_are_read(register: Repository) -> None:
    text = markdown(register, "text", "Exempelavtalet")
    assert "### 3.1 Regionens ansvar\n" in text
    assert "**3.2** Kommunen tar emot läkaren enligt punkt 3.1, och" in text
    assert "Se även avsnitt 3 och läkare med ansvar för boendet." in text
    assert "följer av punkten om ansvar (punkt 3.2)." in text


def test_the_facts_beside_the_text_are_in_words(register: Repository) -> None:
    text = markdown(register, "text", "exempelavtalet")
    assert "| **Ikraftträdande** | Gäller från och med 1 juli 2031<br>Träder i kraft när samtliga parter" in text
    assert "| **Förvaltas av** | Exempelgruppen, från och med 2030 |" in text
    assert "| **Åldrar** | 65 år och äldre |" in text
    assert "| **Nästa gång** | mars 2033 |" in text
    assert "| Testviks kommun | Antagen | 12 maj 2031 | Fullmäktige | § 12, dnr 2031/44 |" in text
    assert "- Exempelrapporten (900, rad 1-12, 4)" in text


def test_who_has_not_decided_is_named(register: Repository) -> None:
    path = "agreements/exempelavtalet/adoptions/1.0/testvik.yaml"
    (register.root / path).unlink()
    text = markdown(register, "text", "exempelavtalet")
    assert "> Gäller inte än: 3 av 4 parter har antagit den; saknas Testviks kommun; tidigast 1 juli 2031." in text
    assert "Inget beslut är registrerat för Testviks kommun." in text


def test_a_text_that_is_not_there_is_not_made_up(register: Repository) -> None:
    bare = "id: exempelavtalet\ntitle: Exempelavtalet\ntype: agreement\nsummary: En mening.\n"
    register.commit({AGREEMENT: bare, VERSION: "agreement: exempelavtalet\nversion: '1.0'\n"})
    text = markdown(register, "text", "exempelavtalet")
    assert "> **Texten är inte avskriven**\n" in text
    assert "| **Texten** | Inte avskriven: texten finns inte i registret |" in text
    assert "| **Version** | 1.0 |" in text
    assert "| **Ikraftträdande** | Okänt: hur den träder i kraft är inte registrerat |" in text
    assert "## 1" not in text
    assert "sha256" not in text
    assert text == markdown(register, "text", "exempelavtalet", "1.0")
    assert "Överenskommelsens text finns inte i registret." in markdown(
        register, "paper", "exempelavtalet", "--party", "testvik"
    )


def test_what_a_source_states_is_not_taken_for_decisions(register: Repository) -> None:
    for path in adoptions():
        (register.root / path).unlink()
    stated = "stated_in_force:\n  date: 2031-23\n  sources: ['900:3']\n"
    register.commit({VERSION: version_file(more=stated)})
    text = markdown(register, "text", "exempelavtalet")
    assert (
        "Trädde enligt källa i kraft hösten 2031 (Exempelrapporten, 900:3); 0 av 4 beslut registrerade, eftersom ingen "
        "parts beslut finns i registret" in text
    )


def test_a_text_that_is_not_the_published_one_is_not_printed(register: Repository) -> None:
    register.write(AGREEMENT, TEXT.replace("varje vecka", "varje dag"))
    done = vis("agreement", "text", "exempelavtalet", cwd=register.root)
    assert (done.code, done.out) == (1, "")
    assert "error[VIS270]" in done.err


def test_where_that_is_allowed_the_document_says_so(register: Repository) -> None:
    allowed = "version: '1.0'  # vis: allow VIS270 - a slip of the pen was put right"
    register.write(AGREEMENT, TEXT.replace("varje vecka", "varje dag").replace("version: '1.0'", allowed))
    text = markdown(register, "text", "exempelavtalet")
    assert "> **Avviker från version 1.0 som den publicerades**" in text
    assert "med ändringar som inte är incheckade" in text


def test_the_pdf_is_accessible_and_carries_its_source(register: Repository) -> None:
    out = register.root.parent / "ut.pdf"
    assert vis("agreement", "text", "exempelavtalet", "-o", out, cwd=register.root).code == 0
    pdf = out.read_bytes()
    assert_accessible(pdf, title=f"{TITLE}, version 1.0", tables=True, part="3")
    assert inside(pdf) == {"exempelavtalet-1.0.yaml": TEXT.encode()}
    commit = register.git("rev-parse", "HEAD")
    citation = f"vis:agreement/exempelavtalet/1.0 sha256:{digest_of(TEXT)} commit:{commit}"
    with pikepdf.open(out) as opened, opened.open_metadata() as metadata:
        assert metadata["pdf:Keywords"] == f"{citation}, vis"
        assert str(opened.docinfo["/CreationDate"]).startswith("D:20310115")
    assert commit in words(pdf)


def test_the_same_commit_gives_the_same_bytes(register: Repository) -> None:
    out = [register.root.parent / name for name in ("a.pdf", "b.pdf")]
    for path in out:
        assert vis("agreement", "text", "exempelavtalet", "-o", path, cwd=register.root).code == 0
    assert out[0].read_bytes() == out[1].read_bytes()


def test_an_older_version_has_its_own_text_and_source(register: Repository) -> None:
    second(register)
    out = register.root.parent / "ut.pdf"
    assert vis("agreement", "text", "exempelavtalet", "1.0", "-o", out, cwd=register.root).code == 0
    assert inside(out.read_bytes()) == {"exempelavtalet-1.0.yaml": TEXT.encode()}
    old = markdown(register, "text", "exempelavtalet", "1.0")
    assert "besöker boendet varje vecka" in old
    assert "Gäller från och med 1 juli 2031 till och med 30 juni 2033. Version 2.0: gäller från och med" in old
    assert "besöker boendet varje dag" in markdown(register, "text", "exempelavtalet")


def test_nothing_is_printed_from_what_is_wrong(register: Repository) -> None:
    register.write(AGREEMENT, TEXT.replace("[](#ansvar)", "<b>ansvar</b>"))
    done = vis("agreement", "text", "exempelavtalet", "-o", "ut.pdf", cwd=register.root)
    assert (done.code, done.out) == (1, "")
    assert "error[VIS160]" in done.err


def test_a_version_that_is_not_there_is_named(register: Repository) -> None:
    done = vis("agreement", "text", "exempelavtalet", "3.0", cwd=register.root)
    assert done.code == 2
    assert "has no version `3.0`" in done.err


def test_a_draft_whose_version_has_no_file_yet_can_be_named(register: Repository) -> None:
    register.write(AGREEMENT, TEXT.replace("version: '1.0'", "version: '1.1'"))
    text = markdown(register, "text", "exempelavtalet", "1.1")
    assert "> **Arbetstext**" in text
    assert "`vis:agreement/exempelavtalet/1.1 sha256:" in text


def test_signs_of_markdown_in_facts_are_only_signs(register: Repository) -> None:
    register.commit({AGREEMENT: TEXT.replace("task: Utse en läkare", "task: 'Utse | *en* läkare #1 <b>'")})
    out = register.root.parent / "ut.pdf"
    assert vis("agreement", "text", "exempelavtalet", "-o", out, cwd=register.root).code == 0
    assert "Utse | *en* läkare #1 <b>" in words(out.read_bytes())


# --- the decision paper -----------------------------------------------------------------------------------------------


def test_a_decision_paper_has_the_sections_and_asks_for_the_rest(register: Repository) -> None:
    text = markdown(register, "paper", "exempelavtalet", "--party", "Exempelby")
    headings = [line.lstrip("# ") for line in text.split("\n") if line.startswith("#")]
    assert headings == [
        f"Tjänsteutlåtande: {TITLE}",
        "Sammanfattning",
        "Beskrivning av ärendet",
        "Bakgrund",
        "Överenskommelsens innehåll",
        "Förslagets ekonomiska konsekvenser",
        "Barnkonsekvensanalys",
    ]
    assert "Exempelgruppen rekommenderade den 4 december 2030 parterna att anta överenskommelsen (EX 2030/17)." in text
    assert "Överenskommelsen träder i kraft när samtliga parter har antagit den, dock tidigast 1 juli 2031." in text
    economy, children = text.split("### Förslagets ekonomiska konsekvenser")[1].split("### Barnkonsekvensanalys")
    assert "[Fylls i av förvaltningen: vad uppgifterna kostar kommunen" in economy
    assert "[Fylls i av förvaltningen: hur förslaget påverkar barn och unga" in children
    assert f"`vis:agreement/exempelavtalet/1.0 sha256:{digest_of(TEXT)}`" in text


def test_the_paper_of_the_region_speaks_of_the_region(register: Repository) -> None:
    text = markdown(register, "paper", "exempelavtalet", "--party", "exempelregionen")
    assert "Förvaltningen föreslår att regionen antar överenskommelsen." in text
    assert "Regionens uppgifter\n\n- Utse en läkare" in text
    assert "ledningsgrupp" not in text
    assert "kommunen " not in text.split("## Sammanfattning")[1].replace("kommunen lokalen", "")


def test_what_the_party_has_prepared_is_in_its_paper(register: Repository) -> None:
    path = "agreements/exempelavtalet/adoptions/1.0/testvik.yaml"
    prepared = "  - outcome: prepared\n    date: 2031-04-02\n    body: Äldrenämnden\n    reference: § 7\n"
    text = f"agreement: exempelavtalet\nversion: '1.0'\nparty: testvik\ndecisions:\n{prepared}"
    register.commit({path: text})
    assert "Ärendet är berett i Äldrenämnden den 2 april 2031 (§ 7)." in markdown(
        register, "paper", "exempelavtalet", "--party", "testvik"
    )


def test_a_paper_warns_where_there_is_nothing_to_decide(register: Repository) -> None:
    text = markdown(register, "paper", "exempelavtalet", "--party", "testvik")
    assert "> **Observera**\n>\n> Testviks kommun har redan antagit version 1.0 den 12 maj 2031.\n" in text
    second(register)
    old = ("paper", "exempelavtalet", "1.0", "--party", "testvik")
    assert "Det finns en nyare version, 2.0: gäller från och med 1 juli 2033." in markdown(register, *old)
    free = SECOND.replace("legal_basis:\n  - text: Exempellagen (2029:1) 3 §\n    sources:\n      - '900:4'\n", "")
    register.commit({AGREEMENT: free + "ended:\n  last_day: 2034-12-31\n"})
    assert "sista dagen är 31 december 2034." in markdown(register, *old)


def test_a_paper_names_the_version_that_applies(register: Repository) -> None:
    second(register)
    (register.root / "agreements/exempelavtalet/adoptions/2.0/testvik.yaml").unlink()
    arguments = ("agreement", "paper", "exempelavtalet", "2.0", "--party", "testvik")
    said = {}
    for today in ("2031-08-01", "2033-08-01"):
        done = vis(*arguments, cwd=register.root, env={"VIS_TODAY": today})
        assert done.code == 0, done.err
        said[today] = done.out.replace("\N{NO-BREAK SPACE}", " ")
        assert "Observera" not in said[today]
    assert "I dag finns version 1.0: gäller från och med 1 juli 2031." in said["2031-08-01"]


def test_a_paper_is_for_whoever_stands_in_the_place_of_a_party_on_its_day(register: Repository) -> None:
    path = "registry/organisations.yaml"
    before = (register.root / path).read_text(encoding="utf-8")
    testvik = before[before.index("testvik:") :]
    name = testvik.partition("\n")[2].partition("\n")[0]
    ended = before.replace(f"testvik:\n{name}", f"testvik:\n{name}\n  until: 2032-12-31\n  successors: [nystad]")
    register.commit(
        {path: ended + "nystad:\n  name: Nystads kommun\n  type: principal\n  side: municipality\n  from: 2033-01-01\n"}
    )

    def paper(party: str, today: str) -> Done:
        arguments = ("agreement", "paper", "exempelavtalet", "1.0", "--party", party)
        return vis(*arguments, cwd=register.root, env={"VIS_TODAY": today})

    assert "upphörde" not in paper("testvik", "2032-12-31").out
    gone = paper("testvik", "2033-01-01").out.replace("\N{NO-BREAK SPACE}", " ")
    assert (
        "Testviks kommun upphörde; sista dagen var 31 december 2032; i dess ställe har Nystads kommun kommit." in gone
    )
    early = paper("nystad", "2032-12-31")
    assert (early.code, "`nystad` is no party of version 1.0" in early.err) == (2, True)
    late = paper("nystad", "2033-01-01")
    assert late.code == 0, late.err
    assert "Nystads kommun har kommit i stället för Testviks kommun." in late.out


def test_a_decision_paper_is_accessible(register: Repository) -> None:
    out = register.root.parent / "ut.pdf"
    done = vis("agreement", "paper", "exempelavtalet", "--party", "testvik", "-o", out, cwd=register.root)
    assert done.code == 0, done.err
    assert_accessible(out.read_bytes(), title=f"Tjänsteutlåtande: {TITLE}", tables=True)


def test_who_is_no_party_gets_no_paper(register: Repository) -> None:
    more = "utanby:\n  name: Utanby kommun\n  type: principal\n  side: municipality\n"
    register.commit(
        {
            "registry/organisations.yaml": FILES["registry/organisations.yaml"] + more,
            AGREEMENT: TEXT + "parties: [exempelregionen, exempelby, provkoping, testvik]\n",
        }
    )
    done = vis("agreement", "paper", "exempelavtalet", "--party", "utanby", cwd=register.root)
    assert done.code == 2
    assert "is no party of version 1.0" in done.err


def test_dates_are_as_imprecise_as_they_are_known() -> None:
    from vis_cli.facts.swedish_dates import in_words, on_day
    from vis_cli.model.values import When

    said = {
        "2031-07-01": "1 juli 2031",
        "2031-07": "juli 2031",
        "2031": "2031",
        "2022-23": "hösten 2022",
        "2031-03~": "omkring mars 2031",
        "2031?": "troligen 2031",
        "[2030..2031-03]": "någon gång från 2030 till mars 2031",
        "[..2024]": "senast 2024",
        "[2031-07-01..]": "tidigast 1 juli 2031",
    }
    assert {text: in_words(When.parse(text)).replace("\N{NO-BREAK SPACE}", " ") for text in said} == said
    assert on_day(When.parse(dt.date(2031, 7, 1).isoformat())).startswith("den ")
