"""The two ways of running the walk: as plain Python, and compiled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import FunctionType, SimpleNamespace
from typing import NamedTuple

import pytest

from namesake.index import kernels, queries, retrieval
from namesake.index.layout import Array
from namesake.index.retrieval import Retrieval
from namesake.names.tokens import Parsed

__all__ = ["ENGINES", "find_one", "running"]

ENGINES = ("interpreted", "compiled")


def interpreted() -> SimpleNamespace:
    """The functions of `index/kernels.py` as they stand there, even in a process that has compiled them."""
    scope = dict(vars(kernels))
    for name in kernels._KERNELS:
        plain = getattr(scope[name], "py_func", scope[name])
        scope[name] = FunctionType(plain.__code__, scope, name)
    return SimpleNamespace(**scope)


@contextmanager
def running(engine: str) -> Iterator[None]:
    """Every search in this block goes through this one of `ENGINES`."""
    with pytest.MonkeyPatch.context() as patch:
        if engine == "compiled":
            kernels.compile_kernels()
            assert kernels._compiled, "else both halves of a test would be the interpreted one"
        else:
            plain = interpreted()
            for module in (queries, retrieval):
                patch.setattr(module, "kernels", plain)
        yield


class Names(NamedTuple):
    """The names found for one query, by number; the places of the three go together."""

    names: list[int]
    scores: list[int]
    pairs: list[list[int]]


def find_one(retrieval: Retrieval, query: Parsed, floor: float, wanted: Array) -> Names:
    """What one name asked about alone finds among the names wanted."""
    (found,) = retrieval.find([query], [floor], retrieval.wanting(wanted))
    found.sort(key=lambda one: one.name)
    return Names([one.name for one in found], [one.score for one in found], [one.pairs for one in found])
