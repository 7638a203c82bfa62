"""Names of Vietnamese: marks lost, a middle name left out, and few family names."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

VO = '30647,"VO, Ngoc Phung",individual,IRAN-EO13846,'
NGUYEN = '0,"NGUYEN, Van Thanh",individual,SDGT,-0- ,'  # an invented row
LE = '0,"LE, Duc Anh",individual,SDGT,-0- ,'  # an invented row
DO = '0,"DO, Tran Minh",individual,SDGT,-0- ,'  # an invented row
PHAM = '0,"PHAM, Thi Hong Nhung",individual,SDGT,-0- ,'  # an invented row


@pytest.mark.parametrize(
    "case",
    [
        Case("Võ Ngọc Phụng", VO, "with its marks"),
        Case("Vo Ngoc Phung", VO, "without its marks, family name first"),
        Case("Ngoc Phung Vo", VO, "family name last"),
        Case("Nguyễn Văn Thành", NGUYEN, "with its marks"),
        Case("Thanh Van Nguyen", NGUYEN, "in the order of the West"),
        Case("Thanh Nguyen", NGUYEN, "without the middle name"),
        Case("NGUYEN VAN THANH", NGUYEN, "in capitals"),
        Case("Lê Đức Anh", LE, "with its marks"),
        Case("Anh Duc Le", LE, "in the order of the West"),
        Case("Lê Ðức Anh", LE, "with the Icelandic letter that looks like Vietnam's"),
        Case("Đỗ Trần Minh", DO, "with its marks"),
        Case("Tran Minh Do", DO, "in the order of the West"),
        Case("Phạm Thị Hồng Nhung", PHAM, "with its marks"),
        Case("Hong Nhung Pham", PHAM, "without the middle name of women"),
        Case("Pham Hongnhung", PHAM, "the given names together"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Vo Ngoc Huong", VO, "the last name another"),
        Case("Nguyen Ngoc Phung", VO, "another family name"),
        Case("Le Duc Tho", LE, "the last name another"),
        Case("Le Thi Anh", LE, "a woman of that name"),
        Case("Dang Tran Minh", DO, "another family name"),
        Case("Pham Thi Hong Nga", PHAM, "the last name another"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
