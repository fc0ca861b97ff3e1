"""The sample county as a repository, made once by the real program, for every test that wants a history to ask."""

from pathlib import Path

import pytest

from tests.program import vis


def made(folder: Path, name: str = "exempellan") -> Path:
    """The sample in a new folder below `folder`."""
    done = vis("init", name, "--sample", cwd=folder, timeout=120)
    assert done.code == 0, done.err
    return folder / name


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample. It is to be read only: whoever writes makes a copy (`shutil.copytree`)."""
    return made(tmp_path_factory.mktemp("sample"))
