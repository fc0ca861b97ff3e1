"""VIS225: the numbers of the agreements are not 1, 2, 3."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.facts.numbering import breaks
from vis_cli.model.agreement import Agreement
from vis_cli.registry import Registry


@rule()
def agreements_misnumbered(registry: Registry) -> Iterator[Problem]:
    """The agreements of the county are not numbered 1, 2, 3: a number is taken twice or left out.

    *Länets överenskommelser är inte numrerade i löpande följd: ett nummer är dubbelt eller saknas.*

    The county's agreements are listed by number (000:311-337). A number that is taken twice is an error, a gap a
    warning.

    Wrong:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    number: 1
    ```

    ```yaml agreements/provavtalet/agreement.yaml
    id: provavtalet
    title: Provavtalet
    type: agreement
    number: 1   # VIS225
    ```

    ```yaml agreements/testavtalet/agreement.yaml
    id: testavtalet
    title: Testavtalet
    type: agreement
    number: 3   # VIS225
    ```

    Right:

    ```yaml agreements/exempelavtalet/agreement.yaml
    id: exempelavtalet
    title: Exempel på samverkan
    type: agreement
    number: 1
    ```

    ```yaml agreements/provavtalet/agreement.yaml
    id: provavtalet
    title: Provavtalet
    type: agreement
    number: 2
    ```

    ```yaml agreements/exempel-hok/agreement.yaml
    id: exempel-hok
    title: Exempel hok
    type: main
    ```
    """
    hidden = registry.has_broken("agreement")  # one that could not be understood may have the number
    numbered = sorted(
        ((number, record.id, record) for record in registry.all(Agreement) if (number := record.entity.number)),
        key=lambda item: item[:2],
    )
    for index, number, expected in breaks(number for number, _, _ in numbered):
        place = numbered[index][2].at("number")
        if number < expected:
            other = numbered[index - 1][2]
            yield Problem(
                place,
                N_("`{other}` has the number {number} too"),
                help=N_("give each the number that it has in the list of the county's agreements"),
                related=((other.at("number"), N_("it stands here")),),
                other=other.id,
                number=number,
            )
        elif not hidden:
            message = N_("the number is {number}, but no agreement has the number {expected}")
            yield Problem(place, message, severity="warning", number=number, expected=expected)
