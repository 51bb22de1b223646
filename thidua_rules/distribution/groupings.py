"""
Into which classes people are counted: by a fact, by the unit, by tests such as those of the State's own statistics.

Declared, never guessed: which fact is the sex and which one makes a leader is data, with defaults for the catalogue's facts.
"""

from __future__ import annotations

from typing import Final

import attrs

from thidua_rules.facts import SubjectKind
from thidua_rules.policies.model import Policy
from thidua_rules.subjects import DecisionState, Roster, Subject
from thidua_rules.values import Value

UNKNOWN: Final = "chua_ro"
OTHER: Final = "khac"

PERSON: Final = (SubjectKind.CA_NHAN,)
PEOPLE: Final = (SubjectKind.CA_NHAN, SubjectKind.HO_GIA_DINH)
MEMBERS: Final = (
    SubjectKind.CA_NHAN,
    SubjectKind.HO_GIA_DINH,
    SubjectKind.TAP_THE,
    SubjectKind.KHU_DAN_CU,
)


@attrs.frozen(order=True)
class Label:
    """
    One class.

    Args:
        id: Its name: a value, the id of a unit, ``chua_ro`` where the fact is not known, ``khac`` for whatever is in none.

        vi: What it is called.

        en: The same in English.
    """

    id: str
    vi: str = attrs.field(order=False)
    en: str = attrs.field(order=False)

    def text(self, lang: str) -> str:
        """The name in ``vi`` or ``en``."""
        return self.en if lang == "en" else self.vi


NOT_KNOWN: Final = Label(UNKNOWN, "chưa rõ", "not known")
NONE_OF_THESE: Final = Label(OTHER, "khác", "other")


@attrs.frozen
class ByFact:
    """
    A class for each value of a fact.

    Args:
        id: The grouping's name.

        label_vi: What it is called.

        label_en: The same in English.

        kinds: The kinds of subject that it is asked of.

        fact: The fact: a choice, a flag or a text.

        names: What the values are called, where the fact's specification doesn't say it well.

        of_units: Whether the fact is looked for in the units above too, the nearest first.
    """

    id: str
    label_vi: str
    label_en: str
    kinds: tuple[SubjectKind, ...]
    fact: str
    names: tuple[tuple[Value, Label], ...] = ()
    of_units: bool = False

    def class_of(self, one: Subject, policy: Policy, roster: Roster, award: str) -> Label:
        """The class of *one*; not known where nobody gave the fact."""
        del award
        value = known(one, self.fact, roster, of_units=self.of_units)
        if value is None:
            return NOT_KNOWN
        for wanted, label in self.names:
            if wanted == value and isinstance(wanted, bool) == isinstance(value, bool):
                return label
        spec = policy.facts.get(self.fact)
        name = str(value)
        if spec is None:
            return Label(name, name, name)
        if spec.personal and not spec.choices and not isinstance(value, bool):
            return NONE_OF_THESE  # its very values are personal: they name nobody's class
        return Label(name, spec.value_label(name, "vi") or name, spec.value_label(name, "en") or name)


@attrs.frozen
class ByUnit:
    """A class for each body that people belong to; who belongs to none is in the class that is not known."""

    id: str
    label_vi: str
    label_en: str
    kinds: tuple[SubjectKind, ...]

    def class_of(self, one: Subject, policy: Policy, roster: Roster, award: str) -> Label:
        """The nearest unit above *one* that is a collective, an area or a commune: a household bears people's names."""
        del policy, award
        above = (roster.subject(name) for name in roster.units_of(one) if roster.has_subject(name))
        unit = next((it for it in above if it.kind not in PEOPLE), None)
        return NOT_KNOWN if unit is None else Label(unit.id, unit.name, unit.name)


@attrs.frozen
class Class:
    """
    A class by tests of several facts: each of *when* is a fact with the values that fit.

    Two classes of one grouping must not fit the same subject; who would be in two is in ``khac``.
    """

    label: Label
    when: tuple[tuple[str, tuple[Value, ...]], ...]


@attrs.frozen
class ByTests:
    """
    Classes by tests; who fits none of them, whatever the missing facts are, is in ``khac``.

    Args:
        classes: The classes.
    """

    id: str
    label_vi: str
    label_en: str
    kinds: tuple[SubjectKind, ...]
    classes: tuple[Class, ...]

    def class_of(self, one: Subject, policy: Policy, roster: Roster, award: str) -> Label:
        """The one class that *one* fits; not known where a missing fact could still tell."""
        del policy, roster, award
        fits: list[Label] = []
        for it in self.classes:
            met = [one.facts.get(fact) in values for fact, values in it.when if fact in one.facts]
            if all(met):
                if len(met) < len(it.when):
                    return NOT_KNOWN
                fits.append(it.label)
        return fits[0] if len(fits) == 1 else NONE_OF_THESE


@attrs.frozen
class ByPast:
    """
    Who was given the same award before: in the list of earlier years, or by a decision of this roster.

    Args:
        records: The list of earlier awards.

        award: Its column with the award.

        year: Its column with the year.

        state: Its column with the state, where ``huy_bo`` takes an award away.
    """

    id: str
    label_vi: str
    label_en: str
    kinds: tuple[SubjectKind, ...]
    records: str = "tich_danh_hieu"
    award: str = "danh_hieu"
    year: str = "nam"
    state: str = "trang_thai"

    def class_of(self, one: Subject, policy: Policy, roster: Roster, award: str) -> Label:
        """Whether *one* held *award* in an earlier year; not known where the list is absent or a row lacks its award."""
        del policy
        if self._decided(one, roster, award):
            return HELD
        rows = one.records.get(self.records)
        if rows is None:
            return NOT_KNOWN
        valid = [row for row in rows if row.get(self.state) != DecisionState.HUY_BO.value]
        if any(row.get(self.award) == award and self._earlier(row.get(self.year), roster) for row in valid):
            return HELD
        unclear = any(
            row.get(self.award, award) == award and not isinstance(row.get(self.year), int) for row in valid
        ) or any(self.award not in row for row in valid)
        return NOT_KNOWN if unclear else NEW

    def _earlier(self, year: object, roster: Roster) -> bool:
        return isinstance(year, int) and year < roster.year

    def _decided(self, one: Subject, roster: Roster, award: str) -> bool:
        return any(
            it.subject == one.id
            and it.award == award
            and it.state is DecisionState.HIEU_LUC
            and it.date.year < roster.year
            for it in roster.decisions
        )


Grouping = ByFact | ByUnit | ByTests | ByPast

HELD: Final = Label("da_dat", "đã đạt ở năm trước", "held it before")
NEW: Final = Label("chua_dat", "chưa từng đạt", "never held it")
LEADER: Final = Label("lanh_dao", "lãnh đạo, quản lý", "leaders")
DIRECT: Final = Label("truc_tiep", "trực tiếp công tác, lao động", "direct workers")


def known(one: Subject, fact: str, roster: Roster, *, of_units: bool) -> Value | None:
    """The fact of *one*, or with *of_units* of the nearest unit above that has it; None where nobody gave it."""
    if fact in one.facts or not of_units:
        return one.facts.get(fact)
    above = (roster.subject(name) for name in roster.units_of(one) if roster.has_subject(name))
    return next((it.facts[fact] for it in above if fact in it.facts), None)


def _rank(name: str, vi: str, en: str, *ranks: str) -> Class:
    return Class(Label(name, vi, en), (("la_lanh_dao", (True,)), ("cap_lanh_dao", ranks)))


STATISTICS: Final = (
    _rank(
        "lanh_dao_bo_tinh",
        "lãnh đạo cấp bộ, tỉnh",
        "leaders of ministry or province rank",
        "bo",
        "tinh",
    ),
    _rank("lanh_dao_vu_so", "lãnh đạo cấp vụ, sở", "leaders of department rank", "vu", "so"),
    _rank(
        "lanh_dao_khac",
        "lãnh đạo khác từ phó trưởng phòng trở lên",
        "other leaders from deputy head of division up",
        "phong",
    ),
    Class(
        Label("doanh_nhan", "doanh nhân", "businesspeople"),
        (("loai_doi_tuong", ("doanh_nhan",)), ("la_lanh_dao", (False,))),
    ),
    Class(
        Label("truc_tiep", "người trực tiếp công tác, lao động, học tập, chiến đấu", "direct workers"),
        (
            (
                "loai_doi_tuong",
                (
                    "can_bo",
                    "cong_chuc",
                    "vien_chuc",
                    "nguoi_hoat_dong_khong_chuyen_trach",
                    "cong_nhan",
                    "nong_dan",
                    "nguoi_lao_dong",
                    "quan_doi",
                    "cong_an",
                    "dan_quan",
                ),
            ),
            ("la_lanh_dao", (False,)),
        ),
    ),
)
"""
The classes of persons on form 0601.N of Thông tư 02/2023/TT-BNV.

The catalogue has no fact for the rank of a leader: ``cap_lanh_dao`` is this grouping's own name for one, so that leaders
whose rank nobody gave are in the class that is not known.
"""

GROUPINGS: Final[tuple[Grouping, ...]] = (
    ByFact("gioi_tinh", "Giới tính", "Sex", PERSON, "gioi_tinh"),
    ByFact(
        "vi_tri",
        "Lãnh đạo hay trực tiếp",
        "Leaders and direct workers",
        PERSON,
        "la_lanh_dao",
        names=((True, LEADER), (False, DIRECT)),
    ),
    ByTests(
        "thong_ke",
        "Phân loại của thống kê nhà nước",
        "Classes of the State's statistics",
        PERSON,
        STATISTICS,
    ),
    ByFact("loai_doi_tuong", "Loại đối tượng", "Kind of person", PERSON, "loai_doi_tuong"),
    ByUnit("don_vi", "Đơn vị", "Unit", PEOPLE),
    ByFact("khu_vuc", "Khu vực", "Area", MEMBERS, "khu_vuc", of_units=True),
    ByFact(
        "khoi_thi_dua",
        "Khối, cụm thi đua",
        "Emulation group",
        (SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU),
        "khoi_thi_dua",
    ),
    ByPast(
        "lan_truoc", "Đã đạt cùng danh hiệu, hình thức ở năm trước", "Held the same award before", MEMBERS
    ),
)
"""What is counted by default, with the facts of the catalogue."""

MARKS: Final = (
    "xep_loai_chat_luong",
    "diem_binh_xet",
    "phieu_dong_y",
    "diem_tham_dinh",
    "diem_cum_quyet_dinh",
)
"""The facts of the catalogue that are marks: a rating, points, a share of votes."""
