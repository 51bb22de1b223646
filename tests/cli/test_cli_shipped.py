"""The shipped example through the command line: what an officer of a commune sees, and what a program reads."""

from __future__ import annotations

import json
import re

import jsonschema
import pytest

from tests.cli.calls import EXAMPLE, call
from thidua_rules import load_policy
from thidua_rules.evaluation import Status

ENGLISH = re.compile(r"(?<![\w-])(the|of|is|not|and|expected|required|got|with|None|True|False)(?![\w-])")
EXPLAINED = (
    ("cb-09", "chien_si_thi_dua_co_so"),
    ("cb-24", "lao_dong_tien_tien"),
    ("khoi-ubnd", "tap_the_lao_dong_xuat_sac"),
    ("cb-21", "giay_khen_chu_tich_ubnd_xa"),
    ("ho-01-014", "gia_dinh_van_hoa"),
)


@pytest.fixture(scope="module")
def roster():
    """The roster as data."""
    return json.loads(EXAMPLE.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def evaluated():
    """The evaluation as JSON."""
    return call("evaluate", EXAMPLE, "--format", "json")


@pytest.fixture(scope="module")
def texts():
    """What is shown as text, by its command line."""
    lines = [
        (name, lang, *more)
        for lang in ("vi", "en")
        for name, *more in (
            ("demo",),
            ("evaluate", EXAMPLE),
            ("compare", EXAMPLE, "--set", "ty_le_cstdcs=0.3"),
            ("check", EXAMPLE),
            ("policies",),
            ("policies", "xuan_son_2022"),
            ("review", "xuan_son_2022", "--no-proofs"),
        )
    ]
    lines += [("explain", "vi", EXAMPLE, *one) for one in EXPLAINED]
    return {line: call(line[0], *line[2:], "--lang", line[1]) for line in lines}


def personal(roster) -> set[str]:
    """The numbers and days of the roster that are personal."""
    specs = load_policy("xuan_son_2022").facts
    values = {
        str(value)
        for subject in roster["subjects"]
        for name, value in subject["facts"].items()
        if specs[name].personal and isinstance(value, str)
    }
    return {value for value in values if len(value) >= 8}


class TestBeyondTheLaw:
    @pytest.mark.parametrize(
        ("lang", "words"),
        [
            ("vi", "văn bản cấp trên cho phép 0–0.15 [khoản 3 Điều 9 NĐ 91/2017/NĐ-CP]"),
            ("en", "the higher instrument allows 0–0.15 [clause 3 article 9 Decree 91/2017/NĐ-CP]"),
        ],
    )
    def test_rate(self, texts, lang, words):
        """
        A rate above that of the decree is compared, and said to be above it.
        """
        shown = texts["compare", lang, EXAMPLE, "--set", "ty_le_cstdcs=0.3"].out

        assert words in " ".join(shown.split())


class TestText:
    def test_done(self, texts):
        """
        Every command is done, with nothing on standard error.
        """
        assert {(0, "")} == {(one.code, one.err) for one in texts.values()}

    def test_tidy(self, texts):
        """
        No line is too wide, ends in spaces, holds an escape, or is not in NFC.
        """
        assert [] == [line for one in texts.values() for line in one.untidy]

    def test_vietnamese(self, texts):
        """
        No English stands in what is shown in Vietnamese.
        """
        shown = [line for key, one in texts.items() if key[1] == "vi" for line in one.out.splitlines()]

        assert [] == [line for line in shown if ENGLISH.search(line) and "thidua-rules" not in line]

    def test_nothing_personal(self, texts, evaluated, roster):
        """
        No number of an identity card and no day of birth is shown.
        """
        shown = [evaluated.out, *(one.out for one in texts.values())]
        numbers = {number for one in shown for number in re.findall(r"[0-9][0-9-]{7,}", one)}

        assert personal(roster)
        assert set() == personal(roster) & numbers

    def test_short(self, texts):
        """
        The demonstration can be read: some hundreds of lines for two thousand subjects.
        """
        assert len(texts["demo", "vi"].out.splitlines()) < 500

    def test_demo_is_the_evaluation_in_brief(self, texts):
        """
        The demonstration has the titles, the counts and every name of what ``evaluate`` shows, in fewer lines.
        """
        demo, whole = texts["demo", "vi"].out, texts["evaluate", "vi", EXAMPLE].out
        counted = re.compile(r"^ ?[^ ].*[:–].*$", re.MULTILINE)
        named = re.compile(r"\((?:cb|nd|dq|dt|th|khoi)-[a-z0-9-]+\)")

        assert set(counted.findall(whole)) <= set(counted.findall(demo))
        assert set(named.findall(whole)) <= set(named.findall(demo))
        assert len(demo.splitlines()) < len(whole.splitlines())


class TestData:
    def test_schema(self, evaluated):
        """
        The evaluation is what ``schema evaluation`` describes (of the households, every fiftieth is looked at).
        """
        data = evaluated.data
        houses = [one for one in data["outcomes"] if one["subject"].startswith("ho-")]
        others = [one for one in data["outcomes"] if not one["subject"].startswith("ho-")]
        schema = jsonschema.Draft202012Validator(call("schema", "evaluation").data)

        assert schema.is_valid(data | {"outcomes": others + houses[::50]})

    def test_roster(self, roster):
        """
        The roster is what ``schema roster`` describes.
        """
        jsonschema.Draft202012Validator(call("schema", "roster").data).validate(roster)

    @pytest.mark.parametrize(
        ("name", "value"), [("year", "2022"), ("subjects", {}), ("decisions", [{}]), ("khong", 1)]
    )
    def test_roster_refused(self, roster, name, value):
        """
        It describes no more than that.
        """
        schema = jsonschema.Draft202012Validator(call("schema", "roster").data)

        assert not schema.is_valid({"id": "r", "commune": "x", "year": 2022, "subjects": []} | {name: value})

    def test_statuses(self, evaluated):
        """
        Every status occurs, in capitals.
        """
        assert {one.name for one in Status} == {one["status"] for one in evaluated.data["outcomes"]}

    def test_numbers(self, evaluated):
        """
        No binary fraction stands anywhere: what is not whole is text.
        """
        fractions = []
        json.loads(evaluated.out, parse_float=fractions.append)

        assert fractions == []

    def test_one_award(self):
        """
        An award by itself has the statuses that it has among all.
        """
        alone = call("evaluate", EXAMPLE, "--award", "tap_the_lao_dong_xuat_sac", "--format", "json").data

        assert {"lao_dong_tien_tien", "chien_si_thi_dua_co_so", "tap_the_lao_dong_tien_tien",
                "tap_the_lao_dong_xuat_sac"} == {one["award"] for one in alone["outcomes"]}  # fmt: skip
