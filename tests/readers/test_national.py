"""The invented country: the same whatever the chunk, and judged alike by both paths."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

# ruff: noqa: E402  # without the extra nothing below can be imported
pl = pytest.importorskip("polars", reason="needs the extra 'columns'")
pytest.importorskip("narwhals", reason="needs the extra 'columns'")

from tests.readers.same import by_scalar, read_all
from thidua_rules import load_policy
from thidua_rules.readers import columns
from thidua_rules.readers.columns.rebuild import rebuilt

SCRIPT = Path(__file__).parents[2] / "examples" / "national.py"
AWARDS = ("gia_dinh_van_hoa", "lao_dong_tien_tien", "thon_van_hoa")


@pytest.fixture(scope="module")
def national():
    """
    The script as a module.
    """
    spec = importlib.util.spec_from_file_location("national", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def table(folder, name):
    """
    One table of a country, sorted.
    """
    found = pl.read_parquet(folder / name / "*.parquet")
    return found.sort(found.columns)


@pytest.mark.parametrize("name", ["subjects", "records/dang_ky_thi_dua", "records/hinh_thuc_ky_luat"])
def test_chunks(national, tmp_path, name):
    """
    The chunk changes the files and nothing in them.
    """
    national.write_country(tmp_path / "a", 4, (200, 80), 7, 4)
    national.write_country(tmp_path / "b", 4, (200, 80), 7, 1)

    assert table(tmp_path / "a", name).equals(table(tmp_path / "b", name))


def test_both_paths(national, tmp_path):
    """
    Rebuilt communes, asked by the scalar path, have the outcomes of the columns.
    """
    national.write_country(tmp_path, 2, (120, 40), 7, 2)
    policy, frames = load_policy("phap_luat_2003"), columns.Frames.scan_parquet(tmp_path)
    rosters = list(rebuilt(policy, frames, frames.roster_ids()))
    result = columns.evaluate(policy, frames, awards=AWARDS)

    assert by_scalar(policy, rosters, awards=AWARDS) == read_all(result)
