"""
Who is to do what by when under the plan of Xuân Sơn for 2022. Data only.

The plan gives two phases and no other day: it points to the schedules of the town and of the commune. So every
deadline but that of the decree is a parameter that stands as ASSUMED until those schedules are read.
"""

from __future__ import annotations

import datetime as dt

from thidua_rules.citations import Citation, Standing
from thidua_rules.criteria import OneOf
from thidua_rules.policies.layers import Dated, ParameterSpec
from thidua_rules.policies.obligations import Obligation

PLAN = "ke_hoach_14_2022"

_C, _P = Standing.CONFIRMED, Standing.ASSUMED

LUC_LUONG_TAI_UBND = ("co_quan", "don_vi_llvt")
"""The kinds of unit whose people work at the commune's People's Committee."""

NGANH_DOAN_THE = (*LUC_LUONG_TAI_UBND, "doan_the")
"""*Các ngành, đoàn thể*."""

DON_VI_THI_DUA = (*NGANH_DOAN_THE, "thon", "to_dan_pho")
"""*Các ngành, đoàn thể, các thôn, TDP*."""

GD1, GD2 = "giai_doan_1", "giai_doan_2"


def muc(section: str) -> Citation:
    """A section of the plan."""
    return Citation(PLAN, section)


def _ngay(
    name: str,
    cite: Citation,
    vi: str,
    en: str,
    month_day: tuple[int, int],
    standing: Standing = _P,
) -> ParameterSpec:
    return ParameterSpec(
        id=name,
        label_vi=vi,
        label_en=en,
        unit="ngay",
        values=(Dated(value=dt.date(2022, *month_day)),),
        settable=standing is _P,
        citation=cite,
        standing=standing,
    )


# fmt: off
PARAMETERS = (
    _ngay("giai_doan_1_tu", muc("II.4.GD1"), "Ngày đầu giai đoạn 1", "first day of phase 1", (1, 1), _C),
    _ngay("giai_doan_1_den", muc("II.4.GD1"), "Ngày cuối giai đoạn 1", "last day of phase 1", (6, 30), _C),
    _ngay("giai_doan_2_tu", muc("II.4.GD2"), "Ngày đầu giai đoạn 2", "first day of phase 2", (7, 1), _C),
    _ngay("giai_doan_2_den", muc("II.4.GD2"), "Ngày cuối giai đoạn 2", "last day of phase 2", (12, 31), _C),
    _ngay("han_gui_ke_hoach", muc("noi_nhan"), "Hạn gửi kế hoạch tới nơi nhận", "last day to send the plan out", (1, 31)),
    _ngay("han_chu_de_giai_doan_1", muc("III.4.1"), "Hạn có chủ đề tuyên truyền giai đoạn 1", "last day for the topics of phase 1", (1, 31)),
    _ngay("han_ke_hoach_don_vi", muc("III.5"), "Hạn đơn vị lập kế hoạch, chỉ tiêu riêng (theo kế hoạch công tác TĐKT của xã)", "last day for the units' own plans and targets (by the commune's schedule)", (2, 28)),
    _ngay("han_trien_khai", muc("III.5"), "Hạn triển khai phong trào đến cơ sở", "last day to bring the movement to the grass roots", (2, 28)),
    _ngay("han_dang_ky", muc("III.5"), "Hạn đăng ký thi đua (theo kế hoạch công tác TĐKT của xã và của thị xã)", "last day to register (by the schedules of the commune and the town)", (2, 28)),
    _ngay("han_tong_hop_dang_ky", muc("II.4.c.1.2"), "Hạn Cụm trưởng gửi tổng hợp đăng ký (theo kế hoạch của Hội đồng TĐKT thị xã)", "last day for the cluster head to send the registrations (by the town council's schedule)", (3, 15)),
    _ngay("han_so_ket", muc("II.4.c.2"), "Hạn sơ kết giai đoạn 1", "last day of the mid-year review", (7, 31)),
    _ngay("han_chu_de_giai_doan_2", muc("III.4.1"), "Hạn có chủ đề tuyên truyền giai đoạn 2", "last day for the topics of phase 2", (7, 31)),
    _ngay("han_tu_cham_diem", muc("II.4.c.3"), "Hạn UBND xã tự chấm điểm (theo hướng dẫn của thị xã)", "last day of self-scoring (by the town's guidance)", (11, 30)),
    _ngay("han_cham_cheo", muc("II.4.c.3"), "Hạn chấm chéo điểm thi đua (theo hướng dẫn của thị xã)", "last day of cross-scoring (by the town's guidance)", (12, 10)),
    _ngay("han_xep_loai_chat_luong", Citation("nd_90_2020", "20", "2"), "Hạn xếp loại chất lượng: trước ngày 15/12, trước khi bình xét thi đua", "last day of the quality rating: before 15 December and before titles are reviewed", (12, 14), _C),
    _ngay("han_binh_xet", muc("II.4.c.3"), "Hạn bình xét khen thưởng (theo hướng dẫn của thị xã)", "last day to review awards (by the town's guidance)", (12, 25)),
    _ngay("han_bao_cao", muc("II.3.e.3"), "Hạn gửi báo cáo năm", "last day of the yearly report", (12, 25)),
    _ngay("han_tong_ket", muc("II.4.c.3"), "Hạn tổng kết phong trào", "last day of the closing review", (12, 31)),
)
# fmt: on

_TAT_CA = ("Các ngành, đoàn thể, các thôn, TDP", "sectors, organisations, villages and residential groups")
_NGANH = ("Các ngành, đoàn thể", "sectors and organisations")
_MTTQ = ("Ủy ban MTTQ và các đoàn thể xã", "the Fatherland Front and the mass organisations")
_TUYEN_GIAO = ("Ban Tuyên giáo Đảng ủy", "the Party committee's propaganda board")
_VAN_PHONG = ("Văn phòng UBND xã", "the commune's office")
_VAN_HOA = ("Văn hóa và đài truyền thanh xã", "culture and the commune's broadcasting station")
_CUM_TRUONG = ("Đơn vị Cụm trưởng", "the unit that heads the cluster")
_HOI_DONG = ("Hội đồng TĐKT xã", "the commune's emulation council")
_UBND = ("UBND xã", "the commune's People's Committee")
_AUDIENCE = {_TAT_CA: DON_VI_THI_DUA, _NGANH: NGANH_DOAN_THE, _MTTQ: ("doan_the",)}


def _viec(
    name: str,
    cite: Citation,
    actor: tuple[str, str],
    vi: str,
    en: str,
    due: str,
    phase: str = "",
    *,
    standing: Standing = _C,
) -> Obligation:
    kinds = _AUDIENCE.get(actor)
    return Obligation(
        id=name,
        label_vi=vi,
        label_en=en,
        actor_vi=actor[0],
        actor_en=actor[1],
        actors=OneOf("loai", kinds) if kinds else None,
        due=due,
        phase=phase,
        citation=cite,
        standing=standing,
    )


# fmt: off
OBLIGATIONS = (
    _viec("gui_noi_nhan", muc("noi_nhan"), _HOI_DONG, "Gửi kế hoạch tới mọi nơi nhận", "send the plan to everybody on its distribution list", "han_gui_ke_hoach", GD1),
    _viec("lap_chi_tieu_rieng", muc("II.3"), _NGANH, "Xây dựng nội dung, chỉ tiêu thi đua riêng của đơn vị", "set the unit's own emulation targets", "han_ke_hoach_don_vi", GD1),
    _viec("III.0", muc("III.0"), _TAT_CA, "Xây dựng kế hoạch phát động phong trào của đơn vị", "make the unit's own plan of the movement", "han_ke_hoach_don_vi", GD1),
    _viec("dang_ky", muc("II.4.c.1.1"), _TAT_CA, "Đăng ký thi đua và gửi đăng ký về đơn vị Cụm trưởng", "register, and send the registration to the cluster head", "han_dang_ky", GD1),
    _viec("tong_hop_dang_ky", muc("II.4.c.1.2"), _CUM_TRUONG, "Tổng hợp đăng ký và gửi Thường trực Hội đồng TĐKT thị xã", "compile the registrations and send them to the town council's standing body", "han_tong_hop_dang_ky", GD1),
    _viec("III.1", muc("III.1"), _MTTQ, "Triển khai phong trào đến đoàn thể cơ sở; tuyên truyền, vận động đoàn viên, hội viên, nhân dân", "bring the movement to the branches; inform and mobilise members and residents", "han_trien_khai", GD1),
    _viec("III.2", muc("III.2"), _TUYEN_GIAO, "Có kế hoạch chỉ đạo công tác tuyên truyền về phong trào", "have a plan that directs publicity for the movement", "han_trien_khai", GD1),
    _viec("III.3", muc("III.3.1"), _VAN_PHONG, "Xây dựng kế hoạch, triển khai phong trào đến các ngành, đoàn thể, thôn, TDP", "make the plan and bring the movement to sectors, organisations, villages and groups", "han_trien_khai", GD1),
    _viec("III.5", muc("III.5"), _TAT_CA, "Phát động và triển khai phong trào ở đơn vị", "launch and carry out the movement in the unit", "han_trien_khai", GD1),
    _viec("chu_de_tuyen_truyen_giai_doan_1", muc("III.4.1"), _VAN_HOA, "Xây dựng chủ đề tuyên truyền giai đoạn 1", "set the topics of publicity for phase 1", "han_chu_de_giai_doan_1", GD1),
    _viec("tin_bai_giai_doan_1", muc("III.4.2"), _VAN_HOA, "Có tin bài về phong trào và gương được khen thưởng trong giai đoạn 1", "news in phase 1 on the movement and on those commended", "giai_doan_1_den", GD1, standing=_P),
    _viec("kiem_tra_giai_doan_1", muc("III.3.2"), _HOI_DONG, "Kiểm tra việc thực hiện phong trào ở cơ sở, ít nhất một lần trong giai đoạn 1", "check the movement at the grass roots, at least once in phase 1", "giai_doan_1_den", GD1, standing=_P),
    _viec("so_ket_bao_cao", muc("II.4.c.2"), _UBND, "Xây dựng báo cáo sơ kết phong trào", "write the report of the mid-year review", "han_so_ket", GD2),
    _viec("so_ket_hoi_nghi", muc("II.4.c.2"), _UBND, "Tổ chức hội nghị sơ kết, biểu dương, khen thưởng theo thẩm quyền", "hold the mid-year meeting; praise and commend within its authority", "han_so_ket", GD2),
    _viec("chu_de_tuyen_truyen_giai_doan_2", muc("III.4.1"), _VAN_HOA, "Xây dựng chủ đề tuyên truyền giai đoạn 2", "set the topics of publicity for phase 2", "han_chu_de_giai_doan_2", GD2),
    _viec("tin_bai_giai_doan_2", muc("III.4.2"), _VAN_HOA, "Có tin bài về phong trào và gương được khen thưởng trong giai đoạn 2", "news in phase 2 on the movement and on those commended", "giai_doan_2_den", GD2, standing=_P),
    _viec("kiem_tra_giai_doan_2", muc("III.3.2"), _HOI_DONG, "Kiểm tra việc thực hiện phong trào ở cơ sở, ít nhất một lần trong giai đoạn 2", "check the movement at the grass roots, at least once in phase 2", "giai_doan_2_den", GD2, standing=_P),
    _viec("tu_cham_diem", muc("II.4.c.3"), _UBND, "Tự chấm điểm thi đua", "score itself", "han_tu_cham_diem", GD2),
    _viec("cham_cheo", muc("II.4.c.3"), _UBND, "Tham gia chấm chéo điểm thi đua", "take part in cross-scoring", "han_cham_cheo", GD2),
    _viec("xep_loai_truoc_binh_xet", Citation("nd_90_2020", "20", "2"), _UBND, "Xếp loại chất lượng xong trước khi bình xét danh hiệu", "finish the quality rating before titles are reviewed", "han_xep_loai_chat_luong", GD2),
    _viec("binh_xet", muc("II.4.c.3"), _HOI_DONG, "Bình xét danh hiệu và khen thưởng", "review titles and commendations", "han_binh_xet", GD2),
    _viec("bao_cao", muc("II.3.e.3"), _HOI_DONG, "Báo cáo công tác thi đua, khen thưởng năm gửi cấp trên", "report the year's emulation work to the level above", "han_bao_cao", GD2, standing=_P),
    _viec("tong_ket", muc("II.4.c.3"), _UBND, "Tổng kết phong trào thi đua thường xuyên năm 2022", "close the year's regular emulation with a review", "han_tong_ket", GD2),
    _viec("phoi_hop_tong_ket", muc("III.4.3"), _VAN_HOA, "Phối hợp tổ chức hội nghị tổng kết phong trào", "help to hold the closing meeting", "han_tong_ket", GD2),
)
# fmt: on
