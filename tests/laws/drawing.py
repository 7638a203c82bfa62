"""Names for hypothesis to draw: of words that play several parts, resemble each other, or do when joined."""

from __future__ import annotations

from hypothesis import strategies as st

__all__ = ["LONG_NAMES", "NAMES"]

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
NAMES = st.lists(st.sampled_from(_WORDS), min_size=1, max_size=6).map(" ".join) | st.lists(
    st.sampled_from(_WORDS), min_size=2, max_size=4
).map(lambda words: f"{words[0]}, {' '.join(words[1:])}")
LONG_NAMES = st.lists(st.sampled_from(_WORDS), min_size=30, max_size=40).map(" ".join)
