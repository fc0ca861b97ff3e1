"""What the county's register tells at the end of its year, and what it knew in the middle of it."""

from pathlib import Path

from tests.whole_year import Year

LOG = """\
   Samrådsgruppen för äldre rekommenderar Tjänstestyrgruppen att införa en gemensam rutin för trygg
   hemgång.
   → Tjänstestyrgruppen decided on it 2031-03-12: tjanstegruppen-2031-03-12#beslut-1; the answer
     came back 2031-09-04; taken further: Politiska styrgruppen decided on it 2031-03-26:
     politiska-2031-03-26#beslut-1; the answer came back 2031-06-04
"""
ADOPTION = """\
   Tjänstestyrgruppen rekommenderar parterna att anta version 1.0.
   → Överenskommelse om trygg hemgång 1.0: recommended; 0 of 2 parties have adopted
"""
TASK = """\
tjanstegruppen-2031-03-12#uppdrag-1
   beräkna vad rutinen kostar
   Hedda Ledare; given 2031-03-12, 294 days ago
   reported back 2031-11-26
"""
WAY = """\
   - 2031-01-28 local: Lokala samrådet i Exempelby (lokalgruppen-2031-01-28)
   - 2031-01-28 regional: Samrådsgruppen för äldre (lokalgruppen-2031-01-28). Det är så i hela länet
   - 2031-02-13 steering: Tjänstestyrgruppen (aldregruppen-2031-02-13#trygg-hemgang)
   - 2031-03-12 political: Politiska styrgruppen (tjanstegruppen-2031-03-12#trygg-hemgang)
   - closed 2031-03-26: answered. En rutin för hela länet
"""
MEETINGS = """\
2031-01-28  tue  Lokala samrådet i Exempelby  sent       10:00–11:00          approval; no meeting is planned
2031-02-13  thu  Samrådsgruppen för äldre     approved   09:00–11:00
2031-03-12  wed  Tjänstestyrgruppen           approved   14:00–16:00
2031-03-26  wed  Politiska styrgruppen        approved   13:00–15:00
2031-05-09  fri  Samrådsgruppen för äldre     approved   09:00–11:00 digital
2031-06-04  wed  Tjänstestyrgruppen           approved   14:00–16:00
2031-08-28  thu  Samrådsgruppen för äldre     cancelled  09:00–11:00
2031-09-04  thu  Samrådsgruppen för äldre     sent       09:00–11:00 digital  approval; no meeting is planned
2031-09-17  wed  Tjänstestyrgruppen           approved   14:00–16:00
2031-11-26  wed  Tjänstestyrgruppen           held       14:00–16:00          its minutes, which were due 10 December 2031
2031-12-10  wed  Politiska styrgruppen        held       13:00–15:00          its minutes, which were due 23 December 2031
"""  # noqa: E501
"""Fourteen days after 10 December is Christmas Eve, so the last minutes were due the day before."""
CALENDAR = {
    "aldregruppen-2031-02-13": ("2031-02-13", 0, "CONFIRMED"),
    "aldregruppen-2031-05-02": ("2031-05-09", 1, "CONFIRMED"),
    "aldregruppen-2031-08-28": ("2031-08-28", 1, "CANCELLED"),
    "aldregruppen-2031-09-04": ("2031-09-04", 0, "CONFIRMED"),
}
"""Each meeting is the same one for ever: the day, how often it was changed, its state."""
DIGEST = (
    "- **26 mars 2031, punkt 2, Trygg hemgång.** Politiska styrgruppen beslutar att ställa sig bakom rutinen för trygg "
    "hemgång. *(politiska-2031-03-26#beslut-1)*\n",
    "- **4 juni 2031.** Tjänstestyrgruppen rekommenderade att version 1.0 antas. *(hemgang 1.0)*\n",
    "- **17 september 2031.** Beräkna vad rutinen kostar. Regionens siffror dröjer. *(tjanstegruppen-2031-03-12#",
    "Flyttat från 2 maj 2031: Klämdag. *(aldregruppen-2031-05-02)*\n",
    "Svaret togs upp i Samrådsgruppen för äldre den 4 september 2031.",
)
EXTRACT = (
    "| **Utdraget är till** | Politiska styrgruppen<br>Hedda Ledare<br>Samrådsgruppen för äldre |\n",
    "> Tjänstestyrgruppen rekommenderar Politiska styrgruppen att ställa sig bakom rutinen för trygg hemgång.\n",
    "> Belopp: cirka 500 000 kronor (införandet)\n",
)


def the_year_is_told(year: Year, folder: Path) -> None:
    """On the last day of the year: the logs, the year on one page, the documents."""
    year.on("2031-12-31")
    decisions, tasks, way, meetings = year.answers(
        *("decision list hemgång", "assignment list", "question show trygg-hemgang", "meeting list"),
    )
    assert LOG in decisions and ADOPTION in decisions
    assert tasks == TASK
    assert way.endswith(WAY)
    assert meetings.endswith(MEETINGS)
    assert year.calendar("--group", "aldregruppen") == CALENDAR

    plan, clashes, digest, minutes, extract, basis, notice = year.answers(
        *("plan show 2031", "plan clashes 2031", "digest --from 2031-01-01 --until 2031-12-31"),
        *("meeting minutes aldregruppen-2031-05-02", "meeting extract tjanstegruppen-2031-03-12 trygg"),
        *("meeting basis politiska-2031-03-26 trygg", "meeting agenda aldregruppen-2031-08-28"),
    )
    assert "  Fri  9  Meeting: Samrådsgruppen för äldre, minutes approved, 09:00–11:00, digital, moved from Fri" in plan
    assert "  Thu 28  Meeting: Samrådsgruppen för äldre, cancelled, 09:00–11:00\n" in plan
    assert clashes == "nothing clashes in 2031, as far as the register knows\n"
    assert [words for words in DIGEST if words not in digest] == []
    assert "| **Ändrat** | Flyttat från fredagen den 2 maj 2031, klockan 09.00–11.00: Klämdag. |\n" in minutes
    assert "| **Status** | Fastställda den 4 september 2031 av Samrådsgruppen för äldre |\n" in minutes
    assert [words for words in EXTRACT if words not in extract] == []
    assert "| **Kommer från** | Tjänstestyrgruppen 12 mars 2031, punkt 2 |\n" in basis
    assert "> Ordföranden är sjuk\n" in notice
    assert (
        "| **Kallade från Region Exempel** | Alva Exempel, hälsodirektör, Region Exempel (ordförande)<br>Bo " in notice
    )
    assert "| **Kallade från kommunerna** | Cecilia Prov, socialdirektör, Exempelby kommun (vice ordförande)" in notice

    paper = folder / "arsplan.pdf"
    year.vis("plan", "show", "2031", "-o", str(paper))
    assert paper.read_bytes().startswith(b"%PDF-")
    said = year.vis("check", "--strict", "--base", year.begun)
    assert "the change is judged from commit" in said.err and "errors: 0, warnings: 0" in said.out
    assert year.repository.git("status", "--porcelain") == ""


def the_past_is_known(year: Year) -> None:
    """What the register said when Midsummer Day ended: the autumn had not happened."""
    then = "--at 2031-06-21"
    meetings, tasks, decisions, question, plan = year.answers(
        f"meeting list --on 2031-06-21 {then}",
        f"assignment list --open --on 2031-06-21 {then}",
        f"decision list hemgång --type recommends {then}",
        "question show trygg-hemgang --at 2031-03-01",
        f"plan show 2031 {then}",
    )
    assert "2031-08-28  thu  Samrådsgruppen för äldre     planned    " in meetings.replace("planned   ", "planned    ")
    assert "2031-09-04" not in meetings
    assert (
        "given 2031-03-12, 101 days ago\n   open: comes back to Tjänstestyrgruppen, at the next meeting 2031-09-17"
        in tasks
    )
    assert "the answer came back 2031-06-04" in " ".join(decisions.split())
    assert "2031-09-04" not in decisions
    assert "steering: Tjänstestyrgruppen, since 2031-02-13; on the agenda of 2031-03-12" in question
    assert "cancelled" not in plan and "moved from Fri" in plan
