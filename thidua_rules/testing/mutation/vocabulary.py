"""The words that tell a mutant, in both languages; code fills in the names. Data only."""

from __future__ import annotations

from typing import Final

_Words = dict[str, dict[str, str]]


def _both(vi: str, en: str) -> dict[str, str]:
    return {"vi": vi, "en": en}


SENTENCES: Final[_Words] = {
    "drop-part": _both("bỏ {what}", "without {what}"),
    "drop-value": _both("bỏ «{what}» khỏi {field}", "«{what}» taken out of {field}"),
    "drop-field": _both("bỏ {field} ({what})", "without {field} ({what})"),
    "negated": _both("đảo ngược {field} ({what})", "{field} turned round ({what})"),
    "unnegated": _both("bỏ chữ «không» trước {what}", "no «not» before {what}"),
    "all-to-any": _both("phải đạt tất cả thành chỉ cần đạt một", "all of the conditions become any of them"),
    "any-to-all": _both("chỉ cần đạt một thành phải đạt tất cả", "any of the conditions becomes all of them"),
    "op": _both("{part}: {before} thành {after}", "{part}: {before} becomes {after}"),
    "becomes": _both("{field} từ {before} thành {after}", "{field} from {before} to {after}"),
    "group": _both(
        "hạn mức tính theo {before} thành theo {after}", "the quota of {before} becomes that of {after}"
    ),
    "swapped": _both("đổi chỗ {before} và {after}", "{before} and {after} change places"),
}
"""What was done; each is filled with the field, the part that holds it, and what stood and stands there."""

FIELDS: Final[_Words] = {
    "": _both("toàn danh sách", "the whole roster"),
    "unit": _both("từng đơn vị", "each unit"),
    "additions": _both("các điều kiện thêm", "the added conditions"),
    "after": _both("bước trước nó", "the step that it follows"),
    "among": _both("những thành viên được tính", "which members are counted"),
    "answer": _both("kết luận", "the answer"),
    "assigned": _both("mức giao", "what is assigned"),
    "authority": _both("thẩm quyền quyết định", "who decides"),
    "awards": _both("các danh hiệu", "the awards"),
    "base": _both("căn cứ tính hạn mức", "the base of the quota"),
    "base_kinds": _both("loại đối tượng tính hạn mức", "the kinds that the quota counts"),
    "before": _both("bước phải đến sau nó", "the step that it must come before"),
    "bonus": _both("tiền thưởng", "the bonus"),
    "bridged_by": _both("lý do không làm gián đoạn", "the reasons that break no run"),
    "by": _both("các hình thức cao hơn", "the higher awards"),
    "classes": _both("các hạng", "the classes"),
    "coverage": _both("quy tắc một thành tích", "the rule of one achievement"),
    "counting": _both("cách tính ngày", "what is counted"),
    "criteria": _both("các điều kiện", "the conditions"),
    "criterion": _both("điều kiện", "the condition"),
    "days_off": _both("các ngày nghỉ", "the days off"),
    "days_worked": _both("các ngày làm bù", "the days worked instead"),
    "due": _both("ngày cuối", "the last day"),
    "eligibility": _both("các điều kiện", "the conditions"),
    "exceptions": _both("các ngoại lệ", "the exceptions"),
    "first": _both("ngày đầu", "the first day"),
    "first_day_counts": _both("tính cả ngày xảy ra sự kiện", "the day of the event counts"),
    "full_at": _both("mức được trọn điểm", "what gives full points"),
    "groups": _both("các nhóm", "the groups"),
    "high": _both("đầu trên", "the upper end"),
    "high_included": _both("tính cả đầu trên", "the upper end included"),
    "highest_first": _both("cao xếp trước", "the highest first"),
    "holds": _both("các trường hợp tạm hoãn", "the pending matters"),
    "last": _both("ngày cuối", "the last day"),
    "low": _both("đầu dưới", "the lower end"),
    "low_included": _both("tính cả đầu dưới", "the lower end included"),
    "maximum": _both("điểm tối đa", "the most points"),
    "minimum": _both("số điều kiện phải đạt", "how many must be met"),
    "minimum_percent": _both("tỷ lệ điểm tối thiểu", "the smallest share of points"),
    "moves": _both("chuyển hạn khỏi ngày nghỉ", "a deadline moves off a day off"),
    "multiples": _both("các hệ số", "the multiples"),
    "of": _both("điều kiện của thành viên", "what is asked of members"),
    "op": _both("phép so sánh", "the comparison"),
    "papers": _both("các giấy tờ", "the papers"),
    "points": _both("điểm", "the points"),
    "quotas": _both("các hạn mức", "the quotas"),
    "ranking": _both("thứ tự xếp", "the order of ranking"),
    "recipients": _both("đối tượng áp dụng", "the recipients"),
    "rule": _both("quy tắc chung", "the general rule"),
    "scope": _both("diện xét", "who is considered"),
    "settings": _both("các mức đã đặt", "what is set"),
    "steps": _both("các bước", "the steps"),
    "subject_kind": _both("loại đối tượng", "the kind of recipient"),
    "terms": _both("các số hạng", "the terms"),
    "then": _both("nội dung của ngoại lệ", "what the exception says"),
    "valid_from": _both("ngày bắt đầu", "the first day"),
    "valid_to": _both("ngày kết thúc", "the last day"),
    "value": _both("mức", "the figure"),
    "values": _both("các giá trị", "the values"),
    "wanted": _both("điều phải có", "what must hold"),
    "wait": _both("thời gian phải chờ", "how long must be waited"),
    "when": _both("điều kiện của ngoại lệ", "when the exception holds"),
    "where": _both("điều kiện của dòng", "which rows count"),
    "within": _both("thời hạn", "the time limit"),
    "years_before": _both("số năm trước được tính", "how many earlier years count"),
}
"""Fields by name; one that is not here is named as in the code."""

KINDS: Final[_Words] = {
    "all": _both("tất cả các điều kiện", "all of the conditions"),
    "any": _both("một trong các điều kiện", "any of the conditions"),
    "at-least-of": _both("một số trong các điều kiện", "some of the conditions"),
    "between": _both("khoảng của", "the range of"),
    "bonus": _both("tiền thưởng", "the bonus"),
    "chosen": _both("lựa chọn", "the choice"),
    "class-at-least": _both("xếp hạng theo", "the class under"),
    "compare": _both("so sánh", "the comparison of"),
    "consecutive-years": _both("số năm liên tục đạt", "years in a row of"),
    "count": _both("số dòng của", "the rows of"),
    "dated": _both("giá trị theo ngày", "the dated value"),
    "earned": _both("đã đạt", "earned"),
    "exempt": _both("ngoại lệ", "the exception"),
    "exists": _both("có", "there is"),
    "fact": _both("thông tin", "the fact"),
    "is": _both("là", "it holds that"),
    "member-count": _both("số thành viên", "the number of members"),
    "member-of": _both("thuộc nhóm", "membership of a group"),
    "member-share": _both("tỷ lệ thành viên", "the share of members"),
    "months-since": _both("số tháng kể từ", "months since"),
    "multiple": _both("hệ số", "the multiple"),
    "none-of": _both("không có", "there is no"),
    "not": _both("không", "not"),
    "not-cancelled": _both("chưa bị hủy", "not cancelled"),
    "of-unit": _both("điều kiện của đơn vị", "what is asked of the unit"),
    "one-of": _both("giá trị của", "the value of"),
    "parameter": _both("tham số", "the parameter"),
    "quota": _both("hạn mức", "the quota"),
    "registered": _both("có đăng ký", "registered for"),
    "score-reaches": _both("điểm theo", "the score under"),
    "setting": _both("mức đã đặt cho", "what is set for"),
    "settled": _both("kết luận sẵn", "a settled answer"),
    "sum": _both("tổng", "the sum"),
    "unless": _both("quy tắc có ngoại lệ", "the rule with exceptions"),
    "where": _both("dòng theo cột", "rows by the column"),
    "where-in": _both("dòng có giá trị ở cột", "rows with a value in the column"),
    "where-within": _both("dòng trong khoảng thời gian ở cột", "rows within the time in the column"),
}
"""Kinds of parts that have no label of their own."""

COUNTED: Final[_Words] = {
    "working": _both("ngày làm việc", "working days"),
    "calendar": _both("ngày", "days"),
    "years": _both("năm", "years"),
}
"""What a deadline is counted in."""
