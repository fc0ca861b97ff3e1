"""A fictional county whose bodies meet: a consultation group, the officials' steering group, the political one."""

from pathlib import Path

from tests.history.repositories import Repository
from tests.program import Done, vis

VIS_YAML = """\
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
region-exempel:
  name: Region Exempel
  type: principal
  side: region
exempelby:
  name: Exempelby kommun
  type: principal
  side: municipality
forbundet:
  name: Exempellänets kommuner
  type: association
  side: municipality
"""


def _person(id: str, name: str, organisation: str) -> str:
    return f"{id}:\n  name: {name}\n  posts:\n    - title: chef\n      organisation: {organisation}\n"


PEOPLE = "".join(
    [
        _person("alva", "Alva Exempel", "region-exempel"),
        _person("bo", "Bo Exempel", "region-exempel"),
        _person("cecilia", "Cecilia Prov", "exempelby"),
        _person("david", "David Prov", "exempelby"),
        _person("ebba", "Ebba Före", "exempelby"),
        _person("folke", "Folke Förbund", "forbundet"),
        _person("greta", "Greta Gäst", "exempelby"),
        _person("hedda", "Hedda Ledare", "region-exempel"),
    ]
)

GROUP = """\
id: samradsgruppen
name: Samrådsgruppen för äldre
type: consultation
level: regional
status: proposed
reports_to: tjanstegruppen
members:
  - side: region
    person: alva
  - side: region
    person: bo
  - side: municipality
    person: cecilia
  - side: municipality
    person: david
  - side: municipality
    person: ebba
    until: '2030'
  - side: municipality
    person: greta
    role: substitute
procedure:
  notice_days: 14
  minutes_days: 10
  quorum: 3
"""

OFFICIALS = """\
id: tjanstegruppen
name: Tjänstestyrgruppen
type: steering
level: regional
status: active
reports_to: politiska
"""

POLITICAL = """\
id: politiska
name: Politiska styrgruppen
type: steering
level: regional
status: active
elected: true
"""

SECRETARIAT = """\
id: processledningen
name: Processledningen
type: secretariat
level: regional
status: active
members:
  - side: joint
    role: process-leader
    person: hedda
"""

MEETING = """\
# Årets första möte.
id: samradsgruppen-2031-02-20
group: samradsgruppen
status: planned
date: 2031-02-20  # en torsdag
weekday: thursday
start: '14:00'
end: '16:00'
place: Exempelsalen
attendance:
  - person: cecilia
    capacity: municipality
    role: chair  # kommunernas tur
items:
  - id: inledning
    number: 1
    heading: Inledning
    type: opening
  - id: lagesbild
    number: 2
    heading: Lägesbild från kommunerna
    type: information
  - id: rapporten
    number: 3
    heading: Rapporten om hemgång
    type: recommendation
    about: [hemgang]
    papers: [rapport]
  - id: ovrigt
    number: 4
    heading: Övriga frågor
    type: other-business
  - id: nasta
    number: 5
    heading: Nästa möte
    type: next-meeting
attachments:
  - id: rapport
    title: Rapporten
    file: rapport.pdf
"""

MAY = """\
id: samradsgruppen-2031-05-20
group: samradsgruppen
status: planned
date: 2031-05-20
start: '14:00'
end: '16:00'
items:
  - id: inledning
    number: 1
    heading: Inledning
    type: opening
  - id: foregaende
    number: 2
    heading: Föregående minnesanteckningar
    type: previous-minutes
    previous: samradsgruppen-2031-02-20
  - id: vidare
    number: 3
    heading: Frågor vidare
    type: forwarding
  - id: ovrigt
    number: 4
    heading: Övriga frågor
    type: other-business
  - id: nasta
    number: 5
    heading: Nästa möte
    type: next-meeting
"""

ABOVE = """\
id: tjanstegruppen-2031-03-12
group: tjanstegruppen
status: planned
date: 2031-03-12
"""

QUESTION = """\
id: hemgang
title: Trygg hemgång
steps:
  - level: regional
    body: samradsgruppen
    date: '2030-11'  # efter dialogen
"""

FEBRUARY = "registry/meetings/samradsgruppen/2031-02-20.yaml"
MAY_FILE = "registry/meetings/samradsgruppen/2031-05-20.yaml"
ABOVE_FILE = "registry/meetings/tjanstegruppen/2031-03-12.yaml"
QUESTION_FILE = "registry/questions/hemgang.yaml"
ID = "samradsgruppen-2031-02-20"
EVERYONE = ("--present", "alva,cecilia,david", "--absent", "bo")


def county(february: str = MEETING) -> dict[str, str]:
    """All its files."""
    return {
        "registry/vis.yaml": VIS_YAML,
        "registry/organisations.yaml": ORGANISATIONS,
        "registry/people.yaml": PEOPLE,
        "registry/groups/samradsgruppen.yaml": GROUP,
        "registry/groups/tjanstegruppen.yaml": OFFICIALS,
        "registry/groups/politiska.yaml": POLITICAL,
        "registry/groups/processledningen.yaml": SECRETARIAT,
        FEBRUARY: february,
        "registry/meetings/samradsgruppen/2031-02-20/rapport.pdf": "%PDF-",
        MAY_FILE: MAY,
        ABOVE_FILE: ABOVE,
        QUESTION_FILE: QUESTION,
    }


class County:
    """A repository with the county in it, and the day that it is there."""

    def __init__(self, folder: Path, february: str = MEETING) -> None:
        self.repository = Repository(folder / "lan")
        self.repository.commit(county(february), day="2031-01-10")
        self.root = self.repository.root

    def on(self, day: str, *arguments: str) -> Done:
        """Run `vis meeting …` on a day."""
        who = {"GIT_CONFIG_GLOBAL": "/dev/null", **{k: v for k, v in self.repository.environ.items() if "GIT_" in k}}
        return vis("meeting", *arguments, cwd=self.root, env={**who, "VIS_TODAY": day})

    def done(self, day: str, *arguments: str) -> Done:
        """Run it, and it must do."""
        done = self.on(day, *arguments)
        assert done.code == 0, done.err + done.out
        return done

    def refused(self, day: str, *arguments: str) -> str:
        """Run it; it must be refused with nothing written, and what it says."""
        before = self.repository.snapshot()
        done = self.on(day, *arguments)
        assert done.code in (1, 2), done.out
        assert done.out == ""
        assert self.repository.snapshot() == before
        return done.err

    def text(self, path: str = FEBRUARY) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def added(self, path: str = FEBRUARY) -> tuple[list[str], list[str]]:
        """The lines that the file lost and got since the last commit."""
        lines = self.repository.git("diff", "-U0", "--", path).splitlines()
        body = [line for line in lines if line[:3] not in ("---", "+++")]
        return [line[1:] for line in body if line[:1] == "-"], [line[1:] for line in body if line[:1] == "+"]

    def commit(self) -> None:
        self.repository.commit({}, day="2031-06-01")
