"""A small policy and roster as files, for every test of the command line."""

from __future__ import annotations

import pytest

from tests.small import POLICY, ROSTER, text
from thidua_rules.serialization import dumps, policy_to_json


@pytest.fixture(scope="session")
def small_policy(tmp_path_factory):
    """The file of the small policy."""
    path = tmp_path_factory.mktemp("small") / "policy.json"
    path.write_text(dumps(policy_to_json(POLICY)), encoding="utf-8")
    return path


@pytest.fixture(scope="session")
def small_roster(tmp_path_factory):
    """The file of the small roster."""
    path = tmp_path_factory.mktemp("small") / "roster.json"
    path.write_text(text(ROSTER), encoding="utf-8")
    return path


@pytest.fixture(autouse=True)
def _plain(monkeypatch):
    """No setting of the machine asks for colours, or for another width."""
    for name in ("FORCE_COLOR", "NO_COLOR", "TTY_COMPATIBLE", "COLUMNS"):
        monkeypatch.delenv(name, raising=False)
