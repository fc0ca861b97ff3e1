"""VIS255: a meeting recommended a version, and the version does not tell."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.meetings import every_decision, is_held
from vis_cli.facts.versions import version_of, versions
from vis_cli.model.agreement import Agreement
from vis_cli.model.item import Decision
from vis_cli.model.meeting import Meeting
from vis_cli.model.version import Recommendation, Version
from vis_cli.registry import Record, Registry


@rule(severity="warning")
def recommendation_not_at_the_version(registry: Registry) -> Iterator[Problem]:
    """A meeting recommended the parties to adopt a version, and the version's own record does not say so.

    *Ett möte rekommenderade parterna att anta en version, men versionens egen fil säger inte det.*

    What a body decided about an agreement and what the agreement says of it are one thing (R-ESC-2, 003:48). What is
    recommended to another body, with a `recipient`, is not yet recommended to the parties. It is a warning, since the
    minutes are written first.

    Wrong:

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
            version: "1.0"   # VIS255
    ```

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    ```

    Right:

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

    ```yaml agreements/exempelavtalet/versions/1.0.yaml
    agreement: exempelavtalet
    version: "1.0"
    recommendations:
      - body: exempelgruppen
        date: 2031-02
    ```
    """
    for record, i, _, j, decision in every_decision(registry):
        if not (decision.to_the_parties and is_held(record.entity)):
            continue
        found = _concerned(registry, decision)
        if not found or any(_is(item, record) for each in found for item in each.entity.recommendations):
            continue
        yield Problem(
            record.at("items", i, "decisions", j, "version" if decision.version else "agreement"),
            N_("`{agreement}` does not tell that this meeting recommended version {version}"),
            help=N_("`vis agreement recommend {agreement} {version} --meeting {meeting}` records it there too"),
            related=tuple((each.at("version"), N_("the version")) for each in found[-1:]),
            agreement=decision.agreement,
            version=found[-1].entity.version,
            meeting=record.id,
        )


def _concerned(registry: Registry, decision: Decision) -> tuple[Record[Version], ...]:
    """The versions that may be meant; none where the register does not know of any, or not for certain."""
    agreement = decision.agreement or ""
    if registry.has_broken(Version.kind) or registry.has_broken(Agreement.kind):
        return ()
    if not decision.version:
        return versions(registry, agreement)
    found = version_of(registry, agreement, decision.version)
    return (found,) if found else ()


def _is(item: Recommendation, record: Record[Meeting]) -> bool:
    """Whether a recommendation can be that of the meeting."""
    if item.meeting:
        return item.meeting == record.id
    date = item.date
    return item.body == record.entity.group and (date is None or date.earliest <= record.entity.date <= date.latest)
