"""The stages of a version's life: which may follow which."""

import pytest

from vis_cli.facts.life import TRANSITIONS, may_follow
from vis_cli.facts.stage import ORDER

WAY = ("draft", "referral", "published", "recommended", "adoption", "adopted", "in-force")


def test_every_stage_has_its_place_in_the_table() -> None:
    assert set(TRANSITIONS) == {"unknown", *ORDER}


@pytest.mark.parametrize("place", range(len(WAY)))
def test_life_goes_forwards_and_only_a_referral_leads_back(place: int) -> None:
    stage = WAY[place]
    assert all(may_follow(stage, later) for later in (*WAY[place:], "replaced", "ended"))
    back = [earlier for earlier in WAY[:place] if may_follow(stage, earlier)]
    assert back == (["draft"] if stage == "referral" else [])


def test_an_end_is_the_end_though_a_successor_may_be_found_later() -> None:
    assert may_follow("ended", "replaced")
    assert not any(may_follow("replaced", stage) for stage in (*WAY, "ended"))
    assert not any(may_follow("ended", stage) for stage in WAY)


def test_what_was_not_known_may_become_known_and_not_the_reverse() -> None:
    assert all(may_follow("unknown", stage) for stage in ORDER)
    assert not any(may_follow(stage, "unknown") for stage in ORDER)
