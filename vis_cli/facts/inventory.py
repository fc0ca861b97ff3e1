"""The inventory: which of the ten facts of a forum are known, or known to be missing. (000:103-238)"""

from vis_cli.model.profile import Fact, Profile

_NOT_FACTS = {"sources", "assumed"}
FACTS = tuple(name for name in Profile.model_fields if name not in _NOT_FACTS)
"""The names of the ten facts."""


def missing_facts(profile: Profile | None) -> tuple[str, ...]:
    """The facts that are neither stated nor given a reason why they are not."""
    return tuple(name for name in FACTS if not _told(getattr(profile, name, None)))


def _told(fact: Fact | None) -> bool:
    return fact is not None and any(
        value is not None and value != () for name, value in fact.__dict__.items() if name not in _NOT_FACTS
    )
