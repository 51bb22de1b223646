"""What may be asked about a subject: typed, labelled questions, and the records that are lists of them."""

from __future__ import annotations

from decimal import Decimal
from enum import Enum

import attrs

from thidua_rules.values import Value


class FactType(Enum):
    """The type of a fact: what its value must be."""

    FLAG = "flag"
    INTEGER = "integer"
    DECIMAL = "decimal"
    DATE = "date"
    PARTIAL_DATE = "partial_date"
    CHOICE = "choice"
    TEXT = "text"
    RECORDS = "records"


class SubjectKind(Enum):
    """The five kinds of subject."""

    CA_NHAN = "ca_nhan"
    TAP_THE = "tap_the"
    HO_GIA_DINH = "ho_gia_dinh"
    KHU_DAN_CU = "khu_dan_cu"
    XA = "xa"


ALL_KINDS: tuple[SubjectKind, ...] = tuple(SubjectKind)


@attrs.frozen
class Choice:
    """One value of a fact of type ``choice``, with its labels."""

    id: str
    label_vi: str
    label_en: str


@attrs.frozen(kw_only=True)
class FactSpec:
    """
    A typed, labelled question about a subject.

    Args:
        id: Its name, ascii Vietnamese.

        type: What its value must be.

        label_vi: The question as people read it.

        label_en: The same in English.

        unit: The unit of a number: ``nguoi``, ``thang``, ``phan_tram``, ``diem``, ``dong`` …

        subjects: The kinds of subject that it can be asked of.

        choices: The values of a ``choice``, from the lowest to the highest where they have an order.

        minimum: The smallest number allowed.

        maximum: The largest number allowed.

        personal: Whether its value never appears in a message, repr or log.

        changeable: Whether the subject or its unit could still bring it about, so that a path to an award may name it.

        may_be_unassigned: Whether ``khong_giao`` and ``khong_ap_dung`` may stand in its place.

        fields: For ``records``, the columns of one row.

    A ``partial_date`` is text: ``YYYY``, ``YYYY-MM`` or ``YYYY-MM-DD``; it is shown and never compared.
    """

    id: str
    type: FactType
    label_vi: str
    label_en: str
    unit: str = ""
    subjects: tuple[SubjectKind, ...] = ALL_KINDS
    choices: tuple[Choice, ...] = ()
    minimum: Decimal | int | None = None
    maximum: Decimal | int | None = None
    personal: bool = False
    changeable: bool = False
    may_be_unassigned: bool = False
    fields: tuple[FactSpec, ...] = ()

    def label(self, lang: str) -> str:
        """The label in ``vi`` or ``en``."""
        return self.label_en if lang == "en" else self.label_vi

    def field(self, name: str) -> FactSpec | None:
        """The column *name* of a record, or None."""
        return next((field for field in self.fields if field.id == name), None)

    def value_label(self, value: Value, lang: str) -> str | None:
        """The label of a choice's value, or None where the value has none."""
        found = next((choice for choice in self.choices if choice.id == value), None)
        if found is None:
            return None
        return found.label_en if lang == "en" else found.label_vi
