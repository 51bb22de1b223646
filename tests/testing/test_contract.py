"""The contract of a criterion: kept by ours, and each promise broken on purpose is found."""

from __future__ import annotations

import datetime as dt
import os
import random
import time
from typing import ClassVar

import attrs
import pytest

from thidua_rules.criteria import Case, Compare, Constant, Criterion, Is, Settled, Vocabulary
from thidua_rules.criteria.base import Uses
from thidua_rules.errors import MissingExtraError
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.findings import Finding
from thidua_rules.readers import live
from thidua_rules.subjects import Subject
from thidua_rules.testing import assert_contract, violations
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import MET, UNKNOWN, UNMET

FACTS = (
    FactSpec(id="diem", type=FactType.INTEGER, label_vi="điểm", label_en="points", minimum=0, maximum=9),
    FactSpec(id="tot", type=FactType.FLAG, label_vi="tốt", label_en="good"),
)


def person(name, **facts):
    """Somebody with *facts*."""
    return Subject(name, SubjectKind.CA_NHAN, name, facts=FrozenMap(facts))


PEOPLE = (person("a", diem=5, tot=True), person("b", diem=1, tot=False))


class Base(Criterion):
    """A criterion that keeps the contract, for others to break it."""

    __slots__ = ()

    def check(self, case: Case) -> Finding:
        """Met from three points on."""
        points = case.number("diem")
        if points is None:
            return Finding(self.kind, UNKNOWN, missing=case.missing("diem"))
        return Finding(self.kind, MET if points >= 3 else UNMET, observed=points)

    def own_uses(self) -> Uses:
        """The points."""
        return Uses(facts=frozenset({"diem"}))


@attrs.frozen
class Good(Base):
    """Keeps every promise."""

    kind: ClassVar[str] = "thu.tot"


@attrs.frozen
class ReadsMissingAsNo(Base):
    """Takes a missing fact for zero."""

    kind: ClassVar[str] = "thu.thieu-la-khong"

    def check(self, case: Case) -> Finding:
        """Unmet where nothing is known."""
        return Finding(self.kind, MET if (case.number("diem") or 0) >= 3 else UNMET)


@attrs.frozen
class NamesNothing(Base):
    """Is unknown and does not say why."""

    kind: ClassVar[str] = "thu.khong-noi"

    def check(self, case: Case) -> Finding:
        """Like the others, without the missing fact."""
        return attrs.evolve(super().check(case), missing=())


@attrs.frozen
class Hides(Base):
    """Reads a fact that it does not name."""

    kind: ClassVar[str] = "thu.giau"

    def check(self, case: Case) -> Finding:
        """Like the others, after a look at another fact."""
        case.flag("tot")
        return super().check(case)


@attrs.frozen
class TwoFaced(Base):
    """Says another thing where only the verdict is asked."""

    kind: ClassVar[str] = "thu.hai-mat"

    def verdict(self, case: Case):
        """Always met."""
        del case
        return MET


@attrs.frozen
class OtherKind(Base):
    """Gives findings of another kind."""

    kind: ClassVar[str] = "thu.loai-khac"

    def check(self, case: Case) -> Finding:
        """Like the others, under another name."""
        return attrs.evolve(super().check(case), kind="khac")


@attrs.define
class Changeable(Base):
    """Can be changed."""

    kind: ClassVar[str] = "thu.doi-duoc"

    limit: int = 3


@attrs.frozen
class Counts(Base):
    """Gives another finding each time."""

    kind: ClassVar[str] = "thu.dem"

    calls: list[int] = attrs.field(factory=list, hash=False, eq=False)

    def check(self, case: Case) -> Finding:
        """Like the others, with the number of the call."""
        self.calls.append(1)
        return attrs.evolve(super().check(case), expected=len(self.calls))


def impure(name, call):
    """A criterion that looks outside through *call*."""

    def check(self, case):
        call()
        return Base.check(self, case)

    return attrs.frozen(
        type(name, (Base,), {"kind": f"thu.{name}", "check": check, "__module__": __name__})
    )()


def lines(criterion, people=PEOPLE):
    """What it breaks."""
    vocabulary = Vocabulary.builtin().with_kind(type(criterion))
    return violations(criterion, people, facts=FACTS, vocabulary=vocabulary)


@pytest.mark.parametrize("criterion", [Good(), Is("tot"), Compare("diem", ">=", 3)])
def test_kept(criterion):
    """
    A good criterion breaks nothing.
    """
    assert () == lines(criterion)


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        (ReadsMissingAsNo(), "without 'diem', 'a' turns from MET to UNMET"),
        (ReadsMissingAsNo(), "with nothing known, 'a' is UNMET, expected UNKNOWN"),
        (NamesNothing(), "with nothing known, the finding for 'a' names no missing fact"),
        (Hides(), "reads 'tot', which own_uses does not name"),
        (TwoFaced(), "verdict and check disagree on 'b'"),
        (OtherKind(), "the finding is of kind 'khac', expected 'thu.loai-khac'"),
        (Changeable(), "Changeable cannot be hashed: unhashable type: 'Changeable'"),
        (Changeable(), "Changeable can be changed: make it attrs.frozen"),
        (Counts(), "check gives two findings for 'a'"),
    ],
)
def test_broken(criterion, expected):
    """
    A broken promise is one line that says which.
    """
    assert expected in lines(criterion)


@pytest.mark.parametrize(
    ("call", "expected"),
    [
        (time.time, "time.time"),
        (dt.date.today, "date.today"),
        (lambda: dt.datetime.now(tz=dt.UTC), "datetime.now"),
        (random.random, "random"),
        (lambda: os.environ.get("HOME"), "os."),
        (lambda: open(os.devnull).close(), "open"),  # noqa: PTH123
    ],
)
def test_impure(call, expected):
    """
    Clock, chance, environment and files are noticed while it is asked.
    """
    found = [line for line in lines(impure("ngoai", call)) if line.startswith("calls ")]

    assert any(expected in line for line in found)


def test_subjects_must_show_both():
    """
    Subjects that show only one answer prove little, and that is said.
    """
    assert ("no subject makes it UNMET: give one that does",) == lines(Good(), PEOPLE[:1])


def test_unknown_to_its_vocabulary():
    """
    A kind that the vocabulary does not hold cannot be read back, and that is a line, no traceback.
    """
    found = violations(Good(), PEOPLE, facts=FACTS)

    assert any(line.startswith("raises PolicyError: ") and "thu.tot" in line for line in found)


def test_no_kind():
    """
    A criterion without a kind is told so.
    """

    class Bare(Base):
        pass

    Bare.kind = None

    assert "Bare has no kind" in violations(Bare(), PEOPLE, facts=FACTS)
    assert "Bare is no attrs class" in violations(Bare(), PEOPLE, facts=FACTS)


def test_assertion_lists_everything():
    """
    The assertion names every broken promise.
    """
    with pytest.raises(AssertionError, match=r"turns from MET to UNMET\n.*expected UNKNOWN"):
        assert_contract(
            ReadsMissingAsNo(),
            PEOPLE,
            facts=FACTS,
            vocabulary=Vocabulary.builtin().with_kind(ReadsMissingAsNo),
        )


READERS = {
    "columns": (
        "thidua_rules.readers.columns.criteria",
        "HANDLERS",
        "the reader of columns says UNKNOWN of 'a'",
    ),
    "proof": ("thidua_rules.readers.proof.kinds", "WRITERS", "the reader of proof says UNKNOWN of 'a'"),
}


@pytest.mark.parametrize("reader", READERS)
def test_readers_agree(reader, monkeypatch):
    """
    A reader that says something else than evaluate is found, with the subject.
    """
    home, table, line = READERS[reader]
    module = pytest.importorskip(home, exc_type=MissingExtraError)
    monkeypatch.setitem(getattr(module, table), Compare, getattr(module, table)[Settled])
    criterion = Compare("diem", ">=", Constant(3))
    monkeypatch.setattr(Compare, "answer", UNKNOWN, raising=False)

    assert f"{line}, expected MET" in violations(criterion, PEOPLE, facts=FACTS)


def test_live_agrees(monkeypatch):
    """
    A session that answers too early is found, with the subject.
    """
    pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here")
    monkeypatch.setattr(live.Session, "answer", lambda *_: None)

    found = violations(Compare("diem", ">=", Constant(3)), PEOPLE, facts=FACTS)

    assert "the live reader says nothing of 'a', expected RECOMMENDED" in found
