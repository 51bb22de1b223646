"""Decree 91/2017 on collectives: flags, armed-forces units, preferences among collectives, their money. Data only."""

from __future__ import annotations

from decimal import Decimal

from thidua_rules.awards import ByCriterion
from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import Compare, Is, Parameter
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

UU_TIEN_TAP_THE = (
    ByCriterion(
        id="tap_the_nho_truc_tiep",
        label_vi="Ưu tiên tập thể nhỏ, trực tiếp lao động, công tác",
        label_en="preference for small collectives of direct workers",
        citation=Citation("nd_91_2017", "3"),
        standing=_P,  # the decree asks for attention to them; that they go first among equals is ours
        criterion=Is("tap_the_nho_truc_tiep"),
    ),
    ByCriterion(
        id="uu_tien_70_nu",
        label_vi="Ưu tiên tập thể có từ 70% nữ",
        label_en="preference for a collective with 70 % women or more",
        citation=Citation("nd_91_2017", "3"),
        criterion=Compare("ty_le_nu", ">=", Parameter("ty_le_nu_uu_tien")),
    ),
)
"""Among collectives that are equal otherwise."""

PARAMETERS = (
    tham_so(
        "hang_duoc_co_thi_dua_cap_tinh",
        "Thứ hạng trong cụm, khối được tặng cờ thi đua cấp tỉnh (các đơn vị sau: bằng khen)",
        "place in the cluster that is given the provincial flag (those behind: a commendation)",
        1,
        "tt_08_2017/8",
        standing=_S2,
    ),
    tham_so(
        "so_co_moi_cum_khoi",
        "Số cờ thi đua cấp tỉnh của mỗi cụm, khối",
        "provincial flags of each cluster",
        1,
        "tt_08_2017/8",
        unit="don_vi",
        standing=_S2,
    ),
    tham_so(
        "ty_le_co_chinh_phu",
        "Tỷ lệ Cờ thi đua của Chính phủ tối đa trên số tập thể đạt tiêu chuẩn cờ cấp tỉnh",
        "most flags of the Government, of those who meet the standards of the provincial flag",
        20,
        "nd_91_2017/11",
        unit="phan_tram",
    ),
    tham_so(
        "so_nam_phong_trao_co_chinh_phu",
        "Số năm tối thiểu của phong trào theo chuyên đề để xét Cờ thi đua của Chính phủ",
        "least years of a thematic movement for the flag of the Government",
        5,
        "nd_91_2017/11",
        unit="nam",
    ),
    tham_so(
        "he_so_co_thi_dua_cap_tinh",
        "Hệ số tiền thưởng Cờ thi đua cấp bộ, ngành, tỉnh",
        "multiple, provincial flag",
        Decimal("8.0"),
        "nd_91_2017/69/2",
        unit="lan",
    ),
    tham_so(
        "he_so_co_thi_dua_chinh_phu",
        "Hệ số tiền thưởng Cờ thi đua của Chính phủ",
        "multiple, flag of the Government",
        Decimal("12.0"),
        "nd_91_2017/69/2",
        unit="lan",
    ),
    tham_so(
        "he_so_dvtt",
        "Hệ số tiền thưởng Đơn vị tiên tiến",
        "multiple, advanced unit",
        Decimal("0.8"),
        "nd_91_2017/69/2",
        unit="lan",
        standing=_S2,
    ),
    tham_so(
        "he_so_dvqt",
        "Hệ số tiền thưởng Đơn vị quyết thắng",
        "multiple, determined-to-win unit",
        Decimal("1.5"),
        "nd_91_2017/69/2",
        unit="lan",
    ),
    tham_so(
        "ty_le_cstt_dvtt",
        "Tỷ lệ Chiến sĩ tiên tiến phải vượt, Đơn vị tiên tiến",
        "share of advanced soldiers to exceed, advanced unit",
        Decimal("0.5"),
        "luat_tdkt_2003/28/2",
        unit="ty_le",
    ),
    tham_so(
        "ty_le_cstt_dvqt",
        "Tỷ lệ Chiến sĩ tiên tiến tối thiểu, Đơn vị quyết thắng",
        "least share of advanced soldiers, determined-to-win unit",
        Decimal("0.7"),
        "luat_tdkt_2003/27/2",
        unit="ty_le",
        standing=_M,
    ),
    tham_so(
        "so_cstdcs_dvqt",
        "Số Chiến sĩ thi đua cơ sở tối thiểu, Đơn vị quyết thắng",
        "least grass-roots fighters, determined-to-win unit",
        1,
        "luat_tdkt_2003/27/2",
        unit="nguoi",
        standing=_M,
    ),
)
