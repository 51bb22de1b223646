"""
The same policy over data frames: a whole country at once, on lazy Polars, DuckDB or PySpark, through narwhals.

Communes don't know each other, so one frame holds thousands of them. The statuses are those of ``evaluate``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from thidua_rules.errors import MissingExtraError

try:
    import narwhals as _narwhals
except ModuleNotFoundError as error:
    message = "columns need the extra 'columns': pip install 'thidua-rules[columns]'"
    raise MissingExtraError("columns", message) from error

from thidua_rules.readers.columns.backends import DuckDB, Polars, Spark
from thidua_rules.readers.columns.build import ColumnsWarning
from thidua_rules.readers.columns.checks import check_frames
from thidua_rules.readers.columns.frames import Frames
from thidua_rules.readers.columns.result import Result
from thidua_rules.readers.columns.run import evaluate, evaluate_parquet

if TYPE_CHECKING:
    del _narwhals

__all__ = [
    "ColumnsWarning",
    "DuckDB",
    "Frames",
    "Polars",
    "Result",
    "Spark",
    "check_frames",
    "evaluate",
    "evaluate_parquet",
]
