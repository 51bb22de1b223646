"""Exact numbers, frozen maps, text in one form, and values as data."""

from __future__ import annotations

import datetime as dt
import hashlib
import pickle
from decimal import Decimal
from fractions import Fraction

import attrs
import pytest

from thidua_rules.errors import PolicyError
from thidua_rules.values import (
    FrozenMap,
    Marker,
    Rounding,
    advice,
    as_fraction,
    content_hash,
    fold,
    nearest,
    nfc,
    plain_data,
    tidy,
    vietnamese_key,
)


class TestFrozenMap:
    def test_reads_like_a_mapping(self):
        """
        It has the length, keys, items and look-ups of what it was made of.
        """
        one = FrozenMap({"a": 1, "b": 2})

        assert (2, ["a", "b"], [("a", 1), ("b", 2)], 1, None, True) == (
            len(one),
            list(one),
            list(one.items()),
            one["a"],
            one.get("c"),
            "b" in one,
        )

    def test_equality_without_order(self):
        """
        Maps with the same items are equal and have one hash, whatever the order; a dict is none.
        """
        one, other = FrozenMap((("a", 1), ("b", 2))), FrozenMap({"b": 2, "a": 1})

        assert (one, hash(one), hash(one)) == (other, hash(other), hash(one))
        assert one != {"a": 1, "b": 2}

    def test_no_change_from_outside(self):
        """
        Changing what it was made of does not change it.
        """
        data = {"a": 1}
        one = FrozenMap(data)
        data["a"] = 2

        assert 1 == one["a"]

    def test_repr_shows_no_value(self):
        """
        Its repr names the keys only: a value may be personal.
        """
        assert "FrozenMap(['a'])" == repr(FrozenMap({"a": "bí mật"}))

    def test_pickle(self):
        """
        It survives pickling.
        """
        one = FrozenMap({"a": (FrozenMap({"b": 1}),)})

        assert one == pickle.loads(pickle.dumps(one))  # noqa: S301

    def test_with_items(self):
        """
        Items are added, replaced, and taken away by None, in a new map.
        """
        one = FrozenMap({"a": 1, "b": 2})

        assert (FrozenMap({"a": 3, "c": 4}), FrozenMap({"a": 1, "b": 2})) == (
            one.with_items(a=3, b=None, c=4),
            one,
        )


class TestText:
    def test_nfc(self):
        """
        Letters and marks that stand apart are composed; ASCII is left alone.
        """
        assert ("Tiến", "abc") == (nfc("Tie\u0302\u0301n"), nfc("abc"))

    @pytest.mark.parametrize(("text", "expected"), [("Đạt Điểm", "dat_diem"), ("_a-b_", "a_b"), ("!", "")])
    def test_fold(self, text, expected):
        """
        Diacritics, case and punctuation are ignored when a name is looked for.
        """
        assert expected == fold(text)

    @pytest.mark.parametrize(
        ("name", "expected"),
        [("xếp_loại", "xep_loai"), ("xep-loai", "xep_loai"), ("zzz", None), ("", None), ("x" * 201, None)],
    )
    def test_nearest(self, name, expected):
        """
        The nearest known name, diacritics ignored, or none.
        """
        assert expected == nearest(name, ["xep_loai", "diem"])

    def test_advice(self):
        """
        Advice is a question, or nothing.
        """
        assert (", did you mean 'diem'?", "") == (advice("điểm", ["diem"]), advice("zzz", ["diem"]))

    def test_vietnamese_order(self):
        """
        Letters come before tones, word by word, and the tones in their order.
        """
        ordered = ["An", "Ân Bình", "Bà", "Bả", "Bã", "Bá", "Bạ", "Bân", "Bé An", "Bê", "Đào", "Êm"]

        assert ordered == sorted([*ordered[6:], *ordered[:6]], key=vietnamese_key)

    def test_letters_of_other_alphabets(self):
        """
        Digits and letters that Vietnamese lacks come after its own.
        """
        assert ["ya", "1a", "z1"] == sorted(["z1", "1a", "ya"], key=vietnamese_key)

    def test_lone_mark_in_a_name(self):
        """
        A mark without its letter is sorted, not refused.
        """
        assert ["a", "\u0301"] == sorted(["\u0301", "a"], key=vietnamese_key)


class TestNumbers:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (Decimal("3.0"), 3),
            (Fraction(6, 2), 3),
            (Fraction(1, 8), Decimal("0.125")),
            (Fraction(-7, 20), Decimal("-0.35")),
            (Fraction(1, 25), Decimal("0.04")),
            (Fraction(1, 3), Fraction(1, 3)),
            (7, 7),
        ],
    )
    def test_tidy(self, value, expected):
        """
        Whole numbers become int, finite ones Decimal, the rest stay fractions.
        """
        assert (expected, type(expected)) == (tidy(value), type(tidy(value)))

    def test_as_fraction(self):
        """
        Decimals and whole numbers become fractions without loss; a fraction stays itself.
        """
        third = Fraction(1, 3)

        assert (Fraction(1, 10), Fraction(2), third) == (
            as_fraction(Decimal("0.1")),
            as_fraction(2),
            as_fraction(third),
        )


class TestRounding:
    """Worked by hand: 2.5, -2.5, 3.5, 2.4, 2.6, -2.4, -2.6 and 2 under each rounding."""

    VALUES = ("2.5", "-2.5", "3.5", "2.4", "2.6", "-2.4", "-2.6", "2")

    @pytest.mark.parametrize(
        ("rounding", "expected"),
        [
            (Rounding.FLOOR, [2, -3, 3, 2, 2, -3, -3, 2]),
            (Rounding.CEIL, [3, -2, 4, 3, 3, -2, -2, 2]),
            (Rounding.UP, [3, -3, 4, 3, 3, -3, -3, 2]),
            (Rounding.DOWN, [2, -2, 3, 2, 2, -2, -2, 2]),
            (Rounding.HALF_UP, [3, -3, 4, 2, 3, -2, -3, 2]),
            (Rounding.HALF_DOWN, [2, -2, 3, 2, 3, -2, -3, 2]),
            (Rounding.HALF_EVEN, [2, -2, 4, 2, 3, -2, -3, 2]),
        ],
    )
    def test_whole(self, rounding, expected):
        """
        Each named rounding on both sides of zero and of the half.
        """
        assert expected == [rounding.whole(Decimal(value)) for value in self.VALUES]

    @pytest.mark.parametrize(
        ("value", "step", "expected"),
        [
            (447_000, 10_000, 450_000),
            (450_000, 10_000, 450_000),
            (Decimal("0.13"), Decimal("0.25"), Decimal("0.25")),
        ],
    )
    def test_to_step(self, value, step, expected):
        """
        A number rounded up to a multiple of a step.
        """
        assert expected == Rounding.CEIL.to_step(value, step)

    @pytest.mark.parametrize("step", [0, -1])
    def test_step_must_be_positive(self, step):
        """
        A step of nothing, or less, is an error.
        """
        with pytest.raises(PolicyError, match="expected a number above 0"):
            Rounding.CEIL.to_step(1, step)


@attrs.frozen
class Thing:
    """A value with one public and one derived field."""

    kind = "thing"

    name: str
    _derived: int = attrs.field(init=False, default=1)


@attrs.frozen
class Untagged:
    """A value without a kind."""

    name: str


class TestPlainData:
    @pytest.mark.parametrize(
        ("value", "expected"),
        [
            (None, None),
            (True, True),
            (12, 12),
            ("x", "x"),
            (Decimal("0.10"), {"decimal": "0.10"}),
            (Fraction(1, 3), {"fraction": "1/3"}),
            (dt.date(2022, 1, 31), {"date": "2022-01-31"}),
            (Marker.NOT_ASSIGNED, {"marker": "khong_giao"}),
            (Rounding.HALF_UP, "half_up"),
            ((1, [2]), [1, [2]]),
            ({"b": 1, "a": 2}, {"a": 2, "b": 1}),
            (frozenset({"b", "a"}), ["a", "b"]),
            (Thing("x"), {"kind": "thing", "name": "x"}),
            (Untagged("x"), {"name": "x"}),
        ],
    )
    def test_values(self, value, expected):
        """
        Each kind of value has one form as data.
        """
        assert expected == plain_data(value)

    def test_order_of_keys(self):
        """
        Keys stand in order, so that equal maps are written alike.
        """
        assert ["a", "b"] == list(plain_data({"b": 1, "a": 2}))

    @pytest.mark.parametrize("value", [1.5, object(), b"x"])
    def test_not_data(self, value):
        """
        Anything else, such as a binary fraction, is refused.
        """
        with pytest.raises(TypeError, match="cannot write a"):
            plain_data(value)

    def test_hash(self):
        """
        Equal values have one hash, whatever their order; different ones have another.
        """
        one, same, other = {"a": 1, "b": 2}, {"b": 2, "a": 1}, {"a": 1, "b": Decimal(2)}

        assert content_hash(one) == content_hash(same) != content_hash(other)

    def test_hash_is_the_same_everywhere(self):
        """
        The hash is SHA-256 over compact JSON in UTF-8.
        """
        assert hashlib.sha256('{"a":"đ"}'.encode()).hexdigest() == content_hash({"a": "đ"})
