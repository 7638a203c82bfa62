"""Laws of comparing two names, or a subject and a party, whatever they are called."""

from __future__ import annotations

import csv
import random
import re
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from msgspec.structs import replace

from namesake.match.alignment import compare_names
from namesake.match.alike import Reason
from namesake.match.attributes import compare_attributes
from namesake.match.evidence import Evidence, EvidenceKind, fold
from namesake.match.strings import similarity
from namesake.model.dates import PartialDate
from namesake.model.party import Party
from namesake.model.subject import Subject
from namesake.model.values import Country, CountryCode, CountryRole, Gender, Kind, ListId, Name, PartyId
from namesake.names.tokens import Parsed, parse
from namesake.names.writing import words_of
from namesake.screening.explain import compare

# Words that meet each other in every role: spellings of one name, parts and compounds of them, titles,
# particles, initials, legal forms, numbers, other scripts.
WORDS = st.sampled_from(
    [
        "Qasem",
        "Qassem",
        "Ghasem",
        "Kasim",
        "Soleimani",
        "Suleymani",
        "Sulaiman",
        "Abd",
        "Abdul",
        "Abdullah",
        "Allah",
        "Rahman",
        "Abdulrahman",
        "Abdrahman",
        "Nasr",
        "Nasrallah",
        "Hizballah",
        "Hezbollah",
        "Hasan",
        "Hassan",
        "Husain",
        "Ali",
        "Aly",
        "Li",
        "Lee",
        "Yi",
        "Ma",
        "Xiaohong",
        "Xiao",
        "Hong",
        "Barzan",
        "Barzanibrahim",
        "Ibrahim",
        "Omar",
        "Amir",
        "Umar",
        "Jamal",
        "Kamal",
        "Jamaladdin",
        "Din",
        "Zzyzx",
        "Zyzzyx",
        "al",
        "el",
        "bin",
        "ibn",
        "von",
        "der",
        "de",
        "y",
        "e",
        "I",
        "J.",
        "A.",
        "Jr.",
        "III",
        "Dr.",
        "Sheikh",
        "King",
        "General",
        "PhD",
        "Ltd",
        "LLC",
        "OOO",
        "S.A.",
        "Company",
        "Co.",
        "Group",
        "International",
        "Bank",
        "of",
        "the",
        "and",
        "&",
        "First",
        "1",
        "2",
        "II",
        "455",
        "456",
        "قاسم",
        "سلیمانی",
        "عبد",
        "الله",
        "عبدالله",
        "الرحمن",
        "حسن",
        "الفياض",
        "فياض",
        "Касем",
        "Сулеймани",
        "Ю.",
        "Юрий",
        "ООО",
        "קאסם",
        "שלום",
        "김",
        "정은",
        "김정은",
        "习近平",
        "馬",
        "Κασέμ",
        "Παπαδόπουλος",
        ",",
        ",",
        "-",
    ]
)
NAMES = st.lists(WORDS, min_size=1, max_size=7).map(" ".join)
# What capitals tell by design: an initial from a particle of one letter (`I`, `e`), and beside Latin words
# the capitals of another alphabet that look Latin (`КАСЕМ`) from its small letters that don't.
_OF_ONE_LETTER = {"i", "e", "y"}
_LATIN, _LIKE_LATIN = re.compile("[A-Za-z]"), re.compile("[\u0370-\u04ff]")
CASELESS = NAMES.filter(
    lambda name: (
        _OF_ONE_LETTER.isdisjoint(name.lower().split())
        and not (_LATIN.search(name) and _LIKE_LATIN.search(name))
    )
)
ANYTHING = st.one_of(NAMES, st.text(max_size=30))
DATES = st.tuples(st.integers(1930, 1999), st.sampled_from(["", "-03", "-03-11", "-11-03", "~"])).map(
    lambda parts: PartialDate(f"{parts[0]}{parts[1]}")
)


def parsed(text: str, person: bool) -> Parsed:
    return parse(text, person=person)


def compared(query: str, listed: str, person: bool) -> list[Evidence]:
    return compare_names(parsed(query, person), parsed(listed, person))


def party(name: str, *born: PartialDate) -> Party:
    return Party(
        id=PartyId("own:1"),
        list=ListId("own"),
        kind=Kind.PERSON,
        names=(Name(text=name),),
        birth_dates=born,
        countries=(Country(code=CountryCode("ir"), role=CountryRole.NATIONALITY),),
        genders=(Gender.MALE,),
    )


@given(ANYTHING, ANYTHING, st.booleans())
def test_a_comparison_is_the_same_whatever_was_compared_before(query: str, listed: str, person: bool) -> None:
    first = compared(query, listed, person)
    similarity.cache_clear()
    parse.cache_clear()
    compared(listed, query, person)
    assert compared(query, listed, person) == first


@given(ANYTHING, ANYTHING, st.sampled_from([None, "Person", "Vessel"]))
def test_a_score_is_the_fold_of_its_evidence(query: str, listed: str, kind: str | None) -> None:
    if not any(map(str.isalnum, query)) or not any(map(str.isalnum, listed)):
        return
    found = compare(query, listed, kind=kind)
    assert found.score == fold(found.evidence)
    assert 0 <= found.score <= 1
    assert found.match == (found.score >= 0.70)


@given(ANYTHING, st.booleans())
@example("J", True)
@example("The Co.", False)
@example("Abd Rahman Abdrahman", True)
@example("Barzan Ibrahim Barzanibrahim", True)
@example("عبد الله عبدالله", True)
def test_a_name_compared_with_itself_hits(name: str, person: bool) -> None:
    evidence = compared(name, name, person)
    if not any(True for _ in words_of(name)):
        assert evidence == []
        return
    assert fold(evidence) >= 0.70
    assert all(piece.same for piece in evidence)


@given(NAMES, st.booleans(), st.randoms(use_true_random=False))
def test_no_other_order_of_its_words_is_more_like_a_name_than_itself(
    name: str, person: bool, chance: random.Random
) -> None:
    words = name.split()
    chance.shuffle(words)
    other, itself = " ".join(words), fold(compared(name, name, person))
    assert fold(compared(other, name, person)) <= itself
    assert fold(compared(name, other, person)) <= itself


@given(NAMES, NAMES, st.booleans())
@example("Qasem al", "al Qasem", True)  # the same words, though one is a particle on one side only
@example("al Qasem", "Qasem", True)
def test_only_the_same_words_make_names_the_same(query: str, listed: str, person: bool) -> None:
    left, right = (
        sorted(token.text for token in parsed(name, person).tokens if token.weight)
        for name in (query, listed)
    )
    if left != right:
        evidence = compared(query, listed, person)
        assert not all(piece.same for piece in evidence if piece.agree or piece.against)


@given(NAMES, NAMES, st.booleans())
def test_each_token_is_evidence_once(query: str, listed: str, person: bool) -> None:
    evidence = [
        piece
        for piece in compared(query, listed, person)
        if piece.kind in (EvidenceKind.PART, EvidenceKind.ADDED, EvidenceKind.OMITTED)
    ]
    for side, name in (("query", query), ("listed", listed)):
        used = Counter(
            word for piece in evidence if (shown := getattr(piece, side)) for word in shown.split()
        )
        weighed = [token for token in parsed(name, person).tokens if token.weight]
        known = Counter(word for token in parsed(name, person).tokens for word in token.shown.split())
        assert used <= known
        assert used >= Counter(word for token in weighed for word in token.shown.split())


@given(NAMES, NAMES, st.booleans())
def test_weight_that_is_compared_is_the_weight_of_the_names(query: str, listed: str, person: bool) -> None:
    left, right = parsed(query, person), parsed(listed, person)
    parts = [piece for piece in compare_names(left, right) if piece.kind is EvidenceKind.PART]
    weight = sum(piece.agree + piece.against for piece in parts)
    assert weight <= (left.weight + right.weight) / 200 + 1e-9


@given(NAMES, NAMES, st.booleans())
def test_names_all_of_whose_parts_agree_are_as_alike_from_the_other_side(
    query: str, listed: str, person: bool
) -> None:
    evidence = compared(query, listed, person)
    if any(piece.reason == Reason.CUT.value for piece in evidence):
        return  # only the name asked about comes from a field that may have cut it short
    if all(piece.kind is EvidenceKind.PART for piece in evidence):
        assert fold(compared(listed, query, person)) == pytest.approx(fold(evidence), abs=2e-4)


@given(CASELESS, CASELESS, st.booleans())
@example("Qasem III", "Qasem", False)
@example("UN Bank", "IRGC", False)
def test_case_and_spacing_do_not_count(query: str, listed: str, person: bool) -> None:
    score = fold(compared(query, listed, person))
    assert fold(compared(query.lower(), listed, person)) == score
    assert fold(compared(query, f"  {listed.upper()}  ", person)) == score


@given(NAMES, NAMES, DATES, DATES)
def test_an_agreeing_birth_date_never_lowers_a_score_and_a_contradicting_one_never_raises_it(
    query: str, listed: str, asked: PartialDate, known: PartialDate
) -> None:
    evidence = compared(query, listed, True)
    subject = Subject(names=(query,), birth_dates=(asked,))
    (date,) = compare_attributes(subject, party(listed, known))
    change = fold([*evidence, date]) - fold(evidence)
    assert change >= 0 if date.points > 0 else change <= 0


@given(NAMES, NAMES, st.sampled_from(["ir", "de"]), st.sampled_from(["male", "female"]))
def test_each_further_fact_moves_the_score_its_own_way(
    query: str, listed: str, country: str, gender: str
) -> None:
    evidence = compared(query, listed, True)
    subject = Subject(names=(query,), countries=(CountryCode(country),), genders=(Gender(gender),))
    for fact in compare_attributes(subject, party(listed)):
        before = fold(evidence)
        evidence.append(fact)
        assert (fold(evidence) - before) * fact.points >= 0


@given(NAMES, NAMES, st.booleans(), st.integers(0, 20), st.integers(1, 100))
def test_no_better_evidence_makes_a_lower_score(
    query: str, listed: str, person: bool, place: int, percent: int
) -> None:
    evidence = compared(query, listed, person)
    if not evidence:
        return
    before = fold(evidence)
    one = evidence.pop(place % len(evidence))
    less = replace(one, against=one.against * (100 - percent) / 100)
    moved = one.against - less.against if one.kind is EvidenceKind.PART else 0.0
    for better in (
        less,
        replace(less, agree=one.agree + moved),
        replace(one, bits=one.bits + percent / 10),
        replace(one, points=one.points + percent / 10),
        replace(one, same=True),
    ):
        assert fold([*evidence, better]) >= before


@given(NAMES, NAMES, st.booleans())
def test_no_piece_against_a_name_makes_a_higher_score(query: str, listed: str, person: bool) -> None:
    evidence = compared(query, listed, person)
    for place, one in enumerate(evidence):
        if one.against and not one.agree:
            assert fold(evidence[:place] + evidence[place + 1 :]) >= fold(evidence)


@given(NAMES, st.booleans())
def test_nothing_is_like_no_name(name: str, person: bool) -> None:
    assert fold(compared("", name, person)) == fold(compared(name, "", person)) == 0


def test_every_name_of_the_real_lists_is_itself_and_no_order_of_it_is_more_so(shared: Path) -> None:
    names = _real_names(shared / "lists")
    assert len(names) > 15_000
    chance = random.Random(5)
    for name in chance.sample(sorted(names), 4_000):
        words = name.replace(",", " ").split()
        chance.shuffle(words)
        for person in (True, False):
            evidence = compared(name, name, person)
            assert fold(evidence) >= 0.70, name
            assert all(piece.same for piece in evidence), name
            assert fold(compared(" ".join(words), name, person)) <= fold(evidence), name


def _real_names(lists: Path) -> set[str]:
    """Names of OFAC's list in Latin letters, the UN's in their own script and the EU's in all of theirs."""
    names: set[str] = set()
    for file, column in (("sdn.csv", 1), ("alt.csv", 3)):
        with (lists / "us-ofac-sdn/2022-01_csv" / file).open(encoding="latin-1", newline="") as rows:
            names |= {row[column] for row in csv.reader(rows) if len(row) > column}
    united_nations = (lists / "un-sc/un_consolidated_2026-02-27.xml").read_text(encoding="utf-8")
    names |= set(re.findall("<NAME_ORIGINAL_SCRIPT>([^<]+)<", united_nations))
    union = (lists / "eu-fsf/2021-03-02_full_1_1.xml").read_text(encoding="utf-8")
    names |= set(re.findall('wholeName="([^"&]+)"', union))
    return {name for name in names if any(True for _ in words_of(name))}
