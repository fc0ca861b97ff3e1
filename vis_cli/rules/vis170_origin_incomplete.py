"""VIS170: an item's origin lacks what it needs to lead anywhere."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_, Word
from vis_cli.facts.origins import origins
from vis_cli.registry import Registry

_NEEDED = {
    "standing": (),
    "previous-minutes": ("meeting",),
    "forwarded": ("meeting", "item"),
    "answer": ("meeting", "item"),
    "assignment": ("meeting", "item"),
    "agreement": ("of", "due"),
    "decision-point": ("of", "item"),
    "question": ("of",),
    "activity": ("of",),
    "fund": ("of", "due"),
}


@rule()
def origin_incomplete(registry: Registry) -> Iterator[Problem]:
    """The origin of an item does not say what the item follows from.

    *En punkts ursprung säger inte vad punkten följer av.*

    An open task comes back, and what another body forwarded is taken up (003:56, 003:99), because the item says which
    one it is. Without that it would stand on the next agenda again. Minutes name the meeting; what was forwarded,
    answered or assigned the meeting and the id there; an agreement or a fund itself and the date; a decision point the
    annual plan and the id there; a development question or an activity itself.

    Wrong:

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: planned
    date: 2031-05-20
    items:
      - id: information
        heading: Exempel
        type: information
        origin:
          kind: assignment   # VIS170
          meeting: exempelgruppen-2031-02-20
          why: Uppdrag från mötet den 20 februari
    ```

    Right:

    ```yaml registry/meetings/exempelgruppen/2031-05-20.yaml
    id: exempelgruppen-2031-05-20
    group: exempelgruppen
    status: planned
    date: 2031-05-20
    items:
      - id: opening
        heading: Exempel
        type: opening
        origin:
          kind: standing
          why: Stående punkt
      - id: information
        heading: Exempel
        type: information
        origin:
          kind: assignment
          meeting: exempelgruppen-2031-02-20
          item: uppdrag-1
          why: Uppdrag från mötet den 20 februari
    ```
    """
    for found in origins(registry):
        lacking = [key for key in _NEEDED[found.origin.kind] if getattr(found.origin, key) is None]
        if lacking:
            yield Problem(
                found.at("kind"),
                N_("the origin {kind} does not say what the item follows from"),
                help=N_("write {keys} below `origin:`"),
                kind=Word(found.origin.kind),
                keys=", ".join(f"`{key}:`" for key in lacking),
            )
