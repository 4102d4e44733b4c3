"""Style sheets for the plain controls, made from the theme; everything else is painted."""

from desktop.charts.theme import CONTROL_HEIGHT, CONTROL_RADIUS, FOCUS_LINE, TINT, TYPE, Look, mixed


def button(look: Look) -> str:
    """A white button with a thin edge."""
    palette = look.palette
    return (
        f"QPushButton {{ {_box(look)} background: {palette.card}; color: {palette.ink};"
        f" padding: 0 {round(look.px(14))}px; }}"
        f"QPushButton:hover {{ background: {mixed(look.accent, palette.card, TINT)}; }}"
        f"QPushButton:disabled {{ color: {palette.ink_small}; background: {palette.ground}; }}"
        f"QPushButton:focus {{ {_focus(look)} }}"
    )


def field(look: Look) -> str:
    """A quiet field for typing."""
    palette = look.palette
    return (
        f"QLineEdit {{ {_box(look)} background: {palette.ground}; color: {palette.ink};"
        f" padding: 0 {round(look.px(8))}px; selection-background-color: {look.accent};"
        f" selection-color: {palette.on_accent}; placeholder-text-color: {palette.ink_small}; }}"
        f"QLineEdit:focus {{ {_focus(look)} }}"
    )


def _box(look: Look) -> str:
    edge = max(1, round(look.px(1)))
    high = round(look.px(CONTROL_HEIGHT)) - 2 * edge
    return (
        f"border: {edge}px solid {look.palette.line}; border-radius: {round(look.px(CONTROL_RADIUS))}px;"
        f" min-height: {high}px; max-height: {high}px; font-size: {round(look.px(TYPE['body'][0]))}px;"
    )


def _focus(look: Look) -> str:
    return f"border: {round(look.px(FOCUS_LINE))}px solid {look.accent};"
