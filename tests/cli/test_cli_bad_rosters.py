"""Rosters that cannot be used, through the command line: every fault on one line, exit code 1, nothing private."""

from __future__ import annotations

import json
import unicodedata

import pytest

from tests.cli.calls import call
from tests.small import PRIVATE, roster_data, text
from thidua_rules.serialization.documents import MAX_BYTES


@pytest.fixture
def faults(small_policy, tmp_path):
    """Gives the lines of what is wrong with a roster, which ``check`` and ``evaluate`` must agree on."""

    def lines(source) -> list[str]:
        path = tmp_path / "roster.json"
        path.write_bytes(source if isinstance(source, bytes) else _text(source).encode())
        checked = call("check", path, "--policy", small_policy)
        evaluated = call("evaluate", path, "--policy", small_policy)
        assert (checked.code, evaluated.code) == (1, 1)
        assert checked.out == evaluated.err
        assert evaluated.out == ""
        assert not any(secret in checked.out for secret in (PRIVATE, "7654321", "Traceback"))
        return checked.out.splitlines()

    return lines


def _text(source) -> str:
    return source if isinstance(source, str) else text(source)


def with_fact(name: str, value: object) -> dict[str, object]:
    """The small roster with another value of one fact of the first official."""
    data = roster_data()
    data["subjects"][2]["facts"][name] = value
    return data


def with_subject(index: int = 2, **fields: object) -> dict[str, object]:
    """The small roster with other fields of one subject, who is named nowhere else."""
    data = roster_data() | {"decisions": [], "ballots": []}
    data["subjects"][index] |= fields
    return data


def with_literal(literal: str) -> str:
    """The small roster with *literal* as the points of the first official."""
    return text(with_fact("diem", "@")).replace('"@"', literal)


class TestDocument:
    @pytest.mark.parametrize(
        ("source", "line"),
        [
            (b"", "roster: expected JSON, got nothing at all"),
            (b"xin chao", "roster: expected JSON, got a fault at line 1, column 1: expecting value"),
            (b"{'id': 1}", "roster: expected JSON, got a fault at line 1, column 2:"),
            (b"[]", "roster: expected an object, got a list"),
            (b"\x89PNG\r\n\x1a\n\x00\xff\xfe", "roster: expected text in UTF-8, got other bytes at line 1"),
            (text(roster_data()).encode("utf-16"), "roster: expected text in UTF-8, got other bytes"),
            (b"[" * 10_000 + b"]" * 10_000, "roster: expected at most 100 levels inside each other, got more"),
            (b'{"a":' * 10_000 + b"1" + b"}" * 10_000, "roster: expected at most 100 levels inside each other"),
        ],
    )  # fmt: skip
    def test_no_roster(self, faults, source, line):
        """
        What is no JSON object in UTF-8 of bounded depth gives one line that says so.
        """
        (found,) = faults(source)

        assert found.startswith(line)

    def test_byte_order_mark(self, small_policy, tmp_path):
        """
        A byte order mark, which some editors write, is no fault.
        """
        path = tmp_path / "roster.json"
        path.write_bytes(text(roster_data()).encode("utf-8-sig"))

        assert call("check", path, "--policy", small_policy).code == 0

    def test_huge_file(self, small_policy, tmp_path):
        """
        A file of 200 MB is refused by its size, without being read.
        """
        path = tmp_path / "roster.json"
        with path.open("wb") as file:
            file.truncate(2 * MAX_BYTES)
        result = call("evaluate", path, "--policy", small_policy)
        path.unlink()

        assert (result.code, result.err) == (1, "roster: expected at most 100 MB, got more\n")

    @pytest.mark.parametrize(
        ("name", "reason"), [("khong_co.json", "no such file or directory"), ("", "is a directory")]
    )
    def test_no_file(self, small_policy, tmp_path, name, reason):
        """
        A file that is missing, or a folder, is said so, and its place on the machine is not repeated.
        """
        result = call("check", tmp_path / name, "--policy", small_policy)

        assert (result.code, result.out) == (1, f"roster: cannot read the file: {reason}\n")


class TestFields:
    @pytest.mark.parametrize(
        ("source", "line"),
        [
            (
                with_subject(facts={"xếp_loại": "HTNV"}),
                "subjects[2].facts.xếp_loại: unknown fact 'xếp_loại', did you mean 'xep_loai'?",
            ),
            (
                with_fact("xep_loai", "HTTVN"),
                "subjects[2].facts.xep_loai: expected one of HTNV, HTTNV, got 'HTTVN', did you mean 'HTTNV'?",
            ),
            (
                with_subject(unit="khôi"),
                "subjects[2].unit: unknown unit 'khôi', did you mean 'khoi'?",
            ),
            (
                with_subject(kind="cá nhân"),
                ("subjects[2].kind: expected one of 'ca_nhan', 'ho_gia_dinh', 'khu_dan_cu', 'tap_the', 'xa', "
                "got 'cá nhân', did you mean 'ca_nhan'?"),
            ),
            (
                with_subject(3, id="cb-01"),
                "subjects[3].id: expected an id of its own, got 'cb-01' as in subjects[2]",
            ),
            (
                with_subject(1, unit="khoi"),
                "subjects[1].unit: expected no unit that contains itself, got 'khoi' -> 'khoi'",
            ),
            (
                with_subject(records={"sang_kien": [{"nam": "hai nghìn"}]}),
                "subjects[2].records.sang_kien[0].nam: expected a whole number, got 'hai nghìn'",
            ),
            (
                with_fact("ngay_vao", "31/02/2022"),
                ("subjects[2].facts.ngay_vao: expected a day as YYYY-MM-DD, got '31/02/2022', which is no day of the "
                "calendar"),
            ),
            (
                with_fact("ngay_vao", "1/3/2019"),
                "subjects[2].facts.ngay_vao: expected a day as YYYY-MM-DD, got '1/3/2019', did you mean '2019-03-01'?",
            ),
            (
                with_fact("diem", "87,25"),
                ("subjects[2].facts.diem: expected a number (diem), got '87,25': write a point, not a comma, as in "
                "'87.25'"),
            ),
            (with_fact("dong_y", "có"), "subjects[2].facts.dong_y: expected true or false, got 'có'"),
            (with_literal("NaN"), "subjects[2].facts.diem: expected a number (diem), got NaN"),
            (with_literal("-Infinity"), "subjects[2].facts.diem: expected a number (diem), got -Infinity"),
            (with_literal("1e400"), "subjects[2].facts.diem: expected a number (diem), got a number of too many digits"),
            (with_literal("1" + "0" * 400), "subjects[2].facts.diem: expected a number (diem), got a number of 401 digits"),
            (with_literal("101"), "subjects[2].facts.diem: expected at most 100 (diem), got 101"),
            (with_subject(name=["x"]), "subjects[2].name: expected text, got a value that is not shown"),
            (with_subject(facts=[1]), "subjects[2].facts: expected an object, got a value that is not shown"),
            (with_fact("luong", PRIVATE), "subjects[2].facts.luong: expected a number (dong), got a value that is not shown"),
            (with_fact("benh", 7654321), "subjects[2].facts.benh: expected text, got a value that is not shown"),
            (roster_data() | {"yaer": 2022}, "yaer: unknown field, did you mean 'year'?"),
            (roster_data() | {"year": "2022"}, "year: expected a year from 1948 to 2100, got '2022'"),
            (roster_data() | {"subjects": {}}, "subjects: expected a list, got an object"),
        ],
    )  # fmt: skip
    def test_one_fault(self, faults, source, line):
        """
        One fault is one line: its place, what was expected, what was found, and what may have been meant.
        """
        assert [line] == faults(source)

    def test_unknown_award(self, faults):
        """
        An award that the policy does not have is named with the nearest one that it has.
        """
        data = roster_data()
        data["decisions"][0]["award"] = "giỏi_"

        assert ["decisions[0].award: unknown award 'giỏi_', did you mean 'gioi'?"] == faults(data)

    def test_shipped_name(self, tmp_path):
        """
        A name of the shipped policy that was written with diacritics is found without them.
        """
        subject = {"id": "a", "kind": "ca_nhan", "name": "A", "facts": {"xếp_loại_chất_lượng": "HTNV"}}
        path = tmp_path / "roster.json"
        path.write_text(text({"id": "r", "commune": "x", "year": 2022, "subjects": [subject]}))

        assert "did you mean 'xep_loai_chat_luong'?" in call("check", path).out

    @pytest.mark.parametrize("name", ["dang_ky_thi_dua", "de_nghi_khen_thuong", "tich_danh_hieu"])
    @pytest.mark.parametrize("title", ["lao_dong_tien_tin", "lao động tiên tiến"])
    def test_unknown_title(self, tmp_path, name, title):
        """
        A title that no law gives, in a registration, a proposal or a history, is named with the nearest one.
        """
        records = {name: [{"danh_hieu": title}]}
        subject = {"id": "a", "kind": "ca_nhan", "name": "A", "records": records}
        path = tmp_path / "roster.json"
        path.write_text(text({"id": "r", "commune": "x", "year": 2022, "subjects": [subject]}))
        (line,) = call("check", path).out.splitlines()

        assert line.startswith(
            f"subjects[0].records.{name}[0].danh_hieu: expected one of lao_dong_tien_tien, "
        )
        assert line.endswith(f"got {title!r}, did you mean 'lao_dong_tien_tien'?")

    def test_circle_of_units(self, faults):
        """
        Units that contain each other are one fault, which names the circle.
        """
        data = with_subject(1, unit="thon")
        data["subjects"][4]["unit"] = "khoi"
        expected = "subjects[1].unit: expected no unit that contains itself, got 'khoi' -> 'thon' -> 'khoi'"

        assert [expected] == faults(data)

    def test_five_faults(self, faults):
        """
        Five faults give five lines, in the order of the file.
        """
        data = roster_data()
        data["subjects"][2]["facts"] |= {"diem": "87,25", "ngay_vao": "31/02/2022", "lương_tháng": 1}
        data["subjects"][3]["unit"] = "khong"
        data["ballots"][0]["present"] = 12
        places = [line.partition(":")[0] for line in faults(data)]

        assert [
            "subjects[2].facts.diem",
            "subjects[2].facts.ngay_vao",
            "subjects[2].facts.lương_tháng",
            "subjects[3].unit",
            "ballots[0].present",
        ] == places

    def test_count(self, small_policy, tmp_path):
        """
        ``check`` says on standard error how many faults there are.
        """
        path = tmp_path / "roster.json"
        path.write_text(text(with_fact("diem", "a")))

        assert call("check", path, "--policy", small_policy).err == "1 lỗi\n"
        assert call("check", path, "--policy", small_policy, "--lang", "en").err == "1 faults\n"

    def test_as_json(self, small_policy, tmp_path):
        """
        As JSON the faults are data, and the exit code still says that there are some.
        """
        path = tmp_path / "roster.json"
        path.write_text(text(with_fact("dong_y", "có")))
        result = call("check", path, "--policy", small_policy, "--format", "json")
        fault = {"path": "subjects[2].facts.dong_y", "problem": "expected true or false, got 'có'"}

        assert (result.code, result.data) == (1, {"policy": "nho", "faults": [fault]})


class TestOdd:
    def test_decomposed(self, small_policy, tmp_path):
        """
        A roster in NFD (names, ids, values and keys) gives the same bytes as in NFC.
        """
        data = with_fact("ghi_chu", "chờ")
        data["subjects"][1]["id"] = "khối"
        for row in data["subjects"][2:4]:
            row["unit"] = "khối"
        found = []
        for form in ("NFC", "NFD"):
            path = tmp_path / f"{form}.json"
            path.write_text(unicodedata.normalize(form, text(data)), encoding="utf-8")
            found.append(call("evaluate", path, "--policy", small_policy).out)

        assert found[0] == found[1]
        assert "khối" in found[0]

    def test_decomposed_key(self, faults):
        """
        An unknown name in NFD is advised like the same name in NFC.
        """
        (line,) = faults(with_subject(facts={unicodedata.normalize("NFD", "xếp_loại"): "HTNV"}))

        assert line.endswith("did you mean 'xep_loai'?")

    def test_no_subject(self, small_policy, tmp_path):
        """
        A roster without anybody is evaluated, in a few lines.
        """
        path = tmp_path / "roster.json"
        path.write_text(json.dumps({"id": "r", "commune": "Xã", "year": 2022}))
        result = call("evaluate", path, "--policy", small_policy)

        assert (result.code, result.err, result.untidy) == (0, "", [])
        assert len(result.out.splitlines()) < 10
        assert "danh sách không có đối tượng nào" in result.out

    @pytest.mark.parametrize(("year", "cautioned"), [(2019, True), (2022, False)])
    def test_year_off(self, small_policy, tmp_path, year, cautioned):
        """
        A year in which a layer was not in force is cautioned at the top.
        """
        path = tmp_path / "roster.json"
        path.write_text(json.dumps({"id": "r", "commune": "Xã", "year": year}))
        top = call("evaluate", path, "--policy", small_policy).out.splitlines()[:6]

        assert cautioned is any(line.startswith("CHÚ Ý: Luật không có hiệu lực") for line in top)

    @pytest.mark.parametrize("year", [2021, 2024])
    def test_year_off_of_the_plan(self, tmp_path, year):
        """
        The plan of 2022 used for another year is cautioned.
        """
        path = tmp_path / "roster.json"
        path.write_text(json.dumps({"id": "r", "commune": "Xã", "year": year}))

        assert "CHÚ Ý: Kế hoạch 14/KH-HĐTĐKT" in call("evaluate", path).out

    def test_everybody_level(self, small_policy, tmp_path):
        """
        Where everybody is level and the places do not suffice, all are tied and none is recommended.
        """
        data = roster_data()
        data["decisions"], data["ballots"] = [], []
        first = data["subjects"][2]
        data["subjects"][2:4] = [first | {"id": f"cb-{index}", "name": "Nguyễn Văn A"} for index in range(10)]
        path = tmp_path / "roster.json"
        path.write_text(text(data))
        result = call("evaluate", path, "--policy", small_policy, "--format", "json")
        statuses = {one["status"] for one in result.data["outcomes"] if one["award"] == "gioi"}

        assert {"TIED"} == statuses
