"""Every rule's page is its test: the Wrong examples go wrong where they say, the Right ones are clean."""

import re

import pytest

import vis_cli.rules
from vis_cli.check import Rule, check, rulebook
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree

RULES = list(rulebook(vis_cli.rules))
_BLOCK = re.compile(r"^```(\w+) (\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_BEFORE = "before"
"""The word of a fence that holds a file as it was, and the revision that places in it name."""
_MARK = re.compile(r"\s*# (VIS\d{3}(?:, VIS\d{3})*)$")


Example = dict[tuple[str, str], str]
"""Files by their path and revision: empty, or `before` for a rule against the past."""


def examples(rule: Rule, heading: str) -> list[Example]:
    """The example registries below a heading; a path that comes again begins another registry."""
    _, _, rest = rule.page.partition(f"\n{heading}:\n")
    rest = re.split(r"\n(?:Wrong|Right):\n", rest)[0]
    found: list[Example] = []
    for word, path, text in _BLOCK.findall(rest):
        key = (path, _BEFORE if word == _BEFORE else "")
        if not found or key in found[-1]:
            found.append({})
        found[-1][key] = text
    return found


def judge(rule: Rule, files: Example):
    now, before = ({path: text for (path, at), text in files.items() if at == state} for state in ("", _BEFORE))
    assert bool(before) == bool(rule.change)
    base = load(MemoryTree(before), revision=_BEFORE) if before else None
    assert base is None or [item.code for item in base.diagnostics if item.code != "VIS031"] == []
    # What a change leaves is a register, if nothing else of it is in the example.
    ignore = ["VIS031", "VIS029"] if before else ["VIS031"]
    select = ["VIS0", rule.code]
    return check(load(MemoryTree(now)), rulebook(vis_cli.rules), select=select, ignore=ignore, base=base)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_a_rule_has_a_page_with_a_swedish_headline_and_both_examples(rule: Rule) -> None:
    assert rule.headline.endswith(".")
    assert rule.swedish.endswith(".")
    assert examples(rule, "Wrong")
    assert examples(rule, "Right")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_wrong_examples_go_wrong_on_the_marked_lines_and_nowhere_else(rule: Rule) -> None:
    for files in examples(rule, "Wrong"):
        expected = {
            (path, at, number, code)
            for (path, at), text in files.items()
            for number, line in enumerate(text.splitlines(), 1)
            if (mark := _MARK.search(line))
            for code in mark[1].split(", ")
        }
        places = [(item.primary, item.code) for item in judge(rule, files).diagnostics]
        assert {(place.path, place.revision, place.line, code) for place, code in places} == expected
        assert any(code == rule.code for *_, code in expected)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_the_right_examples_are_clean(rule: Rule) -> None:
    for files in examples(rule, "Right"):
        assert judge(rule, files).diagnostics == ()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_every_message_and_help_can_be_filled_in(rule: Rule) -> None:
    for files in examples(rule, "Wrong"):
        verdict = judge(rule, files)
        for item in verdict.diagnostics:
            assert "{" not in item.message.format(**item.values)
            item.help.format(**item.values)
            for label in item.related:
                label.message.format(**label.values)
            if gap := verdict.gaps.get(item.code):
                gap.format(count=1, **item.values)
