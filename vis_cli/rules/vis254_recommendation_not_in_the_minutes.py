"""VIS254: the meeting that is said to have recommended a version did not."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import decisions, is_held
from vis_cli.model.meeting import Meeting
from vis_cli.model.version import Version
from vis_cli.registry import Record, Registry

_MINUTED = frozenset({"drafted", "sent", "approved"})


@rule()
def recommendation_not_in_the_minutes(registry: Registry) -> Iterator[Problem]:
    """A version is said to be recommended by a meeting that has no such decision, or is of another day or body.

    *En version sägs vara rekommenderad av ett möte som saknar det beslutet, eller är av annan dag eller annat organ.*

    What a body decided about an agreement and what the agreement says of it are one thing (R-ESC-2, 003:48). A meeting
    whose minutes are not in the register is not blamed, nor one where the item only names the agreement.

    Wrong:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    recommendations:
      - body: exempelgruppen
        date: 2031-02-20
        meeting: exempelgruppen-2031-02-20   # VIS254
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: drafted
    date: 2031-02-20
    items:
      - id: annat
        heading: Exempel
        type: information
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    recommendations:
      - body: provgruppen   # VIS254
        date: 2031-02-20
        meeting: exempelgruppen-2031-02-20
      - body: exempelgruppen
        date: 2031-02-21   # VIS254
        meeting: exempelgruppen-2031-02-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: drafted
    date: 2031-02-20
    items:
      - id: avtalet
        heading: Exempel
        type: recommendation
        decisions:
          - id: beslut-1
            type: recommends
            text: anta exempelavtalet
            recipient: provgruppen
            agreement: exempelavtalet
            version: "1.0"
    ```

    Right:

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    recommendations:
      - body: exempelgruppen
        date: 2031-02-20
        meeting: exempelgruppen-2031-02-20
    ```

    ```yaml registry/meetings/exempelgruppen/2031-02-20.yaml
    id: exempelgruppen-2031-02-20
    group: exempelgruppen
    status: drafted
    date: 2031-02-20
    items:
      - id: avtalet
        heading: Exempel
        type: recommendation
        decisions:
          - id: beslut-1
            type: recommends
            text: anta exempelavtalet
            agreement: exempelavtalet
            version: "1.0"
    ```
    """
    for record in registry.all(Version):
        for i, item in enumerate(record.entity.recommendations):
            held = registry.get(Meeting, item.meeting)
            if held is None or not (is_held(held.entity) or held.entity.status == "cancelled"):
                continue
            date = held.entity.date
            if item.body != held.entity.group:
                key, message = "body", N_("recommended by `{body}`, but the meeting is one of `{group}`")
                help = N_("correct the body or the meeting that is wrong")
            elif item.date and not item.date.earliest <= date <= item.date.latest:
                key, message = "date", N_("recommended {given}, but the meeting was held on {date}")
                help = N_("correct the date or the meeting that is wrong")
            elif not _may_have(held, record.entity):
                key, message = "meeting", N_("the meeting did not recommend version {version} of `{agreement}`")
                help = N_("write the recommendation among the decisions of the meeting, with `agreement` and `version`")
            else:
                continue
            yield Problem(
                record.at("recommendations", i, key),
                message,
                help=help,
                related=((held.at("date" if key == "date" else "group"), N_("the meeting")),),
                body=item.body,
                group=held.entity.group,
                given=item.date,
                date=date,
                version=record.entity.version,
                agreement=record.entity.agreement,
            )


def _may_have(held: Record[Meeting], version: Version) -> bool:
    """Whether it recommended the version, as far as its minutes tell."""
    if held.entity.status != "cancelled" and not (held.entity.status in _MINUTED and held.entity.items):
        return True
    for _, item, _, decision in decisions(held.entity):
        named = decision.agreement == version.agreement and decision.version in (None, version.version)
        unnamed = decision.agreement is None and version.agreement in item.about
        if decision.type == "recommends" and (named or unnamed):
            return True
    return False
