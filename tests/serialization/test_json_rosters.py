"""Rosters as JSON: what is read, what is refused, and with which words."""

from __future__ import annotations

import datetime as dt
import io
import json
import unicodedata
from decimal import Decimal

import attrs
import pytest

from tests.small import POLICY, PRIVATE, ROSTER, roster_data, text
from thidua_rules.errors import RosterError
from thidua_rules.facts import FactType, SubjectKind
from thidua_rules.serialization import dumps, load_roster, roster_from_json, roster_to_json
from thidua_rules.subjects import DecisionState
from thidua_rules.values import FrozenMap, Marker


def faults(data) -> list[str]:
    """The lines of what is wrong with a roster."""
    source = data if isinstance(data, (str, bytes)) else text(data)
    with pytest.raises(RosterError) as caught:
        roster_from_json(source, POLICY)
    assert str(caught.value).split("\n") == [str(fault) for fault in caught.value.faults]
    return [str(fault) for fault in caught.value.faults]


def with_fact(name: str, value: object, subject: int = 2) -> dict[str, object]:
    """The roster with another value of one fact."""
    data = roster_data()
    data["subjects"][subject]["facts"][name] = value
    return data


def with_row(name: str, **columns: object) -> dict[str, object]:
    """The roster with one row in a list of the first official."""
    data = roster_data()
    data["subjects"][2]["records"][name] = [columns]
    return data


def with_subject(index: int = 2, **fields: object) -> dict[str, object]:
    """The roster with other fields of one subject."""
    data = roster_data()
    data["subjects"][index] |= fields
    return data


class TestReading:
    def test_fields(self):
        """
        A roster has the fields that the text gives.
        """
        roster = roster_from_json(text(ROSTER), POLICY)

        assert (
            roster.id,
            roster.commune,
            roster.year,
            len(roster.subjects),
        ) == ("nho_2022", "xã Nhỏ", 2022, 5)

    def test_facts_are_typed(self):
        """
        Facts become exact values of the types that the policy gives them.
        """
        facts = roster_from_json(text(ROSTER), POLICY).subject("cb-01").facts

        assert Decimal("87.25") == facts["diem"]
        assert dt.date(2019, 3, 1) == facts["ngay_vao"]
        assert facts["nam_sinh"] == "1987"
        assert facts["dong_y"] is True

    def test_unassigned(self):
        """
        A marker stands where the specification allows it.
        """
        assert roster_from_json(text(ROSTER), POLICY).subject("cb-02").facts["diem"] == Marker.NOT_ASSIGNED

    def test_null_is_missing(self):
        """
        Null is a missing fact, a missing column and a missing list.
        """
        data = with_row("sang_kien", nam=None, cap="xa")
        data["subjects"][2]["facts"]["diem"] = None
        data["subjects"][2]["records"]["ky_luat"] = None
        subject = roster_from_json(data, POLICY).subject("cb-01")

        assert "diem" not in subject.facts
        assert "ky_luat" not in subject.records
        assert (FrozenMap({"cap": "xa"}),) == subject.records["sang_kien"]

    def test_decision(self):
        """
        Decisions and ballots are read with their days and states.
        """
        roster = roster_from_json(text(ROSTER), POLICY)

        assert DecisionState.HUY_BO is roster.decisions[0].state
        assert dt.date(2022, 12, 25) == roster.decisions[0].cancelled_on
        assert roster.ballots[0].approvals == 9

    @pytest.mark.parametrize("number", ["12.50", 12.5, "0.1", -0.0])
    def test_decimals_are_exact(self, number):
        """
        A decimal may be a JSON number or text with a point, and stays exact.
        """
        data = with_row("sang_kien", diem=number)

        assert (
            Decimal(str(number))
            == roster_from_json(text(data), POLICY).subjects[2].records["sang_kien"][0]["diem"]
        )

    def test_whole_number_with_a_point(self):
        """
        3.0 is the whole number 3.
        """
        facts = roster_from_json(text(with_fact("thang_nghi", 3.0)), POLICY).subject("cb-01").facts

        assert (3, int) == (facts["thang_nghi"], type(facts["thang_nghi"]))

    def test_byte_order_mark(self):
        """
        A byte order mark at the start is passed over, in bytes and in text.
        """
        expected = roster_from_json(text(ROSTER), POLICY)

        assert expected == roster_from_json(text(ROSTER).encode("utf-8-sig"), POLICY)
        assert expected == roster_from_json("\ufeff" + text(ROSTER), POLICY)

    def test_decomposed_text(self):
        """
        Text in NFD is the same roster as in NFC: ids, units, names and values.
        """
        data = with_fact("ghi_chu", "chờ")
        data["subjects"][1]["id"] = "khối"
        for row in data["subjects"][2:4]:
            row["unit"] = "khối"
        composed = roster_from_json(text(data), POLICY)

        assert composed == roster_from_json(unicodedata.normalize("NFD", text(data)), POLICY)

    def test_parsed_data(self):
        """
        Data that was parsed already, with days and decimals, is read like text.
        """
        data = with_fact("ngay_vao", dt.date(2019, 3, 1))
        data["subjects"][2]["facts"]["diem"] = Decimal("87.25")
        data["decisions"][0]["date"] = dt.date(2022, 12, 20)

        assert roster_from_json(text(ROSTER), POLICY) == roster_from_json(data, POLICY)

    def test_file(self, tmp_path):
        """
        A roster is loaded from a path or from an open file.
        """
        path = tmp_path / "roster.json"
        path.write_text(text(ROSTER), encoding="utf-8")
        expected = roster_from_json(text(ROSTER), POLICY)

        assert expected == load_roster(path, POLICY) == load_roster(str(path), POLICY)
        assert expected == load_roster(io.BytesIO(text(ROSTER).encode()), POLICY)

    def test_round_trip(self):
        """
        What is written is read back as an equal roster.
        """
        roster = roster_from_json(text(ROSTER), POLICY)

        assert roster == roster_from_json(dumps(roster_to_json(roster)), POLICY)


class TestDocument:
    @pytest.mark.parametrize(
        ("source", "expected"),
        [
            ("", "roster: expected JSON, got nothing at all"),
            (b" \n", "roster: expected JSON, got nothing at all"),
            ("{\n'id': 1}", "roster: expected JSON, got a fault at line 2, column 1"),
            ('{"id": "a"', "roster: expected JSON, got a fault at line 1, column 11"),
            ("[]", "roster: expected an object, got a list"),
            ("null", "roster: expected an object, got null"),
            ("NaN", "roster: expected an object, got NaN"),
            (b"{\n\xff\xfe}", "roster: expected text in UTF-8, got other bytes at line 2"),
            ("[" * 10_000, "roster: expected at most 100 levels inside each other, got more"),
            ('{"a":' * 10_000, "roster: expected at most 100 levels inside each other, got more"),
            ("1" * 401, "roster: expected an object, got a number of 401 digits"),
        ],
    )
    def test_no_roster_at_all(self, source, expected):
        """
        What is no JSON object gives one fault that says where.
        """
        (line,) = faults(source)

        assert line.startswith(expected)

    def test_brackets_in_text(self):
        """
        Brackets inside text are no depth.
        """
        data = with_fact("ghi_chu", '[{"\\' * 200)

        assert roster_from_json(text(data), POLICY).subject("cb-01").facts["ghi_chu"] == '[{"\\' * 200

    def test_data_inside_itself(self):
        """
        Parsed data that contains itself is refused like data that is too deep.
        """
        data = roster_data()
        data["subjects"].append(data)
        with pytest.raises(RosterError, match="levels inside each other"):
            roster_from_json(data, POLICY)

    def test_parsed_data_too_large(self, monkeypatch):
        """
        Parsed data of too many values is refused.
        """
        monkeypatch.setattr("thidua_rules.serialization.documents.MAX_VALUES", 20)
        with pytest.raises(RosterError, match="expected at most 20 values"):
            roster_from_json(roster_data(), POLICY)

    def test_huge_file(self, tmp_path):
        """
        A file of 200 MB gives one fault and is not read.
        """
        path = tmp_path / "huge.json"
        with path.open("wb") as file:
            file.truncate(200_000_000)
        with pytest.raises(RosterError) as caught:
            load_roster(path, POLICY)

        assert str(caught.value) == "roster: expected at most 100 MB, got more"

    def test_endless_file(self):
        """
        Of an open file no more than the bound is read.
        """

        class Endless(io.RawIOBase):
            def read(self, size=-1):
                assert size >= 0
                return b" " * size

        with pytest.raises(RosterError, match="100 MB"):
            load_roster(Endless(), POLICY)

    def test_huge_text(self, monkeypatch):
        """
        Text above the bound is refused.
        """
        monkeypatch.setattr("thidua_rules.serialization.documents.MAX_BYTES", 10)

        assert faults(" " * 11) == ["roster: expected at most 0 MB, got more"]

    @pytest.mark.parametrize("path", ["no/such/file.json", ".", "a\0b"])
    def test_file_that_cannot_be_read(self, path):
        """
        A path that cannot be read gives one fault.
        """
        with pytest.raises(RosterError, match=r"^roster: cannot read the file: "):
            load_roster(path, POLICY)

    def test_every_fault_in_order(self):
        """
        Every fault is listed with its path, in the order of the input.
        """
        data = roster_data()
        data["yeer"] = 2
        data["year"] = "hai nghìn"
        data["subjects"][2]["facts"] |= {"thang_nghi": "ba", "ngay_vao": "31/02/2022"}
        data["subjects"][2]["unit"] = "khoii"
        data["decisions"][0]["award"] = "giỏ"
        data["ballots"][0]["present"] = 12

        assert faults(data) == [
            "year: expected a year from 1948 to 2100, got 'hai nghìn'",
            "subjects[2].unit: unknown unit 'khoii', did you mean 'khoi'?",
            "subjects[2].facts.thang_nghi: expected a whole number (thang), got 'ba'",
            "subjects[2].facts.ngay_vao: expected a day as YYYY-MM-DD, got '31/02/2022', which is no day of the calendar",
            "decisions[0].award: unknown award 'giỏ', did you mean 'gioi'?",
            "ballots[0].present: expected a whole number from 0 to 'members', got 12",
            "yeer: unknown field, did you mean 'year'?",
        ]


class TestFields:
    @pytest.mark.parametrize("name", ["id", "commune", "year"])
    def test_lacking(self, name):
        """
        A field that must be given and is not is a fault.
        """
        data = roster_data()
        del data[name]
        (line,) = faults(data)

        assert line.startswith(f"{name}: expected ")
        assert line.endswith("got nothing")

    @pytest.mark.parametrize("name", ["subjects", "decisions", "ballots"])
    def test_no_list(self, name):
        """
        A section that is no list is a fault.
        """
        data = roster_data() | {name: {"a": 1}}

        assert f"{name}: expected a list, got an object" in faults(data)

    @pytest.mark.parametrize("year", [1947, 2101, "2022", True, 2022.5, None])
    def test_year(self, year):
        """
        The year is a whole number from 1948 to 2100.
        """
        (line,) = faults(roster_data() | {"year": year})

        assert line.startswith("year: expected a year from 1948 to 2100, got ")

    def test_whole_year_with_a_point(self):
        """
        2022.0 is the year 2022.
        """
        assert roster_from_json(text(roster_data() | {"year": 2022.0}), POLICY).year == 2022

    @pytest.mark.parametrize(
        ("value", "problem"),
        [
            ("", "expected an id, got an empty text"),
            ("   ", "expected an id, got an empty text"),
            ("a" * 201, "expected at most 200 characters, got 201"),
            ("a\tb", "expected no control character"),
            ("a\u2028b", "expected no control character"),
            ("a\u202eb", "expected no bidirectional control character"),
            ("\u2066a\u2069", "expected no bidirectional control character"),
            ("a\ud800", "expected Unicode text, got half of a surrogate pair"),
            (7, "expected text, got 7"),
            (None, "expected text, got null"),
            (["a"], "expected text, got a list"),
        ],
    )
    def test_id(self, value, problem):
        """
        An id is text of 1 to 200 characters, none of them a control character or half of a pair.
        """
        data = roster_data() | {"id": value}

        assert [f"id: {problem}"] == faults(json.dumps(data))

    @pytest.mark.parametrize("char", [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A))])
    def test_bidirectional_name(self, char):
        """
        A name that would turn the line round is refused, and not shown.
        """
        assert faults(with_subject(name=f"{PRIVATE}{char}")) == [
            "subjects[2].name: expected no bidirectional control character"
        ]

    @pytest.mark.parametrize("name", ["", " ", "\u00a0\u3000", "\u200b"])
    def test_blank_name(self, name):
        """
        A name that nobody can see is a fault.
        """
        assert faults(with_subject(name=name)) == ["subjects[2].name: expected a name, got a blank text"]

    @pytest.mark.parametrize("name", ["Y Bih\u200d", "A", "H'Hen Niê"])
    def test_names(self, name):
        """
        A name may be short, or hold marks that join letters.
        """
        assert name == roster_from_json(text(with_subject(name=name)), POLICY).subjects[2].name

    def test_key_given_twice(self):
        """
        A key given twice is a fault at each level: the roster, a subject, its facts, a row.
        """
        source = text(roster_data())
        for once, twice in (
            ('"id": "nho_2022"', '"id": "nho_2022", "id": "nho_2022"'),
            ('"id": "cb-01"', '"id": "cb-01", "id": "cb-01"'),
            ('"diem": "87.25"', '"diem": "87.25", "diem": "87.25"'),
            ('"nam": 2022', '"nam": 2022, "nam": 2022, "nam": 2022'),
            ('"number": "12/QĐ"', '"number": "12/QĐ", "number": "12/QĐ"'),
        ):
            source = source.replace(once, twice)

        assert faults(source) == [
            "id: expected it once, got it twice",
            "subjects[2].id: expected it once, got it twice",
            "subjects[2].facts.diem: expected it once, got it twice",
            "subjects[2].records.sang_kien[0].nam: expected it once, got it twice",
            "decisions[0].number: expected it once, got it twice",
        ]

    def test_odd_key(self):
        """
        A key that is no plain name is quoted in the path, on one line.
        """
        assert faults(with_fact("a\nb.c", 1)) == [
            "subjects[2].facts['a\\nb.c']: unknown fact 'a\\nb.c'",
        ]

    @pytest.mark.parametrize(
        ("fields", "line"),
        [
            ({"kind": "ca nhân"}, "subjects[2].kind: expected one of 'ca_nhan', 'ho_gia_dinh', 'khu_dan_cu', 'tap_the', 'xa', got 'ca nhân', did you mean 'ca_nhan'?"),
            ({"name": 7}, "subjects[2].name: expected text, got a value that is not shown"),
            ({"name": "a\x00b"}, "subjects[2].name: expected no control character"),
            ({"facts": [1]}, "subjects[2].facts: expected an object, got a value that is not shown"),
            ({"records": "x"}, "subjects[2].records: expected an object, got a value that is not shown"),
            ({"unit": 5}, "subjects[2].unit: expected text, got 5"),
            ({"fact": {}}, "subjects[2].fact: unknown field, did you mean 'facts'?"),
            ({"id": "cb-02"}, "subjects[3].id: expected an id of its own, got 'cb-02' as in subjects[2]"),
        ],
    )  # fmt: skip
    def test_subject(self, fields, line):
        """
        Each field of a subject is checked.
        """
        assert line in faults(with_subject(**fields))

    @pytest.mark.parametrize("name", ["id", "kind", "name"])
    def test_subject_lacks(self, name):
        """
        A subject has an id, a kind and a name.
        """
        data = roster_data()
        del data["subjects"][4][name]

        assert [f"subjects[4].{name}: expected "] == [
            line[: line.index("expected ") + 9] for line in faults(data)
        ]

    def test_subject_is_no_object(self):
        """
        A subject that is no object is a fault.
        """
        data = roster_data()
        data["subjects"].append(7)

        assert faults(data) == ["subjects[5]: expected an object, got 7"]


class TestFacts:
    @pytest.mark.parametrize(
        ("name", "value", "problem"),
        [
            ("diem", "12,5", "expected a number (diem), got '12,5': write a point, not a comma, as in '12.5'"),
            ("diem", "1.490.000", "expected a number (diem), got '1.490.000'"),
            ("diem", "1e2", "expected a number (diem), got '1e2'"),
            ("diem", True, "expected a number (diem), got true"),
            ("diem", 100.25, "expected at most 100 (diem), got 100.25"),
            ("diem", "-0.5", "expected at least 0 (diem), got '-0.5'"),
            ("diem", 10**400, "expected a number (diem), got a number of 401 digits"),
            ("diem", float("nan"), "expected a number (diem), got NaN"),
            ("diem", float("-inf"), "expected a number (diem), got -Infinity"),
            ("diem", "9" * 31, f"expected a number (diem), got '{'9' * 31}'"),
            ("diem", "khong giao", "expected a number (diem), got 'khong giao'"),
            ("thang_nghi", 2.5, "expected a whole number (thang), got 2.5"),
            ("thang_nghi", "3", "expected a whole number (thang), got '3': write 3 without quotes"),
            ("thang_nghi", "3,0", "expected a whole number (thang), got '3,0': write a point, not a comma, as in '3.0'"),
            ("thang_nghi", "khong_giao", "expected a whole number (thang), got 'khong_giao'"),
            ("thang_nghi", 13, "expected at most 12 (thang), got 13"),
            ("ngay_vao", "2022-02-31", "expected a day as YYYY-MM-DD, got '2022-02-31', which is no day of the calendar"),
            ("ngay_vao", "31/02/2022", "expected a day as YYYY-MM-DD, got '31/02/2022', which is no day of the calendar"),
            ("ngay_vao", "5/3/2022", "expected a day as YYYY-MM-DD, got '5/3/2022', did you mean '2022-03-05'?"),
            ("ngay_vao", "hôm qua", "expected a day as YYYY-MM-DD, got 'hôm qua'"),
            ("ngay_vao", "0022-02-01", "expected a day from 1900-01-01 to 2200-12-31, got '0022-02-01'"),
            ("ngay_vao", 2022, "expected a day as YYYY-MM-DD, got 2022"),
            ("ghi_chu", 7, "expected text, got 7"),
            ("ghi_chu", {"a": 1}, "expected text, got an object"),
            ("dong_y", "true", "expected true or false, got 'true'"),
            ("dong_y", 1, "expected true or false, got 1"),
            ("xep_loai", "httnv", "expected one of HTNV, HTTNV, got 'httnv', did you mean 'HTTNV'?"),
            ("xep_loai", "x" * 99, f"expected one of HTNV, HTTNV, got '{'x' * 60}'…"),
            ("nam_sinh", "1987-13", "expected a day, month or year as YYYY-MM-DD, YYYY-MM or YYYY, got a value that is not shown"),
            ("nam_sinh", "87", "expected a day, month or year as YYYY-MM-DD, YYYY-MM or YYYY, got a value that is not shown"),
            ("luong", "7,5", "expected a number (dong), got a value that is not shown: write a point, not a comma"),
            ("luong", -1, "expected at least 0 (dong), got a value that is not shown"),
            ("benh", [PRIVATE], "expected text, got a value that is not shown"),
            ("diemm", 3, "unknown fact 'diemm', did you mean 'diem'?"),
            ("điểm", 3, "unknown fact 'điểm', did you mean 'diem'?"),
            ("ky_luat", [], "expected a fact, got the name of a list: write it under 'records'"),
            ("dan_so", 3, "expected only for khu_dan_cu, xa, got it for ca_nhan"),
        ],
    )  # fmt: skip
    def test_wrong(self, name, value, problem):
        """
        A value that does not fit its specification is named with what was expected, and quoted unless personal.
        """
        assert [f"subjects[2].facts.{name}: {problem}"] == faults(with_fact(name, value))

    def test_lone_surrogate(self):
        """
        Half of a surrogate pair is no text.
        """
        assert faults(json.dumps(with_fact("ghi_chu", "\ud800"))) == [
            "subjects[2].facts.ghi_chu: expected text, got '\\ud800'"
        ]

    def test_binary_number(self):
        """
        A binary number in parsed data is refused, since it is not exact.
        """
        with pytest.raises(RosterError, match=r"expected a number \(diem\), got a float"):
            roster_from_json(with_fact("diem", 1.5), POLICY)

    def test_infinite_decimal(self):
        """
        An infinite decimal, or one of too many digits, is refused in parsed data.
        """
        for value in (Decimal("Infinity"), Decimal("1E+40"), Decimal("NaN")):
            with pytest.raises(RosterError, match="at most 30 digits"):
                roster_from_json(with_fact("diem", value), POLICY)

    @pytest.mark.parametrize(
        ("columns", "line"),
        [
            ({"nam": "hai nghìn"}, "sang_kien[0].nam: expected a whole number, got 'hai nghìn'"),
            ({"cap": "xã"}, "sang_kien[0].cap: expected one of xa, tinh, got 'xã', did you mean 'xa'?"),
            ({"nam_": 1}, "sang_kien[0].nam_: unknown column 'nam_', did you mean 'nam'?"),
        ],
    )
    def test_row(self, columns, line):
        """
        A column is checked like a fact.
        """
        assert [f"subjects[2].records.{line}"] == faults(with_row("sang_kien", **columns))

    def test_personal_row(self):
        """
        No column of a personal list is shown.
        """
        assert faults(with_row("ky_luat", ngay=PRIVATE)) == [
            "subjects[2].records.ky_luat[0].ngay: expected a day as YYYY-MM-DD, got a value that is not shown",
        ]

    @pytest.mark.parametrize(
        ("name", "value", "line"),
        [
            ("sang_kien", {"nam": 1}, "sang_kien: expected a list, got an object"),
            ("sang_kien", [3], "sang_kien[0]: expected an object, got 3"),
            ("ky_luat", PRIVATE, "ky_luat: expected a list, got a value that is not shown"),
            ("ky_luat", [PRIVATE], "ky_luat[0]: expected an object, got a value that is not shown"),
            ("diem", [], "diem: expected a list, got the name of a fact: write it under 'facts'"),
            (
                "sáng kiến",
                [],
                "['sáng kiến']: unknown list of records 'sáng kiến', did you mean 'sang_kien'?",
            ),
        ],
    )
    def test_list(self, name, value, line):
        """
        A list is a list of objects, under its own name.
        """
        data = roster_data()
        data["subjects"][2]["records"][name] = value
        place = "subjects[2].records" + ("" if line.startswith("[") else ".")

        assert [place + line] == faults(data)


class TestLinks:
    def test_unit_contains_itself(self):
        """
        A unit that contains itself is a fault that names the whole circle, once.
        """
        data = roster_data()
        data["subjects"][0]["unit"] = "khoi"

        assert faults(data) == [
            "subjects[0].unit: expected no unit that contains itself, got 'xa' -> 'khoi' -> 'xa'"
        ]

    def test_own_unit(self):
        """
        A subject cannot be its own unit.
        """
        assert faults(with_subject(0, unit="xa")) == [
            "subjects[0].unit: expected no unit that contains itself, got 'xa' -> 'xa'"
        ]

    def test_long_circle(self):
        """
        Of a long circle only the first names are shown.
        """
        data = roster_data()
        data["subjects"] += [
            {"id": f"u{i}", "kind": "tap_the", "name": "Khối", "unit": f"u{(i + 1) % 20}"} for i in range(20)
        ]
        (line,) = faults(data)

        assert line.startswith("subjects[5].unit: expected no unit that contains itself, got 'u0' -> 'u1'")
        assert line.endswith("'u8' -> … -> 'u0'")

    @pytest.mark.parametrize(
        ("fields", "line"),
        [
            ({"subject": "cb-03"}, "subject: unknown subject 'cb-03', did you mean 'cb-02'?"),
            ({"state": "hủy bỏ"}, "state: expected one of 'hieu_luc', 'huy_bo', 'tu_choi', got 'hủy bỏ', did you mean 'huy_bo'?"),
            ({"date": "20/12/2022"}, "date: expected a day as YYYY-MM-DD, got '20/12/2022', did you mean '2022-12-20'?"),
            ({"date": "1822-12-20"}, "date: expected a day from 1900-01-01 to 2200-12-31, got 1822-12-20"),
            ({"cancelled_on": "2022-12-01"}, "cancelled_on: expected a day from 2022-12-20 on, got 2022-12-01"),
            ({"state": "hieu_luc"}, "cancelled_on: expected it only where the state is 'huy_bo', got 2022-12-25"),
            ({"datum": 1}, "datum: unknown field, did you mean 'date'?"),
            ({"award": 3}, "award: expected text, got 3"),
        ],
    )  # fmt: skip
    def test_decision(self, fields, line):
        """
        A decision names an award and a subject that exist, and days that can be.
        """
        data = roster_data()
        data["decisions"][0] |= fields

        assert f"decisions[0].{line}" in faults(data)

    @pytest.mark.parametrize(("name", "value"), [("members", -1), ("present", 12), ("approvals", 11)])
    def test_ballot(self, name, value):
        """
        Nobody approves who was not present, and nobody is present who was not summoned.
        """
        data = roster_data()
        data["ballots"][0][name] = value

        assert any(
            line.startswith(f"ballots[0].{name}: expected a whole number from 0 to") for line in faults(data)
        )

    def test_decision_with_several_faults(self):
        """
        Everything that is wrong with a decision is listed, although a part of it could not be read.
        """
        data = roster_data()
        data["decisions"][0] |= {
            "award": "gioii",
            "state": "huy",
            "subject": "cb-03",
            "cancelled_on": "2022-12-01",
        }

        assert faults(data) == [
            "decisions[0].award: unknown award 'gioii', did you mean 'gioi'?",
            "decisions[0].subject: unknown subject 'cb-03', did you mean 'cb-02'?",
            "decisions[0].state: expected one of 'hieu_luc', 'huy_bo', 'tu_choi', got 'huy', did you mean 'huy_bo'?",
            "decisions[0].cancelled_on: expected a day from 2022-12-20 on, got 2022-12-01",
        ]

    def test_ballot_with_several_faults(self):
        """
        Everything that is wrong with a ballot is listed, although fields of it are missing.
        """
        data = roster_data()
        data["ballots"] = [
            {"award": "gioii", "subject": "cb-01", "date": "1822-12-15", "members": -1, "approvals": -2}
        ]

        assert faults(data) == [
            "ballots[0].award: unknown award 'gioii', did you mean 'gioi'?",
            "ballots[0].date: expected a day from 1900-01-01 to 2200-12-31, got 1822-12-15",
            "ballots[0].members: expected a whole number from 0 to a million, got -1",
            "ballots[0].approvals: expected a whole number from 0 to 'present', got -2",
            "ballots[0].present: expected a whole number, got nothing",
        ]

    def test_empty_decision(self):
        """
        A decision without any field lacks every one that it must have, and is unknown in nothing.
        """
        lines = faults(roster_data() | {"decisions": [{}]})

        assert [f"decisions[0].{name}: expected " for name in ("award", "subject", "state", "date")] == [
            line[: line.index("expected ") + 9] for line in lines
        ]

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({"state": "tu_choi"}, ["decisions[1].state: expected one state, got 'tu_choi', and 'huy_bo' as in decisions[0]"]),
            ({"state": "hieu_luc", "number": "13/QĐ"}, ["decisions[1].state: expected one state, got 'hieu_luc', and 'huy_bo' as in decisions[0]"]),
            ({"state": "tu_choi", "date": "2022-12-21"}, []),
            ({"state": "tu_choi", "subject": "cb-01"}, []),
            ({"state": "tu_choi", "award": "xuat_sac"}, []),
            ({"state": "huy_bo", "number": "13/QĐ"}, []),
        ],
    )  # fmt: skip
    def test_two_states(self, fields, expected):
        """
        On one day an award is given to a subject, refused or cancelled, and not two of these.
        """
        data = roster_data()
        again = {key: value for key, value in data["decisions"][0].items() if key != "cancelled_on"}
        data["decisions"].append(again | fields)
        found = faults(data | {"year": 0})

        assert expected == found[1:]

    def test_two_communes(self):
        """
        A roster is that of one commune.
        """
        data = roster_data()
        data["subjects"].append({"id": "xa_khac", "kind": "xa", "name": "Xã Khác"})

        assert faults(data) == [
            "subjects[5].kind: expected one commune in a roster, got 'xa' as in subjects[0]"
        ]

    def test_advice_is_bounded(self):
        """
        Among very many names advice is given only a few times.
        """
        data = roster_data()
        data["subjects"] += [{"id": f"ho-{i}", "kind": "ho_gia_dinh", "name": "Hộ"} for i in range(3000)]
        data["decisions"] = [
            {"award": "gioi", "subject": f"hộ-{i}x", "state": "hieu_luc", "date": "2022-12-20"}
            for i in range(30)
        ]
        lines = faults(data)

        assert len(lines) == 30
        assert 0 < sum("did you mean" in line for line in lines) < 30


class TestWriting:
    def test_plain_forms(self):
        """
        Decimals, days and markers are written as text.
        """
        rows = roster_to_json(roster_from_json(text(ROSTER), POLICY))["subjects"]

        assert (
            rows[2]["facts"]["diem"],
            rows[2]["facts"]["ngay_vao"],
            rows[3]["facts"]["diem"],
        ) == ("87.25", "2019-03-01", "khong_giao")

    def test_everything_is_written(self):
        """
        Every field of every class of a roster is written.
        """
        roster = roster_from_json(text(ROSTER), POLICY)
        data = roster_to_json(roster)
        for value, written in (
            (roster, data),
            (roster.subjects[2], data["subjects"][2]),
            (roster.decisions[0], data["decisions"][0]),
            (roster.ballots[0], data["ballots"][0]),
        ):
            assert [field.name for field in attrs.fields(type(value))] == list(written)


def test_every_type_is_known():
    """
    The small policy asks for a fact of every type, of subjects of several kinds.
    """
    types = {spec.type for spec in POLICY.facts.values()}

    assert set(FactType) == types
    assert any(SubjectKind.CA_NHAN not in spec.subjects for spec in POLICY.facts.values())
