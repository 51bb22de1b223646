"""A session refuses rows of dossiers that do not fit, and its evaluation says what is late."""

from __future__ import annotations

import attrs
import pytest

pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here", exc_type=ImportError)

from tests.evaluation.test_dossiers import day, evaluated
from thidua_rules.errors import RosterError
from thidua_rules.evaluation import Fulfilment
from thidua_rules.facts import SubjectKind
from thidua_rules.readers.live import Left, ListGiven, RowAdded, RowChanged, RowWithdrawn, Session
from thidua_rules.subjects import Subject
from thidua_rules.values import FrozenMap

LIST = "buoc_ho_so"


def row(**more):
    """A row of the usual step."""
    return FrozenMap({"thu_tuc": "duong", "buoc": "nhan", "ngay": day("06-06")} | more)


@pytest.fixture
def session():
    """A session in which one step is known."""
    start = evaluated({"nhan": day("06-06")}, [])
    people = (Subject("a", SubjectKind.CA_NHAN, "A"), Subject("b", SubjectKind.TAP_THE, "B"))
    roster = attrs.evolve(start.roster, subjects=(*start.roster.subjects, *people))
    return Session(start.policy, roster)


@pytest.mark.parametrize(
    ("event", "problem"),
    [
        (RowAdded("xa", LIST, row(buoc="nhann")), "row.buoc: unknown step of 'duong' 'nhann', did you mean 'nhan'?"),
        (RowAdded("xa", LIST, row(thu_tuc="x")), "row.thu_tuc: unknown procedure 'x'"),
        (RowAdded("xa", LIST, row(ngay=day("06-07"))), "row.ngay: expected one day for a step, got another one than in [0]"),
        (RowAdded("xa", LIST, row(doi_tuong="c")), "row.doi_tuong: unknown subject 'c'"),
        (RowAdded("xa", LIST, row(doi_tuong="b")), "row.doi_tuong: expected ca_nhan, got 'b', which is tap_the"),
        (RowChanged("xa", LIST, 0, row(buoc="x")), "row.buoc: unknown step of 'duong' 'x'"),
        (RowAdded("xa", "giay_to_ho_so", FrozenMap({"thu_tuc": "duong"})), "row.giay_to: expected a paper, got nothing"),
    ],
)  # fmt: skip
def test_refused(session, event, problem):
    """
    A row that does not fit is refused with its place, and changes nothing.
    """
    before = session.roster
    with pytest.raises(RosterError) as caught:
        session.apply(event)

    assert (problem, before) == (str(caught.value), session.roster)


def test_accepted(session):
    """
    Rows that fit are kept, and the evaluation of the session is that of what it knows.
    """
    session.apply(RowChanged("xa", LIST, 0, row(ngay=day("06-07"))))
    session.apply(RowAdded("xa", LIST, row(buoc="ky", ngay=day("06-23"))))
    session.apply(RowAdded("xa", LIST, row(doi_tuong="a")))
    found = session.evaluation().dossiers

    assert [None, "a"] == [one.subject for one in found]
    assert (Fulfilment.LATE, 2) == (found[0].step("ky").state, found[0].step("ky").late)


def test_whole_list(session):
    """
    A list that is given is checked row by row, one withdrawn row is not.
    """
    session.apply(RowWithdrawn("xa", LIST, 0))
    with pytest.raises(RosterError, match=r"rows\[1\].buoc: expected a step, got nothing"):
        session.apply(ListGiven("b", LIST, (row(), FrozenMap({"thu_tuc": "duong"}))))

    assert () == session.roster.subject("xa").records[LIST]


def test_nobody_in_a_dossier_leaves(session):
    """
    Somebody whom a dossier is about stays until its rows are withdrawn.
    """
    session.apply(RowAdded("xa", LIST, row(doi_tuong="a")))
    with pytest.raises(RosterError, match="expected nobody whom a dossier is about"):
        session.apply(Left("a"))

    session.apply(RowWithdrawn("xa", LIST, 1))
    session.apply(Left("a"))

    assert not session.roster.has_subject("a")
