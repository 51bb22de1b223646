"""
Every sentence of the plan of Xuân Sơn for 2022: what encodes it, or why nothing does. Data only.

The plan numbers its sections as far as ``II.3``. Below that ``a``, ``b`` … are its bullets in order, and a last
number is the sentence inside a bullet. ``mo_dau`` is the preamble, ``III.cuoi`` the closing sentence.
"""

from __future__ import annotations

from thidua_rules.policies.catalogue.ke_hoach_14_2022_nghia_vu import muc
from thidua_rules.policies.obligations import Provision

_NO_FIGURE, _NO_DAY = "khong_co_chi_tieu_so", "khong_co_thoi_han"

_MUC_DICH = (
    "nêu mục đích; không đặt điều kiện, việc phải làm, thời hạn hay con số",
    "states a purpose: no condition, deed, day or figure",
)
_BOI_CANH = ("nêu bối cảnh, không đặt quy tắc", "gives the background, no rule")
_CAN_CU = (
    "dẫn văn bản cấp trên làm căn cứ; bản thân câu không đặt quy tắc, văn bản dẫn chiếu chưa được đọc",
    "names instruments from above as its basis: no rule of its own, and those texts were not read",
)


def _cau(
    name: str,
    vi: str,
    en: str,
    by: str = "",
    *,
    why: tuple[str, str] = ("", ""),
    defects: tuple[str, ...] = (),
) -> Provision:
    return Provision(
        id=name,
        citation=muc(name),
        summary_vi=vi,
        summary_en=en,
        encoded_by=tuple(by.split()),
        why_not_vi=why[0],
        why_not=why[1],
        defects=defects,
    )


_MO_DAU = (
    _cau(
        "tieu_de",
        "Số, ngày và tên kế hoạch: phong trào “Thực hiện nhiệm vụ kinh tế - xã hội, giữ vững an ninh quốc"
        " phòng” năm 2022",
        "number, day and title of the plan: the movement on socio-economic tasks and security in 2022",
        "ke_hoach_14_2022",
        defects=("khong_co_khau_hieu",),
    ),
    _cau(
        "mo_dau.1",
        "Năm 2022 là năm thứ hai thực hiện kế hoạch 5 năm theo nghị quyết đại hội các cấp (xã: lần thứ XXV),"
        " có các ngày kỷ niệm lớn",
        "2022 is the second year of the five-year plan under the congresses' resolutions (the commune's:"
        " the 25th), with great anniversaries",
        why=_BOI_CANH,
    ),
    _cau(
        "mo_dau.2",
        "Thực hiện nghị quyết Đại hội Đảng bộ xã lần thứ XXIII (nơi khác ghi XXV) và nghị quyết HĐND xã"
        " năm 2022",
        "carries out the resolution of the commune's 23rd Party congress (elsewhere the 25th) and that of the"
        " people's council for 2022",
        why=_CAN_CU,
        defects=("so_dai_hoi_khong_nhat_quan",),
    ),
    _cau(
        "mo_dau.3",
        "Phát huy kết quả thi đua, khen thưởng năm 2021",
        "builds on the results of 2021",
        why=_BOI_CANH,
    ),
    _cau(
        "mo_dau.4",
        "Hội đồng TĐKT xã lập kế hoạch; tên phong trào ở đây có thêm “phát triển” và “văn hoá”, khác với"
        " tiêu đề",
        "the council makes the plan; the movement's name here has two more words than in the title",
        why=(
            "câu dẫn vào kế hoạch; người ban hành và tên đã ghi ở tiêu đề",
            "leads into the plan: issuer and name stand in its title",
        ),
        defects=("hai_ten_phong_trao",),
    ),
)

_MUC_I = (
    _cau(
        "I.1.a",
        "Đẩy mạnh thi đua trên mọi lĩnh vực để đạt chỉ tiêu kinh tế - xã hội 2022, thích ứng an toàn với"
        " dịch Covid-19",
        "push emulation in all fields to meet the targets of 2022 and to live safely with Covid-19",
        why=_MUC_DICH,
    ),
    _cau(
        "I.1.b",
        "Khen thưởng thực chất, kịp thời, tôn vinh điển hình tiên tiến, người tốt việc tốt",
        "commend in substance and in time; honour models and good deeds",
        "CT-5.1 PT-09",
        why=(
            "“thực chất”, “kịp thời” không có thước đo: kế hoạch không nói bao nhiêu ngày, tỷ lệ nào",
            "“in substance” and “in time” have no measure: no number of days, no share",
        ),
    ),
    _cau(
        "I.2.a",
        "Phong trào phải thiết thực, bám nhiệm vụ của xã và của từng ngành, đoàn thể",
        "movements must be practical and fit the tasks of the commune and of each sector",
        "lap_chi_tieu_rieng III.0",
        why=(
            "“thiết thực, phù hợp” là đánh giá của người; phần kiểm được là đơn vị có chỉ tiêu, kế hoạch riêng",
            "whether it is practical is for people to judge; that a unit has its own targets and plan is checked",
        ),
    ),
    _cau(
        "I.2.b",
        "Người đứng đầu và Hội đồng TĐKT chỉ đạo, đôn đốc, kiểm tra công tác thi đua",
        "heads and the council direct, urge and check",
        "kiem_tra_giai_doan_1 kiem_tra_giai_doan_2",
        why=(
            "“chỉ đạo, đôn đốc” không để lại việc đo được; số lần kiểm tra là giả định của mô hình",
            "directing and urging leave no deed to measure; the number of checks is the model's assumption",
        ),
    ),
    _cau(
        "I.2.c",
        "Xét danh hiệu cho tập thể, cá nhân đầu năm có đăng ký, cuối năm đủ tiêu chuẩn, được cơ quan hoặc"
        " Cụm thi đua khối xã đề nghị",
        "a title only for who registered at the start of the year, meets the standards at its end, and is"
        " proposed by the agency or the cluster",
        "dang_ky_thi_dua dang_ky_dau_nam de_nghi_cua_co_quan_cum lao_dong_tien_tien chien_si_thi_dua_co_so"
        " tap_the_lao_dong_tien_tien tap_the_lao_dong_xuat_sac",
    ),
)

_MUC_II_1 = (
    _cau(
        "II.1.a.1",
        "Thực hiện Chỉ thị 34-CT/TW, 19/CT-TTg, 19/CT-UBND của Hà Nội về thi đua, khen thưởng",
        "carry out directives 34-CT/TW, 19/CT-TTg and Hà Nội's 19/CT-UBND on emulation",
        "chi_thi_34_ct_tw_2014 chi_thi_19_ct_ttg_2021 chi_thi_19_ct_ubnd_2021",
        why=_CAN_CU,
    ),
    _cau(
        "II.1.a.2",
        "Thực hiện Chỉ thị 03/CT-UBND ngày 29/9/2021 (câu không ghi cơ quan ban hành)",
        "carry out directive 03/CT-UBND of 29 September 2021 (the sentence names no issuer)",
        "chi_thi_03_ct_ubnd_2021",
        why=_CAN_CU,
    ),
    _cau(
        "II.1.a.3",
        "Thi đua xây dựng hệ thống chính trị theo Kế hoạch 39-KH/TU, Kết luận 01-KL/TW, Chỉ thị 05-CT/TW",
        "emulate in building the political system under plan 39-KH/TU, conclusion 01-KL/TW and directive"
        " 05-CT/TW",
        "ke_hoach_39_kh_tu_2021 ket_luan_01_kl_tw_2021 chi_thi_05_ct_tw",
        why=_CAN_CU,
    ),
    _cau(
        "II.1.b",
        "Phấn đấu đạt các mục tiêu năm 2022 theo nghị quyết HĐND xã",
        "strive for the goals of 2022 set by the commune's people's council",
        "CT-1.1 CT-1.2 CT-1.3",
        why=(
            "con số nằm trong nghị quyết HĐND xã, là dữ liệu của danh sách, không có trong kế hoạch",
            "the figures stand in the council's resolution: they are roster data, not in the plan",
        ),
        defects=(_NO_FIGURE,),
    ),
    _cau(
        "II.1.c",
        "Phát huy thành tựu xây dựng và bảo vệ Tổ quốc của xã những năm gần đây",
        "build on the commune's achievements of recent years",
        why=_MUC_DICH,
    ),
    _cau(
        "II.1.d.1",
        "Khơi dậy nhiệt tình, sáng tạo; học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
        "awaken zeal and creativity; follow Hồ Chí Minh's thought, ethics and style",
        why=_MUC_DICH,
    ),
    _cau(
        "II.1.d.2",
        "Rèn luyện phẩm chất, chất lượng công tác, lao động; xây dựng tổ chức Đảng và đơn vị vững mạnh",
        "train character and the quality of work; build a strong Party and strong units",
        why=_MUC_DICH,
    ),
    _cau(
        "II.2",
        "Phạm vi, đối tượng: tập thể, cá nhân hiện đang công tác tại UBND xã",
        "scope: collectives and individuals who now work at the commune's People's Committee",
        "pham_vi_ke_hoach",
        why=(
            "chỉ hiểu là phạm vi xét danh hiệu; phong trào và việc phải làm theo đối tượng ở II.3 và III",
            "read as the scope of titles only; movements and deeds reach the audience of II.3 and III",
        ),
        defects=("pham_vi_hep_hon_doi_tuong",),
    ),
)

_MUC_II_3 = (
    _cau(
        "II.3",
        "Từng ngành, đoàn thể xây dựng chỉ tiêu phù hợp ngành mình trên cơ sở nội dung cơ bản của xã",
        "each sector and organisation sets targets of its own on the commune's common base",
        "lap_chi_tieu_rieng",
        defects=(_NO_FIGURE, _NO_DAY),
    ),
    _cau(
        "II.3.a.1",
        "Hoàn thành chỉ tiêu thị xã giao: thu ngân sách, việc làm mới, giảm hộ nghèo…",
        "meet the figures that the town assigns: revenue, new jobs, fewer poor households …",
        "CT-1.1 CT-1.2 CT-1.3",
        defects=(_NO_FIGURE,),
    ),
    _cau(
        "II.3.a.2",
        "Trường học, trạm y tế đạt và giữ chuẩn quốc gia",
        "schools and the health station reach and keep the national standard",
        "CT-1.4 CT-1.5",
        defects=(_NO_FIGURE,),
    ),
    _cau(
        "II.3.a.3",
        "Thực hiện tốt chính sách thương binh, liệt sĩ, người có công",
        "carry out well the policy for war invalids, martyrs and people of merit",
        "CT-1.6",
        defects=(_NO_FIGURE,),
    ),
    _cau(
        "II.3.a.4",
        "Đạt tỷ lệ cao về hộ, thôn, đơn vị văn hóa; thực hiện tốt Quy chế dân chủ ở cơ sở",
        "a high share of cultural households, villages and units; grass-roots democracy carried out",
        "CT-1.7 CT-1.8 CT-1.9 gia_dinh_van_hoa thon_van_hoa to_dan_pho_van_hoa",
        defects=(_NO_FIGURE,),
    ),
    _cau(
        "II.3.b",
        "Tổ chức thi đua chào mừng các ngày lễ lớn và mười phong trào có tên, theo chủ đề năm 2022 của"
        " Thành phố (tên phong trào Covid-19 thiếu dấu đóng ngoặc kép)",
        "hold the movements for the great anniversaries and ten named ones, on the city's theme of 2022"
        " (the name of the Covid-19 movement lacks its closing quotation mark)",
        "PT-01 PT-02 PT-03 PT-04 PT-05 PT-06 PT-07 PT-08 PT-09 PT-10 PT-11",
        defects=("ngoac_kep_khong_dong",),
    ),
    _cau(
        "II.3.c",
        "Đẩy mạnh “Thi đua quyết thắng” trong lực lượng vũ trang và “Toàn dân bảo vệ an ninh Tổ quốc”",
        "push “Determined to win” in the armed forces and “The people protect security”",
        "CT-3.1 CT-3.2",
    ),
    _cau(
        "II.3.d",
        "Xây dựng chính quyền, Đảng, đoàn thể vững mạnh; tiết kiệm, chống lãng phí, tham nhũng; nâng chất"
        " lượng công tác",
        "build strong bodies; save; fight waste and corruption; raise the quality of work",
        "CT-4",
        why=(
            "chỉ đo số vụ vi phạm; mức độ “vững mạnh” do người đánh giá",
            "only the number of cases is measured; how strong a body is, people judge",
        ),
        defects=(_NO_FIGURE,),
    ),
    _cau(
        "II.3.e.1",
        "Triển khai Luật Thi đua, khen thưởng và văn bản hướng dẫn",
        "carry out the Law on Emulation and Commendation and its guidance",
        "luat_tdkt_2003 nd_91_2017 tt_12_2019",
    ),
    _cau(
        "II.3.e.2",
        "Thực hiện tốt nhiệm vụ thi đua, khen thưởng năm 2022",
        "carry out well the emulation work of 2022",
        why=(
            "câu bao quát; việc cụ thể nằm ở II.4 và III",
            "covers everything; the deeds stand in II.4 and III",
        ),
    ),
    _cau(
        "II.3.e.3",
        "Phát hiện, bồi dưỡng, nhân rộng điển hình tiên tiến; thực hiện tốt chế độ thông tin, báo cáo",
        "find, foster and spread models; keep the regime of information and reports",
        "CT-5 CT-5.1 bao_cao PT-09",
        defects=(_NO_FIGURE, _NO_DAY),
    ),
)

_MUC_II_4 = (
    _cau(
        "II.4",
        "Thực hiện từ tháng 01 đến tháng 12/2022, chia 2 giai đoạn",
        "from January to December 2022, in two phases",
        "ke_hoach_14_2022 giai_doan_1_tu giai_doan_2_den",
    ),
    _cau(
        "II.4.GD1",
        "Giai đoạn 1: từ tháng 01 đến hết tháng 6, chào mừng 3/2, ngày thành lập Đảng bộ Hà Nội, 30/4, 19/5…",
        "phase 1: from January to the end of June, for the anniversaries of that half",
        "giai_doan_1_tu giai_doan_1_den PT-11",
    ),
    _cau(
        "II.4.GD2",
        "Giai đoạn 2: từ tháng 7 đến tháng 12, chào mừng Cách mạng tháng Tám, 2/9, Thăng Long - Hà Nội,"
        " 10/10…",
        "phase 2: from July to December, for the anniversaries of that half",
        "giai_doan_2_tu giai_doan_2_den PT-11",
    ),
    _cau(
        "II.4.c",
        "Gạch đầu dòng thứ ba dưới “2 giai đoạn”: trình tự đăng ký, phát động, sơ kết, tổng kết",
        "third bullet under “two phases”: the steps of registration, launch and review",
        why=(
            "chỉ là tiêu đề của ba bước sau, không phải giai đoạn thứ ba",
            "only a heading of the three steps that follow, not a third phase",
        ),
        defects=("liet_ke_lech_cap",),
    ),
    _cau(
        "II.4.c.1.1",
        "Các ngành, đoàn thể đăng ký thi đua và lập kế hoạch phát động theo đặc thù của mình",
        "sectors and organisations register and make their own plan of the movement",
        "dang_ky III.0",
        defects=(_NO_DAY,),
    ),
    _cau(
        "II.4.c.1.2",
        "Đơn vị gửi đăng ký về Cụm trưởng; Cụm trưởng tổng hợp gửi Thường trực Hội đồng TĐKT thị xã theo"
        " tiến độ của thị xã",
        "units send the registration to the cluster head, who compiles it for the town council by the town's"
        " schedule",
        "dang_ky tong_hop_dang_ky han_dang_ky han_tong_hop_dang_ky",
        defects=(_NO_DAY,),
    ),
    _cau(
        "II.4.c.2",
        "Sơ kết: UBND xã làm báo cáo, tổ chức hội nghị, biểu dương, khen thưởng theo thẩm quyền",
        "mid-year review: the commune reports, holds a meeting, praises and commends within its authority",
        "so_ket_bao_cao so_ket_hoi_nghi han_so_ket giay_khen_chu_tich_ubnd_xa",
        defects=(_NO_DAY,),
    ),
    _cau(
        "II.4.c.3",
        "Tổng kết: UBND xã tự chấm điểm, tham gia chấm chéo, bình xét khen thưởng theo hướng dẫn và thời gian"
        " của thị xã",
        "closing review: the commune scores itself, takes part in cross-scoring and reviews awards by the"
        " town's guidance and time",
        "tu_cham_diem cham_cheo binh_xet tong_ket xep_loai_truoc_binh_xet xep_hang_don_vi"
        " cham_diem_don_vi_xa_mac_dinh",
        why=(
            "chưa tìm thấy hướng dẫn chấm điểm của thị xã: bảng điểm, xếp hạng và ngày là giả định",
            "the town's guidance was not found: table, ranking and days are assumptions",
        ),
        defects=(_NO_DAY,),
    ),
)

_MUC_III = (
    _cau(
        "III.0",
        "Các ngành, đoàn thể lập kế hoạch riêng trên cơ sở nội dung cơ bản của xã",
        "sectors and organisations make plans of their own on the common base",
        "III.0",
        defects=(_NO_DAY,),
    ),
    _cau(
        "III.1",
        "Ủy ban MTTQ và đoàn thể xã triển khai đến cơ sở, tuyên truyền, vận động hội viên và nhân dân",
        "the Front and the organisations bring the movement to their branches; inform and mobilise",
        "III.1",
        defects=(_NO_DAY,),
    ),
    _cau(
        "III.2",
        "Ban Tuyên giáo Đảng ủy có kế hoạch chỉ đạo tuyên truyền",
        "the propaganda board has a plan for publicity",
        "III.2",
        defects=(_NO_DAY,),
    ),
    _cau(
        "III.3.1",
        "Văn phòng UBND xã lập kế hoạch, triển khai đến các ngành, đoàn thể, thôn, TDP",
        "the office makes the plan and brings it to sectors, organisations, villages and groups",
        "III.3",
        defects=(_NO_DAY,),
    ),
    _cau(
        "III.3.2",
        "Văn phòng tham mưu Hội đồng tổ chức kiểm tra, sơ kết, tổng kết phong trào",
        "the office advises the council on checks, the mid-year and the closing review",
        "kiem_tra_giai_doan_1 kiem_tra_giai_doan_2 so_ket_bao_cao so_ket_hoi_nghi tong_ket",
        defects=(_NO_DAY,),
    ),
    _cau(
        "III.4.1",
        "Văn hóa và đài truyền thanh xây dựng chủ đề tuyên truyền theo từng giai đoạn",
        "culture and the station set topics of publicity for each phase",
        "chu_de_tuyen_truyen_giai_doan_1 chu_de_tuyen_truyen_giai_doan_2",
        defects=(_NO_DAY,),
    ),
    _cau(
        "III.4.2",
        "Kịp thời có tin bài về phong trào và gương được khen thưởng",
        "timely news on the movement and on those commended",
        "tin_bai_giai_doan_1 tin_bai_giai_doan_2",
        why=(
            "“kịp thời” không có số ngày: chỉ kiểm mỗi giai đoạn có tin bài",
            "“timely” has no number of days: checked is that each phase has news",
        ),
    ),
    _cau(
        "III.4.3",
        "Phối hợp với Thường trực Hội đồng tổ chức hội nghị tổng kết",
        "help the council's standing body to hold the closing meeting",
        "phoi_hop_tong_ket",
        defects=(_NO_DAY,),
    ),
    _cau(
        "III.5",
        "Các ngành, đoàn thể, thôn lập kế hoạch, phát động, triển khai và đăng ký thi đua đúng tiến độ kế"
        " hoạch công tác TĐKT của xã",
        "sectors, organisations and villages plan, launch, carry out and register by the commune's schedule",
        "III.0 III.5 dang_ky",
        defects=(_NO_DAY,),
    ),
    _cau(
        "III.cuoi",
        "Các ngành, đoàn thể, thôn thực hiện tốt kế hoạch đã đề ra",
        "sectors, organisations and villages are to carry out the plan well",
        why=("nhắc lại III.0 và III.5, không thêm việc nào", "repeats III.0 and III.5 and adds no deed"),
    ),
    _cau(
        "noi_nhan",
        "Nơi nhận: Hội đồng TĐKT thị xã; Thường trực Đảng ủy, HĐND; Chủ tịch, các Phó Chủ tịch UBND; thành"
        " viên Hội đồng; các ngành, đoàn thể, thôn, TDP; lưu văn thư",
        "to be sent to the town council; the Party's and the council's standing bodies; the chairman and"
        " deputies; the council's members; sectors, organisations, villages and groups; the file",
        "gui_noi_nhan",
        defects=(_NO_DAY,),
    ),
    _cau(
        "ky_ten",
        "Ký: thay mặt Hội đồng, Chủ tịch Hội đồng là Chủ tịch UBND xã",
        "signed for the council by its chairman, who is the commune's chairman",
        why=(
            "nêu người ký; thành phần Hội đồng do luật quy định",
            "names who signed; the law sets the council's composition",
        ),
    ),
)

PROVISIONS = (*_MO_DAU, *_MUC_I, *_MUC_II_1, *_MUC_II_3, *_MUC_II_4, *_MUC_III)
