"""Decree 90/2020 on the rating of officials: what a rating is made of, and what it means for the titles. Data only."""

from __future__ import annotations

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import (
    All,
    Any,
    Clause,
    Compare,
    Constant,
    Exempt,
    Fact,
    MonthsSince,
    Not,
    OneOf,
    Parameter,
    Settled,
    Sum,
    Unless,
)
from thidua_rules.policies.catalogue.phap_luat_2003.luat_tdkt_2003 import NHANH_A
from thidua_rules.policies.catalogue.phap_luat_2003.tham_so import tham_so
from thidua_rules.verdicts import Verdict

_S2, _M, _P = Standing.SECONDARY, Standing.UNCONFIRMED, Standing.ASSUMED

_GIOI_HAN = Parameter("thang_nghi_viec_gioi_han")

_DIEU_TRI = All(
    (
        Compare("thang_dieu_tri_vet_thuong", ">", Constant(0)),
        OneOf("co_so_ket_luan_vet_thuong", ("huyen", "tinh", "trung_uong")),
    )
)
"""Treated for a wound received in combat or in a rescue, by the conclusion of a facility of the district or above."""


def _nghi_it_hon(*counted: str) -> Compare:
    """Absent for less than the limit, beside the months that the facts *counted* give."""
    return Compare("thang_nghi_viec", "<", Sum((*(Fact(one) for one in counted), _GIOI_HAN)))


_THOI_GIAN_DUOC_TINH = Unless(
    Clause(
        "nghi_thai_san_duoc_tinh",
        Citation("nd_91_2017", "10", "4"),
        "Thời gian nghỉ thai sản được tính để xét; không kể thời gian đó, nghỉ dưới mức giới hạn",
        "maternity leave counts toward the title; beside it, absent for less than the limit",
        _nghi_it_hon("thang_nghi_thai_san"),
    ),
    (
        Exempt(
            "dieu_tri_vet_thuong",
            _DIEU_TRI,
            Clause(
                "dieu_tri_vet_thuong_duoc_tinh",
                Citation("nd_91_2017", "10", "2"),
                "Thời gian điều trị vết thương được tính để xét; không kể thời gian đó, nghỉ dưới mức giới hạn",
                "treatment of the wound counts toward the title; beside it, absent for less than the limit",
                Any(
                    (
                        _nghi_it_hon("thang_nghi_thai_san"),
                        _nghi_it_hon("thang_dieu_tri_vet_thuong"),
                        _nghi_it_hon("thang_dieu_tri_vet_thuong", "thang_nghi_thai_san"),
                    )
                ),
            ),
            "bị thương do chiến đấu hoặc dũng cảm cứu người, cứu tài sản, có kết luận của cơ sở y tế từ cấp huyện",
            "wounded in combat or in bravely saving people or property, by a facility of the district or above",
        ),
    ),
)

_NGHI_DUOI_GIOI_HAN = Unless(
    Compare("thang_nghi_viec", "<", _GIOI_HAN),
    (
        Exempt(
            "thoi_gian_duoc_tinh",
            All(
                (
                    Compare("thang_nghi_viec", ">=", _GIOI_HAN),
                    Any((Compare("thang_nghi_thai_san", ">", Constant(0)), _DIEU_TRI)),
                )
            ),
            _THOI_GIAN_DUOC_TINH,
            label_vi="nghỉ thai sản, điều trị vết thương được trừ khỏi thời gian nghỉ",
            label_en="maternity leave and treatment of a wound are taken off the absence",
        ),
    ),
)

NGHI_VIEC = Clause(
    "thoi_gian_nghi_viec",
    Citation("nd_90_2020", "2", "3"),
    "Nghỉ việc dưới 3 tháng; nghỉ thai sản, điều trị vết thương không bị tính là nghỉ; chỉ xét với người được xếp"
    " loại chất lượng",
    "absent for less than three months; maternity leave and treatment of a wound are not counted; asked only of"
    " those who are rated",
    Unless(
        _NGHI_DUOI_GIOI_HAN,
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


NGHI_VIEC_XEP_LOAI = Clause(
    "nghi_viec_khong_tren_htnv",
    Citation("nd_90_2020", "2", "3"),
    "Nghỉ từ 3 tháng thì không xếp từ hoàn thành tốt nhiệm vụ trở lên; nghỉ thai sản không bị tính",
    "with three months of absence no rating of duties fulfilled well or better; maternity leave is not counted",
    _NGHI_DUOI_GIOI_HAN,
    _M,
)


DU_THOI_GIAN_XEP_LOAI = Clause(
    "du_thoi_gian_lam_viec",
    Citation("nd_90_2020", "2", "3"),
    "Làm việc từ 6 tháng trong năm mới được xếp loại, trừ người nghỉ thai sản",
    "rated only with six months of work in the year, save for maternity leave",
    All(
        (
            MonthsSince("ngay_tuyen_dung", ">=", Parameter("thang_lam_viec_de_xep_loai")),
            Any(
                (
                    Compare("thang_nghi_viec", "<=", Parameter("thang_nghi_toi_da_de_xep_loai")),
                    Compare("thang_nghi_thai_san", ">", Constant(0)),
                )
            ),
        )
    ),
)


PARAMETERS = (
    tham_so(
        "thang_nghi_viec_gioi_han",
        "Mức giới hạn số tháng nghỉ việc",
        "limit of the months of absence",
        3,
        "nd_90_2020/2/3",
        unit="thang",
        standing=_P,
    ),
    tham_so(
        "thang_lam_viec_de_xep_loai",
        "Số tháng từ khi tuyển dụng để được xếp loại",
        "months since recruitment for a rating",
        6,
        "nd_90_2020/2/3",
        unit="thang",
    ),
    tham_so(
        "thang_nghi_toi_da_de_xep_loai",
        "Số tháng nghỉ tối đa để được xếp loại (12 tháng trừ 6 tháng làm việc)",
        "most months of absence for a rating (twelve less six of work)",
        6,
        "nd_90_2020/2/3",
        unit="thang",
    ),
    # the figures were read for public employees; those for civil servants and officials are from memory
    tham_so(
        "ty_le_toan_bo_nhiem_vu",
        "Tỷ lệ nhiệm vụ, chỉ tiêu phải hoàn thành, mức tốt trở lên",
        "share of tasks and targets to be reached, for good ratings",
        100,
        "nd_90_2020/12/1",
        unit="phan_tram",
        standing=_M,
    ),
    tham_so(
        "ty_le_vuot_muc_htxsnv",
        "Tỷ lệ nhiệm vụ vượt mức tối thiểu, hoàn thành xuất sắc nhiệm vụ",
        "least share of tasks above plan, duties fulfilled excellently",
        50,
        "nd_90_2020/12/1",
        unit="phan_tram",
        standing=_M,
    ),
    tham_so(
        "ty_le_don_vi_vuot_muc_htxsnv",
        "Tỷ lệ chỉ tiêu vượt mức tối thiểu của đơn vị phụ trách, hoàn thành xuất sắc nhiệm vụ",
        "least share of the unit's targets exceeded, duties fulfilled excellently",
        50,
        "nd_90_2020/12/2",
        unit="phan_tram",
        standing=_M,
    ),
    tham_so(
        "ty_le_truc_thuoc_tu_htnv",
        "Tỷ lệ đơn vị thuộc quyền phải hoàn thành nhiệm vụ, mức tốt trở lên",
        "share of sub-units that must fulfil their duties, for good ratings",
        100,
        "nd_90_2020/12/2",
        unit="phan_tram",
        standing=_M,
    ),
    tham_so(
        "ty_le_truc_thuoc_tu_httnv",
        "Tỷ lệ đơn vị thuộc quyền hoàn thành tốt trở lên tối thiểu, mức tốt trở lên",
        "least share of sub-units that fulfil their duties well, for good ratings",
        70,
        "nd_90_2020/12/2",
        unit="phan_tram",
        standing=_M,
    ),
    tham_so(
        "ty_le_don_vi_dung_han_httnv",
        "Tỷ lệ chỉ tiêu đúng tiến độ tối thiểu của đơn vị phụ trách, hoàn thành tốt nhiệm vụ",
        "least share of the unit's targets on time, duties fulfilled well",
        80,
        "nd_90_2020/13/2",
        unit="phan_tram",
        standing=_M,
    ),
    tham_so(
        "ty_le_cham_kem_htnv",
        "Tỷ lệ tiêu chí chậm, kém tối đa, hoàn thành nhiệm vụ",
        "most criteria late or of low quality, duties fulfilled",
        20,
        "nd_90_2020/14/1",
        unit="phan_tram",
        standing=_M,
    ),
    tham_so(
        "ty_le_don_vi_dat_htnv",
        "Tỷ lệ chỉ tiêu đơn vị phụ trách phải vượt, hoàn thành nhiệm vụ",
        "share of the unit's targets to exceed, duties fulfilled",
        70,
        "nd_90_2020/14/2",
        unit="phan_tram",
        standing=_M,
    ),
    tham_so(
        "ty_le_truc_thuoc_muc_htnv",
        "Tỷ lệ đơn vị thuộc quyền hoàn thành nhiệm vụ tối thiểu, mức hoàn thành nhiệm vụ",
        "least share of sub-units that fulfil their duties, duties fulfilled",
        70,
        "nd_90_2020/14/2",
        unit="phan_tram",
        standing=_M,
    ),
    tham_so(
        "ty_le_khong_dat_khtnv",
        "Tỷ lệ tiêu chí không đạt, vượt thì không hoàn thành nhiệm vụ",
        "share of criteria not reached above which duties are not fulfilled",
        50,
        "nd_90_2020/15/1",
        unit="phan_tram",
        standing=_M,
    ),
    tham_so(
        "ty_le_don_vi_dat_khtnv",
        "Tỷ lệ chỉ tiêu đơn vị phụ trách, dưới đó thì không hoàn thành nhiệm vụ",
        "share of the unit's targets below which duties are not fulfilled",
        50,
        "nd_90_2020/15/2",
        unit="phan_tram",
        standing=_M,
    ),
)
