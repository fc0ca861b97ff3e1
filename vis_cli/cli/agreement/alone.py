"""As much of a register as tells when one agreement applies, and to whom: a tenth of a second, not one."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from vis_cli.registry import Registry
    from vis_cli.source.tree import Tree


def alone(tree: "Tree", id: str) -> "Registry | None":
    """The agreement with all that is recorded of it, the lists of the register, and the one that took its place.

    When an agreement applies follows from its own folder and the organisations; names come from the lists, and the
    name of a successor from that. None where there is no such agreement, or its file has faults.
    """
    from vis_cli.history.tree import part
    from vis_cli.model.agreement import Agreement
    from vis_cli.registry import load

    def only(*ids: str) -> "Registry":
        folders = tuple(f"agreements/{one}/" for one in ids)
        return load(part(tree, lambda path: path.startswith(folders) or _listed(path))).registry

    found = only(id)
    record = found.get(Agreement, id)
    if record is None:
        return None
    ended = record.entity.ended
    return only(id, ended.successor) if ended and ended.successor else found


def _listed(path: str) -> bool:
    """Whether a file is one of the lists."""
    return path.startswith("registry/") and path.count("/") == 1
