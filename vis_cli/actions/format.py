"""The canonical form of every file that can be read."""

from collections.abc import Sequence

from vis_cli.model import ENTITIES
from vis_cli.model.fields import key_order
from vis_cli.registry.layout import entries, owner
from vis_cli.source.form import canonical
from vis_cli.source.text import MENDABLE, decode
from vis_cli.source.tree import Tree, is_under
from vis_cli.source.yaml import YamlFault


def formatted(tree: Tree, under: Sequence[str] = ()) -> tuple[dict[str, tuple[bytes, bytes]], list[str]]:
    """(path to old and new bytes for each file that is not in canonical form, paths that cannot be read).

    Keys come in the order of the model. Comments are kept. `under` names files and folders; nothing means all.
    """
    changes: dict[str, tuple[bytes, bytes]] = {}
    unreadable: list[str] = []
    places = tuple(place.rstrip("/") for place in under)
    for entry in entries(tree):
        path = entry.path
        belongs = owner(path)
        if belongs is None or entry.form != "file" or (places and not is_under(path, places)):
            continue
        try:
            data = tree.read(path)
        except OSError:
            unreadable.append(path)
            continue
        text, found = decode(path, data)
        if any(item.code not in MENDABLE for item in found):
            unreadable.append(path)
            continue
        try:
            new = canonical(text, key_order(ENTITIES[belongs.model.kind])).encode()
        except YamlFault:
            unreadable.append(path)
            continue
        if new != data:
            changes[path] = data, new
    return changes, unreadable
