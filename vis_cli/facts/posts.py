"""Posts: what a person was on a day."""

import datetime as dt

from vis_cli.facts.terms import holds
from vis_cli.model.person import Person, Post


def post_on(person: Person, on: dt.date) -> Post | None:
    """The post that the person held on a day; of several the one listed last, since the latest stands last.

    Where no post is certain, the only one that is possible. None where the dates do not tell.
    """
    held = [(post, holds(post, on)) for post in person.posts]
    certain = [post for post, sure in held if sure]
    if certain:
        return certain[-1]
    possible = [post for post, sure in held if sure is None]
    return possible[0] if len(possible) == 1 else None
