"""The whole life of an agreement, from `new` to `replace`, through the real program on a real repository."""

import json
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.history.repositories import IDENTITY, Repository
from tests.program import Done, vis

ORGANISATIONS = """\
exempelregionen:
  name: Exempelregionen
  type: principal
  side: region
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
provkoping-kommun:
  name: Provköpings kommun
  type: principal
  side: municipality
testvik-kommun:
  name: Testviks kommun
  type: principal
  side: municipality
exempelforbundet:
  name: Exempelförbundet
  type: association
  side: municipality
  role: Företräder kommunerna
"""
GROUP = """\
id: exempelgruppen
name: Exempelgruppen
type: consultation
level: regional
status: active
"""
ACT = """\
id: exempel-hok
title: Exempellänets huvudöverenskommelse
type: main
"""
BESIDE = """\
drafting:
  authors:
    - exempelregionen
    - exempelforbundet
  steering_group: exempelgruppen
  disability_needs: Behoven har gåtts igenom med brukarorganisationerna.
aligned_to: '1.0'
follow_up:
  criteria:
    - Andel gemensamma planer
  interval_months: 12
prevention:
  text: Följs upp tillsammans med övriga insatser.
deviations:
  text: Rapporteras till exempelgruppen.
"""
ACT_VERSION = """\
agreement: exempel-hok
version: '1.0'
"""
MUNICIPALITIES = ("exempelby-kommun", "provkoping-kommun", "testvik-kommun")


class Register:
    """A register in Git, and `vis` in it."""

    def __init__(self, repository: Repository) -> None:
        self.git = repository.git
        self.root = repository.root
        self.environ = {name: value for name, value in repository.environ.items() if name != "PATH"} | IDENTITY

    def vis(self, *arguments: str, code: int = 0, env: Mapping[str, str] | None = None) -> Done:
        done = vis(*arguments, cwd=self.root, env={**self.environ, **(env or {})})
        assert done.code == code, f"{arguments}: {done.code}\n{done.out}\n{done.err}"
        return done

    def agreement(self, *arguments: str, code: int = 0) -> Done:
        return self.vis("agreement", *arguments, code=code)

    def applies(self, on: str, *arguments: str) -> str:
        """State and version: `applies 1.0`."""
        report = json.loads(self.agreement("applies", "exempelavtalet", "--on", on, "--json", *arguments).out)
        (answer,) = report["answers"]
        return f"{answer['state']} {answer['version']}"

    def write(self, replace: Mapping[str, str]) -> None:
        """Write the text as an editor does."""
        path = self.root / "agreements/exempelavtalet/agreement.yaml"
        text = path.read_text(encoding="utf-8")
        for old, new in replace.items():
            assert old in text, old
            text = text.replace(old, new, 1)
        path.write_text(text, encoding="utf-8")

    def commit(self, message: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", message)


@pytest.fixture
def register(tmp_path: Path) -> Register:
    repository = Repository(tmp_path / "register")
    assert vis("init", str(repository.root), "--county", "Exempellän", cwd=tmp_path).code == 0
    repository.write("registry/organisations.yaml", ORGANISATIONS)
    repository.write("registry/groups/exempelgruppen.yaml", GROUP)
    repository.write("agreements/exempel-hok/agreement.yaml", ACT)
    repository.write("agreements/exempel-hok/versions/1.0.yaml", ACT_VERSION)
    vis_yaml = repository.root / "registry/vis.yaml"
    vis_yaml.write_text(vis_yaml.read_text(encoding="utf-8") + "main_agreement: exempel-hok\n", encoding="utf-8")
    repository.commit({}, "Börja registret", day="2024-01-02")
    return Register(repository)


def fill_in(register: Register) -> None:
    """Write every section that the structure asks for, as a secretary would: some words under each heading."""
    path = register.root / "agreements/exempelavtalet/agreement.yaml"
    lines: list[str] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        lines.append(line)
        if line.strip().startswith("heading:"):
            heading = line.split(":", 1)[1].strip()
            lines.append(f"    text: Parterna är överens om {heading.lower()}.")
    path.write_text("\n".join(lines) + "\n" + BESIDE, encoding="utf-8")


def begin(register: Register) -> None:
    options = ("--title", "Exempelavtalet", "--type", "agreement", "--owner", "exempelgruppen")
    rule = ("--rule", "all-parties", "--not-before", "2025-01-01", "--target-group", "Äldre", "--notice-months", "6")
    register.agreement("new", "exempelavtalet", *options, *rule, "--commit")
    register.vis("check")
    fill_in(register)
    register.commit("Skriv texten")
    sent = ("--from", "2024-02-01", "--until", "2024-04-30")
    register.agreement("refer", "exempelavtalet", *sent, "--commit")
    reply = ("--reply", "Testvik", "--date", "2024-04-15", "--summary", "Inget att erinra.")
    register.agreement("refer", "exempelavtalet", *reply, "--commit")


def publish(register: Register, date: str) -> None:
    register.agreement("publish", "exempelavtalet", "--date", date, "--commit")
    register.agreement("tag", "exempelavtalet")


def adopt(register: Register, party: str, date: str, *more: str) -> Done:
    options = ("--party", party, "--date", date, "--body", "Kommunfullmäktige", "--reference", "§ 7", "--commit")
    return register.agreement("adopt", "exempelavtalet", *more, *options)


def test_from_new_to_replace(register: Register) -> None:
    begin(register)
    publish(register, "2024-05-20")
    assert register.git("tag") == "agreement/exempelavtalet/1.0"
    register.agreement(
        *("recommend", "exempelavtalet", "--body", "exempelforbundet", "--date", "2024-06-03", "--commit")
    )
    waiting = register.agreement("status", "--party", "Exempelby", "--on", "2024-07-01").out
    assert "Exempelavtalet 1.0" in waiting

    adopt(register, "exempelregionen", "2024-09-02")
    adopt(register, "Exempelby", "2024-09-16")
    adopt(register, "Provköping", "2024-10-07")
    assert register.applies("2024-12-01") == "not-yet 1.0"
    assert "testvik" in register.agreement("applies", "exempelavtalet", "--on", "2024-12-01", "--json").out
    adopt(register, "Testvik", "2024-11-11")
    assert register.applies("2024-12-31") == "not-yet 1.0"
    assert register.applies("2025-01-01") == "applies 1.0"

    # Testvik had the wrong month, which shows when the minutes are read again.
    said = ("--date", "2025-02-11", "--body", "Kommunfullmäktige", "--reference", "§ 7", "--reason", "Fel månad")
    register.agreement("correct", "exempelavtalet", "--party", "Testvik", *said, "--commit")
    assert register.applies("2025-02-10") == "not-yet 1.0"
    assert register.applies("2025-02-11") == "applies 1.0"
    register.vis("check", "--strict")

    # Version 2.0: a clause is reworded, the rest stays; 1.0 applies until all have adopted it.
    register.agreement("revise", "exempelavtalet", "--version", "2.0", "--not-before", "2025-06-01", "--commit")
    register.write({"text: Parterna är överens om": "text: Parterna är ense om"})
    register.commit("Skriv om ett avsnitt")
    difference = register.agreement("diff", "exempelavtalet").out
    assert "ense" in difference
    register.agreement("refer", "exempelavtalet", "--from", "2025-02-20", "--until", "2025-03-20", "--commit")
    publish(register, "2025-03-24")
    register.agreement(
        *("recommend", "exempelavtalet", "--body", "exempelforbundet", "--date", "2025-04-01", "--commit")
    )
    for party, date in zip(("exempelregionen", *MUNICIPALITIES), ("07", "14", "21", "28"), strict=True):
        adopt(register, party, f"2025-04-{date}", "2.0")
    assert register.applies("2025-05-31") == "applies 1.0"
    assert register.applies("2025-06-01") == "applies 2.0"
    assert "överens" in register.agreement("text", "exempelavtalet", "1.0").out
    assert "ense" in register.agreement("text", "exempelavtalet").out

    # One gives notice; the others go on.
    register.agreement("withdraw", "exempelavtalet", "--party", "Testvik", "--date", "2025-07-01", "--commit")
    assert register.applies("2026-01-01", "--party", "Testvik") == "applies 2.0"
    assert register.applies("2026-01-02", "--party", "Testvik") == "ended 2.0"
    assert register.applies("2026-01-02", "--party", "Exempelby") == "applies 2.0"

    # And at last another agreement takes its place.
    register.agreement(
        *("new", "nya-avtalet", "--title", "Nya avtalet", "--type", "agreement", "--owner", "exempelgruppen"),
        *("--rule", "fixed-date", "--on-date", "2026-07-01", "--target-group", "Äldre", "--commit"),
    )
    end = ("--by", "nya-avtalet", "--last-day", "2026-06-30", "--date", "2026-02-02", "--body", "Parterna gemensamt")
    register.agreement("replace", "exempelavtalet", *end, "--commit")
    assert register.applies("2026-06-30") == "applies 2.0"
    assert register.applies("2026-07-01") == "ended 2.0"
    assert "Nya avtalet" in register.agreement("applies", "exempelavtalet", "--on", "2026-08-01").out

    register.vis("check")
    assert register.git("status", "--porcelain") == ""
    assert register.git("tag").split() == ["agreement/exempelavtalet/1.0", "agreement/exempelavtalet/2.0"]
    history = register.agreement("history", "exempelavtalet").out
    assert "2.0" in history and "1.0" in history


def test_what_is_rendered_can_be_verified_as_long_as_the_register_lives(register: Register, tmp_path: Path) -> None:
    begin(register)
    publish(register, "2024-05-20")
    adopt(register, "exempelregionen", "2024-09-02")
    document = tmp_path / "avtalet.pdf"
    register.agreement("text", "exempelavtalet", "-o", str(document))
    assert "1.0" in register.agreement("verify", str(document)).out
    paper = register.agreement("paper", "exempelavtalet", "--party", "Testvik").out
    assert "Barnkonsekvensanalys" in paper and "Testviks kommun" in paper


def test_steps_that_the_rules_forbid_are_refused_and_nothing_is_written(register: Register) -> None:
    begin(register)
    before = register.git("rev-parse", "HEAD")
    for step, way in {
        ("correct", "exempelavtalet", "--party", "Testvik", "--reason", "Fel"): "",
        ("withdraw", "exempelavtalet", "--party", "Testvik", "--date", "2024-07-01"): "",
        ("adopt", "exempelavtalet", "--party", "Exempelförbundet", "--date", "2024-07-01"): "join",
        ("revise", "exempelavtalet"): "publish",
        ("tag", "exempelavtalet"): "publish",
    }.items():
        done = register.agreement(*step, code=1)
        assert way in done.err, (step, done.err)
    assert register.git("rev-parse", "HEAD") == before
    assert register.git("status", "--porcelain") == ""
