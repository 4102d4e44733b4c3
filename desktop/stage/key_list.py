"""The list of keys, made from the list of actions."""

from itertools import groupby

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.charts import ink
from desktop.charts.theme import CONSOLE_GROUND, STAGE, stage_look
from desktop.stage.actions import key_lines

LINE = 33
PADDING = 24
KEY_WIDTH = 232
COLUMN = 480


class KeyList(QWidget):
    """Shows every key with what it does, in as many columns as there is room for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = key_lines()
        self.setAccessibleDescription("\n".join(f"{keys}: {text}" for _, text, keys in self.lines))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), ink.colour(CONSOLE_GROUND))
        rows = [
            row
            for group, lines in groupby(self.lines, key=lambda line: line[0])
            for row in self._rows(group, lines)
        ]
        columns = max(1, min(3, (self.width() - 2 * PADDING) // COLUMN))
        deep = -(-len(rows) // columns)
        line = min(float(LINE), (self.height() - 2 * PADDING) / max(1, deep))
        look = stage_look("industry", max(0.75, min(1.25, line / 28)))
        wide = (self.width() - 2 * PADDING) / columns
        for n, (head, text, keys) in enumerate(rows):
            x, y = PADDING + (n // deep) * wide, PADDING + (n % deep) * line
            if head:
                ink.write(painter, look, "strong", look.accent, QRectF(x, y, wide, line), head)
                continue
            keys_room = QRectF(x, y, min(look.px(KEY_WIDTH), wide * 0.6), line)
            ink.write(painter, look, "note_strong", STAGE.ink, keys_room, keys)
            room = QRectF(keys_room.right() + 10, y, wide - keys_room.width() - 20, line)
            ink.write(painter, look, "note", STAGE.ink_soft, room, text)
        painter.end()

    @staticmethod
    def _rows(group: str, lines: object) -> list[tuple[str, str, str]]:
        return [(group, "", "")] + [("", text, keys) for _, text, keys in lines]  # type: ignore[attr-defined]
