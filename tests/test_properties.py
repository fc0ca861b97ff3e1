"""What must hold for any dates, any decisions of 27 parties, and any text in any channel: hypothesis looks for more.

The same for what is read and edited: `tests/source` (any bytes, another reader of YAML, edits with comments, one form).
"""

import csv
import datetime as dt
import io
import re
from collections.abc import Sequence

import vobject
from hypothesis import given, settings
from hypothesis import strategies as st

from vis_cli.diagnostics.github import _data, _property, defused
from vis_cli.diagnostics.wording import visible
from vis_cli.documents.csv import table
from vis_cli.documents.vcard import _folded, _text
from vis_cli.facts.days import between, day, earliest_of, latest_of, months_after, nth_of
from vis_cli.facts.entry import entry
from vis_cli.facts.terms import certain, holds, possible
from vis_cli.model.values import When
from vis_cli.model.version import Version
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree

many = settings(max_examples=200, deadline=None, derandomize=True)
some = settings(max_examples=25, deadline=None, derandomize=True)

# --- Dates ------------------------------------------------------------------------------------------------------------

days = st.dates(dt.date(1950, 1, 1), dt.date(2150, 12, 31))
exact = days.map(lambda date: When.parse(date.isoformat()))
coarse = st.one_of(
    days.map(lambda date: f"{date.year}"),
    days.map(lambda date: f"{date.year}-{date.month:02}"),
    st.builds(lambda date, season: f"{date.year}-{season}", days, st.integers(21, 24)),
    days.map(lambda date: f"{date.isoformat()}?"),
    days.map(lambda date: f"{date.year}~"),
    days.map(lambda date: f"[..{date.year}]"),
    days.map(lambda date: f"[{date.isoformat()}..]"),
).map(When.parse)
whens = exact | coarse


@many
@given(whens)
def test_a_date_is_read_as_it_was_written_and_ends_after_it_begins(date: When) -> None:
    assert date.earliest <= date.latest
    assert When.parse(str(date)) == date
    assert not date.exact or date.earliest == date.latest


@many
@given(st.lists(whens, min_size=1, max_size=9), st.data())
def test_the_first_the_last_and_the_nth_of_dates_hold_for_whatever_days_they_mean(
    dates: list[When], data: st.DataObject
) -> None:
    number = data.draw(st.integers(1, len(dates)))
    meant = [data.draw(st.dates(date.earliest, date.latest)) for date in dates]
    for found, true in (
        (latest_of(dates), max(meant)),
        (earliest_of(dates), min(meant)),
        (nth_of(dates, number), sorted(meant)[number - 1]),
    ):
        assert found.earliest <= true <= found.latest


@many
@given(days, days, st.integers(0, 600))
def test_months_later_keep_the_order_and_the_day_of_the_month(one: dt.date, other: dt.date, months: int) -> None:
    first, second = sorted((one, other))
    later = [months_after(day(date), months) for date in (first, second)]
    assert later[0].earliest <= later[1].earliest
    count = first.year * 12 + first.month - 1 + months
    found = later[0].earliest
    assert found.year * 12 + found.month - 1 == count
    assert found.day == first.day or (found + dt.timedelta(days=1)).day == 1
    assert months_after(between(first, second), months).latest == later[1].latest


class Term:
    """From and until."""

    def __init__(self, since: When | None, until: When | None) -> None:
        self.since = since
        self.until = until


@many
@given(st.none() | whens, st.none() | whens, days)
def test_what_certainly_holds_possibly_holds_and_nothing_else_is_said(
    since: When | None, until: When | None, on: dt.date
) -> None:
    term = Term(since, until)
    surely, perhaps = on in certain(term), on in possible(term)
    assert not surely or perhaps
    assert holds(term, on) is (True if surely else None if perhaps else False)
    if since and until and since.exact and until.exact:
        assert surely == perhaps == (since.earliest <= on <= until.latest)


# --- Decisions of 27 parties ------------------------------------------------------------------------------------------

PARTIES = ("exempelregionen", *(f"kommun-{number}" for number in range(26)))
FILES = {
    "registry/organisations.yaml": "".join(
        f"{id}: {{name: {id}, type: principal, side: {'municipality' if number else 'region'}}}\n"
        for number, id in enumerate(PARTIES)
    ),
    "agreements/avtalet/agreement.yaml": "id: avtalet\ntitle: Avtalet\ntype: agreement\n",
}
RULES = ("all-parties", "at-least", "fixed-date")
entries = st.lists(st.tuples(st.sampled_from(("adopted", "rejected", "prepared", "revoked")), days), max_size=3)
decisions = st.lists(
    st.one_of(days.map(lambda date: [("adopted", date)]), entries), min_size=len(PARTIES), max_size=len(PARTIES)
)
Decisions = Sequence[Sequence[tuple[str, dt.date]]]


def entered(found: Decisions, rule: str, *, least: int = 20, not_before: dt.date, turned: bool = False) -> str | None:
    more = {"all-parties": "", "at-least": f"  at_least: {least}\n", "fixed-date": f"  date: {not_before}\n"}[rule]
    if rule != "fixed-date":
        more += f"  not_before: {not_before}\n"
    parties = "".join(f"  - {party}\n" for party in PARTIES)
    files = {
        **FILES,
        "agreements/avtalet/versions/1.0.yaml": (
            f"agreement: avtalet\nversion: '1.0'\nparties:\n{parties}entry_into_force:\n  rule: {rule}\n{more}"
        ),
    }
    for party, mine in zip(PARTIES, found, strict=True):
        if mine:
            lines = "".join(f"  - {{outcome: {outcome}, date: {date}}}\n" for outcome, date in mine)
            files[f"agreements/avtalet/adoptions/1.0/{party}.yaml"] = (
                f"agreement: avtalet\nversion: '1.0'\nparty: {party}\ndecisions:\n{lines}"
            )
    loaded = load(MemoryTree(dict(reversed(files.items())) if turned else files))
    assert not [item for item in loaded.diagnostics if item.code != "VIS031"]
    (version,) = loaded.registry.all(Version)
    date = entry(loaded.registry, version).entered
    return str(date) if date else None


def reckoned(found: Decisions, rule: str, least: int, not_before: dt.date) -> str | None:
    """The same, by the words of the rule alone: who said yes last and never took it back, and when."""
    if rule == "fixed-date":
        return str(not_before)
    yes = []
    for mine in found:
        since = None
        for outcome, date in sorted(mine, key=lambda one: one[1]):
            if outcome == "adopted":
                since = since or date
            elif outcome != "prepared":
                since = None
        yes += [since] if since else []
    needed = len(PARTIES) if rule == "all-parties" else least
    return str(max(sorted(yes)[needed - 1], not_before)) if len(yes) >= needed else None


@some
@given(decisions, st.sampled_from(RULES), st.integers(2, 27), days)
def test_the_entry_into_force_is_what_the_words_of_its_rule_say_in_whatever_order_files_are_read(
    found: Decisions, rule: str, least: int, not_before: dt.date
) -> None:
    expected = reckoned(found, rule, least, not_before)
    assert entered(found, rule, least=least, not_before=not_before) == expected
    assert entered(found, rule, least=least, not_before=not_before, turned=True) == expected


@some
@given(st.integers(0, 26), days, days, st.sampled_from(("adopted", "rejected", "revoked")), days)
def test_a_corrected_entry_counts_as_if_only_the_correction_had_been_written(
    number: int, others: dt.date, wrong: dt.date, outcome: str, right: dt.date
) -> None:
    everyone: list[list[tuple[str, dt.date]]] = [[("adopted", others)] for _ in PARTIES]
    mine = f"  - {{outcome: adopted, date: {wrong}}}\n"
    mine += f"  - {{outcome: {outcome}, date: {right}, corrects: {{index: 0, reason: skrivfel}}}}\n"
    everyone[number] = [(outcome, right)]
    expected = reckoned(everyone, "all-parties", 27, others)
    assert entered(everyone, "all-parties", not_before=others, instead={PARTIES[number]: mine}) == expected


@some
@given(st.lists(days, min_size=27, max_size=27), st.integers(2, 26), days, st.integers(0, 26))
def test_one_more_adoption_never_puts_the_entry_off(
    dates: list[dt.date], least: int, not_before: dt.date, absent: int
) -> None:
    everyone = [[("adopted", date)] for date in dates]
    fewer = [[] if number == absent else mine for number, mine in enumerate(everyone)]
    before = entered(fewer, "at-least", least=least, not_before=not_before)
    after = entered(everyone, "at-least", least=least, not_before=not_before)
    assert before is not None and after is not None
    assert str(not_before) <= after <= before
    assert entered(fewer, "all-parties", not_before=not_before) is None
    assert entered(everyone, "all-parties", not_before=not_before) == str(max(*dates, not_before))


# --- Channels ---------------------------------------------------------------------------------------------------------

texts = st.text(max_size=60) | st.lists(
    st.sampled_from(
        ["::error::", "##[", "##vso[", "%0A", "\r\n", "\n", "=", "\x1b[", "\u202e", "å", ";", ",", '"', "\\"]
    ),
    max_size=8,
).map("".join)
_COMMAND = re.compile(r"\s*::(\w+)(?: ([^\n]*?))?::(.*)\Z", re.DOTALL)


@many
@given(texts, texts)
def test_the_runner_finds_one_command_with_the_texts_that_were_meant(place: str, message: str) -> None:
    line = f"::error file={_property(place)},line=1::{_data(message)}"
    assert "\n" not in line and "\r" not in line
    found = _COMMAND.match(line)
    assert found is not None and found[1] == "error"
    keys = dict(pair.partition("=")[::2] for pair in found[2].split(","))
    assert keys.keys() == {"file", "line"}
    read = keys["file"]
    for code, sign in (("%3A", ":"), ("%2C", ","), ("%0D", "\r"), ("%0A", "\n"), ("%25", "%")):
        read = read.replace(code, sign)
    assert read == visible(place)


@many
@given(texts)
def test_no_line_of_a_log_is_a_command(text: str) -> None:
    shown = defused(text)
    assert "##[" not in shown and "##vso[" not in shown
    assert not [line for line in re.split("\r\n|[\n\r]", shown) if line.lstrip().startswith("::")]


@many
@given(texts)
def test_nothing_that_is_shown_acts_on_a_terminal(text: str) -> None:
    assert all(sign.isprintable() or sign in "\u00a0\u202f\u2009" for sign in visible(text))


@many
@given(st.lists(texts, min_size=2, max_size=4))
def test_a_table_gives_back_its_cells_and_none_of_them_is_a_formula(cells: list[str]) -> None:
    written = table(["a"] * len(cells), [cells], bom=False).decode()
    _, *rows = csv.reader(io.StringIO(written, newline=""), delimiter=";")
    assert len(rows) == 1
    for read, meant in zip(rows[0], cells, strict=True):
        plain = "".join(sign for sign in meant if sign in "\t\r\n" or (sign >= " " and not "\x7f" <= sign <= "\x9f"))
        assert read in (plain, f"'{plain}")
        assert not read.lstrip()[:1] or read.lstrip()[0] not in "=+-@＝＋－＠"


@many
@given(texts)
def test_a_card_keeps_its_text_on_its_own_line(text: str) -> None:
    written = _folded(f"NOTE:{_text(text)}")
    assert all(len(line.encode()) <= 75 for line in written.split("\r\n"))
    whole = written.removesuffix("\r\n").replace("\r\n ", "")
    assert "\n" not in whole and "\r" not in whole
    card = vobject.readOne(f"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:x\r\nN:x\r\n{written}END:VCARD\r\n")
    read = card.note.value
    assert read == "".join(sign for sign in text if sign == "\n" or sign >= " ")
