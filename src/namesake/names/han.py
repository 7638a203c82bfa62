"""How a Chinese character may be spelled in Latin letters, and which characters are one.

A character is read in Mandarin (Pinyin, or Wade and Giles's older letters) and, where Koreans use it in
names, in Korean: 金 is Jin, Chin, Kim. Traditional and Japanese forms of a character become the simplified
one, because lists and customers write either.

Source: anyascii's Pinyin, the Wade-Giles table, the readings of the characters most used in Korean names
(Supreme Court of Korea), and the People's Republic's list of simplified characters (1964).
"""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from anyascii import anyascii

__all__ = ["korean", "plain", "spellings"]

# Simplified, then the traditional and Japanese forms of it.
_FORMS: Final = """
张張 刘劉 陈陳 杨楊 黄黃 赵趙 吴吳 孙孫 马馬 罗羅 郑鄭 谢謝 韩韓 冯馮 邓鄧 许許 萧蕭 叶葉 吕呂 苏蘇 卢盧
蒋蔣 贾賈 钟鐘鍾 谭譚 陆陸 范範 邹鄒 阎閻 龙龍竜 顾顧 钱錢 汤湯 严嚴厳 赖賴頼 龚龔 贺賀 兰蘭 万萬 庄莊
齐齊斉 颜顔顏 骆駱 关關関 华華 卫衛 国國 东東 军軍 伟偉 习習 泽澤沢 边邊辺 广廣広 滨濱浜 樱櫻桜 惠恵 德徳
黑黒 恒恆 宝寶 庆慶 凤鳳 云雲 丽麗 兴興 义義 礼禮 银銀 铁鐵鉄 钢鋼 锋鋒 锦錦 铭銘 杰傑 强強 胜勝 荣榮栄 业業
书書 乐樂楽 亚亞 产產産 亲親 仓倉 仪儀 传傳伝 伦倫 侠俠 俭儉 儿兒児 党黨 冈岡 净淨浄 凯凱 刚剛 创創 别別
剑劍剣 励勵 劲勁 动動 务務 劳勞労 区區 医醫 单單単 历歷 厅廳 厦廈 县縣県 双雙 发發発 变變変 台臺 员員 咏詠
响響 团團団 园園 围圍 图圖図 圆圓円 圣聖 场場 块塊 坚堅 坛壇 垒壘 声聲 处處処 备備 复復 够夠 头頭 夺奪 奖獎
奥奧 妇婦 娇嬌 婴嬰 宁寧 实實実 审審 宪憲 宫宮 宾賓 对對対 寻尋 导導 寿壽 将將 尔爾 尘塵 层層 岁歲歳 岛島嶋
峡峽 币幣 师師 带帶帯 帮幫 库庫 应應応 庙廟 开開 异異 弹彈弾 归歸帰 录錄録 彦彥 径徑 总總 恋戀 惊驚 愿願
战戰戦 户戶 执執 扩擴拡 报報 护護 挥揮 换換 据據 敌敵 数數 断斷 无無 时時 昆崑 显顯顕 晓曉 晖暉 暂暫 术術
机機 杀殺 权權権 条條 来來 极極 构構 枪槍 标標 栋棟 树樹 桥橋 检檢検 楼樓 欢歡 欧歐 气氣気 汇匯 汉漢 沟溝
济濟済 浅淺 测測 浓濃 涛濤 润潤 渔漁 湾灣 满滿 滩灘 潜潛 灵靈 灿燦 炼煉 烟煙 热熱 爱愛 牵牽 犹猶 狮獅 献獻
环環 现現 琼瓊 电電 画畫 疗療 监監 盖蓋 盘盤 砖磚 码碼 确確 祯禎 种種 积積 稳穩 穷窮 笔筆 简簡 粮糧 红紅
级級 纪紀 纬緯 纯純 纲綱 纳納 纸紙 组組 细細 织織 终終 经經経 结結 给給 络絡 统統 绍紹 继繼 绩績 续續 维維
绿綠緑 编編 缘緣 罚罰 联聯 聪聰 职職 肃肅 胆膽 脑腦 腾騰 舰艦 艺藝芸 节節 芦蘆 荐薦 药藥 莲蓮 营營 蓝藍 虏虜
虑慮 虽雖 补補 装裝 观觀 规規 视視 览覽 计計 订訂 认認 讯訊 议議 讲講 论論 设設 访訪 证證 评評 诉訴 词詞
译譯 试試 诗詩 诚誠 话話 询詢 该該 语語 误誤 诸諸 诺諾 课課 调調 谊誼 谋謀 谦謙 谷穀 贝貝 贞貞 负負 财財
贡貢 贤賢 贵貴 贸貿 费費 资資 赏賞 赞贊 赢贏 轩軒 转轉 轮輪 软軟 轻輕 载載 辉輝 输輸 辽遼 达達 迁遷 过過
运運 进進 连連 远遠 选選 递遞 郁鬱 酱醬 释釋 里裏 针針 钧鈞 钰鈺 铝鋁 锁鎖 镇鎮鎭 镜鏡 长長 门門 问問 间間
闻聞 阁閣 队隊 阳陽 阴陰 阵陣 际際 险險険 隐隱 难難 雾霧 静靜 韦韋 韵韻 页頁 项項 顺順 须須 预預 领領 频頻
题題 飞飛 饭飯 馆館 驰馳 驱驅 驶駛 骏駿 验驗験 鱼魚 鲁魯 鲜鮮 鸟鳥 鸡雞 鸣鳴 鸿鴻 鹏鵬 鹤鶴 麦麥 龄齡 龟龜
高髙 崎﨑 吉𠮷 濑瀬 坂阪 斋齋斎 渊淵 穗穂 晋晉 盐鹽塩 铃鈴 泷瀧滝 会會 学學 车車 见見 仑侖 启啓啟 择擇択
优優 亿億 价價価 众眾衆 体體 余餘 佣傭 侨僑 册冊 农農 决決 况況 冻凍 减減 击擊 划劃 办辦 协協 压壓 参參 号號
叹嘆 后後
"""
_PLAIN: Final = {ord(other): forms[0] for forms in _FORMS.split() for other in forms[1:]}

# Korean syllables with the characters (simplified) that Korean names use them for.
_KOREAN: Final = """
김金 이李 리李 박朴 최崔 정郑丁程正贞静定政廷晶 강姜康强刚江 조赵曹朝祖 윤尹允润胤 장张章蒋壮 임林任 림林
한韩汉 오吴五 서徐瑞书西 신申辛信新 권权 황黄 안安 송宋松 류柳刘 유柳刘俞裕有维 전全田钱 홍洪红弘 고高
문文门 양梁杨良 량梁 손孙 배裴培 백白百 허许 남南男 심沈心 노卢鲁 로卢鲁路老 하河夏何 곽郭 성成星圣诚盛 차车
주朱周柱珠主 우禹宇佑右雨 구具丘九 라罗 나罗 민闵敏民旻 진陈真珍镇振进晋 지池智志芝地 엄严 채蔡 원元源园
천千天川 방方房邦 공孔 현玄贤炫铉显 함咸 변卞边 염廉 여吕余汝 추秋 소苏邵昭素 석石锡硕 선宣善仙鲜 설薛雪
마马 길吉 연延渊妍 위魏 표表 명明命 기奇基起 반潘 왕王 금琴今 옥玉 인印仁寅 맹孟 제诸 영英永荣映龄 은恩银殷
수洙秀守寿水 희熙姬喜希 철哲铁喆 호浩虎镐豪昊 준俊准骏 경京景庆敬卿 혜惠慧 숙淑叔 순顺淳 미美 용龙勇容镕
룡龙 일一日逸 학学鹤 상相尚祥 동东栋童 국国菊 해海 광光广 춘春 복福 봉凤峰奉 만万满 창昌 태泰太台 형亨炯衡
훈勋薰 재在载宰财 승承胜升昇 식植 범范 규奎圭 덕德 도道度 대大 종钟宗 중中重 건建健 관宽官 근根槿 균均 두斗
록录 률律 무武 병炳秉兵 삼三 생生 세世 시时始 실实 아雅 애爱 예礼艺 욱旭 운云 월月 율律 의义 익翼 자子 점点
죽竹 찬灿赞 청清 충忠 치治 택泽 평平 필弼 향香 혁赫革 화花华和 환焕 효孝 후厚 휘辉 흥兴 련莲 렬烈 령玲 린麟
모模 목睦 섭燮 완完 을乙
"""


def plain(char: str) -> str:
    """The simplified form of the character."""
    return char.translate(_PLAIN)


def korean(char: str) -> tuple[str, ...]:
    """The Hangul syllables it stands for in Korean names."""
    return _korean().get(char, ())


def spellings(char: str) -> tuple[str, ...]:
    """How Mandarin reads it: Pinyin, then as Wade and Giles wrote."""
    pinyin = "".join(letter for letter in anyascii(char).lower() if letter.isalpha())
    found = (pinyin, _wade_giles(pinyin), *_OTHERWISE.get(char, ()))
    return tuple(dict.fromkeys(filter(None, found)))


# Surnames with a reading of their own, or as families outside the mainland spell them.
_OTHERWISE: Final = {
    "单": ("shan",), "曾": ("zeng", "tsang"), "解": ("xie",), "仇": ("qiu",),
    "长": ("zhang",), "乐": ("yue",), "重": ("chong",), "陈": ("chan", "tan"),
    "黄": ("wong", "ng"), "王": ("wong",), "李": ("lee",), "张": ("cheung", "teo"),
    "林": ("lam", "lim"), "吴": ("ng", "goh"), "周": ("chow",), "郑": ("cheng", "tay"),
    "谢": ("tse",), "何": ("ho",), "梁": ("leung",), "刘": ("lau", "liew"),
    "杨": ("yeung", "yong"), "许": ("hui",), "叶": ("yip",), "罗": ("law",), "邓": ("tang",),
    "郭": ("kwok",), "蔡": ("choi", "tsai"), "徐": ("tsui",), "朱": ("chu",), "马": ("ma",),
    "冯": ("fung",), "关": ("kwan",), "吕": ("lui", "lu"),
}  # fmt: skip
_INITIALS: Final = {
    "zh": "ch", "b": "p", "p": "p", "d": "t", "g": "k", "j": "ch", "q": "ch", "x": "hs", "z": "ts", "c": "ts",
    "r": "j",
}  # fmt: skip
_INITIAL: Final = re.compile("zh|ch|sh|[bpdgjqxzcr]")


def _wade_giles(pinyin: str) -> str:
    found = _INITIAL.match(pinyin)
    if not found:
        return pinyin
    first = _INITIALS.get(found[0], found[0])
    rest = pinyin[found.end() :]
    rest = re.sub("ong$", "ung", re.sub("ian$", "ien", rest))
    if rest == "i" and first in ("ch", "sh", "j") and found[0] in ("zh", "ch", "sh", "r"):
        rest = "ih"
    if rest == "i" and first in ("ts", "s"):
        first, rest = "tz" if first == "ts" else "sz", "u"
    return first + rest


@cache
def _korean() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for group in _KOREAN.split():
        for char in group[1:]:
            of_char = found.setdefault(char, [])
            if group[0] not in of_char:
                of_char.append(group[0])
    return {char: tuple(syllables) for char, syllables in found.items()}
