"""What the tests of the index share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.unit.index.engines import ENGINES, running


@pytest.fixture(params=ENGINES, scope="module")
def engine(request: pytest.FixtureRequest) -> Iterator[str]:
    """Which way the walk runs; a test that asks for this is run both ways."""
    with running(request.param):
        yield request.param
