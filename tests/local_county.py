"""A fictional county before its year 2031 at the local level: an old forum, two districts that will be one, a grant."""

import json
from collections.abc import Mapping
from pathlib import Path

from tests.history.repositories import Repository
from tests.whole_year import BESIDE, RESPONSIBILITIES, Year

VIS = """\
id: vis
name: Vård i samverkan Exempellän
short_name: VIS
county: Exempellän
sides:
  - side: region
    name: Region Exempel
    organisation: region-exempel
  - side: municipality
    name: kommunerna
    association: forbundet
secretariat: processledningen
"""
ORGANISATIONS = """\
exempelby-kommun:
  name: Exempelby kommun
  type: principal
  side: municipality
forbundet:
  name: Exempellänets kommuner
  type: association
  side: municipality
provmyndigheten:
  name: Provmyndigheten
  type: authority
  side: external
  role: Fördelar statens medel
region-exempel:
  name: Region Exempel
  type: principal
  side: region
testviks-stad:
  name: Testviks stad
  type: principal
  side: municipality
"""
AREAS = """\
exempelby:
  name: Exempelby
  type: municipality
  municipality: exempelby-kommun
hamnen:
  name: Hamnen
  type: district
  municipality: testviks-stad
kajen:
  name: Kajen
  type: district
  municipality: testviks-stad
skisslunden:
  name: Skisslunden
  type: district
  municipality: testviks-stad
"""
MERGED = AREAS.replace(
    "municipality: testviks-stad\nkajen", "municipality: testviks-stad\n  until: 2031-06-30\n  successors:\n"
    "    - area: sjostaden\nkajen"
).replace(
    "municipality: testviks-stad\nskiss", "municipality: testviks-stad\n  until: 2031-06-30\n  successors:\n"
    "    - area: sjostaden\nsjostaden:\n  name: Sjöstaden\n  type: district\n  municipality: testviks-stad\n"
    "  from: 2031-07-01\nskiss"
)  # fmt: skip
"""Hamnen and Kajen are Sjöstaden from July on."""

PEOPLE = "".join(
    f"{id}:\n  name: {name}\n  posts:\n    - title: {title}\n      organisation: {organisation}\n"
    for id, name, title, organisation in (
        ("alva", "Alva Exempel", "hälsodirektör", "region-exempel"),
        ("cecilia", "Cecilia Prov", "socialdirektör", "exempelby-kommun"),
        ("david", "David Prov", "äldrechef", "testviks-stad"),
        ("hedda", "Hedda Ledare", "processledare", "forbundet"),
    )
)


def _group(id: str, name: str, type: str, *more: str) -> dict[str, str]:
    head = (f"id: {id}", f"name: {name}", f"type: {type}", "level: regional", "status: active")
    return {f"registry/groups/{id}.yaml": "".join(f"{line}\n" for line in (*head, *more))}


GROUPS = {
    **_group(
        *("tjanstegruppen", "Tjänstestyrgruppen", "steering", "members:"),
        *("  - role: chair", "    side: region", "    person: alva"),
        *("  - side: municipality", "    person: cecilia"),
    ),
    **_group(
        *("processledningen", "Processledningen", "secretariat", "members:"),
        *("  - role: process-leader", "    side: municipality", "    person: hedda", "responsibilities:"),
        *(f"  - {{id: ansvar-{i}, text: {text}}}" for i, text in enumerate(RESPONSIBILITIES, 1)),
    ),
    **_group(
        *("gamla-forumet", "Gamla äldreforumet", "forum", "reports_to: tjanstegruppen", "members:"),
        *("  - side: municipality", "    person: david", "responsibilities:"),
        *("  - id: forumet-hemgang", "    text: Samverkan om hemgång"),
        *("  - id: forumet-natverk", "    text: Nätverket för anhörigstöd"),
    ),
}
FIGURE = """\
id: folkmangd-2030
title: Folkmängd 2030
unit: invånare
as_of: 2030-12-31
values:
  - area: exempelby
    value: 40000
  - area: hamnen
    value: 30000
  - area: kajen
    value: 20000
  - area: skisslunden
    value: 10000
sources:
  - bok:3
"""
COUNTY = {
    "registry/vis.yaml": VIS,
    "registry/organisations.yaml": ORGANISATIONS,
    "registry/people.yaml": PEOPLE,
    "registry/areas.yaml": AREAS,
    "registry/sources.yaml": "bok:\n  title: Statistisk årsbok för Exempellän\n",
    "registry/figures/folkmangd-2030.yaml": FIGURE,
    **GROUPS,
}
MANDATE = """\
mandate:
  adopted: 2031-02-20
  purposes:
    agreements: Förvalta överenskommelserna om äldre.
    questions: Lyfta frågor om äldre.
    dialogue: Tala om kunskap.
    transition: Ge vård nära.
"""
KNOWLEDGE = """\
knowledge_governance:
  mission: Ta emot och sprida kunskap om äldre.
  none: Länet har inga egna programområden.
"""
AGREEMENT = (
    *("agreement", "new", "hemgang", "--title", "Överenskommelse om trygg hemgång", "--type", "agreement"),
    *("--owner", "gamla-forumet", "--target-group", "Äldre", "--rule", "fixed-date", "--on-date", "2031-01-01"),
    *("--notice-months", "6"),
)
FOLLOWED = BESIDE.replace(
    "    - Andel som kommer hem samma dag\n",
    "    - Andel som kommer hem samma dag\n    - Alla har en plan\n  interval_months: 12\n  next: 2031-10-01\n",
)

OPENING = "  - {id: inledning, number: 1, heading: Välkommen, type: opening}"
MINUTES = "  - {{id: foregaende, number: 2, heading: Förra mötet, type: previous-minutes, previous: {previous}}}"
ITEM = """\
  - id: {id}
    number: {number}
    heading: {heading}
    type: decision
    papers: [underlag]
    decisions:
      - {{id: beslut-{number}, type: decides, text: {text}}}"""
CLOSING = """\
  - {{id: ovrigt, number: {other}, heading: Övriga frågor, type: other-business}}
  - {{id: nasta, number: {next}, heading: Nästa möte, type: next-meeting}}"""


class LocalYear(Year):
    """A year in which what is local changes, step by step, each step committed."""

    def __init__(self, folder: Path) -> None:
        self.repository = Repository(folder / "lan")
        self.root = self.repository.root
        self.begun = self.repository.commit(COUNTY, "Börja registret", day="2030-10-01")
        self.day = "2030-10-01"
        self.write(*AGREEMENT)
        self._fill_in("agreements/hemgang/agreement.yaml", FOLLOWED)
        self.write("agreement", "publish", "hemgang")

    def decided(self, *items: str) -> None:
        """The officials meet today and decide on these items: `id: what they decide`."""
        lines = [f"id: tjanstegruppen-{self.day}", "group: tjanstegruppen", "status: held", f"date: {self.day}"]
        lines += ["attachments:", "  - {id: underlag, title: Underlaget, file: underlag.pdf}", "items:", OPENING]
        path = f"registry/meetings/tjanstegruppen/{self.day}"
        before = sorted(file.stem for file in (self.root / path).parent.glob("*.yaml"))
        first = 3 if before else 2
        lines += [MINUTES.format(previous=f"tjanstegruppen-{day}") for day in before[-1:]]
        for number, item in enumerate(items, first):
            id, _, text = item.partition(": ")
            lines.append(ITEM.format(id=id, number=number, heading=text.capitalize(), text=text))
        lines.append(CLOSING.format(other=len(items) + first, next=len(items) + first + 1))
        self.by_hand({f"{path}.yaml": "\n".join(lines) + "\n", f"{path}/underlag.pdf": "%PDF-1.7\n"}, "Lägg in mötet")

    def refused(self, *arguments: str, code: int = 1) -> str:
        """What is said of a step that cannot be taken; nothing is written."""
        before = self.repository.snapshot()
        done = self.vis(*arguments, "--commit", code=code)
        assert self.repository.snapshot() == before
        assert not done.out
        return done.err

    def by_hand(self, files: Mapping[str, str], message: str) -> None:
        """What one changes with an editor."""
        self.repository.commit(files, message, day=self.day)
        self.in_order()

    def coverage(self, what: str, *options: str) -> tuple[int, int, int]:
        """Of how many it is expected, and of how many it is there: at least, at most."""
        (found,) = json.loads(self.ask("coverage", what, "--json", *options))["expectations"]
        return found["expected"], found["least"], found["most"]

    def sits(self, day: str) -> list[str]:
        """Who sits in the consultation group on a day."""
        shown = json.loads(self.ask("group", "show", "samradsgruppen-for-aldre", "--on", day, "--json"))
        return [seat["person"] for seat in shown["computed"]["seats"]]
