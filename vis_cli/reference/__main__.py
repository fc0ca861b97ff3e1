"""`make generate` writes what is derived; `make generate-check` compares it with what is there."""

import argparse
import sys
from pathlib import Path

from vis_cli.reference import catalogue, pages, schemas

ROOT = Path(__file__).parent.parent.parent


def derived() -> dict[str, bytes]:
    """Path to content of every generated file."""
    translated = catalogue.catalogues(ROOT)
    return {**pages.pages(), **schemas.schemas(), **translated, **schemas.for_editors(translated)}


def main() -> int:
    """Write the files, or with `--check` only say which are not as they should be."""
    parser = argparse.ArgumentParser(description="Write what is derived from the code.")
    parser.add_argument("--check", action="store_true", help="only compare")
    check = parser.parse_args().check
    stale = []
    for path, content in derived().items():
        target = ROOT / path
        if target.exists() and target.read_bytes() == content:
            continue
        stale.append(path)
        if not check:
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
    for path in stale:
        sys.stdout.write(f"{'stale' if check else 'written'}: {path}\n")
    if check and stale:
        sys.stdout.write("run `make generate`\n")
    return 1 if check and stale else 0


if __name__ == "__main__":
    sys.exit(main())
