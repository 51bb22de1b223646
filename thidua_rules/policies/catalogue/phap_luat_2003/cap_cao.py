"""Forms of commendation of the province and the State: the commune proposes or follows them. Data only."""

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
    Not,
    Parameter,
    Unless,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.ca_nhan import duoc_neu_ten, lay_y_kien
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import NHANH_A, khong_bi_huy
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017_hinh_thuc import (
    BK_THU_TUONG,
    BK_TINH,
    CA_NHAN,
    CO_CO_HOAC_BANG_KHEN,
    CO_CSTD_TINH_TRONG_THOI_GIAN,
    DON_VI,
    GUONG_MAU,
    HC_BA,
    HC_NHAT,
    HC_NHI,
    HO,
    NGUOI_LAO_DONG,
    NOP_THUE,
    SANG_KIEN_TINH_TRONG_THOI_GIAN,
    de_nghi,
    giay_khen_chien_dau,
    mot_nam_mot_hinh_thuc,
    sang_kien,
    sau_khi_co,
    tap_the_xuat_sac,
    xuat_sac_lien_tuc,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import ket_thuc_muon, tam_hoan

_M = Standing.UNCONFIRMED


def mot_thanh_tich(*higher: str) -> Coverage:
    """One form for one achievement: a higher one covers the lower."""
    return Coverage(
        by=higher,
        citation=Citation("luat_tdkt_2003", "6", "2", "b"),
        label_vi="Không tặng nhiều hình thức cho một thành tích",
        label_en="not several forms for one achievement",
    )


def _khoan(
    name: str, cite: str, labels: tuple[str, str], criterion: Criterion, recipients: tuple[SubjectKind, ...]
) -> Clause:
    return Clause(name, Citation.parse(cite), *labels, criterion, _M, recipients)


def _tien(name: str, cite: str, *kinds: SubjectKind) -> Bonus:
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

BANG_KHEN_CAP_TINH = Award(
    id=BK_TINH,
    title_vi="Bằng khen cấp bộ, ngành, tỉnh",
    title_en="Commendation of a ministry or province",
    form=Form.HINH_THUC,
    recipients=(*CA_NHAN, *DON_VI, *HO),
    authority=Authority.CHU_TICH_UBND_TINH,
    citations=(Citation("luat_tdkt_2003", "72"), Citation("nd_91_2017", "39")),
    standing=_M,
    scope=duoc_neu_ten(BK_TINH),
    eligibility=(
        de_nghi(BK_TINH),
        GUONG_MAU,
        _khoan(
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
            Unless(
                Any((*_CHUNG_TINH, _HAI_NAM_XUAT_SAC)),
                (
                    Exempt(
                        "nguoi_lao_dong",
                        NGUOI_LAO_DONG,
                        Any(
                            (
                                *_CHUNG_TINH,
                                _HAI_NAM_XUAT_SAC,
                                Is("san_xuat_tieu_bieu"),
                                Is("mo_hinh_giup_nguoi_khac"),
                            )
                        ),
                        "công nhân, nông dân, người lao động có tiêu chuẩn riêng",
                        "workers, farmers and other labourers have standards of their own",
                    ),
                ),
            ),
            CA_NHAN,
        ),
        _khoan(
            "tap_the_xuat_sac_lien_tuc",
            "nd_91_2017/39",
            (
                "Tập thể 2 năm liên tục hoàn thành xuất sắc nhiệm vụ",
                "a collective that fulfilled its duties excellently two years in a row",
            ),
            All(tap_the_xuat_sac("so_nam_htxsnv_truoc_bk_tinh")),
            DON_VI,
        ),
        _khoan(
            "tap_the_doan_ket",
            "nd_91_2017/39",
            ("Nội bộ đoàn kết", "united"),
            Is("noi_bo_doan_ket_chap_hanh"),
            DON_VI,
        ),
        _khoan(
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
    coverage=mot_thanh_tich(BK_THU_TUONG, HC_BA, HC_NHI, HC_NHAT),
    bonus=_tien("bk_tinh", "nd_91_2017/73", *CA_NHAN, *DON_VI, *HO),
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
    scope=duoc_neu_ten(BK_THU_TUONG),
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
        _khoan(
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
    coverage=mot_thanh_tich(HC_BA, HC_NHI, HC_NHAT),
    bonus=_tien("bk_thu_tuong", "nd_91_2017/73", *CA_NHAN, *DON_VI, *HO),
)


def _huan_chuong(
    name: str, short: str, title: tuple[str, str], number: str, above: tuple[str, ...], *clauses: Clause
) -> Award:
    return Award(
        id=name,
        title_vi=title[0],
        title_en=title[1],
        form=Form.HINH_THUC,
        recipients=(*CA_NHAN, *DON_VI),
        authority=Authority.TRUNG_UONG,
        citations=(Citation("luat_tdkt_2003", number),),
        standing=_M,
        scope=duoc_neu_ten(name),
        eligibility=(
            de_nghi(name),
            *clauses,
            NOP_THUE,
            mot_nam_mot_hinh_thuc(name),
            lay_y_kien(name),
            khong_bi_huy(name),
            ket_thuc_muon(),
        ),
        holds=(tam_hoan(),),
        coverage=mot_thanh_tich(*above) if above else None,
        bonus=_tien(short, "nd_91_2017/70", *CA_NHAN, *DON_VI),
        tracked=True,
    )


def _chua_doc(fact: str, article: str) -> Clause:
    return _khoan(
        "dat_tieu_chuan",
        f"luat_tdkt_2003/{article}",
        (
            "Tiêu chuẩn chưa đọc được: người có thẩm quyền xác nhận",
            "the standards were not read: whoever is competent confirms",
        ),
        Is(fact),
        (*CA_NHAN, *DON_VI),
    )


_CA_NHAN_HC_BA = All(
    (
        sau_khi_co(BK_THU_TUONG, "so_nam_htxsnv_hc_ba"),
        *xuat_sac_lien_tuc("so_nam_htxsnv_truoc_hc_ba"),
        Any((SANG_KIEN_TINH_TRONG_THOI_GIAN, CO_CSTD_TINH_TRONG_THOI_GIAN)),
    )
)

HUAN_CHUONG_LAO_DONG_BA = _huan_chuong(
    HC_BA,
    "hc_ba",
    ("Huân chương Lao động hạng Ba", "Labour Order, third class"),
    "44",
    (HC_NHI, HC_NHAT),
    _khoan(
        "ca_nhan_nam_nam_xuat_sac",
        "luat_tdkt_2003/44",
        (
            (
                "Có Bằng khen của Thủ tướng rồi 5 năm liên tục hoàn thành xuất sắc, với 2 sáng kiến cấp tỉnh hoặc 1 lần"
                " Chiến sĩ thi đua cấp tỉnh"
            ),
            (
                "the Prime Minister's commendation, then five years excellent, with two initiatives of the province or"
                " once a fighter of the province"
            ),
        ),
        Unless(
            _CA_NHAN_HC_BA,
            (
                Exempt(
                    "nguoi_lao_dong",
                    Not(NHANH_A),
                    Any((_CA_NHAN_HC_BA, Is("dat_tieu_chuan_huan_chuong_ba"))),
                    "người lao động, lực lượng vũ trang có tiêu chuẩn riêng, chưa đọc được",
                    "labourers and the forces have standards of their own, which were not read",
                ),
            ),
        ),
        CA_NHAN,
    ),
    _khoan(
        "tap_the_nam_nam_xuat_sac",
        "luat_tdkt_2003/44",
        (
            "Có Bằng khen của Thủ tướng rồi 5 năm liên tục hoàn thành xuất sắc, có cờ thi đua hoặc bằng khen",
            "the Prime Minister's commendation, then five years excellent, with a flag or a commendation",
        ),
        All(
            (
                sau_khi_co(BK_THU_TUONG, "so_nam_htxsnv_hc_ba"),
                *tap_the_xuat_sac("so_nam_htxsnv_truoc_hc_ba"),
                CO_CO_HOAC_BANG_KHEN,
            )
        ),
        DON_VI,
    ),
)

HUAN_CHUONG_LAO_DONG_NHI = _huan_chuong(
    HC_NHI,
    "hc_nhi",
    ("Huân chương Lao động hạng Nhì", "Labour Order, second class"),
    "43",
    (HC_NHAT,),
    _chua_doc("dat_tieu_chuan_huan_chuong_nhi", "43"),
)

HUAN_CHUONG_LAO_DONG_NHAT = _huan_chuong(
    HC_NHAT,
    "hc_nhat",
    ("Huân chương Lao động hạng Nhất", "Labour Order, first class"),
    "42",
    (),
    _chua_doc("dat_tieu_chuan_huan_chuong_nhat", "42"),
)

AWARDS = (
    BANG_KHEN_CAP_TINH,
    BANG_KHEN_THU_TUONG,
    HUAN_CHUONG_LAO_DONG_BA,
    HUAN_CHUONG_LAO_DONG_NHI,
    HUAN_CHUONG_LAO_DONG_NHAT,
)
