"""A vote that needs more than half: every reader says the same of exactly half and of one vote more."""

from __future__ import annotations

import datetime as dt
import warnings

import pytest

# without the extra nothing below can be imported
pytest.importorskip("polars", reason="needs the extra 'columns'")

from tests.readers.same import by_scalar, differences
from thidua_rules import load_policy
from thidua_rules.facts import SubjectKind
from thidua_rules.subjects import Ballot, Roster, Subject
from thidua_rules.values import FrozenMap

AWARD = "giay_khen_chu_tich_ubnd_huyen"
DAY = dt.date(2022, 12, 15)


def commune(approvals):
    """A person who is proposed, and the council's eight votes of which *approvals* are in favour."""
    proposal = {"danh_hieu": AWARD, "ngay": DAY, "dong_y": True, "thanh_tich": "TT-01"}
    person = Subject(
        "p",
        SubjectKind.CA_NHAN,
        "p",
        facts=FrozenMap(
            {"hoan_thanh_tot_nghia_vu_cong_dan": True, "dao_duc_loi_song": True, "tich_cuc_hoc_tap": True}
        ),
        records=FrozenMap({"de_nghi_khen_thuong": (FrozenMap(proposal),), "vu_viec_dang_xem_xet": ()}),
    )
    return Roster(f"r{approvals}", "x", 2022, (person,), ballots=(Ballot(AWARD, "p", DAY, 9, 8, approvals),))


@pytest.mark.parametrize(("approvals", "verdict"), [(3, False), (4, False), (5, True)])
def test_more_than_half(approvals, verdict):
    """
    Four of eight are half and no majority, also in columns.
    """
    policy, roster = load_policy("phap_luat_2003"), commune(approvals)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        found = differences(policy, [roster], awards=[AWARD])

    assert {} == found
    assert verdict is by_scalar(policy, [roster], awards=[AWARD])[roster.id, "p", AWARD]["verdict"]
