# SPDX-License-Identifier: MIT
"""The one style sheet of the window, built from the tokens.

Widgets say what they are through the property ``look`` (``setProperty("look", "title")``), never
by carrying a style of their own.
"""

from __future__ import annotations

from dataclasses import fields

from forumdesk.ui.tokens import BODY, LARGE, LEAD, RADIUS, SMALL, TITLE, Tokens, Tone

_SHEET = """
QWidget { font-size: ${BODY}px; }
QMainWindow, QDialog, QMessageBox { background: $window; }
QToolTip { background: $raised; color: $text; border: 1px solid $border; padding: 4px 6px; }

QLabel { background: transparent; }
QLabel[look="small"], QLabel[look="muted"] { color: $muted; }
QLabel[look="small"], QLabel[look="tag"] { font-size: ${SMALL}px; }
QLabel[look="tag"] { color: $muted; }
QLabel[look="lead"] { font-size: ${LEAD}px; font-weight: 600; }
QLabel[look="title"] { font-size: ${TITLE}px; font-weight: 600; }
QLabel[look="lead-plain"] { font-size: ${LEAD}px; }
QLabel[look="large"] { font-size: ${LARGE}px; font-weight: 600; }
QLabel[look="verdict-plain"], QLabel[look="verdict-good"], QLabel[look="verdict-warning"],
QLabel[look="verdict-danger"] { font-size: ${TITLE}px; font-weight: 600; }
QLabel[look="verdict-plain"] { color: $muted; }
QLabel[look="verdict-good"] { color: $good_ink; }
QLabel[look="verdict-warning"] { color: $warning_ink; }
QLabel[look="verdict-danger"] { color: $danger_ink; }
QLabel[look="strong"] { font-weight: 600; }
QLabel[look="heading"] { font-size: ${SMALL}px; font-weight: 600; color: $muted; }
QLabel[look="danger"] { color: $danger_ink; font-weight: 600; }
QLabel[look="warning"] { color: $warning_ink; font-weight: 600; }
QLabel[look="good"] { color: $good_ink; font-weight: 600; }
QLabel[look="picture"] { background: $hover; color: $muted; border: 1px solid $hairline; }
QLabel[pill="danger"], QLabel[pill="warning"], QLabel[pill="good"], QLabel[pill="plain"] {
  border-radius: 9px; padding: 1px 8px; font-size: ${SMALL}px; }
QLabel[pill="danger"] { background: $danger_fill; color: $danger_ink; }
QLabel[pill="warning"] { background: $warning_fill; color: $warning_ink; }
QLabel[pill="good"] { background: $good_fill; color: $good_ink; }
QLabel[pill="plain"] { background: $hover; color: $muted; }

QFrame[look="hairline"] { background: $hairline; border: none; }
QWidget[look="window"] { background: $window; }
QWidget[look="surface"] { background: $surface; }
QWidget[look="sidebar"] { background: $sidebar; }
QFrame[look="banner"] { background: $tint; border: none; border-bottom: 1px solid $hairline; }
QFrame[look="banner-danger"] { background: $danger_fill; border: none;
  border-bottom: 1px solid $hairline; }
QFrame[look="banner-warning"] { background: $warning_fill; border: none;
  border-bottom: 1px solid $hairline; }
QFrame[look="door-plain"] { background: $window; border: none; }
QFrame[look="door-good"] { background: $good_fill; border: none; }
QFrame[look="door-warning"] { background: $warning_fill; border: none; }
QFrame[look="door-danger"] { background: $danger_fill; border: none; }
QFrame[look="popup"] { background: $raised; border: 1px solid $border;
  border-radius: ${RADIUS}px; }

QDialog[look="popup"] { background: $raised; border: 1px solid $border; }
QAbstractScrollArea::corner { background: transparent; border: none; }

QMenuBar { background: $window; border: none; padding: 6px 4px; }
QMenuBar::item { background: transparent; padding: 5px 9px; border-radius: 4px; }
QMenuBar::item:selected, QMenuBar::item:pressed { background: $hover; color: $text; }
QMenu { background: $raised; border: 1px solid $border; padding: 5px; }
QMenu::item { padding: 5px 28px 5px 12px; border-radius: 4px; }
QMenu::item:selected { background: $tint; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $hairline; margin: 5px 6px; }
QMenu::icon { padding-left: 8px; }
QMenu::indicator { width: 14px; height: 14px; left: 8px; }

QPushButton, QToolButton[look="button"] { background: $surface; color: $text;
  border: 1px solid $border; border-radius: ${RADIUS}px; padding: 4px 12px; min-height: 18px; }
QPushButton:hover, QToolButton[look="button"]:hover { background: $hover; }
QPushButton:pressed { background: $tint; }
QPushButton:checked, QToolButton[look="button"]:checked { background: $tint; color: $link;
  font-weight: 600; }
QPushButton:focus, QToolButton[look="button"]:focus { border: 2px solid $link;
  padding: 3px 11px; }
QPushButton:disabled { color: $faint; border-color: $hairline; background: $window; }
QPushButton[look="first"], QPushButton:default { background: $accent; color: $on_accent;
  border-color: $accent; font-weight: 600; }
QPushButton[look="first"]:hover, QPushButton:default:hover { background: $accent_hover; }
QPushButton[look="first"]:focus { border: 2px solid $text; }
QPushButton[look="first"]:disabled { background: $hover; color: $faint; border-color: $hover; }
QPushButton[look="link"] { background: transparent; border: 1px solid transparent; color: $link;
  padding: 2px 4px; text-align: left; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border: 1px solid $link; }
QPushButton[look="link"]:disabled { color: $faint; }
QPushButton[look="search"] { color: $muted; text-align: left; background: $surface;
  border-color: $hairline; padding: 4px 10px; }
QPushButton[look="search"]:hover { border-color: $border; }
QPushButton[look="language"] { background: transparent; border: 1px solid transparent;
  color: $muted; padding: 1px 6px; min-height: 14px; font-size: ${SMALL}px; }
QPushButton[look="language"]:checked { color: $link; font-weight: 600; }
QPushButton[look="language"]:focus { border: 1px solid $link; }
QPushButton[look="card"] { background: $surface; border: 1px solid $hairline; text-align: left;
  padding: 0; }
QPushButton[look="card"]:checked { background: $tint; border-color: $link; }
QPushButton[look="quiet"] { background: transparent; border: 1px solid transparent;
  padding: 3px 8px; font-size: ${SMALL}px; min-height: 14px; }
QPushButton[look="quiet"]:hover { background: $hover; }
QPushButton[look="quiet"]:focus { border: 1px solid $link; }
QPushButton[look="segment"] { border-radius: 0; margin-left: -1px; }
QPushButton[look="segment-first"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QPushButton[look="segment-last"] { border-top-left-radius: 0; border-bottom-left-radius: 0;
  margin-left: -1px; }
QToolButton { background: transparent; border: 1px solid transparent; padding: 3px;
  border-radius: 4px; }
QToolButton:hover { background: $hover; }
QToolButton:checked { background: $tint; }
QToolButton:focus { border: 1px solid $link; }
QToolButton::menu-indicator { image: none; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox, QDateEdit, QTimeEdit {
  background: $surface; color: $text; border: 1px solid $border; border-radius: ${RADIUS}px;
  padding: 4px 8px; selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: 18px; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QComboBox:focus,
QAbstractSpinBox:focus { border: 2px solid $link; padding: 3px 7px; }
QLineEdit:read-only, QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { background: $window; color: $muted; border-color: $hairline; }
QLineEdit[look="large"] { font-size: ${TITLE}px; padding: 10px 14px; }
QLineEdit[look="large"]:focus { padding: 9px 13px; }
QLineEdit[look="inline"] { background: transparent; border: 1px solid transparent;
  padding: 3px 7px; }
QLineEdit[look="inline"]:hover { border-color: $hairline; }
QLineEdit[look="inline"]:focus { background: $surface; border: 1px solid $link; }
QLineEdit[look="cell"], QLineEdit[look="cell-wrong"], QComboBox[look="cell"] {
  border: 2px solid $link; border-radius: 0; padding: 0 3px; }
QLineEdit[look="cell-wrong"] { border-color: $danger_edge; background: $danger_fill; }
QLineEdit[wrong="true"] { border-color: $danger_edge; }
QComboBox::drop-down { border: none; width: 22px; }
QComboBox::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QComboBox QAbstractItemView { background: $raised; border: 1px solid $border; padding: 4px;
  selection-background-color: $tint; selection-color: $text; outline: none; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 0; }
QDateEdit::drop-down { border: none; width: 22px; }
QDateEdit::down-arrow { image: url("$chevron"); width: 12px; height: 12px; }
QCheckBox, QRadioButton { spacing: 8px; border: 1px solid transparent;
  border-radius: 4px; margin-left: -1px; padding-right: 4px; }
QCheckBox:focus, QRadioButton:focus { color: $link; border-color: $link; }
QCheckBox::indicator { width: 14px; height: 14px; border: 1px solid $muted; border-radius: 3px;
  background: $surface; }
QCheckBox::indicator:checked { background: $accent; border-color: $link; image: url("$tick"); }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $muted;
  border-radius: 8px; background: $surface; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $link; }
QCheckBox::indicator:disabled, QRadioButton::indicator:disabled { border-color: $border; }

QTabBar[look="pages"] { background: transparent; border: none; }
QTabBar[look="pages"]::tab { background: transparent; color: $muted; border: none;
  border-bottom: 2px solid transparent; padding: 9px 6px 8px 6px; margin-right: 12px; }
QTabBar[look="pages"]::tab:selected { color: $link; font-weight: 600;
  border-bottom: 2px solid $link; }
QTabBar[look="pages"]::tab:hover { color: $text; }
QTabBar[look="pages"]::scroller { width: 24px; }
QTabBar[look="pages"] QToolButton { background: $window; border: none; }

QListView, QTreeView, QTableView { background: $surface; border: none; outline: none;
  selection-background-color: $tint; selection-color: $text;
  alternate-background-color: $window; gridline-color: $hairline; }
QListView[look="sidebar"] { background: $sidebar; }
QTableView[look="window"] { background: $window; }
QListView[look="boxed"], QTreeView[look="boxed"], QTableView[look="boxed"] {
  border: 1px solid $hairline; border-radius: ${RADIUS}px; }
QTableView[look="boxed"]::item { padding-left: 5px; padding-right: 5px; }
QListView[look="bare"] { background: transparent; }
QListView::item, QTreeView::item { border-radius: 4px; padding: 4px; }
QListView::item:selected, QTreeView::item:selected { background: $tint; color: $text; }
QHeaderView::section { background: $window; color: $muted; border: none;
  border-bottom: 1px solid $hairline; padding: 5px 8px; font-size: ${SMALL}px;
  font-weight: 600; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QTableCornerButton::section { background: $window; border: none; }

QScrollArea { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; }
QScrollBar::handle { background: $border; border-radius: 3px; margin: 2px; min-height: 28px;
  min-width: 28px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: $hairline; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QProgressBar { background: $hover; border: none; border-radius: 3px; max-height: 6px;
  min-height: 6px; }
QProgressBar::chunk { background: $link; border-radius: 3px; }
QStatusBar { background: $window; border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QStatusBar QLabel { font-size: ${SMALL}px; color: $muted; }
QStatusBar QLabel[look="good"] { color: $good_ink; font-weight: 400; }
QStatusBar QLabel[look="warning"] { color: $warning_ink; font-weight: 400; }
QCalendarWidget QWidget { alternate-background-color: $surface; }
QCalendarWidget QToolButton { padding: 4px 8px; font-weight: 600; }
"""


def stylesheet(tokens: Tokens, *, faint: str, chevron: str, tick: str) -> str:
    """The style sheet for a set of tokens.

    ``faint`` is the colour of what can't be used now, ``chevron`` the path of a tinted arrow,
    ``tick`` that of the mark in a checked box.
    """
    values: dict[str, object] = {"faint": faint, "chevron": chevron, "tick": tick}
    for field in fields(tokens):
        value = getattr(tokens, field.name)
        if isinstance(value, Tone):
            values |= {f"{field.name}_{part}": getattr(value, part) for part in _PARTS}
        else:
            values[field.name] = value
    sizes = {"SMALL": SMALL, "BODY": BODY, "LEAD": LEAD, "TITLE": TITLE, "RADIUS": RADIUS}
    sizes["LARGE"] = LARGE
    made = _SHEET
    # The longest first: a name may begin with another. A template of ``string`` would have its
    # pattern compiled before the first paint.
    for name in sorted(values, key=len, reverse=True):
        made = made.replace(f"${name}", str(values[name]))
    for name, pixels in sizes.items():
        made = made.replace(f"${{{name}}}", str(pixels))
    return made


_PARTS = ("fill", "edge", "ink")
