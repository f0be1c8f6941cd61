//! Words about the bank of the self-check: messages, and what questions must not hide.
//!
//! Like `check/words.rs` it may hold Vietnamese letters. A line is a message: name, what is
//! wrong, why it matters, how to mend it, and another cure where nothing is suggested.

/// Options that answer for the others.
pub(super) const ALL_OF_THE_ABOVE: [&str; 12] = [
    "tất cả các ý",
    "tất cả các câu",
    "tất cả đều",
    "ý trên",
    "câu trên",
    "đáp án trên",
    "phương án trên",
    "lựa chọn trên",
    "of the above",
    "all of these",
    "none of these",
    "both of these",
];

/// How long a sentence of a question may be.
pub(super) fn most_syllables(lang: &str) -> usize {
    if lang == "vi" { 20 } else { 24 }
}

/// Whether a word, before `next`, turns a sentence around.
pub(super) fn is_negation(lang: &str, word: &str, next: &str) -> bool {
    match lang {
        // Space and air are written with the same syllable.
        "vi" => match word {
            "không" => !["gian", "khí", "quân"].iter().any(|noun| next.starts_with(noun)),
            word => ["chưa", "đừng", "trừ", "chẳng"].contains(&word),
        },
        _ => {
            ["not", "never", "except", "cannot"].contains(&word)
                || word.ends_with("n't")
                || word.ends_with("n\u{2019}t")
        }
    }
}

/// The messages in Vietnamese.
pub(in super::super) const VIETNAMESE: &str = r#"
quiz-unknown-enemy | Câu “{item}”: “enemies” nêu câu “{id}”, mà ngân hàng không có câu ấy. | Câu cần tránh đi cùng sẽ không được tránh. | Đổi thành “{suggestion}”. | Sửa mã, hoặc xóa nó khỏi "enemies".
quiz-one-sided-enemy | Câu “{item}” ghi “{id}” là câu lộ đáp án của nhau, mà “{id}” không ghi lại. | Hỏi “{id}” trước thì câu này vẫn được hỏi, và đã lộ đáp án. | Thêm "{item}" vào "enemies" của “{id}”, hoặc xóa "{id}" ở đây.
quiz-unknown-fact | Câu “{item}” dẫn dữ kiện “{id}” không có trong shared/facts.json. | Không biết câu này dựa vào nguồn nào. | Đổi thành “{suggestion}”. | Sửa mã, hoặc xóa nó khỏi "facts".
quiz-stale-fact | Câu “{item}” dựa vào dữ kiện “{id}”, lần kiểm tra cuối cách đây {days} ngày. | Số gọi khẩn cấp, luật và tên nơi làm việc có thể đã đổi; sau 180 ngày phải kiểm tra lại (T11). | Mở nguồn, kiểm tra lại rồi ghi verified_on mới cho “{id}”; hoặc viết lại câu để không dựa vào nó.
quiz-undated-fact | Câu “{item}” dựa vào dữ kiện “{id}” chưa ghi ngày kiểm tra. | Không biết đã bao lâu chưa ai xem lại nguồn. | Kiểm tra nguồn rồi thêm verified_on cho “{id}” trong shared/facts.json.
quiz-unknown-lesson | “{item}” dẫn tới “{path}”, trang không có địa chỉ ấy. | Người vừa làm sai bấm vào bài cần đọc mà không tới đâu. | Viết địa chỉ như trên trang, có gạch chéo cuối: giai-thich/vneid/.
quiz-unknown-competence | Câu “{item}” ghi năng lực “{code}”, Thông tư 02/2025 không có mã ấy. | Câu không được tính cho miền nào. | Dùng một trong 24 mã, từ 1.1 đến 6.3.
quiz-other-domain | Câu “{item}” ở file của miền {domain} mà ghi năng lực “{code}”. | Lời của câu được tải theo file của miền; khác miền thì không hiện ra. | Chuyển câu sang file của miền ấy, hoặc sửa "competence".
quiz-wrong-start | Mã “{item}” không bắt đầu bằng “{expected}”. | Nhìn mã phải biết câu nằm ở file nào. | Đổi tên thành {expected}….
quiz-same-id | Mã “{item}” đã dùng ở {file}:{line}. | Hai câu cùng mã thì chỉ một câu hiện ra. | Đổi một trong hai mã, ở cả các file lời.
quiz-same-number | Câu “{item}” mang số {no}, số này đã dùng ở {file}:{line}. | Mã kết quả ghi câu bằng số; trùng số thì đọc ra câu khác. | Cho câu mới một số chưa từng dùng, từ 1 đến 511.
quiz-number-range | Câu “{item}” mang số {no}, ngoài khoảng 1–511. | Mã kết quả chỉ dành 9 bit cho số của câu. | Dùng một số chưa từng dùng, từ 1 đến 511.
quiz-option-count | Câu “{item}” loại {kind} có {found} lựa chọn; phải có {range}. | Nhiều quá thì rối mắt, ít quá thì đoán cũng trúng; mã kết quả cũng có giới hạn. | Thêm hoặc bớt lựa chọn, ở cả các file lời.
quiz-option-twice | Câu “{item}” ghi lựa chọn “{name}” hai lần. | Một lựa chọn sẽ hiện hai lần. | Xóa một chỗ, hoặc đổi tên.
quiz-unknown-key | Câu “{item}”: đáp án “{name}” không phải là một lựa chọn. | Không ai chọn đúng được. | Sửa "key" theo tên trong "options".
quiz-single-key | Câu “{item}” chọn một, mà có {found} đáp án. | Người chọn đúng có thể bị tính sai. | Để đúng một tên trong "key".
quiz-set-key | Câu “{item}”: {found} trong {of} lựa chọn là đáp án. | Chọn hết hoặc không chọn gì mà đúng thì không đo được gì. | Để ít nhất một lựa chọn đúng và một lựa chọn sai.
quiz-stray-key | Câu “{item}” xếp thứ tự hoặc ghép cặp mà có "key". | Đáp án là thứ tự của "options"; hai đáp án có thể trái nhau. | Xóa "key", xếp "options" theo thứ tự đúng.
quiz-lacks-field | Câu “{item}” thiếu "{key}". | Không có nó thì không vẽ được tin, hoặc không biết tin ấy thật hay lừa. | Thêm "{key}".
quiz-stray-field | Câu “{item}” có "{key}", mà loại câu này không dùng. | Người soạn sau sẽ tưởng nó có tác dụng. | Xóa "{key}", hoặc sửa "type".
quiz-few-signs | Câu “{item}” là tin lừa mà chỉ có {found} dấu hiệu. | Trả lời đúng cần chỉ ra hai dấu hiệu; ít hơn thì không ai đúng được. | Ghi ít nhất hai mảnh là dấu hiệu vào "key".
quiz-all-signs | Câu “{item}”: mảnh nào cũng là dấu hiệu lừa. | Bấm hết là đúng, không cần đọc. | Để ít nhất một mảnh không phải dấu hiệu.
quiz-signs-of-genuine | Câu “{item}” là tin thật mà có dấu hiệu lừa. | Dạy người ta nghi oan tin thật. | Để "key" trống, hoặc sửa "verdict".
quiz-no-words | Câu “{item}” chưa có lời trong {file}. | Người đọc thứ tiếng ấy sẽ không gặp câu này, hai bản đo khác nhau. | Thêm lời của câu vào {file}.
quiz-stray-words | Lời của câu “{item}”, mà {file} không có câu ấy. | Lời này không hiện ra ở đâu. | Đổi thành “{suggestion}”. | Thêm câu vào {file}, hoặc xóa lời.
quiz-no-option-words | Câu “{item}” thiếu lời của lựa chọn “{name}”. | Lựa chọn mất chữ, các lựa chọn sau bị lệch chỗ. | Thêm "{name}" với text và feedback.
quiz-stray-option-words | Câu “{item}” có lời của lựa chọn “{name}”, mà file chung không có. | Lời này không hiện ra ở đâu. | Sửa tên theo "options" trong shared/quiz, hoặc xóa.
quiz-lacks-text | Câu “{item}” thiếu "{key}". | Loại câu này cần nó để hỏi hoặc để giải thích sau khi trả lời. | Viết "{key}".
quiz-stray-text | Câu “{item}” có "{key}", mà loại câu này không hiện ra. | Viết ra mà không ai đọc. | Xóa "{key}", hoặc sửa "type" trong shared/quiz.
quiz-same-partner | Câu “{item}”: “{partner}” ghép được với hai vế. | Ghép đúng nghĩa vẫn có thể bị tính sai. | Viết mỗi vế một lời khác nhau.
quiz-long-stem | Lời hỏi của câu “{item}” dài {found} tiếng, nhiều hơn 45. | Người đọc chậm sẽ quên đầu câu khi tới lựa chọn. | Bớt chi tiết không cần để trả lời.
quiz-long-sentence | Câu “{item}”: “{start}…” dài {found} tiếng, nhiều hơn {most}. | Đo kỹ năng số, không đo sức đọc câu dài. | Tách làm hai câu.
quiz-all-of-the-above | Câu “{item}” dùng “{found}”. | Thứ tự lựa chọn được xáo, nên không có ý nào “ở trên”; ai biết hai ý là đoán ra. | Viết một lựa chọn có nghĩa riêng.
quiz-hidden-not | Câu “{item}” hỏi ngược bằng chữ “{word}” mà chữ ấy không in đậm. | Đọc sót một chữ thì người biết cũng trả lời sai. | Viết **{word}**, hoặc hỏi theo chiều thuận.
quiz-address | Câu “{item}” nêu địa chỉ “{found}”, không phải trang chính thức cũng không phải tên bịa an toàn. | Người ta sẽ gõ theo; tên bịa hôm nay có thể là trang lừa ngày mai. | Dùng tên kết thúc bằng .example, hoặc địa chỉ .gov.vn.
quiz-bank-number | Số của ngân hàng là {found}, ngoài khoảng 1–4095. | Mã kết quả chỉ dành 12 bit cho số này. | Dùng số chưa từng dùng, từ 1 đến 4095.
quiz-weights | Có {count} tỷ trọng, cộng lại là {sum}. | Sáu miền chia nhau 1000 phần; lệch thì có miền bị hỏi quá nhiều hay quá ít. | Viết sáu số cộng lại đúng 1000.
quiz-barrier-count | Có {found} rào cản; phải có tám. | Hội thảo vùng nêu tám rào cản (MT-05); thiếu một là nói sai nguồn. | Ghi đủ tám, ở cả các file lời.
quiz-no-competence-words | Thiếu lời của năng lực {code}. | Trang kết quả sẽ có chỗ trống. | Thêm "{code}" với name, well và step.
quiz-few-items | Ngân hàng có {found} câu, ít hơn 134. | Ít câu thì làm lại là gặp lại câu cũ. | Soạn thêm câu.
quiz-few-of-competence | Năng lực {code} có {found} câu, ít hơn {least}. | Ít câu thì người làm lại gặp lại câu cũ, và miền đo kém. | Soạn thêm câu cho {code}.
quiz-one-band | Mọi câu của năng lực {code} cùng một mức khó. | Người giỏi hay người mới đều không gặp câu vừa sức. | Soạn thêm câu ở mức khác cho {code}.
quiz-no-band | Miền {domain} không có câu nào ở mức {band}. | Người ở mức ấy được đo bằng câu quá dễ hoặc quá khó. | Soạn một câu mức {band} cho miền {domain}.
quiz-longest-keys | Bản {lang}: đáp án là lựa chọn dài nhất trong {found} trên {of} câu chọn một, nhiều hơn 40 %. | Ai cứ chọn câu dài nhất sẽ được điểm cao mà không cần biết. | Rút ngắn đáp án, hoặc viết lựa chọn sai dài hơn; bắt đầu từ {items}.
quiz-few-enemies | Có {found} cặp câu lộ đáp án của nhau, ít hơn 20. | Ngân hàng cỡ này chắc chắn có nhiều hơn; cặp chưa ghi thì sẽ được hỏi cùng nhau. | Đọc lại các câu gần nghĩa và ghi "enemies".
quiz-uneven-spots | Có {scam} tin lừa và {genuine} tin thật. | Lệch thì cứ nghi hết, hoặc cứ tin hết, là được điểm. | Thêm loại còn thiếu, để lệch nhau nhiều nhất một.
"#;

/// The messages in English.
pub(in super::super) const ENGLISH: &str = r#"
quiz-unknown-enemy | Question “{item}”: “enemies” names “{id}”, which the bank does not have. | What should be kept apart is not. | Change it to “{suggestion}”. | Correct the id, or delete it from "enemies".
quiz-one-sided-enemy | Question “{item}” says that it and “{id}” give each other away, “{id}” does not. | After “{id}” this question is still asked, its answer already told. | Add "{item}" to "enemies" of “{id}”, or delete "{id}" here.
quiz-unknown-fact | Question “{item}” rests on fact “{id}”, which is not in shared/facts.json. | Nobody can tell what source stands behind it. | Change it to “{suggestion}”. | Correct the id, or delete it from "facts".
quiz-stale-fact | Question “{item}” rests on fact “{id}”, last checked {days} days ago. | Emergency numbers, laws and names of offices may have changed; after 180 days somebody must look again (T11). | Open the source, check it, and write a new verified_on for “{id}”; or reword the question so that it no longer rests on it.
quiz-undated-fact | Question “{item}” rests on fact “{id}”, which has no date of a check. | Nobody knows when the source was last looked at. | Check the source and add verified_on to “{id}” in shared/facts.json.
quiz-unknown-lesson | “{item}” leads to “{path}”, where there is no page. | Somebody who was wrong follows the link and arrives nowhere. | Write the address as the portal does, with the last slash: giai-thich/vneid/.
quiz-unknown-competence | Question “{item}” names competence “{code}”, which Circular 02/2025 does not have. | The question counts for no domain. | Use one of the 24 codes from 1.1 to 6.3.
quiz-other-domain | Question “{item}” stands in the file of domain {domain} but names competence “{code}”. | Words are fetched by the file of the domain; of another domain they never show. | Move the question to that domain's file, or correct "competence".
quiz-wrong-start | Id “{item}” does not begin with “{expected}”. | An id must tell which file the question is in. | Rename it to {expected}….
quiz-same-id | Id “{item}” is used already at {file}:{line}. | Of two questions with one id only one shows. | Change one of them, in the files of words too.
quiz-same-number | Question “{item}” has the number {no}, used already at {file}:{line}. | Result codes name questions by number; twice the same reads as another question. | Give the new question a number never used before, 1 to 511.
quiz-number-range | Question “{item}” has the number {no}, outside 1–511. | A result code has 9 bits for it. | Use a number never used before, 1 to 511.
quiz-option-count | Question “{item}” of type {kind} has {found} options; it needs {range}. | Too many confuse, too few are guessed; result codes have limits too. | Add or remove options, in the files of words too.
quiz-option-twice | Question “{item}” lists option “{name}” twice. | One option would show twice. | Delete one, or rename it.
quiz-unknown-key | Question “{item}”: key “{name}” is no option. | Nobody can be right. | Correct "key" after the names in "options".
quiz-single-key | Question “{item}” asks for one option but has {found} keys. | A right answer may count as wrong. | Leave exactly one name in "key".
quiz-set-key | Question “{item}”: {found} of {of} options are right. | Where all or none is right, nothing is measured. | Have at least one right and one wrong option.
quiz-stray-key | Question “{item}” is put in order or matched, yet has a "key". | The order of "options" is the key; two keys may disagree. | Delete "key" and put "options" in the right order.
quiz-lacks-field | Question “{item}” lacks "{key}". | Without it the message cannot be drawn, or nobody knows whether it is genuine. | Add "{key}".
quiz-stray-field | Question “{item}” has "{key}", which its type does not use. | The next editor will think it does something. | Delete "{key}", or correct "type".
quiz-few-signs | Question “{item}” is a scam with only {found} signs. | A right answer names two signs; with fewer nobody is right. | Put at least two pieces that are signs into "key".
quiz-all-signs | Question “{item}”: every piece is a sign of a scam. | Tapping everything is right without reading. | Have at least one piece that is no sign.
quiz-signs-of-genuine | Question “{item}” is genuine but has signs of a scam. | It teaches people to doubt what is true. | Leave "key" empty, or correct "verdict".
quiz-no-words | Question “{item}” has no words in {file}. | Readers of that language never meet it, so the two measure differently. | Add its words to {file}.
quiz-stray-words | Words of question “{item}”, which {file} does not have. | They show nowhere. | Change it to “{suggestion}”. | Add the question to {file}, or delete the words.
quiz-no-option-words | Question “{item}” lacks the words of option “{name}”. | The option is empty and those after it move up. | Add "{name}" with text and feedback.
quiz-stray-option-words | Question “{item}” has words of option “{name}”, which the shared file does not list. | They show nowhere. | Correct the name after "options" in shared/quiz, or delete it.
quiz-lacks-text | Question “{item}” lacks "{key}". | A question of this type needs it to ask, or to explain afterwards. | Write "{key}".
quiz-stray-text | Question “{item}” has "{key}", which its type never shows. | It is written and nobody reads it. | Delete "{key}", or correct "type" in shared/quiz.
quiz-same-partner | Question “{item}”: “{partner}” goes with two lines. | A pair that is right in meaning may count as wrong. | Write different words for each.
quiz-long-stem | The stem of question “{item}” has {found} words, more than 45. | A slow reader has forgotten the start at the options. | Take out what is not needed to answer.
quiz-long-sentence | Question “{item}”: “{start}…” has {found} words, more than {most}. | Digital skills are measured here, not reading long sentences. | Make it two sentences.
quiz-all-of-the-above | Question “{item}” uses “{found}”. | Options are shuffled, so nothing is “above”; whoever knows two can guess. | Write an option with a meaning of its own.
quiz-hidden-not | Question “{item}” asks with “{word}”, which is not bold. | One word missed, and somebody who knows is wrong. | Write **{word}**, or ask the positive way.
quiz-address | Question “{item}” names the address “{found}”, neither official nor safely invented. | People type it; what is invented today may be a scam tomorrow. | Use a name ending in .example, or a .gov.vn address.
quiz-bank-number | The number of the bank is {found}, outside 1–4095. | A result code has 12 bits for it. | Use a number never used before, 1 to 4095.
quiz-weights | There are {count} weights, together {sum}. | Six domains share 1000 parts; otherwise one is asked too much or too little. | Write six numbers that sum to 1000.
quiz-barrier-count | There are {found} barriers; there must be eight. | The regional workshop named eight (MT-05); leaving one out misquotes it. | List all eight, in the files of words too.
quiz-no-competence-words | The words of competence {code} are missing. | The result page would have a gap. | Add "{code}" with name, well and step.
quiz-few-items | The bank has {found} questions, fewer than 134. | With few questions a second attempt meets the same ones. | Write more questions.
quiz-few-of-competence | Competence {code} has {found} questions, fewer than {least}. | With few, a second attempt meets the same ones, and the domain is measured badly. | Write more questions for {code}.
quiz-one-band | All questions of competence {code} are equally difficult. | Neither beginners nor the skilled meet one that suits them. | Write one of another band for {code}.
quiz-no-band | Domain {domain} has no question of band {band}. | People of that level are measured with what is too easy or too hard. | Write a question of band {band} for domain {domain}.
quiz-longest-keys | In {lang} the key is the longest option in {found} of {of} questions with one choice, more than 40 %. | Who always takes the longest scores well without knowing anything. | Shorten keys or lengthen wrong options; begin with {items}.
quiz-few-enemies | There are {found} pairs that give each other away, fewer than 20. | A bank of this size surely has more; pairs not noted are asked together. | Read questions of like meaning again and note "enemies".
quiz-uneven-spots | There are {scam} scams and {genuine} genuine messages. | If uneven, doubting everything or believing everything scores well. | Add the kind that is short, until they differ by one at most.
"#;
