"""What options name: entities of a kind, and dates."""

from typing import TYPE_CHECKING

from vis_cli.errors import N_, Failure, Word

if TYPE_CHECKING:
    from vis_cli.model.values import When
    from vis_cli.registry import Registry


def known(registry: "Registry", kind: str, given: str) -> str:
    """The id of the entity of that kind that was named by its id or its name. Raises Failure with what is near."""
    from difflib import get_close_matches

    if registry.find(given, (kind,)):
        return given
    names: dict[str, str] = {}
    for record in registry.of_kind(kind):
        for name in (
            record.id,
            record.name,
            getattr(record.entity, "title", None),
            getattr(record.entity, "name", None),
        ):
            names.setdefault(str(name or record.id).casefold(), record.id)
    if found := names.get(given.strip().casefold()):
        return found
    near = dict.fromkeys(names[name] for name in get_close_matches(given.casefold(), names, 3, 0.6))
    raise Failure(
        N_("there is no {kind} `{id}`"),
        hint=N_("did you mean {near}?") if near else N_("`vis list {kind_name}` shows what there is"),
        kind=Word(kind),
        kind_name=kind,
        id=given,
        near=", ".join(f"`{id}`" for id in near),
    )


def when(option: str, given: str | None) -> "When | None":
    """The date that an option gives, as precise as it is. Raises Failure."""
    from vis_cli.model.values import When

    if given is None:
        return None
    try:
        return When.parse(given)
    except ValueError:
        hint = N_("write it as 2031-05-31, or as much of it as is known: 2031-05, 2031")
        raise Failure(N_("{option}: `{day}` is not a date"), hint=hint, option=option, day=given) from None
