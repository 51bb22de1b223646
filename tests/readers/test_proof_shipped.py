"""What holds for every possible person under the policies that ship, and the witnesses of what does not."""

from __future__ import annotations

import datetime as dt
import io

import attrs
import pytest

pytest.importorskip("z3", reason="proofs need z3")

from thidua_rules import load_policy
from thidua_rules.readers.proof import (
    Direction,
    NotEncodable,
    Proved,
    Prover,
    Refuted,
    prove_policy,
)
from thidua_rules.testing.reading import load_cases
from thidua_rules.testing.running import run_case

DAY = dt.date(2022, 12, 31)
LDTT = "lao_dong_tien_tien"
TITLES = (LDTT, "chien_si_thi_dua_co_so", "tap_the_lao_dong_tien_tien", "tap_the_lao_dong_xuat_sac")


@pytest.fixture(scope="module")
def plan():
    """The plan of Xuân Sơn on the law of 2003."""
    return Prover(load_policy("xuan_son_2022"), DAY)


@pytest.fixture(scope="module")
def answers():
    """Everything that a review asks of the plan."""
    return prove_policy(load_policy("xuan_son_2022"), processes=2)


@pytest.mark.parametrize("fact", ["gioi_tinh", "la_lanh_dao"])
def test_what_never_matters(plan, fact):
    """
    Sex, and being a leader, never change who is an advanced worker.
    """
    assert isinstance(plan.irrelevant(LDTT, fact), Proved)


@pytest.mark.parametrize("fact", ["gioi_tinh", "la_lanh_dao"])
def test_what_only_ranks(plan, fact):
    """
    Where the law prefers women and direct workers it does so among those who are eligible, and the proof says so.
    """
    found = plan.irrelevant("chien_si_thi_dua_co_so", fact)

    assert isinstance(found, Proved)
    assert "ranking" in {one.code for one in found.under}


@pytest.mark.parametrize("name", ["hinh_thuc_ky_luat", "hinh_thuc_ky_luat.hinh_thuc", "thang_nghi_viec"])
def test_what_never_gains(plan, name):
    """
    One more discipline, a more severe one, or more absence never makes an advanced worker.
    """
    assert isinstance(plan.monotone(LDTT, name, Direction.WORSE), Proved)


def test_what_never_loses(plan):
    """
    A better rating never loses the title.
    """
    assert isinstance(plan.monotone(LDTT, "xep_loai_chat_luong", Direction.BETTER), Proved)


def test_the_plan_stays_inside_the_law(answers):
    """
    Neither the city's rules nor the plan is more generous than the law, in any award.
    """
    found = [one for one in answers if one.claim.code == "lawful"]

    policy = load_policy("xuan_son_2022")
    above = [
        name
        for index in range(1, len(policy.layers))
        for name in attrs.evolve(policy, layers=policy.layers[:index]).awards
    ]
    assert len(above) == len(found)
    assert {Proved} == {type(one) for one in found}


def test_nobody_clashes(answers):
    """
    No two exceptions of one rule ever clash.
    """
    assert {Proved} == {type(one) for one in answers if one.claim.code == "no_clash"}


def test_conditions_that_never_decide(answers):
    """
    The plan's own gate asks for more than the law's registration, which therefore never decides.

    Two titles of the province in a row already place the submission in the next year, and late merit only waits for
    whoever is competent. What else never decides does so by a choice among readings, or by a ballot alone.
    """
    found = [one for one in answers if one.claim.code == "dead_clause" and not isinstance(one, Refuted)]

    assert {Proved} == {type(one) for one in found}
    assert {
        *(f"awards.{name}.dang_ky_thi_dua" for name in TITLES),
        "awards.chien_si_thi_dua_toan_quoc.trinh_nam_lien_ke",
        "awards.giay_khen_chu_tich_ubnd_xa.dot_xuat_kip_thoi",
    } == {one.claim.path for one in found if one.alarming}


def test_every_exception_may_apply(answers):
    """
    An exception that never applies is one that the present choice among readings leaves aside, and no alarm.
    """
    found = [one for one in answers if one.claim.code == "dead_exception" and isinstance(one, Proved)]

    assert found
    assert {"setting"} == {one.under[-1].code for one in found}


def test_everything_is_encodable(answers):
    """
    Nothing in the plan and the law below it is beyond this reader.
    """
    assert [] == [one.text("en") for one in answers if isinstance(one, NotEncodable)]


def test_the_unit_matters_where_the_plan_says_so(answers):
    """
    The plan limits titles of persons to units of the People's Committee, and a cultural family's threshold is its area's.

    The certificate for cultural families follows the title.
    """
    found = [one.claim.path.split(".")[1] for one in answers if isinstance(one, Refuted) and one.alarming]

    families = ["gia_dinh_van_hoa", "giay_khen_gia_dinh_van_hoa"]
    assert [LDTT, "chien_si_thi_dua_co_so", *families] == found


def test_witnesses_are_conformance_cases(answers):
    """
    Every witness that assumes nothing is a case that the whole evaluation passes.
    """
    shown = [
        w for one in answers if isinstance(one, Refuted) for w in (one.witness, one.other) if w is not None
    ]
    plain = [one for one in shown if not one.assumed][::2]
    text = "cases:\n" + "".join(one.to_case(f"nc-{index}", "nhân chứng") for index, one in enumerate(plain))
    results = [run_case(case) for case in load_cases([_file(text)])]

    assert len(plain) > 80
    assert [] == [str(one.problem or one.checks) for one in results if not one.passed]


def _file(text):
    found = io.BytesIO(text.encode())
    found.name = "nhan_chung.yaml"
    return found


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_refutation_in_words(plan, lang):
    """
    A pair of witnesses reads as a sentence, and the second one as a case of its own.
    """
    found = plan.irrelevant(LDTT, "unit")

    assert "unit" in found.text(lang)
    assert 'expected: {verdict: "UNMET"}' in found.other.to_case("a", "b")
