"""Make the table of pinyin that a search reads: `python resources/pinyin/build.py` writes syllables.txt beside it.

One line for each syllable, tones aside, with the characters of U+4E00–9FFF that are read so. pypinyin (MIT) knows
the readings; it takes 0.2 s to import and 20 MB to carry, the table a few milliseconds and 80 kB.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from pypinyin import Style, pinyin
from pypinyin.contrib.tone_convert import to_normal
from pypinyin.phrases_dict import phrases_dict

TABLE = Path(__file__).with_name("syllables.txt")
CHARACTERS = range(0x4E00, 0xA000)
MOST_READINGS = 3
VOWELS = frozenset("aeiouv")
RARE = 0.01
"""A reading that fewer of the phrases with its character have is left out: it would find what nobody meant."""
WORDS = (
    "重庆 chong qing;厦门 xia men;长兴 chang xing;长三角 chang san jiao;长期 chang qi;增长 zeng zhang;"
    "重点 zhong dian;重塑 chong su;银行 yin hang;行业 hang ye;行动 xing dong;乐清 yue qing;会计 kuai ji;地块 di kuai;"
    "台州 tai zhou;丽水 li shui;鄞州 yin zhou;衢州 qu zhou;嵊州 sheng zhou;瓯海 ou hai;番禺 pan yu;蚌埠 beng bu;"
    "六安 lu an;六合 lu he;亳州 bo zhou;歙县 she xian;涡阳 guo yang;铅山 yan shan;婺源 wu yuan;莘县 shen xian;"
    "单县 shan xian;东阿 dong e;浚县 xun xian;洪洞 hong tong;黄陂 huang pi;大城 dai cheng;穆棱 mu ling;尉犁 yu li;"
    "筠连 jun lian;犍为 qian wei;盱眙 xu yi;浒墅关 xu shu guan;甪直 lu zhi;牟平 mu ping;珲春 hun chun;华山 hua shan;"
    "车间 che jian;参与 can yu;调研 diao yan;调整 tiao zheng;分红 fen hong;供给 gong ji;好转 hao zhuan;"
    "角色 jue se;处理 chu li;率先 shuai xian;效率 xiao lv;提供 ti gong;数控 shu kong;系统 xi tong;"
    "兴业 xing ye;应用 ying yong;转型 zhuan xing;种植 zhong zhi;朝阳 chao yang;传感 chuan gan;弹性 tan xing;"
    "都市 du shi;给水 ji shui;曾 zeng;单 shan;解 xie;仇 qiu;区 ou;任 ren;查 zha;尉 yu"
)
"""Words and surnames whose reading has to be found, though it may be a rare one of its characters."""


def table() -> str:
    """The table as text, its syllables in order, the characters of each too."""
    read: dict[str, list[str]] = {}
    for character, syllables in readings().items():
        for syllable in syllables:
            read.setdefault(syllable, []).append(character)
    return "".join(f"{syllable} {''.join(sorted(read[syllable]))}\n" for syllable in sorted(read))


def readings() -> dict[str, list[str]]:
    """The common readings of each character, the usual one first."""
    counts, wanted = _in_phrases(), _in_words()
    found = {c: _common(c, counts.get(c, Counter()), wanted.get(c, [])) for c in map(chr, CHARACTERS)}
    return {character: syllables for character, syllables in found.items() if syllables}


def _common(character: str, counts: Counter[str], wanted: list[str]) -> list[str]:
    (known,) = pinyin(character, heteronym=True, style=Style.NORMAL)
    proper = [s for s in dict.fromkeys(known) if s.isascii() and not VOWELS.isdisjoint(s)]
    share = counts.total() * RARE
    usual = [s for s in proper if counts[s] and counts[s] >= share]
    usual.sort(key=lambda s: -counts[s])
    others = [s for s in usual or proper if s not in wanted]
    return (wanted + others)[:MOST_READINGS]


def _in_phrases() -> dict[str, Counter[str]]:
    """How often each character is read how, in the phrases that pypinyin knows."""
    counts: dict[str, Counter[str]] = {}
    for phrase, syllables in phrases_dict.items():
        for character, syllable in zip(phrase, syllables, strict=False):
            counts.setdefault(character, Counter())[to_normal(syllable[0])] += 1
    return counts


def _in_words() -> dict[str, list[str]]:
    wanted: dict[str, list[str]] = {}
    for character, syllable in words():
        if syllable not in wanted.setdefault(character, []):
            wanted[character].append(syllable)
    return wanted


def words() -> Iterator[tuple[str, str]]:
    """Each character of the words above with its syllable there."""
    for line in WORDS.split(";"):
        word, *syllables = line.split()
        yield from zip(word, syllables, strict=True)


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8", newline="\n")
