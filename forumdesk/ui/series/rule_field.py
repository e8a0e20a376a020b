# SPDX-License-Identifier: MIT
"""How often a series meets: a rule put together from a few choices, said as a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from forumdesk.domain.dates import month_named, weekday_named
from forumdesk.domain.desk import ForumDeskError
from forumdesk.domain.recurrence import LAST, Rule, Unit, check, rule_of, typed_rule, understood
from forumdesk.domain.rule_words import NTH
from forumdesk.domain.words import Words
from forumdesk.ui.choices import ChoiceField, SeveralField
from forumdesk.ui.fields import NumberField, read_only
from forumdesk.ui.forms import LineField, captioned
from forumdesk.ui.labels import label, relook
from forumdesk.ui.workspace import Workspace

_AS_LAST, _ON_DAY = 0, 99  # ways to name the day, besides the nth of a weekday


class RuleField(QWidget):
    """The choices, the rule itself for those who know RRULEs, and what is wrong with it.

    ``committed`` carries another rule; one that no day comes by is refused in place.
    """

    committed = Signal(str)

    def __init__(self, work: Workspace) -> None:
        super().__init__()
        words = work.words
        self.work = work
        self._rrule, self._met = "", date(2024, 6, 27)
        self.every = NumberField(words("Every"))
        units = ((Unit.YEARS, words("years")), (Unit.MONTHS, words("months")))
        self.unit = ChoiceField(words("Years or months"), units)
        self.months = SeveralField(words("In the months"), words("as it falls"))
        self.nth = ChoiceField(words("On which day"), _days(words))
        named = [(n, weekday_named(n, words.language)) for n in range(7)]
        self.weekday = ChoiceField(words("Weekday"), named)
        self.day = NumberField(words("Day of the month"))
        self.day.setPlaceholderText(words.context("nth", "last"))
        self.rrule = LineField(words("The rule as an RRULE (RFC 5545)"))
        self.rrule.setPlaceholderText("FREQ=YEARLY;BYMONTH=6;BYDAY=-1TH")
        self.kept = label(look="small", wrap=True)
        self.problem = label(look="danger", wrap=True)
        self._lay_out(words)
        self._wire()

    def _lay_out(self, words: Words) -> None:
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(10)
        self.every.setMaximumWidth(64)
        grid.addWidget(captioned(words("Every"), self.every), 0, 0)
        grid.addWidget(captioned("", self.unit), 0, 1)
        grid.addWidget(captioned(words("In the months"), self.months), 0, 2)
        on = QGridLayout()
        on.setHorizontalSpacing(8)
        on.addWidget(captioned(words("On which day"), self.nth), 0, 0)
        self._weekday = captioned(words("Weekday"), self.weekday)
        self._day = captioned(words("Day of the month"), self.day)
        on.addWidget(self._weekday, 0, 1)
        on.addWidget(self._day, 0, 1)
        for part in (0, 1):
            on.setColumnStretch(part, 1)
        grid.addLayout(on, 1, 0, 1, 3)
        grid.setColumnStretch(1, 2)
        grid.setColumnStretch(2, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addLayout(grid)
        column.addWidget(self.kept)
        column.addWidget(captioned(self.rrule.accessibleName(), self.rrule))
        column.addWidget(self.problem)
        self.problem.hide()

    def _wire(self) -> None:
        self.every.typed.connect(lambda n: self._change(every=1 if n is None else n))
        self.unit.committed.connect(self._set_unit)
        self.months.committed.connect(
            lambda keys: self._change(months=tuple(sorted(map(int, keys))))
        )
        self.nth.committed.connect(self._set_nth)
        self.weekday.committed.connect(lambda n: self._change(weekday=n))
        self.day.typed.connect(lambda n: self._change(day=n or 1))
        self.rrule.committed.connect(self._type)

    # Showing

    def show_rule(self, rrule: str, met: date) -> None:
        """Show a rule; ``met`` is the day a new one is thought from."""
        same = rrule == self._rrule
        self._rrule, self._met = rrule, met
        rule = understood(rrule)
        if not (same and self.problem.isVisible()):
            self._say("")
            self.rrule.show_value(rrule)
        self._show(rule)
        text = self.work.words("This rule says more than these fields: it is kept as it is.")
        self.kept.setText(text if rrule and rule is None else "")
        self.kept.setVisible(bool(self.kept.text()))
        fields = (self.every, self.unit, self.nth, self.weekday, self.day, self.rrule)
        read_only(fields, not self.work.editable)

    def _show(self, rule: Rule | None) -> None:
        self.every.show_typed(rule.every if rule else None)
        self.unit.show_value(rule.unit if rule else None)
        language = self.work.words.language
        named = [(str(n), month_named(n, language)) for n in range(1, 13)]
        self.months.show_value([str(n) for n in rule.months] if rule else [], named)
        by_year = rule is None or rule.unit is Unit.YEARS
        self.months.setEnabled(self.work.editable and by_year)
        self.nth.show_value((rule.nth or (_ON_DAY if rule.day else _AS_LAST)) if rule else None)
        self.weekday.show_value(rule.weekday if rule and rule.nth else None)
        self.day.show_typed(rule.day if rule and rule.day > 0 else None)
        on_day = rule is not None and bool(rule.day)
        self._day.setVisible(on_day)
        self._weekday.setVisible(not on_day)

    def _say(self, problem: str) -> None:
        self.problem.setText(problem)
        self.problem.setVisible(bool(problem))
        if bool(self.rrule.property("wrong")) != bool(problem):
            self.rrule.setProperty("wrong", bool(problem))
            relook(self.rrule, "wrong" if problem else "")

    # Changing

    @property
    def _base(self) -> Rule:
        """The rule that is being edited; where there is none yet, that of the latest meeting."""
        return understood(self._rrule) or rule_of(self._met)

    def _set_unit(self, unit: object) -> None:
        """Count in years or months; how often that is stays the same where it can."""
        base = self._base
        if unit == base.unit:
            return
        if unit == Unit.YEARS:
            months = base.months or rule_of(self._met).months
            self._change(unit=Unit.YEARS, every=max(1, base.every // 12), months=months)
        else:
            self._change(unit=Unit.MONTHS, every=base.every * 12, months=())

    def _set_nth(self, value: object) -> None:
        base = self._base
        if value == _ON_DAY:
            self._change(nth=0, day=base.day if base.day > 0 else self._met.day)
        elif value == _AS_LAST:
            self._change(nth=0, day=0)
        else:
            weekday = base.weekday if base.nth else self._met.weekday()
            self._change(nth=value, weekday=weekday, day=0)

    def _change(self, **changes: object) -> None:
        given: dict[str, object] = dict(changes)
        rule: Rule = replace(self._base, **given)  # type: ignore[arg-type]
        if not rule.months and rule.unit is Unit.YEARS and (rule.nth or rule.day):
            rule = replace(rule, months=(self._met.month,))
        self._give(rule.rrule)

    def _type(self, text: str) -> None:
        try:
            self._give(typed_rule(text))
        except ForumDeskError as error:
            self._say(error.said(self.work.words))

    def _give(self, rrule: str) -> None:
        """Give a rule, or say in place why it is none."""
        try:
            if rrule:
                check(rrule)
        except ForumDeskError as error:
            self._say(error.said(self.work.words))
            return
        self._say("")
        if rrule != self._rrule:
            self.committed.emit(rrule)
        else:
            self.show_rule(rrule, self._met)


def _days(words: Words) -> Sequence[tuple[object, str]]:
    nth = [(n, words.context(*NTH[n])) for n in (1, 2, 3, 4, 5, LAST)]
    return [*nth, (_ON_DAY, words("a fixed day")), (_AS_LAST, words("as it met last"))]
