"""The engines that are installed; each is made once."""

from __future__ import annotations

import functools
import shutil
import warnings

import pytest

from thidua_rules.readers import columns


@functools.cache
def duckdb_backend():
    """
    A connection of its own.
    """
    duckdb = pytest.importorskip("duckdb", reason="needs the extra 'columns'")
    return columns.DuckDB(duckdb.connect().sql("select 1 as one"))


@functools.cache
def spark_backend():
    """
    One local session for the whole run, with few partitions.
    """
    sql = pytest.importorskip("pyspark.sql", reason="needs the extra 'spark'")
    if shutil.which("java") is None:
        pytest.skip("needs Java")
    options = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "1",
        "spark.sql.adaptive.enabled": "false",
        "spark.driver.memory": "2g",
        # a plan of a whole law is deeper than the usual stack
        "spark.driver.extraJavaOptions": "-Xss32m",
        # to compile a plan takes longer than to run it over a few rows
        "spark.sql.codegen.wholeStage": "false",
        "spark.sql.codegen.factoryMode": "NO_CODEGEN",
        "spark.python.sql.dataFrameDebugging.enabled": "false",
    }
    builder = sql.SparkSession.builder.master("local[1]")
    for name, value in options.items():
        builder = builder.config(name, value)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        session = builder.getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    return columns.Spark(session)
