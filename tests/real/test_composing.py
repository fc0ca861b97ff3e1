"""In a copy of the real register the agenda of 18 May 2026 fills itself, from the minutes of 19 February."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from vis_cli.source.yaml import parse

ROOT = Path(__file__).parents[2]
MEETING = "tjanstestyrgruppen-2026-05-18"
FILE = "registry/meetings/tjanstestyrgruppen/2026-05-18.yaml"


def vis(where: Path, *arguments: str) -> "subprocess.CompletedProcess[str]":
    run = [sys.executable, "-m", "vis_cli", "-C", str(where), *arguments]
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "VIS_LANG": "en"}
    return subprocess.run(run, capture_output=True, text=True, check=False, cwd=where, env=environment)


def test_both_tasks_and_the_approval_of_the_minutes_come_back_by_themselves(tmp_path: Path) -> None:
    for folder in ("registry", "agreements"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    before = (tmp_path / FILE).read_text(encoding="utf-8")
    done = vis(tmp_path, "meeting", "compose", MEETING)
    assert (done.returncode, done.stdout) == (0, f"{FILE}\n"), done.stderr
    text = (tmp_path / FILE).read_text(encoding="utf-8")
    items = parse(text)[0]["items"]
    assert [item["number"] for item in items] == list(range(1, len(items) + 1))
    origins = [(item["origin"]["kind"], item["origin"].get("item")) for item in items]
    assert ("assignment", "uppdrag-langsiktig-struktur") in origins  # 003:99
    assert ("assignment", "uppdrag-resa") in origins  # 003:113-114
    (minutes,) = [item for item in items if item["type"] == "previous-minutes"]
    assert minutes["heading"] == "Minnesanteckningar från föregående möte 19 februari"
    assert minutes["previous"] == "tjanstestyrgruppen-2026-02-19"
    struktur = next(item for item in items if item["origin"].get("item") == "uppdrag-langsiktig-struktur")
    assert struktur["presenters"] == ["storsthlm", "halso-och-sjukvardsforvaltningen"]
    assert [item["heading"] for item in items if item["origin"]["kind"] == "standing"] == [
        "Välkommen och inledning",
        "Frågor vidare till VIS politiska styrgrupp",
        "Övriga frågor",
        "Nästa möte",
    ]
    head, _, tail = text.partition("items:\n")
    assert before.startswith(head)
    assert before.removeprefix(head) == tail[-len(before.removeprefix(head)) :]
    assert vis(tmp_path, "meeting", "compose", MEETING).stdout == ""
    assert vis(tmp_path, "check").returncode == 0
