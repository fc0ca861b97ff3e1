"""What every kind and key means is told in Swedish too, and the two texts agree."""

import gettext
import re
from pathlib import Path

import pytest

from tests.program import vis
from vis_cli.model.docs import all_docs
from vis_cli.reference.catalogue import LOCALE, keys

ROOT = Path(__file__).parent.parent
SWEDISH = gettext.GNUTranslations((ROOT / LOCALE / "keys.mo").open("rb")).gettext
DOCS = sorted({doc for doc, _ in all_docs()})
_CITED = re.compile(r"\(\d{3}:[0-9, -]+\)")
SAME = {"`HSF`.", "`HÖK`.", "`VIS`."}


def test_every_kind_and_key_says_what_it_means() -> None:
    assert "" not in DOCS


def test_the_catalogue_has_them_all_and_no_other() -> None:
    catalogue = gettext.GNUTranslations((ROOT / LOCALE / "keys.mo").open("rb"))
    assert sorted(message for message in catalogue._catalog if message) == sorted(keys()), "run `make generate`"  # type: ignore[attr-defined]


def test_every_one_is_translated_in_keys_po() -> None:
    assert [doc for doc in DOCS if SWEDISH(doc) == doc and doc not in SAME] == []


@pytest.mark.parametrize("doc", DOCS)
def test_a_translation_cites_and_quotes_what_the_original_does(doc: str) -> None:
    swedish = SWEDISH(doc)
    assert re.findall(r"`[^`]*`", swedish) == re.findall(r"`[^`]*`", doc)
    assert _CITED.findall(swedish) == _CITED.findall(doc)
    assert swedish.count("*") % 2 == 0
    assert swedish == " ".join(swedish.split())
    assert swedish[-1] == doc[-1]
    assert swedish[0].isupper() or not swedish[0].isalpha()


@pytest.mark.parametrize(
    ("what", "told"),
    [
        (
            "group.members.node",
            "group.members.node (nod): `true` eller `false`\n    Om innehavaren är gruppens nod mot",
        ),
        ("fund.portions.rule", "Ett fast belopp; det som återstår; lika mellan huvudmännen;"),
        ("forum", "forum: registry/forums/{id}.yaml\n    Ett lokalt samverkansforum:"),
        ("grupp", "group (grupp): registry/groups/{id}.yaml\n    Ett organ i samverkan.\n"),
    ],
)
def test_a_key_and_a_kind_are_explained_in_swedish(tmp_path: Path, what: str, told: str) -> None:
    assert told in vis("explain", what, cwd=tmp_path, env={"VIS_LANG": "sv"}).out
