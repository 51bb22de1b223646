"""How the facts of this regime are written: kinds of subject, types, columns of a list."""

from __future__ import annotations

from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind

CA_NHAN = (SubjectKind.CA_NHAN,)
TAP_THE = (SubjectKind.TAP_THE,)
HO = (SubjectKind.HO_GIA_DINH,)
KHU = (SubjectKind.KHU_DAN_CU,)
XA = (SubjectKind.XA,)
DON_VI = (SubjectKind.TAP_THE, SubjectKind.KHU_DAN_CU)

FLAG, INTEGER, DECIMAL, DATE = FactType.FLAG, FactType.INTEGER, FactType.DECIMAL, FactType.DATE
CHOICE, TEXT, RECORDS = FactType.CHOICE, FactType.TEXT, FactType.RECORDS


def cot(
    name: str, kind: FactType, vi: str, en: str, choices: tuple[Choice, ...] = (), unit: str = ""
) -> FactSpec:
    """One column of a list."""
    return FactSpec(id=name, type=kind, label_vi=vi, label_en=en, choices=choices, unit=unit)
