"""What steers the check, and what runs beside it: read from the base, and said where a change touches it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from vis_cli.diagnostics import Diagnostic
from vis_cli.errors import N_
from vis_cli.model.collaboration import Collaboration
from vis_cli.places import Span
from vis_cli.registry import Registry

SETTINGS = ("sides", "subregions", "main_agreement", "secretariat", "time_zone", "commit", "exemptions")
"""The keys of the collaboration that more than its own name follows from."""


def touched(before: Registry, now: Registry, files: Iterable[str]) -> Iterator[Diagnostic]:
    """Settings that a change makes, and the templates, workflows and the like (`files`) that it touches.

    Standing in the change, they do not steer how it is judged; they do as soon as it is taken in.
    """
    for span, name in chain(_settings(before, now), ((Span(path), path) for path in files)):
        message = N_("the change touches `{name}`, which steers what is checked or done with the register")
        help = N_("it is judged by what held before; let somebody who answers for the register read it")
        yield Diagnostic("VIS905", "warning", span, message, {"name": name}, help)


def _settings(before: Registry, now: Registry) -> Iterator[tuple[Span, str]]:
    old = next(before.all(Collaboration), None)
    for record in now.all(Collaboration):
        for name in SETTINGS:
            if old and getattr(record.entity, name) != getattr(old.entity, name):
                yield record.key(name).span, name
