"""In which language a text is written, where its letters or its small words tell."""

from __future__ import annotations

import re
from collections import Counter
from typing import Final

from namesake.model.scripts import script_of_char

__all__ = ["language_of"]

# Scripts that one language of today's news is written in.
_BY_SCRIPT: Final = {
    "Jpan": "ja", "Hang": "ko", "Hani": "zh", "Grek": "el", "Hebr": "he", "Thai": "th", "Geor": "ka",
    "Armn": "hy",
    "Taml": "ta", "Telu": "te", "Knda": "kn", "Mlym": "ml", "Gujr": "gu", "Guru": "pa", "Sinh": "si",
    "Khmr": "km",
    "Laoo": "lo", "Mymr": "my", "Beng": "bn",
}  # fmt: skip
# The commonest words without a meaning of their own, which no text of some sentences does without.
_WORDS: Final = {
    "Latn": {
        "en": "the of and to in that is was for on with as by his he at it are from has have which were",
        "de": "der die und das den von zu mit sich des ist im dem nicht ein eine als auch es an werden aus",
        "fr": "le la les et des est du de à il a l d en un une dans que qui pour au sur par pas plus avec ne",
        "es": "el la los de que y en del las por un una con para se su al es lo como más fue ha sus pero",
        "it": "il di che la e del della per un una con non sono nel dei alla è da più ha gli anche le al",
        "pt": "o de que e do da em um uma para com não os no na dos por mais as foi ao das se pelo são é",
        "nl": "de het een van en in is dat op te zijn met voor niet aan er ook als bij door naar werd",
        "pl": "w i na z się do nie że jest o to jak przez po za od dla oraz był są które który a ze",
        "tr": "ve bir bu için ile de da olarak olan çok daha gibi kadar sonra ise ancak en ne olduğu ya",
        "sv": "och att det som en på är av för med den till inte har om ett var han men från de",
        "da": "og at det som en på er af for med den til ikke har om et var han men fra de der",
        "id": "yang dan di dengan untuk dari ini itu pada dalam tidak akan oleh telah ke juga adalah",
        "vi": "và của là có được trong cho không với một các người này đã những để tại ông từ",
        "ro": "și de la în a cu pe care din nu este că un o pentru mai au fost sau prin al",
        "cs": "a v se na je že z do to s o ve byl jsem pro jako ale by podle který jeho po i",
        "hu": "a az és hogy nem is egy volt meg ez de csak már mint ha kell van még szerint",
    },
    "Cyrl": {
        "ru": "и в не на что с по это как он из к был его за от для но о также что было при со",
        "uk": "і в не на що з та до це як він у від за його про для але що також було й є",
        "bg": "и на в да за от се не с че по като са е това към през ще със беше",
        "sr": "и у је да се на за са од не су као који је што али из није би",
    },
    "Arab": {
        "ar": "في من على إلى أن التي الذي عن مع هذا هذه كان ما بعد لا قد كما ذلك بين خلال أو",
        "fa": "و در به از که این را با است برای آن می یک خود تا شد بر کرد شده نیز های بود",
        "ur": "کے میں کی ہے اور سے کا کو اس نے پر کہ ہیں یہ بھی تھا گیا لیے",
        "ps": "په د او چې کې له ته دي يې نه هم سره شوي ده دا به",
    },
    "Deva": {
        "hi": "के में की है और से का को पर ने यह कि हैं भी एक नहीं लिए था",
        "mr": "आहे आणि या व ते हे की आहेत तर मध्ये होते नाही त्या एक",
        "ne": "छ र को मा ले छन् पनि हो भएको गरेको लागि थियो एक यो",
    },
}  # fmt: skip
_SETS: Final = {
    script: {code: frozenset(words.split()) for code, words in rows.items()}
    for script, rows in _WORDS.items()
}
# The first pages tell; the names of a list would not, however long it is.
_SAMPLE = 20_000
_FEWEST = 5
_SHARE = 0.1
_AHEAD = 1.25


def language_of(text: str) -> str | None:
    """ISO 639-1 of the language most of `text` is in; None where it is too short or nothing tells.

    A name or a headline is too short: at least five small words must be of the language, one word in ten,
    and a quarter more than of the next likely language.

    >>> language_of("He said that the men were not on the list and that it was a mistake.")
    'en'
    """
    sample = text[:_SAMPLE]
    script = _script(sample)
    if script in _BY_SCRIPT:
        return _BY_SCRIPT[script]
    sets = _SETS.get(script)
    if sets is None:
        return None
    words = Counter(word.casefold() for word in re.findall(r"[^\W\d_]+", sample) if len(word) <= 25)
    if script == "Deva":  # its vowel signs are no letters to a regular expression
        words = Counter(sample.split())
    counts = sorted(
        ((sum(words[word] for word in own), code) for code, own in sets.items()),
        key=lambda row: (-row[0], row[1]),
    )
    (most, code), (next_most, _) = counts[0], counts[1]
    if most < _FEWEST or most < _SHARE * words.total() or most < _AHEAD * next_most:
        return None
    return code


def _script(sample: str) -> str:
    """The script of two thirds of the letters; `Jpan` where Chinese characters stand with kana."""
    counts = Counter(script_of_char(char) for char in sample if char.isalpha())
    counts.pop("Zyyy", None)
    total = counts.total()
    if total < 10:
        return "Zyyy"
    kana = counts.pop("Hira", 0) + counts.pop("Kana", 0)
    if kana and kana + counts["Hani"] >= total * 2 / 3:
        return "Jpan" if kana > 0.05 * total else "Hani"
    script, most = max(sorted(counts.items()), key=lambda row: row[1])
    return script if most >= total * 2 / 3 else "Zyyy"
