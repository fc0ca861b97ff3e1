"""What is measured: each contest has its contestants and the targets that the first of them has to reach."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.measure import Contestant
from bench.past import ASKED, DAY, agreement_id

HERE = Path(__file__).resolve().parent
VIS = "vis check, cold"
UNCHANGED = "vis check, nothing changed"
CHANGED = "vis check, one file changed"
BASE = "vis check --base, one file changed"
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


def check(size: int, root: Path, peers: Sequence[Contestant]) -> Contest:
    """`vis check` beside the bare pass and the peers, over the same files."""
    found = [
        Contestant(VIS, [[*_vis(root), "check", "--no-cache"]]),
        Contestant(BARE, [[sys.executable, str(HERE / "bare.py"), str(root)]]),
        *peers,
    ]
    targets = [Target(VIS, 1.6, BARE), Target(VIS, 400, "MiB")] if size >= 10_000 else []
    asked = {"yamale": 1, "check-jsonschema": 1 / 15}
    targets += [Target(VIS, asked[peer.name], peer.name) for peer in peers if peer.name in asked]
    return Contest(f"{size:,} files", found, targets)


def again(size: int, root: Path) -> Contest:
    """A check of what was checked before, of one changed file, and of a change: a Git repository in `root`."""
    check, edit = [*_vis(root), "check"], [sys.executable, str(HERE / "edit.py"), str(root)]
    found = [
        Contestant(VIS, [[*check, "--no-cache"]]),
        Contestant(UNCHANGED, [check], before=[check]),
        Contestant(CHANGED, [check], before=[check, edit]),
        Contestant(BASE, [[*check, "--base", "main"]], before=[edit]),
    ]
    targets = [Target(UNCHANGED, 1 / 4, VIS), Target(BASE, 1.5, VIS)]
    return Contest(f"{size:,} files again", found, targets if size >= 10_000 else ())


def _vis(root: Path) -> list[str]:
    return [sys.executable, "-m", "vis_cli", "-C", str(root)]


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
