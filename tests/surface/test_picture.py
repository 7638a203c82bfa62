"""The picture in the README shows what the demonstration prints."""

from __future__ import annotations

import html
import re
import runpy
from pathlib import Path

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text("utf-8")
PICTURE = (ROOT / "docs" / "demo.svg").read_text("utf-8")


def _words(picture: str) -> list[str]:
    """What can be read in a picture: its looks may change with the library that draws it."""
    texts = re.findall(r"<text [^>]*>([^<]*)</text>", picture)
    return " ".join(html.unescape("".join(texts)).replace("\xa0", " ").split()).split(" ")


def test_the_picture_says_what_the_demonstration_says() -> None:
    drawn = runpy.run_path(str(ROOT / "scripts" / "make_picture.py"))["picture"]()
    assert _words(PICTURE) == _words(drawn), "draw it anew: python scripts/make_picture.py"
    assert len(_words(PICTURE)) > 250


def test_the_picture_stands_in_the_readme() -> None:
    assert re.findall(r"!\[[^\]]{20,}\]\((docs/[\w.]+\.svg)\)", README) == ["docs/demo.svg"]


def test_the_picture_fetches_nothing_from_elsewhere() -> None:
    assert "@font-face" not in PICTURE
    assert "url(http" not in PICTURE
    assert "href" not in PICTURE
