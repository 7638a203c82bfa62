"""The two ways of running the walk: as plain Python, and compiled."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from types import FunctionType, SimpleNamespace

import pytest

from namesake.index import kernels, retrieval

__all__ = ["ENGINES", "running"]

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
            patch.setattr(retrieval, "kernels", interpreted())
        yield
