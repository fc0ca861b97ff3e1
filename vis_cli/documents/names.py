"""Names as documents print them: of bodies, organisations and persons, a person's with the post of the day."""

import datetime as dt

from vis_cli.facts.names import full_name
from vis_cli.facts.posts import post_on
from vis_cli.model.meeting import Meeting
from vis_cli.model.organisation import Organisation
from vis_cli.model.person import Person
from vis_cli.registry import Registry


class Names:
    """The names in one registry; what is not there is named by its id."""

    def __init__(self, registry: Registry) -> None:
        self.registry = registry

    def of(self, id: str, *kinds: str) -> str:
        """The full name of a body, an organisation or a person."""
        return full_name(self.registry, id, *kinds)

    def day_of(self, meeting: str | None) -> str | None:
        """The day of a meeting, YYYY-MM-DD; its id where it is not in the register."""
        found = self.registry.get(Meeting, meeting)
        return found.entity.date.isoformat() if found else meeting

    def person(self, id: str, on: dt.date) -> str:
        """`Anna Exempel, direktör, Socialförvaltningen, Exempelby kommun`, as it was on a day."""
        found = self.registry.get(Person, id)
        if found is None:
            return id
        words = [found.entity.name]
        if post := post_on(found.entity, on):
            words.append(post.title)
            if post.unit:
                words.append(post.unit)
            words += self._employer(post.organisation)
        return ", ".join(words)

    def _employer(self, id: str) -> list[str]:
        """The organisation and, for an administration, the municipality that it belongs to."""
        found = self.registry.get(Organisation, id)
        if found is None:
            return [id]
        parent = self.registry.get(Organisation, found.entity.parent)
        outer = parent and parent.entity.type == "principal" and parent.entity.side == "municipality"
        return [found.entity.name, parent.entity.name] if parent and outer else [found.entity.name]
