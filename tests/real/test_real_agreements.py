"""The real agreements say what the sources say of them, and nothing that they do not: each fact with its lines."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from vis_cli.facts.force import applies
from vis_cli.facts.versions import parties
from vis_cli.facts.versions import versions as versions_of
from vis_cli.model.adoption import Adoption
from vis_cli.model.agreement import Agreement
from vis_cli.model.organisation import Organisation
from vis_cli.model.version import Version
from vis_cli.registry import Registry, load
from vis_cli.source.tree import WorkTree

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def registry() -> Registry:
    return load(WorkTree(ROOT)).registry


@pytest.fixture(scope="module")
def agreements(registry: Registry) -> dict[str, Agreement]:
    return every(registry, Agreement)


@pytest.fixture(scope="module")
def versions(registry: Registry) -> dict[str, Version]:
    return every(registry, Version)


def every(registry: Registry, kind: type) -> dict[str, Any]:
    return {record.id: record.entity for record in registry.all(kind)}


def who_does_what(agreement: Agreement) -> list[tuple[str, str, tuple[str, ...], bool]]:
    return [(row.task, row.by, row.sources, bool(row.assumed)) for row in agreement.responsibilities]


def cited(citations: tuple[str, ...]) -> set[str]:
    """Every line of some citations, by itself: of `000:2-3,5` the lines `000:2`, `000:3`, `000:5`."""
    lines = set()
    for citation in citations:
        source, _, places = citation.partition(":")
        for place in places.split(","):
            first, _, last = place.partition("-")
            lines |= {f"{source}:{line}" for line in range(int(first), int(last or first) + 1)}
    return lines


# When they apply


def test_three_agreements_have_a_version_whose_number_is_the_registers_own(versions: dict[str, Version]) -> None:
    assert sorted(versions) == ["hok-1.0", "ungdomsmottagningar-1.0", "vard-och-omsorg-for-aldre-1.0"]
    for version in versions.values():
        assert version.version == "1.0"
        assert version.assumed == "Källorna anger inget versionsnummer; 1.0 är registrets eget."


def test_what_the_sources_say_about_when_they_entered_into_force(versions: dict[str, Version]) -> None:
    found = {id: v.stated_in_force for id, v in versions.items() if v.stated_in_force}
    assert {id: (str(stated.date), stated.sources) for id, stated in found.items()} == {
        "hok-1.0": ("2022-23", ("004:16",)),
        "ungdomsmottagningar-1.0": ("2021-03", ("002:361-363",)),
        "vard-och-omsorg-for-aldre-1.0": ("2020", ("002:545-546",)),
    }
    assert {id for id, stated in found.items() if stated.assumed} == {"ungdomsmottagningar-1.0"}  # it is not named


def test_hok_applies_once_all_parties_have_adopted_it_and_not_before_july_2022(versions: dict[str, Version]) -> None:
    rule = versions["hok-1.0"].entry_into_force
    assert rule is not None
    assert (rule.rule, str(rule.not_before), rule.date, rule.at_least) == ("all-parties", "2022-07-01", None, None)
    assert rule.sources == ("001:19-20",)
    assert rule.assumed is not None
    assert "2022-07-01 eller efter att samtliga parter" in rule.assumed  # "or" was read as the later of the two


def test_no_decision_of_a_party_is_recorded_for_the_sources_name_none(registry: Registry) -> None:
    assert every(registry, Adoption) == {}


def test_an_external_region_is_no_party(registry: Registry) -> None:  # 000:61 compares with two other counties
    [hok] = versions_of(registry, "hok")
    assert len(parties(registry, hok)) == 27
    assert not {"region-skane", "vastra-gotalandsregionen"} & set(parties(registry, hok))


@pytest.mark.parametrize(
    ("id", "day", "state"),
    [
        ("hok", "2022-06-30", "not-yet"),
        ("hok", "2022-10-01", "unknown"),  # in the autumn, but on which day
        ("hok", "2023-01-01", "stated"),
        ("ungdomsmottagningar", "2021-02-28", "not-yet"),
        ("ungdomsmottagningar", "2021-04-01", "stated"),
        ("vard-och-omsorg-for-aldre", "2021-01-01", "stated"),
        ("bus", "2023-01-01", "no-version"),
    ],
)
def test_what_applied_is_what_a_source_states_for_no_decision_is_recorded(
    registry: Registry, id: str, day: str, state: str
) -> None:
    agreement = registry.get(Agreement, id)
    assert agreement is not None
    answer = applies(registry, agreement, dt.date.fromisoformat(day))
    assert answer.state == state
    if id == "hok" and answer.entry:
        assert (len(answer.entry.adopted), answer.entry.total) == (0, 27)


# How HÖK came about


def test_hok_was_drafted_by_both_sides_under_the_officials_steering_group(agreements: dict[str, Agreement]) -> None:
    drafting = agreements["hok"].drafting
    assert drafting is not None
    assert set(drafting.authors) == {"storsthlm", "region-stockholm"}
    assert (drafting.steering_group, drafting.sources) == ("tjanstestyrgruppen", ("001:40-43",))
    assert [id for id, agreement in agreements.items() if agreement.drafting] == ["hok"]


def test_hok_was_sent_to_all_municipalities_in_the_spring_of_2021(
    registry: Registry, versions: dict[str, Version]
) -> None:
    [referral] = versions["hok-1.0"].referrals
    assert (str(referral.since), str(referral.until)) == ("2021-21", "2021-21")
    assert (referral.sources, referral.replies) == (("001:50-51",), ())
    organisations = every(registry, Organisation)
    municipalities = {id for id, o in organisations.items() if (o.type, o.side) == ("principal", "municipality")}
    assert len(referral.recipients) == 26
    assert set(referral.recipients) == municipalities


def test_the_board_of_storsthlm_recommended_hok_in_october_2021(
    registry: Registry, versions: dict[str, Version]
) -> None:
    [recommendation] = versions["hok-1.0"].recommendations
    assert (recommendation.body, str(recommendation.date)) == ("storsthlms-styrelse", "2021-10-14")
    assert recommendation.sources == ("001:24-26,43-45",)
    board = every(registry, Organisation)["storsthlms-styrelse"]
    assert (board.type, board.side, board.parent) == ("board", "municipality", "storsthlm")


def test_the_way_through_a_municipality_is_told_and_the_municipality_is_not_named(versions: dict[str, Version]) -> None:
    [told] = [remark for remark in versions["hok-1.0"].remarks if "001:15-18,21" in remark.sources]
    assert "som inte namnges" in told.text
    assert "varefter kommunstyrelsen beslutar" in told.text


# What they say


@pytest.mark.parametrize(
    ("id", "words", "line"),
    [
        ("hok", "en god, sömlös och personcentrerad vård och omsorg", "000:51"),
        ("hok", "samordnat, jämlikt och kostnadseffektivt", "000:53"),
        ("hok", "skapa bättre förutsättningar för samarbete mellan parternas verksamheter", "001:11"),
        ("hok", "hur samverkan ska ske lokalt, delregionalt och regionalt", "001:57"),
        ("hok", "enbart den övergripande organisationen för samverkan", "001:29"),
        ("hok", "samla och stärka samverkan", "004:30"),
        ("hok-riktlinje", "vilka samrådsgrupper som ska etableras", "000:283"),
        ("bus", "de insatser de behöver och har rätt till", "002:305"),
        ("ungdomsmottagningar", "en likvärdig, jämställd och jämlik ungdomsmottagning", "002:362"),
        ("utskrivning-fran-sluten-vard", "länsövergripande ramar vid utskrivning", "002:229"),
        ("vard-och-omsorg-for-aldre", "tre delöverenskommelser", "002:549"),
    ],
)
def test_a_summary_uses_the_words_of_its_sources(
    agreements: dict[str, Agreement], id: str, words: str, line: str
) -> None:
    summary = agreements[id].summary
    assert summary is not None
    assert words in " ".join(summary.split())
    assert line in cited(agreements[id].sources)


def test_an_agreement_of_which_only_the_title_is_known_has_no_summary(agreements: dict[str, Agreement]) -> None:
    assert {id for id, agreement in agreements.items() if agreement.summary} == {
        "hok", "hok-riktlinje", "bus", "ungdomsmottagningar", "utskrivning-fran-sluten-vard",
        "vard-och-omsorg-for-aldre",
    }  # fmt: skip


def test_the_municipality_has_a_coordinating_function_and_the_region_a_coordinating_clinic(
    agreements: dict[str, Agreement],
) -> None:
    rows = [(by, sources, assumed) for _, by, sources, assumed in who_does_what(agreements["hok"])]
    assert rows == [
        ("municipality", ("001:60-62", "002:78-80"), False),  # appoints it
        ("municipality", ("001:62-64", "002:80-82"), False),  # is the way in
        ("municipality", ("001:65-67",), False),  # is the contact
        ("municipality", ("001:68-69", "002:82-83"), False),  # takes part in meetings
        ("municipality", ("001:70-71",), False),  # carries questions to and fro
        ("region", ("001:60-62,75-77", "002:116-118", "004:45-48"), True),  # appoints the clinic
        ("region", ("001:77-79",), True),  # calls the meetings
        ("region", ("001:79-81",), True),  # supports the clinics
    ]


def test_youth_clinics_have_counsellors_of_the_municipality_and_midwives_of_the_region(
    agreements: dict[str, Agreement],
) -> None:
    assert who_does_what(agreements["ungdomsmottagningar"]) == [
        ("Bedriva ungdomsmottagningsverksamhet i samverkan", "both", ("002:357-358",), True),
        ("Ansvara för kuratorsinsatser", "municipality", ("002:359",), True),
        ("Ansvara för barnmorske- och läkarinsatser", "region", ("002:359-360",), True),
        (
            "Samverka lokalt på varje ungdomsmottagning, och länsövergripande genom Storsthlm och Region Stockholm",
            "both",
            ("002:363-365",),
            True,
        ),
    ]


def test_doctors_in_homes_for_older_persons_are_the_regions(agreements: dict[str, Agreement]) -> None:
    rows = who_does_what(agreements["lakarorganisation-i-sarskilt-boende"])
    assert rows == [("Ansvara för läkarinsatser i särskilt boende", "region", ("002:562-565",), True)]


def test_documents_that_go_with_an_agreement(agreements: dict[str, Agreement]) -> None:
    found = {id: [(g.type, g.sources) for g in agreement.guidance] for id, agreement in agreements.items()}
    assert {id: guidance for id, guidance in found.items() if guidance} == {
        "hok": [("information", ("004:17-18",))],
        "bus": [("guidance", ("002:305-312",))],
        "utskrivning-fran-sluten-vard": [
            ("guidance", ("002:231-232",)),
            ("template", ("002:232-233",)),
            ("checklist", ("002:232-233",)),
        ],
    }


def test_the_law_that_demands_four_agreements_is_not_named(agreements: dict[str, Agreement]) -> None:
    bases = [basis for agreement in agreements.values() for basis in agreement.legal_basis]
    assert {(basis.text, basis.sources) for basis in bases} == {
        ("Lagkrav finns; vilken lag anges inte", ("000:142-146",))
    }


def test_each_of_the_17_is_said_to_be_between_the_municipalities_and_the_region(
    agreements: dict[str, Agreement],
) -> None:
    for agreement in agreements.values():
        if agreement.number:
            assert agreement.sources[0].startswith("000:309-31"), agreement.id


# What no source says


def test_no_text_is_there_for_no_source_has_one(agreements: dict[str, Agreement]) -> None:
    for agreement in agreements.values():
        assert (agreement.text_state, agreement.version, agreement.sections) == ("not-transcribed", None, ())


def test_nothing_is_invented_where_the_sources_are_silent(
    agreements: dict[str, Agreement], versions: dict[str, Version]
) -> None:
    for agreement in agreements.values():
        assert agreement.ages is None  # those of 000:104 and 000:126-128 are the groups', not the agreements'
        assert (agreement.subject, agreement.cluster, agreement.work_stream) == (None, None, None)
        assert (agreement.concerned, agreement.related, agreement.amounts) == ((), (), ())
        assert (agreement.cost_responsibility, agreement.prevention, agreement.deviations) == (None, None, None)
        assert (agreement.follow_up, agreement.next_review, agreement.ended) == (None, None, None)
        assert agreement.aligned_to is None
    for version in versions.values():
        assert (version.term, version.notice, version.publication, version.accessions) == (None, None, None, ())
        assert version.parties == ()
