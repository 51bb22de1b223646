"""How the modules of this regime write a parameter that has one value at all times."""

from __future__ import annotations

from thidua_rules.citations import Citation, Standing
from thidua_rules.policies.layers import Dated, ParameterSpec
from thidua_rules.values import Value


def tham_so(
    name: str,
    vi: str,
    en: str,
    value: Value,
    cite: str,
    *,
    unit: str = "",
    standing: Standing = Standing.CONFIRMED,
    minimum: Value | None = None,
    maximum: Value | None = None,
    settable: bool = False,
    choices: tuple[str, ...] = (),
) -> ParameterSpec:
    """The parameter *name* with one *value*; *cite* is written as ``instrument/article/clause/point``."""
    return ParameterSpec(
        id=name,
        label_vi=vi,
        label_en=en,
        unit=unit,
        values=(Dated(value=value),),
        minimum=minimum,
        maximum=maximum,
        choices=choices,
        settable=settable,
        citation=Citation.parse(cite),
        standing=standing,
    )
