"""
The instruments of the regime in force to the end of 2023, with the days between which each held. Data only.

The first days were seen in public copies; the last days of NĐ 91/2017, TT 12/2019 and NĐ 38/2019 are from memory, and
that of NĐ 90/2020 from a retelling. A day that no source gives is left out.
"""

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
    Instrument("luat_47_2005", "Luật 47/2005/QH11", "amending law 47/2005/QH11", dt.date(2005, 6, 27), _END),
    Instrument("luat_32_2009", "Luật 32/2009/QH12", "amending law 32/2009/QH12"),
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
        valid_to=dt.date(2019, 12, 31),
        short_vi="TT 08/2017/TT-BNV",
    ),
    Instrument(
        "tt_05_2020",
        "Thông tư 05/2020/TT-BNV ngày 09/11/2020 (bãi bỏ khoản 7 Điều 2 Thông tư 12/2019/TT-BNV)",
        "Circular 05/2020/TT-BNV of 9 November 2020 (repeals clause 7 of article 2 of Circular 12/2019/TT-BNV)",
        short_vi="TT 05/2020/TT-BNV",
        short_en="Circular 05/2020/TT-BNV",
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
    Instrument(
        "thu_tuc_khen_thuong_xa",
        "Thủ tục hành chính khen thưởng cấp xã (mã 1.000775, 2.000346, 2.000337, 1.000748)",
        "National commendation procedures at commune level (codes 1.000775, 2.000346, 2.000337, 1.000748)",
        short_vi="Thủ tục khen thưởng cấp xã",
        short_en="commendation procedures at commune level",
    ),
    Instrument(
        "hd_21_btctw_2019",
        "Hướng dẫn 21-HD/BTCTW năm 2019 của Ban Tổ chức Trung ương",
        "Guidance 21-HD/BTCTW of 2019 of the Central Organisation Commission",
        short_vi="HD 21-HD/BTCTW",
        short_en="Guidance 21-HD/BTCTW",
    ),
    Instrument("mo_hinh", "Lựa chọn của mô hình", "a choice of this model"),
)
