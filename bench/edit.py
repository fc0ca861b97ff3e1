"""Change one file of a generated registry, so that it has not been seen before: `python bench/edit.py FOLDER`."""

import re
import sys
from pathlib import Path
from time import time_ns


def main() -> None:
    """Give the first agreement a title of its own."""
    path = min(Path(sys.argv[1]).glob("agreements/overenskommelse-*/agreement.yaml"))
    text = path.read_text(encoding="utf-8")
    changed = re.sub(
        r"^title: .*$", f"title: Överenskommelse {time_ns()} om exempel", text, count=1, flags=re.MULTILINE
    )
    path.write_text(changed, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
