"""What the kit gives back: the same again, small, as conformance cases, acceptable by a hash, as JSON."""

from __future__ import annotations

import io
import json

import attrs
import pytest

from tests.fairness.planted import merits, persons
from tests.fairness.planted.base import ROLES
from thidua_rules.errors import CaseError
from thidua_rules.serialization import dumps, policy_to_json
from thidua_rules.testing import load_cases, run_case
from thidua_rules.testing.fairness import (
    Accepted,
    Answer,
    Budget,
    UnfairError,
    accepted_text,
    assert_fair,
    load_accepted,
    named,
    report_to_json,
    run,
)

PLANTED = {one.id: one for one in (*persons.PLANTED, *merits.PLANTED)}
BUDGET = Budget(tries=30, seed=1)
VILLAGE = PLANTED["chi_mot_thon"]
LAWS = named("blind-to-trait")


def refuted(name="chi_mot_thon"):
    """What is refuted of a planted policy by the property that has to find it."""
    one = PLANTED[name]
    return run(one.faulty, named(one.law), budget=BUDGET, roles=ROLES).refuted


class TestDeterminism:
    def test_again(self):
        """
        The same policy, seed and number of tries give the same report.
        """
        reports = [run(VILLAGE.faulty, LAWS, budget=BUDGET, roles=ROLES) for _ in range(2)]

        assert reports[0] == reports[1]

    def test_other_seed(self):
        """
        Another seed finds the same rule under the same hash.
        """
        seeds = [attrs.evolve(BUDGET, seed=seed) for seed in (2, 3)]
        found = [run(VILLAGE.faulty, LAWS, budget=one, roles=ROLES).refuted for one in seeds]

        assert {one.hash for one in found[0]} == {one.hash for one in found[1]}


class TestSmallest:
    def test_people(self):
        """
        Of many people only those remain who show it.
        """
        assert [1] == [len(one.counterexample.before.subjects) for one in refuted()]

    def test_facts(self):
        """
        Of their facts only those remain that take part, or that decide.
        """
        (found,) = refuted()
        (who,) = found.counterexample.before.subjects

        assert set(who.facts) <= {"thon", "diem"}


class TestCases:
    def cases(self, folder, text):
        """The cases in *text*, beside the policy that they name."""
        (folder / "thu.json").write_text(dumps(policy_to_json(VILLAGE.faulty)))
        path = folder / "thu.yaml"
        path.write_text(text)
        return load_cases([path])

    def test_found(self, tmp_path):
        """
        Cases that expect what was found pass: they pin what was accepted.
        """
        (one,) = refuted()
        cases = self.cases(tmp_path, one.as_case("thu.json", found=True))

        assert [True, True] == [run_case(case).passed for case in cases]

    def test_demanded(self, tmp_path):
        """
        Cases that expect what the property demands fail on the changed side.
        """
        (one,) = refuted()
        cases = self.cases(tmp_path, one.as_case("thu.json", LAWS[0].statement_vi))

        assert [True, False] == [run_case(case).passed for case in cases]

    def test_cited(self, tmp_path):
        """
        They stand under the provision of the rule that did it.
        """
        (one,) = refuted()
        (first, _) = self.cases(tmp_path, one.as_case("thu.json"))

        assert str(first.citation) == one.rules[0].citation


class TestAcceptances:
    def test_accepted(self):
        """
        What was accepted is reported as such, and the policy counts as fair.
        """
        (one,) = refuted()
        accepted = [Accepted(one.hash, "thôn duy nhất có phong trào", "luat/1")]
        report = assert_fair(VILLAGE.faulty, LAWS, budget=BUDGET, roles=ROLES, accepted=accepted)

        assert (one.hash,) == tuple(it.hash for it in report.having(Answer.ACCEPTED))

    def test_stale(self):
        """
        An acceptance that nothing calls for any more is reported.
        """
        stale = Accepted("0123456789abcdef", "đã sửa", "luat/1")
        report = run(VILLAGE.repaired, LAWS, budget=BUDGET, roles=ROLES, accepted=[stale])

        assert ((stale,), False) == (report.stale, report.fair)

    def test_changed_rule(self):
        """
        A rule that says something else has another hash, so that an acceptance of the old one is stale.
        """
        (one,) = refuted()
        rule = attrs.evolve(one.rules[0], content="0")
        case = attrs.evolve(one.counterexample, rules=(rule,))

        assert one.hash != attrs.evolve(one, counterexample=case).hash

    def test_file(self):
        """
        What is written for review is read back.
        """
        found = refuted()
        text = accepted_text(found, "đã xem").encode()

        assert tuple(Accepted(one.hash, "đã xem", "luat/1") for one in found) == load_accepted(
            io.BytesIO(text)
        )

    def test_faults(self):
        """
        Every fault of a file is listed, with its place.
        """
        with pytest.raises(CaseError) as error:
            load_accepted(io.BytesIO(b"- hash: abc\n  reasn: x\n  citation: a b\n- 3\n"))

        assert [
            "input[0].reasn: unknown key, did you mean 'reason'?",
            "input[0].reason: expected text, got nothing",
            "input[0].citation: expected a citation such as 'nd_91_2017/10/4', got 'a b'",
            "input[1]: expected the keys hash, reason, citation, got 3",
        ] == str(error.value).splitlines()

    def test_no_list(self):
        """
        A file that holds no list is a fault.
        """
        with pytest.raises(CaseError, match="expected a list of acceptances"):
            load_accepted(io.BytesIO(b"hash: abc"))


class TestAssertion:
    def test_raises(self):
        """
        An unfair policy raises, and the message names the property, the rule and its citation.
        """
        with pytest.raises(
            UnfairError, match=r"blind-to-trait of thon under khen: refuted by eligibility 'thon' \[luat/1\]"
        ):
            assert_fair(VILLAGE.faulty, LAWS, budget=BUDGET, roles=ROLES)

    def test_fair(self):
        """
        A fair one gives its report.
        """
        assert assert_fair(VILLAGE.repaired, LAWS, budget=BUDGET, roles=ROLES).fair


class TestJson:
    def test_drawn(self):
        """
        A report is JSON; where everybody was drawn, it holds both rosters.
        """
        report = run(VILLAGE.faulty, LAWS, budget=BUDGET, roles=ROLES)
        data = json.loads(json.dumps(report_to_json(report)))
        (found,) = [one for one in data["results"] if one["answer"] == "REFUTED"]

        assert {"before", "after"} <= found["counterexample"].keys()

    def test_personal(self):
        """
        Of people taken from a roster no value is written.
        """
        drawn = refuted()[0].counterexample.before
        report = run(VILLAGE.faulty, LAWS, drawn, BUDGET, ROLES)
        text = json.dumps(report_to_json(report))

        assert report.refuted
        assert '"thon_' not in text


class TestUndeclared:
    def test_named(self):
        """
        Facts without a role are reported.
        """
        roles = attrs.evolve(ROLES, meanings=ROLES.meanings[1:])
        report = run(VILLAGE.repaired, LAWS, budget=Budget(tries=2), roles=roles)

        assert ("diem",) == report.undeclared

    def test_no_role(self):
        """
        A property of facts whose role nobody declared is not tried, and says so.
        """
        report = run(
            VILLAGE.repaired,
            named("no-discretion"),
            budget=Budget(tries=2),
            roles=attrs.evolve(ROLES, meanings=()),
        )

        assert [(Answer.NOT_TRIED, "no_role")] == [(one.answer, one.reason) for one in report.results]
