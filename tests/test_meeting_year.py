"""A year of a county's meetings, from the plans to the last minutes, through the real program on a real repository.

What is raised in Exempelby in January is answered by the politicians in March, and the answer is back in September.
After every commit the register is in order; the warnings that are meant say what the next step is.
"""

from pathlib import Path

import pytest

from tests.whole_year import Year
from tests.year_told import the_past_is_known, the_year_is_told

CLASH = """\
Fri 2 May: Samrådsgruppen för äldre
  many take 2031-05-02 off, between two free days (klämdag)
  → the nearest day that would do: Fri 9 May

"""
NO_CLASH = "nothing clashes in 2031, as far as the register knows\n"
FIRST, OTHER, NEXT = "Välkommen och inledning", "Övriga frågor", "Nästa möte"
TO_OFFICIALS, TO_POLITICIANS = "Frågor vidare till Tjänstestyrgruppen", "Frågor vidare till Politiska styrgruppen"
TASK = "tjanstegruppen-2031-03-12#uppdrag-1"
ADOPT = "Överenskommelse om trygg hemgång: rekommendation att anta version 1.0"
EVERYONE = ("--present", "alva,bo,cecilia,david")
OFFICIALS = ("--present", "alva,cecilia", "--guest", "hedda")


@pytest.mark.slow
def test_a_whole_year_of_four_bodies(tmp_path: Path) -> None:
    year = Year(tmp_path)
    the_year_is_planned(year)
    a_question_is_raised_locally(year)
    it_is_recommended_to_the_officials(year)
    it_goes_on_to_the_politicians(year)
    a_moved_meeting_leaves_the_first_answer(year)
    the_agreement_is_recommended_and_the_task_is_late(year)
    a_meeting_is_cancelled_and_its_items_come_back(year)
    the_task_is_late_again(year)
    the_year_ends(year)
    the_year_is_told(year, tmp_path)
    the_past_is_known(year)


def the_year_is_planned(year: Year) -> None:
    """In November the secretariat plans the next year, and what would not do is moved at once."""
    year.on("2030-11-12")
    year.write("plan", "new", "aldregruppen", "2031")
    year.write("plan", "new", "tjanstegruppen", "2031")
    point = ("--title", "Verksamhetsplan för 2032", "--type", "recommendation", "--forward-to", "politiska")
    year.write("plan", "add", "tjanstegruppen", "2031", *point, "--meeting", "tjanstegruppen-2031-11-26")
    funds = ("--title", "Redovisning av stimulansmedlen", "--kind", "funds", "--when", "2031-10-01")
    year.write("plan", "event", "aldregruppen", "2031", *funds)
    year.write("meeting", "new", "aldregruppen", "--date", "2031-05-02")
    assert year.ask("plan", "clashes", "2031") == CLASH
    assert year.calendar("--group", "aldregruppen")["aldregruppen-2031-05-02"] == ("2031-05-02", 0, "TENTATIVE")
    year.meeting("move", "aldregruppen 05-02", "--date", "2031-05-09", "--reason", "Klämdag")
    assert year.ask("plan", "clashes", "2031") == NO_CLASH


def a_question_is_raised_locally(year: Year) -> None:
    year.on("2031-01-10")
    year.meeting("compose", "lokalgruppen 01-28")
    year.meeting("add", "lokalgruppen 01-28", "--heading", "Hemgång på fredagar", "--type", "discussion")
    year.on("2031-01-28")
    year.meeting("hold", "lokalgruppen 01-28", "--present", "david,bo", "--chair", "david")
    year.meeting("record", "lokalgruppen 01-28", "fredagar", "--text", "Läkemedlen saknas hemma på fredagar.")
    decided = ("--meeting", "lokalgruppen-2031-01-28")
    who = ("--by", "Lokala samrådet i Exempelby", "--group", "aldregruppen", "--source-kind", "local-need")
    year.write(
        *("question", "raise", "--title", "Trygg hemgång", *who, "--level", "local", "--body", "lokalgruppen"),
        *decided,
    )
    level = ("--to", "regional", "--body", "aldregruppen", "--why", "Det är så i hela länet")
    said = year.write("question", "move", "trygg-hemgang", *level, *decided)
    assert "regional: Samrådsgruppen för äldre, since 2031-01-28; next meeting 2031-02-13" in said
    year.on("2031-01-30")
    year.meeting("send", "lokalgruppen 01-28")


def it_is_recommended_to_the_officials(year: Year) -> None:
    """The question stands on the next agenda by itself; a recommendation must go on as a matter for decision."""
    year.meeting("compose", "aldregruppen 02-13")
    year.meeting("call", "aldregruppen 02-13")
    assert year.agenda("aldregruppen 02-13") == [FIRST, "Trygg hemgång", TO_OFFICIALS, OTHER, NEXT]
    year.on("2031-02-13")
    present = ("--present", "alva,bo,cecilia", "--absent", "david", "--chair", "alva")
    year.meeting("hold", "aldregruppen 02-13", *present)
    recommends = ("--recommends", "införa en gemensam rutin för trygg hemgång", "--contribution", "Börja i det lilla")
    year.meeting("record", "aldregruppen 02-13", "trygg", *recommends, meant="VIS155")
    said = year.meeting("forward", "aldregruppen 02-13", "trygg", "--as", "decision")
    assert "it comes up in Tjänstestyrgruppen on 12 March 2031" in said
    year.on("2031-02-20")
    year.meeting("draft", "aldregruppen 02-13")
    said = year.meeting("send", "aldregruppen 02-13")
    assert "sent; waits for approval on 9 May 2031" in said


def it_goes_on_to_the_politicians(year: Year) -> None:
    """The officials give a task and take the matter on; the politicians answer, and the question is closed."""
    year.on("2031-02-24")
    said = year.meeting("compose", "tjanstegruppen 03-12")
    assert "Samrådsgruppen för äldre förde den 13 februari 2031 (punkt 2) ärendet vidare hit för beslut" in said
    year.paper("tjanstegruppen 03-12", "Trygg hemgång")
    year.meeting("call", "tjanstegruppen 03-12")
    year.on("2031-03-01")
    year.write("agreement", "refer", "hemgang", "--from", "2031-03-01", "--until", "2031-04-30")
    year.on("2031-03-12")
    year.meeting("hold", "tjanstegruppen 03-12", *OFFICIALS, "--chair", "cecilia", meant="VIS149")
    year.meeting(
        *("record", "tjanstegruppen 03-12", "trygg", "--recommends", "ställa sig bakom rutinen för trygg hemgång"),
        *("--amount", "cirka 500 000: införandet", "--assign", "beräkna vad rutinen kostar", "--owner", "hedda"),
        *("--return-to", "tjanstegruppen", "--return-at", "tjanstegruppen-2031-06-04", "--due", "2031-05-28"),
        meant="VIS155",
    )
    year.meeting("forward", "tjanstegruppen 03-12", "trygg", "--as", "decision")
    year.meeting("compose", "politiska 03-26")
    year.paper("politiska 03-26", "Trygg hemgång")
    year.meeting("call", "politiska 03-26")
    assert year.agenda("politiska 03-26") == [FIRST, "Trygg hemgång", OTHER, NEXT]
    year.on("2031-03-20")
    year.meeting("send", "tjanstegruppen 03-12")
    year.on("2031-03-26")
    year.meeting("hold", "politiska 03-26", "--present", "rita,petra", "--chair", "rita", meant="VIS149")
    year.meeting("record", "politiska 03-26", "trygg", "--decides", "ställa sig bakom rutinen för trygg hemgång")
    outcome = ("--result", "answered", "--text", "En rutin för hela länet", "--meeting", "politiska-2031-03-26")
    assert "closed 2031-03-26: answered" in year.write("question", "close", "trygg-hemgang", *outcome)
    year.meeting("send", "politiska 03-26")


def a_moved_meeting_leaves_the_first_answer(year: Year) -> None:
    """The officials' own answer is dropped with a reason: the group waits for the politicians'."""
    year.on("2031-04-22")
    said = year.meeting("compose", "aldregruppen 05-02")
    assert "chair: Cecilia Prov, for the municipalities, since the other side has the meeting of 13 Feb" in said
    minutes, answer = (
        "Minnesanteckningar från föregående möte 13 februari",
        "Svar från Tjänstestyrgruppen: Trygg hemgång",
    )
    assert year.agenda("aldregruppen 05-02") == [FIRST, minutes, answer, TO_OFFICIALS, OTHER, NEXT]
    year.meeting("drop", "aldregruppen 05-02", "svar", "--reason", "Tas upp med politikernas svar")
    year.meeting("add", "aldregruppen 05-02", "--heading", "Sommarens bemanning", "--type", "dialogue")
    year.meeting("reorder", "aldregruppen 05-02", "sommarens", "--to", "2")
    year.meeting("call", "aldregruppen 05-02")
    assert year.agenda("aldregruppen 05-02") == [FIRST, "Sommarens bemanning", minutes, TO_OFFICIALS, OTHER, NEXT]
    year.on("2031-05-09")
    year.meeting("hold", "aldregruppen 05-02", "--present", "alva,cecilia,david", "--absent", "bo")
    assert "13 February 2031: approved" in year.meeting("approve", "aldregruppen 02-13")
    year.on("2031-05-20")
    year.meeting("send", "aldregruppen 05-02")
    year.write("agreement", "publish", "hemgang")


def the_agreement_is_recommended_and_the_task_is_late(year: Year) -> None:
    """The agenda brings the minutes, the task, the answer, and the agreement that nobody has recommended yet."""
    year.meeting("compose", "tjanstegruppen 06-04")
    minutes, answer = (
        "Minnesanteckningar från föregående möte 12 mars",
        "Svar från Politiska styrgruppen: Trygg hemgång",
    )
    task = "Återrapportering: beräkna vad rutinen kostar"
    agenda = [FIRST, minutes, task, answer, ADOPT, TO_POLITICIANS, OTHER, NEXT]
    assert year.agenda("tjanstegruppen 06-04") == agenda
    year.paper("tjanstegruppen 06-04", f"'{ADOPT}'")
    year.meeting("call", "tjanstegruppen 06-04")
    year.on("2031-06-04")
    year.meeting("hold", "tjanstegruppen 06-04", *OFFICIALS, meant="VIS149")
    adopt = ("--recommends", "anta version 1.0", "--agreement", "hemgang", "--version", "1.0")
    said = year.meeting("record", "tjanstegruppen 06-04", "rekommendation", *adopt, meant="VIS255")
    assert "`vis agreement recommend hemgang 1.0 --meeting tjanstegruppen-2031-06-04` records it there too" in said
    year.write("agreement", "recommend", "hemgang", "1.0", "--meeting", "tjanstegruppen-2031-06-04")
    assert "found: 1; open: 1; late: 1" in year.vis("assignment", "list").err
    later = ("--meeting", "tjanstegruppen-2031-06-04", "--text", "Underlag saknas från kommunen")
    said = year.write("assignment", "postpone", TASK, *later)
    assert "at the next meeting 2031-09-17; postponed once" in said
    year.meeting("approve", "tjanstegruppen 03-12")
    year.on("2031-06-12")
    year.meeting("send", "tjanstegruppen 06-04")


def a_meeting_is_cancelled_and_its_items_come_back(year: Year) -> None:
    """The politicians' answer has come down to the officials in June, so that it now comes to the group."""
    year.on("2031-08-12")
    year.meeting("compose", "aldregruppen 08-28")
    year.meeting("call", "aldregruppen 08-28")
    answer = "Svar från Tjänstestyrgruppen: Trygg hemgång"
    agenda = [FIRST, "Minnesanteckningar från föregående möte 9 maj", answer, TO_OFFICIALS, OTHER, NEXT]
    assert year.agenda("aldregruppen 08-28") == agenda
    year.on("2031-08-26")
    said = year.meeting("cancel", "aldregruppen 08-28", "--reason", "Ordföranden är sjuk")
    assert "what stood on its agenda comes back at the next meeting" in said
    said = year.write("meeting", "new", "aldregruppen", "--date", "2031-09-04", "--compose")
    assert "chair: Alva Exempel, for the region, since the other side has the meeting of 9 May 2031" in said
    assert year.agenda("aldregruppen 09-04") == agenda
    year.meeting("call", "aldregruppen 09-04", "--late", "Ersätter mötet den 28 augusti")
    year.on("2031-09-04")
    year.meeting("hold", "aldregruppen 09-04", *EVERYONE)
    year.meeting("approve", "aldregruppen 05-02")
    year.on("2031-09-11")
    year.meeting("send", "aldregruppen 09-04")


def the_task_is_late_again(year: Year) -> None:
    said = year.meeting("compose", "tjanstegruppen 09-17")
    assert "Uppdrag från Tjänstestyrgruppen den 12 mars 2031 (punkt 2), ska återrapporteras här, uppskjutet" in said
    year.on("2031-09-17")
    year.meeting("hold", "tjanstegruppen 09-17", *OFFICIALS)
    later = ("--meeting", "tjanstegruppen-2031-09-17", "--text", "Regionens siffror dröjer")
    said = year.write("assignment", "postpone", TASK, *later)
    assert "at the next meeting 2031-11-26; postponed 2 times" in said
    year.meeting("approve", "tjanstegruppen 06-04")
    year.on("2031-09-25")
    year.meeting("send", "tjanstegruppen 09-17")


def the_year_ends(year: Year) -> None:
    """The task is reported at last, and the decision point of the annual plan is there by itself."""
    year.on("2031-11-12")
    year.meeting("compose", "tjanstegruppen 11-26")
    year.paper("tjanstegruppen 11-26", "Verksamhetsplan för 2032")
    year.meeting("call", "tjanstegruppen 11-26")
    year.on("2031-11-26")
    year.meeting("hold", "tjanstegruppen 11-26", *OFFICIALS, meant="VIS149")
    plan = ("--recommends", "fastställa verksamhetsplanen för 2032")
    year.meeting("record", "tjanstegruppen 11-26", "verksamhetsplan", *plan, meant="VIS155")
    year.meeting("forward", "tjanstegruppen 11-26", "verksamhetsplan", "--as", "decision")
    told = ("--meeting", "tjanstegruppen-2031-11-26", "--text", "Rutinen kostar 480 000 kronor om året")
    assert "reported back 2031-11-26" in year.write("assignment", "report", TASK, *told)
    year.meeting("approve", "tjanstegruppen 09-17")
    year.meeting("compose", "politiska 12-10")
    year.paper("politiska 12-10", "Verksamhetsplan för 2032")
    minutes = "Minnesanteckningar från föregående möte 26 mars"
    assert year.agenda("politiska 12-10") == [FIRST, minutes, "Verksamhetsplan för 2032", OTHER, NEXT]
    year.on("2031-12-10")
    year.meeting("hold", "politiska 12-10", "--present", "rita,petra", "--chair", "rita", meant="VIS149")
    year.meeting("record", "politiska 12-10", "verksamhetsplan", "--decides", "fastställa verksamhetsplanen för 2032")
    year.meeting("approve", "politiska 03-26")
