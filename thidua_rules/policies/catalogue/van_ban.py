"""The instruments of the regime in force to the end of 2023, with the days between which each held. Data only."""

from __future__ import annotations

import datetime as dt

from thidua_rules.citations import Instrument

_END = dt.date(2023, 12, 31)

INSTRUMENTS = (
    Instrument(
        "luat_tdkt_2003",
        "Luật Thi đua, khen thưởng 2003 (sửa đổi 2005, 2009, 2013)",
        "Law on Emulation and Commendation 2003 (as amended 2005, 2009, 2013)",
        dt.date(2004, 7, 1),
        _END,
        short_vi="Luật TĐKT 2003",
        short_en="Law on Emulation 2003",
    ),
    Instrument("luat_39_2013", "Luật 39/2013/QH13", "amending law 39/2013/QH13", dt.date(2014, 6, 1), _END),
    Instrument(
        "nd_91_2017",
        "Nghị định 91/2017/NĐ-CP",
        "Decree 91/2017/NĐ-CP",
        dt.date(2017, 10, 1),
        _END,
        short_vi="NĐ 91/2017/NĐ-CP",
    ),
    Instrument(
        "tt_12_2019",
        "Thông tư 12/2019/TT-BNV",
        "Circular 12/2019/TT-BNV",
        dt.date(2020, 1, 1),
        _END,
        short_vi="TT 12/2019/TT-BNV",
    ),
    Instrument(
        "tt_08_2017",
        "Thông tư 08/2017/TT-BNV",
        "Circular 08/2017/TT-BNV",
        dt.date(2017, 10, 1),
        dt.date(2019, 12, 31),
        short_vi="TT 08/2017/TT-BNV",
    ),
    Instrument(
        "nd_122_2018",
        "Nghị định 122/2018/NĐ-CP",
        "Decree 122/2018/NĐ-CP",
        dt.date(2018, 11, 5),
        dt.date(2024, 1, 29),
        short_vi="NĐ 122/2018/NĐ-CP",
    ),
    Instrument(
        "nd_90_2020",
        "Nghị định 90/2020/NĐ-CP",
        "Decree 90/2020/NĐ-CP",
        dt.date(2020, 8, 20),
        dt.date(2025, 12, 31),
        short_vi="NĐ 90/2020/NĐ-CP",
    ),
    Instrument(
        "nd_38_2019",
        "Nghị định 38/2019/NĐ-CP",
        "Decree 38/2019/NĐ-CP",
        dt.date(2019, 7, 1),
        dt.date(2023, 6, 30),
        short_vi="NĐ 38/2019/NĐ-CP",
    ),
    Instrument("mo_hinh", "Lựa chọn của mô hình", "a choice of this model"),
)
