"""How an account of an instrument is written, and the reasons why an article holds no rule of this library."""

from __future__ import annotations

from thidua_rules.citations import Citation
from thidua_rules.policies.obligations import Provision

Why = tuple[str, str]
"""A reason, in Vietnamese and in English."""

NGUYEN_TAC: Why = (
    "nêu nguyên tắc hoặc định nghĩa; không đặt điều kiện, con số hay thời hạn để xét một người",
    "states a principle or a definition: no condition, figure or day by which anybody is judged",
)
TO_CHUC: Why = (
    "quy định việc tổ chức của cơ quan; kế hoạch của xã đặt thành nghĩa vụ, luật không đặt điều kiện xét",
    "says how an office works: the commune's plan makes duties of it, the law no condition of an award",
)
CAP_TREN: Why = (
    "việc của cấp trên hoặc cơ quan khác; xã không xét, không quyết định",
    "a matter of a higher level or another body, neither reviewed nor decided in a commune",
)
CHUA_DOC: Why = (
    "chưa đọc được nội dung; không đặt quy tắc nào thay",
    "its content was not read, and no rule is put in its place",
)
CHE_TAI: Why = (
    "xử lý kỷ luật, hành chính, hình sự do cơ quan có thẩm quyền; ở đây chỉ có hệ quả là quyết định bị hủy",
    "discipline and punishment are for the competent bodies: what remains here is that a decision is cancelled",
)


def dieu(cite: str, vi: str, en: str, by: str = "", why: Why = ("", "")) -> Provision:
    """What stands at *cite*: what encodes it (ids, parted by blanks), or why nothing does."""
    return Provision(
        id=cite.replace("/", "."),
        citation=Citation.parse(cite),
        summary_vi=vi,
        summary_en=en,
        encoded_by=tuple(by.split()),
        why_not_vi=why[0],
        why_not=why[1],
    )
