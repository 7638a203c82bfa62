"""Labels above and before a date: which leave it a text's own day, and which make it one of something else.

What a label may say has no end: appointed on, hearing, last contact. So those of writing and publishing are
known, and any other leaves a date without meaning for the text.
"""

from __future__ import annotations

import re
from typing import Final

from namesake.names.lexicon import place_of
from namesake.text.calendar_words import plain

__all__ = [
    "begins_letter",
    "is_credit",
    "is_field",
    "is_label",
    "is_letters_field",
    "is_other_label",
    "is_prose",
    "stands_after_label",
]

_PUBLISHED: Final = (
    r"(?:(?:press |news |media )?release|publication) date|date of (?:publication|release)|"
    r"for immediate release|(?:press|news|media) release|"
    r"published|posted|issued|created|dated?|released?|filed|"
    r"veroffentlicht|erstellt|datum|stand|publie|paru|publicado|publicacion|fecha|data|pubblicato|"
    r"gepubliceerd|yayinlanma|yayin tarihi|tarih|opublikowano|опубликовано|дата публикации|дата|опублiковано|"
    r"نشر|تاريخ النشر|تاريخ|تاريخ انتشار"
)
_UPDATED: Final = (
    r"updated?|modified|revised|edited|aktualisiert|geandert|mis a jour|modifie|actualizado|actualizacion|"
    r"aggiornato|atualizado|bijgewerkt|guncelle\w+|zaktualizowano|"
    r"обновлено|изменено|اخر تحديث|تحديث|به روز رساني"
)
LABEL: Final = re.compile(rf"(?<!\w)(?:(?P<update>{_UPDATED})|(?:{_PUBLISHED}))(?!\w)", re.IGNORECASE)
TO_READERS: Final = re.compile(
    r"publi|release date|press release|immediate release|posted|veroffentlicht|gepubliceerd|yayin|opublik|"
    r"paru\b|публик|публiк|نشر|انتشار",
    re.IGNORECASE,
)
"""Labels that no record of a customer has."""
# Words around a date that say nothing else.
PADDING: Final = re.compile(
    r"(?<!\w)(?:this|article|story|page|report|was|were|first|last|originally|on|at|time|um|am|den|der|le|a|las|el|il|"
    r"om|op|kl|of|em|as|في|в)(?!\w)[.:]?",
    re.IGNORECASE,
)
SIGNS: Final = " .,،;:|·•-–—―_/()[]*#@"

# What texts are called, and who prints them: a date below is theirs.
_OF_TEXTS: Final = """
news newsletter press media release statement story article report opinion analysis comment
commentary editorial interview feature bulletin briefing brief memo memorandum letter notice
announcement communique circular update blog politics world business europe asia africa
sport economy exclusive reuters afp ap upi tass interfax xinhua bbc cnn dpa efe ansa irna
sana wam kuna bloomberg times post herald tribune telegraph gazette guardian journal
nachrichten mitteilung pressemitteilung meldung erklarung bericht actualites nouvelles
noticias comunicado declaracion informe nota notizie comunicato nieuws persbericht haberler
haber aciklama komunikat wiadomosci новости сообщение заявление пресс-релиз новини заява
повідомлення رويترز بيان خبر اخبار تقرير بیانیه گزارش חדשות הודעה 新华社 新华网 声明 公告 新闻
ニュース 연합뉴스
declaration
"""
_OF_A_TEXT: Final = re.compile(
    rf"(?<!\w)(?:{'|'.join({plain(word) for word in _OF_TEXTS.split()})})(?!\w)", re.IGNORECASE
)
# Who wrote to whom, of what, and where: the fields of letters and articles.
_LETTERS_FIELD: Final = re.compile(
    r"\s*(?:from|to|cc|bcc|subject|re|ref|reply-to|sent|by|author|source|title|headline|contact|location|place|section|"
    r"tags?|agency|language|url|von|an|betreff|autor|quelle|de|a|objet|auteur|para|asunto|fuente|da|oggetto|van|aan|"
    r"onderwerp|kimden|kime|konu|od|do|temat|от|кому|тема|автор|источник|від|من|الي|الموضوع|المصدر|به|موضوع)\s*[:：]",
    re.IGNORECASE,
)
_FIELD: Final = re.compile(r"\s*[^\W\d_][^:：.!?]{0,28}[:：](?!\d)\s*\S")
_FIELD_LENGTH = 60
_BEFORE_A_DAY: Final = re.compile(
    r"(?<!\w)(?:on|at|by|in|since|from|until|am|seit|ab|le|el|il|em|op|del|al|dnia|w|в|с|от|до|від|з|في|بتاريخ|در)"
    r"\s*[.:：|\-–—]*$",
    re.IGNORECASE,
)
_DONE: Final = re.compile(r"[a-z]+(?:ed|ing)", re.IGNORECASE)
_GREETING: Final = re.compile(
    r"dear|sehr geehrte|liebe|chere?|madame|monsieur|estimad|egregi|gentil|prezad|geachte|sayin|szanown|"
    r"уважаем|шановн",
    re.IGNORECASE,
)
_UNSPACED: Final = re.compile(r"[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff]")
# Last known address, day of first payment
_WHICH: Final = re.compile(
    r"(?:first|last|latest|next|previous|(?:day|time|start|end|beginning) of)\s", re.IGNORECASE
)
_LABEL_WORDS, _LABEL_CHARACTERS, _TOLD_WORDS = 2, 6, 5
_PROSE_LENGTH, _PROSE_WORDS = 40, 4
_CREDIT: Final = re.compile(
    r"(?<!\w)(?:photo(?:graph|s)?|images?|picture|pic|bild|fotos?|fotografia|"
    r"imagen|immagine|imagem|afbeelding|fotograf|zdjecie|фото|фотография|світлина|صوره|صورة|عكس|"
    r"تصوير|תמונה|צילום|getty)(?!\w)|照片|图片|写真|(?<!\w)(?:credit|caption)\s*:",
    re.IGNORECASE,
)
# Reuters/Jane Doe
_AGENCY_AND_NAME: Final = re.compile(
    r"(?<!\w)[^\W\d_a-z][\w.]*(?: [^\W\d_a-z]\w+)?/(?P<name>[^\W\d_a-z][\w .'-]+)"
)


def is_label(text: str) -> bool:
    """Whether a line says `Published`, `Updated on:` or the like, and nothing else."""
    return bool(LABEL.search(text)) and not PADDING.sub("", LABEL.sub("", text)).strip(SIGNS)


def is_other_label(line: str) -> bool:
    """Whether a line above a date is a label of something else than a text, as far as can be told.

    >>> is_other_label("Appointed on"), is_other_label("Hearing"), is_other_label("Press release")
    (True, True, False)
    >>> is_other_label("Moscow"), is_other_label("Two men listed")
    (False, False)
    """
    if not line or any(char.isdigit() or char == "," for char in line):
        return False
    if _OF_A_TEXT.search(line) or place_of(line.strip(" .")):
        return False
    words = len(line.split())
    if _UNSPACED.search(line):
        return words == 1 and len(line) <= _LABEL_CHARACTERS
    told = _BEFORE_A_DAY.search(line) or _WHICH.match(line)
    return words <= _LABEL_WORDS or (words <= _TOLD_WORDS and bool(told))


def stands_after_label(before: str) -> bool:
    """Whether words before a date end a label, with a sign behind it: `Appointed on - `, `Hearing, `.

    >>> stands_after_label("Appointed, "), stands_after_label("Beijing, ")
    (True, False)
    """
    label = before.strip(SIGNS)
    if label == before.rstrip():
        return False
    return bool(_BEFORE_A_DAY.search(label) or (_DONE.fullmatch(label) and not place_of(label)))


def begins_letter(line: str) -> bool:
    """Whether a line greets somebody: what stands above is a letter's head."""
    return bool(_GREETING.match(line))


def is_field(line: str) -> bool:
    """Whether a line is one of a record, `Customer: Jane Doe`, and not one of a letter's head."""
    return len(line) <= _FIELD_LENGTH and bool(_FIELD.match(line)) and not is_letters_field(line)


def is_letters_field(line: str) -> bool:
    """Whether a line is one of a letter's or article's head, `Subject: Sanctions`."""
    return bool(_LETTERS_FIELD.match(line))


def is_prose(line: str) -> bool:
    """Whether a line is a sentence or a long headline, as no record and no list of dates has."""
    if _FIELD.match(line) and len(line) <= 2 * _FIELD_LENGTH:
        return False
    ended = line.rstrip(" \"'”»").endswith((".", "!", "?", "。", "؟"))
    return (
        len(line) >= _PROSE_LENGTH
        or (ended and len(line.split()) >= _PROSE_WORDS)
        or (len(line) >= _PROSE_LENGTH // 3 and bool(_UNSPACED.search(line)))
    )


def is_credit(words: str) -> bool:
    """Whether words say whose a picture is: its date is none of the text.

    >>> is_credit("Photo: Reuters"), is_credit("Reuters/Jane Doe,"), is_credit("Moscow/Berlin,")
    (True, True, False)
    """
    named = _AGENCY_AND_NAME.search(words)
    return bool(_CREDIT.search(words) or (named and not place_of(named["name"].strip(" ,."))))
