"""The machine that runs rules: it knows none of them by name."""

from vis_cli.check.engine import Verdict, check
from vis_cli.check.rule import Problem, Rule, Rulebook, rule, rulebook

__all__ = ["Problem", "Rule", "Rulebook", "Verdict", "check", "rule", "rulebook"]
