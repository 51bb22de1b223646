"""A session: what each kind of event does, what does not fit, what it says of itself, and many of everything."""

from __future__ import annotations

import datetime as dt
import json
import sys
import threading
import unicodedata
from decimal import Decimal

import pytest

pytest.importorskip("durable_rules_engine", reason="durable-rules does not load here", exc_type=ImportError)

from tests.readers.years import POLICY as YEAR
from tests.readers.years import bare, evaluated, said
from tests.worlds import DAY, good, person, policy, roster
from thidua_rules.criteria import Case, Compare, World
from thidua_rules.errors import MissingExtraError, RosterError, UnknownNameError
from thidua_rules.evaluation import Status
from thidua_rules.readers.live import (
    BallotCast,
    BallotWithdrawn,
    Cause,
    Decided,
    DecisionCancelled,
    DecisionWithdrawn,
    FactCorrected,
    FactGiven,
    FactWithdrawn,
    ListGiven,
    ListWithdrawn,
    RowAdded,
    RowChanged,
    RowWithdrawn,
    Session,
    engine,
    event_from_json,
    event_to_json,
)
from thidua_rules.readers.live.codes import coded
from thidua_rules.serialization import dumps
from thidua_rules.subjects import Ballot, Decision, DecisionState
from thidua_rules.values import FrozenMap
from thidua_rules.verdicts import MET

POLICY = policy()
OPEN = FrozenMap({"mo": True})
GIVEN = Decision("co_ban", "a", DecisionState.HIEU_LUC, DAY)
VOTE = Ballot("nang_cao", "a", DAY, 9, 9, 7)


def status(session, award="co_ban", subject="a"):
    """The status of somebody, as text."""
    return session.answer(subject, award).status.value


class TestEvents:
    def test_fact(self):
        """
        A fact that is given settles, one that is corrected turns, one that is withdrawn leaves it open again.
        """
        session = Session(POLICY, roster(person("a")))
        found = [status(session)]
        for event in (
            FactGiven("a", "tot", True),
            FactCorrected("a", "tot", False),
            FactWithdrawn("a", "tot"),
        ):
            session.apply(event)
            found.append(status(session))

        assert ["UNDETERMINED", "RECOMMENDED", "INELIGIBLE", "UNDETERMINED"] == found

    def test_list(self):
        """
        Rows that come, change and go hold the award and let it go; a list that is withdrawn leaves it open.
        """
        session = Session(POLICY, roster(person("a", tot=True, records={"vu_viec": None})))
        found = []
        for event in (
            ListGiven("a", "vu_viec"),
            RowAdded("a", "vu_viec", OPEN),
            RowChanged("a", "vu_viec", 0, FrozenMap({"mo": False})),
            RowWithdrawn("a", "vu_viec", 0),
            ListWithdrawn("a", "vu_viec"),
        ):
            session.apply(event)
            found.append(status(session))

        assert ["RECOMMENDED", "ON_HOLD", "RECOMMENDED", "RECOMMENDED", "UNDETERMINED"] == found

    def test_decision(self):
        """
        A decision counts as earned until it is cancelled, and is forgotten where it is withdrawn.
        """
        session = Session(POLICY, roster(good("a", tot=None, diem=1)))
        found = []
        for event in (
            Decided(GIVEN),
            DecisionCancelled("co_ban", "a", DAY),
            DecisionWithdrawn("co_ban", "a"),
        ):
            session.apply(event)
            answer = session.answer("a", "co_ban")
            found.append((answer.decided, answer.bonus, status(session, "nang_cao")))

        assert [
            ("hieu_luc", 450_000, "OVER_QUOTA"),
            ("huy_bo", None, "INELIGIBLE"),
            (None, None, "UNDETERMINED"),
        ] == found

    def test_ballot(self):
        """
        A ballot breaks a tie for the places there are, until it is withdrawn.
        """
        session = Session(POLICY, roster(*(good(name) for name in "abc")))
        found = []
        for event in (BallotCast(VOTE), BallotWithdrawn("nang_cao", "a")):
            session.apply(event)
            found.append(evaluated(POLICY, session.roster) == said(session))

        assert [True, True] == found

    def test_change(self):
        """
        A change says what was, what is, and because of what; also for awards that build on it.
        """
        session = Session(POLICY, roster(good("a", tot=False)))
        changes = {one.award: one for one in session.apply(FactCorrected("a", "tot", True))}
        base, upper = changes["co_ban"], changes["nang_cao"]

        assert (Status.INELIGIBLE, Status.RECOMMENDED) == (base.before.status, base.after.status)
        assert (Cause("fact", "a", "tot"),) == base.because
        assert Cause("award", "a", "co_ban") in upper.because

    def test_nothing_changed(self):
        """
        An event that no answer depends on changes none.
        """
        session = Session(POLICY, roster(person("a", tot=False)))

        assert () == session.apply(FactGiven("a", "lanh_dao", True))

    @pytest.mark.parametrize(
        "event",
        [
            FactGiven("a", "tot", True),
            FactCorrected("a", "diem", 3),
            FactWithdrawn("a", "tot"),
            ListGiven("a", "vu_viec", (OPEN, FrozenMap())),
            ListWithdrawn("a", "vu_viec"),
            RowAdded("a", "vu_viec", OPEN),
            RowChanged("a", "vu_viec", 1, OPEN),
            RowWithdrawn("a", "vu_viec", 1),
            Decided(Decision("co_ban", "a", DecisionState.HUY_BO, DAY, "1/QĐ", DAY)),
            DecisionCancelled("co_ban", "a", DAY),
            DecisionWithdrawn("co_ban", "a"),
            BallotCast(VOTE),
            BallotWithdrawn("nang_cao", "a"),
        ],
    )
    def test_json(self, event):
        """
        Every kind of event is read back from its JSON as it was.
        """
        assert event == event_from_json(json.dumps(event_to_json(event)), POLICY)

    @pytest.mark.parametrize(
        ("event", "message"),
        [
            (FactGiven("b", "tot", True), "subject: unknown subject 'b'"),
            (FactGiven("a", "tott", True), "fact: unknown fact 'tott', did you mean 'tot'?"),
            (
                FactGiven("a", "vu_viec", True),
                "fact: expected a fact, got the name of a list: write it under 'records'",
            ),
            (FactGiven("a", "khoi", "k9"), "value: expected one of k1, k2, got 'k9'"),
            (FactGiven("a", "khoi", "k1"), "fact: expected a fact that is not known yet: correct it"),
            (
                FactCorrected("a", "diem", "3"),
                "value: expected a whole number, got '3': write 3 without quotes",
            ),
            (FactCorrected("a", "diem", 2**53 + 1), "value: expected at most 3, got 9007199254740993"),
            (FactWithdrawn("a", "lanh_dao_"), "fact: unknown fact 'lanh_dao_'"),
            (
                FactCorrected("a", "lanh_dao", True),
                "fact: expected a fact that is known: give it with 'fact-given'",
            ),
            (ListGiven("a", "vu_viec"), "records: expected a list that is not known yet"),
            (ListWithdrawn("a", "tot"), "records: expected a list, got the name of a fact"),
            (RowAdded("a", "vu_viec", FrozenMap({"mo": 1})), "row.mo: expected true or false, got 1"),
            (
                RowAdded("a", "vu_viec", FrozenMap({"m": True})),
                "row.m: unknown column 'm', did you mean 'mo'?",
            ),
            (
                RowChanged("a", "vu_viec", 0, OPEN),
                "index: expected the place of one of 0 rows, from 0, got 0",
            ),
            (RowWithdrawn("a", "vu_viec", -1), "index: expected the place of one of 0 rows, from 0, got -1"),
            (Decided(Decision("x", "a", DecisionState.HIEU_LUC, DAY)), "decision.award: unknown award 'x'"),
            (
                DecisionCancelled("co_ban", "a", DAY),
                "award: expected an award on which a decision is recorded",
            ),
            (DecisionWithdrawn("co_ban", "b"), "subject: unknown subject 'b'"),
            (
                BallotCast(Ballot("co_ban", "a", DAY, 1, 2, 1)),
                "ballot.present: expected a whole number from 0",
            ),
            (BallotWithdrawn("co_ban", "a"), "award: expected an award on which a ballot is recorded"),
            ("event", "event: expected an event, got a str"),
        ],
    )
    def test_does_not_fit(self, event, message):
        """
        An event that does not fit is refused with its place, and changes nothing.
        """
        session = Session(POLICY, roster(person("a", diem=1, khoi="k2")))
        before = session.roster, session.answers()
        with pytest.raises(RosterError) as caught:
            session.apply(event)

        assert str(caught.value).startswith(message)
        assert (*before, ()) == (session.roster, session.answers(), session.log)

    def test_cancelled_twice(self):
        """
        Only a decision that holds can be cancelled, and not before it was taken.
        """
        session = Session(POLICY, roster(person("a"), decisions=(GIVEN,)))
        with pytest.raises(RosterError, match="expected a day from 2022-12-31 on, got 2022-01-01"):
            session.apply(DecisionCancelled("co_ban", "a", dt.date(2022, 1, 1)))
        session.apply(DecisionCancelled("co_ban", "a", DAY))
        with pytest.raises(RosterError, match="expected a decision that holds, got one in state 'huy_bo'"):
            session.apply(DecisionCancelled("co_ban", "a", DAY))

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            ("", "event: expected JSON, got nothing at all"),
            ("[1]", "event: expected an object, got a list"),
            ("{}", "kind: expected one of fact-given"),
            ('{"kind": "fact-gave"}', "kind: unknown kind of event 'fact-gave', did you mean 'fact-given'?"),
            ('{"kind": "fact-given", "subject": "a", "fact": "tot"}', "value: expected a value"),
            (
                '{"kind": "fact-given", "subject": "a", "fact": "tot", "value": null}',
                "value: expected a value, got null",
            ),
            (
                '{"kind": "row-added", "subject": "a", "records": "vu_viec", "row": 3}',
                "row: expected an object",
            ),
            (
                '{"kind": "row-withdrawn", "subject": "a", "records": "vu_viec", "index": "0"}',
                "index: expected",
            ),
        ],
    )
    def test_not_an_event(self, text, message):
        """
        What is no event is refused with its place.
        """
        with pytest.raises(RosterError) as caught:
            event_from_json(text, POLICY)

        assert message.split(":")[0] == str(caught.value).split(":")[0]


class TestValues:
    def test_decomposed_text(self):
        """
        Text in decomposed form is compared, and kept, in composed form.
        """
        session = Session(YEAR, bare(full=True))
        session.apply(FactCorrected("n0", "ten", unicodedata.normalize("NFD", "không")))

        assert "không" == session.roster.subject("n0").facts["ten"]
        assert evaluated(YEAR, session.roster) == said(session)

    @pytest.mark.parametrize(("number", "expected"), [(2**53, "INELIGIBLE"), (2**53 + 1, "RECOMMENDED")])
    def test_large_integer(self, number, expected):
        """
        A number is compared with 2 to the power of 53 exactly.
        """
        session = Session(YEAR, bare(full=True))
        session.apply(FactCorrected("n0", "so", number))

        assert expected == status(session, "nen", "n0")


class TestMany:
    def test_subjects_and_events(self):
        """
        Three thousand subjects and ten thousand events need one rule set, and end as an evaluation does.
        """
        names = [f"n{number}" for number in range(3000)]
        session = Session(POLICY, roster(*(person(name) for name in names)))
        made = engine.rule_sets()
        for number in range(10_000):
            name = names[number * 7 % 3000]
            kind = FactGiven if "tot" not in session._roster.subject(name).facts else FactCorrected
            session.apply(kind(name, "tot", number % 3 > 0))

        assert made == engine.rule_sets()
        assert 10_000 == len(session.log)
        assert evaluated(POLICY, session.roster)[0] == session.answers()

    def test_sessions_share_rules(self):
        """
        Sessions of one policy use one rule set.
        """
        Session(POLICY, roster())
        made = engine.rule_sets()
        for _ in range(50):
            Session(POLICY, roster(person("a"))).apply(FactGiven("a", "tot", True))

        assert made == engine.rule_sets()

    def test_threads(self):
        """
        Events from several threads into one session all count, and sessions in several threads keep apart.
        """
        shared = Session(POLICY, roster(*(person(f"n{i}") for i in range(40))))
        own = [Session(POLICY, roster(person("a"))) for _ in range(4)]
        failed = []

        def work(number):
            try:
                for place in range(number, 40, 4):
                    shared.apply(FactGiven(f"n{place}", "tot", place % 2 == 0))
                    kind = FactCorrected if place > number else FactGiven
                    own[number].apply(kind("a", "tot", place % 3 == 0))
            except Exception as error:  # noqa: BLE001  # whatever it is, the test shows it
                failed.append(error)

        threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

        assert [] == failed
        assert evaluated(POLICY, shared.roster) == said(shared)
        assert [evaluated(POLICY, one.roster) == said(one) for one in own] == [True] * 4

    def test_no_threads_of_its_own(self):
        """
        A session starts no thread.
        """
        Session(POLICY, roster(person("a"))).apply(FactGiven("a", "tot", True))

        assert not [one for one in threading.enumerate() if one.name.startswith("Thread-") and one.daemon]


class TestSaved:
    def test_resumed(self):
        """
        A session that was saved as text goes on where it was.
        """
        session = Session(POLICY, roster(person("a")), on=dt.date(2022, 12, 1))
        session.apply(FactGiven("a", "tot", True))
        resumed = Session.from_json(dumps(session.to_json()), POLICY)
        event = FactCorrected("a", "tot", False)

        assert said(session) == said(resumed)
        assert session.apply(event) == resumed.apply(event)
        assert (session.log, session.day, session.start) == (resumed.log, resumed.day, resumed.start)

    def test_other_policy(self):
        """
        A session is resumed only under the policy that it was saved with.
        """
        saved = Session(POLICY, roster(person("a"))).to_json()
        with pytest.raises(RosterError, match="policy_hash: expected that of policy 'nho'"):
            Session.from_json(saved, policy(nguong=2))

    @pytest.mark.parametrize(
        ("change", "message"),
        [
            ({"format": 2}, "format: expected 1, got 2"),
            ({"log": None}, "session: expected a saved session"),
            ({"day": "x"}, "day: expected a day"),
            ({"log": [{"kind": "x"}]}, r"log\[0\].kind: unknown kind of event 'x'"),
            (
                {"log": [event_to_json(FactWithdrawn("a", "tot"))]},
                r"log\[0\].fact: expected a fact that is known",
            ),
        ],
    )
    def test_faults(self, change, message):
        """
        What is wrong with a saved session is named with its place.
        """
        saved = Session(POLICY, roster(person("a"))).to_json() | change
        with pytest.raises(RosterError, match=message):
            Session.from_json(saved, POLICY)


class TestQuestions:
    def test_unknown_names(self):
        """
        Asking for somebody or something that is not there is an error with the nearest name.
        """
        session = Session(POLICY, roster(person("nam")))
        with pytest.raises(UnknownNameError, match="unknown subject 'nan', did you mean 'nam'"):
            session.answer("nan", "co_ban")
        with pytest.raises(UnknownNameError, match="unknown award"):
            session.missing("nam", "khong_co")

    def test_evaluation(self):
        """
        The evaluation of the facts so far explains itself.
        """
        session = Session(POLICY, roster(person("a")))
        session.apply(FactGiven("a", "tot", True))

        assert session.evaluation().outcome("a", "co_ban").explain("en")

    def test_bad_roster(self):
        """
        A roster that does not fit the policy begins no session.
        """
        with pytest.raises(RosterError, match="unknown fact"):
            Session(POLICY, roster(person("a", khong_co=1)))


class TestEngine:
    def test_missing(self, monkeypatch):
        """
        Where durable-rules cannot be loaded, one error says what to do.
        """
        monkeypatch.setitem(sys.modules, "durable_rules_engine", None)
        with pytest.raises(MissingExtraError, match=r"install 'thidua-rules\[live\]' on Python 3.11 or 3.12"):
            Session(POLICY, roster())

    def test_wrong_answer(self):
        """
        An engine that answers otherwise than expected is not asked again.
        """

        class Lying:
            error = ValueError

            def create_ruleset(self, name, rules):
                return 1

            def assert_event(self, handle, event):
                return 0, 1

            def start_action_for_state(self, handle, state):
                return "{}", '{"m0": {"m": {"v0": 7}}}'

            def complete_and_start_action(self, handle, state):
                return None

        rules = engine.RuleSet(Lying(), "lying", (((7, 7),),))

        assert rules.broken
        assert rules.verdict(0, 7) is None

    def test_without_engine(self, monkeypatch):
        """
        Where the process has made as many rule sets as it may, leaves keep their own verdict.
        """
        monkeypatch.setattr(engine, "_MOST", 0)
        monkeypatch.setattr(engine, "_RULE_SETS", {})
        session = Session(POLICY, roster(person("a")))
        session.apply(FactGiven("a", "tot", True))

        assert "RECOMMENDED" == status(session)

    @pytest.mark.parametrize("op", ["==", "!=", ">", "<=", ">=", "<"])
    def test_between_steps(self, op):
        """
        A number between two steps of a threshold is told apart from both.
        """
        leaf = Compare("diem", op, 2)
        code = coded(leaf, YEAR.facts, {})
        rules = engine.rule_set(f"test:{op}", (code.ranges,))
        values = [1, Decimal("1.75"), 2, Decimal("2.25"), 3]
        expected = [leaf.verdict(Case(person("a", diem=one), World(roster()))) for one in values]

        assert expected == [rules.verdict(0, code.number(one)) for one in values]

    def test_ends(self):
        """
        The engine decides at both ends of every range, and at the ends of all numbers.
        """
        ranges = ((engine.LOWEST, -3), (0, 0), (5, engine.HIGHEST))
        rules = engine.rule_set("test:ends", (ranges,))
        asked = {
            -3: True,
            -2: False,
            0: True,
            1: False,
            4: False,
            5: True,
            engine.LOWEST: True,
            engine.HIGHEST: True,
        }

        assert asked == {number: rules.verdict(0, number) is MET for number in asked}
