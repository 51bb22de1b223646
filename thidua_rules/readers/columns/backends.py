"""What the engines do each in its own way: keep a frame, make one, fetch its rows, read and write Parquet."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, Protocol, TypeAlias

import attrs
import narwhals as nw

from thidua_rules.errors import InputError

Frame: TypeAlias = "nw.LazyFrame[Any]"
Row: TypeAlias = Mapping[str, Any]

TEXT: Final = "text"
WHOLE: Final = "whole"
FLAG: Final = "flag"
DAY: Final = "day"
"""Types of a column, beside a number of decimal places, which stands for a decimal."""

Type: TypeAlias = str | int
DIGITS: Final = 38


class Backend(Protocol):
    """One engine."""

    def kept(self, frame: Frame) -> Frame:
        """*frame*, worked out once."""

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """The rows of *frame*, brought here."""

    def made(self, types: Mapping[str, Type], rows: Sequence[Row]) -> Frame:
        """A frame of *rows*."""

    def scan(self, folder: Path) -> Frame:
        """The Parquet files of *folder*, not yet read."""

    def write(self, frame: Frame, folder: Path, part: int) -> None:
        """Writes *frame* as one more part of *folder*."""

    def renamed(self, frame: Frame, names: Mapping[str, str]) -> Frame:
        """*frame* with other names, which may hold dots."""

    def release(self) -> None:
        """Forgets what was kept."""


@attrs.define
class Polars:
    """Lazy Polars: the default."""

    def kept(self, frame: Frame) -> Frame:
        """Collected."""
        return _lazy(frame.to_native().collect().lazy())

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """Collected, as dicts."""
        found: list[dict[str, Any]] = frame.to_native().collect(engine="streaming").to_dicts()
        return found

    def made(self, types: Mapping[str, Type], rows: Sequence[Row]) -> Frame:
        """A lazy frame over columns."""
        import polars as pl  # noqa: PLC0415  # only where it is the engine

        named = {TEXT: pl.String(), WHOLE: pl.Int64(), FLAG: pl.Boolean(), DAY: pl.Date()}
        schema = {k: named[t] if isinstance(t, str) else pl.Decimal(DIGITS, t) for k, t in types.items()}
        columns = {k: [_exact(row.get(k), kind) for row in rows] for k, kind in types.items()}
        return _lazy(pl.DataFrame(columns, schema=schema).lazy())

    def scan(self, folder: Path) -> Frame:
        """A lazy scan."""
        import polars as pl  # noqa: PLC0415

        return _lazy(pl.scan_parquet(folder / "*.parquet"))

    def write(self, frame: Frame, folder: Path, part: int) -> None:
        """Streamed into one file."""
        folder.mkdir(parents=True, exist_ok=True)
        frame.to_native().sink_parquet(folder / f"part-{part:05d}.parquet")

    def renamed(self, frame: Frame, names: Mapping[str, str]) -> Frame:
        """Renamed."""
        return frame.rename(dict(names))

    def release(self) -> None:
        """Nothing to do: memory goes with the frame."""


@attrs.define
class DuckDB:
    """
    DuckDB: what is kept becomes a temporary table of the connection.

    Args:
        relation: Any relation of the connection.
    """

    relation: Any
    tables: list[str] = attrs.field(factory=list)

    def kept(self, frame: Frame) -> Frame:
        """A temporary table."""
        native = frame.to_native()
        name = f"thidua_{uuid.uuid4().hex}"
        native.query("thidua_view", f"create temp table {name} as select * from thidua_view")  # noqa: S608  # our own name
        self.tables.append(name)
        return _lazy(self.relation.query("thidua_view", f"select * from {name}"))  # noqa: S608  # our own name

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """Fetched, as dicts."""
        native = frame.to_native()
        names = native.columns
        return [dict(zip(names, row, strict=True)) for row in native.fetchall()]

    def made(self, types: Mapping[str, Type], rows: Sequence[Row]) -> Frame:
        """A temporary table filled from literals."""
        named = {TEXT: "varchar", WHOLE: "bigint", FLAG: "boolean", DAY: "date"}
        columns = {k: named[t] if isinstance(t, str) else f"decimal({DIGITS}, {t})" for k, t in types.items()}
        name = f"thidua_{uuid.uuid4().hex}"
        listed = ", ".join(f'"{k}" {kind}' for k, kind in columns.items())
        self.relation.query("thidua_view", f"create temp table {name} ({listed})")
        self.tables.append(name)
        for start in range(0, len(rows), 500):
            values = ", ".join(
                f"({', '.join(_sql(row.get(k)) for k in types)})" for row in rows[start : start + 500]
            )
            self.relation.query("thidua_view", f"insert into {name} values {values}")  # noqa: S608  # quoted below
        return _lazy(self.relation.query("thidua_view", f"select * from {name}"))  # noqa: S608

    def scan(self, folder: Path) -> Frame:
        """A view of the files."""
        path = _sql(str(folder / "*.parquet"))
        return _lazy(self.relation.query("thidua_view", f"select * from read_parquet({path})"))  # noqa: S608

    def write(self, frame: Frame, folder: Path, part: int) -> None:
        """One file."""
        folder.mkdir(parents=True, exist_ok=True)
        frame.to_native().write_parquet(str(folder / f"part-{part:05d}.parquet"))

    def renamed(self, frame: Frame, names: Mapping[str, str]) -> Frame:
        """Renamed."""
        return frame.rename(dict(names))

    def release(self) -> None:
        """Drops the temporary tables."""
        for name in self.tables:
            self.relation.query("thidua_view", f"drop table if exists {name}")
        self.tables.clear()


def _lazy(native: Any) -> Frame:  # noqa: ANN401  # a frame of any engine
    frame: Frame = nw.from_native(native)
    return frame


def _exact(value: Any, kind: Type) -> Any:  # noqa: ANN401  # a cell
    """*value* as a decimal where its column is one."""
    return Decimal(value) if isinstance(value, int) and isinstance(kind, int) else value


def _sql(value: object) -> str:
    """*value* as an SQL literal."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (int, Decimal)):
        return format(value, "f") if isinstance(value, Decimal) else str(value)
    if isinstance(value, dt.date):
        return f"date '{value.isoformat()}'"
    return "'" + str(value).replace("'", "''") + "'"


@contextmanager
def _stack() -> Iterator[None]:
    """
    One line in place of Java's trace where the driver's stack is too small for the plan.

    Raises:
        InputError: It is.
    """
    try:
        yield
    except Exception as error:
        if "java.lang.StackOverflowError" not in str(error):
            raise
    else:
        return
    option = "spark.driver.extraJavaOptions=-Xss32m"
    raise InputError.one(
        "session", f"expected a driver with a stack for a deep plan, got a StackOverflowError: set {option}"
    )


@attrs.define
class Spark:
    """
    PySpark: what is kept becomes a checkpoint, reliable where the session has a directory for it, else local.

    Args:
        session: The session.

    Raises:
        InputError: The driver's stack is too small for the plan of a large policy.
    """

    session: Any
    frames: list[Any] = attrs.field(factory=list)

    def kept(self, frame: Frame) -> Frame:
        """A checkpoint."""
        native = frame.to_native()
        reliable = self.session.sparkContext._jsc.sc().getCheckpointDir().isDefined()  # noqa: SLF001  # no other way to ask
        with _stack():
            kept = native.checkpoint() if reliable else native.localCheckpoint()
        self.frames.append(kept)
        return _lazy(kept)

    def rows(self, frame: Frame) -> list[dict[str, Any]]:
        """Collected, as dicts."""
        native = frame.to_native()
        names = native.columns
        with _stack():
            rows = native.collect()
        return [dict(zip(names, row, strict=True)) for row in rows]

    def made(self, types: Mapping[str, Type], rows: Sequence[Row]) -> Frame:
        """A frame with a schema."""
        from pyspark.sql import types as t  # noqa: PLC0415  # only where it is the engine

        named = {TEXT: t.StringType(), WHOLE: t.LongType(), FLAG: t.BooleanType(), DAY: t.DateType()}
        fields = [
            t.StructField(k, named[kind] if isinstance(kind, str) else t.DecimalType(DIGITS, kind))
            for k, kind in types.items()
        ]
        data = [tuple(_exact(row.get(k), kind) for k, kind in types.items()) for row in rows]
        return _lazy(self.session.createDataFrame(data, t.StructType(fields)))

    def scan(self, folder: Path) -> Frame:
        """A scan."""
        return _lazy(self.session.read.parquet(str(folder)))

    def write(self, frame: Frame, folder: Path, part: int) -> None:
        """Spark's own files; each part is added to the folder."""
        writer = frame.to_native().write.mode("append" if part else "overwrite")
        with _stack():
            writer.parquet(str(folder))

    def renamed(self, frame: Frame, names: Mapping[str, str]) -> Frame:
        """Renamed; Spark takes a dot in a name that it is asked for as a step into a struct."""
        native = frame.to_native()
        return _lazy(native.toDF(*[names.get(one, one) for one in native.columns]))

    def release(self) -> None:
        """Forgets the checkpoints."""
        for frame in self.frames:
            frame.unpersist()
        self.frames.clear()


def backend_of(native: object) -> Backend:
    """
    The engine of *native*.

    Raises:
        InputError: It is no lazy frame of Polars, DuckDB or PySpark.
    """
    kind = f"{type(native).__module__}.{type(native).__name__}"
    if kind.startswith("polars.") and kind.endswith("LazyFrame"):
        return Polars()
    if kind.endswith("DuckDBPyRelation"):
        return DuckDB(native)
    if kind.startswith("pyspark."):
        return Spark(native.sparkSession)  # type: ignore[attr-defined]
    raise InputError.one("frames", f"expected a lazy frame of Polars, DuckDB or PySpark, got {kind}")
