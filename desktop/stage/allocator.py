"""Memory of large pictures, given back to the system as soon as they go."""

import ctypes

_MMAP_THRESHOLD = -3
"""M_MMAP_THRESHOLD of glibc's <malloc.h>."""
LARGE = 256 * 1024
"""Bytes from which on something has pages of its own."""


def give_large_back() -> None:
    """Let whatever is large have pages of its own. Otherwise glibc soon keeps slides among small things, where what lies
    between them holds the memory of those that are gone: in a hall that grows for hours. Elsewhere nothing happens."""
    try:
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, LARGE)
    except (OSError, AttributeError, TypeError):  # no glibc
        return
