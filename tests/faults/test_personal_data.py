"""Row 36 of reliability.md and its promise P7: what must not be in a register, and not be told again where it is.

The forms of a number: `tests/facts/test_text_facts.py`. All numbers here are made up, or those that the Swedish Tax
Agency keeps for tests. No token is one that was ever issued.
"""

import io
import json
import zipfile
from pathlib import Path

import pytest

from tests.faults.bounds import GROUP, MIB, bounded, everything, small
from tests.history.repositories import Repository
from tests.program import register, vis

NUMBER, COORDINATION = "19121212-1212", "121272-1219"
NOT_ONE = ("232100-0016", "202100-6347", "19121212-1213", "20310219-1234x", "2031-02-20", "070-174 06 05", "121212")
PAPERS = "registry/meetings/exempelgruppen/2031-02-20"
TOKENS = {
    "github": "ghp_" + "Exempel0" * 5,
    "github-pat": "github_pat_" + "Exempel0" * 10,
    "gitlab": "glpat-" + "Exempel0" * 3,
    "amazon": "AKIA" + "EXEMPEL2" * 2,
    "google": "AIza" + "Exempel" * 5,
    "slack": "xoxb-0" + "12345678" * 3,
    "npm": "npm_" + "Exempel00" * 4,
    "jwt": ".".join(("eyJ" + "Exempel0" * 2, "eyJ" + "Exempel0" * 2, "Exempel0" * 4)),
}
KEYS = [f"-----BEGIN {kind}PRIVATE KEY-----" for kind in ("", "RSA ", "EC ", "OPENSSH ", "ENCRYPTED ")]
KEYS.append("-----BEGIN PGP PRIVATE KEY " + "BLOCK-----")


def found(root: Path, code: str) -> list[str]:
    done = bounded("check", "--format", "concise", "--select", code, cwd=root)
    assert NUMBER not in done.out + done.err
    return done.found


def test_a_number_is_found_in_any_text_of_any_file_and_never_printed(tmp_path: Path) -> None:
    register(
        tmp_path,
        {
            **small(subject=f"ärende {NUMBER}"),
            "registry/groups/comment.yaml": f"id: comment\n{GROUP}# {NUMBER}\n",
            "registry/groups/broken.yaml": f"a: [{NUMBER}\n",
            "registry/groups/latin.yaml": f"a: {NUMBER} å\n".encode("latin-1"),
            "registry/groups/twice.yaml": f"a: 1\na: {NUMBER}\n",
            "registry/nobody.txt": f"{COORDINATION}\n",
            "registry/.hidden.yaml": f"a: {NUMBER}\n",
            "agreements/x/notes.md": f"\n\n  {NUMBER.replace('-', '')}\n",
            f"{PAPERS}/bilaga.csv": f"namn;nummer\r\nExempel;{NUMBER}\r\n",
            f"{PAPERS}/{NUMBER}.pdf": b"%PDF",
            "templates/agenda.md.j2": f"# A {{# {NUMBER} #}}\n",
            "templates/house.typ": f"// {NUMBER}\n",
        },
    )
    masked = NUMBER.replace("1212-1212", "****-****")
    assert found(tmp_path, "VIS802") == [
        "agreements/x/notes.md:3:3 VIS802",
        "registry/.hidden.yaml:1:4 VIS802",
        "registry/groups/broken.yaml:1:5 VIS802",
        "registry/groups/comment.yaml:6:3 VIS802",
        "registry/groups/exempelgruppen.yaml:6:17 VIS802",
        "registry/groups/latin.yaml:1:4 VIS802",
        "registry/groups/twice.yaml:2:4 VIS802",
        f"{PAPERS}/{masked}.pdf:1:1 VIS802",
        f"{PAPERS}/bilaga.csv:2:9 VIS802",
        "registry/nobody.txt:1:1 VIS802",
        "templates/agenda.md.j2:1:8 VIS802",
        "templates/house.typ:1:4 VIS802",
    ]


def test_no_report_of_any_fault_prints_a_number_that_stands_there(tmp_path: Path) -> None:
    register(
        tmp_path,
        {
            **small(),
            "registry/groups/x.yaml": f"id: {NUMBER}\nname: {NUMBER}\n{NUMBER}: 1\nstatus: '{NUMBER}'\ntype: 1\n"
            f"members:\n  - person: '{NUMBER}'\n  - ett: {'x' * 90} {NUMBER}\n",
            f"registry/groups/{NUMBER}.yaml": "",
            f"registry/{NUMBER}/x.yaml": "",
        },
    )
    for form in ("text", "concise", "json", "github"):
        done = bounded("check", "--format", form, cwd=tmp_path)
        assert done.code == 1
        assert "1212-1212" not in done.out + done.err
    assert "1212-1212" not in bounded("show", NUMBER, cwd=tmp_path).err


def test_numbers_of_organisations_and_other_numbers_are_none(tmp_path: Path) -> None:
    register(tmp_path, {**small(), f"{PAPERS}/a.txt": "\n".join(NOT_ONE)})
    assert found(tmp_path, "VIS802") == []


def test_a_command_that_would_write_one_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit(small())
    before = everything(repository.root)
    paper = tmp_path / "bilaga.txt"
    paper.write_text(f"Ärendet {NUMBER}\n", encoding="utf-8")
    for command in (
        ("group", "new", "--name", f"Exempel {NUMBER}", "--type", "working"),
        ("meeting", "attach", "exempelgruppen-2031-02-20", str(paper)),
        ("meeting", "attach", "exempelgruppen-2031-02-20", str(paper), "--commit"),
    ):
        done = vis(*command, cwd=repository.root, env=repository.environ)
        assert done.code in (1, 2), command
        assert NUMBER not in done.out + done.err, command
        after = everything(repository.root)
        assert {path: data for path, data in after.items() if "/.git/vis" not in path} == before


def test_a_mailbox_of_ones_own_is_found_and_its_address_never_printed(tmp_path: Path) -> None:
    contact = "id: exempelby\nksa:\n  - mailbox: anna.exempel@gmail.com\n"
    register(tmp_path, {**small(), "registry/contacts/exempelby.yaml": contact})
    assert found(tmp_path, "VIS801") == ["registry/contacts/exempelby.yaml:3:14 VIS801"]
    for form in ("text", "json", "github"):
        done = bounded("check", "--format", form, cwd=tmp_path)
        assert done.code == 1 and "anna.exempel" not in done.out + done.err


@pytest.mark.parametrize("secret", [*TOKENS.values(), *KEYS], ids=[*TOKENS, *(key[10:18] for key in KEYS)])
def test_a_secret_is_found_in_any_file_and_never_printed(tmp_path: Path, secret: str) -> None:
    register(
        tmp_path,
        {
            **small(),
            "registry/groups/broken.yaml": f"a: [{secret}\n",
            f"{PAPERS}/bilaga.txt": f"x {secret} y\n",
        },
    )
    done = bounded("check", "--format", "json", "--select", "VIS803,VIS009", cwd=tmp_path)
    places = [(one["path"], one["line"]) for one in json.loads(done.out)["diagnostics"] if one["code"] == "VIS803"]
    assert (done.code, places) == (1, [("registry/groups/broken.yaml", 1), (f"{PAPERS}/bilaga.txt", 1)])
    text = bounded("check", cwd=tmp_path)
    if secret in TOKENS.values():
        assert secret not in done.out + text.out


def test_what_only_looks_a_little_like_a_secret_is_none(tmp_path: Path) -> None:
    words = ("ghp_kort", "AKIAkort", "eyJ.eyJ.x", "-----BEGIN PUBLIC KEY-----", "-----BEGIN CERTIFICATE-----", "npm_x")
    register(tmp_path, {**small(), f"{PAPERS}/a.txt": "\n".join(words)})
    done = bounded("check", "--format", "concise", "--select", "VIS803", cwd=tmp_path)
    assert (done.code, done.out) == (0, "")


def test_no_failure_prints_the_environment_or_a_file_outside(tmp_path: Path) -> None:
    register(tmp_path, {**small(), "templates/agenda.md.j2": "{{ env }}{{ ''.__class__ }}"})
    secret = "HemligtExempel"
    for command in (("check",), ("meeting", "agenda", "exempelgruppen-2031-02-20"), ("show", "nej"), ("check", "--x")):
        done = vis(*command, cwd=tmp_path, env={"MY_TOKEN": secret})
        assert secret not in done.out + done.err


@pytest.mark.parametrize(
    "reason",
    [f"Ärendet {NUMBER} drogs", TOKENS["github"], KEYS[1], "Ut\u202egår", "Ut\u200bgår", "Ut\x1b[31mgår", "x" * 20_000],
    ids=["number", "token", "key", "bidi", "invisible", "escape", "endless"],
)
def test_what_only_the_message_of_the_commit_would_hold_is_refused_too(tmp_path: Path, reason: str) -> None:
    repository = Repository(tmp_path / "register")
    files = {path: str(data).replace("status: held", "status: planned") for path, data in small().items()}
    repository.commit(files)
    before = everything(repository.root)
    meeting = "exempelgruppen-2031-02-20"
    done = vis(
        "meeting",
        "drop",
        meeting,
        "information",
        "--reason",
        reason,
        "--commit",
        cwd=repository.root,
        env=repository.environ,
    )
    assert done.code in (1, 2)
    assert not [part for part in (NUMBER, *TOKENS.values()) if part in done.out + done.err]
    after = everything(repository.root)
    assert {path: data for path, data in after.items() if "/.git/vis" not in path} == before


def document(name: str, text: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, text)
    return made.getvalue()


def test_a_number_is_found_in_documents_of_word_excel_and_libreoffice_too(tmp_path: Path) -> None:
    runs = (
        "<w:p><w:r><w:t>Ärendet</w:t></w:r></w:p><w:p><w:r><w:t>1912</w:t></w:r><w:r><w:t>1212-1212</w:t></w:r></w:p>"
    )
    register(
        tmp_path,
        {
            **small(),
            f"{PAPERS}/a.docx": document("word/document.xml", runs),
            f"{PAPERS}/b.xlsx": document("xl/sharedStrings.xml", f"<sst><si><t>{NUMBER}</t></si></sst>"),
            f"{PAPERS}/c.odt": document("content.xml", f"<text:p>{NUMBER}</text:p>"),
            f"{PAPERS}/d.docx": b"PK\x03\x04 broken",
        },
    )
    assert found(tmp_path, "VIS802") == [
        f"{PAPERS}/{name} VIS802" for name in ("a.docx:2:1", "b.xlsx:1:1", "c.odt:1:1")
    ]


def test_documents_that_unpack_to_hundreds_of_megabytes_take_neither_time_nor_memory(tmp_path: Path) -> None:
    bomb = document("word/document.xml", f"<w:p>{NUMBER}</w:p>" + "<w:p>" * 40_000_000)
    register(tmp_path, {**small(), **{f"{PAPERS}/{number}.docx": bomb for number in range(3)}})
    assert len(bomb) > 100_000
    found(tmp_path, "VIS802")


def pdf(text: str) -> bytes:
    import typst

    return typst.compile(f"Ärendet\n#pagebreak()\n{text}".encode(), format="pdf")


def test_a_pdf_is_looked_through_where_it_is_attached(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    files = {path: str(data).replace("status: held", "status: planned") for path, data in small().items()}
    repository.commit(files)
    before = everything(repository.root)
    for text in (f"Ärendet {NUMBER}", TOKENS["amazon"]):
        (tmp_path / "bilaga.pdf").write_bytes(pdf(text))
        command = ("meeting", "attach", "exempelgruppen-2031-02-20", str(tmp_path / "bilaga.pdf"), "--commit")
        done = vis(*command, cwd=repository.root, env=repository.environ)
        assert (done.code, done.out) == (1, "")
        assert "stands on page 2" in done.err and text not in done.err and "1212-1212" not in done.err
        assert {path: data for path, data in everything(repository.root).items() if "/.git/vis" not in path} == before
    (tmp_path / "bilaga.pdf").write_bytes(pdf("Ingenting"))
    assert vis(*command, cwd=repository.root, env=repository.environ).code == 0


def test_a_change_that_brings_a_pdf_with_a_number_is_refused_and_old_ones_are_not_read(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    repository.commit({**small(), f"{PAPERS}/gammal.pdf": pdf(NUMBER)})
    repository.git("switch", "-qc", "gren")
    repository.commit(
        {f"{PAPERS}/ny.pdf": pdf(NUMBER), f"{PAPERS}/bruten.pdf": b"%PDF-1.7 bruten", f"{PAPERS}/b.pdf": pdf("x")}
    )
    for more in ((), ("--only-new",)):
        done = bounded(
            *("check", "--base", "main", "--format", "concise", "--select", "VIS802", *more),
            cwd=repository.root,
            memory=2048 * MIB,  # a process of its own, with limits of its own, is started from this one
        )
        assert (done.code, done.found) == (1, [f"{PAPERS}/ny.pdf:1:1 VIS802"])
        assert NUMBER not in done.out + done.err
        assert f"could not be looked through for personal identity numbers: {PAPERS}/bruten.pdf" in done.err
    plain = bounded("check", "--format", "concise", "--select", "VIS802", cwd=repository.root)
    assert (plain.code, plain.out) == (0, "")
