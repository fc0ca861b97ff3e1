"""A year at the local level, from a group that is made to the report, through the real program on a real repository.

After every commit the register is in order. What cannot be done yet is refused with all that is missing.
"""

import json
import re
from pathlib import Path

import pytest

from tests.local_county import KNOWLEDGE, MANDATE, MERGED, LocalYear

GROUP = "samradsgruppen-for-aldre"
FILE = f"registry/groups/{GROUP}.yaml"
AGREEMENT = "agreements/hemgang/agreement.yaml"
FUND = "stimulansmedel"


def at(day: str, item: str) -> tuple[str, ...]:
    """The item of the officials' meeting that a step cites."""
    return ("--meeting", f"tjänstestyrgruppen {day}", "--item", item)


@pytest.mark.slow
def test_a_whole_year_at_the_local_level(tmp_path: Path) -> None:
    year = LocalYear(tmp_path)
    two_groups_are_made(year)
    a_group_is_established_when_nothing_is_missing(year)
    the_old_forum_ends_when_others_have_taken_over(year)
    it_is_known_whom_to_call(year)
    somebody_changes_post(year)
    a_grant_is_allocated_and_used(year)
    two_areas_become_one(year)
    there_are_forums(year)
    a_deviation_is_dealt_with(year)
    the_agreement_is_followed_up(year)
    the_grant_is_reported(year)
    the_year_is_told(year, tmp_path)
    the_past_is_known(year)


def two_groups_are_made(year: LocalYear) -> None:
    """The officials decide; a working group ends by itself, a consultation group is staffed by their decisions."""
    year.on("2031-01-22")
    year.decided(
        "aldre: en samrådsgrupp för äldre bildas",
        "bemanning: bemanna samrådsgruppen för äldre",
        "anhoriga: en arbetsgrupp för anhörigstöd bildas",
        "medel: dela stimulansmedlen per invånare",
    )
    said = year.coverage("mandate")
    assert said == (0, 0, 0)
    about = ("--subject", "äldre", "--target-group", "Personer från 65 år", "--reports-to", "tjanstegruppen")
    new = ("group", "new", "--name", "Samrådsgruppen för äldre", "--type", "samrådsgrupp", "--status", "decided")
    said = year.write(*new, *about, "--predecessor", "gamla-forumet", *at("2031-01-22", "aldre"))
    assert "Samrådsgruppen för äldre: decided, 2031-01-22, by Tjänstestyrgruppen 2031-01-22" in said
    work = ("--name", "Arbetsgruppen för anhörigstöd", "--type", "arbetsgrupp", "--status", "active")
    until = ("--until", "2031-12-31", "--reports-to", "tjanstegruppen")
    year.write("group", "new", *work, *until, *at("2031-01-22", "anhoriga"))
    function = ("--organisation", "exempelby", "--function", "anhörigkonsulent")
    said = year.write("group", "join", "anhörigstöd", *function)
    assert "anhörigkonsulent, Exempelby kommun, member, municipality, from 2031-01-22" in said
    assert year.coverage("mandate") == (1, 0, 0)


def a_group_is_established_when_nothing_is_missing(year: LocalYear) -> None:
    said = year.refused("group", "establish", GROUP, *at("2031-01-22", "aldre"))
    assert [line for line in said.splitlines() if line.startswith("error")] == [
        f"error: `{GROUP}` has no mandate",
        f"error: `{GROUP}` has no seat for: region, municipality",
        f"error: `{GROUP}` has no chair",
        f"error: `{GROUP}` has nobody who leads its process",
    ]
    said = year.refused("group", "join", GROUP, "--person", "alva", "--role", "ordförande", code=2)
    assert f"who sits in `{GROUP}` is decided by Tjänstestyrgruppen, and no item of it is named" in said
    for seat in (
        ("--person", "alva", "--role", "ordförande", "--node"),
        ("--person", "cecilia", "--role", "vice ordförande", "--mandate", "Svarar för Exempelby"),
        ("--person", "hedda", "--role", "processledare", "--percent", "40", "--actual-percent", "25"),
    ):
        year.write("group", "join", GROUP, *seat, *at("2031-01-22", "bemanning"))
    assert "2 of 3 conditions are met" in year.ask("group", "checklist", GROUP)
    year.on("2031-02-20")
    year.by_hand({FILE: year.text(FILE) + MANDATE + KNOWLEDGE}, "Skriv uppdragsbeskrivningen")
    year.decided("start: samrådsgruppen för äldre är etablerad", "forumet: gamla äldreforumet upphör")
    assert year.coverage("mandate") == (1, 1, 1)
    told = ("--introduction", "En halv dag om samverkan", "--lessons", "Börja med bemanningen")
    said = year.write("group", "establish", GROUP, *told, *at("2031-02-20", "start"))
    assert "Samrådsgruppen för äldre: established, 2031-02-20" in said


def the_old_forum_ends_when_others_have_taken_over(year: LocalYear) -> None:
    """Each responsibility, and the agreement too, needs somebody who takes over; all that lacks one is said."""
    ends = ("group", "discontinue", "gamla-forumet", *at("2031-02-20", "forumet"))
    said = year.refused(*ends)
    assert [line for line in said.splitlines() if line.startswith("error")] == [
        "error: nobody takes over `forumet-hemgang` from `gamla-forumet`: Samverkan om hemgång",
        "error: nobody takes over `forumet-natverk` from `gamla-forumet`: Nätverket för anhörigstöd",
        "error: `gamla-forumet` answers for `hemgang`, and nothing says until when",
    ]
    hands = ("group", "handover", "gamla-forumet")
    said = year.write(*hands, "hemgång", "--to", GROUP, *at("2031-02-20", "forumet"))
    assert "forumet-hemgang: handed over to Samrådsgruppen för äldre, 2031-02-20" in said
    assert "forumet-natverk: nobody takes it over" in said
    year.write(*hands, "anhörigstöd", "--to", "samrådsgruppen för äldre", *at("2031-02-20", "forumet"))
    assert "it goes on: no other group answers yet for hemgang" in year.ask("group", "transition", "gamla-forumet")
    owners = "  - group: gamla-forumet\n"
    after = f"{owners}    until: 2031-02-20\n  - group: {GROUP}\n    from: 2031-02-21\n"
    year.by_hand({AGREEMENT: year.text(AGREEMENT).replace(owners, after)}, "Samrådsgruppen förvaltar")
    assert "it can be discontinued" in year.ask("group", "transition", "gamla-forumet")
    said = year.write(*ends, "--lessons", "Allt tog en månad")
    assert "Gamla äldreforumet: discontinued, 2031-02-20" in said


def it_is_known_whom_to_call(year: LocalYear) -> None:
    year.on("2031-03-03")
    assert year.coverage("gsa") == (4, 0, 4)
    clinic = ("--clinic", "Hamnens vårdcentral", "--run-by", "region", "--mailbox", "gsa@hamnen.example")
    year.write("contact", "set", "hamnen", "gsa", *clinic, "--from", "2031-01-01")
    year.write("contact", "set", "Kajen", "gsa", "--clinic", "Kajens vårdcentral", "--from", "2031-01-01")
    assert year.coverage("gsa") == (4, 2, 4)
    who = ("--organisation", "exempelby", "--person", "cecilia", "--mailbox", "ksa@exempelby.example")
    said = year.write("contact", "set", "exempelby", "ksa", *who, "--duty", "all", "--from", "2031-01-01")
    assert "never verified" in said
    assert "since 2031-01-01, verified 2031-03-03" in year.write("contact", "verify", "exempelby")
    found = year.ask("contact", "find", "exempelbo", "hemgong")
    assert "no name is written just so; taken for Exempelby" in found
    assert "ksa@exempelby.example" in found
    assert "GSA    no GSA is known; Region Exempel can tell" in found
    assert "Samrådsgruppen för äldre answers for it" in found
    assert "Hamnens vårdcentral" in year.ask("contact", "find", "hamen")


def somebody_changes_post(year: LocalYear) -> None:
    """Cecilia goes to Testvik: what it touches is shown first, and the seats that go with the post are ended."""
    year.decided("byte: Exempelby lämnar sin plats i samrådsgruppen till Testvik")
    year.write("group", "join", GROUP, "--person", "david", *at("2031-03-03", "byte"), "--from", "2031-05-01")
    moves = ("person", "move", "cecilia", "--title", "kanslichef", "--organisation", "Testvik", "--from", "2031-05-01")
    shown = year.vis(*moves, "--dry-run")
    assert "+      until: 2031-04-30\n+    - title: kanslichef\n" in shown.out
    assert shown.err.splitlines() == [
        "would then be: Cecilia Prov: kanslichef, Testviks stad, from 2031-05-01",
        "this stays as it is; see to what came with the old post (3):",
        "  - seat: Samrådsgruppen för äldre, vice-chair, municipality, from 2031-01-22",
        "  - seat: Tjänstestyrgruppen, member, municipality",
        "  - KSA: Exempelby",
    ]
    assert "no item of it is named" in year.refused(*moves, "--leave", GROUP, code=2)
    said = year.write(*moves, "--leave", GROUP, *at("2031-03-03", "byte"))
    assert "these seats end with the old post (1):\n  - seat: Samrådsgruppen för äldre" in said
    assert year.sits("2031-04-30") == ["alva", "cecilia", "hedda"]
    assert year.sits("2031-05-01") == ["alva", "hedda", "david"]
    after = ("--organisation", "exempelby", "--mailbox", "ksa@exempelby.example", "--new", "--from", "2031-05-01")
    said = year.write("contact", "set", "exempelby", "ksa", *after)
    assert "the former one ends 2031-04-30: Exempelby kommun, Cecilia Prov" in said
    assert "Cecilia" in year.ask("contact", "find", "exempelby", "--on", "2031-04-30")
    assert "Cecilia" not in year.ask("contact", "find", "exempelby", "--on", "2031-05-01")


def a_grant_is_allocated_and_used(year: LocalYear) -> None:
    """The total is only known to be more: so is each part, until it is tried with one; only a decision makes it so."""
    grant = ("--name", "Stimulansmedel för hemgång", "--type", "statsbidrag", "--giver", "provmyndigheten")
    more = ("--total", "drygt 10 mnkr", "--years", "2031", "--purpose", "Utbildning", "--group", "tjanstegruppen")
    year.write("fund", "new", *grant, *more)
    year.write("fund", "portion", FUND, "--text", "Gemensamt", "--rule", "fixed", "--amount", "1 000 000")
    people = ("--rule", "per-inhabitant", "--figure", "folkmangd-2030")
    year.write("fund", "portion", FUND, "--text", "Till kommunerna", *people)
    year.write("fund", "duty", FUND, "--text", "Slutredovisning", "--due", "2031-12-01", "--owner", "tjanstegruppen")
    shared = year.ask("fund", "allocate", FUND)
    assert "proposal: nobody is known to have decided it" in shared
    assert "Testviks stad     60 000 of 100 000 inhabitants  more than 5 400 000 kr" in shared
    tried = year.ask("fund", "allocate", FUND, "--total", "10 000 001", "--what-if", "På kronan")
    assert "Testviks stad: 5 400 000.6 + 0.4, before rounding" in tried
    assert all(part in tried for part in (" 3 600 000 kr ", " 5 400 001 kr "))
    assert "has not decided it there" in year.refused("fund", "decide", FUND, *at("2031-01-22", "ovrigt"))
    said = year.write("fund", "decide", FUND, *at("2031-01-22", "medel"))
    assert "decided 2031-01-22 by Tjänstestyrgruppen" in said
    again = year.refused("fund", "portion", FUND, "--text", "Mer", "--rule", "rest")
    assert "the allocation was decided 2031-01-22 and is not changed" in again
    year.write("fund", "enter", FUND, "received", "10 200 000")
    said = year.write("fund", "enter", FUND, "använt", "400 000", "--portion", "gemensamt", "--purpose", "utbildning")
    assert "400 000 kr used, 0 kr of it reported; left: 9 800 000 kr" in said.replace("\u00a0", " ")


def two_areas_become_one(year: LocalYear) -> None:
    """The history of each answers for its own time, and that of the new one for both."""
    year.on("2031-06-10")
    year.by_hand({"registry/areas.yaml": MERGED}, "Hamnen och Kajen blir Sjöstaden den 1 juli")
    for old in ("hamnen", "kajen"):
        year.write("contact", "end", old, "gsa", "--date", "2031-06-30")
    year.write("contact", "set", "sjöstaden", "gsa", "--clinic", "Sjöstadens vårdcentral", "--from", "2031-07-01")
    hamnen, kajen, after, before, earlier = year.answers(
        *("contact find hamnen --on 2031-08-01", "contact show kajen --on 2031-08-01"),
        *("contact show sjöstaden --on 2031-08-01", "contact find sjöstaden --on 2031-05-02"),
        "contact show sjöstaden --on 2031-05-02",
    )
    assert "Hamnen became a part of Sjöstaden, 2031-06-30" in hamnen and "Sjöstadens vårdcentral" in hamnen
    assert "it is no area on 2031-08-01: it ended 2031-06-30; now Sjöstaden" in kajen
    assert "   - Hamnen: GSA Hamnens vårdcentral, since 2031-01-01 until 2031-06-30, never verified" in after
    assert "   - Kajen: GSA Kajens vårdcentral, since 2031-01-01 until 2031-06-30, never verified" in after
    assert "it is no area on 2031-05-02: it begins 2031-07-01; before it Hamnen, Kajen" in earlier
    assert "Hamnens vårdcentral" in before and "Kajens vårdcentral" in before
    assert (year.coverage("gsa", "--on", "2031-06-30"), year.coverage("gsa", "--on", "2031-07-01")) == (
        (4, 2, 4),
        (3, 1, 3),
    )


def there_are_forums(year: LocalYear) -> None:
    year.on("2031-08-20")
    new = ("forum", "new", "--status", "active")
    first = ("--type", "lokalt samråd", "--area", "exempelby", "--convener", "exempelby", "--agreement", "hemgang")
    rhythm = ("--rhythm", "fyra gånger per år", "--verified", "2031-08-20")
    year.write(*new, "--name", "Lokalt samråd i Exempelby", *first, *rhythm)
    other = ("--type", "familjecentral", "--area", "sjöstaden", "--number", "2", "--as-of", "2031-08")
    year.write(*new, "--name", "Familjecentraler i Sjöstaden", *other)
    matrix = year.ask("forum", "matrix")
    assert "Local consultations in 1 of 1 municipalities." in matrix
    assert "Family centres in at least 1 and at most 2 of 2 districts in Testviks stad (August 2031)." in matrix
    assert "Nothing is known in these areas (1): Skisslunden." in matrix


def a_deviation_is_dealt_with(year: LocalYear) -> None:
    what = ("--type", "handover", "--title", "Ingen kallelse kom", "--text", "Kommunen fick veta det samma dag.")
    where = ("--area", "Exempelby", "--date", "2031-08-18", "--by", "exempelby")
    said = year.write("deviation", "report", "--agreement", "hemgang", *what, *where)
    assert "open; told to nobody; next to tell: Samrådsgruppen för äldre" in said
    said = year.write("deviation", "route", "ingen kallelse")
    assert "told Samrådsgruppen för äldre 2031-08-20; no answer yet; next to tell: Tjänstestyrgruppen" in said
    measure = ("--text", "Kallelse dagen före", "--by", "region-exempel", "--due", "2031-09-01")
    year.write("deviation", "measure", "ingen kallelse", *measure)
    year.on("2031-09-03")
    late = year.vis("check", "--due", code=1).out
    assert re.search("1 September 2031 +Measure on a deviation +.*Kallelse +dagen +före", " ".join(late.split()))
    assert "measures done: 1 of 1" in year.write("deviation", "measure", "ingen kallelse", "--done", "1")
    assert "closed 2031-09-03" in year.write("deviation", "close", "ingen kallelse")
    assert year.vis("check", "--due").code == 0


def the_agreement_is_followed_up(year: LocalYear) -> None:
    """The next follow-up is counted from the last, and nothing is overdue any more."""
    year.on("2031-10-06")
    assert "next 1 October 2031; every 12 months; overdue by 5 days" in year.ask("followup", "status")
    found = ("--finding", "1=partly: Sex av tio", "--finding", "plan=ja", "--proposal", "Mät varje månad")
    said = year.write("followup", "report", "hemgang", *found, "--period", "2031")
    assert "hemgang: followed up 6 October 2031; met: 1 of 2; next 6 October 2032" in said


def the_grant_is_reported(year: LocalYear) -> None:
    year.on("2031-11-20")
    assert "2031-12-01: Stimulansmedel för hemgång, Slutredovisning (Tjänstestyrgruppen)" in year.ask("fund", "due")
    sent = ("--reference", "Dnr 31/7", "--amount", "400 000", "--portion", "gemensamt")
    year.write("fund", "report", FUND, "slut", *sent)
    assert not year.ask("fund", "due").strip()


def the_year_is_told(year: LocalYear, folder: Path) -> None:
    """What the secretariat had to ask everybody for is a command over the register."""
    party, answers, due, annual, inventory, coverage = year.answers(
        *("report party Exempelby", "report responsibility", "report due", "report annual 2031"),
        *("report inventory", "coverage"),
    )
    assert "| Överenskommelse om trygg hemgång | 1.0 | Gäller | 1 januari 2031 |" in party
    assert "| Exempelby | ksa@exempelby.example | Inte känd |" in party and "Lokalt samråd i Exempelby" in party
    assert "| Överenskommelse om trygg hemgång | Samrådsgruppen för äldre | – |" in answers
    assert "Ingenting är försenat" in due
    assert "följdes upp av Samrådsgruppen för äldre; 1 av 2 kriterier uppfyllda" in annual
    assert "## Samrådsgruppen för äldre" in inventory
    assert "Mandate: 1 of 1 groups" in coverage and "Follow-up: 1 of 1 agreements" in coverage
    whole, schemas = folder / "allt.json", folder / "scheman"
    year.vis("export", "-o", str(whole))
    year.vis("schema", "--output", str(schemas))
    kinds = json.loads(whole.read_text(encoding="utf-8"))["kinds"]
    assert kinds.keys() >= {"contact", "deviation", "forum", "follow-up", "fund", "group"}
    assert json.loads((schemas / "group.json").read_text(encoding="utf-8"))["title"]


def the_past_is_known(year: LocalYear) -> None:
    """What was known in February is read from Git: nobody had moved; in May the areas were still two."""
    now, then, areas = year.answers(
        "group show samradsgruppen-for-aldre --on 2031-06-01",
        "group show samradsgruppen-for-aldre --on 2031-06-01 --at 2031-02-28",
        "contact find kajen --on 2031-08-01 --at 2031-05-31",
    )
    assert "David Prov" in now and "Cecilia" not in now.partition("Left empty")[0]
    assert "David Prov" not in then and "Cecilia Prov (socialdirektör, Exempelby kommun)" in then
    assert "Kajens vårdcentral" in areas and "Sjöstaden" not in areas
    assert year.repository.git("status", "--porcelain") == ""
