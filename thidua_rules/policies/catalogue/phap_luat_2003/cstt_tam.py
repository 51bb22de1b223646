"""
Chiến sĩ tiên tiến, so far only as what Đơn vị tiên tiến counts: decisions of the armed forces' line. Data only.

Without a decision it stays open: its conditions are not encoded here.
"""

from __future__ import annotations

from thidua_rules.awards import Authority, Award, Form
from thidua_rules.citations import Citation
from thidua_rules.criteria import Clause, Settled
from thidua_rules.facts import SubjectKind
from thidua_rules.policies.catalogue.phap_luat_2003.co_thi_dua import de_nghi_hoac_dang_ky
from thidua_rules.verdicts import Verdict

AWARDS = (
    Award(
        id="chien_si_tien_tien",
        title_vi="Chiến sĩ tiên tiến",
        title_en="Advanced soldier",
        form=Form.DANH_HIEU,
        recipients=(SubjectKind.CA_NHAN,),
        authority=Authority.LUC_LUONG_VU_TRANG,
        citations=(Citation("luat_tdkt_2003", "24", "2"),),
        scope=de_nghi_hoac_dang_ky("chien_si_tien_tien"),
        eligibility=(
            Clause(
                "xet_theo_tuyen",
                Citation("luat_tdkt_2003", "24", "2"),
                "Do đơn vị quân đội, công an xét theo tuyến",
                "reviewed by the armed forces in their own line",
                Settled(Verdict.UNKNOWN),
            ),
        ),
        tracked=True,
    ),
)
