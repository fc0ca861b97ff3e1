"""How the secretariat is staffed."""

import datetime as dt

from vis_cli.facts.secretariat import Staffing, staffing
from vis_cli.model.group import Group


def secretariat(*terms: dict) -> Group:
    seats = [{"side": "region", "role": "process-leader", **term} for term in terms]
    base = {"id": "s", "name": "S", "type": "secretariat", "level": "regional", "status": "active"}
    return Group.model_validate({**base, "members": seats})


def test_seats_without_a_last_day_are_counted() -> None:
    assert staffing(secretariat({}, {}, {"until": "2030"}), "region") == Staffing(2, None)
    assert staffing(secretariat({}, {}), "municipality") == Staffing(0, None)


def test_a_change_of_person_is_no_vacancy() -> None:
    changed = secretariat({"until": "2030-06-30"}, {"from": "2030-07-01"})
    assert staffing(changed, "region") == Staffing(1, None)


def test_a_place_that_was_left_is_known_to_stand_empty() -> None:
    left = secretariat({"from": "2029"}, {"from": "2029", "until": "2030-06-30"})
    assert staffing(left, "region") == Staffing(1, dt.date(2030, 7, 1))


def test_adjuncts_and_substitutes_do_not_staff_it() -> None:
    assert staffing(secretariat({}, {"role": "adjunct"}), "region") == Staffing(1, None)
