"""`vis agreement texts`: every agreement as a PDF of its own, the same as each is by itself."""

import time
from pathlib import Path

from tests.agreements import ADOPTION, PARTIES, adoption, county, text
from tests.program import register, vis

TODAY = {"VIS_TODAY": "2031-09-01"}


def two_agreements(folder: Path) -> Path:
    """One that has been adopted, and one of which nobody has decided anything."""
    draft = text().replace("id: vardplan", "id: utkastet", 1)
    adopted = {ADOPTION.format("1.0", party): adoption(party) for party in PARTIES}
    return register(folder, county() | adopted | {"agreements/utkastet/agreement.yaml": draft})


def test_each_is_written_as_it_is_by_itself(tmp_path: Path) -> None:
    here = two_agreements(tmp_path)
    done = vis("agreement", "texts", cwd=here, env=TODAY, timeout=60)
    assert (done.code, done.out) == (0, ""), done.err
    written = sorted(path.name for path in (here / "out/agreements").iterdir())
    assert written == ["utkastet.pdf", "vardplan.pdf"]
    for name in written:
        alone = here / "out" / name
        assert vis("agreement", "text", name[:-4], "-o", alone, cwd=here, env=TODAY).code == 0
        assert alone.read_bytes() == (here / "out/agreements" / name).read_bytes()


def test_only_those_that_apply(tmp_path: Path) -> None:
    here = two_agreements(tmp_path)
    assert vis("agreement", "texts", "--applies", "-o", here / "out" / "giltiga", cwd=here, env=TODAY).code == 0
    assert [path.name for path in (here / "out/giltiga").iterdir()] == ["vardplan.pdf"]


def test_what_has_faults_is_left_out_and_said_and_the_others_are_written(tmp_path: Path) -> None:
    here = two_agreements(tmp_path)
    (here / "agreements/utkastet/agreement.yaml").write_text("id: utkastet\ntitle: Utkastet\n", encoding="utf-8")
    done = vis("agreement", "texts", cwd=here, env=TODAY)
    assert done.code == 1
    assert "not made, because their files have faults: utkastet" in done.err
    assert [path.name for path in (here / "out/agreements").iterdir()] == ["vardplan.pdf"]


def test_a_foreign_file_in_the_folder_stops_it_before_anything_is_written(tmp_path: Path) -> None:
    here = two_agreements(tmp_path)
    foreign = here / "out/agreements/vardplan.pdf"
    foreign.parent.mkdir(parents=True)
    foreign.write_bytes(b"%PDF-1.4 mitt eget")
    before = time.time_ns()
    done = vis("agreement", "texts", cwd=here, env=TODAY)
    assert done.code == 2
    assert foreign.read_bytes() == b"%PDF-1.4 mitt eget"
    assert foreign.stat().st_mtime_ns < before
    assert [path.name for path in foreign.parent.iterdir()] == ["vardplan.pdf"]
