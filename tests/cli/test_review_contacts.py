"""What a stranger tried on contacts: areas before their time, dates that are not certain, refusals that mislead."""

from pathlib import Path

import pytest

from tests.contacts import CONTACTS, answered, contact
from tests.program import register

SPLIT = """\
norrjarvo:
  name: Norrjärvö
  type: district
  municipality: exempelstad-kommun
  from: 2032-01-01
soderjarvo:
  name: Söderjärvö
  type: district
  municipality: exempelstad-kommun
  from: 2032-01-01
"""


@pytest.fixture
def here(tmp_path: Path) -> Path:
    """The county, where two districts were merged into one, which is then split in two."""
    areas = CONTACTS["registry/areas.yaml"].replace(
        "  from: 2031-01-01\n",
        "  from: 2031-01-01\n  until: 2031-12-31\n  successors: [{area: norrjarvo}, {area: soderjarvo}]\n",
    )
    own = 'id: jarvo\ngsa:\n  - {clinic: Järvö vårdcentral, from: "2031"}\n'
    files = CONTACTS | {"registry/areas.yaml": areas + SPLIT, "registry/contacts/jarvo.yaml": own}
    return register(tmp_path, files, vis_yaml=None)


def test_an_area_that_begins_later_is_answered_for_by_what_there_is(here: Path) -> None:
    said = answered(here, "find", "Norrjärvö", "--on", "2031-06-01")
    assert said[:2] == ["Järvö (district of Exempelstad)", "Norrjärvö begins 2032-01-01; until then there is Järvö"]
    assert "GSA    Järvö vårdcentral" in said
    said = answered(here, "find", "Norrjärvö", "--on", "2030-06-01")
    assert said[0] == "Rinkby-Kisa (district of Exempelstad)"
    assert "Tenstad (district of Exempelstad)" in said
    said = answered(here, "find", "Rinkby-Kisa", "--on", "2032-02-29")
    assert [line for line in said if "district" in line] == [
        "Norrjärvö (district of Exempelstad)",
        "Söderjärvö (district of Exempelstad)",
    ]


def test_a_holder_of_whom_the_dates_do_not_tell_is_not_given_for_certain(here: Path) -> None:
    assert "whether it holds on that day is not certain" in answered(here, "find", "Järvö", "--on", "2031-06-01")
    assert "whether it holds on that day is not certain" not in answered(here, "find", "Järvö", "--on", "2031-12-31")


def test_a_health_centre_that_begins_too_early_is_not_told_to_be_shared(here: Path) -> None:
    done = contact(here, "set", "Exempelby", "gsa", "--clinic", "Torget", "--from", "2030-06-01")
    assert (done.code, "--share" in done.err) == (1, False)
    assert "give the day with --from, or correct that one in registry/contacts/exempelby.yaml" in done.err


@pytest.mark.parametrize("mailbox", ["inte en adress", "=cmd|' /C calc'!A0", "a@b", "Ann <ann@exempelby.example>"])
def test_a_mailbox_is_an_address(here: Path, mailbox: str) -> None:
    done = contact(here, "set", "Exempelby", "ksa", f"--mailbox={mailbox}")
    assert (done.code, f"`{mailbox}` is not an e-mail address" in done.err) == (2, True), done.err
    assert contact(here, "set", "Exempelby", "ksa", "--mailbox", "åsa.o-k+a@exempelby.example", "--dry-run").code == 0
