"""The first line for editors stays the first, whatever is done to the file."""

import pytest

from vis_cli.source.edit import add_key, insert_item, move_item, remove, set_value
from vis_cli.source.editor_line import first_line, with_line

LINE = first_line("registry/people.yaml", ".vis/schema/person.json")
PEOPLE = f"{LINE}\n# den första\nann:\n  name: Ann\nbo:\n  name: Bo\n"


def test_the_way_to_the_schema_is_from_the_folder_of_the_file() -> None:
    assert LINE == "# yaml-language-server: $schema=../.vis/schema/person.json"
    assert first_line("agreements/hok/versions/1.0.yaml", "s.json").endswith("=../../../s.json")


@pytest.mark.parametrize(
    "changed",
    [
        remove(PEOPLE, ("ann",)),
        remove(remove(PEOPLE, ("ann",)), ("bo",)),
        add_key(PEOPLE, (), "aa", {"name": "Aa"}, order=["aa", "ann", "bo"]),
        add_key(PEOPLE, (), "cc", {"name": "Cc"}),
        set_value(PEOPLE, ("ann", "name"), "Anna"),
        set_value(PEOPLE, (), {"cc": {"name": "Cc"}}),
        move_item(f"{LINE}\n- a\n- b\n", (), 0, 1),
        insert_item(f"{LINE}\n- a\n- b\n", (), 0, "c"),
    ],
)
def test_it_stays_first(changed: str) -> None:
    assert changed.startswith(f"{LINE}\n")
    assert changed.count("yaml-language-server") == 1


def test_a_comment_above_the_first_goes_with_it() -> None:
    assert remove(PEOPLE, ("ann",)) == f"{LINE}\nbo:\n  name: Bo\n"


def test_the_line_comes_before_all_else_and_once() -> None:
    for text in ("id: a\n", "---\nid: a\n", "\ufeff# om\nid: a\n", f"{first_line('x/y.yaml', 'gammal.json')}\nid: a\n"):
        data = with_line(text.encode(), LINE)
        assert data.removeprefix(b"\xef\xbb\xbf").startswith(f"{LINE}\n".encode())
        assert data.count(b"yaml-language-server") == 1
        assert with_line(data, LINE) == data
