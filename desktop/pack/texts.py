"""The bytes of a file → its text, as it may be shown anywhere: the one gate for letters that cannot be."""

import codecs
import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, TypeVar

from desktop.pack.files import PackError, shown
from desktop.quantities.language import tr
from desktop.reading.passages import BLOCK, Document, document_of

_T = TypeVar("_T")
DEEPEST = 40
"""Lists within lists in a descriptor."""

_SPACES = "\x0b\x0c\x1c-\x1f\x85\u2028\u2029"
_UNSHOWN = "\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff"
"""Controls and halves of letters, which no file of Office may hold, and the marks by which letters are shown in another
order than they stand in the file."""
_GATE = re.compile(f"[{_SPACES}{_UNSHOWN}]")
_SPACE = re.compile(f"[{_SPACES}]")
_LOST = re.compile(f"[{_UNSHOWN}]")
_NO_LINE = re.compile(f"[{_SPACES}{_UNSHOWN}\t\r\n\ufffd]")


class Text(NamedTuple):
    """The text of a file. `notices` tell that it is not UTF-8 but GB18030, and what was left out of it."""

    text: str
    is_utf8: bool
    notices: list[str]


def decode(name: str, content: bytes) -> Text:
    """The text of a file; PackError where it is neither UTF-8 nor GB18030."""
    gate = _Gate(name)
    text, is_utf8 = _decoded(name, content, lambda encoding: gate.passed(content.decode(encoding)))
    return Text(text.removeprefix("\ufeff"), is_utf8, _notices(gate, is_utf8))


def decode_document(name: str, content: bytes) -> tuple[Document, list[str]]:
    """As `decode`, block by block, so that the text of a large document is never there whole; and its notices."""
    gate = _Gate(name)
    document, is_utf8 = _decoded(
        name, content, lambda encoding: document_of(map(gate.passed, _blocks(content, encoding)))
    )
    return document, _notices(gate, is_utf8)


def _decoded(name: str, content: bytes, read: Callable[[str], _T]) -> tuple[_T, bool]:
    """What `read` makes of the content, given its encoding, and whether that is UTF-8."""
    if b"\0" in content:
        raise PackError(
            tr("“{path}” holds NUL bytes, so it is no text; save it as CSV UTF-8", path=shown(name))
        )
    try:
        return read("utf-8-sig"), True
    except UnicodeDecodeError:
        pass
    try:
        return read("gb18030"), False
    except UnicodeDecodeError:
        raise PackError(
            tr("“{path}” is neither UTF-8 nor GB18030; save it as CSV UTF-8", path=shown(name))
        ) from None


def _blocks(content: bytes, encoding: str) -> Iterator[str]:
    decoder = codecs.getincrementaldecoder(encoding)()
    for start in range(0, len(content), BLOCK):
        yield decoder.decode(content[start : start + BLOCK], final=start + BLOCK >= len(content))


class _Gate:
    """Lets text pass without what cannot be shown, and remembers the first that was left out."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.lost = ""

    def passed(self, text: str) -> str:
        if not _GATE.search(text):
            return text
        text = _SPACE.sub(" ", text)
        lost = _LOST.search(text)
        if lost is None:
            return text
        self.lost = self.lost or lost[0]
        return _LOST.sub("", text)


def _notices(gate: _Gate, is_utf8: bool) -> list[str]:
    notices = []
    if not is_utf8:
        notices.append(tr("“{path}” is not UTF-8; it was read as GB18030.", path=shown(gate.name)))
    if gate.lost:
        notices.append(
            tr(
                "“{path}” holds signs that cannot be shown, such as U+{code}; they were left out.",
                path=shown(gate.name),
                code=f"{ord(gate.lost):04X}",
            )
        )
    return notices


def showable(text: str) -> str:
    """The text as it is read again once it stands in a file."""
    return _Gate("").passed(text)


def is_line(text: str) -> bool:
    """Whether all of it can be shown, and on one line; JSON can write anything."""
    return _NO_LINE.search(text) is None


def whole_letters(value: Any, deep: int = DEEPEST) -> Any:
    """What JSON holds, with a sign of its own (U+FFFD) in place of each half of a letter, of which JSON can write one
    and no file or screen can; RecursionError where it is nested deeper than it could be written again."""
    if not deep:
        raise RecursionError(tr("it is nested too deeply"))
    if isinstance(value, str):
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if isinstance(value, dict):
        return {whole_letters(key): whole_letters(inner, deep - 1) for key, inner in value.items()}
    return [whole_letters(inner, deep - 1) for inner in value] if isinstance(value, list) else value
