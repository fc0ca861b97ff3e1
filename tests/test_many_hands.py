"""Many hands on one register: what people do on branches of their own merges by plain git, in any order."""

import random
from pathlib import Path

import pytest

from tests.agreements import ADOPTION, AGREEMENT, VERSION, adoption, county, text, version
from tests.history.repositories import Repository
from tests.program import vis

MUNICIPALITIES = tuple(f"exempelort-{number:02}" for number in range(1, 27))
PARTIES = ("region-exempel", *MUNICIPALITIES)


@pytest.fixture
def repository(tmp_path: Path) -> Repository:
    """A county of a region and 26 municipalities, with a version that all of them are to decide about."""
    side = "  type: principal\n  side: {}\n"
    organisations = "region-exempel:\n  name: Region Exempel\n" + side.format("region")
    for name in MUNICIPALITIES:
        organisations += f"{name}:\n  name: {name.capitalize()} kommun\n{side.format('municipality')}"
    found = Repository(tmp_path / "register")
    files = {**county(), "registry/organisations.yaml": organisations}
    files[VERSION.format("1.0")] = version(more=f"parties: [{', '.join(PARTIES)}]\n")
    found.commit(files, "Börja")
    return found


@pytest.mark.parametrize("seed", [1, 2])
def test_27_branches_with_a_decision_each_merge_without_a_conflict_in_any_order(
    repository: Repository, seed: int
) -> None:
    for party in PARTIES:
        repository.git("switch", "-qc", party, "main")
        repository.commit({ADOPTION.format("1.0", party): adoption(party)}, f"{party} antar")
    repository.git("switch", "-q", "main")
    for party in random.Random(seed).sample(PARTIES, len(PARTIES)):
        repository.git("merge", "-q", "--no-edit", party)
    assert repository.git("status", "--porcelain") == ""
    done = vis("check", "--base", "HEAD~27", cwd=repository.root, env=repository.environ)
    assert done.code == 0, done.out
    files = sorted(path.name for path in (repository.root / "agreements/vardplan/adoptions/1.0").iterdir())
    assert files == sorted(f"{party}.yaml" for party in PARTIES)


def test_two_people_who_revise_different_clauses_merge(repository: Repository) -> None:
    for name, old, new in (
        ("regionen", "Regionen upprättar planen.", "Regionen upprättar planen inom en månad."),
        ("kommunen", "Kommunen bidrar till planen.", "Kommunen bidrar till planen med sin kunskap."),
    ):
        repository.git("switch", "-qc", name, "main")
        repository.commit({AGREEMENT: text().replace(old, new)}, name)
    repository.git("switch", "-q", "main")
    for name in ("regionen", "kommunen"):
        repository.git("merge", "-q", "--no-edit", name)
    merged = (repository.root / AGREEMENT).read_text(encoding="utf-8")
    assert "inom en månad" in merged
    assert "med sin kunskap" in merged
    assert vis("check", cwd=repository.root, env=repository.environ).code == 0
