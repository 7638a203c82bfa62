"""Slavic names as the languages of Europe spell them, put back into one spelling.

Юрьевич is Yuryevich in English, Jurjewitsch in German, Jurjevitj in Swedish, Jurjevič in Czech; a
Ukrainian or Belarusian bearer is Volodymyr or Uladzimir where Russian papers say Vladimir. Only words
of Slavic shape are respelled, because elsewhere `j`, `w`, `ch` and `h` are other sounds.

Sources: the transcription tables of Duden, PWN, Svenska Akademien and the Czech academy; the resolutions of
Ukraine (2010) and Belarus (2007) on romanisation; given names side by side as the states' own passports
translate them.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["GIVEN_NAMES", "PATRONYMIC", "respelled"]

# The endings of Slavic surnames, patronymics and given names in any of these spellings, from behind as words
# are read: an ending is known by its last letter, and a word that ends otherwise is dismissed at once.
_SHAPE: Final = re.compile(
    "(?:[vw][oeaiyu]|a(?:vo)?[vw][oeaiyu]|ff?[oe]|(?:[iyj]?[iy]|a(?:[ijy]?a)?|[jyi]o)k[sz]|"
    "n[yi][^aeiou].|a(?:vo)?n[yi][^aeiou].|(?:c|[hzi]c|[js]t|h(?:cs?|s)t)[iy](?:[vwk]|n[auy])|k[iyu][hj]?[tc]|"
    "ku[ijy]|(?:[oa]|avo)kn[eo]|an[vwu]|ok[bcdfghjklmnprstvz]|u[aeo].|j[eio]|ol.|h[ck][yi]|c[ei]|aci|"
    "kec|h[ck]u|[ao]h[aeioy]..).."
)
_FOREIGN: Final = re.compile("w|j|h|c|sz|[iy]o|[aou]e[vw]|dz|ts|[aoe]u(?:$|n|s?k)|ff?$|ova$")
# Each with letters that a word must have for it; a search for those is quick.
_RULES: Final = tuple(
    (needed, re.compile(pattern), spelled)
    for needed, pattern, spelled in (
        ("t", "tsch|tsh|tch|tj", "%"),  # ch; every c that is left is ts
        ("s", "stj|schtsch|shch|szcz|sc(?=h)", "$%"),
        ("cz", "cz", "%"),
        ("", "(?<=[vwiyk])(?:ic|yc|ici|its|ics)$", "i%"),
        ("c", "c(?=[iy]k$|uk$)", "%"),
        ("s", "sch|sj|sz|sh", "$"),
        ("", "zj|rz|dsh", "zh"),
        ("ch", "ch", "kh"),  # German, Polish, Czech and Swedish; English ch stays in the word's own key
        ("c", "c(?=[eiyoau])|c$", "ts"),
        ("ck", "ck", "tsk"),
        ("w", "w", "v"),
        ("f", "(?<=[eo])ff?$", "v"),
        ("j", "j(?=[aeiouy])|j$|(?<=[aeiouy])j", "y"),
        ("j", "j", ""),  # a soft sign
        ("o", "(?<=[bvgdzklmnprstf$%])[iy]o(?=[bvgdzklmnprstf$%])", "e"),
        ("ev", "(?<=[aou])e(?=v)", "ye"),
        ("dz", "dz(?=[ieyh])", "d"),
        ("u", "(?<=[aeoiu])(?:au|ou)$|au$|ou$", "ov"),
        ("eu", "eu$", "ev"),
        ("usk", "(?<=[aoe])u(?=sk)", "v"),
        ("una", "[ao]una$", "ovna"),
        ("euna", "euna$", "evna"),
        ("ova", "(?<=ov|ev|in|av)ova$|(?<=..y)ova$", "a"),  # Czech and Slovak add an ending of their own
        ("ova", "(?<=enk)ova$", "o"),
        ("%", "%", "ch"),
        ("$", r"\$", "sh"),
    )
)
_HARD_H: Final = re.compile("(?<![ksczt])h")
_HUSHED: Final = re.compile("(?<=[szc])h")


def respelled(word: str) -> tuple[str, ...]:
    """The word as English spells Russian, then as other lists may: with h as g (Ukrainian, Belarusian) and
    as kh (Bulgarian, Serbian), and as what is left of a Latin š or ž without its mark; maybe none.
    """  # noqa: D205
    if len(word) < 5 or not _SHAPE.match(word[::-1]) or not _FOREIGN.search(word):
        return ()
    spelled = _by_rules(word)
    found = [spelled]
    if "ch" in word and "ch" not in spelled:
        found.append(_by_rules(word.replace("ch", "%")))
    if _HARD_H.search(spelled):
        found += [_HARD_H.sub("g", spelled), _HARD_H.sub("kh", spelled)]
    if _HUSHED.search(spelled):
        found.append(_HUSHED.sub("", spelled))
    return tuple(found)


def _by_rules(word: str) -> str:
    for needed, pattern, letters in _RULES:
        if needed in word:
            word = pattern.sub(letters, word)
    return word


# A Russian name, then the same in Ukrainian, Belarusian and other spellings that sound otherwise.
GIVEN_NAMES: Final = """
vladimir volodymyr uladzimir wladimir uladzimer | nikolai mykola mikalai mikola | aleksandr
oleksandr aliaksandr alexander alexandr aleksander aljaksandr | sergei serhii siarhei serhiy serhij
syarhey | dmitri dmytro dzmitry dzmitryj zmitser | evgeni yevhen yauhen yauheni jevhen jauhen evhen
yevhenii yauhenii eugene | oleg oleh aleh | igor ihor ihar igar | mikhail mykhailo mikhal mychajlo
mikhaila | aleksei oleksii aliaksei oleksiy alyaksey oleksij | andrei andrii andriy | pavel pavlo
paval pavl paul | pyotr petro piotr petr pyatr piatr | vasili vasyl vasil | grigori hryhorii ryhor
hryhoriy ryhory hrigori | gennadi hennadii henadz hennadiy gienadz henadzi | georgi heorhii heorhi
heorgi | yuri iurii jurij iouri | elena olena alena jelena yelena helena | olga olha volha volga |
anna hanna ganna | natalia nataliya natallia natalya | ekaterina kateryna katsiaryna yekaterina
katerina jekaterina | tatiana tetiana tatsiana tetyana tatsyana | svetlana svitlana sviatlana
svyatlana | irina iryna | oksana aksana | anatoli anatol anatolii | konstantin kostiantyn
kanstantsin kostyantyn konstiantyn | viacheslav vyacheslav viachaslau vjatjeslav | vladislav
vladyslav uladzislau | stanislav stanislau | iaroslav yaroslav yaraslau jaroslav | maksim maksym
maxim | artem artsiom artyom arciom | denis denys dzianis dzyanis | iosif yosyp josif | leonid
leanid | fedor fedir fiodar fyodor fjodor | stepan stsiapan stjepan | timofei tsimafei tymofii
tymofiy | nikita mykyta mikita | bogdan bohdan | gleb hlib hleb | kirill kyrylo kiryl | danila
danylo daniil danil | galina halyna halina | liudmila lyudmyla ludmila liudmyla lyudmila | valentin
valiantsin valentyn | valeri valerii valery | roman raman | egor yehor yahor iegor jegor | iakov
yakiv yakau jakov yakov yakovl yakaul jakovl | lev leu lew lv | arkadi arkadz arkady | marina maryna
| vera vira viera | nadezhda nadiia nadzeia nadiya nadezjda | iulia yuliia yuliya julia julija |
vadim vadym vadzim | ilia illia ilya ilja illya | matvei matvii matsvei matviy | semen siamion
semyon semion semjon | filipp pylyp | eduard edvard | viktor victor | boris barys borys | zhanna
zanna zjanna
"""
# A patronymic, as a light key: its stem and its ending. Yevgenyevich, Jauhenavitj, Evgenovich are one.
PATRONYMIC: Final = re.compile("(..+?)[aiu]*(vic|vna|una)")
