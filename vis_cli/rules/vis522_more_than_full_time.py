"""VIS522: a person is KSA for more than full time."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.terms import Period, certain
from vis_cli.model.contact import Contact
from vis_cli.registry import Place, Registry

_FULL = 100


@rule()
def more_than_full_time(registry: Registry) -> Iterator[Problem]:
    """A person is KSA for more than full time on one and the same day.

    *En person är KSA på mer än heltid en och samma dag.*

    The task can be shared, in an area or between areas; what it takes of one person is at most full time.
    (002:101-102)

    Wrong:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    ksa:
      - person: ann-exempel
        percent: 60
      - person: ann-exempel
        mailbox: ksa@exempelby.example
        percent: 50   # VIS522
        from: 2031-01-01
    ```

    ```yaml registry/people.yaml
    ann-exempel:
      name: Ann Exempel
      posts: [{title: samordnare, organisation: exempelby-kommun}]
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    ```

    Right:

    ```yaml registry/contacts/exempelby.yaml
    id: exempelby
    ksa:
      - person: ann-exempel
        percent: 60
        until: 2030-12-31
      - person: ann-exempel
        mailbox: ksa@exempelby.example
        percent: 50
        from: 2031-01-01
    ```

    ```yaml registry/people.yaml
    ann-exempel:
      name: Ann Exempel
      posts: [{title: samordnare, organisation: exempelby-kommun}]
    ```

    ```yaml registry/areas.yaml
    exempelby:
      name: Exempelby
      type: municipality
      municipality: exempelby-kommun
    ```

    ```yaml registry/organisations.yaml
    exempelby-kommun: {name: Exempelby kommun, type: principal, side: municipality}
    ```
    """
    posts: dict[str, list[tuple[Place, int, Period]]] = {}
    for record in registry.all(Contact):
        for index, ksa in enumerate(record.entity.ksa):
            if ksa.person and ksa.percent:
                post = (record.at("ksa", index, "percent"), ksa.percent, certain(ksa))
                posts.setdefault(ksa.person, []).append(post)
    for person, its in posts.items():
        its.sort(key=lambda post: post[2].first)  # the one that makes it too much began last
        for number, (place, _, term) in enumerate(its):
            together = sum(percent for _, percent, other in its[: number + 1] if term.first in other)
            if together > _FULL and term:
                yield Problem(
                    place,
                    N_("`{person}` is KSA for {together} percent of full time"),
                    help=N_("correct the shares, or end the post that is over"),
                    person=person,
                    together=together,
                )
