"""Each question about every possible subject: proved of a small policy, refuted of one that was changed."""

from __future__ import annotations

import datetime as dt
from typing import ClassVar

import attrs
import pytest

z3 = pytest.importorskip("z3", reason="proofs need z3")

from tests.worlds import CITE, DAY, FACTS, PERSON, clause, parameter  # noqa: E402
from thidua_rules.awards import Authority, Award, ByFact, Form, Quota  # noqa: E402
from thidua_rules.citations import Instrument  # noqa: E402
from thidua_rules.criteria import (  # noqa: E402
    All,
    Any,
    Compare,
    Constant,
    Count,
    Criterion,
    Earned,
    Exempt,
    Exists,
    Is,
    NoneOf,
    Not,
    OneOf,
    Parameter,
    Settled,
    Unless,
    Where,
)
from thidua_rules.errors import ReplayError  # noqa: E402
from thidua_rules.facts import Choice, FactSpec, FactType  # noqa: E402
from thidua_rules.findings import new_finding  # noqa: E402
from thidua_rules.policies.layers import Addition, Layer, Setting  # noqa: E402
from thidua_rules.policies.model import Policy  # noqa: E402
from thidua_rules.readers.proof import (  # noqa: E402
    Bounds,
    Direction,
    NotEncodable,
    Proved,
    Prover,
    Refuted,
    Side,
    proofs_table,
    proofs_to_json,
    prove_policy,
)
from thidua_rules.readers.proof import session as sessions  # noqa: E402
from thidua_rules.readers.proof.logic import settled  # noqa: E402
from thidua_rules.verdicts import Verdict  # noqa: E402

MORE = (
    FactSpec(
        id="muc", type=FactType.CHOICE, label_vi="mức", label_en="grade",
        choices=tuple(Choice(one, one, one) for one in ("kem", "kha", "gioi")),
    ),
    FactSpec(
        id="ky_luat", type=FactType.RECORDS, label_vi="kỷ luật", label_en="disciplines",
        fields=(
            FactSpec(
                id="hinh_thuc", type=FactType.CHOICE, label_vi="hình thức", label_en="form",
                choices=tuple(Choice(one, one, one) for one in ("khien_trach", "canh_cao", "cach_chuc")),
            ),
        ),
    ),
)  # fmt: skip
CLASH = Unless(
    Is("tot"),
    (
        Exempt("lanh_dao", Is("lanh_dao"), Settled(Verdict.MET)),
        Exempt("diem_kem", Compare("diem", "==", Constant(0)), Settled(Verdict.UNMET)),
    ),
)


def award(name, *conditions, **more):
    """An award for persons with these conditions, each under a clause."""
    return Award(
        id=name,
        title_vi=name,
        title_en=name,
        form=Form.DANH_HIEU,
        recipients=(PERSON,),
        authority=Authority.CHU_TICH_UBND_XA,
        citations=(CITE,),
        eligibility=tuple(clause(f"{name}_{index}", one) for index, one in enumerate(conditions, start=1)),
        **more,
    )


def policy(*awards, layers=(), parameters=()):
    """A law with these awards, and layers below it."""
    law = Layer(
        id="luat",
        title_vi="Luật",
        title_en="Law",
        level="luat",
        instruments=(Instrument("luat", "Luật", "Law"),),
        facts=(*FACTS, *MORE),
        parameters=(parameter("nguong", 2, minimum=1, maximum=3, settable=True), *parameters),
        awards=awards,
    )
    return Policy(id="nho", title_vi="Nhỏ", title_en="Small", layers=(law, *layers))


NOT_FIRST = Not(OneOf("khoi", ("k1",)))


def _with_clusters(rules, *names):
    choices = tuple(Choice(one, one, one) for one in names)
    layer = rules.layers[0]
    facts = (attrs.evolve(one, choices=choices) if one.id == "khoi" else one for one in layer.facts)
    return attrs.evolve(rules, layers=(attrs.evolve(layer, facts=tuple(facts)),))


def prover(*awards, **more):
    """What asks about them."""
    return Prover(policy(*awards, **more), DAY)


def names(answers, kind=Proved):
    """The ends of the places that were answered so."""
    return [one.claim.path.rpartition(".")[2] for one in answers if isinstance(one, kind)]


REACHES = Compare("diem", ">=", Parameter("nguong"))


class TestTwoAwards:
    def test_implied(self):
        """
        A higher threshold implies a lower one.
        """
        found = prover(award("cao", Compare("diem", ">=", Constant(3))), award("thap", REACHES))

        assert isinstance(found.implied("cao", "thap"), Proved)

    def test_not_implied(self):
        """
        The reverse is refuted by somebody who meets the one and not the other.
        """
        found = prover(award("cao", Compare("diem", ">=", Constant(3))), award("thap", REACHES)).implied(
            "thap", "cao"
        )

        assert isinstance(found, Refuted)
        assert (Verdict.MET, Verdict.UNMET) == (found.witness.verdict, found.other.verdict)
        assert 2 == found.witness.subject.facts["diem"]

    def test_equivalent(self):
        """
        Two ways to write one condition give everybody the same verdict, also where facts are missing.
        """
        found = prover(award("mot", All((Is("tot"), REACHES))), award("hai", REACHES, Is("tot")))

        assert isinstance(found.equivalent("mot", "hai"), Proved)

    def test_not_equivalent_where_unknown(self):
        """
        A condition that always holds is told from none: what it reads may be missing.
        """
        always = Compare("diem", ">=", Constant(0))
        found = prover(award("mot", Is("tot")), award("hai", Is("tot"), always)).equivalent("mot", "hai")

        assert isinstance(found, Refuted)
        assert {Verdict.UNKNOWN, Verdict.MET} == {found.witness.verdict, found.other.verdict}

    def test_disjoint(self):
        """
        Two clusters exclude each other.
        """
        found = prover(award("mot", OneOf("khoi", ("k1",))), award("hai", OneOf("khoi", ("k2",))))

        assert isinstance(found.disjoint("mot", "hai"), Proved)

    def test_not_disjoint(self):
        """
        Who is in the first cluster may be good as well.
        """
        found = prover(award("mot", OneOf("khoi", ("k1",))), award("hai", Is("tot"))).disjoint("mot", "hai")

        assert isinstance(found, Refuted)
        assert {"khoi": "k1", "tot": True} == dict(found.witness.subject.facts)

    def test_reform(self):
        """
        A reform is compared award by award.
        """
        before = policy(award("mot", REACHES), award("hai", Is("tot")))
        found = Prover(before, DAY).reform(before.with_parameter("nguong", 3))

        assert [Refuted, Proved] == [type(one) for one in found]

    def test_specified_differently(self):
        """
        Two policies that specify a fact differently are not compared, and the fact is named.
        """
        before = policy(award("mot", Is("tot")))
        layer = before.layers[0]
        wider = [attrs.evolve(one, maximum=9) if one.id == "diem" else one for one in layer.facts]
        after = attrs.evolve(before, layers=(attrs.evolve(layer, facts=tuple(wider)),))
        found = Prover(before, DAY).equivalent("mot", Side(policy=after, award="mot"))

        assert isinstance(found, NotEncodable)
        assert ["diem"] == [one.what for one in found.why]

    def test_more_values_of_a_choice(self):
        """
        Where one policy only allows more values than the other, both judge everybody whom either allows.
        """
        before = policy(award("mot", OneOf("khoi", ("k1",))))
        more = _with_clusters(before, "k1", "k2", "k3")
        wider = attrs.evolve(more, layers=(attrs.evolve(more.layers[0], awards=(award("mot", NOT_FIRST),)),))
        found = Prover(more, DAY).implied("mot", Side(policy=before, award="mot"))
        other = Prover(before, DAY).implied(Side(policy=wider, award="mot"), "mot")

        assert isinstance(found, Proved)
        assert isinstance(other, Refuted)

    def test_values_in_another_order(self):
        """
        A choice whose values stand in another order is another choice.
        """
        before = policy(award("mot", OneOf("khoi", ("k1",))))
        after = _with_clusters(before, "k2", "k1", "k3")
        found = Prover(before, DAY).equivalent("mot", Side(policy=after, award="mot"))

        assert isinstance(found, NotEncodable)
        assert ["khoi"] == [one.what for one in found.why]

    def test_earned_by_its_own_conditions(self):
        """
        An award that needs another one implies that one's conditions, where nobody has decided yet.
        """
        both = policy(award("mot", Is("tot")), award("hai", Earned("mot")))

        assert isinstance(Prover(both, DAY, decisions=False).implied("hai", "mot"), Proved)

    def test_earned_by_a_decision(self):
        """
        A decision may have given it to somebody who does not meet them.
        """
        found = prover(award("mot", Is("tot")), award("hai", Earned("mot"))).implied("hai", "mot")

        assert isinstance(found, Refuted)
        assert ["mot"] == [one.award for one in found.witness.roster.decisions]

    def test_earned_within_a_quota_is_left_open(self):
        """
        Between conditions and an award with a quota stands a ranking, so nothing is concluded from its conditions.
        """
        quota = Quota(rate="nguong", label_vi="", label_en="", citation=CITE)
        both = policy(award("mot", Is("tot"), quotas=(quota,)), award("hai", Earned("mot")))

        assert isinstance(Prover(both, DAY, decisions=False).implied("hai", "mot"), Refuted)


class TestIrrelevant:
    def test_unread(self):
        """
        A fact that only ranks never changes who is eligible, and the proof says that it ranks.
        """
        key = ByFact(id="k", label_vi="", label_en="", citation=CITE, fact="diem")
        found = prover(award("mot", Is("tot"), ranking=(key,))).irrelevant("mot", "diem")

        assert isinstance(found, Proved)
        assert ["ranking"] == [one.code for one in found.under]

    def test_read(self):
        """
        A fact that decides is shown by two subjects that differ in nothing else.
        """
        found = prover(award("mot", Is("tot"), Is("lanh_dao", wanted=False))).irrelevant("mot", "lanh_dao")

        assert isinstance(found, Refuted)
        one, two = dict(found.witness.subject.facts), dict(found.other.subject.facts)
        assert one | {"lanh_dao": None} == two | {"lanh_dao": None}

    def test_read_and_without_effect(self):
        """
        A fact that is read on both sides of an exception, to the same end, never matters.
        """
        either = Unless(Is("tot"), (Exempt("k", Compare("diem", ">", Constant(3)), Settled(Verdict.UNMET)),))
        found = prover(award("mot", either))

        assert isinstance(found.irrelevant("mot", "khoi"), Proved)

    def test_a_list(self):
        """
        A list may be what matters.
        """
        found = prover(award("mot", NoneOf("ky_luat")))

        assert isinstance(found.irrelevant("mot", "ky_luat"), Refuted)
        assert isinstance(found.irrelevant("mot", "vu_viec"), Proved)


def test_an_open_award_is_the_same_for_both():
    """
    Two subjects that are alike have the same outcome in an award that a quota leaves open, and the proof says so.
    """
    quota = Quota(rate="nguong", label_vi="", label_en="", citation=CITE)
    found = prover(award("mot", Is("tot"), quotas=(quota,)), award("hai", Earned("mot"))).irrelevant(
        "hai", "tot"
    )

    assert isinstance(found, Proved)
    assert [("same", "mot")] == [(one.code, one.what) for one in found.under]


def test_an_open_award_is_assumed_where_it_must_be():
    """
    A witness that needs an award to be open says that this is assumed, also in its case.
    """
    quota = Quota(rate="nguong", label_vi="", label_en="", citation=CITE)
    asked = prover(
        award("mot", quotas=(quota,)),
        award("hai", Earned("mot")),
        award("ba", Any((Earned("mot"), Not(Earned("mot"))))),
    )
    found = asked.equivalent("ba", "mot")

    assert isinstance(found, Refuted)
    assert {("mot", "doi_tuong"): Verdict.UNKNOWN} == dict(found.witness.assumed)
    assert "# assumed: mot doi_tuong UNKNOWN" in found.witness.to_case("a", "b")


class TestMonotone:
    @pytest.mark.parametrize(
        ("condition", "name"),
        [
            (REACHES, "diem"),
            (OneOf("muc", ("kha", "gioi")), "muc"),
            (Is("tot"), "tot"),
            (Exists("ky_luat"), "ky_luat"),
        ],
    )
    def test_more_never_loses(self, condition, name):
        """
        More of a number, a better choice, a flag, one more row.
        """
        assert isinstance(prover(award("mot", condition)).monotone("mot", name), Proved)

    @pytest.mark.parametrize(
        ("condition", "name"),
        [
            (Compare("diem", "==", Constant(2)), "diem"),
            (OneOf("muc", ("kha",)), "muc"),
            (NoneOf("ky_luat"), "ky_luat"),
        ],
    )
    def test_more_loses(self, condition, name):
        """
        Where more loses the award, two subjects show it, the second with more.
        """
        found = prover(award("mot", condition)).monotone("mot", name)

        assert isinstance(found, Refuted)
        assert (Verdict.MET, Verdict.UNMET) == (found.witness.verdict, found.other.verdict)

    def test_discipline_never_gains(self):
        """
        One more discipline, or a more severe one, never gains an award that allows the mildest only.
        """
        severe = (Where("hinh_thuc", "!=", Constant("khien_trach")),)
        found = prover(award("mot", NoneOf("ky_luat", severe), Count("ky_luat", "<=", Constant(1))))

        assert isinstance(found.monotone("mot", "ky_luat", Direction.WORSE), Proved)
        assert isinstance(found.monotone("mot", "ky_luat.hinh_thuc", Direction.WORSE), Proved)

    def test_discipline_gains(self):
        """
        A rule that forgets the most severe form is refuted by somebody whose discipline grows.
        """
        found = prover(award("mot", NoneOf("ky_luat", (Where("hinh_thuc", "==", Constant("canh_cao")),))))
        answer = found.monotone("mot", "ky_luat.hinh_thuc", Direction.WORSE)

        assert isinstance(answer, Refuted)
        assert "cach_chuc" in {row.get("hinh_thuc") for row in answer.other.subject.records["ky_luat"]}

    def test_a_setting_that_is_no_number(self):
        """
        A choice that a layer sets to a word that the law does not name is out of range.
        """
        choice = parameter("cach", "a", choices=("a", "b"), settable=True)
        layer = attrs.evolve(plan(), settings=(Setting(parameter="cach", value="c", citation=CITE),))
        found = prover(award("mot", REACHES), layers=(layer,), parameters=(choice,)).lawful()

        assert [Refuted, Proved] == [type(one) for one in found]

    def test_without_order(self):
        """
        Text has no order to grow in, and the question says so.
        """
        text = FactSpec(id="ten", type=FactType.TEXT, label_vi="tên", label_en="name")
        base = policy(award("mot", Compare("ten", "==", Constant("a"))))
        layer = attrs.evolve(base.layers[0], facts=(*base.layers[0].facts, text))
        found = Prover(attrs.evolve(base, layers=(layer,)), DAY).monotone("mot", "ten")

        assert isinstance(found, NotEncodable)
        assert ["unordered"] == [one.code for one in found.why]


class TestParts:
    def test_dead_clause(self):
        """
        A condition that another one implies never decides; the other one does.
        """
        found = prover(award("mot", Compare("diem", ">=", Constant(3)), REACHES)).dead("mot")

        assert (["mot_2"], ["mot_1"]) == (names(found), names(found, Refuted))

    def test_unreachable_threshold(self):
        """
        Four points of at most three are never met, and no points at all never failed.
        """
        found = prover(
            award("mot", Compare("diem", ">=", Constant(4)), Compare("diem", ">=", Constant(0)), REACHES)
        ).thresholds("mot")
        proved = [(one.claim.code, one.claim.path) for one in found if isinstance(one, Proved)]

        assert [("never_met", "awards.mot.mot_1"), ("never_unmet", "awards.mot.mot_2")] == proved

    def test_threshold_beyond_the_bound(self):
        """
        A count that asks for more rows than are looked at is not called dead.
        """
        asked = Prover(policy(award("mot", Count("ky_luat", ">=", Constant(5)))), DAY, Bounds(rows=2))
        found = next(one for one in asked.thresholds("mot") if one.claim.code == "never_met")

        assert isinstance(found, NotEncodable)
        assert ["bound"] == [one.code for one in found.why]

    def test_dead_exception(self):
        """
        An exception whose condition nobody meets never applies.
        """
        rule = Unless(
            Is("tot"),
            (
                Exempt("khong_bao_gio", Compare("diem", ">", Constant(3)), Settled(Verdict.MET)),
                Exempt("lanh_dao", Is("lanh_dao"), Settled(Verdict.MET)),
            ),
        )
        found = [
            one for one in prover(award("mot", rule)).exceptions("mot") if one.claim.code == "dead_exception"
        ]

        assert (["khong_bao_gio"], ["lanh_dao"]) == (names(found), names(found, Refuted))

    def test_exception_that_a_setting_leaves_aside(self):
        """
        One that the present value of a parameter leaves aside, and another legal value would not, is no alarm.
        """
        rule = Unless(
            Is("tot"), (Exempt("k", All((Compare("diem", "<", Parameter("nguong")), REACHES_TWO)), MET_),)
        )
        found = prover(award("mot", rule)).exceptions("mot")

        assert [("setting", False)] == [(one.under[-1].code, one.alarming) for one in found]

    def test_clash(self):
        """
        Two exceptions that say different things of one person are found, and the rules themselves clash there.
        """
        found = next(
            one for one in prover(award("mot", CLASH)).exceptions("mot") if one.claim.code == "no_clash"
        )

        assert isinstance(found, Refuted)
        assert {"lanh_dao": True, "diem": 0} == dict(found.witness.subject.facts)
        assert found.witness.verdict is None

    def test_no_clash(self):
        """
        Two that never apply together never clash.
        """
        rule = attrs.evolve(CLASH, exceptions=(CLASH.exceptions[0], _only_others(CLASH.exceptions[1])))
        found = next(
            one for one in prover(award("mot", rule)).exceptions("mot") if one.claim.code == "no_clash"
        )

        assert isinstance(found, Proved)

    def test_proofs_say_where_a_clash_is_left_aside(self):
        """
        What is proved of an award with a clash says that it holds but where they clash.
        """
        found = prover(award("mot", CLASH)).irrelevant("mot", "khoi")

        assert isinstance(found, Proved)
        assert ["clash"] == [one.code for one in found.under]


REACHES_TWO = Compare("diem", ">=", Constant(2))
MET_ = Settled(Verdict.MET)


def _only_others(exempt):
    return attrs.evolve(exempt, when=All((exempt.when, Is("lanh_dao", wanted=False))))


def plan(*additions, settings=(), awards=()):
    """A layer below the law."""
    return Layer(
        id="ke_hoach",
        title_vi="Kế hoạch",
        title_en="Plan",
        level="xa",
        additions=tuple(Addition(awards=("mot",), clause=clause("them", one)) for one in additions),
        settings=tuple(Setting(parameter="nguong", value=value, citation=CITE) for value in settings),
        awards=awards,
    )


class TestLawful:
    def test_an_added_condition(self):
        """
        A plan that adds a condition stays inside the law.
        """
        found = prover(award("mot", REACHES), layers=(plan(Is("tot")),)).lawful()

        assert [Proved] == [type(one) for one in found]

    def test_a_legal_setting(self):
        """
        A lower threshold that the law lets the plan set is the law's own generosity.
        """
        found = prover(award("mot", REACHES), layers=(plan(settings=(1,)),)).lawful()

        assert [Proved, Proved] == [type(one) for one in found]

    def test_an_illegal_setting(self):
        """
        One that it does not let it set is out of range, and refuted by somebody whom the law leaves out.
        """
        found = prover(award("mot", REACHES), layers=(plan(settings=(0,)),)).lawful()

        assert [Refuted, Refuted] == [type(one) for one in found]
        assert (Verdict.MET, Verdict.UNMET) == (found[1].witness.verdict, found[1].other.verdict)

    def test_a_rewritten_award(self):
        """
        A layer that writes an award anew, and more generously, is refuted.
        """
        found = prover(award("mot", REACHES), layers=(plan(awards=(award("mot", Is("tot")),)),)).lawful()

        assert [Refuted] == [type(one) for one in found]


@attrs.frozen
class Completed(Criterion):
    """A criterion of another package."""

    kind: ClassVar[str] = "acme.completed"

    def check(self, case):
        """Always unknown."""
        return new_finding(self.kind, Verdict.UNKNOWN)


class TestUnknownKinds:
    def test_it_is_named(self):
        """
        Every question about an award with a kind of another package is not encodable, and names the kind.
        """
        found = prover(award("mot", Is("tot"), All((REACHES, Completed()))), award("hai", Is("tot")))
        answers = [
            found.implied("mot", "hai"),
            found.equivalent("hai", "mot"),
            found.disjoint("mot", "hai"),
            found.irrelevant("mot", "khoi"),
            found.monotone("mot", "diem"),
            *found.dead("mot"),
        ]

        assert {NotEncodable} == {type(one) for one in answers}
        assert {("kind", "acme.completed")} == {(why.code, why.what) for one in answers for why in one.why}

    def test_nothing_is_dropped(self):
        """
        Parts that can be encoded are still asked about; the clause that cannot is answered for by its name.
        """
        found = prover(award("mot", Is("tot"), All((REACHES, Completed())))).thresholds("mot")

        assert ["mot_2"] == names(found, NotEncodable)
        assert 2 == len(names(found, Refuted))


def test_a_witness_that_does_not_replay(monkeypatch):
    """
    A witness that the rules themselves refute is an error of ours, and never an answer.
    """
    monkeypatch.setattr(sessions.Session, "eligible", lambda self, side, person=None: _always_met())

    with pytest.raises(ReplayError, match="does not replay"):
        prover(award("mot", Is("tot")), award("hai", Is("tot"))).disjoint("mot", "hai")


def _always_met():
    return settled(Verdict.MET)


class TestReview:
    def test_every_answer_has_words(self):
        """
        Every answer reads as a sentence in both languages, and is written as data.
        """
        found = prove_policy(
            policy(award("mot", CLASH, REACHES, Completed()), award("hai", REACHES, Is("tot"))), DAY
        )

        assert all(one.text(lang) for one in found for lang in ("vi", "en"))
        assert len(found) == len(proofs_to_json(found))

    def test_shared_among_processes(self):
        """
        The answers are the same whatever the number of processes.
        """
        asked = policy(award("mot", CLASH, REACHES), award("hai", Earned("mot"), Is("tot")))

        assert proofs_to_json(prove_policy(asked, DAY)) == proofs_to_json(
            prove_policy(asked, DAY, processes=2)
        )

    def test_no_process(self):
        """
        Nobody works in no process.
        """
        with pytest.raises(ValueError, match="expected at least 1 process, got 0"):
            prove_policy(policy(award("mot", Is("tot"))), DAY, processes=0)

    @pytest.mark.parametrize("lang", ["vi", "en"])
    def test_table(self, lang):
        """
        What alarms and what is not encodable is listed in full.
        """
        found = prove_policy(policy(award("mot", CLASH, Completed())), DAY)
        rows = [text for group in proofs_table(found, lang).groups for text, _ in group.rows]

        assert {one.text(lang) for one in found if one.alarming or isinstance(one, NotEncodable)} <= set(rows)

    def test_effort(self):
        """
        A solver that gives no answer within its limit is said to have given none.
        """
        small = Prover(policy(award("mot", REACHES, Is("tot"))), DAY, Bounds(effort=1))
        found = small.irrelevant("mot", "diem")

        assert isinstance(found, NotEncodable)
        assert ["effort"] == [one.code for one in found.why]

    def test_same_answers_twice(self):
        """
        The same policy gives the same answers and witnesses again.
        """
        asked = policy(award("mot", CLASH, REACHES), award("hai", Earned("mot")))

        assert proofs_to_json(prove_policy(asked, DAY)) == proofs_to_json(
            prove_policy(asked, dt.date(2022, 12, 31))
        )
