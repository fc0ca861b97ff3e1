"""A year of a county's meetings, from the plans to the last minutes, through the real program on a real repository."""

from pathlib import Path

from tests.whole_year import Year

BETWEEN_TWO_FREE_DAYS = """\
Fri 2 May: Samrådsgruppen för äldre
  many take the day off, between two free ones (klämdag)
  → the nearest day that would do: Fri 9 May

"""


def test_a_whole_year_of_four_bodies(tmp_path: Path) -> None:
    year = Year(tmp_path)
    the_year_is_planned(year)


def the_year_is_planned(year: Year) -> None:
    """In November the secretariat plans the next year, and what would not do is moved at once."""
    year.on("2030-11-12")
    year.write("plan", "new", "aldregruppen", "2031")
    year.write("plan", "new", "tjanstegruppen", "2031")
    year.write(
        *("plan", "add", "aldregruppen", "2031", "--title", "Lägesrapport om korttidsplatser"),
        *("--type", "information", "--when", "2031-10"),
    )
    year.write(
        *("plan", "add", "tjanstegruppen", "2031", "--title", "Verksamhetsplan för 2032", "--type", "recommendation"),
        *("--meeting", "tjanstegruppen-2031-11-26", "--forward-to", "politiska"),
    )
    year.write(
        *("plan", "event", "aldregruppen", "2031", "--title", "Redovisning av stimulansmedlen", "--kind", "funds"),
        *("--when", "2031-10-01"),
    )
    year.write("meeting", "new", "aldregruppen", "--date", "2031-05-02")
    assert year.ask("plan", "clashes", "2031") == BETWEEN_TWO_FREE_DAYS
    year.meeting("move", "aldregruppen 05-02", "--date", "2031-05-09", "--reason", "Klämdag")
    assert year.ask("plan", "clashes", "2031") == "nothing clashes in 2031, as far as the register knows\n"


def a_question_is_raised_locally(year: Year) -> None:
    year.on("2031-01-10")
    year.meeting("compose", "lokalgruppen 01-28")
    year.meeting("add", "lokalgruppen 01-28", "--heading", "Hemgång på fredagar", "--type", "discussion")
    year.meeting("call", "lokalgruppen 01-28")
    print(year.agenda("lokalgruppen 01-28"))
    year.on("2031-01-29")
    print(year.meeting("hold", "lokalgruppen 01-28", "--present", "david,bo", "--chair", "david"))
    print(year.meeting("record", "lokalgruppen 01-28", "fredagar", "--text", "De som kommer hem på fredagar saknar läkemedel."))
    print(year.write(
        *("question", "raise", "--title", "Trygg hemgång", "--by", "Lokala samrådet i Exempelby"),
        *("--source-kind", "local-need", "--level", "local", "--body", "lokalgruppen", "--group", "aldregruppen"),
        *("--meeting", "lokalgruppen-2031-01-28"),
    ))
    print(year.write(
        *("question", "move", "trygg-hemgang", "--to", "regional", "--body", "aldregruppen"),
        *("--meeting", "lokalgruppen-2031-01-28", "--why", "Samma läge i hela länet"),
    ))
    print(year.meeting("send", "lokalgruppen 01-28"))


def it_is_recommended_to_the_officials(year: Year) -> None:
    year.on("2031-01-30")
    print(year.meeting("compose", "aldregruppen 02-13"))
    year.meeting("call", "aldregruppen 02-13")
    print(year.agenda("aldregruppen 02-13"))
    year.on("2031-02-13")
    year.meeting("hold", "aldregruppen 02-13", "--present", "alva,bo,cecilia", "--absent", "david", "--chair", "alva")
    print(year.meeting(
        *("record", "aldregruppen 02-13", "trygg", "--recommends", "införa en gemensam rutin för trygg hemgång"),
        *("--contribution", "Börja med läkemedlen"),
        meant="VIS155",
    ))
    print(year.meeting("forward", "aldregruppen 02-13", "trygg", "--as", "decision"))
    year.meeting("draft", "aldregruppen 02-13")
    year.on("2031-02-20")
    print(year.meeting("send", "aldregruppen 02-13"))


def it_goes_on_to_the_politicians(year: Year) -> None:
    year.on("2031-02-24")
    print(year.meeting("compose", "tjanstegruppen 03-12"))
    year.paper("tjanstegruppen 03-12", "Trygg hemgång")
    year.meeting("call", "tjanstegruppen 03-12")
    print(year.agenda("tjanstegruppen 03-12"))
    year.on("2031-03-01")
    print(year.write("agreement", "refer", "hemgang", "--from", "2031-03-01", "--until", "2031-04-30"))
    year.on("2031-03-12")
    year.meeting("hold", "tjanstegruppen 03-12", "--present", "alva,cecilia", "--chair", "cecilia", meant="VIS149")
    print(year.meeting(
        *("record", "tjanstegruppen 03-12", "trygg", "--recommends", "ställa sig bakom rutinen för trygg hemgång"),
        *("--amount", "cirka 500 000: införandet", "--assign", "beräkna vad rutinen kostar", "--owner", "hedda"),
        *("--return-to", "tjanstegruppen", "--return-at", "tjanstegruppen-2031-06-04"),
        meant="VIS155",
    ))
    print(year.meeting("forward", "tjanstegruppen 03-12", "trygg", "--as", "decision"))
    print(year.meeting("compose", "politiska 03-26"))
    year.paper("politiska 03-26", "Trygg hemgång")
    year.meeting("call", "politiska 03-26")
    print(year.agenda("politiska 03-26"))
    year.on("2031-03-20")
    year.meeting("send", "tjanstegruppen 03-12")
    year.on("2031-03-26")
    year.meeting("hold", "politiska 03-26", "--present", "rita,petra", "--chair", "rita", meant="VIS149")
    print(year.meeting("record", "politiska 03-26", "trygg", "--decides", "ställa sig bakom rutinen för trygg hemgång"))
    print(year.write(
        *("question", "close", "trygg-hemgang", "--result", "answered", "--text", "En rutin för hela länet"),
        *("--meeting", "politiska-2031-03-26"),
    ))
    print(year.meeting("send", "politiska 03-26"))


def the_answer_comes_to_the_moved_meeting(year: Year) -> None:
    year.on("2031-04-22")
    print(year.meeting("compose", "aldregruppen 05-02"))
    print(year.agenda("aldregruppen 05-02"))
    year.meeting("drop", "aldregruppen 05-02", "svar", "--reason", "Tas upp när politikernas svar har kommit")
    year.meeting("add", "aldregruppen 05-02", "--heading", "Sommarens bemanning", "--type", "dialogue")
    year.meeting("add", "aldregruppen 05-02", "--heading", "Ny lag om fast läkarkontakt", "--type", "information")
    year.meeting("reorder", "aldregruppen 05-02", "sommarens", "--before", "lag")
    year.meeting("call", "aldregruppen 05-02")
    print(year.agenda("aldregruppen 05-02"))
    year.on("2031-05-09")
    year.meeting("hold", "aldregruppen 05-02", "--present", "alva,cecilia,david", "--absent", "bo")
    print(year.meeting("approve", "aldregruppen 02-13"))
    year.on("2031-05-20")
    year.meeting("send", "aldregruppen 05-02")


def the_agreement_is_recommended(year: Year) -> None:
    year.on("2031-05-20")
    year.write("agreement", "publish", "hemgang")
    year.on("2031-05-21")
    print(year.meeting("compose", "tjanstegruppen 06-04"))
    print(year.agenda("tjanstegruppen 06-04"))
    year.paper("tjanstegruppen 06-04", "'Överenskommelse om trygg hemgång: rekommendation att anta version 1.0'")
    year.meeting("call", "tjanstegruppen 06-04")
    year.on("2031-06-04")
    year.meeting("hold", "tjanstegruppen 06-04", "--present", "alva,cecilia", "--guest", "hedda", meant="VIS149")
    print(year.meeting(
        *("record", "tjanstegruppen 06-04", "rekommendation", "--recommends", "anta version 1.0"),
        *("--agreement", "hemgang", "--version", "1.0"), meant="VIS155 VIS255",
    ))
    print(year.meeting("forward", "tjanstegruppen 06-04", "rekommendation", "--as", "decision", meant="VIS255"))
    print(year.write(
        *("agreement", "recommend", "hemgang", "--body", "tjanstegruppen", "--date", "2031-06-04"),
        *("--meeting", "tjanstegruppen-2031-06-04"),
    ))
    print(year.write(
        *("assignment", "postpone", "tjanstegruppen-2031-03-12#uppdrag-1", "--meeting", "tjanstegruppen-2031-06-04"),
        *("--text", "Underlag saknas från kommunen"),
    ))
    year.meeting("approve", "tjanstegruppen 03-12")
    year.on("2031-06-12")
    year.meeting("send", "tjanstegruppen 06-04")


def a_meeting_is_cancelled_and_its_items_come_back(year: Year) -> None:
    year.on("2031-08-12")
    print(year.meeting("compose", "aldregruppen 08-28"))
    year.meeting("call", "aldregruppen 08-28")
    print(year.agenda("aldregruppen 08-28"))
    year.on("2031-08-26")
    print(year.meeting("cancel", "aldregruppen 08-28", "--reason", "Ordföranden är sjuk"))
    print(year.write("meeting", "new", "aldregruppen", "--date", "2031-09-04", "--compose"))
    print(year.agenda("aldregruppen 09-04"))
    year.meeting("call", "aldregruppen 09-04", "--late", "Ersätter mötet den 28 augusti")
    year.on("2031-09-04")
    year.meeting("hold", "aldregruppen 09-04", "--present", "alva,bo,cecilia,david")
    year.meeting("approve", "aldregruppen 05-02")
    year.on("2031-09-11")
    year.meeting("send", "aldregruppen 09-04")


def the_assignment_is_late_again(year: Year) -> None:
    year.on("2031-09-11")
    print(year.meeting("compose", "tjanstegruppen 09-17"))
    year.meeting("call", "tjanstegruppen 09-17", "--late", "Underlagen dröjde")
    year.on("2031-09-17")
    year.meeting("hold", "tjanstegruppen 09-17", "--present", "alva,cecilia", "--guest", "hedda")
    print(year.write(
        *("assignment", "postpone", "tjanstegruppen-2031-03-12#uppdrag-1", "--meeting", "tjanstegruppen-2031-09-17"),
        *("--text", "Regionens siffror dröjer"),
    ))
    year.meeting("approve", "tjanstegruppen 06-04")
    print(year.ask("assignment", "list", "--open"))
    year.on("2031-09-25")
    year.meeting("send", "tjanstegruppen 09-17")


def the_year_ends(year: Year) -> None:
    year.on("2031-10-14")
    print(year.meeting("compose", "aldregruppen 10-30"))
    year.meeting("call", "aldregruppen 10-30")
    year.on("2031-10-30")
    year.meeting("hold", "aldregruppen 10-30", "--present", "alva,bo,cecilia,david")
    year.meeting("approve", "aldregruppen 09-04")
    year.on("2031-11-10")
    year.meeting("send", "aldregruppen 10-30")
    year.on("2031-11-12")
    print(year.meeting("compose", "tjanstegruppen 11-26"))
    year.paper("tjanstegruppen 11-26", "Verksamhetsplan för 2032")
    year.meeting("call", "tjanstegruppen 11-26")
    year.on("2031-11-26")
    year.meeting("hold", "tjanstegruppen 11-26", "--present", "alva,cecilia", "--guest", "hedda", meant="VIS149")
    year.meeting(
        *("record", "tjanstegruppen 11-26", "verksamhetsplan", "--recommends", "fastställa verksamhetsplanen för 2032"),
        meant="VIS155",
    )
    print(year.meeting("forward", "tjanstegruppen 11-26", "verksamhetsplan", "--as", "decision"))
    print(year.write(
        *("assignment", "report", "tjanstegruppen-2031-03-12#uppdrag-1", "--meeting", "tjanstegruppen-2031-11-26"),
        *("--text", "Rutinen kostar 480 000 kronor om året"),
    ))
    year.meeting("approve", "tjanstegruppen 09-17")
    print(year.meeting("compose", "politiska 12-10"))
    year.meeting("drop", "politiska 12-10", "rekommendation", "--reason", "TEMP")
    year.paper("politiska 12-10", "Verksamhetsplan för 2032")
    year.meeting("call", "politiska 12-10")
    year.on("2031-12-05")
    year.meeting("send", "tjanstegruppen 11-26")
    year.on("2031-12-10")
    year.meeting("hold", "politiska 12-10", "--present", "rita,petra", "--chair", "rita", meant="VIS149")
    year.meeting("record", "politiska 12-10", "verksamhetsplan", "--decides", "fastställa verksamhetsplanen för 2032")
    year.meeting("approve", "politiska 03-26")
    year.on("2031-12-17")
    year.meeting("send", "politiska 12-10")


CHAPTERS = (the_year_is_planned, a_question_is_raised_locally, it_is_recommended_to_the_officials, it_goes_on_to_the_politicians,
 the_answer_comes_to_the_moved_meeting, the_agreement_is_recommended, a_meeting_is_cancelled_and_its_items_come_back, the_assignment_is_late_again, the_year_ends)
