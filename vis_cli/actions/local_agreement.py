"""Local agreements and routines (*lokala överenskommelser och rutiner*): entered in fields that can be compared."""

from typing import Any

from vis_cli.actions.filed import file_of, free_id
from vis_cli.actions.step import Forbidden, Step
from vis_cli.diagnostics.notice import Notice
from vis_cli.errors import N_, Word
from vis_cli.facts.forum_stale import varies
from vis_cli.model.agreement import Agreement
from vis_cli.model.local_agreement import LocalAgreement
from vis_cli.registry import Registry

_SHOULD: tuple[tuple[str, str], ...] = (
    ("rhythm", N_("how often one meets")),
    ("convener", N_("who convenes")),
    ("functions", N_("which functions take part")),
    ("matters", N_("what is taken up")),
)
"""What every local agreement should say. (R-LOC-1, 002:72-75)"""


def enter(registry: Registry, id: str, local: dict[str, Any]) -> Step:
    """A new local agreement with what its file says. Raises Failure."""
    if varies(str(local.get("convening_function", ""))):
        raise Forbidden(
            N_("who convenes must be one answer, and `{words}` is none"),
            hint=N_("name the organisation or the function that shall do it, or leave it out until it is decided"),
            about="convening_function",
            words=local["convening_function"],
        )
    new = free_id(registry, LocalAgreement, id, str(local["title"]))
    said = {key for key, value in local.items() if value} | ({"convener"} if local.get("convening_function") else set())
    notices = [Notice(N_("it does not say {what}"), {"what": Word(what)}) for key, what in _SHOULD if key not in said]
    agreement = registry.get(Agreement, local.get("agreement"))
    if agreement and agreement.entity.ended:
        values = {"id": agreement.id, "date": agreement.entity.ended.last_day}
        notices.append(Notice(N_("`{id}`, which it carries out, ends or has ended: {date}"), values))
    step = Step(file_of(LocalAgreement, {"id": new, **local}), f"Lokala överenskommelsen {new}: införd")
    return Step(step.changes, step.message, tuple(notices))
