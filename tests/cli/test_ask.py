"""`vis list`, `vis show` and `vis explain`: what there is, one thing in full, what a code or a key means."""

import contextlib
import json
import os
import pty
from pathlib import Path

import pytest

from tests.program import PROGRAM, VIS_YAML, environment, register, vis


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """A register of one group, its members, and the area and contact that share an id."""
    return register(
        tmp_path,
        {
            "registry/organisations.yaml": """\
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
exempelregionen:
  name: Exempelregionen
  short_name: ExR
  type: principal
  side: region
""",
            "registry/people.yaml": """\
ann-exempel:
  name: Ann Exempel
  posts:
    - title: handläggare
      organisation: exempelby-kommun
    - title: direktör
      organisation: exempelregionen
""",
            "registry/areas.yaml": """\
exempelby:
  name: Exempelby
  type: municipality
  municipality: exempelby-kommun
provkoping:
  name: Provköping
  type: municipality
  municipality: exempelby-kommun
""",
            "registry/contacts/exempelby.yaml": """\
id: exempelby
ksa:
  - person: ann-exempel
    from: 2031-03
""",
            "registry/groups/exempelgruppen.yaml": """\
id: exempelgruppen
name: Exempelgruppen för provning
type: steering
level: regional
status: active
members:
  - role: chair
    side: region
    person: ann-exempel
    organisation: exempelregionen
""",
            "registry/meetings/exempelgruppen/2031-02-19.yaml": """\
id: exempelgruppen-2031-02-19
group: exempelgruppen
status: planned
date: 2031-02-19
""",
        },
    )


def test_the_kinds_are_listed_with_how_many_there_are_and_where(here: Path) -> None:
    done = vis("list", cwd=here)
    assert (done.code, done.err) == (0, "")
    assert (
        done.out
        == """\
kind             count  files
activity         0      registry/activities/{id}.yaml
adoption         0      agreements/{agreement}/adoptions/{version}/{party}.yaml
agreement        0      agreements/{id}/agreement.yaml
annual-plan      0      registry/plans/{group}/{year}.yaml
area             2      registry/areas.yaml
collaboration    1      registry/vis.yaml
contact          1      registry/contacts/{id}.yaml
deviation        0      registry/deviations/{id}.yaml
figure           0      registry/figures/{id}.yaml
follow-up        0      registry/follow-ups/{id}.yaml
forum            0      registry/forums/{id}.yaml
fund             0      registry/funds/{id}.yaml
group            1      registry/groups/{id}.yaml
local-agreement  0      registry/local-agreements/{id}.yaml
meeting          1      registry/meetings/{group}/{date}.yaml
organisation     2      registry/organisations.yaml
person           1      registry/people.yaml
plan             0      registry/plans/{id}.yaml
project          0      registry/projects/{id}.yaml
question         0      registry/questions/{id}.yaml
source           0      registry/sources.yaml
structure        0      templates/agreement.structure.yaml
version          0      agreements/{agreement}/versions/{version}.yaml
"""
    )
    kinds = json.loads(vis("list", "--json", cwd=here).out)
    assert kinds["schema_version"] == 1
    assert kinds["items"][4] == {"kind": "area", "count": "2", "files": "registry/areas.yaml"}


@pytest.mark.parametrize("kind", ["person", "people", "Person"])
def test_what_there_is_of_a_kind_is_listed_by_names(here: Path, kind: str) -> None:
    assert (
        vis("list", kind, cwd=here).out
        == """\
id           name         title     organisation
ann-exempel  Ann Exempel  direktör  ExR
"""
    )


def test_what_there_is_of_a_kind_is_listed_as_json(here: Path) -> None:
    report = json.loads(vis("list", "area", "--json", cwd=here).out)
    assert (report["schema_version"], report["kind"]) == (1, "area")
    assert report["items"] == [
        {
            "id": id,
            "kind": "area",
            "file": "registry/areas.yaml",
            "name": name,
            "type": "municipality",
            "municipality": "exempelby-kommun",
        }
        for id, name in (("exempelby", "Exempelby"), ("provkoping", "Provköping"))
    ]


def test_a_kind_of_which_there_is_nothing_has_only_its_columns(here: Path) -> None:
    assert vis("list", "agreement", cwd=here).out == "no.  agreement  type  status  answered for by\n"
    assert json.loads(vis("list", "agreement", "--json", cwd=here).out)["items"] == []


@pytest.mark.parametrize(
    "given",
    [
        "exempelgruppen",
        "exempelgruppen FÖR provning",
        "registry/groups/exempelgruppen.yaml",
    ],
)
def test_one_thing_is_shown_by_id_name_or_path(here: Path, given: str) -> None:
    done = vis("show", given, cwd=here)
    assert (done.code, done.err) == (0, "")
    assert (
        done.out
        == """\
Exempelgruppen för provning
group · exempelgruppen · registry/groups/exempelgruppen.yaml

type                   steering
level                  regional
joint                  yes
status                 active
members
  - chair · region · Ann Exempel (ann-exempel) · ExR (exempelregionen)
meetings known         2031-02-19 – 2031-02-19 (1)

Referred to by
  meeting exempelgruppen-2031-02-19 (group)
"""
    )


def test_a_path_tells_things_of_one_id_apart(here: Path) -> None:
    assert vis("show", "exempelby", cwd=here).lines[1] == "area · exempelby · registry/areas.yaml"
    contact = vis("show", "registry/contacts/exempelby.yaml", cwd=here)
    assert contact.lines[1] == "contact · exempelby · registry/contacts/exempelby.yaml"


def test_a_meeting_is_shown_by_its_group_and_date(here: Path) -> None:
    assert "exempelgruppen-2031-02-19" in vis("show", "exempelgruppen/2031-02-19", cwd=here).lines[1]


def test_one_thing_is_shown_as_json_with_what_refers_to_it(here: Path) -> None:
    report = json.loads(vis("show", "ann-exempel", "--json", cwd=here).out)
    assert report["schema_version"] == 1
    assert (report["kind"], report["id"], report["file"]) == ("person", "ann-exempel", "registry/people.yaml")
    assert report["posts"][1] == {"title": "direktör", "organisation": "exempelregionen"}
    assert sorted(report["referred_to_by"], key=lambda item: item["kind"]) == [
        {"kind": "contact", "id": "exempelby", "key": "ksa.0.person"},
        {"kind": "group", "id": "exempelgruppen", "key": "members.0.person"},
    ]


def test_what_is_near_is_suggested(here: Path) -> None:
    done = vis("show", "exempelgrupen", cwd=here)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("vis: there is nothing with the id `exempelgrupen`\n     did you mean `exempelgruppen`")


def test_questions_are_answered_from_what_can_be_understood(here: Path) -> None:
    register(here, {"registry/people.yaml": "ann-exempel: ["})
    done = vis("show", "exempelgruppen", cwd=here)
    assert done.code == 0
    assert "  - chair · region · ann-exempel · ExR (exempelregionen)" in done.lines


def test_a_code_of_a_rule_and_a_code_of_a_file_are_explained(tmp_path: Path) -> None:
    for code, name in (("vis201", "unknown-reference"), ("VIS010", "key-twice")):
        done = vis("explain", code, cwd=tmp_path)
        assert (done.code, done.err) == (0, "")
        assert done.lines[0] == f"{code.upper()} · {name} · error"
        assert done.lines[2].endswith(".")
        assert done.lines[4].startswith("*")


def test_every_code_is_in_the_index_and_has_a_page(tmp_path: Path) -> None:
    import vis_cli.rules
    from vis_cli.check import rulebook
    from vis_cli.diagnostics.codes import CODES

    known = sorted({*CODES, *rulebook(vis_cli.rules).rules})
    assert [line[:6] for line in vis("explain", cwd=tmp_path).lines] == known
    assert all(page.text and page.name and page.severity in ("error", "warning", "gap") for page in CODES.values())


def test_a_key_is_explained_by_its_path_or_by_its_end(tmp_path: Path) -> None:
    assert (
        vis("explain", "group.members.side", cwd=tmp_path).out
        == """\
group.members.side: region | municipality | joint | external, required
    Which side holds it.
"""
    )
    assert (
        vis("explain", "main_agreement", cwd=tmp_path).out
        == """\
collaboration.main_agreement: id of agreement
    The main agreement (*huvudöverenskommelse*, HÖK).
"""
    )


@pytest.mark.parametrize("given", ["meeting.items", "möte.items", "meeting.items[3]", "meeting.items.3"])
def test_a_key_with_keys_below_it_names_them_as_files_have_them(tmp_path: Path, given: str) -> None:
    lines = vis("explain", given, cwd=tmp_path).lines
    assert lines[:2] == [
        "meeting.items: list of map",
        "    The agenda; afterwards, with what was said and decided, the minutes.",
    ]
    assert lines[2].startswith("    keys: id, number, heading, ")
    assert lines[-1].endswith(", assumed, sources")
    assert max(map(len, lines)) <= 80


def test_a_key_is_explained_in_the_readers_language(tmp_path: Path) -> None:
    def explained(key: str) -> str:
        return vis("explain", key, cwd=tmp_path, env={"VIS_LANG": "sv"}).out

    assert (
        explained("agreement.sections")
        == """\
agreement.sections (avsnitt): lista av poster med egna nycklar
    Texten, i standardstrukturens avsnitt.
    nycklar: id, heading, text, definitions, clauses
"""
    )
    assert (
        explained("group.members.side")
        == """\
group.members.side (sida): region | municipality (kommun) | joint (gemensam) |
    external (extern), obligatoriskt
    Vilken sida som har platsen.
"""
    )
    assert explained("version.parties").startswith("version.parties (parter): lista: id för organisation\n")
    assert explained("group.from").startswith("group.from (från): datum eller del av datum\n")


def test_an_unknown_key_is_wrong_use(tmp_path: Path) -> None:
    done = vis("explain", "group.nope", cwd=tmp_path)
    assert (done.code, done.out) == (2, "")
    assert (
        done.err
        == """\
vis: no file has a key `group.nope`
     write the kind and the key: group.members; `vis list` names the kinds
"""
    )


BROKEN = {
    "registry/groups/trasig.yaml": "id: trasig\nname: [\n",
    "registry/groups/halv.yaml": "id: halv\nname: Halv\ntype: nope\n",
    "registry/meetings/exempelgruppen/2031-03-19.yaml": "id: [\n",
    "registry/organisations.yaml": "exempelregionen:\n  name: Exempelregionen\n  type: nope\n",
}


@pytest.mark.parametrize(
    ("given", "id", "path"),
    [
        ("trasig", "trasig", "registry/groups/trasig.yaml"),
        ("registry/groups/trasig.yaml", "trasig", "registry/groups/trasig.yaml"),
        ("grupp/trasig", "trasig", "registry/groups/trasig.yaml"),
        ("halv", "halv", "registry/groups/halv.yaml"),
        (
            "exempelgruppen/2031-03-19",
            "exempelgruppen-2031-03-19",
            "registry/meetings/exempelgruppen/2031-03-19.yaml",
        ),
        ("exempelregionen", "exempelregionen", "registry/organisations.yaml"),
    ],
)
def test_what_has_a_broken_file_is_not_said_to_be_missing(here: Path, given: str, id: str, path: str) -> None:
    register(here, BROKEN)
    done = vis("show", given, cwd=here)
    assert (done.code, done.out) == (1, "")
    assert done.err == f"vis: `{id}` cannot be shown: its file `{path}` has faults\n     `vis check` lists the faults\n"


def test_a_whole_list_with_faults_is_named_where_an_id_is_not_found(here: Path) -> None:
    register(here, {"registry/people.yaml": "ann-exempel: ["})
    done = vis("show", "ann-exempel", cwd=here)
    assert done.code == 1
    assert "may be in a file that has faults: `registry/people.yaml`" in done.err


@pytest.mark.parametrize(
    ("folder", "given", "shown"),
    [
        ("registry/groups", "exempelgruppen.yaml", "group · exempelgruppen"),
        ("registry/groups", "../contacts/exempelby.yaml", "contact · exempelby"),
        ("registry/groups", "../meetings/exempelgruppen/2031-02-19.yaml", "meeting · exempelgruppen-2031-02-19"),
        ("registry", "./groups/exempelgruppen", "group · exempelgruppen"),
        ("registry/groups", "registry/contacts/exempelby.yaml", "contact · exempelby"),
        (".", "contact/exempelby", "contact · exempelby"),
        (".", "area/exempelby", "area · exempelby"),
        (".", "område/exempelby", "area · exempelby"),
        (".", "meeting/exempelgruppen/2031-02-19", "meeting · exempelgruppen-2031-02-19"),
        (".", "vis", "collaboration · vis"),
    ],
)
def test_a_path_from_the_current_folder_and_a_kind_with_an_id_are_understood(
    here: Path, folder: str, given: str, shown: str
) -> None:
    done = vis("show", given, cwd=here / folder)
    assert (done.code, done.err) == (0, "")
    assert done.lines[1].startswith(f"{shown} · ")


@pytest.mark.parametrize(
    ("given", "near"),
    [("group.membres", "`group.members`"), ("main_agreemnt", "`main_agreement`"), ("gruop.members", "`group.members`")],
)
def test_a_key_that_is_near_is_suggested(tmp_path: Path, given: str, near: str) -> None:
    done = vis("explain", given, cwd=tmp_path)
    assert done.code == 2
    assert done.err.startswith(f"vis: no file has a key `{given}`\n     did you mean {near}")


@pytest.mark.parametrize("word", ["group", "Groups", "grupp", "grupper"])
def test_a_kind_is_explained_by_its_keys(tmp_path: Path, word: str) -> None:
    lines = vis("explain", word, cwd=tmp_path).lines
    assert "group.members.side: region | municipality | joint | external, required" in lines
    assert lines[:3] == ["group: registry/groups/{id}.yaml", "    A body of the collaboration.", ""]
    assert all(line.startswith(("group.", "    ")) for line in lines[3:])


def test_a_part_of_a_code_and_a_bare_number_are_understood(tmp_path: Path) -> None:
    every = vis("explain", cwd=tmp_path).lines
    for given, begins in (("VIS2", "VIS2"), ("vis21", "VIS21"), ("9", "VIS9"), ("VIS", "VIS")):
        assert vis("explain", given, cwd=tmp_path).lines == [line for line in every if line.startswith(begins)]
    assert vis("explain", "211", cwd=tmp_path).out == vis("explain", "VIS211", cwd=tmp_path).out
    assert "there is no rule VIS7" in vis("explain", "VIS7", cwd=tmp_path).err


def test_a_page_for_a_swedish_reader_has_one_headline_and_swedish_heads(tmp_path: Path) -> None:
    lines = vis("explain", "VIS211", cwd=tmp_path, env={"VIS_LANG": "sv"}).lines
    assert lines[2] == "En grupp är avvecklad innan alla dess ansvarsområden är omhändertagna."
    assert sum("En grupp är avvecklad" in line for line in lines) == 1
    assert "Fel:" in lines
    assert "Rätt:" in lines
    assert not {"Wrong:", "Right:"} & {*lines}


def test_an_area_shows_why_something_is_not_expected_or_is_assumed(here: Path) -> None:
    exempt = "exemptions:\n  - {expects: gsa, area: exempelby, reason: Ingen utsedd., assumed: Av ordningen.}\n"
    contact = "id: exempelby\nksa:\n  - {organisation: exempelby-kommun, assumed: Av listan.}\n"
    register(here, {"registry/contacts/exempelby.yaml": contact}, vis_yaml=VIS_YAML + exempt)
    lines = vis("show", "exempelby", cwd=here).lines
    for label, value in (
        ("KSA", "exempelby-kommun"),
        ("KSA, assumed", "Av listan."),
        ("no GSA expected", "Ingen utsedd."),
        ("no GSA, assumed", "Av ordningen."),
    ):
        assert f"{label:<22} {value}" in lines


def test_an_item_of_a_list_has_a_heading_and_no_label_runs_into_its_value(here: Path) -> None:
    text = """\
items:
  - number: 1
    id: a
    type: decision
    heading: Exempel
    decisions:
      - id: b
        type: decides
        text: avsätta medel
        assumed: Ingen vet.
        amounts:
          - {kronor: 5, purpose: exempel}
"""
    path = "registry/meetings/exempelgruppen/2031-02-19.yaml"
    register(here, {path: (here / path).read_text(encoding="utf-8") + text})
    lines = vis("show", "exempelgruppen-2031-02-19", cwd=here, env={"COLUMNS": "60"}).lines
    assert "      - decides" in lines, lines
    assert "        assumed        Ingen vet." in lines
    assert not any(line.strip() == "- -" for line in lines)


@pytest.mark.parametrize("arguments", [("list",), ("list", "group"), ("list", "area"), ("list", "person")])
def test_no_line_of_a_list_is_longer_than_the_terminal(here: Path, arguments: tuple[str, ...]) -> None:
    long = f"{'mycket-' * 12}lang"
    group = f"id: {long}\nname: {'Mycket ' * 20}\ntype: steering\nlevel: regional\nstatus: active\n"
    register(here, {f"registry/groups/{long}.yaml": group})
    child, terminal = pty.fork()
    if not child:
        os.chdir(here)
        os.execve(PROGRAM[0], [*PROGRAM, *arguments], {**environment(here), "COLUMNS": "80"})
    out = b""
    with contextlib.suppress(OSError):
        while more := os.read(terminal, 4096):
            out += more
    os.close(terminal)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert max(map(len, out.decode().splitlines())) <= 80
