"""The words of claims, answers and reasons, in Vietnamese and English."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

Words = Mapping[str, str | tuple[str, str]] | tuple[tuple[str, tuple[str, str]], ...]
"""What a text is filled with: one text for both languages, or one for each."""

WORDS: Final[dict[str, tuple[str, str]]] = {
    "proved": ("đã chứng minh: {claim}", "proved: {claim}"),
    "refuted": ("đã bác bỏ: {claim}", "refuted: {claim}"),
    "not_encodable": ("không mã hóa được: {claim}; vì {why}", "not encodable: {claim}; because {why}"),
    "implied": (
        "ai đủ điều kiện {first} thì đủ điều kiện {second}",
        "whoever is eligible for {first} is eligible for {second}",
    ),
    "equivalent": (
        "{first} và {second} cho cùng kết quả với mọi đối tượng",
        "{first} and {second} give everybody the same verdict",
    ),
    "disjoint": (
        "không ai đủ điều kiện cả {first} và {second}",
        "nobody is eligible for both {first} and {second}",
    ),
    "irrelevant": (
        "{award}: {fact} không làm thay đổi việc đủ điều kiện",
        "{award}: {fact} never changes who is eligible",
    ),
    "more_is_better": ("{award}: {fact} tăng thì không ai mất", "{award}: more of {fact} never loses it"),
    "more_is_worse": (
        "{award}: {fact} tăng thì không ai được thêm",
        "{award}: more of {fact} never gains it",
    ),
    "dead_clause": (
        "{award}: điều kiện “{clause}” không bao giờ quyết định",
        "{award}: the condition '{clause}' never decides",
    ),
    "never_met": (
        "{award}: “{clause}”: {test} không bao giờ đạt",
        "{award}: '{clause}': {test} is never met",
    ),
    "never_unmet": (
        "{award}: “{clause}”: {test} không bao giờ trượt",
        "{award}: '{clause}': {test} is never failed",
    ),
    "dead_exception": (
        "{award}: ngoại lệ “{exception}” không bao giờ áp dụng",
        "{award}: the exception '{exception}' never applies",
    ),
    "no_clash": (
        "{award}: ngoại lệ {first} và {second} không bao giờ mâu thuẫn",
        "{award}: the exceptions {first} and {second} never clash",
    ),
    "lawful": (
        "{award}: {layer} không rộng hơn văn bản cấp trên",
        "{award}: {layer} is never more generous than the instruments above it",
    ),
    "legal_range": (
        "{layer}: tham số {parameter} nằm trong khoảng luật cho phép",
        "{layer}: the parameter {parameter} lies in its legal range",
    ),
    "shows": ("{what}", "{what}"),
    "shows_pair": ("{change}: từ {before} thành {after}", "{change}: from {before} to {after}"),
    "shows_verdict": ("kết quả {verdict}", "the verdict {verdict}"),
    "shows_sides": (
        "{who}; {first}: {before}; {second}: {after}",
        "{who}; {first}: {before}; {second}: {after}",
    ),
    "under_rows": ("với danh sách tối đa {what} dòng", "for lists of up to {what} rows"),
    "under_members": ("với tập thể tối đa {what} thành viên", "for collectives of up to {what} members"),
    "under_clash": ("trừ khi hai ngoại lệ mâu thuẫn", "but where two exceptions clash"),
    "under_ranking": (
        "chỉ có thể đổi thứ tự xếp hạng hoặc hạn mức",
        "it can change the ranking or the quota only",
    ),
    "under_setting": (
        "với tham số như đang đặt; cấp dưới đặt giá trị khác thì khác đi",
        "as the parameters are set; with another value that a lower layer may set it is not so",
    ),
    "under_vote": ("chỉ phiếu của hội đồng quyết định điều kiện này", "only a council's ballot decides it"),
    "under_same": ("nếu kết quả xét {what} như nhau", "where the outcome of {what} is the same"),
    "under_no_votes": ("khi chưa có phiếu nào của hội đồng", "where no council has voted yet"),
    "under_no_decisions": ("khi chưa có quyết định nào", "where nothing was decided yet"),
    "why_kind": ("loại điều kiện {what} không biết", "the kind of criterion {what} is not known"),
    "why_item": ("loại tiêu chí chấm điểm {what} không biết", "the kind of item {what} is not known"),
    "why_scale": ("thang điểm {what} không có", "there is no scale {what}"),
    "why_scale_penalties": ("thang điểm {what} có điểm trừ chung", "the scale {what} has penalties"),
    "why_scale_rounding": ("thang điểm {what} làm tròn tổng", "the scale {what} rounds its total"),
    "why_item_rounding": ("tiêu chí {what} làm tròn điểm", "the item {what} rounds its points"),
    "why_absence": (
        "nhóm {what} chia lại điểm của mục không giao",
        "the group {what} gives the points of absent parts elsewhere",
    ),
    "why_fact": ("không có đặc tả của {what}", "there is no specification of {what}"),
    "why_specs": ("hai bộ quy định đặc tả {what} khác nhau", "two policies specify {what} differently"),
    "why_parameter": (
        "tham số {what} không có giá trị vào ngày này",
        "the parameter {what} has no value on the day",
    ),
    "why_families": ("hai vế của {what} khác loại", "the two sides of {what} are of different types"),
    "why_order": ("{what} so thứ tự của chữ", "{what} asks for the order of text"),
    "why_marker": ("{what} có thể được đánh dấu là không giao", "{what} may be marked as not assigned"),
    "why_partial_date": (
        "{what} là ngày không đầy đủ, không so được",
        "{what} is a partial day, which nothing compares",
    ),
    "why_months": (
        "số tháng của {what} so với một dữ kiện khác",
        "the months since {what} are compared with a fact",
    ),
    "why_share": ("tỷ lệ thành viên so với một dữ kiện", "a share of members is compared with a fact"),
    "why_nested": ("hỏi đơn vị hoặc thành viên của {what}", "the unit or members of {what} are asked about"),
    "why_circle": ("{what} phụ thuộc vào chính nó", "{what} depends on itself"),
    "why_bound": (
        "điều kiện đòi đến {what}, nhiều hơn số dòng hoặc thành viên được xét",
        "it asks for {what}, more rows or members than were looked at",
    ),
    "why_effort": (
        "bộ giải không trả lời trong giới hạn {what}",
        "the solver gave no answer within {what} steps",
    ),
    "why_decimal": (
        "chỉ tìm được phản ví dụ có số không viết được ở dạng thập phân",
        "the only counterexamples found have numbers that no decimal can write",
    ),
    "why_recipients": (
        "{what} không trao cho loại đối tượng chung nào",
        "{what}: no kind of recipient in common",
    ),
    "why_unordered": ("các giá trị của {what} không có thứ tự", "the values of {what} have no order"),
}


def text_of(code: str, lang: str, words: Words) -> str:
    """The text of *code* in ``vi`` or ``en``, filled with *words*."""
    index = 1 if lang == "en" else 0
    pairs = words.items() if isinstance(words, Mapping) else words
    filled = {name: value if isinstance(value, str) else value[index] for name, value in pairs}
    return WORDS[code][index].format(**filled)
