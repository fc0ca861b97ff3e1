"""What is measured: each contest has its contestants and the targets that the first of them has to reach."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Contestant
from bench.past import ASKED, DAY, agreement_id

HERE = Path(__file__).resolve().parent
PEERS = HERE.parent / ".venv" / "peers" / "bin"
KINDS = {"group": "registry/groups", "agreement": "agreements", "contact": "registry/contacts"} | {
    "meeting": "registry/meetings",
    "plan": "registry/plans",
    "collaboration": "registry/vis.yaml",
    "organisation": "registry/organisations.yaml",
    "person": "registry/people.yaml",
    "area": "registry/areas.yaml",
    "source": "registry/sources.yaml",
}
VIS = "vis check"
BARE = "bare pass over libyaml's events"


@dataclass(frozen=True, slots=True)
class Target:
    """`name` takes at most `most` times as long as `than`; where `than` is `s` or `MiB`, at most so much."""

    name: str
    most: float
    than: str


@dataclass(frozen=True, slots=True)
class Contest:
    """Contestants that take turns, and what is asked of them."""

    title: str
    contestants: Sequence[Contestant]
    targets: Sequence[Target] = ()


def check(size: int, root: Path, schemas: Path, peers: frozenset[str]) -> Contest:
    """`vis check` beside the bare pass and the peers, over the same files."""
    python = sys.executable
    found = [
        Contestant(VIS, [[python, "-m", "vis_cli", "-C", str(root), "check"]]),
        Contestant(BARE, [[python, str(HERE / "bare.py"), str(root)]]),
    ]
    targets = [Target(VIS, 1.6, BARE), Target(VIS, 400, "MiB")] if size >= 10_000 else []
    if "yamale" in peers:
        found.append(Contestant("yamale", _yamale(root, schemas), most=3))
        targets += [Target(VIS, 1, "yamale")]
    if "check-jsonschema" in peers:
        found.append(Contestant("check-jsonschema", _check_jsonschema(root, schemas), most=1 if size > 2000 else 3))
        targets += [Target(VIS, 1 / 15, "check-jsonschema")]
    return Contest(f"{size:,} files", found, targets)


def start() -> Contest:
    """`vis --help` and `vis --version` beside the import of typer, and of Python itself."""
    python = sys.executable
    return Contest(
        "start",
        [
            Contestant("vis --help", [[python, "-m", "vis_cli", "--help"]]),
            Contestant("vis --version", [[python, "-m", "vis_cli", "--version"]]),
            Contestant("import typer", [[python, "-c", "import typer"]]),
            Contestant("python", [[python, "-c", "pass"]]),
        ],
        [Target("vis --help", 2, "import typer")],
    )


def documents(root: Path, meeting: str, out: Path) -> Contest:
    """One agenda as PDF, 200 of them in one process, and 200 agreements of three pages."""
    python = sys.executable
    one = [python, "-m", "vis_cli", "-C", str(root), "meeting", "agenda", meeting, "-o", str(out / "agenda.pdf")]
    many = [python, str(HERE / "many.py"), str(root), "200"]
    agreements = [python, str(HERE / "many_agreements.py"), "200"]
    return Contest(
        "documents",
        [
            Contestant("one agenda as PDF", [one]),
            Contestant("200 agendas as PDF, one process", [many], most=3),
            Contestant("200 agreements as PDF, one process", [agreements], most=3),
        ],
        [
            Target("one agenda as PDF", 1, "s"),
            Target("200 agendas as PDF, one process", 5, "s"),
            Target("200 agreements as PDF, one process", 10, "s"),
        ],
    )


def past(root: Path) -> Contest:
    """What the register said, what differs, and an older text, from 5,000 commits of 500 agreements."""
    vis = [sys.executable, "-m", "vis_cli", "-C", str(root), "agreement"]
    asked = agreement_id(ASKED)
    found = [
        Contestant("vis agreement history", [[*vis, "history", asked]]),
        Contestant("vis agreement applies --at", [[*vis, "applies", asked, "--at", DAY]]),
        Contestant("vis agreement diff", [[*vis, "diff", asked, "1.0", DAY]]),
        Contestant("vis agreement search", [[*vis, "search", "exempel"]]),
        Contestant(
            "text of an older version, without its tag", [[*vis[:1], str(HERE / "older.py"), str(root), asked, "1.0"]]
        ),
    ]
    return Contest("history of 5,000 commits", found, [Target(item.name, 1, "s") for item in found])


def available() -> frozenset[str]:
    """The peers that are installed."""
    return frozenset(name for name in ("yamale", "check-jsonschema") if (PEERS / name).exists())


def _check_jsonschema(root: Path, schemas: Path) -> list[list[str]]:
    program = str(PEERS / "check-jsonschema")
    return [[program, "--schemafile", str(schemas / f"{kind}.json"), *_files(root / KINDS[kind])] for kind in KINDS]


def _yamale(root: Path, schemas: Path) -> list[list[str]]:
    program = str(PEERS / "yamale")
    return [[program, "-s", str(schemas / f"{kind}.yamale.yaml"), str(root / KINDS[kind])] for kind in KINDS]


def _files(place: Path) -> list[str]:
    return [str(place)] if place.is_file() else sorted(str(path) for path in place.rglob("*.yaml"))
