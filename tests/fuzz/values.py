"""Cells that mean harm, by the kind of their column; half of them are right, or nearly."""

from random import Random

from desktop.briefing.columns import Column
from desktop.quantities.quantity import BOUNDS_BEFORE, BOUNDS_BEHIND
from desktop.quantities.units import ALIASES, UNITS

SIGNS = [
    *(
        "\x00",
        "\x01",
        "\x08",
        "\t",
        "\n",
        "\r",
        "\r\n",
        "\x0b",
        "\x0c",
        "\x1b",
        "\x1f",
        "\x7f",
        "\x85",
        "\x9f",
    ),
    *("\u200b", "\u200f", "\u2028", "\u202e", "\u2066", "\ufeff", "\ufffd", "\ufffe", "\uffff", "\U0001f600"),
    *(
        "\u0301",
        "\u3000",
        "\xa0",
        "²",
        "١",
        "㊀",
        "Ⅻ",
        "﹪",
        "＜",
        "&",
        "<b>",
        "<img src=x>",
        "&amp;",
        "]]>",
        "{x}",
    ),
    *(
        '"',
        "'",
        ",",
        ";",
        "=",
        "@",
        "+",
        "-",
        "%s",
        "{0}",
        "{title}",
        "{",
        "}",
        "\\",
        "/",
        "\U00020000",
        "𠮷",
        "é",
    ),
]
NUMBERS = [
    *(
        "0",
        "-0",
        "1",
        "00",
        "0.0",
        "1.66",
        "-11.7",
        "1e5",
        "1E999",
        "NaN",
        "inf",
        "-inf",
        "1_000",
        "１２",
        "1,234",
    ),
    *(
        "9" * 29,
        "0." + "9" * 27,
        "0." + "0" * 27 + "1",
        "-" + "9" * 28,
        "9" * 400,
        "1" * 100_000,
        "+3",
        ".5",
        "5.",
    ),
    *("99999999999999999999", "0.000000000000001", "100", "101", "-100", "²", "٣", "1 000", "0x10", "--1"),
]
INTEGERS = ["0", "1", "2", "3", "12", "13", "999999999", "1000000000", "-1", "٣", "1.0", "", "007"]
DATES = [
    *(
        "2024",
        "2024-06",
        "2024-06-05",
        "2024-12~",
        "2024-06?",
        "2024%",
        "2024-21",
        "2024-24",
        "2024-33",
        "2024-36",
    ),
    *(
        "2024-40",
        "2024-41",
        "2024/2025",
        "../2024",
        "2024/..",
        "/2024",
        "2024/",
        "..",
        "/",
        "../..",
        "2024-06/2024-05",
    ),
    *(
        "0000",
        "0001",
        "0001-01-01",
        "0001-01-01%",
        "0001-21~",
        "9999",
        "9999-12-31",
        "9999-12-31%",
        "9999-24~",
    ),
    *(
        "99999",
        "-0001",
        "10000",
        "9999-41%",
        "9999-12~",
        "2024-13",
        "2024-00",
        "2024-02-30",
        "2024-02-29",
        "2023-02-29",
    ),
    *(
        "0001/9999",
        "0001~/9999%",
        "9999-12-31/..",
        "../0001-01-01",
        "Y12024",
        "2024-06-05T12:00",
        "２０２４",
        "2024年6月",
    ),
    *(
        "2024/6/5",
        "Jun-24",
        "2024-6",
        "202４-06",
        "2024-06-05/2024-06-05",
        "2024-24/2025-21",
        "2024/2024/2024",
    ),
]
WORDS_BEFORE = [word for word in BOUNDS_BEFORE if word]
WORDS_BEHIND = [word for word in BOUNDS_BEHIND if word]
UNIT_WORDS = [
    *UNITS,
    *ALIASES,
    "级",
    "余",
    "多",
    "半",
    "来",
    "成",
    "个百分点",
    "亿级",
    "X",
    "亿亿",
    "万元/",
    "/亩",
]
RUNS = [
    *(
        "1.66",
        "0",
        "300",
        "1,234,567",
        "一百二十三",
        "三五",
        "七八十",
        "千",
        "百万",
        "亿",
        "零",
        "〇",
        "两",
        "十十",
        "1.2.3",
    ),
    *(
        "1亿2000万",
        "9" * 45,
        "百分之八十",
        "千分之",
        "第一",
        "前三",
        "70–80",
        "10至20",
        "5%—8%",
        "-5",
        "一半",
        "半",
        "点五",
    ),
    *(
        "1" * 39 + "亿",
        "一亿二千万",
        "二〇二四",
        "０",
        "1万1",
        "3千2",
        "几百",
        "数十",
        "1亿亿",
        "0.00000000000000000001",
    ),
]
DATE_WORDS = [
    *(
        "去年",
        "今年",
        "明年",
        "后年",
        "前年",
        "上年",
        "明年1月",
        "后年12月",
        "下个月",
        "上个月",
        "本月",
        "2024年6月",
    ),
    *(
        "1999年12月底",
        "2099年13月",
        "年底",
        "上半年",
        "去年下半年",
        "前年年初",
        "明年十二月",
        "二〇二四年三月",
    ),
]
GROWTHS = [
    "同比增长",
    "下降",
    "持平",
    "基本持平",
    "增速为",
    "降至",
    "翻了",
    "环比-",
    "同比+",
    "增幅达",
    "提高到",
]
FILLERS = [
    "，",
    "。",
    "；",
    "\n",
    " ",
    "项目",
    "企业",
    "完成",
    "其中",
    "（",
    "）",
    "“",
    "”",
    "、",
    "A",
    "of ",
    "zone 3 ",
]


def quote(random: Random, most: int = 8) -> str:
    """Running text out of the pieces that the readers of clauses look for."""
    pieces = (RUNS, UNIT_WORDS, WORDS_BEFORE, WORDS_BEHIND, DATE_WORDS, GROWTHS, FILLERS, FILLERS, SIGNS)
    return "".join(random.choice(random.choice(pieces)) for _ in range(random.randint(0, most)))


def text(random: Random) -> str:
    """A name or a title."""
    kind = random.random()
    if kind < 0.4:
        return quote(random, 3)
    if kind < 0.6:
        return "".join(random.choice(SIGNS) for _ in range(random.randint(0, 6)))
    if kind < 0.8:
        return random.choice(
            ("示范区", "A very long name without any end", "x", "一", "", " ")
        ) * random.randint(1, 40)
    return random.choice(
        ("长" * 9_999, "W" * 10_000, "a" * 10_001, "\n" * 50, "😀" * 500, "-" * 300, "{f0}{f1.change}")
    )


def formula(random: Random, names: list[str], deep: int = 0) -> str:
    """Arithmetic over `names`, now and then past every limit."""
    kind = random.random()
    if deep == 0 and kind < 0.06:
        return random.choice(
            [
                "(" * 21 + "1" + ")" * 21,
                "-" * 400 + "1",
                "1/0",
                "10*" * 150 + "10",
                "9" * 31,
                "1" + "+1" * 240,
                "²",
                "f0 ** f0",
                "a.change.change",
            ]
        )
    if deep > 3 or kind < 0.35:
        name = random.choice(names)
        return random.choice(
            (name, name, name, f"{name}.change", "1", "100", "0", "0.0001", "9" * 30, f"{10**28}")
        )
    inner = (formula(random, names, deep + 1) for _ in range(2))
    joined = random.choice((" + ", " - ", " * ", " / ", " × ", " ÷ ", "-", "/")).join(inner)
    return f"({joined})" if random.random() < 0.5 else joined


def cell(random: Random, column: Column, ids: list[str]) -> str:
    """A cell of `column`; `ids` are those of the table that it refers to, or may name."""
    if random.random() < 0.05:
        return random.choice(SIGNS)
    match column.kind:
        case "decimal":
            return (
                random.choice(NUMBERS)
                if random.random() < 0.5
                else f"{random.uniform(-200, 1e4):.{random.randint(0, 6)}f}"
            )
        case "integer":
            return random.choice(INTEGERS)
        case "date":
            return random.choice(DATES)
        case "unit":
            return random.choice(UNIT_WORDS)
        case "choice":
            return random.choice((*column.choices, "", "x"))
        case "flag":
            return random.choice(("true", "FALSE", "1", "0", "", "yes"))
        case "identifier":
            return random.choice((*ids, "", "a b", "x" * 101, "z\u0301", "é", "-", "1"))
    if column.name == "quote":
        return quote(random)
    if column.name == "formula":
        return formula(random, ids or ["f0"]) if random.random() < 0.7 else ""
    if column.name == "items":
        joints = (" ", "+", "  ", ",", "")
        return "".join(
            random.choice(ids or ["f0"]) + random.choice(joints) for _ in range(random.randint(0, 7))
        )
    if column.name == "path":
        return random.choice(
            ("news.txt", "", "../x.txt", "news.md", "nul.txt", "\x00.txt", "a/b.txt", "x" * 500, "news.TXT")
        )
    if column.name == "panel":
        return random.choice(
            ("cover", "sources", "industry/1", "investment/2", "industry/99", "x", "industry")
        )
    return text(random)
