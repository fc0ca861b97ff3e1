"""Which paths may be written at all: none that leaves the repository, or enters `.git`, on any system."""

from collections.abc import Collection

from vis_cli.errors import N_, Failure


def check_paths(paths: Collection[str]) -> None:
    """Raises Failure (exit 2) unless each is a path to write, and none is a folder of another."""
    for path in paths:
        check_path(path)
        for parent in parents(path):
            if parent in paths:
                raise Failure(N_("`{parent}` cannot be a file, with `{path}` in it"), parent=parent, path=path)


def parents(path: str) -> list[str]:
    """The folders that a path lies in, the outermost first."""
    parts = path.split("/")
    return ["/".join(parts[:depth]) for depth in range(1, len(parts))]


def check_path(path: str) -> None:
    """Raises Failure (exit 2) unless `path` is a plain relative path, with `/` between the parts."""
    if not path.isprintable() or not all(map(_plain, path.split("/"))):
        raise Failure(N_("`{path}` is not a path that vis writes"), path=path)


def _plain(part: str) -> bool:
    # Windows drops dots and spaces at the end, takes `\` for `/` and `a:b` for a stream of `a`; its `git~1` is `.git`.
    return (
        part.rstrip(". ") == part != ""
        and not set(part) & set('\\:*?"<>|')
        and part.casefold() not in (".git", "git~1")
    )
