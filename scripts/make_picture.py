"""Makes `docs/demo.svg`, the picture in the README: what `namesake demo` prints of the sample article.

python scripts/make_picture.py
"""

from __future__ import annotations

import io
import re
from pathlib import Path

from rich.console import Console
from rich.text import Text

from namesake.cli.demonstration import show_article
from namesake.service import starter
from namesake.sources.starter import article

TARGET = Path(__file__).resolve().parents[1] / "docs" / "demo.svg"
WIDTH = 108
PARTIES = 4  # Told in the picture; a taller one would tell no more.


def picture() -> str:
    """The picture, as it should stand in the file."""
    printed = _console()
    reading = starter().read(article("militia.txt"))
    with printed.capture() as captured:
        show_article(printed, reading)
    shown = Text.from_ansi(captured.get()).split("\n")
    cut = next(
        (at for at, line in enumerate(shown) if line.plain.startswith(f"{PARTIES + 1:>3}  ")), len(shown)
    )
    drawing = _console()
    for line in shown[:cut]:
        drawing.print(line)
    if len(reading.parties) > PARTIES:
        drawing.print(Text(f"  … and {len(reading.parties) - PARTIES} more", style="dim"))
    drawn = drawing.export_svg(title="namesake demo", unique_id="demo")
    # Without the fonts that a reader's browser would fetch from elsewhere; the system's own will do.
    drawn = re.sub(r"@font-face \{.*?\}", "", drawn, flags=re.DOTALL)
    return "\n".join(line.rstrip() for line in drawn.splitlines() if line.strip()) + "\n"


def _console() -> Console:
    return Console(
        record=True, width=WIDTH, file=io.StringIO(), highlight=False, force_terminal=True,
        color_system="truecolor", legacy_windows=False, no_color=False,
    )  # fmt: skip


def main() -> None:
    """Write the picture."""
    TARGET.write_text(picture(), encoding="utf-8")
    print(f"{TARGET.name}: {TARGET.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
