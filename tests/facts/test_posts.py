"""What a person was on a day."""

import datetime as dt

import pytest

from vis_cli.facts.posts import post_on
from vis_cli.model.person import Person


def person(*posts: dict) -> Person:
    return Person.model_validate({"name": "Exempel Person", "posts": [{"organisation": "o", **post} for post in posts]})


@pytest.mark.parametrize(
    ("on", "title"),
    [("2029-12-31", "utredare"), ("2030-06-30", "utredare"), ("2030-07-01", "chef"), ("2031-02-19", "chef")],
)
def test_it_is_the_post_whose_term_holds_the_day(on: str, title: str) -> None:
    somebody = person({"title": "utredare", "until": "2030-06-30"}, {"title": "chef", "from": "2030-07-01"})
    assert post_on(somebody, dt.date.fromisoformat(on)).title == title


def test_between_two_posts_there_is_none() -> None:
    somebody = person({"title": "utredare", "until": "2030-06-30"}, {"title": "chef", "from": "2031-01-01"})
    assert post_on(somebody, dt.date(2030, 9, 1)) is None


def test_of_two_posts_at_once_it_is_the_one_listed_last() -> None:
    somebody = person({"title": "utredare"}, {"title": "chef", "from": "2030-07-01"})
    assert post_on(somebody, dt.date(2029, 1, 1)).title == "utredare"
    assert post_on(somebody, dt.date(2031, 1, 1)).title == "chef"


def test_where_nothing_is_certain_it_is_the_only_possible_one_or_none() -> None:
    assert post_on(person({"title": "chef", "from": "2030"}), dt.date(2030, 3, 1)).title == "chef"
    torn = person({"title": "utredare", "until": "2030"}, {"title": "chef", "from": "2030"})
    assert post_on(torn, dt.date(2030, 3, 1)) is None
