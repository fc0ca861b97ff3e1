"""VIS536: the days of a deviation are out of order."""

from collections.abc import Iterator

from vis_cli.check import Problem, rule
from vis_cli.errors import N_
from vis_cli.model.deviation import Deviation
from vis_cli.registry import Record, Registry


@rule()
def deviation_days(registry: Registry) -> Iterator[Problem]:
    """A deviation was reported, met with a measure or closed before it happened, or closed before it was reported.

    *En avvikelse är rapporterad, åtgärdad eller avslutad innan den inträffade.*

    How deviations are handled shall be followed in the same way everywhere (000:348); days that run backwards hide how
    long it took.

    Wrong:

    ```yaml registry/deviations/exempelavvikelse.yaml
    id: exempelavvikelse
    title: Ingen kom
    type: participation
    date: 2031-03-10
    agreement: exempelavtalet
    route:
      - to: exempelgruppen
        date: 2031-03-01   # VIS536
    measures:
      - text: Kalla i tid
        done: 2031-02-01   # VIS536
    closed: 2031-02-20   # VIS536
    ```

    Right:

    ```yaml registry/deviations/exempelavvikelse.yaml
    id: exempelavvikelse
    title: Ingen kom
    type: participation
    date: 2031-03
    agreement: exempelavtalet
    route:
      - to: exempelgruppen
        date: 2031-03-12
    measures:
      - text: Kalla i tid
        done: 2031-04-01
    closed: 2031-04-02
    ```
    """
    for record in registry.all(Deviation):
        yield from _of(record)


def _of(record: Record[Deviation]) -> Iterator[Problem]:
    own = record.entity
    first = own.date.earliest
    when = ((record.at("date"), N_("when it happened")),)
    help = N_("correct the day that is wrong")
    for number, stage in enumerate(own.route):
        if stage.date < first:
            message = N_("reported {day}, before it happened: {date}")
            yield Problem(
                record.at("route", number, "date"), message, help=help, related=when, day=stage.date, date=own.date
            )
    for number, measure in enumerate(own.measures):
        if measure.done and measure.done < first:
            message = N_("a measure done {day}, before it happened: {date}")
            place = record.at("measures", number, "done")
            yield Problem(place, message, help=help, related=when, day=measure.done, date=own.date)
    if own.closed and own.closed < first:
        message = N_("closed {day}, before it happened: {date}")
        yield Problem(record.at("closed"), message, help=help, related=when, day=own.closed, date=own.date)
    elif own.closed and own.route and own.closed < own.route[0].date:
        message = N_("closed {day}, before it was reported: {date}")
        related = ((record.at("route", 0, "date"), N_("when it was reported")),)
        date = own.route[0].date
        yield Problem(record.at("closed"), message, help=help, related=related, day=own.closed, date=date)
