"""A policy of one award under one law, made of whatever criteria a test gives, and cases of it."""

from __future__ import annotations

from thidua_rules.awards import Authority, Award, Form
from thidua_rules.citations import Citation, Instrument
from thidua_rules.criteria import Clause
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind
from thidua_rules.policies.layers import Dated, Layer, ParameterSpec
from thidua_rules.policies.model import Policy

LAW = Citation("luat", "10", "6")
WORDS = {"label_vi": "Điều kiện thử", "label_en": "condition tried"}


def clause(name, criterion, **more):
    """A clause of article 10."""
    return Clause(name, LAW, f"Điều kiện {name}", f"condition {name}", criterion, **more)


FACTS = (
    FactSpec(id="tuoi", type=FactType.INTEGER, minimum=0, maximum=10, **WORDS),
    FactSpec(id="diem", type=FactType.DECIMAL, minimum=0, maximum=100, **WORDS),
    FactSpec(id="tot", type=FactType.FLAG, **WORDS),
    FactSpec(id="ngay", type=FactType.DATE, **WORDS),
    FactSpec(
        id="loai",
        type=FactType.CHOICE,
        choices=(Choice("a", "Loại A", "kind A"), Choice("b", "Loại B", "kind B")),
        **WORDS,
    ),
)


def policy_of(*criteria, parameters=(), settings=(), additions=(), **award):
    """A policy of one award that asks *criteria*, named c1 and so on."""
    given = {
        "id": "giay",
        "title_vi": "Giấy khen",
        "title_en": "Certificate",
        "form": Form.HINH_THUC,
        "recipients": (SubjectKind.CA_NHAN, SubjectKind.TAP_THE),
        "authority": Authority.CHU_TICH_UBND_XA,
        "citations": (Citation("luat", "1"),),
        "eligibility": tuple(clause(f"c{i}", one) for i, one in enumerate(criteria, 1)),
    }
    layer = Layer(
        id="luat",
        title_vi="Luật",
        title_en="Law",
        level="luat",
        instruments=(Instrument("luat", "Luật thử", "Trial law"),),
        facts=FACTS,
        parameters=tuple(parameters),
        settings=tuple(settings),
        additions=tuple(additions),
        awards=(Award(**{**given, **award}),),
    )
    return Policy(id="thu", title_vi="Thử", title_en="Trial", layers=(layer,))


def parameter(name, *values, **more):
    """A parameter that always had *values*."""
    dated = tuple(Dated(value=value) for value in values)
    return ParameterSpec(id=name, values=dated, citation=LAW, **WORDS, **more)


CASE = """
- id: {id}
  description: Một tình huống
  policy: {{file: {file}}}
  award: giay
  on: 2022-12-31
  subject: {{kind: ca_nhan, facts: {{{facts}}}}}
  expected: {{{expected}}}
"""
