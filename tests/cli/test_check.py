"""`vis check`: the formats of its report, what is chosen, what is allowed, and the exit code."""

import json
from pathlib import Path

import pytest

from tests.program import check, register, vis
from vis_cli.cli.language import language

ORGANISATIONS = """\
exempelregionen:
  name: Exempelregionen
  type: principal
  side: region
"""

PEOPLE = """\
exempel-person:
  name: Exempel Person
  posts:
    - title: direktör
      organisation: exempelregionn
"""

GROUP = """\
id: exempelgruppen
name: Exempelgruppen
type: forum
level: local
status: active
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A register with an error of a rule, two of the shape, and a warning."""
    return register(
        tmp_path,
        {
            "registry/organisations.yaml": ORGANISATIONS,
            "registry/people.yaml": PEOPLE,
            "registry/groups/exempelgruppen.yaml": f"{GROUP}elected: nej\nstaus: active\n",
            "registry/areas.yaml": b"{}\r\n",
        },
    )


CHOSEN = ("--select", "VIS0,VIS201")


def test_the_report_for_people_shows_the_line_with_a_caret_and_the_remedy(faulty: Path) -> None:
    done = vis("check", *CHOSEN, cwd=faulty)
    assert (done.code, done.err) == (1, "")
    assert (
        done.out
        == """\
registry/areas.yaml:1:1: warning[VIS027] the lines end as on Windows (CRLF)
   1 │ {}
     │ ^
   help: run `vis fmt`; `*.yaml text eol=lf` in .gitattributes keeps it so  ·  vis explain VIS027

registry/groups/exempelgruppen.yaml:6:10: error[VIS042] true or false is wanted here, not text
   5 │ status: active
   6 │ elected: nej
     │          ^^^
   help: vis explain VIS042

registry/groups/exempelgruppen.yaml:7:1: error[VIS041] the key `staus` is not known here
   6 │ elected: nej
   7 │ staus: active
     │ ^^^^^
   help: did you mean `status`?  ·  vis explain VIS041

registry/people.yaml:5:21: error[VIS201] there is no organisation `exempelregionn`
   4 │     - title: direktör
   5 │       organisation: exempelregionn
     │                     ^^^^^^^^^^^^^^
   help: did you mean `exempelregionen`?  ·  vis explain VIS201

files: 5, entities: 3, errors: 3, warnings: 1, gaps: 0
"""
    )


def test_a_long_line_is_shown_around_the_fault(tmp_path: Path) -> None:
    text = f"{GROUP}aliases: [{', '.join(['ett namn'] * 40)}, 3, {', '.join(['ett namn'] * 40)}]\n"
    done = vis("check", *CHOSEN, cwd=register(tmp_path, {"registry/groups/exempelgruppen.yaml": text}))
    shown, marks = done.lines[1:3]
    assert len(shown) < 120
    assert shown[marks.index("^")] == "3"


def test_the_concise_report_has_a_line_for_each_fault(faulty: Path) -> None:
    done = vis("check", "--format", "concise", *CHOSEN, cwd=faulty)
    assert (done.code, done.err) == (1, "")
    assert (
        done.out
        == """\
registry/areas.yaml:1:1: warning[VIS027] the lines end as on Windows (CRLF)
registry/groups/exempelgruppen.yaml:6:10: error[VIS042] true or false is wanted here, not text
registry/groups/exempelgruppen.yaml:7:1: error[VIS041] the key `staus` is not known here
registry/people.yaml:5:21: error[VIS201] there is no organisation `exempelregionn`
"""
    )


def test_a_register_without_faults_says_so_in_one_line_and_concisely_nothing(tmp_path: Path) -> None:
    register(tmp_path, {"registry/organisations.yaml": ORGANISATIONS})
    assert vis("check", *CHOSEN, cwd=tmp_path).out == "files: 2, entities: 2, errors: 0, warnings: 0, gaps: 0\n"
    for format in ("concise", "github"):
        done = vis("check", "--format", format, *CHOSEN, cwd=tmp_path)
        assert (done.code, done.out, done.err) == (0, "", "")


def test_the_report_for_programs_has_a_version_the_counts_and_every_place(faulty: Path) -> None:
    done = vis("check", "--format", "json", *CHOSEN, cwd=faulty)
    assert (done.code, done.err) == (1, "")
    report = json.loads(done.out)
    assert list(report) == ["schema_version", "summary", "diagnostics"]
    assert report["schema_version"] == 1
    assert report["summary"] == {"error": 3, "warning": 1, "gap": 0, "files": 5, "ok": False}
    assert report["diagnostics"][3] == {
        "code": "VIS201",
        "severity": "error",
        "path": "registry/people.yaml",
        "line": 5,
        "column": 21,
        "length": 14,
        "message": "there is no organisation `exempelregionn`",
        "help": "did you mean `exempelregionen`?",
        "related": [],
    }


def test_the_report_for_programs_names_the_related_places(tmp_path: Path) -> None:
    files = {"registry/groups/exempelgruppen.yaml": f"{GROUP}status: stalled\n"}
    report = json.loads(vis("check", "--format", "json", *CHOSEN, cwd=register(tmp_path, files)).out)
    assert report["diagnostics"][0]["related"] == [
        {
            "path": "registry/groups/exempelgruppen.yaml",
            "line": 5,
            "column": 1,
            "length": 6,
            "message": "it stands here first",
        }
    ]


def commands(output: str) -> list[tuple[str, dict[str, str], str]]:
    """(command, properties, message) of each line, read by the rule of GitHub's runner."""
    found = []
    for line in output.splitlines():
        assert line.startswith("::")
        head, _, data = line[2:].partition("::")
        command, _, properties = head.partition(" ")
        pairs = dict(pair.split("=", 1) for pair in properties.split(","))
        for escape, character in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
            pairs = {key: value.replace(escape, character) for key, value in pairs.items()}
            data = data.replace(escape, character) if escape not in ("%3A", "%2C") else data
        found.append((command, pairs, data))
    return found


def test_the_report_for_github_is_read_back_as_it_was_meant(faulty: Path) -> None:
    done = vis("check", "--format", "github", *CHOSEN, cwd=faulty)
    found = commands(done.out)
    assert [(command, pairs["title"]) for command, pairs, _ in found] == [
        ("warning", "VIS027"),
        ("error", "VIS042"),
        ("error", "VIS041"),
        ("error", "VIS201"),
    ]
    assert found[3] == (
        "error",
        {"file": "registry/people.yaml", "line": "5", "col": "21", "endColumn": "35", "title": "VIS201"},
        "there is no organisation `exempelregionn` (did you mean `exempelregionen`?)",
    )


def test_no_value_of_the_register_becomes_a_command_of_github(tmp_path: Path) -> None:
    files = {
        "registry/groups/a,b%2C::c%0A.yaml": "",
        "registry/groups/exempelgruppen.yaml": f"{GROUP}'::error file=x,y=z::100 %25': x\n\"a\\n::stop\": x\n",
    }
    done = vis("check", "--format", "github", *CHOSEN, cwd=register(tmp_path, files))
    found = [(pairs["file"], message.partition(" is not ")[0]) for _, pairs, message in commands(done.out)]
    assert found == [
        ("registry/groups/a,b%2C::c%0A.yaml", "`a,b%2C::c%0A.yaml`"),
        ("registry/groups/exempelgruppen.yaml", "the key `::error file=x,y=z::100 %25`"),
        ("registry/groups/exempelgruppen.yaml", r"the key `a\x0a::stop`"),
    ]
    assert all(list(pairs) == ["file", "line", "col", "endColumn", "title"] for _, pairs, _ in commands(done.out))


def test_in_github_actions_the_format_is_theirs_unless_another_is_asked_for(faulty: Path) -> None:
    actions = {"GITHUB_ACTIONS": "true"}
    assert vis("check", *CHOSEN, cwd=faulty, env=actions).out.startswith("::warning file=")
    assert vis("check", *CHOSEN, "--format", "concise", cwd=faulty, env=actions).out.startswith("registry/")


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (("--select", "VIS201"), ["VIS201"]),
        (("--select", "vis04"), ["VIS042", "VIS041"]),
        (("--select", "VIS027,VIS201"), ["VIS027", "VIS201"]),
        (("--select", "VIS027", "--select", "VIS201"), ["VIS027", "VIS201"]),
        (("--select", "VIS0", "--ignore", "VIS04"), ["VIS027"]),
        (("--select", "VIS0,VIS201", "--ignore", "VIS041, VIS027"), ["VIS042", "VIS201"]),
        ((*CHOSEN, "registry/people.yaml"), ["VIS201"]),
        ((*CHOSEN, "registry/groups"), ["VIS042", "VIS041"]),
        ((*CHOSEN, "registry/groups/", "registry/areas.yaml"), ["VIS027", "VIS042", "VIS041"]),
        ((*CHOSEN, "."), ["VIS027", "VIS042", "VIS041", "VIS201"]),
        ((*CHOSEN, "registry/organisations.yaml"), []),
    ],
    ids=lambda value: " ".join(value),
)
def test_codes_and_paths_choose_what_is_reported(faulty: Path, options: tuple[str, ...], codes: list[str]) -> None:
    done = vis("check", "--format", "concise", *options, cwd=faulty)
    assert [place[-6:] for place in done.found] == codes
    assert done.code == (1 if {*codes} - {"VIS027"} else 0)


def test_a_warning_fails_the_check_only_when_it_is_strict(tmp_path: Path) -> None:
    register(tmp_path, {"registry/areas.yaml": b"# Windows\r\n{}\r\n"})
    assert vis("check", *CHOSEN, cwd=tmp_path).code == 0
    assert vis("check", *CHOSEN, "--strict", cwd=tmp_path).code == 1
    for options, ok in (((), True), (("--strict",), False)):
        report = json.loads(vis("check", "--format", "json", *CHOSEN, *options, cwd=tmp_path).out)
        assert report["summary"]["ok"] is ok


def test_places_in_a_file_with_windows_line_ends_are_right(tmp_path: Path) -> None:
    done = check(tmp_path, {"registry/people.yaml": PEOPLE.replace("\n", "\r\n").encode()})
    assert done.found == ["registry/people.yaml:1:1 VIS027", "registry/people.yaml:5:21 VIS201"]


def test_gaps_are_summed_up_in_a_line_and_listed_when_asked_for(tmp_path: Path) -> None:
    group = "name: Exempelgruppen\ntype: consultation\nlevel: regional\nstatus: established\n"
    register(tmp_path, {f"registry/groups/{id}.yaml": f"id: {id}\n{group}" for id in ("exempel-a", "exempel-b")})
    options = ("check", "--select", "VIS119")
    assert (
        vis(*options, cwd=tmp_path).out
        == """\
gap[VIS119] 2 consultation groups without a known link to the local level
files: 3, entities: 3, errors: 0, warnings: 0, gaps: 2  ·  `vis check --gaps` lists the gaps
"""
    )
    listed = vis(*options, "--gaps", cwd=tmp_path)
    assert sum(": gap[VIS119] " in line for line in listed.lines) == 2
    assert listed.lines[-1] == "files: 3, entities: 3, errors: 0, warnings: 0, gaps: 2"
    assert json.loads(vis(*options, "--format", "json", cwd=tmp_path).out)["summary"]["gap"] == 2
    assert vis(*options, "--format", "concise", cwd=tmp_path).out == ""
    assert vis(*options, "--format", "github", "--gaps", cwd=tmp_path).out.count("::notice file=") == 2
    assert vis(*options, "--strict", "--gaps", cwd=tmp_path).code == 0


ALLOWED = [
    ("reports_to: styret   # vis: allow VIS201 - not here yet\n", []),
    ("reports_to: styret   # vis: allow VIS201 – with another dash\n", []),
    ("# vis: allow VIS201 - not here yet\nreports_to: styret\n", []),
    ("predecessors:\n  - a\n  # vis: allow VIS201 - only told of\n  - b\n", ["7:5 VIS201"]),
    ("# vis: allow VIS201 - too far above\n\nreports_to: styret\n", ["6:1 VIS901", "8:13 VIS201"]),
    (
        "elected: true   # vis: allow VIS201 - not alone on its line\nreports_to: styret\n",
        ["6:17 VIS901", "7:13 VIS201"],
    ),
    ("elected: true   # vis: allow VIS201 - nothing here\n", ["6:17 VIS901"]),
    ("reports_to: styret   # vis: allow VIS201\n", ["6:13 VIS201", "6:22 VIS902"]),
    ("reports_to: styret   # vis: allow VIS201 -\n", ["6:13 VIS201", "6:22 VIS902"]),
    ("reports_to: styret   # vis: allow - some reason\n", ["6:13 VIS201", "6:22 VIS902"]),
    ("reports_to: styret   # vis: allow\n", ["6:13 VIS201", "6:22 VIS902"]),
    ("elected: true   # vis: allow VIS999 - no such code\n", ["6:17 VIS903"]),
    ("reports_to: styret   # vis: allow VIS201, VIS999 - one of them\n", ["6:22 VIS903"]),
    ('subject: "a # vis: allow VIS201 - in a text"\n', []),
    ("mandate:\n  purposes:\n    agreements: |\n      # vis: allow VIS201 - in a text\n", []),
    ("#\n# nothing\n", []),
]
"""What stands in a group, and where which faults are found in it."""


def test_a_comment_allows_a_fault_on_its_line_or_on_the_next(tmp_path: Path) -> None:
    files = {
        f"registry/groups/case-{number:02}.yaml": f"id: case-{number:02}\n{GROUP.partition(chr(10))[2]}{text}"
        for number, (text, _) in enumerate(ALLOWED)
    }
    done = vis("check", "--format", "concise", "--select", "VIS201,VIS9", cwd=register(tmp_path, files))
    expected = [
        f"registry/groups/case-{number:02}.yaml:{place}"
        for number, (_, places) in enumerate(ALLOWED)
        for place in places
    ]
    assert done.found == expected


def test_a_comment_is_not_called_needless_where_a_fault_may_hide_what_it_allows(tmp_path: Path) -> None:
    text = f"{GROUP}stray: x\nelected: true   # vis: allow VIS201 - cannot be judged now\n"
    files = {"registry/groups/exempelgruppen.yaml": text}
    done = vis("check", "--format", "concise", "--select", "VIS0,VIS9", cwd=register(tmp_path, files))
    assert done.found == ["registry/groups/exempelgruppen.yaml:6:1 VIS041"]


def test_only_what_a_rule_finds_can_be_allowed(tmp_path: Path) -> None:
    files = {"registry/groups/exempelgruppen.yaml": f"{GROUP}stray: x   # vis: allow VIS041 - not this\n"}
    done = vis("check", "--format", "concise", "--select", "VIS0,VIS9", cwd=register(tmp_path, files))
    assert (
        done.out
        == """\
registry/groups/exempelgruppen.yaml:6:1: error[VIS041] the key `stray` is not known here
registry/groups/exempelgruppen.yaml:6:12: error[VIS903] VIS041 cannot be allowed
"""
    )


SWEDISH, ENGLISH = "VIS001  Filen är inte UTF-8.", "VIS001  The file is not UTF-8."


@pytest.mark.parametrize(
    ("environ", "chosen"),
    [
        ({"VIS_LANG": "sv"}, "sv"),
        ({"VIS_LANG": "en", "LC_ALL": "sv_SE.UTF-8"}, "en"),
        ({"VIS_LANG": "", "LC_ALL": "sv_SE.UTF-8"}, "sv"),
        ({"LC_ALL": "C", "LANG": "sv_SE"}, "en"),
        ({"LC_MESSAGES": "sv_SE", "LANG": "en_GB"}, "sv"),
        ({"LANG": "sv_SE"}, "sv"),
        ({"LANG": "C"}, "en"),
        ({"VIS_LANG": "fi"}, "en"),
        ({}, "en"),
    ],
)
def test_the_language_is_chosen_by_vis_lang_and_then_by_the_locale(environ: dict[str, str], chosen: str) -> None:
    assert language(environ) == chosen


def test_the_program_speaks_the_language_that_is_chosen(tmp_path: Path) -> None:
    for env, line in (({"VIS_LANG": "sv"}, SWEDISH), ({"VIS_LANG": "en", "LC_ALL": "sv_SE.UTF-8"}, ENGLISH)):
        assert vis("explain", cwd=tmp_path, env=env).lines[0] == line


@pytest.mark.parametrize("path", ["README.md", "templates", ".git", "registry/empty"])
def test_a_path_without_a_file_of_the_register_does_not_pass(faulty: Path, path: str) -> None:
    (faulty / "README.md").write_text("mine\n", encoding="utf-8")
    for folder in ("templates", ".git", "registry/empty"):
        (faulty / folder).mkdir()
    for paths in ((path,), ("registry", path)):
        done = vis("check", *paths, cwd=faulty)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(f"vis: no file of the register is in `{path}`\n")


def test_an_attachment_and_a_file_that_does_not_belong_count_as_files_of_the_register(faulty: Path) -> None:
    paths = {"registry/meetings/exempelgruppen/2031-02-19/bilaga.pdf": 0, "registry/stray.txt": 1}
    register(faulty, dict.fromkeys(paths, "x"))
    assert {path: vis("check", "--select", "VIS0", path, cwd=faulty).code for path in paths} == paths


@pytest.mark.parametrize(
    "options",
    [
        ("--select", "VIS4"),
        ("--select", "VIS401,VIS402"),
        ("--select", "VIS", "--ignore", "VIS"),
        ("--select", "VIS201", "--ignore", "VIS2"),
        ("--ignore", "V"),
    ],
    ids=" ".join,
)
def test_a_choice_that_leaves_nothing_to_find_does_not_pass(faulty: Path, options: tuple[str, ...]) -> None:
    done = vis("check", *options, cwd=faulty)
    assert (done.code, done.out) == (2, "")
    assert done.err.startswith("vis: no code is left that `vis check` could find\n")


def test_codes_of_comments_can_be_chosen(faulty: Path) -> None:
    assert vis("check", "--select", "VIS9", cwd=faulty).code == 0
