"""
What is known of Ninh Thuận's rules of 2011 and 2015, from a legal column of the province's paper. Data only.

They were made under decree 65/2014 and the circular of 2011, which decree 91/2017 replaced from 1 October 2017. Whether
the province kept them on was not read: the layer ends with the decree that it was made under, and an evaluation of a
later year says that it was not in force.
"""

from __future__ import annotations

import datetime as dt

from thidua_rules.citations import Citation, Instrument, Standing
from thidua_rules.policies.catalogue.phap_luat_2003 import LAYER as PHAP_LUAT
from thidua_rules.policies.layers import Layer, Setting
from thidua_rules.policies.model import Policy
from thidua_rules.policies.obligations import Provision

_S2 = Standing.SECONDARY

_QD_02, _QD_394 = "qd_nt_02_2015", "qd_nt_394_2011"
_END = dt.date(2017, 9, 30)

INSTRUMENTS = (
    Instrument(
        _QD_02,
        "Quyết định 02/2015/QĐ-UBND của UBND tỉnh Ninh Thuận",
        "Decision 02/2015/QĐ-UBND of Ninh Thuận",
        valid_to=_END,
        short_vi="QĐ 02/2015 (Ninh Thuận)",
        short_en="decision 02/2015 (Ninh Thuận)",
    ),
    Instrument(
        _QD_394,
        "Quyết định 394/QĐ-UBND năm 2011 của UBND tỉnh Ninh Thuận về sáng kiến",
        "Decision 394/QĐ-UBND of 2011 of Ninh Thuận, on initiatives",
        short_vi="QĐ 394/2011 (Ninh Thuận)",
        short_en="decision 394/2011 (Ninh Thuận)",
    ),
)

_MUC = Citation(_QD_02)  # the figures were read as the province's; in which decision they stand was inferred

SETTINGS = (
    Setting(parameter="cach_xet_dong_gop_ho", value="theo_muc", citation=_MUC, standing=_S2),
    Setting(parameter="muc_dong_gop_giay_khen_huyen", value=40_000_000, citation=_MUC, standing=_S2),
    Setting(parameter="muc_dong_gop_giay_khen_xa", value=20_000_000, citation=_MUC, standing=_S2),
    Setting(parameter="cap_cong_nhan_sang_kien", value="thi_xa", citation=Citation(_QD_394), standing=_S2),
    Setting(
        parameter="hieu_luc_sang_kien_tinh", value=3, citation=Citation(_QD_394, "13", "2"), standing=_S2
    ),
    Setting(
        parameter="thang_dao_tao_can_ket_qua_kha",
        value=12,
        citation=Citation(_QD_02, "17", "4"),
        standing=_S2,
    ),
)

PROVISIONS = (
    Provision(
        id="nt.dong_gop_ho",
        citation=Citation(_QD_02),
        summary_vi="Hộ đóng góp từ 40 triệu đồng được giấy khen cấp huyện, trên 20 triệu đồng được giấy khen cấp xã",
        summary_en="a household that gave 40 million đồng or more has the district's certificate, one that gave more than"
        " 20 million the commune's",
        encoded_by=("muc_dong_gop_giay_khen_huyen", "muc_dong_gop_giay_khen_xa"),
    ),
    Provision(
        id="nt.hoi_dong_sang_kien",
        citation=Citation(_QD_394),
        summary_vi="Hội đồng sáng kiến cơ sở do giám đốc sở hoặc Chủ tịch UBND huyện lập; sáng kiến của cán bộ xã do"
        " hội đồng của huyện xét",
        summary_en="the initiative council is set up by a department's head or the district's chairman, so the district"
        " looks at a commune's initiatives",
        encoded_by=("cap_cong_nhan_sang_kien",),
    ),
    Provision(
        id="nt.hieu_luc_sang_kien",
        citation=Citation(_QD_394, "13", "2"),
        summary_vi="Sáng kiến được công nhận hằng năm; sáng kiến cấp tỉnh giữ 3 năm cho Chiến sĩ thi đua cấp tỉnh, toàn"
        " quốc và không dùng cho Chiến sĩ thi đua cơ sở; đồng tác giả có giấy chứng nhận như nhau",
        summary_en="an initiative is recognised year by year; a provincial one serves the higher titles for three years,"
        " not the grass-roots one; co-authors have certificates of equal value",
        encoded_by=("hieu_luc_sang_kien_tinh", "sang_kien_hoac_de_tai"),
    ),
    Provision(
        id="nt.dao_tao",
        citation=Citation(_QD_02, "17", "4"),
        summary_vi="Đào tạo dưới 1 năm chỉ cần chấp hành; từ 1 năm phải đạt khá trở lên",
        summary_en="a course of under a year needs only compliance, a longer one a fair result",
        encoded_by=("thang_dao_tao_can_ket_qua_kha",),
    ),
)

LAYER = Layer(
    id="ninh_thuan_2015",
    title_vi="Những gì đã biết về quy định khen thưởng của tỉnh Ninh Thuận (2011–2015)",
    title_en="What is known of Ninh Thuận's rules of commendation (2011–2015)",
    level="tinh",
    valid_to=_END,
    instruments=INSTRUMENTS,
    settings=SETTINGS,
    provisions=PROVISIONS,
)

POLICY = Policy(
    id="ninh_thuan_2015",
    title_vi="Pháp luật đến hết năm 2023, với quy định cũ của tỉnh Ninh Thuận làm ví dụ",
    title_en="The law to the end of 2023, with Ninh Thuận's older rules as an example",
    layers=(PHAP_LUAT, LAYER),
)
