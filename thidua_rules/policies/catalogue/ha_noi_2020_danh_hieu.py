"""
Hà Nội's own titles: what can be told of them from the sources, and why the others hold no rule. Data only.

Good people, good deeds: decision 21/2010 as amended in 2013; whether it stands apart since decision 09/2020 is unknown.
"""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.awards import Authority, Award, Bonus, Coverage, Form, Multiple
from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.criteria import Clause, Is
from thidua_rules.facts import FactSpec, FactType, SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import (
    de_nghi_trong_nam,
    duoc_neu_ten,
    khong_bi_huy,
)
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import tam_hoan
from thidua_rules.policies.obligations import Provision

_P = Standing.ASSUMED

_CA_NHAN = (SubjectKind.CA_NHAN,)

_QD_09, _QD_21, _QD_03 = "qd_hn_09_2020", "qd_hn_21_2010", "qd_hn_03_2018"

NTVT, NTVT_TP, CONG_DAN = "nguoi_tot_viec_tot", "nguoi_tot_viec_tot_thanh_pho", "cong_dan_thu_do_uu_tu"

INSTRUMENTS = (
    Instrument(
        _QD_21,
        "Quyết định 21/2010/QĐ-UBND của UBND thành phố Hà Nội (sửa đổi bởi Quyết định 42/2013/QĐ-UBND)",
        "Decision 21/2010/QĐ-UBND of Hà Nội (as amended by 42/2013/QĐ-UBND)",
        short_vi="QĐ 21/2010/QĐ-UBND (Hà Nội)",
        short_en="decision 21/2010/QĐ-UBND (Hà Nội)",
    ),
    Instrument(
        _QD_03,
        "Quyết định 03/2018/QĐ-UBND của UBND thành phố Hà Nội",
        "Decision 03/2018/QĐ-UBND of Hà Nội",
    ),
)

FACTS = (
    FactSpec(
        id="dat_tieu_chuan_nguoi_tot_viec_tot",
        type=FactType.FLAG,
        label_vi="Đạt tiêu chuẩn Người tốt, việc tốt theo xác nhận của người có thẩm quyền",
        label_en="meets the standards of good people, good deeds, as confirmed by whoever is competent",
        subjects=_CA_NHAN,
    ),
    FactSpec(
        id="dat_tieu_chuan_cong_dan_thu_do",
        type=FactType.FLAG,
        label_vi="Đạt tiêu chuẩn Công dân Thủ đô ưu tú theo xác nhận của người có thẩm quyền",
        label_en="meets the standards of an outstanding citizen of the capital, as confirmed by whoever is competent",
        subjects=_CA_NHAN,
    ),
)


# The decision equates each level with a form of an older decree; the multiples are decree 91/2017's for those forms.
PARAMETERS = (
    tham_so(
        "he_so_ntvt_thanh_pho",
        "Hệ số tiền thưởng Người tốt, việc tốt cấp Thành phố (như bằng khen cấp tỉnh)",
        "multiple, good people of the city (as a provincial commendation)",
        Decimal("1.0"),
        f"{_QD_21}/5",
        unit="lan",
        standing=_P,
        settable=True,
    ),
    tham_so(
        "he_so_ntvt_thi_xa",
        "Hệ số tiền thưởng Người tốt, việc tốt cấp quận, huyện, thị xã (như giấy khen cấp huyện)",
        "multiple, good people of the district (as a district certificate)",
        Decimal("0.3"),
        f"{_QD_21}/5",
        unit="lan",
        standing=_P,
        settable=True,
    ),
)


def _de_nghi(award: str, cite: Citation) -> Clause:
    return Clause(
        "duoc_de_nghi",
        cite,
        "Được đề nghị trong năm",
        "proposed in the year",
        de_nghi_trong_nam(award),
        _P,
    )


def _tieu_chuan(cite: Citation, vi: str, en: str, fact: str) -> Clause:
    return Clause("dat_tieu_chuan", cite, vi, en, Is(fact), _P)  # the standards themselves were not read


def _nguoi_tot_viec_tot(name: str, title: tuple[str, str], authority: Authority, multiple: str) -> Award:
    cite = Citation(_QD_21, "5")
    return Award(
        id=name,
        title_vi=title[0],
        title_en=title[1],
        form=Form.HINH_THUC,
        recipients=_CA_NHAN,
        authority=authority,
        citations=(cite, Citation(_QD_09)),
        scope=duoc_neu_ten(name),
        eligibility=(
            _de_nghi(name, cite),
            _tieu_chuan(
                cite,
                "Đạt tiêu chuẩn Người tốt, việc tốt",
                "meets the standards of good people, good deeds",
                "dat_tieu_chuan_nguoi_tot_viec_tot",
            ),
            khong_bi_huy(name),
        ),
        holds=(tam_hoan(),),
        coverage=None
        if name == NTVT_TP
        else Coverage(
            by=(NTVT_TP,),
            citation=Citation("luat_tdkt_2003", "6", "2", "b"),
            label_vi="Không tặng nhiều hình thức cho một thành tích",
            label_en="not several forms for one achievement",
        ),
        bonus=Bonus(
            multiples=(Multiple(subject_kind=SubjectKind.CA_NHAN, parameter=multiple),),
            citation=cite,
            standing=_P,
        ),
    )


AWARDS = (
    _nguoi_tot_viec_tot(
        NTVT,
        ("Người tốt, việc tốt", "Good person, good deed"),
        Authority.CHU_TICH_UBND_HUYEN,
        "he_so_ntvt_thi_xa",
    ),
    _nguoi_tot_viec_tot(
        NTVT_TP,
        ("Người tốt, việc tốt cấp Thành phố", "Good person, good deed of the city"),
        Authority.CHU_TICH_UBND_TINH,
        "he_so_ntvt_thanh_pho",
    ),
    Award(
        id=CONG_DAN,
        title_vi="Công dân Thủ đô ưu tú",
        title_en="Outstanding citizen of the capital",
        form=Form.DANH_HIEU,
        recipients=_CA_NHAN,
        authority=Authority.CHU_TICH_UBND_TINH,
        citations=(Citation(_QD_03), Citation(_QD_09)),
        scope=duoc_neu_ten(CONG_DAN),
        eligibility=(
            _de_nghi(CONG_DAN, Citation(_QD_03)),
            _tieu_chuan(
                Citation(_QD_03),
                "Đạt tiêu chuẩn Công dân Thủ đô ưu tú",
                "meets the standards of an outstanding citizen of the capital",
                "dat_tieu_chuan_cong_dan_thu_do",
            ),
            khong_bi_huy(CONG_DAN),
        ),
        holds=(tam_hoan(),),
        tracked=True,
    ),
)

_CHUA_DOC = (
    "chỉ đọc được tên; tiêu chuẩn, mức thưởng chưa đọc được, và không do xã xét",
    "only its name was read, neither standards nor money, and no commune reviews it",
)


def _ten(name: str, vi: str, en: str, by: str = "", cite: Citation | None = None) -> Provision:
    return Provision(
        id=f"hn.{name}",
        citation=cite or Citation(_QD_09),
        summary_vi=vi,
        summary_en=en,
        encoded_by=tuple(by.split()),
        why_not_vi="" if by else _CHUA_DOC[0],
        why_not="" if by else _CHUA_DOC[1],
    )


PROVISIONS = (
    _ten(
        "cong_dan_uu_tu",
        "Công dân Thủ đô ưu tú",
        "outstanding citizen of the capital",
        CONG_DAN,
        Citation(_QD_03),
    ),
    _ten("cong_dan_danh_du", "Công dân danh dự Thủ đô Hà Nội", "honorary citizen of the capital"),
    _ten("vi_su_nghiep", "Vì sự nghiệp xây dựng Thủ đô", "for the building of the capital"),
    _ten(
        "nguoi_tot_viec_tot",
        "Người tốt, việc tốt: bằng chứng nhận của Thành phố, giấy chứng nhận của sở, quận, huyện, thị xã; chỉ"
        " cho cá nhân",
        "good people, good deeds: a diploma of the city, a certificate of the district; persons only",
        f"{NTVT} {NTVT_TP}",
        Citation(_QD_21, "5"),
    ),
    _ten("sang_kien_thu_do", "Sáng kiến Thủ đô", "initiative of the capital"),
    _ten("thu_khoa", "Thủ khoa xuất sắc", "excellent first graduates"),
    _ten("gan_bien", "Gắn biển công trình", "plaques on public works"),
    _ten("doanh_nghiep", "Khen thưởng doanh nghiệp", "commendation of enterprises"),
)
