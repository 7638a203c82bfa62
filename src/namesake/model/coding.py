"""Model values to JSON and back, losslessly."""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec

from namesake.model.dates import PartialDate

__all__ = ["from_json", "to_json", "to_plain"]

T = TypeVar("T")


def _encode(value: Any) -> Any:
    if isinstance(value, PartialDate):
        return str(value)
    raise NotImplementedError(f"{type(value).__name__} has no JSON form")


def _decode(wanted: type, value: Any) -> Any:
    if wanted is PartialDate:
        return PartialDate(value)
    raise NotImplementedError(f"{wanted.__name__} has no JSON form")


_ENCODER = msgspec.json.Encoder(enc_hook=_encode, order="deterministic")
_DECODERS: dict[Any, msgspec.json.Decoder[Any]] = {}


def to_json(value: Any) -> bytes:
    """The JSON of a model value: the same bytes for equal values."""
    return _ENCODER.encode(value)


def to_plain(value: Any) -> Any:
    """The value as dicts, lists and strings, as its JSON would be."""
    return msgspec.json.decode(to_json(value))


def from_json(data: bytes | str, wanted: type[T]) -> T:
    """The value of type `wanted` that `data` writes; `msgspec.ValidationError` when it writes none."""
    decoder = _DECODERS.get(wanted)
    if decoder is None:
        decoder = _DECODERS[wanted] = msgspec.json.Decoder(wanted, dec_hook=_decode)
    result: T = decoder.decode(data)
    return result
