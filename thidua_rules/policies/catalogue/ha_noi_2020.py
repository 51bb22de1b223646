"""
What is known of Hà Nội's rules of emulation and commendation in 2022. Data only.

Decision 09/2020/QĐ-UBND was seen in press and in neighbouring texts, not read: of its numbers only the days of public
consultation are here, and the law's own numbers stay in force.
"""

from __future__ import annotations

import datetime as dt

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.policies.catalogue import ha_noi_2020_danh_hieu as danh_hieu
from thidua_rules.policies.catalogue.phap_luat_2003 import LAYER as PHAP_LUAT
from thidua_rules.policies.catalogue.phap_luat_2003.thang_diem_van_hoa import cua_tinh
from thidua_rules.policies.catalogue.rubrics import gia_dinh_van_hoa_ha_noi_gia_dinh as gia_dinh
from thidua_rules.policies.catalogue.rubrics import khu_dan_cu_van_hoa_ha_noi_gia_dinh as khu_dan_cu
from thidua_rules.policies.layers import Layer, Setting
from thidua_rules.policies.model import Policy
from thidua_rules.policies.obligations import Provision

_QD_09 = "qd_hn_09_2020"
_THU_TUC = "thu_tuc_cap_xa_ha_noi"

INSTRUMENTS = (
    *danh_hieu.INSTRUMENTS,
    Instrument(
        _QD_09,
        "Quyết định 09/2020/QĐ-UBND của UBND thành phố Hà Nội",
        "Decision 09/2020/QĐ-UBND of the People's Committee of Hà Nội",
        dt.date(2020, 5, 8),
    ),
    Instrument(
        "qd_hn_01_2020",
        "Quyết định 01/2020/QĐ-UBND ngày 13/01/2020 của UBND thành phố Hà Nội",
        "Decision 01/2020/QĐ-UBND of 13 January 2020 of Hà Nội",
    ),
    Instrument(
        _THU_TUC,
        "Thủ tục hành chính khen thưởng cấp xã do một xã của Hà Nội công bố",
        "The commendation procedure at commune level, as a commune of Hà Nội publishes it",
        short_vi="Thủ tục cấp xã, Hà Nội",
        short_en="commune procedure, Hà Nội",
    ),
)

SETTINGS = (
    Setting(
        parameter="thoi_han_giay_khen_xa", value=10, citation=Citation(_THU_TUC), standing=Standing.SECONDARY
    ),
    Setting(parameter="thoi_gian_lay_y_kien", value=7, citation=Citation(_QD_09, "10", "1")),
)

_CHUA_DOC = (
    "chưa đọc được văn bản: giữ con số của luật, không đặt con số nào thay",
    "the text could not be read: the law's own numbers stay, none is put in their place",
)
_CAP_TREN = (
    "danh hiệu, thủ tục của cấp trên, xã không quyết định và kế hoạch của xã không xét hằng năm",
    "a title or procedure of a higher level, neither decided nor reviewed every year in the commune",
)


def _quy_dinh(name: str, cite: Citation, vi: str, en: str, by: str, why: tuple[str, str]) -> Provision:
    return Provision(
        id=name,
        citation=cite,
        summary_vi=vi,
        summary_en=en,
        encoded_by=tuple(by.split()),
        why_not_vi=why[0],
        why_not=why[1],
    )


PROVISIONS = (
    *danh_hieu.PROVISIONS,
    _quy_dinh(
        "hn.pham_vi",
        Citation(_QD_09),
        "Quy định tiêu chuẩn, thẩm quyền, quy trình, hồ sơ, hội đồng, quỹ và xử lý vi phạm về thi đua, khen"
        " thưởng của Thành phố",
        "the city's rules on standards, authority, process, dossiers, councils, funds and violations",
        "",
        _CHUA_DOC,
    ),
    _quy_dinh(
        "hn.ty_le_cstdcs",
        Citation(_QD_09),
        "Tỷ lệ Chiến sĩ thi đua cơ sở mà Thành phố có thể quy định, không vượt mức của nghị định",
        "the share of grass-roots fighters, which the city may set up to the decree's ceiling",
        "ty_le_cstdcs",
        _CHUA_DOC,
    ),
    _quy_dinh(
        "hn.phieu_thoi_han_ho_so",
        Citation(_QD_09),
        "Tỷ lệ phiếu của hội đồng và thời hạn gửi hồ sơ",
        "votes of councils and deadlines of dossiers",
        "",
        _CHUA_DOC,
    ),
    _quy_dinh(
        "hn.lay_y_kien",
        Citation(_QD_09, "10", "1"),
        "Lấy ý kiến nhân dân trước khi xét khen thưởng cấp Nhà nước",
        "public consultation before State-level awards are considered",
        "lay_y_kien_cap_nha_nuoc thoi_gian_lay_y_kien",
        ("", ""),
    ),
    _quy_dinh(
        "hn.dien_hinh",
        Citation("qd_hn_01_2020"),
        "Phát hiện, bồi dưỡng, tuyên truyền, nhân rộng điển hình tiên tiến",
        "finding, fostering, publicising and spreading models",
        "",
        _CHUA_DOC,
    ),
    _quy_dinh(
        "hn.thoi_han_cap_xa",
        Citation(_THU_TUC),
        "Cấp xã giải quyết hồ sơ khen thưởng trong 10 ngày làm việc",
        "the commune settles a dossier in ten working days",
        "thoi_han_giay_khen_xa",
        ("", ""),
    ),
    _quy_dinh(
        "hn.cham_diem_cum",
        Citation(_QD_09),
        "Bảng chấm điểm cụm thi đua của thị xã Sơn Tây năm 2022",
        "the scoring table of Sơn Tây's clusters in 2022",
        "cham_diem_don_vi_xa_mac_dinh",
        (
            "không tìm thấy; bảng mặc định của mô hình đứng thay cho đến khi có hướng dẫn của thị xã",
            "not found; the model's default table stands in until the town's guidance is at hand",
        ),
    ),
)

LAYER = cua_tinh(
    Layer(
        id="ha_noi_2020",
        title_vi="Những gì đã biết về quy định thi đua, khen thưởng của Hà Nội năm 2022",
        title_en="What is known of Hà Nội's rules of emulation and commendation in 2022",
        level="tinh",
        valid_from=dt.date(2020, 5, 8),
        instruments=INSTRUMENTS,
        facts=danh_hieu.FACTS,
        parameters=danh_hieu.PARAMETERS,
        awards=danh_hieu.AWARDS,
        settings=SETTINGS,
        provisions=PROVISIONS,
    ),
    gia_dinh.TABLE,
    khu_dan_cu.TABLE,
)

POLICY = Policy(
    id="ha_noi_2020",
    title_vi="Pháp luật đến hết năm 2023, với những gì đã biết về quy định của Hà Nội",
    title_en="The law to the end of 2023, with what is known of Hà Nội's rules",
    layers=(PHAP_LUAT, LAYER),
)
