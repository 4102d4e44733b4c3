"""`dataclass(frozen=True)` as the type checker knows it, without the methods that would prove the same again at run
time: to make those took a third of the time in which the types come to be, at every start, and to pass through them
two thirds of the time in which a record does."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass
else:
    from dataclasses import dataclass as _dataclass

    def dataclass(*, frozen: bool = False, **options: bool) -> object:
        return _dataclass(**options)


__all__ = ["dataclass"]
