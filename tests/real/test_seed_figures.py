"""Every number that the sources print and that counts something: out of a command, or standing with why it cannot be.

The expectations are written from the sources by hand, with the line that prints them. What names, amounts and decisions
the register holds is in the other modules here.
"""

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.program import vis

ROOT = Path(__file__).parents[2]
AUTUMN_2022, NEW_YEAR_2025 = "2022-12-31", "2025-01-01"

FIGURES = {  # id: (value or bounds, qualifier, whether the register can reckon it, the first line)
    "roller-i-samverkanssystemet-2022": ((90, 100), "about", False, "000:72"),
    "fortroendevalda-roller-2022": (10, "about", False, "000:73"),
    "kommuner-med-namn-i-fora-2022": (21, "exact", False, "000:74"),
    "personer-i-flera-fora-2022": (6, "exact", False, "000:75"),
    "fora-i-samverkanssystemet-2022": (8, "exact", True, "000:75"),
    "delregioner": (4, "exact", False, "000:91"),
    "formoten-i-bussams-sekretariat": (8, "about", False, "000:112"),
    "lokala-grupper-till-regionala-samradet": (20, "about", False, "000:149"),
    "stadsdelsforvaltningar-med-lokal-overenskommelse": ((6, 11), "exact", False, "002:71"),
    "stadsdelsforvaltningar-med-kombinerat-ksa-uppdrag": ((6, 9), "exact", False, "002:90"),
    "ksa-i-stockholms-stad-2024": (13, "exact", False, "002:101"),
    "stadsdelsforvaltningar-med-delat-ksa-uppdrag-2024": (2, "exact", False, "002:102"),
    "privata-utforare-i-stockholms-stad": ((200, None), "exact", False, "002:150"),
    "privata-utforare-i-en-stadsdel": (100, "less-than", False, "002:151"),
    "overenskommelser-kopplade-till-hok-2024": (16, "exact", False, "002:163"),
    "kommuner-i-piloten-fact-unga": (3, "exact", False, "002:326"),
    "stadsdelsforvaltningar-i-piloten-fact-unga": (2, "exact", False, "002:326"),
    "barn-pa-bvc": (99, "exact", False, "002:401"),
    "habiliteringscenter-med-avstamning": (5, "exact", True, "002:441"),
    "samverkansavtal-med-vardcentraler-2024": (4, "exact", False, "002:443"),
    "vardcentraler-kring-ett-gruppboende": (6, "exact", False, "002:457"),
    "overenskommelser-i-nuvarande-struktur-2026": (17, "exact", False, "003:22"),
    "planerade-insatser-som-strukits-i-stockholm": (50, "about", False, "003:94"),
}


@cache
def listed(kind: str) -> dict[str, dict[str, Any]]:
    """What `vis list` tells of a kind, by id."""
    return {item["id"]: item for item in json.loads(vis("list", kind, "--json", cwd=ROOT).out)["items"]}


@cache
def districts_on(day: str) -> set[str]:
    """The districts that `vis contact list` has on a day."""
    items = json.loads(vis("contact", "list", "--on", day, "--json", cwd=ROOT).out)["items"]
    return {item["area"] for item in items if item["type"] == "district" and item["there"]}


def forums(type: str) -> dict[str, dict[str, Any]]:
    return {id: forum for id, forum in listed("forum").items() if forum["type"] == type}


# Figures that are stated and cannot be reckoned


def test_every_stated_figure_is_in_the_register_and_no_other() -> None:
    assert listed("figure").keys() == FIGURES.keys()


@pytest.mark.parametrize("id", FIGURES)
def test_a_stated_figure_says_how_exact_it_is_when_and_why_it_cannot_be_reckoned(id: str) -> None:
    stated, qualifier, reckoned, _ = FIGURES[id]
    figure = listed("figure")[id]
    found = figure["value"] if "value" in figure else (figure.get("least"), figure.get("most"))
    assert (found, figure.get("qualifier", "exact")) == (stated, qualifier)
    assert figure["as_of"]
    assert ("unknown" in figure) != reckoned


@pytest.mark.parametrize("id", FIGURES)
def test_a_stated_figure_cites_the_line_that_prints_it(id: str) -> None:
    source, _, line = FIGURES[id][3].partition(":")
    cited = [place for c in listed("figure")[id]["sources"] if c.startswith(f"{source}:") for place in c[4:].split(",")]
    spans = [(int(first), int(last or first)) for first, _, last in (place.partition("-") for place in cited)]
    assert any(first <= int(line) <= last for first, last in spans)


# Seed 000: the system of 2022


def test_26_municipalities() -> None:  # 000:32, 000:74, 003:43
    found = [o for o in listed("organisation").values() if (o["type"], o["side"]) == ("principal", "municipality")]
    assert len(found) == 26


def test_8_forums_are_the_two_steering_groups_and_six_old_groups() -> None:  # 000:71-75
    types = Counter(group["type"] for group in listed("group").values())
    assert (types["steering"], types["forum"]) == (2, 6)
    assert types["steering"] + types["forum"] == listed("figure")["fora-i-samverkanssystemet-2022"]["value"]


def test_5_of_6_old_groups_are_joint_and_one_is_the_municipalities_own() -> None:  # 000:86-88
    old = {id: group for id, group in listed("group").items() if group["type"] == "forum"}
    assert len(old) == 6
    assert [id for id, group in old.items() if group.get("joint", True) is False] == ["styrgrupp-rss"]


def test_the_rosters_that_are_there_name_15_municipalities_and_not_the_21() -> None:  # 000:74-75, 107-108, 133-134 …
    old = [group for group in listed("group").values() if group["type"] == "forum"]
    named = {id for group in old for id in group["profile"]["participants"].get("municipalities", ())}
    assert len(named) == 15
    assert "15 kommuner" in listed("figure")["kommuner-med-namn-i-fora-2022"]["unknown"]


def test_four_old_groups_meet_four_times_a_year() -> None:  # 000:89, 109, 136, 164, 227
    found = [g["profile"]["structure"].get("meetings_per_year") for g in listed("group").values() if "profile" in g]
    assert Counter(found) == {4: 4, None: 2}


def test_3_of_6_old_groups_have_an_annual_plan() -> None:  # 000:113, 141, 170, 195, 214, 229
    found = [g["profile"]["annual_plan"]["exists"] for g in listed("group").values() if "profile" in g]
    assert Counter(found) == {True: 3, False: 3}
    assert {plan["group"] for plan in listed("annual-plan").values()} == {
        "bussam", "regionala-samradet", "styrgrupp-uph"
    }  # fmt: skip


def test_a_quarter_of_full_time_and_a_newsletter_four_times_a_year() -> None:  # 000:99, 139; 000:119
    percent = {id: g["profile"]["secretariat"].get("percent") for id, g in listed("group").items() if "profile" in g}
    assert {id: share for id, share in percent.items() if share} == {"regionala-samradet": 25}
    channels = [(id, channel) for id, group in listed("group").items() for channel in group.get("channels", ())]
    assert [(id, channel["per_year"]) for id, channel in channels if "per_year" in channel] == [("bussam", 4)]


def test_the_old_groups_and_their_agreements_are_2_2_and_1() -> None:  # 000:115, 142, 197
    types = {id: agreement["type"] for id, agreement in listed("agreement").items()}
    own = {id: g["profile"]["agreements"].get("agreements", ()) for id, g in listed("group").items() if "profile" in g}
    found = {id: Counter(types[agreement] for agreement in its) for id, its in own.items() if its}
    assert found == {
        "bussam": {"agreement": 2},
        "regionala-samradet": {"agreement": 2, "supplementary": 2},
        "styrgrupp-um": {"agreement": 1},
    }


def test_knowledge_governance_links_two_old_groups_by_person_and_three_have_none() -> None:  # 000:122, 150, 178, 204
    own = {id: g["knowledge_governance"] for id, g in listed("group").items() if g["type"] == "forum"}
    links = {id: [(one["body"], one["name"], one["link"]) for one in its.get("links", ())] for id, its in own.items()}
    assert {id: its for id, its in links.items() if its} == {
        "regionala-samradet": [("rpo", "psykisk hälsa", "person")],
        "styrgrupp-uph": [("npo", "psykisk hälsa", "person")],
    }
    assert {id for id, its in own.items() if its.get("none")} == {"bussam", "styrgrupp-um", "styrgrupp-digital"}
    assert "NPO, NAG, RPO och RAG" in own["styrgrupp-rss"]["mission"]  # 000:237-238


def test_four_consultation_groups_of_the_guideline_and_a_fifth_proposed() -> None:  # 000:283-293, 625
    found = Counter(g["status"] for g in listed("group").values() if g["type"] == "consultation")
    assert found == {"decided": 3, "establishing": 1, "proposed": 1}


def test_four_purposes_five_responsibilities_and_two_persons_from_each_side() -> None:  # 000:295-300, 405-411, 591-592
    mandate = vis("group", "mandate", "aldres-halsa", cwd=ROOT).out
    purposes = mandate.partition("## Syften")[2].partition("\n## ")[0]
    assert purposes.count("\n### ") == 4
    assert "Answers for (5)" in vis("group", "show", "processledningen", cwd=ROOT).out
    assert "2 + 2" in vis("check", "--gaps", "--select", "VIS107", cwd=ROOT).out


def test_7_of_17_agreements_had_an_owner_in_the_autumn_of_2022() -> None:  # 000:115-118, 142-146, 197-198, 311-337
    told = json.loads(vis("agreement", "list", "--on", AUTUMN_2022, "--json", cwd=ROOT).out)["items"]
    numbered = [item for item in told if item.get("number")]
    assert len(numbered) == 17
    assert len([item for item in numbered if item["computed"]["owner"] or item["computed"]["may_own"]]) == 7


# Seed 001: the coordinating function


def test_three_duties_and_two_sorts_of_knowledge_of_a_ksa() -> None:  # 001:65-75
    ksa, _gsa = json.loads(vis("contact", "checklist", "Bromma", "--json", cwd=ROOT).out)["items"]
    assert Counter(item["basis"] for item in ksa["items"] if item["basis"] in ("001:65-71", "001:72-75")) == {
        "001:65-71": 3, "001:72-75": 2,
    }  # fmt: skip


# Seed 002: Stockholm in the autumn of 2024


def test_13_districts_become_11() -> None:  # 002:377-378, 004:85-140
    assert len(districts_on(AUTUMN_2022)) == 13
    assert len(districts_on(NEW_YEAR_2025)) == 11


def test_13_ksa_are_11_districts_and_two_more_that_share() -> None:  # 002:101-102
    told = {id for id, contact in listed("contact").items() if contact.get("ksa")}
    assert told == districts_on(NEW_YEAR_2025)
    shared = listed("figure")["stadsdelsforvaltningar-med-delat-ksa-uppdrag-2024"]["value"]
    assert len(told) + shared == listed("figure")["ksa-i-stockholms-stad-2024"]["value"]


def test_15_family_centres_in_10_of_11_districts() -> None:  # 002:377-389
    found = {forum["areas"][0]: forum["number"] for forum in forums("family-centre").values()}
    assert found == {
        "bromma": 1, "enskede-arsta-vantor": 2, "farsta": 1, "hagersten-alvsjo": 2, "hasselby-vallingby": 2,
        "kungsholmen": 1, "jarva": 3, "skarpnack": 1, "skarholmen": 1, "sodermalm": 0, "norra-innerstaden": 1,
    }  # fmt: skip
    assert found.keys() == districts_on(NEW_YEAR_2025)
    assert sum(found.values()) == 15
    assert len([area for area, number in found.items() if number]) == 10
    assert {forum["as_of"] for forum in forums("family-centre").values()} == {"2024-12"}
    parts = {len(forum.get("participants", ())) for forum in forums("family-centre").values() if forum["number"]}
    assert parts == {4}  # 002:373-374


def test_home_visits_in_five_districts_and_not_in_the_other_six() -> None:  # 002:418-424
    there = {area for f in forums("home-visits").values() for area in f["areas"] if f.get("number") != 0}
    assert there == {"jarva", "enskede-arsta-vantor", "skarholmen", "hasselby-vallingby", "farsta"}
    (others,) = [forum for forum in forums("home-visits").values() if forum.get("number") == 0]
    assert set(others["areas"]) == districts_on(NEW_YEAR_2025) - there
    assert len(others["areas"]) == 6


def test_a_bus_group_of_seven_functions_in_every_district() -> None:  # 002:292-297
    found = {id: forum for id, forum in forums("bus").items() if "areas" in forum}
    assert {forum["areas"][0] for forum in found.values()} == districts_on(NEW_YEAR_2025)
    assert {len(forum["participants"]) for forum in found.values()} == {7}
    assert {agreement for forum in found.values() for agreement in forum["agreements"]} == {"bus"}
    assert {forum["group"] for forum in found.values()} == {"barn-och-ungas-halsa"}  # 002:298-299


def test_whether_the_local_bus_groups_of_the_county_are_active_is_not_said() -> None:  # 000:120-121
    (county,) = [forum for forum in forums("bus").values() if "areas" not in forum]
    assert "status" not in county


@pytest.mark.parametrize(
    ("forum", "least", "most"),
    [
        ("ksa-gsa-moten", 4, 8),  # two to four times a term, 002:198-199
        ("lss-sol-halsan-och-habilitering", 4, 4),  # about four times a year, 002:440-441
        ("socialforvaltningen-och-regionen", 5, 6),  # 002:631-632
    ],
)
def test_how_often_a_forum_meets(forum: str, least: int, most: int) -> None:
    rhythm = listed("forum")[forum]["rhythm"]
    assert (rhythm["least_per_year"], rhythm["most_per_year"]) == (least, most)


@pytest.mark.parametrize(
    ("forum", "least", "most"),
    [
        ("forstarkt-samverkan-samrad", 4, 4),  # four district administrations, 002:504-505
        ("lss-sol-halsan-och-gsa", 2, 2),  # two geographic areas, 002:444-445
        ("ksa-gsa-moten", 6, 11),  # the majority, 002:197
        ("lokala-samrad", 6, 11),  # most of them, 002:482
        ("lokal-organisation-for-omstallningen", 2, 11),  # some, 002:175
    ],
)
def test_in_how_many_districts_there_is_one_as_a_bound_where_the_source_only_says_most(
    forum: str, least: int, most: int
) -> None:
    extent = listed("forum")[forum]["extent"]
    assert (extent["within"], extent["least"], extent["most"]) == ("stockholms-stad", least, most)
    assert ("assumed" in extent) or least == most == 4
    assert "areas" not in listed("forum")[forum]  # in which is not said


def test_five_topics_of_the_meetings_of_ksa_and_gsa() -> None:  # 002:220-226
    assert len(listed("forum")["ksa-gsa-moten"]["matters"]) == 5


def test_five_rehabilitation_centres_and_two_organisations_of_physicians() -> None:  # 002:467, 563-565
    organisations = listed("organisation")
    centres = [o for o in organisations.values() if o.get("parent") == "habilitering-och-halsa"]
    assert len(centres) == listed("figure")["habiliteringscenter-med-avstamning"]["value"] == 5
    physicians = {id for id, o in organisations.items() if "läkarinsatser i särskilt boende" in o.get("services", ())}
    assert physicians == {"capio", "familjelakarna"}
    assert {organisations[id]["contract_party"] for id in physicians} == {"region-stockholm"}


def test_nobody_is_said_to_answer_for_the_private_providers() -> None:  # 002:154-157
    providers = [o for o in listed("organisation").values() if o["type"] == "private-provider"]
    assert providers
    assert [o["id"] for o in providers if "answerable" in o] == []
    assert listed("organisation")["privata-utforare-stockholms-stad"]["contract_party"] == "stockholms-stad"


def test_three_partial_agreements() -> None:  # 002:549-554
    assert len([a for a in listed("agreement").values() if a.get("parent") == "vard-och-omsorg-for-aldre"]) == 3


def test_three_boards_adopted_the_city_s_plan_under_three_numbers() -> None:  # 002:4-7, 32
    adoptions = listed("plan")["handlingsplan-gnvo-stockholms-stad"]["adoptions"]
    assert [one["date"] for one in adoptions] == ["2024-03"] * 3
    assert {one["reference"] for one in adoptions} == {"SOF 2023/524", "UTBF 2024/831", "ALD 2024/78"}


def test_the_workshop_had_three_questions_seven_findings_seven_proposals_and_four_to_go_on_with() -> None:
    workshop = listed("forum")["workshop-civilsamhallet-2024"]
    assert len(workshop["matters"]) == 3  # 002:646-653
    assert workshop["challenges"].count("\n- ") == 7  # 002:655-674
    assert workshop["examples"].count("\n- ") == 7  # 002:677-685
    assert workshop["remarks"][0]["text"].count("\n- ") == 4  # 002:688-696


def test_two_local_agreements_are_named_and_no_single_deviation_is() -> None:  # 002:305-312, 438-441; 002:268-269
    assert {a["type"] for a in listed("local-agreement").values()} == {"framework", "contract"}
    assert listed("deviation") == {}
    assert "avvikelser frekvent" in listed("question")["deltagande-vid-sip"]["text"]


@pytest.mark.parametrize(
    ("kind", "id", "words"),
    [
        ("group", "bussam", "Barn under 18 år"),  # 000:104
        ("group", "bussam", "ca 8 förmöten per år"),  # 000:112
        ("group", "regionala-samradet", "från 18 år"),  # 000:128
        ("group", "styrgrupp-uph", "varannan vecka"),  # 000:168
        ("group", "styrgrupp-um", "ett till två möten per termin"),  # 000:189
        ("collaboration", "vis", "fem förslag till beslut"),  # 000:561-567
        ("activity", "stod-till-utskrivningsprocessen", "ett och ett halvt år"),  # 002:256
        ("activity", "fact-ung", "tre kommuner och två stadsdelsförvaltningar"),  # 002:326-327
        ("forum", "hembesoksprogram-jarva", "fem hembesök utöver det första"),  # 002:412-414
        ("forum", "hembesoksprogram-jarva", "alla sex"),  # 002:414-415
        ("activity", "trygg-utskrivning", "två eftermiddagar i veckan"),  # 002:582-583
    ],
)
def test_a_number_that_belongs_to_a_text_stands_there(kind: str, id: str, words: str) -> None:
    assert words in json.dumps(listed(kind)[id], ensure_ascii=False)


# Funds


def test_the_amounts_of_the_grants_keep_how_exact_they_are() -> None:
    money = {id: fund.get("total") or fund.get("each") for id, fund in listed("fund").items()}
    assert {id: (m["kronor"], m.get("qualifier", "exact")) for id, m in money.items() if m} == {
        "stimulansmedel-psykisk-halsa-2026": (81_000_000, "more-than"),  # 003:34
        "statsbidrag-god-och-nara-vard-2025-2026": (230_000_000, "about"),  # 003:18
        "grundbidrag-ksa-stockholm-2024": (800_000, "exact"),  # 002:113-114
    }


def test_18_millions_are_joint_and_the_rest_is_equal_more_than_31_5_each() -> None:  # 003:34, 40
    fund = listed("fund")["stimulansmedel-psykisk-halsa-2026"]
    joint, rest = fund["portions"]
    assert (joint["rule"], joint["kronor"], rest["rule"]) == ("fixed", 18_000_000, "equal")
    assert (fund["total"]["kronor"] - joint["kronor"]) / 2 == 31_500_000
    assert len(fund["purposes"]) == 5
    assert (fund["decided"]["meeting"], fund["decided"]["item"]) == (
        "tjanstestyrgruppen-2026-02-19", "stimulansmedel-psykisk-halsa",
    )  # fmt: skip


def test_stockholm_can_use_70_to_75_per_cent() -> None:  # 003:96
    conditions = {one["id"]: one for one in listed("fund")["statsbidrag-god-och-nara-vard-2025-2026"]["conditions"]}
    stockholm = conditions["hallbar-anvandning-i-stockholm"]
    assert (stockholm["usable_percent_least"], stockholm["usable_percent_most"]) == (70, 75)
    assert (stockholm["receiver"], stockholm["usable_about"]) == ("stockholms-stad", True)
    assert [id for id, one in conditions.items() if "usable_percent_least" in one] == ["hallbar-anvandning-i-stockholm"]


def test_origo_is_paid_for_by_50_25_and_25() -> None:  # 002:627-629
    (portion,) = listed("fund")["origo-finansiering"]["portions"]
    assert [(one.get("to") or one["side"], one["percent"]) for one in portion["shares"]] == [
        ("municipality", 50), ("region-stockholm", 25), ("polismyndigheten", 25),
    ]  # fmt: skip


def test_the_remuneration_of_a_gsa_has_three_parts_without_amounts() -> None:  # 002:125-127
    parts = listed("fund")["ersattning-till-gsa"]["remuneration"]
    assert [part["basis"] for part in parts] == ["fixed", "per-inhabitant", "per-hour"]
    assert [part for part in parts if "kronor" in part] == []


# Seed 003: the meeting of 19 February 2026


def test_who_was_there_by_block_and_what_stood_on_the_agenda() -> None:
    meeting = listed("meeting")["tjanstestyrgruppen-2026-02-19"]
    assert Counter((one["capacity"], one["present"]) for one in meeting["attendance"]) == {  # 003:4-12
        ("region", True): 3, ("municipality", True): 7, ("region", False): 1, ("municipality", False): 1,
        ("secretariat", True): 3, ("association", True): 2,
    }  # fmt: skip
    assert Counter("number" in item for item in meeting["items"]) == {True: 10, False: 1}  # 003:13-118
    areas = [c["goal_area"] for item in meeting["items"] for c in item.get("contributions", ()) if "goal_area" in c]
    assert sorted(Counter(areas).items()) == [
        ("malomrade-1-somlos-vard-och-omsorg", 4),  # 003:67-70
        ("malomrade-2-personcentrerad-vard-och-omsorg", 2),  # 003:73-74
        ("malomrade-3-befolkningens-halsa", 4),  # 003:77-81
        ("malomrade-4-jamlik-tillgang", 3),  # 003:84-86
        ("malomrade-5-kostnadseffektiv-vard-och-omsorg", 4),  # 003:89-92
    ]


def test_a_journey_with_four_purposes_and_three_proposals() -> None:  # 003:104-112
    items = {item["id"]: item for item in listed("meeting")["tjanstestyrgruppen-2026-02-19"]["items"]}
    assert items["forslag-pa-resa"]["text"].count("\n- ") == 4 + 3


def test_8_subprojects_of_which_six_in_2026_and_five_goal_areas() -> None:  # 003:23, 65-87
    project = listed("project")["nytt-system-for-samverkansoverenskommelser"]
    assert (project["subproject_count"], len(project["subprojects"])) == (8, 8)
    assert [one["number"] for one in project["subprojects"] if one.get("when") == "2026"] == [1, 2, 3, 4, 5, 6]
    assert len(listed("plan")["god-och-nara-vard-2024-2030"]["goal_areas"]) == 5


# Seed 004: coordinating health centres


def test_37_gsa_are_24_municipalities_and_13_districts() -> None:  # 004:85-158
    areas = listed("area")
    with_gsa = {id for id, contact in listed("contact").items() if contact.get("gsa")}
    types = Counter(areas[id]["type"] for id in with_gsa)
    assert (len(with_gsa), types["municipality"], types["district"]) == (37, 24, 13)
    assert {id for id in with_gsa if areas[id]["type"] == "district"} == districts_on(AUTUMN_2022)
    missing = {id for id, area in areas.items() if area["type"] == "municipality"} - with_gsa
    assert missing == {"norrtalje"}
    (exemption,) = listed("collaboration")["vis"]["exemptions"]
    assert (exemption["expects"], exemption["area"]) == ("gsa", "norrtalje")


def test_25_of_26_municipalities_are_covered_stockholm_through_its_districts() -> None:  # 004:85-158
    areas = listed("area")
    covered = {areas[id]["municipality"] for id, contact in listed("contact").items() if contact.get("gsa")}
    assert len(covered) == 25


def test_six_tasks_of_a_gsa_and_five_demands_on_the_collaboration() -> None:  # 004:49-55, 65-72; 004:19-27
    _ksa, gsa = json.loads(vis("contact", "checklist", "Bromma", "--json", cwd=ROOT).out)["items"]
    assert len([item for item in gsa["items"] if item["key"].startswith("task-")]) == 6
    explained = " ".join(vis("explain", "activity.demands", cwd=ROOT).out.split())
    for demand in ("knowledge", "prevention", "cost-effectiveness", "competence", "statutory"):
        assert demand in explained
