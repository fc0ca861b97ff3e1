"""What a template left behind is found however it is written."""

import pytest

from vis_cli.registry.leftovers import leftovers
from vis_cli.source.file import read


@pytest.mark.parametrize(
    "value", ["TBD", "Tbd", "todo", "Todo: fråga", "FIXME", "fixme", "Fixme", "xxx", "Xxxx", "???", "<namn>", "ja|nej"]
)
def test_a_value_that_only_holds_a_place_is_a_fault(value: str) -> None:
    file, _ = read("registry/people.yaml", f'exempel-a:\n  name: "{value}"\n'.encode())
    assert file
    assert [found.code for found in leftovers(file)] == ["VIS051"]


@pytest.mark.parametrize("value", ["Todos de Exempel", "tbdx", "ja | nej", "xx", "??", "< 3"])
def test_a_value_with_like_letters_is_none(value: str) -> None:
    file, _ = read("registry/people.yaml", f'exempel-a:\n  name: "{value}"\n'.encode())
    assert file
    assert not list(leftovers(file))
