"""A fictional county before its year 2031: a local group, a group above it, two steering groups, a secretariat."""

import shlex
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import icalendar

import vis_cli.rules
from tests.history.repositories import Repository
from tests.program import Done, vis
from vis_cli.check import check, rulebook
from vis_cli.registry import load
from vis_cli.source.tree import WorkTree

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
exempelby:
  name: Exempelby kommun
  type: principal
  side: municipality
forbundet:
  name: Exempellänets kommuner
  type: association
  side: municipality
region-exempel:
  name: Region Exempel
  type: principal
  side: region
"""


def _people(*people: tuple[str, str, str, str]) -> str:
    return "".join(
        f"{id}:\n  name: {name}\n  posts:\n    - title: {title}\n      organisation: {organisation}\n"
        for id, name, title, organisation in people
    )


PEOPLE = _people(
    ("alva", "Alva Exempel", "hälsodirektör", "region-exempel"),
    ("bo", "Bo Exempel", "chefsläkare", "region-exempel"),
    ("cecilia", "Cecilia Prov", "socialdirektör", "exempelby"),
    ("david", "David Prov", "äldrechef", "exempelby"),
    ("hedda", "Hedda Ledare", "processledare", "region-exempel"),
    ("petra", "Petra Förtroende", "nämndordförande", "exempelby"),
    ("rita", "Rita Förtroende", "regionråd", "region-exempel"),
)


def _group(id: str, name: str, type: str, level: str, seats: str, *more: str) -> dict[str, str]:
    """The file of a body; `seats` are its members, the first of each side in the chair in turn."""
    lines = [f"id: {id}", f"name: {name}", f"type: {type}", f"level: {level}", "status: active"]
    sides = {"alva": "region", "bo": "region", "rita": "region", "hedda": "joint"}
    roles = dict(zip(seats.split()[:2], ("chair", "vice-chair"), strict=False))
    lines.append("members:")
    for person in seats.split():
        role = "process-leader" if person == "hedda" else roles.get(person, "member")
        lines += [f"  - role: {role}", f"    side: {sides.get(person, 'municipality')}", f"    person: {person}"]
    return {f"registry/groups/{id}.yaml": "".join(f"{line}\n" for line in (*lines, *more))}


RESPONSIBILITIES = (
    *("Sammanhållande årsplanering", "Gemensam uppföljning", "Beredning inför styrgrupperna"),
    *("Förslag till uppdrag och bemanning", "Samordning av uppdragen"),
)


def _procedure(meetings: int, start: str, end: str, *more: str) -> tuple[str, ...]:
    days = ("  notice_days: 14", "  papers_days: 7", "  minutes_days: 14", "  quorum: 2")
    return ("procedure:", f"  meetings_per_year: {meetings}", *days, f"  start: '{start}'", f"  end: '{end}'", *more)


GROUPS = {
    **_group(
        *("lokalgruppen", "Lokala samrådet i Exempelby", "consultation", "local", "david bo"),
        *("reports_to: aldregruppen", *_procedure(1, "10:00", "11:00")),
    ),
    **_group(
        *("aldregruppen", "Samrådsgruppen för äldre", "consultation", "regional", "alva cecilia bo david"),
        *("reports_to: tjanstegruppen", "alternates: true", *_procedure(3, "09:00", "11:00", "  form: digital")),
    ),
    **_group(
        *("tjanstegruppen", "Tjänstestyrgruppen", "steering", "regional", "cecilia alva"),
        *("reports_to: politiska", "alternates: true", *_procedure(4, "14:00", "16:00", "  place: Exempelhuset")),
    ),
    **_group(
        *("politiska", "Politiska styrgruppen", "steering", "regional", "rita petra"),
        *("elected: true", *_procedure(2, "13:00", "15:00", "  place: Exempelhuset")),
    ),
    **_group(
        *("processledningen", "Processledningen", "secretariat", "regional", "hedda"),
        *(
            "responsibilities:",
            *(f"  - {{id: ansvar-{i}, text: {text}}}" for i, text in enumerate(RESPONSIBILITIES, 1)),
        ),
    ),
}
PLANNED = {
    ("lokalgruppen", "10:00", "11:00"): ("01-28",),
    ("aldregruppen", "09:00", "11:00"): ("02-13", "08-28"),
    ("tjanstegruppen", "14:00", "16:00"): ("03-12", "06-04", "09-17", "11-26"),
    ("politiska", "13:00", "15:00"): ("03-26", "12-10"),
}
"""When the bodies are to meet: all that the secretariat has planned but one meeting, which it plans in the test."""


def _meeting(group: str, start: str, end: str, day: str) -> dict[str, str]:
    head = f"id: {group}-2031-{day}\ngroup: {group}\nstatus: planned\ndate: 2031-{day}\n"
    return {f"registry/meetings/{group}/2031-{day}.yaml": f"{head}start: '{start}'\nend: '{end}'\n"}


COUNTY = {
    "registry/vis.yaml": VIS,
    "registry/organisations.yaml": ORGANISATIONS,
    "registry/people.yaml": PEOPLE,
    **GROUPS,
    **{path: text for when, days in PLANNED.items() for day in days for path, text in _meeting(*when, day).items()},
}
AGREEMENT = (
    *("agreement", "new", "hemgang", "--title", "Överenskommelse om trygg hemgång", "--type", "agreement"),
    *("--owner", "aldregruppen", "--target-group", "Äldre", "--rule", "all-parties", "--notice-months", "6"),
)
BESIDE = """\
drafting:
  authors:
    - region-exempel
    - forbundet
  steering_group: tjanstegruppen
  disability_needs: Behoven har gåtts igenom med brukarorganisationerna.
follow_up:
  criteria:
    - Andel som kommer hem samma dag
prevention:
  text: Den som kommer hem i tid håller sig frisk längre.
deviations:
  text: Rapporteras till samrådsgruppen.
"""


_RULES = rulebook(vis_cli.rules)


class Year:
    """The county's register in Git. Every step is taken on its day, is committed, and leaves the register in order."""

    def __init__(self, folder: Path) -> None:
        self.repository = Repository(folder / "lan")
        self.root = self.repository.root
        self.begun = self.repository.commit(COUNTY, "Börja registret", day="2030-10-01")
        self.day = "2030-10-01"
        self.write(*AGREEMENT)
        self._fill_in("agreements/hemgang/agreement.yaml")

    def on(self, day: str) -> None:
        """It is this day from now on."""
        assert day >= self.day, f"{day} is before {self.day}"
        self.day = day

    def vis(self, *arguments: str, code: int = 0) -> Done:
        """Run the real program on the day."""
        stamp = f"{self.day}T12:00:00+01:00"
        dates = {"GIT_AUTHOR_DATE": stamp, "GIT_COMMITTER_DATE": stamp, "VIS_TODAY": self.day}
        done = vis(*arguments, cwd=self.root, env={**self.repository.environ, **dates})
        assert done.code == code, f"{arguments}: {done.code}\n{done.out}\n{done.err}"
        return done

    def ask(self, *arguments: str) -> str:
        """What it answers, with plain spaces."""
        return self.vis(*arguments).out.replace("\u00a0", " ")

    def write(self, *arguments: str, meant: str = "") -> str:
        """Take a step and commit it: what it says. It leaves no fault behind but the warning that is meant."""
        done = self.vis(*arguments, "--commit")
        assert "saved in the register's history" in done.err, done.err
        self.in_order(meant)
        return done.err

    def meeting(self, step: str, meeting: str, *arguments: str, meant: str = "") -> str:
        """`vis meeting …` with a meeting by its body and its first planned day in the year: `politiska 03-26`."""
        group, _, day = meeting.partition(" ")
        return self.write("meeting", step, f"{group}-2031-{day}", *arguments, meant=meant)

    def paper(self, meeting: str, heading: str) -> None:
        """Lay a decision basis to an item, as one does with an editor: the file in the folder, and its name."""
        group, _, day = meeting.partition(" ")
        path = f"registry/meetings/{group}/2031-{day}"
        line = f"    heading: {heading}\n"
        text = self.text(f"{path}.yaml").replace(line, f"{line}    papers: [underlag]\n")
        text += "attachments:\n  - id: underlag\n    title: Underlaget\n    file: underlag.pdf\n"
        files = {f"{path}.yaml": text, f"{path}/underlag.pdf": "%PDF-1.7\n"}
        self.repository.commit(files, "Lägg till underlaget", day=self.day)

    def in_order(self, meant: str = "") -> None:
        """The register as `vis check` sees it: no errors, and no warnings but one that is meant."""
        verdict = check(load(WorkTree(self.root)), _RULES)
        found = [item for item in verdict.diagnostics if item.severity != "gap"]
        assert " ".join(item.code for item in found) == meant, found

    def answers(self, *asked: str) -> list[str]:
        """What it answers to several questions at once, each a line as one types it."""
        with ThreadPoolExecutor(4) as pool:
            return list(pool.map(lambda line: self.ask(*shlex.split(line)), asked))

    def calendar(self, *options: str) -> dict[str, tuple[str, int, str]]:
        """The meetings of its calendar: of each the day, how often it was changed, and its state there."""
        file = self.root.parent / "kalender.ics"
        self.vis("calendar", *options, "-o", str(file))
        return {
            str(event["UID"]).partition("@")[0]: (f"{event.start:%Y-%m-%d}", event.sequence, str(event["STATUS"]))
            for event in icalendar.Calendar.from_ical(file.read_bytes()).events
        }

    def agenda(self, meeting: str) -> list[str]:
        """The headings of a meeting's printed agenda, in their order."""
        group, _, day = meeting.partition(" ")
        lines = self.ask("meeting", "agenda", f"{group}-2031-{day}").splitlines()
        return [line.split("**")[1] for line in lines if line[:2] == "| " and line[2].isdigit()]

    def text(self, path: str) -> str:
        return (self.root / path).read_text(encoding="utf-8")

    def _fill_in(self, path: str, beside: str = BESIDE) -> None:
        """Some words under each heading, as whoever writes the agreement does."""
        lines: list[str] = []
        for line in self.text(path).splitlines():
            lines.append(line)
            if line.strip().startswith("heading:"):
                lines.append(f"    text: Parterna är överens om {line.split(':', 1)[1].strip().lower()}.")
        self.repository.commit({path: "\n".join(lines) + "\n" + beside}, "Skriv överenskommelsen", day=self.day)
