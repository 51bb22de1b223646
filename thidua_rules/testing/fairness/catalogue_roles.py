"""The roles of the facts that the shipped catalogue asks about. Data only."""

from __future__ import annotations

from typing import Final

from thidua_rules.testing.fairness.roles import Meaning, Role, Roles

_ATTENTION: Final = ("nd_91_2017/3", "luat_tdkt_2003/6", "luat_tdkt_2022/5", "nd_98_2023/4", "nd_152_2025/4")
"""Attention to women and to those who work directly, as the law itself asks it."""

_MERIT: Final = (
    "xep_loai_chat_luong",
    "hoan_thanh_nhiem_vu_nguoi_lao_dong",
    "guong_mau_cong_dong",
    "chap_hanh_doan_ket_thi_dua",
    "tich_cuc_hoc_tap",
    "dao_duc_loi_song",
    "hoan_thanh_tot_nghia_vu_cong_dan",
    "muu_tri_sang_tao_chien_dau",
    "diem_binh_xet",
    "dao_tao.ket_qua",
    "dao_tao.chap_hanh",
    "hoan_thanh_tot_nhiem_vu",
    "hoan_thanh_xuat_sac_nhiem_vu",
    "phong_trao_thuong_xuyen_hieu_qua",
    "noi_bo_doan_ket_chap_hanh",
    "dan_chu_tiet_kiem",
    "du_che_do_thanh_vien",
    "khong_thuoc_truong_hop_khong_xet",
    "phieu_dong_y",
    "guong_mau_dong_gop",
    "diem_tieu_chuan_1",
    "diem_tieu_chuan_2",
    "diem_tieu_chuan_3",
    "diem_tieu_chuan_khu_1",
    "diem_tieu_chuan_khu_2",
    "diem_tieu_chuan_khu_3",
    "diem_tieu_chuan_khu_4",
    "diem_tieu_chuan_khu_5",
    "diem_tu_cham_1",
    "diem_tu_cham_2",
    "diem_tu_cham_3",
    "diem_tu_cham_4",
    "diem_tu_cham_5",
    "diem_tham_dinh",
    "diem_cum_quyet_dinh",
    "diem_thuong",
    "diem_cham_cheo.diem",
    "dan_dau_cum_khoi_toan_quoc",
    "dan_dau_dat_co_cap_tinh",
    "dan_dau_tiet_kiem_chong_tham_nhung",
    "dat_tieu_chuan_bang_khen_thu_tuong",
    "dat_tieu_chuan_cong_dan_thu_do",
    "dat_tieu_chuan_huan_chuong_ba",
    "dat_tieu_chuan_huan_chuong_nhat",
    "dat_tieu_chuan_huan_chuong_nhi",
    "dat_tieu_chuan_nguoi_tot_viec_tot",
    "don_vi_ty_le_chi_tieu_dat",
    "don_vi_ty_le_chi_tieu_vuot",
    "don_vi_ty_le_dung_tien_do_chat_luong",
    "dong_gop_lon",
    "gia_tri_dong_gop",
    "hieu_qua_cong_viec",
    "mo_hinh_giup_nguoi_khac",
    "nhan_to_moi_mo_hinh_moi",
    "nop_thue_hoan_thanh",
    "san_xuat_tieu_bieu",
    "so_giay_khen_chien_dau",
    "so_nam_phong_trao_chuyen_de",
    "thanh_tich_anh_huong_linh_vuc",
    "thanh_tich_anh_huong_tinh",
    "tiet_kiem_chong_tham_nhung",
    "tieu_bieu_xuat_sac_phong_trao",
    "truc_thuoc_ty_le_tu_htnv",
    "truc_thuoc_ty_le_tu_httnv",
    "ty_le_dung_tien_do_chat_luong",
    "ty_le_nhiem_vu_hoan_thanh",
    "ty_le_vuot_muc",
    "vuot_chi_tieu_tieu_bieu_tinh",
    "vuot_chi_tieu_tieu_bieu_toan_quoc",
    "xuat_sac_nhat_phong_trao_chuyen_de",
)

_FAULT: Final = (
    "vi_pham_truy_to",
    "vi_pham_nghia_vu",
    "vi_pham_xay_dung_chay_no_moi_truong",
    "vi_pham_tao_hon",
    "vi_pham_bao_luc_gia_dinh",
    "vi_pham_te_nan",
    "vi_pham_gay_roi",
    "so_bao_cao_tre",
    "lanh_dao_bi_ky_luat",
    "bieu_hien_suy_thoai",
    "truc_thuoc_tham_nhung_lang_phi",
    "ty_le_tieu_chi_cham_kem",
    "ty_le_tieu_chi_khong_dat",
)

_TRAITS: Final = ("ngay_sinh", "so_cccd", "chuc_danh", "dan_toc", "ton_giao", "thon", "cap_bac", "tuoi")

_ENTRY: Final = ("dang_ky_thi_dua.ngay", "de_nghi_khen_thuong.ngay", "vu_viec_dang_xem_xet.ngay")

_CLASS: Final = (
    "loai_doi_tuong",
    "loai",
    "khoi_thi_dua",
    "khu_vuc",
    "ho_ngheo_can_ngheo",
    "ngay_tuyen_dung",
    "so_ho",
    "so_nhan_khau",
    "chuyen_cong_tac",
    "cum_khoi_thi_dua",
    "la_chu_doanh_nghiep",
    "tap_the_nho_truc_tiep",
    "co_so_ket_luan_vet_thuong",
    "thang_dieu_tri_vet_thuong",
    "tieu_chi_chung",
    "xep_hang_cum_khoi",
    "vi_tri_trong_so_dat_co_cap_tinh",
)

_PROCEDURE: Final = (
    "dang_ky_thi_dua",
    "de_nghi_khen_thuong",
    "ty_le_du_hop_binh_xet_ho",
    "ty_le_du_hop_binh_xet_khu",
    "chi_thuong_xuyen",
    "chi_tieu",
    "phong_trao",
    "nghia_vu",
    "ly_do_cum_quyet_dinh",
    "binh_chon_phong_trao",
    "buoc_ho_so",
    "giay_to_ho_so",
    "phieu_giay_khen_van_hoa",
    "qua_binh_xet_cum_khoi",
)

CATALOGUE: Final = Roles(
    (
        *(Meaning(name, Role.MERIT) for name in _MERIT),
        Meaning("sang_kien", Role.MERIT, key="ma"),
        Meaning("de_tai_nghien_cuu", Role.MERIT, key="ma"),
        *(Meaning(name, Role.FAULT) for name in _FAULT),
        Meaning("hinh_thuc_ky_luat", Role.FAULT, day="ngay"),
        Meaning("hinh_thuc_ky_luat.hinh_thuc", Role.FAULT),
        Meaning("vu_viec_dang_xem_xet", Role.FAULT),
        Meaning("thang_nghi_viec", Role.FAULT),
        Meaning("thang_nghi_thai_san", Role.LEAVE, part_of="thang_nghi_viec"),
        Meaning("nam_gian_doan", Role.LEAVE),
        *(Meaning(name, Role.TRAIT) for name in _TRAITS),
        Meaning("gioi_tinh", Role.TRAIT, allowed=_ATTENTION, prefers="nu"),
        Meaning("ty_le_nu", Role.TRAIT, allowed=_ATTENTION, prefers=100),
        Meaning("la_lanh_dao", Role.LEADER, allowed=_ATTENTION, prefers=False),
        *(Meaning(name, Role.ENTRY) for name in _ENTRY),
        Meaning("tich_danh_hieu", Role.PAST),
        *(Meaning(name, Role.CLASS) for name in _CLASS),
        *(Meaning(name, Role.PROCEDURE) for name in _PROCEDURE),
    )
)
"""What the facts of the catalogue stand for; another policy's author gives a value of the same shape."""
