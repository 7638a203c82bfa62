"""The day a text says it is of: what a careful reader takes from its first lines, and what not."""

from __future__ import annotations

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from namesake.text.datelines import dateline_of

STORY = "The ministry said that two men had been put on the list, and that it knew of no others."
LONG = f"\n\n{STORY}" * 20 + "\n\n"

# The head of a text, the day it is of, and why.
FULL_DATES = [
    # alone on a line
    ("Thursday 14/01/2021", "2021-01-14", "no month has 14 for its number, and it was a Thursday"),
    ("14 January 2021", "2021-01-14", "day, month, year"),
    ("January 14, 2021", "2021-01-14", "month, day, year"),
    ("Jan. 14th, 2021", "2021-01-14", "an ordinal"),
    ("Thursday, January 14, 2021", "2021-01-14", "with its day of the week"),
    ("Thu 14 Jan 2021 10.22 GMT", "2021-01-14", "with a time and a zone"),
    ("January 14, 2021 at 5:00 p.m. EST", "2021-01-14", "with words around the time"),
    ("Jan. 14, 2021 / 7:22 AM", "2021-01-14", "with a stroke before the time"),
    ("Date: Thu, 14 Jan 2021 10:22:31 +0000", "2021-01-14", "as mail has it"),
    ("14th of January, 2021", "2021-01-14", "in full"),
    ("2021-01-14", "2021-01-14", "ISO 8601"),
    ("2021-01-14T10:22:31+03:00", "2021-01-14", "a timestamp: the day of its own zone"),
    ("2021-01-14 10:22:31", "2021-01-14", "a timestamp with a space"),
    ("2021/01/14", "2021-01-14", "with strokes the year first"),
    ("14.01.2021", "2021-01-14", "with points the day stands first wherever they are used"),
    ("04.03.2021", "2021-03-04", "the same, though both could be months"),
    ("14-Jan-2021", "2021-01-14", "as databases write"),
    ("03/03/2021", "2021-03-03", "both numbers are the same"),
    ("14/01/21", "2021-01-14", "two digits of the year, at the end"),
    ("Thursday 04/03/2021", "2021-03-04", "the fourth of March was a Thursday"),
    ("Saturday 04/03/2021", "2021-04-03", "the same numbers on a Saturday are month and day"),
    ("3 January 69", "1969-01-03", "two digits as POSIX reads them"),
    ("29 February 2020", "2020-02-29", "a leap day"),
    # after a label
    ("Published: 14 January 2021", "2021-01-14", "a label"),
    ("Published on 2021-01-14T10:22:00Z", "2021-01-14", "a label and a timestamp"),
    ("Published\n14 January 2021", "2021-01-14", "the label on the line before"),
    ("Issued on: 14/01/2021 - 10:22", "2021-01-14", "a label and a time"),
    ("Updated 15 January 2021", "2021-01-15", "no other day is given"),
    ("Published 14 January 2021, updated 16 January 2021", "2021-01-14", "publishing goes first"),
    ("Updated 16 January 2021\nPublished 14 January 2021", "2021-01-14", "the same, in the other order"),
    ("Last modified on Thu 14 Jan 2021 10.30 GMT", "2021-01-14", "words around the label"),
    ("This article was first published on 14 January 2021.", "2021-01-14", "a sentence about the text"),
    ("Published 14/01/2021, updated 03/02/2021", "2021-01-14", "a label to each date"),
    ("Updated 03/02/2021 | 14/01/2021", "2021-01-14", "the date without a label is of publishing"),
    ("For immediate release: January 14, 2021", "2021-01-14", "a label of several words"),
    ("Press release date: 14 January 2021", "2021-01-14", "a word of the label's own beside `date`"),
    ("By Jane Doe Published 14 January 2021", "2021-01-14", "a byline before the label"),
    ("Published | 14 January 2021", "2021-01-14", "a label in a cell"),
    ("London, 14 January 2021\nGeneva, 12 January 2021", "2021-01-14", "days close to each other: the first"),
    # beside a byline or a place
    ("Jane Doe | 14 January 2021 | 3 min read", "2021-01-14", "between strokes"),
    ("By Jane Doe | 14 January 2021", "2021-01-14", "after a writer, in a cell"),
    ("By Jane Doe, 14 January 2021", "2021-01-14", "after a byline"),
    ("London, 14 January 2021", "2021-01-14", "place and day, as letters have"),
    ("Reuters · 14 Jan 2021", "2021-01-14", "after the agency"),
    ("PRESS RELEASE – January 14, 2021", "2021-01-14", "after what it is"),
    ("Jane Doe\n14 January 2021 10:22", "2021-01-14", "a writer's name; a birth has no time of day"),
    ("Jane Doe\nThursday 14 January 2021", "2021-01-14", "nor a day of the week"),
    ("San Salvador, 14 January 2021", "2021-01-14", "a place that sounds like a name"),
    ("Man born in Syria is named\n14 January 2021", "2021-01-14", "a headline is no label"),
    ("Statement by the ministry of foreign affairs:\n14 January 2021", "2021-01-14", "nor with a colon"),
    ("New sanctions on Russia\n14 January 2021", "2021-01-14", "below a headline"),
    ("Acme Holding plc\n12 Long Street\nLondon\n14 January 2021", "2021-01-14", "below a letter's address"),
    ("Acme Bank\n14 January 2021\n\nDear Sir,", "2021-01-14", "below a letter's head"),
    ("Moscow\n14 January 2021", "2021-01-14", "below a place"),
    ("Washington, D.C.\n14 January 2021", "2021-01-14", "below a place and its state"),
    ("Reuters\n14 January 2021", "2021-01-14", "below an agency"),
    ("Statement\n14 January 2021", "2021-01-14", "below what a text is called"),
    ("From: Jane Doe\nDate: 14 January 2021\nSubject: Names", "2021-01-14", "in the head of a letter"),
    ("Customer: Jane Doe\nPublished: 14 January 2021", "2021-01-14", "no record of a customer is published"),
    ("Photo: Reuters\nPublished 14 January 2021", "2021-01-14", "below a picture's credit, with a label"),
    ("San Salvador, 14.01.2021", "2021-01-14", "a town, and a date in digits"),
    ("San Jose, California, 14 January 2021", "2021-01-14", "a town and its state"),
    ("Moscow/Berlin, 14 January 2021", "2021-01-14", "two places"),
    # of an agency
    ("SAN SALVADOR, 3 JAN 90 -- [TEXT] THE BATTALION COMMAND", "1990-01-03", "as wires wrote in 1990"),
    ("MANAGUA (NICARAGUA), 10 DEC 89 (DOMESTIC SERVICE) -- [TEXT]", "1989-12-10", "with the country"),
    ("WASHINGTON, January 14, 2021 (Reuters) - The treasury said", "2021-01-14", "day, agency, dash"),
    ("WASHINGTON, Jan. 14, 2021 /PRNewswire/ -- The company said", "2021-01-14", "strokes for brackets"),
    ("HEMPSTEAD, N.Y., Sept. 26, 2016 (UPI) — A candidate was", "2016-09-26", "a state between"),
    ("SANAA, 14 January 2021 (AFP) - 20 people were killed", "2021-01-14", "a number begins the story"),
    ("BEIRUT, 14 January 2021 (SANA) The ministry said on Monday", "2021-01-14", "no dash after the agency"),
    ("Geneva, 14 January 2021 – The council met on Monday and", "2021-01-14", "no agency"),
    ("14 January 2021 – Present were all members of the council.", "2021-01-14", "a sentence, no range"),
    ("14 January 2021 – The council met on Monday and found that", "2021-01-14", "no place"),
    ("BAGHDAD (Agency), Jan 14, 2021 - The ministry said", "2021-01-14", "the agency first"),
    ("WASHINGTON, January 14, 2021\n(Reuters) - The treasury said", "2021-01-14", "over two lines"),
    ("SAINT-JEAN-DE-LUZ, 14 January 2021 (AFP) - The", "2021-01-14", "hyphens in the place"),
    ("MOSCOW (AP), 3 March 2022: The ministry said", "2022-03-03", "a colon, after the agency"),
    ("MOSCOW (AP) — March 3, 2022. The ministry said", "2022-03-03", "a full stop, after the agency"),
    ("Moscow. March 3, 2022. INTERFAX.COM - The ministry said", "2022-03-03", "an agency in capitals"),
    ("Press release, London, 3 March 2022 – The ministry said", "2022-03-03", "after what it is, and where"),
    ("“Geneva, 3 March 2022 – The council met on Monday and", "2022-03-03", "a quotation mark"),
    # in other languages
    ("14. Januar 2021", "2021-01-14", "German"),
    ("Paris, le 14 janvier 2021", "2021-01-14", "French, as letters begin"),
    ("1er février 2021", "2021-02-01", "French, the first of a month"),
    ("Madrid, 14 de enero de 2021", "2021-01-14", "Spanish"),
    ("14 gennaio 2021", "2021-01-14", "Italian"),
    ("14 de março de 2021", "2021-03-14", "Portuguese"),
    ("14 januari 2021", "2021-01-14", "Dutch"),
    ("14 stycznia 2021", "2021-01-14", "Polish, the month in the genitive"),
    ("14 Kasım 2021", "2021-11-14", "Turkish, with its dotless i"),
    ("Опубликовано 14 января 2021", "2021-01-14", "Russian, with a label"),
    ("14 січня 2021", "2021-01-14", "Ukrainian"),
    ("14 января 2021 года", "2021-01-14", "Russian, with the word for year"),
    ("14 января 2021 г., 10:22", "2021-01-14", "the same cut short, and a time"),
    ("14 בינואר 2021", "2021-01-14", "Hebrew"),
    ("۲۵ دی‌ماه ۱۳۹۹", "2021-01-14", "Persian, with the word for month"),
    ("الخميس 14 يناير 2021", "2021-01-14", "Arabic, as in Egypt"),
    ("الخميس، ١٤ يناير ٢٠٢١ - ١٠:٢٢", "2021-01-14", "Arabic, with its own comma"),
    ("14 كانون الثاني/يناير 2021", "2021-01-14", "Arabic, both month names, as agencies write"),
    ("١٤ جانفي ٢٠٢١", "2021-01-14", "Arabic, as in Algeria, in its own digits"),
    ("۱۴ ژانویه ۲۰۲۱", "2021-01-14", "Persian, the common calendar"),
    ("۲۵ دی ۱۳۹۹", "2021-01-14", "Persian, the Iranian calendar"),
    ("۱۳۹۹/۱۲/۳۰", "2021-03-20", "the last day of an Iranian leap year"),
    ("2021年1月14日", "2021-01-14", "Chinese and Japanese"),
    ("2021년 1월 14일", "2021-01-14", "Korean"),
    ("\u200f14\u200e يناير\u200f 2021", "2021-01-14", "marks of direction that don't show"),
]  # fmt: skip

NO_DAY = [
    ("On 14 January 2021 the US said it had named them.", "a date in a sentence is of the story"),
    ("On 14 January 2021 - the day of the vote - they met.", "a dash within a sentence"),
    ("Встреча прошла 14 января 2021", "small letters begin no byline"),
    ("14 January 2021 was a Thursday, and it rained.", "it begins a sentence"),
    ("January 14, 2021 marks a year since the attack.", "the same"),
    ("Attack of 14 January 2021 remembered", "a headline speaks of the story"),
    ("He published on 14 January 2021 a book of names.", "a label's word in a sentence"),
    ("May 2021", "a month is no day"),
    ("Spring 2021", "nor is a season"),
    ("2021", "nor a year"),
    ("31 February 2021", "there is no such day"),
    ("29 February 2021", "nor this, in that year"),
    ("32 January 2021", "nor this; `2 January` is not what it says"),
    ("14/13/2021", "impossible either way round"),
    ("2021-13-01", "there is no thirteenth month"),
    ("۳۰ اسفند ۱۴۰۰", "that Iranian year had 29 days in its last month"),
    ("03/04/2021", "March or April: nothing tells"),
    ("03-04-21", "three numbers that could stand in any order"),
    ("Friday 14 January 2021", "it was a Thursday: day or date is wrong, and we don't know which"),
    ("Monday 03/04/2021", "neither reading was a Monday"),
    ("14 January 1021", "no year of today's texts"),
    ("SANAA, 14 January 2021 - 20 January 2021", "the days of a journey"),
    ("11 March 1957 – 3 January 2020", "born and died"),
    ("Qasem Soleimani, 11 March 1957 - 3 January 2020", "the same with a name"),
    ("14-16 January 2021", "three days of a conference"),
    ("Deadline: 14 January 2021", "a label of something else"),
    ("Born: 11 March 1957", "the same"),
    ("Date of birth:\n11 March 1997", "the label stands on the line before"),
    ("Born\n11 March 1997", "the same, as tables become lines"),
    ("Born | 11 March 1997", "in a row of a table"),
    ("Name | Date of birth\nVladimir Putin | 11 March 1997", "below the head of a table's column"),
    ("Born\nVladimir Vladimirovich Putin\n11 March 1997 (age 29)", "with an age behind it"),
    ("In office since\n7 May 2012", "the day from which something is so"),
    ("Name | Born\nA B | 7 May 1985\nViola Pell | 5 Oct 2001", "each row of a table, not the first only"),
    ("| Name | Born |\n|---|---|\n| Viola Pell | 7 May 1999 |", "a table as Markdown has it"),
    ("Date | Name\n7 May 1999 | Viola Pell", "what the date is of stands in another column"),
    ("Name\tShare\tFrom\nViola Pell\t20\t7 May 1999", "cells parted by tabs"),
    ("Name         From\nViola Pell   7 May 1999", "cells parted by spaces"),
    ("Name,From\nViola Pell,7 May 1999", "cells parted by commas"),
    ("Name;From\nViola Pell;1999-05-07", "or by semicolons"),
    ("- Founded\n- 7 May 1999\n- London", "one of a list's items"),
    ("Viola Pell | 7 May 1999 | Director", "a row that is the only one"),
    ("Acme Ltd\t7 May 1999", "the same with a tab"),
    ("Acme Ltd; 7 May 1999", "the same with a semicolon"),
    ("Name\nDate of birth\nShare\nViola Pell\n7 May 1999\n20 %", "a table copied cell by cell"),
    ("Ostrava\n7 May 1999\nBrno\n5 October 2001", "two days far apart: nothing tells which it is"),
    ("Viola Pell\n7 May 1999\nJane Doe\n5 October 2001", "people and their births"),
    ("7 May 1999 - Founded.\n5 October 2001 - Closed.", "a table of years"),
    ("Geburtsdatum:\n11.03.1997", "German"),
    ("Né le\n11 mars 1997", "French"),
    ("Fecha de nacimiento\n11 de marzo de 1997", "Spanish"),
    ("Дата рождения:\n11 марта 1997", "Russian"),
    ("Дата народження\n11 березня 1997", "Ukrainian"),
    ("تاريخ الميلاد\n11 مارس 1997", "Arabic"),
    ("تاریخ تولد:\n۱۴ دی ۱۳۷۶", "Persian"),
    ("Doğum tarihi\n11 Mart 1997", "Turkish"),
    ("出生日期\n1997年3月11日", "Chinese"),
    ("생년월일\n1997년 3월 11일", "Korean"),
    ("Invoice date: 14 January 2011", "the day of an invoice, which says so"),
    ("Passport issued: 14 January 2011", "the day of a passport"),
    ("Passport No: 123456\nIssued: 14 January 2011", "the same over two lines"),
    ("Expiry date: 14/01/2011", "the day until which something is valid"),
    ("Acme Ltd, 14 January 2011: The shares were sold.", "a colon, and no agency"),
    ("Moscow. March 3, 2022. The ministry said that", "a full stop, and no agency"),
    ("Acme Ltd, 14 January 2011. SHARES - None are left", "no full stop behind a place"),
    ("Acme Ltd (Cyprus) 14 January 2011, when it was sold", "brackets, and a sentence that goes on"),
    ("Payment due 14 January 2011", "the day of a payment"),
    ("Value date: 14 January 2011\nBeneficiary: Viola Pell", "another word beside `date`"),
    ("Value Date: 14 January 2011 - Viola Pell", "the same, before a dash"),
    ("Hearing date\n14 January 2011", "the same, on the line before"),
    ("Settlement Date | 14 January 2011", "the same, in a row"),
    ("Date of Transfer, 14 January 2011", "a word behind the label"),
    ("Date of the next hearing\n14 January 2011", "the same, on the line before"),
    ("Contract dated: 14 January 2011", "a thing that is dated"),
    ("Verhandlungsdatum\n14. Januar 2011", "a compound"),
    ("Fecha valor: 14 de enero de 2011", "Spanish"),
    ("开庭日期\n2011年1月14日", "Chinese"),
    ("Vladimir Putin, 7 October 1992 - present", "from a day until now"),
    ("Acme Holding, 7 October 1992 – 1998", "until a year"),
    ("Wladimir Putin, 7. Oktober 1992 – heute", "German"),
    ("Владимир Путин, 7 октября 1992 — настоящее время", "Russian"),
    ("Vladimir Putin, 7 October 1992", "a name and a birth"),
    ("Vladimir Putin\n7 October 1992\nMoscow", "the same, below each other"),
    ("Name: Vladimir Putin\n7 October 1992", "the same, with a label"),
    ("Vladimir Putin (7 October 1992)", "in brackets"),
    ("PUTIN Vladimir, 07.10.1992", "the surname first"),
    ("Putin, Vladimir, 07.10.1992", "the surname first, and a comma"),
    ("Pell Viola, 07.10.1992, Russia", "a country behind the date: a row of names"),
    ("Putin Vladimir, 07.10.1992", "the surname first, as a date in digits tells"),
    ("PUTIN VLADIMIR\n07.10.1992", "the same in capitals, below each other"),
    ("Qwert, 07.10.1992, Moscow, Russia", "a town and a country behind it"),
    ("Иванов Иван Иванович, 07.10.1992", "a surname and a father's name"),
    ("14 January 2011. Photo: Reuters", "a credit behind the date"),
    ("June 2, 2011 (AP Photo/Jane Doe)", "the same in brackets"),
    ("June 2, 2011. REUTERS/Jane Doe", "the same without a label"),
    ("Next review due by\n14 January 2011", "a label of several words"),
    ("Last known address\n14 January 2011", "the same, by how it begins"),
    ("Appointed on\n14 January 2011", "a label that is not of writing"),
    ("Viola Pell\nArrested on\n\n14 January 2011", "the same over an empty line"),
    ("Hearing\nFriday 14 January 2011 10:30", "a hearing has a day of the week and a time"),
    ("Last contact\n14 January 2011", "two words and no sentence"),
    ("Date of last known contact\n14 January 2011", "more words, and what the date is of"),
    ("Appointed on - 14 January 2011", "before a dash"),
    ("Sentenced, 14 January 2011", "before a comma"),
    ("Appointed: 14 January 2011 - Viola Pell", "before a colon, with a dash behind"),
    ("Verurteilt am\n14. Januar 2011", "German"),
    ("Condamnée à Paris le\n14 janvier 2011", "French"),
    ("Арестован\n14 января 2011", "Russian"),
    ("اعتقل في\n14 يناير 2011", "Arabic"),
    ("逮捕\n2011年1月14日", "Japanese"),
    ("Name: Viola Pell\nDate created: 14/01/2011", "the day of a record"),
    ("Customer: Viola Pell\nCreated: 14 January 2011\nStatus: active", "the same between its fields"),
    ("Customer: Viola Pell, Created: 14 January 2011", "the same on one line"),
    ("Account: 123, 14 January 2011", "a field of a record and no label"),
    ("Date: 14 January 2011\nAmount: 200\nPayee: Viola Pell", "a payment's"),
    ("Photo: Reuters, 14 January 2011", "a picture's credit"),
    ("Reuters/Jane Doe, January 14, 2011", "an agency and who took the picture"),
    ("Viola Pell. Photo: Reuters\n14 January 2011", "below a credit"),
    ("Viola Pell in Ostrava\n(14 January 2011)", "in brackets below a caption"),
    ("Фото: Рейтер, 14 января 2011", "a credit in Russian"),
    ("صورة: رويترز، 14 يناير 2011", "in Arabic"),
    ("BAGHDAD, Jan 14 (Agency) - The ministry said", "no year, and nothing gives it"),
    ("TEGUCIGALPA, 7 FEB (REUTER) -- [TEXT] THE", "the same in an old wire"),
    ("SAN SALVADOR, NO DATE (DOMESTIC SERVICE) --", "it says that it has none"),
    ("Thursday, January 14", "no year"),
    ("Resolution 1267 (1999), S/2021/45", "numbers of documents"),
    ("Call 14/01/2021/55 now", "not three numbers"),
    ("ISBN 978-3-14-01-2021", "a part of a number"),
    ("10.01.2021.4", "a version"),
    ("", "nothing"),
    ("\n\n \n", "nothing but space"),
]  # fmt: skip


@pytest.mark.parametrize(("head", "day", "why"), FULL_DATES)
def test_a_date_where_writers_put_it_is_the_day_of_the_text(head: str, day: str, why: str) -> None:
    assert dateline_of(f"{head}\n\n{STORY}\n") == dt.date.fromisoformat(day), why


@pytest.mark.parametrize(("head", "day", "why"), [case for case in FULL_DATES if "--" not in case[0]])
def test_a_headline_before_it_changes_nothing(head: str, day: str, why: str) -> None:
    assert dateline_of(f"Two men listed\n\n{head}\n\n{STORY}") == dt.date.fromisoformat(day), why


# Of the languages read: the first sentence that a dateline stands before, as one line.
SENTENCES = {
    "ar": "قالت وزارة الخارجية إن رجلين أضيفا إلى القائمة وإنها لا تعرف غيرهما في الوقت الحاضر",
    "de": "Das Ministerium sagte, dass zwei Männer auf die Liste gesetzt wurden und es keine anderen kenne.",
    "en": STORY,
    "es": "El ministerio dijo que dos hombres fueron incluidos en la lista y que no sabía de otros.",
    "fa": "وزارت امور خارجه گفت که دو مرد به فهرست افزوده شده اند و کس دیگری را نمی شناسد",
    "fr": "Le ministère a dit que deux hommes avaient été inscrits sur la liste et n'en savait pas plus.",
    "he": "המשרד הודיע כי שני גברים נוספו לרשימה וכי אינו יודע על אחרים כפי שנאמר בהודעה",
    "it": "Il ministero ha detto che due uomini sono stati aggiunti alla lista e che non ne conosce altri.",
    "ja": "外務省は二人の男が名簿に載せられ、ほかの者は知らないと述べた。",
    "ko": "외교부는 두 사람이 명단에 올랐으며 다른 사람은 알지 못한다고 밝혔다고 전했다",
    "nl": "Het ministerie zei dat twee mannen op de lijst zijn gezet en dat het geen anderen kent.",
    "pl": "Ministerstwo poinformowało, że dwóch mężczyzn wpisano na listę i że o innych nie wie.",
    "pt": "O ministério disse que dois homens foram incluídos na lista e que não sabia de outros.",
    "ru": "Министерство сообщило, что двое мужчин включены в список и что других оно не знает.",
    "tr": "Bakanlık iki kişinin listeye alındığını ve başkalarını bilmediğini söyledi, denildi açıklamada.",
    "uk": "Міністерство повідомило, що двох чоловіків внесено до списку і що інших воно не знає.",
    "zh": "外交部表示，两名男子已被列入名单，并称不知道还有其他人。",
}

# Each is of 4 January 2020, a Saturday.
DATELINES = {
    "ar": [
        "بغداد، 4 يناير 2020 —",
        "بغداد ٤ يناير ٢٠٢٠ (رويترز) -",
        "بغداد، 4 كانون الثاني 2020 –",
        "بغداد (رويترز) 4 كانون الثاني/يناير 2020 -",
        "بيروت، في 4 يناير/كانون الثاني 2020 -",
        "بغداد، السبت 4 يناير 2020م —",
        "بيروت في 4 كانون الثاني 2020 -",
        "نيويورك - 4 يناير 2020 -",
        "الأمم المتحدة، نيويورك، ٤ يناير ٢٠٢٠ ـ",
        "واشنطن 4 يناير/ كانون الثاني 2020 (أ ف ب) -",
        "4 يناير 2020 —",
    ],
    "de": [
        "Berlin, 4. Januar 2020 —",
        "Berlin, den 4. Januar 2020 –",
    ],
    "en": [
        "BAGHDAD, 4 January 2020 —",
        "Baghdad, 4 January 2020 −",
    ],
    "es": [
        "Madrid, 4 de enero de 2020 —",
        "Ciudad de México, 4 de enero de 2020 –",
        "Bogotá, 4 ene. 2020 (EFE).-",
    ],
    "fa": [
        "تهران، ۱۴ دی ۱۳۹۸ —",
        "تهران، ۴ ژانویه ۲۰۲۰ —",
        "تهران - ۱۴ دی ماه ۱۳۹۸ -",
        "تهران، ۴ ژانویه ۲۰۲۰ (ایرنا) -",
        "تهران، شنبه ۱۴ دی ۱۳۹۸ —",
    ],
    "fr": [
        "Paris, le 4 janvier 2020 —",
    ],
    "he": [
        "ירושלים, 4 בינואר 2020 —",
        "תל אביב, 4 בינואר 2020 -",
        "ירושלים, 4 ינואר 2020 –",
    ],
    "it": [
        "Roma, 4 gennaio 2020 —",
    ],
    "ja": [
        "東京、2020年1月4日 —",
        "東京、2020年1月4日(土) ―",
    ],
    "ko": [
        "(서울=연합뉴스) 2020년 1월 4일 -",
        "서울, 2020년 1월 4일 —",
    ],
    "nl": [
        "Den Haag, 4 januari 2020 —",
    ],
    "pl": [
        "Warszawa, 4 stycznia 2020 r. —",
        "Łódź, 4 stycznia 2020 roku –",
    ],
    "pt": [
        "São Paulo, 4 de janeiro de 2020 —",
    ],
    "ru": [
        "Москва, 4 января 2020 года —",
        "МОСКВА, 4 января 2020 года. /ТАСС/.",
        "Москва. 4 января 2020 года. INTERFAX.RU -",
        "Москва, 4 января 2020 г. –",
        "Нижний Новгород, 4 января 2020 -",
        "Ростов-на-Дону, 4 января 2020 года —",
        "МОСКВА, 4 января 2020 г. (Интерфакс) —",
        "4 января 2020 года —",
        "Москва, 04.01.2020 —",
        "Москва, суббота, 4 января 2020 года −",
    ],
    "tr": [
        "Ankara, 4 Ocak 2020 —",
        "İstanbul, 4 Ocak 2020 —",
    ],
    "uk": [
        "Київ, 4 січня 2020 року —",
        "Київ, 4 січня 2020 р. –",
        "КИЇВ, 4 січня 2020 (Укрінформ) –",
    ],
    "zh": [
        "北京，2020年1月4日 —",
        "新华社北京2020年1月4日电",
        "「北京2020年1月4日电」",
        "北京2020年1月4日电（记者张三）",
    ],
}

SENTENCES_WITH_A_DATE = {
    "ar": [
        "وقع الاتفاق في 4 يناير 2020 -",
        "قتل سليماني في بغداد في 4 يناير 2020 -",
        "في 4 يناير 2020 -",
        "قال المتحدث إن الهجوم وقع يوم السبت، 4 يناير 2020 —",
    ],
    "de": [
        "Er starb am 4. Januar 2020 —",
    ],
    "en": [
        "He was killed, 4 January 2020 —",
    ],
    "es": [
        "Él firmó el 4 de enero de 2020 —",
    ],
    "fa": [
        "او در تاریخ ۱۴ دی ۱۳۹۸ -",
    ],
    "fr": [
        "L'accord a été signé le 4 janvier 2020 —",
        "Réunis à Paris le 4 janvier 2020 —",
    ],
    "he": [
        "ההסכם נחתם ב-4 בינואר 2020 -",
    ],
    "ru": [
        "Договор был подписан 4 января 2020 года — в тот день",
        "В Москве 4 января 2020 года —",
        "Как сообщалось, 4 января 2020 года —",
        "Встреча прошла 4 января 2020 -",
        "Министр Иванов, 4 января 2020 года назначенный —",
        "Сулеймани убит, 4 января 2020 года —",
        "На 4 января 2020 года —",
    ],
    "uk": [
        "Угоду підписано 4 січня 2020 року —",
    ],
    "zh": [
        "他在2020年1月4日 —",
    ],
}


@pytest.mark.parametrize(
    ("language", "before"), [(code, one) for code in DATELINES for one in DATELINES[code]]
)
def test_a_dateline_before_the_first_sentence_is_read_in_each_language(language: str, before: str) -> None:
    text = f"{before} {SENTENCES[language]}\n\n{SENTENCES[language]}"
    assert dateline_of(text, language=language) == dt.date(2020, 1, 4)
    inside = f"{SENTENCES[language]} {text}"
    assert dateline_of(inside, language=language) is None, "not where a dateline stands"


@pytest.mark.parametrize(
    ("language", "before"),
    [(code, one) for code in SENTENCES_WITH_A_DATE for one in SENTENCES_WITH_A_DATE[code]],
)
def test_a_sentence_that_goes_on_behind_a_date_is_no_dateline(language: str, before: str) -> None:
    assert dateline_of(f"{before} {SENTENCES[language]}", language=language) is None


@pytest.mark.parametrize(("head", "why"), NO_DAY)
def test_what_is_no_dateline_gives_no_day(head: str, why: str) -> None:
    assert dateline_of(f"{head}\n\n{STORY}\n") is None, why


@pytest.mark.parametrize(
    "record",
    [
        "Viola Pell\nRussia\n14 January 2011",
        "Client file\n\nCreated\n14 January 2011\n\nName\nViola Pell",
        "Name Viola Pell\nUpdated 14 January 2011\nStatus active",
        "Status: active\n14 January 2011",
    ],
)
def test_a_date_among_lines_without_any_sentence_is_of_a_record(record: str) -> None:
    assert dateline_of(record) is None
    assert dateline_of(f"{record}\nPublished 16 January 2011") == dt.date(2011, 1, 16)


@pytest.mark.parametrize(
    ("text", "day", "why"),
    [
        ("BAGHDAD, Jan 14 (Agency) - He said.\n\n© 2021 Agency", "2021-01-14", "a copyright line"),
        ("BAGHDAD, Jan 14 (Agency) - He said.\n\n(c) 2021 Agency", "2021-01-14", "the same in letters"),
        ("BAGHDAD, Jan 14 (Agency) - He said.\n\n© 2010-2021 Agency", None, "the years of the whole site"),
        ("BAGHDAD, Jan 14 (Agency) - He said.\n\n© 2020 A\n© 2021 B", None, "two lines that differ"),
        ("BAGHDAD, Feb 29 (Agency) - He said.\n\n© 2021 Agency", None, "2021 had no such day"),
        ("BAGHDAD, Thursday, Jan 14 (Agency) - So.\n\n© 2021 Agency", "2021-01-14", "its weekday agrees"),
        ("BAGHDAD, Friday, Jan 14 (Agency) - So.\n\n© 2021 Agency", None, "it does not: another year's text"),
        ("Updated 15 January 2021\nBAGHDAD, Jan 14 (Agency) - So.", "2021-01-14", "an update a day later"),
        ("Updated 1 January 2021\nBAGHDAD, Dec 31 (Agency) - So.", "2020-12-31", "over the turn of the year"),
        ("Updated 15 June 2021\nBAGHDAD, Jan 14 (Agency) - So.", "2021-06-15", "too far apart"),
        (f"BAGHDAD, Jan 14 (Agency) - So.{LONG}Agency, 15 January 2021", "2021-01-14", "a line at the end"),
        ("BAGHDAD, Jan 14 (Agency) - So.\nAgency, 15 January 2021", "2021-01-14", "a line soon after it"),
        ("BAGHDAD, Jan 3 (Agency) - He was killed on Jan 3, 2020, a year ago.", None, "an anniversary"),
        ("BAGHDAD, Jan 14 (Agency) - He was killed on 3 January 2020.", None, "the date of another event"),
    ],
)  # fmt: skip
def test_the_year_comes_from_another_sign_or_not_at_all(text: str, day: str | None, why: str) -> None:
    assert dateline_of(text) == (dt.date.fromisoformat(day) if day else None), why


def test_a_day_of_publishing_that_comes_with_the_text_gives_the_year_or_the_day() -> None:
    published = dt.date(2021, 1, 15)
    assert dateline_of("BAGHDAD, Jan 14 (Agency) - He said.", published=published) == dt.date(2021, 1, 14)
    assert dateline_of("BAGHDAD, Aug 2 (Agency) - He said.", published=published) == published
    assert dateline_of(STORY, published=published) == published
    assert dateline_of(f"14 March 2019\n{STORY}", published=published) == dt.date(2019, 3, 14)


@pytest.mark.parametrize(
    ("language", "day"), [(None, None), ("en", None), ("fr", "2021-04-03"), ("ar", "2021-04-03")]
)
def test_outside_english_the_day_stands_before_the_month(language: str | None, day: str | None) -> None:
    found = dateline_of(f"03/04/2021\n\n{STORY}", language=language)
    assert found == (dt.date.fromisoformat(day) if day else None)


def test_another_date_in_numbers_can_tell_the_order() -> None:
    assert dateline_of("Published 03/04/2021, updated 14/04/2021") == dt.date(2021, 4, 3)
    assert dateline_of("Published 03/04/2021, updated 03/14/2021") == dt.date(2021, 3, 4)
    assert dateline_of("Published 03/04/2021, updated 03/14/2021", language="fr") == dt.date(2021, 3, 4)


def test_the_headline_is_passed_over_when_it_is_known() -> None:
    assert dateline_of(f"Briefing, 14 January 2021\n\n{STORY}", title="Briefing, 14 January 2021") is None


def test_a_line_that_goes_on_with_a_sentence_is_no_line_of_its_own() -> None:
    wrapped = "The department said that it had named the group on\n14 January 2021.\n"
    assert dateline_of(wrapped) is None


def test_a_date_below_the_head_is_of_the_story() -> None:
    assert dateline_of("\n\n".join([STORY] * 12 + ["14 January 2021", STORY])) is None


def test_below_two_paragraphs_a_date_without_a_label_is_of_another_story() -> None:
    paragraphs = [f"{STORY} {STORY}"] * 2
    assert dateline_of("\n\n".join([*paragraphs, "Two men on trial", "14 January 2021"])) is None
    assert dateline_of("\n\n".join([paragraphs[0], "14 January 2021"])) == dt.date(2021, 1, 14)
    assert dateline_of("\n\n".join([*paragraphs, "Published 14 January 2021"])) == dt.date(2021, 1, 14)


@pytest.mark.parametrize(
    "hostile",
    [
        "1" * 1_000_000,
        "14/01/" * 200_000,
        "14 January " * 100_000,
        "Jan " * 100_000,
        "(" * 100_000 + "14 January 2021" + ")" * 100_000,
        "A, " * 100_000 + "14 January 2021 --",
        "BAGHDAD" + " (" * 50_000,
        "\u202e\u200b" * 100_000 + "14 January 2021",
        "Updated " * 100_000,
        "© " * 100_000,
        "\n" * 1_000_000 + "14 January 2021",
        "٢" * 100_000,
        "14 January ٢٠٢١٢٠٢١",
    ],
)
def test_hostile_text_is_read_no_further_than_its_head(hostile: str) -> None:
    assert dateline_of(hostile) in (None, dt.date(2021, 1, 14))


_DAY = re.compile(r"\b(\d{1,2}) ([A-Z]{3})[A-Z]* (\d\d)\b")
_MONTHS = ("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")


def test_the_datelines_of_old_wires_are_read(shared: Path) -> None:
    path = shared / "text" / "muc4_dev.jsonl"
    if not path.exists():
        pytest.skip("the wire texts are absent")
    missed = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if match := _DAY.search(row["dateline"] or ""):
            # A wire of 1990 with a slip of the pen says 11 MAR 11.
            year = int(match[3]) + (1900 if int(match[3]) >= 69 else 2000)
            day = dt.date(year, _MONTHS.index(match[2]) + 1, int(match[1]))
            if dateline_of(row["text"]) != day:
                missed.append(row["id"])
        elif row["dateline"] and dateline_of(row["text"]) is not None:
            missed.append(row["id"])
    assert not missed
