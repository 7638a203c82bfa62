"""Is this somebody on a sanctions list, or only a namesake?

```python
import namesake

screener = namesake.load("sdn.xml", "consolidated.xml")
screening = screener.screen("Qassem Suleimani", kind="Person", born="1957", countries=["ir"])
screening.hits[0].party.id, screening.hits[0].score
```

Names are loaded when they are first used, so that importing this costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from namesake.errors import NamesakeError
    from namesake.model.policy import Policy
    from namesake.model.subject import Subject
    from namesake.screening.explain import Comparison, compare
    from namesake.screening.result import Hit, Screening
    from namesake.screening.screener import Screener
    from namesake.service import Service, load, ownership, starter

__all__ = [
    "Comparison",
    "Hit",
    "NamesakeError",
    "Policy",
    "Screener",
    "Screening",
    "Service",
    "Subject",
    "__version__",
    "compare",
    "load",
    "ownership",
    "starter",
]

__version__ = "0.1.0"

_HOMES = {
    "Comparison": "namesake.screening.explain",
    "Hit": "namesake.screening.result",
    "NamesakeError": "namesake.errors",
    "Policy": "namesake.model.policy",
    "Screener": "namesake.screening.screener",
    "Screening": "namesake.screening.result",
    "Service": "namesake.service",
    "Subject": "namesake.model.subject",
    "compare": "namesake.screening.explain",
    "load": "namesake.service",
    "ownership": "namesake.service",
    "starter": "namesake.service",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module 'namesake' has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(home), name)
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
