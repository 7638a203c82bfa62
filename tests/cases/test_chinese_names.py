"""Names of Chinese: in characters, in pinyin, given names together or apart."""

from __future__ import annotations

import pytest

from namesake.model.values import Kind
from tests.cases.pairs import Case, hits, misses

MA = '20565,"MA, Xiaohong",individual,NPWMD,Director of Dandong Hongxiang Industrial Development Co Ltd,'
LI = '11447,"LI, Fangwei",individual,NPWMD] [IFSR,-0- ,-0- ,'
ZHOU = '20566,"ZHOU, Jianshu",individual,NPWMD,"General Manager, Dandong Hongxiang Industrial Development",'
CHEN = '29220,"CHEN, Quanguo",individual,GLOMAG,-0- ,-0- ,-0- ,'
LUO = '20701,"LUO, Chuanxu",individual,NPWMD,'
ZHANG = '16818,"ZHANG, Jicheng",individual,SDNTK,-0- ,-0- ,-0- ,'
CHEN_MEI_HSIANG = '26928,"CHEN, Mei Hsiang",individual,DPRK4,-0- ,-0- ,-0- ,'
XU = '27471,"XU, Bin",individual,IRAN-EO13846,-0- ,-0- ,-0- ,'
HO_CHUN_TING = '11293,"HO, Chun Ting",individual,SDNTK,-0- ,-0- ,-0- ,'
WANG = '<nameAlias wholeName="王君正"'


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
        Case("Quanguo Chen", CHEN, "family name last"),
        Case("Chen Quan Guo", CHEN, "the given name apart"),
        Case("陈全国", CHEN, "simplified characters"),
        Case("陳全國", CHEN, "traditional characters"),
        Case("Luo Chuan Xu", LUO, "the given name apart"),
        Case("罗传旭", LUO, "simplified characters"),
        Case("Jicheng Zhang", ZHANG, "family name last"),
        Case("张继成", ZHANG, "simplified characters"),
        Case("Chen Mei-hsiang", CHEN_MEI_HSIANG, "hyphenated"),
        Case("陳美香", CHEN_MEI_HSIANG, "traditional characters"),
        Case("Bin Xu", XU, "family name last"),
        Case("Ho Chun-ting", HO_CHUN_TING, "hyphenated"),
        Case("Chun Ting Ho", HO_CHUN_TING, "family name last"),
        Case("Wang Junzheng", WANG, "characters listed, pinyin asked"),
        Case("Junzheng Wang", WANG, "family name last"),
        Case("Wang Chün-cheng", WANG, "Wade-Giles"),
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
        Case("Chen Guoquan", CHEN, "the syllables of the given name the other way round"),
        Case("Zhang Chengji", ZHANG, "the syllables the other way round"),
        Case("Wang Jicheng", ZHANG, "another family name"),
        Case("Chen Mei Hua", CHEN_MEI_HSIANG, "the last syllable another"),
        Case("Xu Bing", XU, "n and ng are two sounds"),
        Case("Li Bin", XU, "another family name"),
        Case("Ho Chun Lam", HO_CHUN_TING, "the last syllable another"),
        Case("Wang Zhengjun", WANG, "the syllables the other way round"),
    ],
)
def test_it_is_somebody_else(case: Case) -> None:
    misses(case, Kind.PERSON)
