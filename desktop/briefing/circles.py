"""Which names lead back to themselves: in formulas, among parents."""

from collections.abc import Iterator, Mapping, Sequence


def in_circles(uses: Mapping[str, Sequence[str]]) -> set[str]:
    """The names that can be reached from themselves; what only leads to them is not among them.

    Tarjan's strongly connected components, in one walk and without recursion, so that long chains cost little.
    """
    return _Walk(uses).run()


class _Walk:
    def __init__(self, uses: Mapping[str, Sequence[str]]) -> None:
        self.uses = uses
        self.order: dict[str, int] = {}
        self.lowest: dict[str, int] = {}
        self.path: list[str] = []
        self.on_path: set[str] = set()
        self.found: set[str] = set()

    def run(self) -> set[str]:
        for name in self.uses:
            if name not in self.order:
                self._from(name)
        return self.found

    def _from(self, start: str) -> None:
        waiting = [(start, self._enter(start))]
        while waiting:
            name, rest = waiting[-1]
            used = next(rest, None)
            if used is None:
                waiting.pop()
                self._leave(name)
                if waiting:
                    self._lower(waiting[-1][0], self.lowest[name])
            elif used not in self.order:
                waiting.append((used, self._enter(used)))
            elif used in self.on_path:
                self._lower(name, self.order[used])

    def _enter(self, name: str) -> Iterator[str]:
        self.order[name] = self.lowest[name] = len(self.order)
        self.path.append(name)
        self.on_path.add(name)
        return iter(self.uses.get(name, ()))

    def _lower(self, name: str, place: int) -> None:
        self.lowest[name] = min(self.lowest[name], place)

    def _leave(self, name: str) -> None:
        """Where nothing above is reached from here, what was met since belongs together."""
        if self.lowest[name] != self.order[name]:
            return
        together = [self.path.pop()]
        while together[-1] != name:
            together.append(self.path.pop())
        self.on_path.difference_update(together)
        if len(together) > 1 or name in self.uses.get(name, ()):
            self.found.update(together)
