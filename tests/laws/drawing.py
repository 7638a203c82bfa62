"""Names for hypothesis to draw: of words that play several parts, resemble each other, or do when joined."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["ADVERSARIAL", "LONG_NAMES", "NAMES"]

_WORDS = (
    "Sheikh", "King", "Prince", "Sultan", "Junior", "Filho", "II", "al", "bin", "de", "of", "the", "and",
    "&", "Ltd", "LLC", "Company", "Bank", "Group", "S.A.", "GmbH", "7", "seven", "313", "A", "B.", "J.",
    "R", "Ali", "Ally", "Aly", "Abd", "Allah", "Abdallah", "Abdullah", "Abdulrahman", "Rahman",
    "ar-Rahman", "Karim", "Kareem", "Abdulkarim", "Qasem", "Qassem", "Ghasem", "Soleimani", "Suleimani",
    "Salimani", "Solomon", "Hizballah", "Hezbollah", "Hizb", "Kataib", "Katibat", "Mohamed", "Muhammad",
    "Ahmad", "Hamad", "Hamid", "Tolkien", "Smith", "Smyth", "Li", "Lee", "Kim", "Ng", "O'Neil", "Arkadi",
    "Arkadiy", "Voronzev", "Vorontsev", "قاسم", "سليماني", "عبد", "الله", "عبدالله", "محمد", "الكريم",
    "كريم", "Касем", "Сулеймани", "Абдалла", "Αλη", "Σουλεϊμανι", "סולימני", "김", "하늘", "欧阳", "Xi", "X",
)  # fmt: skip
_ANY = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join) | st.lists(
    st.sampled_from(_WORDS), min_size=2, max_size=4
).map(lambda words: f"{words[0]}, {' '.join(words[1:])}")


def _is_a_name(text: str) -> bool:
    return any(map(str.isalnum, text))


NAMES = _ANY.filter(_is_a_name)
LONG_NAMES = st.lists(st.sampled_from(_WORDS), min_size=30, max_size=40).map(" ".join)

_INITIALS = st.lists(st.sampled_from("ABJRSМЮ"), min_size=1, max_size=9).map(
    lambda letters: " ".join(f"{letter}." for letter in letters)
)
_TRIMMINGS = st.lists(
    st.sampled_from(("Dr.", "Sheikh", "King", "al", "bin", "Jr", "of", "the", "Ltd", "S.A.", "&")),
    min_size=1,
    max_size=5,
).map(" ".join)
_AGAIN = st.tuples(st.sampled_from(_WORDS), st.integers(2, 8), st.sampled_from(_WORDS)).map(
    lambda made: " ".join([made[0]] * made[1] + [made[2]])
)
_JOINED = st.lists(st.sampled_from(_WORDS), min_size=2, max_size=4).map("".join)
_DIGITS = st.tuples(
    st.sampled_from(_WORDS), st.integers(0, 999), st.sampled_from(["{0}{1}", "{1}{0}", "{0} {1} {1}"])
).map(lambda made: made[2].format(made[0], made[1]))
_CUT = st.tuples(
    st.sampled_from(_WORDS), st.sampled_from(("International", "Alexandrovich", "Abdulrahman", "Tolkien"))
).flatmap(lambda made: st.integers(1, len(made[1])).map(lambda size: f"{made[0]} {made[1][:size]}"))
_PIECES = st.one_of(_INITIALS, _TRIMMINGS, _AGAIN, _JOINED, _DIGITS, _CUT, NAMES)
ADVERSARIAL = (
    _PIECES
    | st.tuples(_PIECES, _PIECES).map(" ".join)
    | st.tuples(_PIECES, _PIECES).map(", ".join)
    | st.tuples(_INITIALS, st.sampled_from(_WORDS)).map(" ".join)
).filter(_is_a_name)
"""Nothing but initials or titles, words over and over, joined or cut, digits in words, commas anywhere."""
