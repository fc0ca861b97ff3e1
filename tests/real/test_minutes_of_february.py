"""The minutes of 19 February 2026 lose no fact of their source (003): each is looked for where it belongs.

They are looked for in the Markdown and in the text of the PDF, without regard to how the words are set.
"""

import re
from pathlib import Path

import pytest

from tests.pdfs import assert_accessible, text
from tests.program import vis

ROOT = Path(__file__).parents[2]
MEETING = "tjanstestyrgruppen-2026-02-19"

# Line 4: name, post, organisation. A side's people stand between its heading and the next one.
REGION = {
    "Maria Ohlsson Andersson": ("närsjukvårdsdirektör", "Stockholms läns sjukvårdsområde"),
    "Christoffer Bernsköld": ("avdelningschef närsjukvård", "Hälso- och sjukvårdsförvaltningen"),
    "Maria Andersson": ("enhetschef psykiatri och samverkan", "Hälso- och sjukvårdsförvaltningen"),
}
MUNICIPALITIES = {  # 5
    "Peter Vesterholm": ("verksamhetschef", "Storsthlm", "ordförande"),
    "Karin Bülow": ("äldredirektör", "Äldreförvaltningen", "Stockholms stad"),
    "Veronica Carstorp Wolgast": ("socialdirektör", "Socialförvaltningen", "Stockholms stad"),
    "Stefan Heinebäck": ("förvaltningschef", "Omsorgs- och socialförvaltningen", "Lidingö stad"),
    "Petra Oxonius": ("vård- och omsorgsdirektör", "Vård- och omsorgsförvaltningen", "Botkyrka kommun"),
    "Helena Åhman": ("förvaltningschef", "Omvårdnadsförvaltningen", "Solna stad"),
    "Elisabet Schultz": ("förvaltningschef", "Barn- och utbildningsförvaltningen", "Tyresö kommun"),
}
SECRETARIAT = {  # 8-10
    "Tina Trygg": ("processledare", "Storsthlm"),
    "Lisa Minell": ("processledare", "Storsthlm"),
    "Rebecka Strandberg": ("processledare", "kommunsamverkan", "Hälso- och sjukvårdsförvaltningen"),
}
ASSOCIATION = {  # 11-12
    "Fredrik Eliasson": ("projektledare", "Storsthlm"),
    "Anna Torstensson": ("uppdragssekreterare", "Storsthlm"),
}
REGION_ABSENT = {"Anders Ahlsson": ("hälso- och sjukvårdsdirektör", "Hälso- och sjukvårdsförvaltningen")}  # 6
MUNICIPALITIES_ABSENT = {  # 7
    "Anette Burman": ("chef för avdelningen för stöd kring lärande och hälsa", "Stockholms stad")
}
PEOPLE = {
    "Närvarande från Region Stockholm": REGION,
    "Närvarande från kommunerna": MUNICIPALITIES,
    "Närvarande från VIS processledning": SECRETARIAT,
    "Närvarande från Storsthlm": ASSOCIATION,
    "Frånvarande från Region Stockholm": REGION_ABSENT,
    "Frånvarande från kommunerna": MUNICIPALITIES_ABSENT,
}

ITEMS = {
    "1. Välkommen och inledning": ["Peter Vesterholm", "ordförande", "dagens agenda", "presentationsrunda"],  # 13-14
    "2. Minnesanteckningar från föregående möte 17 november": ["fastställer", "lägger dem till handlingarna"],  # 15-16
    "3. Statsbidrag God och nära vård": [  # 17-19
        "Föredragande: Peter Vesterholm", "mars 2025", "Socialdepartementet", "Socialstyrelsen", "förordningen",
        "cirka 230 miljoner kronor", "öronmärkt", "2025–2026", "inte kommer att kunna användas",
        "hänvisar till varandra", "Dagens samhälle", "Storsthlms kommuner", "24 februari",
    ],
    "4. Projekt - Nytt system för samverkansöverenskommelser": [  # 20-31
        "Föredragande: Fredrik Eliasson", "projektledare", "hälsa, vård och omsorg", "17 överenskommelser", "spretiga",
        "inaktuella", "2026–2028", "åtta delprojekt", "Under 2026", "1–6", "”paraply”", "klustring",
        "versionshantering", "valbara överenskommelser", "enskilda kommuner", "migrering", "vuxna/äldre",
        "barn och ungas hälsa", "psykisk ohälsa/beroende", "anställd på Storsthlm", "styrgrupp", "huvudprojektgrupp",
        "referensgrupper via VIS samrådsgrupper", "Effektmålet", "hitta, förstå och följa", "personcentrerad",
        "ppt som bifogas", "Reflektioner och medskick", "Behovet av projektet är tydligt", "Styrgruppen",
        "Fråga från tjänstestyrgruppen", "minska antalet", "inte har några överenskommelser", "Svar",
        "målgruppsanpassade", "inventeringsarbete",
    ],
    "Beslut om statliga stimulansmedel för psykisk hälsa och suicidprevention": [  # 32-40
        "Föredragande: Lisa Minell", "drygt 81 mnkr", "2026", "nationella strategin", "brukardelaktighet",
        "kunskapsstyrning", "samsjuklighet", "suicidprevention", "18 mnkr", "länsgemensamma satsningar",
        "barn och ungas psykiska hälsa", "NASP", "delas lika mellan Region Stockholm och kommunerna",
        "beslutsunderlag i utskickade handlingar", "Kommunerna i nordost", "mindre kommunerna", "invånarantal",
        "använda dem gemensamt", "Regionen", "2027", "VIS tjänstestyrgrupp beslutar att", "tabell 1",
        "18 000 000 kronor", "resterande belopp", "huvudmännen",
    ],
    "5. Beslut att rekommendera VIS politiska styrgrupp att godkänna Rapport Vård i samverkan 2025": [  # 41-48
        "Föredragande: Rebecka Strandberg och Tina Trygg", "processledare HSF", "processledare Storsthlm",
        "aktiviteter under 2025", "huvudöverenskommelsen", "länets 26 kommuner", "God och nära vård och omsorg",
        "2024–2030", "psykisk hälsa och suicidprevention", "sätta punkt", "nämnderna",
        "VIS tjänstestyrgrupp rekommenderar VIS politiska styrgrupp att godkänna", "lägga den till handlingarna",
    ],
    "6. Frågor vidare till VIS politiska styrgrupp": [  # 49-56
        "Informationsärenden", "Statsbidrag God och nära vård",
        "Projekt – Nytt system för samverkansöverenskommelser", "Beslutsärenden",
        "Godkännande av Rapport Vård i samverkan 2025",
        "VIS tjänstestyrgrupp beslutar att dessa frågor tas vidare till VIS politiska styrgrupp",
    ],
    "7. Strategisk dialog": [  # 57-62, 93-99
        "Föredragande: Tina Trygg och Rebecka Strandberg", "VIS processledning", "handlingsplanen",
        "preliminär bedömning", "strategiska inriktningar", "Gemensam diskussion", "nå målen i handlingsplanen",
        "återstår att arbeta med", "prioritera", "de medel som tilldelas länet", "Karin Bülow", "äldredirektör",
        "överbelasta stadsdelarna", "Hälften av planerade insatser", "huvudmannaskap, inklusive KSA",
        "ordinarie struktur", "politiskt stöd", "70–75 procent", "hemtjänsten", "tryggt mottagande",
        "inte stänga flöden", "riktade statsbidrag", "Regionens representanter", "rigid", "Peter Vesterholm",
        "återredovisning", "långsiktiga satsningar", "inför 2027", "uthålliga", "kunskapsbaserat", "innovativa",
        "Storsthlm och Hälso- och sjukvårdsförvaltningen: Hitta en struktur", "Åter till VIS tjänstestyrgrupp",
    ],
    "8. Förslag på resa för Tjänstestyrgruppen - en första diskussion": [  # 100-114
        "hösten 2026", "efter valet i september", "Se ppt", "omvärldsbevakning", "inspiration",
        "lära känna varandra och varandras organisationer", "annat", "Helsingfors", "Skåne – Malmö/Lund",
        "Visby, Gotland", "först går till Köpenhamn", "Malmö på tillbakaresan", "förslag på datum",
        "VIS processledning: Komma tillbaka med mer information", "Skåne/Malmö och Köpenhamn",
        "Åter till VIS tjänstestyrgrupp",
    ],
    "9. Övriga frågor": ["Inga övriga frågor"],  # 115-116
    "10. Nästa möte": ["digitalt", "18 maj", "14.00–16.00"],  # 117-118
}  # fmt: skip

CONTRIBUTIONS = {  # 65-92, by goal area: what each of the seventeen is about
    "Målområde 1: Sömlös vård och omsorg": [
        ("KSA och GSA", "kravställer"), ("sjukhusen", "specialiserade vården"), ("Lifecare SP", "SIP", "utskrivning"),
        ("elevhälsan", "skolorna", "parallellt med de beslutade prioriterade aktiviteterna"),
    ],
    "Målområde 2: Personcentrerad vård och omsorg": [
        ("operativa kraften", "grundstruktur", "lotsar"), ("från struktur till handling", "göra mer tillsammans"),
    ],
    "Målområde 3: Befolkningens hälsa ska förbättras": [
        ("sämre hälsa", "gemensamma insatser"), ("civilsamhället", "ny SoL"),
        ("hälsofrämjande och förebyggande", "skolans perspektiv"), ("skolsociala team", "översyn"),
    ],
    "Målområde 4: Jämlik tillgång till vård och omsorg": [
        ("höga ambitioner", "våga mer tillsammans"), ("nya SoL",), ("jämlik tillgång", "analysera kunskap"),
    ],
    "Målområde 5: Kostnadseffektiv vård och omsorg": [
        ("kompetensutveckling", "utbildning, insatser"), ("välfärden", "intensifiera"),
        ("mitt i omställningen", "nytt och kreativt"), ("demografiska", "äldre", "barn och unga", "data"),
    ],
}  # fmt: skip


def squeezed(words: str) -> str:
    """Letters only in their order: without spaces, line ends, soft hyphens and the signs of Markdown."""
    return re.sub(r"[\s\xad*#>|\\-]|<br>", "", words)


def made(form: str, folder: Path) -> str:
    target = folder / f"minutes.{form}"
    assert vis("meeting", "minutes", MEETING, "-o", target, cwd=ROOT).code == 0
    if form == "md":
        return squeezed(target.read_text(encoding="utf-8"))
    assert_accessible(
        target.read_bytes(), title="VIS tjänstestyrgrupp: minnesanteckningar 19\u00a0februari 2026", tables=True
    )
    return squeezed(text(target.read_bytes()))


@pytest.fixture(scope="module", params=["md", "pdf"])
def minutes(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    return made(request.param, tmp_path_factory.mktemp("minutes"))


def between(text: str, first: str, *later: str) -> str:
    """What stands from `first` to the next of `later`, or to the end."""
    _before, found, rest = text.partition(squeezed(first))
    assert found, first
    ends = [place for item in later if (place := rest.find(squeezed(item))) >= 0]
    return rest[: min(ends, default=None)]


def lost(text: str, facts: list[str]) -> list[str]:
    return [fact for fact in facts if squeezed(fact) not in text]


def test_when_and_where(minutes: str) -> None:  # 1-3
    head = between(minutes, "VIS tjänstestyrgrupp: minnesanteckningar", *PEOPLE)
    facts = ["Torsdagen den 19 februari 2026", "14.00–16.00", "Fysiskt möte", "Storsthlms lokal Brunnsviken"]
    assert lost(head, facts) == []


@pytest.mark.parametrize("side", PEOPLE)
def test_who_was_there_and_who_was_not(minutes: str, side: str) -> None:
    rows = between(minutes, side, *PEOPLE, "1. Välkommen")
    for name, facts in PEOPLE[side].items():
        others = [other for other in PEOPLE[side] if other not in name]
        assert lost(between(rows, name, *others), list(facts)) == [], name
    everyone = [name for people in PEOPLE.values() for name in people]
    assert [name for name in everyone if squeezed(name) in rows] == list(PEOPLE[side])


@pytest.mark.parametrize("heading", ITEMS)
def test_what_was_said_and_decided(minutes: str, heading: str) -> None:
    after = list(ITEMS)[list(ITEMS).index(heading) + 1 :]
    item = between(minutes, heading, *(after[:1] or ["Bilagor"]))
    assert lost(item, ITEMS[heading]) == []


@pytest.mark.parametrize("area", CONTRIBUTIONS)
def test_the_contributions_of_each_goal_area(minutes: str, area: str) -> None:
    section = between(minutes, "7. Strategisk dialog", "8. Förslag på resa")
    after = list(CONTRIBUTIONS)[list(CONTRIBUTIONS).index(area) + 1 :]
    words = between(section, "Reflektioner och medskick", "Uppdrag")
    points = between(words, area, *after[:1], "Gemensam användning av de medel")
    for facts in CONTRIBUTIONS[area]:
        assert lost(points, list(facts)) == []


def test_how_many_there_are_of_each(tmp_path: Path) -> None:
    target = tmp_path / "minutes.md"
    vis("meeting", "minutes", MEETING, "-o", target, cwd=ROOT)
    markdown = target.read_text(encoding="utf-8")
    counted = {area: len(between_lines(markdown, area)) for area in CONTRIBUTIONS}
    assert counted == {area: len(points) for area, points in CONTRIBUTIONS.items()}
    assert sum(counted.values()) == 17
    assert (markdown.count("> **Beslut**"), markdown.count("> **Uppdrag**")) == (4, 2)


def between_lines(markdown: str, area: str) -> list[str]:
    """The points under the heading of a goal area."""
    section = re.split(r"^#+ ", markdown.split(f"# {area}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]
    return [line for line in section.splitlines() if line.startswith("- ")]


def test_the_papers_are_named_and_said_to_be_missing(minutes: str) -> None:  # 26, 34, 40, 42, 103
    papers = minutes.rpartition("Bilagor")[2]
    for paper in ("Nytt system för samverkansöverenskommelser", "Beslutsunderlag", "Tabell 1", "2025", "resa"):
        assert lost(papers, [paper]) == []
    assert papers.count("intebifoga") == 5


def test_the_minutes_say_that_they_are_not_approved(minutes: str) -> None:
    assert squeezed("Utkast, inte fastställda") in minutes
