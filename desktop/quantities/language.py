"""The one door through which words for people pass.

Source strings are English; the app installs Qt's translator here, so that the layers without Qt
speak Chinese as well. `tr` is what the extractor in `resources/translations/update.py` looks for.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

_translate: Callable[[str], str] = str
_spoken: ContextVar[Callable[[str], str] | None] = ContextVar("_spoken", default=None)
_language: ContextVar[str] = ContextVar("_language", default="zh")


def install_translation(translate: Callable[[str], str]) -> None:
    """Let `translate` turn every source string into the reader's language from now on."""
    global _translate
    _translate = translate


@contextmanager
def speaking_english() -> Iterator[None]:
    """Leave the source strings as they are within the block, on this thread alone."""
    spoken, language = _spoken.set(str), _language.set("en")
    try:
        yield
    finally:
        _spoken.reset(spoken)
        _language.reset(language)


def reader_language() -> str:
    """The language that `tr` speaks here, for words that are made by rule, such as dates."""
    return _language.get()


def tr(text: str, **values: object) -> str:
    """`text` in the reader's language, its {named} places filled with `values`."""
    translated = (_spoken.get() or _translate)(text)
    return translated.format(**values) if values else translated


def mark(text: str) -> str:
    """Note `text` for translation where it is declared; `tr` translates it where it is shown."""
    return text
