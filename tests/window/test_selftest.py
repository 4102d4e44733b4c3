"""What the self-test takes for the page being complete."""

from desktop.window.exhibit_view import ExhibitView
from desktop.window.main_window import MainWindow
from desktop.window.selftest import _complete, _Paints


def test_a_page_is_complete_once_every_panel_that_can_be_seen_is_painted(window: MainWindow) -> None:
    seen = [panel for panel in window.current.panels() if not panel.visibleRegion().isEmpty()]
    assert len(seen) > 2 and any(not isinstance(panel, ExhibitView) for panel in window.current.panels())
    paints = _Paints()
    paints.painted = {id(panel) for panel in seen[:-1]}
    assert not _complete(window.current, paints)
    paints.painted.add(id(seen[-1]))
    assert _complete(window.current, paints)
