"""VIS168: it is not known which version of a guidance document goes with an agreement."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule(severity="gap", gap=N_("{count} of {total} guidance documents without a version or a date"))
def guidance_without_version(registry: Registry) -> Iterator[Problem]:
    """A guidance document, template or checklist has neither a version nor a date.

    *En vägledning, mall eller checklista har varken version eller datum.*

    Guidance with its templates and checklists goes with an agreement and is changed on its own (002:231-233). Without a
    version or a date nobody can tell whether the copy at hand is the current one.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    guidance:
      - title: Vägledning om exempel   # VIS168
        type: guidance
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    guidance:
      - title: Vägledning om exempel
        type: guidance
        updated: 2031-05
      - title: Checklista för exempel
        type: checklist
        version: '2'
    ```
    """
    every = [(record, i, item) for record in registry.all(Agreement) for i, item in enumerate(record.entity.guidance)]
    for record, i, item in every:
        if not item.version and not item.updated:
            yield Problem(
                record.at("guidance", i, "title"),
                N_("it has neither a version nor a date"),
                help=N_("write `version:`, or `updated:` with when it was last changed"),
                total=len(every),
            )
