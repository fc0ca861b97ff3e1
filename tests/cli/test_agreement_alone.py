"""What is said of one agreement is said from the few files that tell it, and is what the whole register says."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.program import vis
from vis_cli.cli.agreement.alone import alone
from vis_cli.facts.force import Answer, applies
from vis_cli.facts.versions import parties, versions
from vis_cli.facts.waiting import waiting
from vis_cli.model.agreement import Agreement
from vis_cli.model.values import When
from vis_cli.registry import load
from vis_cli.source.tree import WorkTree


def plain(answer: Answer) -> list[Any]:
    """What an answer says, without the records that it was read from."""
    entry, coming = answer.entry, answer.coming
    return [
        answer.state,
        answer.version and answer.version.id,
        [answer.since, answer.until, answer.inherited, [item.id for item in answer.beside]],
        entry and [entry.entered, entry.standings, entry.adopted, entry.missing, entry.refused, entry.earliest],
        coming and coming.version.id,
    ]


def test_each_agreement_of_the_sample_is_answered_the_same_without_the_others(sample: Path) -> None:
    whole = load(WorkTree(sample)).registry
    days = [When.parse(f"{year}-07-01").earliest for year in range(2015, 2036, 4)]
    for record in whole.all(Agreement):
        part = alone(WorkTree(sample), record.id)
        assert part is not None
        every = dict.fromkeys(party for version in versions(whole, record.id) for party in parties(whole, version))
        for day in days:
            for party in (None, *every):
                one, other = part.get(Agreement, record.id), record
                assert one is not None
                assert plain(applies(part, one, day, party)) == plain(applies(whole, other, day, party))
            found = [[item.version.id, item.standing] for item in waiting(part, day, record.id)]
            assert found == [[item.version.id, item.standing] for item in waiting(whole, day, record.id)]


@pytest.mark.parametrize("party", [None, "exempelregionen"])
def test_one_agreement_is_told_in_the_same_words_as_among_all(sample: Path, party: str | None) -> None:
    options = ["--on", "2031-01-01", *(["--party", party] if party else []), "--json"]
    all_of_them = vis("agreement", "applies", *options, cwd=sample)
    assert all_of_them.code == 0, all_of_them.err
    for item in json.loads(all_of_them.out)["answers"]:
        alone_told = vis("agreement", "applies", item["agreement"], *options, cwd=sample)
        assert json.loads(alone_told.out)["answers"] == [item]
