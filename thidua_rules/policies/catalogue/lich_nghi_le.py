"""
The public holidays of Vietnam, 2018 to 2026, with the days off in lieu and the working days that were swapped. Data only.

This module is written by ``docs/make_calendar.py`` from the library ``holidays``, which reads articles 115 (2012) and 112
(2019) of the Labour Code and the yearly announcements; a test fails where the two differ.
The library lists swapped working days for 2018, 2019, 2024, 2025 and 2026.
For 2020, 2021, 2022 and 2023 it lists none; whether there were any was not confronted with an announcement.
How days are counted (articles 147 and 148 of the Civil Code of 2015) is from memory.
"""

from __future__ import annotations

import datetime as dt

from thidua_rules.calendars import Calendar, CountingRule
from thidua_rules.citations import Citation, Instrument, Standing

INSTRUMENTS = (
    Instrument(
        "blds_2015",
        "Bộ luật Dân sự 2015",
        "Civil Code 2015",
        dt.date(2017, 1, 1),
    ),
    Instrument(
        "lich_nghi_le",
        "Lịch nghỉ lễ, tết hằng năm theo Bộ luật Lao động và thông báo của cơ quan có thẩm quyền",
        "The yearly public holidays under the Labour Code and the announcements",
        short_vi="Lịch nghỉ lễ, tết",
        short_en="public holidays",
    ),
)

CALENDAR = Calendar(
    id="lich_nghi_le",
    label_vi="Ngày làm việc của cơ quan nhà nước, 2018–2026",
    label_en="Working days of public offices, 2018–2026",
    first=dt.date(2018, 1, 1),
    last=dt.date(2026, 12, 31),
    days_off=(
        dt.date(2018, 1, 1),  # Tết Dương lịch
        dt.date(2018, 2, 14),  # 29 Tết
        dt.date(2018, 2, 15),  # Giao thừa Tết Nguyên Đán
        dt.date(2018, 2, 16),  # Tết Nguyên Đán
        dt.date(2018, 2, 19),  # Mùng bốn Tết Nguyên Đán
        dt.date(2018, 2, 20),  # Mùng năm Tết Nguyên Đán
        dt.date(2018, 4, 25),  # Ngày Giỗ Tổ Hùng Vương
        dt.date(2018, 4, 30),  # Ngày Chiến thắng
        dt.date(2018, 5, 1),  # Ngày Quốc tế Lao động
        dt.date(2018, 9, 3),  # Quốc khánh (nghỉ bù)
        dt.date(2018, 12, 31),  # Ngày nghỉ (thay cho ngày 05/01/2019)
        dt.date(2019, 1, 1),  # Tết Dương lịch
        dt.date(2019, 2, 4),  # Giao thừa Tết Nguyên Đán
        dt.date(2019, 2, 5),  # Tết Nguyên Đán
        dt.date(2019, 2, 6),  # Mùng hai Tết Nguyên Đán
        dt.date(2019, 2, 7),  # Mùng ba Tết Nguyên Đán
        dt.date(2019, 2, 8),  # Mùng bốn Tết Nguyên Đán
        dt.date(2019, 4, 15),  # Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
        dt.date(2019, 4, 29),  # Ngày nghỉ (thay cho ngày 04/05/2019)
        dt.date(2019, 4, 30),  # Ngày Chiến thắng
        dt.date(2019, 5, 1),  # Ngày Quốc tế Lao động
        dt.date(2019, 9, 2),  # Quốc khánh
        dt.date(2020, 1, 1),  # Tết Dương lịch
        dt.date(2020, 1, 23),  # 29 Tết
        dt.date(2020, 1, 24),  # Giao thừa Tết Nguyên Đán
        dt.date(2020, 1, 27),  # Mùng ba Tết Nguyên Đán
        dt.date(2020, 1, 28),  # Mùng bốn Tết Nguyên Đán
        dt.date(2020, 1, 29),  # Mùng năm Tết Nguyên Đán
        dt.date(2020, 4, 2),  # Ngày Giỗ Tổ Hùng Vương
        dt.date(2020, 4, 30),  # Ngày Chiến thắng
        dt.date(2020, 5, 1),  # Ngày Quốc tế Lao động
        dt.date(2020, 9, 2),  # Quốc khánh
        dt.date(2021, 1, 1),  # Tết Dương lịch
        dt.date(2021, 2, 10),  # 29 Tết
        dt.date(2021, 2, 11),  # Giao thừa Tết Nguyên Đán
        dt.date(2021, 2, 12),  # Tết Nguyên Đán
        dt.date(2021, 2, 15),  # Mùng bốn Tết Nguyên Đán
        dt.date(2021, 2, 16),  # Mùng năm Tết Nguyên Đán
        dt.date(2021, 4, 21),  # Ngày Giỗ Tổ Hùng Vương
        dt.date(2021, 4, 30),  # Ngày Chiến thắng
        dt.date(2021, 5, 3),  # Ngày Quốc tế Lao động (nghỉ bù)
        dt.date(2021, 9, 2),  # Quốc khánh
        dt.date(2021, 9, 3),  # Quốc khánh
        dt.date(2022, 1, 3),  # Tết Dương lịch (nghỉ bù)
        dt.date(2022, 1, 31),  # Giao thừa Tết Nguyên Đán
        dt.date(2022, 2, 1),  # Tết Nguyên Đán
        dt.date(2022, 2, 2),  # Mùng hai Tết Nguyên Đán
        dt.date(2022, 2, 3),  # Mùng ba Tết Nguyên Đán
        dt.date(2022, 2, 4),  # Mùng bốn Tết Nguyên Đán
        dt.date(2022, 4, 11),  # Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
        dt.date(2022, 5, 2),  # Ngày Chiến thắng (nghỉ bù)
        dt.date(2022, 5, 3),  # Ngày Quốc tế Lao động (nghỉ bù)
        dt.date(2022, 9, 1),  # Quốc khánh
        dt.date(2022, 9, 2),  # Quốc khánh
        dt.date(2023, 1, 2),  # Tết Dương lịch (nghỉ bù)
        dt.date(2023, 1, 20),  # 29 Tết
        dt.date(2023, 1, 23),  # Mùng hai Tết Nguyên Đán
        dt.date(2023, 1, 24),  # Mùng ba Tết Nguyên Đán
        dt.date(2023, 1, 25),  # Mùng bốn Tết Nguyên Đán
        dt.date(2023, 1, 26),  # Mùng năm Tết Nguyên Đán
        dt.date(2023, 5, 1),  # Ngày Quốc tế Lao động
        dt.date(2023, 5, 2),  # Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
        dt.date(2023, 5, 3),  # Ngày Chiến thắng (nghỉ bù)
        dt.date(2023, 9, 1),  # Quốc khánh
        dt.date(2023, 9, 4),  # Quốc khánh (nghỉ bù)
        dt.date(2024, 1, 1),  # Tết Dương lịch
        dt.date(2024, 2, 8),  # 29 Tết
        dt.date(2024, 2, 9),  # Giao thừa Tết Nguyên Đán
        dt.date(2024, 2, 12),  # Mùng ba Tết Nguyên Đán
        dt.date(2024, 2, 13),  # Mùng bốn Tết Nguyên Đán
        dt.date(2024, 2, 14),  # Mùng năm Tết Nguyên Đán
        dt.date(2024, 4, 18),  # Ngày Giỗ Tổ Hùng Vương
        dt.date(2024, 4, 29),  # Ngày nghỉ (thay cho ngày 04/05/2024)
        dt.date(2024, 4, 30),  # Ngày Chiến thắng
        dt.date(2024, 5, 1),  # Ngày Quốc tế Lao động
        dt.date(2024, 9, 2),  # Quốc khánh
        dt.date(2024, 9, 3),  # Quốc khánh
        dt.date(2025, 1, 1),  # Tết Dương lịch
        dt.date(2025, 1, 27),  # 29 Tết
        dt.date(2025, 1, 28),  # Giao thừa Tết Nguyên Đán
        dt.date(2025, 1, 29),  # Tết Nguyên Đán
        dt.date(2025, 1, 30),  # Mùng hai Tết Nguyên Đán
        dt.date(2025, 1, 31),  # Mùng ba Tết Nguyên Đán
        dt.date(2025, 4, 7),  # Ngày Giỗ Tổ Hùng Vương
        dt.date(2025, 4, 30),  # Ngày Chiến thắng
        dt.date(2025, 5, 1),  # Ngày Quốc tế Lao động
        dt.date(2025, 5, 2),  # Ngày nghỉ (thay cho ngày 26/04/2025)
        dt.date(2025, 9, 1),  # Quốc khánh
        dt.date(2025, 9, 2),  # Quốc khánh
        dt.date(2026, 1, 1),  # Tết Dương lịch
        dt.date(2026, 2, 16),  # Giao thừa Tết Nguyên Đán
        dt.date(2026, 2, 17),  # Tết Nguyên Đán
        dt.date(2026, 2, 18),  # Mùng hai Tết Nguyên Đán
        dt.date(2026, 2, 19),  # Mùng ba Tết Nguyên Đán
        dt.date(2026, 2, 20),  # Mùng bốn Tết Nguyên Đán
        dt.date(2026, 4, 27),  # Ngày Giỗ Tổ Hùng Vương (nghỉ bù)
        dt.date(2026, 4, 30),  # Ngày Chiến thắng
        dt.date(2026, 5, 1),  # Ngày Quốc tế Lao động
        dt.date(2026, 8, 31),  # Ngày nghỉ (thay cho ngày 22/08/2026)
        dt.date(2026, 9, 1),  # Quốc khánh
        dt.date(2026, 9, 2),  # Quốc khánh
        dt.date(2026, 11, 24),  # Ngày Văn hóa Việt Nam
    ),
    days_worked=(
        dt.date(2019, 1, 5),
        dt.date(2019, 5, 4),
        dt.date(2024, 5, 4),
        dt.date(2025, 4, 26),
        dt.date(2026, 8, 22),
    ),
    rule=CountingRule(citation=Citation("blds_2015", "148", "5"), standing=Standing.UNCONFIRMED),
    citation=Citation("lich_nghi_le"),
    standing=Standing.SECONDARY,
)
