"""What every drawing shares: the painter, the look, and the marks that a pointer or a key can reach."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPainterPath

from desktop.briefing.headlines import headline
from desktop.briefing.proof import Proof, Verdict
from desktop.briefing.records import Ref
from desktop.charts import ink
from desktop.charts.theme import DOT, PANEL_PADDING, RADIUS, Look
from desktop.exhibits.kinds import Reading
from desktop.exhibits.readings import STATUS_WORDS, spaced
from desktop.quantities.language import mark as _
from desktop.quantities.language import tr
from desktop.quantities.wording import Words

ProofOf = Callable[[Ref], Proof | None]
"""What tells the proof of a record; None where it is not known yet, or is not to be drawn."""


class Mark(NamedTuple):
    """Something on a drawing that stands for a record: where it is, and what it says in words."""

    rect: QRectF
    ref: Ref
    text: str


@dataclass(eq=False, repr=False, slots=True)
class Sheet:
    """One drawing in the making. `proof_of` tells how a record is proved; `cut` counts the
    texts that did not fit and were shortened."""

    painter: QPainter
    look: Look
    proof_of: ProofOf
    marks: list[Mark] = field(default_factory=list)
    cut: int = 0

    def px(self, size: float) -> float:
        return self.look.px(size)

    def write(self, role: str, colour: str, rect: QRectF, text: str, align: ink.Align = ink.LEFT) -> bool:
        shortened = ink.write(self.painter, self.look, role, colour, rect, text, align)
        self.cut += shortened
        return shortened

    def write_lines(
        self, role: str, colour: str, rect: QRectF, text: str, most: int, align: ink.Align = ink.LEFT
    ) -> None:
        """Write into `rect`, half-way between top and bottom, on as many lines as there is room for, at most `most`; the
        last one may lack a tenth of its height, which is but the space between lines."""
        line = self.line(role)
        room = round(rect.height() / line - 0.4)
        lines = ink.wrap(self.look, role, text, rect.width(), max(1, min(most, room)))
        top = rect.center().y() - len(lines) * line / 2
        for n, part in enumerate(lines):
            self.write(role, colour, QRectF(rect.left(), top + n * line, rect.width(), line), part, align)

    def width(self, role: str, text: str) -> float:
        return ink.width(self.look, role, text)

    def line(self, role: str) -> float:
        return ink.line_height(self.look, role)

    def mark(self, rect: QRectF, ref: Ref, text: str) -> None:
        self.marks.append(Mark(rect, ref, text))

    def mark_reading(self, rect: QRectF, reading: Reading) -> None:
        self.mark(rect, reading.ref, sentence(reading, self.proof_of(reading.ref)))

    def source_dot(self, centre: QPointF, ref: Ref, size: float = DOT) -> None:
        """The sign of how a record is proved."""
        source_dot(self.painter, self.look, centre, verdict_of(self.proof_of(ref)), size)


def verdict_of(proof: Proof | None) -> Verdict | None:
    return proof.verdict if proof is not None else None


def source_dot(
    painter: QPainter, look: Look, centre: QPointF, verdict: Verdict | None, size: float = DOT
) -> None:
    """The sign of a verdict: filled where all is proved, half filled where a part is left open, a ring for derived, a
    dashed ring for unsourced, a triangle for mismatched; told by shape, not by colour alone. A small faint point where
    there is no verdict yet."""
    radius, palette = look.px(size), look.palette
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if verdict is None:
        ink.disc(painter, centre, radius * 0.4, palette.line)
    elif verdict is Verdict.PROVED:
        ink.disc(painter, centre, radius, look.accent)
    elif verdict is Verdict.PROVED_BUT:
        edge = ink.pen(look.accent, radius * 0.4)
        ink.disc(painter, centre, radius * 0.85, palette.card, edge)
        half = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
        path = QPainterPath(centre)
        path.arcTo(half, 90, 180)
        path.closeSubpath()
        ink.paint(painter, path, look.accent)
    elif verdict is Verdict.DERIVED:
        ink.disc(painter, centre, radius * 0.85, palette.card, ink.pen(look.accent, radius * 0.4))
    elif verdict is Verdict.UNSOURCED:
        edge = ink.pen(palette.ink_small, radius * 0.3)
        edge.setDashPattern([1.6, 1.6])
        ink.disc(painter, centre, radius * 0.9, None, edge)
    else:
        x, y = centre.x(), centre.y()
        path = QPainterPath(QPointF(x, y - radius * 1.2))
        path.lineTo(x - radius * 1.2, y + radius)
        path.lineTo(x + radius * 1.2, y + radius)
        path.closeSubpath()
        ink.paint(painter, path, palette.warning)
    painter.restore()


def triangle(sheet: Sheet, rect: QRectF, rising: int, colour: str) -> None:
    """The sign of growth (up) or decline (down)."""
    tip, foot = (rect.top(), rect.bottom()) if rising >= 0 else (rect.bottom(), rect.top())
    path = QPainterPath(QPointF(rect.center().x(), tip))
    path.lineTo(rect.right(), foot)
    path.lineTo(rect.left(), foot)
    path.closeSubpath()
    sheet.painter.fillPath(path, ink.colour(colour))


def panel_frame(sheet: Sheet, rect: QRectF, title: str) -> QRectF:
    """The white panel with its title; returns the room that is left inside."""
    look, pad = sheet.look, sheet.px(PANEL_PADDING)
    if look.framed:
        edge = ink.pen(look.palette.line, max(1.0, sheet.px(1)))
        ink.box(sheet.painter, rect, sheet.px(RADIUS), look.palette.card, edge)
    inner = rect.adjusted(pad, pad * 0.8, -pad, -pad)
    if not title:
        return inner
    height = sheet.line("label")
    sheet.write(
        "label", look.palette.ink_soft, QRectF(inner.left(), inner.top(), inner.width(), height), title
    )
    return inner.adjusted(0, height + sheet.px(10), 0, 0)


def frame_height(look: Look, title: str) -> float:
    """How much of a panel's height its frame and title take."""
    return look.px(PANEL_PADDING) * 1.8 + ((ink.line_height(look, "label") + look.px(10)) if title else 0)


def sentence(reading: Reading, proof: Proof | None) -> str:
    """A reading in one line of words, for tool tips and screen readers."""
    head = reading.label
    if reading.subject and reading.subject not in head:
        head = reading.subject if head in reading.subject else f"{reading.subject} {head}"
    parts = [tr("{label}: {words}", label=head, words=spaced(reading.words))]
    if reading.growth:
        parts.append(growth_words(reading))
    parts.extend(map(companion_words, reading.companions))
    if reading.status in STATUS_WORDS:
        parts.append(tr(STATUS_WORDS[reading.status]))
    if reading.formula:
        parts.append(f"= {reading.formula}")
    if reading.period:
        parts.append(reading.period)
    parts.append(headline(proof))
    return " · ".join(filter(None, parts))


def in_one_piece(words: Words) -> Words:
    """The words with 一 and its unit as one: set large and alone, the character reads as a dash."""
    return words._replace(number=words.number + words.unit, unit="") if words.number == "一" else words


def companion_words(reading: Reading, formulas: bool = True) -> str:
    """A further figure in one line of words: what it is, and how it came to be where it is no actual."""
    words = spaced(reading.words)
    gap = " " if words[:1].isascii() else ""
    text = f"{reading.label}{gap}{words}"
    if reading.formula and formulas:
        how = tr("derived = {formula}", formula=reading.formula)
        return tr("{label} ({status})", label=text, status=how)
    if reading.status in STATUS_WORDS:
        return tr("{label} ({status})", label=text, status=tr(STATUS_WORDS[reading.status]))
    return text


def growth_words(reading: Reading) -> str:
    if not reading.rising:
        return tr("{growth} on the year before", growth=reading.growth)
    word = _("up {growth} on the year") if reading.rising > 0 else _("down {growth} on the year")
    return tr(word, growth=reading.growth)
