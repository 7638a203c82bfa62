"""Makes `docs/demo.svg`, the picture in the README: what `namesake demo` prints of the sample article.

python scripts/make_picture.py
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console

from namesake.cli.demonstration import show_article
from namesake.service import starter
from namesake.sources.starter import article

TARGET = Path(__file__).resolve().parents[1] / "docs" / "demo.svg"
WIDTH = 108


def picture() -> str:
    """The picture, as it should stand in the file."""
    console = Console(
        record=True, width=WIDTH, file=io.StringIO(), highlight=False, force_terminal=True,
        color_system="truecolor", legacy_windows=False, no_color=False,
    )  # fmt: skip
    show_article(console, starter().read(article("militia.txt")))
    drawn = console.export_svg(title="namesake demo", unique_id="demo")
    # Without the fonts that a reader's browser would fetch from elsewhere; the system's own will do.
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in drawn.splitlines() if line.strip()) + "\n"


def main() -> None:
    """Write the picture."""
    TARGET.write_text(picture(), encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
