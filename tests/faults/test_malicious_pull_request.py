"""A stranger's malicious pull request against the sample county: the shipped workflow runs, and only it is judged.

Each attack by itself, then all of them at once, and an honest pull request beside them. Whatever an attack would run
leaves a mark; nothing but the summary and the comment may have changed when the steps are done.
"""

import re
import shutil
import stat
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.faults.bounds import everything
from tests.runner import commands
from tests.workflows import FORGE, SECRET, Forge, Ran, Runner, read, steps
from vis_cli.source.defaults import default_template

STYRGRUPPEN = "registry/groups/styrgruppen.yaml"
PEOPLE = "registry/people.yaml"
DECISION = "agreements/hok/adoptions/1.0/exempelby-kommun.yaml"
RUN = "import os, pathlib; pathlib.Path('{mark}').touch()\n"
SHELL = "#!/bin/sh\ntouch '{mark}'\nenv > '{mark}.env'\n"
PERSON = "{id}:\n  name: {name}\n  posts:\n    - title: chef\n      organisation: exempelregionen\n"


@dataclass(frozen=True)
class Attack:
    """What the branch brings, and how its check ends: the codes of the errors that must be among those found."""

    files: Mapping[str, str | bytes] = field(default_factory=dict)
    """Path to text; `{mark}` in it is where a mark is left by whatever runs."""
    errors: frozenset[str] = frozenset()
    warnings: frozenset[str] = frozenset()
    edit: Callable[[Path], None] = lambda root: None
    """What else is done in the work tree of the fork."""


def append(path: str, text: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        with (root / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return edit


def replace(path: str, old: str, new: str) -> Callable[[Path], None]:
    def edit(root: Path) -> None:
        text = (root / path).read_text(encoding="utf-8")
        assert old in text
        (root / path).write_text(text.replace(old, new), encoding="utf-8")

    return edit


def links(root: Path) -> None:
    for path, target in {
        "registry/groups/losenord.yaml": "/etc/passwd",
        "registry/groups/utanfor.yaml": "../../../../outside/secret.yaml",
        "registry/forums-i-etc": "/etc",
        "agreements/hok/adoptions/2.0/lank.yaml": "../1.0/exempelby-kommun.yaml",
        "templates/agenda.md.j2": "/etc/passwd",
    }.items():
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).symlink_to(target)


def programs(root: Path) -> None:
    """Programs that somebody might find here before the real ones, and hooks."""
    for path in ("git", "vis", "bash", "python3", "typst", "bin/git", ".githooks/pre-commit", ".husky/post-checkout"):
        (root / path).parent.mkdir(exist_ok=True)
        (root / path).write_text(SHELL.format(mark=root.parent / "mark"))
        (root / path).chmod(0o755)


def text(id: str, value: str) -> Attack:
    return Attack(edit=append(PEOPLE, PERSON.format(id=id, name=value)))


ATTACKS: dict[str, Attack] = {
    "modules that python might import": Attack(
        {
            f"{name}.py": RUN
            for name in (
                *("sitecustomize", "usercustomize", "conftest", "setup", "jinja2", "typer", "git", "json", "typing"),
                *("vis_cli/__init__", "vis_cli/__main__", "vis_cli/rules/vis802_personal_identity_number"),
            )
        }
        | {"evil.pth": RUN, "lib/python3.11/site-packages/evil.pth": RUN, "vis.pth": "import sitecustomize\n"}
    ),
    "settings of programs": Attack(
        {
            "pyproject.toml": "[tool.vis]\nignore = ['VIS']\n[build-system]\nbackend-path = ['.']\n",
            ".env": "VIS_LANG=en\nPATH=.\nGIT_SSH_COMMAND=touch {mark}\nPYTHONPATH=.\n",
            "setup.cfg": "[vis]\nignore = VIS\n",
            "pip.conf": "[install]\nindex-url = http://127.0.0.1:9/\n",
            "pytest.ini": "[pytest]\naddopts = -p conftest\n",
            ".python-version": "2.7\n",
            "requirements.txt": "evil\n",
            "registry/sitecustomize.py": RUN,
        },
        errors=frozenset({"VIS026"}),
    ),
    "programs and hooks": Attack(edit=programs),
    "attributes, filters, includes and submodules": Attack(
        {
            ".gitattributes": "* filter=evil diff=evil merge=evil ident\n*.evil working-tree-encoding=UTF-7\n",
            ".gitconfig": '[include]\n\tpath = .gitconfig\n[filter "evil"]\n\tsmudge = touch {mark}\n',
            ".gitmodules": '[submodule "x"]\n\tpath = x\n\turl = ext::touch {mark}\n\tupdate = !touch {mark}\n',
            ".lfsconfig": "[lfs]\n\turl = http://127.0.0.1:9/\n",
        },
        warnings=frozenset({"VIS905"}),
    ),
    "workflows, hooks of commits and who must approve": Attack(
        {
            ".github/workflows/vis.yml": "on: pull_request_target\njobs: {}\n",
            ".github/workflows/evil.yml": "on: push\njobs:\n  x:\n    steps:\n      - run: touch {mark}\n",
            ".github/CODEOWNERS": "* @evil\n",
            ".pre-commit-config.yaml": "repos: []\n",
            ".gitlab-ci.yml": "x:\n  script: touch {mark}\n",
        },
        warnings=frozenset({"VIS905"}),
    ),
    "templates": Attack(
        {
            "templates/agenda.md.j2": "{% set l = range(9999) %}" + "{% for a in l %}" * 4 + "{% endfor %}" * 4,
            "templates/minutes.md.j2": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
            "templates/effect.md.j2": "{{ cycler.__init__.__globals__.os.system('touch {mark}') }}",
            "templates/diff.md.j2": "{% include '/etc/passwd' %}",
            "templates/party.md.j2": "{% if %}{{ 'a' * 10 ** 10 }}",
            "templates/year.md.j2": "{{ " + "(" * 30_000 + " }}",
            "templates/house.typ": '#read("/etc/passwd")\n' + default_template("house.typ").decode(),
            "templates/agreement.structure.yaml": "sections: []\n",
        },
        errors=frozenset({"VIS040", "VIS401"}),
        warnings=frozenset({"VIS905"}),
    ),
    "a fault that the branch allows itself": Attack(
        edit=append(
            PEOPLE,
            PERSON.format(id="ond-person", name="TBD  # vis: allow VIS051 - det ska vara så")
            + "  sources:\n    - ingenstans  # vis: allow VIS201 - ja\n",
        ),
        errors=frozenset({"VIS051", "VIS201"}),
        warnings=frozenset({"VIS904"}),
    ),
    "settings that would weaken the check": Attack(
        edit=replace(
            "registry/vis.yaml",
            "exemptions:\n",
            "commit: always\ntime_zone: Pacific/Kiritimati\nexemptions:\n"
            "  - expects: local-consultation\n    area: testvik\n    reason: Nej.\n",
        ),
        warnings=frozenset({"VIS905"}),
    ),
    "links out of the tree": Attack(edit=links, errors=frozenset({"VIS023"}), warnings=frozenset({"VIS905"})),
    "names that collide": Attack(
        {
            "registry/groups/Styrgruppen.yaml": "id: styrgruppen\n",
            "registry/groups/STYRGRUPPEN.yaml": "id: styrgruppen\n",
            "registry/groups/a\u030a.yaml": "id: a\n",
        },
        errors=frozenset({"VIS025", "VIS030"}),
    ),
    "names that are options, commands and escapes": Attack(
        {
            "--output=x": "x\n",
            "-rf": "x\n",
            ":(top)": "x\n",
            "registry/groups/--output=x.yaml": "id: x\n",
            "registry/groups/\n::error::x.yaml": "id: x\n",
            "registry/groups/\x1b[31m.yaml": "id: x\n",
            "registry/groups/%0A::set-env name=PATH::x.yaml": "id: x\n",
            "registry/groups/##[add-path]x.yaml": "id: x\n",
        },
        errors=frozenset({"VIS030"}),
    ),
    "bombs of YAML": Attack(
        {
            "registry/groups/alias.yaml": "a: &a [x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nd: [*c, *c]\n",
            "registry/groups/merge.yaml": "a: &a {x: 1}\nb: &b {<<: *a}\nc: {<<: [*a, *b]}\n",
            "registry/groups/deep.yaml": "a: " + "[" * 60_000 + "\n",
            "registry/groups/tag.yaml": "a: !!python/object/apply:os.system ['touch {mark}']\n",
            "registry/groups/huge.yaml": "a: '" + "x" * 3_000_000 + "'\n",
            "registry/groups/wide.yaml": "".join(f"k{n}: {n}\n" for n in range(30_000)),
            "registry/groups/latin.yaml": "name: Å\n".encode("latin-1"),
            "registry/groups/doubled.yaml": "id: doubled\nid: annan\n",
        },
        errors=frozenset({"VIS010"}),
    ),
    "annotations in keys and values": Attack(
        {
            "registry/groups/kommando.yaml": 'id: kommando\n"x\\n::error file=a::b": 1\n"##[add-path]/tmp": 2\n',
            "registry/groups/varde.yaml": 'id: varde\nname: "::set-env name=PATH::/tmp"\ntype: "%0A::error::x"\n',
        },
        errors=frozenset({"VIS041", "VIS043"}),
    ),
    "escapes for terminals": Attack(
        {"registry/groups/flykt.yaml": 'id: flykt\nname: "\\e[31m\\u202Eröd\\u001b]0;x\\u0007"\n'.encode()},
        errors=frozenset({"VIS003"}),
    ),
    "markup in values": text(
        "ond-uppmarkning", "'<script>alert(1)</script> [x](javascript:x) @everyone ![](http://e/x)'"
    ),
    "a formula": text("ond-formel", '\'=HYPERLINK("http://127.0.0.1:9/";"x")\''),
    "an expression of templates": text("ond-mall", "'{{ cycler.__init__.__globals__.os.popen(1) }}'"),
    "a personal number": Attack(
        edit=append(PEOPLE, PERSON.format(id="ond-siffra", name="'Exempel 19121212-1212'")),
        errors=frozenset({"VIS802"}),
    ),
    "a secret": Attack(
        edit=append(PEOPLE, PERSON.format(id="ond-hemlighet", name="'ghp_" + "Exempel0" * 5 + "'")),
        errors=frozenset({"VIS803"}),
    ),
    "a recorded decision that is changed": Attack(
        edit=replace(DECISION, "2021-09-24", "2020-09-24"), errors=frozenset({"VIS302"})
    ),
    "a published text that is changed": Attack(
        edit=replace("agreements/hok/versions/2.0.yaml", "months: 12", "months: 1"), errors=frozenset({"VIS301"})
    ),
}
HIDDEN = ("19121212", "ghp_Exempel0")


@dataclass(frozen=True)
class Outcome:
    """What the steps of the workflow said of a pull request."""

    check: Ran
    diff: Ran
    summary: str
    comment: str

    @property
    def said(self) -> str:
        """All of it."""
        return "\n".join((self.check.out, self.diff.out, self.summary, self.comment))

    def codes(self, severity: str) -> set[str]:
        """The codes of the annotations, and of everything in the summary."""
        return {found.properties["title"] for found in commands(self.check.out) if found.name == severity}


@pytest.fixture(scope="module")
def county(sample: Path, tmp_path_factory: pytest.TempPathFactory) -> Forge:
    """The forge with the main repository, where nothing ever changes, and what lies beside it."""
    world = tmp_path_factory.mktemp("world")
    (world / "outside").mkdir()
    (world / "outside/secret.yaml").write_text("id: utanfor\nname: HEMLIGT UTANFÖR\n")
    forge = Forge(world, sample)
    # Refs that are options: somebody may name a branch so, and a clone of the whole history has it.
    for ref in ("refs/heads/--output=pwn", "refs/heads/--upload-pack=touch", "refs/tags/-x", "refs/heads/HEAD"):
        forge.git("-C", str(forge.bare), "update-ref", ref, "main~3")
    return forge


def plant(fork: Path, attack: Attack) -> None:
    mark = str(fork.parent / "mark")
    for path, content in attack.files.items():
        (fork / path).parent.mkdir(parents=True, exist_ok=True)
        if isinstance(content, bytes):
            (fork / path).write_bytes(content)
        else:
            (fork / path).write_bytes(content.replace("{mark}", mark).encode())
    attack.edit(fork)


def judged(forge: Forge, name: str, number: int, *attacks: Attack, message: str = "Exempel") -> Outcome:
    """A pull request with the attacks, made by the fork, and what the steps of the shipped workflow said of it."""
    fork = forge.fork(f"fork-{number}")
    for attack in attacks:
        plant(fork, attack)
    forge.git("add", "-A", "-f", cwd=fork)
    forge.git("commit", "-q", "--allow-empty", "-F", "-", cwd=fork, stdin=message.encode())
    forge.request(fork, number)
    shutil.rmtree(fork)
    # What making the request did in a world of attacks is no matter; from here on, everything is.
    (forge.world / "mark").unlink(missing_ok=True)
    runner = Runner(forge.world, f"runner-{number}")
    runner.checkout(forge, f"refs/pull/{number}/merge")
    before, begun = everything(forge.world), time.monotonic()
    workflow = read(FORGE / "vis.yml")
    shell = steps(workflow, "check")
    check = runner.run(workflow, shell["Granska ändringen"], {"BASE": "HEAD^1"}, netless=True)
    diff = runner.run(workflow, shell["Berätta vad ändringen gör"], {"NUMBER": str(number)}, netless=True)
    assert time.monotonic() - begun < 60
    after = everything(forge.world)
    written = {
        runner.summary,
        runner.temp / "comment",
        runner.temp / "comment/comment.md",
        runner.temp / "comment/number",
    }
    for path in written:
        before.pop(str(path), None)
        after.pop(str(path), None)
    assert after == before
    assert not list(forge.world.glob("mark*"))
    comment = runner.temp / "comment/comment.md"
    outcome = Outcome(
        check,
        diff,
        runner.summary.read_text(encoding="utf-8"),
        comment.read_text(encoding="utf-8") if comment.exists() else "",
    )
    shutil.rmtree(runner.home)
    return outcome


def assert_plain(page: str) -> None:
    """As a forge reads it, a page is text: no HTML but the mark, no link, no picture, nobody who is called."""
    found = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"]).parse(page)
    pieces = [piece for token in found for piece in (token, *(token.children or ()))]
    assert [
        piece.content for piece in pieces if "html" in piece.type and piece.content.strip() != "<!-- vis diff -->"
    ] == []
    assert [piece.type for piece in pieces if piece.type in ("link_open", "image")] == []
    assert not re.search(r"(?<!\w)@\w|https?://", page)


def assert_harmless(outcome: Outcome) -> None:
    """Nothing that was said tells a secret, steers a runner or a terminal, or is a part of a page."""
    for secret in (SECRET, "root:x:0", "HEMLIGT UTANFÖR", *HIDDEN):
        assert secret not in outcome.said
    for out in (outcome.check.out, outcome.diff.out):
        assert {found.name for found in commands(out)} <= {"error", "warning", "notice"}, out
        assert not [sign for sign in out if sign != "\n" and not sign.isprintable()]
    for found in commands(outcome.check.out):
        assert found.properties.get("title", "").startswith("VIS"), found
    assert "Traceback" not in outcome.said
    for page in (outcome.summary, outcome.comment):
        assert_plain(page)
    assert outcome.check.memory < 600 * 2**20


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_changes_nothing_but_its_own_verdict(county: Forge, name: str) -> None:
    attack = ATTACKS[name]
    outcome = judged(county, name, 100 + list(ATTACKS).index(name), attack)
    assert_harmless(outcome)
    assert outcome.check.code == (1 if attack.errors else 0), outcome.check.out
    assert outcome.codes("error") >= attack.errors, outcome.check.out
    assert outcome.codes("warning") >= attack.warnings, outcome.check.out
    if not attack.errors:
        assert outcome.codes("error") == set()


def test_all_at_once_fail_by_every_code_and_an_honest_change_beside_them_passes(county: Forge) -> None:
    main = county.git("-C", str(county.bare), "rev-parse", "main")
    together = [attack for name, attack in ATTACKS.items() if name != "links out of the tree"]
    evil = "\x1b[31m::error::x\n\n##[add-path]/tmp\n::set-env name=PATH::/tmp\n"
    outcome = judged(county, "all", 66, *together, message=evil)
    assert_harmless(outcome)
    assert outcome.check.code == 1
    wanted = frozenset().union(*(attack.errors | attack.warnings for attack in together))
    assert {code for code in wanted if code not in outcome.summary} == set()
    honest = judged(county, "honest", 67, Attack(edit=replace(PEOPLE, "Bo Påhitt", "Bo Påhittsson")))
    assert_harmless(honest)
    assert honest.check.code == 0, honest.check.out
    assert commands(honest.check.out) == []
    assert honest.diff.code == 0, honest.diff.out
    assert honest.comment.startswith("<!-- vis diff -->")
    assert "Bo Påhittsson" in honest.comment
    assert county.git("-C", str(county.bare), "rev-parse", "main") == main
    assert stat.S_ISDIR((county.world / "outside").stat().st_mode)
