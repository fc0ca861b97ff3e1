"""`vis report`: a party on a page, who answers for what, what is due; and `vis check --due`."""

import json
from pathlib import Path

import pytest

from tests.agreement_documents import digest_of
from tests.pdfs import assert_accessible, text
from tests.program import register, vis

TODAY = {"VIS_TODAY": "2031-05-01"}
TEXT = """\
id: avtalet
title: Vården av äldre
type: agreement
number: 1
owners: [{group: aldregruppen}]
concerned: [styrgruppen]
target_groups: [Äldre]
follow_up: {criteria: [Möten hålls], next: "2031-03"}
deviations: {text: Avvikelser tas upp i styrgruppen.}
guidance: [{title: Vägledning om äldre, type: guidance, updated: "2030"}]
version: "1.0"
text_state: transcribed
sections:
  - {id: syfte, heading: Syfte, text: Alla ska få vård.}
"""
FILES = {
    "registry/vis.yaml": "id: vis\nname: Vård i samverkan Exempellän\nshort_name: VIS\ncounty: Exempellän\n",
    "registry/organisations.yaml": """\
exempelregionen: {name: Exempelregionen, type: principal, side: region}
exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
exempelby-social: {name: Socialförvaltningen, type: administration, side: municipality, parent: exempelby-kommun}
provkoping: {name: Provköpings kommun, type: principal, side: municipality}
""",
    "registry/people.yaml": "ann-test:\n  name: Ann Test\n  posts: [{title: chef, organisation: exempelby-social}]\n",
    "registry/areas.yaml": """\
exempelby: {name: Exempelby, type: municipality, municipality: exempelby-kommun}
provkoping-omrade: {name: Provköping, type: municipality, municipality: provkoping}
""",
    "registry/contacts/exempelby.yaml": """\
id: exempelby
ksa: [{mailbox: ksa@exempelby.example, verified_on: 2030-03-01, organisation: exempelby-social}]
gsa: [{clinic: Exempelby vårdcentral}]
""",
    "registry/groups/styrgruppen.yaml": """\
id: styrgruppen
name: Styrgruppen
type: steering
level: regional
status: active
procedure: {notice_days: 14, minutes_days: 14}
members:
  - {role: chair, side: municipality, person: ann-test}
  - {side: region, organisation: exempelregionen}
""",
    "registry/groups/aldregruppen.yaml": """\
id: aldregruppen
name: Äldregruppen
type: consultation
level: regional
status: establishing
""",
    "registry/meetings/styrgruppen/2031-02-20.yaml": """\
id: styrgruppen-2031-02-20
group: styrgruppen
date: 2031-02-20
status: held
items:
  - id: medel
    heading: Medel
    type: discussion
    assignments:
      - {id: uppdrag-medel, text: Räkna på medlen, owners: [ann-test], due: 2031-04-01, return_to: styrgruppen}
""",
    "registry/meetings/styrgruppen/2031-05-10.yaml": """\
id: styrgruppen-2031-05-10
group: styrgruppen
date: 2031-05-10
status: planned
""",
    "registry/forums/samradet.yaml": """\
id: samradet
name: Samrådet i Exempelby
type: local-consultation
areas: [exempelby]
rhythm: {text: två gånger per termin}
convening_function: GSA
verified: "2030-09"
""",
    "registry/funds/medlen.yaml": """\
id: medlen
name: Exempelmedlen
type: grant
first_year: 2031
each: {kronor: 800000, qualifier: about}
receivers: [exempelby-kommun]
duties:
  - {id: rapport, text: Återrapportera, due: 2031-06-30, owner: styrgruppen}
  - {id: forra, text: Återrapportera första halvan, due: 2031-01-31, done: 2031-01-30}
""",
    "agreements/avtalet/agreement.yaml": TEXT,
    "agreements/avtalet/versions/1.0.yaml": f"""\
agreement: avtalet
version: "1.0"
entry_into_force: {{rule: each-party}}
publication: {{date: 2031-01-10, digest: "{digest_of(TEXT)}"}}
""",
    "agreements/avtalet/adoptions/1.0/provkoping.yaml": """\
agreement: avtalet
version: "1.0"
party: provkoping
decisions: [{outcome: adopted, date: 2031-02-01}]
""",
    "agreements/avtalet/adoptions/1.0/exempelregionen.yaml": """\
agreement: avtalet
version: "1.0"
party: exempelregionen
decisions: [{outcome: adopted, date: 2031-01-20}]
""",
    "agreements/annat/agreement.yaml": """\
id: annat
title: Färdtjänst
type: agreement
number: 2
target_groups: [Äldre med behov av färdtjänst]
""",
}  # fmt: skip


@pytest.fixture
def here(tmp_path: Path) -> Path:
    return register(tmp_path, FILES, vis_yaml=None)


def markdown(here: Path, *arguments: str) -> str:
    done = vis("report", *arguments, cwd=here, env=TODAY)
    assert done.code == 0, done.err
    return done.out.replace("\u00a0", " ")


def test_a_municipality_on_a_page(here: Path) -> None:
    page = markdown(here, "party", "Exempelby")
    assert page.startswith("# Exempelby kommun i samverkan 1 maj 2031\n")
    assert "| Vården av äldre | 1.0 | sedan 10 januari 2031 (111 dagar) |" in page
    assert "eftersom ingen version av dem finns i registret: Färdtjänst.\n" in page
    assert "| Styrgruppen | Ordförande | Ann Test, chef, Socialförvaltningen, Exempelby kommun |" in page
    assert "Vilka som sitter i Äldregruppen är inte känt; parten kan ha platser även där." in page
    assert "| Exempelby | ksa@exempelby.example | Exempelby vårdcentral |" in page
    assert "| Samrådet i Exempelby | GSA | två gånger per termin | Kontrollerat september 2030 |" in page
    assert "| Räkna på medlen. | Styrgruppen 20 februari 2031 | **Försenat**" in page
    assert "| Exempelmedlen | Cirka 800 000 kronor till varje mottagare | Återrapportera den 30 juni 2031 |" in page


def test_a_party_that_has_adopted_is_bound_and_nothing_waits(here: Path) -> None:
    page = markdown(here, "party", "Provköping")
    assert "Ingenting väntar på beslut." in page
    assert "| Vården av äldre | 1.0 | Gäller | 1 februari 2031 |" in page
    found = json.loads(vis("report", "party", "provkoping", "--json", cwd=here, env=TODAY).out)
    assert (found["schema_version"], found["party"]["id"], found["waits"]) == (1, "provkoping", [])
    assert found["binding"][0] | {} == {
        "agreement": "avtalet", "version": "1.0", "state": "applies", "since": "2031-02-01", "coming": None,
    }  # fmt: skip


def test_the_region_has_its_page_too(here: Path) -> None:
    page = markdown(here, "party", "Exempelregionen")
    assert "| Styrgruppen | Ledamot | Exempelregionen |" in page
    assert "Registret säger inte vilka samordnande vårdcentraler som regionen driver." in page


def test_a_slip_of_the_pen_is_taken_for_what_is_near_and_said(here: Path) -> None:
    done = vis("report", "party", "Exmpelby", cwd=here, env=TODAY)
    assert done.code == 0
    assert done.err.startswith("`Exmpelby` is taken for Exempelby kommun\n")
    assert vis("report", "party", "Någon annanstans", cwd=here, env=TODAY).code == 2
    not_a_party = vis("report", "party", "exempelby-social", cwd=here, env=TODAY)
    assert "is no party: parties are the region and the municipalities" in not_a_party.err


def test_who_answers_for_each_agreement_and_its_follow_up(here: Path) -> None:
    page = markdown(here, "responsibility")
    assert "1 av 2 överenskommelser som ska ha en förvaltande grupp har säkert en." in page
    assert r"| 1\. Vården av äldre | Äldregruppen | Styrgruppen |" in page
    assert r"| 2\. Färdtjänst | **Ingen känd** | – |" in page
    assert r"| 1\. Vården av äldre | Äldregruppen | 1 | – | **Försenad:** mars 2031 |" in page
    assert r"| 1\. Vården av äldre | Vägledning om äldre | – | 2030 |" in page
    assert r"| 2\. Färdtjänst | Vården av äldre (Äldre) |" in page
    assert "- A: Styrgruppen\n- B: Äldregruppen\n" in page
    assert r"| 1\. Vården av äldre | B | F |" in page
    found = json.loads(vis("report", "responsibility", "--json", cwd=here, env=TODAY).out)
    assert (found["expected"], found["owned"]) == (2, 1)
    assert [item["owner"] for item in found["agreements"]] == ["aldregruppen", None]


def test_what_is_late_comes_first_with_its_owner_and_what_comes_after(here: Path) -> None:
    found = json.loads(vis("report", "due", "--within", "70", "--json", cwd=here, env=TODAY).out)
    assert [(item["kind"], item["when"], item["owners"]) for item in found["late"]] == [
        ("contact", "2031-03-01", ["exempelby-social"]),
        ("minutes", "2031-03-06", ["styrgruppen"]),
        ("follow-up", "2031-03", ["aldregruppen"]),
        ("assignment", "2031-04-01", ["ann-test"]),
        ("notice", "2031-04-25", ["styrgruppen"]),
    ]
    assert [(item["kind"], item["when"]) for item in found["coming"]] == [
        ("minutes", "2031-05-23"),
        ("duty", "2031-06-30"),
    ]
    assert [(item["kind"], item["of"]["id"]) for item in found["waits"]] == [
        ("decision", "avtalet"),
        ("contact", "exempelby"),
    ]


def test_the_list_of_what_is_due_as_a_document(here: Path) -> None:
    page = markdown(here, "due")
    assert "| april 2031 |" not in page
    assert "| 25 april 2031 | Kallelse | Styrgruppen 10 maj 2031 | Styrgruppen |" in page
    assert "| 1 april 2031 | Uppdrag | Räkna på medlen. | Ann Test |" in page
    assert "| 30 juni 2031 | Återredovisning | Exempelmedlen: Återrapportera | Styrgruppen |" in page
    assert "| Vården av äldre 1.0 | 10 januari 2031 | Exempelby kommun |" in page
    assert "Kontakter (1): Exempelby (GSA)." in page


def test_a_follow_up_that_was_made_and_minutes_that_were_sent_are_no_longer_due(here: Path) -> None:
    register(
        here,
        {"registry/follow-ups/avtalet-2031.yaml": "id: avtalet-2031\nagreement: avtalet\ndate: 2031-03-20\n"},
        vis_yaml=None,
    )
    meeting = here / "registry/meetings/styrgruppen/2031-02-20.yaml"
    meeting.write_text(
        meeting.read_text(encoding="utf-8").replace("status: held", "status: sent\nminutes_sent: 2031-04-10")
    )
    late = json.loads(vis("report", "due", "--json", cwd=here, env=TODAY).out)["late"]
    assert [item["kind"] for item in late] == ["contact", "assignment", "notice"]
    before = json.loads(vis("report", "due", "--json", "--on", "2031-04-09", cwd=here).out)["late"]
    assert [item["kind"] for item in before] == ["contact", "minutes", "assignment"]


def test_a_meeting_that_nobody_says_was_held_is_late(here: Path) -> None:
    found = json.loads(vis("report", "due", "--on", "2031-06-01", "--json", cwd=here).out)["late"]
    assert ("meeting", "2031-05-10") in [(item["kind"], item["when"]) for item in found]
    assert "notice" not in [item["kind"] for item in found]


def test_check_due_fails_only_where_something_is_late(here: Path) -> None:
    done = vis("check", "--due", "--on", "2031-05-01", cwd=here)
    assert (done.code, done.err) == (1, "")
    assert "Late\n" in done.out
    assert "  1 April 2031" in done.out
    assert done.lines[-1].startswith("late: 5, due soon: 1, waiting without a last day: 2")
    early = vis("check", "--due", "--on", "2030-06-01", "--format", "json", cwd=here)
    assert (early.code, json.loads(early.out)["late"], json.loads(early.out)["ok"]) == (0, [], True)


def test_a_report_to_a_giver_is_due_with_the_name_of_the_fund(here: Path) -> None:
    duty = "duties:\n  - id: slut\n    text: Slutredovisning\n    due: 2031-02-28\n"
    register(here, {"registry/funds/medlen.yaml": f"id: medlen\nname: Medlen\ntype: grant\n{duty}"}, vis_yaml=None)
    assert "  Medlen: Slutredovisning  " in vis("check", "--due", "--on", "2031-05-01", cwd=here).out


def test_check_without_due_knows_no_day_and_due_judges_no_faults(here: Path) -> None:
    assert vis("check", cwd=here, env={"VIS_TODAY": "2099-01-01"}).out == vis("check", cwd=here, env=TODAY).out
    assert vis("check", "--on", "2031-05-01", cwd=here).code == 2
    assert vis("check", "--due", "--strict", cwd=here).code == 2
    assert "1 where something is late" in " ".join(vis("check", "--help", cwd=here).out.split())


@pytest.mark.parametrize(
    ("arguments", "title", "words"),
    [
        (("party", "Exempelby"), "Exempelby kommun i samverkan 1\u00a0maj 2031", "Det som binder"),
        (("responsibility",), "Ansvar för överenskommelserna 1\u00a0maj 2031", "Grupper och överenskommelser"),
        (("due",), "Att göra 1\u00a0maj 2031", "Väntar på parternas beslut"),
    ],
)
def test_every_report_is_an_accessible_document(here: Path, arguments: tuple[str, ...], title: str, words: str) -> None:
    assert vis("report", *arguments, "-o", "out/r.pdf", cwd=here, env=TODAY).code == 0
    made = (here / "out/r.pdf").read_bytes()
    assert_accessible(made, title=title, tables=True)
    assert words in text(made)


def year(here: Path, *arguments: str) -> str:
    return markdown(here, "annual", "2031", *arguments)


PLAN = {
    "registry/plans/planen.yaml": """\
id: planen
title: Handlingsplan 2030–2034
from: "2030"
until: "2034"
goal_areas:
  - {id: malomrade-ett, number: 1, name: Sömlös vård}
  - {id: malomrade-tva, number: 2, name: Jämlik vård}
""",
    "registry/activities/klar.yaml": """\
id: klar
title: Gemensam vårdplan
plan: planen
goal_areas: [malomrade-ett]
status: done
until: 2031-03-31
owners: [aldregruppen]
results: [{date: 2031-04-01, text: Vårdplanen används i hela länet.}]
""",
    "registry/activities/halsa.yaml": """\
id: halsa
title: Stöd vid psykisk ohälsa
agreements: [avtalet]
status: ongoing
from: "2031"
""",
    "registry/activities/forra.yaml": "id: forra\ntitle: Förra årets\nplan: planen\nstatus: done\nuntil: 2030-12-31\n",
    "registry/follow-ups/annat-2031.yaml": """\
id: annat-2031
agreement: annat
date: 2031-04-20
findings: [{criterion: Resor går i tid, met: partly}]
""",
}


def test_the_annual_report_tells_what_was_done_and_every_goal_area(here: Path) -> None:
    register(here, PLAN, vis_yaml=None)
    page = year(here)
    assert page.startswith("# Rapport Vård i samverkan Exempellän 2031\n")
    assert "Året pågår; rapporten omfattar tiden till och med 1 maj 2031." in page
    assert "Registret har för året en genomförd aktivitet, " in page
    assert (
        "| Gemensam vårdplan<br>*Vårdplanen används i hela länet.* | Handlingsplanen | Genomförd | Äldregruppen |"
        in page
    )
    assert "| Stöd vid psykisk ohälsa | Psykisk hälsa och suicidprevention | Pågår | – |" in page
    assert "Förra årets" not in page
    assert r"| 1\. Sömlös vård | En genomförd |" in page
    assert r"| 2\. Jämlik vård | **Ingen känd aktivitet** |" in page
    assert "| Färdtjänst | 20 april 2031 | Delvis uppfyllda: 1 |" in page
    assert "Version 1.0 antogs av Exempelregionen (20 januari 2031) och Provköpings kommun (1 februari 2031)." in page
    assert "| GSA | 1–2 av 2 |" in page
    assert "| Styrgruppen | 1 | 0 | 0 | Inte känd |" in page


def test_the_boards_get_it_shorter_and_plainer(here: Path) -> None:
    register(here, PLAN, vis_yaml=None)
    officials, political, boards = (year(here, "--for", who) for who in ("officials", "politiker", "nämnder"))
    assert len(boards) < len(political) < len(officials)
    assert "- **Gemensam vårdplan** (genomförd): Vårdplanen används i hela länet." in boards
    assert "Under året hände något med Färdtjänst och Vården av äldre." in boards
    assert "## Beslut" in political
    assert "## Beslut" not in boards
    assert "Jämlik vård" in boards  # also those that nothing touches
    assert vis("report", "annual", "2031", "--for", "alla", cwd=here).code == 2


def test_a_year_that_has_not_begun_is_not_told_as_one_that_goes_on(here: Path) -> None:
    done = vis("report", "annual", "2032", cwd=here, env=TODAY)
    assert (done.code, done.out) == (2, "")
    assert "2032 has not begun, so there is nothing to tell of it" in done.err


def test_a_year_that_is_over_is_told_whole_as_data_and_as_a_pdf(here: Path) -> None:
    register(here, PLAN, vis_yaml=None)
    found = json.loads(vis("report", "annual", "2031", "--json", cwd=here, env={"VIS_TODAY": "2032-02-01"}).out)
    assert (found["until"], found["meetings"][0]["held"]) == ("2031-12-31", ["styrgruppen-2031-02-20"])
    assert [(item["id"], item["within"]) for item in found["activities"]] == [
        ("halsa", ["mental-health"]),
        ("klar", ["action-plan"]),
    ]
    assert [len(area["activities"]) for area in found["plans"][0]["goal_areas"]] == [1, 0]
    done = vis("report", "annual", "2031", "-o", "out/a.pdf", cwd=here, env={"VIS_TODAY": "2032-02-01"})
    assert done.code == 0
    assert_accessible((here / "out/a.pdf").read_bytes(), title="Rapport Vård i samverkan Exempellän 2031", tables=True)


def test_many_forums_are_told_by_their_type(here: Path) -> None:
    forum = "id: {0}\nname: Forum {0}\ntype: bus\nareas: [exempelby]\n"
    register(here, {f"registry/forums/f{n}.yaml": forum.format(f"f{n}") for n in range(9)}, vis_yaml=None)
    page = markdown(here, "party", "Exempelby")
    assert "| BUS (9) | Forum f0; Forum f1;" in page
    assert "| Lokalt samråd (1) | Samrådet i Exempelby |" in page


def test_forums_to_verify_again_on_one_day_are_one_line(here: Path) -> None:
    forum = 'id: {0}\nname: Forum {0}\ntype: network\nareas: [exempelby]\nverified: "2029-23"\n'
    register(here, {f"registry/forums/f{n}.yaml": forum.format(f"f{n}") for n in range(6)}, vis_yaml=None)
    out = vis("check", "--due", cwd=here, env=TODAY).out
    assert "Forum f0, Forum f1, Forum f2 and 3 more" in out
    assert "| 31 december 2030 | Forum att kontrollera igen | 6: Forum f0, Forum f1," in markdown(here, "due")
