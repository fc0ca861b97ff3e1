"""A comparison as JSON: the changes and the facts as they are, without sentences."""

from typing import Any

from vis_cli.cli.agreement.texts import Wording
from vis_cli.facts.beside import Fact, beside
from vis_cli.facts.comparison import Change, Spot, compare
from vis_cli.facts.redline import Piece
from vis_cli.model.values import When
from vis_cli.registry.digest import digest


def report(id: str, before: Wording, after: Wording) -> dict[str, Any]:
    """What `--json` prints; `changes` is null where a text is not in the register, so that they were not compared."""
    both = before.agreement.sections and after.agreement.sections
    return {
        "agreement": id,
        "before": _text(before),
        "after": _text(after),
        "changes": [_change(item) for item in compare(before.agreement, after.agreement)] if both else None,
        "facts": [_fact(item) for item in beside(before.side, after.side)],
    }


def _text(text: Wording) -> dict[str, Any]:
    return {
        "version": text.name,
        "commit": text.known.commit if text.known else None,
        "text_state": text.agreement.text_state,
        "digest": digest(text.agreement),
    }


def _change(change: Change) -> dict[str, Any]:
    found: dict[str, Any] = {"type": change.type, "element": change.element, "id": change.id}
    found |= {"before": _spot(change.before), "after": _spot(change.after)}
    if change.pieces:
        found["pieces"] = _pieces(change.pieces)
    if change.reused:
        found["sentences_found_in"] = [{"id": item.target.id, "sentences": item.sentences} for item in change.reused]
    if change.alike:
        found["nearly_the_same_in"] = {"id": change.alike.id}
    return found


def _spot(spot: Spot | None) -> dict[str, Any] | None:
    if spot is None:
        return None
    return {"number": spot.number or None, "name": spot.name or None, "section": spot.section or None}


def _fact(fact: Fact) -> dict[str, Any]:
    found: dict[str, Any] = {"type": fact.type, "field": fact.field}
    if fact.key:
        found["key"] = fact.key
    if fact.pieces:
        return found | {"pieces": _pieces(fact.pieces)}
    return found | {"before": _plain(fact.before), "after": _plain(fact.after)}


def _pieces(pieces: tuple[Piece, ...]) -> list[dict[str, Any]]:
    return [{"kind": piece.kind, "text": piece.text} for piece in pieces]


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return str(value) if isinstance(value, When) else value
