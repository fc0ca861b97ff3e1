"""What is there for good, as far as the register says: has no end, whatever the day. For rules, which know no day."""

from vis_cli.facts.coverage import known_holders
from vis_cli.model.agreement import Agreement
from vis_cli.model.collaboration import Expected
from vis_cli.model.contact import Contact
from vis_cli.model.forum import Forum
from vis_cli.model.group import Group
from vis_cli.registry import Place, Registry


def lasting(registry: Registry, expects: Expected, id: str) -> Place | None:
    """Where something that is expected of an area, agreement, group or forum is said to be there, without an end.

    None where it is not, and for what comes and goes: annual plans and the decisions of parties.
    """
    if expects == "ksa" or expects == "gsa":
        contact = registry.get(Contact, id)
        return contact.key(expects) if contact and known_holders(registry, id, expects) else None
    if expects == "local-consultation":
        return _consultation(registry, id)
    if expects == "owner" or expects == "follow-up":
        return _of_agreement(registry, expects, id)
    if expects == "action-plan":
        forum = registry.get(Forum, id)
        plan = forum.entity.plan if forum else None
        return forum.key("plan") if forum and plan and not plan.until and plan.joint is not False else None
    group = registry.get(Group, id)
    if group and expects == "mandate" and group.entity.mandate and not group.entity.mandate.until:
        return group.key("mandate")
    known = group.entity.knowledge_governance if group and expects == "knowledge-link" else None
    return (
        group.key("knowledge_governance") if group and known and any(not link.until for link in known.links) else None
    )


def _consultation(registry: Registry, area: str) -> Place | None:
    for forum in registry.all(Forum):
        own = forum.entity
        lasts = own.status == "active" and not own.until and own.number != 0
        if own.type == "local-consultation" and lasts and area in own.areas and not own.agreements:
            return forum.key("areas")
    return None


def _of_agreement(registry: Registry, expects: Expected, id: str) -> Place | None:
    agreement = registry.get(Agreement, id)
    if agreement is None:
        return None
    if expects == "owner":
        return agreement.key("owners") if any(not item.until for item in agreement.entity.owners) else None
    own = agreement.entity.follow_up
    return agreement.key("follow_up") if own and own.criteria and own.next else None
