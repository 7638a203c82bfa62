"""A publisher on this machine: an HTTP server whose answers a test chooses, and whose askers it remembers."""

from __future__ import annotations

import gzip
import hashlib
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from email.message import Message
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import Any

Answer = Callable[[BaseHTTPRequestHandler], None]


@dataclass(slots=True)
class Publisher:
    """What the server answers, by path, and what it was asked."""

    address: str
    answers: dict[str, Answer] = field(default_factory=dict)
    asked: list[tuple[str, Message]] = field(default_factory=list)

    def __call__(self, path: str, *answers: Answer) -> str:
        """Answer a path so, the last answer for good; its address."""
        left = list(answers)
        self.answers[path] = lambda to: (left.pop(0) if len(left) > 1 else left[0])(to)
        return self.address + path

    def times(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(one == path for one, _ in self.asked)


@contextmanager
def publishing() -> Iterator[Publisher]:
    """A server on a free port of this machine."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            publisher.asked.append((self.path, self.headers))
            self.close_connection = True
            with suppress(OSError):  # Whoever asked went away, as many tests make them.
                publisher.answers[self.path.partition("?")[0]](self)

        def log_message(self, *_: Any) -> None:
            pass

    class Server(ThreadingTCPServer):  # Not HTTPServer: it looks its own name up, which may take seconds.
        daemon_threads = True
        allow_reuse_address = True
        request_queue_size = 20
        block_on_close = False

        def handle_error(self, *_: Any) -> None:
            pass

    with Server(("127.0.0.1", 0), Handler) as server:
        publisher = Publisher(f"http://127.0.0.1:{server.server_address[1]}")
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        yield publisher
        server.shutdown()


def gives(content: bytes, *, tagged: bool = True, **headers: str) -> Answer:
    """The file, with an ETag by which 304 is answered to whoever has it."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        etag = f'"{hashlib.sha256(content).hexdigest()[:12]}"'
        if tagged and to.headers["If-None-Match"] == etag:
            _head(to, 304, ETag=etag)
            return
        _head(to, 200, **({"ETag": etag} if tagged else {}), **_length(content), **_named(headers))
        to.wfile.write(content)

    return answer


def gives_dated(content: bytes, day: str) -> Answer:
    """The file as publishers without ETag give it."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        if to.headers["If-Modified-Since"] == day:
            _head(to, 304)
            return
        _head(to, 200, **{"Last-Modified": day}, **_length(content))
        to.wfile.write(content)

    return answer


def gives_packed(content: bytes) -> Answer:
    """The file, packed for the way."""
    return gives(gzip.compress(content), content_encoding="gzip")


def fails(status: int, **headers: str) -> Answer:
    return lambda to: _head(to, status, content_length="0", **headers)


def leads_to(address: str, status: int = 302) -> Answer:
    return lambda to: _head(to, status, location=address, content_length="0")


def breaks_off(content: bytes, *, announced: bool = True) -> Answer:
    """Half of the file, whose whole length was announced or not, and the line goes dead."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        _head(to, 200, **(_length(content) if announced else {"connection": "close"}))
        to.wfile.write(content[: len(content) // 2])

    return answer


def stalls(content: bytes, seconds: float) -> Answer:
    """Half of the file, then nothing for a long time."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        _head(to, 200, **_length(content))
        to.wfile.write(content[: len(content) // 2])
        to.wfile.flush()
        time.sleep(seconds)

    return answer


def drips(content: bytes, *, pieces: int, pause: float) -> Answer:
    """The whole file, in so many pieces with a pause before each."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        _head(to, 200, **_length(content))
        step = -(-len(content) // pieces)
        for start in range(0, len(content), step):
            time.sleep(pause)
            to.wfile.write(content[start : start + step])
            to.wfile.flush()

    return answer


def floods(size: int, **headers: str) -> Answer:
    """So many bytes of nothing, without a length that would say so."""

    def answer(to: BaseHTTPRequestHandler) -> None:
        _head(to, 200, connection="close", **headers)
        for _ in range(size >> 16):
            to.wfile.write(bytes(1 << 16))

    return answer


def hangs_up(to: BaseHTTPRequestHandler) -> None:
    """Not a word, and the line goes dead."""
    to.connection.close()


def _head(to: BaseHTTPRequestHandler, status: int, **headers: str) -> None:
    to.send_response(status)
    for name, value in _named(headers).items():
        to.send_header(name, value)
    to.end_headers()


def _named(headers: dict[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in headers.items()}


def _length(content: bytes) -> dict[str, str]:
    return {"Content-Length": str(len(content))}
