"""Settings for every test: no clock, no randomness that differs from run to run."""

from __future__ import annotations

from importlib.util import find_spec

from hypothesis import HealthCheck, settings

settings.register_profile(
    "repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repeatable")

NEEDS = {
    "click": ["cli/*", "test_docs.py"],
    "jinja2": ["reports/*", "cli/test_cli_fairness.py"],
    "jsonschema": [
        "serialization/test_json_evaluations.py",
        "serialization/test_json_reports.py",
        "serialization/test_json_distributions.py",
        "cli/test_cli_fairness.py",
        "cli/test_fairness_tables.py",
    ],
    "yaml": ["conformance/*", "fairness/*", "testing/*", "test_law_pages.py"],
}
"""What cannot be imported without an extra; the rest also runs with the core alone."""

collect_ignore_glob = [path for name, paths in NEEDS.items() if find_spec(name) is None for path in paths]
