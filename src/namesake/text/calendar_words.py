"""The words for months and weekdays that texts are dated with.

Words are given as `plain` leaves them: without accents, points and signs that don't show. Sources: the
calendars of Unicode's CLDR; for Arabic those of the Levant, Egypt and the Maghreb, for Persian the French
month names it borrowed. Left out are words of two meanings: French `mar.` is Tuesday, English `Mar.` March.
"""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["MONTHS", "SOLAR_MONTHS", "WEEKDAYS", "plain"]

# Letters and signs that are one to a reader and two to Unicode: Turkish dotless i, the Persian yeh and kaf,
# the commas of other scripts, short dashes.
_ALIKE: Final = str.maketrans(
    {"ı": "i", "ی": "ي", "ى": "ي", "ک": "ك", "ł": "l", "Ł": "L", "’": "'", "،": ",", "、": ","}
    | dict.fromkeys("\u2010\u2011\u2012\u2212", "-")
)


def plain(text: str) -> str:
    r"""`text` without accents and without signs that don't show, in the letters the tables here use.

    Capitals stay; digits of other scripts become those of Latin ones.

    >>> plain("١٤ février\u200f 2021")
    '14 fevrier 2021'
    """
    text = text.translate(_ALIKE)
    if text.isascii():
        return text
    return "".join(_shown(char) for char in unicodedata.normalize("NFKD", text))


def _shown(char: str) -> str:
    category = unicodedata.category(char)
    if category in ("Mn", "Cf"):
        return ""
    return str(unicodedata.decimal(char)) if category == "Nd" else char


def _numbered(rows: str) -> dict[str, int]:
    """Each word with the number of its place: places are parted by `|`, words of one place by commas."""
    table: dict[str, int] = {}
    for row in rows.strip().splitlines():
        for number, words in enumerate(row.split("|"), start=1):
            for word in words.split(","):
                table[plain(word.strip()).casefold()] = number
    return table


MONTHS: Final = _numbered("""
january,jan|february,feb|march,mar|april,apr|may|june,jun|july,jul|august,aug|september,sept,sep|october,oct|november,nov|december,dec
januar,jänner,jän|februar,feber|märz,mär,mrz|april|mai|juni|juli|august|september|oktober,okt|november|dezember,dez
janvier,janv|février,févr,fév|mars|avril,avr|mai|juin|juillet,juil|août|septembre|octobre|novembre|décembre,déc
enero,ene|febrero|marzo|abril,abr|mayo|junio|julio|agosto,ago|septiembre,setiembre|octubre|noviembre|diciembre,dic
gennaio,gen|febbraio,febbr|marzo|aprile|maggio,mag|giugno,giu|luglio,lug|agosto|settembre,set|ottobre,ott|novembre|dicembre
janeiro|fevereiro,fev|março|abril|maio,mai|junho|julho|agosto|setembro|outubro,out|novembro|dezembro
januari|februari|maart,mrt|april|mei|juni|juli|augustus,augusti|september|oktober|november|december
stycznia,styczeń|lutego,luty|marca,marzec|kwietnia,kwiecień|maja|czerwca,czerwiec|lipca,lipiec|sierpnia,sierpień|września,wrzesień|października,październik|listopada,listopad|grudnia,grudzień
ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık
января,янв|февраля,февр,фев|марта,мар|апреля,апр|мая|июня,июн|июля,июл|августа,авг|сентября,сент,сен|октября,окт|ноября,ноя|декабря,дек
січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня
يناير|فبراير|مارس|أبريل,إبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر
كانون الثاني|شباط|آذار|نيسان|أيار|حزيران|تموز|آب|أيلول|تشرين الأول|تشرين الثاني|كانون الأول
جانفي|فيفري|مارس|أفريل|ماي|جوان|جويلية|أوت|سبتمبر|أكتوبر|نوفمبر|ديسمبر
ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه,جولای|اوت,آگوست|سپتامبر|اکتبر|نوامبر|دسامبر
ינואר,בינואר|פברואר,בפברואר|מרץ,במרץ,מרס,במרס|אפריל,באפריל|מאי,במאי|יוני,ביוני|יולי,ביולי|אוגוסט,באוגוסט|ספטמבר,בספטמבר|אוקטובר,באוקטובר|נובמבר,בנובמבר|דצמבר,בדצמבר
""")  # fmt: skip
"""Months of the common calendar, by their words in small letters."""

SOLAR_MONTHS: Final = _numbered(
    "فروردین|اردیبهشت|خرداد|تیر|مرداد|شهریور|مهر|آبان|آذر|دی|بهمن|اسفند",
)
"""Months of the Iranian calendar, whose year begins at the spring equinox."""

WEEKDAYS: Final = _numbered("""
monday,mon|tuesday,tues,tue|wednesday,weds,wed|thursday,thurs,thur,thu|friday,fri|saturday,sat|sunday,sun
montag|dienstag|mittwoch|donnerstag|freitag|samstag,sonnabend|sonntag
lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche
lunes|martes|miércoles|jueves|viernes|sábado|domingo
lunedì|martedì|mercoledì|giovedì|venerdì|sabato|domenica
segunda-feira|terça-feira|quarta-feira|quinta-feira|sexta-feira|sábado|domingo
maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag
poniedziałek|wtorek|środa|czwartek|piątek|sobota|niedziela
pazartesi|salı|çarşamba|perşembe|cuma|cumartesi|pazar
понедельник|вторник|среда|четверг|пятница|суббота|воскресенье
понеділок|вівторок|середа|четвер|п'ятниця|субота|неділя
الاثنين,الإثنين|الثلاثاء|الأربعاء|الخميس|الجمعة|السبت|الأحد
دوشنبه|سه‌شنبه,سه شنبه|چهارشنبه|پنجشنبه,پنج‌شنبه|جمعه|شنبه|یکشنبه
יום שני|יום שלישי|יום רביעי|יום חמישי|יום שישי|יום שבת,שבת|יום ראשון
월요일|화요일|수요일|목요일|금요일|토요일|일요일
星期一|星期二|星期三|星期四|星期五|星期六|星期日
月曜日|火曜日|水曜日|木曜日|金曜日|土曜日|日曜日
""")
"""Days of the week by their words in small letters; Monday is 1, as `date.isoweekday` counts."""
