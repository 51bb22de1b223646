"""Commendations of the province and the Prime Minister: the commune proposes them. Data only."""

from __future__ import annotations

from thidua_rules.awards import Authority, Award, Bonus, Coverage, Form, Multiple
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Clause,
    Criterion,
    Exempt,
    Exists,
    Is,
    Parameter,
    Settled,
    Unless,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.ca_nhan import dang_ky_hoac_neu_ten, lay_y_kien
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import khong_bi_huy
from thidua_rules.policies.catalogue.phap_luat_2003.luu_y import QUYET_DINH_MUON, chuoi_dut
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017_hinh_thuc import (
    BK_THU_TUONG,
    BK_TINH,
    CA_NHAN,
    DON_VI,
    GUONG_MAU,
    HC_BA,
    HC_NHAT,
    HC_NHI,
    HO,
    NGUOI_LAO_DONG,
    NOP_THUE,
    de_nghi,
    giay_khen_chien_dau,
    mot_nam_mot_hinh_thuc,
    sang_kien,
    sau_khi_co,
    tap_the_xuat_sac,
    xuat_sac_lien_tuc,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import ket_thuc_muon, tam_hoan
from thidua_rules.verdicts import Verdict

_M = Standing.UNCONFIRMED


def mot_thanh_tich(*higher: str) -> Coverage:
    """One form for one achievement: a higher one covers the lower."""
    return Coverage(
        by=higher,
        citation=Citation("luat_tdkt_2003", "6", "2", "b"),
        label_vi="Không tặng nhiều hình thức cho một thành tích",
        label_en="not several forms for one achievement",
    )


def khoan(
    name: str, cite: str, labels: tuple[str, str], criterion: Criterion, recipients: tuple[SubjectKind, ...]
) -> Clause:
    """A condition that is known from memory or a retelling only."""
    return Clause(name, Citation.parse(cite), *labels, criterion, _M, recipients)


def tien(name: str, cite: str, *kinds: SubjectKind) -> Bonus:
    """The bonus of a form: one multiple for each kind of recipient."""
    suffix = {
        SubjectKind.CA_NHAN: "ca_nhan",
        SubjectKind.TAP_THE: "tap_the",
        SubjectKind.KHU_DAN_CU: "tap_the",
        SubjectKind.HO_GIA_DINH: "ho",
    }
    multiples = tuple(Multiple(subject_kind=kind, parameter=f"he_so_{name}_{suffix[kind]}") for kind in kinds)
    return Bonus(multiples=multiples, citation=Citation.parse(cite))


_VOTED_YEARLY = Exists(
    "binh_chon_phong_trao", (WhereIn("cap_phat_dong", ("thanh_pho",)), WhereWithin("ngay"))
)

_VOTED_AFTER_YEARS = Exists(
    "binh_chon_phong_trao",
    (Where("so_nam", ">=", Parameter("so_nam_phong_trao_bk_thu_tuong")), WhereWithin("ngay")),
)

_CHUNG_TINH = (_VOTED_YEARLY, Is("thanh_tich_anh_huong_linh_vuc"))

_HAI_NAM_XUAT_SAC = All(
    (
        *xuat_sac_lien_tuc("so_nam_htxsnv_truoc_bk_tinh"),
        Any(
            (
                sang_kien("so_sang_kien_bk_tinh", "so_nam_htxsnv_bk_tinh", effective=True),
                giay_khen_chien_dau("so_giay_khen_bk_tinh"),
            )
        ),
    )
)

_RIENG_NGUOI_LAO_DONG = Unless(
    Settled(Verdict.UNMET),
    (
        Exempt(
            "nguoi_lao_dong",
            NGUOI_LAO_DONG,
            Any((Is("san_xuat_tieu_bieu"), Is("mo_hinh_giup_nguoi_khac"))),
            "công nhân, nông dân, người lao động có tiêu chuẩn riêng",
            "workers, farmers and other labourers have standards of their own",
        ),
    ),
)
"""The standards that stand beside the common ones for workers, farmers and others of clause 3 only."""

BANG_KHEN_CAP_TINH = Award(
    id=BK_TINH,
    title_vi="Bằng khen cấp bộ, ngành, tỉnh",
    title_en="Commendation of a ministry or province",
    form=Form.HINH_THUC,
    recipients=(*CA_NHAN, *DON_VI, *HO),
    authority=Authority.CHU_TICH_UBND_TINH,
    citations=(Citation("luat_tdkt_2003", "72"), Citation("nd_91_2017", "39")),
    standing=_M,
    scope=dang_ky_hoac_neu_ten(BK_TINH),
    eligibility=(
        de_nghi(BK_TINH),
        GUONG_MAU,
        khoan(
            "mot_trong_cac_tieu_chuan",
            "nd_91_2017/39",
            (
                (
                    "Được bình chọn trong phong trào năm của tỉnh; hoặc thành tích ảnh hưởng trong một lĩnh vực của tỉnh;"
                    " hoặc 2 năm liên tục hoàn thành xuất sắc với 2 sáng kiến (2 giấy khen trong chiến đấu)"
                ),
                (
                    "voted in a yearly movement of the province; or results with influence in one of its fields; or two"
                    " years of duties fulfilled excellently with two initiatives (two certificates in combat)"
                ),
            ),
            Any((*_CHUNG_TINH, _HAI_NAM_XUAT_SAC, _RIENG_NGUOI_LAO_DONG)),
            CA_NHAN,
        ),
        khoan(
            "tap_the_xuat_sac_lien_tuc",
            "nd_91_2017/39",
            (
                "Tập thể 2 năm liên tục hoàn thành xuất sắc nhiệm vụ",
                "a collective that fulfilled its duties excellently two years in a row",
            ),
            All(tap_the_xuat_sac("so_nam_htxsnv_truoc_bk_tinh")),
            DON_VI,
        ),
        khoan(
            "tap_the_doan_ket",
            "nd_91_2017/39",
            ("Nội bộ đoàn kết", "united"),
            Is("noi_bo_doan_ket_chap_hanh"),
            DON_VI,
        ),
        khoan(
            "ho_dong_gop_lon",
            "nd_91_2017/39",
            (
                "Hộ gương mẫu, có đóng góp lớn cho địa phương",
                "exemplary household with a large contribution",
            ),
            All((Is("guong_mau_dong_gop"), Is("dong_gop_lon"))),
            HO,
        ),
        NOP_THUE,
        khong_bi_huy(BK_TINH),
        ket_thuc_muon(),
    ),
    holds=(tam_hoan(),),
    notes=(QUYET_DINH_MUON, chuoi_dut("xep_loai_htxsnv", "so_nam_htxsnv_truoc_bk_tinh", *CA_NHAN)),
    coverage=mot_thanh_tich(BK_THU_TUONG, HC_BA, HC_NHI, HC_NHAT),
    bonus=tien("bk_tinh", "nd_91_2017/73", *CA_NHAN, *DON_VI, *HO),
)


_NAM_NAM_XUAT_SAC = All(
    (
        sau_khi_co(BK_TINH, "so_nam_htxsnv_bk_thu_tuong"),
        *xuat_sac_lien_tuc("so_nam_htxsnv_truoc_bk_thu_tuong"),
        Any(
            (
                sang_kien("so_sang_kien_bk_thu_tuong", "so_nam_htxsnv_bk_thu_tuong", effective=False),
                giay_khen_chien_dau("so_giay_khen_bk_thu_tuong"),
            )
        ),
    )
)

BANG_KHEN_THU_TUONG = Award(
    id=BK_THU_TUONG,
    title_vi="Bằng khen của Thủ tướng Chính phủ",
    title_en="Commendation of the Prime Minister",
    form=Form.HINH_THUC,
    recipients=(*CA_NHAN, *DON_VI, *HO),
    authority=Authority.TRUNG_UONG,
    citations=(Citation("luat_tdkt_2003", "71"), Citation("nd_91_2017", "38")),
    scope=dang_ky_hoac_neu_ten(BK_THU_TUONG),
    eligibility=(
        de_nghi(BK_THU_TUONG),
        Clause(
            "mot_trong_cac_tieu_chuan",
            Citation("nd_91_2017", "38", "1"),
            "Được bình chọn khi tổng kết phong trào từ 3 năm; hoặc thành tích ảnh hưởng trong bộ, ngành, tỉnh; hoặc có"
            " Bằng khen cấp tỉnh rồi 5 năm liên tục hoàn thành xuất sắc với 5 sáng kiến (5 giấy khen trong chiến đấu)",
            "voted when a movement of three years was reviewed; or results with influence in the ministry or province;"
            " or the province's commendation, then five years excellent with five initiatives (certificates in combat)",
            Unless(
                Any((_VOTED_AFTER_YEARS, Is("thanh_tich_anh_huong_tinh"), _NAM_NAM_XUAT_SAC)),
                (
                    Exempt(
                        "nguoi_lao_dong",
                        NGUOI_LAO_DONG,
                        Is("dat_tieu_chuan_bang_khen_thu_tuong"),
                        "công nhân, nông dân, người lao động có tiêu chuẩn riêng, chưa đọc được",
                        "workers, farmers and other labourers have standards of their own, which were not read",
                    ),
                ),
            ),
            recipients=CA_NHAN,
        ),
        khoan(
            "tieu_chuan_rieng",
            "nd_91_2017/38",
            (
                "Tập thể, hộ gia đình có tiêu chuẩn riêng, chưa đọc được: người có thẩm quyền xác nhận",
                "collectives and households have standards of their own, not read: whoever is competent confirms",
            ),
            Is("dat_tieu_chuan_bang_khen_thu_tuong"),
            (*DON_VI, *HO),
        ),
        NOP_THUE,
        mot_nam_mot_hinh_thuc(BK_THU_TUONG),
        lay_y_kien(BK_THU_TUONG),
        khong_bi_huy(BK_THU_TUONG),
        ket_thuc_muon(),
    ),
    holds=(tam_hoan(),),
    notes=(QUYET_DINH_MUON, chuoi_dut("xep_loai_htxsnv", "so_nam_htxsnv_truoc_bk_thu_tuong", *CA_NHAN)),
    coverage=mot_thanh_tich(HC_BA, HC_NHI, HC_NHAT),
    bonus=tien("bk_thu_tuong", "nd_91_2017/73", *CA_NHAN, *DON_VI, *HO),
)


AWARDS = (BANG_KHEN_CAP_TINH, BANG_KHEN_THU_TUONG)
