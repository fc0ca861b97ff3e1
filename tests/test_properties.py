"""What must hold for any dates, any decisions of 27 parties, and any text in any channel: hypothesis looks for more.

The same for what is read and edited: `tests/source` (any bytes, another reader of YAML, edits with comments, one form).
"""

import csv
import datetime as dt
import io
import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from types import MappingProxyType
from urllib.parse import unquote_to_bytes
from zoneinfo import ZoneInfo

import icalendar
import typst
import vobject
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from tests.history.repositories import Repository
from vis_cli.diagnostics import Diagnostic
from vis_cli.diagnostics.github import _data, _property, defused
from vis_cli.diagnostics.json import dumped
from vis_cli.diagnostics.report import Report
from vis_cli.diagnostics.sarif import About, as_sarif
from vis_cli.diagnostics.wording import visible
from vis_cli.documents.calendar import calendar
from vis_cli.documents.csv import table
from vis_cli.documents.typst import array, literal, string
from vis_cli.documents.vcard import _folded, _text
from vis_cli.facts.days import between, day, earliest_of, latest_of, months_after, nth_of
from vis_cli.facts.entry import entry
from vis_cli.facts.terms import certain, holds, possible
from vis_cli.history.preflight import indexed
from vis_cli.history.tree import list_tree
from vis_cli.model.meeting import Meeting
from vis_cli.model.values import When
from vis_cli.model.version import Version
from vis_cli.places import Span
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


def entered(
    found: Decisions,
    rule: str,
    *,
    least: int = 20,
    not_before: dt.date,
    turned: bool = False,
    written: Mapping[str, Sequence[str]] = MappingProxyType({}),
) -> str | None:
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
        entries = written.get(party) or [f"  - {{outcome: {outcome}, date: {date}}}\n" for outcome, date in mine]
        if entries:
            lines = "".join(entries)
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


outcomes = st.sampled_from(("adopted", "rejected", "prepared", "revoked"))
corrections = st.tuples(st.integers(1, 3), outcomes | st.just("entered-in-error"), days)


@some
@given(
    st.integers(0, 26),
    st.lists(st.tuples(outcomes, days), min_size=3, max_size=3, unique_by=lambda entry: entry[1]),
    st.lists(corrections, max_size=3, unique_by=lambda entry: entry[2]),
    days,
)
def test_an_entry_that_was_corrected_counts_as_its_last_correction_says(
    number: int, written: list[tuple[str, dt.date]], corrected: list[tuple[int, str, dt.date]], others: dt.date
) -> None:
    lines = [f"  - {{outcome: {outcome}, date: {date}}}\n" for outcome, date in written]
    holds = dict(enumerate(written, 1))
    for which, outcome, date in corrected:
        lines.append(f"  - {{outcome: {outcome}, date: {date}, corrects: {which}, reason: skrivfel}}\n")
        holds[which] = (outcome, date)
    everyone: list[list[tuple[str, dt.date]]] = [[("adopted", others)] for _ in PARTIES]
    everyone[number] = [entry for _, entry in sorted(holds.items()) if entry[0] != "entered-in-error"]
    expected = reckoned(everyone, "all-parties", 27, others)
    assert entered(everyone, "all-parties", not_before=others, written={PARTIES[number]: lines}) == expected


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


@many
@given(st.recursive(texts, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3)))
def test_json_gives_back_its_data_and_holds_nothing_that_acts(data: object) -> None:
    written = dumped(data)
    assert json.loads(written) == data
    assert all(sign.isprintable() for sign in written.replace("\n", ""))
    assert "##" not in written
    assert not [line for line in written.split("\n") if line.lstrip().startswith("::")]


@many
@given(texts, texts)
def test_code_scanning_is_told_the_texts_and_no_link_or_placeholder(place: str, message: str) -> None:
    found = Diagnostic("VIS201", "error", Span(place), "{text}", {"text": message})
    report = Report([found], ["x"], str, lambda *_asked: ())
    written = as_sarif(report, {"VIS201": About("a-b", "error", "A", "A")}, version="1", language="en")
    (result,) = json.loads(written)["runs"][0]["results"]
    text = result["message"]["text"]
    assert "](" not in text and not re.search(r"\{\d+\}", text)
    uri = result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.isascii() and uri.isprintable() and not set(uri) & set(' ":#?[]\\^`{|}<>')
    assert unquote_to_bytes(uri).decode() == place


spoken = st.lists(
    st.sampled_from(
        ["å", "Möte", " ", ";", ",", ":", "\\\\", "\\n", '"', "BEGIN:VEVENT", "END:VCALENDAR", "%0D%0A", "^n", "🙂"]
    )
    | st.text(st.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=40),
    min_size=1,
    max_size=8,
).map("".join)


@some
@given(spoken, spoken)
def test_a_calendar_says_the_texts_to_two_readers_and_has_no_line_of_theirs(name: str, heading: str) -> None:
    quoted = [json.dumps(text, ensure_ascii=False) for text in (name, heading)]
    loaded = load(
        MemoryTree(
            {
                "registry/groups/grupp.yaml": (
                    f"id: grupp\nname: {quoted[0]}\ntype: steering\nlevel: regional\nstatus: active\n"
                ),
                "registry/meetings/grupp/2031-02-20.yaml": (
                    f"id: grupp-2031-02-20\ngroup: grupp\nstatus: called\ndate: 2031-02-20\nplace: {quoted[0]}\n"
                    f"items:\n  - {{id: a, type: information, heading: {quoted[1]}}}\n"
                ),
            }
        )
    )
    assume(not [item for item in loaded.diagnostics if item.code != "VIS031"])
    stamp = dt.datetime(2031, 1, 1, tzinfo=ZoneInfo("Europe/Stockholm"))
    written = calendar(loaded.registry, loaded.registry.all(Meeting), title=name, stamp=stamp)
    assert all(len(line) <= 75 for line in written.split(b"\r\n"))
    (event,) = icalendar.Calendar.from_ical(written).walk("VEVENT")
    other = vobject.readOne(written.decode()).vevent
    assert str(event["summary"]) == other.summary.value == name
    assert str(event["location"]) == other.location.value == name
    assert heading in str(event["description"]) and heading in other.description.value
    assert len(vobject.readOne(written.decode()).contents["vevent"]) == 1


@settings(max_examples=8, deadline=None, derandomize=True)
@given(st.lists(texts, min_size=10, max_size=40), days, st.integers())
def test_typst_reads_a_literal_as_the_value_that_was_meant(values: list[str], date: dt.date, number: int) -> None:
    number %= 2**62
    with TemporaryDirectory() as folder:
        source = Path(folder, "a.typ")
        parts = f"texts: {array(map(string, values))}, day: {literal(date)}.display(), "
        parts += f"number: {literal(number)}, no: {literal(None)}"
        source.write_text(f"#metadata(({parts})) <a>\n", encoding="utf-8")
        (read,) = json.loads(typst.query(str(source), "<a>", field="value"))
    assert read == {"texts": values, "day": date.isoformat(), "number": number, "no": None}


# --- What git answers -------------------------------------------------------------------------------------------------

names = st.binary(min_size=1, max_size=20).map(lambda name: name.translate(None, b"\0/")) | st.sampled_from(
    [
        b"-x",
        b":(top)",
        b"a\tb",
        b"a\nb",
        b"100644 blob x",
        "mö".encode(),
        "mo\u0308".encode(),
        b"\xff",
        b'"a"',
        b" ",
        b"*",
    ]
)


@settings(max_examples=12, deadline=None, derandomize=True)
@given(st.lists(names, min_size=1, max_size=12, unique=True))
def test_whatever_name_a_file_has_git_answers_it_whole(found: list[bytes]) -> None:
    plain = [
        name for name in found if name and name not in (b".", b"..") and not name.lower().startswith((b".git", b"git~"))
    ]
    with TemporaryDirectory() as folder:
        repository = Repository(Path(folder, "r"))
        blob = repository.git("hash-object", "-w", "--stdin", stdin=b"x").encode()
        index = b"".join(b"100644 " + blob + b"\t" + name + b"\0" for name in plain)
        repository.git("update-index", "-z", "--add", "--index-info", stdin=index)
        commit = repository.git("commit-tree", "-m", "x", repository.git("write-tree"))
        git = repository.open()
        meant = {name.decode("utf-8", "surrogateescape") for name in plain}
        assert set(list_tree(git, commit)) == set(indexed(git)) == meant
        assert {node.form for node in list_tree(git, commit).values()} <= {"file"}
