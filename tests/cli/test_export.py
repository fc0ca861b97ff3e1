"""`vis export`: the whole register for other programs."""

import csv
import io
import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.program import register, vis
from vis_cli.model import ENTITIES
from vis_cli.reference.schemas import schemas

ROOT = Path(__file__).parent.parent.parent
GROUP = """\
id: exempelgruppen
name: Exempelgruppen
type: steering
level: regional
status: established
subject: '=HYPERLINK("http://ont.example")'
members:
  - role: chair
    side: region
    person: ann-exempel
    sources: ["s:1", "s:2"]
  - role: member
    side: municipality
    seated: {meeting: exempelgruppen-2031-02-19, item: val}
"""
PEOPLE = "ann-exempel:\n  name: Ann Exempel\n  posts:\n    - title: prövare\n      organisation: provet\n"
FILES = {
    "registry/groups/exempelgruppen.yaml": GROUP,
    "registry/people.yaml": PEOPLE,
}


def exported(*options: str, cwd: Path) -> Any:
    done = vis("export", *options, cwd=cwd, env={"VIS_TODAY": "2031-05-01"})
    assert (done.code, done.err) == (0, "")
    return json.loads(done.out)


def rows(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig")), delimiter=";"))


def test_the_register_is_one_document(tmp_path: Path) -> None:
    found = exported(cwd=register(tmp_path, FILES))
    assert list(found)[:4] == ["schema_version", "name", "county", "on"]
    assert (found["schema_version"], found["on"], found["commit"]) == (1, "2031-05-01", None)
    assert list(found["kinds"]) == list(ENTITIES)
    group = found["kinds"]["group"]["exempelgruppen"]
    assert group["file"] == "registry/groups/exempelgruppen.yaml"
    assert group["data"]["members"][0] == {
        "role": "chair",
        "side": "region",
        "person": "ann-exempel",
        "node": False,
        "sources": ["s:1", "s:2"],
    }
    assert found["kinds"]["person"]["ann-exempel"]["data"] == {
        "name": "Ann Exempel",
        "posts": [{"title": "prövare", "organisation": "provet"}],
    }


def test_what_follows_stands_beside_what_is_said(sample: Path) -> None:
    found = exported("--on", "2026-06-01", cwd=sample)
    hok = found["kinds"]["agreement"]["hok"]["computed"]
    assert (hok["applies"]["state"], hok["applies"]["version"]) == ("applies", "2.0")
    assert {party["state"] for party in hok["parties"].values()} == {"applies"}
    owned = {
        id: one["computed"]["owner"] for id, one in found["kinds"]["agreement"].items() if one["computed"]["owner"]
    }
    assert owned
    for agreement, group in owned.items():
        assert found["kinds"]["group"][group]["computed"]["agreements"][agreement] == "owner"
    before = exported("--on", "2021-06-01", cwd=sample)["kinds"]["agreement"]["hok"]["computed"]["applies"]
    assert before != hok["applies"]


def test_the_past_is_exported_as_it_was_known(sample: Path) -> None:
    first = subprocess.run(
        ["git", "-C", str(sample), "rev-list", "--max-parents=0", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    done = vis("export", "--at", first, "--on", "2026-06-01", cwd=sample)
    found = json.loads(done.out)
    assert (found["commit"], found["uncommitted"]) == (first, False)
    assert found["kinds"]["adoption"] == {}
    now = exported("--on", "2026-06-01", cwd=sample)
    assert now["commit"] != first and now["kinds"]["adoption"]


def test_the_same_register_gives_the_same_bytes(sample: Path, tmp_path: Path) -> None:
    shutil.copytree(sample, tmp_path / "copy")
    answers = {vis("export", "--on", "2026-06-01", cwd=root).out for root in (sample, sample, tmp_path / "copy")}
    assert len(answers) == 1
    for name in ("a", "b"):
        assert vis("export", "--all", str(tmp_path / name), "--on", "2026-06-01", cwd=sample).code == 0
    one, other = ({p.relative_to(tmp_path / n): p.read_bytes() for p in (tmp_path / n).rglob("*.*")} for n in "ab")
    assert one == other


@pytest.mark.parametrize("which", ["sample", "real"])
def test_an_export_follows_its_published_schema(which: str, request: pytest.FixtureRequest) -> None:
    jsonschema = pytest.importorskip("jsonschema", reason="jsonschema is not installed")
    root = ROOT if which == "real" else request.getfixturevalue("sample")
    made = json.loads(schemas()["docs/schema/export.json"])
    done = vis("export", "--on", "2026-06-01", cwd=root)
    faults = jsonschema.Draft202012Validator(made).iter_errors(json.loads(done.out))
    assert [f"{list(fault.absolute_path)}: {fault.message}" for fault in faults] == []


def test_what_cannot_be_understood_is_left_out_and_said(tmp_path: Path) -> None:
    register(tmp_path, {**FILES, "registry/groups/trasig.yaml": "id: [\n"})
    done = vis("export", cwd=tmp_path)
    assert done.code == 0
    assert "left out, because they cannot be understood: registry/groups/trasig.yaml" in done.err
    assert json.loads(done.out)["left_out"] == ["registry/groups/trasig.yaml"]


def test_each_kind_is_a_table_and_each_list_in_it_one_too(tmp_path: Path) -> None:
    register(tmp_path, FILES)
    done = vis("export", "--format", "csv", "--output", "out/tabeller", cwd=tmp_path)
    assert done.code == 0, done.err
    folder = tmp_path / "out/tabeller"
    names = {path.name for path in folder.iterdir()}
    assert names >= {"manifest.json", "group.csv", "group.members.csv", "person.posts.csv", "fund.csv"}
    assert "group.remarks.csv" not in names
    head, *found = rows((folder / "group.members.csv").read_bytes())
    shown = [{key: value for key, value in zip(head, row, strict=True) if value} for row in found]
    assert shown == [
        {
            "id": "exempelgruppen",
            "members no": "1",
            "role": "chair",
            "side": "region",
            "person": "ann-exempel",
            "node": "false",
            "sources": "s:1 | s:2",
        },
        {
            "id": "exempelgruppen",
            "members no": "2",
            "role": "member",
            "side": "municipality",
            "node": "false",
            "seated.meeting": "exempelgruppen-2031-02-19",
            "seated.item": "val",
        },
    ]


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    vis("export", "--format", "csv", "--output", "out", cwd=register(tmp_path, FILES))
    head, row = rows((tmp_path / "out/group.csv").read_bytes())
    assert row[head.index("subject")] == '\'=HYPERLINK("http://ont.example")'


def test_a_folder_has_everything(sample: Path, tmp_path: Path) -> None:
    done = vis("export", "--all", str(tmp_path / "allt"), "--on", "2026-06-01", cwd=sample)
    assert (done.code, done.out) == (0, "")
    manifest = json.loads((tmp_path / "allt/manifest.json").read_text(encoding="utf-8"))
    files = {path.relative_to(tmp_path / "allt").as_posix() for path in (tmp_path / "allt").rglob("*.*")}
    assert set(manifest["files"]) | {"manifest.json"} == files
    assert {"register.json", "register.schema.json", "calendar.ics", "contacts.vcf", "csv/agreement.csv"} <= files
    assert json.loads((tmp_path / "allt/register.json").read_text(encoding="utf-8"))["commit"] == manifest["commit"]
    assert b"BEGIN:VEVENT" in (tmp_path / "allt/calendar.ics").read_bytes()


def test_the_contacts_of_the_real_register_come_as_cards(tmp_path: Path) -> None:
    assert vis("export", "--all", str(tmp_path / "allt"), "--on", "2026-06-01", cwd=ROOT).code == 0
    assert b"BEGIN:VCARD" in (tmp_path / "allt/contacts.vcf").read_bytes()


def test_a_folder_is_written_to_again_and_what_is_no_more_goes(tmp_path: Path) -> None:
    register(tmp_path, FILES)
    vis("export", "--format", "csv", "--output", "out", cwd=tmp_path)
    register(tmp_path, {"registry/groups/exempelgruppen.yaml": GROUP.partition("members:")[0]})
    (tmp_path / "out/eget.txt").write_text("mitt\n", encoding="utf-8")
    assert vis("export", "--format", "csv", "--output", "out", cwd=tmp_path).code == 0
    assert not (tmp_path / "out/group.members.csv").exists()
    assert (tmp_path / "out/eget.txt").exists()


def test_nothing_is_lost_in_a_folder_of_somebody_elses(tmp_path: Path) -> None:
    register(tmp_path, FILES)
    (tmp_path / "mitt").mkdir()
    (tmp_path / "mitt/eget.txt").write_text("mitt\n", encoding="utf-8")
    done = vis("export", "--all", "mitt", cwd=tmp_path)
    assert (done.code, done.err.splitlines()[0]) == (2, "vis: `mitt` holds something that `vis export` did not write")
    assert vis("export", "--format", "csv", "--output", "registry", cwd=tmp_path).code == 2
    assert vis("export", "-o", "registry/allt.json", cwd=tmp_path).code == 2


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--format", "xml"), "there is no format `xml`"),
        (("--format", "csv"), "tables are many files"),
        (("--all", "a", "--output", "b"), "--all and --output do not go together"),
    ],
)
def test_what_cannot_be_meant_is_wrong_use(tmp_path: Path, options: tuple[str, ...], said: str) -> None:
    done = vis("export", *options, cwd=register(tmp_path, FILES))
    assert (done.code, done.err.splitlines()[0]) == (2, f"vis: {said}")
