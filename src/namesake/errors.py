"""What can go wrong, as one tree: a class for each thing a caller would do differently.

```
NamesakeError                     something was refused; the message names the thing, the value and the remedy
├── InputError                    the caller's value or file can't be used: correct it and call again
│   └── PolicyError               a policy that contradicts itself or holds an impossible value
├── ListError                     an authority's file can't be read as the list it should be: fetch it again
│   └── LossyEditionError         it reads, but lost too much of what the edition before it held
├── SnapshotError                 the index can't be opened: foreign format, damaged or missing
├── NoListError                   nothing to screen against yet: load a list first
└── StoreError                    the store is locked, damaged or from a later version
```

Nothing here knows exit codes or HTTP: the faces choose those.
"""

from __future__ import annotations

__all__ = [
    "InputError",
    "ListError",
    "LossyEditionError",
    "NamesakeError",
    "NoListError",
    "PolicyError",
    "SnapshotError",
    "StoreError",
]


class NamesakeError(Exception):
    """The root: everything Namesake refuses is one of these, with a message for people."""


class InputError(NamesakeError):
    """A value or file of the caller's that can't be used as it is."""


class PolicyError(InputError):
    """A policy with an impossible value."""


class ListError(NamesakeError):
    """A list file that can't be read as the edition it should be; nothing of it was kept."""


class LossyEditionError(ListError):
    """An edition that lost too much against the one before it in time.

    Attributes:
        losses: one sentence for each loss found.
    """

    def __init__(self, message: str, losses: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.losses = losses


class SnapshotError(NamesakeError):
    """An index that can't be opened: of another format, damaged or missing."""


class NoListError(NamesakeError):
    """There is no list to screen against yet."""


class StoreError(NamesakeError):
    """A store that is locked, damaged or written by a later version."""
