"""Labelled CSV files: told apart by their columns, refused with file, row and column."""

from __future__ import annotations

from pathlib import Path

import pytest

from namesake.errors import InputError
from namesake.model.values import Kind
from namesake.quality.labelled import Customer, Pair, Scripts, read_folder


def _file(folder: Path, text: str, name: str = "some.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_pairs_are_read_with_their_kind_where_given(tmp_path: Path) -> None:
    found = read_folder(_file(tmp_path, "name1,name2,is_match,kind\na,b,true,Person\nc,d,No,\n"))
    assert found.pairs == {"some": [Pair("a", "b", True, Kind.PERSON), Pair("c", "d", False, None)]}


def test_rows_held_mislabelled_are_told_from_pairs_by_their_reason(tmp_path: Path) -> None:
    _file(tmp_path, "name1,name2,is_match\na,b,true\n")
    found = read_folder(_file(tmp_path, "name1,name2,is_match,reason\na,b,true,two brothers\n", "wrong.csv"))
    assert found.mislabelled == {("a", "b", True)}
    assert list(found.pairs) == ["some"]


def test_rows_held_mislabelled_may_be_kept_elsewhere(tmp_path: Path) -> None:
    _file(tmp_path, "name1,name2,is_match\na,b,true\n")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    _file(elsewhere, "name1,name2,is_match,reason\na,b,true,two brothers\n", "wrong.csv")
    found = read_folder(tmp_path, mislabelled=elsewhere / "wrong.csv")
    assert found.mislabelled == {("a", "b", True)}


def test_listed_persons_and_strangers_are_told_apart_by_the_party(tmp_path: Path) -> None:
    _file(tmp_path, "party,spelling,full_name,birth_date,nationality\nx:1,plain,Ali,1965,af\n", "one.csv")
    found = read_folder(_file(tmp_path, "full_name\nHannelore Vogt\n", "two.csv"))
    assert found.listed == {"one": [Customer("Ali", "x:1", "plain", "1965", "af")]}
    assert found.unlisted == {"two": [Customer("Hannelore Vogt", "", "", "", "")]}


def test_names_in_two_scripts_are_read(tmp_path: Path) -> None:
    found = read_folder(_file(tmp_path, "party,kind,latin,original,script\nx:1,Person,Ali,علي,ARABIC\n"))
    assert found.scripts == {"some": [Scripts("x:1", "Ali", "علي", "ARABIC", Kind.PERSON)]}


REFUSED = (
    ("name1,is_match\na,true\n", "some.csv row 1: column 'name2' is missing"),
    ("party,spelling\nx:1,plain\n", "some.csv row 1: column 'full_name' is missing"),
    ("", "some.csv row 1: column"),
    ("name1,name2,is_match\na,b,true\nc,,true\n", "some.csv row 3: column 'name2' is empty"),
    (
        "name1,name2,is_match\na,b,perhaps\n",
        "some.csv row 2: column 'is_match' is 'perhaps': write true or false",
    ),
    ("name1,name2,is_match\na,b\n", "some.csv row 2: column 'is_match' is empty"),
    (
        "name1,name2,is_match,kind\na,b,true,Human\n",
        "some.csv row 2: column 'kind' is 'Human': use one of Person",
    ),
    ("full_name\n---\n", "some.csv row 2: column 'full_name' is '---', which has no letter"),
)


@pytest.mark.parametrize(("text", "message"), REFUSED)
def test_what_cannot_be_used_is_refused_by_row_and_column(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(InputError) as refused:
        read_folder(_file(tmp_path, text))
    assert str(refused.value).startswith(message)


def test_a_folder_without_data_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="it holds no CSV file"):
        read_folder(tmp_path)
    with pytest.raises(InputError, match="can't be read"):
        read_folder(tmp_path / "missing")


def test_a_file_that_is_not_utf_8_is_refused(tmp_path: Path) -> None:
    (tmp_path / "bad.csv").write_bytes(b"full_name\nJos\xe9\n")
    with pytest.raises(InputError, match=r"bad\.csv can't be read as a CSV file in UTF-8"):
        read_folder(tmp_path)
