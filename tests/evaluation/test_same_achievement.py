"""Two bonuses for one achievement: only the higher is paid, where the parameter says so."""

from __future__ import annotations

import attrs
import pytest

from tests.worlds import BASE, CITE, PERSON, clause, good, policy, roster
from thidua_rules.awards import Award, Bonus, Form, Multiple
from thidua_rules.criteria import Is
from thidua_rules.evaluation import evaluate

SAME = Bonus(
    multiples=(Multiple(subject_kind=PERSON, parameter="he_so_thap"),), achievement="cach_tra", citation=CITE
)
TITLE = attrs.evolve(BASE, bonus=attrs.evolve(SAME, group="danh_hieu"))
CERTIFICATE = attrs.evolve(
    BASE,
    id="giay_khen",
    form=Form.HINH_THUC,
    bonus=attrs.evolve(SAME, multiples=(Multiple(subject_kind=PERSON, parameter="he_so_cao"),)),
)


def rules(choice: str = "cao_nhat", title: Award = TITLE, certificate: Award = CERTIFICATE):
    """A title and a certificate of the commune, the certificate worth more."""
    found = policy(title, certificate)
    spec = attrs.evolve(
        next(iter(found.parameters.values())), id="cach_tra", values=(), minimum=None, maximum=None, unit=""
    )
    layer = attrs.evolve(found.layers[0], parameters=(*found.layers[0].parameters, spec))
    return attrs.evolve(found, layers=(layer,)).with_parameter("cach_tra", choice)


def proposals(title: str | None, certificate: str | None, **facts):
    """A person who was proposed for both, each for an achievement."""
    rows = [{"danh_hieu": "co_ban"}, {"danh_hieu": "giay_khen"}]
    for row, achievement in zip(rows, (title, certificate), strict=True):
        if achievement is not None:
            row["thanh_tich"] = achievement
    return good("a", records={"de_nghi_khen_thuong": tuple(rows)}, **facts)


def paid(rules_, subject):
    """Which bonuses are paid, and the two ends of the total."""
    found = evaluate(rules_, roster(subject))
    return {one.award.id for one in found.outcomes if one.bonus and one.bonus.paid}, (
        found.fund.total,
        found.fund.total_low,
        found.fund.total_high,
    )


BOTH = {"co_ban", "giay_khen"}


@pytest.mark.parametrize(
    ("choice", "title", "certificate", "expected", "totals"),
    [
        ("cao_nhat", "tt1", "tt1", {"giay_khen"}, (1_490_000, 1_490_000, 1_490_000)),
        ("cao_nhat", "tt1", "tt2", BOTH, (1_940_000, 1_940_000, 1_940_000)),
        ("ca_hai", "tt1", "tt1", BOTH, (1_940_000, 1_940_000, 1_940_000)),
        ("cao_nhat", "tt1", None, BOTH, (1_940_000, 1_490_000, 1_940_000)),
        ("cao_nhat", None, None, BOTH, (1_940_000, 1_490_000, 1_940_000)),
    ],
)
def test_one_achievement(choice, title, certificate, expected, totals):
    """
    The same achievement is paid once; where it is not given, both are paid and the total lies between two figures.
    """
    assert paid(rules(choice), proposals(title, certificate)) == (expected, totals)


def test_a_title_that_nobody_proposed_has_an_achievement_of_its_own():
    """
    A certificate for some achievement does not take the place of a title that no proposal ties to it.
    """
    subject = good("a", records={"de_nghi_khen_thuong": ({"danh_hieu": "giay_khen", "thanh_tich": "tt1"},)})

    assert paid(rules(), subject)[0] == BOTH


def test_equal_bonuses():
    """
    Of two equal bonuses for one achievement exactly one is paid.
    """
    equal = attrs.evolve(CERTIFICATE, bonus=SAME)

    assert paid(rules(certificate=equal), proposals("tt1", "tt1"))[0] == {"co_ban"}


def test_an_open_award_may_take_the_place():
    """
    While the higher of two awards for one achievement is open, the lower bonus is due and may still fall away.
    """
    upper = attrs.evolve(CERTIFICATE, eligibility=(clause("lanh_dao", Is("lanh_dao")),))
    found, totals = paid(rules(certificate=upper), proposals("tt1", "tt1", lanh_dao=None))

    assert found == {"co_ban"}
    assert totals == (450_000, 0, 1_940_000)


def test_an_award_without_the_rule_is_no_rival():
    """
    A bonus whose award does not name the parameter is paid beside any other.
    """
    plain = attrs.evolve(CERTIFICATE, bonus=attrs.evolve(CERTIFICATE.bonus, achievement=""))

    assert paid(rules(certificate=plain), proposals("tt1", "tt1"))[0] == BOTH
