"""Rows of frames that have faults: what ``check_roster`` says of a roster, said of frames by queries."""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal

import attrs
import pytest

# ruff: noqa: E402  # without the extra nothing below can be imported
pl = pytest.importorskip("polars", reason="needs the extra 'columns'")
pytest.importorskip("narwhals", reason="needs the extra 'columns'")

from tests.readers.engines import duckdb_backend, spark_backend
from tests.readers.generated import LABELS
from tests.worlds import CITE, DAY
from thidua_rules.awards import Authority, Award, Form
from thidua_rules.citations import Instrument
from thidua_rules.errors import RosterError
from thidua_rules.facts import Choice, FactSpec, FactType, SubjectKind
from thidua_rules.policies.layers import Layer
from thidua_rules.policies.model import Policy
from thidua_rules.policies.validation.rosters import check_roster
from thidua_rules.readers import columns
from thidua_rules.readers.columns import checks
from thidua_rules.subjects import Ballot, Decision, DecisionState, Roster, Subject
from thidua_rules.values import FrozenMap, Marker

PERSON, GROUP, COMMUNE = SubjectKind.CA_NHAN, SubjectKind.TAP_THE, SubjectKind.XA
GIVEN, CANCELLED = DecisionState.HIEU_LUC, DecisionState.HUY_BO


def _fact(name, kind, **more):
    return FactSpec(id=name, type=kind, **LABELS, **more)


FACTS = (
    _fact("tot", FactType.FLAG),
    _fact("so", FactType.INTEGER, minimum=0, maximum=10, may_be_unassigned=True),
    _fact("diem", FactType.DECIMAL, minimum=Decimal("0.5"), maximum=Decimal("9.5")),
    _fact("kin", FactType.INTEGER, minimum=0, maximum=10, personal=True),
    _fact("ngay", FactType.DATE),
    _fact("sinh", FactType.PARTIAL_DATE),
    _fact("loai", FactType.CHOICE, choices=(Choice("a", "a", "a"), Choice("b", "b", "b"))),
    _fact("rieng", FactType.FLAG, subjects=(GROUP,)),
    _fact(
        "viec",
        FactType.RECORDS,
        fields=(
            _fact("muc", FactType.INTEGER, maximum=5),
            _fact("loai", FactType.CHOICE, choices=(Choice("a", "a", "a"),)),
        ),
    ),
    _fact("kin_viec", FactType.RECORDS, personal=True, fields=(_fact("muc", FactType.INTEGER, maximum=5),)),
    _fact("rieng_viec", FactType.RECORDS, subjects=(GROUP,), fields=(_fact("muc", FactType.INTEGER),)),
)

POLICY = Policy(
    id="kiem",
    title_vi="Kiểm",
    title_en="Check",
    layers=(
        Layer(
            id="luat",
            title_vi="Luật",
            title_en="Law",
            level="luat",
            instruments=(Instrument("luat", "Luật", "Law"),),
            facts=FACTS,
            awards=(
                Award(
                    id="giai",
                    title_vi="Giải",
                    title_en="Prize",
                    form=Form.HINH_THUC,
                    recipients=(PERSON,),
                    authority=Authority.CHU_TICH_UBND_XA,
                    citations=(CITE,),
                ),
            ),
        ),
    ),
)


def one(name, kind=PERSON, *, unit=None, title="Tên", records=None, **facts):
    """
    A subject.
    """
    rows = {key: tuple(map(FrozenMap, found)) for key, found in (records or {}).items()}
    return Subject(name, kind, title, unit, FrozenMap(facts), FrozenMap(rows))


FINE = Roster(
    "r",
    "Xã",
    2022,
    (
        one("xa", COMMUNE),
        one("to", GROUP, unit="xa", rieng=True, records={"rieng_viec": ({"muc": 1},)}),
        one("n", unit="to", so=10, diem=Decimal("0.5"), kin=0, ngay=DAY, sinh="2000-02-29", loai="a"),
        one(
            "m", unit="to", so=Marker.NOT_ASSIGNED, sinh="1999", records={"viec": ({"muc": 5, "loai": "a"},)}
        ),
        one("k", sinh="1999-11", diem=Decimal("9.5"), so=0),
    ),
    (Decision("giai", "n", GIVEN, DAY), Decision("giai", "m", CANCELLED, DAY, "1", DAY)),
    (
        Ballot("giai", "n", DAY, 9, 9, 9),
        Ballot("giai", "n", DAY, 9, 5, 5, 4, secret=True),
        Ballot("giai", "m", DAY, 0, 0, 0),
    ),
)

WRONG = Roster(
    "r",
    "Xã",
    2022,
    (
        one("xa", COMMUNE),
        one("xa_2", COMMUNE),
        one("v1", GROUP, unit="v2"),
        one("v2", GROUP, unit="v3"),
        one("v3", GROUP, unit="v1"),
        one("duoi_vong", unit="v1"),
        one("kep"),
        one("kep"),
        one("khong_don_vi", unit="dau_do"),
        one("so", so=11),
        one("so_am", so=-1),
        one("diem", diem=Decimal("9.75")),
        one("diem_it", diem=Decimal("0.25")),
        one("kin", kin=4711),
        one("ngay", ngay=dt.date(1850, 1, 1)),
        *[
            one(f"sinh_{i}", sinh=text)
            for i, text in enumerate(
                ("2001-02-29", "1900-02-29", "2000-13", "x", "2000-04-31", "0000", "200", "2000-01-32")
            )
        ],
        one("loai", loai="c"),
        one("rieng", rieng=True),
        one("rieng_viec", records={"rieng_viec": ()}),
        one("viec", records={"viec": ({"muc": 6}, {"loai": "b"})}),
        one("kin_viec", records={"kin_viec": ({"muc": 4711},)}),
        one("ten", title="  "),
        one("ten_dieu_khien", title="a\nb"),
        one(" "),
        one("dieu\tkhien"),
        one("x" * 201),
    ),
    (
        Decision("giay", "ten", GIVEN, DAY),
        Decision("giai", "khong_co", GIVEN, DAY),
        Decision("giai", "ten", GIVEN, DAY, "1"),
        Decision("giai", "ten", CANCELLED, DAY, "2"),
        Decision("giai", "so", GIVEN, DAY, "", DAY),
        Decision("giai", "diem", CANCELLED, DAY, "", dt.date(2022, 1, 1)),
        Decision("giai", "kin", GIVEN, dt.date(1800, 1, 1)),
    ),
    (
        Ballot("giai", "ten", DAY, 5, 6, 1),
        Ballot("giai", "so", DAY, 5, 5, 6),
        Ballot("giai", "diem", DAY, 10**7, 5, 1),
        Ballot("giai", "kin", DAY, -1, -1, -1),
        Ballot("giai", "khong_co", DAY, 5, 5, 5),
        Ballot("khac", "ten", DAY, 5, 5, 5),
        Ballot("giai", "ngay", DAY, 5, 4, 4, 2),
    ),
)


def by_frames(roster, backend=None):
    """
    The faults of the frames of *roster*: where, and what.
    """
    frames = columns.Frames.from_rosters(POLICY, [roster], backend)
    return sorted(str(fault) for fault in checks.frame_faults(POLICY, frames))


def places(roster):
    """
    Where ``check_roster`` finds faults, as frames name the place: by ids, and without the number of a row.
    """
    found = set()
    for fault in check_roster(POLICY, roster):
        name, index, rest = re.fullmatch(r"(\w+)\[(\d+)\](.*)", fault.path).groups()
        row = getattr(roster, name)[int(index)]
        rest = re.sub(r"\[\d+\]", "", rest)
        key = checks.plain(row.id) if name == "subjects" else f"{row.award}, {row.subject}"
        found.add(f"rosters[{roster.id}].{name}[{key}]{rest}")
    return found


ENGINES = [
    pytest.param(lambda: None, id="polars"),
    pytest.param(duckdb_backend, id="duckdb"),
    pytest.param(spark_backend, id="spark"),
]


@pytest.mark.parametrize("engine", ENGINES)
def test_fine(engine):
    """
    Frames without faults pass.
    """
    assert [] == by_frames(FINE, engine())


@pytest.mark.parametrize("engine", ENGINES)
def test_same_places(engine):
    """
    Faults stand where ``check_roster`` sees them; frames name each commune too many, and each unit of a circle.
    """
    frames = columns.Frames.from_rosters(POLICY, [WRONG], engine())
    found = {fault.path for fault in checks.frame_faults(POLICY, frames)}
    expected = places(WRONG) - {"rosters[r].subjects[xa_2].kind"}
    expected |= {"rosters[r].subjects", "rosters[r].subjects[v2].unit", "rosters[r].subjects[v3].unit"}

    assert expected == found


def test_wording():
    """
    Each fault says what was expected and found.
    """
    found = by_frames(WRONG)
    expected = [
        "rosters[r].ballots[giai, kin].approvals: expected a whole number from 0 to 'present', got -1",
        "rosters[r].decisions[giai, diem].cancelled_on: expected a day from 2022-12-31 on, got 2022-01-01",
        "rosters[r].decisions[giai, so].cancelled_on: expected it only where the state is 'huy_bo', got 2022-12-31",
        "rosters[r].decisions[giai, ten].state: expected one state on 2022-12-31, got 'hieu_luc' and 'huy_bo'",
        "rosters[r].decisions[giay, ten].award: unknown award 'giay', did you mean 'giai'?",
        "rosters[r].subjects: expected one commune in a roster, got 2",
        "rosters[r].subjects[diem].facts.diem: expected at most 9.5, got 9.75",
        "rosters[r].subjects[kep].id: expected an id of its own, got 'kep' 2 times",
        "rosters[r].subjects[khong_don_vi].unit: unknown unit 'dau_do'",
        "rosters[r].subjects[loai].facts.loai: expected one of a, b, got 'c'",
        "rosters[r].subjects[rieng].facts.rieng: expected only for tap_the, got it for ca_nhan",
        "rosters[r].subjects[v1].unit: expected no unit that contains itself",
        "rosters[r].subjects[viec].records.viec.muc: expected at most 5, got 6",
    ]

    assert [] == [line for line in expected if line not in found]


def test_nothing_personal():
    """
    What is personal is not shown: a fact, a cell of a list that is, and a name.
    """
    found = "\n".join(by_frames(WRONG))

    assert "4711" not in found
    assert "[kin].facts.kin: expected a whole number from 0 to 10, got a value that is not shown" in found
    assert "[ten].name: expected a name, got a blank text" in found
    assert all(len(line) < 300 and line.isprintable() for line in found.splitlines())


class TestFrames:
    """What only frames can have."""

    def faults(self, table="subjects", **more):
        frames = columns.Frames.from_rosters(POLICY, [FINE])
        native = getattr(frames, table).with_columns(**more)
        return [str(one) for one in checks.frame_faults(POLICY, attrs.evolve(frames, **{table: native}))]

    def test_kind(self):
        """
        A kind that nobody knows, and none.
        """
        known = "expected one of ca_nhan, tap_the, ho_gia_dinh, khu_dan_cu, xa"
        here = pl.when(pl.col("id") == "k")

        assert [f"rosters[r].subjects[k].kind: {known}, got 'nguoi'"] == self.faults(
            kind=here.then(pl.lit("nguoi")).otherwise("kind")
        )
        assert f"rosters[r].subjects[n].kind: {known}, got null" in self.faults(kind=pl.lit(None, pl.String))

    def test_broken(self):
        """
        A fact that should be whole, in a column of decimals.
        """
        broken = pl.when(pl.col("id") == "n").then(pl.lit(Decimal("1.5")))

        assert ["rosters[r].subjects[n].facts.so: expected a whole number, got 1.5"] == self.faults(so=broken)

    def test_marker(self):
        """
        A marker that nobody knows, and one beside a value.
        """
        wrong = pl.when(pl.col("id") == "m").then(pl.lit("khong_biet"))
        both = pl.when(pl.col("id") == "n").then(pl.lit("khong_giao"))

        assert [
            "rosters[r].subjects[m].facts.so: expected one of khong_giao, khong_ap_dung, got 'khong_biet'"
        ] == self.faults(so__marker=wrong)
        assert ["rosters[r].subjects[n].facts.so: expected a value or a marker, got both"] == self.faults(
            so__marker=both
        )

    def test_state(self):
        """
        A state that nobody knows, and no day.
        """
        found = self.faults("decisions", state=pl.lit("xong"), date=pl.lit(None, pl.Date))

        assert (
            "rosters[r].decisions[giai, n].state: expected one of hieu_luc, tu_choi, huy_bo, got 'xong'"
            in found
        )
        assert (
            "rosters[r].decisions[giai, n].date: expected a day from 1900-01-01 to 2200-12-31, got null"
            in found
        )

    def test_rows_of_nobody(self):
        """
        Rows of a list whose subject is not in the roster.
        """
        frames = columns.Frames.from_rosters(POLICY, [FINE])
        native = frames.records["viec"].with_columns(subject=pl.lit("ai_do"))
        frames = attrs.evolve(frames, records=FrozenMap({"viec": native}))

        assert ["rosters[r].subjects[ai_do].records.viec.subject: unknown subject 'ai_do'"] == [
            str(one) for one in checks.frame_faults(POLICY, frames)
        ]

    def test_columns(self):
        """
        Decisions without a column, with one too many, and with one of another type.
        """
        frames = columns.Frames.from_rosters(POLICY, [FINE])
        wrong = frames.decisions.drop("state").with_columns(states=pl.lit("x"), date=pl.lit("y"))
        with pytest.raises(RosterError) as caught:
            columns.check_frames(POLICY, attrs.evolve(frames, decisions=wrong))

        assert [
            "decisions.state: expected a column of this name",
            "decisions.date: expected dates, got a column of String",
            "decisions.states: unknown column, did you mean 'state'?",
        ] == [str(one) for one in caught.value.faults]

    def test_many(self, monkeypatch):
        """
        Of very many rows with faults the first are listed, and the others counted.
        """
        monkeypatch.setattr(checks, "MOST", 2)

        assert [
            "rosters[r].subjects[k].facts.ngay: expected a day from 1900-01-01 to 2200-12-31, got 1800-01-01",
            "rosters[r].subjects[m].facts.ngay: expected a day from 1900-01-01 to 2200-12-31, got 1800-01-01",
            "subjects: 3 more rows have faults",
        ] == self.faults(ngay=pl.lit(dt.date(1800, 1, 1)))

    def test_batches(self, tmp_path):
        """
        A folder is checked before it is evaluated.
        """
        columns.Frames.from_rosters(POLICY, [WRONG]).write_parquet(tmp_path / "in")
        with pytest.raises(RosterError, match=r"subjects\[so\]\.facts\.so: expected at most 10, got 11"):
            columns.evaluate_parquet(POLICY, tmp_path / "in", tmp_path / "out")

        assert not (tmp_path / "out").exists()
