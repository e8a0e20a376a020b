# SPDX-License-Identifier: MIT
"""How the window looks: our own palette, fonts, icons and one style sheet, over Fusion.

Fusion is what the application is started with (``STYLE``): to set a style later would have Qt
load every enumeration of its styles before the first paint.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from forumdesk.domain.assets import resources
from forumdesk.ui.icons import Icons
from forumdesk.ui.stylesheet import stylesheet
from forumdesk.ui.tokens import BODY, DARK, LIGHT, Tokens

STYLE = ("-style", "fusion")  # arguments of the application
_FACES = ("NotoSansKR-Regular.ttf", "NotoSansKR-SemiBold.ttf")
_OURS = "Noto Sans KR"
# What fontconfig gives where the desktop has no interface font of its own.
_LAST_RESORTS = frozenset({"Sans Serif", "DejaVu Sans", "Bitstream Vera Sans", "Sans", ""})


class Appearance(StrEnum):
    """Light, dark, or as the system has it."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """The look of a running program.

    ``changed`` follows each change of colours; whoever paints by hand repaints then. ``soon``
    is how a change that nobody waits for is made: at once, unless it is said otherwise.
    """

    changed = Signal()

    def __init__(self, app: QApplication, appearance: Appearance = Appearance.SYSTEM) -> None:
        super().__init__(app)
        self._app = app
        self._appearance = appearance
        self.soon: Callable[[Callable[[], object]], object] = lambda change: change()
        self.tokens: Tokens = LIGHT
        self.icons: Icons = Icons("#000000")
        app.setFont(_interface_font())
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_soon)
        self._dress(self._wanted())

    @property
    def appearance(self) -> Appearance:
        """What was chosen."""
        return self._appearance

    def choose(self, appearance: Appearance) -> None:
        """Set light or dark, or follow the system."""
        self._appearance = appearance
        self._follow()

    def choose_soon(self, appearance: Appearance) -> None:
        """The same, as soon as those are ready for it who have to build themselves anew."""
        self._appearance = appearance
        self._follow_soon()

    def _follow_soon(self) -> None:
        if self._wanted() is not self.tokens:
            self.soon(self._follow_in_turn)

    def _follow_in_turn(self) -> None:
        """Dress what is left, and let all be built anew in another moment.

        Also where another choice was made meanwhile: what was put away has to come back.
        """
        if self._wanted() is not self.tokens:
            self._dress(self._wanted())
        self.soon(self.changed.emit)

    def _follow(self) -> None:
        if self._wanted() is not self.tokens:
            self._dress(self._wanted())
            self.changed.emit()

    def _wanted(self) -> Tokens:
        return DARK if self._dark() else LIGHT

    def _dress(self, tokens: Tokens) -> None:
        self.tokens = t = tokens
        faint = _mixed(t.text, t.window, 0.45)
        self.icons = Icons(t.text)
        self._app.setPalette(_palette(t, faint))
        folder = resources() / "icons"
        chevron = folder / ("chevron-on-dark.svg" if t.dark else "chevron-on-light.svg")
        tick = (folder / "tick-on-accent.svg").as_posix()
        sheet = stylesheet(t, faint=faint, chevron=chevron.as_posix(), tick=tick)
        # Put in the place of another, a sheet dresses every widget once for each it lies in.
        self._app.setStyleSheet("")
        self._app.setStyleSheet(sheet)

    def _dark(self) -> bool:
        if self._appearance is Appearance.SYSTEM:
            return QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return self._appearance is Appearance.DARK


ICON = QSize(16, 16)


def _interface_font() -> QFont:
    """The system's interface font with ours behind it; ours alone where there is none."""
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(resources() / "fonts" / face))
    family = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont).family()
    font = QFont([_OURS] if family in _LAST_RESORTS else [family, _OURS])
    font.setPixelSize(BODY)
    return font


def _mixed(one: str, other: str, share: float) -> str:
    a, b = QColor(one), QColor(other)
    channels = zip(a.getRgb()[:3], b.getRgb()[:3], strict=True)  # type: ignore[index]
    return "#" + "".join(f"{round(x * share + y * (1 - share)):02x}" for x, y in channels)


def _palette(t: Tokens, faint: str) -> QPalette:
    role = QPalette.ColorRole
    colors = {
        role.Window: t.window,
        role.WindowText: t.text,
        role.Base: t.surface,
        role.AlternateBase: t.window,
        role.Text: t.text,
        role.PlaceholderText: t.muted,
        role.Button: t.surface,
        role.ButtonText: t.text,
        role.BrightText: t.danger.ink,
        role.ToolTipBase: t.raised,
        role.ToolTipText: t.text,
        role.Highlight: t.accent,
        role.HighlightedText: t.on_accent,
        role.Link: t.link,
        role.LinkVisited: t.link,
        role.Accent: t.accent,
        role.Light: t.raised,
        role.Midlight: t.hairline,
        role.Mid: t.border,
        role.Dark: t.border,
        role.Shadow: t.border,
    }
    palette = QPalette()
    for which, color in colors.items():
        palette.setColor(which, QColor(color))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, QColor(faint))
    return palette
