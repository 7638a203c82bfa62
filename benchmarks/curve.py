"""A curve of how something grows, as the text of an SVG picture with both scales logarithmic."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from typing import Final

from benchmarks.report import describe

__all__ = ["svg"]

_WIDTH, _HEIGHT = 720, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 70, 190, 40, 50
# Told apart also by those who see few colours, and by shape where there is no colour at all.
_LINES: Final = (("#0072b2", ""), ("#0072b2", "5 4"), ("#d55e00", ""), ("#d55e00", "5 4"), ("#444", "2 3"))


def svg(title: str, across: Sequence[int], lines: Mapping[str, Sequence[float]]) -> str:
    """The picture.

    Args:
        title: what stands above it.
        across: the sizes, ascending, above 0.
        lines: for each line its name and, for each size, the seconds, above 0; at most five.
    """
    values = [value for line in lines.values() for value in line]
    low, high = math.floor(math.log10(min(values))), math.ceil(math.log10(max(values)))
    first, last = math.log10(across[0]), math.log10(across[-1])

    def x(size: float) -> float:
        return _LEFT + (math.log10(size) - first) / (last - first or 1) * (_WIDTH - _LEFT - _RIGHT)

    def y(value: float) -> float:
        return _HEIGHT - _BOTTOM - (math.log10(value) - low) / (high - low or 1) * (_HEIGHT - _TOP - _BOTTOM)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}" font-family="sans-serif" '
        'font-size="12" role="img">',
        f"<title>{title}</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<text x="{_LEFT}" y="22" font-size="14">{title}</text>',
    ]
    for power in range(low, high + 1):
        at = y(10.0**power)
        parts.append(f'<path d="M{_LEFT} {at:.1f}H{_WIDTH - _RIGHT}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{_LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{describe(10.0**power)}</text>'
        )
    for size in across:
        parts.append(f'<path d="M{x(size):.1f} {_TOP}V{_HEIGHT - _BOTTOM}" stroke="#ddd"/>')
        parts.append(
            f'<text x="{x(size):.1f}" y="{_HEIGHT - _BOTTOM + 20}" text-anchor="middle">{size:,}</text>'
        )
    below = -100.0
    for (name, line), (colour, dashes) in sorted(
        zip(lines.items(), _LINES, strict=False), key=lambda one: -one[0][1][-1]
    ):
        points = " ".join(f"{x(size):.1f},{y(value):.1f}" for size, value in zip(across, line, strict=True))
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        parts.append(f'<polyline points="{points}" fill="none" stroke="{colour}" stroke-width="2"{dashed}/>')
        below = max(below + 15, y(line[-1]) + 4)  # names of lines that end close by don't cover each other
        parts.append(
            f'<text x="{_WIDTH - _RIGHT + 8}" y="{below:.1f}" fill="{colour}">'
            f"{name}: {describe(line[-1])}</text>"
        )
    return "\n".join([*parts, "</svg>", ""])
