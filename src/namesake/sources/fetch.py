"""Fetching lists from their publishers: the one place that speaks HTTP.

Only https is spoken, and plain http within this machine. A list streams to a file, within limits of size
and time, and is not read here. A publisher that sends an `ETag` or `Last-Modified` is told it the next time,
and sends nothing where nothing has changed. `httpx` loads when something is fetched, and not before.
"""

from __future__ import annotations

import ipaddress
import queue
import random
import ssl
import threading
import time
import zlib
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from http import HTTPStatus
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from namesake.errors import InputError, ListError, NamesakeError, StoreError
from namesake.model.values import ListId
from namesake.sources.files import source_files

if TYPE_CHECKING:
    import httpx

__all__ = ["USUAL", "Fetched", "Limits", "Tag", "UnreachableError", "Wanted", "fetch", "fetch_all", "shown"]

_USER_AGENT: Final = "Namesake (screens names against sanctions lists)"
_STEP: Final = 1 << 16
_GZIP: Final = 31  # zlib's word for a stream with gzip's header and checksum
_PATIENCE: Final = 30.0  # seconds: a publisher that asks us to wait longer is asked another day
_GRACE: Final = 2.0  # seconds in which a download that is out of time may say so itself
_TAG_LENGTH: Final = 500


@dataclass(frozen=True, slots=True)
class Limits:
    """How much a download may take; times in seconds.

    Attributes:
        size: bytes, as sent and as unpacked.
        connect: to be let in.
        stall: without a byte coming.
        total: with all attempts, redirects and pauses.
        redirects: followed one after another.
        attempts: where a failure may pass: no connection, one that breaks, 429 and 5xx.
        pause: before the second attempt, at most; twice as long before each one after it.
    """

    size: int = 256 << 20
    connect: float = 10.0
    stall: float = 30.0
    total: float = 600.0
    redirects: int = 5
    attempts: int = 4
    pause: float = 1.0


USUAL: Final = Limits()
"""Ample for the largest list on a slow line: 120 MB in ten minutes are 200 kB a second."""


class UnreachableError(ListError):
    """A publisher to whom there was no connection: nothing is known of the list, old or new."""


class Tag(NamedTuple):
    """What a publisher calls this state of a file, to be told the next time whether there is a newer one."""

    etag: str | None = None
    modified: str | None = None


class Fetched(NamedTuple):
    """What came.

    Attributes:
        path: the file with it; None where it is still what the tag sent along stands for.
        tag: the publisher's own, empty where none was given.
    """

    path: Path | None
    tag: Tag


class Wanted(NamedTuple):
    """A list to fetch, from where, and the tag of what is held."""

    list: ListId
    address: str
    tag: Tag = Tag()


class _PassingError(Exception):
    """A failure that may be over in a moment, with the seconds that the publisher asks us to wait."""

    def __init__(self, error: ListError, wait: float = 0.0) -> None:
        super().__init__(str(error))
        self.error = error
        self.wait = wait


def shown(address: str) -> str:
    """An address fit for a message: without user, password, query and fragment, where secrets stand."""
    import httpx

    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, TypeError):
        return "an address that can't be read"
    return str(url.copy_with(username=None, password=None, query=None, fragment=None))


def fetch_all(
    wanted: Sequence[Wanted], folder: Path, limits: Limits = USUAL
) -> Iterator[tuple[Wanted, Fetched | NamesakeError]]:
    """What became of each list, in the order in which they are done; all are fetched at once.

    The files lie in `folder` by the name of the list. Whatever hangs where no time limit reaches (the
    system's own look-up of an address does) is given up when the total time is over.

    Raises:
        InputError: an address that may not be fetched from; then nothing is.
    """
    for one in wanted:
        _allowed(one.address)
    done: queue.SimpleQueue[tuple[Wanted, Fetched | Exception]] = queue.SimpleQueue()

    def run(one: Wanted) -> None:
        try:
            done.put((one, fetch(one.address, folder / _file_name(one), tag=one.tag, limits=limits)))
        except Exception as error:  # told or raised by the caller's thread
            done.put((one, error))

    for one in wanted:  # Daemons, so that a stop by the user waits for none of them.
        threading.Thread(target=run, args=(one,), daemon=True, name=f"fetching {one.list}").start()
    waiting = list(wanted)
    end = time.monotonic() + limits.total + _GRACE
    while waiting:
        try:
            one, result = done.get(timeout=max(0.0, end - time.monotonic()))
        except queue.Empty:
            yield from ((late, _too_slow(late.address, limits)) for late in waiting)
            return
        if isinstance(result, Exception) and not isinstance(result, NamesakeError):
            raise result
        waiting.remove(one)
        yield one, result


def fetch(address: str, to: Path, *, tag: Tag = Tag(), limits: Limits = USUAL) -> Fetched:  # noqa: B008  # frozen
    """Fetch what is at an address into the file `to`.

    Raises:
        InputError: an address that may not be fetched from, or a proxy setting that can't be used.
        UnreachableError: no connection. ListError: anything else that went wrong between here and there.
        StoreError: the file can't be written.
    """
    url = _allowed(address)
    end = time.monotonic() + limits.total
    with _client(url, limits) as client:
        for attempt in range(limits.attempts):
            try:
                fetched = _attempt(client, url, to, tag, limits, end)
                break
            except _PassingError as failure:
                # Half of it by chance, so that not all who were turned away come back at once.
                pause = limits.pause * 2**attempt * random.uniform(0.5, 1.0)  # noqa: S311  # nothing secret
                pause = max(pause, failure.wait)
                last = attempt + 1 == limits.attempts
                if last or failure.wait > _PATIENCE or time.monotonic() + pause > end:
                    raise failure.error from failure.__cause__
                time.sleep(pause)
    if fetched.path is not None:
        for member in source_files(fetched.path, limit=limits.size):
            with member.open() as stream:  # An archive is measured by what it holds.
                while stream.read(_STEP):
                    pass
    return fetched


def _file_name(one: Wanted) -> str:
    """The list's own name with the ending that the address has: the store keeps it, messages say it."""
    ending = Path(shown(one.address)).suffix.lower()
    return one.list + (ending if ending[1:].isalnum() and len(ending) <= 6 else "")


def _allowed(address: str) -> httpx.URL:
    """The address, where it is https, or http within this machine; `InputError` where not."""
    import httpx

    try:
        url = httpx.URL(address)
    except (httpx.InvalidURL, TypeError) as error:
        raise InputError(f"an address can't be read ({error}): write it as https://...") from error
    if not url.host or url.scheme not in ("https", "http"):
        raise InputError(f"{shown(address)} is no web address: write it as https://...")
    if url.scheme == "http" and not _is_here(url.host):
        raise InputError(
            f"{shown(address)} is plain http, which anybody on the way could change: use https. "
            "Only within this machine (127.0.0.1) http is allowed"
        )
    return url


def _is_here(host: str) -> bool:
    try:
        return host == "localhost" or ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _client(url: httpx.URL, limits: Limits) -> httpx.Client:
    import httpx

    try:
        return httpx.Client(
            # gzip alone: four bytes of some other encodings can stand for a megabyte.
            headers={"User-Agent": _USER_AGENT, "Accept-Encoding": "gzip"},
            timeout=httpx.Timeout(limits.stall, connect=limits.connect),
            # What stays within this machine, and may be http because it does, goes through no proxy.
            trust_env=url.scheme == "https",
        )
    except (
        ValueError,
        ImportError,
        OSError,
        httpx.InvalidURL,
    ) as error:  # not quoted: a password may be in it
        raise InputError(
            "the proxy or certificate named in the environment can't be used: see to HTTPS_PROXY, ALL_PROXY, "
            f"NO_PROXY, SSL_CERT_FILE and SSL_CERT_DIR ({type(error).__name__})"
        ) from None


def _attempt(client: httpx.Client, url: httpx.URL, to: Path, tag: Tag, limits: Limits, end: float) -> Fetched:
    """One attempt with its redirects."""
    import httpx

    start, hop = url, url
    try:
        for _ in range(limits.redirects + 1):
            with _asked(client, hop, start, tag) as response:
                if response.next_request is None:
                    return _answer(response, to, tag, limits, end)
                hop = _next(start, response.next_request.url)
    except httpx.InvalidURL as error:
        raise ListError(f"{_of(hop)} leads to an address that can't be read; try again later") from error
    except httpx.TransportError as error:
        raise _said_our_way(error, hop, limits) from error
    raise ListError(
        f"{_of(start)} leads on more than {limits.redirects} times; give another address with --from"
    )


def _asked(
    client: httpx.Client, hop: httpx.URL, start: httpx.URL, tag: Tag
) -> AbstractContextManager[httpx.Response]:
    conditions = {"If-None-Match": tag.etag, "If-Modified-Since": tag.modified}
    # User and password go in a header and not in the address, which logs show; and to no other host.
    mine = (hop.host, hop.port) == (start.host, start.port)
    return client.stream(
        "GET",
        hop.copy_with(username=None, password=None),
        headers={name: value for name, value in conditions.items() if value},
        auth=(start.username, start.password) if mine and start.userinfo else None,
    )


def _next(start: httpx.URL, hop: httpx.URL) -> httpx.URL:
    if hop.scheme != start.scheme or (hop.scheme == "http" and not _is_here(hop.host)):
        raise ListError(
            f"{_of(start)} leads to {_of(hop)}, which is not {start.scheme} as it was; "
            "it is not followed. Give another address with --from"
        )
    return hop


def _answer(response: httpx.Response, to: Path, tag: Tag, limits: Limits, end: float) -> Fetched:
    status, of = response.status_code, _of(response.url)
    if status == HTTPStatus.NOT_MODIFIED and any(tag):
        return Fetched(None, tag)
    if status != HTTPStatus.OK:
        error = ListError(f"{of} answers {_phrase(status)}; {_remedy(status)}")
        if status == HTTPStatus.TOO_MANY_REQUESTS or status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            wait = response.headers.get("Retry-After", "")
            raise _PassingError(error, float(wait) if wait.isdecimal() and len(wait) < 10 else 0.0)
        raise error
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced[:20]) > limits.size:
        raise _too_large(of, limits)
    try:
        with to.open("wb") as file:
            written = 0
            for chunk in _unpacked(response, of, limits, end):
                written += len(chunk)
                if written > limits.size:
                    raise _too_large(of, limits)
                file.write(chunk)
    except OSError as error:
        raise StoreError(
            f"{to} can't be written ({error.strerror}): make room, or get the right to write there"
        ) from error
    return Fetched(to, Tag(_kept(response, "ETag"), _kept(response, "Last-Modified")))


def _unpacked(response: httpx.Response, of: str, limits: Limits, end: float) -> Iterator[bytes]:
    """The body in steps, unpacked where the publisher packed it for the way."""
    packing = response.headers.get("Content-Encoding", "identity").strip().lower()
    if packing in ("identity", ""):
        yield from _received(response, of, limits, end)
        return
    if packing not in ("gzip", "x-gzip"):
        raise ListError(f"{of} sends in an encoding that was not asked for; give another address with --from")
    stream = zlib.decompressobj(_GZIP)
    try:
        for chunk in _received(response, of, limits, end):
            rest = chunk
            while rest:
                if stream.eof:  # One stream may follow another.
                    stream = zlib.decompressobj(_GZIP)
                yield stream.decompress(rest, _STEP)
                rest = stream.unused_data if stream.eof else stream.unconsumed_tail
        yield stream.flush()
    except zlib.error as error:
        raise ListError(f"{of} sends what can't be unpacked ({error}); try again later") from error
    if not stream.eof:
        raise _PassingError(ListError(f"{of} breaks off in the middle; try again later"))


def _received(response: httpx.Response, of: str, limits: Limits, end: float) -> Iterator[bytes]:
    received = 0
    for chunk in response.iter_raw():
        received += len(chunk)
        if received > limits.size:
            raise _too_large(of, limits)
        if time.monotonic() > end:
            raise _too_slow(of, limits)
        yield chunk


def _said_our_way(error: httpx.TransportError, hop: httpx.URL, limits: Limits) -> Exception:
    import httpx

    of = _of(hop)
    causes: list[BaseException] = [error]
    while (cause := causes[-1].__cause__ or causes[-1].__context__) is not None:
        causes.append(cause)
    if any(isinstance(one, ssl.SSLCertVerificationError) for one in causes):
        return ListError(
            f"{of} has a certificate that can't be verified, so nothing was fetched. Behind a proxy that "
            "reads what passes, name the proxy's own certificate with SSL_CERT_FILE"
        )
    if isinstance(error, (httpx.ConnectError, httpx.ConnectTimeout, httpx.ProxyError)):
        said = [one.strerror for one in causes if isinstance(one, OSError) and one.strerror]
        why = said[-1] if said else "no answer" if isinstance(error, httpx.ConnectTimeout) else str(error)
        return _PassingError(
            UnreachableError(
                f"{of} can't be reached ({why}); check the network, or HTTPS_PROXY behind a proxy"
            )
        )
    if isinstance(error, httpx.TimeoutException):
        return _PassingError(ListError(f"{of} sent nothing for {limits.stall:g} seconds; try again later"))
    return _PassingError(ListError(f"{of} breaks off in the middle; try again later"))


def _kept(response: httpx.Response, header: str) -> str | None:
    value: str = response.headers.get(header, "")
    return value if 0 < len(value) <= _TAG_LENGTH and value.isascii() and value.isprintable() else None


def _of(url: httpx.URL) -> str:
    return shown(str(url))


def _phrase(status: int) -> str:
    try:
        return f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        return str(status)


def _remedy(status: int) -> str:
    if status in (HTTPStatus.NOT_FOUND, HTTPStatus.GONE):
        return "if it has moved, give the new address with --from"
    if status in (HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN, HTTPStatus.PROXY_AUTHENTICATION_REQUIRED):
        return "it wants to know who asks, or lets nobody in from here"
    return "try again later"


def _too_large(of: str, limits: Limits) -> ListError:
    return ListError(f"{of} sends more than {limits.size:,} bytes, as no list has; check the address")


def _too_slow(address: str, limits: Limits) -> ListError:
    return ListError(f"{shown(address)} took more than {limits.total:g} seconds; try again later")
