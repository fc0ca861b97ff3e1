"""The options of `vis contact set` as what the file shall say of a holder."""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, get_args

from vis_cli.errors import N_, Failure

if TYPE_CHECKING:
    from vis_cli.cli.where import Where
    from vis_cli.facts.coverage import Expected
    from vis_cli.registry import Registry

_KSA = frozenset(
    ("placement", "base_role", "combined", "percent", "financing", "fields", "duties", "knowledge", "private_providers")
)
_GSA = frozenset(
    ("clinic", "run_by", "appointed_by", "mandate", "remuneration", "tasks", "area_plan", "action_plans", "crisis_duty")
)
_MANDATE = frozenset(("mandate_version", "mandate_adopted", "mandate_deviations"))
_OPTIONS = {
    "fields": "--field",
    "duties": "--duty",
    "tasks": "--task",
    "remuneration": "--paid",
    "action_plans": "--action-plan",
}
"""The options that are called otherwise than the keys."""
_PAID = re.compile(r"(?P<basis>[\w -]+)(?:=(?P<kronor>[\d ]+))?(?:@ *(?P<year>\d{4}))? *\Z")


def read(registry: "Registry", where: "Where", role: "Expected", given: Mapping[str, Any]) -> dict[str, Any]:
    """What the file shall say, by the options that were given. Raises Failure with what is near."""
    from vis_cli.actions.step import line
    from vis_cli.cli.meant import one_of, the_one
    from vis_cli.facts.names import ACTORS

    said = {key: value for key, value in given.items() if value not in (None, [], "")}
    _refuse_other(role, said)
    found: dict[str, Any] = {}
    for key in ("clinic", "placement", "mailbox", "phone", "base_role", "financing", "mandate"):
        if key in said:
            found[key] = line(said[key])
    found |= {key: said[key] for key in ("combined", "percent", "private_providers", "crisis_duty") if key in said}
    for key in ("person", "organisation"):
        if key in said:
            found[key] = the_one(registry, said[key], key, where).id
    if "appointed_by" in said:
        found["appointed_by"] = [one_of(registry, name, ACTORS) for name in said["appointed_by"]]
    found |= _chosen(said)
    found |= _parts(registry, where, said)
    return found


def _refuse_other(role: "Expected", said: Mapping[str, Any]) -> None:
    """Raise Failure for an option that is for the other function."""
    others = {"ksa": _GSA, "gsa": _KSA | _MANDATE}[role]
    if wrong := sorted(others.intersection(said)):
        raise Failure(
            N_("{option} says nothing of a {role}"),
            hint=N_("`--help` shows which options are for which"),
            option=", ".join(_OPTIONS.get(key, f"--{key.replace('_', '-')}") for key in wrong),
            role=role.upper(),
        )


def _chosen(said: Mapping[str, Any]) -> dict[str, Any]:
    """The words of closed vocabularies."""
    from vis_cli.cli.meant import choice
    from vis_cli.model.contact import GsaTask, KsaDuty, KsaKnowledge, ServiceField

    found: dict[str, Any] = {}
    if "run_by" in said:
        found["run_by"] = choice(said["run_by"], {"region": ("regionen",), "private": ("privat",)}, N_("form"))
    for key, vocabulary in (
        ("fields", ServiceField),
        ("duties", KsaDuty),
        ("knowledge", KsaKnowledge),
        ("tasks", GsaTask),
    ):
        if key in said:
            found[key] = list(_several(said[key], get_args(vocabulary), choice))
    return found


def _several(given: Iterable[str], words: tuple[str, ...], choice: Any) -> dict[str, None]:
    """Each word once; `all` is every one."""
    if any(word.casefold() in ("all", "alla") for word in given):
        return dict.fromkeys(words)
    return dict.fromkeys(choice(word, words, N_("word")) for word in given)


def _parts(registry: "Registry", where: "Where", said: Mapping[str, Any]) -> dict[str, Any]:
    """What is a map or a list of maps: the mandate, the plans, the pay, a substitute."""
    from vis_cli.actions.step import line, when
    from vis_cli.cli.meant import the_one

    found: dict[str, Any] = {}
    mandate = {
        "version": said.get("mandate_version"),
        "adopted": str(when(said["mandate_adopted"])) if "mandate_adopted" in said else None,
        "deviations": said.get("mandate_deviations"),
    }
    if any(mandate.values()):
        found["mandate"] = {key: value for key, value in mandate.items() if value}
    if "area_plan" in said:
        found["area_plan"] = {"updated": str(when(said["area_plan"]))}
    if "action_plans" in said:
        found["action_plans"] = [_plan(text) for text in said["action_plans"]]
    if "remuneration" in said:
        found["remuneration"] = [_paid(text) for text in said["remuneration"]]
    substitute = {
        key: line(said[f"substitute_{key}"]) for key in ("function", "mailbox", "phone") if f"substitute_{key}" in said
    }
    for key in ("person", "organisation"):
        if f"substitute_{key}" in said:
            substitute[key] = the_one(registry, said[f"substitute_{key}"], key, where).id
    if substitute:
        found["substitutes"] = [substitute]
    return found


def _plan(text: str) -> dict[str, Any]:
    """`Samverkan kring äldre@2031-02` is a plan that was decided then."""
    from vis_cli.actions.step import line, when

    title, _at, decided = text.rpartition("@")
    if not title:
        return {"title": line(text)}
    return {"title": line(title), "decided": str(when(decided))}


def _paid(text: str) -> dict[str, Any]:
    """`fixed=120000@2031` is so many kronor a year, for that year."""
    from vis_cli.cli.meant import choice

    found = _PAID.match(text)
    if found is None:
        raise Failure(
            N_("`{value}` is no part of a remuneration"),
            hint=N_("write it as fixed=120000@2031, per-inhabitant=12@2031 or per-hour=900@2031"),
            value=text,
        )
    bases = {"fixed": ("fast",), "per-inhabitant": ("per invånare",), "per-hour": ("per timme",)}
    part: dict[str, Any] = {"basis": choice(found["basis"].strip(), bases, N_("basis"))}
    part |= {key: int(found[key].replace(" ", "")) for key in ("kronor", "year") if found[key]}
    return part
