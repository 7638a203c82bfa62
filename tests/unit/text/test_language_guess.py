"""Which language a text is in, told by its letters or its small words; None rather than a wrong one."""

from __future__ import annotations

import pytest

from namesake.text.language_guess import language_of

TEXTS = [
    (
        "en",
        "The ministry said that the men were put on the list by order of the court and that it was "
        "final.",
    ),
    (
        "en",
        "THE ARCE BATTALION COMMAND HAS REPORTED THAT ABOUT 50 PEASANTS OF VARIOUS AGES HAVE BEEN KIDNAPPED "
        "BY THE",
    ),
    (
        "de",
        "Das Ministerium hat mitgeteilt, dass die Männer auf der Liste stehen und nicht mit dem Konzern zu "
        "tun haben.",
    ),
    (
        "fr",
        "Le ministère a annoncé que les deux hommes sont sur la liste et que la décision est dans le "
        "journal.",
    ),
    (
        "es",
        "El ministerio dijo que los hombres están en la lista y que no se trata de un error del "
        "gobierno.",
    ),
    (
        "it",
        "Il ministero ha detto che gli uomini sono nella lista e che non si tratta di un errore del "
        "governo.",
    ),
    (
        "pt",
        "O ministério disse que os homens estão na lista e que não se trata de um erro do governo, mas da "
        "lei.",
    ),
    (
        "nl",
        "Het ministerie zei dat de mannen op de lijst staan en dat het niet om een fout van de regering "
        "gaat.",
    ),
    (
        "pl",
        "Ministerstwo podało, że mężczyźni są na liście i że nie jest to błąd, który popełnił rząd w "
        "maju.",
    ),
    (
        "tr",
        "Bakanlık bu kişilerin listede olduğunu ve bunun bir hata olmadığını, daha sonra da bir karar için "
        "açıkladı.",
    ),
    (
        "sv",
        "Ministeriet sade att männen är på listan och att det inte var ett fel av regeringen som har "
        "makten.",
    ),
    (
        "id",
        "Kementerian mengatakan bahwa mereka ada dalam daftar dan itu tidak salah, yang akan diumumkan oleh "
        "dan untuk",
    ),
    ("ru", "Министерство сообщило, что они в списке и что это не ошибка, как было сказано на встрече с ним."),
    (
        "uk",
        "Міністерство повідомило, що вони у списку і що це не помилка, як було сказано на зустрічі з ним та "
        "його.",
    ),
    ("bg", "Министерството съобщи, че те са в списъка и че това не е грешка на правителството, а се с това."),
    (
        "ar",
        "قالت الوزارة إن الرجال على القائمة من دون خطأ في القرار الذي صدر عن المحكمة مع أن هذا كان في "
        "العام",
    ),
    ("fa", "وزارت اعلام کرد که این افراد در فهرست هستند و این اشتباه نیست که از سوی دولت با آن برای مردم شد"),
    ("ur", "وزارت نے کہا کہ یہ افراد فہرست میں ہیں اور اس کی غلطی نہیں ہے جو حکومت کے لیے تھا"),
    ("hi", "मंत्रालय ने कहा कि ये लोग सूची में हैं और यह सरकार की गलती नहीं है"),
    ("el", "Το υπουργείο ανακοίνωσε ότι οι άνδρες είναι στη λίστα"),
    ("he", "המשרד הודיע כי האנשים נמצאים ברשימה"),
    ("zh", "外交部表示这些人在名单上这不是政府的错误"),
    ("ja", "外務省は、その人たちがリストに載っていると発表した"),
    ("ko", "외교부는 그 사람들이 명단에 있다고 발표했다"),
    ("ka", "სამინისტრომ განაცხადა რომ ისინი სიაში არიან"),
    ("th", "กระทรวงกล่าวว่าชายเหล่านี้อยู่ในรายชื่อ"),
]  # fmt: skip

UNTOLD = [
    ("", "nothing"),
    ("14/01/2021", "no letters"),
    ("Qasem Soleimani", "a name is of no language"),
    ("قاسم سليماني", "nor is one in Arabic letters, which a dozen languages use"),
    ("Two men listed", "a headline is too short"),
    ("Ali Hasan\n" * 1_000, "a list of names has no small words"),
    ("a" * 1_000_000, "one word"),
    ("Qasem Soleimani и قاسم سليماني والمهندس", "two scripts side by side"),
    ("De en de en de en de en", "words that several languages share"),
    ("\u202e\u200b" * 1_000, "signs that don't show"),
]


@pytest.mark.parametrize(("language", "text"), TEXTS)
def test_a_sentence_or_two_tell_the_language(language: str, text: str) -> None:
    assert language_of(text) == language


@pytest.mark.parametrize(("text", "why"), UNTOLD)
def test_what_does_not_tell_is_not_guessed(text: str, why: str) -> None:
    assert language_of(text) is None, why


def test_names_in_another_script_do_not_change_the_language_of_a_text() -> None:
    assert language_of(f"{TEXTS[0][1]} (قاسم سليماني) {TEXTS[0][1]}") == "en"
    assert language_of(f"{TEXTS[12][1]} (Wagner Group) {TEXTS[12][1]}") == "ru"
