"""A second process changes nothing but the time: whatever becomes of it, the same is said."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from bench.corpus import write
from tests.program import vis

linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is one process")

PROGRAM = """
import os, signal, sys, threading, time
from pathlib import Path

import vis_cli.check.engine, vis_cli.check.shared_out, vis_cli.registry.load, vis_cli.rules, vis_cli.source.ahead
from bench.corpus import files
from vis_cli.check import check, rulebook
from vis_cli.registry import load
from vis_cli.source import second
from vis_cli.source.tree import MemoryTree

texts = dict(files(130))
texts["registry/groups/fel.yaml"] = "a: [\\n"
texts["registry/groups/tva.yaml"] = "id: tva\\nid: tva\\n"
texts["registry/people.yaml"] += "person-x:\\n  name: Exempel\\n  tel: 070-000 00 00\\n"
begun = []

def count(work):
    found = second.second(work)
    if found:
        begun.append(found)
        {act}
    return found

def judged():
    loaded = load(MemoryTree(texts))
    verdict = check(loaded, rulebook(vis_cli.rules))
    return [repr(item) for item in verdict.diagnostics], list(loaded.registry.records), list(loaded.registry.files)

alone = judged()
assert not begun
sys.modules["vis_cli.registry.load"].FROM = vis_cli.source.ahead.FROM = vis_cli.check.engine._MANY = 1
vis_cli.source.ahead.second = vis_cli.check.shared_out.second = count
os.sched_getaffinity = lambda process: {{0, 1}}
assert judged() == alone
assert len(begun) == 2
for each in begun:
    try:
        os.kill(each._child, 0)
    except ProcessLookupError:
        pass
    else:
        raise AssertionError("it is still there")
stop = threading.Event()
threading.Thread(target=stop.wait).start()
assert judged() == alone and len(begun) == 2, "with threads nothing is forked"
stop.set()
"""


@linux
@pytest.mark.parametrize(
    "act",
    [
        "pass",
        "time.sleep(0.05); os.kill(found._child, signal.SIGKILL)",
        "os.kill(found._child, signal.SIGSTOP)",
        "os.kill(found._child, signal.SIGINT)",
    ],
)
def test_whether_it_is_quick_slow_stopped_or_killed_the_same_is_found(act: str) -> None:
    root = Path(__file__).resolve().parents[1]
    code = PROGRAM.format(act=act)
    environ = {**os.environ, "PYTHONPATH": str(root)}
    done = subprocess.run([sys.executable, "-c", code], env=environ, capture_output=True, text=True, cwd=root)
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""


@linux
@pytest.mark.skipif(not hasattr(os, "sched_getaffinity") or len(os.sched_getaffinity(0)) < 2, reason="one processor")
def test_a_large_register_is_judged_alike_on_one_processor_and_on_two(tmp_path: Path) -> None:
    write(tmp_path, 2010)
    (tmp_path / "registry/groups/fel.yaml").write_text("a: [\n")

    def one() -> None:
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})

    def said(prepare: Callable[[], object]) -> str:
        done = vis("check", "--format", "json", "--no-cache", cwd=tmp_path, prepare=prepare, timeout=60)
        assert done.code == 1
        return done.out

    assert said(one) == said(os.getpid)
