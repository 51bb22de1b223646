"""YAML without its surprises: what is read, what is refused, and where the fault is said to be."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from thidua_rules.policies.validation.places import Faults
from thidua_rules.testing.documents import BAD, MAX_BYTES, parsed


def read(text):
    """The data of *text* and its faults, each as one line."""
    faults = Faults()
    data = parsed(text if isinstance(text, bytes) else text.encode(), faults)
    return data, [str(fault) for fault in faults.listed("tệp.yaml")]


class TestValues:
    @pytest.mark.parametrize(
        ("written", "value"),
        [
            ("3", 3),
            ("-12", -12),
            ("89.75", Decimal("89.75")),
            ("true", True),
            ("false", False),
            ("null", None),
            ("~", None),
            ("", None),
            ("2022-12-31", dt.date(2022, 12, 31)),
            ("cong_chuc", "cong_chuc"),
            ("xã khác", "xã khác"),
            ("'no'", "no"),
            ('"12:30"', "12:30"),
            ("'2022-12-31'", "2022-12-31"),
            ("14/KH-HĐTĐKT", "14/KH-HĐTĐKT"),
        ],
    )
    def test_plain(self, written, value):
        """
        Whole numbers, decimals, flags, days and text are read as they look.
        """
        assert ({"a": value}, []) == read(f"a: {written}")

    def test_exact(self):
        """
        A decimal keeps its digits and never is a float.
        """
        data, _ = read("a: 0.10")

        assert "0.10" == str(data["a"])

    def test_composed(self):
        """
        Text is compared in NFC, whatever it was written in.
        """
        assert ({"Đạt": "ế"}, []) == read("Đạt: ế")

    def test_on_is_a_name(self):
        """
        A key named 'on' is a name, not a flag.
        """
        assert ({"on": dt.date(2022, 1, 2)}, []) == read("on: 2022-01-02")

    @pytest.mark.parametrize(
        "written",
        [
            *("no", "Yes", "on", "OFF", "y", "N", "True", "NULL"),
            *("0106", "0o17", "0x1F", "1_490_000", "+3", "1e3", ".5", "5.", "1.5e3", "0b11"),
            *("12:30", "1:02:03", ".inf", "-.inf", ".nan"),
            *("2022-1-2", "2022-01-02T10:00:00", "2022-01-02 10:00:00"),
        ],
    )
    def test_surprises(self, written):
        """
        What YAML would read as something else than it looks must be quoted.
        """
        data, faults = read(f"a: [x, {written}]")

        assert (BAD, 1) == (data["a"][1], len(faults))
        assert faults[0].startswith(f"a[1]: expected a value that reads one way only, got {written!r}")

    @pytest.mark.parametrize("written", ["2022-02-30", "2022-13-01", "0000-01-01"])
    def test_no_day(self, written):
        """
        A day that no calendar has is a fault, not text.
        """
        assert [f"a: expected a day of the calendar, got {written}"] == read(f"a: {written}")[1]

    def test_too_many_digits(self):
        """
        The number of digits is bounded.
        """
        assert ["a: expected fewer digits, got 400 characters"] == read("a: " + "9" * 400)[1]


class TestStructure:
    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            ("a: &x [1]\nb: *x", "a: expected no anchor and no alias, got one: write the value out"),
            ("a: !!python/object:os.system x", "a: expected no tag, got one: write the value plainly"),
            ("a: !!str 3", "a: expected no tag, got one: write the value plainly"),
            ("<<: {a: 1}", "tệp.yaml: expected plain names as keys, got something else"),
            ("? [1, 2]\n: 3", "tệp.yaml: expected plain names as keys, got something else"),
            ("a: 1\na: 2", "a: expected it once, got it twice"),
            ("a: 1\n---\nb: 2", "tệp.yaml: expected one document, got another one after '---'"),
            ("a: [1", "tệp.yaml: expected YAML, got a fault at line 1, column 6: expected ',' or ']', but"),
            ("a: 1\n\tb: 2", "tệp.yaml: expected YAML, got a fault at line 2, column 1: found character"),
            ("a: b: c", "tệp.yaml: expected YAML, got a fault at line 1, column 5: mapping values are not"),
        ],
    )
    def test_refused(self, text, fault):
        """
        Anchors, aliases, tags, merges, keys given twice and what is no YAML are faults at their place.
        """
        assert read(text)[1][0].startswith(fault)

    def test_bomb(self):
        """
        A text whose aliases would grow without end is refused alias by alias.
        """
        lines = ["a0: &a0 [x]"]
        lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9)]

        data, faults = read("\n".join(lines))

        assert 9 == len(data["a8"])
        assert 8 * 9 + 9 == len(faults)

    @pytest.mark.parametrize("text", ["[" * 10_000, "a:\n" + "".join(" " * n + "- \n" for n in range(200))])
    def test_depth(self, text):
        """
        Depth is bounded, with no traceback from the inside.
        """
        assert [True] == [fault.startswith("tệp.yaml: expected ") for fault in read(text)[1]]

    def test_size(self):
        """
        So is size.
        """
        assert (BAD, ["tệp.yaml: expected at most 5 MB, got more"]) == read(b"#" * (MAX_BYTES + 1))

    @pytest.mark.parametrize(
        ("text", "fault"),
        [
            (b"a: 1\nb: \xff\n", "tệp.yaml: expected text in UTF-8, got other bytes at line 2"),
            (b"a: \x00", "tệp.yaml: expected YAML, got characters that it does not allow"),
        ],
    )
    def test_bytes(self, text, fault):
        """
        Other bytes than text are a fault.
        """
        assert (BAD, [fault]) == read(text)

    def test_byte_order_mark(self):
        """
        The mark that some editors put at the start is passed over.
        """
        assert ({"a": 1}, []) == read(b"\xef\xbb\xbfa: 1")

    @given(st.text(alphabet=" \n-:[]{}&*!|>'\"%@`#,?abc0123éĐ\t", max_size=80))
    def test_anything(self, text):
        """
        Whatever is written gives data or faults, never a traceback.
        """
        data, faults = read(text)

        assert data is not BAD or faults
