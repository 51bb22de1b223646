"""
The real defects of the tables, each found by rule on the table that has it, with a clean table that has not.

====  ==================================================  ======================================================
no.   defect                                              found as
====  ==================================================  ======================================================
1     bands overlap or leave a hole                       ``dai_chong_nhau``, ``dai_ho``, ``dai_ho_duoi``
2     above and at-or-above in one phrase                 ``tren_hay_tu``, from the flag ``contradictory``
3     a maximum that no rule reaches                      ``khong_dat_toi_da``
4     children that don't add up                          ``cong_khong_khop``
5     a deduction larger than its item                    ``tru_vuot_toi_da``
6     a negative number in the bonus column               ``so_am_trong_cot_thuong``
7     a cap ignored in practice                           ``vuot_tran_khi_cham``, in a worked case
8     a list shorter than it says                         ``danh_sach_thieu``
9     classes with holes between half points              ``lop_ho``
10    rescaling to a block of another size                ``quy_doi_sai_khoi``
11    a bonus per document that nothing limits            ``thuong_khong_tran``
12    everybody depends on the cluster's best             ``phu_thuoc_don_vi_dan_dau``
====  ==================================================  ======================================================

What no rule finds: that a phrase says both "above" and "from" is read off the words, so whoever enters a table marks it (2).
A cap that people ignore is not in the table, so it takes a worked case (7). That a form adds up to 95 or 100,5 in another
program's data can be seen only where that data is loaded: form 03 states its own sum, form 02 is not shipped (4). Two items
with one number, and points that could not be read, stand in the table's own ``defects``.
"""

from __future__ import annotations

import attrs
import pytest

from tests.scales.cases import D, group, judged, labelled, scale, table
from tests.worlds import BASE, policy
from thidua_rules.policies.catalogue import rubrics
from thidua_rules.review import Weight, review_policy
from thidua_rules.scales import (
    AgainstBest,
    Band,
    Bands,
    Entry,
    Ledger,
    PerUnit,
    ScoreClass,
    Steps,
    TieKey,
    defects,
    stage_defects,
)


def found(one):
    """The codes and places of a table's defects."""
    return [(defect.code, defect.path) for defect in defects(one)]


def codes(*groups, **fields):
    """The codes of a small table's defects."""
    fields = {"ties": (TieKey(id="phieu"),)} | fields
    return [defect.code for defect in defects(scale(*groups, **fields))]


def bands(*made, maximum=5, **fields):
    """An item of bands."""
    return labelled(Bands, maximum=maximum, fact="x", bands=made, **fields)


def ledger(maximum=3, **fields):
    """A ledger with one entry."""
    entry = {"effect": -1, "fact": "x"} | fields
    return labelled(Ledger, maximum=maximum, entries=(labelled(Entry, "e", **entry),))


REAL = [
    (1, "can_tho_khong_tien_mat_2025", "dai_chong_nhau", "cong_chi_tra"),
    (1, "tien_giang_tnmt_2022", "dai_ho", "c2_dai"),
    (1, "tien_giang_tnmt_2022", "dai_ho_duoi", "c1"),
    (2, "hai_phong_chu_tich_xa_2025", "tren_hay_tu", "htxsnv"),
    (2, "hai_phong_cong_chuc_2025", "tren_hay_tu", "httnv"),
    (3, "hai_phong_chu_tich_xa_2025", "khong_dat_toi_da", "ddci"),
    (3, "hai_phong_chu_tich_xa_2025", "khong_dat_toi_da", "hai_phong_chu_tich_xa_2025"),
    (4, "vien_chuc_mau_03_2026", "cong_khong_khop", "vien_chuc_mau_03_2026"),
    (5, "tien_giang_tnmt_2022", "tru_vuot_toi_da", "2_1.canh_cao_tro_len"),
    (6, "tien_giang_tnmt_2022", "so_am_trong_cot_thuong", "b2.khong_lap_ke_hoach_kiem_tra"),
    (6, "tien_giang_tnmt_2022", "so_am_trong_cot_thuong", "4_1.ban_hanh_sau_31_1"),
    (8, "hcm_trung_tam_hoc_tap_cong_dong_2025", "danh_sach_thieu", "5_1_diem"),
    (9, "hcm_trung_tam_hoc_tap_cong_dong_2025", "lop_ho", "kha"),
    (10, "hai_phong_chu_tich_xa_2025", "quy_doi_sai_khoi", "chi_tieu_giao"),
    (11, "tien_giang_tnmt_2022", "thuong_khong_tran", "a7.giai_phap_tot"),
    (11, "tien_giang_tnmt_2022", "thuong_khong_tran", "a9.gui_truoc_5_ngay"),
    (12, "cong_an_xa_cum_347_2025", "phu_thuoc_don_vi_dan_dau", "1_2_1"),
]


class TestRealTables:
    @pytest.mark.parametrize(("kind", "name", "code", "path"), REAL)
    def test_found(self, kind, name, code, path):
        """
        The defect is found where the table has it.
        """
        assert (code, path) in found(table(name))

    @pytest.mark.parametrize("name", ["can_tho_dan_van_2025", "cham_diem_don_vi_xa_mac_dinh"])
    def test_clean(self, name):
        """
        A table in order has no defect at all.
        """
        assert [] == found(table(name))

    @pytest.mark.parametrize("code", sorted({row[2] for row in REAL}))
    def test_nowhere_else(self, code):
        """
        No other table is accused of it.
        """
        guilty = {name for name in rubrics.RUBRICS if any(code == one for one, _ in found(table(name)))}
        known = {name for _, name, one, _ in REAL if one == code}
        known |= {"hai_phong_lanh_dao_2025"} if code == "tren_hay_tu" else set()

        assert known == guilty

    def test_readers_words(self):
        """
        What no rule finds is told in its readers' words.
        """
        assert ("nguon", "hai_phong_lanh_dao_2025") in found(table("hai_phong_lanh_dao_2025"))

    def test_silent_on_ties(self):
        """
        Ten tables say nothing about equal points, and three say how they are ordered.
        """
        silent = [
            name for name in rubrics.RUBRICS if ("khong_quy_dinh_khi_bang_diem", name) in found(table(name))
        ]

        assert {"can_tho_dan_van_2025", "can_tho_khong_tien_mat_2025", "cham_diem_don_vi_xa_mac_dinh"} == (
            set(rubrics.RUBRICS) - set(silent)
        )

    def test_review(self):
        """
        A review of a policy reports the defects of its tables, those that stop nobody as notes.
        """
        base = policy(BASE)
        real = rubrics.load("hai_phong_chu_tich_xa_2025")
        layer = attrs.evolve(base.layers[0], scales=(real.SCALE,), facts=(*base.layers[0].facts, *real.FACTS))
        seen = {(one.code, one.weight) for one in review_policy(attrs.evolve(base, layers=(layer,))).remarks}

        assert {
            ("khong_dat_toi_da", Weight.WARNING),
            ("tren_hay_tu", Weight.WARNING),
            ("quy_doi_sai_khoi", Weight.WARNING),
            ("khong_quy_dinh_khi_bang_diem", Weight.NOTE),
        } <= seen

    @pytest.mark.parametrize("name", rubrics.RUBRICS)
    def test_words(self, name):
        """
        Every defect has a sentence in both languages, with nothing left to fill in.
        """
        told = [text for one in defects(table(name)) for text in (one.message_vi, one.message_en)]

        assert [] == [text for text in told if not text or "{" in text]


class TestBands:
    @pytest.mark.parametrize(
        ("first", "second", "expected"),
        [
            (Band(start=0, end=5, points=1), Band(start=5, points=2), []),
            (
                Band(start=0, end=5, end_included=True, points=1),
                Band(start=5, start_included=False, points=2),
                [],
            ),
            (Band(start=0, points=1), Band(start=5, points=2), []),
            (Band(start=0, end=5, end_included=True, points=1), Band(start=5, points=2), ["dai_chong_nhau"]),
            (Band(start=0, end=6, points=1), Band(start=5, points=2), ["dai_chong_nhau"]),
            (Band(start=0, end=5, points=1), Band(start=5, start_included=False, points=2), ["dai_ho"]),
            (Band(start=0, end=4, points=1), Band(start=5, points=2), ["dai_ho"]),
            (Band(start=0, end=5, points=2), Band(start=5, points=1), ["dai_giam"]),
        ],
    )
    def test_ends(self, first, second, expected):
        """
        Ends that meet are clean, on whichever side the value itself lies; points that fall are told.
        """
        assert expected == codes(bands(first, second, maximum=2))

    @pytest.mark.parametrize(("below", "expected"), [(0, []), (None, ["dai_ho_duoi"])])
    def test_below(self, below, expected):
        """
        A source that is silent below its first band is told.
        """
        assert expected == codes(bands(Band(start=1, points=5), below=below))


class TestSums:
    @pytest.mark.parametrize(
        ("one", "expected"),
        [
            (group(judged("x", 3), judged("y", 2)), []),
            (group(judged("x", 3), judged("y", 2), maximum=4), ["cong_khong_khop"]),
            (group(judged("x", 3), judged("y", 2), maximum=4, capped=True), []),
            (
                group(
                    judged("x", 3),
                    labelled(Steps, "s", maximum=1, fact="x", start=1, step=1, points_per_step=1),
                    maximum=3,
                ),
                [],
            ),
            (group(judged("x", 3), stated_block=2), ["quy_doi_sai_khoi"]),
            (group(judged("x", 3), stated_block=3), []),
        ],
    )
    def test_group(self, one, expected):
        """
        Parts add up to their group unless it is capped; a bonus beyond a figure is no part of it.
        """
        assert expected == codes(one)

    @pytest.mark.parametrize(
        ("fields", "expected"),
        [
            ({}, []),
            ({"maximum": 6}, ["cong_khong_khop", "khong_dat_toi_da"]),
            ({"stated_total": D("5.5")}, ["cong_khong_khop"]),
            ({"stated_total": 5}, []),
            ({"ties": ()}, ["khong_quy_dinh_khi_bang_diem"]),
        ],
    )
    def test_scale(self, fields, expected):
        """
        Groups add up to the table, and the source's own sum agrees.
        """
        assert expected == codes(judged("x", 5), **fields)

    def test_unreachable(self):
        """
        A maximum above what the rule gives is told of the item and of the table.
        """
        assert ["khong_dat_toi_da", "khong_dat_toi_da"] == codes(bands(Band(start=0, points=4)))


class TestEntries:
    @pytest.mark.parametrize(
        ("item", "expected"),
        [
            (ledger(), []),
            (ledger(effect=-3), []),
            (ledger(effect=-4), ["tru_vuot_toi_da"]),
            (ledger(effect=-1, column="bonus"), ["so_am_trong_cot_thuong"]),
            (ledger(effect=-1, column="penalty"), []),
            (ledger(effect=1), ["thuong_khong_tran"]),
            (ledger(effect=1, limit=2), []),
            (ledger(effect=1, per="once"), []),
            (attrs.evolve(ledger(effect=1), max_bonus=2), []),
        ],
    )
    def test_entry(self, item, expected):
        """
        A deduction fits into its item, a bonus has a limit, and a sign stands in its own column.
        """
        assert expected == codes(item)

    @pytest.mark.parametrize(("listed", "expected"), [(None, []), (9, []), (8, ["danh_sach_thieu"])])
    def test_list(self, listed, expected):
        """
        A list names as many as the maximum needs.
        """
        assert expected == codes(labelled(PerUnit, maximum=9, fact="x", points_per_unit=1, listed=listed))

    def test_best_of_the_cluster(self):
        """
        A proportion to the best of the cluster is told.
        """
        assert ["phu_thuoc_don_vi_dan_dau"] == codes(labelled(AgainstBest, maximum=5, fact="x", target="t"))


class TestClasses:
    @pytest.mark.parametrize(("end", "expected"), [(None, []), (85, []), (D("84.5"), ["lop_ho"])])
    def test_hole(self, end, expected):
        """
        A class that ends before the better one begins leaves a hole.
        """
        classes = (labelled(ScoreClass, "a", start=85), labelled(ScoreClass, "b", start=0, end=end))

        assert expected == codes(judged("x", 100), classes=classes)

    def test_contradiction(self):
        """
        A start that the source calls both is told.
        """
        classes = (
            labelled(ScoreClass, "a", start=90, contradictory=True),
            labelled(ScoreClass, "b", start=0),
        )

        assert ["tren_hay_tu"] == codes(judged("x", 100), classes=classes)


class TestStages:
    @pytest.mark.parametrize(
        ("agreed", "letter", "expected"),
        [
            ({"x": 3}, {"x": 2}, ["x"]),
            ({"x": 2}, {"x": 2}, []),
            ({"x": 1}, {"x": 2}, []),
            ({"z": 9}, {"z": 1}, []),
            ({"x": 9}, {}, []),
        ],
    )
    def test_beyond_the_letter(self, agreed, letter, expected):
        """
        A stage that gave more than the letter of the table is told, item by item.
        """
        stages = {"thong_nhat": agreed, "theo_bang": letter}

        assert expected == [one.path for one in stage_defects(scale(judged("x", 5)), stages, "theo_bang")]
