"""The style sheet of the window, filled from the theme."""

from string import Template

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

from desktop.charts import ink
from desktop.charts.theme import Look, mixed


def style_sheet(template: str, look: Look) -> str:
    """`template` (resources/styles/window.qss) with the colours and sizes of `look`."""
    palette = look.palette
    sizes = {"pad": 5, "pad2": 12, "pad3": 24, "radius": 8, "button": 34, "bar": 12, "bar2": 5, "bar3": 40}
    colours = {
        "ink": palette.ink,
        "ground": palette.ground,
        "card": palette.card,
        "line": palette.line,
        "accent": look.accent,
        "on_accent": palette.on_accent,
        "tint": mixed(look.accent, palette.card, 0.12),
        "handle": mixed(palette.faint, palette.card, 0.7),
    }
    return Template(template).substitute(
        colours, **{name: round(look.px(size)) for name, size in sizes.items()}
    )


def apply_palette(widget: QWidget, look: Look) -> None:
    """Font and Qt's own palette in the theme's terms, for what the style sheet does not name."""
    widget.setFont(ink.font(look, "body"))
    palette, ours = widget.palette(), look.palette
    for role, shade in (
        (QPalette.ColorRole.Window, ours.ground),
        (QPalette.ColorRole.Base, ours.card),
        (QPalette.ColorRole.AlternateBase, ours.ground),
        (QPalette.ColorRole.Text, ours.ink),
        (QPalette.ColorRole.WindowText, ours.ink),
        (QPalette.ColorRole.ButtonText, ours.ink),
        (QPalette.ColorRole.Button, ours.card),
        (QPalette.ColorRole.Highlight, look.accent),
        (QPalette.ColorRole.HighlightedText, ours.on_accent),
        (QPalette.ColorRole.PlaceholderText, ours.ink_small),
    ):
        palette.setColor(role, ink.colour(shade))
    widget.setPalette(palette)
