"""`vis agreement verify`: a document that somebody holds is what the register gives, or it is said why not."""

import io
import json
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdf
import pytest
from pypdf.annotations import FreeText
from pypdf.generic import (
    ArrayObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    PdfObject,
    StreamObject,
    TextStringObject,
)

from tests.agreement_documents import AGREEMENT, FILES, TEXT, VERSION, adoptions, digest_of, version_file
from tests.history.repositories import Repository
from tests.program import Done, vis
from vis_cli import __version__

SECOND = (
    TEXT.replace("version: '1.0'", "version: '2.0'")
    .replace("ger läkaren tillgång till lokaler", "ger läkaren tillgång till rum")
    .replace("      - id: gemensamt\n        text: |\n          - båda följer upp\n          - båda utbildar\n", "")
)


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


def printed(repository: Repository, ending: str = "pdf", *version: str) -> Path:
    out = repository.root.parent / f"ut.{ending}"
    done = vis("agreement", "text", "exempelavtalet", *version, "-o", out, cwd=repository.root)
    assert done.code == 0, done.err
    return out


def verify(repository: Repository, given: Path | str) -> Done:
    return vis("agreement", "verify", given, cwd=repository.root)


def changed(path: Path, change: Callable[[pikepdf.Pdf], None]) -> Path:
    with pikepdf.open(io.BytesIO(path.read_bytes())) as opened:
        change(opened)
        opened.save(path)
    return path


def with_source(old: str, new: str) -> Callable[[pikepdf.Pdf], None]:
    def change(opened: pikepdf.Pdf) -> None:
        stream = opened.Root.AF[0].EF.F
        data = stream.read_bytes().decode()
        assert old in data
        stream.write(data.replace(old, new).encode())

    return change


def without_a_line(opened: pikepdf.Pdf) -> None:
    """The first word of the second page that is not in its running header is gone."""
    sheet = opened.pages[1]
    kept, seen = [], 0
    for operands, operator in pikepdf.parse_content_stream(sheet):
        if str(operator) == "BDC" and str(operands[0]) != "/Artifact":
            seen += 1
        if str(operator) in ("TJ", "Tj") and seen == 1:
            seen += 1
            continue
        kept.append((operands, operator))
    assert seen > 1
    sheet.Contents = opened.make_stream(pikepdf.unparse_content_stream(kept))


@pytest.mark.parametrize("ending", ["pdf", "md"])
def test_what_the_register_gives_again_is_unaltered(register: Repository, ending: str) -> None:
    done = verify(register, printed(register, ending))
    assert done.code == 0
    assert done.lines == [
        "This is version 1.0 of Exempelavtalet, unaltered: the register gives the same file, byte for byte.",
        "  in force from 1 July 2031",
    ]


@pytest.mark.parametrize("ending", ["pdf", "md"])
def test_a_superseded_version_is_genuine_and_said_to_be_superseded(register: Repository, ending: str) -> None:
    out = printed(register, ending)
    second(register)
    done = verify(register, out)
    assert done.code == 0
    assert "unaltered: the register gives the same file" in done.lines[0]
    assert done.lines[1:] == ["  in force from 1 July 2031 to 30 June 2033", "  superseded by version 2.0"]


def test_an_older_version_printed_later_is_known_too(register: Repository) -> None:
    second(register)
    done = verify(register, printed(register, "pdf", "1.0"))
    assert done.code == 0
    assert "byte for byte" in done.lines[0]


def compressed(path: Path) -> None:
    with pikepdf.open(io.BytesIO(path.read_bytes())) as opened:
        opened.save(path, object_stream_mode=pikepdf.ObjectStreamMode.generate, recompress_flate=True)


def for_the_web(path: Path) -> None:
    with pikepdf.open(io.BytesIO(path.read_bytes())) as opened:
        opened.save(path, linearize=True)


def by_another_program(path: Path) -> None:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(path.read_bytes()))
    writer.add_metadata({"/Title": "En annan titel"})
    writer.write(path)


@pytest.mark.parametrize("save", [compressed, for_the_web, by_another_program])
def test_a_file_that_was_only_saved_anew_is_proved_by_all_that_it_draws(
    register: Repository, save: Callable[[Path], None]
) -> None:
    out = printed(register)
    before = out.read_bytes()
    save(out)
    assert out.read_bytes() != before
    done = verify(register, out)
    assert done.code == 0
    assert done.lines == [
        "This is version 1.0 of Exempelavtalet, unaltered: the file was saved anew, and shows the same as the one that "
        "the register gives.",
        "  in force from 1 July 2031",
    ]


def with_pypdf(path: Path, change: Callable[[pypdf.PdfWriter], None]) -> Path:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(path.read_bytes()))
    change(writer)
    writer.write(path)
    return path


def stream(data: bytes, **entries: PdfObject) -> StreamObject:
    made = StreamObject()
    made.set_data(data)
    made.update({NameObject(f"/{name}"): value for name, value in entries.items()})
    return made


def drawing(writer: pypdf.PdfWriter, code: bytes) -> None:
    """Add to what the first page draws."""
    page = writer.pages[0]
    before = writer._add_object(page["/Contents"].get_object())
    page[NameObject("/Contents")] = ArrayObject([before, writer._add_object(stream(code))])


def white_patch(writer: pypdf.PdfWriter) -> None:
    drawing(writer, b"q 1 1 1 rg 100 300 40 9 re f Q")


def other_words_drawn(writer: pypdf.PdfWriter) -> None:
    contents = writer.pages[0]["/Contents"].get_object()
    data = contents.get_data()
    assert b" Tm" in data
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream(data.replace(b" Tm", b" Tm 3 Tr", 1)))


def image(writer: pypdf.PdfWriter) -> None:
    size = {"Width": NumberObject(1), "Height": NumberObject(1), "BitsPerComponent": NumberObject(8)}
    one = stream(b"\xff", Type=NameObject("/XObject"), Subtype=NameObject("/Image"), **size)
    one[NameObject("/ColorSpace")] = NameObject("/DeviceGray")
    _with_picture(writer, one)


def form(writer: pypdf.PdfWriter) -> None:
    box = ArrayObject(NumberObject(number) for number in (0, 0, 1, 1))
    _with_picture(writer, stream(b"1 1 1 rg 0 0 1 1 re f", Subtype=NameObject("/Form"), BBox=box))


def _with_picture(writer: pypdf.PdfWriter, picture: StreamObject) -> None:
    pictures = DictionaryObject({NameObject("/Ny"): writer._add_object(picture)})
    writer.pages[0]["/Resources"][NameObject("/XObject")] = pictures  # type: ignore[index]
    drawing(writer, b"q 40 0 0 9 100 300 cm /Ny Do Q")


def note(writer: pypdf.PdfWriter) -> None:
    writer.add_annotation(0, FreeText(text="Gäller inte", rect=(100, 300, 200, 320), background_color="ffffff"))


def script(writer: pypdf.PdfWriter) -> None:
    action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject("app.alert('Gäller inte');")}
    made = DictionaryObject({NameObject(name): value for name, value in action.items()})
    writer.root_object[NameObject("/OpenAction")] = made


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (white_patch, "something else is drawn on page 1"),
        (other_words_drawn, "something else is drawn on page 1"),
        (image, "something else is drawn on page 1; the pictures on page 1 are not the same"),
        (form, "something else is drawn on page 1; the pictures on page 1 are not the same"),
        (note, "the notes and links on page 1 are not the same"),
        (script, "what goes along with the pages is not the same: bookmarks, structure, forms or scripts"),
        (lambda writer: writer.pages[1].scale_by(0.5), "something else is drawn on page 2"),
        (lambda writer: writer.pages[1].rotate(90), "the size or the settings of page 2 are not the same"),
    ],
)
def test_a_file_that_was_drawn_over_is_not_proved(
    register: Repository, change: Callable[[pypdf.PdfWriter], None], why: str
) -> None:
    out = with_pypdf(printed(register), change)
    done = verify(register, out)
    assert done.code == 1
    assert done.lines[0] == (
        "Not proved: this file is not the one that vis made of version 1.0 of Exempelavtalet, and may have been drawn "
        "over."
    )
    assert done.lines[1].startswith(f"  why: {why}")
    assert done.lines[2:] == [
        "  the genuine file: `vis agreement text exempelavtalet 1.0 -o FILE.pdf`",
        "  in force from 1 July 2031",
    ]
    found = json.loads(vis("agreement", "verify", out, "--json", cwd=register.root).out)
    assert (found["outcome"], found["genuine"]) == ("same-words", False)
    assert found["reason"].startswith(why)


def test_a_pdf_that_only_some_programs_can_read_is_not_proved(register: Repository) -> None:
    out = printed(register)
    out.write_bytes(b"%PDF-1.7\n" + out.read_bytes())
    done = verify(register, out)
    assert done.code == 1
    assert "readers may show it in different ways" in done.lines[1]


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (with_source("varje vecka", "varje år"), "the text in the source inside it was changed"),
        (with_source("Utse en läkare", "Utse två läkare"), "the facts in the source inside it are not those"),
        (with_source("id: exempelavtalet", "id: provavtalet"), "not that of the agreement it cites"),
        (with_source("id: exempelavtalet", "id: ["), "not that of the agreement it cites"),
        (lambda opened: opened.Root.__delitem__("/Names"), "the source that goes along inside it is missing"),
        (without_a_line, "the words that it shows are not those that the register gives"),
        (lambda opened: opened.pages.__delitem__(1), "the words that it shows are not those"),
    ],
)
def test_a_pdf_that_was_changed_is_not_genuine(
    register: Repository, change: Callable[[pikepdf.Pdf], None], why: str
) -> None:
    done = verify(register, changed(printed(register), change))
    assert done.code == 1
    assert done.lines[0] == "This is not version 1.0 of Exempelavtalet as the register has it."
    assert why in done.lines[1]


@pytest.mark.parametrize(
    ("old", "new", "why"),
    [
        ("varje vecka", "varje år", "the words that it shows are not those"),
        ("Antagen", "Avslagen", "the words that it shows are not those"),
        ("sha256:", "sha256:0", None),
        (digest_of(TEXT), digest_of(SECOND), "its digest is not the one that was published"),
    ],
)
def test_markdown_that_was_changed_is_not_genuine(register: Repository, old: str, new: str, why: str | None) -> None:
    out = printed(register, "md")
    text = out.read_text(encoding="utf-8")
    assert old in text
    out.write_text(text.replace(old, new, 1), encoding="utf-8")
    done = verify(register, out)
    assert done.code == 1
    assert why is None or why in done.out


def test_the_line_ends_of_markdown_may_change(register: Repository) -> None:
    out = printed(register, "md")
    out.write_bytes(out.read_bytes().replace(b"\n", b"\r\n"))
    assert verify(register, out).code == 0


def test_what_another_version_of_vis_made_is_held_to_the_text(register: Repository) -> None:
    out = printed(register, "md")
    text = out.read_text(encoding="utf-8").replace(f"vis {__version__} ·", "vis 0.0.1 ·").replace("Källor", "Underlag")
    out.write_text(text, encoding="utf-8")
    done = verify(register, out)
    assert done.code == 1
    assert done.lines[0] == (
        "Not proved: this holds the text of version 1.0 of Exempelavtalet, word for word; what else it shows was not "
        "compared."
    )
    assert done.lines[1] == f"  why: it was made by vis 0.0.1, and this is vis {__version__}"
    out.write_text(text.replace("varje vecka", "varje år"), encoding="utf-8")
    assert "This is not version 1.0" in verify(register, out).lines[0]


def test_what_is_printed_from_no_commit_is_held_to_the_text(register: Repository) -> None:
    register.write("registry/sources.yaml", "'900':\n  title: Exempelrapporten, ny\n")
    for ending in ("pdf", "md"):
        done = verify(register, printed(register, ending))
        assert done.code == 1
        assert "word for word" in done.lines[0]
        assert done.lines[1] == "  why: it names no commit"


def test_a_commit_that_was_never_merged_vouches_for_nothing(register: Repository) -> None:
    register.git("switch", "-q", "-c", "egen")
    register.commit({"registry/sources.yaml": "'900':\n  title: Påhittad rapport\n"})
    out = printed(register)
    register.git("switch", "-q", "main")
    done = verify(register, out)
    assert done.code == 1
    assert done.lines[1] == "  why: its commit is not on the main branch"


def test_a_text_that_was_never_the_register_s_is_not_genuine(register: Repository) -> None:
    draft = TEXT.replace("version: '1.0'", "version: '1.1'").replace("varje vecka", "varje år")
    register.write(AGREEMENT, draft)
    out = printed(register)
    register.git("checkout", "-q", AGREEMENT)
    done = verify(register, out)
    assert done.code == 1
    assert "does not know version 1.1 of Exempelavtalet" in done.lines[0]


def test_without_a_text_only_the_same_document_is_proved(register: Repository) -> None:
    bare = "id: exempelavtalet\ntitle: Exempelavtalet\ntype: agreement\nsummary: En mening.\n"
    register.commit({AGREEMENT: bare, VERSION: "agreement: exempelavtalet\nversion: '1.0'\n"})
    for ending in ("pdf", "md"):
        out = printed(register, ending)
        done = verify(register, out)
        assert (done.code, "byte for byte" in done.out) == (0, True)
    out.write_text(out.read_text(encoding="utf-8").replace("En mening", "En annan mening"), encoding="utf-8")
    assert "the words that it shows are not those" in verify(register, out).out
    register.write("registry/sources.yaml", "'900':\n  title: Exempelrapporten, ny\n")
    done = verify(register, printed(register))
    assert done.code == 1
    assert done.lines[0].startswith("What this says of version 1.0 of Exempelavtalet could not be compared")


def test_a_document_of_another_register_is_unknown(register: Repository, tmp_path: Path) -> None:
    other = Repository(tmp_path / "annat")
    other.commit({path: text for path, text in FILES.items() if not path.startswith("agreements/")})
    done = verify(other, printed(register))
    assert done.code == 1
    assert done.lines == ["This register does not know version 1.0 of `exempelavtalet`."]


def garbage(register: Repository) -> dict[str, bytes]:
    whole = printed(register).read_bytes()
    locked, bomb = io.BytesIO(), io.BytesIO()
    with pikepdf.open(io.BytesIO(whole)) as opened:
        opened.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pikepdf.open(io.BytesIO(whole)) as opened:
        opened.Root.AF[0].EF.F.write(b" " * 200_000_000)
        opened.save(bomb)
    return {
        "empty": b"",
        "noise": bytes(range(256)) * 50,
        "words": b"Hej\n",
        "only a header": b"%PDF-1.7\n",
        "broken in the middle": whole[: len(whole) // 2] + b"\0" * 5000,
        "loops": b"%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R/Kids[1 0 R]>>endobj\ntrailer<</Root 1 0 R>>",
        "locked": locked.getvalue(),
        "bomb": bomb.getvalue(),
    }


def test_a_file_that_is_no_document_of_ours_is_refused_in_words(register: Repository) -> None:
    for name, data in garbage(register).items():
        path = register.root.parent / "fil"
        path.write_bytes(data)
        done = verify(register, path)
        assert (done.code, done.out) == (1, ""), name
        assert done.err.startswith(("vis: this is no document", "vis: the PDF is broken", "vis: the PDF is encrypted"))


def test_a_paper_is_not_the_agreement(register: Repository) -> None:
    out = register.root.parent / "ut.md"
    vis("agreement", "paper", "exempelavtalet", "--party", "testvik", "-o", out, cwd=register.root)
    done = verify(register, out)
    assert done.code == 1
    assert "this is no document that vis has made of an agreement" in done.err


def test_a_file_that_is_not_there_is_wrong_use(register: Repository) -> None:
    assert verify(register, "saknas.pdf").code == 2
    assert verify(register, "vis:agreement/").code == 2


# --- citations --------------------------------------------------------------------------------------------------------


def test_a_citation_is_answered_in_words(register: Repository) -> None:
    second(register)
    done = verify(register, f"vis:agreement/exempelavtalet/1.0 sha256:{digest_of(TEXT)}")
    assert done.code == 0
    assert done.lines == [
        "This names version 1.0 of Exempelavtalet.",
        "  in force from 1 July 2031 to 30 June 2033",
        "  superseded by version 2.0",
    ]
    assert verify(register, f"vis:agreement/exempelavtalet/1.0 sha256:{digest_of(SECOND)}").code == 1
    assert verify(register, "vis:agreement/exempelavtalet/7.0").code == 1
    assert verify(register, "vis:agreement/saknas/1.0").code == 1


def test_a_citation_is_read_as_it_is_copied_out_of_a_pdf(tmp_path: Path) -> None:
    """A line can break after any of its slashes, and between its parts."""
    name = "exempelavtalet-med-ett-mycket-langt-namn-om-allt-som-parter"
    repository = Repository(tmp_path / "register")
    files = {path.replace("exempelavtalet", name): text for path, text in FILES.items()}
    text = TEXT.replace("id: exempelavtalet", f"id: {name}")
    files |= {path: content.replace("exempelavtalet", name) for path, content in files.items() if "agreements" in path}
    files[AGREEMENT.replace("exempelavtalet", name)] = text
    repository.commit(files, day="2031-06-01")
    out = tmp_path / "ut.pdf"
    assert vis("agreement", "text", name, "-o", out, cwd=repository.root).code == 0
    page = pypdf.PdfReader(out).pages[-1].extract_text()
    copied = page[page.index("vis:agreement") :].rpartition("commit:")
    whole = f"{copied[0]}commit:{copied[2].split()[0]}"
    for given in (whole, " ".join(whole.split()), whole.replace("/", "/ "), whole.replace("/", "/\n", 1)):
        done = verify(repository, given)
        assert done.code == 0, done.err
        assert done.lines[0] == "This names version 1.0 of Exempelavtalet."


@pytest.mark.parametrize(
    ("clause", "code", "said"),
    [
        ("ansvar", 0, "it says something else in the register's latest text, version 2.0, where its number is 3"),
        ("regionens-ansvar", 0, "it says the same in the register's latest text, version 2.0, where its number is 3.1"),
        ("kommunens-ansvar", 0, "it says something else"),
        ("gemensamt", 0, "it is no longer there in the register's latest text, version 2.0"),
        ("boende", 0, "it says the same"),
        ("saknas", 1, "This register does not know clause `saknas` in version 1.0 of Exempelavtalet."),
    ],
)
def test_a_clause_is_compared_with_the_latest_text(register: Repository, clause: str, code: int, said: str) -> None:
    second(register)
    done = verify(register, f"vis:agreement/exempelavtalet/1.0#{clause}")
    assert done.code == code
    assert said in done.out


def test_the_answer_is_there_as_json(register: Repository) -> None:
    second(register)
    citation = f"vis:agreement/exempelavtalet/1.0#gemensamt sha256:{digest_of(TEXT)}"
    done = vis("agreement", "verify", citation, "--json", cwd=register.root)
    assert done.code == 0
    assert json.loads(done.out) == {
        "schema_version": 1,
        "outcome": "cited",
        "genuine": True,
        "agreement": "exempelavtalet",
        "version": "1.0",
        "digest": digest_of(TEXT),
        "commit": None,
        "reason": None,
        "in_force": [{"from": "2031-07-01", "to": "2033-06-30"}],
        "superseded_by": "2.0",
        "clause": {
            "id": "gemensamt",
            "number": "3.3",
            "latest": {"state": "gone", "version": "2.0", "number": None},
        },
    }
