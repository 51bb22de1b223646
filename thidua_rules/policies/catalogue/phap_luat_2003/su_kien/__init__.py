"""The facts that the law of 2003 and the plan of Xuân Sơn ask about, by kind of subject. Data only."""

from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.ca_nhan import CA_NHAN_NAM
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.cap_cao import KHEN_CAP_CAO
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.chung import CHUNG, LICH_SU
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.ho import HO_NAM, VI_PHAM
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.tap_the import TAP_THE_NAM
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.xa import XA_NAM
from thidua_rules.policies.catalogue.phap_luat_2003.su_kien.xep_loai import TIEU_CHI_XEP_LOAI

FACTS = (*CHUNG, *LICH_SU, *CA_NHAN_NAM, *TIEU_CHI_XEP_LOAI, *KHEN_CAP_CAO, *TAP_THE_NAM, *HO_NAM, *XA_NAM)

__all__ = ["FACTS", "VI_PHAM"]
