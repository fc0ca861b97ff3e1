"""VIS305: an agreement that the law demands was ended, and nothing takes its place."""

from collections.abc import Iterator
from typing import Any

from vis_cli.check import Problem, change_rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@change_rule(severity="error")
def legally_required_agreement_ended(before: Registry, after: Registry) -> Iterator[Problem]:
    """An agreement that the law demands was ended, and no other takes its place.

    *En överenskommelse som krävs i lag har avslutats utan att ersättas.*

    The region and the municipalities must have some agreements by law. One of them ends only when another takes over;
    `ended` names it as `successor`. (000:143, 002:476)

    Wrong:

    ```before agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    legal_basis:
      - text: Lagen om exempel kräver en överenskommelse.
    ```

    ```yaml agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    legal_basis:
      - text: Lagen om exempel kräver en överenskommelse.
    ended:   # VIS305
      last_day: 2033-12-31
    ```

    Right:

    ```before agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    legal_basis:
      - text: Lagen om exempel kräver en överenskommelse.
    ```

    ```yaml agreements/vardplan/agreement.yaml
    id: vardplan
    title: Överenskommelse om vårdplan
    type: agreement
    legal_basis:
      - text: Lagen om exempel kräver en överenskommelse.
    ended:
      last_day: 2033-12-31
      successor: samlad-vardplan
    ```
    """
    for old in before.all(Agreement):
        if not old.entity.legal_basis or old.entity.ended:
            continue
        new = after.get(Agreement, old.id)
        values: dict[str, Any] = {"id": old.id, "law": old.entity.legal_basis[0].text}
        help = N_("name the agreement that takes its place as `ended.successor`")
        related = ((old.at("legal_basis"), N_("the law demands it")),)
        if new is None:
            if not after.is_broken(old.id, (Agreement.kind,)):
                yield Problem(old.at("legal_basis"), N_("`{id}` is gone, which the law demands: {law}"), **values)
        elif new.entity.ended and not new.entity.ended.successor:
            message = N_("`{id}` is ended, which the law demands, and nothing takes its place: {law}")
            yield Problem(new.at("ended"), message, help=help, related=related, **values)
