"""What a panel lists, made as it is wanted: a pack may name more than anybody looks at."""

from collections.abc import Callable, Iterator, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar, overload
from weakref import WeakKeyDictionary

K = TypeVar("K")
P = ParamSpec("P")
T = TypeVar("T")
MOST_REMEMBERED = 4


class Items(Sequence[T]):
    """`make(key)` for each of the keys, called when the item is asked for, each time; a `make` that takes long, or
    whose items have to stay the same ones, is wrapped by `once`."""

    def __init__(self, keys: Sequence[Any], make: Callable[[Any], T]) -> None:
        self._keys, self._make = keys, make

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[T]:
        return map(self._make, self._keys)

    @overload
    def __getitem__(self, place: int) -> T: ...
    @overload
    def __getitem__(self, place: slice) -> "Items[T]": ...
    def __getitem__(self, place: int | slice) -> "T | Items[T]":
        if isinstance(place, slice):
            return Items(self._keys[place], self._make)
        return self._make(self._keys[place])


def once(make: Callable[[K], T]) -> Callable[[K], T]:
    """`make`, called once for each key and remembered; on several threads, all are given the same."""
    made: dict[K, T] = {}

    def get(key: K) -> T:
        try:
            return made[key]
        except KeyError:
            return made.setdefault(key, make(key))

    return get


def remembered(make: Callable[P, T]) -> Callable[P, T]:
    """`make`, whose last few results for an exhibit, its first argument, are remembered as long as the exhibit lives:
    were they remembered longer, the pack that it shows would stay in memory."""
    made: WeakKeyDictionary[Any, dict[tuple[object, ...], T]] = WeakKeyDictionary()

    @wraps(make)
    def get(*arguments: P.args, **named: P.kwargs) -> T:
        known = made.setdefault(arguments[0], {})
        try:
            return known[arguments[1:]]
        except KeyError:
            if len(known) >= MOST_REMEMBERED:
                known.clear()
            return known.setdefault(arguments[1:], make(*arguments, **named))

    return get
