"""The files that come with vis: inside the package where vis is installed, beside it in a checkout."""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from vis_cli.errors import N_, Failure


@cache
def templates_folder() -> Traversable:
    """The folder of the templates that come with vis. Raises Failure where they are missing."""
    package = files("vis_cli")
    for folder in (package.joinpath("templates"), package.joinpath("../templates")):
        if folder.joinpath("house.typ").is_file():
            return folder
    raise Failure(N_("the templates that come with vis are missing"), hint=N_("install vis again"), exit_code=5)


@cache
def default_template(name: str) -> bytes:
    """One file of the templates that come with vis."""
    return templates_folder().joinpath(name).read_bytes()
