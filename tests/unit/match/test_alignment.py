"""Two names laid side by side: what agrees, what is missing, what contradicts."""

from __future__ import annotations

import pytest

from namesake.match.alignment import compare_names, joined_pairs
from namesake.match.evidence import SCORING, Evidence, EvidenceKind, fold
from namesake.match.strings import Reason
from namesake.names.tokens import parse

PART, OMITTED, ADDED = EvidenceKind.PART, EvidenceKind.OMITTED, EvidenceKind.ADDED
CONTRADICTION, ONE_PART = EvidenceKind.CONTRADICTION, EvidenceKind.ONE_PART


def compared(query: str, listed: str, *, person: bool = True) -> list[Evidence]:
    return compare_names(parse(query, person=person), parse(listed, person=person))


def pieces(
    query: str, listed: str, *, person: bool = True
) -> set[tuple[EvidenceKind, str | None, str | None]]:
    return {(piece.kind, piece.query, piece.listed) for piece in compared(query, listed, person=person)}


def score(query: str, listed: str, *, person: bool = True) -> float:
    return fold(compared(query, listed, person=person))


def test_each_part_of_a_name_is_paired_with_the_part_it_is() -> None:
    # OFAC sdn.csv: 10481,"SOLEIMANI, Qasem",individual
    assert pieces("Qassem Suleimani", "SOLEIMANI, Qasem") == {
        (PART, "Qassem", "Qasem"),
        (PART, "Suleimani", "SOLEIMANI"),
    }


def test_the_same_word_is_paired_with_itself_before_anything_like_it() -> None:
    assert pieces("Hasan Hassan Husain", "Hassan Hasan Husain") == {
        (PART, "Hasan", "Hasan"),
        (PART, "Hassan", "Hassan"),
        (PART, "Husain", "Husain"),
    }


def test_a_name_made_of_another_names_parts_is_still_itself() -> None:
    # Two parts together weigh more than one: by weight alone they would pair with the third.
    name = "Barzan Ibrahim Barzanibrahim"
    assert all(piece.same for piece in compared(name, name))


def test_what_one_side_lacks_is_missing_or_added() -> None:
    # OFAC sdn.csv: 21171,"PRIGOZHIN, Yevgeniy Viktorovich",individual
    assert (OMITTED, None, "Viktorovich") in pieces("Yevgeniy Prigozhin", "PRIGOZHIN, Yevgeniy Viktorovich")
    assert (ADDED, "Viktorovich", None) in pieces("Yevgeniy Viktorovich Prigozhin", "PRIGOZHIN, Yevgeniy")


def test_what_the_asked_name_adds_weighs_more_than_what_it_omits() -> None:
    long, short = "Yevgeniy Viktorovich Prigozhin", "Yevgeniy Prigozhin"
    assert score(long, short) < score(short, long) < score(long, long)


def test_different_parts_on_both_sides_contradict() -> None:
    # OFAC sdn.csv: 24424,"CABELLO RONDON, Diosdado" and 24425,"CABELLO RONDON, Jose David", brothers
    assert (CONTRADICTION, "Jose David", "Diosdado") in pieces(
        "Jose David Cabello Rondon", "CABELLO RONDON, Diosdado"
    )
    assert score("Jose David Cabello Rondon", "CABELLO RONDON, Diosdado") < 0.6


def test_a_lone_name_is_no_person_of_several() -> None:
    kinds = {piece.kind for piece in compared("Soleimani", "SOLEIMANI, Qasem")}
    assert ONE_PART in kinds
    assert score("Soleimani", "SOLEIMANI, Qasem") < 0.70
    assert ONE_PART not in {piece.kind for piece in compared("Soleimani", "Soleimani")}
    assert ONE_PART not in {piece.kind for piece in compared("Rosoboron", "Rosoboron Eksport", person=False)}


@pytest.mark.parametrize(
    ("query", "listed", "together"),
    [
        ("Jamaladdin Ahmad", "JAMAL AL-DIN, Ahmad", ("Jamaladdin", "JAMAL DIN")),
        ("Badr al Din Mustafa", "BADREDDINE, Mustafa", ("Badr Din", "BADREDDINE")),
        ("Kim Jongun", "KIM, Jong Un", ("Jongun", "Jong Un")),
        ("马晓红", "MA, Xiaohong", ("晓 红", "Xiaohong")),
        ("عبدالله حسن", "عبد الله حسن", ("عبدالله", "عبد الله")),
        ("Nasr Allah Hasan", "NASRALLAH, Hasan", ("Nasr Allah", "NASRALLAH")),
    ],
)
def test_two_words_may_be_one_on_the_other_side(query: str, listed: str, together: tuple[str, str]) -> None:
    joined = [piece for piece in compared(query, listed) if piece.reason == Reason.JOINED]
    assert [(piece.query, piece.listed) for piece in joined] == [together]
    assert not any(piece.same for piece in joined)


def test_words_are_joined_across_particles_and_never_across_titles_or_initials() -> None:
    tokens = parse("Jamal al-Din J. Hassan", person=True).tokens
    assert [(places, token.text) for places, token in joined_pairs(tokens)] == [((0, 2), "jamaldin")]


def test_a_joined_word_weighs_as_much_as_its_parts() -> None:
    first, second = parse("Jong Un", person=True).tokens
    ((_, joined),) = joined_pairs((first, second))
    assert (joined.weight, joined.bits) == (first.weight + second.weight, first.bits + second.bits)


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("J. Smith", "SMITH, John"),
        ("John Smith", "SMITH, J."),
        ("Ю. Иванов", "IVANOV, Yuri"),
        ("Y. Ivanov", "Ю. Иванов"),
    ],
)
def test_an_initial_stands_for_a_name_that_begins_with_it(query: str, listed: str) -> None:
    reasons = [piece.reason for piece in compared(query, listed)]
    assert Reason.INITIAL in reasons
    assert CONTRADICTION not in {piece.kind for piece in compared(query, listed)}


@pytest.mark.parametrize(("query", "listed"), [("V. Surkov", "SURKOV, Igor"), ("Ю. Иванов", "IVANOV, Igor")])
def test_an_initial_does_not_stand_for_another_letter(query: str, listed: str) -> None:
    assert Reason.INITIAL not in [piece.reason for piece in compared(query, listed)]


def test_an_initial_that_is_two_letters_in_latin_is_no_word() -> None:
    # Ю. is yu: neither the family name Yu nor anything that sounds like it.
    assert [piece.reason for piece in compared("Ю. Ким", "KIM, Yi")].count(Reason.VOWELS) == 0


def test_each_initial_stands_for_one_name_only() -> None:
    found = [piece for piece in compared("A. Hassan", "Ahmad Ali Hassan") if piece.reason == Reason.INITIAL]
    assert len(found) == 1


def test_particles_titles_and_legal_forms_pair_with_names_only_where_they_are_the_same() -> None:
    assert (PART, "King", "KING") in pieces("King Stephen", "KING, Stephen")
    assert (ADDED, "Kinge", None) in pieces("Kinge Stephen Ali", "King Stephen Ali")
    assert (ADDED, "Aal", None) in pieces("Hassan Aal Ali", "Hassan al Ali")  # Aal is a word, al a particle
    assert (PART, "bin", "Ben") in pieces("Hassan bin Ali", "Hassan Ben Ali")
    assert (ADDED, "LLC", None) in pieces("Acme LLC", "Acme Alc", person=False)


def test_titles_are_no_evidence_either_way() -> None:
    assert score("General Qasem Soleimani", "SOLEIMANI, Qasem") == score(
        "Qasem Soleimani", "SOLEIMANI, Qasem"
    )


def test_a_foreign_script_counts_the_surprise_of_the_side_with_vowels() -> None:
    (piece,) = compared("Soleimani", "سليماني")
    (token,) = parse("Soleimani", person=True).tokens
    assert piece.reason == Reason.SCRIPT
    assert piece.bits == pytest.approx(token.bits * piece.agree / (piece.agree + piece.against), abs=0.02)


def test_nothing_compared_with_something_scores_nothing() -> None:
    assert compare_names(parse("", person=True), parse("", person=True)) == []
    assert score("!", "SOLEIMANI, Qasem") == 0


def test_numbers_tell_sister_ships_apart() -> None:
    # OFAC sdn.csv: 19582,SOUTH HILL 2,vessel and 19584,SOUTH HILL 5,vessel
    assert score("South Hill 2", "SOUTH HILL 2", person=False) > 0.9
    assert (CONTRADICTION, "5", "2") in pieces("South Hill 5", "SOUTH HILL 2", person=False)
    assert score("South Hill 5", "SOUTH HILL 2", person=False) < 0.70


def test_the_pieces_add_up_to_the_weights_of_both_names() -> None:
    query, listed = parse("Qassem Suleimani", person=True), parse("SOLEIMANI, Qasem", person=True)
    found = compare_names(query, listed)
    assert sum(piece.agree + piece.against for piece in found) == pytest.approx(
        (query.weight + listed.weight) / 2, abs=1e-3
    )


def test_what_is_left_over_counts_by_the_scoring_table() -> None:
    listed = parse("PRIGOZHIN, Yevgeniy Viktorovich", person=True)
    (piece,) = [one for one in compared("Yevgeniy Prigozhin", listed.text) if one.kind is OMITTED]
    assert piece.against == pytest.approx(listed.tokens[2].weight * SCORING.omitted, abs=1e-4)
