"""Twenty things that must not pass, each as one change of the real register: what the program says of it, and where.

Warnings are those that the county's own sources leave open. One more cannot be told from the files, and is told by a
count: that the family centres of Stockholm are 15 (`tests/real/test_local_forums.py`), for no file states the sum.
"""

import json
import shutil
from pathlib import Path

import pytest

from tests.history.repositories import Repository
from tests.program import vis
from vis_cli.source.yaml import parse

ROOT = Path(__file__).parents[1]
MEETING = "registry/meetings/tjanstestyrgruppen/2026-02-19.yaml"
GROUP = "registry/groups/barn-och-ungas-halsa.yaml"
PROJECT = "registry/projects/nytt-system-for-samverkansoverenskommelser.yaml"
FUND = "registry/funds/stimulansmedel-psykisk-halsa-2026.yaml"
AGREEMENT = "agreements/ungdomsmottagningar/agreement.yaml"
OWNED = "    from: '2024'\n  - group: psykisk-ohalsa-och-beroende\n    from: '2025'\n"
ALL = ""
"""In place of what was: the whole file."""

FORUM = """\
id: exempelforumet
name: Exempelforumet
type: forum
level: regional
status: discontinued
reached:
  'on': 2025-01-01
  decision: Exempelbeslut
responsibilities:
  - id: exempelansvaret
    text: Samverkan om exempel
"""
ESTABLISHED = """\
id: exempelsamradet
name: Exempelsamrådet
type: consultation
level: regional
status: established
reached:
  'on': 2025-01-01
  decision: Exempelbeslut
"""
SUPPLEMENT = """\
id: exempeltillagget
title: Exempeltillägget
type: supplementary
parent: exempelavtalet
"""
ENDED = """\
id: exempelavtalet
title: Exempelavtalet
type: agreement
legal_basis:
  - text: Exempellagen kräver den
ended:
  last_day: 2025-12-31
  decided: 2025-10-01
  body: Exempelnämnden
  reference: Protokoll 2025-10-01
"""
SECRETARIAT = """\
members:
  - {role: process-leader, side: region, organisation: halso-och-sjukvardsforvaltningen}
  - {role: process-leader, side: region, organisation: halso-och-sjukvardsforvaltningen}
  - {role: process-leader, side: municipality, organisation: storsthlm}
  - {role: process-leader, side: municipality, organisation: storsthlm, until: 2025-12-31}
"""
CASES = {
    "two GSA on one day": (
        "registry/contacts/danderyd.yaml",
        "gsa:\n",
        "gsa:\n  - clinic: Exempelby vårdcentral\n",
        "VIS234",
        "error",
    ),
    "established without a mandate": ("registry/groups/exempelsamradet.yaml", ALL, ESTABLISHED, "VIS110", "error"),
    "established without representation": ("registry/groups/exempelsamradet.yaml", ALL, ESTABLISHED, "VIS111", "error"),
    "established without leadership": ("registry/groups/exempelsamradet.yaml", ALL, ESTABLISHED, "VIS112", "error"),
    "discontinued, and nobody took over": ("registry/groups/exempelforumet.yaml", ALL, FORUM, "VIS211", "error"),
    "owned by two": (AGREEMENT, OWNED[:17], OWNED, "VIS124", "error"),
    "a supplement to nothing": ("agreements/exempeltillagget/agreement.yaml", ALL, SUPPLEMENT, "VIS201", "error"),
    "a ninth subproject": (PROJECT, "    number: 8\n", "    number: 9\n", "VIS186", "error"),
    "two third subprojects": (PROJECT, "    number: 4\n", "    number: 3\n", "VIS186", "error"),
    "unequal halves": (
        FUND,
        "    rule: equal\n",
        "    rule: shares\n    shares:\n      - side: region\n        percent: 60\n"
        "      - side: municipality\n        percent: 50\n",
        "VIS547",
        "error",
    ),
    "another joint sum than was decided": (FUND, "    kronor: 18000000\n", "    kronor: 19000000\n", "VIS555", "error"),
    "19 February 2026 as a Friday": (MEETING, "weekday: thursday", "weekday: friday", "VIS140", "error"),
    "a recommendation that is not taken on": (
        MEETING,
        "      - item: rapport-vard-i-samverkan-2025\n",
        "      - item: strategisk-dialog\n",
        "VIS155",
        "warning",
    ),
    "forwarded, and on no agenda": (
        MEETING,
        "      - item: rapport-vard-i-samverkan-2025\n",
        "      - item: en-annan-rapport\n",
        "VIS156",
        "error",
    ),
    "a secretariat of two and one": (
        "registry/groups/processledningen.yaml",
        "responsibilities:\n",
        f"{SECRETARIAT}responsibilities:\n",
        "VIS107",
        "warning",
    ),
    "an activity that serves no goal area": (
        "registry/activities/exempelaktiviteten.yaml",
        ALL,
        "id: exempelaktiviteten\ntitle: Exempelaktiviteten\n",
        "VIS188",
        "gap",
    ),
    "a group in free text": (MEETING, "group: tjanstestyrgruppen", "group: VIS tjänstestyrgrupp", "VIS044", "error"),
    "a group that nobody knows": (
        GROUP,
        "reports_to: tjanstestyrgruppen",
        "reports_to: exempelgruppen",
        "VIS201",
        "error",
    ),
    "the previous minutes of another day": (
        MEETING,
        "    previous: tjanstestyrgruppen-2025-11-17",
        "    previous: tjanstestyrgruppen-2026-05-18",
        "VIS244",
        "error",
    ),
    "ended, though the law demands it": ("agreements/exempelavtalet/agreement.yaml", ALL, ENDED, "VIS280", "error"),
}


def changed(folder: Path, path: str, old: str, new: str) -> Path:
    """A copy of the real register with one change in it."""
    for name in ("registry", "agreements"):
        shutil.copytree(ROOT / name, folder / name)
    file = folder / path
    file.parent.mkdir(parents=True, exist_ok=True)
    text = file.read_text(encoding="utf-8") if file.exists() else ""
    assert old in text
    file.write_text(text.replace(old, new, 1) if old else new, encoding="utf-8")
    return folder


def again(folder: Path, path: str, old: str, new: str) -> None:
    text = (folder / path).read_text(encoding="utf-8")
    assert old in text
    (folder / path).write_text(text.replace(old, new, 1), encoding="utf-8")


def judged(folder: Path, code: str, *options: str) -> tuple[int, str]:
    done = vis("check", "--format", "concise", "--select", code, "--gaps", *options, cwd=folder, timeout=60)
    return done.code, done.out


def test_the_real_register_has_none_of_them() -> None:
    codes = ",".join({code for *_, code, severity in CASES.values() if severity == "error"})
    assert judged(ROOT, codes) == (0, "")


@pytest.mark.parametrize("case", CASES)
def test_one_change_of_the_real_register_is_told_where_it_is(tmp_path: Path, case: str) -> None:
    path, old, new, code, severity = CASES[case]
    status, told = judged(changed(tmp_path, path, old, new), code)
    mine = [line for line in told.splitlines() if line.startswith(f"{path}:") and f" {severity}[{code}] " in line]
    assert mine, told[:2000]
    assert status == (severity == "error")
    if severity == "warning":
        assert judged(tmp_path, code, "--strict")[0] == 1


def test_an_area_without_a_gsa_is_missed_once_no_exception_excuses_it(tmp_path: Path) -> None:
    text = (ROOT / "registry/vis.yaml").read_text(encoding="utf-8")
    excused = text[text.index("exemptions:\n") : text.index("sources:\n  - '000:32")]
    assert "norrtalje" not in judged(ROOT, "VIS232")[1]
    status, told = judged(changed(tmp_path, "registry/vis.yaml", excused, ""), "VIS232")
    assert (status, "Norrtälje" in told or "norrtalje" in told) == (0, True)  # that a source is silent is a gap
    done = vis("coverage", "gsa", "--on", "2023-01-01", cwd=tmp_path)
    assert "25 of 26 municipalities" in done.out and "exception" not in done.out


def test_a_decision_without_a_paper_is_told(tmp_path: Path) -> None:
    papers = "      - beslutsunderlag-stimulansmedel\n      - tabell-1\n"
    changed(tmp_path, MEETING, f"    papers:\n{papers}", "")
    again(tmp_path, MEETING, "        basis:\n          - beslutsunderlag-stimulansmedel\n          - tabell-1\n", "")
    status, told = judged(tmp_path, "VIS150")
    assert (status, f"{MEETING}:" in told, " warning[VIS150] " in told) == (0, True, True)
    assert judged(tmp_path, "VIS150", "--strict")[0] == 1


def test_an_agreement_is_not_in_force_by_26_of_27_whatever_a_source_says(tmp_path: Path) -> None:
    principals = [
        id
        for id, entry in parse((ROOT / "registry/organisations.yaml").read_text(encoding="utf-8"))[0].items()
        if entry.get("type") == "principal" and entry["side"] != "external"
    ]
    assert len(principals) == 27
    first, *others = principals
    version = (ROOT / "agreements/hok/versions/1.0.yaml").read_text(encoding="utf-8")
    changed(tmp_path, "agreements/hok/versions/1.0.yaml", ALL, version)
    for party in others:
        adopt(tmp_path, party, "2022-03-01")
    place = "agreements/hok/versions/1.0.yaml:49:9"
    code, told = judged(tmp_path, "VIS299,VIS541,VIS0")
    assert code == 0
    assert told.startswith(f"{place}: warning[VIS541] "), told
    assert "only 26 of 27 have adopted it: not `region-stockholm`" in told
    assert judged(tmp_path, "VIS541", "--strict")[0] == 1
    again(
        tmp_path,
        "agreements/hok/versions/1.0.yaml",
        "stated_in_force:\n  date: '2022-23'\n  sources:\n    - '004:16'\n",
        "",
    )
    assert "26/27" in vis("agreement", "show", "hok", "--on", "2026-03-01", cwd=tmp_path).out
    listed = json.loads(vis("agreement", "list", "--on", "2026-03-01", "--json", cwd=tmp_path).out)["items"]
    (hok,) = [one for one in listed if one["id"] == "hok"]
    assert "in-force" not in hok.values(), hok
    (tmp_path / "agreements/hok/versions/1.0.yaml").write_text(version, encoding="utf-8")
    adopt(tmp_path, first, "2024-05-02")
    code, told = judged(tmp_path, "VIS299")
    assert code == 1
    assert told.startswith(f"{place}: error[VIS299] ")


def adopt(folder: Path, party: str, day: str) -> None:
    file = folder / f"agreements/hok/adoptions/1.0/{party}.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(
        f"agreement: hok\nversion: '1.0'\nparty: {party}\ndecisions:\n  - outcome: adopted\n    date: {day}\n",
        encoding="utf-8",
    )


def test_who_sits_in_a_group_does_not_change_without_the_item_that_decided_it(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    shutil.copytree(ROOT / "registry", repository.root / "registry")
    shutil.copytree(ROOT / "agreements", repository.root / "agreements")
    repository.commit({})
    group = (repository.root / GROUP).read_text(encoding="utf-8")
    seat = "  - side: region\n    function: exempelfunktion\n    from: 2031-01-01\n"
    new = group.replace("members:\n", f"members:\n{seat}", 1) if "\nmembers:\n" in group else f"{group}members:\n{seat}"
    repository.commit({GROUP: new})
    done = vis("check", "--base", "HEAD~1", "--only-new", "--format", "concise", cwd=repository.root, timeout=60)
    assert done.code == 1, done
    assert [line for line in done.lines if line.startswith(f"{GROUP}:") and " error[VIS308] " in line], done.out
