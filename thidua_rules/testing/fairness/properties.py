"""The properties by name: frozen values with a statement in both languages, their scope, and what may bend them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Final

import attrs

from thidua_rules.awards import Award
from thidua_rules.evaluation import Evaluation
from thidua_rules.policies.model import Policy
from thidua_rules.testing.fairness import attempts as one
from thidua_rules.testing.fairness import attempts_of_others as many
from thidua_rules.testing.fairness import checks
from thidua_rules.testing.fairness.judging import Attempt
from thidua_rules.testing.fairness.roles import Role
from thidua_rules.testing.fairness.scenes import Scene

Attempts = Callable[[Scene], Iterator[Attempt]]
CheckOf = Callable[[Evaluation, Award], Iterator[checks.Failed]]
NumbersOf = Callable[[Policy, Award, dt.date], Iterator[checks.Failed]]


class Bend(Enum):
    """
    What may lawfully bend a property.

    ``NOTHING``. ``ALLOWED``: a rule that names the fact under a provision that its meaning allows, in the part that it
    allows: it is set aside while the rest is tried. ``BASE``: a quota whose base counts the person: such a try doesn't count.
    ``GROUP``: a quota that is counted in each unit.
    """

    NOTHING = "nothing"
    ALLOWED = "allowed"
    BASE = "base"
    GROUP = "group"


class Scope(Enum):
    """
    Where a property must hold.

    ``EVERYBODY``: for each award and everybody whom it considers. ``RANKED``: where people are ranked. ``LIMITED``: where
    a quota limits them. ``GROUPED``: where the quota is counted in groups. ``PAID``: where money goes with the award.
    """

    EVERYBODY = "everybody"
    RANKED = "ranked"
    LIMITED = "limited"
    GROUPED = "grouped"
    PAID = "paid"


@attrs.frozen(kw_only=True)
class Property:
    """
    What a fair policy keeps.

    Args:
        id: Its name.

        family: The family that it belongs to: ``blind``, ``merit``, ``silence``, ``equals``, ``envy``, ``bystanders``,
            ``quotas``, ``leave``, ``preference``, ``turns``, ``money``.

        statement_vi: What must hold.

        statement_en: The same in English.

        roles: The roles of the facts that it is asked of, one after another; empty where it is about no fact.

        scope: Where it must hold.

        bend: What may lawfully bend it.

        proof: What is put to the solver: ``irrelevant``, ``more_is_better``, ``more_is_worse``, or nothing.

        attempts: What is tried on a roster, or None.

        check: What one evaluation must show, or None.

        numbers: What the policy's own numbers must show, or None.
    """

    id: str
    family: str
    statement_vi: str
    statement_en: str
    roles: tuple[Role, ...] = ()
    scope: Scope = Scope.EVERYBODY
    bend: Bend = Bend.NOTHING
    proof: str = ""
    attempts: Attempts | None = attrs.field(default=None, repr=False)
    check: CheckOf | None = attrs.field(default=None, repr=False)
    numbers: NumbersOf | None = attrs.field(default=None, repr=False)

    def statement(self, lang: str) -> str:
        """The statement in ``vi`` or ``en``."""
        return self.statement_en if lang == "en" else self.statement_vi


ALL: Final = (
    Property(
        id="blind-to-name",
        family="blind",
        statement_vi="Tên gọi không làm thay đổi kết quả của ai",
        statement_en="What people are called changes nobody's outcome",
        attempts=one.renamed,
    ),
    Property(
        id="blind-to-id",
        family="blind",
        statement_vi="Mã của người, đơn vị không làm thay đổi kết quả của ai",
        statement_en="The ids of people and units change nobody's outcome",
        attempts=one.other_ids,
    ),
    Property(
        id="blind-to-order",
        family="blind",
        statement_vi="Thứ tự nhập người, đơn vị, dòng không làm thay đổi kết quả của ai",
        statement_en="The order of people, units and rows changes nobody's outcome",
        attempts=one.reversed_order,
    ),
    Property(
        id="blind-to-entry-day",
        family="blind",
        statement_vi="Ngày nhập, ngày nộp trong năm không làm thay đổi kết quả của ai",
        statement_en="The day of the year on which something is entered changes nobody's outcome",
        roles=(Role.ENTRY,),
        bend=Bend.ALLOWED,
        attempts=one.other_day,
    ),
    Property(
        id="blind-to-trait",
        family="blind",
        statement_vi="Giới tính, tuổi, dân tộc, tín ngưỡng, nơi ở, cấp bậc không làm thay đổi kết quả, trừ nơi điều luật nêu",
        statement_en="Sex, age, ethnicity, belief, village and rank change no outcome but where a provision names them",
        roles=(Role.TRAIT,),
        bend=Bend.ALLOWED,
        proof="irrelevant",
        attempts=one.other_value,
    ),
    Property(
        id="no-discretion",
        family="blind",
        statement_vi="Không ai được xét nhờ một ngoại lệ không có tiêu chuẩn",
        statement_en="Nobody gains or loses by an exception that has no standard",
        roles=(Role.DISCRETION,),
        bend=Bend.ALLOWED,
        proof="irrelevant",
        attempts=one.other_value,
    ),
    Property(
        id="more-merit",
        family="merit",
        statement_vi="Thành tích cao hơn không bao giờ làm mất danh hiệu hoặc tụt hạng",
        statement_en="More merit never loses an award or a place",
        roles=(Role.MERIT,),
        bend=Bend.ALLOWED,
        proof="more_is_better",
        attempts=one.more_merit,
    ),
    Property(
        id="more-fault",
        family="merit",
        statement_vi="Kỷ luật, vi phạm nhiều hơn không bao giờ làm được thêm danh hiệu hoặc thứ hạng",
        statement_en="More discipline never gains an award or a place",
        roles=(Role.FAULT,),
        bend=Bend.ALLOWED,
        proof="more_is_worse",
        attempts=one.more_fault,
    ),
    Property(
        id="bars-end",
        family="merit",
        statement_vi="Kỷ luật đã qua từ lâu không còn cản trở",
        statement_en="A discipline of long ago bars nobody any more",
        roles=(Role.FAULT,),
        bend=Bend.ALLOWED,
        attempts=one.fault_long_ago,
    ),
    Property(
        id="counted-once",
        family="merit",
        statement_vi="Một thành tích ghi hai lần không được tính hai lần",
        statement_en="An achievement that is written twice is not counted twice",
        roles=(Role.MERIT,),
        attempts=one.counted_again,
    ),
    Property(
        id="silence-gains-nothing",
        family="silence",
        statement_vi="Bỏ trống một thông tin không bao giờ lợi hơn khai đúng",
        statement_en="Leaving a fact out never gives more than its true value",
        attempts=one.silent,
    ),
    Property(
        id="learning-settles",
        family="silence",
        statement_vi="Biết thêm một thông tin không làm trái điều đã rõ",
        statement_en="Learning a fact never contradicts what was settled",
        attempts=one.unlearned,
    ),
    Property(
        id="twins-equal",
        family="equals",
        statement_vi="Hai người giống hệt nhau có cùng kết quả, hoặc cùng được báo là ngang nhau",
        statement_en="Twins get the same status, or the tie is reported",
        attempts=one.twin,
    ),
    Property(
        id="swap",
        family="equals",
        statement_vi="Đổi chỗ hai người thì kết quả của họ cũng đổi chỗ",
        statement_en="Swapping two people swaps their outcomes",
        attempts=one.swapped,
    ),
    Property(
        id="no-envy",
        family="envy",
        statement_vi="Ai hơn về mọi tiêu chí thành tích thì không bị xếp sau",
        statement_en="Who is ahead on every key of merit isn't ranked behind",
        scope=Scope.RANKED,
        attempts=many.merit_first,
    ),
    Property(
        id="bystander",
        family="bystanders",
        statement_vi="Người không đủ điều kiện đến hay đi không làm thay đổi kết quả của ai",
        statement_en="Somebody ineligible who comes or goes changes nobody",
        bend=Bend.BASE,
        attempts=many.bystander,
    ),
    Property(
        id="withdrawal",
        family="bystanders",
        statement_vi="Một người được đề nghị rút ra thì người khác chỉ có thể lên",
        statement_en="Withdrawing a winner only moves others up",
        attempts=many.withdrawal,
    ),
    Property(
        id="more-places",
        family="quotas",
        statement_vi="Tăng tỷ lệ hoặc thêm chỗ không làm ai mất danh hiệu",
        statement_en="Raising a rate or adding a place removes nobody",
        scope=Scope.LIMITED,
        attempts=many.more_places,
    ),
    Property(
        id="within-cap",
        family="quotas",
        statement_vi="Số được tặng không vượt tỷ lệ luật định trên cơ số",
        statement_en="No more are given than the lawful rate times the base",
        scope=Scope.LIMITED,
        check=checks.within_cap,
    ),
    Property(
        id="split-merge",
        family="quotas",
        statement_vi="Tách, nhập đơn vị không làm thay đổi ai được tặng",
        statement_en="Splitting or merging units doesn't change who wins",
        scope=Scope.GROUPED,
        attempts=many.regrouped,
    ),
    Property(
        id="protected-leave",
        family="leave",
        statement_vi="Nghỉ thai sản và các kỳ nghỉ được bảo vệ không làm mất danh hiệu mà cùng thành tích ấy vẫn đạt",
        statement_en="Maternity and other protected leave never cost what the same record without it would have",
        roles=(Role.LEAVE,),
        attempts=many.leave,
    ),
    Property(
        id="preference",
        family="preference",
        statement_vi="Người mà luật ưu tiên không bị thiệt vì thuộc diện ưu tiên",
        statement_en="Whom the law prefers is never worse off for it",
        roles=(Role.TRAIT, Role.LEADER),
        scope=Scope.RANKED,
        attempts=many.preferred,
    ),
    Property(
        id="no-rank",
        family="turns",
        statement_vi="Là lãnh đạo không được lợi, không bị thiệt, trừ nơi điều luật nêu",
        statement_en="Being a leader changes nothing but where a provision names it",
        roles=(Role.LEADER,),
        bend=Bend.ALLOWED,
        proof="irrelevant",
        attempts=one.other_value,
    ),
    Property(
        id="no-turns",
        family="turns",
        statement_vi="Đã được tặng những năm trước không làm ai phải xếp sau",
        statement_en="Having won before puts nobody behind",
        roles=(Role.PAST,),
        bend=Bend.ALLOWED,
        attempts=many.won_before,
    ),
    Property(
        id="no-levelling-unit",
        family="turns",
        statement_vi="Ở đơn vị nào không làm thay đổi kết quả",
        statement_en="The unit that somebody belongs to changes nothing",
        bend=Bend.GROUP,
        attempts=many.other_unit,
    ),
    Property(
        id="no-levelling-colleagues",
        family="turns",
        statement_vi="Đồng nghiệp được tặng gì không làm thay đổi kết quả của mình",
        statement_en="What colleagues won changes nobody else's outcome",
        bend=Bend.BASE,
        attempts=many.colleagues,
    ),
    Property(
        id="higher-pays",
        family="money",
        statement_vi="Danh hiệu cao hơn không được thưởng ít hơn",
        statement_en="A higher award never pays less",
        scope=Scope.PAID,
        numbers=checks.higher_pays,
    ),
    Property(
        id="exact-money",
        family="money",
        statement_vi="Tiền thưởng đúng mức luật định đến từng đồng",
        statement_en="A bonus is the law's number to the đồng",
        scope=Scope.PAID,
        check=checks.exact_money,
    ),
    Property(
        id="total-is-sum",
        family="money",
        statement_vi="Tổng tiền bằng tổng từng khoản, mỗi nhóm chỉ một khoản",
        statement_en="The total is the sum of its parts, one of each group",
        scope=Scope.PAID,
        check=checks.total_is_sum,
    ),
)
"""Every property, in the order in which they are reported."""


def named(*ids: str) -> tuple[Property, ...]:
    """
    The properties with these ids.

    Raises:
        LookupError: There is none with one of them.
    """
    known = {it.id: it for it in ALL}
    return tuple(known[name] for name in ids)
