"""VIS535: a family centre lacks one of its four parts."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.spelling import words
from vis_cli.model.forum import Forum
from vis_cli.registry import Registry

_PARTS = {
    "barnmorskemottagning": ("barnmorsk", "bmm", "modravard", "mvc"),
    "barnavårdscentral": ("barnavard", "bvc", "barnhalsovard"),
    "öppen förskola": ("oppen forskola", "oppna forskola"),
    "förebyggande socialtjänst": ("socialtjanst", "socialt forebyggande", "familjestod"),
}


@rule(severity="warning")
def family_centre_lacks_a_part(registry: Registry) -> Iterator[Problem]:
    """A family centre that says who takes part in it lacks one of its four parts.

    *En familjecentral saknar en av sina fyra delar.*

    A family centre consists of a midwives' clinic, a child health centre, an open preschool and preventive social
    services (002:373-374). One that does not say who takes part is not judged.

    Wrong:

    ```yaml registry/forums/familjecentral-exempelby.yaml
    id: familjecentral-exempelby
    name: Familjecentralen i Exempelby
    type: family-centre
    participants:   # VIS535
      - function: barnmorskemottagning
      - function: barnavårdscentral
      - function: öppen förskola
    ```

    Right:

    ```yaml registry/forums/familjecentral-exempelby.yaml
    id: familjecentral-exempelby
    name: Familjecentralen i Exempelby
    type: family-centre
    participants:
      - function: barnmorskemottagning
      - function: barnavårdscentral
      - function: öppen förskola
      - function: förebyggande socialtjänst
    ```
    """
    for record in registry.all(Forum):
        own = record.entity
        if own.type != "family-centre" or not own.participants:
            continue
        said = "; ".join(" ".join(words(item.function)) for item in own.participants)
        for part, signs in _PARTS.items():
            if not any(sign in said for sign in signs):
                yield Problem(
                    record.key("participants"),
                    N_("the family centre has no {part}"),
                    help=N_("add it, or take away the `participants` if they are not all"),
                    part=part,
                )
