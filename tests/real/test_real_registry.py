"""The real register says what its sources say: facts written out by hand, with the line that states them."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from vis_cli.model.agreement import Agreement
from vis_cli.model.area import Area
from vis_cli.model.collaboration import Collaboration
from vis_cli.model.contact import Contact, Gsa
from vis_cli.model.group import Group
from vis_cli.model.item import Item
from vis_cli.model.meeting import Meeting
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.model.plan import Plan
from vis_cli.model.source import Source
from vis_cli.registry import Registry, load
from vis_cli.source.tree import WorkTree
from vis_cli.source.yaml import parse

ROOT = Path(__file__).parents[2]
FILES = sorted([*ROOT.glob("registry/**/*.yaml"), *ROOT.glob("agreements/**/*.yaml")])
LINES = {"000": 661, "001": 98, "002": 708, "003": 118, "004": 159}
"""How many lines with text each source has."""

MUNICIPALITIES = {  # other than Stockholm
    "Botkyrka", "Danderyd", "Ekerö", "Haninge", "Huddinge", "Järfälla", "Lidingö", "Nacka", "Norrtälje", "Nykvarn",
    "Nynäshamn", "Salem", "Sigtuna", "Sollentuna", "Solna", "Sundbyberg", "Södertälje", "Tyresö", "Täby",
    "Upplands-Bro", "Upplands Väsby", "Vallentuna", "Vaxholm", "Värmdö", "Österåker",
}  # fmt: skip
DISTRICTS = {  # 004:85-103, 123-140
    "Bromma", "Enskede-Årsta-Vantör", "Farsta", "Hägersten-Älvsjö", "Hässelby-Vällingby", "Kungsholmen", "Norrmalm",
    "Rinkeby-Kista", "Skarpnäck", "Skärholmen", "Spånga-Tensta", "Södermalm", "Östermalm",
}  # fmt: skip
NEW_DISTRICTS = {"Järva", "Norra innerstaden"}  # 002:385, 389
MERGED = {"Rinkeby-Kista": "jarva", "Spånga-Tensta": "jarva", "Norrmalm": "norra-innerstaden",
          "Östermalm": "norra-innerstaden"}  # fmt: skip
CLINICS = {  # area: health centre, line of the area, line of the health centre, whether its name names the area
    "Botkyrka": ("Tumba vårdcentral", 85, 104, False),
    "Bromma": ("Alviks Vårdcentral", 86, 105, False),
    "Danderyd": ("Danderyds Vårdcentral", 87, 106, True),
    "Ekerö": ("Ekerö vårdcentral", 88, 107, True),
    "Enskede-Årsta-Vantör": ("Capio vårdcentral Gullmarsplan", 89, 108, False),
    "Farsta": ("Capio vårdcentral Gubbängen", 90, 109, False),
    "Haninge": ("Vendelsö vårdcentral", 91, 110, False),
    "Huddinge": ("Huddinge vårdcentral", 92, 111, True),
    "Hägersten-Älvsjö": ("Liljeholmens vårdcentral", 93, 112, False),
    "Hässelby-Vällingby": ("Hässelby vårdcentral", 94, 113, True),
    "Järfälla": ("Barkarby vårdcentral", 95, 114, False),
    "Kungsholmen": ("Fridhemsplans Vårdcentral", 96, 115, False),
    "Lidingö": ("Torsviks vårdcentral", 97, 116, False),
    "Nacka": ("Boo vårdcentral", 98, 117, False),
    "Norrmalm": ("Surbrunns vårdcentral", 99, 118, False),
    "Nykvarn": ("Nykvarns Vårdcentral", 100, 119, True),
    "Nynäshamn": ("Capio Vårdcentral Nynäshamn", 101, 120, True),
    "Rinkeby-Kista": ("Kista vårdcentral", 102, 121, True),
    "Salem": ("Salems vårdcentral", 103, 122, True),
    "Sigtuna": ("Sigtuna läkarhus", 123, 141, True),
    "Skarpnäck": ("Björkhagens Husläkarmottagning", 124, 142, False),
    "Skärholmen": ("Skärholmens vårdcentral", 125, 143, True),
    "Sollentuna": ("Norrvikens vårdcentral", 126, 144, False),
    "Solna": ("Hagalund Frösunda Vårdcentral", 127, 145, False),
    "Spånga-Tensta": ("Tensta vårdcentral", 128, 146, True),
    "Sundbyberg": ("Hallonbergens vårdcentral", 129, 147, False),
    "Södermalm": ("Capio Vårdcentral Ringen", 130, 148, False),
    "Södertälje": ("Tallhöjdens vårdcentral", 131, 149, False),
    "Tyresö": ("Trollbäckens vårdcentral", 132, 150, False),
    "Täby": ("Täby vårdcentral", 133, 151, True),
    "Upplands-Bro": ("Kungsängens vårdcentral", 134, 152, False),
    "Upplands Väsby": ("Östra Vårdcentralen", 135, 153, False),
    "Vallentuna": ("Kry vårdcentral Vallentuna", 136, 154, True),
    "Vaxholm": ("Familjeläkarna Vaxholm", 137, 155, True),
    "Värmdö": ("Gustavsbergs vårdcentral", 138, 156, False),
    "Östermalm": ("To Care Husläkarmottagning City", 139, 157, False),
    "Österåker": ("Husläkarna i Margretelund", 140, 158, False),
}
AGREEMENTS = {  # 000:311-337
    1: "Färdtjänst, avtal mellan Region Stockholm och kommunerna i Stockholms län",
    2: "Logopedinsatser och medicinsk fotvård i särskilda boenden för äldre samt apodos, överenskommelse mellan "
    "Region Stockholm och Storsthlm",
    3: "Omhändertagande av avlidna, överenskommelse mellan hälso- och sjukvårdsförvaltningen och juridisk person för "
    "bårhus inom Region Stockholm samt kommunerna i Stockholms län",
    4: "Samverkan kring personer med missbruk/beroende",
    5: "Samverkan kring personer med missbruk/beroende av spel om pengar, tilläggsöverenskommelse",
    6: "Samverkan kring vuxna med psykisk sjukdom/funktionsnedsättning",
    7: "Samverkan kring äldre med psykisk sjukdom & funktionsnedsättning – tilläggsöverenskommelse",
    8: "Samverkan inom patientnämndsverksamhet",
    9: "Samverkan kring barn i behov av särskilt stöd, BUS",
    10: "Samverkan kring hälso-, sjuk-, och tandvård för barn och unga som vårdas utanför det egna hemmet",
    11: "Samverkan när enskilda/patienter behöver praktisk hjälp med egenvård",
    12: "Samverkan vid utskrivning från sluten hälso- och sjukvård i Stockholms län, regional överenskommelse",
    13: "Överenskommelse - Samverkan och uppdrag ungdomsmottagningar",
    14: "Samverkan om uppsökande verksamhet (munhälsobedömning och munhälsovårdsutbildning) och nödvändig tandvård, "
    "överenskommelse mellan Region Stockholm och kommunerna i Stockholms län",
    15: "Vård och omsorg för personer med demenssjukdom eller kognitiv svikt",
    16: "Vård och omsorg för äldre, sammanhållen överenskommelse",
    17: "Överenskommelse om kostnadsansvar för förskrivningsbara hjälpmedel, förbrukningshjälpmedel samt "
    "medicintekniska produkter",
}
OWNERS_OF_2022 = {  # 000:115-118, 142-146, 197-198
    4: "regionala-samradet", 5: "regionala-samradet", 6: "regionala-samradet", 7: "regionala-samradet",
    9: "bussam", 10: "bussam", 13: "styrgrupp-um",
}  # fmt: skip
FORUMS = ["bussam", "regionala-samradet", "styrgrupp-digital", "styrgrupp-rss", "styrgrupp-um", "styrgrupp-uph"]
SEATS_OF_MUNICIPALITIES = {
    "bussam": "Södertälje Stockholm Lidingö Botkyrka Sollentuna",  # 000:107-108
    "regionala-samradet": "Vaxholm Sigtuna Stockholm Södertälje",  # 000:133-134
    "styrgrupp-uph": "Södertälje Järfälla Upplands-Väsby Lidingö Vaxholm",  # 000:162
    "styrgrupp-um": "Stockholm Salem Täby Norrtälje Ekerö Södertälje",  # 000:187-188
    "styrgrupp-digital": "",  # 000:208
    "styrgrupp-rss": "Stockholm Järfälla Botkyrka Sollentuna Vallentuna Värmdö",  # 000:226
}
FACTS = ["target_group", "mission", "participants", "structure", "secretariat", "annual_plan", "agreements",
         "communication", "local_groups", "knowledge_governance"]  # fmt: skip
PERSONS = {  # 003:4-12
    "Maria Ohlsson Andersson": ("närsjukvårdsdirektör", "Stockholms läns sjukvårdsområde", "region", True),
    "Christoffer Bernsköld": ("avdelningschef närsjukvård", "Hälso- och sjukvårdsförvaltningen", "region", True),
    "Maria Andersson": ("enhetschef psykiatri och samverkan", "Hälso- och sjukvårdsförvaltningen", "region", True),
    "Peter Vesterholm": ("verksamhetschef", "Storsthlm", "municipality", True),
    "Karin Bülow": ("äldredirektör", "Äldreförvaltningen", "municipality", True),
    "Veronica Carstorp Wolgast": ("socialdirektör", "Socialförvaltningen", "municipality", True),
    "Stefan Heinebäck": ("förvaltningschef", "Omsorgs- och socialförvaltningen", "municipality", True),
    "Petra Oxonius": ("vård- och omsorgsdirektör", "Vård- och omsorgsförvaltningen", "municipality", True),
    "Helena Åhman": ("förvaltningschef", "Omvårdnadsförvaltningen", "municipality", True),
    "Elisabet Schultz": ("förvaltningschef", "Barn- och utbildningsförvaltningen", "municipality", True),
    "Anders Ahlsson": ("hälso- och sjukvårdsdirektör", "Hälso- och sjukvårdsförvaltningen", "region", False),
    "Anette Burman": (
        "chef för avdelningen för stöd kring lärande och hälsa", "Stockholms stad", "municipality", False),
    "Tina Trygg": ("processledare", "Storsthlm", "secretariat", True),
    "Lisa Minell": ("processledare", "Storsthlm", "secretariat", True),
    "Rebecka Strandberg": ("processledare", "Hälso- och sjukvårdsförvaltningen", "secretariat", True),
    "Fredrik Eliasson": ("projektledare", "Storsthlm", "association", True),
    "Anna Torstensson": ("uppdragssekreterare", "Storsthlm", "association", True),
}  # fmt: skip
AGENDA = [  # 003:13-118
    (1, "Välkommen och inledning", "opening"),
    (2, "Minnesanteckningar från föregående möte 17 november", "previous-minutes"),
    (3, "Statsbidrag God och nära vård", "information"),
    (4, "Projekt - Nytt system för samverkansöverenskommelser", "information"),
    (None, "Beslut om statliga stimulansmedel för psykisk hälsa och suicidprevention", "decision"),
    (5, "Beslut att rekommendera VIS politiska styrgrupp att godkänna Rapport Vård i samverkan 2025", "recommendation"),
    (6, "Frågor vidare till VIS politiska styrgrupp", "forwarding"),
    (7, "Strategisk dialog", "dialogue"),
    (8, "Förslag på resa för Tjänstestyrgruppen - en första diskussion", "discussion"),
    (9, "Övriga frågor", "other-business"),
    (10, "Nästa möte", "next-meeting"),
]


@pytest.fixture(scope="module")
def registry() -> Registry:
    loaded = load(WorkTree(ROOT))
    assert loaded.diagnostics == ()
    return loaded.registry


@pytest.fixture(scope="module")
def minutes(registry: Registry) -> Meeting:
    return one(registry, Meeting, "tjanstestyrgruppen-2026-02-19")


def one(registry: Registry, kind: type, id: str) -> Any:
    found = registry.get(kind, id)
    assert found is not None, id
    return found.entity


def every(registry: Registry, kind: type) -> dict[str, Any]:
    return {record.id: record.entity for record in registry.all(kind)}


def numbered(registry: Registry) -> dict[int, Agreement]:
    return {item.number: item for item in every(registry, Agreement).values() if item.number}


def item(minutes: Meeting, number: int | None) -> Item:
    return next(item for item in minutes.items if item.number == number)


def maps(value: Any) -> Iterator[dict[str, Any]]:
    """Every map inside a value, itself included."""
    if isinstance(value, dict):
        yield value
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from maps(inner)


# The sources


def test_every_reference_leads_somewhere_of_the_right_kind(registry: Registry) -> None:
    lost = [f"{ref.record.id}: {ref.id}" for ref in registry.references() if registry.find(ref.id, ref.kinds) is None]
    assert lost == []


def test_the_five_sources_are_there_with_how_their_lines_are_counted(registry: Registry) -> None:
    sources = every(registry, Source)
    assert sorted(sources) == sorted(LINES)
    for id, source in sources.items():
        assert f"{LINES[id]} rader" in source.lines
        assert source.dated_by


def test_every_citation_names_a_source_and_a_line_that_it_has() -> None:
    count = 0
    for path in FILES:
        for part in maps(parse(path.read_text("utf-8"))[0]):
            for citation in part.get("sources", []):
                count += 1
                source, _, places = citation.partition(":")
                for place in places.split(","):
                    first, _, last = place.partition("-")
                    assert 1 <= int(first) <= int(last or first) <= LINES[source], f"{path.name}: {citation}"
    assert count > 700


def test_lines_named_in_running_text_exist() -> None:
    for path in FILES:
        for source, last in re.findall(r"\((00\d):(?:\d+-)?(\d+)[,)]", path.read_text("utf-8")):
            assert int(last) <= LINES[source], path.name


def test_every_entity_says_where_its_facts_come_from(registry: Registry) -> None:
    facts = [record for record in registry.entities if record.kind != "structure"]  # which is the register's own
    assert [record.id for record in facts if not record.entity.sources] == []


def test_every_part_that_can_name_a_source_does() -> None:
    for path in FILES:
        data = parse(path.read_text("utf-8"))[0]
        for part in maps(data):
            attendance = "capacity" in part
            party = path.name == "vis.yaml" and {"side", "name"} <= part.keys()
            share = path.parent.name == "funds" and "percent" in part
            entities = all(isinstance(value, dict) for value in part.values())
            assert "sources" in part or attendance or party or share or entities, (path.name, part)


# The collaboration and its organisations


def test_the_collaboration_has_two_sides_a_main_agreement_and_a_secretariat(registry: Registry) -> None:
    vis = one(registry, Collaboration, "vis")
    assert (vis.name, vis.short_name, vis.county) == ("Vård i samverkan", "VIS", "Stockholms län")
    assert [side.side for side in vis.sides] == ["region", "municipality"]
    assert vis.sides[0].organisation == "region-stockholm"
    assert vis.sides[1].association == "storsthlm"
    assert (vis.main_agreement, vis.secretariat) == ("hok", "processledningen")
    assert [(one.expects, one.area, bool(one.assumed)) for one in vis.exemptions] == [("gsa", "norrtalje", True)]


def test_there_are_26_municipalities(registry: Registry) -> None:  # 000:32
    found = [o for o in every(registry, Organisation).values() if (o.type, o.side) == ("principal", "municipality")]
    assert len(found) == 26
    assert {name for o in found for name in (o.name, *o.aliases)} >= {*MUNICIPALITIES, "Stockholms stad"}
    official = {o.name for o in found} - MUNICIPALITIES  # 003:5
    assert official == {"Botkyrka kommun", "Lidingö stad", "Solna stad", "Stockholms stad", "Tyresö kommun"}


def test_the_administrations_of_the_minutes_belong_to_their_municipalities(registry: Registry) -> None:  # 003:5
    names = {(o.name, o.parent) for o in every(registry, Organisation).values() if o.type == "administration"}
    assert names >= {
        ("Äldreförvaltningen", "stockholms-stad"),
        ("Socialförvaltningen", "stockholms-stad"),
        ("Omsorgs- och socialförvaltningen", "lidingo-stad"),
        ("Vård- och omsorgsförvaltningen", "botkyrka-kommun"),
        ("Omvårdnadsförvaltningen", "solna-stad"),
        ("Barn- och utbildningsförvaltningen", "tyreso-kommun"),
        ("Hälso- och sjukvårdsförvaltningen", "region-stockholm"),
    }


def test_17_persons_hold_the_posts_that_the_minutes_print(registry: Registry) -> None:
    found = {
        person.name: (post.title, one(registry, Organisation, post.organisation).name)
        for person in every(registry, Person).values()
        for post in person.posts
    }
    assert len(found) == 17
    assert found == {name: facts[:2] for name, facts in PERSONS.items()}


# Areas and contacts


def test_areas_are_25_municipalities_and_the_districts_of_stockholm_old_and_new(registry: Registry) -> None:
    areas = every(registry, Area).values()
    assert {area.name for area in areas if area.type == "municipality"} == MUNICIPALITIES
    assert len(MUNICIPALITIES) == 25
    assert {area.name for area in areas if area.type == "district"} == DISTRICTS | NEW_DISTRICTS
    assert {area.municipality for area in areas if area.type == "district"} == {"stockholms-stad"}


def test_four_districts_end_and_two_begin_within_the_bounds_of_the_sources(registry: Registry) -> None:
    areas = {area.name: area for area in every(registry, Area).values()}
    assert {name: area.successors[0].area for name, area in areas.items() if area.successors} == MERGED
    assert {name for name, area in areas.items() if area.until} == set(MERGED)
    assert {name for name, area in areas.items() if area.since} == NEW_DISTRICTS
    for name in {*MERGED, *NEW_DISTRICTS}:
        assert areas[name].assumed
        assert str(areas[name].until or areas[name].since) == "[2023..2024-23]"
    assert all(successor.assumed for area in areas.values() for successor in area.successors)
    assert len(DISTRICTS) == 13
    assert len(DISTRICTS - set(MERGED) | NEW_DISTRICTS) == 11  # 002:377-378


def test_37_areas_have_the_health_centre_that_stands_beside_them(registry: Registry) -> None:  # 004:85-158
    areas = every(registry, Area)
    gsa: dict[str, Gsa] = {}
    for id, contact in every(registry, Contact).items():
        if contact.gsa:
            (gsa[areas[id].name],) = contact.gsa
    assert len(gsa) == 37
    assert {name: one.clinic for name, one in gsa.items()} == {name: facts[0] for name, facts in CLINICS.items()}
    assert {name: one.sources for name, one in gsa.items()} == {
        name: (f"004:{line},{clinic}",) for name, (_, line, clinic, _) in CLINICS.items()
    }
    assert {name for name, one in gsa.items() if not one.assumed} == {n for n, facts in CLINICS.items() if facts[3]}
    assert len(gsa.keys() & MUNICIPALITIES) == 24
    assert len(gsa.keys() & DISTRICTS) == 13


def test_certainty_of_the_pairs_is_14_by_name_21_by_place_and_2_by_order_alone(registry: Registry) -> None:
    reasons = Counter(one.assumed for contact in every(registry, Contact).values() for one in contact.gsa)
    assert sorted(reasons.values()) == [2, 14, 21]
    assert reasons[None] == 14


def test_only_norrtalje_and_the_new_districts_have_no_health_centre_and_nobody_has_a_named_ksa(
    registry: Registry,
) -> None:
    contacts = every(registry, Contact)
    assert contacts.keys() == every(registry, Area).keys()
    assert {id for id, c in contacts.items() if not c.gsa} == {"norrtalje", "jarva", "norra-innerstaden"}
    named = [ksa for c in contacts.values() for ksa in c.ksa if ksa.person or ksa.organisation or ksa.mailbox]
    assert named == []


def test_the_eleven_districts_of_2024_have_a_ksa_that_follows_from_13_and_is_not_named(registry: Registry) -> None:
    found = {id: c.ksa for id, c in every(registry, Contact).items() if c.ksa}  # 002:101-102
    assert {one(registry, Area, id).name for id in found} == DISTRICTS - set(MERGED) | NEW_DISTRICTS
    assert all(len(ksa) == 1 and ksa[0].assumed for ksa in found.values())
    assert len(found) + 2 == 13  # two share the task in two of them


# Groups


def test_three_bodies_lead_and_the_secretariat_has_five_responsibilities(registry: Registry) -> None:
    groups = every(registry, Group)
    assert {id for id, g in groups.items() if g.type == "steering"} == {"politiska-styrgruppen", "tjanstestyrgruppen"}
    assert groups["politiska-styrgruppen"].elected  # 000:73
    assert not groups["tjanstestyrgruppen"].elected
    secretariat = groups["processledningen"]
    assert secretariat.type == "secretariat"
    assert len(secretariat.responsibilities) == 5  # 000:405-411
    assert secretariat.members == ()


def test_six_forums_have_all_ten_facts_in_words_or_a_reason(registry: Registry) -> None:  # 000:103-238
    forums = {id: g for id, g in every(registry, Group).items() if g.type == "forum"}
    assert sorted(forums) == FORUMS
    for id, forum in forums.items():
        for name in FACTS:
            fact = getattr(forum.profile, name)
            assert bool(fact.text) != bool(fact.missing), f"{id}: {name}"
    missing = [(id, name) for id, g in forums.items() for name in FACTS if getattr(g.profile, name).missing]
    assert missing == [("styrgrupp-digital", "mission")]  # 000:207


def test_the_forums_are_as_the_inventory_found_them(registry: Registry) -> None:
    forums = {id: one(registry, Group, id) for id in FORUMS}
    assert {id for id, g in forums.items() if g.status == "stalled"} == {"styrgrupp-digital"}  # 000:210
    assert {id for id, g in forums.items() if g.status not in ("active", "stalled")} == set()
    assert {id for id, g in forums.items() if not g.joint} == {"styrgrupp-rss"}  # 000:87
    assert {id for id, g in forums.items() if g.alternates} == {"regionala-samradet", "styrgrupp-uph"}  # 000:136, 164
    assert {id: g.profile.structure.meetings_per_year for id, g in forums.items()} == {
        "bussam": 4, "regionala-samradet": 4, "styrgrupp-uph": 4, "styrgrupp-rss": 4,
        "styrgrupp-um": None, "styrgrupp-digital": None,
    }  # fmt: skip
    assert str(forums["styrgrupp-digital"].profile.structure.last_meeting) == "2021-02"  # 000:210-211
    assert forums["regionala-samradet"].profile.secretariat.percent == 25  # 000:139
    assert {id: g.profile.annual_plan.exists for id, g in forums.items()} == {
        "bussam": True, "regionala-samradet": True, "styrgrupp-uph": True,
        "styrgrupp-um": False, "styrgrupp-digital": False, "styrgrupp-rss": False,
    }  # fmt: skip
    assert {id: len(g.responsibilities) for id, g in forums.items()} == {
        "bussam": 1, "regionala-samradet": 3, "styrgrupp-uph": 1, "styrgrupp-um": 1,
        "styrgrupp-digital": 0, "styrgrupp-rss": 3,
    }  # fmt: skip


@pytest.mark.parametrize("forum", FORUMS)
def test_seats_of_municipalities_are_those_named_and_nobody_is_in_them(registry: Registry, forum: str) -> None:
    group = one(registry, Group, forum)
    organisations = every(registry, Organisation)
    seats = [organisations[seat.organisation] for seat in group.members if seat.organisation]
    towns = [o for o in seats if o.type == "principal" and o.side == "municipality"]
    printed = {"Stockholm": "Stockholms stad", "Upplands-Väsby": "Upplands Väsby"}
    expected = [printed.get(name, name) for name in SEATS_OF_MUNICIPALITIES[forum].split()]
    assert len(towns) == len(expected)
    assert all(want in (town.name, *town.aliases) for town, want in zip(towns, expected, strict=True))
    names = [organisations[id] for id in group.profile.participants.municipalities]
    assert names == towns
    assert [seat.person for seat in group.members if seat.person] == []


def test_five_consultation_groups_claim_no_more_than_the_sources_show(registry: Registry) -> None:  # 000:283-290, 627
    groups = {id: g for id, g in every(registry, Group).items() if g.type == "consultation"}
    assert {id: (g.status, g.short_name) for id, g in groups.items()} == {
        "barn-och-ungas-halsa": ("establishing", "Barn & ungas hälsa"),
        "aldres-halsa": ("decided", "Äldres hälsa"),
        "psykisk-ohalsa-och-beroende": ("decided", "Psykisk ohälsa och beroendefrågor"),
        "digitalisering": ("decided", "Digitalisering"),
        "funktionsnedsattas-halsa": ("proposed", "Funktionsnedsattas hälsa"),
    }
    assert [id for id, g in groups.items() if g.mandate or g.members] == []


def test_a_responsibility_has_a_taker_only_where_a_source_connects_them(registry: Registry) -> None:  # 002:298-301
    taken = {r.id: r.takers for g in every(registry, Group).values() for r in g.responsibilities if r.takers}
    assert taken == {
        "bussam-barn-i-behov-av-stod": ("barn-och-ungas-halsa",),
        "styrgrupp-um-samverkan": ("barn-och-ungas-halsa",),
    }


# Agreements


def test_the_17_agreements_have_their_exact_titles(registry: Registry) -> None:
    assert {number: agreement.title for number, agreement in numbered(registry).items()} == AGREEMENTS


def test_7_of_the_17_had_an_owner_in_2022_and_10_had_none(registry: Registry) -> None:
    agreements = numbered(registry)
    assert {n: a.owners[0].group for n, a in agreements.items() if a.owners} == OWNERS_OF_2022
    assert len([a for a in agreements.values() if not a.owners]) == 10


def test_two_owners_change_and_nothing_says_that_their_terms_meet(registry: Registry) -> None:
    changed = {n: a.owners for n, a in numbered(registry).items() if len(a.owners) > 1}
    assert sorted(changed) == [9, 13]
    dates = {number: (str(old.until), str(new.since)) for number, (old, new) in changed.items()}
    assert dates == {
        9: ("[2022-23..2024]", "[2022-23..2024]"),  # 002:298-299, since when is not said
        13: ("[2022-23..2023]", "2024"),  # 002:299-301
    }
    for old, new in changed.values():
        assert new.group == "barn-och-ungas-halsa"
        assert old.until.earliest < new.since.latest
        assert old.assumed
        assert new.assumed


def test_kinds_parents_and_parties_of_the_agreements(registry: Registry) -> None:
    agreements = every(registry, Agreement)
    assert Counter(a.type for a in agreements.values()) == {
        "main": 1, "guideline": 1, "contract": 1, "agreement": 14, "supplementary": 2, "partial": 3,
    }  # fmt: skip
    parents = {(a.number, agreements[a.parent].number) for a in agreements.values() if a.parent and a.number}
    assert parents == {(5, 4), (7, 6)}
    partial = {a.title for a in agreements.values() if a.parent == "vard-och-omsorg-for-aldre"}  # 002:550-554
    assert partial == {
        "Samverkan mellan läkarorganisation/läkare och kommunfinansierad hälso- och "
        "sjukvårdsorganisation/personal i särskilt boende för äldre",
        "Individuell nutritionsbehandling i särskilt boende för äldre",
        "God läkemedelsanvändning för äldre",
    }
    assert agreements["hok-riktlinje"].parent == "hok"
    special = {a.number: a.parties for a in agreements.values() if a.parties}
    assert sorted(special) == [2, 3]
    assert special[2] == ("region-stockholm", "storsthlm")  # 000:312-313
    assert len(special[3]) == 28  # 000:314-316


def test_legal_basis_local_consultation_and_review(registry: Registry) -> None:
    agreements = numbered(registry)
    assert {n for n, a in agreements.items() if a.legal_basis} == {4, 5, 6, 7}  # 000:143-146
    assert {n for n, a in agreements.items() if a.local_consultation} == {4, 6}  # 002:480-482
    assert all(a.review and a.review.assumed for a in agreements.values())  # 002:163-164


# The plan


def test_the_plan_has_five_goal_areas(registry: Registry) -> None:  # 003:65-87
    plan = one(registry, Plan, "god-och-nara-vard-2024-2030")
    assert [(area.number, area.name) for area in plan.goal_areas] == [
        (1, "Sömlös vård och omsorg"),
        (2, "Personcentrerad vård och omsorg"),
        (3, "Befolkningens hälsa ska förbättras"),
        (4, "Jämlik tillgång till vård och omsorg"),
        (5, "Kostnadseffektiv vård och omsorg"),
    ]


# The meeting of 19 February 2026


def test_three_meetings_follow_each_other_and_claim_no_more_than_is_known(registry: Registry) -> None:
    meetings = every(registry, Meeting)
    assert {id: m.status for id, m in meetings.items()} == {
        "tjanstestyrgruppen-2025-11-17": "approved",  # 003:16
        "tjanstestyrgruppen-2026-02-19": "drafted",
        "tjanstestyrgruppen-2026-05-18": "planned",  # 003:118
    }
    for before, after in zip(sorted(meetings), sorted(meetings)[1:], strict=False):
        assert meetings[before].next == after
        assert meetings[after].previous == before
    assert meetings["tjanstestyrgruppen-2025-11-17"].approval.meeting == "tjanstestyrgruppen-2026-02-19"
    may = meetings["tjanstestyrgruppen-2026-05-18"]
    assert (may.start, may.end, may.form) == ("14:00", "16:00", "digital")
    assert [id for id, m in meetings.items() if m.assumed] == [
        "tjanstestyrgruppen-2025-11-17",
        "tjanstestyrgruppen-2026-05-18",
    ]


def test_when_and_where_it_was(minutes: Meeting) -> None:  # 003:2-3
    assert (minutes.start, minutes.end, minutes.weekday) == ("14:00", "16:00", "thursday")
    assert f"{minutes.date:%A}".lower() == minutes.weekday
    assert (minutes.form, minutes.place) == ("in-person", "Storsthlms lokal Brunnsviken")


def test_who_was_there_and_who_was_missed(registry: Registry, minutes: Meeting) -> None:
    people = every(registry, Person)
    found = {people[a.person].name: (a.capacity, a.present) for a in minutes.attendance}
    assert found == {name: facts[2:] for name, facts in PERSONS.items()}
    assert Counter(found.values()) == {
        ("region", True): 3, ("municipality", True): 7, ("region", False): 1, ("municipality", False): 1,
        ("secretariat", True): 3, ("association", True): 2,
    }  # fmt: skip
    assert [a.person for a in minutes.attendance if a.role == "chair"] == ["peter-vesterholm"]
    assert [a.person for a in minutes.attendance if a.role == "secretary"] == []


def test_the_agenda_has_ten_numbers_and_one_heading_without(minutes: Meeting) -> None:
    assert [(item.number, item.heading, item.type) for item in minutes.items] == AGENDA


def test_who_presented_what(minutes: Meeting) -> None:
    assert {item.number: item.presenters for item in minutes.items if item.presenters} == {
        1: ("peter-vesterholm",),
        3: ("peter-vesterholm",),
        4: ("fredrik-eliasson",),
        None: ("lisa-minell",),
        5: ("rebecka-strandberg", "tina-trygg"),
        7: ("tina-trygg", "rebecka-strandberg"),
        8: ("processledningen",),
    }


def test_what_was_decided(minutes: Meeting) -> None:
    found = {item.number: (d.type, d.text) for item in minutes.items for d in item.decisions}
    assert found == {
        2: ("approves", "minnesanteckningarna från föregående möte, den 17 november, och lägger dem till handlingarna"),
        None: (
            "decides",
            "fördela de länsgemensamma stimulansmedlen enligt tabell 1, vilket innebär att 18 000 000 kronor avsätts "
            "till länsgemensamma satsningar och resterande belopp delas lika mellan huvudmännen",
        ),
        5: ("recommends", "godkänna Rapport Vård i samverkan 2025 och lägga den till handlingarna"),
        6: ("decides", "dessa frågor tas vidare till VIS politiska styrgrupp"),
    }
    assert item(minutes, 5).decisions[0].recipient == "politiska-styrgruppen"
    assert item(minutes, 2).previous == "tjanstestyrgruppen-2025-11-17"


def test_amounts_keep_how_exact_they_are(minutes: Meeting) -> None:  # 003:18, 34, 40
    found = [(a.kronor, a.qualifier) for item in minutes.items for a in item.amounts]
    assert found == [(230_000_000, "about"), (81_000_000, "more-than")]
    assert [(a.kronor, a.qualifier) for d in item(minutes, None).decisions for a in d.amounts] == [
        (18_000_000, "exact")
    ]


def test_17_contributions_stand_by_goal_area_and_the_others_by_their_items(minutes: Meeting) -> None:
    found = Counter(c.goal_area for c in item(minutes, 7).contributions if c.goal_area)
    assert sorted(found) == [
        "malomrade-1-somlos-vard-och-omsorg",
        "malomrade-2-personcentrerad-vard-och-omsorg",
        "malomrade-3-befolkningens-halsa",
        "malomrade-4-jamlik-tillgang",
        "malomrade-5-kostnadseffektiv-vard-och-omsorg",
    ]
    assert [found[area] for area in sorted(found)] == [4, 2, 4, 3, 4]
    assert sum(found.values()) == 17
    others = Counter(i.number for i in minutes.items for c in i.contributions if not c.goal_area)
    assert others == {4: 1, None: 2, 5: 2}


def test_two_items_go_on_for_information_and_one_for_decision(minutes: Meeting) -> None:  # 003:50-54
    assert [(f.kind, f.item, f.title) for f in item(minutes, 6).forwards] == [
        ("information", item(minutes, 3).id, "Statsbidrag God och nära vård"),
        ("information", item(minutes, 4).id, "Projekt – Nytt system för samverkansöverenskommelser"),
        ("decision", item(minutes, 5).id, "Godkännande av Rapport Vård i samverkan 2025"),
    ]
    assert {f.to for f in item(minutes, 6).forwards} == {"politiska-styrgruppen"}


def test_two_assignments_come_back_to_the_group_and_no_meeting_is_named(minutes: Meeting) -> None:  # 003:99, 113-114
    found = {i.number: a for i in minutes.items for a in i.assignments}
    assert {number: a.owners for number, a in found.items()} == {
        7: ("storsthlm", "halso-och-sjukvardsforvaltningen"),
        8: ("processledningen",),
    }
    for assignment in found.values():
        assert (assignment.return_to, assignment.return_at, assignment.due) == ("tjanstestyrgruppen", None, None)


def test_one_question_was_asked_and_answered(minutes: Meeting) -> None:  # 003:29-31
    assert {i.number: len(i.questions) for i in minutes.items if i.questions} == {4: 1}
    assert item(minutes, 4).questions[0].answer


def test_papers_named_in_the_text_are_listed_as_missing(minutes: Meeting) -> None:  # 003:26, 34, 40, 42, 103
    assert len(minutes.attachments) == 5
    assert all(paper.missing and not paper.file for paper in minutes.attachments)
    listed = {paper.id for paper in minutes.attachments}
    assert {paper for i in minutes.items for paper in i.papers} == listed
    assert {paper for i in minutes.items for d in i.decisions for paper in d.basis} < listed


def test_slips_of_the_sources_are_not_copied() -> None:
    slips = ["andlingsplan ", "samverkas och", "tjänstestyrrupp", "Tjänstestygruppen", "läns gemensamma", "mår med",
             "lotsas individer"]  # fmt: skip
    for path in FILES:
        text = " ".join(path.read_text("utf-8").split())
        for slip in slips:
            assert not re.search(rf"(?<!\w){slip}", text), (path.name, slip)


def test_there_are_no_private_data() -> None:
    for path in FILES:
        text = path.read_text("utf-8")
        assert not re.search(r"@|\b\d{6,8}[-+]\d{4}\b|\b0\d{1,3}-\d{5,}", text), path.name
