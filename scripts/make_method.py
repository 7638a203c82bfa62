"""Renders the tables of `docs/method.md` from the code, so that the page can't say what the code does not.

    python scripts/make_method.py [--check]

Only what stands between `<!-- name: begin -->` and `<!-- name: end -->` is written, for the names in
`TABLES`; the rest of the page is written by hand, and the block `bands` by `python -m benchmarks.accuracy
--write`. With `--check` nothing is written: the exit code is 1 when the page is out of date.
"""

from __future__ import annotations

import argparse
import ast
import inspect
import io
import re
import sys
import textwrap
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise
from pathlib import Path

from rich.console import Console

from namesake.cli.comparing import one_in, show_comparison
from namesake.match import strings
from namesake.match.alignment import compare_names
from namesake.match.alike import Reason
from namesake.match.evidence import HELD_BACK, SCORING, EvidenceKind, Scoring, with_points
from namesake.match.strings import similarity
from namesake.model.policy import SCORING_VERSION, Policy
from namesake.names.parts import FIXED_BITS, HEAVIEST, LIGHTEST_CORE, MOST, WEIGHTS, Role
from namesake.names.rarity import RAREST
from namesake.names.tokens import core_token, parse
from namesake.screening.explain import BANDS, compare

PAGE = Path(__file__).resolve().parents[1] / "docs" / "method.md"

# Pairs of words; each is shown under the reason that the code gives it.
WORDS = """
    soleimani soleimani/suleimani soleimani/yevgeny evgeni/petrov petrow/volodymyr vladimir
    al-assad assad/alhassan hassan/galtieri glatieri/hadi hani/company compania/shoigu schoygy/jong chong
    lukashenko lukasenka/mhmd mohamad/galtieri galt1eri/martinez rnartinez/clement dement/moham mohammed
    qasem قاسم/kim 김/xi 习/saeed said/bob robert/bibi benjamin/bank banco/germany deutschland/moscow moskva
"""
PAIRS = tuple(tuple(pair.split()) for pair in WORDS.replace("\n", "/").split("/") if len(pair.split()) == 2)
# Pairs of names, for the ways in which several words are one.
NAMES = (
    ("J. Galtieri", "Jorge Galtieri", True),
    ("Abdallah Azzam", "Abd Allah Azzam", True),
    ("Saif Ulislam Zembrano", "Saiful Islam Zembrano", True),
    ("IRGC", "Islamic Revolutionary Guard Corps", False),
)
PLAYS = ("Al-Nasser Trading Company of Tehran, LLC", False), ("Dr. Jorge L. de la Vega Jr.", True)
SURPRISE = (2, 4, 6, 8.5, 10, 12, 14, 17, 20, 24, 28)
RARITY = ("muhammad", "ivan", "hassan", "ivanov", "petrov", "soleimani", "prigozhin")
NAMES_BEFORE = (7000, 8000, 9000)  # ten thousandths
EXAMPLES = (("Qassem Suleimani", "SOLEIMANI, Qasem"), ("Ivan Petrov", "Ivan Sidorov"))

# What log-odds stand for.
FACTS = {
    "weak_alias": "a weak alias that no fact corroborates",
    "corroborates": "the least points of a fact that makes a weak alias count",
    "born_same_day": "born on the same day",
    "born_same_month": "born in the same month, the day not known; or both on a first of January",
    "born_swapped": "day and month exchanged",
    "born_same_year": "born in the same year, no more known",
    "born_one_digit": "one digit of the date differs; or the same day of another century",
    "born_in_span": "the date may be the same: a span of years, or `about`",
    "born_one_year_off": "born one year earlier or later",
    "born_other_year": "the same day of another year",
    "born_other_day": "the same year, another day or month",
    "born_few_years_off": "two to four years apart",
    "born_other": "more years apart",
    "listed_unborn": "not yet born when the party was listed",
    "listed_minor": "a child when the party was listed",
    "same_country": "a country that both have",
    "other_country": "another country of nationality, birth or registration",
    "other_gender": "another gender",
    "same_identifier": "the same identifier, long enough to tell its bearer",
    "same_number": "the same number, too short to tell alone",
    "same_short_number": "the same short number of one type and country",
    "other_imo": "another IMO number: another ship",
    "other_lei": "another LEI",
    "same_house": "the same street and number in the same town",
    "same_street": "the same street in the same town",
}
# What the docstring of `Scoring` says in passing.
MORE = {
    "common_bits": "the bits at which a name loses `common` of its score",
    "common_half": "after so many more bits that loss is half of it",
}
TENTHS = frozenset({"initial_bits"})
TEN_THOUSANDTHS = frozenset({"contradicted_part", "one_part"})
AS_IT_IS = frozenset({"common", "common_bits", "common_half", "exact"})


def main() -> None:
    """Write the tables, or say whether they are what the code has."""
    parser = argparse.ArgumentParser(description="Render the tables of docs/method.md from the code.")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; fail when the page is out of date"
    )
    wanted = parser.parse_args()
    page = PAGE.read_text(encoding="utf-8")
    made = rendered(page)
    if wanted.check:
        if made != page:
            sys.exit("docs/method.md is out of date: python scripts/make_method.py")
        print("docs/method.md is what the code has")
        return
    PAGE.write_text(made, encoding="utf-8")
    print(f"written to {PAGE.name}")


def rendered(page: str) -> str:
    """The page with each table as the code has it; the process ends where a mark is missing."""
    for name, make in TABLES.items():
        begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
        if page.count(begin) != 1 or page.count(end) != 1:
            sys.exit(f"{PAGE.name} needs the marks {begin} and {end} once each")
        before, _, rest = page.partition(begin)
        page = f"{before}{begin}\n\n{make()}\n\n{end}{rest.partition(end)[2]}"
    return page


def roles() -> str:
    """Each role, what plays it, what it weighs and tells."""
    rows = []
    told = _members(Role)
    for role in Role:
        if role in MOST:
            weight, bits = (
                f"by its rarity, at most {MOST[role][0]}",
                f"by its rarity, at most {MOST[role][1] / 10:g}",
            )
        elif role in WEIGHTS:
            weight, bits = str(WEIGHTS[role]), f"{FIXED_BITS.get(role, 0) / 10:g}"
        else:
            weight, bits = f"by its rarity, {LIGHTEST_CORE} to {HEAVIEST}", f"by its rarity, up to {RAREST:g}"
        rows.append((role.name.lower(), told[role.name], weight, bits))
    return _table(("role", "what it is", "weight, percent", "bits"), rows)


def taken_apart() -> str:
    """Two names and the part each of their words plays."""
    return "\n".join(
        f"- *{text}*: "
        + ", ".join(
            f"{token.shown} ({token.role.name.lower()} {token.weight})"
            for token in parse(text, person=person).tokens
        )
        for text, person in PLAYS
    )


def rarity() -> str:
    """What some words weigh and how surprising they are."""
    tokens = sorted((core_token(word) for word in (*RARITY, "zembrano")), key=lambda token: token.bits)
    return _table(
        ("word", "bits", "met by chance", "weight, percent"),
        ((t.text.capitalize(), f"{t.bits / 10:g}", one_in(t.bits / 10), str(t.weight)) for t in tokens),
    )


def reasons() -> str:
    """Each way in which words are alike, with the values it has in examples; all are there."""
    found: dict[Reason, list[tuple[int, str]]] = {reason: [] for reason in Reason}
    for asked, listed in PAIRS:
        value, reason = similarity(asked.replace("-", ""), listed)
        if reason is not None:
            found[reason].append((value, f"{asked} · {listed}"))
    for asked, listed, person in NAMES:
        for piece in compare_names(parse(asked, person=person), parse(listed, person=person)):
            if piece.kind is EvidenceKind.PART and not piece.same:
                value = round(100 * piece.agree / (piece.agree + piece.against))
                found[Reason(piece.reason)].append((value, f"{piece.query} · {piece.listed}"))
    missing = [reason.name for reason, examples in found.items() if not examples]
    if missing:
        sys.exit(f"scripts/make_method.py: no example is alike by {', '.join(missing)}")
    rows = []
    for reason, examples in sorted(found.items(), key=lambda one: -max(one[1])[0]):
        shown = "; ".join(f"{text}: {value}" for value, text in sorted(examples, reverse=True))
        rows.append((reason.value, shown))
    return _table(("how two words are alike", "examples, and what agrees of their weight, in percent"), rows)


def one_letter() -> str:
    """What one letter's difference leaves, by the length of the shorter word."""
    lengths = range(3, 8)
    tables = (
        ("a letter too many or too few", strings._LETTER_TOO_MANY),
        ("two neighbouring letters exchanged", strings._LETTERS_SWAPPED),
        ("another vowel", strings._OTHER_VOWEL),
        ("another consonant", strings._OTHER_CONSONANT),
        ("another first letter", strings._OTHER_FIRST),
    )
    heads = ("one letter apart", *(f"{size} letters" for size in lengths[:-1]), f"{lengths[-1]} or more")
    return _table(heads, ((what, *(str(table[size] or "–") for size in lengths)) for what, table in tables))


def held_back() -> str:
    """What the surprise of an agreement leaves of a name's score."""
    rows = []
    for bits in SURPRISE:
        left = HELD_BACK[round(bits * 10)]
        rows.append((f"{bits:g}", one_in(bits), f"{left:.2f}", f"{max(left, SCORING.exact):.2f}"))
    return _table(("bits", "agrees so by chance", "a name scores at most", "an equal name scores"), rows)


def scoring() -> str:
    """The numbers that concern names."""
    told = _told(Scoring) | MORE
    rows: dict[str, list[str]] = {}
    for field in Scoring.__struct_fields__:
        if field in FACTS:
            continue
        if field not in told:
            sys.exit(f"scripts/make_method.py: the docstring of Scoring does not say what {field} is")
        rows.setdefault(told[field].rstrip("."), []).append(field)
    return _table(
        ("number", "what it is", "value"),
        (
            (", ".join(f"`{field}`" for field in fields), words, ", ".join(map(_shown, fields)))
            for words, fields in rows.items()
        ),
    )


def facts() -> str:
    """The numbers that concern everything else, and what each makes of a name's score."""
    unknown = set(FACTS) - set(Scoring.__struct_fields__)
    if unknown:
        sys.exit(f"scripts/make_method.py: {', '.join(sorted(unknown))}: no such number in Scoring")
    rows = []
    for field in Scoring.__struct_fields__:
        if field in FACTS:
            points = getattr(SCORING, field)
            after = ("",) * len(NAMES_BEFORE)
            if field != "corroborates":
                after = tuple(f"{with_points(name, points):.2f}" for name in NAMES_BEFORE)
            rows.append((FACTS[field], f"`{field}`", f"{points:+g}", *after))
    heads = ("what was found", "number", "points", *(f"a name of {name / 1e4:.2f}" for name in NAMES_BEFORE))
    return _table(heads, rows)


def thresholds() -> str:
    """The default threshold and where the bands begin."""
    rows = [(band.value, f"{max(least, Policy().threshold):.2f}") for least, band in BANDS]
    return f"Scoring version {SCORING_VERSION}.\n\n" + _table(("band", "from a score of"), rows)


def examples() -> str:
    """Two comparisons as the command shows them."""
    shown = []
    for left, right in EXAMPLES:
        written = io.StringIO()
        show_comparison(
            Console(file=written, width=100, highlight=False), compare(left, right, kind="Person")
        )
        shown.append(f'$ namesake explain "{left}" "{right}" --kind Person\n' + written.getvalue())
    lines = "\n".join(shown).splitlines()
    return "\n".join(["```console", *(line.rstrip() for line in lines), "```"])


TABLES: dict[str, Callable[[], str]] = {
    "roles": roles,
    "taken apart": taken_apart,
    "rarity": rarity,
    "reasons": reasons,
    "one letter": one_letter,
    "held back": held_back,
    "scoring": scoring,
    "facts": facts,
    "thresholds": thresholds,
    "examples": examples,
}


def _table(heads: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    heads = tuple(heads)
    lines = [heads, ("---",) * len(heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _shown(field: str) -> str:
    value = getattr(SCORING, field)
    if field in AS_IT_IS:
        return f"{value:g}"
    if field in TENTHS:
        return f"{value / 10:g} bits"
    if field in TEN_THOUSANDTHS:
        return f"{value / 100:g} % of the heaviest token"
    return f"{value} %"


def _told(owner: type) -> dict[str, str]:
    """What the docstring of a class says of each of its attributes; several may share a line."""
    section = textwrap.dedent(inspect.getdoc(owner) or "").partition("Attributes:\n")[2].partition("\n\n")[0]
    found: dict[str, str] = {}
    for line in re.sub(r"\n {8,}", " ", "\n" + section).splitlines():
        names, _, words = line.strip().partition(": ")
        if words:
            found |= dict.fromkeys(names.split(", "), words)
    return found


def _members(owner: type) -> dict[str, str]:
    """What the text below each member of a class says of it."""
    body = ast.parse(textwrap.dedent(inspect.getsource(owner))).body[0]
    return dict(_documented(body.body)) if isinstance(body, ast.ClassDef) else {}


def _documented(body: list[ast.stmt]) -> Iterator[tuple[str, str]]:
    for one, below in pairwise(body):
        match one, below:
            case ast.Assign(targets=[ast.Name(id=name)]), ast.Expr(value=ast.Constant(value=words)):
                yield name, str(words)


if __name__ == "__main__":
    main()
