"""Two names laid side by side on a terminal, with every step from their words to the score."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from namesake.cli.terminal import BAND_STYLES, beside, clean, order_of, sign_of
from namesake.match.evidence import Evidence
from namesake.screening.explain import Comparison, Part

__all__ = ["one_in", "show_comparison"]

_MOST_BITS_TOLD: Final = 30


def show_comparison(console: Console, comparison: Comparison) -> None:
    """Print the verdict, the words that belong together or to nothing, and how the score comes of them."""
    console.print(_verdict(comparison))
    console.print()
    console.print(Padding(_laid_side_by_side(comparison), (0, 0, 0, 2)))
    console.print()
    console.print(Padding(_steps(comparison), (0, 0, 0, 2)))


def one_in(bits: float) -> str:
    """How seldom chance agrees so: `1 in 5,800`, two digits of it, for the eye that reads no bits."""
    if bits > _MOST_BITS_TOLD:
        return "less than 1 in a billion"
    often = round(2**bits)
    digits = len(str(often)) - 2
    return f"1 in {round(often, -digits) if digits > 0 else often:,}"


def _verdict(comparison: Comparison) -> Text:
    style = BAND_STYLES[comparison.band]
    return Text.assemble(
        (clean(comparison.left), "bold cyan"),
        "  beside  ",
        (clean(comparison.right), "bold cyan"),
        "  ",
        (f"{comparison.score:.2f}  {comparison.band.value}", style),
    )


def _laid_side_by_side(comparison: Comparison) -> Table:
    table = Table(box=None, header_style="bold", padding=(0, 2, 0, 0))
    table.add_column("", no_wrap=True)
    for title in ("asked about", "listed"):
        table.add_column(title, overflow="fold", max_width=32)
    table.add_column("how they relate", overflow="fold")
    for title in ("agrees", "against", "bits"):
        table.add_column(title, justify="right", no_wrap=True)
    for piece in sorted(comparison.evidence, key=lambda piece: _place(piece, comparison.left)):
        sign, style = sign_of(piece)
        table.add_row(
            Text(sign, style=style),
            *map(Text, beside(piece)),
            Text(piece.reason, style="dim"),
            *map(_figure, (piece.agree, piece.against)),
            f"{piece.bits:.1f}" if piece.bits else "",
        )
    table.add_row(
        "", "", "", "all together", f"{comparison.agree:.2f}", f"{comparison.against:.2f}",
        f"{comparison.bits:.1f}", style="bold",
    )  # fmt: skip
    return table


def _place(piece: Evidence, asked: str) -> tuple[int, int]:
    """Where a piece stands among the others: of one kind in the order of the name asked about."""
    return order_of(piece), asked.find((piece.query or "").partition(" ")[0])


def _figure(weight: float) -> str:
    return f"{weight:.2f}" if weight else ""


def _steps(comparison: Comparison) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(style="dim", no_wrap=True)
    table.add_column(overflow="fold")
    whole = comparison.agree + comparison.against
    read = "a person's name" if comparison.person else "the name of an organisation, vessel or aircraft"
    table.add_row("read as", read)
    if idle := [*_idle(comparison.left_parts), *_idle(comparison.right_parts)]:
        table.add_row("not weighed", Text(clean(", ".join(dict.fromkeys(idle)))))
    table.add_row("agrees", f"{comparison.share:.1%} of the weight: {comparison.agree:.2f} of {whole:.2f}")
    table.add_row("held back", _held_back(comparison))
    verdict = "a hit" if comparison.match else "no hit"
    table.add_row(
        "score",
        Text(
            f"{comparison.share:.1%} × {comparison.held:.3f} = {comparison.score:.4f}, "
            f"{comparison.band.value}: {verdict} at {comparison.threshold:.2f}"
        ),
    )
    return table


def _held_back(comparison: Comparison) -> str:
    if not comparison.bits:
        return f"{1 - comparison.held:.1%}: nothing agrees that tells who is meant"
    kept = "; equal names lose no more, however common" if comparison.kept else ""
    often = f"by chance {one_in(comparison.bits)} agrees so, {comparison.bits:.1f} bits"
    return f"{1 - comparison.held:.1%}, as many bear such a name: {often}{kept}"


def _idle(parts: Iterable[Part]) -> Iterable[str]:
    """Words that weigh nothing, with the part they play."""
    return (f"{part.text} ({part.role})" for part in parts if not part.weight)
