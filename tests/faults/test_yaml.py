"""Rows 1, 2, 3 and 8 of reliability.md: YAML that is made to hang, to fill the memory, or to say two things.

Every form alone: `tests/cli/test_bad_files.py` (anchors, tags, depth, size, twice the same key, conflicts), and any
bytes at all: `tests/source/test_yaml.py`. Here: the attacks as they are found, under limits, and what a merge makes.
"""

from pathlib import Path

import pytest

from tests.faults.bounds import GROUP, bounded, everything, small
from tests.history.repositories import Repository
from tests.program import check, register, vis

ALIASES = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{name}: &{name} [{', '.join([f'*{below}'] * 9)}]\n" for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)
MERGES = "a: &a {x: 1}\n" + "".join(
    f"{name}: &{name} {{<<: [{', '.join([f'*{below}'] * 9)}]}}\n"
    for below, name in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "place", "code"),
    [
        (ALIASES, "1:4", "VIS011"),
        (MERGES, "1:4", "VIS011"),
        ("a: &a\n  b: *a\n", "1:4", "VIS011"),
        ("a: *a\n", "1:4", "VIS012"),
        ("<<: {a: 1}\n", "1:1", "VIS014"),
        ("a: !!python/object/apply:os.system [id]\n", "1:4", "VIS013"),
        ("%YAML 1.1\n---\na: 1\n", "1:1", "VIS015"),
        ("a: 1\n---\nb: 2\n", "2:1", "VIS016"),
    ],
    ids=[
        "aliases",
        "merge keys",
        "an alias of itself",
        "an alias of nothing",
        "a merge",
        "a tag",
        "%",
        "two documents",
    ],
)
def test_a_bomb_is_refused_where_it_begins_before_it_goes_off(tmp_path: Path, text: str, place: str, code: str) -> None:
    path = "registry/groups/bomb.yaml"
    register(tmp_path, {**small(), path: text})
    done = bounded("check", "--format", "concise", "--select", "VIS0", cwd=tmp_path, seconds=4, memory=256 * 2**20)
    assert done.code == 1
    assert done.found[0] == f"{path}:{place} {code}"


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        "{" * 200_000,
        "- " * 100_000,
        "? " * 100_000,
        "\n" * 262_000,
        "#\n" * 131_000,
        " " * 262_000,
        '"' + "\\\n" * 130_000,
        "a: '" + "''" * 130_000,
        "a: |\n" + " \n" * 130_000,
        "!" * 8_000 + "\n" + "&" * 8_000,
        "a: " + "9" * 8_000,
        "a: " + "{a: " * 20 + "}" * 100_000,
        "".join(f"k{number}: {{}}\n" for number in range(20_000)),
        "".join(f"? k{number}\n" for number in range(19_000)),
    ],
    ids=lambda text: repr(text[:8]),
)
def test_a_file_of_the_greatest_size_is_judged_in_seconds_and_in_little_memory(tmp_path: Path, text: str) -> None:
    register(tmp_path, {**small(), "registry/groups/big.yaml": text[: 256 * 1024]})
    done = bounded("check", "--format", "concise", "--select", "VIS0", cwd=tmp_path, seconds=6)
    assert done.code == 1
    assert all(place.startswith("registry/groups/big.yaml:") for place in done.found)


def test_a_clean_merge_that_makes_a_key_stand_twice_is_found(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    path = "registry/groups/exempelgruppen.yaml"
    text = f"id: exempelgruppen\n{GROUP}short_name: Exempel\nsubject: exempel\nmandate_period: {{}}\n# slut\n"
    repository.commit({**small(), path: text})
    repository.git("checkout", "-q", "-b", "gren")
    repository.commit({path: text.replace("id: ex", "subject: ett\nid: ex").replace("subject: exempel\n", "")})
    repository.git("checkout", "-q", "main")
    repository.commit({path: text.replace("# slut", "subject: två\n# slut").replace("subject: exempel\n", "")})
    repository.write(path, text.replace("subject: exempel\n", "subject: ett\n").replace("# slut", "subject: två"))
    repository.commit({})
    done = vis("check", "--format", "text", "--select", "VIS010", cwd=repository.root)
    assert done.code == 1
    assert f"{path}:9:1: error[VIS010]" in done.out
    assert f"{path}:7:1: it stands here first" in done.out


def test_a_conflict_is_called_one_and_no_command_writes_before_it_is_settled(tmp_path: Path) -> None:
    repository = Repository(tmp_path / "register")
    path = "registry/groups/exempelgruppen.yaml"
    repository.commit({**small(), path: f"id: exempelgruppen\n{GROUP}"})
    repository.git("checkout", "-q", "-b", "gren")
    repository.commit({path: f"id: exempelgruppen\n{GROUP}".replace("Exempelgruppen", "Ena gruppen")})
    repository.git("checkout", "-q", "main")
    repository.commit({path: f"id: exempelgruppen\n{GROUP}".replace("Exempelgruppen", "Andra gruppen")})
    with pytest.raises(AssertionError):
        repository.git("merge", "-q", "gren")
    before = everything(repository.root)
    assert check(repository.root).found == [f"{path}:2:1 VIS007"]
    plan = ("meeting", "new", "exempelgruppen", "--date", "2031-05-20", "--commit")
    done = vis(*plan, cwd=repository.root, env=repository.environ)
    assert done.code in (1, 3)
    assert done.err
    assert everything(repository.root) == before
