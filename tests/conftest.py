"""For all tests: the fixture that many share; and those that take long begin first, so that nobody waits for them."""

import pytest

from tests.sample import sample

__all__ = ["sample"]


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)
