"""VIS533: it is not one who convenes."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.forum_stale import varies
from vis_cli.model.forum import Forum
from vis_cli.model.local_agreement import LocalAgreement
from vis_cli.registry import Registry


@rule(severity="warning")
def convener_varies(registry: Registry) -> Iterator[Problem]:
    """Who convenes a forum is said to vary.

    *Vem som är sammankallande sägs variera.*

    Where who convenes varies, nobody has to begin (002:199, 002:213-215). One function answers for it; that it takes
    turns can be said in `remarks`.

    Wrong:

    ```yaml registry/forums/exempelmotet.yaml
    id: exempelmotet
    name: Exempelmötet
    type: ksa-gsa
    convening_function: Varierar mellan KSA och GSA   # VIS533
    ```

    ```yaml registry/local-agreements/exempelrutin.yaml
    id: exempelrutin
    title: Exempelrutin
    type: routine
    convening_function: Varierar   # VIS533
    ```

    Right:

    ```yaml registry/forums/exempelmotet.yaml
    id: exempelmotet
    name: Exempelmötet
    type: ksa-gsa
    convening_function: GSA
    ```
    """
    for kind in (Forum, LocalAgreement):
        for record in registry.all(kind):
            function = getattr(record.entity, "convening_function", None)
            if function and varies(function):
                yield Problem(
                    record.at("convening_function"),
                    N_('who convenes is said to be "{function}", which is not one answer'),
                    help=N_(
                        "name one function or, under `convener`, one organisation; leave it out until it is decided"
                    ),
                    function=function,
                )
