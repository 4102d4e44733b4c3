"""How large it all is, so that growth is seen."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from resources.installer.components import Component
from resources.installer.problem import Problem

LARGEST = 10
MEGABYTE = 1_000_000
MOST_INSTALLED, MOST_PACKED = 190 * MEGABYTE, 45 * MEGABYTE


def table(tree: Path, owned: Mapping[Component, Sequence[Path]]) -> Iterator[str]:
    """Lines: every component, then the ten largest files."""
    sizes = {f"{c.name} {c.version}": sum(p.stat().st_size for p in files) for c, files in owned.items()}
    for name, size in sorted(sizes.items(), key=lambda item: -item[1]):
        yield f"{size / MEGABYTE:8.2f} MB  {name}"
    yield f"{sum(sizes.values()) / MEGABYTE:8.2f} MB  all, installed (at most {MOST_INSTALLED // MEGABYTE})"
    yield f"the {LARGEST} largest files:"
    everything = sorted((p for files in owned.values() for p in files), key=lambda p: -p.stat().st_size)
    for path in everything[:LARGEST]:
        yield f"{path.stat().st_size / MEGABYTE:8.2f} MB  {path.relative_to(tree)}"


def check(owned: Mapping[Component, Sequence[Path]], packed: Path) -> str:
    """Raises Problem where it grew too large; returns a line on the packed size."""
    installed = sum(path.stat().st_size for files in owned.values() for path in files)
    size = packed.stat().st_size
    if installed > MOST_INSTALLED or size > MOST_PACKED:
        raise Problem(
            f"too large: {installed / MEGABYTE:.1f} MB installed, {size / MEGABYTE:.1f} MB packed;"
            f" at most {MOST_INSTALLED // MEGABYTE} and {MOST_PACKED // MEGABYTE}"
        )
    return f"{size / MEGABYTE:8.2f} MB  {packed.name}, packed (at most {MOST_PACKED // MEGABYTE})"
