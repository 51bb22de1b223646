"""The graph of columns: whoever reads some gets those and what they rest on, and no more."""

from __future__ import annotations

import pytest

# ruff: noqa: E402  # without the extra nothing below can be imported
pl = pytest.importorskip("polars", reason="needs the extra 'columns'")
nw = pytest.importorskip("narwhals", reason="needs the extra 'columns'")

from thidua_rules.errors import InputError
from thidua_rules.readers import columns
from thidua_rules.readers.columns.plan import Plan, named

KEYS = ["roster", "id", "kind", "unit"]


class Counting(columns.Polars):
    """
    Polars, which counts what is worked out.
    """

    kept_frames = 0

    def kept(self, frame):
        self.kept_frames += 1
        return super().kept(frame)


def plan():
    """
    Two people with three numbers.
    """
    frame = pl.LazyFrame(
        {
            "roster": ["r", "r"],
            "id": ["m", "n"],
            "kind": ["k", "k"],
            "unit": ["u", None],
            "a": [1, 2],
            "b": [3, 4],
            "c": [5, 6],
        }
    )
    return Plan(Counting(), nw.from_native(frame))


def values(made, name):
    """
    The column *name*, by id.
    """
    rows = made.frame([name]).select("id", name).to_native().collect().sort("id")
    return rows[name].to_list()


@pytest.mark.parametrize(
    ("expr", "expected"),
    [
        (nw.col("a") + nw.col("b"), {"a", "b"}),
        (nw.when(nw.col("a") > 1).then(nw.col("b")).otherwise(nw.col("c").fill_null(0)), {"a", "b", "c"}),
        (nw.when(nw.col("a").is_null()).then(nw.lit("b")), {"a"}),
        (nw.max_horizontal(nw.col("a"), -nw.col("b").cast(nw.Int64)), {"a", "b"}),
        (nw.all_horizontal(nw.col("a") == 1, ~(nw.col("c") < 2), ignore_nulls=False), {"a", "c"}),
        (nw.col("a").is_in([1, 2]) & nw.col("a").alias("z").is_null(), {"a"}),
        (nw.sum_horizontal(nw.col("b"), nw.lit(1)) // nw.col("c"), {"b", "c"}),
        (nw.lit(1), set()),
    ],
)
def test_named(expr, expected):
    """
    Every column that an expression names is found, and no text.
    """
    assert expected == set(named(expr))


def test_only_what_is_needed():
    """
    A frame holds who is who, the columns asked for, and nothing of the others.
    """
    made = plan()
    made.add({"x": nw.col("a") + 1, "z": nw.col("c")})
    made.add({"y": nw.col("x") * nw.col("b")})

    assert sorted([*KEYS, "y"]) == sorted(made.frame(["y"]).columns)
    assert [6, 12] == values(made, "y")


def test_later_columns_first():
    """
    A column may rest on one that is added after it.
    """
    made = plan()
    made.add({"y": nw.col("x") + 1})
    made.add({"x": nw.col("a") * 10})

    assert [11, 21] == values(made, "y")


def test_rows():
    """
    Rows are chosen by columns that are not among the answers.
    """
    made = plan()
    made.add({"big": nw.col("a") > 1})
    rows = made.rows({"who": nw.col("id"), "twice": nw.col("c") * 2}, nw.col("big"))

    assert [("n", 12)] == rows.to_native().collect().rows()


def test_nothing_kept():
    """
    While nothing is joined, nothing is worked out.
    """
    made = plan()
    made.add({"x": nw.col("a") + 1})
    made.frame(["x"])

    assert 0 == made.backend.kept_frames


def test_attached():
    """
    A side table is worked out once, and joined by the columns that it names; who is not in it gets null.
    """
    made = plan()
    side = nw.from_native(pl.LazyFrame({"_r": ["r"], "_s": ["u"], "s": [7], "other": [8]}))
    made.attach(side, ["s", "other"], ("roster", "unit"))
    made.add({"x": nw.col("s") + nw.col("a")})

    assert 2 == made.backend.kept_frames
    assert [8, None] == values(made, "x")
    assert "other" not in made.frame(["x"]).columns


def test_kept():
    """
    What is kept is not worked out again.
    """
    made = plan()
    made.add({"x": nw.col("a") + 1, "y": nw.col("b") + 1})
    made.keep(["x", "x", "unknown"])

    assert {"y"} == set(made.made)
    assert [2, 3] == values(made, "x")
    made.keep(["x"])
    assert 2 == made.backend.kept_frames


class Deep:
    """A frame of Spark whose plan is too deep for the driver, or that fails otherwise."""

    columns = ("a",)

    def __init__(self, problem):
        self.problem = problem

    def to_native(self):
        return self

    def collect(self):
        raise RuntimeError(self.problem)

    @property
    def write(self):
        return self

    def mode(self, _):
        return self

    def parquet(self, _):
        raise RuntimeError(self.problem)


def test_a_plan_too_deep_for_the_driver(tmp_path):
    """
    Where Spark's driver has too small a stack one line says what to set; anything else comes through.
    """
    engine, deep = columns.Spark(None), Deep("trace ... java.lang.StackOverflowError ... trace")

    with pytest.raises(
        InputError, match=r"^session: .*StackOverflowError: set spark.driver.extraJavaOptions=-Xss"
    ):
        engine.rows(deep)
    with pytest.raises(InputError, match="session"):
        engine.write(deep, tmp_path, 0)
    with pytest.raises(RuntimeError, match="disk full"):
        engine.rows(Deep("disk full"))
