"""The columns reader: engines, columns that are refused, what falls back, Parquet, reasons on demand."""

from __future__ import annotations

import datetime as dt
import json
import warnings
from decimal import Decimal
from pathlib import Path
from typing import ClassVar

import attrs
import pytest

# ruff: noqa: E402  # without the extra nothing below can be imported
pl = pytest.importorskip("polars", reason="needs the extra 'columns'")
pytest.importorskip("narwhals", reason="needs the extra 'columns'")

from tests import worlds
from tests.readers.engines import duckdb_backend, spark_backend
from tests.readers.same import differences
from tests.worlds import BASE, DAY, UPPER, clause, good, person
from thidua_rules import evaluate, load_policy, load_roster
from thidua_rules.criteria import Criterion, Is
from thidua_rules.criteria.base import Uses
from thidua_rules.errors import InputError, PolicyError, RosterError, UnknownNameError
from thidua_rules.findings import Finding
from thidua_rules.readers import columns
from thidua_rules.subjects import Ballot, Decision, DecisionState
from thidua_rules.verdicts import Verdict

EXAMPLE = Path(__file__).parents[2] / "examples" / "xuan_son_2022" / "roster.json"
POLICY = worlds.policy()


def crowd():
    """
    A roster with ties, missing facts, a pending matter, decisions and a ballot.
    """
    people = [good(f"n{i}", diem=i % 4) for i in range(7)]
    pending = good("treo", diem=3, records={"vu_viec": ({"mo": True},)})
    open_ = [good("thieu_diem", diem=None), person("thieu_tot", diem=2, lanh_dao=False, khoi="k2")]
    decisions = (
        Decision("co_ban", "n0", DecisionState.HIEU_LUC, dt.date(2023, 8, 1)),
        Decision("co_ban", "n1", DecisionState.HUY_BO, DAY),
    )
    ballots = (Ballot("nang_cao", "n3", DAY, 9, 9, 7),)
    return worlds.roster(*people, pending, *open_, decisions=decisions, ballots=ballots)


@attrs.frozen
class Odd(Criterion):
    """A criterion of another package: met where the points are odd."""

    kind: ClassVar[str] = "acme.odd"

    def check(self, case):
        value = case.number("diem")
        if value is None:
            return Finding(self.kind, Verdict.UNKNOWN, missing=case.missing("diem"))
        return Finding(self.kind, Verdict.MET if value % 2 else Verdict.UNMET)

    def own_uses(self):
        return Uses(facts=frozenset({"diem"}))


@attrs.frozen
class Fellow(Criterion):
    """A criterion of another package: met where the subject earned an award."""

    kind: ClassVar[str] = "acme.fellow"
    says_so: bool = True

    def check(self, case):
        return Finding(self.kind, case.earned("co_ban").verdict)

    def own_uses(self):
        return Uses(awards=frozenset({"co_ban"})) if self.says_so else Uses()


class TestEngines:
    def test_polars(self):
        """
        Lazy Polars gives the outcomes of the scalar path.
        """
        assert {} == differences(POLICY, [crowd()])

    def test_duckdb(self):
        """
        So does DuckDB.
        """
        assert {} == differences(POLICY, [crowd()], duckdb_backend())

    def test_spark(self):
        """
        So does PySpark.
        """
        assert {} == differences(POLICY, [crowd()], spark_backend())

    def test_xuan_son(self):
        """
        The shipped roster under the shipped policy, on Polars.
        """
        policy = load_policy("xuan_son_2022")
        with pytest.warns(columns.ColumnsWarning, match="stages|voted"):
            found = differences(policy, [load_roster(EXAMPLE, policy)])

        assert {} == found

    def test_xuan_son_duckdb(self):
        """
        The shipped roster under the shipped policy, on DuckDB.
        """
        policy = load_policy("xuan_son_2022")
        with pytest.warns(columns.ColumnsWarning, match="stages|voted"):
            found = differences(policy, [load_roster(EXAMPLE, policy)], duckdb_backend())

        assert {} == found

    def test_xuan_son_spark(self):
        """
        The shipped roster under the shipped policy, on PySpark.
        """
        policy = load_policy("xuan_son_2022")
        with pytest.warns(columns.ColumnsWarning, match="stages"):
            found = differences(policy, [load_roster(EXAMPLE, policy)], spark_backend())

        assert {} == found

    def test_communes_apart(self):
        """
        Communes in one frame don't touch each other, also where their subjects share ids.
        """
        one = crowd()
        other = attrs.evolve(worlds.roster(*[good(f"n{i}", diem=3) for i in range(3)]), id="khac")

        assert {} == differences(POLICY, [one, other])

    def test_another_day(self):
        """
        The day decides which base salary holds.
        """
        assert {} == differences(POLICY, [crowd()], on=dt.date(2023, 7, 1))

    def test_eager_frames(self):
        """
        A frame that is not lazy is refused by name.
        """
        with pytest.raises(InputError, match="expected a lazy frame"):
            columns.evaluate(POLICY, columns.Frames(pl.DataFrame({"roster": ["r"]}), {}, 2022))


class TestAnswers:
    def frames(self):
        return columns.Frames.from_rosters(POLICY, [crowd()])

    def test_award(self):
        """
        The narrow frame holds the rows in the scope of one award.
        """
        rows = columns.evaluate(POLICY, self.frames()).award("tap_the").collect()

        assert ["don_vi"] == rows["id"].to_list()

    def test_unknown_award(self):
        """
        An award that was not evaluated is an error that names it.
        """
        with pytest.raises(UnknownNameError, match="co_bann"):
            columns.evaluate(POLICY, self.frames()).award("co_bann")

    def test_chosen_awards(self):
        """
        Only the awards asked for and those that they need are worked out.
        """
        assert ("co_ban", "nang_cao") == columns.evaluate(POLICY, self.frames(), awards=["nang_cao"]).awards

    def test_explain(self):
        """
        The reasons of one subject are those of the scalar path, word for word and with the names of others.
        """
        found = columns.evaluate(POLICY, self.frames())
        expected = evaluate(POLICY, crowd())
        for outcome in expected.outcomes:
            same = found.explain("r", outcome.subject.id, outcome.award.id)

            assert (outcome.status, outcome.finding) == (same.status, same.finding)
            assert (outcome.explain("vi"), outcome.explain("en")) == (same.explain("vi"), same.explain("en"))

    def test_explain_without_names(self):
        """
        Frames that hold no names still explain, with ids in their place.
        """
        frames = self.frames()
        frames = attrs.evolve(frames, subjects=frames.subjects.drop("name"))
        found = columns.evaluate(POLICY, frames).explain("r", "n1", "nang_cao")

        assert ("n1", "n1") == (found.subject.id, found.subject.name)

    def test_parquet(self, tmp_path):
        """
        Frames written to Parquet and evaluated a commune at a time give what they give at once.
        """
        other = attrs.evolve(crowd(), id="khac")
        columns.Frames.from_rosters(POLICY, [crowd(), other]).write_parquet(tmp_path / "in")
        number = columns.evaluate_parquet(POLICY, tmp_path / "in", tmp_path / "out", rosters=1)
        whole = columns.evaluate(
            POLICY, columns.Frames.from_rosters(POLICY, [crowd(), other])
        ).frame.collect()
        written = pl.read_parquet(tmp_path / "out" / "*.parquet")

        assert 2 == number
        assert whole.sort("roster", "id").equals(written.select(whole.columns).sort("roster", "id"))


class TestMoney:
    """Which bonuses are paid."""

    def paid(self, once):
        """
        Of each person which of the two bonuses is paid.
        """
        money = [attrs.evolve(one.bonus, group="", achievement="mot_thanh_tich") for one in (BASE, UPPER)]
        awards = [attrs.evolve(one, bonus=bonus) for one, bonus in zip((BASE, UPPER), money, strict=True)]
        upper = attrs.evolve(awards[1], ranking=(), quotas=())
        policy = worlds.policy(awards[0], upper)
        layer = attrs.evolve(
            policy.layers[0],
            parameters=(*policy.layers[0].parameters, worlds.parameter("mot_thanh_tich", once)),
        )
        policy = attrs.evolve(policy, layers=(layer,))
        deeds = {
            "mot": ("x", "x"),
            "hai": ("x", "y"),
            "khong_ro": ("x", None),
            "mot_ben": ("x",),
            "khong": (),
        }
        people = [
            good(name, records={"de_nghi_khen_thuong": tuple(self.proposals(found))})
            for name, found in deeds.items()
        ]
        roster = worlds.roster(*people)
        frames = columns.Frames.from_rosters(policy, [roster])
        rows = columns.evaluate(policy, frames).rows()

        assert {} == differences(policy, [roster])
        return {row["id"]: (row["co_ban.paid"], row["nang_cao.paid"]) for row in rows if row["id"] in deeds}

    def proposals(self, deeds):
        for award, deed in zip(("co_ban", "nang_cao"), deeds, strict=False):
            yield {"danh_hieu": award} | ({} if deed is None else {"thanh_tich": deed})

    def test_one_achievement(self):
        """
        Of two bonuses for one achievement only the higher is paid; for two, or where that is not known, both.
        """
        both = dict.fromkeys(("hai", "khong_ro", "mot_ben", "khong"), (True, True))

        assert {"mot": (False, True)} | both == self.paid("cao_nhat")

    def test_both(self):
        """
        Where the parameter has both paid, both are.
        """
        assert {(True, True)} == set(self.paid("ca_hai").values())


class TestRefusals:
    def changed(self, **more):
        frames = columns.Frames.from_rosters(POLICY, [crowd()])
        return attrs.evolve(frames, subjects=frames.subjects.with_columns(**more))

    def test_floats(self):
        """
        A column of binary floats is refused by name.
        """
        with pytest.raises(RosterError, match=r"subjects.diem: .*not exact"):
            columns.evaluate(POLICY, self.changed(diem=pl.lit(1.5)))

    def test_unknown_column(self):
        """
        A column that is no fact is refused, with the nearest name.
        """
        with pytest.raises(RosterError, match="did you mean 'diem'"):
            columns.evaluate(POLICY, self.changed(diemm=pl.lit(1)))

    def test_wrong_type(self):
        """
        A flag that is text is refused.
        """
        with pytest.raises(RosterError, match=r"subjects.tot: expected flags"):
            columns.evaluate(POLICY, self.changed(tot=pl.lit("x")))

    def test_out_of_range(self):
        """
        A number beyond its fact's limits is a fault of its row.
        """
        result = columns.evaluate(POLICY, self.changed(diem=pl.lit(99)))
        with pytest.raises(RosterError, match=r"subjects\[n0\]\.facts\.diem: expected at most 3, got 99"):
            result.check()
        with pytest.raises(RosterError, match=r"facts.diem: expected a number from 0 to 3"):
            result.rows()

    def test_too_many_digits(self):
        """
        A number that 64 bits can't hold is refused by name.
        """
        huge = worlds.roster(good("n", diem=10**25))
        with pytest.raises(RosterError, match=r"facts.diem: .*64 bits"):
            columns.Frames.from_rosters(POLICY, [huge])

    def test_no_folder(self, tmp_path):
        """
        A folder without its year is refused.
        """
        with pytest.raises(InputError, match=r"frames.json"):
            columns.Frames.scan_parquet(tmp_path)

    def test_years(self):
        """
        Rosters of different years don't go into one frame.
        """
        with pytest.raises(RosterError, match="one year"):
            columns.Frames.from_rosters(POLICY, [crowd(), attrs.evolve(crowd(), id="x", year=2023)])


class TestForeignKinds:
    def policy(self, criterion):
        return worlds.policy(BASE, attrs.evolve(UPPER, eligibility=(clause("la", criterion & Is("tot")),)))

    def test_falls_back(self):
        """
        A kind of another package is asked by the scalar path, with one warning that names it.
        """
        with pytest.warns(columns.ColumnsWarning) as caught:
            found = differences(self.policy(Odd() | ~Odd()), [crowd()])

        assert {} == found
        assert ["columns ask the scalar path for 'acme.odd': its kind is not known to this reader"] == [
            str(one.message) for one in caught
        ]

    def test_reads_an_award(self):
        """
        One that says that it reads an award is told what was earned.
        """
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")

            assert {} == differences(self.policy(Fellow()), [crowd()])

    def test_hides_an_award(self):
        """
        One that reads an award without saying so is an error that names it.
        """
        frames = columns.Frames.from_rosters(self.policy(Fellow()), [crowd()])
        policy = self.policy(Fellow(says_so=False))
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with pytest.raises(PolicyError, match=r"acme.fellow: reads the award 'co_ban'"):
                columns.evaluate(policy, frames)


def test_numbers_of_places():
    """
    Decimals of different places meet in one column, exactly.
    """
    roster = worlds.roster(
        good("a", diem=1), good("b", diem=Decimal("1.25")), good("c", diem=Decimal("2.5000"))
    )
    rows = columns.Frames.from_rosters(POLICY, [roster]).subjects.collect()

    assert "Decimal(precision=38, scale=2)" == str(rows.schema["diem"])


def test_frames_file(tmp_path):
    """
    The year travels with the frames.
    """
    columns.Frames.from_rosters(POLICY, [crowd()]).write_parquet(tmp_path)

    assert {"year": 2022} == json.loads((tmp_path / "frames.json").read_text(encoding="utf-8"))
