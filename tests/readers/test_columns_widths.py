"""The columns reader where an expression changes its shape: wider masks, longer lists of texts."""

from __future__ import annotations

import attrs
import pytest

# without the extra nothing below can be imported
pytest.importorskip("polars", reason="needs the extra 'columns'")
pytest.importorskip("narwhals", reason="needs the extra 'columns'")

from tests import worlds
from tests.readers.engines import duckdb_backend, spark_backend
from tests.readers.same import differences
from tests.worlds import BASE, clause, good, person
from thidua_rules.criteria import Is, OneOf
from thidua_rules.readers.columns.expressions import FEW

ENGINES = {"polars": lambda: None, "duckdb": duckdb_backend, "spark": spark_backend}
PEOPLE = (good("co", khoi="k1"), good("khac", khoi="k2", tot=False), person("thieu"))


def asking(*criteria):
    """
    The policy with one award, of one clause for each of *criteria*.
    """
    clauses = tuple(clause(f"dk{i}", one) for i, one in enumerate(criteria))
    return worlds.policy(attrs.evolve(BASE, eligibility=clauses))


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("number", [7, 8, 31, 32, 62])
def test_masks(engine, number):
    """
    Every bit of the masks is there, the highest too, however many clauses there are.
    """
    if engine == "spark" and number != 8:
        pytest.skip("slow, and the others say it")
    policy = asking(*[Is("tot")] * number)

    assert {} == differences(policy, [worlds.roster(*PEOPLE)], ENGINES[engine]())


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("number", [0, 1, FEW, FEW + 1])
def test_texts(engine, number):
    """
    A text is one of none, of one, of a few and of many; where it is missing the answer is open.
    """
    if engine == "spark" and number != FEW + 1:
        pytest.skip("slow, and the others say it")
    policy = asking(OneOf("khoi", tuple(f"k{i + 1}" for i in range(number))))

    assert {} == differences(policy, [worlds.roster(*PEOPLE)], ENGINES[engine]())
