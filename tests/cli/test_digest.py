"""`vis digest`: the newsletter of a spring in which everything happened."""

import json
from collections.abc import Iterator
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests import pdfs
from tests.history.repositories import Repository
from tests.program import Done, register, vis
from tests.spring import SINCE, UNTIL, adoption, county

TODAY = {"VIS_TODAY": "2031-05-02"}


@pytest.fixture(scope="module")
def here(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return register(tmp_path_factory.mktemp("spring"), county())


def digest(here: Path, *options: str | Path, since: str = SINCE, until: str = UNTIL) -> Done:
    done = vis("digest", "--from", since, "--until", until, *options, cwd=here, env=TODAY)
    assert done.code == 0, done.err
    return done


def sections(text: str) -> dict[str, list[str]]:
    """The lines of each section, without the references that stand in brackets last."""
    found: dict[str, list[str]] = {}
    for line in text.partition("\n---\n")[0].replace("\N{NO-BREAK SPACE}", " ").splitlines():
        if line.startswith("## "):
            found[line[3:]] = []
        elif line and found:
            found[next(reversed(found))].append(line.rpartition(" *(")[0] or line)
    return found


def happened(here: Path, *options: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(digest(here, "--json", *options).out)["happened"]
    return found


def test_the_register_has_no_fault(here: Path) -> None:
    assert vis("check", cwd=here).code == 0


def test_the_newsletter_tells_what_happened_in_the_order_of_a_reader(here: Path) -> None:
    text = digest(here).out.replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith(
        "# Nyhetsbrev 1 februari–30 april 2031\n\n"
        "Fyra beslut, ett ärende fört vidare, tre beslut av parterna och två nya uppdrag.\n"
    )
    assert list(sections(text)) == [
        "Beslut",
        "Ärenden som går vidare",
        "Överenskommelser",
        "Uppdrag",
        "Utvecklingsfrågor",
        "Planer",
        "Möten",
        "Kommande möten (60 dagar framåt)",
    ]


def test_decisions_stand_by_body_each_with_its_place_in_the_register(here: Path) -> None:
    found = digest(here).out.replace("\N{NO-BREAK SPACE}", " ")
    assert sections(found)["Beslut"] == [
        "### Politikergruppen",
        "- **10 mars 2031, punkt 1, Rutin mot fallskador.** Politikergruppen beslutar att införa rutinen i hela länet.",
        "### Tjänstegruppen",
        "- **20 februari 2031, punkt 1, Rutin mot fallskador.** Tjänstegruppen rekommenderar Politikergruppen att "
        "införa rutinen.",
        "- **20 februari 2031, punkt 2, Vårdplan.** Tjänstegruppen beslutar att rekommendera parterna att anta "
        "överenskommelsen om vårdplan.",
        "- **20 februari 2031, punkt 3, Frågor vidare.** Tjänstegruppen beslutar att frågan tas vidare till "
        "Politikergruppen.",
    ]
    assert "*(politikergruppen-2031-03-10#beslut-rutin)*" in found


def test_what_was_taken_on_says_what_became_of_it(here: Path) -> None:
    assert sections(digest(here).out)["Ärenden som går vidare"] == [
        "### Fört vidare",
        "- **20 februari 2031.** Tjänstegruppen förde vidare ”Länsgemensam rutin mot fallskador” (punkt 1) till "
        "Politikergruppen för beslut. Ärendet behandlades den 10 mars 2031. Politikergruppen beslutar att införa "
        "rutinen i hela länet.",
        "### Svar på det som förts vidare tidigare",
        "- **20 februari 2031.** Äldregruppen förde den 15 januari 2031 vidare ”Gemensam rutin mot fallskador” "
        "(punkt 1) till Tjänstegruppen för beslut. Ärendet behandlades den 20 februari 2031. Tjänstegruppen "
        "rekommenderar Politikergruppen att införa rutinen. Svaret togs upp i Äldregruppen den 12 mars 2031.",
    ]


def test_agreements_go_from_referral_to_entry_into_force_and_to_their_end(here: Path) -> None:
    assert sections(digest(here).out)["Överenskommelser"] == [
        "### Gamla avtalet",
        "- **15 februari 2031.** Det beslutades att överenskommelsen upphör: sista dagen är 31 mars 2031.",
        "- **31 mars 2031.** Sista dagen som överenskommelsen gällde; den ersätts av Vårdplan.",
        "### Hemsjukvård",
        "- **Våren 2031.** Provköpings kommun antog version 1.0 (Fullmäktige). "
        "*Det är osäkert om det var under perioden.*",
        "- **1 mars 2031.** Version 1.0 trädde i kraft.",
        "- **April 2031.** Det beslutades att version 1.0 gäller längre: sista dagen är 28 februari 2033.",
        "### Tiden ut",
        "- **15 april 2031.** Sista dagen som version 1.0 gällde.",
        "### Vårdplan",
        "- **3 februari 2031.** Version 1.0 skickades på remiss, med svar senast den 14 februari 2031.",
        "- **14 februari 2031.** Remissen av version 1.0 slutade; ett svar.",
        "- **20 februari 2031.** Tjänstegruppen rekommenderade att version 1.0 antas.",
        "- **20–25 mars 2031.** Version 1.0 antogs av Region Exempel (20 mars 2031, Fullmäktige) och Exempelby kommun "
        "(25 mars 2031, Fullmäktige).",
        "- **1 april 2031.** Provköpings kommun antog version 1.0 med reservation (Fullmäktige, § 14). "
        "Reservation: Kostnaden följs upp.",
        "- **Läget 30 april 2031.** 3 av 4 parter har antagit version 1.0.",
    ]


def test_assignments_are_new_closed_postponed_or_late(here: Path) -> None:
    assert sections(digest(here).out)["Uppdrag"] == [
        "### Nya uppdrag",
        "- **20 februari 2031.** Sammanställa kostnaderna. Ansvarig: Exempelby kommun. Gavs av Tjänstegruppen, "
        "punkt 2, Vårdplan. Åter till Tjänstegruppen den 12 juni 2031.",
        "- **20 februari 2031.** Bjuda in patientföreningarna. Ansvarig: Äldregruppen. Gavs av Tjänstegruppen, "
        "punkt 2, Vårdplan. Åter till Tjänstegruppen.",
        "### Avslutat",
        "- **Mars 2031.** Bjuda in patientföreningarna. De är inbjudna.",
        "### Uppskjutet",
        "- **10 april 2031.** Sammanställa kostnaderna. Underlagen från två kommuner saknas. "
        "Återkommer den 12 juni 2031.",
        "### Försenat den 30 april 2031",
        "- **Skulle ha varit klart 1 mars 2031.** Ta fram en rutin för fallskador. Ansvarig: Ann Exempel. "
        "Gavs av Äldregruppen den 15 januari 2031.",
    ]


def test_questions_plans_and_meetings_are_told_too(here: Path) -> None:
    found = sections(digest(here).out)
    assert found["Utvecklingsfrågor"] == [
        "- **5 februari 2031.** ”Nattbemanning i hemtjänsten” väcktes på lokal nivå (Testviks kommun).",
        "- **20 februari 2031.** ”Nattbemanning i hemtjänsten” fördes till Tjänstegruppen. Frågan rör hela länet.",
        "- **10 april 2031.** ”Nattbemanning i hemtjänsten” besvarades. Parterna bemannar var för sig.",
    ]
    assert found["Planer"] == [
        "- **10 mars 2031.** Politikergruppen antog Handlingsplan 2031–2035 (§ 7).",
        "- **10 april 2031.** Årsplanen 2032 för Tjänstegruppen antogs.",
    ]
    assert found["Möten"] == [
        "- **Torsdagen den 20 februari 2031.** Tjänstegruppen: mötet hölls, med tre beslut, två uppdrag, "
        "ett ärende vidare och ett medskick.",
        "- **Måndagen den 10 mars 2031.** Politikergruppen: mötet hölls, med ett beslut.",
        "- **Onsdagen den 12 mars 2031.** Äldregruppen: mötet hölls.",
        "- **Torsdagen den 10 april 2031.** Tjänstegruppen: mötet hölls.",
        "- **Söndagen den 20 april 2031.** Äldregruppen: mötet är inställt – för få kunde komma.",
    ]
    assert found["Kommande möten (60 dagar framåt)"] == [
        "- **Onsdagen den 14 maj 2031, klockan 09.00–11.00.** Äldregruppen: planerat möte. Digitalt möte. "
        "Flyttat från 7 maj 2031: krockade med en konferens. På dagordningen: Nutrition.",
        "- **Torsdagen den 12 juni 2031, klockan 13.00.** Tjänstegruppen: kallelsen skickades 28 april 2031. Sal A. "
        "På dagordningen: Kostnaderna för vårdplan.",
    ]


def test_json_has_every_happening_with_its_ids_and_its_date_as_it_is_known(here: Path) -> None:
    whole = json.loads(digest(here, "--json").out)
    assert (whole["schema_version"], whole["since"], whole["until"], whole["for"]) == (1, SINCE, UNTIL, None)
    assert [(item["when"], item["kind"]) for item in whole["happened"]] == [
        ("2031-21", "party-decided"),
        ("2031-02-03", "referral-began"),
        ("2031-02-05", "question-raised"),
        ("2031-02-14", "referral-ended"),
        ("2031-02-15", "ending-decided"),
        ("2031-02-20", "decided"),
        ("2031-02-20", "decided"),
        ("2031-02-20", "decided"),
        ("2031-02-20", "answered"),
        ("2031-02-20", "forwarded"),
        ("2031-02-20", "assigned"),
        ("2031-02-20", "assigned"),
        ("2031-02-20", "recommended"),
        ("2031-02-20", "question-moved"),
        ("2031-02-20", "held"),
        ("2031-03-01", "entered-into-force"),
        ("2031-03", "closed"),
        ("2031-03-10", "decided"),
        ("2031-03-10", "answered"),
        ("2031-03-10", "plan-adopted"),
        ("2031-03-10", "held"),
        ("2031-03-12", "returned"),
        ("2031-03-12", "held"),
        ("2031-03-20", "party-decided"),
        ("2031-03-25", "party-decided"),
        ("2031-03-31", "ended"),
        ("2031-04-01", "party-decided"),
        ("2031-04", "extended"),
        ("2031-04-02", "moved"),
        ("2031-04-10", "postponed"),
        ("2031-04-10", "question-closed"),
        ("2031-04-10", "plan-adopted"),
        ("2031-04-10", "held"),
        ("2031-04-15", "ran-out"),
        ("2031-04-20", "cancelled"),
        ("2031-04-28", "called"),
    ]
    assert [item["when"] for item in whole["happened"] if not item["certain"]] == ["2031-21"]
    assert whole["happened"][26] == {
        "kind": "party-decided",
        "when": "2031-04-01",
        "certain": True,
        "agreement": "vardplan",
        "title": "Vårdplan",
        "version": "1.0",
        "party": "provkoping",
        "outcome": "adopted-with-reservation",
        "body": "Fullmäktige",
        "reference": "§ 14",
    }
    assert [item["assignment"] for item in whole["late"]] == ["rutin"]
    assert [item["meeting"] for item in whole["coming"]] == ["aldregruppen-2031-05-07", "tjanstegruppen-2031-06-12"]


def test_a_date_that_may_be_in_the_period_is_certain_in_a_longer_one(here: Path) -> None:
    longer = json.loads(digest(here, "--json", since="2031-01-01", until="2031-06-30").out)["happened"]
    assert [item["certain"] for item in longer if item["when"] == "2031-21"] == [True]
    march = json.loads(digest(here, "--json", since="2031-03-05", until="2031-03-06").out)["happened"]
    assert [(item["when"], item["certain"]) for item in march] == [("2031-21", False), ("2031-03", False)]


def test_a_group_hears_of_what_it_took_on_however_high_it_went_and_of_its_agreements(here: Path) -> None:
    found = happened(here, "--for", "äldregruppen")
    assert [(item["group"], item["decision"]) for item in found if item["kind"] == "decided"] == [
        ("tjanstegruppen", "beslut-fallskador"),
        ("tjanstegruppen", "beslut-vardplan"),
        ("politikergruppen", "beslut-rutin"),
    ]
    assert {item["meeting"] for item in found if item["kind"] in ("held", "cancelled", "moved", "called")} == {
        "aldregruppen-2031-03-12",
        "aldregruppen-2031-04-20",
        "aldregruppen-2031-05-07",
    }
    assert [item["assignment"] for item in found if item["kind"] == "assigned"] == ["inbjudan"]
    assert "vardplan" in {item.get("agreement") for item in found}
    political = happened(here, "--for", "politikergruppen")
    assert not [item for item in political if item["kind"] in ("assigned", "party-decided", "question-moved")]


def test_a_steering_group_sees_what_those_below_it_took_up_and_take_up_next(here: Path) -> None:
    text = digest(here, "--for", "tjanstegruppen").out
    assert "# Nyhetsbrev 1 februari–30 april 2031 för Tjänstegruppen\n" in text.replace("\N{NO-BREAK SPACE}", " ")
    assert sections(text)["Vad grupperna tar upp"] == [
        "### Äldregruppen",
        "- **12 mars 2031.** Svar om fallskador; Läkemedelsgenomgångar.",
        "- **14 maj 2031, kommande.** Nutrition.",
    ]
    below = json.loads(digest(here, "--for", "tjanstegruppen", "--json").out)["below"]
    assert [[meeting["headings"] for meeting in body["meetings"]] for body in below] == [
        [["Svar om fallskador", "Läkemedelsgenomgångar"], ["Nutrition"]]
    ]


def test_a_party_hears_of_its_own_decisions_and_of_what_waits_for_it(here: Path) -> None:
    testvik = json.loads(digest(here, "--for", "Testvik", "--json").out)
    assert testvik["for"] == {"kind": "organisation", "id": "testvik", "name": "Testviks kommun"}
    assert testvik["waiting"] == [
        {"agreement": "vardplan", "version": "1.0", "party": "testvik", "status": "pending", "since": "2031-02-20"}
    ]
    assert {item.get("agreement") for item in testvik["happened"]} == {"vardplan", "gamla", "tiden"}
    assert not [item for item in testvik["happened"] if item["kind"] == "party-decided"]
    assert (
        "- **Läget 30 april 2031.** Version 1.0 väntar på beslut av Testviks kommun, sedan 20 februari 2031."
        in sections(digest(here, "--for", "Testvik").out)["Överenskommelser"]
    )


def test_it_is_said_which_bodies_a_party_may_sit_in_without_anybody_knowing(here: Path) -> None:
    note = "note: who sits in these is not known, so their decisions may be missing: politikergruppen\n"
    assert digest(here, "--for", "testvik").err == note
    assert digest(here, "--for", "tjanstegruppen").err == ""
    assert digest(here).err == ""


def test_a_party_is_asked_for_its_reply_while_a_referral_goes_on(tmp_path: Path) -> None:
    version = "agreement: bostad\nversion: '1.0'\nreferrals:\n  - from: 2031-04-01\n    until: 2031-06-01\n"
    here = register(
        tmp_path,
        county()
        | {
            "agreements/bostad/agreement.yaml": "id: bostad\ntitle: Bostad först\ntype: agreement\n",
            "agreements/bostad/versions/1.0.yaml": version,
        },
    )
    assert sections(digest(here, "--for", "testvik").out)["Överenskommelser"][:3] == [
        "### Bostad först",
        "- **1 april 2031.** Version 1.0 skickades på remiss, med svar senast den 1 juni 2031.",
        "- **Läget 30 april 2031.** Remissen av version 1.0 väntar på svar av Testviks kommun, senast den 1 juni 2031.",
    ]
    asked = json.loads(digest(here, "--for", "testvik", "--json").out)["asked"]
    assert asked == [{"agreement": "bostad", "version": "1.0", "reply_by": "2031-06-01"}]


def test_a_party_hears_of_its_administrations_seats_and_of_its_peoples_assignments(here: Path) -> None:
    exempelby = json.loads(digest(here, "--for", "exempelby", "--json").out)
    assert [item["assignment"] for item in exempelby["late"]] == ["rutin"]
    assert [item["party"] for item in exempelby["happened"] if item["kind"] == "party-decided"] == ["exempelby"]
    assert [item["meeting"] for item in exempelby["happened"] if item["kind"] == "held"] == ["aldregruppen-2031-03-12"]
    assert [item["meeting"] for item in exempelby["coming"]] == ["aldregruppen-2031-05-07"]


@pytest.mark.parametrize(
    ("outcome", "said"),
    [
        ("prepared", "Provköpings kommun beredde version 1.0 (Fullmäktige)."),
        ("rejected", "Provköpings kommun avslog version 1.0 (Fullmäktige)."),
        ("referred-back", "Provköpings kommun återremitterade version 1.0 (Fullmäktige)."),
    ],
)
def test_what_a_party_decided_is_told_in_words(tmp_path: Path, outcome: str, said: str) -> None:
    path = "agreements/vardplan/adoptions/1.0/provkoping.yaml"
    here = register(tmp_path, county() | {path: adoption("vardplan", "provkoping", "2031-04-01", outcome)})
    found = sections(digest(here).out)["Överenskommelser"]
    assert f"- **1 april 2031.** {said}" in found
    no = " Nej från Provköpings kommun." if outcome == "rejected" else ""
    assert found[-1] == f"- **Läget 30 april 2031.** 2 av 4 parter har antagit version 1.0.{no}"


def test_entry_into_force_is_computed_and_a_party_that_joins_late_or_leaves_is_told_of(tmp_path: Path) -> None:
    path = "agreements/vardplan/versions/1.0.yaml"
    files = county()
    each = files[path].replace("all-parties", "each-party").replace("2031-07-01", "2031-03-01")
    more = "  - outcome: withdrawn\n    date: 2031-04-02\n    last_day: 2031-04-29\n"
    region = "agreements/vardplan/adoptions/1.0/region-exempel.yaml"
    here = register(tmp_path, files | {path: each, region: files[region] + more})
    assert vis("check", cwd=here).code == 0
    found = sections(digest(here).out)["Överenskommelser"]
    for line in (
        "- **25 mars 2031.** Version 1.0 trädde i kraft.",
        "- **1 april 2031.** Version 1.0 började gälla för Provköpings kommun.",
        "- **2 april 2031.** Region Exempel sade upp version 1.0. Sista dagen är 29 april 2031.",
        "- **29 april 2031.** Sista dagen som version 1.0 gällde för Region Exempel, som har sagt upp den.",
    ):
        assert line in found
    own = json.loads(digest(here, "--for", "provkoping", "--json").out)["happened"]
    assert [(item["kind"], item["when"]) for item in own if item["kind"] in ("bound", "left")] == [
        ("bound", "2031-04-01")
    ]


def test_an_appealed_adoption_makes_the_entry_into_force_uncertain(tmp_path: Path) -> None:
    files = county()
    testvik = "agreements/vardplan/adoptions/1.0/testvik.yaml"
    more = "  - outcome: appealed\n    date: 2031-04-20\n"
    path = "agreements/vardplan/versions/1.0.yaml"
    soon = files[path].replace("2031-07-01", "2031-04-15")
    here = register(tmp_path, files | {path: soon, testvik: adoption("vardplan", "testvik", "2031-04-01") + more})
    found = sections(digest(here).out)["Överenskommelser"]
    assert "- **20 april 2031.** Beslutet i Testviks kommun om version 1.0 överklagades." in found
    doubt = "*Det är osäkert om det var under perioden.*"
    assert (
        f"- **Tidigast 15 april 2031.** Version 1.0 trädde i kraft, om det som är överklagat står fast. {doubt}"
        in found
    )
    later = json.loads(digest(here, "--json", since="2031-05-01", until="2031-05-31").out)["happened"]
    assert "entered-into-force" not in [item["kind"] for item in later]


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "Ärendet väntar på mötet den 1 september 2031."),
        (
            {
                "2031-09-01": "items:\n  - id: rutin\n    number: 1\n    heading: Rutin\n    type: decision\n"
                "    origin:\n      kind: forwarded\n      meeting: tjanstegruppen-2031-02-20\n"
                "      item: fallskador\n      why: Därifrån\n"
            },
            "Ärendet står på dagordningen för mötet den 1 september 2031.",
        ),
        (
            {
                "2031-09-01": "dropped:\n  - heading: Rutin\n    reason: parterna är redan ense\n"
                "    origin:\n      kind: forwarded\n      meeting: tjanstegruppen-2031-02-20\n"
                "      item: fallskador\n      why: Därifrån\n"
            },
            "Ärendet utgick ur dagordningen för mötet den 1 september 2031: parterna är redan ense.",
        ),
    ],
)
def test_what_is_not_answered_yet_says_where_it_is(tmp_path: Path, more: dict[str, str], said: str) -> None:
    files = county()
    del files["registry/meetings/politikergruppen/2031-03-10.yaml"]
    del files["registry/plans/handlingsplan.yaml"]
    for day, text in more.items():
        files[f"registry/meetings/politikergruppen/{day}.yaml"] += text
    assert sections(digest(register(tmp_path, files)).out)["Ärenden som går vidare"][1].endswith(f"för beslut. {said}")


def test_an_empty_period_says_so(here: Path) -> None:
    text = digest(here, since="2029-01-01", until="2029-01-31").out.replace("\N{NO-BREAK SPACE}", " ")
    assert text.startswith(
        "# Nyhetsbrev 1–31 januari 2029\n\nInget är antecknat i registret för perioden 1–31 januari 2029.\n\n---"
    )
    text = digest(here, "--for", "politikergruppen", since="2031-02-01", until="2031-02-02").out
    assert "som rör Politikergruppen." in text


def test_without_a_last_day_it_goes_until_today(here: Path) -> None:
    done = vis("digest", "--from", "2031-05-01", "--json", cwd=here, env=TODAY)
    assert json.loads(done.out)["until"] == "2031-05-02"


def test_the_pdf_is_for_everyone_and_has_it_all(here: Path, tmp_path: Path) -> None:
    digest(here, "-o", tmp_path / "brev.pdf")
    data = (tmp_path / "brev.pdf").read_bytes()
    pdfs.assert_accessible(data, title="Nyhetsbrev 1\N{NO-BREAK SPACE}februari–30\N{NO-BREAK SPACE}april 2031")
    text = " ".join(pdfs.text(data).replace("\N{NO-BREAK SPACE}", " ").split())
    for words in ("Politikergruppen beslutar att införa rutinen", "Nattbemanning i hemtjänsten", "Sal A", "§ 14"):
        assert words in text


class Page(HTMLParser):
    """A web page as a browser reads it: which elements are open where, and the text."""

    VOID = frozenset({"meta", "link", "br", "hr", "img", "input"})

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.attributes: list[str] = []
        self.said: list[str] = []
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append(tag)
        self.attributes += [name for name, _ in attrs]
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.said.append(data)

    @property
    def text(self) -> str:
        """The words in order, with single spaces."""
        return " ".join("".join(self.said).split())


def test_the_web_page_stands_alone_and_says_the_same(here: Path, tmp_path: Path) -> None:
    digest(here, "-o", tmp_path / "brev.html")
    raw = (tmp_path / "brev.html").read_text(encoding="utf-8")
    page = Page(raw)
    assert raw.startswith('<!DOCTYPE html>\n<html lang="sv">')
    assert not {"script", "link", "img", "iframe"} & set(page.seen)
    assert not {"src", "href", "style"} & set(page.attributes)
    assert "default-src 'none'" in raw
    headings = [int(tag[1]) for tag in page.seen if tag in ("h1", "h2", "h3")]
    assert headings[0] == 1
    assert headings.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(headings))
    assert page.seen.count("main") == 1
    for line in rows(digest(here).out):
        assert line in page.text


def rows(text: str) -> Iterator[str]:
    """What each row says, without its date and its reference."""
    for lines in sections(text).values():
        yield from (line.partition(".** ")[2].partition(" *Det är")[0] for line in lines if line.startswith("- "))


def test_signs_in_names_are_themselves_in_every_format(tmp_path: Path) -> None:
    files = county()
    strange = "A<b> & *C* [d](http://e) _f_ `g`"
    path = "registry/groups/politikergruppen.yaml"
    files[path] = files[path].replace("name: Politikergruppen", f"name: '{strange}'")
    path = "agreements/vardplan/agreement.yaml"
    files[path] = files[path].replace("title: Vårdplan", "title: 'Vård & <script>alert(1)</script> *plan*'")
    path = "registry/meetings/politikergruppen/2031-03-10.yaml"
    files[path] = files[path].replace("införa rutinen i hela länet", "'införa <i>rutinen</i> & *allt* | 1'")
    here = register(tmp_path, files)
    text = digest(here).out
    assert "### A\\<b> & \\*C\\* \\[d\\](http://e) \\_f\\_ \\`g\\`" in text
    assert "### Vård & \\<script>alert(1)\\</script> \\*plan\\*" in text
    digest(here, "-o", tmp_path / "brev.html")
    page = Page((tmp_path / "brev.html").read_text(encoding="utf-8"))
    assert "script" not in page.seen
    assert "i" not in page.seen
    assert f"{strange} beslutar att införa <i>rutinen</i> & *allt* | 1." in page.text
    digest(here, "-o", tmp_path / "brev.pdf")
    shown = "".join(pdfs.text((tmp_path / "brev.pdf").read_bytes()).split())
    assert "".join(f"{strange} beslutar att införa <i>rutinen</i> & *allt* | 1.".split()) in shown


def test_it_can_be_asked_what_the_register_said_then(tmp_path: Path) -> None:
    repository = Repository(tmp_path)
    repository.commit(county(), day="2031-05-01")
    late = "agreements/vardplan/adoptions/1.0/testvik.yaml"
    repository.commit({late: adoption("vardplan", "testvik", "2031-04-30")}, day="2031-05-20")
    assert "Testviks kommun" in "".join(sections(digest(tmp_path).out)["Överenskommelser"])
    then = vis("digest", "--from", SINCE, "--at", "2031-05-02", cwd=tmp_path, env=TODAY)
    assert then.code == 0, then.err
    assert then.out.replace("\N{NO-BREAK SPACE}", " ").startswith("# Nyhetsbrev 1 februari–1 maj 2031\n")
    assert "3 av 4 parter har antagit version 1.0." in then.out
    assert "commit" in then.out.splitlines()[-1]


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--from", "2031-05-03"), "the period ends 2031-05-02, before it begins 2031-05-03"),
        (("--from", "2031-13-01"), "there is no day `2031-13-01`"),
        (("--from", SINCE, "--for", "exempel"), "`exempel` can be several: `exempelby`, `region-exempel`"),
        (("--from", SINCE, "--for", "xyz"), "there is no organisation or group `xyz`"),
        (("--from", SINCE, "--for", "tjänstgruppen"), "did you mean `tjanstegruppen`?"),
        (("--from", SINCE, "-o", "brev.docx"), "`.docx` is no format of newsletters"),
        (("--from", SINCE, "-o", "registry/brev.md"), "`registry/brev.md` is inside the register"),
        ((), "Missing option '--from'"),
    ],
)
def test_what_cannot_be_made_is_refused_with_what_would_do(here: Path, options: tuple[str, ...], said: str) -> None:
    done = vis("digest", *options, cwd=here, env=TODAY)
    assert done.code == 2
    assert said in done.err
    assert done.out == ""


def test_nothing_is_told_of_what_is_known_to_be_wrong_or_cannot_be_read(tmp_path: Path) -> None:
    files = county()
    path = "registry/meetings/tjanstegruppen/2031-02-20.yaml"
    here = register(tmp_path, files | {path: files[path].replace("number: 2", "number: 9")})
    done = vis("digest", "--from", SINCE, cwd=here, env=TODAY)
    assert (done.code, done.out) == (1, "")
    assert f"{path}:24:13: error[VIS147]" in done.err
    register(tmp_path, {path: files[path].replace("status: sent", "status: borta")})
    done = vis("digest", "--from", SINCE, cwd=here, env=TODAY)
    assert (done.code, done.out) == (1, "")
    assert f"no digest is made, because {path} cannot be understood" in done.err


def test_any_period_can_be_asked_for(here: Path) -> None:
    done = vis("digest", "--from", "0001-01-01", "--until", "9999-12-31", "--json", cwd=here, env=TODAY)
    assert done.code == 0
    assert len(json.loads(done.out)["happened"]) > len(happened(here))
