"""What is refuted, in words and as data: each kind of change, and no value of a personal fact."""

from __future__ import annotations

import datetime as dt

import attrs
import jsonschema
import pytest

from tests.distribution.worlds_of_thirty import PRIZE, member, small_policy
from tests.worlds import roster
from thidua_rules.cli.fairness_run import Trial
from thidua_rules.cli.fairness_tables import MOST, front_table, trial_tables, trial_to_json
from thidua_rules.rendering import Speaker
from thidua_rules.serialization import schema
from thidua_rules.testing.fairness import Accepted, Answer, Counterexample, Report, Result, Rule, Seen
from thidua_rules.testing.fairness.edits import (
    AddRow,
    Copy,
    Decide,
    Edit,
    Move,
    Remove,
    Rename,
    Reverse,
    SetFact,
    SetName,
    SetRows,
    Swap,
)
from thidua_rules.values import FrozenMap

DAY = dt.date(2022, 2, 1)
POLICY = small_policy()
PEOPLE = roster(
    *(attrs.evolve(member("x"), id=f"ca_nhan-{n}") for n in (1, 2)),
    attrs.evolve(member("khac", bi_mat=7), id="khac"),
)
RULE = Rule("giai", "key", "diem", "luat/1", "điểm", "points")
ROW = FrozenMap({"danh_hieu": "giai", "ngay": dt.date(2022, 6, 6), "chap_nhan": True})


class Unheard(Edit):
    """A change that the tables don't know."""

    kind = "unheard"


def result(*edits, rules=(RULE,), seen=("RECOMMENDED", 1, 1), parameters=(), fact="", answer=Answer.REFUTED):
    """One property refuted by *edits*."""
    case = Counterexample(
        before=PEOPLE,
        edits=edits,
        after=PEOPLE,
        parameters=parameters,
        subjects=("ca_nhan-1",),
        seen_before=(Seen("ca_nhan-1", *seen),),
        seen_after=(Seen("ca_nhan-1", "OUT_OF_SCOPE"),),
        demanded="same",
        rules=rules,
        on=DAY,
    )
    return Result("blind-to-trait", "giai", fact, answer, 3, counterexample=case)


def trial(*results, **more):
    """A trial with these results."""
    return Trial(Report("p", "h", "", 0, 2, tuple(results), **more), complete=True)


def texts(*edits, lang="vi", **more):
    """What is said of one refutation."""
    tables = trial_tables(trial(result(*edits, **more)), Speaker(POLICY, lang, PEOPLE))
    return tables[1].groups[0].rows[0]


@pytest.mark.parametrize(
    ("edit", "vi", "en"),
    [
        (SetFact("ca_nhan-1", "diem", 2), "điểm từ «1» thành «2»", "points from “1” to “2”"),
        (SetFact("ca_nhan-1", "diem", None), "thành «chưa có thông tin»", "to “not known”"),
        (
            SetFact("khac", "bi_mat", 9),
            "một người thử khác: bí mật từ «không hiển thị»",
            "secret from “not shown”",
        ),
        (SetFact("nobody", "diem", 2), "từ «chưa có thông tin» thành «2»", "from “not known” to “2”"),
        (SetRows("ca_nhan-1", "dang_ky_thi_dua", None), "đăng ký: bỏ trống", "left out"),
        (SetRows("ca_nhan-1", "dang_ky_thi_dua", ()), "từ 1 dòng thành 0 dòng", "from 1 rows to 0"),
        (
            SetRows("ca_nhan-1", "dang_ky_thi_dua", (ROW,)),
            "dòng 1, ngay từ «01/02/2022» thành «06/06/2022»",
            "row 1, ngay from “2022-02-01” to “2022-06-06”",
        ),
        (SetRows("nobody", "unknown_list", (ROW,)), "từ 0 dòng thành 1 dòng", "from 0 rows to 1"),
        (AddRow("ca_nhan-1", "tich_danh_hieu", ROW), "đã đạt thêm một dòng", "one more row"),
        (Remove("ca_nhan-2"), "cá nhân thử 2 rút khỏi", "no. 2 of the made-up persons withdraws"),
        (Copy("ca_nhan-1", "ca_nhan-9", members=False), "giống hệt cá nhân thử 1", "just like no. 1"),
        (Rename(FrozenMap({"a": "b"})), "đổi mã của mọi người", "another id"),
        (SetName("ca_nhan-1", "Z"), "có tên khác", "has another name"),
        (Reverse(), "thứ tự ngược lại", "opposite order"),
        (Move("ca_nhan-1", "u"), "chuyển sang đơn vị khác", "moves to another unit"),
        (Decide("giai", "ca_nhan-2", DAY), "được tặng Giải", "is given Prize"),
        (Swap("ca_nhan-1", "ca_nhan-2"), "cá nhân thử 1 và cá nhân thử 2 đổi chỗ", "change places"),
        (Unheard(), "unheard", "unheard"),
    ],
)
def test_changes(edit, vi, en):
    """
    Each kind of change is said in words, with its values where they are not personal.
    """
    assert any(vi in text for text in texts(edit))
    assert any(en in text for text in texts(edit, lang="en"))


def test_refutation():
    """
    A refutation says whom it shows, before and after, by which rule and provision, and how it is accepted.
    """
    found = texts(SetFact("ca_nhan-1", "diem", 2), fact="dang_ky_thi_dua.ngay")

    assert "Dữ kiện: đăng ký, ngay" in found
    assert "cá nhân thử 1: trước là «Đề nghị tặng, hạng 1», sau là «không thuộc diện xét»" in found
    assert "Do: điểm [Điều 1 Luật]" in found
    assert found[-1].startswith("Mã để chấp nhận: ")


def test_places_and_rules():
    """
    Places that may differ are a range; a rule without a citation or with a strange one is still named.
    """
    strange = attrs.evolve(RULE, label_vi="", citation="không rõ")
    found = texts(seen=("TIED", 1, 3), rules=(strange,), fact="diem")

    assert any("hạng 1 đến 3" in text for text in found)
    assert "Không đổi gì: một lần xét đã cho thấy" in found
    assert "Do: diem [không rõ]" in found


def test_parameters():
    """
    A parameter that was changed is named by its label; one that the policy lacks by its id.
    """
    found = texts(parameters=(("so_cho", "3"), ("nothing", "1")))

    assert "Chỉ đổi: so_cho thành 3; nothing thành 1" in found


def test_answers():
    """
    Of each property the worst answer stands first, with how many awards it is about; why not is said once.
    """
    results = [
        Result("blind-to-trait", "giai", "a", Answer.PROVED),
        Result("blind-to-trait", "giai", "b", Answer.NO_COUNTEREXAMPLE, 7),
        Result("blind-to-trait", "giai", "c", Answer.NOT_TRIED, reason="nobody"),
        Result("blind-to-trait", "giai", "d", Answer.NOT_TRIED, reason="nobody"),
        Result("blind-to-trait", "giai", "e", Answer.NOT_TRIED, reason="budget"),
        Result("blind-to-trait", "giai", "f", Answer.NOT_TRIED, reason="strange"),
        result(answer=Answer.ACCEPTED),
    ]
    table = trial_tables(trial(*results), Speaker(POLICY, "en"))[0]
    cell = next(row[1] for row in table.groups[0].rows if row[0].startswith("Sex, age"))

    assert (
        "refuted, and accepted: 1; no counterexample: 1 (tries: 7); proved: 1; "
        "not tried: 4 (no try had anybody whom it is about, the time was over, strange)"
    ) == cell


def test_what_else_is_said():
    """
    Facts without a role, the time that was over, and stale acceptances are said.
    """
    more = {"undeclared": ("diem",), "stale": (Accepted("abc", "vì sao", "luat/1"),)}
    found = attrs.evolve(trial(**more), complete=False)
    first, second = trial_tables(found, Speaker(POLICY, "vi"))

    assert any(line.endswith("không thử: điểm") for line in first.lines)
    assert any("Hết thời gian" in line for line in first.lines)
    assert ("Lần này không thấy điều đã được chấp nhận: abc (vì sao)",) == second.lines


def test_accepted():
    """
    What was accepted says why and by which provision, and no hash to accept it.
    """
    taken = result(answer=Answer.ACCEPTED)
    found = attrs.evolve(trial(taken), accepted=(Accepted(taken.hash, "luật muốn thế", "luat/1"),))
    row = trial_tables(found, Speaker(POLICY, "vi"))[1].groups[0].rows[0]

    assert "Đã được chấp nhận: luật muốn thế [Điều 1 Luật]" == row[-1]


def test_front():
    """
    The first page names what is refuted, the rule and its provision; what nobody accepted stands first.
    """
    found = front_table(trial(result(answer=Answer.ACCEPTED, fact="diem"), result()), Speaker(POLICY, "vi"))

    assert ["điểm [Điều 1 Luật]"] * 2 == [row[1] for row in found.groups[0].rows]
    assert ["chưa chấp nhận", "đã chấp nhận"] == [row[2] for row in found.groups[0].rows]
    assert any(line.startswith("1 điều bị bác bỏ") for line in found.lines)


def test_front_has_room_for_few():
    """
    Where more is refuted than the first page has room for, it says how many more; where the time was over, that it was.
    """
    many = trial(*(result(fact=f"f{n}") for n in range(MOST + 2)))
    found = front_table(attrs.evolve(many, complete=False), Speaker(POLICY, "vi"))

    assert MOST == len(found.groups[0].rows)
    assert "Còn 2 điều bị bác bỏ nữa, xem phần chi tiết." in found.lines
    assert any("Hết thời gian" in line for line in found.lines)


def test_front_without_refutations():
    """
    Where nothing is refuted there is no table of refutations.
    """
    found = front_table(trial(), Speaker(POLICY, "en"))

    assert () == found.columns
    assert any(line.startswith("0 refuted") for line in found.lines)


def test_data():
    """
    As data a change says what it is about and no value; the rosters are left out; and it all fits the schema.
    """
    found = trial_to_json(
        trial(result(SetFact("khac", "bi_mat", 987)), Result("swap", "giai", "", Answer.PROVED))
    )
    shown = found["results"][0]["counterexample"]

    assert [{"kind": "set-fact", "subjects": ["khac"], "fact": "bi_mat"}] == shown["edits"]
    assert "before" not in shown
    assert "987" not in str(found)
    jsonschema.validate(found | {"distribution": None}, schema("fairness"))


def test_award_of_the_policy():
    """
    The head names the property and the award.
    """
    assert texts()[0].endswith(f"– {PRIZE.title_vi}")
