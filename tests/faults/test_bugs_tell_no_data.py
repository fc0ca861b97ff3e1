"""A mistake of ours is told by its place, and never with what stands in the files: contacts, names, addresses. (P7)

The program is broken here as a mistake would break it: a module of its own in `PYTHONPATH`, read before it begins,
puts a function in the place of one of the program's that fails with the data in its hands.
"""

import json
from pathlib import Path

import pytest

import vis_cli
from tests.program import Done, register, vis

NAME, ADDRESS, PHONE = "Ann Exempel", "ann.exempel@exempelby.example", "08-123 45 67"
FILES = {
    "registry/people.yaml": f"""\
ann-exempel:
  name: {NAME}
  posts: [{{title: chef, organisation: exempelby-kommun}}]
""",
    "registry/organisations.yaml": "exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}\n",
    "registry/areas.yaml": "exempelby: {name: Exempelby, type: municipality, municipality: exempelby-kommun}\n",
    "registry/contacts/exempelby.yaml": f"""\
id: exempelby
ksa:
  - person: ann-exempel
    mailbox: {ADDRESS}
    phone: "{PHONE}"
""",
}
FAILS = """\
def fails(*given, **named):
    try:
        raise KeyError({contact!r})
    except KeyError as error:
        raise {kind}({contact!r}) from error
"""


def broken(folder: Path, place: str, kind: str) -> dict[str, str]:
    """The environment in which one function of the program fails with the data of a contact."""
    module, name = place.split(":")
    folder.mkdir(exist_ok=True)
    text = FAILS.format(contact=f"{NAME} {ADDRESS} {PHONE}", kind=kind)
    text += f"import importlib\nimportlib.import_module({module!r}).{name} = fails\n"
    (folder / "sitecustomize.py").write_text(text, encoding="utf-8")
    return {"PYTHONPATH": f"{folder}:{Path(vis_cli.__file__).parent.parent}", "VIS_TODAY": "2031-04-15"}


def silent(done: Done) -> str:
    """What it printed, in which nothing of the contact is."""
    said = done.out + done.err
    assert not any(own in said for own in (NAME, ADDRESS, PHONE, "ann.exempel", "45 67")), said
    return said


@pytest.mark.parametrize(
    ("place", "kind", "command"),
    [
        ("vis_cli.source.yaml:parse", "ValueError", ("check",)),
        ("vis_cli.source.file:parse", "KeyError", ("check", "--format", "json")),
        ("vis_cli.registry.load:read", "RuntimeError", ("check", "--format", "github")),
        ("vis_cli.check:check", "AssertionError", ("check", "--format", "sarif")),
        ("vis_cli.facts.contact_holders:every_holder", "KeyError", ("contact", "show", "exempelby")),
        ("vis_cli.facts.due:due", "TypeError", ("report", "due", "--json")),
        ("vis_cli.documents.finished:as_markdown", "LookupError", ("contact", "document")),
        (
            "vis_cli.source.edit:prove",
            "AssertionError",
            ("contact", "set", "exempelby", "ksa", "--phone", "08-765 43 21"),
        ),
        ("vis_cli.history.writing:write", "UnicodeError", ("contact", "verify", "exempelby")),
        ("vis_cli.registry.record:collect", "RecursionError", ("check", "--format", "gitlab")),
    ],
)
def test_a_bug_is_told_by_its_place_and_without_data(
    tmp_path: Path, place: str, kind: str, command: tuple[str, ...]
) -> None:
    root = register(tmp_path / "register", FILES)
    before = {path: path.read_bytes() for path in root.rglob("*.yaml")}
    done = vis(*command, cwd=root, env=broken(tmp_path / "broken", place, kind), traceback=True)
    said = silent(done)
    assert done.code == 70, said
    assert f"{kind}\n" in said
    assert "this is a bug in vis" in said
    assert str(tmp_path) not in said
    assert {path: path.read_bytes() for path in root.rglob("*.yaml")} == before


def test_what_a_library_warns_of_is_not_printed(tmp_path: Path) -> None:
    root = register(tmp_path / "register", FILES)
    env = broken(tmp_path / "broken", "vis_cli.errors:nothing", "KeyError")
    (tmp_path / "broken/sitecustomize.py").write_text(
        "import importlib, warnings\nmodule = importlib.import_module('vis_cli.registry.load')\nold = module.read\n"
        f"def read(*given):\n    warnings.warn({ADDRESS!r})\n    return old(*given)\nmodule.read = read\n"
    )
    done = vis("check", cwd=root, env=env)
    assert done.code == 0, done.err
    silent(done)


def test_a_template_that_fails_tells_its_line_and_not_the_value(tmp_path: Path) -> None:
    template = "\n{% for row in rows %}{{ row|long_date }}{% endfor %}{{ title|long_date }}{{ areas|long_date }}\n"
    root = register(tmp_path / "register", {**FILES, "templates/contacts.md.j2": template})
    done = vis("contact", "document", cwd=root)
    assert "templates/contacts.md.j2:2" in silent(done)
    assert done.code == 1


@pytest.mark.parametrize("form", ["text", "concise", "json", "github", "gitlab", "sarif"])
def test_no_format_of_the_report_prints_an_address_or_a_number(tmp_path: Path, form: str) -> None:
    contact = f"""\
id: exempelby
ksa:
  - person: ann-exempel
    mailbox: {ADDRESS}
    phone: "{PHONE}"
    fel: {ADDRESS}
  - mailbox: Ann Exempel (at) exempelby.example
    phone: "45 67 anknytning"
  - mailbox: ann.exempel@gmail.com
    percent: 200   # ring {PHONE} eller +46 8 123 45 67
  - {ADDRESS}
  - person: {ADDRESS}
    {ADDRESS}: x
"""
    root = register(tmp_path / "register", {**FILES, "registry/contacts/exempelby.yaml": contact})
    done = vis("check", "--format", form, "--summary", str(tmp_path / "summary.md"), cwd=root)
    assert done.code == 1
    for said in (done.out, done.err, (tmp_path / "summary.md").read_text()):
        assert not any(own in said for own in ("ann.exempel", "Ann Exempel (at)", "45 67")), said


def test_who_asks_for_the_contact_still_gets_it(tmp_path: Path) -> None:
    root = register(tmp_path / "register", FILES)
    assert ADDRESS in vis("contact", "show", "exempelby", cwd=root).out
    assert PHONE in json.dumps(json.loads(vis("contact", "list", "--json", cwd=root).out), ensure_ascii=False)
