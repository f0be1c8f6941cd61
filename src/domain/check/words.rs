//! The checker's words: messages in two languages, and the words that content must use.
//!
//! The one source file beside `domain/fold.rs` that may hold Vietnamese letters.

use super::super::fact::Op;

/// Ways to write "top ten".
pub(super) const TOP_TEN: [&str; 2] = ["top 10", "tốp 10"];

/// Words that say a number stands in a draft.
pub(super) fn draft_words(lang: &str) -> &'static [&'static str] {
    if lang == "vi" { &["dự thảo"] } else { &["draft", "drafts", "drafted"] }
}

/// Words that say a number is a target (T3).
pub(super) fn target_words(lang: &str) -> &'static [&'static str] {
    if lang == "vi" {
        &["đích", "mục tiêu", "chỉ tiêu", "dự thảo", "phấn đấu", "hướng tới", "yêu cầu", "đặt mốc"]
    } else {
        &[
            "target", "targets", "goal", "goals", "aim", "aims", "aimed", "draft", "drafts",
            "requires", "required", "asks", "asked",
        ]
    }
}

/// Words that say a number has been reached.
pub(super) fn achieved_words(lang: &str) -> &'static [&'static str] {
    if lang == "vi" { &["đã đạt"] } else { &["has reached", "was achieved", "has achieved"] }
}

/// Words that carry an operator (T7).
pub(super) fn op_words(lang: &str, op: Op) -> &'static [&'static str] {
    match (lang, op) {
        (_, Op::Equal) => &[],
        ("vi", Op::Above) => &["hơn", "trên", "quá"],
        ("vi", Op::AtLeast) => &["ít nhất", "tối thiểu", "từ"],
        ("vi", Op::Below) => &["dưới"],
        ("vi", Op::AtMost) => &["tối đa", "không quá", "nhiều nhất"],
        ("vi", Op::About) => &["khoảng", "ước", "chừng"],
        (_, Op::Above) => &["more than", "over", "above"],
        (_, Op::AtLeast) => &["at least", "no fewer than", "no less than", "or more", "from"],
        (_, Op::Below) => &["under", "below", "less than", "fewer than"],
        (_, Op::AtMost) => &["at most", "up to", "no more than", "not more than"],
        (_, Op::About) => &["about", "around", "some", "roughly", "approximately", "estimated"],
    }
}

/// Messages in Vietnamese: name, what, why, cure, and the cure when nothing is suggested.
pub(super) const VIETNAMESE: &str = r#"
error | lỗi
warning | lưu ý
why | Vì sao
cure | Cách sửa
or | hoặc
none | không chỗ trống nào
exactly | đúng
null | null
bool | true/false
number | số không ngoặc
text | chuỗi trong ngoặc kép
list | danh sách [ ]
object | nhóm { }
words | chữ
letters | ký tự
items | mục
fact | dữ kiện
source | nguồn
explainer | bài
term | từ khó
document | văn bản
organisation | cơ quan
pillar | trụ cột
page | trang
place | nơi
former-place | tỉnh cũ
model-kind | loại mô hình
place-today | tỉnh hiện nay
region | vùng
unit | đơn vị
topic | chủ đề
note | ghi chú về tỉnh
channel | kênh chính thức
byte-order-mark | File mở đầu bằng dấu BOM (ba byte không nhìn thấy). | Chương trình vẫn đọc được, nhưng công cụ khác có thể báo lỗi ở dòng 1. | Lưu lại bằng mã “UTF-8”, đừng chọn “UTF-8 with BOM”.
not-composed | Chữ “{letter}” viết bằng dấu rời, không phải Unicode dựng sẵn (NFC). | Nhìn giống nhau nhưng khác mã: tìm kiếm sẽ không thấy chữ này. | Gõ lại cả dòng bằng Unicode dựng sẵn, hoặc chuyển file sang NFC.
too-many-bytes | Tệp lớn hơn {limit} byte. | Chương trình không đọc tệp lớn như vậy: điện thoại rẻ sẽ treo. | Tìm phần bị dán nhầm hoặc lặp lại và xóa đi.
too-deep-inside | Ngoặc lồng nhau quá {limit} tầng. | Không tệp nào của trang cần sâu như vậy; chương trình từ chối cả tệp. | Xóa các ngoặc mở thừa từ chỗ này.
too-many-letters | Một đoạn chữ dài hơn {limit} byte. | Không ai đọc đoạn dài như vậy, và điện thoại rẻ sẽ treo khi vẽ nó. | Tìm phần bị dán nhầm và xóa, hoặc chia thành nhiều đoạn.
too-many-items | Danh sách dài hơn {limit} mục. | Danh sách quá dài làm máy treo; chương trình từ chối cả tệp. | Bỏ bớt mục từ chỗ này.
many-more | Tệp này còn lỗi nữa, ngoài {limit} lỗi đã nêu. | Nêu hết thì không ai đọc nổi. | Sửa các lỗi đã nêu rồi chạy lại.
scene-too-long | Tình huống có nhiều hơn {to} bước. | Không ai đi hết một tình huống dài như vậy. | Bỏ bớt bước, hoặc tách thành hai tình huống.
markup | Có thẻ HTML “{tag}”. | Trang hiện nguyên văn thẻ chứ không chạy; thẻ thường do dán từ trang web, hoặc do kẻ xấu chèn. | Xóa thẻ. Chữ đậm viết **…**, liên kết viết [chữ](địa chỉ).
bad-origin | “{origin}” không phải địa chỉ của trang. | Địa chỉ này đứng trong mã QR, bản in và sơ đồ trang; sai thì dẫn đi nơi khác. | Viết https:// và tên máy chủ, không có gạch chéo ở cuối, ví dụ https://buocso.example.
hidden-character | Có ký tự không nhìn thấy {code}. | Ký tự này có thể đảo chiều chữ, giấu một địa chỉ giả, hoặc làm tìm kiếm trượt. | Xóa ký tự ở đúng cột này. Thường do dán từ trang web hay Word.
missing-file | Thiếu file này. | Trang web không dựng được khi thiếu một file. | Tạo file theo mẫu trong docs/content.md; tên file phải đúng như mã ở shared/.
unread-file | Không phần nào của chương trình đọc file này. | Viết ở đây thì không ai thấy: tên file hay thư mục bị sai. | Đổi tên thành {suggestion}. | Xem danh sách file trong docs/content.md rồi đổi tên hoặc xóa.
refused | Chương trình không đọc được file: {reason}. | Trang web đọc nội dung bằng đúng đoạn mã này, nên sẽ không dựng được. | Sửa chỗ nêu trên theo docs/content.md.
unknown-key | Không có khóa nào tên “{key}”. | Chương trình không biết hiện phần này ở đâu, nên từ chối cả file. | Đổi thành “{suggestion}”. | Các khóa dùng được: {known}.
missing-key | Thiếu khóa “{key}”. | Trang cần phần này; thiếu thì cả file không đọc được. | Thêm "{key}": … vào trong cặp ngoặc này. Chưa ai biết thì viết "unknown" hoặc null như docs/content.md.
missing-word | Chưa dịch “{key}”; người đọc sẽ thấy tiếng Việt: “{shown}”. | Trang vẫn chạy, nhưng người đọc thứ tiếng này gặp chữ họ không hiểu. | Thêm "{key}" bằng thứ tiếng của file này.
wrong-type | Ở đây phải là {expected}, nhưng lại là {found}. | Chương trình không đoán ý; sai loại thì cả file không đọc được. | Viết lại thành {expected}.
wrong-type-number | Ở đây phải là {expected}, nhưng lại là {found}. | Chương trình không đoán ý; sai loại thì cả file không đọc được. | Đặt trong ngoặc kép thẳng, ví dụ "20".
wrong-type-text | Ở đây phải là {expected}, nhưng lại là {found}. | Chương trình không đoán ý; sai loại thì cả file không đọc được. | Đặt trong ngoặc vuông: ["…"].
unknown-choice | “{found}” không nằm trong các giá trị cho phép. | Chương trình chỉ hiểu những giá trị đã định sẵn. | Đổi thành “{suggestion}”. | Chọn một trong: {choices}.
wrong-date | “{found}” không phải ngày viết đúng kiểu, hoặc ngày không có thật. | Viết theo năm-tháng-ngày thì máy so sánh được và không lẫn ngày với tháng. | Viết "{suggestion}". | Viết "2026", "2026-11" hoặc "2026-11-22".
wrong-decimal | “{found}” không phải số viết đúng kiểu. | Dữ liệu dùng dấu chấm thập phân; trang tự đổi sang dấu phẩy khi hiện ra. | Viết "{suggestion}". | Chỉ viết chữ số và một dấu chấm, ví dụ "6.19"; đơn vị để ở khóa unit.
wrong-number | Số này không nằm trong khoảng cho phép. | Chương trình chỉ đọc số nguyên đã định. | Viết số nguyên: {expected}.
empty-text | Chuỗi rỗng. | Ô trống khiến người đọc tưởng trang hỏng; điều chưa biết phải nói là chưa biết. | Viết nội dung, hoặc "unknown", hoặc null nếu khóa cho phép.
unknown-target | Liên kết “{address}” không thuộc loại nào chương trình biết. | Bấm vào sẽ không đi đâu. | Viết {suggestion}. | Dùng explainer: term: document: organisation: pillar: page: tel: hoặc https://
mark-in-plain-text | Chỗ này hiện nguyên văn, không dùng được **…**, […](…) hay {…}. | Người đọc sẽ thấy cả dấu sao và ngoặc. | Viết chữ thường; đưa liên kết hay số liệu xuống đoạn dưới.
unknown-id | Không có {shelf} nào mang mã “{id}”. | Chỗ này sẽ dẫn vào khoảng trống, người đọc không tới được nguồn. | Đổi thành “{suggestion}”. | Xem các mã trong {file}.
no-figure | Dữ kiện {fact} có {count} con số, không có số thứ {number}. | Không có con số thì không có hộ chiếu nguồn để mở. | Đếm lại các con số của {fact} trong shared/facts.json, hoặc thêm con số ở đó.
unlisted-host | Địa chỉ “{host}” không có trong danh sách được phép. | Địa chỉ na ná là cách người ta mất tiền; trang chỉ dẫn tới nơi chính thức. | Kiểm tra từng chữ. Đúng thì thêm vào shared/hosts.json; ví dụ giả thì dùng đuôi .example.
mentioned-host | Câu này nêu địa chỉ “{host}” không có trong danh sách. | Người đọc sẽ gõ theo; địa chỉ na ná là cách người ta mất tiền. | Kiểm tra từng chữ. Đúng thì thêm vào shared/hosts.json; ví dụ giả thì dùng đuôi .example.
bad-host | “{host}” không phải tên máy chủ trần. | Danh sách so từng chữ; thừa https:// hay / thì không địa chỉ nào khớp. | Chỉ viết tên, chữ thường, ví dụ dichvucong.gov.vn.
bad-id | Mã “{id}” có ký tự không dùng được. | Mã là một phần của địa chỉ trang. | Chỉ dùng chữ thường không dấu, chữ số và gạch nối: ho-kinh-doanh.
duplicate-id | Mã “{id}” đã dùng ở dòng {line}. | Hai mục cùng mã thì chỉ một mục hiện ra. | Đổi một trong hai mã, hoặc xóa mục thừa.
lacks-id | Thiếu mục “{id}”, trong khi {other} có. | Các thứ tiếng phải có cùng các mục, để đổi tiếng không mất trang. | Thêm mục có mã “{id}”, hoặc xóa nó khỏi {other}.
stray-id | Mục “{id}” không có trong {other}. | Không có dữ liệu đi cùng thì mục này không hiện ra ở đâu. | Đổi thành “{suggestion}”. | Thêm vào {other} hoặc xóa ở đây.
wrong-slug | slug “{slug}” khác tên file. | Trang tìm bài theo tên file. | Viết "slug": "{expected}".
unpaired | Có {found} mục, nhưng {other} có {expected}. | Hai danh sách ghép với nhau theo thứ tự; lệch một là gắn sai tên cho con số. | Viết đúng {expected} mục, cùng thứ tự với {other}.
outside-life-from | Ngày {date}: “{place}” chưa có, nơi này có từ {from}. | Tỉnh trước và sau 1/7/2025 là hai nơi khác nhau, số liệu không đổi chỗ được. | Sửa ngày, hoặc dùng mã tỉnh cũ (thường có đuôi -cu).
outside-life-to | Ngày {date}: “{place}” không còn nữa, nơi này có đến hết {to}. | Tỉnh trước và sau 1/7/2025 là hai nơi khác nhau, số liệu không đổi chỗ được. | Sửa ngày, hoặc dùng mã tỉnh hiện nay (không có đuôi -cu).
rank-base | Thứ hạng trong {found} tỉnh, thành: chỉ có 63 hoặc 34. | Hạng 17/34 và 17/63 khác hẳn nhau; sai mẫu số là nói sai. | Viết "of": 63 (đến năm 2023) hoặc "of": 34 (từ năm 2024).
rank-base-none | Thứ hạng mà không nói trong bao nhiêu tỉnh, thành. | Hạng 17/34 và 17/63 khác hẳn nhau; thiếu mẫu số là nói sai. | Thêm "of": 63 (đến năm 2023) hoặc "of": 34 (từ năm 2024).
base-of-list | Nơi này xếp hạng trong {expected} tỉnh, thành, không phải {found}. | Hai dãy số không nối được với nhau; sai mẫu số làm tỉnh tụt hạng trên giấy. | Viết "of": {expected}, hoặc chuyển dòng này sang đúng tỉnh cũ hay tỉnh hiện nay.
base-of-year | Hạng trong 63 tỉnh, thành của năm {year}, năm đã xếp theo 34. | Từ kỳ 2024 hạng tính trong 34; con số này có thể là của kỳ 2023. | Mở lại nguồn, sửa năm hoặc of nếu cần.
no-formula | Con số suy ra mà không có phép tính. | Người đọc phải tự kiểm lại được. | Thêm "formula", ví dụ "48 + 10 = 58".
after-edition | Ngày {date} muộn hơn ngày của bộ nội dung ({edition}). | Không ai đọc, đếm hay kiểm tra được ở tương lai; có lẽ gõ nhầm năm. | Sửa ngày này, hoặc content_version trong index.json.
slots | Chỗ để chương trình điền vào phải là {expected}, nhưng lại có {found}. | Sai tên thì người đọc thấy dấu ngoặc thay vì số hay ngày. | Giữ nguyên {expected} trong câu, không dịch, không thêm.
count-low | Có {found} {unit}; phải có {range}. | Mọi bài theo một khuôn để người đọc quen tay và đọc hết trong vài phút. | Viết thêm ít nhất {by} {unit}.
count-high | Có {found} {unit}; phải có {range}. | Mọi bài theo một khuôn để người đọc quen tay và đọc hết trong vài phút. | Bớt ít nhất {by} {unit}.
wording-number | Câu “{wording}” không có con số {number} như nguồn. | Con số trên trang phải đúng từng chữ số với nguồn mà người đọc mở ra. | Viết {number} trong câu; nếu nguồn đổi thì sửa shared/facts.json.
wording-operator | Câu “{wording}” bỏ mất dấu {op} của con số. | “Hơn 90%” không phải là 90%; bỏ chữ ấy là nói sai nguồn. | Thêm một trong các chữ: {accepted}.
top-ten | Nói “top 10” mà không nói đó là dự thảo. | Mục tiêu này chỉ có trong bản dự thảo tháng 12/2022; bỏ chữ ấy là biến nó thành thật. | Thêm chữ “dự thảo” (draft) vào cùng đoạn, hoặc bỏ câu này.
forbidden | “{found}” không được xuất hiện ở đâu. | 713 là tổng của ba sàn có thể trùng nhau; postmart.com là địa chỉ na ná postmart.vn. | Xóa. Nêu riêng 142, 520 và 51; địa chỉ đúng là postmart.vn.
no-target-word | Con số của {fact} là mục tiêu, nhưng đoạn này không nói vậy. | Mục tiêu không phải kết quả; người đọc sẽ tưởng đã làm được. | Thêm “đích”, “mục tiêu” hoặc “dự thảo” (target, goal, aim, draft) vào đoạn.
not-achieved | Viết “đã đạt” cạnh con số của {fact}, mà đó không phải kết quả đo. | “Đã đạt” chỉ dành cho số đo được. | Viết “đặt mục tiêu”, “ước”, “dự kiến” theo đúng tình trạng của con số.
position-outside | Chỗ này cách {province} khoảng {km} km, ở ngoài biển xa hoặc ở nước khác. | Chấm sẽ rơi ra ngoài bản đồ, người đọc không tìm thấy nơi ấy. | Xem lại lon (kinh độ, 102–118) và lat (vĩ độ, 6–24), có thể bị đổi chỗ cho nhau. Không chắc thì xóa position.
position-elsewhere | Chỗ này nằm trong {found}, không phải {said}. | Chấm rơi vào tỉnh khác thì bản đồ và danh sách nói hai điều khác nhau. | Sửa position, hoặc sửa province nếu nơi ấy thuộc {found}. Không chắc thì xóa position.
too-many-models | Có {count} mô hình, nhiều hơn {limit}. | Điện thoại rẻ phải tải và lọc cả danh sách; quá {limit} mục thì máy treo. | Bỏ bớt còn {limit} mục, hoặc tách bớt sang bộ nội dung khác.
map-lacks | Bản đồ thiếu {name}. | Bản đồ Việt Nam phải có đủ các tỉnh, thành, Hoàng Sa và Trường Sa (Nghị định 18/2020/NĐ-CP). | Chạy lại tools/map, hoặc lấy lại file này từ bản trước.
communes-lack | Chưa có danh sách xã, phường của {province}. | Người dân tỉnh này không tra được tên xã cũ. | Chạy lại tools/communes, hoặc lấy lại danh sách từ bản trước.
commune-without-origin | {name} không ghi gộp từ đâu. | Không có tên cũ thì tra tên cũ không ra. | Ghi from: tỉnh cũ, huyện cũ và các xã, phường cũ.
commune-elsewhere | {name} đang ở {province}, nhưng tỉnh cũ ghi ở đây đã về {heir}. | Người đọc sẽ tìm xã của mình ở sai tỉnh. | Sửa province của nơi gốc, hoặc chuyển {name} sang danh sách của {heir}.
long-sentence | Câu “{start}…” dài {words} chữ. | Người đọc trên điện thoại mất ý ở câu dài hơn 25 chữ. | Tách làm hai câu.
acronym | Chữ tắt “{acronym}” chưa được giải thích. | Người mới không biết chữ tắt sẽ bỏ đọc. | Viết đầy đủ, hoặc viết “{acronym} (nghĩa là…)”, hoặc thêm vào glossary.json.
lost-choice | Bước “{step}” có lựa chọn dẫn tới “{to}”, mà bài không có bước nào tên ấy. | Bấm vào thì không có gì mở ra. | Sửa "to" thành mã của một bước trong bài, hoặc thêm bước “{to}”.
several-ways | Có nhiều lựa chọn cùng dẫn tới bước “{step}”. | “Quay lại bước trước” sẽ không biết quay về đâu. | Tách thành hai bước với hai mã, hoặc bỏ bớt một lựa chọn.
unreachable | Không có đường nào từ bước đầu tới bước “{step}”. | Viết ra mà không ai đọc tới. | Thêm một lựa chọn có "to": "{step}", hoặc xóa bước này.
circle | Bước “{step}” dẫn vòng về chính nó. | Người tập đi mãi không tới chỗ kết. | Đổi "to" ở cuối vòng sang một bước khác. Muốn lùi thì đã có nút “Quay lại bước trước”.
dead-end | Bước “{step}” không có lựa chọn, cũng không phải chỗ kết. | Người tập mắc lại giữa chừng. | Thêm "choices", hoặc viết "end": "safe" hay "end": "mended".
end-goes-on | Bước “{step}” là chỗ kết mà vẫn còn lựa chọn. | Đã kết thì chỉ còn lời dặn, không đi tiếp. | Xóa "choices", hoặc xóa "end".
stray-choice | Bước đầu “{step}” có lời của một lựa chọn, mà không lựa chọn nào dẫn tới bước đầu. | Câu này không hiện ra ở đâu. | Xóa "choice" và "reply" ở bước này.
stray-view | Bước “{step}” có lời cho hình vẽ, mà shared/rehearsals.json không nói là hình gì. | Không biết vẽ cuộc gọi hay tin nhắn, nên câu này không hiện ra. | Thêm "view" cho bước “{step}” trong shared/rehearsals.json, hoặc xóa "view" ở đây.
link-in-scene | Có liên kết hoặc số liệu trong một bước tập. | Đang tập thì không được dẫn ra ngoài: người tập có thể bấm nhầm vào việc thật. | Viết chữ thường. Con số có nguồn để ở truth hay signs; số gọi và bài đọc thêm đã có ở cuối bài.
address-in-scene | Bài tập nêu “{found}”, không phải kênh chính thức cũng không phải tên bịa an toàn. | Địa chỉ, số điện thoại bịa có thể là của người thật. | Địa chỉ giả phải có đuôi .example; thật thì chỉ dichvucong.gov.vn. Số lạ viết “số lạ”.
problem-without-cause | Khó khăn “{id}” không có nguyên nhân nào. | Người đọc cần đi từ khó khăn tới vì sao, rồi tới cách gỡ. | Thêm một mục cause có follows gồm “{id}”; nguồn không nói thì viết "unknown".
cause-without-problem | Nguyên nhân “{id}” không gắn với khó khăn nào. | Nguyên nhân đứng một mình thì không hiện ra ở đâu. | Thêm mã của một khó khăn (problem) vào follows.
cause-without-solution | Nguyên nhân “{id}” không có cách gỡ nào. | Nêu chỗ khó mà bỏ lửng cách gỡ thì chỉ làm nản lòng. | Thêm một mục solution có follows gồm “{id}”; nguồn không nói thì viết "unknown".
solution-without-cause | Cách gỡ “{id}” không gắn với nguyên nhân nào. | Cách gỡ đứng một mình thì không hiện ra ở đâu. | Thêm mã của một nguyên nhân (cause) vào follows.
note-without-fact | Ghi chú “{id}” nói một điều mà không dẫn dữ kiện nào. | Điều không có nguồn thì không được viết về một tỉnh. | Thêm mã dữ kiện vào facts, hoặc đổi lời thành "unknown".
status-without-fact | Lời hứa “{id}” ghi là “{status}” mà không có nguồn riêng. | Nói đã làm hay đang làm cần một nguồn sau lời hứa. | Thêm status_fact là một dữ kiện khác, hoặc viết "unclear" (Chưa rõ).
empty | File trống. | Trang web không dựng được khi thiếu một file. | Chép mẫu từ docs/content.md vào.
missing-comma | Thiếu dấu phẩy sau chỗ này. | {json} | Thêm dấu phẩy (,) ở đây, trước mục tiếp theo.
trailing-comma | Thừa dấu phẩy trước dấu đóng ngoặc. | {json} | Xóa dấu phẩy sau mục cuối cùng.
extra-comma | Thừa một dấu phẩy. | {json} | Xóa dấu phẩy này. Số lẻ viết bằng dấu chấm.
curly-quote | Ngoặc kép cong “ ” dùng làm ngoặc của JSON. | {json} | Dùng ngoặc kép thẳng ". Tắt “smart quotes” trong máy soạn thảo.
single-quote | Dùng nháy đơn ' làm ngoặc. | {json} | Dùng ngoặc kép thẳng ".
inner-quote | Có ngoặc kép thẳng nằm giữa câu. | {json} | Trong câu hãy viết ngoặc cong “…”, hoặc thêm gạch chéo trước: \".
unclosed-text | Câu mở bằng ngoặc kép mà không đóng trên cùng dòng. | {json} | Thêm ngoặc kép thẳng " ở cuối câu; xuống dòng trong câu thì viết \n.
unclosed | Dấu {bracket} mở ở đây mà không đóng. | {json} | Thêm dấu {close} ở cuối phần này.
after-end | Còn chữ sau chỗ file đã đóng. | {json} | Xóa phần thừa, hoặc xóa dấu đóng ngoặc bị dư ở trên.
duplicate-key | Khóa “{key}” viết hai lần trong cùng một mục. | Chương trình không biết giữ nội dung nào. | Xóa một trong hai, giữ nội dung đúng.
comment | JSON không có chú thích // hay /* */. | {json} | Xóa chú thích, hoặc chuyển sang docs/.
missing-colon | Thiếu dấu hai chấm sau “{key}”. | {json} | Viết "{key}": rồi mới tới nội dung.
missing-value | Khóa “{key}” không có nội dung. | {json} | Viết nội dung sau dấu hai chấm; không có thì viết null.
bare-key | Khóa {key} không có ngoặc kép. | {json} | Viết "{key}".
bare-word | Chữ {word} đứng ngoài ngoặc kép. | {json} | Viết "{word}"; riêng true, false, null viết thường và không có ngoặc.
bad-number | “{found}” không phải số. | {json} | Đặt trong ngoặc kép; ngày viết "2023-10-31", số lẻ dùng dấu chấm.
bad-escape | Dấu gạch chéo \ đi với “{found}” không có nghĩa. | {json} | Chỉ dùng \" \\ \n \t \u; muốn in dấu \ thì viết \\.
control-in-text | Có ký tự điều khiển {code} trong câu. | {json} | Xóa nó; dấu tab trong câu thay bằng một khoảng trắng.
unexpected | Không hiểu ký tự “{found}” ở đây. | {json} | Xem lại ngoặc và dấu phẩy ở ngay trước chỗ này.
too-deep | Ngoặc lồng nhau quá sâu. | {json} | Xóa bớt ngoặc; không file nào cần quá mười lớp.
json | File không còn là JSON, nên chương trình không đọc được phần nào.
open-strong | Dấu ** mở mà không đóng. | {marks} | Thêm ** sau chữ cần đậm.
open-figure | Dấu { mở mà không đóng. | {marks} | Viết {kt-01} hoặc {kt-01|câu chữ}.
open-link | Liên kết viết dở. | {marks} | Viết [chữ hiện ra](explainer:vneid).
empty-label | Chữ hiện ra hoặc mã để trống hay sai kiểu. | {marks} | Viết [chữ](…) hoặc {kt-01|câu chữ}; mã chỉ gồm chữ thường, số, gạch nối.
figure-number | Số thứ tự của con số không đúng. | {marks} | Viết {qt-08.2} cho con số thứ hai; đếm từ 1.
marks | Người đọc sẽ thấy nguyên dấu ngoặc, dấu sao thay vì chữ đậm, liên kết, con số.
"#;

/// Messages in English, line by line the same.
pub(super) const ENGLISH: &str = r#"
error | error
warning | warning
why | Why
cure | How to fix
or | or
none | no slot
exactly | exactly
null | null
bool | true/false
number | a bare number
text | a text in quotes
list | a list [ ]
object | a group { }
words | words
letters | letters
items | items
fact | fact
source | source
explainer | explainer
term | term
document | document
organisation | organisation
pillar | pillar
page | page
place | place
former-place | former province
model-kind | model kind
place-today | province of today
region | region
unit | unit
topic | topic
note | note on a province
channel | official channel
byte-order-mark | The file starts with a byte order mark (three unseen bytes). | This program reads it, but other tools may fail on line 1. | Save as “UTF-8”, not as “UTF-8 with BOM”.
not-composed | The letter “{letter}” is written with a separate mark, not composed (NFC). | It looks the same but is not: search will not find the word. | Type the line again in composed Unicode, or convert the file to NFC.
too-many-bytes | The file is larger than {limit} bytes. | The program does not read such a file: a cheap telephone would stall. | Find what was pasted by mistake or twice, and delete it.
too-deep-inside | Brackets lie more than {limit} deep in one another. | No file of the portal needs that; the program refuses the whole file. | Delete the brackets opened too many from here on.
too-many-letters | A text is longer than {limit} bytes. | Nobody reads so long a text, and a cheap telephone stalls drawing it. | Find what was pasted by mistake and delete it, or make several texts.
too-many-items | The list is longer than {limit} items. | So long a list stalls a telephone; the program refuses the whole file. | Take items away from here on.
many-more | This file has more problems than the {limit} named. | Nobody would read them all. | Mend those named and run the checker again.
scene-too-long | The scene has more than {to} steps. | Nobody walks through so long a scene. | Take steps away, or make two scenes.
markup | There is an HTML tag “{tag}”. | The page shows a tag as it stands and never obeys it; tags come from pasting, or from somebody who means harm. | Delete the tag. Write **…** for strong words and [words](address) for a link.
bad-origin | “{origin}” is not the address of a site. | It stands in QR codes, on paper and in the site map; a wrong one leads elsewhere. | Write https:// and the name of the host without a slash at the end, like https://buocso.example.
hidden-character | There is an unseen character {code}. | It can turn text around, hide a false address or make search miss. | Delete the character at this column. It often comes from pasting.
missing-file | This file is missing. | The site cannot be built without it. | Create it on the model in docs/content.md; its name must be the id in shared/.
unread-file | No part of the program reads this file. | Nobody will see what is written here: its name or folder is wrong. | Rename it to {suggestion}. | See the list of files in docs/content.md, then rename or delete it.
refused | The program cannot read the file: {reason}. | The site reads content with this very code, so it cannot be built. | Mend the place named, following docs/content.md.
unknown-key | There is no key “{key}”. | The program does not know where to show it, so it refuses the file. | Change it to “{suggestion}”. | Keys you may use: {known}.
missing-key | The key “{key}” is missing. | The page needs it; without it the whole file cannot be read. | Add "{key}": … inside these braces. If nobody knows, write "unknown" or null as docs/content.md says.
missing-word | “{key}” is not translated; readers will see Vietnamese: “{shown}”. | The page works, but readers of this language meet words they do not know. | Add "{key}" in the language of this file.
wrong-type | This should be {expected}, but it is {found}. | The program does not guess; a wrong type makes the file unreadable. | Write it as {expected}.
wrong-type-number | This should be {expected}, but it is {found}. | The program does not guess; a wrong type makes the file unreadable. | Put it in straight quotes, like "20".
wrong-type-text | This should be {expected}, but it is {found}. | The program does not guess; a wrong type makes the file unreadable. | Put it in square brackets: ["…"].
unknown-choice | “{found}” is not one of the values allowed. | The program only knows the values set beforehand. | Change it to “{suggestion}”. | Choose one of: {choices}.
wrong-date | “{found}” is not a date as we write it, or no such day exists. | Year-month-day can be compared and cannot be misread. | Write "{suggestion}". | Write "2026", "2026-11" or "2026-11-22".
wrong-decimal | “{found}” is not a number as we write it. | Data use a decimal point; the page prints the comma by itself. | Write "{suggestion}". | Write digits and one point only, like "6.19"; the unit belongs in unit.
wrong-number | This number is not within its bounds. | The program reads only the whole numbers set beforehand. | Write a whole number: {expected}.
empty-text | An empty text. | An empty box looks broken; what is not known must be said to be unknown. | Write the text, or "unknown", or null where the key allows it.
unknown-target | The link “{address}” is of no kind the program knows. | It would lead nowhere. | Write {suggestion}. | Use explainer: term: document: organisation: pillar: page: tel: or https://
mark-in-plain-text | This is shown as it stands; **…**, […](…) and {…} do not work here. | Readers would see the stars and brackets. | Write plain words; put the link or figure in the text below.
unknown-id | There is no {shelf} with the id “{id}”. | This would lead nowhere, and readers could not reach the source. | Change it to “{suggestion}”. | See the ids in {file}.
no-figure | Fact {fact} has {count} figures, so there is no number {number}. | Without a figure there is no passport to open. | Count the figures of {fact} in shared/facts.json again, or add one there.
unlisted-host | The address “{host}” is not on the list. | Look-alike addresses are how people lose money; we lead to official ones only. | Check every letter. If right, add it to shared/hosts.json; for a made-up one use .example.
mentioned-host | The text names the address “{host}”, which is not on the list. | Readers will type it; look-alike addresses are how people lose money. | Check every letter. If right, add it to shared/hosts.json; for a made-up one use .example.
bad-host | “{host}” is not a bare host name. | The list is compared letter by letter; with https:// or / nothing matches. | Write the name only, in lower case, like dichvucong.gov.vn.
bad-id | The id “{id}” has characters that cannot be used. | Ids become part of the page's address. | Use lower-case ASCII letters, digits and hyphens only: ho-kinh-doanh.
duplicate-id | The id “{id}” is already used on line {line}. | Of two items with one id only one is shown. | Change one of the ids, or delete the extra item.
lacks-id | The item “{id}” is missing, though {other} has it. | Each language must have the same items, so that no page is lost on switching. | Add an item with the id “{id}”, or delete it from {other}.
stray-id | The item “{id}” is not in {other}. | Without data beside it the item is shown nowhere. | Change it to “{suggestion}”. | Add it to {other} or delete it here.
wrong-slug | The slug “{slug}” is not the file's name. | Pages are found by file name. | Write "slug": "{expected}".
unpaired | There are {found} items, but {other} has {expected}. | The two lists are matched by order; one off gives a number the wrong name. | Write exactly {expected} items, in the order of {other}.
outside-life-from | On {date} there was no “{place}” yet; it exists since {from}. | A province before and after 1 July 2025 is two places; figures do not carry over. | Change the date, or use the former province's id (it often ends in -cu).
outside-life-to | On {date} there was no “{place}” any more; it existed until {to}. | A province before and after 1 July 2025 is two places; figures do not carry over. | Change the date, or use the id of today's province (without -cu).
rank-base | A rank among {found} places: there are only 63 or 34. | 17/34 and 17/63 are far apart; a wrong base misleads. | Write "of": 63 (to 2023) or "of": 34 (2024 on).
rank-base-none | A rank that does not say among how many. | 17/34 and 17/63 are far apart; without a base it misleads. | Add "of": 63 (to 2023) or "of": 34 (2024 on).
base-of-list | This place ranks among {expected}, not among {found}. | The two series do not join; a wrong base makes a province fall on paper. | Write "of": {expected}, or move the line to the right former or present province.
base-of-year | A rank among 63 in {year}, a year published for 34. | From 2024 on ranks count among 34; this number may be of 2023. | Open the source again, then change the year or of if needed.
no-formula | A derived number without its arithmetic. | Readers must be able to check it. | Add "formula", like "48 + 10 = 58".
after-edition | {date} is later than the content itself ({edition}). | Nobody reads, counts or checks in the future; perhaps the year is mistyped. | Change this date, or content_version in index.json.
slots | The slots to fill must be {expected}, but there is {found}. | With a wrong name readers see braces instead of a number or a date. | Keep {expected} in the sentence as it is; add none.
count-low | There are {found} {unit}; there must be {range}. | All explainers share one template, so that readers know their way. | Write at least {by} more {unit}.
count-high | There are {found} {unit}; there must be {range}. | All explainers share one template, so that readers know their way. | Cut at least {by} {unit}.
wording-number | “{wording}” does not hold the number {number} of its source. | The number on the page must be, digit by digit, the one readers find in the source. | Write {number} in it; if the source changed, change shared/facts.json.
wording-operator | “{wording}” drops the {op} of its number. | “More than 90%” is not 90%; without the word it misquotes the source. | Add one of these: {accepted}.
top-ten | “Top 10” without saying that it is a draft. | It stood in the draft of December 2022 only; without the word it becomes a fact. | Add “draft” (dự thảo) to the same text, or drop the sentence.
forbidden | “{found}” must appear nowhere. | 713 adds three platforms that may overlap; postmart.com is a look-alike of postmart.vn. | Delete it. Give 142, 520 and 51 apart; the right address is postmart.vn.
no-target-word | The figure of {fact} is a target, but the text does not say so. | A target is not a result; readers will think it was done. | Add target, goal, aim or draft (đích, mục tiêu, dự thảo) to the text.
not-achieved | It says “reached” beside a figure of {fact} that was not measured. | “Reached” is for measured figures only. | Say what it is: a target, an estimate, expected.
position-outside | This point is about {km} km from {province}, far out at sea or in another country. | The dot falls outside the map, and nobody finds the place. | Look at lon (longitude, 102–118) and lat (latitude, 6–24), perhaps they are swapped. When in doubt delete position.
position-elsewhere | This point lies in {found}, not in {said}. | With the dot in another province the map and the list say different things. | Mend position, or province if the place belongs to {found}. When in doubt delete position.
too-many-models | There are {count} models, more than {limit}. | A cheap telephone has to fetch and filter the whole list; beyond {limit} it stalls. | Keep {limit} at most, or move some to another content set.
map-lacks | The map lacks {name}. | A map of Việt Nam must have every province, Hoàng Sa and Trường Sa (Decree 18/2020/NĐ-CP). | Run tools/map again, or take this file from an earlier version.
communes-lack | {province} has no list of communes. | People of this province cannot look up the old name of their commune. | Run tools/communes again, or take the list from an earlier version.
commune-without-origin | {name} does not say what it was made of. | Without old names nobody finds it by its old name. | Fill in from: former province, former district and the former units.
commune-elsewhere | {name} stands under {province}, but the former province given here went over to {heir}. | People would look for their commune in the wrong province. | Mend province of the origin, or move {name} to the list of {heir}.
long-sentence | The sentence “{start}…” has {words} words. | On a telephone a sentence of more than 25 words loses its readers. | Make two sentences of it.
acronym | The acronym “{acronym}” is not explained. | Who does not know it stops reading. | Write it out, or write “{acronym} (that is …)”, or add it to glossary.json.
lost-choice | Step “{step}” has a choice that leads to “{to}”, and the scene has no such step. | Pressing it opens nothing. | Write the id of a step of this scene in "to", or add the step “{to}”.
several-ways | Several choices lead to step “{step}”. | “One step back” would not know where to go. | Make two steps with two ids, or take one choice away.
unreachable | No path from the first step comes to step “{step}”. | It is written and nobody gets to read it. | Add a choice with "to": "{step}", or delete the step.
circle | Step “{step}” leads back to itself. | People walk on and never come to an end. | Lead the end of the circle to another step. For going back there is “one step back” already.
dead-end | Step “{step}” has no choice and is no end. | People are stuck half-way. | Add "choices", or write "end": "safe" or "end": "mended".
end-goes-on | Step “{step}” is an end and has choices. | After an end there is only advice, nothing goes on. | Delete "choices", or delete "end".
stray-choice | The first step “{step}” has the words of a choice, and no choice leads to it. | These words are shown nowhere. | Delete "choice" and "reply" of this step.
stray-view | Step “{step}” has words for a drawing, and shared/rehearsals.json does not say of what kind. | Call or message, nobody knows, so these words are shown nowhere. | Add "view" to step “{step}” in shared/rehearsals.json, or delete "view" here.
link-in-scene | A link or a figure inside a step of practice. | Practice must not lead out: somebody may press on the real thing by mistake. | Write plain words. Figures with sources go into truth or signs; numbers and further reading stand at the end already.
address-in-scene | The rehearsal names “{found}”, neither an official channel nor a safe invention. | An invented address or telephone number may belong to somebody. | Invented addresses end in .example; the only real one is dichvucong.gov.vn. Write “an unknown number”.
problem-without-cause | The problem “{id}” has no cause. | Readers go from the problem to why, and on to the way out. | Add a cause whose follows holds “{id}”; where the source is silent, write "unknown".
cause-without-problem | The cause “{id}” belongs to no problem. | Standing alone it is shown nowhere. | Add the id of a problem to its follows.
cause-without-solution | The cause “{id}” has no way out. | Naming what is hard without a way out only discourages. | Add a solution whose follows holds “{id}”; where the source is silent, write "unknown".
solution-without-cause | The solution “{id}” answers no cause. | Standing alone it is shown nowhere. | Add the id of a cause to its follows.
note-without-fact | The note “{id}” says something and names no fact. | What has no source is not said about a province. | Add the id of a fact to facts, or change the words to "unknown".
status-without-fact | The promise “{id}” is marked “{status}” without a source of its own. | To say that it was done or is under way needs a source later than the promise. | Add another fact as status_fact, or write "unclear".
empty | The file is empty. | The site cannot be built without it. | Copy the model from docs/content.md.
missing-comma | A comma is missing after this. | {json} | Add a comma (,) here, before the next item.
trailing-comma | A comma too many before the closing bracket. | {json} | Delete the comma after the last item.
extra-comma | A comma too many. | {json} | Delete this comma. Decimals are written with a point.
curly-quote | Curly quotes “ ” used as JSON quotes. | {json} | Use straight quotes ". Turn “smart quotes” off in your editor.
single-quote | A single quote ' used as a quote. | {json} | Use straight quotes ".
inner-quote | A straight quote inside a text. | {json} | Inside a text use curly quotes “…”, or put a backslash before it: \".
unclosed-text | A text is opened but not closed on its line. | {json} | Add a straight quote " at its end; a new line inside a text is \n.
unclosed | The {bracket} opened here is never closed. | {json} | Add {close} at the end of this part.
after-end | Something follows the end of the file's value. | {json} | Delete it, or delete a closing bracket too many above.
duplicate-key | The key “{key}” is written twice in one item. | The program does not know which to keep. | Delete one, keep the right one.
comment | JSON has no comments // or /* */. | {json} | Delete the comment, or move it to docs/.
missing-colon | A colon is missing after “{key}”. | {json} | Write "{key}": before the value.
missing-value | The key “{key}” has no value. | {json} | Write the value after the colon; if there is none, write null.
bare-key | The key {key} has no quotes. | {json} | Write "{key}".
bare-word | The word {word} stands outside quotes. | {json} | Write "{word}"; only true, false and null go without quotes, in lower case.
bad-number | “{found}” is not a number. | {json} | Put it in quotes; dates as "2023-10-31", decimals with a point.
bad-escape | A backslash \ before “{found}” means nothing. | {json} | Use only \" \\ \n \t \u; for the sign itself write \\.
control-in-text | There is a control character {code} in a text. | {json} | Delete it; write a space for a tab.
unexpected | Cannot make sense of “{found}” here. | {json} | Look at the brackets and commas just before it.
too-deep | Brackets are nested too deep. | {json} | Remove some; no file needs more than ten levels.
json | The file is no longer JSON, so the program can read none of it.
open-strong | A ** is opened but not closed. | {marks} | Add ** after the words.
open-figure | A { is opened but not closed. | {marks} | Write {kt-01} or {kt-01|your words}.
open-link | An unfinished link. | {marks} | Write [words](explainer:vneid).
empty-label | The words or the id are empty or misformed. | {marks} | Write [words](…) or {kt-01|words}; ids are lower-case letters, digits, hyphens.
figure-number | The number of the figure is wrong. | {marks} | Write {qt-08.2} for the second figure; count from 1.
marks | Readers would see brackets and stars instead of strong words, links, numbers.
"#;
