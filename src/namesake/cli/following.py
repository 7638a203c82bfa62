"""Lists that are fetched again and again: a line for each change, and a clean end."""

from __future__ import annotations

import datetime as dt
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

import msgspec

from namesake.cli.terminal import clean
from namesake.cli.updating import document_of
from namesake.errors import NamesakeError
from namesake.service import Service, Updated
from namesake.service.watching import seconds_of, watch

__all__ = ["follow"]


def follow(
    service: Service,
    lists: Sequence[str],
    *,
    addresses: Mapping[str, str],
    accept_loss: bool,
    every: str,
    as_json: bool,
) -> None:
    """Update the lists until SIGINT or SIGTERM comes; a line for each change, as text or as JSON.

    Raises:
        InputError: a list without a known address, or an impossible time.
        StoreError: another watch is running.
    """
    lines = _Lines(as_json)
    with _stopped_by_signals():
        try:
            watch(
                service,
                lists,
                addresses=addresses,
                accept_loss=accept_loss,
                every=seconds_of(every),
                told=lines.told,
            )
        except _StoppedError:
            return


class _StoppedError(BaseException):
    """A signal to stop came."""


@contextmanager
def _stopped_by_signals() -> Iterator[None]:
    def stop(number: int, _: Any) -> NoReturn:
        signal.signal(number, signal.SIG_IGN)  # While it ends, a second one changes nothing.
        raise _StoppedError

    before = {number: signal.signal(number, stop) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


class _Lines:
    """What was told of each list last, so that only what changed is told."""

    def __init__(self, as_json: bool) -> None:
        self._as_json = as_json
        self._wrong: dict[str, str] = {}
        self._met: set[str] = set()

    def told(self, updates: Sequence[Updated], error: NamesakeError | None) -> None:
        """A line for each list that changed, failed otherwise than before, or recovered."""
        if error is not None:
            self._say("", str(error), {"list": None, "outcome": "failed", "error": str(error)})
        else:
            self._wrong.pop("", None)
        for one in updates:
            said = str(one.error) if one.error is not None else ""
            if said:
                self._say(one.list, f"{one.list}: {said}", document_of(one))
                continue
            recovered = self._wrong.pop(one.list, None) is not None
            if one.changed or recovered or one.list not in self._met:
                self._write(_came(one) if one.changed else _same(one, recovered), document_of(one))
            self._met.add(one.list)

    def _say(self, of: str, message: str, document: Mapping[str, Any]) -> None:
        if self._wrong.get(of) != message:
            self._write(message, document)
        self._wrong[of] = message

    def _write(self, text: str, document: Mapping[str, Any]) -> None:
        moment = dt.datetime.now(dt.UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
        if self._as_json:
            sys.stdout.write(msgspec.json.encode({"at": moment, **document}).decode() + "\n")
        else:
            sys.stdout.write(clean(f"{moment}  {text}") + "\n")
        sys.stdout.flush()  # Whoever follows it through a pipe waits for it.


def _came(one: Updated) -> str:
    if one.added is None:
        return f"{one.list}: changed"
    edition, before = one.added.edition, one.added.before
    day = f"edition of {edition.published}" if edition.published else "edition without a date"
    line = f"{one.list}: {day} came, {edition.parties:,} parties"
    if before is not None:
        since = before.published or "the one before"
        line += f", {one.added.new:,} new and {one.added.gone:,} gone since {since}"
    return "; ".join([line, *one.added.warnings])


def _same(one: Updated, recovered: bool) -> str:
    day = one.current.published if one.current and one.current.published else "no known date"
    return f"{one.list}: {'can be fetched again, ' if recovered else ''}unchanged, of {day}"
