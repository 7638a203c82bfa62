"""Ways in which a name reaches a screening other than as a list writes it.

Each way is a small named function from a source of chance, a name and another name to a name;
`mangled` strings a few together. All chance comes from the `Random` given, so a failure repeats.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

__all__ = ["WAYS", "mangled"]

_CYRILLIC = dict(zip("abvgdezijklmnoprstufhcy", "абвгдезийклмнопрстуфхцы", strict=True))
_GREEK = dict(zip("abgdeziklmnoprstufx", "αβγδεζικλμνοπρστυφξ", strict=True))
_HEBREW = dict(zip("bgdhvzxtklmnsprc", "בגדהוזחטכלמנספרצ", strict=True))
_LOOKALIKE = {"a": "а", "e": "е", "o": "о", "c": "с", "p": "р"}
_TITLES = ("Sheikh", "Dr.", "General", "King", "Prince", "Haji", "Mr", "Sultan", "Emir")
_PARTICLES = ("al", "bin", "de", "van", "el", "ibn", "of", "the", "and")
_FORMS = ("Ltd", "LLC", "OOO", "S.A.", "GmbH", "Company Limited", "JSC", "& Co.")
_GENERIC = ("Group", "International", "Trading", "Bank", "Company", "Holding")


def typo_removed(chance: random.Random, name: str, other: str) -> str:
    """A letter left out."""
    place = chance.randrange(len(name))
    return name[:place] + name[place + 1 :]


def typo_added(chance: random.Random, name: str, other: str) -> str:
    """A letter too many."""
    place = chance.randrange(len(name) + 1)
    return name[:place] + chance.choice("aeinrst") + name[place:]


def typo_changed(chance: random.Random, name: str, other: str) -> str:
    """Another letter in one place."""
    place = chance.randrange(len(name))
    return name[:place] + chance.choice("aeioukqdtbp") + name[place + 1 :]


def typo_swapped(chance: random.Random, name: str, other: str) -> str:
    """Two neighbouring letters exchanged."""
    place = chance.randrange(max(1, len(name) - 1))
    return name[:place] + name[place : place + 2][::-1] + name[place + 2 :]


def word_dropped(chance: random.Random, name: str, other: str) -> str:
    """A word left out."""
    words = name.split()
    words.pop(chance.randrange(len(words)))
    return " ".join(words)


def word_alone(chance: random.Random, name: str, other: str) -> str:
    """One word of the name only."""
    return chance.choice(name.split())


def word_doubled(chance: random.Random, name: str, other: str) -> str:
    """A word written twice."""
    words = name.split()
    return " ".join([*words, chance.choice(words)])


def words_joined(chance: random.Random, name: str, other: str) -> str:
    """Two neighbouring words written together."""
    words = name.replace("-", " ").split()
    place = chance.randrange(len(words))
    return " ".join([*words[:place], "".join(words[place : place + 2]), *words[place + 2 :]])


def word_split(chance: random.Random, name: str, other: str) -> str:
    """A word written as two."""
    place = chance.randrange(len(name) + 1)
    return name[:place] + " " + name[place:]


def words_shuffled(chance: random.Random, name: str, other: str) -> str:
    """The words in another order."""
    words = name.replace(",", " ").split()
    chance.shuffle(words)
    return " ".join(words)


def initials(chance: random.Random, name: str, other: str) -> str:
    """Some of the words as initials."""
    return " ".join(word[0] + "." if chance.random() < 0.6 else word for word in name.split())


def abbreviated_all(chance: random.Random, name: str, other: str) -> str:
    """All words but one as initials."""
    words = name.split()
    kept = chance.randrange(len(words))
    return " ".join(word if place == kept else word[0] + "." for place, word in enumerate(words))


def in_cyrillic(chance: random.Random, name: str, other: str) -> str:
    """Its letters in Cyrillic."""
    return "".join(_CYRILLIC.get(char, char) for char in name.lower())


def in_greek(chance: random.Random, name: str, other: str) -> str:
    """Its letters in Greek."""
    return "".join(_GREEK.get(char, char) for char in name.lower())


def in_hebrew(chance: random.Random, name: str, other: str) -> str:
    """Its consonants in Hebrew."""
    return "".join(_HEBREW.get(char, "" if char in "aeiou" else char) for char in name.lower())


def forged(chance: random.Random, name: str, other: str) -> str:
    """Some letters replaced by look-alikes of another script."""
    return "".join(_LOOKALIKE.get(char, char) if chance.random() < 0.3 else char for char in name)


def capitals(chance: random.Random, name: str, other: str) -> str:
    """In capitals."""
    return name.upper()


def titled(chance: random.Random, name: str, other: str) -> str:
    """With a title in front."""
    return f"{chance.choice(_TITLES)} {name}"


def with_particle(chance: random.Random, name: str, other: str) -> str:
    """With a joining word put in."""
    words = name.split()
    words.insert(chance.randrange(len(words) + 1), chance.choice(_PARTICLES))
    return " ".join(words)


def with_form(chance: random.Random, name: str, other: str) -> str:
    """With a legal form behind."""
    return f"{name} {chance.choice(_FORMS)}"


def with_generic(chance: random.Random, name: str, other: str) -> str:
    """With a word that most organisations could carry."""
    return f"{name} {chance.choice(_GENERIC)}"


def numbered(chance: random.Random, name: str, other: str) -> str:
    """With a number."""
    return f"{name} {chance.choice(('2', '17', '313', 'II', 'IV', 'seven'))}"


def with_suffix(chance: random.Random, name: str, other: str) -> str:
    """With a generational suffix somewhere."""
    words = name.split()
    words.insert(chance.randrange(len(words) + 1), chance.choice(("Jr", "Junior", "Filho", "III")))
    return " ".join(words)


def comma_moved(chance: random.Random, name: str, other: str) -> str:
    """The comma behind another word, so that other words look like family name and title."""
    words = name.replace(",", "").split()
    place = chance.randrange(len(words))
    words[place] += ","
    return " ".join(words)


def crossed(chance: random.Random, name: str, other: str) -> str:
    """Half of it, and half of another name."""
    ours, theirs = name.split(), other.split()
    return " ".join([*ours[: len(ours) // 2 + 1], *theirs[len(theirs) // 2 :]])


def surrounded(chance: random.Random, name: str, other: str) -> str:
    """In the middle of a very long text, more words than are compared."""
    filler = other.split() * 12
    return " ".join([*filler[: chance.randrange(4, 40)], name, *filler[:20]])


WAYS: tuple[Callable[[random.Random, str, str], str], ...] = (
    typo_removed, typo_added, typo_changed, typo_swapped, word_dropped, word_alone, word_doubled,
    words_joined, word_split, words_shuffled, initials, abbreviated_all, in_cyrillic, in_greek, in_hebrew,
    forged, capitals, titled, with_particle, with_form, with_generic, numbered, with_suffix, comma_moved,
    crossed, surrounded,
)  # fmt: skip


def mangled(chance: random.Random, name: str, others: Sequence[str], *, most: int = 3) -> str:
    """The name after up to `most` of the ways; the name itself where nothing would be left of it."""
    result = name
    for _ in range(chance.randint(0, most)):
        changed = chance.choice(WAYS)(chance, result, chance.choice(others) or "x").strip()
        result = changed or result
    return result
