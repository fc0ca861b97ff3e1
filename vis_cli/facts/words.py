"""The values of the model that stand as words in a message, marked for the catalogue."""

from vis_cli.errors import N_

SIDES = (N_("region"), N_("municipality"), N_("joint"), N_("external"))
"""Sides."""

STATUSES = (
    N_("proposed"),
    N_("decided"),
    N_("establishing"),
    N_("established"),
    N_("active"),
    N_("stalled"),
    N_("discontinued"),
)
"""Statuses of a group."""

KINDS = (
    N_("agreement"),
    N_("area"),
    N_("collaboration"),
    N_("contact"),
    N_("goal-area"),
    N_("group"),
    N_("meeting"),
    N_("organisation"),
    N_("person"),
    N_("plan"),
    N_("responsibility"),
    N_("source"),
)
"""Kinds of entities, and of the parts that can be referred to."""
