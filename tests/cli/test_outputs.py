"""A file that a command is told to write is there whole, or as it was."""

import resource
import stat
import subprocess
from pathlib import Path

import pytest

from tests.bodies import county
from tests.program import PROGRAM, environment, register, vis


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return register(tmp_path / "register", county(), vis_yaml=None)


def test_the_permissions_of_a_file_that_is_written_again_stay(here: Path, tmp_path: Path) -> None:
    out = tmp_path / "möten.ics"
    assert vis("calendar", "-o", out, cwd=here).code == 0
    first = out.read_bytes()
    out.chmod(0o600)
    assert vis("calendar", "-o", out, cwd=here).code == 0
    assert (out.read_bytes(), stat.S_IMODE(out.stat().st_mode)) == (first, 0o600)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["möten.ics", "register"]


def test_of_a_link_what_it_leads_to_is_written(here: Path, tmp_path: Path) -> None:
    (tmp_path / "link.ics").symlink_to("real.ics")
    assert vis("calendar", "-o", tmp_path / "link.ics", cwd=here).code == 0
    assert (tmp_path / "link.ics").is_symlink()
    assert (tmp_path / "real.ics").read_bytes().startswith(b"BEGIN:VCALENDAR")


def test_standard_output_by_its_name_stays_what_it_is(here: Path, tmp_path: Path) -> None:
    before = Path("/dev/stdout").readlink()
    (tmp_path / "stdout.ics").symlink_to("/dev/stdout")
    command = [*PROGRAM, "calendar", "-o", tmp_path / "stdout.ics"]
    done = subprocess.run(command, cwd=here, env=environment(here), capture_output=True, check=True)
    assert done.stdout.startswith(b"BEGIN:VCALENDAR")
    assert Path("/dev/stdout").readlink() == before


def test_on_a_full_disk_the_file_is_as_it_was(here: Path, tmp_path: Path) -> None:
    out = tmp_path / "möten.ics"
    assert vis("calendar", "-o", out, cwd=here).code == 0
    before = out.read_bytes()

    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (100, resource.RLIM_INFINITY))

    done = vis("calendar", "-o", out, cwd=here, prepare=full)
    assert (done.code, done.out) == (5, "")
    assert "cannot be written: File too large" in done.err
    assert out.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["möten.ics", "register"]
