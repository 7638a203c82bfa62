"""What the laws of the index share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.index.engines import ENGINES, running


@pytest.fixture(params=ENGINES, scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """Which way the walk runs; a law that asks for this holds both ways."""
    with running(request.param):
        yield request.param
