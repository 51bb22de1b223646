"""Decree 91/2017, articles 9 and 45, on fighters of the province and the nation: years in a row, influence, votes. Data only."""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Chosen,
    Clause,
    ConsecutiveYears,
    Constant,
    Criterion,
    Earned,
    Exempt,
    Exists,
    Not,
    Parameter,
    Settled,
    Unless,
    Voted,
    Where,
    WhereIn,
    YearsBefore,
)
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import (
    CSTD_TINH,
    CSTDCS,
    CSTDCS_LLVT,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so
from thidua_rules.verdicts import Verdict

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED


def lien_tuc(award: str, years: str) -> Criterion:
    """
    *award* held in as many earlier years in a row as the parameter *years* says.

    A year of maternity or study without it breaks the run, unless the parameter ``dut_chuoi_do_thai_san`` bridges it.
    """
    bridges = (
        (
            "noi_qua_thai_san",
            ("thai_san",),
            "năm nghỉ thai sản không làm đứt chuỗi",
            "maternity breaks no run",
        ),
        (
            "noi_qua_thai_san_dao_tao",
            ("thai_san", "dao_tao"),
            "năm nghỉ thai sản, năm đi học không làm đứt chuỗi",
            "neither maternity nor study breaks the run",
        ),
    )
    return Unless(
        ConsecutiveYears(award, Parameter(years)),
        tuple(
            Exempt(
                name,
                Chosen("dut_chuoi_do_thai_san", (name,)),
                ConsecutiveYears(award, Parameter(years), bridged_by=reasons),
                vi,
                en,
            )
            for name, reasons, vi, en in bridges
        ),
    )


BA_NAM_CSTDCS = Clause(
    "ba_nam_cstdcs",
    Citation("luat_tdkt_2003", "22"),
    "3 năm liên tục đạt Chiến sĩ thi đua cơ sở, năm thứ ba là năm xét hoặc năm liền trước",
    "grass-roots fighter three years in a row, the third the year under review or the one before",
    Any(
        (
            All(
                (
                    Any((Earned(CSTDCS), Earned(CSTDCS_LLVT))),
                    lien_tuc(CSTDCS, "so_nam_cstdcs_truoc_nam_xet"),
                )
            ),
            lien_tuc(CSTDCS, "so_nam_cstdcs_lien_tuc"),
        )
    ),
    _M,  # the three years were read; that the year next to the third serves too is from memory
)


def anh_huong(scopes: tuple[str, ...], levels: tuple[str, ...]) -> Criterion:
    """An initiative or topic with influence in *scopes*, recognised by one of *levels* and still of use."""
    alive = Where("nam_cong_nhan", ">", YearsBefore("hieu_luc_sang_kien_tinh"))
    where = (WhereIn("pham_vi", scopes), WhereIn("cap_cong_nhan", levels), alive)
    done = (
        Where("nghiem_thu", "==", Constant(value=True)),
        Where("ap_dung", "==", Constant(value=True)),
    )
    return Any((Exists("sang_kien", where), Exists("de_tai_nghien_cuu", (*where, *done))))


SANG_KIEN_TINH = Clause(
    "sang_kien_anh_huong_tinh",
    Citation("nd_91_2017", "9", "2"),
    "Sáng kiến, đề tài có ảnh hưởng trong tỉnh, người đứng đầu cấp tỉnh công nhận, còn trong hạn được tính",
    "an initiative or topic with influence in the province, recognised by its head, and still counted",
    anh_huong(("tinh", "toan_quoc"), ("thanh_pho", "trung_uong")),
    _P,  # the demand is from memory; how long an initiative counts is one province's rule
)


SANG_KIEN_TOAN_QUOC = Clause(
    "sang_kien_anh_huong_toan_quoc",
    Citation("nd_91_2017", "9", "1"),
    "Sáng kiến, đề tài có ảnh hưởng trong toàn quốc, còn trong hạn được tính",
    "an initiative or topic with influence in the whole country, and still counted",
    anh_huong(("toan_quoc",), ("thanh_pho", "trung_uong")),
    _P,
)


_LIEN_NAM = lien_tuc(CSTD_TINH, "so_lan_cstd_tinh")

HAI_LAN_CSTD_TINH = Clause(
    "hai_lan_cstd_tinh",
    Citation("luat_tdkt_2003", "21"),
    "2 lần liên tục đạt Chiến sĩ thi đua cấp tỉnh",
    "fighter of the province twice in a row",
    Unless(
        _LIEN_NAM,
        (
            Exempt(
                "hai_chu_ky_ke_tiep",
                All(
                    (
                        Not(_LIEN_NAM),
                        ConsecutiveYears(CSTD_TINH, Parameter("so_nam_lien_ke_cstdtq")),
                        Exists(
                            "tich_danh_hieu",
                            (
                                WhereIn("danh_hieu", (CSTD_TINH,)),
                                Where("nam", "==", YearsBefore("so_nam_cach_cstd_tinh_truoc")),
                                WhereIn("trang_thai", ("hieu_luc",)),
                            ),
                        ),
                    )
                ),
                Any((Chosen("hai_lan_lien_tuc_cstd_tinh", ("hai_chu_ky",)), Settled(Verdict.UNKNOWN))),
                "hai lần của hai chu kỳ 3 năm kế tiếp: người có thẩm quyền xem xét",
                "twice, in two successive cycles of three years: whoever is competent has to look at it",
            ),
        ),
    ),
    _P,  # two in a row were read; whether years or cycles are meant was not
)


TRINH_NAM_LIEN_KE = Clause(
    "trinh_nam_lien_ke",
    Citation("nd_91_2017", "48", "1", "a"),
    "Trình vào năm liền kề với năm được tặng Chiến sĩ thi đua cấp tỉnh lần thứ hai",
    "submitted in the year next to that of the second title of the province",
    lien_tuc(CSTD_TINH, "so_nam_lien_ke_cstdtq"),
    _P,  # the adjacent year was read; that the title's year is the decision's is this model's
)


def phieu_kin(award: str, cite: Citation) -> Clause:
    """The council's secret vote on *award*, of all members; what is proposed is what the council will vote on."""
    return Clause(
        "phieu_kin_90",
        cite,
        "Từ 90% tổng số thành viên Hội đồng đồng ý bằng phiếu kín, người vắng có ý kiến bằng văn bản",
        "nine tenths of all the council's members agree by secret ballot, absent ones in writing",
        Voted(award, Parameter("ty_le_phieu_cstd"), base="members", secret=True, before=Verdict.MET),
    )


PARAMETERS = (
    tham_so(
        "so_nam_cstdcs_lien_tuc",
        "Số năm liên tục đạt Chiến sĩ thi đua cơ sở để xét Chiến sĩ thi đua cấp tỉnh",
        "years in a row as a grass-roots fighter, for the title of the province",
        3,
        "luat_tdkt_2003/22",
        unit="nam",
    ),
    tham_so(
        "so_nam_cstdcs_truoc_nam_xet",
        "Trong đó, số năm trước năm xét khi năm xét là năm cuối",
        "of these, the years before the one under review where that is the last",
        2,
        "luat_tdkt_2003/22",
        unit="nam",
    ),
    tham_so(
        "so_lan_cstd_tinh",
        "Số lần liên tục đạt Chiến sĩ thi đua cấp tỉnh để xét Chiến sĩ thi đua toàn quốc",
        "times in a row as a fighter of the province, for the national title",
        2,
        "luat_tdkt_2003/21",
        unit="nam",
    ),
    tham_so(
        "so_nam_lien_ke_cstdtq",
        "Số năm từ danh hiệu cấp tỉnh lần thứ hai đến năm trình",
        "years from the second title of the province to the submission",
        1,
        "nd_91_2017/48/1/a",
        unit="nam",
    ),
    tham_so(
        "so_nam_cach_cstd_tinh_truoc",
        "Số năm trước năm xét của danh hiệu cấp tỉnh lần thứ nhất, khi tính theo hai chu kỳ 3 năm",
        "years before the one under review of the first title of the province, by two cycles of three",
        4,
        "mo_hinh",
        unit="nam",
        standing=_P,
        settable=True,
    ),
    tham_so(
        "hai_lan_lien_tuc_cstd_tinh",
        "Hai lần liên tục đạt Chiến sĩ thi đua cấp tỉnh là hai năm liền hay hai chu kỳ",
        "whether twice in a row as a fighter of the province means years or cycles",
        "hai_nam_lien",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("hai_nam_lien", "hai_chu_ky"),
    ),
    tham_so(
        "dut_chuoi_do_thai_san",
        "Năm nghỉ thai sản, năm đi học không có danh hiệu làm đứt chuỗi năm liên tục",
        "whether a year of maternity or study without the title breaks a run of years",
        "dut",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("dut", "noi_qua_thai_san", "noi_qua_thai_san_dao_tao"),
    ),
    tham_so(
        "hieu_luc_sang_kien_tinh",
        "Số năm một sáng kiến cấp tỉnh được tính, kể cả năm công nhận",
        "years that an initiative of the province counts, that of its recognition included",
        3,
        "mo_hinh",
        unit="nam",
        standing=_P,
        settable=True,
    ),
    tham_so(
        "dung_lai_sang_kien_co_so",
        "Dùng lại sáng kiến cơ sở công nhận các năm trước để xét Chiến sĩ thi đua cơ sở",
        "an initiative recognised at grass-roots level in an earlier year, for grass-roots fighters",
        "khong",
        "mo_hinh",
        standing=_P,
        settable=True,
        choices=("khong", "trong_hieu_luc"),
    ),
    tham_so(
        "hieu_luc_sang_kien_co_so",
        "Số năm một sáng kiến cơ sở được tính khi cho dùng lại, kể cả năm công nhận",
        "years that a grass-roots initiative counts where it may be used again, that of its recognition included",
        3,
        "mo_hinh",
        unit="nam",
        standing=_P,
        settable=True,
    ),
    tham_so(
        "ty_le_phieu_cstd",
        "Tỷ lệ phiếu tối thiểu trên tổng số thành viên Hội đồng, Chiến sĩ thi đua cấp tỉnh, toàn quốc",
        "least share of all members of the council, fighters of the province and the nation",
        Decimal("0.9"),
        "nd_91_2017/45/8",
        unit="ty_le",
    ),
    tham_so(
        "he_so_cstd_tinh",
        "Hệ số tiền thưởng Chiến sĩ thi đua cấp tỉnh",
        "multiple, fighter of the province",
        Decimal("3.0"),
        "nd_91_2017/69/1/b",
        unit="lan",
    ),
    tham_so(
        "he_so_cstd_toan_quoc",
        "Hệ số tiền thưởng Chiến sĩ thi đua toàn quốc",
        "multiple, national fighter",
        Decimal("4.5"),
        "nd_91_2017/69/1/a",
        unit="lan",
    ),
    tham_so(
        "he_so_cstt",
        "Hệ số tiền thưởng Chiến sĩ tiên tiến",
        "multiple, advanced soldier",
        Decimal("0.3"),
        "nd_91_2017/69/1/d",
        unit="lan",
    ),
)
