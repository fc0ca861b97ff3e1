"""The generated registries that speed is measured on: valid, of the promised size, always the same."""

import os
import subprocess
import sys
from pathlib import Path

import vis_cli.rules
from bench.corpus import files
from bench.past import ASKED, agreement_id, write_past
from bench.schemas import write_schemas
from vis_cli.check import check, rulebook
from vis_cli.model import ENTITIES
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree, WorkTree

SIZE = 200
LISTS = ("organisations", "people", "areas", "sources", "vis")


def test_a_generated_registry_has_no_errors_and_no_warnings() -> None:
    verdict = check(load(MemoryTree(dict(files(SIZE)))), rulebook(vis_cli.rules))
    assert [item for item in verdict.diagnostics if item.severity != "gap"] == []


def test_a_larger_one_has_none_either() -> None:
    verdict = check(load(MemoryTree(dict(files(700)))), rulebook(vis_cli.rules))
    assert not verdict.fails(strict=True)


def test_the_same_seed_gives_the_same_files_and_another_seed_others() -> None:
    assert dict(files(SIZE)) == dict(files(SIZE))
    assert dict(files(SIZE)) != dict(files(SIZE, seed=8))


def test_there_are_as_many_files_as_asked_for_and_the_lists() -> None:
    assert len(dict(files(SIZE))) == SIZE + len(LISTS) + 1  # and the plan


def test_every_file_but_the_lists_has_40_to_80_lines() -> None:
    small = {f"registry/{name}.yaml" for name in LISTS} | {"registry/plans/handlingsplan.yaml"}
    lengths = {path: text.count("\n") for path, text in files(SIZE) if path not in small}
    assert {path: length for path, length in lengths.items() if not 40 <= length <= 80} == {}


def test_the_peers_get_a_schema_of_every_kind(tmp_path) -> None:
    write_schemas(tmp_path)
    assert {path.name.split(".")[0] for path in tmp_path.iterdir()} == set(ENTITIES)


def test_a_generated_history_is_of_a_valid_register_whose_older_texts_are_found(tmp_path: Path) -> None:
    write_past(tmp_path / "past", 60, 10)
    verdict = check(load(WorkTree(tmp_path / "past")), rulebook(vis_cli.rules))
    assert [item for item in verdict.diagnostics if item.severity != "gap"] == []
    here = Path(__file__).resolve().parents[1]
    command = [sys.executable, "bench/older.py", str(tmp_path / "past"), agreement_id(ASKED), "1.0"]
    environ = {**os.environ, "PYTHONPATH": str(here)}
    done = subprocess.run(command, cwd=here, env=environ, capture_output=True, text=True, check=True)
    assert done.stdout.startswith("history ")
