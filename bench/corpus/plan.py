"""What a generated registry holds: how many of everything, who is who, and what refers to what."""

import datetime as dt
import random
from dataclasses import dataclass
from functools import cached_property

from bench.corpus.words import DISTRICTS, FIRST, LAST, TOWNS, slug

REGION = "exempelregionen"
ASSOCIATION = "exempelforbundet"
MAIN = "hok"
STEERING, POLITICAL, SECRETARIAT = "tjanstestyrgruppen", "politiska-styrgruppen", "processledningen"
SEATS = 8
"""Seats in a group."""


@dataclass(frozen=True)
class Person:
    """An official: region and municipalities take turns."""

    id: str
    name: str
    side: str
    organisation: str


@dataclass(frozen=True)
class Area:
    """A district of a municipality."""

    id: str
    name: str
    municipality: str


@dataclass(frozen=True)
class Plan:
    """The registry with `size` files of groups, agreements, contacts and meetings."""

    size: int
    seed: int

    def rng(self, path: str) -> random.Random:
        """Chance for one file, the same whatever else is written."""
        return random.Random(f"{self.seed}:{self.size}:{path}")

    @property
    def agreement_count(self) -> int:
        """Three files in ten."""
        return self.size * 3 // 10

    @cached_property
    def groups(self) -> list[str]:
        """A file in ten."""
        return [STEERING, POLITICAL, SECRETARIAT, *(f"samrad-{i:04}" for i in range(4, self.size // 10 + 1))]

    @cached_property
    def areas(self) -> list[Area]:
        """As many as contacts: three files in twenty."""
        found = [(town, district) for town in TOWNS for district in DISTRICTS][: self.size * 3 // 20]
        return [Area(slug(f"{d} {t}"), f"{d} {t}", f"{slug(t)}-kommun") for t, d in found]

    @cached_property
    def towns(self) -> list[str]:
        """The towns whose districts are areas."""
        return TOWNS[: -(-len(self.areas) // len(DISTRICTS))]

    @cached_property
    def offices(self) -> list[tuple[str, str]]:
        """(id, side) of the administrations where people work; one for two of them."""
        return [(f"forvaltning-{i:04}", ("region", "municipality")[i % 2]) for i in range(len(self.people) // 2)]

    @cached_property
    def people(self) -> list[Person]:
        """No more than one file can hold."""
        count = min(800, self.size // 10) // 4 * 4
        names = [f"{FIRST[i % len(FIRST)]} {LAST[(i + i // len(FIRST)) % len(LAST)]}" for i in range(count)]
        return [
            Person(slug(name), name, ("region", "municipality")[i % 2], f"forvaltning-{i % (count // 2):04}")
            for i, name in enumerate(names)
        ]

    def sitting(self, group: int) -> list[Person]:
        """Who sits in a group: consecutive people, so that everybody sits somewhere and both sides are there."""
        return [self.people[(group * SEATS + k) % len(self.people)] for k in range(SEATS)]

    @cached_property
    def meetings(self) -> list[list[dt.date]]:
        """For each group the days it met, in order."""
        count = self.size - len(self.groups) - self.agreement_count - len(self.areas)
        each, more = divmod(count, len(self.groups))
        return [[_day(g, m) for m in range(each + (g < more))] for g in range(len(self.groups))]


def _day(group: int, number: int) -> dt.date:
    """A weekday, four times a year from 2022."""
    year, quarter = divmod(number, 4)
    day = dt.date(2022 + year, quarter * 3 + 2, group % 25 + 1)
    return day - dt.timedelta(days=max(0, day.weekday() - 4))
