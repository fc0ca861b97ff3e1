"""The filters of `vis agreement list`, each as forgiving as it can be: names for ids, any ending, did you mean."""

from typing import TYPE_CHECKING

from vis_cli.cli.meant import choice, the_one
from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.facts.overview import Line
    from vis_cli.registry import Registry


def chosen(
    registry: "Registry",
    lines: "tuple[Line, ...]",
    status: str | None,
    owner: str | None,
    party: str | None,
    cluster: str | None,
    target_group: str | None,
) -> "tuple[Line, ...]":
    """The lines that all given filters let through. Raises Failure where a filter names nothing that there is."""
    if status is not None:
        lines = _with_status(lines, status)
    if owner is not None:
        group = the_one(registry, owner, "group").id
        lines = tuple(line for line in lines if line.owner == group or group in line.may_own)
    if party is not None:
        from vis_cli.facts.agreements import binds

        organisation = the_one(registry, party, "organisation").id
        lines = tuple(line for line in lines if organisation in binds(registry, line.agreement))
    if cluster is not None:
        known = {line.agreement.entity.cluster for line in lines} - {None}
        if not known:
            raise Failure(
                N_("no agreement says which cluster it belongs to"),
                hint=N_("`cluster` in its file says it; see `vis explain agreement.cluster`"),
                exit_code=1,
            )
        name = choice(cluster, [item for item in known if item], N_("cluster"))
        lines = tuple(line for line in lines if line.agreement.entity.cluster == name)
    return lines if target_group is None else _for_people(lines, target_group)


def _with_status(lines: "tuple[Line, ...]", given: str) -> "tuple[Line, ...]":
    from vis_cli.facts.overview import STATUSES

    word = choice(given, STATUSES.values(), N_("status"))
    return tuple(line for line in lines if STATUSES[line.status] == word)


def _for_people(lines: "tuple[Line, ...]", given: str) -> "tuple[Line, ...]":
    """Those for the people that were named, for some of them, or for more."""
    from rapidfuzz import fuzz, process

    from vis_cli.facts.overlap import within

    named = {line.agreement.id: line.agreement.entity.target_groups for line in lines}
    found = {id for id, groups in named.items() if any(within(given, item) or within(item, given) for item in groups)}
    if found or not lines:
        return tuple(line for line in lines if line.agreement.id in found)
    known = sorted({group for groups in named.values() for group in groups})
    near = process.extractOne(
        given.lower(), {item: item.lower() for item in known}, scorer=fuzz.WRatio, score_cutoff=60
    )
    raise Failure(
        N_("no agreement names the target group `{given}`"),
        hint=N_("did you mean `{near}`?") if near else N_("target groups are told of {count} of {total} agreements"),
        exit_code=1,
        given=given,
        near=near[2] if near else "",
        count=sum(1 for groups in named.values() if groups),
        total=len(named),
    )
