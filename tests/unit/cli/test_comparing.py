"""Two names side by side as text."""

from __future__ import annotations

import io
import re

import pytest
from rich.console import Console

from namesake.cli.comparing import one_in, show_comparison
from namesake.screening.explain import compare


def _shown(
    left: str, right: str, *, kind: str | None = None, width: int = 140, terminal: bool = False
) -> str:
    written = io.StringIO()
    console = Console(file=written, width=width, highlight=False, force_terminal=terminal)
    show_comparison(console, compare(left, right, kind=kind))
    return written.getvalue()


def _row(shown: str, words: str) -> str:
    """The row that holds these words, its gaps as single spaces."""
    (row,) = [line for line in (" ".join(line.split()) for line in shown.splitlines()) if words in line]
    return row


@pytest.mark.parametrize(
    ("left", "right", "row"),
    [
        ("Qassem Suleimani", "SOLEIMANI, Qasem", "≈ Qassem Qasem same sound, spelled another way"),
        ("Ivan Petrov", "Ivan Sidorov", "= Ivan Ivan same"),
        ("Ivan Petrov", "Ivan Sidorov", "✗ Petrov Sidorov a different name part stands in its place"),
        ("Ivan Petrov", "Ivan Sidorov", "· Petrov – not in the listed name"),
        ("Ivan Petrov", "Ivan Sidorov", "· – Sidorov missing from the name asked about"),
        ("Petrov", "Ivan Petrov", "✗ only one name part to go by"),
        ("Abd Allah Azzam", "Abdallah Azzam", "≈ Abd Allah Abdallah written together"),
        ("J. Galtieri", "Jorge Galtieri", "≈ J Jorge initial"),
        ("Bob Galtieri", "Robert Galtieri", "≈ Bob Robert a familiar form of the same name"),
    ],
)
def test_words_stand_beside_what_they_belong_to_with_how(left: str, right: str, row: str) -> None:
    assert row in _row(_shown(left, right, kind="Person"), row)


def test_the_words_stand_in_the_order_of_the_name_asked_about() -> None:
    shown = _shown("Abu Hassan Galtieri", "Galtieri Hassan Abu", kind="Person")
    assert [line.split()[1] for line in shown.splitlines() if "same" in line] == ["Abu", "Hassan", "Galtieri"]


def test_the_sums_lead_to_the_score() -> None:
    comparison = compare("Ivan Petrov", "Ivan Sidorov", kind="Person")
    shown = _shown("Ivan Petrov", "Ivan Sidorov", kind="Person")
    assert _row(shown, "all together").endswith(
        f"{comparison.agree:.2f} {comparison.against:.2f} {comparison.bits:.1f}"
    )
    share, held, score = re.findall(r"([\d.]+)% × ([\d.]+) = ([\d.]+)", shown)[0]
    assert float(share) / 100 * float(held) == pytest.approx(float(score), abs=0.001)
    assert f"below the threshold: no hit at {comparison.threshold:.2f}" in shown


def test_words_without_weight_are_named_with_the_part_they_play() -> None:
    assert _row(_shown("Dr Ivan Petrov", "Petrov, Ivan", kind="Person"), "not weighed").endswith("Dr (title)")
    assert "not weighed" not in _shown("Ivan Petrov", "Petrov, Ivan", kind="Person")


@pytest.mark.parametrize(
    ("left", "right"), [("Ivan Petrov", "Ulviya Zembrano"), ("Abu al-Petrov", "Ulviya al-Zembrano")]
)
def test_where_nothing_agrees_no_chance_is_told(left: str, right: str) -> None:
    assert _row(_shown(left, right), "held back").endswith("nothing agrees that tells who is meant")


@pytest.mark.parametrize("width", [60, 80, 100])
def test_no_figure_is_cut_off_for_long_names(width: int) -> None:
    left, right = "Bakr Baghdadi Husseini Qurashi", "Ibrahim Awwad Badri Samarrai"
    comparison = compare(left, right, kind="Person")
    rows = " ".join(_shown(left, right, kind="Person", width=width).split())
    assert all(f" {piece.against:.2f}" in rows for piece in comparison.evidence)


@pytest.mark.parametrize("width", [60, 80, 200])
def test_no_word_is_cut_off(width: int) -> None:
    shown = _shown("Qassem Suleimani", "SOLEIMANI, Qasem", width=width)
    assert all(word in shown for word in ("Qassem", "SOLEIMANI", "agrees", "against", "bits"))


def test_colours_say_nothing_that_signs_do_not() -> None:
    plain = _shown("Ivan Petrov", "Ivan Sidorov")
    coloured = _shown("Ivan Petrov", "Ivan Sidorov", terminal=True)
    assert "\x1b[" in coloured
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured) == plain


def test_what_could_redraw_the_terminal_is_not_shown() -> None:
    assert "\x1b" not in _shown("Ivan\x1b[2J Petrov", "Ivan Sidorov")


@pytest.mark.parametrize(
    ("bits", "told"),
    [
        (0, "1 in 1"),
        (3.7, "1 in 13"),
        (7.5, "1 in 180"),
        (17.6, "1 in 200,000"),
        (31, "less than 1 in a billion"),
    ],
)
def test_bits_are_told_as_how_seldom_chance_does_it(bits: float, told: str) -> None:
    assert one_in(bits) == told
