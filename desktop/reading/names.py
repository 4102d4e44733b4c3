"""Names in a text: which words name a subject or an indicator, the longest first."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple


class Named(NamedTuple):
    """A name that stands in a text from `start` to `end`, and what it is the name of."""

    key: str
    start: int
    end: int


class Names:
    """Finds names. A Latin one has to stand as whole words, whatever its case; white space within it is left out where
    the text has none."""

    def __init__(self, names: Iterable[tuple[str, str]], others: "Names | None" = None) -> None:
        """`names` are the words with the key of what they name; words of one character name nothing. All of `others` are
        found as well."""
        self._by_head: dict[str, list[tuple[str, str]]] = {}
        for words, key in dict.fromkeys(names):
            folded = fold(words)
            if len(folded) > 1:
                self._by_head.setdefault(folded[:2], []).append((folded, key))
        for head, found in self._by_head.items():
            if others is not None:
                found += others._by_head.get(head, ())
            if len(found) > 1:
                found.sort(key=lambda one: -len(one[0]))
        if others is not None:
            self._by_head = {**others._by_head, **self._by_head}

    def find(self, text: str) -> Sequence[Named]:
        """The names in a folded text, in order; where several begin at one place, those that are as long as the
        longest."""
        found: list[Named] = []
        end = 0
        for start in range(len(text) - 1):
            if start < end:
                continue
            longest = 0
            for words, key in self._by_head.get(text[start : start + 2], ()):
                if len(words) < longest:
                    break
                if text.startswith(words, start) and _is_whole(text, start, start + len(words), words):
                    longest = len(words)
                    found.append(Named(key, start, start + longest))
            end = start + longest
        return found


def fold(words: str) -> str:
    """As names are compared: in lower case, each white space one blank."""
    return " ".join(words.split()).lower()


def _is_whole(text: str, start: int, end: int, words: str) -> bool:
    def parts(one: str, other: str) -> bool:
        return not (one.isascii() and one.isalpha() and other.isascii() and other.isalpha())

    return (start == 0 or parts(text[start - 1], words[0])) and (
        end == len(text) or parts(words[-1], text[end])
    )
