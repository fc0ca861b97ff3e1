"""VIS537: a follow-up finds something on a criterion that the agreement does not have."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.follow_ups import reports
from vis_cli.facts.spelling import keys
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="warning")
def criterion_of_no_agreement(registry: Registry) -> Iterator[Problem]:
    """The last follow-up of an agreement names a criterion that the agreement does not have.

    *Den senaste uppföljningen anger ett kriterium som överenskommelsen inte har.*

    An agreement is followed up by its criteria (000:347). In other words than the agreement's, the findings of one
    year cannot be laid beside those of the next. Older follow-ups may have had other criteria, and are left alone.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    follow_up:
      criteria:
        - Alla har en plan
    ```

    ```yaml registry/follow-ups/exempelavtalet-2031.yaml
    id: exempelavtalet-2031
    agreement: exempelavtalet
    date: 2031-03-01
    findings:
      - criterion: Många har en plan   # VIS537
        met: partly
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    follow_up:
      criteria:
        - Alla har en plan
    ```

    ```yaml registry/follow-ups/exempelavtalet-2031.yaml
    id: exempelavtalet-2031
    agreement: exempelavtalet
    date: 2031-03-01
    findings:
      - criterion: Alla har en plan
        met: partly
    ```
    """
    for agreement in registry.all(Agreement):
        follow_up, made = agreement.entity.follow_up, reports(registry, agreement.id)
        if not (follow_up and follow_up.criteria and made):
            continue
        known = [keys(criterion) for criterion in follow_up.criteria]
        for number, finding in enumerate(made[-1].entity.findings):
            if not any(keys(finding.criterion) & its for its in known):
                yield Problem(
                    made[-1].at("findings", number, "criterion"),
                    N_("the agreement `{id}` has no such criterion"),
                    help=N_("write it as the agreement words it, or correct `criteria` there"),
                    related=((agreement.key("follow_up", "criteria"), N_("its criteria")),),
                    id=agreement.id,
                )
