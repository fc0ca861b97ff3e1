"""The sample county: every awkward history asked through the real program, with the dates worked out by hand."""

import json
import shutil
import subprocess
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from tests.history.repositories import Repository
from tests.program import environment, register, vis
from tests.sample import made
from vis_cli.check import check
from vis_cli.cli.where import rules
from vis_cli.history.git import Git
from vis_cli.history.tree import GitTree
from vis_cli.model.agreement import Agreement
from vis_cli.model.version import Version
from vis_cli.registry import load
from vis_cli.registry.digest import digest
from vis_cli.registry.single import single


def git(folder: Path, *arguments: str) -> str:
    done = subprocess.run(
        ["git", "-C", str(folder), *arguments], env=environment(folder), capture_output=True, text=True, check=True
    )
    return done.stdout.strip()


@cache
def answers(folder: Path, on: str, party: str | None, at: str | None) -> dict[str, dict[str, Any]]:
    """What `vis agreement applies --json` says of every agreement, by its id."""
    options = [*(("--party", party) if party else ()), *(("--at", at) if at else ())]
    done = vis("agreement", "applies", "--on", on, *options, "--json", cwd=folder)
    assert done.code == 0, done.err
    return {item["agreement"]: item for item in json.loads(done.out)["answers"]}


def told(folder: Path, agreement: str, on: str, party: str | None = None, at: str | None = None) -> str:
    """The answer in short: `applies 1.0 2022-01-01..2025-06-30`."""
    item = answers(folder, on, party, at).get(agreement)
    if item is None:
        return "not-a-party"
    times = f" {item['since'] or ''}..{item['until'] or ''}" if item["state"] == "applies" else ""
    return f"{item['state']} {item['version']}{times}"


# --- the histories ----------------------------------------------------------------------------------------------------

HISTORIES: dict[str, tuple[tuple[Any, ...], ...]] = {
    # Nine decisions, the last on 10 December 2021, but not before 1 January 2022. Eight of 2.0, the last (Testvik) on
    # 13 June 2025, but not before 1 July 2025: 1.0 applies until the day before. Påhitte's decision that counts is that
    # of 30 May, after it had referred it back; a reservation (Fiktiva's) is an adoption.
    "hok": (
        ("2021-12-31", "not-yet 1.0"),
        ("2022-01-01", "applies 1.0 2022-01-01..2025-06-30"),
        ("2025-06-30", "applies 1.0 2022-01-01..2025-06-30"),
        ("2025-07-01", "applies 2.0 2025-07-01.."),
        ("2025-07-01", "applies 2.0 2025-07-01..", "Påhitte"),
        # Two municipalities became Nystad on 1 January 2024, and both were bound.
        ("2023-12-31", "applies 1.0 2022-01-01..2023-12-31", "Skisslanda"),
        ("2024-01-01", "ended 1.0", "Skisslanda"),
        ("2023-12-31", "not-yet 1.0", "Nystad"),
        ("2024-01-01", "applies 1.0 2024-01-01..2025-06-30", "Nystad"),
        ("2025-07-01", "applies 2.0 2025-07-01..", "Nystad"),
        # Before the adoptions were recorded, nobody could say more than this of New Year's Day.
        ("2022-01-01", "not-yet 1.0", None, "2021-06-01"),
    ),
    # A fixed date, and no decision of anybody.
    "riktlinjen": (("2022-01-31", "not-yet 1.0"), ("2022-02-01", "applies 1.0 2022-02-01..")),
    # Four decisions, the last on 9 June 2023; not before 1 July.
    "tillagget": (("2023-06-30", "not-yet 1.0"), ("2023-07-01", "applies 1.0 2023-07-01..")),
    # Eight had decided when it was to begin, on 1 July 2023; Testvik did on 15 September.
    "den-sena-parten": (
        ("2023-07-01", "not-yet 1.0"),
        ("2023-09-14", "not-yet 1.0"),
        ("2023-09-15", "applies 1.0 2023-09-15.."),
        ("2023-09-15", "not-yet 1.0", None, "2023-10-01"),
    ),
    "den-som-sa-nej": (("2022-07-01", "not-yet 1.0"), ("2026-12-31", "not-yet 1.0")),
    # Exempelby decided on 18 February 2022, the text is of 4 March; it counts. The last decision is of 10 June.
    "den-for-tidiga": (("2022-06-30", "not-yet 1.0"), ("2022-07-01", "applies 1.0 2022-07-01..")),
    # All had adopted by 25 November 2022; Testvik's decision is before the court. Not before 1 January 2023.
    "den-overklagade": (("2022-12-31", "not-yet 1.0"), ("2023-01-01", "unknown 1.0"), ("2026-12-31", "unknown 1.0")),
    # The same, but the appeal failed on 5 May 2023, which the register knew on 30 June.
    "den-provade": (
        ("2022-12-31", "not-yet 1.0"),
        ("2023-01-01", "applies 1.0 2023-01-01.."),
        ("2023-01-01", "unknown 1.0", None, "2023-06-01"),
    ),
    # Exempelby's decision was revoked on 16 June 2023: it never counted.
    "den-upphavda": (
        ("2023-01-01", "not-yet 1.0"),
        ("2026-12-31", "not-yet 1.0"),
        ("2023-01-01", "unknown 1.0", None, "2023-06-01"),
    ),
    # Each from its own decision, not before 1 September 2022: Exempelby (6 May 2022), Provköping (21 October 2022),
    # Testvik (25 November 2022, from New Year by its own words), Skisslanda (17 February 2023). Utkastby never
    # decided, so whether Nystad is bound nobody can say.
    "var-och-en": (
        ("2022-08-31", "not-yet 1.0", "Exempelby"),
        ("2022-09-01", "applies 1.0 2022-09-01..", "Exempelby"),
        ("2022-10-20", "not-yet 1.0", "Provköping"),
        ("2022-10-21", "applies 1.0 2022-10-21..", "Provköping"),
        ("2022-12-31", "not-yet 1.0", "Testvik"),
        ("2023-01-01", "applies 1.0 2023-01-01..", "Testvik"),
        ("2026-12-31", "not-yet 1.0", "Fiktiva"),
        ("2023-12-31", "applies 1.0 2023-02-17..2023-12-31", "Skisslanda"),
        ("2024-01-01", "unknown 1.0", "Nystad"),
    ),
    # The region, Exempelby, Fiktiva, Påhitte, and as the fifth Testvik on 7 April 2023. Provköping came on 25 August.
    "minst-fem": (
        ("2023-04-06", "not-yet 1.0"),
        ("2023-04-07", "applies 1.0 2023-04-07.."),
        ("2023-08-24", "not-yet 1.0", "Provköping"),
        ("2023-08-25", "applies 1.0 2023-08-25..", "Provköping"),
        ("2026-12-31", "not-yet 1.0", "Mallösa"),
    ),
    # The region, Fiktiva and Påhitte by 3 June 2022, not before 1 September. Mallösa joins from New Year 2024; it has
    # another name since 1 May 2023, and both lead to it.
    "den-som-kom-till": (
        ("2022-09-01", "applies 1.0 2022-09-01.."),
        ("2023-12-31", "not-yet 1.0", "Mallösa stad"),
        ("2024-01-01", "applies 1.0 2024-01-01..", "Mallösa kommun"),
        ("2024-01-01", "not-a-party", "Testvik"),
    ),
    # The term runs out on 31 December 2024, and the extension was decided on 18 October 2024.
    "den-forlangda": (
        ("2025-01-01", "applies 1.0 2022-07-01..2026-12-31"),
        ("2025-01-01", "ended 1.0", None, "2024-10-31"),
        ("2027-01-01", "ended 1.0"),
    ),
    # The same term, but the extension was decided on 21 February 2025: there is a gap of 52 days.
    "den-glomda": (
        ("2024-12-31", "applies 1.0 2022-07-01..2024-12-31"),
        ("2025-01-01", "gap 1.0"),
        ("2025-02-20", "gap 1.0", "Exempelby"),
        ("2025-02-21", "applies 1.0 2025-02-21..2026-12-31"),
    ),
    # Påhitte gave notice on 1 March 2024, twelve months: its last day is 1 March 2025. The rest goes on.
    "den-som-lamnade": (
        ("2025-03-01", "applies 1.0 2022-07-01..2025-03-01", "Påhitte"),
        ("2025-03-02", "ended 1.0", "Påhitte"),
        ("2025-03-02", "applies 1.0 2022-07-01..", "Fiktiva"),
        ("2025-03-02", "applies 1.0 2022-07-01.."),
    ),
    # Mallösa gave notice to 31 December 2024, and then it ends for all.
    "nar-en-lamnar": (
        ("2024-12-31", "applies 1.0 2022-07-01..2024-12-31", "Fiktiva"),
        ("2025-01-01", "ended 1.0", "Fiktiva"),
        ("2025-01-01", "ended 1.0"),
    ),
    # Testvik's decision was recorded as of 10 June 2022, and corrected to 10 September on 18 August 2023.
    "det-rattade-datumet": (
        ("2022-08-01", "not-yet 1.0"),
        ("2022-09-10", "applies 1.0 2022-09-10.."),
        ("2022-08-01", "applies 1.0 2022-06-10..", None, "2023-01-15"),
        ("2022-08-01", "applies 1.0 2022-06-10..", None, "2023-08-17"),
        ("2022-08-01", "not-yet 1.0", None, "2023-08-18"),
    ),
    # The others had decided by 10 June 2022; when Provköping did nobody knows.
    "det-okanda-datumet": (("2022-06-09", "not-yet 1.0"), ("2022-06-10", "unknown 1.0"), ("2026-12-31", "unknown 1.0")),
    # The last to decide was Testvik, some day in June 2022.
    "det-ungefarliga-datumet": (
        ("2022-05-31", "not-yet 1.0"),
        ("2022-06-01", "unknown 1.0"),
        ("2022-06-29", "unknown 1.0"),
        ("2022-06-30", "applies 1.0 2022-06.."),
    ),
    # 1.0 for all from 1 July 2022. 2.0 for each from its decision: the region 12 April 2024, Exempelby 24 May 2024.
    "tva-versioner": (
        ("2024-05-23", "applies 1.0 2022-07-01..2024-05-23", "Exempelby"),
        ("2024-05-24", "applies 2.0 2024-05-24..", "Exempelby"),
        ("2024-05-24", "applies 2.0 2024-04-12..", "Exempelregionen"),
        ("2024-05-24", "applies 1.0 2022-07-01..", "Testvik"),
        ("2024-05-24", "applies 2.0 2024-05-24.."),
    ),
    "den-ersatta": (("2024-12-31", "applies 1.0 2022-07-01..2024-12-31"), ("2025-01-01", "ended 1.0")),
    "den-lagkravda": (("2024-12-31", "applies 1.0 2022-07-01..2024-12-31"), ("2025-01-01", "ended 1.0")),
    # The last decision is of 20 September 2024; not before 1 January 2025, when the two that it replaces have ended.
    "efterfoljaren": (("2024-12-31", "not-yet 1.0"), ("2025-01-01", "applies 1.0 2025-01-01..")),
    "remissen": (("2026-12-31", "not-yet 1.0"),),
}


@pytest.mark.parametrize("agreement", HISTORIES)
def test_a_history_is_answered_as_worked_out_by_hand(sample: Path, agreement: str) -> None:
    expected = [(on, answer, *who) for on, answer, *who in HISTORIES[agreement]]
    found = [(on, told(sample, agreement, on, *who), *who) for on, _, *who in HISTORIES[agreement]]
    assert found == expected


def test_every_agreement_of_the_sample_has_its_history(sample: Path) -> None:
    assert HISTORIES.keys() == {path.name for path in (sample / "agreements").iterdir()}


def test_who_is_missing_and_who_refused_is_told_as_it_was_known(sample: Path) -> None:
    # On 30 June 2023 eight of nine had adopted, and Testvik's board had prepared it.
    late = answers(sample, "2023-06-30", None, "2023-07-31")["den-sena-parten"]
    assert (len(late["adopted"]), late["missing"], late["earliest"]) == (8, ["testvik-kommun"], "2023-07-01")
    said = vis("agreement", "status", "den-sena-parten", "--on", "2023-06-30", cwd=sample).out
    assert any("Testviks kommun" in line and "prepared" in line for line in said.splitlines())
    no = answers(sample, "2026-12-31", None, None)["den-som-sa-nej"]
    assert (no["refused"], no["missing"]) == (["provkoping-kommun"], [])
    revoked = answers(sample, "2026-12-31", None, None)["den-upphavda"]
    assert (revoked["refused"], revoked["missing"]) == (["exempelby-kommun"], [])


def test_what_binds_the_others_is_said_beside_what_binds_some(sample: Path) -> None:
    answer = answers(sample, "2024-05-24", None, None)["tva-versioner"]
    assert (answer["version"], answer["beside"]) == ("2.0", ["1.0"])


def test_the_last_to_adopt_is_told_even_if_one_has_left_since(sample: Path) -> None:
    # Påhitte was the last, on 10 June 2022; its notice of 1 March 2024 is no adoption.
    words = answers(sample, "2025-03-02", None, None)["den-som-lamnade"]["words"]
    assert any("The last was Påhitte kommun, 10 June 2022" in sentence for sentence in words)


def test_of_a_decision_that_was_appealed_on_the_day_that_is_said(sample: Path) -> None:
    # On 1 January 2023 all four had adopted, Exempelby's decision was before the court, and it was revoked in June.
    words = answers(sample, "2023-01-01", None, None)["den-upphavda"]["words"]
    assert words[0] == "Does not apply yet: 4 of 4 parties have adopted; appealed: Exempelby kommun."


def test_what_has_a_fixed_date_waits_for_nobody(sample: Path) -> None:
    done = vis("agreement", "status", "--on", "2026-02-01", "--json", cwd=sample)
    waits = {(item["agreement"], item["party"]) for item in json.loads(done.out)["waiting"]}
    assert not [item for item in waits if item[0] == "riktlinjen"]
    assert {party for agreement, party in waits if agreement == "tva-versioner"} == {
        "provkoping-kommun",
        "testvik-kommun",
    }


# --- the register and its repository ----------------------------------------------------------------------------------


def test_the_sample_has_no_error_and_no_warning(sample: Path) -> None:
    checked = vis("check", "--strict", cwd=sample)
    assert checked.code == 0, checked.out
    assert vis("fmt", "--check", cwd=sample).code == 0
    assert git(sample, "status", "--porcelain") == ""


def test_every_commit_of_the_sample_is_right_beside_the_one_before(sample: Path) -> None:
    repository = Git(sample, environment(sample))
    before = None
    for commit in git(sample, "rev-list", "--reverse", "HEAD").splitlines():
        loaded = load(GitTree(repository, commit))
        # An allow comment holds from the commit after: beside the one before, only what is said of the change counts.
        alone, beside = check(loaded, rules()), check(loaded, rules(), base=before)
        assert [item for item in alone.diagnostics if item.severity != "gap"] == [], commit
        assert [item for item in beside.diagnostics if item.code.startswith("VIS3")] == [], commit
        before = loaded


def test_every_published_version_has_its_tag_on_the_text_that_was_published(sample: Path) -> None:
    published = {}
    for path in sample.glob("agreements/*/versions/*.yaml"):
        version, _ = single(Version, "", path.read_bytes())
        if version and version.publication:
            published[f"agreement/{version.agreement}/{version.version}"] = version
    assert published.keys() == set(git(sample, "tag").splitlines())
    assert len(published) == 25
    for name, version in published.items():
        assert git(sample, "cat-file", "-t", name) == "tag"
        text = git(sample, "show", f"{name}:agreements/{version.agreement}/agreement.yaml")
        agreement, _ = single(Agreement, "", f"{text}\n".encode())
        assert agreement and agreement.version == version.version
        assert version.publication and digest(agreement) == version.publication.digest
        assert version.publication.digest in git(sample, "for-each-ref", "--format=%(contents)", f"refs/tags/{name}")


def test_an_older_text_is_in_the_history_only(sample: Path) -> None:
    now = (sample / "agreements/hok/agreement.yaml").read_text(encoding="utf-8")
    assert "gemensam-ingang" in now and "mal-en-vag-in" not in now
    then = git(sample, "show", "agreement/hok/1.0:agreements/hok/agreement.yaml")
    assert "gemensam-ingang" not in then and "mal-en-vag-in" in then


def test_a_name_is_as_it_was_on_the_day(sample: Path) -> None:
    assert "Mallösa kommun" in vis("list", "organisation", "--at", "2023-05-01", cwd=sample).out
    assert "Mallösa stad" in vis("list", "organisation", "--at", "2023-05-02", cwd=sample).out


def test_two_samples_are_the_same_commit_by_commit(sample: Path, tmp_path: Path) -> None:
    again = made(tmp_path)
    assert git(again, "for-each-ref") == git(sample, "for-each-ref")


def test_the_commands_of_its_readme_work(sample: Path) -> None:
    lines = (sample / "README.md").read_text(encoding="utf-8").splitlines()
    commands = [line.split()[1:] for line in lines if line.startswith("    vis ")]
    assert len(commands) == 3
    for command in commands:
        done = vis(*command, cwd=sample)
        assert done.code == 0, done.err
        assert done.out


# --- where it cannot be made ------------------------------------------------------------------------------------------


def test_git_need_not_know_who_uses_the_sample(sample: Path) -> None:
    assert git(sample, "log", "-1", "--format=%an <%ae> %cn") == (
        "Exempel Sekretariat <sekretariatet@example.org> Exempel Sekretariat"
    )


def test_the_sample_is_never_made_over_something(tmp_path: Path) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r/mine.txt").write_text("mine\n", encoding="utf-8")
    done = vis("init", "r", "--sample", cwd=tmp_path)
    assert done.code == 2
    assert "`r` is not empty" in done.err
    assert [path.name for path in (tmp_path / "r").iterdir()] == ["mine.txt"]


def test_the_sample_is_never_made_inside_another_repository(tmp_path: Path) -> None:
    outer = Repository(tmp_path / "outer")
    done = vis("init", "r", "--sample", cwd=outer.root)
    assert done.code == 3
    assert "is inside the Git repository" in done.err
    assert not (outer.root / "r").exists()


def test_the_sample_is_never_made_inside_a_register(tmp_path: Path) -> None:
    register(tmp_path / "r")
    assert vis("init", "r/inner", "--sample", cwd=tmp_path).code == 2


def test_without_git_there_is_no_sample(tmp_path: Path) -> None:
    done = vis("init", "r", "--sample", cwd=tmp_path, env={"PATH": str(tmp_path)})
    assert done.code == 3
    assert not (tmp_path / "r").exists()


def test_the_sample_has_its_own_names(tmp_path: Path) -> None:
    done = vis("init", "r", "--sample", "--county", "Provlän", cwd=tmp_path)
    assert done.code == 2
    assert "--sample makes a county that has its names already" in done.err


def test_what_is_written_in_a_copy_is_judged_like_any_register(sample: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy"
    shutil.copytree(sample, copy)
    (copy / "agreements/hok/adoptions/2.0/testvik-kommun.yaml").write_text("outcome: adopted\n", encoding="utf-8")
    assert vis("check", cwd=copy).code == 1


def test_a_task_says_what_is_to_be_done_in_the_infinitive(sample: Path) -> None:
    """As in the real register, so that it reads well below "kommunens uppgifter"."""
    done = vis("list", "agreement", "--json", cwd=sample)
    tasks = [task["task"] for item in json.loads(done.out)["items"] for task in item.get("responsibilities", ())]
    assert len(tasks) > 100
    assert [task for task in tasks if task.split()[0][-1] not in "aeåäs"] == []
