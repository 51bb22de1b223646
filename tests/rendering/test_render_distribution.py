"""A distribution as tables: what stands in a cell, which columns there are, what is said above the rows."""

from __future__ import annotations

import datetime as dt

import attrs
import pytest

from tests.distribution.worlds_of_thirty import (
    PAST,
    POSITION,
    PRIZE,
    UNIT,
    direct,
    evaluated,
    leaders,
    member,
)
from tests.worlds import clause
from thidua_rules.criteria import Exists
from thidua_rules.distribution import Label, distribute
from thidua_rules.rendering import Speaker
from thidua_rules.rendering.distribution_tables import CANNOT, distribution_tables, row_name
from thidua_rules.subjects import Ballot

EVERYBODY = [*leaders(), *direct()]


def tables(*people, lang="vi", groupings=(POSITION,), marks=(), **more):
    """The tables, by their ids."""
    evaluation = evaluated(*people, **more)
    speaker = Speaker(evaluation.policy, lang, evaluation.roster)
    return {one.id: one for one in distribution_tables(distribute(evaluation, groupings, marks), speaker)}


def rows(table):
    """The cells of every row, the groups one after another."""
    return [row for group in table.groups for row in group.rows]


def test_overview():
    """
    An award's line has its counts and what share is put forward.
    """
    found = tables(*EVERYBODY)["distribution"]

    assert [("Giải – cá nhân", "30", "20", "20", "10", "50%", "33,33%")] == rows(found)


def test_held_back():
    """
    A number that is held back is a dot, and so is a share of it; a share of nobody is a dash.
    """
    few = tables(*leaders(4))
    nobody = attrs.evolve(PRIZE, eligibility=(clause("co", Exists("vu_viec")),))

    assert [("Giải – cá nhân", "•", "•", "•", "•", "•", "•")] == rows(few["distribution"])
    assert "distribution.giai.ca_nhan" not in few
    assert [("Giải – cá nhân", "10", "–", "0", "0", "–", "0%")] == rows(
        tables(*leaders(), award=nobody)["distribution"]
    )


def test_nobody_in_scope():
    """
    An award that nobody was considered for is named once and has no rows.
    """
    found = tables(*leaders(), award=attrs.evolve(PRIZE, scope=Exists("vu_viec")))

    assert [] == rows(found["distribution"])
    assert "Không ai thuộc diện xét: Giải – cá nhân." == found["distribution"].lines[-1]


def test_columns():
    """
    A stage at which nobody was stopped has no column; the last one stands for those who are put forward.
    """
    found = tables(*EVERYBODY)["distribution.giai.ca_nhan"]

    assert ["Nhóm", "Có tên", "Đăng ký", "Đề nghị"] == [column.title for column in found.columns]
    assert [
        ("Tất cả", "30", "20", "10"),
        ("lãnh đạo", "10", "10", "10"),
        ("trực tiếp", "20", "10", "0"),
    ] == rows(found)


def test_heading_of_a_grouping():
    """
    It says at which step the shares part, of whom, and from which count to which.
    """
    found = tables(*EVERYBODY)["distribution.giai.ca_nhan"].groups[1].title

    assert (
        "Vị trí: tỷ trọng đổi nhiều nhất ở bước xếp hạng: lãnh đạo từ 10/20 (50%) thành 10/10 (100%)" == found
    )
    assert found.replace("Vị trí", "Giải – cá nhân: Vị trí") + "." in tables(*EVERYBODY)["in_short"].lines


def test_no_parting():
    """
    Where no share changes, that is said.
    """
    found = tables(*leaders(), *direct(10), so_cho=30, groupings=(PAST, POSITION))[
        "distribution.giai.ca_nhan"
    ]

    assert "Vị trí: không đổi tỷ trọng ở các bước hiện được" == found.groups[1].title
    assert "Chỉ có một nhóm: Năm trước (chưa từng đạt)" in found.lines


def test_not_divided():
    """
    Where two rows can't be shown, the grouping is named, and the short answer says so.
    """
    found = tables(*leaders(), *direct(2), lang="en")

    assert "Not divided, because a group is too small: Position" in found["distribution.giai.ca_nhan"].lines
    assert ("Not answered by position or sex, because a group is too small: Prize – persons.",) == found[
        "in_short"
    ].lines


def test_causes():
    """
    What stopped people is named step by step, with where it stands.
    """
    lines = tables(*EVERYBODY)["distribution.giai.ca_nhan"].lines

    assert "Dừng lại ở bước đăng ký vì: dang_ky vi [Điều 1 Luật]" in lines
    assert "Dừng lại ở bước xếp hạng vì: điểm [Điều 1 Luật]" in lines


def test_figures():
    """
    Marks that are alike, held back where few differ, and the last winner of each place.
    """
    found = tables(*leaders(), *direct(10), groupings=(UNIT,), marks=("diem",))
    day = dt.date(2022, 12, 1)
    votes = [Ballot("giai", f"l{index:02d}", day, members=9, present=7, approvals=7) for index in range(10)]
    voted = tables(*leaders(), ballots=votes, lang="en")
    few = tables(*leaders(), member("x", diem=1), marks=("diem",), lang="en")

    assert [("điểm", "cá nhân", "20", "10", "50%")] == rows(found["alike"])
    assert [("points", "persons", "11", "•", "•")] == rows(few["alike"])
    assert [("council's ballots that were unanimous: Prize", "persons", "10", "10", "100%")] == rows(
        voted["alike"]
    )
    assert [("Đơn vị", "điểm", "3", "10")] == rows(found["thresholds"])


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_what_is_not_proved(lang):
    """
    The last table says what all of this can't prove.
    """
    found = list(tables(*EVERYBODY, lang=lang).values())[-1]

    assert ("cannot", len(CANNOT)) == (found.id, len(found.lines))


def test_names_of_many_classes():
    """
    Of many classes that stand together three are named, and how many more.
    """
    speaker = Speaker(evaluated().policy, "vi")
    labels = [Label(str(n), f"thôn {n}", f"hamlet {n}") for n in range(1, 7)]

    assert "thôn 1; thôn 2; thôn 3; thôn 4" == row_name(labels[:4], speaker)
    assert "thôn 1; thôn 2; thôn 3; và 3 nhóm khác" == row_name(labels, speaker)
