"""Quoted words in a document: found whatever its white space, at once, and without much memory."""

from time import process_time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop.reading import passages
from desktop.reading.passages import document_of, locate
from tests.child import peak_memory

SENTENCE = "全年完成实到外资1.66亿美\n元，同比增长11.7%，总量全市第\n一。"


def blocks(text: str, size: int = passages.BLOCK) -> list[str]:
    return [text[n : n + size] for n in range(0, len(text), size)]


def found(text: str, quote: str, around: int = passages.AROUND, size: int = passages.BLOCK) -> str | None:
    """The passage with ⟦ ⟧ around the quoted words."""
    passage = locate(document_of(blocks(text, size)), quote, around)
    if passage is None:
        return None
    shown, start, end = passage
    return f"{shown[:start]}⟦{shown[start:end]}⟧{shown[end:]}"


@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        (SENTENCE, "同比 增长11.7%", "全年完成实到外资1.66亿美元，⟦同比增长11.7%⟧，总量全市第一。"),
        (
            "甲。" + SENTENCE + "乙。",
            "总量全市第一",
            "…全年完成实到外资1.66亿美元，同比增长11.7%，⟦总量全市第一⟧。…",
        ),
        ("grew by\n  11.7 %\nin 2024", "11.7%", "grew by ⟦11.7 %⟧ in 2024"),
        ("甲乙丙", "甲乙丙", "⟦甲乙丙⟧"),
        ("甲乙丙", "甲丙", None),
        ("甲乙丙", " \n", None),
        ("", "甲", None),
        ("   \n", "甲", None),
        ("😀 a\n😀b", "😀", "⟦😀⟧a😀b"),
    ],
)
@pytest.mark.parametrize("size", [1, 3, passages.BLOCK])
def test_the_words_are_found_between_their_neighbours(
    text: str, quote: str, shown: str | None, size: int
) -> None:
    assert found(text, quote, size=size) == shown


def looked_through(text: str, quote: str, around: int) -> str | None:
    """What `found` has to say, worked out letter by letter."""
    letters = [(n, letter) for n, letter in enumerate(text) if not letter.isspace()]
    bare, wanted = "".join(letter for _, letter in letters), "".join(quote.split())
    at = bare.find(wanted) if wanted else -1
    if at < 0:
        return None
    end, stops = at + len(wanted), "。！？；"
    left = max([max(0, at - around), *(n + 1 for n in range(max(0, at - around), at) if bare[n] in stops)])
    right = min(
        [
            min(len(bare), end + around),
            *(n + 1 for n in range(end, min(len(bare), end + around)) if bare[n] in stops),
        ]
    )
    shown = "…" if left else ""
    for n in range(left, right):
        if n == end:
            shown += "⟧"
        gap = n > left and letters[n][0] - letters[n - 1][0] > 1
        shown += " " if gap and letters[n][1].isascii() and letters[n - 1][1].isascii() else ""
        shown += ("⟦" if n == at else "") + letters[n][1]
    return shown + ("⟧" if end == right else "") + ("…" if right < len(bare) else "")


@settings(max_examples=400, deadline=None)
@given(st.text("ab一二。；😀 \n\u3000", max_size=60), st.text("ab一二😀 ", max_size=4), st.integers(1, 9))
def test_it_is_what_a_search_letter_by_letter_finds(text: str, quote: str, size: int) -> None:
    assert found(text, quote, 5, size) == looked_through(text, quote, 5)


def test_a_quote_in_a_million_characters_is_there_at_once() -> None:
    text = "示范区完成规上工业增加值，同比持平。\n" * 50_000 + SENTENCE
    started = process_time()
    passage = locate(document_of(blocks(text)), "实到外资1.66亿美元")
    assert process_time() - started < 0.2
    assert passage and "同比增长11.7%" in passage.text


@pytest.mark.parametrize("letters", ["示范区全年，", "zone of the\n", "a b c d e f ", "zone 😀" + "x" * 4000])
def test_a_document_takes_at_most_four_times_its_size(letters: str) -> None:
    count = 12 * 2**20 // len(letters.encode())
    setup = (
        "from pathlib import Path\nfrom desktop.pack.texts import decode_document\n"
        "from desktop.reading.passages import locate\nimport desktop.quantities.language\n"
        f"content = ({letters!r} * {count} + '1.66亿美元').encode()\n"
    )
    work = "document, _ = decode_document('a.txt', content)\nassert locate(document, '1.66亿美元')"
    assert peak_memory(setup, work) < 3 * count * len(letters.encode())
