"""When Python's garbage collector has to keep out of the way."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """Keep the collector from going through very many new objects that all stay, again and again, then and later;
    each time the whole window would wait for it."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
