"""Lao động tiên tiến and Chiến sĩ thi đua cơ sở under the law of 2003. Data only."""

from __future__ import annotations

from thidua_rules.awards import Authority, Award, Bonus, ByBallot, ByCriterion, ByFact, Form, Multiple, Quota
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Chosen,
    Clause,
    Compare,
    Constant,
    Criterion,
    Earned,
    Exempt,
    Exists,
    Fact,
    Is,
    MonthsSince,
    NoneOf,
    Not,
    NotCancelled,
    OneOf,
    Parameter,
    Registered,
    Settled,
    Sum,
    Unless,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.criteria.records import RowTest
from thidua_rules.facts import SubjectKind
from thidua_rules.verdicts import Verdict

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED
_CA_NHAN = (SubjectKind.CA_NHAN,)

LDTT, CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"

NHANH_A = Any(
    (
        OneOf("loai_doi_tuong", ("can_bo", "cong_chuc", "vien_chuc")),
        Compare("loai_doi_tuong", "==", Parameter("doi_tuong_xet_nhu_cong_chuc")),
    )
)
TUYEN_LLVT = Any(
    (
        OneOf("loai_doi_tuong", ("quan_doi", "cong_an")),
        Compare("loai_doi_tuong", "==", Parameter("doi_tuong_xet_theo_tuyen_luc_luong")),
    )
)


def dang_ky(award: str, *, higher: str = "", lower: str = "") -> Clause:
    """
    Registered in the year for *award*.

    The law only says "registered for emulation". Registration for a *higher* title counts; with only a *lower* one a
    person decides, unless the parameter says that it is enough.
    """
    exceptions = []
    if higher:
        exceptions.append(_dang_ky_cao_hon(award, higher))
    if lower:
        exceptions.append(_dang_ky_thap_hon(award, lower))
    registered = Registered((award,))
    return Clause(
        "dang_ky_thi_dua",
        Citation("luat_tdkt_2003", "10", "1", "b"),
        "Có đăng ký tham gia thi đua",
        "registered for emulation",
        Unless(registered, tuple(exceptions)) if exceptions else registered,
    )


def _dang_ky_cao_hon(award: str, higher: str) -> Exempt:
    clause = Clause(
        "dang_ky_danh_hieu_cao_hon",
        Citation("mo_hinh"),
        "Đăng ký danh hiệu cao hơn được tính là đăng ký danh hiệu này",
        "registration for the higher title counts for this one",
        Settled(Verdict.MET),
        _P,
    )
    when = All((Registered((higher,)), Not(Registered((award,)))))
    return Exempt(
        clause.id, when, clause, "chỉ đăng ký danh hiệu cao hơn", "registered for the higher title only"
    )


def _dang_ky_thap_hon(award: str, lower: str) -> Exempt:
    clause = Clause(
        "dang_ky_danh_hieu_thap_hon",
        Citation("mo_hinh"),
        "Mới đăng ký danh hiệu thấp hơn: người có thẩm quyền xem xét",
        "registered only for a lower title: whoever is competent has to look at it",
        Any((Chosen("dang_ky_danh_hieu_thap_hon", ("du",)), Settled(Verdict.UNKNOWN))),
        _P,
    )
    when = All((Registered((lower,)), Not(Registered((award,)))))
    return Exempt(
        clause.id, when, clause, "chỉ đăng ký danh hiệu thấp hơn", "registered for a lower title only"
    )


def tam_hoan() -> Clause:
    """No award while a matter is pending."""
    return Clause(
        "tam_hoan",
        Citation("tt_12_2019"),
        "Chưa xét khi đang xem xét kỷ luật, có dấu hiệu vi phạm hoặc đang xác minh khiếu nại, tố cáo",
        "not yet considered while discipline, signs of violation, or a complaint are being examined",
        Exists("vu_viec_dang_xem_xet", (Where("da_ket_thuc", "==", Constant(value=False)),)),
        _M,  # seen for TT 08/2017 only; TT 05/2020 repealed a clause of TT 12/2019 that may be this one
    )


def khong_bi_huy(award: str) -> Clause:
    """The decision that gave *award* was not cancelled."""
    return Clause(
        "quyet_dinh_khong_bi_huy",
        Citation("luat_tdkt_2003", "96"),
        "Quyết định tặng không bị hủy bỏ",
        "the decision that gave it was not cancelled",
        NotCancelled(award),
    )


def khong_ky_luat(*forms: WhereIn) -> Criterion:
    """
    Not disciplined in the year, in one of *forms* where any is named.

    Discipline by any body counts, and the decision's day says to which year it belongs; parameters change both.
    """
    records = "hinh_thuc_ky_luat"
    within: tuple[RowTest, ...] = (WhereWithin("ngay"), *forms)
    others: tuple[RowTest, ...] = (WhereIn("co_quan", ("chinh_quyen", "doan_the")), *within)
    conduct: tuple[RowTest, ...] = (WhereWithin("ngay_vi_pham"), *forms)
    only_party = All(
        (Chosen("ky_luat_dang", ("khong_tinh",)), Exists(records, within), NoneOf(records, others))
    )
    other_day = All(
        (Chosen("ngay_tinh_ky_luat", ("ngay_quyet_dinh_hoac_vi_pham",)), Exists(records, conduct))
    )
    return All(
        (
            Unless(
                NoneOf(records, within),
                (
                    Exempt(
                        "chi_ky_luat_dang",
                        only_party,
                        Settled(Verdict.MET),
                        "chỉ bị kỷ luật Đảng, được bỏ qua",
                        "disciplined by the Party alone, which is passed over",
                    ),
                ),
            ),
            Unless(
                Settled(Verdict.MET),
                (
                    Exempt(
                        "vi_pham_trong_nam",
                        other_day,
                        Settled(Verdict.UNMET),
                        "vi phạm trong năm, quyết định kỷ luật ở năm khác",
                        "conduct of the year, disciplined in another",
                    ),
                ),
            ),
        )
    )


KY_LUAT = Clause(
    "khong_bi_ky_luat",
    Citation("nd_91_2017", "10", "6"),
    "Không bị kỷ luật từ khiển trách trở lên trong năm",
    "not disciplined, from reprimand up, in the year",
    khong_ky_luat(),
    _M,  # the rule was seen, the number of the clause was not
)

TUYEN_DUNG = Clause(
    "du_thoi_gian_tuyen_dung",
    Citation("nd_91_2017", "10", "6"),
    "Tuyển dụng đủ 10 tháng trở lên",
    "recruited at least ten months before the year's end",
    Unless(
        MonthsSince("ngay_tuyen_dung", ">=", Parameter("thang_tuyen_dung_toi_thieu")),
        (
            Exempt(
                "nong_dan",
                OneOf("loai_doi_tuong", ("nong_dan",)),
                Clause(
                    "nong_dan_khong_tuyen_dung",
                    Citation("mo_hinh"),
                    "Nông dân không qua tuyển dụng nên không xét thời gian này",
                    "farmers are not recruited by anybody, so no time since recruitment is asked",
                    Settled(Verdict.MET),
                    _P,
                ),
                "nông dân",
                "farmers",
            ),
        ),
    ),
    _M,  # the rule was seen, the number of the clause was not
)

NGHI_VIEC = Clause(
    "thoi_gian_nghi_viec",
    Citation("nd_90_2020", "2", "3"),
    "Nghỉ việc dưới 3 tháng; nghỉ thai sản không bị tính là nghỉ; chỉ xét với người được xếp loại chất lượng",
    "absent for less than three months; maternity leave is not counted; asked only of those who are rated",
    Unless(
        Unless(
            Compare("thang_nghi_viec", "<", Parameter("thang_nghi_viec_gioi_han")),
            (
                Exempt(
                    "nghi_thai_san",
                    All(
                        (
                            Compare("thang_nghi_viec", ">=", Parameter("thang_nghi_viec_gioi_han")),
                            Compare("thang_nghi_thai_san", ">", Constant(0)),
                        )
                    ),
                    Clause(
                        "nghi_thai_san_duoc_tinh",
                        Citation("nd_91_2017", "10", "4"),
                        "Thời gian nghỉ thai sản được tính để xét; không kể thời gian đó, nghỉ dưới mức giới hạn",
                        "maternity leave counts toward the title; beside it, absent for less than the limit",
                        Compare(
                            "thang_nghi_viec",
                            "<",
                            Sum((Fact("thang_nghi_thai_san"), Parameter("thang_nghi_viec_gioi_han"))),
                        ),
                    ),
                    label_vi="nghỉ thai sản được trừ khỏi thời gian nghỉ",
                    label_en="maternity leave is taken off the absence",
                ),
            ),
        ),
        (
            Exempt(
                "nguoi_lao_dong",
                Not(NHANH_A),
                Settled(Verdict.MET),
                label_vi="công nhân, nông dân, người lao động khác không xếp loại chất lượng",
                label_en="workers, farmers and other labourers are not rated",
            ),
        ),
    ),
    _P,
)

DAO_TAO = Clause(
    "dao_tao",
    Citation("nd_91_2017", "10", "3"),
    "Được cử đi đào tạo: dưới 1 năm phải chấp hành quy định, từ 1 năm phải đạt từ khá",
    "sent for training: under one year with rules obeyed, from one year with a fair result or better",
    All(
        (
            NoneOf(
                "dao_tao",
                (
                    Where("so_thang", "<", Parameter("thang_dao_tao_dai_han")),
                    Where("chap_hanh", "==", Constant(value=False)),
                ),
            ),
            NoneOf(
                "dao_tao",
                (
                    Where("so_thang", ">=", Parameter("thang_dao_tao_can_ket_qua_kha")),
                    WhereIn("ket_qua", ("trung_binh",)),
                ),
            ),
        )
    ),
    _M,
)

CHUYEN_CONG_TAC = Clause(
    "chuyen_cong_tac",
    Citation("nd_91_2017", "10", "5"),
    "Chuyển công tác: có ý kiến của đơn vị cũ nếu đã ở đó từ 6 tháng",
    "transferred: the old unit's opinion, after six months there",
    NoneOf(
        "chuyen_cong_tac",
        (
            Where("so_thang_don_vi_cu", ">=", Parameter("thang_don_vi_cu_can_y_kien")),
            Where("co_y_kien", "==", Constant(value=False)),
        ),
    ),
    _M,
)

HOAN_THANH_TOT = OneOf("xep_loai_chat_luong", ("HTTNV", "HTXSNV"))

TIEU_CHUAN = Clause(
    "tieu_chuan_ldtt",
    Citation("luat_tdkt_2003", "24"),
    "Đạt tiêu chuẩn Lao động tiên tiến theo loại đối tượng",
    "meets the standards of an advanced worker for the kind of person",
    Unless(
        All(
            (
                Clause(
                    "hoan_thanh_tot_nhiem_vu",
                    Citation("luat_tdkt_2003", "24", "1", "a"),
                    "Hoàn thành tốt nhiệm vụ trở lên",
                    "duties fulfilled well or better",
                    Unless(
                        HOAN_THANH_TOT,
                        (
                            Exempt(
                                "xep_loai_thap_hon",
                                Chosen("xep_loai_thap_nhat_ldtt", ("HTNV",)),
                                OneOf("xep_loai_chat_luong", ("HTNV", "HTTNV", "HTXSNV")),
                                "mức xếp loại thấp hơn cũng được coi là hoàn thành tốt",
                                "a lower rating is taken as duties fulfilled well",
                            ),
                        ),
                    ),
                    _P,
                ),
                Clause(
                    "chap_hanh_tham_gia_thi_dua",
                    Citation("luat_tdkt_2003", "24", "1", "b"),
                    "Chấp hành tốt, đoàn kết, tích cực tham gia phong trào thi đua",
                    "compliant, united, active in emulation",
                    Is("chap_hanh_doan_ket_thi_dua"),
                ),
                Clause(
                    "hoc_tap",
                    Citation("luat_tdkt_2003", "24", "1", "c"),
                    "Tích cực học tập nâng cao trình độ",
                    "keeps learning",
                    Is("tich_cuc_hoc_tap"),
                ),
                Clause(
                    "dao_duc_loi_song",
                    Citation("luat_tdkt_2003", "24", "1", "d"),
                    "Có đạo đức, lối sống lành mạnh",
                    "sound ethics and life-style",
                    Is("dao_duc_loi_song"),
                ),
            )
        ),
        (
            Exempt(
                "nguoi_lao_dong",
                Not(NHANH_A),
                All(
                    (
                        Clause(
                            "lao_dong_co_hieu_qua",
                            Citation("luat_tdkt_2003", "24", "3", "a"),
                            "Lao động sản xuất có hiệu quả, tích cực tham gia thi đua, hoạt động xã hội",
                            "productive, active in emulation and social activity",
                            Is("hoan_thanh_nhiem_vu_nguoi_lao_dong"),
                        ),
                        Clause(
                            "guong_mau",
                            Citation("luat_tdkt_2003", "24", "3", "b"),
                            "Gương mẫu chấp hành, có đạo đức, đoàn kết, giúp đỡ cộng đồng",
                            "exemplary, ethical, united, helps the community",
                            Is("guong_mau_cong_dong"),
                        ),
                    )
                ),
                label_vi="công nhân, nông dân, người lao động khác xét theo khoản 3",
                label_en="workers, farmers and other labourers: clause 3 instead",
            ),
        ),
    ),
)

LAO_DONG_TIEN_TIEN = Award(
    id="lao_dong_tien_tien",
    title_vi="Lao động tiên tiến",
    title_en="Advanced worker",
    form=Form.DANH_HIEU,
    recipients=_CA_NHAN,
    authority=Authority.CHU_TICH_UBND_XA,
    citations=(Citation("luat_tdkt_2003", "24"), Citation("nd_91_2017", "10")),
    scope=Not(TUYEN_LLVT),
    eligibility=(
        TIEU_CHUAN,
        dang_ky(LDTT, higher=CSTDCS),
        KY_LUAT,
        TUYEN_DUNG,
        NGHI_VIEC,
        DAO_TAO,
        CHUYEN_CONG_TAC,
        khong_bi_huy("lao_dong_tien_tien"),
    ),
    holds=(tam_hoan(),),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.CA_NHAN, parameter="he_so_ldtt"),),
        group="danh_hieu_nam",
        citation=Citation("nd_91_2017", "69", "1", "d"),
    ),
)

PHIEU = ByBallot(
    id="phieu_hoi_dong",
    label_vi="Phiếu bầu của Hội đồng khi mọi tiêu chí ngang nhau",
    label_en="the council's ballot when all else is equal",
    citation=Citation("mo_hinh"),
    standing=_P,
)

SANG_KIEN = Clause(
    "sang_kien_hoac_de_tai",
    Citation("nd_91_2017", "9", "3"),
    "Có sáng kiến được cơ sở công nhận, đề tài đã nghiệm thu và áp dụng, hoặc mưu trí, sáng tạo trong chiến đấu",
    "an initiative recognised at grass-roots level, a research topic accepted and applied, or resource in combat",
    Any(
        (
            Unless(
                Exists("sang_kien", (WhereWithin("ngay"), WhereIn("cap_cong_nhan", ("thi_xa",)))),
                (
                    Exempt(
                        "chi_xa_cong_nhan",
                        All(
                            (
                                Exists("sang_kien", (WhereWithin("ngay"), WhereIn("cap_cong_nhan", ("xa",)))),
                                NoneOf(
                                    "sang_kien", (WhereWithin("ngay"), WhereIn("cap_cong_nhan", ("thi_xa",)))
                                ),
                            )
                        ),
                        Any(
                            (
                                Exists(
                                    "sang_kien",
                                    (
                                        WhereWithin("ngay"),
                                        Where("cap_cong_nhan", "==", Parameter("cap_cong_nhan_sang_kien")),
                                    ),
                                ),
                                Settled(Verdict.UNKNOWN),
                            )
                        ),
                        "sáng kiến chỉ do xã công nhận",
                        "an initiative that only the commune recognised",
                    ),
                ),
            ),
            Exists(
                "de_tai_nghien_cuu",
                (
                    WhereWithin("ngay"),
                    Where("nghiem_thu", "==", Constant(value=True)),
                    Where("ap_dung", "==", Constant(value=True)),
                ),
            ),
            All(
                (
                    OneOf("loai_doi_tuong", ("quan_doi", "cong_an", "dan_quan")),
                    Is("muu_tri_sang_tao_chien_dau"),
                )
            ),
        )
    ),
    _P,
)

CHIEN_SI_THI_DUA_CO_SO = Award(
    id="chien_si_thi_dua_co_so",
    title_vi="Chiến sĩ thi đua cơ sở",
    title_en="Grass-roots emulation fighter",
    form=Form.DANH_HIEU,
    recipients=_CA_NHAN,
    authority=Authority.CHU_TICH_UBND_HUYEN,
    citations=(Citation("luat_tdkt_2003", "23"), Citation("nd_91_2017", "9", "3")),
    scope=Not(TUYEN_LLVT),
    eligibility=(
        Clause(
            "dat_lao_dong_tien_tien",
            Citation("luat_tdkt_2003", "23"),
            "Đạt Lao động tiên tiến trong năm",
            "advanced worker this year",
            Earned("lao_dong_tien_tien"),
        ),
        SANG_KIEN,
        dang_ky(CSTDCS, lower=LDTT),
        khong_bi_huy("chien_si_thi_dua_co_so"),
    ),
    holds=(tam_hoan(),),
    ranking=(
        ByFact(
            id="diem_binh_xet",
            label_vi="Điểm bình xét",
            label_en="points of the review",
            citation=Citation("mo_hinh"),
            standing=_P,
            fact="diem_binh_xet",
        ),
        ByCriterion(
            id="truc_tiep",
            label_vi="Ưu tiên người trực tiếp công tác",
            label_en="preference for direct workers",
            citation=Citation("nd_91_2017", "3"),
            standing=_P,  # the decree asks for attention to direct workers; that they go first among equals is ours
            criterion=Is("la_lanh_dao", wanted=False),
        ),
        ByCriterion(
            id="uu_tien_nu",
            label_vi="Ưu tiên nữ khi thành tích ngang nhau",
            label_en="preference for a woman among equals",
            citation=Citation("nd_91_2017", "3"),
            criterion=OneOf("gioi_tinh", ("nu",)),
        ),
        PHIEU,
    ),
    quotas=(
        Quota(
            rate="ty_le_cstdcs",
            rounding="lam_tron_cstdcs",
            base=Earned("lao_dong_tien_tien"),
            base_kinds=_CA_NHAN,
            label_vi="Số Chiến sĩ thi đua cơ sở tối đa trên số Lao động tiên tiến",
            label_en="most grass-roots fighters, of the advanced workers",
            citation=Citation("nd_91_2017", "9", "3"),
        ),
    ),
    bonus=Bonus(
        multiples=(Multiple(subject_kind=SubjectKind.CA_NHAN, parameter="he_so_cstdcs"),),
        group="danh_hieu_nam",
        citation=Citation("nd_91_2017", "69", "1", "c"),
    ),
)

AWARDS = (LAO_DONG_TIEN_TIEN, CHIEN_SI_THI_DUA_CO_SO)
