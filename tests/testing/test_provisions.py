"""Coverage by provision: what a case reaches of each kind of provision, and that the shipped suite reaches it all."""

from __future__ import annotations

from functools import cache

import pytest

from tests.testing.whole_suite import SUITE, report
from thidua_rules.rendering import Speaker
from thidua_rules.serialization import load_policy, shipped_policies
from thidua_rules.testing import load_cases, load_explained, provision_coverage
from thidua_rules.testing.provisions import PolicyCoverage, covered, reach_of
from thidua_rules.testing.running import run_case
from thidua_rules.testing.summary import packed, summary
from thidua_rules.testing.tables import coverage_tables, plain_lines, stale_explanations, unexplained

EXPLAINED = SUITE / "mutants.yaml"
POLICIES = ("phap_luat_2003", "xuan_son_2022")


@cache
def coverage(name) -> PolicyCoverage:
    """What the suite reaches of the policy *name*."""
    return covered(load_policy(name), [one for one in map(reach_of, report().results) if one is not None])


@pytest.mark.parametrize("name", POLICIES)
def test_everything_is_reached_or_explained(name):
    """
    Every value of every provision of a shipped policy is reached by a case, or it is written down why not.
    """
    left = unexplained(coverage(name), load_explained(EXPLAINED).provisions)

    assert [] == [f"{one.id}:{value}" for one, value in left]


def test_no_explanation_is_stale():
    """
    What is explained is not reached by any case.
    """
    whole = coverage("xuan_son_2022")

    assert () == stale_explanations(whole, load_explained(EXPLAINED).provisions)


@pytest.mark.parametrize(
    ("provision", "values"),
    [
        ("clause/lao_dong_tien_tien/hoc_tap", ("MET", "UNMET", "UNKNOWN")),
        ("hold/lao_dong_tien_tien/tam_hoan", ("MET", "UNMET", "UNKNOWN")),
        ("quota/chien_si_thi_dua_co_so/ty_le_cstdcs", ("under", "at", "over")),
        ("key/chien_si_thi_dua_co_so/truc_tiep", ("separates", "equal", "UNKNOWN")),
        ("key/chien_si_thi_dua_co_so/phieu_hoi_dong", ("separates", "equal")),
        ("coverage/giay_khen_chu_tich_ubnd_xa", ("MET", "UNMET", "UNKNOWN")),
        ("multiple/tap_the_lao_dong_tien_tien/tap_the", ("paid", "unpaid")),
        ("parameter/ky_luat_dang", ("tinh", "khong_tinh")),
        ("dated/luong_co_so", ("2019-07-01", "2023-07-01")),
    ],
)
def test_values(provision, values):
    """
    Each kind of provision has its own values.
    """
    rows = {one.id: one for one in coverage("phap_luat_2003").rows}

    assert values == rows[provision].wanted


def test_settings():
    """
    What a lower layer sets is reached where a case reads it.
    """
    found = [one for one in coverage("xuan_son_2022").rows if one.kind == "setting"]

    assert [] == [one.id for one in found if one.missing]


def test_failing_case_reaches_nothing():
    """
    Cases that fail, and cases about no award, reach nothing.
    """
    assert None is reach_of(run_case(load_cases([SUITE / "public"])[0]))


def test_one_file():
    """
    One file of cases reaches its own award only.
    """
    found = provision_coverage(load_policy(POLICIES[0]), load_cases([SUITE / "gia_dinh_van_hoa.yaml"]))

    assert {"gia_dinh_van_hoa"} == {one.owner for one in found.rows if one.reached}
    assert found.reached == found.wanted - len(found.missing())


class TestShown:
    def test_tables(self):
        """
        The table counts by instrument and article; below it stands what no case reaches, in either language.
        """
        policy = load_policy(POLICIES[0])
        found = provision_coverage(policy, load_cases([SUITE / "tham_quyen.yaml"]))
        text = {
            lang: "\n".join(plain_lines(coverage_tables(found, Speaker(policy, lang))))
            for lang in ("vi", "en")
        }

        assert "Điều 23 Luật TĐKT 2003: Chiến sĩ thi đua cơ sở – điều kiện «Đạt Lao động tiên tiến trong năm»: không đạt" in text["vi"]  # fmt: skip
        assert "clause/chien_si_thi_dua_co_so/dat_lao_dong_tien_tien:UNMET" in text["en"]
        assert f"{found.reached} of {found.wanted} values reached, 0 explained" in text["en"]

    def test_data(self):
        """
        As data it names each provision with the cases that reach each value.
        """
        data = coverage(POLICIES[0]).data()

        assert (POLICIES[0], coverage(POLICIES[0]).wanted) == (data["policy"], data["wanted"])

    def test_summary(self):
        """
        A run of pytest ends with a line for each policy, or with the tables that were asked for.
        """
        texts = [text for one in report().results for text in packed(one)]
        lines = summary(texts, [], [EXPLAINED])

        asked = {one.id for one in shipped_policies()}
        named = [line.partition(":")[0] for line in lines]
        assert named == sorted(asked & set(named))
        assert set(POLICIES) <= set(named)
        assert summary(texts, [POLICIES[0]], [EXPLAINED])[0] == f"Provisions that cases reach: {POLICIES[0]}"

    def test_policy_of_its_own_file(self):
        """
        A policy that does not ship has no line of its own.
        """
        assert [] == summary(['["rieng", "a", ["rieng"], []]'], [], [])
