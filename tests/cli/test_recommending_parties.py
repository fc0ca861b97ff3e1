"""A body recommends the parties of an agreement to adopt it: said in its minutes, and at the agreement."""

from pathlib import Path

import pytest

from tests.agreements import AGREEMENT, VERSION, text, version
from tests.meetings import COUNTY, OFFICIALS, item, meeting
from tests.program import Done, register, vis

ID = f"{OFFICIALS}-2031-02-20"
FILE = f"registry/meetings/{OFFICIALS}/2031-02-20.yaml"
MINUTES = meeting(
    *(OFFICIALS, "2031-02-20", "held"),
    item("vardplanen", "Vårdplanen", "recommendation"),
    attendance=[
        {"person": "rut-region", "capacity": "region", "present": True, "role": "chair"},
        {"person": "karin-kommun", "capacity": "municipality", "present": True},
    ],
)


@pytest.fixture
def county(tmp_path: Path) -> Path:
    own = {AGREEMENT: text(), VERSION.format("1.0"): version()}
    return register(tmp_path, {**COUNTY, **MINUTES, **own}, vis_yaml=None)


def run(county: Path, *arguments: str, lang: str = "en") -> Done:
    return vis(*arguments, cwd=county, env={"VIS_LANG": lang, "VIS_TODAY": "2031-03-01"})


def test_what_is_recommended_about_an_agreement_is_recommended_to_its_parties(county: Path) -> None:
    said = ("--recommends", "anta överenskommelsen", "--agreement", "vardplan", "--version", "1.0")
    done = run(county, "meeting", "record", ID, "1", *said)
    assert (done.code, done.lines) == (0, [FILE]), done.err
    assert f"`vis agreement recommend vardplan 1.0 --meeting {ID}` records it there too" in done.err
    written = (county / FILE).read_text(encoding="utf-8")
    assert "recipient" not in written
    assert "        type: recommends\n        text: anta överenskommelsen\n        agreement: vardplan\n" in written
    found = run(county, "check", "--select", "VIS154,VIS155,VIS254,VIS255").out
    assert "VIS255" in found
    assert not {code for code in ("VIS154", "VIS155", "VIS254") if code in found}
    assert "VIS tjänstegrupp rekommenderar parterna att anta överenskommelsen." in run(county, "decision", "list").out
    minutes = run(county, "meeting", "minutes", ID, "--format", "md").out
    assert "VIS tjänstegrupp rekommenderar parterna att" in minutes
    assert "rekommenderar parterna att anta överenskommelsen." in " ".join(
        run(county, "meeting", "show", ID).out.split()
    )


def test_the_agreement_takes_the_body_and_the_day_from_the_meeting(county: Path) -> None:
    run(county, "meeting", "record", ID, "1", "--recommends", "anta den", "--agreement", "vardplan", "--version", "1.0")
    tried = run(county, "agreement", "recommend", "vardplan", "--meeting", "Tjänstegruppen 2031-02-20", "--dry-run")
    assert tried.code == 0
    assert "would then be:" in tried.err
    done = run(county, "agreement", "recommend", "vardplan", "--meeting", "Tjänstegruppen 2031-02-20")
    assert done.code == 0, done.err
    assert "would then be" not in done.err
    assert f"recommendations:\n  - body: {OFFICIALS}\n    date: 2031-02-20\n    meeting: {ID}\n" in (
        county / VERSION.format("1.0")
    ).read_text(encoding="utf-8")
    assert run(county, "check", "--select", "VIS254,VIS255").code == 0
    assert "VIS255" not in run(county, "check", "--select", "VIS254,VIS255").out


def test_without_a_meeting_the_body_and_the_day_must_be_said(county: Path) -> None:
    done = run(county, "agreement", "recommend", "vardplan")
    assert (done.code, done.out) == (2, "")
    assert "missing: --body, --date" in done.err


def test_what_is_recommended_to_the_parties_does_not_go_on_for_decision_to_the_body_above(county: Path) -> None:
    run(county, "meeting", "record", ID, "1", "--recommends", "anta den", "--agreement", "vardplan")
    done = run(county, "meeting", "forward", ID, "1", "--as", "decision")
    assert done.code == 1
    assert "recommends nothing to `politikergruppen`" in done.err
