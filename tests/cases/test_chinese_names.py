"""Names of Chinese: in characters, in pinyin, given names together or apart."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

MA = '20565,"MA, Xiaohong",individual,NPWMD,Director of Dandong Hongxiang Industrial Development Co Ltd,'
LI = '11447,"LI, Fangwei",individual,NPWMD] [IFSR,-0- ,-0- ,'
ZHOU = '20566,"ZHOU, Jianshu",individual,NPWMD,"General Manager, Dandong Hongxiang Industrial Development",'


@pytest.mark.parametrize(
    "case",
    [
        Case("Ma Xiaohong", MA, "family name first as at home"),
        Case("Xiaohong Ma", MA, "family name last"),
        Case("Ma Xiao Hong", MA, "the given name apart"),
        Case("Ma Xiao-hong", MA, "the given name hyphenated"),
        Case("马晓红", MA, "simplified characters"),
        Case("馬曉紅", MA, "traditional characters"),
        Case("Li Fangwei", LI, "family name first as at home"),
        Case("Li Fang Wei", LI, "the given name apart"),
        Case("李方伟", LI, "simplified characters"),
        Case("李芳伟", LI, "another character of the same sound"),
        Case("Zhou Jianshu", ZHOU, "family name first as at home"),
        Case("周建书", ZHOU, "simplified characters"),
        Case("Zhou Jianshú", ZHOU, "with a tone mark"),
    ],
)
def test_it_is_the_listed_person(case: Case) -> None:
    hits(case, Kind.PERSON)


@pytest.mark.parametrize(
    "case",
    [
        Case("Wang Fangwei", LI, "the same given name"),
        Case("王方伟", LI, "the same given name, in characters"),
        Case("Zhang Wei", ZHOU, "nobody alike"),
        Case("Ma Yun", MA, "the same family name"),
        Case("马云", MA, "the same family name, in characters"),
        Case("Li Xiaohong", LI, "the same family name, which millions bear"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
