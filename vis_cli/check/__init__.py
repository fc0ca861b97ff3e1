"""The machine that runs rules: it knows none of them by name."""

from vis_cli.check.engine import Verdict, check
from vis_cli.check.rule import Problem, Rule, Rulebook, change_rule, rule, rulebook

__all__ = ["Problem", "Rule", "Rulebook", "Verdict", "change_rule", "check", "rule", "rulebook"]
