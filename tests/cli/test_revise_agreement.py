"""`vis agreement revise`: a new version begins from the one before."""

from pathlib import Path

import pytest

from tests.cli.agreements import COUNTY
from tests.program import Done, register, vis

FILE = "agreements/provavtalet/agreement.yaml"
AGREEMENT = """\
id: provavtalet
title: Provavtalet
type: agreement
version: '1.4'  # den som gäller
text_state: original
sections:
  - id: ansvar
    heading: Ansvarsfördelning
    text: Regionen och kommunerna ansvarar tillsammans.  # kvar från 2020
"""
FIRST = """\
agreement: provavtalet
version: '1.4'
parties:
  - region-exempel
  - exempelby-kommun
entry_into_force:
  rule: at-least
  not_before: 2020-01-01
  at_least: 2
  sources:
    - '000'
term:
  until: 2020-12-31
  renewal_months: 12
  extensions:
    - until: 2090-12-31
notice:
  months: 6
  effect: all-ends
referrals:
  - from: 2019-01-01
recommendations:
  - body: exempelgruppen
publication:
  date: 2019-10-01
  digest: {digest}
"""
UNPUBLISHED = "agreement: provavtalet\nversion: '1.4'\nentry_into_force:\n  rule: all-parties\n"


@pytest.fixture
def county(tmp_path: Path) -> Path:
    first = FIRST.format(digest="c0ffee00" * 8)
    return register(tmp_path, {**COUNTY, FILE: AGREEMENT, "agreements/provavtalet/versions/1.4.yaml": first})


def revise(county: Path, *arguments: str) -> Done:
    return vis("agreement", "revise", *arguments, cwd=county)


def version(county: Path, number: str) -> str:
    return (county / f"agreements/provavtalet/versions/{number}.yaml").read_text()


def test_what_holds_beyond_a_version_carries_over_and_what_is_past_does_not(county: Path) -> None:
    done = revise(county, "Provavtalet")
    assert (done.code, done.lines) == (0, [FILE, "agreements/provavtalet/versions/2.0.yaml"])
    assert version(county, "2.0") == (
        "agreement: provavtalet\n"
        "version: '2.0'\n"
        "parties:\n"
        "  - region-exempel\n"
        "  - exempelby-kommun\n"
        "entry_into_force:\n"
        "  rule: at-least\n"
        "  at_least: 2\n"
        "term:\n"
        "  until: 2090-12-31\n"
        "  renewal_months: 12\n"
        "notice:\n"
        "  months: 6\n"
        "  effect: all-ends\n"
    )


def test_parties_that_were_all_there_were_are_all_there_are_of_the_new_version(county: Path) -> None:
    first = FIRST.format(digest="c0ffee00" * 8)
    everyone = first.replace(
        "  - exempelby-kommun\n", "  - exempelby-kommun\n  - provkoping-kommun\n  - testvik-kommun\n"
    )
    register(county, {"agreements/provavtalet/versions/1.4.yaml": everyone})
    assert revise(county, "provavtalet").code == 0
    assert "parties" not in version(county, "2.0")  # which means those that there are when it is made


def test_of_the_text_only_the_number_is_changed(county: Path) -> None:
    revise(county, "provavtalet", "--minor")
    assert (county / FILE).read_text() == AGREEMENT.replace("'1.4'", "'1.5'")
    assert vis("fmt", "--check", "agreements/provavtalet/versions/1.5.yaml", cwd=county).code == 0


def test_a_new_rule_and_new_dates_can_be_given(county: Path) -> None:
    done = revise(county, "provavtalet", "--version", "3.0", "--rule", "fixed-date", "--on-date", "2031-07-01")
    assert done.code == 0
    assert "entry_into_force:\n  rule: fixed-date\n  date: 2031-07-01\nterm:" in version(county, "3.0")


@pytest.mark.parametrize("number", ["1.4", "1.3", "0.9"])
def test_a_number_that_is_not_above_the_last_is_refused(county: Path, number: str) -> None:
    done = revise(county, "provavtalet", "--version", number)
    assert done.code == 2
    assert f"version {number} is not above 1.4, the last one of `provavtalet`" in done.err
    assert "the next are 1.5 for a revision, 2.0 for a new agreement on the text" in done.err


def test_one_that_is_being_worked_on_is_not_begun_again(county: Path) -> None:
    register(county, {"agreements/provavtalet/versions/1.4.yaml": UNPUBLISHED})
    done = revise(county, "provavtalet")
    assert done.code == 1
    assert "version 1.4 of `provavtalet` is not published yet" in done.err
    assert f"go on editing `{FILE}`" in done.err
    assert (county / FILE).read_text() == AGREEMENT


def test_an_agreement_whose_text_is_not_there_gets_the_sections_of_the_structure(county: Path) -> None:
    done = revise(county, "exempelavtalet")
    assert done.code == 2
    assert "no version of `exempelavtalet` is registered, so the number of the new one is not known" in done.err
    assert revise(county, "exempelavtalet", "--version", "2.0").code == 0
    text = (county / "agreements/exempelavtalet/agreement.yaml").read_text()
    assert "version: '2.0'\ntext_state: original\nsections:\n  # Skriv under varje rubrik:" in text
    assert "    heading: Uppföljning\n    # Utifrån vilka kriterier överenskommelsen följs upp" in text
    assert vis("check", "agreements/exempelavtalet", cwd=county).code == 0
    assert vis("fmt", "--check", "agreements/exempelavtalet", cwd=county).code == 0


def test_an_agreement_that_is_ended_gets_no_new_version(county: Path) -> None:
    register(county, {FILE: AGREEMENT + "ended:\n  last_day: 2030-12-31\n"})
    done = revise(county, "provavtalet")
    assert (done.code, (county / "agreements/provavtalet/versions/2.0.yaml").exists()) == (1, False)
    assert "`provavtalet` is ended" in done.err


def test_a_dry_run_writes_nothing(county: Path) -> None:
    done = revise(county, "provavtalet", "--dry-run")
    assert done.code == 0
    assert "+version: '2.0'" in done.out
    assert (county / FILE).read_text() == AGREEMENT
