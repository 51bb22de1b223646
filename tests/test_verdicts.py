"""The three answers, their operators, and no truth value."""

from __future__ import annotations

import pytest

from thidua_rules.errors import BooleanUseError
from thidua_rules.verdicts import MET, UNKNOWN, UNMET, Verdict, at_least, conjunction, disjunction, truth

TABLE = [
    (MET, MET, MET, MET),
    (MET, UNKNOWN, UNKNOWN, MET),
    (MET, UNMET, UNMET, MET),
    (UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN),
    (UNKNOWN, UNMET, UNMET, UNKNOWN),
    (UNMET, UNMET, UNMET, UNMET),
]


@pytest.mark.parametrize(("left", "right", "both", "either"), TABLE)
def test_tables(left, right, both, either):
    """
    Kleene's tables, written out, from both sides.
    """
    assert (both, both, either, either) == (left & right, right & left, left | right, right | left)


def test_negation():
    """
    Not turns MET and UNMET round and leaves UNKNOWN.
    """
    assert [UNMET, UNKNOWN, MET] == [~MET, ~UNKNOWN, ~UNMET]


@pytest.mark.parametrize("verdict", Verdict)
def test_no_truth_value(verdict):
    """
    A verdict is neither true nor false, and the error says what to write.
    """
    with pytest.raises(BooleanUseError, match=r"write 'verdict is Verdict\.MET'"):
        bool(verdict)


def test_of_nothing():
    """
    All of nothing is met, any of nothing is unmet, at least none of nothing is met, and one is not.
    """
    assert (MET, UNMET, MET, UNMET) == (conjunction(()), disjunction(()), at_least(0, ()), at_least(1, ()))


@pytest.mark.parametrize(
    ("minimum", "verdicts", "expected"),
    [
        (2, (MET, MET, UNMET), MET),
        (2, (MET, UNKNOWN, UNMET), UNKNOWN),
        (2, (UNKNOWN, UNKNOWN), UNKNOWN),
        (2, (MET, UNMET, UNMET), UNMET),
        (3, (MET, UNKNOWN), UNMET),
    ],
)
def test_at_least(minimum, verdicts, expected):
    """
    Enough that are met for sure, enough that may be, or too few.
    """
    assert expected is at_least(minimum, verdicts)


def test_truth():
    """
    Two values become verdicts.
    """
    assert (MET, UNMET) == (truth(holds=True), truth(holds=False))
