"""`vis diff`: what a pull request does, told in ordinary Swedish, over the sample county and real commits."""

import json
import shutil
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from tests.history.repositories import Repository
from tests.program import VIS_YAML, Done, vis

HOK = "agreements/hok/adoptions/2.0"


@pytest.fixture
def county(sample: Path, tmp_path: Path) -> Repository:
    """The sample county, to write in."""
    shutil.copytree(sample, tmp_path / "exempellan")
    return Repository(tmp_path / "exempellan")


def diff(county: Repository, *arguments: str, day: str = "2026-11-22") -> Done:
    return vis("diff", *arguments, cwd=county.root, env={**county.environ, "VIS_TODAY": day})


def told(county: Repository, *arguments: str) -> list[str]:
    """The lines of the comment."""
    done = diff(county, *(arguments or ("main",)), "--format", "md")
    assert done.code == 0, done.err
    return done.out.replace("\u00a0", " ").splitlines()


def replace(county: Repository, path: str, old: str, new: str) -> None:
    text = (county.root / path).read_text()
    assert old in text
    county.write(path, text.replace(old, new, 1))


def test_an_adoption_that_completes_the_entry_into_force_says_when_and_by_how_many(county: Repository) -> None:
    decision = (county.root / HOK / "testvik-kommun.yaml").read_text()
    (county.root / HOK / "testvik-kommun.yaml").unlink()
    county.commit({}, "Utan Testvik")
    county.git("switch", "-q", "-c", "testvik")
    county.commit({f"{HOK}/testvik-kommun.yaml": decision}, "Testvik har beslutat")
    lines = told(county, "main", "testvik")
    assert lines[:2] == ["<!-- vis diff -->", "## Om detta godkänns"]
    assert (
        "- Version 2.0 av HÖK gäller från och med 1 juli 2025 (8 av 8 parter har antagit den) och "
        + ("ersätter då version 1.0.")
        in lines
    )
    assert "- Testviks kommun antar version 2.0 av HÖK (13 juni 2025, Kommunfullmäktige, § 147)." in lines
    assert "- Redan i dag, 22 november 2026, gäller version 2.0 av HÖK i stället för version 1.0." in lines
    (county.root / HOK / "testvik-kommun.yaml").unlink()
    gone = told(county, "HEAD")
    assert (
        "- Version 2.0 av HÖK gäller inte längre (tidigare: från och med 1 juli 2025): 7 av 8 parter har antagit den; "
        + ("fattas: Testviks kommun.")
        in gone
    )


def test_what_applies_today_is_not_said_to_stand_in_for_itself(county: Repository) -> None:
    made = (("den-som-sa-nej", "Provköping", "antagen"), ("den-overklagade", "Testvik", "fastställd"))
    for agreement, party, outcome in made:
        step = ("decide", agreement, "--party", party, "--outcome", outcome, "--date", "2026-11-10")
        assert vis("agreement", *step, cwd=county.root, env=county.environ).code == 0
    lines = told(county)
    assert "- Den som sa nej gäller från och med 10 november 2026 (4 av 4 parter har antagit det)." in lines
    assert "- Redan i dag, 22 november 2026, gäller Den som sa nej." in lines
    assert (
        "- Den överklagade gäller från och med 1 januari 2023, vilket inte var säkert tidigare "
        + ("(4 av 4 parter har antagit det).")
        in lines
    )


def test_a_text_that_is_published_names_its_parties_once(county: Repository) -> None:
    step = ("publish", "remissen", "1.0", "--date", "2026-11-20")
    assert vis("agreement", *step, cwd=county.root, env={**county.environ, "VIS_TODAY": "2026-11-22"}).code == 0
    page = "\n".join(told(county))
    assert "publiceras den 20 november 2026 och läggs fram för Exempelregionen" in page
    assert "läggs till" not in page


def test_a_ksa_that_is_replaced_is_one_line_and_no_address_is_printed(county: Repository) -> None:
    path = "registry/contacts/exempelby.yaml"
    replace(
        county,
        path,
        "  - person: gunnar-utkast\n    organ",
        "  - person: anna-exempel\n    phone: 08-99 88 77\n    organ",
    )
    lines = told(county)
    assert (
        "- Exempelby: KSA byts från Gunnar Utkast (vuxenenheten, Exempelby socialförvaltning) till Anna Exempel "
        + ("(vuxenenheten, Exempelby socialförvaltning) från och med 1 januari 2026.")
        in lines
    )
    assert "99 88" not in "\n".join(lines)


def test_how_people_are_reached_is_not_told_by_what_follows_elsewhere_either(county: Repository) -> None:
    replace(county, "registry/contacts/testvik.yaml", "verified_on: 2021-01-02", "verified_on: 2026-11-01")
    path = "registry/groups/styrgruppen.yaml"
    said = "remarks:\n  - text: Ring 08-123 45 68 eller skriv till bo@exempel.example.\n    sources: [exempel]\n"
    county.write(path, (county.root / path).read_text() + said)
    lines = "\n".join(told(county))
    assert "Behöver inte längre göras: Kontakt att kontrollera igen: KSA: Testviks kommun, Testvik" in lines
    assert not any(word in lines for word in ("ksa.testvik", "45 68", "bo@"))


def test_whoever_is_forgotten_is_not_named_by_the_comment_on_that_change(county: Repository) -> None:
    path = "registry/groups/samrad-aldre.yaml"
    replace(county, path, "    person: eva-test\n", "    person: eva-test\n    until: 2026-10-31\n")
    path = "registry/groups/styrgruppen.yaml"
    replace(county, path, "    person: eva-test\n", "    person: eva-test\n    until: 2026-10-31\n")
    county.write(
        path, (county.root / path).read_text() + "remarks:\n  - text: Eva Tests förslag.\n    sources: [exempel]\n"
    )
    county.git("commit", "-qam", "Slutar")
    county.git("checkout", "-q", "-b", "glom")
    done = vis(
        "person", "forget", "eva-test", "--yes", cwd=county.root, env={**county.environ, "VIS_TODAY": "2026-11-22"}
    )
    assert done.code == 0, done.err
    lines = told(county)
    assert "- Ett namn ersätts av rollen: tidigare ledamot i Styrgruppen." in lines
    assert not any("Eva" in line or "eva-test" in line or "plats" in line for line in lines), lines
    assert "Eva" not in diff(county, "main", "--format", "json").out


def test_an_area_that_is_left_without_a_gsa_is_seen_in_the_coverage_too(county: Repository) -> None:
    text = (county.root / "registry/contacts/exempelby.yaml").read_text()
    county.write("registry/contacts/exempelby.yaml", text[: text.index("gsa:")])
    page = "\n".join(told(county))
    assert "Exempelby står då utan GSA." in page
    assert "- Områden med GSA: mellan 6 och 7 av 7 (var 7 av 7); Exempelby har nu ingen känd GSA." in page


def test_a_new_meeting_comes_with_its_agenda_and_what_it_brings_to_do(county: Repository) -> None:
    county.write(
        "registry/meetings/styrgruppen/2027-02-11.yaml",
        "id: styrgruppen-2027-02-11\ngroup: styrgruppen\nstatus: planned\ndate: 2027-02-11\nstart: '13:00'\n"
        "items:\n  - {id: inledning, number: 1, heading: Välkommen och inledning, type: opening}\n"
        "  - {id: medel, number: 2, heading: Medlen för 2027, type: decision}\n",
    )
    lines = told(county)
    assert "- Nytt möte: Styrgruppen 11 februari 2027 kl. 13.00." in lines
    assert "  - Dagordning: Välkommen och inledning; Medlen för 2027." in lines
    assert "  - Kallelse: Styrgruppen 11 februari 2027, senast 28 januari 2027" in lines


def test_what_was_decided_at_a_meeting_is_told_as_decisions(county: Repository) -> None:
    county.write(
        "registry/meetings/styrgruppen/2026-10-01.yaml",
        "id: styrgruppen-2026-10-01\ngroup: styrgruppen\nstatus: held\ndate: 2026-10-01\n"
        "items:\n  - id: medel\n    heading: Medlen\n    type: decision\n"
        "    decisions:\n      - {id: beslut-1, type: decides, text: medlen fördelas lika}\n"
        "    assignments:\n      - {id: uppdrag-1, text: Räkna på saken, owners: [david-prov], due: 2027-01-15}\n",
    )
    lines = told(county)
    assert "- Styrgruppen 1 oktober 2026: beslutar att medlen fördelas lika." in lines
    assert "- Styrgruppen 1 oktober 2026: uppdrag till David Prov: Räkna på saken. Senast 15 januari 2027." in lines


def test_a_fund_is_told_by_what_each_receiver_gets(county: Repository) -> None:
    replace(county, "registry/funds/trygg-hemgang-2026.yaml", "kronor: 150000", "kronor: 200000")
    lines = told(county)
    assert "- Fördelningen av Medel för trygg hemgång 2026 ändras:" in lines
    assert "  - Gemensam utbildning: från 150 000 kronor till 200 000 kronor" in lines
    assert "  - Till kommunerna, Testviks kommun: från 63 904 kronor till 56 804 kronor" in lines
    assert (
        "  - Den tidigare fördelningen beslutades av Styrgruppen 12 februari 2026: beslutet behöver ses över." in lines
    )


def test_a_person_who_changes_post_leads_to_the_seats_that_the_person_has(county: Repository) -> None:
    new = (
        "bo-pahitt:\n  name: Bo Påhitt\n  posts:\n    - title: kommundirektör\n      organisation: provkoping-kommun\n"
    )
    replace(
        county, "registry/people.yaml", "bo-pahitt:\n  name: Bo Påhitt\n  posts:\n", f"{new}      from: 2027-01-01\n"
    )
    page = "\n".join(told(county))
    assert "- Bo Påhitt blir kommundirektör, Provköpings kommun, från och med 1 januari 2027." in page
    assert "  - Att se över för Bo Påhitt: plats i Samråd äldre" in page


def test_the_text_of_an_agreement_is_told_clause_by_clause(county: Repository) -> None:
    replace(county, "agreements/remissen/agreement.yaml", "fyller 80 år.\n  ", "fyller 75 år.\n  ")
    page = "\n".join(told(county))
    assert "”80 år” ersätts med ”75 år”." in page


def test_questions_groups_forums_plans_and_deviations_have_their_words(county: Repository) -> None:
    step = "  - level: steering\n    body: styrgruppen\n    date: 2026-11-20\nsources:"
    replace(county, "registry/questions/ensamhet-efter-hemgang.yaml", "sources:", step)
    replace(county, "registry/groups/samrad-aldre.yaml", "status: established", "status: active")
    forum = "id: nytt\nname: Samråd i Provköping\ntype: local-consultation\nareas: [provkoping]\nstatus: planned\n"
    county.write("registry/forums/nytt.yaml", forum)
    lines = told(county)
    assert (
        "- Utvecklingsfrågan Ensamhet efter hemgång från sjukhus förs vidare till nivån styrgrupp (Styrgruppen)."
        in (lines)
    )
    assert "- Samråd äldre går från etablerad till aktiv." in lines
    assert "- Nytt lokalt forum: Samråd i Provköping för Provköping (planerat)." in lines


def test_settings_workflows_templates_and_new_permissions_come_first(county: Repository) -> None:
    county.write(".github/workflows/nytt.yml", "on: push\n")
    text = (county.root / "registry/vis.yaml").read_text()
    county.write("registry/vis.yaml", f"{text}commit: always # vis: allow VIS803 - därför\n")
    lines = told(county)
    first = lines.index("### Kräver särskild uppmärksamhet")
    assert lines.index("### Kräver särskild uppmärksamhet") == 3
    page = "\n".join(lines[first:])
    assert ".github/workflows/nytt.yml" in page
    assert "commit ändras från ”på begäran” till ”alltid”" in page
    assert "En kommentar i registry/vis.yaml ska låta ett fel passera: VIS803 - därför." in page


def test_a_comment_or_another_form_changes_nothing_in_substance(county: Repository) -> None:
    text = (county.root / "registry/areas.yaml").read_text()
    county.write("registry/areas.yaml", f"# områdena\n{text}")
    lines = told(county)
    assert lines[1] == "## Inget ändras i sak"
    assert "- En fil ändras bara i form eller kommentarer: registry/areas.yaml." in lines


def test_what_cannot_be_read_is_not_said_to_be_another_form_of_the_same(county: Repository) -> None:
    county.write("registry/contacts/exempelby.yaml", "id: exempelby\nksa: [\n")
    assert "ändras bara i form" not in diff(county, "main", "--format", "md").out
    county.commit({}, "Oläslig")
    county.git("checkout", "-q", "HEAD~1", "--", "registry/contacts/exempelby.yaml")
    again = diff(county, "HEAD", "--format", "md").out
    assert "kan läsas igen" in again and "ändras bara i form" not in again


def test_a_file_that_becomes_a_program_is_said_before_and_after_it_is_committed(county: Repository) -> None:
    for path in ("registry/people.yaml", "README.md"):
        (county.root / path).chmod(0o755)
    line = "- Filer görs körbara, så att de kan startas som program: README.md och registry/people.yaml."
    assert line in told(county)
    county.git("switch", "-q", "-c", "program")
    county.git("commit", "-q", "-a", "-m", "Körbara")
    assert line in told(county, "main", "program")
    for path in ("registry/people.yaml", "README.md"):
        (county.root / path).chmod(0o644)
    assert "- Filer är inte längre körbara: README.md och registry/people.yaml." in told(county, "program")


def test_a_new_file_that_is_a_program_is_one_before_git_knows_of_it(county: Repository) -> None:
    county.write("start.sh", "#!/bin/sh\n").chmod(0o755)
    county.write("notes.txt", "x\n").chmod(0o644)
    line = "- Filer görs körbara, så att de kan startas som program: start.sh."
    assert line in told(county, "main")
    county.git("config", "core.fileMode", "false")  # of a disk where every file looks like a program
    assert "körbar" not in told(county, "main")
    county.git("config", "core.fileMode", "true")
    county.git("checkout", "-q", "-b", "start")
    county.commit({})
    assert line in told(county, "main")
    county.git("rm", "-q", "--cached", "start.sh")
    assert line not in told(county, "start")


@pytest.mark.parametrize("below", ["", "deep/register"])
def test_a_register_elsewhere_is_answered_from_a_folder_that_is_gone(tmp_path: Path, below: str) -> None:
    repository = Repository(tmp_path / "here")
    repository.commit({f"{below}/registry/vis.yaml".lstrip("/"): VIS_YAML})
    repository.write("beside.txt", "x\n")
    gone = tmp_path / "gone"
    gone.mkdir()
    done = vis("-C", repository.root / below, "diff", "main", cwd=gone, prepare=gone.rmdir)
    name = "../../beside.txt" if below else "beside.txt"
    assert done.code == 0 and f"Nya filer vid sidan av uppgifterna: {name}." in done.out


def test_figures_and_days_are_told_as_such_and_a_row_without_a_name_by_what_it_says(county: Repository) -> None:
    replace(county, "registry/groups/samrad-aldre.yaml", "quorum: 3", "quorum: 4")
    replace(county, "registry/plans/styrgruppen/2026.yaml", "when: 2026-10-01", "when: 2026-10-08")
    replace(county, "registry/contacts/exempelby.yaml", "kronor: 120000", "kronor: 140000")
    page = "\n".join(told(county))
    assert "beslutförhet ändras från 3 till 4." in page
    assert "(Redovisning av medlen för trygg hemgång) ändras från 1 oktober 2026 till 8 oktober 2026." in page
    assert "ersättning (Provvården Torget): ”fast belopp, kronor: 140 000, år: 2026” läggs till" in page
    assert "ersättning (Provvården Torget): ”fast belopp, kronor: 120 000, år: 2026” tas bort" in page


def test_what_the_local_level_is_told_with_reads_as_swedish(county: Repository) -> None:
    """Everything of the last step of the sample, as one change."""
    lines = [line.strip() for line in told(county, "main~1", "main")]
    assert "- HÖK har följts upp (20 mars 2026): 1 av 3 kriterier uppfyllda, 1 delvis." in lines
    assert "- Nytt lokalt forum: BUS-gruppen i Testvik för Testvik (avstannat)." in lines
    assert "- ledamöter, första dag (Cecilia Fiktiv) anges: 1 januari 2023" in lines
    assert "- kunskapsstyrning, kopplingar: ”NPO äldres hälsa” och ”RPO primärvård” läggs till" in lines
    assert [line for line in lines if line.startswith("- kunskapsstyrning, varför det inte finns någon koppling tas")]
    assert "- Grupper med koppling till kunskapsstyrningen: 1 av 1." in lines
    assert "- Gruppens tid är ute: Introduktionen, senast 31 december 2026" in lines


def test_without_any_change_it_says_so(county: Repository) -> None:
    lines = told(county)
    assert lines[1] == "## Inget ändras i sak"
    assert not [line for line in lines if line.startswith("-")]


def test_what_cannot_be_read_is_named_and_the_rest_is_told(county: Repository) -> None:
    county.write("registry/contacts/exempelby.yaml", "id: exempelby\nksa: [\n")
    replace(county, "registry/vis.yaml", "short_name:", "short_name: # ja\n ")
    done = diff(county, "main", "--format", "md")
    assert done.code == 0, done.err
    assert "**Kan inte läsas, och är inte med: registry/contacts/exempelby.yaml.**" in done.out
    assert "ingen känd" not in done.out  # nothing follows from what could not be read
    assert "Inget ändras i sak" not in done.out


def test_nothing_in_a_comment_links_mentions_or_breaks_out(county: Repository) -> None:
    evil = (
        "@vis-team ser #12 och GH-3 på https://ond.example [här](http://a.example) <b>x</b> <!-- vis diff --> "
        "`kod` ](x) ond@a.example 4e30fcce7198 :tada:"
    )
    forum = {"id": "nytt", "name": evil, "type": "other", "areas": ["provkoping"], "purpose": evil}
    county.write("registry/forums/nytt.yaml", json.dumps(forum, ensure_ascii=False))
    county.write(
        "registry/meetings/styrgruppen/2027-02-11.yaml",
        json.dumps(
            {
                "id": "styrgruppen-2027-02-11",
                "group": "styrgruppen",
                "status": "planned",
                "date": "2027-02-11",
                "items": [{"id": "x", "heading": "19811218-9876 " + evil, "type": "information"}],
            }
        ),
    )
    page = "\n".join(told(county))
    assert page.count("<!--") == 1 and page.startswith("<!-- vis diff -->\n")
    assert "9876" not in page
    html = MarkdownIt("commonmark", {"html": True}).render(page.removeprefix("<!-- vis diff -->\n"))
    assert "://" not in html
    assert "<a " not in html and "<b>" not in html and "<code>kod" not in html
    assert "@vis" not in html and "#12" not in html and "GH-3" not in html and "d@a" not in html
    assert "4e30fcce7198 :" not in html and ":tada:" not in html


def test_a_very_large_change_fits_into_a_comment_and_says_how_much_is_left(county: Repository) -> None:
    for number in range(900):
        name = f"Ett lokalt forum med ett ganska långt namn som bara tar plats, nummer {number}"
        county.write(f"registry/forums/nytt-{number}.yaml", f"id: nytt-{number}\nname: {name}\ntype: other\n")
    done = diff(county, "main", "--format", "md")
    assert len(done.out) < 65_536
    assert " till, som inte får plats här; vis diff i en terminal visar allt." in done.out


def test_json_has_what_the_text_says_and_what_it_is_about(county: Repository) -> None:
    replace(county, "registry/groups/samrad-aldre.yaml", "status: established", "status: active")
    done = diff(county, "main", "--format", "json")
    data = json.loads(done.out)
    assert data["schema_version"] == 1 and data["changes_anything"] is True
    assert {
        "topic": "people",
        "kind": "group-status",
        "subject": {"kind": "group", "id": "samrad-aldre"},
        "text": "Samråd äldre går från etablerad till aktiv.",
        "details": [],
    } in data["effects"]


def test_text_for_a_terminal_is_at_most_eighty_columns_wide(county: Repository) -> None:
    replace(county, "registry/funds/trygg-hemgang-2026.yaml", "kronor: 150000", "kronor: 200000")
    done = diff(county, "main", "--format", "text")
    assert done.lines[0] == "Om detta godkänns:" and max(map(len, done.lines)) <= 80


def test_the_same_change_gives_the_same_bytes_and_can_be_written_to_a_file(county: Repository) -> None:
    replace(county, "registry/groups/samrad-aldre.yaml", "status: established", "status: active")
    done = diff(county, "main", "-o", "out/effekt.md")
    assert done.code == 0, done.err
    assert (county.root / "out/effekt.md").read_text() == diff(county, "main", "--format", "md").out


def test_the_change_begins_where_the_branch_did_and_a_base_can_be_a_day(county: Repository) -> None:
    county.git("switch", "-q", "-c", "gren")
    replace(county, "registry/groups/samrad-aldre.yaml", "status: established", "status: active")
    county.commit({}, "På grenen")
    county.git("switch", "-q", "main")
    replace(county, "registry/groups/samrad-vuxna.yaml", "level: regional", "level: subregional")
    county.commit({}, "På main")
    page = "\n".join(told(county, "main", "gren"))
    assert "Samråd äldre går från etablerad till aktiv." in page and "vuxna" not in page
    day = county.git("log", "-1", "--format=%cs", "main~1")
    assert diff(county, day, "gren", "--format", "md").code == 0
    assert diff(county, "ingen-gren").code == 2
    assert diff(county, "main", "ingen-gren").code == 2
