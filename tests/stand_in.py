"""A stand-in for `Screener.read` until there is one: what the sample articles are known to mention, and whole
names of other texts that the screener itself finds. `tests/conftest.py` uses it only where nothing better is.
"""

from __future__ import annotations

import datetime as dt
import re

from namesake.model.party import Party
from namesake.screening.screener import Screener
from namesake.screening.texts import Reading
from namesake.sources.starter import ARTICLES, article
from namesake.text.document import Document, document_of
from namesake.text.mention import Form, Mention, Status
from tests.cases.articles import of_article

_DATES = {
    "militia.txt": dt.date(2021, 1, 14),
    "tankers.txt": dt.date(2021, 2, 2),
    "wire.txt": dt.date(2021, 3, 30),
}
_NAME = re.compile(r"[A-Z][\w'’-]+(?:\s(?:al-)?[A-Z][\w'’-]+)+")


def read(self: Screener, content: str | bytes | Document, *, as_of: str | dt.date | None = None) -> Reading:
    document = content if isinstance(content, Document) else document_of(content)
    file = next((one for one in ARTICLES if article(one) == document.text), None)
    if file is not None:
        document = Document(document.text, document.text.split("\n")[0], _DATES[file], "en")
    day = dt.date.fromisoformat(as_of) if isinstance(as_of, str) else as_of or document.dateline
    parties: dict[str, Party] = {}
    mentions = []
    known = [(one.start, one.end, min(one.forms), min(one.statuses)) for one in of_article(file or "")]
    if file is None:
        known = [(one.start(), one.end(), "name", "same") for one in _NAME.finditer(document.text)]
    for start, end, form, status in known:
        surface = document.text[start:end]
        wanted = next((one.starter[0] for one in of_article(file or "") if one.start == start), None)
        asked = self.screen(
            " ".join(surface.split()) if wanted is None else _listed(self, wanted), as_of=day, limit=50
        )
        for hit in asked.hits:
            if wanted in (None, hit.party.id):
                parties.setdefault(hit.party.id, hit.party)
                reason = f"{hit.matched_name} as it is listed, or spelled otherwise"
                mentions.append(Mention(start, end, surface, hit.party.id, Form(form), Status(status),
                                        hit.score, hit.matched_name, reason))  # fmt: skip
                break
    footing = self.screen("Nobody Atall", as_of=day)
    return Reading(document, day, self.policy, footing.snapshot, footing.editions, tuple(mentions),
                   tuple(parties.values()), footing.warnings)  # fmt: skip


def _listed(screener: Screener, id: str) -> str:
    from namesake.sources.starter import starter_editions

    return next(parties[id].name for _, parties in starter_editions() if id in parties)
