"""``fairness``: what is tried and what is counted, in each form."""

from __future__ import annotations

import html.parser
import json
import re
import subprocess
import sys

import jsonschema
import pytest

from tests.cli.calls import EXAMPLE, call
from tests.small import PRIVATE
from thidua_rules.serialization import schema

VOID = {"meta", "br", "link", "hr", "img"}


class Reader(html.parser.HTMLParser):
    """Reads a page: its tags are closed in their order, and what it loads or runs is noted."""

    def __init__(self, text):
        super().__init__()
        self.open, self.wrong, self.tags, self.texts = [], [], [], []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.wrong.append(tag)

    def handle_data(self, data):
        self.texts.append(data)


@pytest.fixture(scope="module")
def page(small_policy, small_roster):
    """The page of the small policy."""
    found = call("fairness", small_policy, "--roster", small_roster, "--tries", 1, "--format", "html")
    return found.out


def test_table(small_policy, small_roster):
    """
    The table names every property, then who is put forward; progress goes to standard error.
    """
    found = call("fairness", small_policy, "--roster", small_roster, "--tries", 1)

    assert [] == found.untidy
    assert "Quy định có công bằng không" in found.out
    assert "Ai được đề nghị: tổng hợp" in found.out
    assert "đã thử 2/2" in found.err


def test_languages(small_policy):
    """
    English says the same in English.
    """
    found = call("fairness", small_policy, "--tries", 1, "--lang", "en")

    assert [] == found.untidy
    assert "Are the rules fair" in found.out
    assert "Who is put forward" not in found.out


def test_json(small_policy, small_roster):
    """
    As JSON it fits its schema, and is read back as it was written.
    """
    found = call("fairness", small_policy, "--roster", small_roster, "--tries", 1, "--format", "json")

    jsonschema.validate(found.data, schema("fairness"))
    assert json.loads(json.dumps(found.data)) == found.data
    assert found.data["complete"]
    assert found.data["distribution"]["least"] == 5


def test_json_without_roster(small_policy):
    """
    Without a roster there is no distribution.
    """
    found = call("fairness", small_policy, "--tries", 1, "--format", "json").data

    jsonschema.validate(found, schema("fairness"))
    assert found["distribution"] is None


def test_budget():
    """
    With no time at all nothing is tried, and that is said of each property and award; it is no refutation.
    """
    found = call("fairness", "xuan_son_2022", "--budget", 0, "--format", "json")

    jsonschema.validate(found.data, schema("fairness"))
    assert 0 == found.code
    assert not found.data["complete"]
    assert {("NOT_TRIED", "budget", "the time was over")} == {
        (one["answer"], one["reason"], one["reason_en"]) for one in found.data["results"]
    }
    assert "Hết thời gian" in call("fairness", "xuan_son_2022", "--budget", 0).out


def test_usage():
    """
    A number of tries under one, and a policy that isn't there, are wrong usage; a roster with faults is not.
    """
    assert 2 == call("fairness", "xuan_son_2022", "--tries", 0).code
    assert 2 == call("fairness", "nothing").code
    assert 1 == call("fairness", "xuan_son_2022", "--roster", "-", stdin=b"{}").code


def test_acceptances(tmp_path):
    """
    A file of acceptances with faults is exit code 1, with each fault; nothing is called stale that the time didn't reach.
    """
    bad, good = tmp_path / "bad.yaml", tmp_path / "good.yaml"
    bad.write_text("- {hash: 1}\n", encoding="utf-8")
    good.write_text("- {hash: abc, reason: thử, citation: nd_91_2017/3}\n", encoding="utf-8")

    assert 1 == call("fairness", "xuan_son_2022", "--budget", 0, "--accepted", bad).code
    assert 0 == call("fairness", "xuan_son_2022", "--budget", 0, "--accepted", good).code


def test_stale(small_policy, tmp_path):
    """
    An acceptance that nothing calls for is named; it may need more tries to be found, so it is no fault.
    """
    stale = tmp_path / "stale.yaml"
    stale.write_text("- {hash: abc, reason: thử, citation: nd_91_2017/3}\n", encoding="utf-8")
    found = call("fairness", small_policy, "--tries", 1, "--accepted", stale)

    assert "abc (thử)" in found.out
    assert call("fairness", small_policy, "--tries", 1).code == found.code


def test_page_is_well_formed(page):
    """
    Every tag is closed in its order; each table has a caption and headings; nothing is loaded or run.
    """
    read = Reader(page)
    names = [tag for tag, _ in read.tags]

    assert ([], []) == (read.open, read.wrong)
    assert names.count("table") == names.count("caption") > 3
    assert {"script", "link", "img", "iframe", "form"}.isdisjoint(names)
    assert "vi" == read.tags[0][1]["lang"]
    assert not re.search(r"https?:|url\(|@import", page)
    assert all("scope" in attrs for tag, attrs in read.tags if tag == "th")


def test_page_begins_with_what_a_council_reads(page):
    """
    First how the properties stand, the short answers and who is put forward; everything else is closed below.
    """
    front, _, details = page.partition("<details>")

    assert ["1. Quy định có công bằng không", "3. Ai được đề nghị: tổng hợp"] == re.findall(
        r">(1\. [^<]*|3\. [^<]*)</h2>", front
    )
    assert "Quy định có công bằng không: từng tính chất đã được thử" in details


def test_page_explains_what_is_held_back(page):
    """
    Each number that is held back says so to whoever listens to the page.
    """
    labels = [attrs["aria-label"] for tag, attrs in Reader(page).tags if tag == "span"]

    assert {"không hiện vì nhóm quá nhỏ"} == set(labels)


@pytest.mark.parametrize("form", ["table", "json", "html"])
def test_no_personal_fact(small_policy, small_roster, form):
    """
    No form shows what is private.
    """
    found = call("fairness", small_policy, "--roster", small_roster, "--tries", 1, "--format", form)

    assert PRIVATE not in found.out


@pytest.mark.parametrize("form", ["table", "json", "html"])
def test_nobody_of_the_example(form):
    """
    Nobody of the example's two thousand people and households is named, nor their ids, birthdays and numbers.
    """
    found = call("fairness", "xuan_son_2022", "--roster", EXAMPLE, "--budget", 0, "--format", form)
    subjects = json.loads(EXAMPLE.read_text(encoding="utf-8"))["subjects"]
    people = [one for one in subjects if one["kind"] in {"ca_nhan", "ho_gia_dinh"}]
    secret = {one["name"] for one in people} | {f'"{one["id"]}"' for one in people}
    secret |= {
        str(one["facts"][name]) for one in people for name in ("so_cccd", "ngay_sinh") if name in one["facts"]
    }

    assert 0 == found.code
    assert [] == sorted(one for one in secret if one in found.out)


def test_written_to_a_file(small_policy, tmp_path):
    """
    With -o the report is written to a file.
    """
    path = tmp_path / "r.html"
    found = call("fairness", small_policy, "--tries", 1, "--format", "html", "-o", path)

    assert "" == found.out
    assert path.read_text(encoding="utf-8").lstrip().startswith("<!DOCTYPE html>")


def test_schema():
    """
    The schema of the report can be asked for, and is one.
    """
    found = call("schema", "fairness").data

    jsonschema.Draft202012Validator.check_schema(found)
    assert schema("fairness") == found


@pytest.mark.parametrize(
    ("library", "advice"),
    [
        ("yaml", "fairness needs the extra 'testing': pip install 'thidua-rules[testing]'"),
        ("jinja2", "pages need Jinja2, which is not installed: pip install 'thidua-rules[report]'"),
    ],
)
def test_missing_extra(library, advice):
    """
    Where an extra is missing the command says what to install: exit code 2.
    """
    arguments = ["fairness", "xuan_son_2022", "--budget", "0", "--format", "html"]
    script = (
        f"import sys; sys.modules[{library!r}] = None; "
        f"from thidua_rules.cli import main; sys.exit(main({arguments!r}))"
    )
    found = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)

    assert (2, b"") == (found.returncode, found.stdout)
    assert advice in found.stderr.decode()
