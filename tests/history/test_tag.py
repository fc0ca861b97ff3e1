"""Tags are annotated, set once and never moved."""

import pytest
from repositories import Repository

from vis_cli.errors import Failure
from vis_cli.history.commits import tags
from vis_cli.history.tag import tag, tag_all


def test_a_tag_names_a_commit_and_says_who_and_why(register: Repository) -> None:
    tip = register.git("rev-parse", "HEAD")
    oid = tag(register.open(), "agreement/exempel/1.0", tip, "Version 1.0, enligt protokoll")
    assert register.git("rev-parse", "refs/tags/agreement/exempel/1.0") == oid
    (found,) = tags(register.open(), "agreement/exempel")
    assert (found.commit, found.author, found.message) == (tip, "Exempel Person", "Version 1.0, enligt protokoll")
    register.git("fsck", "--strict")


def test_a_tag_is_never_moved(register: Repository) -> None:
    first = register.git("rev-parse", "HEAD")
    oid = tag(register.open(), "agreement/exempel/1.0", first, "Ett")
    second = register.commit({"README.md": "# Två\n"})
    with pytest.raises(Failure, match="never moved") as caught:
        tag(register.open(), "agreement/exempel/1.0", second, "Två")
    assert caught.value.exit_code == 3
    assert register.git("rev-parse", "refs/tags/agreement/exempel/1.0") == oid


def test_of_several_tags_all_are_set_or_none(register: Repository) -> None:
    tip = register.git("rev-parse", "HEAD")
    tag(register.open(), "agreement/exempel/2.0", tip, "Två")
    with pytest.raises(Failure, match=r"a tag `agreement/exempel/2\.0` already"):
        tag_all(register.open(), [(f"agreement/exempel/{number}", tip, "x") for number in ("1.0", "2.0", "3.0")])
    assert register.git("tag") == "agreement/exempel/2.0"
    made = tag_all(register.open(), [(f"agreement/exempel/{number}", tip, "x") for number in ("1.0", "3.0")])
    assert register.git("rev-parse", "agreement/exempel/1.0", "agreement/exempel/3.0").split("\n") == made


@pytest.mark.parametrize("name", ["", "a b", "../x", "a..b", "x.lock", "a\nb", "a~1"])
def test_what_cannot_be_a_name_is_wrong_use(register: Repository, name: str) -> None:
    with pytest.raises(Failure, match="cannot be the name") as caught:
        tag(register.open(), name, register.git("rev-parse", "HEAD"), "x")
    assert caught.value.exit_code == 2
    assert register.git("for-each-ref", "refs/tags") == ""
