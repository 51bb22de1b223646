"""Forms of commendation. Data only."""

from __future__ import annotations

from thidua_rules.awards import (
    Authority,
    Award,
    Bonus,
    ByCriterion,
    ByScore,
    Form,
    Multiple,
    Quota,
)
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Chosen,
    Clause,
    Compare,
    Constant,
    Criterion,
    Exempt,
    Is,
    NoneOf,
    Parameter,
    Settled,
    Unless,
    Where,
    WhereIn,
    WhereWithin,
)
from thidua_rules.criteria.records import RowTest
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.cap_cao import mot_thanh_tich
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import (
    de_nghi_trong_nam,
    duoc_neu_ten,
    khong_bi_huy,
)
from thidua_rules.policies.catalogue.phap_luat_2003.luu_y import QUYET_DINH_MUON
from thidua_rules.policies.catalogue.phap_luat_2003.mo_hinh import PHIEU
from thidua_rules.policies.catalogue.phap_luat_2003.nd_91_2017_hinh_thuc import BK_THU_TUONG, BK_TINH
from thidua_rules.policies.catalogue.phap_luat_2003.tt_12_2019 import ket_thuc_muon, tam_hoan
from thidua_rules.verdicts import Verdict

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

_CA_NHAN, _HO = (SubjectKind.CA_NHAN,), (SubjectKind.HO_GIA_DINH,)


_DON_VI = (SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU)


_ALL = (*_CA_NHAN, *_DON_VI, *_HO)


def _clause(
    name: str, cite: str, vi: str, en: str, criterion: Criterion, recipients: tuple[SubjectKind, ...]
) -> Clause:
    return Clause(name, Citation.parse(cite), vi, en, criterion, _M, recipients)


def _de_nghi(award: str) -> Clause:
    return Clause(
        "duoc_de_nghi",
        Citation("thu_tuc_khen_thuong_xa"),
        "Được đề nghị khen thưởng, có biên bản xét",
        "proposed, with minutes of the review",
        de_nghi_trong_nam(award),
        _M,
    )


def _dong_gop(op: str, worth: str) -> Clause:
    """A household is exemplary and has contributed, by a person's judgement or by the worth in the parameter *worth*."""
    judged = Is("guong_mau_dong_gop")
    return Clause(
        "ho_guong_mau",
        Citation("mo_hinh"),
        "Hộ gia đình gương mẫu, có đóng góp cho địa phương",
        "exemplary household with a contribution",
        Unless(
            judged,
            (
                Exempt(
                    "theo_muc_dong_gop",
                    Chosen("cach_xet_dong_gop_ho", ("theo_muc",)),
                    All((judged, Compare("gia_tri_dong_gop", op, Parameter(worth)))),
                    "địa phương có quy định mức đóng góp",
                    "where the province sets what a contribution must be worth",
                ),
            ),
        ),
        _P,  # the law has standards for persons and collectives; those for households are local and were not found
        _HO,
    )


def _dong_loai(*kinds: str) -> tuple[RowTest, ...]:
    return (
        Where("danh_hieu", "==", Constant("giay_khen_chu_tich_ubnd_xa")),
        WhereIn("loai_giay_khen", kinds),
        WhereWithin("ngay"),
    )


THU_TUC = (
    Clause(
        "dung_thu_tuc",
        Citation("thu_tuc_khen_thuong_xa"),
        "Không đề nghị theo thủ tục dành cho gia đình",
        "not proposed by the procedure for families",
        NoneOf("de_nghi_khen_thuong", _dong_loai("giay_khen_xa_gia_dinh")),
        _P,
        (*_CA_NHAN, *_DON_VI),
    ),
    Clause(
        "dung_thu_tuc_gia_dinh",
        Citation("thu_tuc_khen_thuong_xa"),
        "Gia đình được đề nghị theo thủ tục dành cho gia đình hoặc về thành tích đột xuất",
        "a family is proposed by the procedure for families, or for extraordinary merit",
        NoneOf(
            "de_nghi_khen_thuong", _dong_loai("giay_khen_xa_nhiem_vu_chinh_tri", "giay_khen_xa_dot_chuyen_de")
        ),
        _P,
        _HO,
    ),
    Clause(
        "dot_xuat_kip_thoi",
        Citation("nd_91_2017", "13"),
        "Thành tích đột xuất được đề nghị khen ngay; đã muộn thì người có thẩm quyền xem xét",
        "extraordinary merit is proposed at once; where it is late, whoever is competent has to look at it",
        Any(
            (
                NoneOf(
                    "de_nghi_khen_thuong",
                    (
                        *_dong_loai("giay_khen_xa_dot_xuat"),
                        Where("so_ngay_tu_thanh_tich", ">", Parameter("so_ngay_khen_dot_xuat")),
                    ),
                ),
                Settled(Verdict.UNKNOWN),
            )
        ),
        _P,  # that it is rewarded at once was read; how many days that is was not
    ),
)


TIEU_CHUAN = (
    _clause(
        "hoan_thanh_nhiem_vu",
        "luat_tdkt_2003/75",
        "Hoàn thành tốt nhiệm vụ và nghĩa vụ công dân",
        "task and civic duty done well",
        Is("hoan_thanh_tot_nghia_vu_cong_dan"),
        _CA_NHAN,
    ),
    _clause(
        "pham_chat_dao_duc",
        "luat_tdkt_2003/75",
        "Có phẩm chất đạo đức tốt, đoàn kết, gương mẫu chấp hành",
        "good ethics, united, exemplary",
        Is("dao_duc_loi_song"),
        _CA_NHAN,
    ),
    _clause(
        "hoc_tap",
        "luat_tdkt_2003/75",
        "Thường xuyên học tập nâng cao trình độ",
        "keeps learning",
        Is("tich_cuc_hoc_tap"),
        _CA_NHAN,
    ),
    _clause(
        "tap_the_hoan_thanh",
        "luat_tdkt_2003/76",
        "Tập thể hoàn thành tốt nhiệm vụ",
        "collective does its task well",
        Is("hoan_thanh_tot_nhiem_vu"),
        _DON_VI,
    ),
    _clause(
        "tap_the_doan_ket",
        "luat_tdkt_2003/76",
        "Nội bộ đoàn kết",
        "united",
        Is("noi_bo_doan_ket_chap_hanh"),
        _DON_VI,
    ),
    _clause(
        "tap_the_dan_chu_tiet_kiem",
        "luat_tdkt_2003/76",
        "Thực hiện dân chủ cơ sở, thực hành tiết kiệm",
        "grass-roots democracy, saving",
        Is("dan_chu_tiet_kiem"),
        _DON_VI,
    ),
    _clause(
        "tap_the_du_che_do",
        "luat_tdkt_2003/76",
        "Thực hiện đầy đủ nghĩa vụ và chế độ với thành viên",
        "full duties and policies toward members",
        Is("du_che_do_thanh_vien"),
        _DON_VI,
    ),
)


GIAY_KHEN_CHU_TICH_UBND_XA = Award(
    id="giay_khen_chu_tich_ubnd_xa",
    title_vi="Giấy khen của Chủ tịch Ủy ban nhân dân cấp xã",
    title_en="Certificate of merit of the commune's chairman",
    form=Form.HINH_THUC,
    recipients=_ALL,
    authority=Authority.CHU_TICH_UBND_XA,
    citations=(Citation("luat_tdkt_2003", "75"), Citation("luat_tdkt_2003", "76")),
    standing=_M,
    scope=duoc_neu_ten("giay_khen_chu_tich_ubnd_xa"),
    eligibility=(
        _de_nghi("giay_khen_chu_tich_ubnd_xa"),
        *THU_TUC,
        *TIEU_CHUAN,
        _dong_gop(">", "muc_dong_gop_giay_khen_xa"),
        khong_bi_huy("giay_khen_chu_tich_ubnd_xa"),
        ket_thuc_muon(),
    ),
    holds=(tam_hoan(),),
    notes=(QUYET_DINH_MUON,),
    ranking=(
        ByScore(
            id="diem_don_vi",
            label_vi="Điểm thi đua của đơn vị",
            label_en="score of the unit",
            citation=Citation("mo_hinh"),
            standing=_P,
            scale="cham_diem_don_vi_xa_mac_dinh",
            recipients=_DON_VI,
        ),
        ByCriterion(
            id="uu_tien_70_nu",
            label_vi="Ưu tiên tập thể có từ 70% nữ",
            label_en="preference for a collective with 70 % women or more",
            citation=Citation("nd_91_2017", "3"),
            criterion=Compare("ty_le_nu", ">=", Parameter("ty_le_nu_uu_tien")),
            recipients=_DON_VI,
        ),
        PHIEU,
    ),
    quotas=(
        Quota(
            rate="so_giay_khen_moi_khoi",
            group="khoi_thi_dua",
            recipients=_DON_VI,
            label_vi="Số giấy khen cho mỗi khối thi đua",
            label_en="certificates for each cluster",
            citation=Citation("mo_hinh"),
            standing=_P,
        ),
    ),
    coverage=mot_thanh_tich("giay_khen_chu_tich_ubnd_huyen", BK_TINH, BK_THU_TUONG),
    bonus=Bonus(
        multiples=(
            Multiple(subject_kind=SubjectKind.CA_NHAN, parameter="he_so_giay_khen_xa_ca_nhan"),
            Multiple(subject_kind=SubjectKind.TAP_THE, parameter="he_so_giay_khen_xa_tap_the"),
            Multiple(subject_kind=SubjectKind.KHU_DAN_CU, parameter="he_so_giay_khen_xa_tap_the"),
            Multiple(subject_kind=SubjectKind.HO_GIA_DINH, parameter="he_so_giay_khen_xa_ho"),
        ),
        citation=Citation("nd_91_2017", "73"),
    ),
)


GIAY_KHEN_CHU_TICH_UBND_HUYEN = Award(
    id="giay_khen_chu_tich_ubnd_huyen",
    title_vi="Giấy khen của Chủ tịch Ủy ban nhân dân cấp huyện",
    title_en="Certificate of merit of the district's chairman",
    form=Form.HINH_THUC,
    recipients=_ALL,
    authority=Authority.CHU_TICH_UBND_HUYEN,
    citations=(Citation("luat_tdkt_2003", "75"), Citation("luat_tdkt_2003", "76")),
    standing=_M,
    scope=duoc_neu_ten("giay_khen_chu_tich_ubnd_huyen"),
    eligibility=(
        _de_nghi("giay_khen_chu_tich_ubnd_huyen"),
        *TIEU_CHUAN,
        _dong_gop(">=", "muc_dong_gop_giay_khen_huyen"),
        khong_bi_huy("giay_khen_chu_tich_ubnd_huyen"),
        ket_thuc_muon(),
    ),
    holds=(tam_hoan(),),
    notes=(QUYET_DINH_MUON,),
    coverage=mot_thanh_tich(BK_TINH, BK_THU_TUONG),
    bonus=Bonus(
        multiples=(
            Multiple(subject_kind=SubjectKind.CA_NHAN, parameter="he_so_giay_khen_huyen_ca_nhan"),
            Multiple(subject_kind=SubjectKind.TAP_THE, parameter="he_so_giay_khen_huyen_tap_the"),
            Multiple(subject_kind=SubjectKind.KHU_DAN_CU, parameter="he_so_giay_khen_huyen_tap_the"),
            Multiple(subject_kind=SubjectKind.HO_GIA_DINH, parameter="he_so_giay_khen_huyen_ho"),
        ),
        citation=Citation("nd_91_2017", "73"),
    ),
)


AWARDS = (GIAY_KHEN_CHU_TICH_UBND_XA, GIAY_KHEN_CHU_TICH_UBND_HUYEN)
