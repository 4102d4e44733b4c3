"""How wide the columns of a table are, whichever file it stands in."""

from collections.abc import Sequence


def fitted(wanted: Sequence[float], room: float, least: float) -> list[float]:
    """The widths that columns want, made to fill `room`: what is too much is taken from the widest ones, none
    of which goes below `least` while others can give; what is left over goes to the widest."""
    widths = list(wanted)
    while (excess := sum(widths) - room) > 0.5:
        widest = max(widths)
        if widest <= least:
            return [room / len(widths)] * len(widths)
        many = [n for n, width in enumerate(widths) if width >= widest - 0.5]
        below = max([width for width in widths if width < widest - 0.5], default=least)
        less = min(max(widest - max(below, least), 0.5), excess / len(many))
        for n in many:
            widths[n] -= less
    widths[widths.index(max(widths))] += room - sum(widths)
    return widths
