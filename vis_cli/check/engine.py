"""Run every rule over a registry; put what they find in order; leave out what is allowed."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from vis_cli.check.allow import Allowances
from vis_cli.check.known import known
from vis_cli.check.rule import Problem, Rule, Rulebook
from vis_cli.check.shared_out import found_by
from vis_cli.check.steering import touched
from vis_cli.diagnostics import Diagnostic, Label
from vis_cli.diagnostics.diagnostic import Severity
from vis_cli.places import Span
from vis_cli.registry import Loaded
from vis_cli.source.tree import is_under

_MANY, _FEW = 2000, 20
"""With fewer files or rules one process is as quick as two."""


@dataclass(frozen=True)
class Verdict:
    """What is wrong with a tree, in order; and how much was looked at."""

    diagnostics: tuple[Diagnostic, ...]
    files: int
    entities: int
    gaps: Mapping[str, str]
    """For each code of a gap, the line that sums them up."""
    old: frozenset[int] = frozenset()
    """The indexes of those that were there before the change, where a change is judged."""

    @property
    def introduced(self) -> "Verdict":
        """The same with what the change introduces, and nothing else."""
        new = tuple(item for index, item in enumerate(self.diagnostics) if index not in self.old)
        return replace(self, diagnostics=new, old=frozenset())

    def count(self, severity: str) -> int:
        """How many there are of a severity."""
        return sum(1 for found in self.diagnostics if found.severity == severity)

    def fails(self, *, strict: bool = False) -> bool:
        """Whether a check with this verdict has failed: errors, and with `strict` warnings."""
        return any(found.severity == "error" or (strict and found.severity == "warning") for found in self.diagnostics)


def check(
    loaded: Loaded,
    rules: Rulebook,
    *,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    under: Iterable[str] = (),
    base: Loaded | None = None,
    acting: Iterable[str] = (),
    beside: Iterable[Diagnostic] = (),
    lines_of_gaps: bool = True,
) -> Verdict:
    """Judge a loaded tree; with `base`, the tree as it was before, the change from that too.

    `select` and `ignore` name codes or their beginnings (`VIS2`); `under` keeps the faults of some paths, though
    everything is judged. With `base` its settings and comments hold and not those of the change; `acting` are files
    beside the data that the change touches, `beside` what is wrong with them. Without `lines_of_gaps` a gap only says
    in which file it is: there are thousands of them, most are only counted, and to look up their lines takes longer
    than to find them.
    """
    chosen, left_out = tuple(select), tuple(ignore)

    def wanted(code: str) -> bool:
        return (not chosen or code.startswith(chosen)) and not (left_out and code.startswith(left_out))

    found = [item for item in loaded.diagnostics if wanted(item.code)]
    run = [rule for rule in rules if wanted(rule.code)]
    if base:
        steering = chain(touched(base.registry, loaded.registry, acting), beside)
        found += [item for item in steering if wanted(item.code)]
        loaded = replace(loaded, registry=replace(loaded.registry, steering=base.registry))
    allowances = Allowances(loaded.registry.files.values(), base.registry.files.values() if base else None)

    def find(rule: Rule) -> list[Diagnostic]:
        by_rule = []
        for problem in _problems(rule, loaded, base):
            severity = problem.severity or rule.severity
            file = problem.place.file
            exact = severity != "gap" or lines_of_gaps or allowances.speak_of(file.path)
            span = problem.place.span if exact else Span(file.path, revision=file.revision)
            by_rule.append(_diagnostic(rule, problem, severity, span))
        return by_rule

    alone = len(loaded.registry.files) < _MANY or len(run) < _FEW
    if not alone:
        loaded.registry.prepare()
    found += chain.from_iterable(found_by(run, find, alone=alone))
    whole = all(item.severity != "error" for item in loaded.diagnostics)
    found = [item for item in found if not allowances.cover(item)]
    # Where a file could not be understood, a rule may have been silent for that reason alone.
    # A change that was allowed is part of the past the next time, and its comment stands: that is not judged either.
    judged = {rule.code for rule in run if rule.check} if whole else set()
    found += [item for item in allowances.faults(set(rules.rules), judged) if wanted(item.code)]
    places = tuple(path.rstrip("/") for path in under)
    if places:
        found = [item for item in found if is_under(item.primary.path, places)]
    found.sort(key=lambda item: item.sort_key)
    return Verdict(
        tuple(found),
        files=len(loaded.registry.files),
        entities=len(loaded.registry.entities),
        gaps={rule.code: rule.gap for rule in run if rule.gap},
        old=_old(found, loaded, rules, base, lines_of_gaps=lines_of_gaps) if base else frozenset(),
    )


def _old(
    found: list[Diagnostic], loaded: Loaded, rules: Rulebook, base: Loaded, *, lines_of_gaps: bool
) -> frozenset[int]:
    """The indexes of what was there before. Of the base no more is judged than can be the same."""
    codes = {item.code for item in found} - {"VIS904", "VIS905"}
    asked = {code for code in codes if not code.startswith("VIS9")}  # whether a comment is needed, every rule says
    chosen = asked if asked == codes else ()
    before = check(base, rules, select=chosen, lines_of_gaps=lines_of_gaps).diagnostics if codes else ()
    return known(found, loaded.registry.files, before, base.registry.files)


def _problems(rule: Rule, loaded: Loaded, base: Loaded | None) -> Iterable[Problem]:
    if rule.check:
        return rule.check(loaded.registry)
    return rule.change(base.registry, loaded.registry) if rule.change and base else ()


def _diagnostic(rule: Rule, problem: Problem, severity: Severity, span: Span) -> Diagnostic:
    return Diagnostic(
        rule.code,
        severity,
        span,
        problem.message,
        problem.values,
        problem.help,
        tuple(Label(place.span, message, problem.values) for place, message in problem.related),
        problem.secret,
        problem.place.route,
    )
