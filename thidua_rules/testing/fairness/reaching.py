"""Values and rows that come out as wanted: what a fact must be, and what a list must hold, to stand on one side of a rule."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from fractions import Fraction

from thidua_rules.criteria import Where, WhereIn, WhereWithin
from thidua_rules.criteria.base import Fact, Operand, Sum
from thidua_rules.criteria.comparisons import Op, compare
from thidua_rules.criteria.records import RowTest
from thidua_rules.facts import FactSpec, FactType
from thidua_rules.subjects import Record
from thidua_rules.testing.fairness.drafting import Draft, Drafting
from thidua_rules.testing.fairness.edges import fits, is_number, neighbours, resolved
from thidua_rules.values import FrozenMap, Value


class Reach:
    """
    Chooses values and rows in a roster in the making.

    Args:
        drafting: The roster.
    """

    def __init__(self, drafting: Drafting) -> None:
        self._on = drafting
        self._parameters = drafting.policy.parameters_on(drafting.day)

    def _give(self, who: Draft, name: str, values: Iterable[Value], good: Callable[[Value], bool]) -> None:
        """One of *values* that fits the specification and is *good*; nothing changes where none is."""
        spec = self._on.policy.facts.get(name)
        if spec is None or who.kind not in spec.subjects:
            return
        now = who.facts.get(name)
        if now is not None and good(now) and self._on.chance(90):
            return
        options = [one for one in dict.fromkeys(values) if fits(spec, one) and good(one)]
        if options:
            who.facts[name] = self._on.one(options)

    def _side(self, operand: Operand, who: Draft) -> Value | None:
        """What *operand* comes to for *who*; a fact that it needs is given some value."""
        terms = operand.terms if isinstance(operand, Sum) else (operand,)
        for term in terms:
            spec = self._on.policy.facts.get(term.name) if isinstance(term, Fact) else None
            if isinstance(term, Fact) and spec is not None and term.name not in who.facts:
                value = 0 if spec.type is FactType.INTEGER and self._on.chance(70) else self._on.value(spec)
                if value is not None:
                    who.facts[term.name] = value
        parts = [
            who.facts.get(one.name)
            if isinstance(one, Fact)
            else resolved(one, self._parameters, self._on.day)
            for one in terms
        ]
        if len(parts) == 1:
            return parts[0]
        numbers = [one for one in parts if is_number(one)]
        return sum(numbers) if len(numbers) == len(parts) else None

    def _values(self, spec: FactSpec | None, name: str, *near: Value | None) -> list[Value]:
        found = [value for one in near if one is not None for value in neighbours(one)]
        found += self._on.edges.get(name, [])
        if spec is None:
            return found
        found += [one.id for one in spec.choices]
        found += [one for one in (spec.minimum, spec.maximum) if one is not None]
        found += [True, False] if spec.type is FactType.FLAG else []
        more = self._on.value(spec, name)
        return found if more is None else [*found, more]

    def _rows(self, records: str, where: tuple[RowTest, ...], who: Draft, count: int) -> None:
        """As many rows that count as asked; what counts beyond that is taken out."""
        spec = self._on.policy.facts.get(records)
        if spec is None or who.kind not in spec.subjects:
            return
        rows = who.records.setdefault(records, [])
        counting = [row for row in rows if self._counts(row, where, who)]
        for row in counting[count:]:
            rows.remove(row)
        for _ in range(count - len(counting)):
            rows.append(self._row(records, spec, where, who))

    def _row(self, records: str, spec: FactSpec, where: tuple[RowTest, ...], who: Draft) -> Record:
        cells = self._on.row(records)
        for test in where:
            column = spec.field(test.field)
            values = self._values(column, f"{records}.{test.field}")
            if isinstance(test, WhereWithin):
                values = [self._in_period(column, test.years_before), *values]
            good = [
                one
                for one in dict.fromkeys(values)
                if (column is None or fits(column, one)) and self._test(one, test, who)
            ]
            if good:
                cells[test.field] = self._on.one(good)
        return FrozenMap(cells)

    def _in_period(self, column: FactSpec | None, years_before: int) -> Value:
        year = self._on.day.year - self._on.pick.randint(0, years_before)
        day = dt.date(year, self._on.pick.randint(1, 12), self._on.pick.randint(1, 28))
        return day if column is None or column.type is FactType.DATE else year

    def _counts(self, row: Record, where: tuple[RowTest, ...], who: Draft) -> bool:
        return all(test.field in row and self._test(row[test.field], test, who) for test in where)

    def _test(self, value: Value, test: RowTest, who: Draft) -> bool:
        if isinstance(test, Where):
            right = self._side(test.value, who)
            return right is not None and holds(value, test.op, right)
        if isinstance(test, WhereIn):
            return value in test.values
        year = value.year if isinstance(value, dt.date) else value
        this = self._on.day.year
        return isinstance(year, int) and this - test.years_before <= year <= this


def holds(left: Value | Fraction, op: Op, right: Value | Fraction) -> bool:
    """Whether *left* stands to *right* as *op* says; what cannot be compared does not."""
    try:
        return compare(left, op, right)
    except ValueError:
        return False
