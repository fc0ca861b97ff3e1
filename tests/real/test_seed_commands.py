"""The figures of the sources as a person asks for them: the command, and what its answer says. (000-004)

Each expectation is written from the source by hand, with the line that prints it.
"""

from functools import cache
from pathlib import Path

import pytest

from tests.program import vis

ROOT = Path(__file__).parents[2]
ON_2022, ON_2025 = ("--on", "2022-06-30"), ("--on", "2025-01-01")


@cache
def said(*arguments: str) -> str:
    """What the program says of the real register, both streams, on one line."""
    done = vis(*arguments, cwd=ROOT, env={"VIS_TODAY": "2026-03-02"})
    assert done.code == 0, done.err
    return " ".join((done.out + done.err).split())


ANSWERED = [
    # 000: the system of 2022
    ("000:86-88", ("report", "inventory", *ON_2022), "Sex grupper: fem gemensamma, en kommunal"),
    ("000:195,214,229", ("report", "inventory", *ON_2022), "Årsplan finns för tre av sex"),
    ("000:94-95", ("group", "show", "BUSSAM"), "vårdgivare"),
    ("000:94-95", ("group", "show", "regionala-samradet"), "SLSO: member, region - WeMind: member, region"),
    ("000:94-95", ("group", "show", "styrgrupp-um"), "SLSO: member, region"),
    ("000:99", ("report", "inventory", "regionala-samradet"), "25 %"),
    ("000:112", ("report", "inventory", "bussam"), "ca 8 förmöten per år"),
    ("000:119", ("report", "inventory", "bussam"), "Nyhetsbrev publiceras fyra gånger per år"),
    ("000:149", ("report", "inventory", "regionala-samradet"), "ca 20 lokala grupper i länet"),
    ("000:168", ("report", "inventory", "styrgrupp-uph"), "varannan vecka"),
    ("000:189", ("report", "inventory", "styrgrupp-um"), "ett till två möten per termin"),
    ("000:210-211", ("report", "inventory", "styrgrupp-digital"), "februari 2021"),
    ("000:143", ("agreement", "show", "missbruk-och-beroende"), "Demanded by law Lagkrav finns"),
    ("000:143", ("agreement", "show", "vuxna-med-psykisk-sjukdom"), "Demanded by law Lagkrav finns"),
    ("000:295-300", ("group", "mandate", "aldres-halsa"), "### Bidra i omställningen till God och nära vård"),
    ("000:405-411", ("group", "show", "processledningen"), "Answers for (5)"),
    ("000:563-567", ("show", "etablering-av-samverkansstrukturen"), "fem förslag till beslut"),
    ("000:591-592", ("check", "--gaps", "--select", "VIS107"), "2 + 2"),
    ("000:598-601", ("group", "checklist", "aldres-halsa"), "0 of 3 conditions are met"),
    ("000:363", ("show", "vis"), "nationell, regional, delregional och lokal"),
    ("000:91,94", ("show", "vis"), "södra länet, Stockholms stad, nordvästra länet, nordöstra länet"),
    # 001: the main agreement
    ("001:65-75", ("contact", "checklist", "Bromma"), "(001:72-75)"),
    # 002: Stockholm in the autumn of 2024
    ("002:101-102", ("contact", "list", *ON_2025), "KSA: known in 0 of 36 areas"),
    ("002:101-102", ("contact", "list", *ON_2025), "appointed, not known who, in 11"),
    ("002:101-102", ("coverage", "ksa", *ON_2025), "Bromma there appointed (assumed), not known who"),
    ("002:113-114", ("fund", "show", "grundbidrag-ksa-stockholm-2024"), "800 000 kr"),
    ("002:125-127", ("fund", "show", "ersattning-till-gsa"), "for each hour in meetings: the amount is not known"),
    (
        "002:183-185",
        ("forum", "matrix", "--municipality", "stockholms-stad"),
        'utvecklades så" (002:183-185): at least 6, at most 11',
    ),
    ("002:198-199", ("forum", "show", "ksa-gsa-moten"), "två till fyra gånger per termin"),
    ("002:292", ("forum", "list", "--type", "bus"), "in all 11 districts in Stockholms stad"),
    ("002:377-389", ("forum", "list", "--type", "family-centre"), "15 family centres in 10 of 11 districts"),
    ("002:418-424", ("forum", "list", "--type", "home-visits"), "in 5 of 11 districts"),
    ("002:504-505", ("forum", "list", "--type", "complex-needs"), "in 4 of 11 districts"),
    ("002:441,467", ("forum", "show", "lss-sol-halsan-och-habilitering"), "HC Mörby"),
    ("002:627-629", ("fund", "show", "origo-finansiering"), "50 %"),
    ("002:631-632", ("forum", "show", "socialforvaltningen-och-regionen"), "5"),
    # 003: the meeting of 19 February 2026
    ("003:18", ("fund", "show", "statsbidrag-god-och-nara-vard-2025-2026"), "about 230 000 000 kr"),
    ("003:22", ("agreement", "list"), "enligt tjänstestyrgruppen: 17 (2026-02-19; 003:22)"),
    ("003:23", ("show", "nytt-system-for-samverkansoverenskommelser"), "subproject count 8"),
    ("003:34", ("fund", "show", "stimulansmedel-psykisk-halsa-2026"), "more than 81 000 000 kr"),
    ("003:34,40", ("fund", "show", "stimulansmedel-psykisk-halsa-2026"), "more than 31 500 000 kr"),
    ("003:40", ("decision", "list"), "18 000 000 kronor"),
    ("003:65-92", ("meeting", "show", "tjanstestyrgruppen-2026-02-19"), "17 contributions"),
    ("003:94-96", ("fund", "show", "statsbidrag-god-och-nara-vard-2025-2026"), "about 70–75 %"),
    ("003:99,113", ("assignment", "list"), "uppdrag-resa"),
    # 004: coordinating health centres
    ("004:50-72", ("contact", "sheet", "Farsta"), "Har särskilt ansvar för samordning av krisstöd"),
    (
        "004:85-158",
        ("contact", "list", "--on", "2022-12-31"),
        "GSA: known in 37 of 38 areas (24 municipalities, 13 districts)",
    ),
    (
        "004:85-158",
        ("coverage", "gsa", "--on", "2022-12-31"),
        "25 of 26 municipalities; 37 = 24 municipalities + 13 districts",
    ),
]


@pytest.mark.parametrize(("place", "arguments", "words"), ANSWERED)
def test_the_command_says_what_the_source_counts(place: str, arguments: tuple[str, ...], words: str) -> None:
    assert words in said(*arguments), place


REFUSED = [
    # what is stated; the command beside whose answer it stands; what the register says instead; why
    ("about 90–100 (autumn 2022; 000:71-78)", ("group", "representation", *ON_2022), "Seats: at least 47",
     "Förteckningarna över vilka som satt i forumen finns inte i källorna"),
    ("about 10 (autumn 2022; 000:73-74)", ("group", "representation", *ON_2022), "no seats are known of",
     "Vilka som sitter i den politiska styrgruppen framgår inte"),
    ("8 (autumn 2022; 000:71-75)", ("group", "representation", *ON_2022), "no seats are known of",
     "de åtta forumen är de två styrgrupperna och de sex grupperna"),
    ("21 (autumn 2022; 000:74-75)", ("group", "representation", *ON_2022), "at least 15, at most 26",
     "Kartläggningen namnger 15 kommuner i fem av de sex grupperna"),
    ("6 (autumn 2022; 000:75)", ("group", "representation", *ON_2022), "Persons in several bodies: not known",
     "inga personer är namngivna"),
    ("about 20 (autumn 2022; 000:149)", ("forum", "list", "--type", "local-consultation"), "at least 6",
     "Grupperna är inte namngivna"),
    ("6–11 (", ("local", "list"), "found: 2", "Vilka de är framgår inte"),
    ("4 (2024; 002:443-444)", ("local", "list"), "found: 2", "Vilka vårdcentraler avtalen är med framgår inte"),
    ("6–9 (", ("contact", "list", *ON_2025), "not known in 25", "assumed: Majoriteten av 11 är minst 6"),
    ("13 (autumn 2024; 002:101-102)", ("contact", "list", *ON_2025), "not known in 25", "Vilka de är framgår inte"),
    ("2 (autumn 2024; 002:101-102)", ("contact", "list", *ON_2025), "not known in 25", "Vilka de är framgår inte"),
    ("16 (", ("agreement", "list"), "HÖK", "vilka de 16 är framgår inte"),
    ("least 200", ("show", "privata-utforare-i-stockholms-stad"), "unknown", "varken räknade eller namngivna"),
    ("value 100", ("show", "privata-utforare-i-en-stadsdel"), "less-than", "varken räknade eller namngivna"),
    ("value 99", ("show", "barn-pa-bvc"), "as of", "Registret har inga uppgifter om invånare"),
    ("value 50", ("show", "planerade-insatser-som-strukits-i-stockholm"), "about", "Vilka insatserna är framgår inte"),
]  # fmt: skip


@pytest.mark.parametrize(("stated", "arguments", "instead", "why"), REFUSED)
def test_what_cannot_be_reckoned_stands_as_a_source_states_it_with_the_reason(
    stated: str, arguments: tuple[str, ...], instead: str, why: str
) -> None:
    answer = said(*arguments)
    for words in (stated, instead, why):
        assert words in answer


def test_the_list_of_figures_tells_how_exact_each_of_them_is() -> None:
    answer = said("list", "figure")
    for words in ("≈ 90–100 roller", "≥ 200 aktörer", "< 100 aktörer", "≈ 50 procent", "21 kommuner", "6–9 stadsdels"):
        assert words in answer


def test_the_districts_of_stockholm_have_a_ksa_and_nobody_is_named() -> None:  # 002:101-102
    answer = said("contact", "find", "Bromma")
    assert "KSA appointed (assumed), not known who; Stockholms stad can tell" in answer
    assert "KSA no KSA is known; Botkyrka kommun can tell" in said("contact", "find", "Botkyrka")


def test_the_amount_of_each_small_municipality_is_refused_without_a_population() -> None:  # 003:36
    done = vis(
        "fund", "allocate", "stimulansmedel-psykisk-halsa-2026", "--rule", "kommunerna=per-inhabitant",
        "--pooled", "vallentuna,vaxholm", cwd=ROOT,
    )  # fmt: skip
    assert (done.code, done.out) == (2, "")
    assert "there is no source for how many inhabitants there are" in done.err
