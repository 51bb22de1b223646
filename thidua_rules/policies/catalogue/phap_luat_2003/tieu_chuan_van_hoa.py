"""
The standards of decree 122/2018 and the criteria under them: what the points of a province are given for. Data only.

The decree names the criteria and gives 100 points to all of them together; which share goes where each province says.
The counts were read, 24 for families and 27 for residential areas; where a criterion's letter or wording is from memory
it says so.
"""

from __future__ import annotations

import attrs

from thidua_rules.citations import Citation, Standing
from thidua_rules.policies.obligations import Provision

_S, _M = Standing.CONFIRMED, Standing.UNCONFIRMED


@attrs.frozen
class TieuChi:
    """
    One criterion of a standard.

    Args:
        diem: The letter of its point in the decree.

        vi: What it asks, in our words.

        en: The same in English.

        standing: How well its content was confirmed; every letter is from memory.
    """

    diem: str
    vi: str
    en: str
    standing: Standing = _M


@attrs.frozen
class TieuChuan:
    """One standard: its clause in the article, what it is about, and its criteria in their order."""

    khoan: int
    vi: str
    en: str
    tieu_chi: tuple[TieuChi, ...]


TIEU_CHUAN_GIA_DINH = (
    TieuChuan(
        1,
        "Gương mẫu chấp hành; tham gia phong trào thi đua nơi cư trú",
        "Compliance and movements",
        (
            TieuChi("a", "Thành viên chấp hành pháp luật, không bị kỷ luật ở nơi làm việc, học tập", "obey the law, nobody disciplined at work or school", _S),
            TieuChi("b", "Giữ hương ước, quy ước của cộng đồng", "keep the community's customary code", _S),
            TieuChi("c", "Treo Quốc kỳ trong các ngày quy định", "fly the flag on the set days", _S),
            TieuChi("d", "Tham gia hoạt động văn hóa ở nơi cư trú, thường xuyên tập thể dục, thể thao", "join a local cultural activity, exercise regularly", _S),
            TieuChi("đ", "Nếp sống văn minh trong việc cưới, việc tang, lễ hội", "civilised weddings, funerals and festivals", _S),
            TieuChi("e", "Giữ gìn di tích, danh lam thắng cảnh, cảnh quan", "protect relics and landscape", _S),
            TieuChi("g", "Vệ sinh môi trường, đổ rác đúng giờ, đúng nơi", "environmental hygiene, rubbish at the right time and place", _S),
            TieuChi("h", "Tham gia từ thiện, đền ơn đáp nghĩa, khuyến học và sinh hoạt cộng đồng", "charity, gratitude, study promotion, community meetings", _S),
            TieuChi("i", "Bảo đảm an toàn thực phẩm; phòng, chống dịch bệnh", "food safety; disease prevention"),
            TieuChi("k", "Phòng cháy, chữa cháy", "fire safety"),
            TieuChi("l", "Trật tự, an toàn giao thông, không lấn chiếm lòng đường, vỉa hè", "traffic order, no encroachment on roads"),
        ),
    ),
    TieuChuan(
        2,
        "Gia đình hòa thuận, hạnh phúc, tiến bộ; tương trợ",
        "Harmonious family, mutual help",
        (
            TieuChi("a", "Người cao tuổi, cha mẹ, các thành viên được quan tâm, chăm sóc", "elders, parents and members cared for"),
            TieuChi("b", "Hôn nhân tự nguyện, tiến bộ, một vợ một chồng, bình đẳng, chung thủy; thực hiện chính sách dân số", "free and progressive marriage, equal and faithful; population policy"),
            TieuChi("c", "Bình đẳng giới, không bạo lực gia đình", "gender equality, no domestic violence"),
            TieuChi("d", "Tham gia bảo hiểm y tế, chăm sóc sức khỏe", "health insurance and health care"),
            TieuChi("đ", "Ứng xử lành mạnh, văn minh", "healthy, civil behaviour"),
            TieuChi("e", "Giúp đỡ người gặp khó khăn, hoạn nạn", "help for others in hardship"),
        ),
    ),
    TieuChuan(
        3,
        "Lao động, sản xuất, công tác, học tập",
        "Work and study",
        (
            TieuChi("a", "Kinh tế ổn định từ nguồn thu nhập chính đáng", "a stable economy from lawful income"),
            TieuChi("b", "Tham gia chương trình phát triển kinh tế - xã hội ở địa phương", "join local socio-economic programmes"),
            TieuChi("c", "Người trong độ tuổi lao động tích cực làm việc", "members of working age work actively"),
            TieuChi("d", "Trẻ em trong độ tuổi được đi học", "children of school age attend"),
            TieuChi("đ", "Dùng nước sạch", "clean water"),
            TieuChi("e", "Công trình phụ hợp vệ sinh", "hygienic outbuildings"),
            TieuChi("g", "Có phương tiện nghe, nhìn và được tiếp cận thông tin", "audio-visual means and access to information"),
        ),
    ),
)  # fmt: skip

TIEU_CHUAN_KHU_DAN_CU = (
    TieuChuan(
        1,
        "Đời sống kinh tế ổn định, phát triển",
        "Economy",
        (
            TieuChi("a", "Người trong độ tuổi lao động có việc làm, thu nhập ổn định", "people of working age have work and stable income", _S),
            TieuChi("b", "Thu nhập bình quân đầu người cao hơn mức bình quân của tỉnh", "income per head above the provincial mean", _S),
            TieuChi("c", "Tỷ lệ hộ nghèo, cận nghèo thấp hơn mức bình quân", "share of poor and near-poor households below the mean", _S),
            TieuChi("d", "Tỷ lệ nhà ở kiên cố cao hơn mức bình quân, không có nhà dột nát", "solid housing above the mean, no dilapidated houses", _S),
            TieuChi("đ", "Đường giao thông chính được cứng hóa", "main roads hardened", _S),
            TieuChi("e", "Có hoạt động khuyến nông, ngành nghề, hợp tác phát triển kinh tế", "extension, crafts and co-operation", _S),
        ),
    ),
    TieuChuan(
        2,
        "Đời sống văn hóa lành mạnh",
        "Culture",
        (
            TieuChi("a", "Có nhà văn hóa, sân thể thao phù hợp điều kiện địa phương", "a culture house and a sports ground that fit local conditions", _S),
            TieuChi("b", "Trẻ em được đến trường, đạt phổ cập trung học cơ sở", "children at school, lower-secondary schooling for all", _S),
            TieuChi("c", "Có hoạt động văn hóa, thể thao, điểm đọc sách, hòa giải tốt", "culture and sport, a reading point, good mediation", _S),
            TieuChi("d", "Giữ gìn các loại hình văn hóa, văn nghệ dân gian", "folk forms kept", _S),
            TieuChi("đ", "Bảo vệ di tích, danh lam thắng cảnh", "relics and landscapes protected", _S),
        ),
    ),
    TieuChuan(
        3,
        "Môi trường cảnh quan sạch đẹp",
        "Environment",
        (
            TieuChi("a", "Sản xuất, kinh doanh chấp hành pháp luật về môi trường", "production obeys environmental law", _S),
            TieuChi("b", "Có hệ thống cấp nước, thoát nước", "water supply and drainage", _S),
            TieuChi("c", "Nhà ở, công trình công cộng, nghĩa trang theo quy hoạch", "houses, public works and the cemetery fit the plan", _S),
            TieuChi("d", "Nơi vui chơi công cộng được tôn tạo, giữ sạch", "public recreation areas kept up and clean", _S),
            TieuChi("đ", "Thu gom rác thải", "waste collection"),
            TieuChi("e", "Phong trào, chiến dịch vệ sinh", "hygiene campaigns"),
        ),
    ),
    TieuChuan(
        4,
        "Chấp hành chủ trương, pháp luật",
        "Compliance",
        (
            TieuChi("a", "Tuyên truyền, phổ biến chủ trương, pháp luật", "policy and law made known"),
            TieuChi("b", "Thực hiện dân chủ ở cơ sở", "grass-roots democracy"),
            TieuChi("c", "Giữ an ninh, trật tự", "order and security"),
            TieuChi("d", "Tổ chức ở khu dân cư vững mạnh", "strong local organisations"),
            TieuChi("đ", "Tỷ lệ hộ được công nhận Gia đình văn hóa", "share of cultural families"),
        ),
    ),
    TieuChuan(
        5,
        "Đoàn kết, tương trợ",
        "Solidarity",
        (
            TieuChi("a", "Đền ơn đáp nghĩa", "gratitude"),
            TieuChi("b", "Giúp người nghèo", "aid to the poor"),
            TieuChi("c", "Giúp người khuyết tật", "aid to the disabled"),
            TieuChi("d", "Giúp trẻ mồ côi", "aid to orphans"),
            TieuChi("đ", "Hoạt động nhân đạo, từ thiện", "charity"),
        ),
    ),
)  # fmt: skip

_CHUA_CO_DIEM = (
    "chấm chung cả tiêu chuẩn khi tỉnh không công bố điểm của từng tiêu chí",
    "judged within its standard where the province publishes no points of its own for it",
)
_THEO_TRI_NHO = ("; nội dung theo trí nhớ, chưa đối chiếu", "; its content is from memory")


def _quy_dinh(
    article: str, encoded_by: tuple[str, ...], standards: tuple[TieuChuan, ...]
) -> tuple[Provision, ...]:
    return tuple(
        Provision(
            id=f"nd_122_2018.{article}.{standard.khoan}.{one.diem}",
            citation=Citation("nd_122_2018", article, str(standard.khoan), one.diem),
            summary_vi=one.vi,
            summary_en=one.en,
            encoded_by=encoded_by,
            why_not_vi=_CHUA_CO_DIEM[0] + (_THEO_TRI_NHO[0] if one.standing is _M else ""),
            why_not=_CHUA_CO_DIEM[1] + (_THEO_TRI_NHO[1] if one.standing is _M else ""),
        )
        for standard in standards
        for one in standard.tieu_chi
    )


PROVISIONS = (
    *_quy_dinh("6", ("thang_diem_gia_dinh_van_hoa", "gia_dinh_van_hoa"), TIEU_CHUAN_GIA_DINH),
    *_quy_dinh(
        "12",
        ("thang_diem_khu_dan_cu_van_hoa", "thon_van_hoa", "to_dan_pho_van_hoa"),
        TIEU_CHUAN_KHU_DAN_CU,
    ),
)
