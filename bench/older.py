"""Find the text of an older version in the history, in a process: `python bench/older.py FOLDER AGREEMENT VERSION`."""

import os
import sys
from pathlib import Path

from vis_cli.history.agreements import version_text
from vis_cli.history.git import Git
from vis_cli.model.version import Version
from vis_cli.registry.single import single
from vis_cli.source.tree import WorkTree


def main() -> None:
    """Read the digest from the version's file, and say where the text was found."""
    root, agreement, version = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    tree = WorkTree(root)
    path = Version.path.format(agreement=agreement, version=version)
    record, _ = single(Version, path, tree.read(path))
    if record is None or record.publication is None:
        raise SystemExit(f"{path} is not published")
    found = version_text(Git(root, os.environ), tree, agreement, version, record.publication.digest)
    print(found.found, found.commit)


if __name__ == "__main__":
    main()
