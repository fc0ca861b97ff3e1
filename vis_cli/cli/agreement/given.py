"""What options name: a group, a date."""

from typing import TYPE_CHECKING

from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.model.values import When
    from vis_cli.registry import Registry


def group(registry: "Registry", given: str) -> str:
    """The id of the group that was meant, by its id or a name. Raises Failure with what is near."""
    from difflib import get_close_matches

    from vis_cli.model.group import Group

    names: dict[str, str] = {}
    for record in registry.all(Group):
        for name in (record.id, record.entity.name, record.entity.short_name, *record.entity.aliases):
            names.setdefault((name or record.id).casefold(), record.id)
    wanted = given.strip().casefold()
    if wanted in names:
        return names[wanted]
    near = dict.fromkeys(f"`{names[name]}`" for name in get_close_matches(wanted, names, 5, 0.6))
    raise Failure(
        N_("there is no group `{id}`"),
        hint=N_("did you mean {near}?") if near else N_("`vis list group` shows those that exist"),
        id=given,
        near=", ".join(list(near)[:3]),
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
