"""The law of 2003 on emulation and commendation: registration, the standards of persons, what a cancelled decision takes. Data only."""

from __future__ import annotations

from decimal import Decimal

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
    Is,
    Not,
    NotCancelled,
    OneOf,
    Parameter,
    Registered,
    Settled,
    Unless,
    Where,
    WhereWithin,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so
from thidua_rules.verdicts import Verdict

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

LDTT, CSTDCS = "lao_dong_tien_tien", "chien_si_thi_dua_co_so"
CSTT, CSTDCS_LLVT = "chien_si_tien_tien", "chien_si_thi_dua_co_so_llvt"
CSTD_TINH, CSTD_TOAN_QUOC = "chien_si_thi_dua_cap_tinh", "chien_si_thi_dua_toan_quoc"


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


def xep_loai_tu(*levels: str, rated: Criterion | None = NHANH_A) -> Criterion:
    """
    Rated as one of *levels*: by the rating on file, or worked out from its criteria where the parameter says so.

    Args:
        levels: The levels as the rating on file names them, such as ``HTTNV``.

        rated: Whose rating may be worked out; None where nobody else is asked.
    """
    chosen = Chosen("nguon_xep_loai", ("tinh_tu_tieu_chi",))
    return Unless(
        OneOf("xep_loai_chat_luong", levels),
        (
            Exempt(
                "xep_loai_tinh_tu_tieu_chi",
                chosen if rated is None else All((chosen, rated)),
                Any(tuple(Earned(f"xep_loai_{level.lower()}") for level in levels)),
                "xếp loại tính từ các tiêu chí",
                "the rating is worked out from its criteria",
            ),
        ),
    )


def dang_ky(award: str, *, higher: str | tuple[str, ...] = (), lower: str = "") -> Clause:
    """
    Registered in the year for *award*.

    The law only says "registered for emulation". Registration for a *higher* title counts; with only a *lower* one a
    person decides, unless the parameter says that it is enough.
    """
    above = (higher,) if isinstance(higher, str) else higher
    exceptions = []
    if above:
        exceptions.append(_dang_ky_cao_hon(award, above))
    if lower:
        exceptions.append(_dang_ky_thap_hon((award, *above), lower))
    registered = Registered((award,))
    return Clause(
        "dang_ky_thi_dua",
        Citation("luat_tdkt_2003", "10", "1", "b"),
        "Có đăng ký tham gia thi đua",
        "registered for emulation",
        Unless(registered, tuple(exceptions)) if exceptions else registered,
    )


def _dang_ky_cao_hon(award: str, higher: tuple[str, ...]) -> Exempt:
    clause = Clause(
        "dang_ky_danh_hieu_cao_hon",
        Citation("mo_hinh"),
        "Đăng ký danh hiệu cao hơn được tính là đăng ký danh hiệu này",
        "registration for the higher title counts for this one",
        Settled(Verdict.MET),
        _P,
    )
    when = All((Registered(higher), Not(Registered((award,)))))
    return Exempt(
        clause.id, when, clause, "chỉ đăng ký danh hiệu cao hơn", "registered for the higher title only"
    )


def _dang_ky_thap_hon(enough: tuple[str, ...], lower: str) -> Exempt:
    clause = Clause(
        "dang_ky_danh_hieu_thap_hon",
        Citation("mo_hinh"),
        "Mới đăng ký danh hiệu thấp hơn: người có thẩm quyền xem xét",
        "registered only for a lower title: whoever is competent has to look at it",
        Any((Chosen("dang_ky_danh_hieu_thap_hon", ("du",)), Settled(Verdict.UNKNOWN))),
        _P,
    )
    when = All((Registered((lower,)), Not(Registered(enough))))
    return Exempt(
        clause.id, when, clause, "chỉ đăng ký danh hiệu thấp hơn", "registered for a lower title only"
    )


def duoc_neu_ten(award: str) -> Exists:
    """Named in a proposal for *award*, whatever became of it."""
    return Exists("de_nghi_khen_thuong", (Where("danh_hieu", "==", Constant(award)),))


def de_nghi_trong_nam(award: str) -> Exists:
    """Proposed for *award* in the year, and those who reviewed it agreed."""
    return Exists(
        "de_nghi_khen_thuong",
        (
            Where("danh_hieu", "==", Constant(award)),
            Where("dong_y", "==", Constant(value=True)),
            WhereWithin("ngay"),
        ),
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


_CHAP_HANH_HOC_TAP_DAO_DUC = (
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


def _khoan_1(well: Criterion, at_all: Criterion) -> All:
    """The four standards of clause 1; *at_all* takes the place of *well* where a lower rating is read as good."""
    fulfilled = Clause(
        "hoan_thanh_tot_nhiem_vu",
        Citation("luat_tdkt_2003", "24", "1", "a"),
        "Hoàn thành tốt nhiệm vụ trở lên",
        "duties fulfilled well or better",
        Unless(
            well,
            (
                Exempt(
                    "xep_loai_thap_hon",
                    Chosen("xep_loai_thap_nhat_ldtt", ("HTNV",)),
                    at_all,
                    "mức xếp loại thấp hơn cũng được coi là hoàn thành tốt",
                    "a lower rating is taken as duties fulfilled well",
                ),
            ),
        ),
        _P,
    )
    return All((fulfilled, *_CHAP_HANH_HOC_TAP_DAO_DUC))


_KHOAN_3 = All(
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
)


TIEU_CHUAN_LDTT = Clause(
    "tieu_chuan_ldtt",
    Citation("luat_tdkt_2003", "24"),
    "Đạt tiêu chuẩn Lao động tiên tiến theo loại đối tượng",
    "meets the standards of an advanced worker for the kind of person",
    Unless(
        _khoan_1(
            xep_loai_tu("HTTNV", "HTXSNV", rated=None), xep_loai_tu("HTNV", "HTTNV", "HTXSNV", rated=None)
        ),
        (
            Exempt(
                "nguoi_lao_dong",
                Not(NHANH_A),
                _KHOAN_3,
                label_vi="công nhân, nông dân, người lao động khác xét theo khoản 3",
                label_en="workers, farmers and other labourers: clause 3 instead",
            ),
        ),
    ),
)


TIEU_CHUAN_CSTT = Clause(
    "tieu_chuan_cstt",
    Citation("luat_tdkt_2003", "24", "2"),
    "Quân nhân, công an đạt các tiêu chuẩn của khoản 1",
    "soldiers and police who meet the standards of clause 1",
    _khoan_1(
        OneOf("xep_loai_chat_luong", ("HTTNV", "HTXSNV")),
        OneOf("xep_loai_chat_luong", ("HTNV", "HTTNV", "HTXSNV")),
    ),
)


PARAMETERS = (
    tham_so(
        "doi_tuong_xet_nhu_cong_chuc",
        "Đối tượng khác cũng xét Lao động tiên tiến theo khoản 1 như cán bộ, công chức, viên chức",
        "who else is judged by clause 1, as officials and civil servants are",
        "nguoi_hoat_dong_khong_chuyen_trach",
        "luat_tdkt_2003/24/1",
        standing=_P,
        settable=True,
        choices=("nguoi_hoat_dong_khong_chuyen_trach", "vien_chuc"),
    ),
    tham_so(
        "doi_tuong_xet_theo_tuyen_luc_luong",
        "Lực lượng xét thi đua theo tuyến riêng, ngoài quân đội và công an",
        "which force beside army and police is judged in its own line",
        "cong_an",
        "luat_tdkt_2003/24/2",
        standing=_P,
        settable=True,
        choices=("cong_an", "dan_quan"),
    ),
    tham_so(
        "xep_loai_thap_nhat_ldtt",
        "Mức xếp loại thấp nhất được coi là hoàn thành tốt nhiệm vụ",
        "lowest rating taken as duties fulfilled well",
        "HTTNV",
        "luat_tdkt_2003/24/1/a",
        standing=_P,
        settable=True,
        choices=("HTTNV", "HTNV"),
    ),
    tham_so(
        "ty_le_ldtt_ttldtt",
        "Tỷ lệ Lao động tiên tiến phải vượt, Tập thể lao động tiên tiến",
        "share of advanced workers to exceed, advanced collective",
        Decimal("0.5"),
        "luat_tdkt_2003/28/1/c",
        unit="ty_le",
    ),
    tham_so(
        "ty_le_ldtt_ttldxs",
        "Tỷ lệ Lao động tiên tiến tối thiểu, Tập thể lao động xuất sắc",
        "least share of advanced workers, excellent collective",
        Decimal("0.7"),
        "luat_tdkt_2003/27/1/c",
        unit="ty_le",
        standing=_S2,
    ),
    tham_so(
        "so_cstdcs_ttldxs",
        "Số Chiến sĩ thi đua cơ sở tối thiểu, Tập thể lao động xuất sắc",
        "least grass-roots fighters, excellent collective",
        1,
        "luat_tdkt_2003/27/1/d",
        unit="nguoi",
        standing=_S2,
    ),
)
