"""A web of parties as a picture (SVG), and as a graph for other programs (GraphML)."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from typing import Final
from xml.sax.saxutils import escape, quoteattr

from namesake.model.values import Kind
from namesake.network.ties import Tie, Web

__all__ = ["graphml", "svg"]

_RING: Final = 190.0
_MARGIN: Final = 130.0
_LONGEST: Final = 28
_ROOM: Final = 34.0  # What a name needs of a ring, so that neighbours do not cover each other.
_NO_XML: Final = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_COLOURS: Final = {Kind.PERSON: "#0072b2", Kind.VESSEL: "#009e73", Kind.AIRPLANE: "#009e73"}
_OTHERS: Final = "#d55e00"
_UNLISTED: Final = "#767676"


def svg(web: Web) -> str:
    """The picture: the party asked about in the middle, the others on rings by how far they are.

    The same web gives the same picture. Listed parties are filled, names that are on no list are empty.
    """
    places, reach = _places(web)
    size = 2 * (reach + _MARGIN)
    title = f"The network of {_label(next(one.name for one in web.nodes if one.id == web.centre))}"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-size / 2:.0f} {-size / 2:.0f} {size:.0f} '
        f'{size:.0f}" font-family="sans-serif" font-size="11" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect x="{-size / 2:.0f}" y="{-size / 2:.0f}" width="{size:.0f}" height="{size:.0f}" fill="#fff"/>',
    ]
    between: dict[tuple[str, str], list[Tie]] = defaultdict(list)
    for tie in web.ties:
        between[min(tie.source, tie.target), max(tie.source, tie.target)].append(tie)
    for (one, other), ties in between.items():
        (x1, y1), (x2, y2) = places[one], places[other]
        dashed = ' stroke-dasharray="4 3"' if all(tie.former for tie in ties) else ""
        parts.append(
            f'<path d="M{x1:.1f} {y1:.1f}L{x2:.1f} {y2:.1f}" stroke="#999" fill="none"{dashed}>'
            f"<title>{escape(_clean('; '.join(_told(tie, web) for tie in ties)))}</title></path>"
        )
        words = _label(ties[0].type + (f" {ties[0].share:g} %" if ties[0].share is not None else ""))
        parts.append(
            f'<text x="{(x1 + x2) / 2:.1f}" y="{(y1 + y2) / 2:.1f}" text-anchor="middle" fill="#555" '
            f'font-size="9">{escape(words)}</text>'
        )
    for node in web.nodes:
        x, y = places[node.id]
        colour = _COLOURS.get(node.kind, _OTHERS) if node.kind and node.listed else _UNLISTED
        fill = colour if node.listed else "#fff"
        radius = 9 if node.id == web.centre else 6
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{radius}" fill="{fill}" stroke="{colour}">'
            f"<title>{escape(_clean(f'{node.name} ({node.id})'))}</title></circle>"
        )
        parts.append(
            f'<text x="{x:.1f}" y="{y - radius - 4:.1f}" text-anchor="middle">'
            f"{escape(_label(node.name))}</text>"
        )
    return "\n".join([*parts, "</svg>", ""])


def graphml(web: Web) -> str:
    """The web as GraphML: parties as nodes, relations as directed edges, with all that is known of each."""
    keys = {
        "name": ("node", "string"), "kind": ("node", "string"), "list": ("node", "string"),
        "listed": ("node", "boolean"), "depth": ("node", "int"),
        "type": ("edge", "string"), "share": ("edge", "double"), "since": ("edge", "string"),
        "until": ("edge", "string"), "former": ("edge", "boolean"), "told_by": ("edge", "string"),
        "by_name": ("edge", "boolean"),
    }  # fmt: skip
    parts = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">',
        *(
            f'<key id="{name}" for="{of}" attr.name="{name}" attr.type="{type}"/>'
            for name, (of, type) in keys.items()
        ),
        '<graph edgedefault="directed">',
    ]
    for node in web.nodes:
        kind = node.kind.value if node.kind else None
        facts: dict[str, object] = {"name": node.name, "kind": kind, "list": node.list,
                 "listed": node.listed, "depth": node.depth}  # fmt: skip
        parts.append(f"<node id={_quoted(node.id)}>{_data(facts)}</node>")
    for tie in web.ties:
        facts = {"type": tie.type, "share": tie.share, "since": tie.since, "until": tie.until,
                 "former": tie.former, "told_by": tie.told_by, "by_name": tie.by_name}  # fmt: skip
        parts.append(f"<edge source={_quoted(tie.source)} target={_quoted(tie.target)}>{_data(facts)}</edge>")
    return "\n".join([*parts, "</graph>", "</graphml>", ""])


def _places(web: Web) -> tuple[dict[str, tuple[float, float]], float]:
    """Where each party stands, and how far out the last ring is.

    Each has the share of its ring that its own part of the tree needs, so that ties seldom cross.
    """
    children = _tree(web)
    leaves: dict[str, int] = {}
    for node in reversed(web.nodes):  # Those further out stand later.
        leaves[node.id] = sum(leaves[child] for child in children[node.id]) or 1
    on_ring: dict[int, int] = defaultdict(int)
    for node in web.nodes:
        on_ring[node.depth] += 1
    radii = {0: 0.0}
    for depth in range(1, max(on_ring) + 1):
        needed = leaves[web.centre] * _ROOM / (2 * math.pi) if depth == 1 else 0.0
        radii[depth] = max(radii[depth - 1] + _RING, needed)
    sectors = {web.centre: (0.0, 2 * math.pi)}
    places = {web.centre: (0.0, 0.0)}
    for node in web.nodes:
        start, width = sectors[node.id]
        for child in children[node.id]:
            part = width * leaves[child] / leaves[node.id]
            sectors[child] = start, part
            angle, radius = start + part / 2 - math.pi / 2, radii[node.depth + 1]
            places[child] = radius * math.cos(angle), radius * math.sin(angle)
            start += part
    return places, radii[max(on_ring)]


def _tree(web: Web) -> dict[str, list[str]]:
    """For each party those further out that hang on it: each hangs on the first nearer one."""
    depth = {node.id: node.depth for node in web.nodes}
    order = {node.id: place for place, node in enumerate(web.nodes)}
    parent: dict[str, str] = {}
    for tie in web.ties:
        for one, other in ((tie.source, tie.target), (tie.target, tie.source)):
            nearer = depth[one] == depth[other] - 1
            if nearer and (other not in parent or order[one] < order[parent[other]]):
                parent[other] = one
    children: dict[str, list[str]] = {node.id: [] for node in web.nodes}
    for node in web.nodes:
        if node.id in parent:
            children[parent[node.id]].append(node.id)
    return children


def _told(tie: Tie, web: Web) -> str:
    names = {node.id: node.name for node in web.nodes}
    return f"{names[tie.source]}: {tie.type} {names[tie.target]}"


def _data(facts: dict[str, object]) -> str:
    written = (
        (name, str(value).lower() if isinstance(value, bool) else str(value))
        for name, value in facts.items()
        if value is not None
    )
    return "".join(f'<data key="{name}">{escape(_clean(text))}</data>' for name, text in written)


def _quoted(text: str) -> str:
    return quoteattr(_clean(text))


def _label(text: str) -> str:
    plain = " ".join(_clean(text).split())
    return plain if len(plain) <= _LONGEST else plain[: _LONGEST - 1] + "…"


def _clean(text: str) -> str:
    """Text without what XML can't hold."""
    return _NO_XML.sub("\ufffd", text)
