"""Lao động tiên tiến and Chiến sĩ thi đua cơ sở under the law of 2003. Data only."""

from __future__ import annotations

from thidua_rules.awards import Authority, Award, Bonus, ByBallot, ByCriterion, ByFact, Form, Multiple, Quota
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Clause,
    Compare,
    Constant,
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
from thidua_rules.facts import SubjectKind
from thidua_rules.verdicts import Verdict

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED
_CA_NHAN = (SubjectKind.CA_NHAN,)

HIGHER = ("lao_dong_tien_tien", "chien_si_thi_dua_co_so")

NHANH_A = OneOf("loai_doi_tuong", ("can_bo", "cong_chuc", "vien_chuc", "nguoi_hoat_dong_khong_chuyen_trach"))
TUYEN_LLVT = OneOf("loai_doi_tuong", ("quan_doi", "cong_an"))


def dang_ky(*awards: str) -> Clause:
    """Registered in the year for one of *awards*."""
    return Clause(
        "dang_ky_thi_dua",
        Citation("luat_tdkt_2003", "10", "1", "b"),
        "Có đăng ký tham gia thi đua",
        "registered for emulation",
        Registered(awards),
    )


def tam_hoan() -> Clause:
    """No award while a matter is pending."""
    return Clause(
        "tam_hoan",
        Citation("tt_12_2019", "2"),
        "Chưa xét khi đang xem xét kỷ luật, có dấu hiệu vi phạm hoặc đang xác minh khiếu nại, tố cáo",
        "not yet considered while discipline, signs of violation, or a complaint are being examined",
        Exists("vu_viec_dang_xem_xet", (Where("da_ket_thuc", "==", Constant(value=False)),)),
        _S2,
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


KY_LUAT = Clause(
    "khong_bi_ky_luat",
    Citation("nd_91_2017", "10", "6"),
    "Không bị kỷ luật từ khiển trách trở lên trong năm",
    "not disciplined, from reprimand up, in the year",
    NoneOf("hinh_thuc_ky_luat", (WhereWithin("ngay"),)),
)

TUYEN_DUNG = Clause(
    "du_thoi_gian_tuyen_dung",
    Citation("nd_91_2017", "10", "6"),
    "Tuyển dụng đủ 10 tháng trở lên",
    "recruited at least ten months before the year's end",
    MonthsSince("ngay_tuyen_dung", ">=", Parameter("thang_tuyen_dung_toi_thieu")),
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
                    Compare(
                        "thang_nghi_viec",
                        "<",
                        Sum((Fact("thang_nghi_thai_san"), Parameter("thang_nghi_viec_gioi_han"))),
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
                    Where("so_thang", ">=", Parameter("thang_dao_tao_dai_han")),
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
                    OneOf("xep_loai_chat_luong", ("HTTNV", "HTXSNV")),
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
        dang_ky(*HIGHER),
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
    "Có sáng kiến được cơ sở công nhận, hoặc đề tài đã nghiệm thu và áp dụng",
    "an initiative recognised at grass-roots level, or a research topic accepted and applied",
    Any(
        (
            Unless(
                Exists(
                    "sang_kien",
                    (
                        WhereWithin("ngay"),
                        WhereIn("pham_vi", ("co_so",)),
                        WhereIn("cap_cong_nhan", ("thi_xa",)),
                    ),
                ),
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
                        Settled(Verdict.UNKNOWN),
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
        dang_ky(*HIGHER[1:]),
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
            label_vi="Không quá 15% số Lao động tiên tiến",
            label_en="at most 15 % of the advanced workers",
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
